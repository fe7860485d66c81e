-- Indexes for the reads of one item, and the views from which the lists' frames are built.

CREATE INDEX figure_about ON figure_row(about_id, about_kind, measure);
-- All figures of one measure, role by role, as the columns of the roles list read them.
CREATE INDEX figure_measure ON figure_row(about_kind, measure, about_id);
CREATE INDEX figure_source ON figure_row(source_id);
CREATE INDEX nearest_role ON nearest(role_id);
CREATE INDEX nearest_occupation ON nearest(occupation_id);
CREATE INDEX mention_role ON mention(role_id);
CREATE INDEX contrast_role ON contrast(role_id);
CREATE INDEX card_about ON card(about_id, about_kind);
CREATE INDEX role_skill_role ON role_skill(role_id);
CREATE INDEX role_skill_skill ON role_skill(skill_id);
CREATE INDEX day_share_role ON day_share(role_id);
CREATE INDEX day_part_role ON day_part(role_id);
CREATE INDEX requirement_role ON requirement(role_id);
CREATE INDEX transition_from ON transition(from_id);
CREATE INDEX transition_to ON transition(to_id);
CREATE INDEX ladder_role ON ladder(role_id);
CREATE INDEX ladder_step_parent ON ladder_step(parent_id);
CREATE INDEX source_level_parent ON source_level(parent_id);
CREATE INDEX guide_about ON guide(about_id, about_kind);
CREATE INDEX listing_about ON listing(about_id, about_kind);
CREATE INDEX claim_about ON claim(about_id, about_kind);
CREATE INDEX industry_role ON industry(role_id);
CREATE INDEX prediction_role ON prediction(role_id);
CREATE INDEX factor_about ON factor(about_id, about_kind);
CREATE INDEX program_school ON program(school_id);
-- With what is counted of the programs that fit a role, so that no row is read for it.
CREATE INDEX program_field ON program(field, status, award, currency, cost, months, only_source);
CREATE INDEX fact_program ON program_fact(parent_id, source_id);
CREATE INDEX fact_source ON program_fact(source_id, parent_id);
CREATE INDEX relevance_role ON relevance(role_id);
CREATE INDEX relevance_field ON relevance(field);
CREATE INDEX served_by ON served(id);

CREATE VIEW v_programs AS
SELECT p.id, s.name AS school, p.name AS program, p.field, p.award, p.mode, s.city, s.state,
  s.country, p.months, p.months_max, coalesce(p.cost, p.cost_why) AS cost, p.cost_basis, p.currency,
  p.audience, p.cost_per_year, p.cost_as_of, p.earnings, p.earnings_horizon, p.debt, p.status,
  (SELECT json_group_array(DISTINCT c.short) FROM program_fact f JOIN source c ON c.id = f.source_id
    WHERE f.parent_id = p.id) AS source,
  CASE WHEN p.cost IS NULL THEN NULL
    WHEN p.currency NOT IN ('USD', 'unstated') THEN 'other currency'
    WHEN p.cost < 10000 THEN '0-10K' WHEN p.cost < 20000 THEN '10-20K'
    WHEN p.cost < 40000 THEN '20-40K' WHEN p.cost < 80000 THEN '40-80K' ELSE '80K+' END AS price,
  CASE WHEN p.months IS NULL THEN NULL WHEN p.months <= 6 THEN '0-6 months'
    WHEN p.months <= 12 THEN '1 year or less' WHEN p.months <= 24 THEN '1-2 years'
    WHEN p.months <= 36 THEN '2-3 years' ELSE '3 years or more' END AS length,
  p.cost_count AS costs, p.confidence, s.control, NULL AS tuition_in, NULL AS tuition_out, NULL AS dte
FROM program p JOIN school s ON s.id = p.school_id
UNION ALL
-- Why a number is absent: see 005_national.sql for the codes there, frame.h for those here.
SELECT p.id, p.school, p.program, p.field, p.award, NULL, p.city, p.state, p.country, NULL, NULL, NULL, NULL,
  NULL, NULL, NULL, NULL,
  CASE p.earnings_why WHEN 0 THEN p.earnings WHEN 2 THEN 'm1' WHEN 3 THEN 'm2' WHEN 4 THEN 'm3' ELSE p.earnings END,
  CASE WHEN p.earnings IS NOT NULL THEN (SELECT h.words FROM sc_horizon h WHERE h.name = 'earnings') END,
  CASE p.debt_why WHEN 0 THEN p.debt WHEN 2 THEN 'm1' WHEN 3 THEN 'm2' WHEN 4 THEN 'm3' ELSE p.debt END,
  NULL, (SELECT json_array(c.short) FROM source c WHERE c.id = (SELECT source_id FROM sc_program LIMIT 1)),
  NULL, NULL, NULL, NULL, p.control,
  CASE p.tuition_in_why WHEN 0 THEN p.tuition_in WHEN 2 THEN 'm1' WHEN 3 THEN 'm2' WHEN 4 THEN 'm3' END,
  CASE p.tuition_out_why WHEN 0 THEN p.tuition_out WHEN 2 THEN 'm1' WHEN 3 THEN 'm2' WHEN 4 THEN 'm3' END,
  CASE WHEN p.debt > 0 AND p.earnings > 0 THEN round(1000.0 * p.debt * p.annual / p.earnings)
    WHEN p.debt_why = 2 OR p.earnings_why = 2 THEN 'm1' WHEN p.earnings = 0 THEN 'm3'
    WHEN p.debt_why = 3 OR p.earnings_why = 3 THEN 'm2' END
FROM v_scorecard p;

-- Roles for which sources put a skill into tiers that exclude one another: skip beside any other, must beside
-- nice, must beside a plain "familiarity". What is said of a field counts for the roles that it serves.
CREATE VIEW skill_dispute AS
SELECT v.role_id, k.skill_id
FROM role_skill k JOIN served v ON v.id = k.role_id
GROUP BY v.role_id, k.skill_id
HAVING (max(k.tier = 'skip') AND max(k.tier IN ('must', 'important', 'nice')))
  OR (max(k.tier = 'must') AND max(k.tier = 'nice' OR (k.tier IS NULL AND k.bar = 'familiarity')));

-- Other names of an occupation as its publishers list them.
CREATE VIEW role_name AS
SELECT r.id AS role_id, j.value AS name FROM role r, json_each(r.aliases) j WHERE r.aliases IS NOT NULL
UNION ALL SELECT c.role_id, t.title FROM role_code c JOIN onet_title t ON t.code = c.code WHERE c.scheme = 'onet'
UNION ALL SELECT c.role_id, t.short FROM role_code c JOIN onet_title t ON t.code = c.code
  WHERE c.scheme = 'onet' AND t.short IS NOT NULL
UNION ALL SELECT c.role_id, o.title FROM role_code c JOIN onet_occupation o ON o.code = c.code WHERE c.scheme = 'onet'
UNION ALL SELECT c.role_id, p.title FROM role_code c JOIN projection p ON p.soc = c.code WHERE c.scheme = 'soc'
UNION ALL SELECT c.role_id, j.value FROM role_code c JOIN projection p ON p.soc = c.code, json_each(p.aliases) j
  WHERE c.scheme = 'soc' AND p.aliases IS NOT NULL
UNION ALL SELECT c.role_id, e.title FROM role_code c JOIN esco_occupation e ON e.uri = c.code WHERE c.scheme = 'esco'
UNION ALL SELECT c.role_id, j.value FROM role_code c JOIN esco_occupation e ON e.uri = c.code, json_each(e.aliases) j
  WHERE c.scheme = 'esco' AND e.aliases IS NOT NULL;

-- What the sets say of a role's own codes, in the words of the list. Of several O*NET codes the first counts, the
-- whole occupation (.00) before its parts.
CREATE VIEW role_national AS
SELECT r.id AS role_id,
  CASE o.job_zone WHEN 1 THEN '1 little preparation' WHEN 2 THEN '2 some preparation'
    WHEN 3 THEN '3 medium preparation' WHEN 4 THEN '4 considerable preparation'
    WHEN 5 THEN '5 extensive preparation' END AS zone,
  p.education,
  CASE WHEN o.riasec IS NOT NULL THEN (
    SELECT json_group_array(w.column2) FROM (VALUES ('R', 'Realistic'), ('I', 'Investigative'), ('A', 'Artistic'),
      ('S', 'Social'), ('E', 'Enterprising'), ('C', 'Conventional')) w WHERE instr(o.riasec, w.column1) > 0)
    END AS riasec,
  coalesce(w.employment, p.employment) AS employment, p.openings
FROM role r
  LEFT JOIN onet_occupation o ON o.code = (SELECT min(c.code) FROM role_code c
    WHERE c.role_id = r.id AND c.scheme = 'onet')
  LEFT JOIN projection p ON p.soc = (SELECT min(c.code) FROM role_code c JOIN projection x ON x.soc = c.code
    WHERE c.role_id = r.id AND c.scheme = 'soc')
  LEFT JOIN oews w ON w.naics = '000000' AND w.soc = (SELECT min(c.code) FROM role_code c JOIN oews x ON x.soc = c.code
    AND x.naics = '000000' WHERE c.role_id = r.id AND c.scheme = 'soc');

-- pay_*, growth: filled by model/ for the sources that are switched on.
CREATE VIEW v_roles AS
SELECT r.id, r.slug, r.title, r.family, r.kind, r.codes,
  CASE WHEN EXISTS (SELECT 1 FROM role_code c WHERE c.role_id = r.id AND c.scheme <> 'jobs')
    THEN (SELECT json_group_array(DISTINCT n.name) FROM role_name n
      WHERE n.role_id = r.id AND n.name <> r.title COLLATE NOCASE)
    ELSE r.aliases END AS aliases,
  NULL AS pay_low, NULL AS pay_high, NULL AS pay_currency, NULL AS pay_basis, NULL AS pay_level,
  NULL AS pay_publishers, NULL AS top_coded, NULL AS growth,
  (SELECT f.text FROM figure_row f WHERE f.about_kind = 'role' AND f.about_id = r.id
    AND f.measure = 'demand' AND f.statistic = 'category' ORDER BY f.id LIMIT 1) AS demand,
  (SELECT coalesce(sum(t.n), 0) FROM field_tally t WHERE t.field IN
    (SELECT f.field FROM role_field f WHERE f.role_id = r.id)) AS programs,
  (SELECT count(*) FROM figure_row f WHERE f.about_kind = 'role' AND f.about_id = r.id)
    + (SELECT count(*) FROM set_figure f WHERE f.about_id = r.id) AS figures,
  n.zone, n.education, n.riasec, n.employment, n.openings, r.pack,
  -- How well packs document it, by itself and through the specializations that serve it.
  (SELECT count(*) FROM served v CROSS JOIN figure_row f ON f.about_id = v.id AND f.about_kind = 'role'
    WHERE v.role_id = r.id)
    + (SELECT count(*) FROM role_skill k JOIN served v ON v.id = k.role_id WHERE v.role_id = r.id)
    + (SELECT count(*) FROM guide g WHERE g.about_kind = 'role' AND g.about_id = r.id) AS weight
FROM role r JOIN role_national n ON n.role_id = r.id
-- An occupation of the sets is there as long as one of them speaks of it.
WHERE r.pack <> 'import' OR EXISTS (SELECT 1 FROM role_code c WHERE c.role_id = r.id AND CASE c.scheme
  WHEN 'onet' THEN EXISTS (SELECT 1 FROM onet_occupation o WHERE o.code = c.code)
  WHEN 'esco' THEN EXISTS (SELECT 1 FROM esco_occupation o WHERE o.uri = c.code)
  WHEN 'soc' THEN EXISTS (SELECT 1 FROM oews o WHERE o.soc = c.code AND o.naics = '000000')
    OR EXISTS (SELECT 1 FROM projection o WHERE o.soc = c.code) END);

CREATE VIEW v_skills AS
SELECT k.id, k.slug, k.name, k.category, k.aliases, k.tools,
  (SELECT count(DISTINCT role_id) FROM role_skill x WHERE x.skill_id = k.id AND x.tier = 'must') AS must,
  (SELECT count(DISTINCT role_id) FROM role_skill x WHERE x.skill_id = k.id AND x.tier = 'important')
    AS important,
  (SELECT count(DISTINCT role_id) FROM role_skill x WHERE x.skill_id = k.id AND x.tier = 'nice') AS nice,
  (SELECT count(DISTINCT role_id) FROM role_skill x WHERE x.skill_id = k.id AND x.tier = 'skip') AS skip,
  (SELECT json_group_array(DISTINCT r.slug) FROM role_skill x JOIN role r ON r.id = x.role_id
    WHERE x.skill_id = k.id) AS role,
  (SELECT json_group_array(DISTINCT x.tier) FROM role_skill x
    WHERE x.skill_id = k.id AND x.tier IS NOT NULL) AS tier,
  CASE WHEN d.skill_id IS NULL THEN 'no' ELSE 'yes' END AS conflict, k.pack,
  -- Of the sets: those for which it is important (O*NET), which use it, or of which ESCO names it.
  (SELECT count(*) FROM skill_code c JOIN onet_rating q ON q.element = c.code
    WHERE c.skill_id = k.id AND c.scheme = 'onet' AND q.importance >= 3)
    + (SELECT count(DISTINCT t.code) FROM skill_code c JOIN onet_technology t ON t.example = c.code
      WHERE c.skill_id = k.id AND c.scheme = 'technology')
    + (SELECT count(*) FROM skill_code c JOIN esco_link l ON l.skill_id = c.code
      WHERE c.skill_id = k.id AND c.scheme = 'esco') AS occupations
FROM skill k LEFT JOIN (SELECT DISTINCT skill_id FROM skill_dispute) d ON d.skill_id = k.id;

CREATE VIEW v_sources AS
SELECT c.id, c.key, c.title, c.publisher, c.kind, c.published, c.period, c.licence, c.url, c.pack,
  'on' AS "on", -- model/ says which are switched off
  (SELECT count(*) FROM figure_row f WHERE f.source_id = c.id)
    + (SELECT count(*) FROM program_fact f WHERE f.source_id = c.id) AS figures,
  i.release, c.retrieved, i.rows_kept AS rows, c.attribution
FROM source c LEFT JOIN import i ON i.source_id = c.id;

-- What sources state about roles, one row a statement: the measure in a word, the table and row where it
-- stands. What nobody in particular says has no source. For the map of coverage, which is of packs' roles: of the
-- sets what they say of these.
CREATE VIEW role_statement AS
SELECT f.about_id AS role_id,
  CASE WHEN f.measure <> 'pay' THEN f.measure WHEN f.level IS NULL OR f.level = 'all' THEN 'pay any'
    ELSE 'pay ' || f.level END AS measure,
  f.source_id, 'figure_row' AS fact, f.id
FROM figure_row f WHERE f.about_kind = 'role' AND f.missing IS NULL
UNION ALL SELECT f.about_id,
  CASE WHEN f.measure <> 'pay' THEN f.measure WHEN f.level IS NULL OR f.level = 'all' THEN 'pay any'
    ELSE 'pay ' || f.level END, f.source_id, 'figure_row', f.id
FROM set_figure f WHERE f.missing IS NULL AND f.about_pack <> 'import'
UNION ALL SELECT q.role_id,
  CASE WHEN q.credential IN ('doctorate', 'master', 'bachelor', 'associate', 'high-school') THEN 'degree'
    ELSE 'requirements' END, q.source_id, 'requirement', q.id FROM requirement q
UNION ALL SELECT k.role_id, 'skills', k.source_id, 'role_skill', k.id FROM role_skill k
UNION ALL SELECT d.role_id, 'day', d.source_id, 'day_share', d.id FROM day_share d
UNION ALL SELECT d.role_id, 'day', d.source_id, 'day_part', d.id FROM day_part d
UNION ALL SELECT l.role_id, 'ladder', l.source_id, 'ladder', l.id FROM ladder l
UNION ALL SELECT t.from_id, CASE t.kind WHEN 'alternative' THEN 'alternatives' ELSE 'steps' END,
  t.source_id, 'transition', t.id FROM transition t
UNION ALL SELECT v.role_id, 'programs', v.source_id, 'relevance', v.id FROM relevance v
UNION ALL SELECT l.about_id, 'programs', l.source_id, 'listing', l.id FROM listing l
  WHERE l.about_kind = 'role'
UNION ALL SELECT i.role_id, 'industries', i.source_id, 'industry', i.id FROM industry i
UNION ALL SELECT p.role_id, 'predictions', p.source_id, 'prediction', p.id FROM prediction p
UNION ALL SELECT m.about_id, 'stances', m.source_id, 'claim', m.id FROM claim m
  WHERE m.about_kind = 'role'
UNION ALL SELECT f.about_id, 'factors', f.source_id, 'factor', f.id FROM factor f
  WHERE f.about_kind = 'role'
UNION ALL SELECT c.about_id, 'cards', c.source_id, 'card', c.id FROM card c WHERE c.about_kind = 'role'
UNION ALL SELECT g.about_id, 'guide', g.source_id, 'guide', g.id FROM guide g
  WHERE g.about_kind = 'role'
UNION ALL SELECT x.role_id, 'contrasts', x.source_id, 'contrast', x.id FROM contrast x
UNION ALL SELECT n.role_id, 'nearest', n.source_id, 'nearest', n.id FROM nearest n
UNION ALL SELECT m.role_id, 'named', m.source_id, 'mention', m.id FROM mention m;

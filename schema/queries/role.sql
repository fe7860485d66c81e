-- Queries of a role's page.

-- name: role_by_id
-- plan: search
SELECT slug, title, kind, family, aliases, summary, "not", "like", dislike, codes, serves, duties,
  works_with, pack = 'import'
FROM role WHERE id = ?1;

-- name: role_titles
-- By slug; last, another name of two words or more that takes less room.
SELECT r.slug, r.title, CASE WHEN r.kind <> 'specialization' AND length(r.title) > 15 THEN
    (SELECT j.value FROM json_each(r.aliases) j
      WHERE j.value LIKE '% %' AND length(j.value) < length(r.title) ORDER BY j.key LIMIT 1) END
FROM role r ORDER BY r.slug;

-- name: role_cards
-- plan: search
SELECT k.id, k.value, k.label, k.means, c.short FROM card k JOIN source c ON c.id = k.source_id
WHERE k.about_id = ?1 AND k.about_kind = 'role' ORDER BY k.id;

-- name: role_aliases
SELECT j.value FROM role r, json_each(r.aliases) j WHERE r.id = ?1;

-- name: role_duties
SELECT j.value FROM role r, json_each(r.duties) j WHERE r.id = ?1;

-- name: role_partners
SELECT j.value FROM role r, json_each(r.works_with) j WHERE r.id = ?1;

-- name: role_contrasts
-- plan: search
SELECT x.id, coalesce(r.title, x.other), x.text, c.short, r.slug
FROM contrast x JOIN source c ON c.id = x.source_id LEFT JOIN role r ON r.slug = x.other
WHERE x.role_id = ?1 ORDER BY x.id;

-- name: role_served
-- Specializations whose statements serve this role, and the role itself.
SELECT r.id, r.title, s.borrowed FROM served s JOIN role r ON r.id = s.id
WHERE s.role_id = ?1 ORDER BY s.borrowed, r.id;

-- name: role_fields
-- plan: search
SELECT r.slug, r.title FROM served s JOIN role r ON r.id = s.id
WHERE s.role_id = ?1 AND s.borrowed ORDER BY r.title, r.id;

-- name: role_members
-- plan: search
SELECT r.slug, r.title FROM served s JOIN role r ON r.id = s.role_id
WHERE s.id = ?1 AND s.borrowed ORDER BY r.title, r.id;

-- name: role_skills
-- A role's skills and those of the specializations that serve it (sixth column), by best tier: first what
-- is said of the role itself, then what is said of the field only (last but one); "named" is no tier, so
-- the field's tier goes before it. The twelfth says that sources contradict one another (as skill_dispute).
WITH said AS (
  SELECT k.*, s.borrowed,
    CASE k.tier WHEN 'must' THEN 0 WHEN 'important' THEN 1 WHEN 'nice' THEN 2 WHEN 'skip' THEN 3
      ELSE 4 END AS rank
  FROM served s JOIN role_skill k ON k.role_id = s.id WHERE s.role_id = ?1),
best AS (
  SELECT skill_id, min(CASE WHEN rank = 4 THEN 20 ELSE 0 END + borrowed * 10 + rank) AS rank,
    (max(rank = 3) AND max(rank < 3))
      OR (max(rank = 0) AND max(rank = 2 OR (rank = 4 AND bar IS 'familiarity'))) AS disputed
  FROM said GROUP BY skill_id)
SELECT k.id, b.rank % 10, w.name, k.tier, c.short, k.borrowed, k.tools, k.bar, k.why, k.words, w.slug,
  b.disputed, k.skill_id, b.rank / 10 % 2, c.publisher
FROM best b JOIN said k ON k.skill_id = b.skill_id JOIN skill w ON w.id = k.skill_id
  JOIN source c ON c.id = k.source_id
ORDER BY b.rank % 10, b.rank, w.name, k.skill_id, k.borrowed, k.rank, k.id;

-- name: role_day_shares
-- plan: search
SELECT d.id, d.activity, d.share, c.short FROM day_share d JOIN source c ON c.id = d.source_id
WHERE d.role_id = ?1 ORDER BY d.source_id, d.id;

-- name: role_day_parts
SELECT d.id, d.part, j.value, c.short
FROM day_part d JOIN source c ON c.id = d.source_id, json_each(d.items) j
WHERE d.role_id = ?1
ORDER BY d.source_id, CASE d.part WHEN 'morning' THEN 0 WHEN 'mid-day' THEN 1 ELSE 2 END, d.id, j.key;

-- name: role_requirements
WITH mine AS (SELECT id, borrowed FROM served WHERE role_id = ?1)
SELECT q.id, q.credential, q.strength, c.short, q.words, q.note, s.borrowed, c.publisher, c.kind
FROM mine s JOIN requirement q ON q.role_id = s.id JOIN source c ON c.id = q.source_id
ORDER BY CASE q.credential WHEN 'doctorate' THEN 0 WHEN 'master' THEN 1 WHEN 'bachelor' THEN 2
  WHEN 'associate' THEN 3 WHEN 'high-school' THEN 4 WHEN 'certification' THEN 5 WHEN 'bootcamp' THEN 6
  WHEN 'self-taught' THEN 7 WHEN 'portfolio' THEN 8 WHEN 'internship' THEN 9 ELSE 10 END,
  CASE q.strength WHEN 'required' THEN 0 WHEN 'typical' THEN 1 WHEN 'optional' THEN 2 ELSE 3 END,
  s.borrowed, q.id;

-- name: role_routes
-- Ways that lead to the role. One that names no goal is for the field: for specializations, and for roles
-- that they serve or that its source names.
SELECT t.id, t.name, t.kind, t.summary, c.short, t.resources, t.slug
FROM route t JOIN source c ON c.id = t.source_id
WHERE EXISTS (SELECT 1 FROM json_each(t.leads_to) j
    WHERE j.value IN (SELECT r.slug FROM served s JOIN role r ON r.id = s.id WHERE s.role_id = ?1))
  OR (t.leads_to IS NULL AND EXISTS (SELECT 1 FROM role r WHERE r.id = ?1 AND (r.kind = 'specialization'
    OR (r.kind = 'role' AND (EXISTS (SELECT 1 FROM served s WHERE s.role_id = ?1 AND s.borrowed)
      OR EXISTS (SELECT 1 FROM mention m WHERE m.role_id = ?1 AND m.source_id = t.source_id))))))
ORDER BY t.kind, t.slug, t.id;

-- name: role_route_figures
SELECT f.id FROM figure_row f WHERE f.about_kind = 'route' AND f.about_key = ?1 ORDER BY f.id;

-- name: role_guide
-- Texts of topic ?3: on the role, and (?2) on the field, the market, the ways and skills of the field.
WITH mine AS (SELECT id FROM served WHERE role_id = ?1)
SELECT g.id, g.heading, g.text, g.opinion, c.short
FROM guide g JOIN source c ON c.id = g.source_id
WHERE g.topic = ?3 AND ((g.about_kind = 'role' AND g.about_id IN (SELECT id FROM mine))
  OR (?2 AND coalesce(g.about_kind, 'field') <> 'role'))
ORDER BY g.id;

-- name: role_ladders
-- The role's own ladders, then those of the field (last column).
SELECT l.id, l.title, c.short, v.borrowed
FROM served v JOIN ladder l ON l.role_id = v.id JOIN source c ON c.id = l.source_id
WHERE v.role_id = ?1 ORDER BY v.borrowed, l.id;

-- name: role_ladder_steps
-- plan: search
SELECT s.title, s.level, s.years_lo, s.years_hi, s.note, r.slug, s.id
FROM ladder_step s LEFT JOIN role r ON r.id = s.role_id WHERE s.parent_id = ?1 ORDER BY s.id;

-- name: role_step_pay
-- What the ladder's source says a step pays: of the step's role, else of the ladder's and the roles it serves.
SELECT f.id FROM ladder_step s JOIN ladder l ON l.id = s.parent_id
  JOIN served v ON v.id = coalesce(s.role_id, l.role_id) AND (s.role_id IS NULL OR NOT v.borrowed)
  JOIN figure_row f ON f.about_id = v.role_id AND f.about_kind = 'role' AND f.measure = 'pay'
WHERE s.id = ?1 AND f.source_id = l.source_id AND f.level = s.level AND f.card IS NOT 1
  AND (f.place IS NULL OR f.place = 'US')
ORDER BY f.id;

-- name: role_transitions
-- plan: search
-- Steps from and to a role, and those from the field that serves it (10th column); the 12th says that the
-- step starts at a field.
WITH x(step, out, other, borrowed) AS (
  SELECT t.id, 1, t.to_id, v.borrowed FROM served v JOIN transition t ON t.from_id = v.id
    WHERE v.role_id = ?1 AND t.to_id <> ?1
  UNION ALL SELECT t.id, 0, t.from_id, 0 FROM transition t WHERE t.to_id = ?1)
SELECT t.id, t.kind, x.out, r.title, r.slug, t.years_lo, t.years_hi, t.note, c.short, x.borrowed, r.kind,
  f.kind = 'specialization'
FROM x JOIN transition t ON t.id = x.step JOIN role r ON r.id = x.other JOIN role f ON f.id = t.from_id
  JOIN source c ON c.id = t.source_id
ORDER BY NOT x.out, CASE t.kind WHEN 'advance' THEN 0 WHEN 'lateral' THEN 1
  WHEN 'alternative' THEN 2 ELSE 3 END, x.borrowed, t.id;

-- name: role_nearest_of
-- plan: search
-- The roles whose nearest occupation this is.
SELECT n.id, r.title, r.slug, c.short
FROM nearest n JOIN role r ON r.id = n.role_id JOIN source c ON c.id = n.source_id
WHERE n.occupation_id = ?1 ORDER BY r.title, n.id;

-- name: role_nearest
-- plan: search
SELECT n.id, r.title, r.slug, r.codes, n.why, c.short
FROM nearest n JOIN role r ON r.id = n.occupation_id JOIN source c ON c.id = n.source_id
WHERE n.role_id = ?1 ORDER BY n.id;

-- name: role_listings
WITH mine AS (SELECT id FROM served WHERE role_id = ?1)
SELECT l.id, l.label, l.claimed, c.short, l.tagline, json_array_length(coalesce(l.programs, '[]')),
  (SELECT count(*) FROM program p JOIN json_each(l.programs) j ON j.value = p.key
    WHERE p.field IN (SELECT v.field FROM relevance v WHERE v.role_id = ?1))
FROM listing l JOIN source c ON c.id = l.source_id
WHERE l.about_kind = 'role' AND l.about_id IN (SELECT id FROM mine) ORDER BY l.id;

-- name: role_relevance
-- plan: search
SELECT v.id, v.field, v.why, (SELECT count(*) FROM program p WHERE p.field = v.field)
FROM relevance v WHERE v.role_id = ?1 ORDER BY v.id;

-- name: role_program_kinds
-- plan: search
-- Open programs that fit, counted by kind: 0 degrees, 1 courses, 2 exams: what a vendor certifies without
-- stating a length.
SELECT CASE WHEN p.award IN ('associate', 'bachelor', 'master', 'mba', 'doctorate', 'first-professional')
    THEN 0 WHEN p.award = 'professional-certificate' AND p.months IS NULL THEN 2 ELSE 1 END AS kind,
  count(*)
FROM program p
WHERE p.status = 'open' AND p.field IN (SELECT v.field FROM relevance v WHERE v.role_id = ?1)
GROUP BY kind ORDER BY kind;

-- name: role_programs
-- plan: search
-- Of one kind (?2) the ?3 cheapest: the index has all that is needed to choose them.
SELECT p.id, p.key, s.name, p.name, p.award, p.mode, p.months, p.months_max, p.cost, p.currency,
  p.cost_basis, p.audience, (SELECT f.as_of_year FROM program_fact f WHERE f.id = p.cost_fact)
FROM (SELECT p.id FROM program p
    WHERE p.status = 'open' AND p.field IN (SELECT v.field FROM relevance v WHERE v.role_id = ?1)
      AND ?2 = CASE
        WHEN p.award IN ('associate', 'bachelor', 'master', 'mba', 'doctorate', 'first-professional')
          THEN 0
        WHEN p.award = 'professional-certificate' AND p.months IS NULL THEN 2 ELSE 1 END
    ORDER BY p.cost IS NULL, p.currency <> 'USD', p.cost, p.id LIMIT ?3) b
  JOIN program p ON p.id = b.id JOIN school s ON s.id = p.school_id
ORDER BY p.cost IS NULL, p.currency <> 'USD', p.cost, p.id;

-- name: role_program_counts
-- All programs, those that fit (open or not: as `programs role:SLUG` finds them), how many of these
-- are withdrawn, how many have a total price; last, whether some fit only through what is nearest.
WITH mine AS (SELECT DISTINCT field FROM role_field WHERE role_id = ?1)
SELECT (SELECT count(*) FROM program) + (SELECT coalesce(sum(n), 0) FROM study_tally),
  count(*) + (SELECT coalesce(sum(p.n), 0) FROM mine m JOIN study_field t ON t.field = m.field
    JOIN study_tally p ON p.field_id = t.id),
  coalesce(sum(status = 'withdrawn'), 0), count(cost),
  EXISTS (SELECT 1 FROM role_field WHERE role_id = ?1 AND nearest_id IS NOT NULL)
FROM program WHERE field IN (SELECT field FROM mine);

-- name: role_industries
WITH mine AS (SELECT id FROM served WHERE role_id = ?1)
SELECT i.id, i.industry, i.use_case, i.companies, i.technique, i.hiring, c.short
FROM industry i JOIN source c ON c.id = i.source_id
WHERE i.role_id IN (SELECT id FROM mine) OR (?2 AND i.role_id IS NULL)
ORDER BY i.industry, i.source_id, i.id;

-- name: role_factors
-- What moves its pay. Last, whether it is about the role itself.
WITH mine AS (SELECT id, borrowed FROM served WHERE role_id = ?1)
SELECT f.id, f.factor, coalesce(f.label, ''), f.text, f.low, f.high,
  CASE WHEN f.derived THEN coalesce(f.sum, '') END, f.locator, coalesce(f.words, ''), f.source_id,
  coalesce(f.about_kind = 'role' AND f.about_id = ?1, 0)
FROM factor f
WHERE (f.about_kind = 'role' AND f.about_id IN (SELECT id FROM mine))
  OR (coalesce(f.about_kind, 'field') <> 'role' AND (EXISTS (SELECT 1 FROM mine WHERE borrowed)
    OR EXISTS (SELECT 1 FROM role WHERE id = ?1 AND kind = 'specialization')))
ORDER BY f.id;

-- name: role_claims
WITH mine AS (SELECT id FROM served WHERE role_id = ?1)
SELECT m.id, m.topic, m.stance, c.short FROM claim m JOIN source c ON c.id = m.source_id
WHERE m.id IN (
  SELECT id FROM claim WHERE about_kind = 'role' AND about_id IN (SELECT id FROM mine)
  UNION ALL SELECT id FROM claim WHERE ?2 AND coalesce(about_kind, 'field') <> 'role')
ORDER BY m.topic, m.source_id, m.id;

-- name: role_predictions
WITH mine AS (SELECT id FROM served WHERE role_id = ?1)
SELECT q.id, q.text, q.year, c.short FROM prediction q JOIN source c ON c.id = q.source_id
WHERE q.role_id IN (SELECT id FROM mine) OR (?2 AND q.role_id IS NULL)
ORDER BY q.year IS NULL, q.year, q.id;

-- name: role_facts
-- Other figures: of the role and the specializations that serve it, then (?2) of the market and the field;
-- last, with 1 in the second column, what is not about jobs. The third column names what a figure is about.
WITH mine AS (SELECT id FROM served WHERE role_id = ?1),
said AS (
  SELECT id, about_kind, about_id, measure FROM figure_row
  WHERE measure NOT IN ('pay', 'growth') AND ((about_kind = 'role' AND about_id IN (SELECT id FROM mine))
    OR (?2 AND about_kind IN ('field', 'market', 'skill', 'industry')))
  UNION ALL
  SELECT id, about_kind, about_id, measure FROM set_figure
  WHERE about_id = ?1 AND measure NOT IN ('pay', 'growth') AND missing IS NULL)
SELECT f.id, f.about_kind NOT IN ('role', 'market') AND (f.about_kind <> 'field'
    OR f.measure NOT IN ('employment', 'openings', 'share')) AS around,
  CASE f.about_kind WHEN 'role' THEN (SELECT title FROM role WHERE id = f.about_id)
    WHEN 'skill' THEN (SELECT name FROM skill WHERE id = f.about_id) END
FROM said f
ORDER BY around, f.about_kind <> 'role', f.about_id IS NOT ?1, f.about_kind <> 'market', f.measure, f.id;

-- name: role_sources
-- Who speaks of a role or of a field that serves it, with how many statements of each kind.
WITH mine AS (SELECT id FROM served WHERE role_id = ?1),
said(source_id, what) AS (
  SELECT source_id, 'figures' FROM figure_row WHERE about_kind = 'role'
    AND about_id IN (SELECT id FROM mine)
  UNION ALL SELECT source_id, 'figures' FROM set_figure WHERE about_id = ?1
  UNION ALL SELECT source_id, 'skills' FROM role_skill WHERE role_id IN (SELECT id FROM mine)
  UNION ALL SELECT source_id, 'requirements' FROM requirement WHERE role_id IN (SELECT id FROM mine)
  UNION ALL SELECT source_id, 'mentions' FROM mention WHERE role_id IN (SELECT id FROM mine)
  UNION ALL SELECT source_id, 'guide' FROM guide WHERE about_kind = 'role'
    AND about_id IN (SELECT id FROM mine)
  UNION ALL SELECT source_id, 'stances' FROM claim WHERE about_kind = 'role'
    AND about_id IN (SELECT id FROM mine)
  UNION ALL SELECT source_id, 'predictions' FROM prediction WHERE role_id IN (SELECT id FROM mine)
  UNION ALL SELECT source_id, 'steps' FROM transition WHERE from_id IN (SELECT id FROM mine)
  UNION ALL SELECT source_id, 'steps' FROM transition WHERE to_id = ?1
  UNION ALL SELECT source_id, 'ladders' FROM ladder WHERE role_id IN (SELECT id FROM mine)
  UNION ALL SELECT source_id, 'industries' FROM industry WHERE role_id IN (SELECT id FROM mine)
  UNION ALL SELECT f.source_id, 'nearest' FROM figure_row f WHERE f.about_kind = 'role'
    AND f.about_id IN (SELECT occupation_id FROM nearest WHERE role_id = ?1)
  UNION ALL SELECT o.source_id, 'nearest' FROM v_nearest n
    JOIN role_code c ON c.role_id = n.occupation_id AND c.scheme = 'soc'
    JOIN oews o ON o.soc = c.code AND o.naics = '000000' WHERE n.role_id = ?1
  UNION ALL SELECT o.source_id, 'nearest' FROM v_nearest n
    JOIN role_code c ON c.role_id = n.occupation_id AND c.scheme = 'soc'
    JOIN projection o ON o.soc = c.code WHERE n.role_id = ?1
  UNION ALL SELECT source_id, 'titles' FROM nearest WHERE role_id = ?1)
SELECT c.id, c.key, c.short, c.title, c.publisher, c.kind, c.published, c.period,
  sum(what = 'figures'), sum(what = 'skills'), sum(what = 'requirements'), sum(what = 'guide'),
  sum(what = 'stances'), sum(what = 'predictions'), sum(what = 'steps'), sum(what = 'ladders'),
  sum(what = 'industries'), sum(what = 'nearest'), sum(what = 'titles')
FROM said s JOIN source c ON c.id = s.source_id GROUP BY c.id
ORDER BY sum(what = 'figures') DESC, c.id;

-- name: role_mentions
-- plan: search
SELECT m.id, c.short, m.locator, m."as" FROM mention m JOIN source c ON c.id = m.source_id
WHERE m.role_id = ?1 ORDER BY m.source_id, m.id;

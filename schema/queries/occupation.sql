-- Queries of an occupation's page: what the publishers' sets state under its codes. ?1 is a code of O*NET, SOC
-- or ESCO's row, as the query's table has it.

-- name: occupation_codes
-- plan: search
SELECT scheme, code FROM role_code WHERE role_id = ?1 AND scheme IN ('onet', 'soc', 'esco')
ORDER BY scheme, code;

-- name: occupation_part_of
-- plan: search
-- The SOC occupation of an O*NET code that is only a part of it, and the role that is the whole.
SELECT o.soc, r.slug, r.title FROM onet_occupation o
  LEFT JOIN role_code k ON k.scheme = 'soc' AND k.code = o.soc LEFT JOIN role r ON r.id = k.role_id
WHERE o.code = ?1;

-- name: occupation_onet
-- plan: search
SELECT o.description, o.job_zone, z.name, z.experience, z.education, z.training, c.short
FROM onet_occupation o JOIN source c ON c.id = o.source_id LEFT JOIN onet_zone z ON z.zone = o.job_zone
WHERE o.code = ?1;

-- name: occupation_esco
-- plan: search
SELECT o.id, o.description, o.aliases, o.code, o.isco, g.title, c.short
FROM esco_occupation o JOIN source c ON c.id = o.source_id LEFT JOIN esco_group g ON g.code = o.isco
WHERE o.uri = ?1;

-- name: occupation_projection
-- plan: search
SELECT p.id, p.year_from, p.year_to, p.employment, p.employment_to, p.change, p.percent, p.openings,
  p.education, p.experience, p.training, p.aliases, c.short
FROM projection p JOIN source c ON c.id = p.source_id WHERE p.soc = ?1;

-- name: occupation_oews
-- plan: search
-- All industries together first, then one by one, the largest first; what is not stated last.
SELECT w.id, w.naics, w.industry, w.employment, w.employment_why, w.p10, w.p25, w.p50, w.p75, w.p90,
  w.p10_why, w.p25_why, w.p50_why, w.p75_why, w.p90_why, c.short, c.period, w.mean, w.mean_why,
  w.hourly_p50, w.hourly_p50_why, w.hourly_only
FROM oews w JOIN source c ON c.id = w.source_id WHERE w.soc = ?1
ORDER BY w.naics <> '000000', w.employment IS NULL, w.employment DESC, w.naics;

-- name: occupation_interests
-- plan: search
SELECT i.letter, i.value, c.short FROM onet_interest i JOIN source c ON c.id = i.source_id
WHERE i.code = ?1 ORDER BY i.value DESC, instr('RIASEC', i.letter);

-- name: occupation_ratings
-- plan: search
-- The most important first; what is not stated last.
SELECT q.element, l.name, q.importance, q.importance_why, q.level, q.level_why, q.n, c.short,
  (SELECT s.slug FROM skill_code k JOIN skill s ON s.id = k.skill_id
    WHERE k.scheme = 'onet' AND k.code = q.element)
FROM onet_rating q JOIN onet_element l ON l.element = q.element JOIN source c ON c.id = q.source_id
WHERE q.code = ?1 AND l.kind = ?2
ORDER BY q.importance IS NULL, q.importance DESC, q.level DESC, l.name;

-- name: occupation_technologies
-- plan: search
-- By what they are for: first the groups with most that employers ask for.
WITH mine AS (SELECT * FROM onet_technology WHERE code = ?1),
grouped AS (SELECT commodity, sum(in_demand IS 1) AS wanted, sum(hot IS 1) AS hot, count(*) AS n
  FROM mine GROUP BY commodity)
SELECT mine.commodity, coalesce(m.title, 'Other'), grouped.n, mine.example, mine.hot IS 1,
  mine.in_demand IS 1, c.short
FROM grouped JOIN mine ON mine.commodity = grouped.commodity JOIN source c ON c.id = mine.source_id
  LEFT JOIN onet_commodity m ON m.commodity = mine.commodity
ORDER BY grouped.wanted DESC, grouped.hot DESC, grouped.n DESC, grouped.commodity, mine.in_demand IS 1 DESC,
  mine.hot IS 1 DESC, mine.example;

-- name: occupation_esco_skills
-- plan: search
-- Essential ones first; then what few occupations share before what all need.
SELECT l.occupation_id, l.skill_id, s.title, s.kind, s.reuse, l.essential, c.short,
  (SELECT w.slug FROM skill_code k JOIN skill w ON w.id = k.skill_id
    WHERE k.scheme = 'esco' AND k.code = CAST(l.skill_id AS TEXT))
FROM esco_link l JOIN esco_skill s ON s.id = l.skill_id JOIN source c ON c.id = l.source_id
WHERE l.occupation_id = ?1
ORDER BY l.essential DESC, CASE s.reuse WHEN 'occupation-specific' THEN 0 WHEN 'sector-specific' THEN 1
  WHEN 'cross-sector' THEN 2 ELSE 3 END, s.kind DESC, s.title, s.id;

-- name: occupation_tasks
-- plan: search
SELECT t.id, t.text, t.kind, c.short FROM onet_task t JOIN source c ON c.id = t.source_id
WHERE t.code = ?1
ORDER BY CASE t.kind WHEN 'Core' THEN 0 WHEN 'Supplemental' THEN 1 ELSE 2 END, t.id;

-- name: occupation_education
-- plan: search
SELECT q.category, q.title, q.percent, q.percent_why, q.n, c.short
FROM onet_education q JOIN source c ON c.id = q.source_id
WHERE q.code = ?1 AND (q.percent > 0 OR q.percent IS NULL) ORDER BY q.category;

-- name: occupation_related
-- plan: search
-- With the role that it is, and the median wage of the SOC occupation that it is or is a part of (last).
SELECT q.rank, q.tier, q.other, coalesce(r.title, o.title), r.slug, w.p50, w.p50_why,
  q.other LIKE '%.00', c.short, (SELECT short FROM source WHERE id = w.source_id)
FROM onet_related q JOIN source c ON c.id = q.source_id
  LEFT JOIN role_code k ON k.scheme = 'onet' AND k.code = q.other LEFT JOIN role r ON r.id = k.role_id
  LEFT JOIN onet_occupation o ON o.code = q.other
  LEFT JOIN oews w ON w.soc = o.soc AND w.naics = '000000'
WHERE q.code = ?1 ORDER BY q.rank;

-- name: occupation_titles
-- plan: search
SELECT title FROM onet_title WHERE code = ?1 GROUP BY title ORDER BY min(id);

-- name: occupation_list
-- Items of a JSON list.
SELECT value FROM json_each(?1);

-- name: occupation_fields
-- plan: search
-- Fields of study that the crosswalk links with the role's codes, or with those of its nearest occupations
-- (third column: which): how many of the field's fields with six digits are linked, of how many, the first of
-- them; programs of both kinds. By how much of a field is linked, then by programs.
WITH mine AS (SELECT field, cip4, min(nearest_id) AS nearest_id, min(source_id) AS source_id,
    group_concat(DISTINCT soc) AS socs
  FROM role_field WHERE role_id = ?1 AND soc IS NOT NULL GROUP BY field, cip4),
codes AS (SELECT DISTINCT cip4, soc FROM role_field WHERE role_id = ?1 AND soc IS NOT NULL),
linked AS (SELECT codes.cip4, count(DISTINCT x.cip) AS n, min(x.cip) AS first
  FROM codes CROSS JOIN crosswalk x ON x.soc = codes.soc AND x.cip / 100 = codes.cip4 GROUP BY codes.cip4)
SELECT mine.field, mine.cip4, mine.nearest_id, mine.socs, linked.n,
  (SELECT count(*) FROM cip i WHERE i.cip BETWEEN mine.cip4 * 100 AND mine.cip4 * 100 + 99) AS fields, linked.first,
  (SELECT count(*) FROM program p WHERE p.field = mine.field)
    + (SELECT coalesce(sum(p.n), 0) FROM sc_field f JOIN study_field t ON t.id = f.id AND t.field = mine.field
        JOIN study_tally p ON p.field_id = f.id WHERE f.cip4 = mine.cip4) AS programs,
  c.short, (SELECT title FROM role WHERE id = mine.nearest_id)
FROM mine JOIN linked ON linked.cip4 = mine.cip4 JOIN source c ON c.id = mine.source_id
ORDER BY linked.n * 1.0 / max(fields, 1) DESC, programs DESC, mine.field;

-- name: occupation_awards
-- plan: search
-- Programs of the linked fields by level of study.
WITH mine AS (SELECT DISTINCT f.id FROM role_field r JOIN sc_field f ON f.cip4 = r.cip4
    JOIN study_field t ON t.id = f.id AND t.field = r.field
  WHERE r.role_id = ?1 AND r.soc IS NOT NULL)
SELECT l.award, group_concat(DISTINCT l.title), sum(n) FROM (
  SELECT p.credlev, sum(p.n) AS n FROM mine CROSS JOIN study_tally p ON p.field_id = mine.id GROUP BY p.credlev) k
  JOIN sc_level l ON l.credlev = k.credlev
GROUP BY l.award ORDER BY min(k.credlev);

-- name: occupation_sources
-- plan: search
-- Who speaks of it, with what: ?1 O*NET, ?2 SOC, ?3 the row of ESCO.
WITH said(source_id, n, one, many) AS (
  SELECT source_id, count(*), 'task', 'tasks' FROM onet_task WHERE code = ?1 GROUP BY source_id
  UNION ALL SELECT source_id, count(*), 'skill or knowledge', 'skills and kinds of knowledge'
    FROM onet_rating WHERE code = ?1 GROUP BY source_id
  UNION ALL SELECT source_id, count(*), 'technology', 'technologies'
    FROM onet_technology WHERE code = ?1 GROUP BY source_id
  UNION ALL SELECT source_id, count(*), 'title', 'titles'
    FROM onet_title WHERE code = ?1 GROUP BY source_id
  UNION ALL SELECT source_id, count(*), 'related occupation', 'related occupations'
    FROM onet_related WHERE code = ?1 GROUP BY source_id
  UNION ALL SELECT source_id, count(*), 'interest', 'interests'
    FROM onet_interest WHERE code = ?1 GROUP BY source_id
  UNION ALL SELECT source_id, 1, 'description', 'descriptions'
    FROM onet_occupation WHERE code = ?1
  UNION ALL SELECT source_id, count(*), 'row of jobs and wages', 'rows of jobs and wages by industry'
    FROM oews WHERE soc = ?2 GROUP BY source_id
  UNION ALL SELECT source_id, 1, 'projection', 'projections' FROM projection WHERE soc = ?2
  UNION ALL SELECT source_id, count(*), 'linked field of study', 'linked fields of study'
    FROM crosswalk WHERE soc = ?2 GROUP BY source_id
  UNION ALL SELECT source_id, 1, 'description', 'descriptions' FROM esco_occupation WHERE id = ?3
  UNION ALL SELECT source_id, count(*), 'skill', 'skills'
    FROM esco_link WHERE occupation_id = ?3 GROUP BY source_id)
SELECT c.id, c.key, c.short, c.title, c.publisher, c.kind, c.period, c.licence, c.attribution, said.n,
  CASE said.n WHEN 1 THEN said.one ELSE said.many END
FROM said JOIN source c ON c.id = said.source_id ORDER BY c.id;

-- name: page_source_import
-- plan: search
SELECT rows_read, rows_kept, rows_rejected, release FROM main.import WHERE source_id = ?1;

-- `i`: source, place in it, its words, what it is about, then the texts whose labels stand in
-- src/page/explain_fact.c. Codes are the parameters.

-- name: fact_onet_occupation
-- plan: search
SELECT source_id, 'Occupation Data', NULL, title || ' (' || code || ')', description
FROM onet_occupation WHERE code = ?1;

-- name: fact_onet_zone
-- plan: search
SELECT o.source_id, 'Job Zones; Job Zone Reference', z.name, o.title || ': job zone ' || z.zone,
  z.experience, z.education, z.training
FROM onet_occupation o JOIN onet_zone z ON z.zone = o.job_zone WHERE o.code = ?1;

-- name: fact_onet_interest
-- plan: search
SELECT o.source_id, 'Interests, scale OI', NULL, o.title || ': interests',
  (SELECT group_concat(printf('%s %.2f', letter, value), ', ') FROM
    (SELECT letter, value FROM onet_interest WHERE code = ?1 ORDER BY value DESC)), '1-7'
FROM onet_occupation o WHERE o.code = ?1;

-- name: fact_onet_titles
-- plan: search
SELECT o.source_id, 'Alternate Titles', NULL, o.title || ': other titles',
  (SELECT count(*) FROM onet_title WHERE code = ?1),
  (SELECT group_concat(title, ', ') FROM (SELECT title FROM onet_title WHERE code = ?1 ORDER BY id))
FROM onet_occupation o WHERE o.code = ?1;

-- name: fact_onet_rating
-- plan: search
SELECT q.source_id, CASE l.kind WHEN 'skill' THEN 'Skills' ELSE 'Knowledge' END || ', element ' || q.element,
  NULL, o.title || ': ' || l.name,
  CASE q.importance_why WHEN 0 THEN printf('%.2f', q.importance) WHEN 6 THEN printf('%.2f, imprecise',
    q.importance) WHEN 4 THEN 'not relevant' WHEN 2 THEN 'suppressed' ELSE 'not stated' END || ' of 1-5',
  CASE q.level_why WHEN 0 THEN printf('%.2f of 0-7', q.level) WHEN 6 THEN printf('%.2f of 0-7, imprecise',
    q.level) WHEN 4 THEN 'not relevant' WHEN 2 THEN 'suppressed' ELSE 'not stated' END,
  CASE WHEN q.n IS NOT NULL THEN q.n || ' people who were asked' END,
  CASE WHEN 6 IN (q.importance_why, q.level_why)
    THEN 'too few answers: O*NET recommends to leave the value out' END
FROM onet_rating q JOIN onet_element l ON l.element = q.element
  LEFT JOIN onet_occupation o ON o.code = q.code
WHERE q.code = ?1 AND q.element = ?2;

-- name: fact_onet_technology
-- plan: search
-- What an occupation uses of one group.
SELECT t.source_id, 'Technology Skills', NULL,
  (SELECT title FROM onet_occupation WHERE code = ?1) || ': '
    || coalesce((SELECT title FROM onet_commodity WHERE commodity = t.commodity), 'other technologies'),
  group_concat(t.example, ', '),
  (SELECT group_concat(example, ', ') FROM onet_technology
    WHERE code = ?1 AND commodity = ?2 AND in_demand IS 1),
  (SELECT group_concat(example, ', ') FROM onet_technology WHERE code = ?1 AND commodity = ?2 AND hot IS 1)
FROM onet_technology t WHERE t.code = ?1 AND t.commodity = ?2 GROUP BY t.source_id;

-- name: fact_onet_task
-- plan: search
SELECT t.source_id, 'Task Statements, task ' || t.task, NULL,
  (SELECT title FROM onet_occupation WHERE code = t.code) || ': task', t.text,
  coalesce(lower(t.kind), 'not stated: core or supplemental')
FROM onet_task t WHERE t.id = ?1;

-- name: fact_onet_education
-- plan: search
SELECT q.source_id, 'Education, Training, and Experience, scale RL', NULL,
  (SELECT title FROM onet_occupation WHERE code = ?1) || ': ' || q.title,
  CASE WHEN q.percent IS NULL THEN 'not stated' ELSE printf('%g%% of those asked', q.percent) END,
  CASE WHEN q.n IS NOT NULL THEN q.n || ' people who were asked' END,
  CASE q.percent_why WHEN 6 THEN 'too few answers: O*NET recommends to leave the value out' END
FROM onet_education q WHERE q.code = ?1 AND q.category = ?2;

-- name: fact_onet_related
-- plan: search
SELECT q.source_id, 'Related Occupations', NULL,
  (SELECT title FROM onet_occupation WHERE code = ?1) || ' and '
    || (SELECT title FROM onet_occupation WHERE code = q.other),
  q.tier, printf('%d, 1 is the closest', q.rank)
FROM onet_related q WHERE q.code = ?1 AND q.rank = ?2;

-- name: fact_oews
-- plan: search
WITH w AS (SELECT * FROM oews WHERE id = ?1),
pay(at, name, value, why) AS (
  SELECT 1, '10th percentile', p10, p10_why FROM w UNION ALL SELECT 2, '25th', p25, p25_why FROM w
  UNION ALL SELECT 3, 'median', p50, p50_why FROM w UNION ALL SELECT 4, '75th', p75, p75_why FROM w
  UNION ALL SELECT 5, '90th', p90, p90_why FROM w)
SELECT w.source_id, s.locator, s.words, w.title || ': ' || CASE w.naics WHEN '000000'
    THEN 'all industries' ELSE w.industry END,
  CASE WHEN w.employment IS NULL THEN 'not reported' ELSE printf('%,d', w.employment) END,
  (SELECT group_concat(name || ' ' || CASE why WHEN 0 THEN printf('$%,d', value)
      WHEN 5 THEN printf('at least $%,d', value) ELSE 'not stated' END, ', ')
    FROM (SELECT * FROM pay ORDER BY at)),
  CASE w.mean_why WHEN 0 THEN printf('$%,d', w.mean) WHEN 5 THEN printf('at least $%,d', w.mean) END,
  CASE w.hourly_p50_why WHEN 0 THEN printf('$%.2f', w.hourly_p50)
    WHEN 5 THEN printf('at least $%.2f', w.hourly_p50) END,
  'base salary, before tax, in the whole US'
FROM w LEFT JOIN series s ON s.relation = 'oews' AND s.name = 'p50';

-- name: growth_all_jobs
-- All projected occupations together: how many, growth in percent, from when to when; how many of them grow by
-- less than ?1 percent.
SELECT count(*), 100.0 * sum(p.employment_to) / sum(p.employment) - 100, min(p.year_from),
  max(p.year_to), coalesce(sum(p.percent < ?1), 0), max(c.key)
FROM projection p JOIN source c ON c.id = p.source_id
WHERE p.employment > 0 AND p.employment_to IS NOT NULL AND p.percent IS NOT NULL;

-- name: fact_projection
-- plan: search
SELECT p.source_id, s.locator, s.words, p.title,
  printf('%,d in %d', p.employment, p.year_from), printf('%,d in %d', p.employment_to, p.year_to),
  printf('%+,d, %+g%% from %d to %d', p.change, p.percent, p.year_from, p.year_to),
  CASE WHEN p.openings IS NOT NULL
    THEN printf('%,d a year on average, %d-%d', p.openings, p.year_from, p.year_to) END,
  p.education, p.experience, p.training
FROM projection p LEFT JOIN series s ON s.relation = 'projection' AND s.name = 'employment_to'
WHERE p.id = ?1;

-- name: fact_esco_occupation
-- plan: search
SELECT source_id, 'occupations_en.csv', NULL, title || coalesce(' (' || code || ')', ''), description, uri
FROM esco_occupation WHERE id = ?1;

-- name: fact_esco_link
-- plan: search
SELECT l.source_id, 'occupationSkillRelations', NULL, o.title || ': ' || s.title,
  CASE l.essential WHEN 1 THEN 'essential' ELSE 'optional' END, s.kind, s.reuse, s.description
FROM esco_link l JOIN esco_occupation o ON o.id = l.occupation_id JOIN esco_skill s ON s.id = l.skill_id
WHERE l.occupation_id = ?1 AND l.skill_id = ?2;

-- name: fact_crosswalk
-- plan: search
-- A SOC code and a field with four digits.
SELECT x.source_id, 'CIP to SOC', NULL, printf('%02d.%02d', x.cip / 10000, x.cip / 100 % 100) || ' and ' || x.soc,
  (SELECT group_concat(printf('%02d.%04d %s', x.cip / 10000, x.cip % 10000, i.title), '; ')
    FROM crosswalk x JOIN cip i ON i.cip = x.cip
    WHERE x.soc = ?1 AND x.cip BETWEEN ?2 * 100 AND ?2 * 100 + 99),
  (SELECT count(*) FROM cip WHERE cip BETWEEN ?2 * 100 AND ?2 * 100 + 99)
FROM crosswalk x WHERE x.soc = ?1 AND x.cip BETWEEN ?2 * 100 AND ?2 * 100 + 99 LIMIT 1;

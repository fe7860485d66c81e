-- The few figures that stand for a thing on the shortlist (model/headline.h), and what a handout says.

-- name: headline_program
-- plan: search
-- Of a pack; ids from 16777216 on are the College Scorecard's.
SELECT p.name, s.name, p.status, p.months, p.months_max, p.cost, p.currency, p.cost_basis, p.audience, p.earnings,
  p.earnings_horizon, (SELECT c.key FROM program_fact f JOIN source c ON c.id = f.source_id WHERE f.id = p.cost_fact)
FROM program p JOIN school s ON s.id = p.school_id WHERE p.id = ?1;

-- name: headline_prices
-- plan: search
-- Of each unit, currency and audience the most trusted price, then the latest.
SELECT f.per, f.currency, f.audience, f.cost, c.key
FROM program_fact f JOIN source c ON c.id = f.source_id
WHERE f.parent_id = ?1 AND f.cost IS NOT NULL AND coalesce(f.per, 'unstated') <> 'unstated'
ORDER BY f.per, f.audience, f.currency,
  CASE f.confidence WHEN 'high' THEN 0 WHEN 'medium' THEN 1 ELSE 2 END, f.as_of_year DESC, f.id;

-- name: headline_scorecard
-- plan: search
SELECT v.program, v.school, v.tuition_in, v.tuition_out, v.earnings, v.debt, c.key,
  (SELECT h.words FROM sc_horizon h WHERE h.name = 'earnings'), v.level
FROM v_scorecard v JOIN source c ON c.id = v.source_id WHERE v.row = ?1;

-- name: headline_skill
-- plan: search
SELECT k.name, (SELECT count(DISTINCT x.role_id) FROM role_skill x WHERE x.skill_id = k.id),
  (SELECT count(DISTINCT x.role_id) FROM role_skill x WHERE x.skill_id = k.id AND x.tier = 'must'),
  (SELECT count(DISTINCT x.role_id) FROM role_skill x WHERE x.skill_id = k.id AND x.tier = 'skip')
FROM skill k WHERE k.slug = ?1;

-- name: headline_read
SELECT json_extract(j.value, '$.measure'), json_extract(j.value, '$.says'), json_extract(j.value, '$.low'),
  json_extract(j.value, '$.high'), json_extract(j.value, '$.unit'), json_extract(j.value, '$.source'),
  json_type(j.value) = 'object' AND json_type(j.value, '$.measure') = 'text' AND json_type(j.value, '$.says') = 'text'
    AND coalesce(json_type(j.value, '$.low'), 'null') IN ('null', 'integer', 'real')
    AND coalesce(json_type(j.value, '$.high'), 'null') IN ('null', 'integer', 'real')
    AND coalesce(json_type(j.value, '$.unit'), 'null') IN ('null', 'text')
    AND coalesce(json_type(j.value, '$.source'), 'null') IN ('null', 'text')
FROM json_each(?1) j ORDER BY j.key;

-- name: headline_array
SELECT json_valid(?1) AND json_type(CASE WHEN json_valid(?1) THEN ?1 ELSE '0' END) = 'array';

-- name: handout_role
-- plan: search
SELECT id, slug, title FROM role WHERE id = ?1;

-- name: handout_degree
-- Who says which degree a role takes.
SELECT DISTINCT q.source_id FROM served s JOIN requirement q ON q.role_id = s.id
WHERE s.role_id = ?1 AND q.credential IN ('doctorate', 'master', 'bachelor', 'associate', 'portfolio')
ORDER BY q.source_id;

-- name: handout_program_sources
-- plan: search
SELECT DISTINCT f.source_id FROM program p JOIN program_fact f ON f.parent_id = p.id
WHERE p.key = ?1 ORDER BY f.source_id;

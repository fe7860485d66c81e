-- What roles are ranked by (model/rank.h).

-- name: rank_roles
-- Roles of packs but for whole fields; with occupations (?1) these too, of ESCO only those that are more besides.
SELECT r.id, r.slug, r.title FROM role r
WHERE (r.pack <> 'import' AND r.kind NOT IN ('specialization', 'occupation'))
  OR (?1 AND r.kind = 'occupation' AND (r.pack <> 'import'
    OR EXISTS (SELECT 1 FROM role_code c WHERE c.role_id = r.id AND c.scheme IN ('onet', 'soc'))))
ORDER BY r.id;

-- name: rank_role
-- plan: search
SELECT id, slug, title FROM role WHERE id = ?1;

-- name: rank_slug
-- plan: search
SELECT id FROM role WHERE slug = ?1;

-- name: rank_tiers
-- What packs say that roles want, of the role itself and of its field: the firmest tier as enum skill_rank.
SELECT s.role_id, k.skill_id, s.borrowed, min(CASE k.tier WHEN 'must' THEN 0 WHEN 'important' THEN 1
  WHEN 'nice' THEN 2 WHEN 'skip' THEN 4 ELSE 3 END)
FROM served s JOIN role_skill k ON k.role_id = s.id
WHERE NOT s.borrowed OR NOT EXISTS (SELECT 1 FROM role_skill o WHERE o.role_id = s.role_id)
GROUP BY s.role_id, s.borrowed, k.skill_id ORDER BY s.role_id;

-- name: rank_ratings
-- How many skills occupations want, and their weight in all, as skillset_ratings has it of one.
SELECT c.role_id, q.n, q.weight, q.code
FROM (SELECT role_id, min(code) AS code FROM role_code WHERE scheme = 'onet' GROUP BY role_id) c
  JOIN (SELECT code, count(*) AS n, sum(importance - 2) AS weight FROM onet_rating WHERE importance >= 3
    GROUP BY code) q ON q.code = c.code;

-- name: rank_rating_of
-- plan: search
-- The same of one role.
SELECT ?1, count(*), sum(importance - 2), min(code) FROM onet_rating
WHERE code = (SELECT min(c.code) FROM role_code c WHERE c.role_id = ?1 AND c.scheme = 'onet') AND importance >= 3;

-- name: rank_rated
-- plan: search
-- Which occupations want a skill of the O*NET, by each of their codes.
SELECT c.role_id, q.importance, q.level, q.code
FROM skill_code k JOIN onet_rating q ON q.element = k.code AND q.importance >= 3
  JOIN role_code c ON c.scheme = 'onet' AND c.code = q.code
WHERE k.skill_id = ?1 AND k.scheme = 'onet';

-- name: rank_asked
-- The least degree that sources call required or typical, the official statistics among them: 4 associate's .. 7
-- doctorate.
SELECT role_id, min(degree) FROM (
  SELECT role_id, CASE credential WHEN 'associate' THEN 4 WHEN 'bachelor' THEN 5 WHEN 'master' THEN 6 ELSE 7 END AS degree
  FROM requirement WHERE strength IN ('required', 'typical')
    AND credential IN ('associate', 'bachelor', 'master', 'doctorate')
  UNION ALL
  SELECT c.role_id, CASE substr(p.education, 1, 4) WHEN 'Asso' THEN 4 WHEN 'Bach' THEN 5 WHEN 'Mast' THEN 6
    WHEN 'Doct' THEN 7 ELSE 0 END
  FROM projection p JOIN role_code c ON c.scheme = 'soc' AND c.code = p.soc WHERE p.education IS NOT NULL)
GROUP BY role_id ORDER BY role_id;

-- name: rank_programs
-- Open programs with a price or a length, and what is of which field of study.
SELECT p.id, p.key, p.field, p.award, p.mode, p.cost, p.cost_basis, p.currency, p.months, p.cost_fact,
  (SELECT f.id FROM program_fact f WHERE f.parent_id = p.id AND round(f.months) = p.months
    ORDER BY f.confidence = 'high' DESC, f.confidence = 'medium' DESC, f.as_of_year DESC, f.id LIMIT 1)
FROM program p WHERE p.status = 'open' AND (p.cost IS NOT NULL OR p.months IS NOT NULL)
ORDER BY p.field, p.id;

-- name: rank_fields
SELECT DISTINCT role_id, field FROM role_field WHERE field IN (SELECT field FROM program) ORDER BY role_id, field;

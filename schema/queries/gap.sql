-- What roles want, for gaps and likeness (model/skillset.h).

-- name: skillset_role
-- plan: search
SELECT slug, title FROM role WHERE id = ?1;

-- name: skillset_tiers
-- All that is said of each skill, of the role itself before the field that serves it.
SELECT k.id, k.skill_id, w.slug, w.name, k.tier, k.bar, k.source_id, s.borrowed,
  EXISTS (SELECT 1 FROM skill_dispute d WHERE d.role_id = ?1 AND d.skill_id = k.skill_id)
FROM served s JOIN role_skill k ON k.role_id = s.id JOIN skill w ON w.id = k.skill_id
WHERE s.role_id = ?1 ORDER BY w.name, k.skill_id, s.borrowed, k.id;

-- name: skillset_ratings
-- plan: search
-- Of the first of its O*NET codes, the whole occupation before its parts.
SELECT k.skill_id, w.slug, w.name, q.importance, q.level, q.source_id
FROM onet_rating q JOIN skill_code k ON k.scheme = 'onet' AND k.code = q.element JOIN skill w ON w.id = k.skill_id
WHERE q.code = (SELECT min(c.code) FROM role_code c WHERE c.role_id = ?1 AND c.scheme = 'onet')
  AND q.importance >= 3
ORDER BY w.name, k.skill_id;

-- name: near_ratings
-- Every occupation with what it wants, by role, then by skill.
SELECT c.role_id, k.skill_id, q.importance
FROM (SELECT role_id, min(code) AS code FROM role_code WHERE scheme = 'onet' GROUP BY role_id) c
  JOIN onet_rating q ON q.code = c.code AND q.importance >= 3
  JOIN skill_code k ON k.scheme = 'onet' AND k.code = q.element
ORDER BY c.role_id, k.skill_id;

-- name: near_tiers
-- Roles of packs with what is said of them themselves: the firmest tier (0 must .. 3 named, 4 skip).
SELECT k.role_id, k.skill_id, min(CASE k.tier WHEN 'must' THEN 0 WHEN 'important' THEN 1 WHEN 'nice' THEN 2
  WHEN 'skip' THEN 4 ELSE 3 END)
FROM role_skill k JOIN role r ON r.id = k.role_id
WHERE r.kind <> 'specialization' OR r.id = ?1 -- a whole field is no role to go to
GROUP BY k.role_id, k.skill_id ORDER BY k.role_id, k.skill_id;

-- name: near_any_ratings
-- plan: search
SELECT EXISTS (SELECT 1 FROM onet_rating WHERE code > '');

-- name: near_through
-- The nearest occupations that have ratings, as a source orders them.
SELECT n.occupation_id FROM v_nearest n JOIN role_code c ON c.role_id = n.occupation_id AND c.scheme = 'onet'
WHERE n.role_id = ?1 AND EXISTS (SELECT 1 FROM onet_rating q WHERE q.code = c.code AND q.importance >= 3)
GROUP BY n.occupation_id ORDER BY min(n.id);

-- name: near_role
-- plan: search
SELECT r.slug, r.title, (SELECT o.job_zone FROM onet_occupation o WHERE o.code =
  (SELECT min(c.code) FROM role_code c WHERE c.role_id = r.id AND c.scheme = 'onet'))
FROM role r WHERE r.id = ?1;

-- name: near_skill
-- plan: search
SELECT name FROM skill WHERE id = ?1;

-- name: skill_named
-- plan: search
SELECT slug, name FROM skill WHERE id = ?1;

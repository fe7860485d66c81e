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

-- name: near_codes
-- The code by which O*NET rates a role: of several the whole occupation before its parts.
SELECT min(code) AS code, role_id FROM role_code WHERE scheme = 'onet' GROUP BY role_id ORDER BY code;

-- name: near_ratings
-- What every occupation wants, skill by skill; the roles are found by their codes afterwards, and levels only where one
-- rates oneself: this way the index alone is read.
SELECT k.skill_id, q.code, q.importance
FROM skill_code k CROSS JOIN onet_rating q ON q.element = k.code AND q.importance >= 3
WHERE k.scheme = 'onet';

-- name: near_levels
-- plan: search
SELECT q.code, q.level FROM skill_code k JOIN onet_rating q ON q.element = k.code AND q.importance >= 3
WHERE k.skill_id = ?1 AND k.scheme = 'onet';

-- name: near_tiers
-- Roles of packs with what is said of them themselves: the firmest tier (0 must .. 3 named, 4 skip). A whole field is no
-- role to go to.
SELECT k.role_id, k.skill_id, min(CASE k.tier WHEN 'must' THEN 0 WHEN 'important' THEN 1 WHEN 'nice' THEN 2
  WHEN 'skip' THEN 4 ELSE 3 END), r.kind = 'specialization'
FROM role_skill k JOIN role r ON r.id = k.role_id
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

-- name: near_degree
-- plan: search
-- Degrees that sources call required or typical of a role itself, and what the projections say that one enters with: how
-- high (model/near.h), and where it is said.
SELECT CASE q.credential WHEN 'none' THEN 1 WHEN 'high-school' THEN 2 WHEN 'associate' THEN 4 WHEN 'bachelor' THEN 5
    WHEN 'master' THEN 6 ELSE 7 END AS height, 'requirement:' || q.id
FROM requirement q WHERE q.role_id = ?1 AND q.strength IN ('required', 'typical')
  AND q.credential IN ('none', 'high-school', 'associate', 'bachelor', 'master', 'doctorate')
UNION ALL
SELECT CASE p.education WHEN 'No formal educational credential' THEN 1 WHEN 'High school diploma or equivalent' THEN 2
    WHEN 'Some college, no degree' THEN 3 WHEN 'Postsecondary nondegree award' THEN 3 WHEN 'Associate''s degree' THEN 4
    WHEN 'Bachelor''s degree' THEN 5 WHEN 'Master''s degree' THEN 6 WHEN 'Doctoral or professional degree' THEN 7 END,
  'projection:' || p.id
FROM role_code c JOIN projection p ON p.soc = c.code WHERE c.role_id = ?1 AND c.scheme = 'soc'
ORDER BY height DESC;

-- name: near_skill
-- plan: search
SELECT name FROM skill WHERE id = ?1;

-- name: skill_named
-- plan: search
SELECT slug, name FROM skill WHERE id = ?1;

-- name: mine_skill
-- plan: search
SELECT id, name FROM skill WHERE slug = ?1;

-- name: any_interest
-- plan: search
SELECT EXISTS (SELECT 1 FROM onet_interest WHERE code > '');

-- Occupational interests of O*NET beside roles (model/interest.h).

-- name: interest_occupations
-- Every occupation that has them, six values each.
SELECT c.role_id, r.slug, r.title, c.code, i.letter, i.value, i.source_id
FROM (SELECT role_id, min(code) AS code FROM role_code WHERE scheme = 'onet' GROUP BY role_id) c
  JOIN onet_interest i ON i.code = c.code JOIN role r ON r.id = c.role_id
ORDER BY c.role_id;

-- name: interest_of_role
-- plan: search
SELECT i.letter, i.value, i.source_id, i.code FROM onet_interest i
WHERE i.code = (SELECT min(code) FROM role_code WHERE role_id = ?1 AND scheme = 'onet');

-- name: interest_through
-- The nearest occupations, as a source orders them.
SELECT n.occupation_id, r.title FROM v_nearest n JOIN role r ON r.id = n.occupation_id
WHERE n.role_id = ?1 GROUP BY n.occupation_id ORDER BY min(n.id);

-- name: interest_roles
-- Roles of packs; a whole field is no role.
SELECT id FROM role WHERE kind NOT IN ('occupation', 'specialization') ORDER BY id;

-- name: interest_role
-- plan: search
SELECT slug, title FROM role WHERE id = ?1;

-- Things of which a person keeps something, by their stable keys: row id and title.

-- name: kept_roles
-- plan: search
SELECT id, title FROM role WHERE slug = ?1;

-- name: kept_skills
-- plan: search
SELECT id, name FROM skill WHERE slug = ?1;

-- name: kept_role_key
-- plan: search
SELECT slug FROM role WHERE id = ?1;

-- name: kept_skill_key
-- plan: search
SELECT slug FROM skill WHERE id = ?1;

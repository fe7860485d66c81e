-- Skills of the publishers' sets: linking (src/build/skills.c), and their part of a skill's page.

-- name: link_skill_names
-- What packs call their skills; their other names are often of wider things.
SELECT id, name FROM skill WHERE pack <> 'import' ORDER BY id;

-- name: link_skills
-- Scheme, code, name, category, aliases.
SELECT 'onet', element, name, 'O*NET ' || kind, NULL FROM onet_element
UNION ALL SELECT 'technology', example, example, 'technology', NULL FROM onet_technology GROUP BY example
UNION ALL SELECT 'esco', CAST(id AS TEXT), title,
  CASE kind WHEN 'knowledge' THEN 'ESCO knowledge' ELSE 'ESCO skill' END, aliases FROM esco_skill
ORDER BY 1, 2;

-- name: link_skill_slug
-- plan: search
SELECT 1 FROM skill WHERE slug = ?1;

-- name: link_skill
INSERT INTO skill (id, pack, slug, name, category, aliases) VALUES (?1, 'import', ?2, ?3, ?4, ?5);

-- name: link_skill_code
INSERT INTO skill_code (scheme, code, skill_id) VALUES (?1, ?2, ?3);

-- name: skill_sets_count
-- plan: search
-- Of one or several sets: by role, each once.
SELECT count(DISTINCT n.role_id) FROM (
  SELECT n.role_id FROM skill_code k JOIN onet_rating q ON q.element = k.code AND q.importance >= 3
    JOIN role_code n ON n.scheme = 'onet' AND n.code = q.code
    WHERE k.skill_id = ?1 AND k.scheme = 'onet'
  UNION ALL SELECT n.role_id FROM skill_code k JOIN onet_technology t ON t.example = k.code
    JOIN role_code n ON n.scheme = 'onet' AND n.code = t.code
    WHERE k.skill_id = ?1 AND k.scheme = 'technology'
  UNION ALL SELECT n.role_id FROM skill_code k JOIN esco_link l ON l.skill_id = k.code
    JOIN esco_occupation o ON o.id = l.occupation_id
    JOIN role_code n ON n.scheme = 'esco' AND n.code = o.uri
    WHERE k.skill_id = ?1 AND k.scheme = 'esco') n;

-- name: skill_of_sets
-- plan: search
-- What ESCO says a skill is.
SELECT s.description, s.kind, s.reuse, c.short FROM skill_code k JOIN esco_skill s ON s.id = k.code
  JOIN source c ON c.id = s.source_id
WHERE k.skill_id = ?1 AND k.scheme = 'esco' ORDER BY s.id;

-- name: skill_rated
-- plan: search
-- Occupations by how much it matters there; those where it does not are left out.
SELECT q.code, q.element, r.title, r.slug, q.importance, q.importance_why, q.level, q.level_why, c.short
FROM skill_code k JOIN onet_rating q ON q.element = k.code JOIN source c ON c.id = q.source_id
  JOIN role_code n ON n.scheme = 'onet' AND n.code = q.code JOIN role r ON r.id = n.role_id
WHERE k.skill_id = ?1 AND k.scheme = 'onet' AND q.importance >= 3
ORDER BY q.importance DESC, q.level DESC, r.title;

-- name: skill_technology
-- plan: search
-- Occupations that use it: where adverts ask for it first.
SELECT t.code, t.commodity, r.title, r.slug, t.hot IS 1, t.in_demand IS 1, m.title, c.short
FROM skill_code k JOIN onet_technology t ON t.example = k.code JOIN source c ON c.id = t.source_id
  JOIN role_code n ON n.scheme = 'onet' AND n.code = t.code JOIN role r ON r.id = n.role_id
  LEFT JOIN onet_commodity m ON m.commodity = t.commodity
WHERE k.skill_id = ?1 AND k.scheme = 'technology' ORDER BY t.in_demand IS NOT 1, r.title, t.code;

-- name: skill_esco
-- plan: search
SELECT l.occupation_id, l.skill_id, r.title, r.slug, l.essential, c.short
FROM skill_code k JOIN esco_link l ON l.skill_id = k.code JOIN source c ON c.id = l.source_id
  JOIN esco_occupation o ON o.id = l.occupation_id
  JOIN role_code n ON n.scheme = 'esco' AND n.code = o.uri JOIN role r ON r.id = n.role_id
WHERE k.skill_id = ?1 AND k.scheme = 'esco' ORDER BY l.essential DESC, r.title, l.occupation_id;

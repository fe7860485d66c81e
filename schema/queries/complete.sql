-- Keys for the completion of command lines, in order: the key, its name, and (where keys are paths)
-- the name of all that have the same first part. Of those from ?1 on and before ?2 the first ?3, and
-- the last one.

-- name: complete_roles
-- plan: search
SELECT * FROM (SELECT slug, title FROM role WHERE slug >= ?1 AND slug < ?2 ORDER BY slug LIMIT ?3)
UNION SELECT slug, title FROM role
  WHERE slug = (SELECT max(slug) FROM role WHERE slug >= ?1 AND slug < ?2)
ORDER BY 1;

-- name: complete_programs
-- plan: search
SELECT * FROM (SELECT p.key, s.name || ': ' || p.name, s.name
  FROM program p JOIN school s ON s.id = p.school_id
  WHERE p.key >= ?1 AND p.key < ?2 ORDER BY p.key LIMIT ?3)
UNION SELECT p.key, s.name || ': ' || p.name, s.name
  FROM program p JOIN school s ON s.id = p.school_id
  WHERE p.key = (SELECT max(key) FROM program WHERE key >= ?1 AND key < ?2)
ORDER BY 1;

-- name: complete_skills
-- plan: search
SELECT * FROM (SELECT slug, name FROM skill WHERE slug >= ?1 AND slug < ?2 ORDER BY slug LIMIT ?3)
UNION SELECT slug, name FROM skill
  WHERE slug = (SELECT max(slug) FROM skill WHERE slug >= ?1 AND slug < ?2)
ORDER BY 1;

-- name: complete_sources
-- plan: search
SELECT * FROM (SELECT key, title, 'sources of the pack ' || pack FROM source
  WHERE key >= ?1 AND key < ?2 ORDER BY key LIMIT ?3)
UNION SELECT key, title, 'sources of the pack ' || pack FROM source
  WHERE key = (SELECT max(key) FROM source WHERE key >= ?1 AND key < ?2)
ORDER BY 1;

-- name: complete_factors
-- The kinds of factors that state a number; further ones of a kind have a number behind it.
SELECT factor, coalesce(max(label), factor), '' FROM factor
WHERE factor >= ?1 AND factor < ?2 AND coalesce(low, high) IS NOT NULL
GROUP BY factor ORDER BY factor LIMIT ?3;

-- name: complete_terms
-- plan: search
SELECT * FROM (SELECT slug, term FROM term WHERE slug >= ?1 AND slug < ?2 ORDER BY slug LIMIT ?3)
UNION SELECT slug, term FROM term
  WHERE slug = (SELECT max(slug) FROM term WHERE slug >= ?1 AND slug < ?2)
ORDER BY 1;

-- name: complete_guide
SELECT * FROM (SELECT slug, heading FROM guide_entry WHERE slug >= ?1 AND slug < ?2 ORDER BY slug LIMIT ?3)
UNION SELECT slug, heading FROM guide_entry
  WHERE slug = (SELECT max(slug) FROM guide_entry WHERE slug >= ?1 AND slug < ?2)
ORDER BY 1

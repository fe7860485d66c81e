-- What the store layer itself asks of a catalog.

-- name: store_meta
-- plan: search
SELECT value FROM meta WHERE key = ?1

-- name: store_schema
SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite!_%' ESCAPE '!'

-- The person's own file.

-- name: profile_get
-- plan: search
SELECT value FROM setting WHERE name = ?1

-- name: profile_set
INSERT INTO setting (name, value) VALUES (?1, ?2)
ON CONFLICT (name) DO UPDATE SET value = excluded.value

-- name: profile_unset
-- plan: search
DELETE FROM setting WHERE name = ?1

-- name: profile_mark
INSERT INTO mark (list, key) VALUES (?1, ?2) ON CONFLICT DO NOTHING

-- name: profile_unmark
-- plan: search
DELETE FROM mark WHERE list = ?1 AND key = ?2

-- name: profile_marks
-- plan: search
SELECT key FROM mark WHERE list = ?1 ORDER BY key

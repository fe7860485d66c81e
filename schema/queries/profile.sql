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

-- name: profile_save
INSERT INTO saved (list, name, query, off, adds) VALUES (?1, ?2, ?3, ?4, ?5)
ON CONFLICT (list, name) DO UPDATE
SET query = excluded.query, off = excluded.off, adds = excluded.adds, made = excluded.made

-- name: profile_forget
-- plan: search
DELETE FROM saved WHERE list = ?1 AND name = ?2

-- name: profile_load
-- plan: search
SELECT name, query, off, adds FROM saved WHERE list = ?1 AND name = ?2

-- name: profile_saved
-- plan: search
SELECT name, query, off, adds FROM saved WHERE list = ?1 ORDER BY name

-- name: profile_use
INSERT INTO usage (command, n, last) VALUES (?1, 1, strftime('%s', 'now'))
ON CONFLICT (command) DO UPDATE SET n = n + 1, last = excluded.last

-- name: profile_uses
SELECT command, n, last FROM usage ORDER BY n DESC, last DESC, command

-- name: profile_history_drop
-- plan: search
DELETE FROM history WHERE kind = ?1 AND line = ?2

-- name: profile_history_add
INSERT INTO history (kind, line) VALUES (?1, ?2)

-- name: profile_history_trim
-- plan: search
DELETE FROM history WHERE kind = ?1 AND id <=
  (SELECT id FROM history WHERE kind = ?1 ORDER BY id DESC LIMIT 1 OFFSET ?2)

-- name: profile_history
-- plan: search
SELECT line FROM history WHERE kind = ?1 ORDER BY id

-- name: profile_skill_set
INSERT INTO skill_state (skill, name, state, level) VALUES (?1, ?2, ?3, ?4)
ON CONFLICT (skill) DO UPDATE
SET name = excluded.name, state = excluded.state, level = excluded.level, changed = excluded.changed

-- name: profile_skill_forget
-- plan: search
DELETE FROM skill_state WHERE skill = ?1

-- name: profile_skills
SELECT skill, name, state, level FROM skill_state ORDER BY skill

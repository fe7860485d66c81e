-- What a person considers, notes, has looked at and answers: tables of 004_plan.sql.

-- name: profile_item_put
INSERT INTO item (list, key, title, headline, added, position)
VALUES (?1, ?2, ?3, ?4, coalesce(?5, strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
  (SELECT coalesce(max(position), 0) + 1 FROM item))
ON CONFLICT (list, key) DO UPDATE SET title = excluded.title, headline = excluded.headline

-- name: profile_item_drop
-- plan: search
DELETE FROM item WHERE list = ?1 AND key = ?2

-- name: profile_items_number
UPDATE item SET position = r.n
FROM (SELECT list, key, row_number() OVER (ORDER BY position, list, key) AS n FROM item) AS r
WHERE item.list = r.list AND item.key = r.key AND item.position IS NOT r.n

-- name: profile_item_move
WITH here AS (SELECT position AS at FROM item WHERE list = ?1 AND key = ?2)
UPDATE item SET position = position + iif(list = ?1 AND key = ?2, ?3, -?3)
WHERE position IN (SELECT at FROM here UNION ALL SELECT at + ?3 FROM here)
  AND (SELECT at + ?3 FROM here) IN (SELECT position FROM item)

-- name: profile_items
SELECT list, key, title, position, headline, added FROM item ORDER BY position, list, key

-- name: profile_note_set
INSERT INTO note (list, key, title, text) VALUES (?1, ?2, ?3, ?4)
ON CONFLICT (list, key) DO UPDATE
SET title = excluded.title, text = excluded.text, changed = excluded.changed
WHERE text IS NOT excluded.text OR title IS NOT excluded.title

-- name: profile_note_forget
-- plan: search
DELETE FROM note WHERE list = ?1 AND key = ?2

-- name: profile_note
-- plan: search
SELECT text FROM note WHERE list = ?1 AND key = ?2

-- name: profile_notes
SELECT list, key, title, text, changed FROM note ORDER BY list, key

-- name: profile_tag
INSERT INTO tag (list, key, title, tag) VALUES (?1, ?2, ?3, ?4)
ON CONFLICT (list, key, tag) DO UPDATE SET title = excluded.title WHERE title IS NOT excluded.title

-- name: profile_untag
-- plan: search
DELETE FROM tag WHERE list = ?1 AND key = ?2 AND tag = ?4

-- name: profile_tags
SELECT list, key, title, tag FROM tag ORDER BY tag, list, key

-- Milliseconds: several things are looked at in one second.
-- name: profile_look
INSERT INTO looked (list, key, title, n, last)
VALUES (?1, ?2, ?3, 1, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
ON CONFLICT (list, key) DO UPDATE
SET title = excluded.title, n = n + 1, last = max(last, excluded.last)

-- name: profile_look_trim
DELETE FROM looked WHERE (list, key) IN
  (SELECT list, key FROM looked ORDER BY last DESC, list, key LIMIT -1 OFFSET ?1)

-- name: profile_looked
SELECT list, key, title, n, last FROM looked ORDER BY last DESC, list, key

-- name: profile_answer_set
INSERT INTO answer (item, value) VALUES (?1, ?2)
ON CONFLICT (item) DO UPDATE SET value = excluded.value, changed = excluded.changed
WHERE value IS NOT excluded.value

-- name: profile_answer_forget
-- plan: search
DELETE FROM answer WHERE item = ?1

-- name: profile_answers
SELECT item, value FROM answer ORDER BY item

-- name: profile_step_add
INSERT INTO step (words, place, change) VALUES (?1, ?2, ?3) RETURNING id, made

-- name: profile_step_drop_undone
DELETE FROM step WHERE undone > 0

-- Of what is behind the newest ?1, or behind ?2 bytes of newer ones.
-- name: profile_step_trim
DELETE FROM step WHERE id IN
  (SELECT id FROM
    (SELECT id, row_number() OVER newest AS nth,
       sum(length(change)) OVER newest - length(change) AS newer
     FROM step WINDOW newest AS (ORDER BY id DESC))
   WHERE nth > ?1 OR newer > ?2)

-- name: profile_step_to_undo
SELECT id, words, place, made, change FROM step
WHERE undone = 0 AND (?1 = 0 OR id = ?1) ORDER BY id DESC LIMIT 1

-- name: profile_step_to_redo
SELECT id, words, place, made, change FROM step
WHERE undone > 0 AND (?1 = 0 OR id = ?1) ORDER BY undone DESC LIMIT 1

-- name: profile_step_undone
-- plan: search
UPDATE step SET undone = (SELECT max(undone) + 1 FROM step) WHERE id = ?1

-- name: profile_step_redone
-- plan: search
UPDATE step SET undone = 0 WHERE id = ?1

-- name: profile_steps
SELECT id, words, place, made, undone FROM step ORDER BY id DESC

-- Stored frames.

-- name: frame_get
-- plan: search
SELECT id, format, byte_order, spec_hash, rows, length(ids) FROM frame WHERE name = ?1

-- name: frame_columns
-- plan: search
SELECT id, pos, width, length(dict_off), length(fold_off), length(dict_text), length(fold_text),
  length(start), length(item), length(codes)
FROM frame_column WHERE frame_id = ?1 ORDER BY pos

-- name: frame_drop_columns
-- plan: search
DELETE FROM frame_column WHERE frame_id IN (SELECT id FROM frame WHERE name = ?1)

-- name: frame_drop
-- plan: search
DELETE FROM frame WHERE name = ?1

-- name: frame_put
INSERT INTO frame (name, format, byte_order, spec_hash, rows, ids)
VALUES (?1, ?2, ?3, ?4, ?5, ?6)

-- name: frame_put_column
INSERT INTO frame_column (frame_id, pos, width, dict_off, fold_off, dict_text, fold_text, start,
  item, codes)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)

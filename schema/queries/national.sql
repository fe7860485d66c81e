-- The publishers' sets as they come into a catalog (career import).

-- name: national_series
INSERT INTO series (source_id, relation, name, measure, statistic, unit, per, basis, period, place,
  audience, locator, words, horizon_lo, horizon_hi)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15);

-- name: derive_series_away
UPDATE series SET id = -id;

-- name: derive_series_number
UPDATE series SET id = (SELECT count(*) FROM series s
  WHERE (s.source_id, s.relation, s.name) <= (series.source_id, series.relation, series.name));

-- name: national_source
INSERT INTO source (id, pack, key, title, short, publisher, url, kind, licence, attribution)
VALUES (?1, 'import', ?2, ?3, ?2, ?4, ?5, ?6, ?7, ?8);

-- name: national_released
-- plan: search
UPDATE source SET short = key || coalesce(' ' || ?2, ''), period = ?3 WHERE id = ?1;

-- name: national_import
INSERT INTO import (source_id, kind, release, files, rows_read, rows_kept, rows_rejected, repairs, absent)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9);

-- name: national_kinds
SELECT kind FROM import ORDER BY source_id;

-- name: national_hash
SELECT kind, release, files, rows_read, rows_kept, repairs, absent FROM import ORDER BY source_id;

-- Copying from the catalog that is replaced (build/copy.c).

-- name: copy_tables
SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!' ORDER BY rowid;

-- name: copy_names_source
SELECT 1 FROM pragma_table_info(?1) WHERE name = 'source_id';

-- Linking codes to roles (build/link.c). What is found has: code, SOC code that it is, title, summary, family, and
-- what tells it from another of the same title.

-- name: link_packs
INSERT OR IGNORE INTO role_code (scheme, code, role_id)
SELECT substr(j.value, 1, instr(j.value, ':') - 1), substr(j.value, instr(j.value, ':') + 1), r.id
FROM role r, json_each(r.codes) j WHERE r.codes IS NOT NULL AND instr(j.value, ':') > 1 ORDER BY r.id;

-- name: link_onet
SELECT code, CASE WHEN code LIKE '%.00' THEN soc END, title, description, NULL, code
FROM onet_occupation ORDER BY code;

-- name: link_soc
SELECT soc, soc, title, NULL, NULL, soc FROM (
  SELECT 1 AS part, soc, min(title) AS title FROM oews WHERE level = 'detailed' GROUP BY soc
  UNION ALL SELECT 2, soc, title FROM projection WHERE soc NOT LIKE '%00')
ORDER BY part, soc;

-- name: link_esco
SELECT o.uri, NULL, o.title, o.description,
  coalesce((SELECT g.title FROM esco_group g WHERE g.code = substr(ltrim(o.isco, 'C'), 1, 1)),
    'Other Occupations'),
  coalesce(o.code, o.isco, o.uri)
FROM esco_occupation o ORDER BY o.uri;

-- name: link_find
-- plan: search
SELECT role_id FROM role_code WHERE scheme = ?1 AND code = ?2;

-- name: link_put
INSERT OR IGNORE INTO role_code (scheme, code, role_id) VALUES (?1, ?2, ?3);

-- name: link_slug
-- plan: search
SELECT 1 FROM role WHERE slug = ?1;

-- name: link_role
INSERT INTO role (id, pack, slug, title, kind, family, summary, codes)
VALUES (?1, 'import', ?2, ?3, 'occupation', ?4, ?5,
  CASE WHEN ?8 IS NULL THEN json_array(?6 || ':' || ?7) ELSE json_array(?6 || ':' || ?7, 'soc:' || ?8) END);

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

-- name: national_part
INSERT INTO import_part (source_id, part, name, release, period, retrieved, files, rows_read, rows_kept,
  rows_rejected, repairs, absent)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12);

-- name: national_parts
-- plan: search
SELECT part, release, period FROM import_part WHERE source_id = ?1 ORDER BY part;

-- name: national_released
-- plan: search
UPDATE source SET short = ?2, period = ?3,
  retrieved = (SELECT max(p.retrieved) FROM import_part p WHERE p.source_id = ?1),
  retrieved_year = (SELECT CAST(substr(max(p.retrieved), 1, 4) AS INTEGER) FROM import_part p
    WHERE p.source_id = ?1)
WHERE id = ?1;

-- All parts together; ?4 names those that there are.
-- name: derive_import
INSERT INTO import (source_id, kind, release, files, rows_read, rows_kept, rows_rejected, repairs, absent)
SELECT ?1, ?2, ?3,
  (SELECT json_group_array(value) FROM (SELECT j.value FROM import_part q, json_each(q.files) j
    WHERE q.source_id = ?1 ORDER BY q.part, j.key)),
  sum(rows_read), sum(rows_kept), sum(rows_rejected), sum(repairs),
  (SELECT json_group_array(name) FROM (SELECT name FROM (
      SELECT j.value AS name, q.part * 1000 + j.key AS place
      FROM import_part q, json_each(q.absent) j WHERE q.source_id = ?1
      UNION ALL SELECT j.value, j.key * 1000 FROM json_each(?4) j
      WHERE j.value NOT IN (SELECT name FROM import_part WHERE source_id = ?1))
    GROUP BY name ORDER BY min(place)))
FROM import_part WHERE source_id = ?1;

-- Figures of packs that a set says as well: out of the way, and back where it does not (any more).

-- name: derive_aside_back
INSERT INTO figure_row SELECT * FROM figure_aside;

-- name: derive_aside_empty
DELETE FROM figure_aside;

-- name: derive_aside
INSERT INTO figure_aside
SELECT f.* FROM import i JOIN source c ON c.importer = i.kind JOIN figure_row f ON f.source_id = c.id
WHERE f.about_kind = 'role' AND EXISTS (SELECT 1 FROM set_figure g
  WHERE g.about_id = f.about_id AND g.source_id = i.source_id AND g.measure = f.measure AND g.statistic = f.statistic
    AND g.missing IS NULL AND g.place IS f.place AND coalesce(g.level, 'all') = coalesce(f.level, 'all')
    AND (g.as_of_year IS NULL OR f.as_of_year IS NULL OR g.as_of_year >= f.as_of_year));

-- name: derive_aside_away
DELETE FROM figure_row WHERE id IN (SELECT id FROM figure_aside);

-- name: national_short
SELECT kind || coalesce(' ' || release, '') FROM import WHERE kind = ?1;

-- name: national_kinds
SELECT kind FROM import ORDER BY source_id;

-- name: national_releases
SELECT kind, release FROM import ORDER BY source_id;

-- name: national_kept_parts
SELECT p.part FROM import i JOIN import_part p USING (source_id) WHERE i.kind = ?1;

-- name: national_hash
SELECT kind, release, files, rows_read, rows_kept, repairs, absent FROM import ORDER BY source_id;

-- Copying from the catalog that is replaced (build/copy.c).

-- name: copy_tables
SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!' ORDER BY rowid;

-- name: copy_names_source
SELECT 1 FROM pragma_table_info(?1) WHERE name = 'source_id';

-- name: copy_columns
SELECT name FROM pragma_table_info(?1) ORDER BY cid;

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

-- name: link_jobs
-- Titles of postings that are the title, else another name, of a role that a pack brings.
INSERT OR IGNORE INTO role_code (scheme, code, role_id)
SELECT 'jobs', j.title, n.role_id
FROM (SELECT DISTINCT title FROM jobs) j JOIN (
  SELECT lower(title) AS name, id AS role_id, 0 AS other FROM role WHERE pack <> 'import' AND kind <> 'occupation'
  UNION ALL SELECT lower(a.value), r.id, 1 FROM role r, json_each(r.aliases) a
    WHERE r.aliases IS NOT NULL AND r.pack <> 'import' AND r.kind <> 'occupation') n ON n.name = lower(j.title)
ORDER BY j.title, n.other, n.role_id;

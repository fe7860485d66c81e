-- Queries of the build, and what every front end asks first.

-- name: derive_facts
SELECT parent_id, id, confidence, as_of_year, as_of, mode, currency, per, audience, credits, months,
  months_max, cost, source_id
FROM program_fact ORDER BY parent_id, id;

-- name: derive_fact
UPDATE program_fact SET total = ?2, total_basis = ?3, total_sum = ?4 WHERE id = ?1;

-- name: derive_program
UPDATE program SET mode = ?2, months = ?3, months_max = ?4, cost_why = ?5, cost_count = ?6,
  confidence = ?7, cost = ?8, cost_basis = ?9, currency = ?10, audience = ?11, cost_per_year = ?12,
  cost_as_of = ?13, cost_fact = ?14
WHERE id = ?1;

-- name: derive_no_only
UPDATE program SET only_source = NULL WHERE only_source IS NOT NULL;

-- name: derive_no_without
DELETE FROM program_without;

-- name: derive_no_tally
DELETE FROM program_tally;

-- name: derive_only
UPDATE program SET only_source = ?2 WHERE id = ?1;

-- name: derive_without
INSERT INTO program_without (program_id, mode, months, months_max, cost_why, cost_count, confidence,
  cost, cost_basis, currency, audience, cost_per_year, cost_as_of, cost_fact, source_id, source)
SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15,
  (SELECT json_group_array(DISTINCT c.short) FROM program_fact f JOIN source c ON c.id = f.source_id
    WHERE f.parent_id = ?1 AND f.source_id <> ?15);

-- name: derive_no_field_tally
DELETE FROM field_tally;

-- name: derive_tally
INSERT INTO program_tally (field, source_id, n)
SELECT field, only_source, count(*) FROM program WHERE only_source IS NOT NULL GROUP BY 1, 2
UNION ALL
SELECT f.field, t.source_id, sum(t.n) FROM study_tally t JOIN study_field f ON f.id = t.field_id
GROUP BY 1, 2;

-- name: derive_field_tally
INSERT INTO field_tally (field, n)
SELECT field, sum(n) FROM (
  SELECT field, count(*) AS n FROM program GROUP BY field
  UNION ALL
  SELECT f.field, sum(t.n) FROM study_tally t JOIN study_field f ON f.id = t.field_id GROUP BY f.field)
GROUP BY field;

-- name: derive_served
INSERT OR IGNORE INTO served (role_id, id, borrowed)
SELECT id, id, 0 FROM role
UNION ALL
SELECT r.id, x.id, 1 FROM role x, json_each(x.serves) j JOIN role r ON r.slug = j.value
WHERE x.serves IS NOT NULL;

-- name: derive_guide
INSERT OR IGNORE INTO guide_role (role_id, guide_id)
SELECT s.role_id, g.id FROM guide_entry g JOIN served s ON s.id = g.about
UNION ALL
SELECT f.id, g.id FROM guide_entry g JOIN field_roles f WHERE g.about IS NULL;

-- name: meta_put
INSERT INTO meta (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = ?2;

-- name: program_key
-- plan: search
SELECT key FROM main.program WHERE id = ?1 UNION ALL SELECT key FROM main.v_scorecard WHERE row = ?1 - 16777216;

-- name: role_title
-- plan: search
SELECT title FROM role WHERE slug = ?1;

-- name: role_choices
-- What can be the current role; with ?1 occupations of imported sets as well.
SELECT slug, title, family FROM role WHERE kind <> 'occupation' OR (?1 AND pack = 'import') ORDER BY title;

-- name: catalog_years
SELECT min(y), max(y) FROM (
  SELECT as_of_year AS y FROM figure_row UNION ALL SELECT as_of_year FROM program_fact
  UNION ALL SELECT published_year FROM source
  UNION ALL SELECT year_from FROM projection UNION ALL SELECT year FROM jobs
  UNION ALL SELECT CAST(substr(period, -4) AS INTEGER) FROM series WHERE relation = 'oews' AND period LIKE '%20__')
WHERE y IS NOT NULL;

-- Programs while sources are switched off (include/career/store/db.h, db_set_sources_off). Where one of several
-- sources of a program is off, program_without has what is chosen then; where more of its sources are, that
-- stands in a temporary table of the connection. The name `program` is that of a temporary view over all.

-- name: switch_table
CREATE TEMP TABLE IF NOT EXISTS program_anew (
  id INTEGER PRIMARY KEY,
  gone INTEGER NOT NULL, -- every source of it is off
  mode TEXT, months INTEGER, months_max INTEGER, cost INTEGER, cost_basis TEXT, cost_why TEXT,
  currency TEXT, audience TEXT, cost_per_year INTEGER, cost_as_of TEXT, cost_fact INTEGER,
  cost_count INTEGER, confidence TEXT);

-- name: switch_touched
-- Ids of rows of a list that are looked at again.
CREATE TEMP TABLE IF NOT EXISTS touched (id INTEGER PRIMARY KEY);

-- name: switch_program
-- The columns of the table, in its order.
CREATE TEMP VIEW IF NOT EXISTS program AS
SELECT p.id, p.pack, p.key, p.school_id, p.slug, p.name, p.field, p.cip, p.award, p.status,
  p.status_note, p.note,
  CASE WHEN n.id IS NOT NULL THEN n.mode WHEN w.program_id IS NOT NULL THEN w.mode ELSE p.mode END AS mode,
  CASE WHEN n.id IS NOT NULL THEN n.months WHEN w.program_id IS NOT NULL THEN w.months ELSE p.months END AS months,
  CASE WHEN n.id IS NOT NULL THEN n.months_max WHEN w.program_id IS NOT NULL THEN w.months_max ELSE p.months_max END AS months_max,
  CASE WHEN n.id IS NOT NULL THEN n.cost WHEN w.program_id IS NOT NULL THEN w.cost ELSE p.cost END AS cost,
  CASE WHEN n.id IS NOT NULL THEN n.cost_basis WHEN w.program_id IS NOT NULL THEN w.cost_basis ELSE p.cost_basis END AS cost_basis,
  CASE WHEN n.id IS NOT NULL THEN n.cost_why WHEN w.program_id IS NOT NULL THEN w.cost_why ELSE p.cost_why END AS cost_why,
  CASE WHEN n.id IS NOT NULL THEN n.currency WHEN w.program_id IS NOT NULL THEN w.currency ELSE p.currency END AS currency,
  CASE WHEN n.id IS NOT NULL THEN n.audience WHEN w.program_id IS NOT NULL THEN w.audience ELSE p.audience END AS audience,
  CASE WHEN n.id IS NOT NULL THEN n.cost_per_year WHEN w.program_id IS NOT NULL THEN w.cost_per_year ELSE p.cost_per_year END AS cost_per_year,
  CASE WHEN n.id IS NOT NULL THEN n.cost_as_of WHEN w.program_id IS NOT NULL THEN w.cost_as_of ELSE p.cost_as_of END AS cost_as_of,
  CASE WHEN n.id IS NOT NULL THEN n.cost_fact WHEN w.program_id IS NOT NULL THEN w.cost_fact ELSE p.cost_fact END AS cost_fact,
  CASE WHEN n.id IS NOT NULL THEN n.cost_count WHEN w.program_id IS NOT NULL THEN w.cost_count ELSE p.cost_count END AS cost_count,
  p.earnings, p.earnings_horizon, p.debt,
  CASE WHEN n.id IS NOT NULL THEN n.confidence WHEN w.program_id IS NOT NULL THEN w.confidence
    ELSE p.confidence END AS confidence,
  p.only_source
FROM main.program p
LEFT JOIN program_anew n ON p.only_source IS NULL AND n.id = p.id
LEFT JOIN main.program_without w ON p.only_source IS NULL AND n.id IS NULL AND w.program_id = p.id
  AND NOT source_on(w.source_id)
WHERE source_on(p.only_source) AND n.gone IS NOT 1;

-- name: switch_clear
DELETE FROM program_anew;

-- name: switch_several
-- Programs of which more than one source is off; until the others are heard they are gone.
INSERT INTO program_anew (id, gone)
SELECT program_id, 1 FROM main.program_without WHERE NOT source_on(source_id)
GROUP BY program_id HAVING count(*) > 1 ORDER BY program_id;

-- name: switch_facts
-- What the other sources say of these programs, in the columns and order of derive_facts.
SELECT f.parent_id, f.id, f.confidence, f.as_of_year, f.as_of, f.mode, f.currency, f.per, f.audience,
  f.credits, f.months, f.months_max, f.cost, f.source_id
FROM program_anew n CROSS JOIN main.program_fact f ON f.parent_id = n.id
WHERE source_on(f.source_id) ORDER BY n.id, f.id;

-- name: switch_programs
-- Cells of the list for programs of which more than one source is off, in the words of v_programs.
SELECT n.id, n.mode, n.months, n.months_max, coalesce(n.cost, n.cost_why), n.cost_basis, n.currency,
  n.audience, n.cost_per_year, n.cost_as_of,
  (SELECT json_group_array(DISTINCT c.short) FROM main.program_fact f
    CROSS JOIN source c ON c.id = f.source_id WHERE f.parent_id = n.id AND source_on(f.source_id)),
  CASE WHEN n.cost IS NULL THEN NULL
    WHEN n.currency NOT IN ('USD', 'unstated') THEN 'other currency'
    WHEN n.cost < 10000 THEN '0-10K' WHEN n.cost < 20000 THEN '10-20K'
    WHEN n.cost < 40000 THEN '20-40K' WHEN n.cost < 80000 THEN '40-80K' ELSE '80K+' END,
  CASE WHEN n.months IS NULL THEN NULL WHEN n.months <= 6 THEN '0-6 months'
    WHEN n.months <= 12 THEN '1 year or less' WHEN n.months <= 24 THEN '1-2 years'
    WHEN n.months <= 36 THEN '2-3 years' ELSE '3 years or more' END,
  n.cost_count, n.confidence
FROM program_anew n WHERE NOT n.gone ORDER BY n.id;

-- What the list says without one source (model/without.c).

-- name: without_no_columns
DELETE FROM frame_column WHERE frame_id IN (SELECT id FROM frame WHERE name GLOB 'programs without *');

-- name: without_no_frames
DELETE FROM frame WHERE name GLOB 'programs without *';

-- name: without_sources
SELECT DISTINCT source_id FROM main.program_without ORDER BY source_id;

-- name: without_view
-- The statement that makes the view over one source's rows: a view takes no parameters.
SELECT 'CREATE VIEW main.programs_without AS
SELECT n.program_id AS id, n.mode, n.months, n.months_max, coalesce(n.cost, n.cost_why) AS cost,
  n.cost_basis, n.currency, n.audience, n.cost_per_year, n.cost_as_of, n.source,
  CASE WHEN n.cost IS NULL THEN NULL
    WHEN n.currency NOT IN (''USD'', ''unstated'') THEN ''other currency''
    WHEN n.cost < 10000 THEN ''0-10K'' WHEN n.cost < 20000 THEN ''10-20K''
    WHEN n.cost < 40000 THEN ''20-40K'' WHEN n.cost < 80000 THEN ''40-80K'' ELSE ''80K+'' END AS price,
  CASE WHEN n.months IS NULL THEN NULL WHEN n.months <= 6 THEN ''0-6 months''
    WHEN n.months <= 12 THEN ''1 year or less'' WHEN n.months <= 24 THEN ''1-2 years''
    WHEN n.months <= 36 THEN ''2-3 years'' ELSE ''3 years or more'' END AS length,
  n.cost_count AS costs, n.confidence
FROM main.program_without n WHERE n.source_id = ' || CAST(?1 AS INTEGER);

-- name: switch_shorts
-- Short names of sources, as lists of programs show them, that are off; where two share one, both.
SELECT short FROM source GROUP BY short HAVING NOT max(source_on(id)) ORDER BY short;

-- name: switch_choose
-- plan: search
UPDATE program_anew SET gone = 0, mode = ?2, months = ?3, months_max = ?4, cost_why = ?5,
  cost_count = ?6, confidence = ?7, cost = ?8, cost_basis = ?9, currency = ?10, audience = ?11,
  cost_per_year = ?12, cost_as_of = ?13, cost_fact = ?14
WHERE id = ?1;

-- Rows of the lists that may look different while sources are off, by their ids. These look at the tables
-- themselves (`main.`): what an off source says is just what is asked for.

-- name: touched_clear
DELETE FROM touched;

-- name: touched_ids
SELECT id FROM touched ORDER BY id;

-- name: touched_roles
-- A role is also touched by what is said of a specialization that serves it, and of its nearest occupations.
INSERT INTO touched (id)
WITH off AS (SELECT id FROM source WHERE NOT source_on(id)),
said AS (SELECT DISTINCT f.about_id AS id FROM off o JOIN main.figure_row f ON f.source_id = o.id
  WHERE f.about_kind = 'role' AND f.about_id IS NOT NULL
  UNION SELECT c.role_id FROM off o JOIN main.import i ON i.source_id = o.id JOIN main.role_code c
    ON c.scheme = CASE i.kind WHEN 'oews' THEN 'soc' WHEN 'projections' THEN 'soc' ELSE i.kind END)
SELECT id FROM said
UNION SELECT v.role_id FROM said s JOIN served v ON v.id = s.id
UNION SELECT role_id FROM main.nearest WHERE NOT source_on(source_id)
UNION SELECT n.role_id FROM said s JOIN main.v_nearest n ON n.occupation_id = s.id;

-- name: touched_skills
INSERT INTO touched (id)
SELECT DISTINCT skill_id FROM main.role_skill WHERE NOT source_on(source_id);

-- name: touched_guide
INSERT INTO touched (id) SELECT id FROM main.guide_entry WHERE NOT source_on(source_id);

-- name: touched_sources
INSERT INTO touched (id) SELECT id FROM source WHERE NOT source_on(id);

-- name: touched_role_programs
-- Relevant programs of a role while sources are off, for roles that lose any, or a reason for a field.
WITH gone AS MATERIALIZED (SELECT field, sum(n) AS n FROM (
    SELECT field, n FROM main.program_tally WHERE NOT source_on(source_id)
    UNION ALL SELECT p.field, count(*) FROM program_anew a CROSS JOIN main.program p ON p.id = a.id
    WHERE a.gone GROUP BY p.field) GROUP BY field),
affected AS (SELECT DISTINCT role_id FROM main.role_field x
  WHERE NOT source_on(x.source_id) OR x.field IN (SELECT field FROM gone))
SELECT a.role_id, coalesce(sum(t.n - coalesce(g.n, 0)), 0)
FROM affected a LEFT JOIN (SELECT DISTINCT role_id, field FROM role_field) d ON d.role_id = a.role_id
  LEFT JOIN main.field_tally t ON t.field = d.field LEFT JOIN gone g ON g.field = d.field
GROUP BY a.role_id ORDER BY a.role_id;

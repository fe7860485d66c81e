-- The map of coverage: which sources state what about which role.

-- name: coverage_roles
-- Those of packs: a map of all occupations would be of three sources.
SELECT id, slug, title, kind, family FROM role WHERE pack <> 'import' ORDER BY id;

-- name: coverage_rows
-- All of them, whatever is switched off: what is on is told apart when it is counted, so that this is
-- read once.
SELECT role_id, measure, source_id FROM main.role_statement
WHERE role_id IS NOT NULL AND source_id IS NOT NULL;

-- name: coverage_served
SELECT role_id, id FROM served WHERE borrowed ORDER BY role_id, id;

-- name: coverage_cell
-- The statements behind one cell: the role's own before those on a specialization that serves it (first
-- column), source by source.
SELECT v.borrowed, s.source_id, s.fact, s.id, r.title
FROM served v JOIN role_statement s ON s.role_id = v.id JOIN role r ON r.id = v.id
WHERE v.role_id = ?1 AND s.measure = ?2 AND s.source_id IS NOT NULL
ORDER BY s.source_id, v.borrowed, s.fact, s.id;

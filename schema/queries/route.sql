-- Ways to a role or a skill (model/route.h).

-- name: route_rows
-- Ways that lead to a role, with who speaks of it. One that names no goal is for the field: for specializations, and for
-- roles that they serve or that its source names.
SELECT t.id, t.slug, t.name, t.kind, t.summary, t.resources, t.source_id
FROM route t
WHERE EXISTS (SELECT 1 FROM json_each(t.leads_to) j
    WHERE j.value IN (SELECT r.slug FROM served s JOIN role r ON r.id = s.id WHERE s.role_id = ?1))
  OR (t.leads_to IS NULL AND EXISTS (SELECT 1 FROM role r WHERE r.id = ?1 AND (r.kind = 'specialization'
    OR (r.kind = 'role' AND (EXISTS (SELECT 1 FROM served s WHERE s.role_id = ?1 AND s.borrowed)
      OR EXISTS (SELECT 1 FROM mention m WHERE m.role_id = ?1 AND m.source_id = t.source_id))))))
ORDER BY t.slug, t.id;

-- name: route_all
-- Every way there is, with the roles that it leads to.
SELECT t.id, t.slug, t.name, t.kind, t.summary, t.resources, t.source_id, t.leads_to FROM route t ORDER BY t.slug, t.id;

-- name: route_figures
-- What is stated of all ways in numbers or words.
SELECT f.id, f.about_key, f.source_id, f.measure, f.low, f.high, f.value, f.unit, f.per, f.open
FROM figure_row f WHERE f.about_kind = 'route' ORDER BY f.id;

-- name: route_programs
-- plan: search
-- Open programs that a rule makes relevant to a role: all that is asked stands in the index.
SELECT p.id, p.award, p.currency, p.cost, p.months FROM program p
WHERE p.status = 'open' AND p.field IN (SELECT v.field FROM relevance v WHERE v.role_id = ?1);

-- name: route_programs_linked
-- plan: search
-- The same of fields that the official table links with it.
SELECT p.id, p.award, p.currency, p.cost, p.months FROM program p
WHERE p.status = 'open' AND p.field IN (SELECT v.field FROM role_field v WHERE v.role_id = ?1);

-- name: route_program
-- plan: search
SELECT p.id, p.key, s.name, p.name, p.award, p.field, p.months, p.months_max, p.cost, p.currency, p.cost_basis,
  f.id, f.source_id, f.as_of_year,
  (SELECT min(t.id) FROM program_fact t WHERE t.parent_id = p.id AND t.months IS NOT NULL)
FROM program p JOIN school s ON s.id = p.school_id LEFT JOIN program_fact f ON f.id = p.cost_fact
WHERE p.id = ?1;

-- name: route_programs_all
-- Open programs, whose names may name a skill: the ?1 first.
SELECT p.id, p.key, s.name, p.name, p.award, p.field, p.months, p.months_max, p.cost, p.currency, p.cost_basis,
  f.id, f.source_id, f.as_of_year,
  (SELECT min(t.id) FROM program_fact t WHERE t.parent_id = p.id AND t.months IS NOT NULL)
FROM program p JOIN school s ON s.id = p.school_id LEFT JOIN program_fact f ON f.id = p.cost_fact
WHERE p.status = 'open' ORDER BY p.id LIMIT ?1;

-- name: route_fields_all
-- Fields of study of the College Scorecard, whose titles may name a skill; each with one of its rows.
SELECT t.id, t.field FROM study_field t ORDER BY t.field, t.id;

-- name: route_field
-- plan: search
-- A field's code, and its programs on all levels.
SELECT f.cip4, coalesce(sum(n.n), 0) FROM sc_field f LEFT JOIN study_tally n ON n.field_id = f.id WHERE f.id = ?1;

-- name: route_skill
-- plan: search
SELECT name, aliases, tools FROM skill WHERE id = ?1;

-- name: route_wanting
-- plan: search
-- Roles that want a skill, as a way names them.
SELECT DISTINCT r.slug FROM role_skill k JOIN role r ON r.id = k.role_id
WHERE k.skill_id = ?1 AND k.tier IS NOT 'skip' ORDER BY r.slug;

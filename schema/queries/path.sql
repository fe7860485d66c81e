-- Ways from role to role (model/path.h).

-- name: path_stated
-- Steps that sources state; those of a field are steps of the roles that it serves.
SELECT v.role_id, t.to_id, t.id, t.source_id, t.years_lo, t.years_hi, t.kind, t.note, v.borrowed
FROM transition t JOIN served v ON v.id = t.from_id WHERE v.role_id <> t.to_id ORDER BY t.id, v.borrowed;

-- name: path_ladders
-- Every step of every ladder, of a field's for each role that it serves: the role that it is, if it is said.
SELECT l.id, v.role_id, s.role_id, s.id, s.level, s.years_lo, s.years_hi, l.source_id, l.title, s.note
FROM served v JOIN ladder l ON l.role_id = v.id JOIN ladder_step s ON s.parent_id = l.id
ORDER BY v.role_id, l.id, s.id;

-- name: path_codes
-- plan: search
SELECT code, role_id FROM role_code WHERE scheme = 'onet' ORDER BY code;

-- name: path_related
-- By their codes: joined with 20 times as many rows it would take twice as long.
SELECT code, other, source_id, rank FROM onet_related ORDER BY code, rank;

-- name: path_nearest
-- Roles of packs with the occupations that stand nearest to them.
SELECT n.role_id, n.occupation_id, n.id, (SELECT source_id FROM nearest x WHERE x.id = n.id) FROM v_nearest n
WHERE n.role_id <> n.occupation_id ORDER BY n.id;

-- name: path_role
-- plan: search
SELECT slug, title, kind = 'occupation' FROM role WHERE id = ?1;

-- name: path_packs
-- Roles that packs speak of routes to: theirs are read one by one. Of an occupation only programs are known otherwise.
SELECT r.id FROM role r
WHERE r.pack <> 'import' AND (r.kind <> 'occupation' OR EXISTS (SELECT 1 FROM relevance v WHERE v.role_id = r.id)
  OR EXISTS (SELECT 1 FROM route t WHERE instr(t.leads_to, '"' || r.slug || '"') > 0))
ORDER BY r.id;

-- name: path_programs
-- The cheapest open program in US dollars and the shortest in a field that is officially linked with a role. A vendor's
-- exam (a professional certificate without a length) teaches nothing.
WITH f AS MATERIALIZED (
  SELECT field, min(CASE currency WHEN 'USD' THEN cost END) AS price, min(months) AS months
  FROM program WHERE status = 'open' AND NOT (award = 'professional-certificate' AND months IS NULL) GROUP BY field)
SELECT v.role_id, min(f.price), min(f.months) FROM f CROSS JOIN role_field v ON v.field = f.field
GROUP BY v.role_id;

-- Queries of the first screen.

-- name: start_role
-- plan: search
SELECT id, slug, title FROM role WHERE slug = ?1;

-- name: start_default
-- The best documented role, as the list of roles puts it first: by figures and skills of its own and of
-- the specializations that serve it, and by texts; (?1) among what is a role, else among all entries.
SELECT r.id, r.slug, r.title FROM role r JOIN served m ON m.role_id = r.id
WHERE (r.kind = 'role') = ?1
GROUP BY r.id
ORDER BY sum((SELECT count(*) FROM figure_row f WHERE f.about_id = m.id AND f.about_kind = 'role'
      AND source_on(f.source_id))
    + (SELECT count(*) FROM role_skill k WHERE k.role_id = m.id AND source_on(k.source_id)))
    + (SELECT count(*) FROM guide g WHERE g.about_id = r.id AND g.about_kind = 'role'
      AND source_on(g.source_id)) DESC,
  r.title COLLATE NOCASE, r.id
LIMIT 1;

-- name: start_kindred
-- Two roles to set beside this one: first those that a source sets against it or has people move to or
-- from, and those of its family; among these, and then among all others, the ones for which most sources
-- state pay.
WITH me AS (SELECT id, slug, family, kind FROM role WHERE id = ?1),
named AS (
  SELECT to_id AS id FROM transition WHERE from_id = ?1 AND source_on(source_id)
  UNION SELECT from_id FROM transition WHERE to_id = ?1 AND source_on(source_id)
  UNION SELECT o.id FROM contrast x JOIN role o ON o.slug = x.other WHERE x.role_id = ?1
    AND source_on(x.source_id)
  UNION SELECT x.role_id FROM contrast x JOIN me ON x.other = me.slug
    WHERE source_on(x.source_id)),
paid AS (
  SELECT about_id AS id, count(DISTINCT source_id) AS sources, count(*) AS figures
  FROM figure_row WHERE about_kind = 'role' AND measure = 'pay' AND source_on(source_id)
  GROUP BY about_id)
SELECT r.id, r.slug, r.title FROM paid p JOIN role r ON r.id = p.id JOIN me
WHERE r.id <> me.id AND (r.kind NOT IN ('occupation', 'specialization') OR r.kind = me.kind)
ORDER BY r.family = me.family OR r.id IN (SELECT id FROM named) DESC, p.sources DESC,
  p.figures DESC, r.title COLLATE NOCASE, r.id
LIMIT 2;

-- name: start_related
-- plan: search
-- Two occupations that O*NET relates to this one, with wages of their own.
SELECT r.id, r.slug, r.title FROM role_code k JOIN onet_related q ON q.code = k.code
  JOIN role_code n ON n.scheme = 'onet' AND n.code = q.other JOIN role r ON r.id = n.role_id
WHERE k.role_id = ?1 AND k.scheme = 'onet' AND source_on(q.source_id)
  AND EXISTS (SELECT 1 FROM role_code w JOIN oews o ON o.soc = w.code AND o.naics = '000000'
    WHERE w.role_id = r.id AND w.scheme = 'soc' AND o.p50 IS NOT NULL AND source_on(o.source_id))
ORDER BY q.rank LIMIT 2;

-- name: start_programs
-- Open programs that fit a role by field of study (?1).
SELECT p.award, p.currency, p.cost, p.months FROM program p
WHERE p.status = 'open' AND p.field IN (SELECT v.field FROM relevance v WHERE v.role_id = ?1);

-- name: start_all_programs
SELECT award, currency, cost, months FROM program WHERE status = 'open';

-- name: start_any_program
SELECT 1 FROM program LIMIT 1;

-- name: start_program
-- plan: search
-- A program of a pack or of the Scorecard by its row in the list of both.
SELECT p.id, p.key, p.name, s.name FROM program p JOIN school s ON s.id = p.school_id WHERE p.id = ?1
UNION ALL
SELECT 16777216 + v.row, v.key, v.program, v.school FROM v_scorecard v WHERE v.row = ?1 - 16777216;

-- name: start_relevant_program
-- Of the open programs that fit a role by field of study (?1), the one of which most is stated: those with a price
-- in dollars first, then with one whose currency is not said, and with a length.
SELECT p.id, p.key, p.name, s.name FROM program p JOIN school s ON s.id = p.school_id
WHERE p.status = 'open' AND p.field IN (SELECT v.field FROM relevance v WHERE v.role_id = ?1)
ORDER BY CASE WHEN p.cost IS NULL THEN 0 WHEN p.currency = 'USD' THEN 3 WHEN p.currency = 'unstated' THEN 2 ELSE 1
    END + (p.months IS NOT NULL) DESC,
  (SELECT count(*) FROM program_fact f WHERE f.parent_id = p.id) DESC, p.key
LIMIT 1;

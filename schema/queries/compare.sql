-- Queries of the comparison; what it shares with the pages of one role or program stands there.

-- name: compare_example
-- Three roles that most sources give pay figures for, the current one (?1) first.
SELECT r.slug, r.title FROM figure_row f JOIN role r ON r.id = f.about_id
WHERE f.about_kind = 'role' AND f.measure = 'pay' AND r.kind = 'role'
GROUP BY r.id ORDER BY r.slug IS ?1 DESC, count(DISTINCT f.source_id) DESC, count(*) DESC, r.id
LIMIT 3;

-- name: compare_industries
-- plan: search
SELECT i.id, i.industry, i.use_case FROM industry i WHERE i.role_id = ?1
ORDER BY i.industry, i.id;

-- name: compare_skills
-- Statements on the skills of a role, its own before those of the field that serve it.
SELECT k.id, k.skill_id, w.name, w.slug, s.borrowed,
  CASE k.tier WHEN 'must' THEN 0 WHEN 'important' THEN 1 WHEN 'nice' THEN 2 WHEN 'skip' THEN 3
    ELSE 4 END
FROM served s JOIN role_skill k ON k.role_id = s.id JOIN skill w ON w.id = k.skill_id
WHERE s.role_id = ?1 ORDER BY k.skill_id, s.borrowed, 6, k.id;

-- name: compare_relevance
-- plan: search
SELECT v.id, v.why FROM relevance v JOIN role r ON r.id = v.role_id
WHERE v.field = ?1 AND r.slug = ?2 ORDER BY v.id LIMIT 1;

-- name: compare_name
-- plan: search
-- A program by its key, as it is called.
SELECT p.name || ', ' || s.name FROM program p JOIN school s ON s.id = p.school_id WHERE p.key = ?1;

-- name: compare_beside
-- plan: search
-- A program of the same field and award as that of key ?1.
SELECT p.key FROM program o JOIN program p ON p.field = o.field AND p.award = o.award AND p.id <> o.id
WHERE o.key = ?1 ORDER BY p.id LIMIT 1;

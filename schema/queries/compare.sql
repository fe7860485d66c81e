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

-- name: compare_set_skills
-- plan: search
-- Skills and kinds of knowledge that O*NET finds important for an occupation, and those that ESCO lists.
SELECT (SELECT count(*) FROM role_code c JOIN onet_rating q ON q.code = c.code
    WHERE c.role_id = ?1 AND c.scheme = 'onet' AND q.importance >= 3)
  + (SELECT count(*) FROM role_code c JOIN esco_occupation o ON o.uri = c.code
    JOIN esco_link l ON l.occupation_id = o.id WHERE c.role_id = ?1 AND c.scheme = 'esco');

-- name: compare_relevance
-- plan: search
SELECT v.id, v.why FROM relevance v JOIN role r ON r.id = v.role_id
WHERE v.field = ?1 AND r.slug = ?2 ORDER BY v.id LIMIT 1;

-- name: compare_aim
-- plan: search
SELECT id, title FROM role WHERE slug = ?1;

-- name: compare_name
-- plan: search
-- A program by its id, as it is called.
SELECT p.name || ', ' || s.name FROM program p JOIN school s ON s.id = p.school_id WHERE p.id = ?1
UNION ALL SELECT program || ', ' || school FROM v_scorecard WHERE row = ?1 - 16777216;

-- name: compare_beside
-- plan: search
-- A program of the same field and award as that of id ?1.
SELECT * FROM (SELECT p.key FROM program o CROSS JOIN program p ON p.field = o.field AND p.award = o.award
    AND p.id <> o.id WHERE o.id = ?1 ORDER BY p.id LIMIT 1)
UNION ALL SELECT v.key FROM v_scorecard v WHERE v.row = (SELECT p.id FROM sc_program o CROSS JOIN sc_program p
    ON p.id > o.id AND p.field_id = o.field_id AND p.credlev = o.credlev
  WHERE o.id = ?1 - 16777216 ORDER BY p.id LIMIT 1);

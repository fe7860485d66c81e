-- What a person says of skills (model/mine.h).

-- name: skill_bar
-- plan: search
-- How much a source asks for: of the role (?2) and the field that serves it first.
SELECT k.bar, c.short FROM role_skill k JOIN source c ON c.id = k.source_id
WHERE k.skill_id = ?1 AND k.bar <> ''
ORDER BY k.role_id = ?2 DESC, k.role_id IN (SELECT s.id FROM served s WHERE s.role_id = ?2) DESC, k.id LIMIT 1;

-- name: skill_has_level
-- plan: search
SELECT 1 FROM skill_code WHERE skill_id = ?1 AND scheme = 'onet';

-- What payback reads of one program, one role, and what stands beside them.

-- name: payback_program
-- plan: search
-- A program of a pack, who states its length and its mode, and for whom and when its price is, one of how many.
SELECT p.key, p.name, s.name, p.field, p.award, p.status, p.mode, p.months, p.cost, p.cost_basis, p.currency,
  p.cost_fact, p.earnings, p.earnings_horizon, p.debt,
  (SELECT f.id FROM program_fact f WHERE f.parent_id = p.id AND round(f.months) = p.months
    ORDER BY f.confidence = 'high' DESC, f.confidence = 'medium' DESC, f.as_of_year DESC, f.id LIMIT 1),
  (SELECT f.id FROM program_fact f WHERE f.parent_id = p.id AND f.mode = p.mode
    ORDER BY f.confidence = 'high' DESC, f.confidence = 'medium' DESC, f.as_of_year DESC, f.id LIMIT 1),
  p.audience, p.cost_as_of, p.cost_count, s.country
FROM program p JOIN school s ON s.id = p.school_id WHERE p.id = ?1;

-- name: payback_scorecard
-- plan: search
-- A program of the College Scorecard by its row; the words say of whom its figures are.
SELECT v.key, v.program, v.school, v.field, v.award, v.tuition_in, v.tuition_out, v.earnings, v.debt,
  (SELECT h.words FROM sc_horizon h WHERE h.name = 'earnings'),
  (SELECT h.words FROM sc_horizon h WHERE h.name = 'debt')
FROM v_scorecard v WHERE v.row = ?1;

-- name: payback_link
-- plan: search
-- Why the field of study (?2) leads to the role (?1): a rule about it first, then the official crosswalk, of the
-- role's own occupation before those near it.
SELECT f.id, f.rule_id IS NOT NULL, v.why, f.cip4, f.soc, n.title, c.short
FROM role_field f LEFT JOIN relevance v ON v.id = f.rule_id LEFT JOIN role n ON n.id = f.nearest_id
  LEFT JOIN source c ON c.id = f.source_id
WHERE f.role_id = ?1 AND f.field = ?2
ORDER BY f.rule_id IS NULL, f.cip4 IS NOT NULL, f.nearest_id IS NOT NULL, f.id LIMIT 1;

-- name: payback_offers
-- Roles with pay of a first job that one might have instead of this one (?1): first those from which people
-- come to it, then those that it is set beside, then of its family. Those for which most is stated before others.
WITH me AS (SELECT id, family FROM role WHERE id = ?1),
paid AS (SELECT id, count(*) AS n FROM (
    SELECT about_id AS id FROM figure_row
    WHERE about_kind = 'role' AND measure = 'pay' AND level = 'entry' AND card IS NOT 1 AND missing IS NULL
    UNION ALL SELECT c.role_id FROM role_code c CROSS JOIN jobs j ON j.title = c.code AND j.level = 'entry'
    WHERE c.scheme = 'jobs')
  GROUP BY id)
SELECT r.id, r.slug, r.title
FROM paid p JOIN role r ON r.id = p.id JOIN me ON me.id <> r.id
WHERE r.kind = 'role'
ORDER BY EXISTS (SELECT 1 FROM transition t WHERE t.from_id = r.id AND t.to_id = me.id) DESC,
  EXISTS (SELECT 1 FROM transition t WHERE t.from_id = me.id AND t.to_id = r.id
    AND t.kind IN ('related', 'alternative', 'lateral')) DESC,
  r.family = me.family DESC, p.n DESC, r.title LIMIT 12;

-- name: payback_offers_related
-- plan: search
-- Occupations that O*NET relates to this one (?1), with a median wage of their own.
SELECT r.id, r.slug, r.title, o.p50, w.code,
  (SELECT (s.id << 32) + o.id FROM series s WHERE s.relation = 'oews' AND s.name = 'p50' AND s.source_id = o.source_id)
FROM role_code k JOIN onet_related q ON q.code = k.code
  JOIN role_code n ON n.scheme = 'onet' AND n.code = q.other JOIN role r ON r.id = n.role_id
  JOIN role_code w ON w.role_id = r.id AND w.scheme = 'soc'
  JOIN oews o ON o.soc = w.code AND o.naics = '000000' AND o.p50 IS NOT NULL AND o.p50_why = 0
WHERE k.role_id = ?1 AND k.scheme = 'onet' ORDER BY q.rank LIMIT 4;

-- name: payback_others
-- Open programs whose field leads to the role (?1), with a price of their own, but for one (?2).
SELECT p.id, p.key, p.name, s.name, p.award, p.mode, p.months, p.cost, p.cost_basis, p.currency
FROM program p JOIN school s ON s.id = p.school_id
WHERE p.status = 'open' AND p.cost IS NOT NULL AND p.id <> ?2
  AND p.field IN (SELECT f.field FROM role_field f WHERE f.role_id = ?1)
ORDER BY p.id;

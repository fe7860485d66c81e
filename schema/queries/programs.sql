-- Fields of study and roles; programs of the College Scorecard.

-- name: program_roles
-- Roles by field of study (frame/linked.h): by sources that are on, and by all.
SELECT f.field, json_group_array(DISTINCT r.slug) FILTER (WHERE source_on(f.source_id)),
  json_group_array(DISTINCT r.slug)
FROM main.role_field f JOIN role r ON r.id = f.role_id GROUP BY f.field;

-- name: plan_asked
-- Roles with the least degree that a source calls required or typical: 4 associate's .. 7 doctorate.
SELECT role_id, min(CASE credential WHEN 'associate' THEN 4 WHEN 'bachelor' THEN 5 WHEN 'master' THEN 6 ELSE 7 END)
FROM requirement WHERE strength IN ('required', 'typical')
  AND credential IN ('associate', 'bachelor', 'master', 'doctorate')
GROUP BY role_id;

-- name: plan_links
-- Which field of study leads to which role (model/plans.h): officially where there is no rule. Those of a pair stand
-- together.
SELECT field, role_id, rule_id IS NULL, id FROM role_field ORDER BY field, role_id, id;

-- Made at the end of a build (src/build/fields.c), in this order.

-- name: derive_study
INSERT INTO study_field (id, field)
SELECT f.id, coalesce((SELECT CASE WHEN count(DISTINCT p.field) = 1 THEN min(p.field) END FROM program p
  WHERE p.cip IS NOT NULL AND CAST(substr(p.cip, 1, 2) || substr(p.cip, 4, 2) AS INTEGER) = f.cip4), f.title)
FROM sc_field f ORDER BY f.id;

-- name: derive_study_programs
SELECT id, school_id, field_id, credlev, source_id FROM sc_program ORDER BY id;

-- name: derive_study_school
INSERT INTO study_school (school_id, first, last) VALUES (?1, ?2, ?3);

-- name: derive_study_tally
INSERT INTO study_tally (field_id, credlev, n, source_id) VALUES (?1, ?2, ?3, ?4);

-- name: derive_role_rules
INSERT INTO role_field (role_id, field, rule_id, source_id)
SELECT role_id, field, id, source_id FROM relevance ORDER BY id;

-- name: derive_role_rules_wider
-- A rule about a field of six digits holds for the four that include it, marked as broader.
INSERT INTO role_field (role_id, field, rule_id, cip4, source_id)
WITH coded AS (SELECT DISTINCT field, CAST(substr(cip, 1, 2) || substr(cip, 4, 2) AS INTEGER) AS cip4
  FROM program WHERE cip IS NOT NULL)
SELECT v.role_id, t.field, min(v.id), c.cip4, v.source_id
FROM coded c JOIN sc_field f ON f.cip4 = c.cip4 JOIN study_field t ON t.id = f.id AND t.field <> c.field
  JOIN relevance v ON v.field = c.field
GROUP BY v.role_id, t.field, c.cip4, v.source_id ORDER BY 1, 2;

-- name: derive_role_crosswalk
-- What a role is by its own code, else what stands nearest to it.
INSERT INTO role_field (role_id, field, cip4, soc, nearest_id, source_id)
WITH coded AS (
  SELECT t.field, f.cip4 FROM study_field t JOIN sc_field f ON f.id = t.id
  UNION SELECT field, CAST(substr(cip, 1, 2) || substr(cip, 4, 2) AS INTEGER) FROM program
    WHERE cip IS NOT NULL),
own AS (SELECT role_id, code AS soc FROM role_code WHERE scheme = 'soc'
  UNION SELECT c.role_id, o.soc FROM role_code c JOIN onet_occupation o ON o.code = c.code
    WHERE c.scheme = 'onet'),
near AS (SELECT role_id, soc, NULL AS nearest_id FROM own
  UNION SELECT n.role_id, o.soc, n.occupation_id FROM nearest n JOIN own o ON o.role_id = n.occupation_id
    WHERE n.role_id NOT IN (SELECT role_id FROM own)),
linked AS (SELECT DISTINCT cip / 100 AS cip4, soc, source_id FROM crosswalk)
SELECT n.role_id, c.field, l.cip4, l.soc, n.nearest_id, l.source_id
FROM near n JOIN linked l ON l.soc = n.soc JOIN coded c ON c.cip4 = l.cip4
ORDER BY 1, 2, 3, 4, 5;

-- The page of a program of the College Scorecard; a key or id leads to one row.

-- name: page_scorecard
-- plan: search
SELECT key, program, field, award, school, city, state, country, control, row, school_id, field_id, credlev,
  cip4, level, years, rate, tuition_in, tuition_in_why, tuition_out, tuition_out_why, earnings, earnings_why,
  earnings_n, later, later_why, later_n, debt, debt_why, debt_n, debt_mean, debt_mean_why, payment, awards,
  CASE WHEN earnings > 0 THEN 100.0 * debt * annual / earnings END, source_id
FROM v_scorecard WHERE row = ?1;

-- name: page_scorecard_series
SELECT name, audience, CASE WHEN horizon_hi IS NOT NULL
  THEN printf('%g year%s after', horizon_hi, CASE WHEN horizon_hi = 1 THEN '' ELSE 's' END) END, period
FROM series WHERE relation = 'sc_program' OR (relation = 'sc_institution' AND name LIKE 'tuition%');

-- name: page_scorecard_levels
-- plan: search
SELECT v.key, v.level, v.earnings, v.debt
FROM study_school s CROSS JOIN sc_program p ON p.id BETWEEN s.first AND s.last
  CROSS JOIN v_scorecard v ON v.row = p.id
WHERE s.school_id = ?1 AND p.field_id = ?2 AND p.id <> ?3 ORDER BY v.credlev;

-- name: page_scorecard_schools
SELECT l.award, l.title, sum(t.n), max(t.credlev = ?2)
FROM study_field f CROSS JOIN study_tally t ON t.field_id = f.id JOIN sc_level l ON l.credlev = t.credlev
WHERE f.field = ?1 GROUP BY t.credlev ORDER BY t.credlev;

-- name: page_program_links
-- Roles that a field leads to by its code: the current role (?2) first, those of one reason together.
WITH mine AS MATERIALIZED (SELECT f.id, f.role_id, f.rule_id, f.cip4, f.soc, f.nearest_id, f.source_id,
    printf('%02d.%02d', f.cip4 / 100, f.cip4 % 100) AS code
  FROM role_field f WHERE f.field = ?1 AND f.cip4 IS NOT NULL),
linked AS MATERIALIZED (SELECT m.cip4, m.soc, count(*) AS n, min(x.cip) AS first,
    (SELECT count(*) FROM cip c WHERE c.cip BETWEEN m.cip4 * 100 AND m.cip4 * 100 + 99) AS of
  FROM (SELECT DISTINCT cip4, soc FROM mine WHERE soc IS NOT NULL) m
    CROSS JOIN crosswalk x ON x.cip BETWEEN m.cip4 * 100 AND m.cip4 * 100 + 99 AND x.soc = m.soc
  GROUP BY m.cip4, m.soc)
SELECT m.id, r.slug, r.title, CASE
  WHEN m.rule_id IS NOT NULL THEN m.code || ' includes ' || v.field || ' ("' || v.why || '"); broader'
  ELSE m.code || CASE WHEN l.n >= l.of AND l.of > 1 THEN printf(': all of its %d fields are', l.of)
      WHEN l.n >= l.of THEN ' is' ELSE printf(' includes %02d.%04d%s,', l.first / 10000,
      l.first % 10000, CASE WHEN l.n > 1 THEN printf(' and %d more of its %d fields', l.n - 1, l.of) ELSE '' END)
    END || ' officially linked with ' || m.soc || coalesce(' (' || n.title || ', near the role)', '')
    || CASE WHEN l.n >= l.of THEN '' ELSE '; broader' END END AS why, m.source_id
FROM mine m JOIN role r ON r.id = m.role_id LEFT JOIN relevance v ON v.id = m.rule_id
  LEFT JOIN role n ON n.id = m.nearest_id LEFT JOIN linked l ON l.cip4 = m.cip4 AND l.soc = m.soc
ORDER BY r.slug IS ?2 DESC, m.nearest_id IS NOT NULL, m.rule_id IS NULL, m.soc, m.cip4, m.nearest_id, r.title;

-- name: fact_role_field
-- plan: search
-- Why a field of study leads to a role by its code.
SELECT f.source_id, 'CIP to SOC', NULL, f.field || ' for ' || r.title,
  printf('%02d.%02d', f.cip4 / 100, f.cip4 % 100), v.field || ': ' || v.why,
  (SELECT group_concat(printf('%02d.%04d %s', x.cip / 10000, x.cip % 10000, coalesce(c.title, '')), '; ')
    FROM crosswalk x LEFT JOIN cip c ON c.cip = x.cip
    WHERE x.cip BETWEEN f.cip4 * 100 AND f.cip4 * 100 + 99 AND x.soc = f.soc),
  f.soc || coalesce(', ' || n.title || ': near the role', '')
FROM role_field f JOIN role r ON r.id = f.role_id LEFT JOIN relevance v ON v.id = f.rule_id
  LEFT JOIN role n ON n.id = f.nearest_id
WHERE f.id = ?1;

-- name: fact_sc_program
-- plan: search
-- A figure of a program (?1 its row) by its column (?2).
SELECT p.source_id, h.locator, h.words, p.program || ', ' || p.school,
  CASE ?2 WHEN 'tuition_in' THEN printf('$%,d a year', p.tuition_in)
    WHEN 'tuition_out' THEN printf('$%,d a year', p.tuition_out)
    WHEN 'earnings' THEN printf('$%,d a year', p.earnings) WHEN 'later' THEN printf('$%,d a year', p.later)
    WHEN 'debt' THEN printf('$%,d', p.debt) WHEN 'debt_mean' THEN printf('$%,d', p.debt_mean)
    WHEN 'payment' THEN printf('$%,d a month', p.payment) END,
  CASE CASE ?2 WHEN 'tuition_in' THEN p.tuition_in_why WHEN 'tuition_out' THEN p.tuition_out_why
      WHEN 'earnings' THEN p.earnings_why WHEN 'later' THEN p.later_why WHEN 'debt' THEN p.debt_why
      WHEN 'debt_mean' THEN p.debt_mean_why END
    WHEN 2 THEN 'suppressed' WHEN 3 THEN 'not reported' WHEN 1 THEN 'not stated' END,
  h.statistic, h.audience, CASE WHEN h.horizon_hi IS NOT NULL
    THEN printf('%g year%s after', h.horizon_hi, CASE WHEN h.horizon_hi = 1 THEN '' ELSE 's' END) END,
  coalesce(h.period, 'not stated'),
  CASE ?2 WHEN 'earnings' THEN p.earnings_n WHEN 'later' THEN p.later_n WHEN 'debt' THEN p.debt_n
    WHEN 'debt_mean' THEN p.debt_n END
FROM v_scorecard p JOIN series h ON h.name = ?2
  AND h.relation = CASE WHEN ?2 LIKE 'tuition%' THEN 'sc_institution' ELSE 'sc_program' END
WHERE p.row = ?1;

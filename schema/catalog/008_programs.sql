-- Programs of the College Scorecard beside those of packs, and which roles a field of study leads to.

-- Reads of one program by its key.
CREATE INDEX sc_school_opeid ON sc_school(opeid6);

-- The field of study, as lists name it, of each field of the Scorecard: that of the packs where exactly one of
-- theirs has its code, else its own title. Made at the end of a build, like the next one.
CREATE TABLE study_field (
  id INTEGER PRIMARY KEY REFERENCES sc_field(id), field TEXT NOT NULL
);

-- How many programs of a field and level there are, and between which rows those of a school stand. Both are made at the end of a build: indexes over so many rows would take longer than all
-- else, and their checks again.
CREATE TABLE study_tally (
  field_id INTEGER NOT NULL REFERENCES sc_field(id), credlev INTEGER NOT NULL, n INTEGER NOT NULL,
  source_id INTEGER NOT NULL REFERENCES source(id), PRIMARY KEY (field_id, credlev)
) WITHOUT ROWID;
CREATE TABLE study_school (
  school_id INTEGER NOT NULL REFERENCES sc_school(id), first INTEGER NOT NULL, last INTEGER NOT NULL,
  PRIMARY KEY (school_id, first)
) WITHOUT ROWID;

-- Which roles a field of study leads to, a row a reason. A rule of a pack: `rule_id`, with `cip4` where it is not of
-- this field but of one whose code this one's includes. The official crosswalk: `soc`, with `nearest_id` where
-- that is an occupation near the role, and none is its own.
CREATE TABLE role_field (
  id INTEGER PRIMARY KEY, role_id INTEGER NOT NULL REFERENCES role(id), field TEXT NOT NULL,
  rule_id INTEGER REFERENCES relevance(id), cip4 INTEGER, soc TEXT,
  nearest_id INTEGER REFERENCES role(id), source_id INTEGER REFERENCES source(id)
);
CREATE INDEX role_field_role ON role_field(role_id, field);
CREATE INDEX role_field_field ON role_field(field, role_id);

-- One program of the Scorecard with what is known of its school. Its id in lists; its key is that of the
-- publisher: OPEID6 and UNITID, CIP, CREDLEV. `dte` is what a year of paying the median debt back takes of the
-- median earnings, in tenths of a percent: `years` and `rate` (% a year) of the loan by level, `annual` what one
-- dollar costs a year (man/career-data.7).
CREATE VIEW v_scorecard AS
SELECT 16777216 + p.id AS id, p.id AS row, p.school_id, p.field_id, p.credlev,
  printf('scorecard/%06d%s/%04d/%d', s.opeid6, coalesce('-' || s.unitid, ''), f.cip4, p.credlev) AS key,
  s.name AS school, f.title AS program, t.field, l.award, l.title AS level, s.city, s.state,
  CASE WHEN s.control IS NOT 'foreign' THEN 'US' END AS country, s.control,
  f.cip4, s.tuition_in, s.tuition_in_why, s.tuition_out, s.tuition_out_why, p.awards,
  p.earnings, p.earnings_why, p.earnings_n, p.later, p.later_why, p.later_n,
  p.debt, p.debt_why, p.debt_mean, p.debt_mean_why, p.debt_n, p.payment,
  CASE WHEN p.credlev IN (3, 5) THEN 15 WHEN p.credlev IN (6, 7) THEN 20 ELSE 10 END AS years,
  CASE WHEN p.credlev > 4 THEN 7.54 ELSE 4.99 END AS rate,
  CASE p.credlev WHEN 3 THEN 0.094832736 WHEN 5 THEN 0.111514425 WHEN 6 THEN 0.096964898
    WHEN 7 THEN 0.096964898 WHEN 8 THEN 0.142692770 ELSE 0.127219971 END AS annual,
  p.source_id
FROM sc_program p CROSS JOIN v_sc_school s ON s.id = p.school_id JOIN sc_field f ON f.id = p.field_id
  JOIN study_field t ON t.id = p.field_id JOIN sc_level l ON l.credlev = p.credlev;

-- When and of whom a figure of the Scorecard was measured: "graduates of 2014-16, 1 year after".
CREATE VIEW sc_horizon AS
SELECT name, coalesce(audience, 'graduates') || CASE WHEN horizon_hi IS NULL THEN ''
  ELSE printf(', %g year%s after', horizon_hi, CASE WHEN horizon_hi = 1 THEN '' ELSE 's' END) END AS words
FROM series WHERE relation = 'sc_program';

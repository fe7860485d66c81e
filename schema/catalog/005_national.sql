-- The publishers' own sets (career import): typed columns under the publishers' codes, one `series` row for
-- what each column means. Rows belong to the set's source and are replaced when it is imported again.
-- Absent values are NULL with a reason beside them: see why_code in man/career-data.7. A column NAME_why holds
-- 0 stated, 1 not stated, 2 suppressed for privacy, 3 not reported, 4 not applicable, 5 top-coded (the value is the floor),
-- 6 imprecise (the value is there; its publisher recommends to leave it out: too few answers).

CREATE TABLE import (
  source_id INTEGER PRIMARY KEY REFERENCES source(id), kind TEXT NOT NULL UNIQUE, release TEXT,
  files TEXT NOT NULL,             -- JSON list of what was read
  rows_read INTEGER NOT NULL, rows_kept INTEGER NOT NULL, rows_rejected INTEGER NOT NULL,
  repairs INTEGER NOT NULL, absent TEXT -- JSON list of columns that this release lacks
);

-- Its parts: a set that is published as several files may be imported one after the other.
CREATE TABLE import_part (
  source_id INTEGER NOT NULL REFERENCES source(id), part INTEGER NOT NULL, name TEXT NOT NULL,
  release TEXT, period TEXT, retrieved TEXT, -- the day on which its files were last changed
  files TEXT NOT NULL, rows_read INTEGER NOT NULL, rows_kept INTEGER NOT NULL,
  rows_rejected INTEGER NOT NULL, repairs INTEGER NOT NULL, absent TEXT,
  PRIMARY KEY (source_id, part)
) WITHOUT ROWID;

-- What a column of a bulk table states.
CREATE TABLE series (
  id INTEGER PRIMARY KEY, source_id INTEGER NOT NULL REFERENCES source(id), relation TEXT NOT NULL,
  name TEXT NOT NULL, measure TEXT NOT NULL, statistic TEXT NOT NULL, unit TEXT NOT NULL, per TEXT,
  basis TEXT, level TEXT, horizon_lo REAL, horizon_hi REAL, period TEXT, place TEXT, audience TEXT,
  locator TEXT NOT NULL, words TEXT, UNIQUE (relation, name)
);

-- Which role a publisher's code is; made by linking (build/link.c) from role.codes and the sets.
CREATE TABLE role_code (
  scheme TEXT NOT NULL, code TEXT NOT NULL, role_id INTEGER NOT NULL REFERENCES role(id),
  PRIMARY KEY (scheme, code)
) WITHOUT ROWID;

-- Figures of packs whose source copies from a set (source.importer) that is here and says the same: left out as long as
-- it is, so that nothing is said twice. In the columns of figure_row.
CREATE TABLE figure_aside (
  id INTEGER PRIMARY KEY, pack TEXT NOT NULL,
  about_kind TEXT NOT NULL, about_key TEXT NOT NULL, about_id INTEGER,
  measure TEXT NOT NULL, statistic TEXT NOT NULL,
  low REAL, high REAL, value REAL, p10 REAL, p25 REAL, p50 REAL, p75 REAL, p90 REAL,
  text TEXT, top_coded TEXT, missing TEXT, open TEXT,
  unit TEXT NOT NULL, per TEXT, basis TEXT, basis_implied INTEGER, level TEXT,
  years_lo REAL, years_hi REAL, place TEXT, employer TEXT, employer_words TEXT,
  horizon_lo REAL, horizon_hi REAL, horizon_years REAL, as_of TEXT, as_of_year INTEGER,
  n INTEGER, confidence TEXT, attributed TEXT, card INTEGER, excludes TEXT, note TEXT,
  source_id INTEGER NOT NULL REFERENCES source(id), locator TEXT NOT NULL, words TEXT
);

-- O*NET -----------------------------------------------------------------------------------------
CREATE TABLE onet_occupation (
  code TEXT PRIMARY KEY, soc TEXT NOT NULL, title TEXT NOT NULL, description TEXT, job_zone INTEGER,
  riasec TEXT, -- letters of the highest interests, best first
  source_id INTEGER NOT NULL REFERENCES source(id)
) WITHOUT ROWID;
CREATE TABLE onet_title (id INTEGER PRIMARY KEY, code TEXT NOT NULL, title TEXT NOT NULL, short TEXT,
  source_id INTEGER NOT NULL REFERENCES source(id));
CREATE TABLE onet_task (id INTEGER PRIMARY KEY, code TEXT NOT NULL, task INTEGER NOT NULL, text TEXT NOT NULL, kind TEXT,
  source_id INTEGER NOT NULL REFERENCES source(id));
CREATE TABLE onet_technology (id INTEGER PRIMARY KEY, code TEXT NOT NULL, example TEXT NOT NULL,
  commodity INTEGER NOT NULL, hot INTEGER, in_demand INTEGER,
  source_id INTEGER NOT NULL REFERENCES source(id));
CREATE TABLE onet_commodity (commodity INTEGER PRIMARY KEY, title TEXT NOT NULL,
  source_id INTEGER NOT NULL REFERENCES source(id));
CREATE TABLE onet_element (element TEXT PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, -- skill, knowledge
  source_id INTEGER NOT NULL REFERENCES source(id)) WITHOUT ROWID;
CREATE TABLE onet_rating (code TEXT NOT NULL, element TEXT NOT NULL,
  importance REAL, level REAL,      -- 1-5, 0-7
  importance_why INTEGER NOT NULL, level_why INTEGER NOT NULL, n INTEGER,
  source_id INTEGER NOT NULL REFERENCES source(id), PRIMARY KEY (code, element)) WITHOUT ROWID;
CREATE TABLE onet_related (code TEXT NOT NULL, rank INTEGER NOT NULL, other TEXT NOT NULL, tier TEXT,
  source_id INTEGER NOT NULL REFERENCES source(id), PRIMARY KEY (code, rank)) WITHOUT ROWID;
CREATE TABLE onet_interest (code TEXT NOT NULL, letter TEXT NOT NULL, value REAL NOT NULL, -- 1-7
  source_id INTEGER NOT NULL REFERENCES source(id), PRIMARY KEY (code, letter)) WITHOUT ROWID;
CREATE TABLE onet_education (code TEXT NOT NULL, category INTEGER NOT NULL, title TEXT NOT NULL, percent REAL,
  percent_why INTEGER NOT NULL, n INTEGER,
  source_id INTEGER NOT NULL REFERENCES source(id), PRIMARY KEY (code, category)) WITHOUT ROWID;
CREATE TABLE onet_zone (zone INTEGER PRIMARY KEY, name TEXT NOT NULL, experience TEXT, education TEXT, training TEXT,
  source_id INTEGER NOT NULL REFERENCES source(id));

-- Occupational Employment and Wage Statistics. naics '000000': cross-industry. Wages in dollars, before tax.
CREATE TABLE oews (
  id INTEGER PRIMARY KEY, soc TEXT NOT NULL, title TEXT NOT NULL, level TEXT NOT NULL, -- total, major, minor, broad, detailed
  naics TEXT NOT NULL, industry TEXT NOT NULL,
  employment INTEGER, employment_why INTEGER NOT NULL, share REAL, share_why INTEGER NOT NULL, -- % of the industry's jobs
  mean INTEGER, mean_why INTEGER NOT NULL, p10 INTEGER, p10_why INTEGER NOT NULL, p25 INTEGER, p25_why INTEGER NOT NULL,
  p50 INTEGER, p50_why INTEGER NOT NULL, p75 INTEGER, p75_why INTEGER NOT NULL, p90 INTEGER, p90_why INTEGER NOT NULL,
  hourly_mean REAL, hourly_mean_why INTEGER NOT NULL, hourly_p50 REAL, hourly_p50_why INTEGER NOT NULL,
  annual_only INTEGER, hourly_only INTEGER,
  source_id INTEGER NOT NULL REFERENCES source(id), UNIQUE (soc, naics)
);

-- Employment Projections. Employment and openings in jobs (the file has thousands).
CREATE TABLE projection (
  id INTEGER PRIMARY KEY, soc TEXT NOT NULL UNIQUE, title TEXT NOT NULL, aliases TEXT,
  year_from INTEGER, year_to INTEGER, employment INTEGER, employment_to INTEGER, change INTEGER,
  percent REAL, openings INTEGER, median INTEGER, median_why INTEGER NOT NULL,
  education TEXT, experience TEXT, training TEXT,
  source_id INTEGER NOT NULL REFERENCES source(id)
);

-- CIP 2020 - SOC 2018. cip is the six digits as a number: 300601 for 30.0601.
CREATE TABLE crosswalk (cip INTEGER NOT NULL, soc TEXT NOT NULL,
  source_id INTEGER NOT NULL REFERENCES source(id), PRIMARY KEY (cip, soc)) WITHOUT ROWID;
CREATE TABLE cip (cip INTEGER PRIMARY KEY, title TEXT NOT NULL, source_id INTEGER NOT NULL REFERENCES source(id));

-- Postings: percentiles of salary_in_usd over rows of one cell; cells below the least n are not kept.
CREATE TABLE jobs (
  id INTEGER PRIMARY KEY, title TEXT NOT NULL, level TEXT, year INTEGER NOT NULL, country TEXT,
  n INTEGER NOT NULL, p10 INTEGER, p25 INTEGER, p50 INTEGER, p75 INTEGER, p90 INTEGER,
  remote INTEGER, large INTEGER, -- % of the rows: fully remote; at companies of more than 250 people
  source_id INTEGER NOT NULL REFERENCES source(id)
);

-- College Scorecard.
CREATE TABLE sc_school (   -- as the field-of-study file names them; opeid6 and unitid together tell them apart
  id INTEGER PRIMARY KEY, opeid6 INTEGER NOT NULL, unitid INTEGER, name TEXT NOT NULL,
  control TEXT,            -- public, private-nonprofit, private-for-profit, foreign
  source_id INTEGER NOT NULL REFERENCES source(id)
);
CREATE TABLE sc_institution ( -- the institution file; dollars a year
  unitid INTEGER PRIMARY KEY, opeid6 INTEGER, name TEXT NOT NULL, city TEXT, state TEXT, control TEXT,
  tuition_in INTEGER, tuition_in_why INTEGER NOT NULL, tuition_out INTEGER, tuition_out_why INTEGER NOT NULL,
  tuition_program INTEGER, tuition_program_why INTEGER NOT NULL, -- of schools without academic years
  earnings INTEGER, earnings_why INTEGER NOT NULL,               -- ten years after entry
  source_id INTEGER NOT NULL REFERENCES source(id)
);
CREATE TABLE sc_field (id INTEGER PRIMARY KEY, cip4 INTEGER NOT NULL, title TEXT NOT NULL,
  source_id INTEGER NOT NULL REFERENCES source(id), UNIQUE (cip4, title));
CREATE TABLE sc_level (credlev INTEGER PRIMARY KEY, award TEXT NOT NULL, title TEXT NOT NULL,
  source_id INTEGER NOT NULL REFERENCES source(id));
-- One field of study at one school on one level. `earnings` have the shortest horizon of the release, `later`
-- the longest, when it has another: the series say which.
CREATE TABLE sc_program (
  id INTEGER PRIMARY KEY, school_id INTEGER NOT NULL, field_id INTEGER NOT NULL, credlev INTEGER NOT NULL,
  awards INTEGER,          -- of the second of the two pooled years
  earnings INTEGER, earnings_why INTEGER NOT NULL, earnings_n INTEGER,
  later INTEGER, later_why INTEGER NOT NULL, later_n INTEGER,
  debt INTEGER, debt_why INTEGER NOT NULL, debt_mean INTEGER, debt_mean_why INTEGER NOT NULL, debt_n INTEGER,
  payment INTEGER,         -- of the median debt over ten years, a month; absent where that is
  source_id INTEGER NOT NULL REFERENCES source(id)
);
-- A program's school with what the institution file knows of it.
CREATE VIEW v_sc_school AS
SELECT s.id, s.opeid6, s.unitid, s.name, coalesce(s.control, i.control) AS control, i.city, i.state,
  i.tuition_in, i.tuition_in_why, i.tuition_out, i.tuition_out_why, s.source_id
FROM sc_school s LEFT JOIN sc_institution i ON i.unitid = s.unitid;

-- ESCO.
CREATE TABLE esco_occupation (id INTEGER PRIMARY KEY, uri TEXT NOT NULL UNIQUE, code TEXT, isco TEXT, title TEXT NOT NULL,
  aliases TEXT, description TEXT, source_id INTEGER NOT NULL REFERENCES source(id));
CREATE TABLE esco_group (code TEXT PRIMARY KEY, title TEXT NOT NULL, source_id INTEGER NOT NULL REFERENCES source(id)) WITHOUT ROWID;
CREATE TABLE esco_skill (id INTEGER PRIMARY KEY, uri TEXT NOT NULL UNIQUE, title TEXT NOT NULL, kind TEXT, reuse TEXT,
  aliases TEXT, description TEXT, source_id INTEGER NOT NULL REFERENCES source(id));
CREATE TABLE esco_link (occupation_id INTEGER NOT NULL, skill_id INTEGER NOT NULL, essential INTEGER NOT NULL,
  source_id INTEGER NOT NULL REFERENCES source(id), PRIMARY KEY (occupation_id, skill_id)) WITHOUT ROWID;

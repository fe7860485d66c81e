-- Every figure of a role, whoever brings it: what packs state row by row, and the publishers' sets, which keep
-- typed columns (005_national.sql) and say in `series` what each column means. A figure of a set has the id
-- series.id * 2^32 + id of its row, the source of its row, and is about the role that role_code makes of the
-- publisher's code. A value that the publisher does not give is a figure with `missing`, not a gap.

CREATE INDEX role_code_role ON role_code(role_id);
CREATE INDEX jobs_title ON jobs(title, level, country);
CREATE INDEX series_named ON series(relation, name, source_id);

-- In the columns of figure_row; behind them what finds the row again by the figure's id, and the role's pack.
CREATE VIEW set_figure AS
-- Wages by year: all percentiles are one figure. Those of jobs that are paid by the hour stand below.
SELECT (s.id << 32) + o.id AS id, 'import' AS pack, 'role' AS about_kind, r.slug AS about_key, c.role_id AS about_id,
  'pay' AS measure, 'percentiles' AS statistic, NULL AS low, NULL AS high, NULL AS value,
  o.p10, o.p25, o.p50, o.p75, o.p90, NULL AS text,
  CASE 5 WHEN o.p10_why THEN '["p10","p25","p50","p75","p90"]' WHEN o.p25_why THEN '["p25","p50","p75","p90"]'
    WHEN o.p50_why THEN '["p50","p75","p90"]' WHEN o.p75_why THEN '["p75","p90"]' WHEN o.p90_why THEN '["p90"]'
    END AS top_coded,
  CASE WHEN coalesce(o.p10, o.p25, o.p50, o.p75, o.p90) IS NULL
    THEN CASE o.p50_why WHEN 2 THEN 'suppressed' WHEN 3 THEN 'not-reported' WHEN 4 THEN 'not-applicable'
      ELSE 'not-stated' END END AS missing,
  NULL AS open, s.unit, s.per, s.basis, NULL AS basis_implied, 'all' AS level, NULL AS years_lo, NULL AS years_hi,
  s.place, NULL AS employer, NULL AS employer_words, NULL AS horizon_lo, NULL AS horizon_hi, NULL AS horizon_years,
  s.period AS as_of, nullif(CAST(substr(s.period, -4) AS INTEGER), 0) AS as_of_year, NULL AS n, NULL AS confidence,
  NULL AS attributed, NULL AS card, NULL AS excludes, NULL AS note, o.source_id,
  o.soc || ' ' || o.title || ': ' || s.locator || ', and the percentiles beside it' AS locator, s.words,
  s.id AS series_id, o.id AS row_id, r.pack AS about_pack
FROM role_code c JOIN role r ON r.id = c.role_id JOIN oews o ON o.soc = c.code AND o.naics = '000000'
  JOIN series s ON s.relation = 'oews' AND s.name = 'p50' AND s.source_id = o.source_id
WHERE c.scheme = 'soc' AND o.hourly_only IS NOT 1
UNION ALL
SELECT (s.id << 32) + o.id, 'import', 'role', r.slug, c.role_id, 'pay', 'median', NULL, NULL, o.hourly_p50,
  NULL, NULL, NULL, NULL, NULL, NULL, CASE o.hourly_p50_why WHEN 5 THEN '["value"]' END,
  CASE WHEN o.hourly_p50 IS NULL
    THEN CASE o.hourly_p50_why WHEN 2 THEN 'suppressed' WHEN 3 THEN 'not-reported' WHEN 4 THEN 'not-applicable'
      ELSE 'not-stated' END END,
  NULL, s.unit, s.per, s.basis, NULL, 'all', NULL, NULL, s.place, NULL, NULL, NULL, NULL, NULL, s.period,
  nullif(CAST(substr(s.period, -4) AS INTEGER), 0), NULL, NULL, NULL, NULL, NULL,
  'paid by the hour: the publisher gives no wage a year', o.source_id,
  o.soc || ' ' || o.title || ': ' || s.locator, s.words, s.id, o.id, r.pack
FROM role_code c JOIN role r ON r.id = c.role_id JOIN oews o ON o.soc = c.code AND o.naics = '000000'
  JOIN series s ON s.relation = 'oews' AND s.name = 'hourly_p50' AND s.source_id = o.source_id
WHERE c.scheme = 'soc' AND o.hourly_only = 1
UNION ALL
SELECT (s.id << 32) + o.id, 'import', 'role', r.slug, c.role_id, 'pay', 'mean', NULL, NULL, o.mean,
  NULL, NULL, NULL, NULL, NULL, NULL, CASE o.mean_why WHEN 5 THEN '["value"]' END,
  CASE WHEN o.mean IS NULL
    THEN CASE o.mean_why WHEN 2 THEN 'suppressed' WHEN 3 THEN 'not-reported' WHEN 4 THEN 'not-applicable'
      ELSE 'not-stated' END END,
  NULL, s.unit, s.per, s.basis, NULL, 'all', NULL, NULL, s.place, NULL, NULL, NULL, NULL, NULL, s.period,
  nullif(CAST(substr(s.period, -4) AS INTEGER), 0), NULL, NULL, NULL, NULL, NULL, NULL, o.source_id,
  o.soc || ' ' || o.title || ': ' || s.locator, s.words, s.id, o.id, r.pack
FROM role_code c JOIN role r ON r.id = c.role_id JOIN oews o ON o.soc = c.code AND o.naics = '000000'
  JOIN series s ON s.relation = 'oews' AND s.name = 'mean' AND s.source_id = o.source_id
WHERE c.scheme = 'soc' AND o.hourly_only IS NOT 1
UNION ALL
SELECT (s.id << 32) + o.id, 'import', 'role', r.slug, c.role_id, 'employment', s.statistic, NULL, NULL, o.employment,
  NULL, NULL, NULL, NULL, NULL, NULL, NULL,
  CASE WHEN o.employment IS NULL
    THEN CASE o.employment_why WHEN 2 THEN 'suppressed' WHEN 3 THEN 'not-reported' WHEN 4 THEN 'not-applicable'
      ELSE 'not-stated' END END,
  NULL, s.unit, s.per, s.basis, NULL, NULL, NULL, NULL, s.place, NULL, NULL, NULL, NULL, NULL, s.period,
  nullif(CAST(substr(s.period, -4) AS INTEGER), 0), NULL, NULL, NULL, NULL, NULL, NULL, o.source_id,
  o.soc || ' ' || o.title || ': ' || s.locator, s.words, s.id, o.id, r.pack
FROM role_code c JOIN role r ON r.id = c.role_id JOIN oews o ON o.soc = c.code AND o.naics = '000000'
  JOIN series s ON s.relation = 'oews' AND s.name = 'employment' AND s.source_id = o.source_id
WHERE c.scheme = 'soc'
UNION ALL
SELECT (s.id << 32) + o.id, 'import', 'role', r.slug, c.role_id, 'growth', s.statistic, NULL, NULL, o.percent,
  NULL, NULL, NULL, NULL, NULL, NULL, NULL, CASE WHEN o.percent IS NULL THEN 'not-stated' END,
  NULL, s.unit, s.per, s.basis, NULL, NULL, NULL, NULL, s.place, NULL, NULL, o.year_from, o.year_to,
  o.year_to - o.year_from, CAST(o.year_from AS TEXT), o.year_from, NULL, NULL, NULL, NULL, NULL, NULL, o.source_id,
  o.soc || ' ' || o.title || ': ' || s.locator, s.words, s.id, o.id, r.pack
FROM role_code c JOIN role r ON r.id = c.role_id JOIN projection o ON o.soc = c.code
  JOIN series s ON s.relation = 'projection' AND s.name = 'percent' AND s.source_id = o.source_id
WHERE c.scheme = 'soc'
UNION ALL
SELECT (s.id << 32) + o.id, 'import', 'role', r.slug, c.role_id, 'employment', s.statistic, NULL, NULL, o.employment,
  NULL, NULL, NULL, NULL, NULL, NULL, NULL, CASE WHEN o.employment IS NULL THEN 'not-stated' END,
  NULL, s.unit, s.per, s.basis, NULL, NULL, NULL, NULL, s.place, NULL, NULL, NULL, NULL, NULL,
  CAST(o.year_from AS TEXT), o.year_from, NULL, NULL, NULL, NULL, NULL, NULL, o.source_id,
  o.soc || ' ' || o.title || ': ' || s.locator, s.words, s.id, o.id, r.pack
FROM role_code c JOIN role r ON r.id = c.role_id JOIN projection o ON o.soc = c.code
  JOIN series s ON s.relation = 'projection' AND s.name = 'employment' AND s.source_id = o.source_id
WHERE c.scheme = 'soc'
UNION ALL
SELECT (s.id << 32) + o.id, 'import', 'role', r.slug, c.role_id, 'openings', s.statistic, NULL, NULL, o.openings,
  NULL, NULL, NULL, NULL, NULL, NULL, NULL, CASE WHEN o.openings IS NULL THEN 'not-stated' END,
  NULL, s.unit, s.per, s.basis, NULL, NULL, NULL, NULL, s.place, NULL, NULL, o.year_from, o.year_to,
  o.year_to - o.year_from, CAST(o.year_from AS TEXT), o.year_from, NULL, NULL, NULL, NULL, NULL, NULL, o.source_id,
  o.soc || ' ' || o.title || ': ' || s.locator, s.words, s.id, o.id, r.pack
FROM role_code c JOIN role r ON r.id = c.role_id JOIN projection o ON o.soc = c.code
  JOIN series s ON s.relation = 'projection' AND s.name = 'openings' AND s.source_id = o.source_id
WHERE c.scheme = 'soc'
UNION ALL
-- A median that the wage set gives as well is the same number again: it speaks only where that is silent.
SELECT (s.id << 32) + o.id, 'import', 'role', r.slug, c.role_id, 'pay', 'median', NULL, NULL, o.median,
  NULL, NULL, NULL, NULL, NULL, NULL, CASE o.median_why WHEN 5 THEN '["value"]' END,
  CASE WHEN o.median IS NULL
    THEN CASE o.median_why WHEN 2 THEN 'suppressed' WHEN 3 THEN 'not-reported' WHEN 4 THEN 'not-applicable'
      ELSE 'not-stated' END END,
  NULL, s.unit, s.per, s.basis, NULL, 'all', NULL, NULL, s.place, NULL, NULL, NULL, NULL, NULL,
  CAST(o.year_from AS TEXT), o.year_from, NULL, NULL, NULL, NULL, NULL, NULL, o.source_id,
  o.soc || ' ' || o.title || ': ' || s.locator, s.words, s.id, o.id, r.pack
FROM role_code c JOIN role r ON r.id = c.role_id JOIN projection o ON o.soc = c.code
  JOIN series s ON s.relation = 'projection' AND s.name = 'median' AND s.source_id = o.source_id
WHERE c.scheme = 'soc' AND NOT EXISTS (SELECT 1 FROM oews w WHERE w.soc = o.soc AND w.naics = '000000')
UNION ALL
-- Postings: of each level and country the year with the most rows, of two the newer one.
SELECT (s.id << 32) + o.id, 'import', 'role', r.slug, c.role_id, 'pay', 'percentiles', NULL, NULL, NULL,
  o.p10, o.p25, o.p50, o.p75, o.p90, NULL, NULL,
  CASE WHEN coalesce(o.p10, o.p25, o.p50, o.p75, o.p90) IS NULL THEN 'not-stated' END,
  NULL, s.unit, s.per, s.basis, NULL, o.level, NULL, NULL, o.country, NULL, NULL, NULL, NULL, NULL,
  CAST(o.year AS TEXT), o.year, o.n, NULL, NULL, NULL, NULL, NULL, o.source_id,
  o.title || ': ' || s.locator, o.title, s.id, o.id, r.pack
FROM role_code c JOIN role r ON r.id = c.role_id JOIN jobs o ON o.title = c.code
  JOIN series s ON s.relation = 'jobs' AND s.name = 'p50' AND s.source_id = o.source_id
WHERE c.scheme = 'jobs' AND NOT EXISTS (SELECT 1 FROM jobs b WHERE b.title = o.title AND b.level IS o.level
  AND b.country IS o.country AND (b.n > o.n OR (b.n = o.n AND b.year > o.year)));

CREATE VIEW v_figure AS
SELECT * FROM figure_row
UNION ALL
SELECT id, pack, about_kind, about_key, about_id, measure, statistic, low, high, value, p10, p25, p50, p75, p90, text,
  top_coded, missing, open, unit, per, basis, basis_implied, level, years_lo, years_hi, place, employer,
  employer_words, horizon_lo, horizon_hi, horizon_years, as_of, as_of_year, n, confidence, attributed, card, excludes,
  note, source_id, locator, words
FROM set_figure;

-- Whose official figures stand near a role's own: its nearest occupations as a source names them; of a part of an
-- occupation (O*NET's 15-2051.01) the whole that statistics count.
CREATE VIEW v_nearest AS
SELECT id, role_id, occupation_id FROM nearest
UNION ALL
SELECT (1 << 40) + w.role_id, p.role_id, w.role_id
FROM role_code p JOIN role_code w ON w.scheme = 'soc' AND w.code = substr(p.code, 1, 7)
WHERE p.scheme = 'onet' AND p.code NOT LIKE '%.00' AND w.role_id <> p.role_id;

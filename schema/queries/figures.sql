-- Figures and their sources. figure_row's columns come in the order of the table (a catalog whose
-- tables differ is refused at opening); the column in front says that the figure is borrowed.

-- name: sources_all
SELECT id, key, title, short, publisher, author, url, published, period, licence, attribution, note,
  kind, published_year
FROM source ORDER BY id

-- name: figures_about
-- plan: search
-- Of one role: asked for one by one, each set is reached by its index.
-- Those of packs first, of one set its percentiles before its mean.
SELECT 0, v_figure.* FROM v_figure WHERE about_kind = 'role' AND measure = ?2 AND about_id = ?1
ORDER BY id >> 32 > 0, source_id * (id >> 32 > 0), statistic = 'mean', id

-- name: figures_speakers
-- plan: search
-- The specializations that serve a role.
SELECT id FROM served WHERE role_id = ?1 AND borrowed ORDER BY id

-- name: figures_neighbours
-- plan: search
-- Occupations near a role, in the packs' order.
SELECT occupation_id FROM v_nearest WHERE role_id = ?1 GROUP BY occupation_id ORDER BY min(id)

-- name: figures_all
SELECT 0, f.* FROM v_figure f WHERE f.about_kind = 'role' AND f.measure = ?1
ORDER BY f.about_id, f.id

-- name: figures_wages
SELECT 0, f.* FROM v_figure f JOIN source c ON c.id = f.source_id AND c.kind = 'official'
WHERE f.about_kind = 'role' AND f.measure = 'pay' AND f.level = 'all' AND f.statistic IN ('percentiles', 'range')
ORDER BY f.about_id, f.id

-- name: figure_get
-- plan: search
SELECT 0, f.* FROM figure_row f WHERE f.id = ?1
UNION ALL
SELECT 0, id, pack, about_kind, about_key, about_id, measure, statistic, low, high, value, p10, p25, p50, p75, p90,
  text, top_coded, missing, open, unit, per, basis, basis_implied, level, years_lo, years_hi, place, employer,
  employer_words, horizon_lo, horizon_hi, horizon_years, as_of, as_of_year, n, confidence, attributed, card,
  excludes, note, source_id, locator, words
FROM set_figure WHERE series_id = ?1 >> 32 AND row_id = ?1 & 4294967295

-- name: roles_served
SELECT role_id, id FROM served WHERE borrowed ORDER BY role_id, id

-- name: nearest_all
SELECT DISTINCT role_id, occupation_id FROM v_nearest ORDER BY role_id, occupation_id

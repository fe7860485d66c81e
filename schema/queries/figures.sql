-- Figures and their sources. figure_row's columns come in the order of the table (a catalog whose
-- tables differ is refused at opening); the column in front says that the figure is borrowed.

-- name: sources_all
SELECT id, key, title, short, publisher, author, url, published, period, licence, attribution, note,
  kind, published_year
FROM source ORDER BY id

-- name: figures_of_role
SELECT f.about_id <> ?1, f.* FROM figure_row f
WHERE f.about_kind = 'role' AND f.measure = ?2 AND f.about_id IN (
  SELECT ?1 UNION
  SELECT s.id FROM role r JOIN role s ON s.serves IS NOT NULL JOIN json_each(s.serves) j
    ON j.value = r.slug WHERE r.id = ?1)
ORDER BY f.id

-- name: figures_nearest
-- plan: search
SELECT 0, f.* FROM figure_row f JOIN source c ON c.id = f.source_id
WHERE f.about_kind = 'role' AND f.measure = ?2 AND c.kind = 'official'
  AND f.about_id IN (SELECT occupation_id FROM nearest WHERE role_id = ?1)
ORDER BY (SELECT min(n.id) FROM nearest n WHERE n.role_id = ?1 AND n.occupation_id = f.about_id), f.id

-- name: figures_all
SELECT 0, f.* FROM figure_row f WHERE f.about_kind = 'role' AND f.measure = ?1
ORDER BY f.about_id, f.id

-- name: figure_get
-- plan: search
SELECT 0, f.* FROM figure_row f WHERE f.id = ?1

-- name: roles_served
SELECT r.id, s.id FROM role s JOIN json_each(s.serves) j JOIN role r ON r.slug = j.value
WHERE s.serves IS NOT NULL ORDER BY r.id, s.id

-- name: nearest_all
SELECT DISTINCT role_id, occupation_id FROM nearest ORDER BY role_id, occupation_id

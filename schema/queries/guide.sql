-- Queries of the guide: an id is that of guide_entry.

-- name: thing_guide
SELECT id FROM main.guide_entry WHERE slug = ?1;

-- name: things_guide
SELECT id, slug, slug, NULL, NULL FROM guide_entry ORDER BY id;

-- name: guide_topic
-- plan: search
SELECT g.id, g.heading, g.topic, g.text, g.opinion, g.source_id, g.locator, g.about_kind, g.about_key
FROM guide g WHERE g.id = ?1;

-- name: guide_prediction
-- plan: search
SELECT p.id, p.text, p.topic, p.year, p.direction, p.source_id, p.locator,
  CASE WHEN r.id IS NOT NULL THEN 'role' END, r.slug
FROM prediction p LEFT JOIN role r ON r.id = p.role_id WHERE p.id = ?1;

-- name: guide_claim
-- plan: search
SELECT m.id, m.topic, m.stance, m.words, NULL, m.source_id, m.locator, m.about_kind, m.about_key
FROM claim m WHERE m.id = ?1;

-- name: guide_stances
-- All sides of one topic.
SELECT m.id, m.stance, m.source_id FROM claim m WHERE m.topic = ?1 ORDER BY m.source_id, m.id;

-- name: guide_about
-- What an entry is about, by kind and key: its name.
SELECT CASE ?1 WHEN 'role' THEN (SELECT title FROM role WHERE slug = ?2)
  WHEN 'skill' THEN (SELECT name FROM skill WHERE slug = ?2)
  WHEN 'route' THEN (SELECT name FROM route WHERE slug = ?2 ORDER BY id LIMIT 1) END;

-- name: guide_check_role
-- plan: search
-- The role on whose page one can see whether a prediction came true: one with official figures nearby before
-- the others.
SELECT r.slug, r.title FROM guide_role g JOIN role r ON r.id = g.role_id WHERE g.guide_id = ?1
ORDER BY NOT EXISTS (SELECT 1 FROM nearest n WHERE n.role_id = r.id), r.id LIMIT 1;

-- name: guide_count
-- plan: search
-- Entries that speak of a role.
SELECT coalesce(sum(CASE x.guide_id % 4 WHEN 0 THEN EXISTS (SELECT 1 FROM guide WHERE id = x.guide_id / 4)
  WHEN 1 THEN EXISTS (SELECT 1 FROM prediction WHERE id = x.guide_id / 4)
  ELSE EXISTS (SELECT 1 FROM claim WHERE id = x.guide_id / 4) END), 0)
FROM guide_role x WHERE x.role_id = ?1;

-- name: guide_family_count
-- Entries that speak of a role of its family.
SELECT coalesce(sum(CASE x.guide_id % 4 WHEN 0 THEN EXISTS (SELECT 1 FROM guide WHERE id = x.guide_id / 4)
  WHEN 1 THEN EXISTS (SELECT 1 FROM prediction WHERE id = x.guide_id / 4)
  ELSE EXISTS (SELECT 1 FROM claim WHERE id = x.guide_id / 4) END), 0)
FROM (SELECT DISTINCT g.guide_id FROM role r JOIN role f ON f.family = r.family
  JOIN guide_role g ON g.role_id = f.id WHERE r.id = ?1) x;

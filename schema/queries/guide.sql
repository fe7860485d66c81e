-- Queries of the guide: an id is that of v_guide.

-- name: thing_guide
SELECT id FROM v_guide WHERE slug = ?1;

-- name: things_guide
SELECT id, slug, slug, NULL, NULL FROM v_guide ORDER BY id;

-- name: guide_topic
-- plan: search
SELECT g.id, g.heading, g.topic, g.text, g.opinion, c.id, g.locator, g.about_kind, g.about_key
FROM guide g JOIN source c ON c.id = g.source_id WHERE g.id = ?1;

-- name: guide_prediction
-- plan: search
SELECT p.id, p.text, p.topic, p.year, p.direction, c.id, p.locator, r.slug, r.title
FROM prediction p JOIN source c ON c.id = p.source_id LEFT JOIN role r ON r.id = p.role_id
WHERE p.id = ?1;

-- name: guide_claim
-- plan: search
SELECT m.id, m.topic, m.stance, m.words, c.id, m.locator FROM claim m
  JOIN source c ON c.id = m.source_id WHERE m.id = ?1;

-- name: guide_stances
-- All sides of one topic.
SELECT m.id, m.stance, c.id FROM claim m JOIN source c ON c.id = m.source_id
WHERE m.topic = ?1 ORDER BY m.source_id, m.id;

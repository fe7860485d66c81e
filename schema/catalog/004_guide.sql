-- What there is to read: guide topics, predictions and stances in one list. An id is that of its row
-- times four plus 0 (guide), 1 (prediction), 2 (claim); page/guide.c reads it back.

-- Statements on the field or the market belong to the specializations and the roles they serve.
CREATE VIEW field_roles AS
SELECT id FROM role WHERE kind = 'specialization'
UNION SELECT role_id FROM served WHERE borrowed;

-- Which roles an entry speaks of; made at the end of a build.
CREATE TABLE guide_role (
  role_id INTEGER NOT NULL REFERENCES role(id), guide_id INTEGER NOT NULL,
  PRIMARY KEY (role_id, guide_id)
) WITHOUT ROWID;
CREATE INDEX guide_role_guide ON guide_role(guide_id);

CREATE VIEW guide_entry AS
SELECT g.id * 4 AS id, coalesce(g.slug, 'guide-' || g.id) AS slug, g.heading, g.topic,
  CASE WHEN g.topic = 'faq' THEN 'question' WHEN g.topic = 'voices' THEN 'voice'
    WHEN g.opinion THEN 'opinion' ELSE 'advice' END AS kind,
  NULL AS year, g.source_id, CASE WHEN g.about_kind = 'role' THEN g.about_id END AS about, g.text
FROM guide g
UNION ALL
SELECT p.id * 4 + 1, 'prediction-' || p.id, p.text, coalesce(p.topic, 'outlook'), 'prediction',
  p.year, p.source_id, p.role_id, p.text
FROM prediction p
UNION ALL
SELECT m.id * 4 + 2, 'claim-' || m.id, m.topic || ': ' || m.stance, m.topic, 'stance',
  NULL, m.source_id, CASE WHEN m.about_kind = 'role' THEN m.about_id END, m.stance
FROM claim m;

CREATE VIEW v_guide AS
SELECT g.id, g.slug, g.heading, g.topic, g.kind, g.year, c.short AS source,
  (SELECT json_group_array(r.slug) FROM guide_role x JOIN role r ON r.id = x.role_id
    WHERE x.guide_id = g.id) AS role,
  (SELECT json_group_array(DISTINCT r.family) FROM guide_role x JOIN role r ON r.id = x.role_id
    WHERE x.guide_id = g.id) AS family,
  g.text
FROM guide_entry g JOIN source c ON c.id = g.source_id;

-- The glossary, to be found with everything else.
CREATE VIEW v_terms AS
SELECT t.id, t.slug, t.term, t.aliases, t.text FROM term t;

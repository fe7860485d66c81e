-- What there is to read: guide topics, predictions and stances in one list. An id is that of its row
-- times four plus 0 (guide), 1 (prediction), 2 (claim); page/guide.c reads it back.

-- Statements on the field or the market belong to the specializations and the roles they serve.
CREATE VIEW field_roles AS
SELECT id FROM role WHERE kind = 'specialization'
UNION SELECT role_id FROM served WHERE borrowed;

CREATE VIEW v_guide AS
SELECT g.id * 4 AS id, coalesce(g.slug, 'guide-' || g.id) AS slug, g.heading, g.topic,
  CASE WHEN g.opinion THEN 'opinion' WHEN g.topic = 'faq' THEN 'question'
    WHEN g.topic = 'voices' THEN 'voice' ELSE 'advice' END AS kind,
  NULL AS year, c.short AS source,
  CASE WHEN g.about_kind = 'role' THEN
    (SELECT json_group_array(r.slug) FROM served s JOIN role r ON r.id = s.role_id
      WHERE s.id = g.about_id)
    ELSE (SELECT json_group_array(r.slug) FROM field_roles f JOIN role r ON r.id = f.id) END AS role,
  g.text
FROM guide g JOIN source c ON c.id = g.source_id
UNION ALL
SELECT p.id * 4 + 1, 'prediction-' || p.id, p.text, coalesce(p.topic, 'outlook'), 'prediction',
  p.year, c.short,
  CASE WHEN p.role_id IS NOT NULL THEN
    (SELECT json_group_array(r.slug) FROM served s JOIN role r ON r.id = s.role_id
      WHERE s.id = p.role_id)
    ELSE (SELECT json_group_array(r.slug) FROM field_roles f JOIN role r ON r.id = f.id) END,
  p.text
FROM prediction p JOIN source c ON c.id = p.source_id
UNION ALL
SELECT m.id * 4 + 2, 'claim-' || m.id, m.topic || ': ' || m.stance, m.topic, 'stance',
  NULL, c.short,
  CASE WHEN m.about_kind = 'role' THEN
    (SELECT json_group_array(r.slug) FROM served s JOIN role r ON r.id = s.role_id
      WHERE s.id = m.about_id)
    ELSE (SELECT json_group_array(r.slug) FROM field_roles f JOIN role r ON r.id = f.id) END,
  m.stance
FROM claim m JOIN source c ON c.id = m.source_id;

-- The glossary, to be found with everything else.
CREATE VIEW v_terms AS
SELECT t.id, t.slug, t.term, t.aliases, t.text FROM term t;

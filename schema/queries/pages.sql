-- Queries of the pages of programs, skills, sources and terms, and of `i`: who says so.

-- name: page_program
-- plan: search
SELECT p.key, p.name, p.field, p.cip, p.award, p.status, p.status_note, p.note, p.mode, p.months,
  p.months_max, p.cost_per_year, p.cost_fact, p.earnings, p.earnings_horizon, p.debt, s.name,
  s.city, s.state, s.country, s.control, s.note
FROM program p JOIN school s ON s.id = p.school_id WHERE p.id = ?1;

-- name: page_program_facts
-- plan: search
SELECT f.id, f.source_id, f.page, f.as_of, f.as_of_year, f.confidence, f.via, f.mode, f.months,
  f.months_max, f.cost, f.currency, f.per, f.audience, f.credits, f.starts, f.requires, f.note,
  f.total, f.total_basis, f.total_sum, (SELECT count(*) FROM program_fact WHERE parent_id = ?1)
FROM program_fact f WHERE f.parent_id = ?1 ORDER BY f.id;

-- name: page_program_roles
-- plan: search
SELECT v.id, r.slug, r.title, v.why, v.source_id
FROM relevance v JOIN role r ON r.id = v.role_id WHERE v.field = ?1
-- The current role first; roles that share a reason stand together.
ORDER BY r.slug = ?2 DESC,
  (SELECT min(w.id) FROM relevance w WHERE w.field = v.field AND w.why = v.why), v.id;

-- name: page_program_listings
SELECT l.id, l.label, l.claimed, json_array_length(l.programs), l.source_id
FROM listing l JOIN json_each(l.programs) j WHERE j.value = ?1 ORDER BY l.id;

-- name: page_program_figures
-- plan: search
SELECT f.id, f.measure FROM figure_row f
WHERE f.about_id = ?1 AND f.about_kind = 'program' ORDER BY f.measure, f.id;

-- name: page_skill
-- plan: search
SELECT slug, name, category, aliases, tools, summary FROM skill WHERE id = ?1;

-- name: page_skill_roles
-- What each source says of the skill, by tier and role; last, how many rows there are.
SELECT k.id, r.slug, r.title, r.kind = 'specialization', k.tier, k.bar, k.tools, k.why, k.words,
  k.source_id, (SELECT count(*) FROM role_skill WHERE skill_id = ?1)
FROM role_skill k JOIN role r ON r.id = k.role_id WHERE k.skill_id = ?1
ORDER BY CASE k.tier WHEN 'must' THEN 0 WHEN 'important' THEN 1 WHEN 'nice' THEN 2
  WHEN 'skip' THEN 3 ELSE 4 END, r.title, k.id;

-- name: page_skill_disputes
-- What is said of the skill for each role on which sources contradict one another.
SELECT r.title, r.slug, k.id, v.borrowed
FROM skill_dispute d JOIN role r ON r.id = d.role_id JOIN served v ON v.role_id = d.role_id
  JOIN role_skill k ON k.role_id = v.id AND k.skill_id = d.skill_id
WHERE d.skill_id = ?1 ORDER BY r.title, r.id, k.id;

-- name: page_skill_tool_of
-- Skills that have this one among their tools.
SELECT w.slug, w.name FROM skill k JOIN skill w, json_each(w.tools) j
WHERE k.id = ?1 AND w.tools IS NOT NULL AND w.id <> k.id AND (j.value = k.name
  OR EXISTS (SELECT 1 FROM json_each(k.aliases) a WHERE a.value = j.value))
ORDER BY w.name, w.id;

-- name: page_skill_claims
-- plan: search
SELECT m.id, m.topic, m.stance, m.source_id FROM claim m
WHERE m.about_id = ?1 AND m.about_kind = 'skill' ORDER BY m.topic, m.source_id, m.id;

-- name: page_skill_factors
SELECT f.id, f.text, f.low, f.high, f.source_id FROM factor f
WHERE f.about_kind = 'skill' AND f.about_id = ?1 ORDER BY f.id;

-- name: page_skill_figures
-- plan: search
SELECT f.id, f.measure FROM figure_row f
WHERE f.about_id = ?1 AND f.about_kind = 'skill' ORDER BY f.measure, f.id;

-- name: page_source
-- plan: search
SELECT retrieved FROM source WHERE id = ?1;

-- name: page_source_levels
-- plan: search
SELECT level, years_lo, years_hi, locator, words, id FROM main.source_level WHERE parent_id = ?1
ORDER BY id;

-- name: page_source_figures
-- plan: search
SELECT measure, count(*) FROM main.figure_row WHERE source_id = ?1 GROUP BY measure
ORDER BY count(*) DESC, measure;

-- name: page_source_says
-- What else a source states, kind by kind.
SELECT 'fact about programs', 'facts about programs',
  count(*) FROM main.program_fact WHERE source_id = ?1
UNION ALL SELECT 'skill of a role', 'skills of roles',
  count(*) FROM main.role_skill WHERE source_id = ?1
UNION ALL SELECT 'requirement', 'requirements',
  count(*) FROM main.requirement WHERE source_id = ?1
UNION ALL SELECT 'step between roles', 'steps between roles',
  count(*) FROM main.transition WHERE source_id = ?1
UNION ALL SELECT 'career ladder', 'career ladders',
  count(*) FROM main.ladder WHERE source_id = ?1
UNION ALL SELECT 'way to learn', 'ways to learn',
  count(*) FROM main.route WHERE source_id = ?1
UNION ALL SELECT 'use in an industry', 'uses in industries',
  count(*) FROM main.industry WHERE source_id = ?1
UNION ALL SELECT 'factor of pay', 'factors of pay',
  count(*) FROM main.factor WHERE source_id = ?1
UNION ALL SELECT 'prediction', 'predictions',
  count(*) FROM main.prediction WHERE source_id = ?1
UNION ALL SELECT 'claim', 'claims', count(*) FROM main.claim WHERE source_id = ?1
UNION ALL SELECT 'guide topic', 'guide topics', count(*) FROM main.guide WHERE source_id = ?1
UNION ALL SELECT 'headline card', 'headline cards',
  count(*) FROM main.card WHERE source_id = ?1
UNION ALL SELECT 'listing of programs', 'listings of programs',
  count(*) FROM main.listing WHERE source_id = ?1
UNION ALL SELECT 'part of a week', 'parts of a week',
  count(*) FROM main.day_share WHERE source_id = ?1
UNION ALL SELECT 'part of a day', 'parts of a day',
  count(*) FROM main.day_part WHERE source_id = ?1
UNION ALL SELECT 'mention of a role', 'mentions of roles',
  count(*) FROM main.mention WHERE source_id = ?1;

-- name: page_level_of
-- plan: search
SELECT years_lo, years_hi, words FROM source_level WHERE parent_id = ?1 AND level = ?2 ORDER BY id;

-- name: page_figure_about
SELECT CASE f.about_kind WHEN 'role' THEN (SELECT title FROM role WHERE id = f.about_id)
    WHEN 'skill' THEN (SELECT name FROM skill WHERE id = f.about_id)
    WHEN 'program' THEN (SELECT name FROM program WHERE id = f.about_id)
    WHEN 'school' THEN (SELECT name FROM school WHERE id = f.about_id)
    WHEN 'route' THEN (SELECT name FROM route WHERE slug = f.about_key ORDER BY id LIMIT 1)
    ELSE replace(f.about_key, '-', ' ') END
FROM figure_row f WHERE f.id = ?1
UNION ALL
SELECT (SELECT title FROM role WHERE id = f.about_id) FROM set_figure f
WHERE f.series_id = ?1 >> 32 AND f.row_id = ?1 & 4294967295;

-- name: page_terms
SELECT id, slug, term, aliases, text, alone FROM term ORDER BY id;

-- name: page_term_by_id
-- plan: search
SELECT slug FROM term WHERE id = ?1;

-- Facts that are not figures: source, locator, the source's words, what it is about, then the texts
-- whose labels stand in src/page/explain_fact.c.

-- name: fact_program
-- plan: search
SELECT parent_id FROM program_fact WHERE id = ?1;

-- name: fact_role_skill
-- plan: search
SELECT k.source_id, k.locator, k.words, r.title || ': ' || s.name, k.tier, k.bar,
  (SELECT group_concat(value, ', ') FROM json_each(k.tools)), k.why
FROM role_skill k JOIN role r ON r.id = k.role_id JOIN skill s ON s.id = k.skill_id WHERE k.id = ?1;

-- name: fact_requirement
-- plan: search
SELECT q.source_id, q.locator, q.words, r.title || ': ' || q.credential, q.strength, q.note
FROM requirement q JOIN role r ON r.id = q.role_id WHERE q.id = ?1;

-- name: fact_day_share
-- plan: search
SELECT d.source_id, d.locator, d.words, r.title || ': ' || d.activity,
  printf('%g%% of the time', d.share)
FROM day_share d JOIN role r ON r.id = d.role_id WHERE d.id = ?1;

-- name: fact_day_part
-- plan: search
SELECT d.source_id, d.locator, NULL, r.title || ': ' || d.part,
  (SELECT group_concat(value, '; ') FROM json_each(d.items))
FROM day_part d JOIN role r ON r.id = d.role_id WHERE d.id = ?1;

-- name: fact_transition
-- plan: search
SELECT t.source_id, t.locator, NULL, a.title || ' to ' || b.title, t.kind,
  CASE WHEN t.years_lo = t.years_hi THEN printf('%g years', t.years_lo)
    WHEN t.years_lo IS NOT NULL AND t.years_hi IS NOT NULL
      THEN printf('%g-%g years', t.years_lo, t.years_hi)
    WHEN t.years_lo IS NOT NULL THEN printf('%g years or more', t.years_lo)
    WHEN t.years_hi IS NOT NULL THEN printf('up to %g years', t.years_hi) END, t.note
FROM transition t JOIN role a ON a.id = t.from_id JOIN role b ON b.id = t.to_id WHERE t.id = ?1;

-- name: fact_ladder
-- plan: search
SELECT l.source_id, l.locator, NULL, r.title || ': ' || l.title,
  (SELECT group_concat(title, ', then ') FROM (SELECT title FROM ladder_step
    WHERE parent_id = l.id ORDER BY id))
FROM ladder l JOIN role r ON r.id = l.role_id WHERE l.id = ?1;

-- name: fact_ladder_step
-- plan: search
SELECT l.source_id, l.locator, NULL, l.title || ': ' || s.title, s.level,
  CASE WHEN s.years_lo = s.years_hi THEN printf('%g years', s.years_lo)
    WHEN s.years_lo IS NOT NULL AND s.years_hi IS NOT NULL
      THEN printf('%g-%g years', s.years_lo, s.years_hi)
    WHEN s.years_lo IS NOT NULL THEN printf('%g years or more', s.years_lo)
    WHEN s.years_hi IS NOT NULL THEN printf('up to %g years', s.years_hi) END, s.note
FROM ladder_step s JOIN ladder l ON l.id = s.parent_id WHERE s.id = ?1;

-- name: fact_route
-- plan: search
SELECT source_id, locator, NULL, name, kind, summary,
  (SELECT group_concat(r.title, ', ') FROM json_each(t.leads_to) j JOIN role r ON r.slug = j.value),
  (SELECT group_concat(value, ', ') FROM json_each(t.resources))
FROM route t WHERE id = ?1;

-- name: fact_industry
-- plan: search
SELECT i.source_id, i.locator, NULL, i.industry, i.use_case,
  (SELECT group_concat(value, ', ') FROM json_each(i.companies)), i.technique,
  (SELECT title FROM role WHERE id = i.role_id),
  CASE i.hiring WHEN 1 THEN 'yes, says the source' WHEN 0 THEN 'no, says the source' END
FROM industry i WHERE i.id = ?1;

-- name: fact_factor
-- plan: search
SELECT source_id, locator, words, factor, text,
  CASE WHEN low = high THEN printf('%g times', low)
    WHEN low IS NOT NULL AND high IS NOT NULL THEN printf('%g-%g times', low, high)
    WHEN coalesce(low, high) IS NOT NULL THEN printf('%g times', coalesce(low, high)) END,
  CASE WHEN derived THEN coalesce(sum, 'yes, by us') END
FROM factor WHERE id = ?1;

-- name: fact_prediction
-- plan: search
SELECT q.source_id, q.locator, NULL, q.text, CAST(q.year AS TEXT), q.topic, q.direction,
  (SELECT title FROM role WHERE id = q.role_id)
FROM prediction q WHERE q.id = ?1;

-- name: fact_claim
-- plan: search
SELECT source_id, locator, words, replace(topic, '-', ' '), stance FROM claim WHERE id = ?1;

-- name: fact_guide
-- plan: search
SELECT source_id, locator, NULL, heading, replace(topic, '-', ' '), text,
  CASE WHEN opinion THEN 'opinion' END
FROM guide WHERE id = ?1;

-- name: fact_listing
-- plan: search
SELECT source_id, locator, NULL, label, printf('%d programs', claimed),
  printf('%d of them', coalesce(json_array_length(programs), 0)), tagline, filter
FROM listing WHERE id = ?1;

-- name: fact_card
-- plan: search
SELECT source_id, locator, NULL, value || ' ' || label, means FROM card WHERE id = ?1;

-- name: fact_contrast
-- plan: search
SELECT x.source_id, x.locator, NULL, r.title || ' and ' || coalesce(o.title, x.other), x.text
FROM contrast x JOIN role r ON r.id = x.role_id LEFT JOIN role o ON o.slug = x.other
WHERE x.id = ?1;

-- name: fact_mention
-- plan: search
SELECT m.source_id, m.locator, NULL, r.title, m."as"
FROM mention m JOIN role r ON r.id = m.role_id WHERE m.id = ?1;

-- name: fact_nearest
-- plan: search
SELECT n.source_id, n.locator, NULL, r.title || ' and ' || o.title, n.why
FROM nearest n JOIN role r ON r.id = n.role_id JOIN role o ON o.id = n.occupation_id
WHERE n.id = ?1;

-- name: fact_relevance
-- plan: search
SELECT v.source_id, NULL, NULL, v.field || ' for ' || r.title, v.why
FROM relevance v JOIN role r ON r.id = v.role_id WHERE v.id = ?1;

-- name: fact_source_level
-- plan: search
SELECT l.parent_id, l.locator, l.words, c.title, l.level,
  CASE WHEN l.years_lo = l.years_hi THEN printf('%g years', l.years_lo)
    WHEN l.years_lo IS NOT NULL AND l.years_hi IS NOT NULL
      THEN printf('%g-%g years', l.years_lo, l.years_hi)
    WHEN l.years_lo IS NOT NULL THEN printf('%g years or more', l.years_lo)
    WHEN l.years_hi IS NOT NULL THEN printf('up to %g years', l.years_hi) END
FROM main.source_level l JOIN source c ON c.id = l.parent_id WHERE l.id = ?1;

-- What a key or a title may name, kind by kind (enum thing), for the nearest one: id, key, name,
-- aliases.

-- name: thing_role
-- plan: search
SELECT id FROM role WHERE slug = ?1;

-- name: thing_program
-- plan: search
SELECT id FROM main.program WHERE key = ?1
-- scorecard/OPEID6-UNITID/CIP/CREDLEV; the parts are looked up, the whole must be the same.
UNION ALL
SELECT 16777216 + p.id
FROM main.sc_school s CROSS JOIN main.study_school t ON t.school_id = s.id
  CROSS JOIN main.sc_program p ON p.id BETWEEN t.first AND t.last
  CROSS JOIN main.sc_field f ON f.id = p.field_id
WHERE substr(?1, 1, 10) = 'scorecard/' AND s.opeid6 = CAST(substr(?1, 11, 6) AS INTEGER)
  AND p.credlev = CAST(substr(?1, -1) AS INTEGER) AND f.cip4 = CAST(substr(?1, -6, 4) AS INTEGER)
  AND printf('scorecard/%06d%s/%04d/%d', s.opeid6, coalesce('-' || s.unitid, ''), f.cip4, p.credlev) = ?1;

-- name: thing_skill
-- plan: search
SELECT id FROM skill WHERE slug = ?1;

-- name: thing_source
-- plan: search
SELECT id FROM source WHERE key = ?1;

-- name: thing_term
-- plan: search
SELECT id FROM term WHERE slug = ?1;

-- name: things_role
SELECT id, slug, title, NULL, aliases FROM role ORDER BY id;

-- name: things_program
SELECT p.id, p.key, p.name, s.name || ' ' || p.name, NULL
FROM program p JOIN school s ON s.id = p.school_id ORDER BY p.id;

-- name: things_skill
SELECT id, slug, name, NULL, aliases FROM skill ORDER BY id;

-- name: things_source
SELECT id, key, title, short, json_array(substr(key, instr(key, '/') + 1)) FROM source ORDER BY id;

-- name: things_term
SELECT id, slug, term, NULL, aliases FROM term ORDER BY id;

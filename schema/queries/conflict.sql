-- What the rules of contradictions compare (include/career/model/conflict.h). ?1 is a role, 0: all.

-- name: conflict_roles
-- Those whose pay or growth several sources may state, and what such a role stands for: occupations that are only in
-- one publisher's sets are left out. Of one role, with what serves it and the roles that this serves as well.
WITH spoken AS (
  SELECT about_id AS id FROM figure_row WHERE about_kind = 'role' AND measure IN ('pay', 'growth')
  UNION SELECT role_id FROM role_code WHERE scheme = 'jobs')
SELECT id, slug, title FROM role
WHERE id IN (SELECT v.role_id FROM served v WHERE v.id IN (SELECT id FROM spoken))
  AND (?1 = 0 OR id IN (SELECT w.role_id FROM served v JOIN served w ON w.id = v.id WHERE v.role_id = ?1))
ORDER BY id;

-- name: conflict_tiers
-- Skills that sources put into tiers that exclude one another, with all that is said of them.
SELECT v.role_id, d.skill_id, s.name, k.id, k.source_id, k.tier, k.bar, v.borrowed
FROM skill_dispute d JOIN served v ON v.role_id = d.role_id
  JOIN role_skill k ON k.role_id = v.id AND k.skill_id = d.skill_id JOIN skill s ON s.id = d.skill_id
WHERE ?1 = 0 OR d.role_id = ?1
ORDER BY v.role_id, d.skill_id, k.id;

-- name: conflict_requirements
SELECT v.role_id, q.credential, q.id, q.source_id, q.strength, q.locator, v.borrowed
FROM requirement q JOIN served v ON v.id = q.role_id
WHERE ?1 = 0 OR v.role_id = ?1
ORDER BY v.role_id, q.credential, q.source_id, q.id;

-- name: conflict_levels
-- What sources mean by a level; of a role: the sources that state pay of it.
SELECT l.level, l.id, l.parent_id, l.years_lo, l.years_hi FROM source_level l
WHERE ?1 = 0 OR l.parent_id IN (SELECT f.source_id FROM figure_row f JOIN served v ON v.id = f.about_id
  WHERE v.role_id = ?1 AND f.about_kind = 'role' AND f.measure = 'pay')
ORDER BY l.level, l.parent_id, l.id;

-- name: conflict_listings
-- A listing, the programs of it that are held, and those of them in a field that counts for the role.
WITH shown AS (
  SELECT l.id, p.field,
    EXISTS (SELECT 1 FROM role_field v WHERE v.role_id = l.about_id AND v.field = p.field) AS fits
  FROM listing l, json_each(l.programs) j JOIN program p ON p.key = j.value WHERE l.about_kind = 'role')
SELECT l.about_id, l.id, l.source_id, l.label, l.claimed,
  (SELECT count(*) FROM shown s WHERE s.id = l.id),
  (SELECT coalesce(sum(s.fits), 0) FROM shown s WHERE s.id = l.id),
  (SELECT group_concat(field, ' and ') FROM (SELECT DISTINCT s.field FROM shown s
    WHERE s.id = l.id AND NOT s.fits ORDER BY s.field))
FROM listing l
WHERE l.about_kind = 'role' AND (?1 = 0 OR l.about_id IN (SELECT id FROM served WHERE role_id = ?1))
ORDER BY l.id;

-- name: conflict_listing_parts
-- One publisher claims more programs for a role than for the whole field that the role is a part of.
SELECT v.role_id, a.id, a.source_id, a.label, a.claimed, b.id, b.source_id, b.label, b.claimed
FROM listing a JOIN served v ON v.id = a.about_id AND v.borrowed
  JOIN listing b ON b.about_kind = 'role' AND b.about_id = v.role_id
  JOIN source x ON x.id = a.source_id JOIN source y ON y.id = b.source_id
WHERE a.about_kind = 'role' AND a.claimed < b.claimed AND x.publisher = y.publisher
  AND (?1 = 0 OR v.role_id = ?1)
ORDER BY a.id, b.id;

-- name: conflict_prices
-- Prices of a source's own programs outside of what it says that such a degree costs. A way to learn whose key
-- names an award and a mode ("online-masters") is about programs of that award and mode.
SELECT f.about_key, coalesce((SELECT t.name FROM route t WHERE t.slug = f.about_key ORDER BY t.id LIMIT 1), f.about_key),
  f.id, f.source_id, f.low, f.high, f.unit, c.id, c.cost, c.currency, c.per, p.name, s.name, p.id
FROM figure_row f JOIN program_fact c ON c.source_id = f.source_id
  JOIN program p ON p.id = c.parent_id JOIN school s ON s.id = p.school_id
WHERE f.about_kind = 'route' AND f.measure = 'cost' AND f.statistic = 'range' AND f.per IN ('once', 'total')
  AND instr(f.about_key, p.award) > 0 AND instr(f.about_key, coalesce(c.mode, p.mode)) > 0
  AND c.per IN ('total', 'unstated') AND c.currency IN (f.unit, 'unstated')
  AND (c.cost < f.low OR c.cost > f.high)
  AND (?1 = 0 OR EXISTS (SELECT 1 FROM route t, json_each(t.leads_to) j JOIN role r ON r.slug = j.value
    WHERE t.slug = f.about_key AND r.id = ?1))
ORDER BY f.id, c.id;

-- name: conflict_claims
-- Stances on a role, and for roles that belong to a field also those on everything but roles.
SELECT v.role_id, m.topic, m.id, m.source_id, m.words, v.borrowed
FROM claim m JOIN served v ON v.id = m.about_id
WHERE m.about_kind = 'role' AND (?1 = 0 OR v.role_id = ?1)
UNION ALL
SELECT v.role_id, m.topic, m.id, m.source_id, m.words, 1
FROM claim m JOIN (SELECT DISTINCT role_id FROM served WHERE borrowed) v
WHERE coalesce(m.about_kind, 'field') <> 'role' AND (?1 = 0 OR v.role_id = ?1)
ORDER BY 1, 2, 4, 3;

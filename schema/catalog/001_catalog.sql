-- The catalog: everything public, built new by `career build`, then only read.
-- One table per section of a pack (man/career-pack.5) with the same column names; references are
-- row ids; lists are JSON arrays of text; spans are two columns (_lo, _hi); dates keep the
-- publisher's words and give their first year (_year). `pack` says which pack a row came from.

CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE pack (
  id INTEGER PRIMARY KEY, pack TEXT NOT NULL, title TEXT NOT NULL, summary TEXT, licence TEXT,
  requires TEXT
);

CREATE TABLE source (
  id INTEGER PRIMARY KEY, pack TEXT NOT NULL,
  key TEXT NOT NULL UNIQUE,        -- pack/key
  title TEXT NOT NULL, short TEXT NOT NULL, publisher TEXT NOT NULL, author TEXT, url TEXT,
  published TEXT, published_year INTEGER, retrieved TEXT, retrieved_year INTEGER, period TEXT,
  kind TEXT NOT NULL, licence TEXT, attribution TEXT, note TEXT,
  importer TEXT                    -- kind of the set that it copies from: see figure_aside
);

-- A source's own definition of a level, in years of experience.
CREATE TABLE source_level (
  id INTEGER PRIMARY KEY, pack TEXT NOT NULL, parent_id INTEGER NOT NULL REFERENCES source(id),
  level TEXT NOT NULL, years_lo REAL, years_hi REAL, locator TEXT NOT NULL, words TEXT
);

CREATE TABLE role (
  id INTEGER PRIMARY KEY, pack TEXT NOT NULL, slug TEXT NOT NULL UNIQUE, title TEXT NOT NULL,
  kind TEXT NOT NULL, family TEXT NOT NULL, aliases TEXT, summary TEXT, "not" TEXT, "like" TEXT,
  dislike TEXT, codes TEXT, serves TEXT, duties TEXT, works_with TEXT
);

-- Which entries speak for a role: itself, and the specializations that serve it (borrowed). Made at the end
-- of a build.
CREATE TABLE served (
  role_id INTEGER NOT NULL REFERENCES role(id), id INTEGER NOT NULL REFERENCES role(id),
  borrowed INTEGER NOT NULL, PRIMARY KEY (role_id, id)
) WITHOUT ROWID;

-- Which occupations stand near a role: their official figures are shown as nearest, never as its own.
CREATE TABLE nearest (
  id INTEGER PRIMARY KEY, pack TEXT NOT NULL, role_id INTEGER NOT NULL REFERENCES role(id),
  occupation_id INTEGER NOT NULL REFERENCES role(id), why TEXT NOT NULL,
  source_id INTEGER NOT NULL REFERENCES source(id), locator TEXT NOT NULL
);

CREATE TABLE mention (
  id INTEGER PRIMARY KEY, pack TEXT NOT NULL, role_id INTEGER NOT NULL REFERENCES role(id),
  source_id INTEGER NOT NULL REFERENCES source(id), locator TEXT NOT NULL, "as" TEXT
);

CREATE TABLE contrast (
  id INTEGER PRIMARY KEY, pack TEXT NOT NULL, role_id INTEGER NOT NULL REFERENCES role(id),
  other TEXT NOT NULL, text TEXT NOT NULL, source_id INTEGER NOT NULL REFERENCES source(id),
  locator TEXT NOT NULL
);

-- Every number about anything that a pack states. Percentiles of one statement are one row.
CREATE TABLE figure_row (
  id INTEGER PRIMARY KEY, pack TEXT NOT NULL,
  about_kind TEXT NOT NULL, about_key TEXT NOT NULL, about_id INTEGER, -- id for role, program, school, skill
  measure TEXT NOT NULL, statistic TEXT NOT NULL,
  low REAL, high REAL, value REAL, p10 REAL, p25 REAL, p50 REAL, p75 REAL, p90 REAL,
  text TEXT, top_coded TEXT, missing TEXT, open TEXT,
  unit TEXT NOT NULL, per TEXT, basis TEXT, basis_implied INTEGER, level TEXT,
  years_lo REAL, years_hi REAL, place TEXT, employer TEXT, employer_words TEXT,
  horizon_lo REAL, horizon_hi REAL, horizon_years REAL, as_of TEXT, as_of_year INTEGER,
  n INTEGER, confidence TEXT, attributed TEXT, card INTEGER, excludes TEXT, note TEXT,
  source_id INTEGER NOT NULL REFERENCES source(id), locator TEXT NOT NULL, words TEXT
);

CREATE TABLE card (
  id INTEGER PRIMARY KEY, pack TEXT NOT NULL, about_kind TEXT NOT NULL, about_key TEXT NOT NULL,
  about_id INTEGER, value TEXT NOT NULL, label TEXT NOT NULL, means TEXT NOT NULL,
  source_id INTEGER NOT NULL REFERENCES source(id), locator TEXT NOT NULL
);

CREATE TABLE skill (
  id INTEGER PRIMARY KEY, pack TEXT NOT NULL, slug TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
  category TEXT NOT NULL, aliases TEXT, tools TEXT, summary TEXT
);

CREATE TABLE role_skill (
  id INTEGER PRIMARY KEY, pack TEXT NOT NULL, role_id INTEGER NOT NULL REFERENCES role(id),
  skill_id INTEGER NOT NULL REFERENCES skill(id), tier TEXT, bar TEXT, tools TEXT, why TEXT,
  source_id INTEGER NOT NULL REFERENCES source(id), locator TEXT NOT NULL, words TEXT
);

CREATE TABLE day_share (
  id INTEGER PRIMARY KEY, pack TEXT NOT NULL, role_id INTEGER NOT NULL REFERENCES role(id),
  activity TEXT NOT NULL, share REAL NOT NULL, source_id INTEGER NOT NULL REFERENCES source(id),
  locator TEXT NOT NULL, words TEXT
);

CREATE TABLE day_part (
  id INTEGER PRIMARY KEY, pack TEXT NOT NULL, role_id INTEGER NOT NULL REFERENCES role(id),
  part TEXT NOT NULL, items TEXT NOT NULL, source_id INTEGER NOT NULL REFERENCES source(id),
  locator TEXT NOT NULL
);

CREATE TABLE requirement (
  id INTEGER PRIMARY KEY, pack TEXT NOT NULL, role_id INTEGER NOT NULL REFERENCES role(id),
  credential TEXT NOT NULL, strength TEXT NOT NULL, source_id INTEGER NOT NULL REFERENCES source(id),
  locator TEXT NOT NULL, words TEXT, note TEXT
);

CREATE TABLE transition (
  id INTEGER PRIMARY KEY, pack TEXT NOT NULL, from_id INTEGER NOT NULL REFERENCES role(id),
  to_id INTEGER NOT NULL REFERENCES role(id), kind TEXT NOT NULL, years_lo REAL, years_hi REAL,
  note TEXT, source_id INTEGER NOT NULL REFERENCES source(id), locator TEXT NOT NULL
);

CREATE TABLE ladder (
  id INTEGER PRIMARY KEY, pack TEXT NOT NULL, role_id INTEGER NOT NULL REFERENCES role(id),
  title TEXT NOT NULL, source_id INTEGER NOT NULL REFERENCES source(id), locator TEXT NOT NULL
);

CREATE TABLE ladder_step (
  id INTEGER PRIMARY KEY, pack TEXT NOT NULL, parent_id INTEGER NOT NULL REFERENCES ladder(id),
  title TEXT NOT NULL, level TEXT, years_lo REAL, years_hi REAL,
  role_id INTEGER REFERENCES role(id), note TEXT
);

CREATE TABLE route (
  id INTEGER PRIMARY KEY, pack TEXT NOT NULL, slug TEXT NOT NULL, name TEXT NOT NULL,
  kind TEXT NOT NULL, summary TEXT NOT NULL, leads_to TEXT, resources TEXT,
  source_id INTEGER NOT NULL REFERENCES source(id), locator TEXT NOT NULL
);

CREATE TABLE industry (
  id INTEGER PRIMARY KEY, pack TEXT NOT NULL, industry TEXT NOT NULL, use_case TEXT, companies TEXT,
  technique TEXT, role_id INTEGER REFERENCES role(id), field TEXT, hiring INTEGER,
  source_id INTEGER NOT NULL REFERENCES source(id), locator TEXT NOT NULL
);

CREATE TABLE factor (
  id INTEGER PRIMARY KEY, pack TEXT NOT NULL, factor TEXT NOT NULL, about_kind TEXT, about_key TEXT,
  about_id INTEGER, text TEXT NOT NULL, label TEXT, low REAL, high REAL, derived INTEGER, sum TEXT,
  source_id INTEGER NOT NULL REFERENCES source(id), locator TEXT NOT NULL, words TEXT
);

CREATE TABLE prediction (
  id INTEGER PRIMARY KEY, pack TEXT NOT NULL, text TEXT NOT NULL, year INTEGER, topic TEXT,
  direction TEXT, role_id INTEGER REFERENCES role(id),
  source_id INTEGER NOT NULL REFERENCES source(id), locator TEXT NOT NULL
);

CREATE TABLE claim (
  id INTEGER PRIMARY KEY, pack TEXT NOT NULL, topic TEXT NOT NULL, about_kind TEXT, about_key TEXT,
  about_id INTEGER, stance TEXT NOT NULL, source_id INTEGER NOT NULL REFERENCES source(id),
  locator TEXT NOT NULL, words TEXT
);

CREATE TABLE guide (
  id INTEGER PRIMARY KEY, pack TEXT NOT NULL, slug TEXT, topic TEXT NOT NULL, heading TEXT NOT NULL,
  text TEXT NOT NULL, about_kind TEXT, about_key TEXT, about_id INTEGER, opinion INTEGER,
  source_id INTEGER NOT NULL REFERENCES source(id), locator TEXT NOT NULL
);

-- What a directory claims to list, beside the cards of it that a pack holds.
CREATE TABLE listing (
  id INTEGER PRIMARY KEY, pack TEXT NOT NULL, label TEXT NOT NULL, about_kind TEXT NOT NULL,
  about_key TEXT NOT NULL, about_id INTEGER, claimed INTEGER NOT NULL, tagline TEXT, filter TEXT,
  source_id INTEGER NOT NULL REFERENCES source(id), locator TEXT NOT NULL, programs TEXT
);

CREATE TABLE school (
  id INTEGER PRIMARY KEY, pack TEXT NOT NULL, slug TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
  city TEXT, state TEXT, country TEXT, control TEXT, unitid TEXT, note TEXT
);

-- A program and its headline values. What a pack states stands in program_fact; the columns from
-- `mode` on are chosen from the facts at the end of a build (build/derive.c says how).
CREATE TABLE program (
  id INTEGER PRIMARY KEY, pack TEXT NOT NULL, key TEXT NOT NULL UNIQUE,
  school_id INTEGER NOT NULL REFERENCES school(id), slug TEXT, name TEXT NOT NULL, field TEXT NOT NULL,
  cip TEXT, award TEXT NOT NULL, status TEXT NOT NULL DEFAULT 'open', status_note TEXT, note TEXT,
  mode TEXT, months INTEGER, months_max INTEGER,
  cost INTEGER,            -- total for the whole program, whole units of `currency`
  cost_basis TEXT,         -- total, derived, unstated (read as total); NULL without a total
  cost_why TEXT,           -- reason code when there is no total: m0 not stated, m4 other unit only
  currency TEXT, audience TEXT, cost_per_year INTEGER, cost_as_of TEXT, cost_fact INTEGER,
  cost_count INTEGER NOT NULL DEFAULT 0, -- totals that the facts give (several: marked on screen)
  earnings INTEGER, earnings_horizon TEXT, debt INTEGER, confidence TEXT,
  only_source INTEGER      -- the one source that speaks of it; NULL: several
);

CREATE TABLE program_fact (
  id INTEGER PRIMARY KEY, pack TEXT NOT NULL, parent_id INTEGER NOT NULL REFERENCES program(id),
  source_id INTEGER NOT NULL REFERENCES source(id), page TEXT NOT NULL, as_of TEXT, as_of_year INTEGER,
  confidence TEXT NOT NULL, via TEXT, mode TEXT, months REAL, months_max REAL, cost REAL, currency TEXT,
  per TEXT, audience TEXT, credits TEXT, starts TEXT, requires TEXT, note TEXT,
  total REAL,        -- cost brought to the whole program, NULL when that cannot be done
  total_basis TEXT,  -- total, derived, unstated
  total_sum TEXT     -- "36 credits x 275"
);

-- What a program of which several sources speak is without one of them: switching a source off computes nothing.
CREATE TABLE program_without (
  program_id INTEGER NOT NULL REFERENCES program(id), source_id INTEGER NOT NULL REFERENCES source(id),
  source TEXT NOT NULL,    -- the others' short names, as a JSON list
  mode TEXT, months INTEGER, months_max INTEGER, cost INTEGER, cost_basis TEXT, cost_why TEXT,
  currency TEXT, audience TEXT, cost_per_year INTEGER, cost_as_of TEXT, cost_fact INTEGER,
  cost_count INTEGER, confidence TEXT, PRIMARY KEY (program_id, source_id)
) WITHOUT ROWID;

-- How many programs of a field only one source speaks of, and of which one; how many there are of it.
CREATE TABLE program_tally (
  field TEXT NOT NULL, source_id INTEGER NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (field, source_id)
) WITHOUT ROWID;
CREATE TABLE field_tally (field TEXT PRIMARY KEY, n INTEGER NOT NULL) WITHOUT ROWID;

-- Field of study -> role, with the reason. field '*' is never stored.
CREATE TABLE relevance (
  id INTEGER PRIMARY KEY, pack TEXT NOT NULL, field TEXT NOT NULL, cip TEXT,
  role_id INTEGER NOT NULL REFERENCES role(id), why TEXT NOT NULL, source_id INTEGER REFERENCES source(id)
);

CREATE TABLE term (
  id INTEGER PRIMARY KEY, pack TEXT NOT NULL, slug TEXT NOT NULL UNIQUE, term TEXT NOT NULL,
  aliases TEXT, text TEXT NOT NULL, alone INTEGER
);

-- What a person considers, thinks of it and has looked at; what one likes to do; what can be taken back.
-- Things are named by the list they stand in ('roles', 'programs', 'skills') and their stable key, with the title that
-- they had, for when a newer catalog no longer has them.

-- The shortlist, in the order of `position` over all lists.
CREATE TABLE item (
  list TEXT NOT NULL CHECK (list IN ('roles', 'programs', 'skills')), key TEXT NOT NULL, title TEXT NOT NULL,
  position INTEGER NOT NULL,
  headline TEXT NOT NULL DEFAULT '[]', -- figures it was stored with: model/headline.h
  added TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
  PRIMARY KEY (list, key)
) WITHOUT ROWID;

CREATE TABLE note (
  list TEXT NOT NULL, key TEXT NOT NULL, title TEXT NOT NULL, text TEXT NOT NULL,
  changed TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
  PRIMARY KEY (list, key)
) WITHOUT ROWID;

-- The primary key comes first: SQLite 3.40's integrity check takes another order for damage.
CREATE TABLE tag (
  list TEXT NOT NULL, key TEXT NOT NULL, tag TEXT NOT NULL, title TEXT NOT NULL,
  PRIMARY KEY (list, key, tag)
) WITHOUT ROWID;

CREATE TABLE looked (
  list TEXT NOT NULL, key TEXT NOT NULL, title TEXT NOT NULL,
  n INTEGER NOT NULL, last TEXT NOT NULL, -- how often, and when last
  PRIMARY KEY (list, key)
) WITHOUT ROWID;

-- How one likes to do something: 1 dislike .. 5 like; items as in data/interests.yaml.
CREATE TABLE answer (
  item TEXT PRIMARY KEY NOT NULL, value INTEGER NOT NULL CHECK (value BETWEEN 1 AND 5),
  changed TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))
) WITHOUT ROWID;

-- Steps that can be taken back, also after the program was left: what each changed in the tables above but for `looked`, and
-- in skill_state, mark, saved and setting, as a changeset of SQLite's session extension.
CREATE TABLE step (
  id INTEGER PRIMARY KEY AUTOINCREMENT, -- never used again: a program remembers those of its own
  words TEXT NOT NULL, place TEXT NOT NULL DEFAULT '',
  undone INTEGER NOT NULL DEFAULT 0, -- 0 no; else when, counted: what was taken back last is done again first
  made TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now')), change BLOB NOT NULL
);

-- What a person keeps from one run to the next: filters by name, what was typed, what is used.

-- A filter under a name of the person's own: the query with its sort keys, the terms that are
-- switched off (one a line), and what it adds (words: 'absent', 'everything').
CREATE TABLE saved (
  list TEXT NOT NULL, name TEXT NOT NULL,
  query TEXT NOT NULL, off TEXT NOT NULL DEFAULT '', adds TEXT NOT NULL DEFAULT '',
  made TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
  PRIMARY KEY (list, name)
) WITHOUT ROWID;

-- How often each command was chosen by its name, and when last (seconds since 1970).
CREATE TABLE usage (
  command TEXT PRIMARY KEY NOT NULL, n INTEGER NOT NULL, last INTEGER NOT NULL
) WITHOUT ROWID;

-- Lines typed into a prompt, in the order of their ids. kind: 'command', 'filter programs'.
CREATE TABLE history (
  id INTEGER PRIMARY KEY, kind TEXT NOT NULL, line TEXT NOT NULL,
  made TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))
);
CREATE UNIQUE INDEX history_line ON history (kind, line);
CREATE INDEX history_kind ON history (kind, id);

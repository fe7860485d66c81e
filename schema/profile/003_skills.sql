-- What a person says of a skill, by its slug: it stays when a newer catalog no longer has the skill, and so its name.

CREATE TABLE skill_state (
  skill TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('have', 'partly', 'learning', 'want')),
  level INTEGER NOT NULL DEFAULT -1, -- as the person rates it, on O*NET's scale of 0 to 7; -1: not rated
  changed TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))
) WITHOUT ROWID;

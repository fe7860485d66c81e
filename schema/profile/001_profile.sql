-- The person's own file. Rows name catalog things by stable keys and outlive them.

-- Small named values, such as the current role.
CREATE TABLE setting (name TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) WITHOUT ROWID;

-- What the person marked in a list ("programs", "roles").
CREATE TABLE mark (
  list TEXT NOT NULL, key TEXT NOT NULL,
  made TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
  PRIMARY KEY (list, key)
) WITHOUT ROWID;

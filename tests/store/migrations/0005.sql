-- A table built anew, though others refer to it
CREATE TABLE new_unit (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  name TEXT NOT NULL CHECK (length (name) < 1000),
  position REAL NOT NULL
) STRICT;
INSERT INTO new_unit SELECT id, name, position FROM unit;
DROP TABLE unit;
ALTER TABLE new_unit RENAME TO unit;

PRAGMA user_version = 5;

-- A column that comes last and has a default
ALTER TABLE activity ADD COLUMN weight INTEGER NOT NULL DEFAULT 7;

PRAGMA user_version = 4;

-- Begins well, and fails
UPDATE activity SET title = 'X';
INSERT INTO no_such_table VALUES (1);

PRAGMA user_version = 6;

-- The plan file, version 1.
--
-- A migration never takes away, renames or moves a column of a table that changes are recorded for: changesets in the log name columns by
-- their place. New columns come last and have a default. Each file ends by setting user_version to its own number; all files that are needed
-- run in one transaction, after a backup, with foreign keys checked at its end.
--
-- Days are ISO text (2026-06-30), NULL where there is none. Ids are random UUIDs, so that files can be merged.

-- "Barn" in ASCII: tells a plan file from other SQLite databases
PRAGMA application_id = 0x4261726e;

-- Whose plan file it is: one row
CREATE TABLE organisation (
  -- Always the same
  id TEXT NOT NULL PRIMARY KEY CHECK (id = 'organisation'),
  -- The förvaltning
  name TEXT NOT NULL,
  -- The nämnd it answers to
  board TEXT NOT NULL,
  -- The kommun
  municipality TEXT NOT NULL
) STRICT;

-- Who acts
CREATE TABLE role (
  -- Identity that no other file has
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  -- Politiker, Chefer, …
  name TEXT NOT NULL CHECK (name <> ''),
  -- Place in the list
  position REAL NOT NULL
) STRICT;

-- A verksamhetsområde that is responsible inside the förvaltning
CREATE TABLE unit (
  -- Identity that no other file has
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  -- What it is called
  name TEXT NOT NULL CHECK (name <> ''),
  -- Place in the list
  position REAL NOT NULL
) STRICT;

-- A handlingsplan: one year
CREATE TABLE plan (
  -- Identity that no other file has
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  -- The year it is for
  year INTEGER NOT NULL UNIQUE CHECK (year BETWEEN 1900 AND 2200),
  -- What the document is called
  title TEXT NOT NULL,
  -- Who approved it
  approved_by TEXT NOT NULL,
  -- When it was approved
  approved_on TEXT CHECK (date (approved_on) IS approved_on),
  -- The diarienummer
  registry_number TEXT NOT NULL,
  -- When the year was closed; it can be corrected afterwards
  closed_on TEXT CHECK (date (closed_on) IS closed_on)
) STRICT;

-- A part of the text of a plan
CREATE TABLE plan_text (
  -- Identity that no other file has
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  -- The plan it stands in
  plan TEXT NOT NULL REFERENCES plan (id),
  -- Bakgrund, riktning or långsiktig strategi
  section TEXT NOT NULL CHECK (section IN ('background', 'direction', 'strategy')),
  -- The article of the Convention on the Rights of the Child that it is about; 0: none
  article INTEGER NOT NULL CHECK (article BETWEEN 0 AND 54),
  -- The heading above it, or nothing
  heading TEXT NOT NULL,
  -- Its paragraphs
  body TEXT NOT NULL,
  -- Place among the texts of the plan
  position REAL NOT NULL
) STRICT;
CREATE INDEX plan_text_plan ON plan_text (plan);

-- A förflyttning: a change the year is to bring about
CREATE TABLE shift (
  -- Identity that no other file has
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  -- The plan it stands in
  plan TEXT NOT NULL REFERENCES plan (id),
  -- What is to change
  title TEXT NOT NULL CHECK (title <> ''),
  -- The syfte: why
  purpose TEXT NOT NULL,
  -- Place in the plan, from which its number follows
  position REAL NOT NULL
) STRICT;
CREATE INDEX shift_plan ON shift (plan);

-- The articles that a förflyttning is about
CREATE TABLE shift_article (
  -- The förflyttning
  shift TEXT NOT NULL REFERENCES shift (id),
  -- The number of the article
  article INTEGER NOT NULL CHECK (article BETWEEN 1 AND 54),
  PRIMARY KEY (shift, article)
) STRICT, WITHOUT ROWID;

-- Something that somebody does. Its status is that of its latest follow-up.
CREATE TABLE activity (
  -- Identity that no other file has
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  -- The plan it stands in
  plan TEXT NOT NULL REFERENCES plan (id),
  -- What is to be done
  title TEXT NOT NULL CHECK (title <> ''),
  -- More about it
  description TEXT NOT NULL,
  -- The verksamhetsområde that is responsible, where it is one of ours
  unit TEXT REFERENCES unit (id),
  -- Who is responsible, in words: a function first
  responsible TEXT NOT NULL,
  -- When it begins
  start_on TEXT CHECK (date (start_on) IS start_on),
  -- When it is to be done
  due_on TEXT CHECK (date (due_on) IS due_on),
  -- When it was to be done as first planned
  first_due_on TEXT CHECK (date (first_due_on) IS first_due_on),
  -- Place in the plan
  position REAL NOT NULL
) STRICT;
CREATE INDEX activity_plan ON activity (plan);
CREATE INDEX activity_unit ON activity (unit);

-- The roles that an activity belongs to: counted once however many
CREATE TABLE activity_role (
  -- The activity
  activity TEXT NOT NULL REFERENCES activity (id),
  -- One of its roles
  role TEXT NOT NULL REFERENCES role (id),
  PRIMARY KEY (activity, role)
) STRICT, WITHOUT ROWID;
CREATE INDEX activity_role_role ON activity_role (role);

-- The förflyttningar that an activity contributes to
CREATE TABLE activity_shift (
  -- The activity
  activity TEXT NOT NULL REFERENCES activity (id),
  -- One of its förflyttningar
  shift TEXT NOT NULL REFERENCES shift (id),
  PRIMARY KEY (activity, shift)
) STRICT, WITHOUT ROWID;
CREATE INDEX activity_shift_shift ON activity_shift (shift);

-- The articles that an activity is about
CREATE TABLE activity_article (
  -- The activity
  activity TEXT NOT NULL REFERENCES activity (id),
  -- The number of the article
  article INTEGER NOT NULL CHECK (article BETWEEN 1 AND 54),
  PRIMARY KEY (activity, article)
) STRICT, WITHOUT ROWID;

-- A dated entry on an activity
CREATE TABLE follow_up (
  -- Identity that no other file has
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  -- What it is about
  activity TEXT NOT NULL REFERENCES activity (id),
  -- As of when
  day TEXT NOT NULL CHECK (date (day) IS day),
  -- How far the activity had come
  status TEXT NOT NULL CHECK (status IN ('not_started', 'ongoing', 'done', 'paused', 'cancelled')),
  -- What happened
  comment TEXT NOT NULL,
  -- What it changed for children
  effect TEXT NOT NULL,
  -- Who wrote it
  author TEXT NOT NULL,
  -- When it was made, in microseconds since 1970 UTC: orders the entries of one day
  made_at INTEGER NOT NULL CHECK (made_at >= 0)
) STRICT;
CREATE INDEX follow_up_activity ON follow_up (activity);

-- Something planned beyond the year
CREATE TABLE long_term (
  -- Identity that no other file has
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  -- The plan it stands in
  plan TEXT NOT NULL REFERENCES plan (id),
  -- What is planned
  title TEXT NOT NULL CHECK (title <> ''),
  -- More about it
  description TEXT NOT NULL,
  -- The activity it became when it was taken into a plan
  activity TEXT REFERENCES activity (id),
  -- Place in the list
  position REAL NOT NULL
) STRICT;
CREATE INDEX long_term_plan ON long_term (plan);
CREATE INDEX long_term_activity ON long_term (activity);

-- A utvecklingsområde: what a barnbokslut says must become better
CREATE TABLE area (
  -- Identity that no other file has
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  -- The year of the barnbokslut that set it
  year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2200),
  -- What must become better
  title TEXT NOT NULL CHECK (title <> ''),
  -- What is expected of the measures
  expected_result TEXT NOT NULL,
  -- How far it came, as the barnbokslut of the year after tells
  status TEXT NOT NULL CHECK (status IN ('not_started', 'ongoing', 'done', 'paused', 'cancelled')),
  -- How it went, as the barnbokslut of the year after tells
  comment TEXT NOT NULL,
  -- Place among the areas of the year
  position REAL NOT NULL
) STRICT;

-- An åtgärd of a utvecklingsområde
CREATE TABLE measure (
  -- Identity that no other file has
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  -- What it belongs to
  area TEXT NOT NULL REFERENCES area (id),
  -- What is to be done
  title TEXT NOT NULL CHECK (title <> ''),
  -- Place in the area
  position REAL NOT NULL
) STRICT;
CREATE INDEX measure_area ON measure (area);

-- What was written in a section of a year's barnbokslut
CREATE TABLE section_text (
  -- Identity that no other file has
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  -- The plan of that year
  plan TEXT NOT NULL REFERENCES plan (id),
  -- Which section: a word that the program knows
  section TEXT NOT NULL CHECK (section <> ''),
  -- The article, where the section is written by article; 0: none
  article INTEGER NOT NULL CHECK (article BETWEEN 0 AND 54),
  -- What was written
  body TEXT NOT NULL,
  -- Whether it is said to be finished
  ready INTEGER NOT NULL CHECK (ready IN (0, 1)),
  UNIQUE (plan, section, article)
) STRICT;

-- The log of changes. It only grows: undoing and redoing are entries too, and what can be undone follows from it.
CREATE TABLE change (
  -- The order of changes
  number INTEGER PRIMARY KEY,
  -- When, in microseconds since 1970 UTC
  moment INTEGER NOT NULL,
  -- Who
  author TEXT NOT NULL,
  -- What was done, as a word
  action TEXT NOT NULL CHECK (action <> ''),
  -- The title of what was changed
  subject TEXT NOT NULL,
  -- What it became
  value TEXT NOT NULL,
  -- Changes that follow each other with the same run are undone and redone together
  run TEXT CHECK (run <> ''),
  -- Whether something was done, undone or redone
  type TEXT NOT NULL CHECK (type IN ('do', 'undo', 'redo')),
  -- What was undone or redone
  of INTEGER REFERENCES change (number),
  -- What it did to the rows, as SQLite's session extension records it
  changeset BLOB,
  CHECK ((type = 'do') = (of IS NULL)),
  CHECK ((type = 'do') = (changeset IS NOT NULL)),
  CHECK (of < number)
) STRICT;
CREATE INDEX change_of ON change (of);

-- The items that a change touched: leads from an item to its history, and tells what must be read again
CREATE TABLE change_item (
  -- The item, which may be gone
  item TEXT NOT NULL CHECK (item <> ''),
  -- The change
  change INTEGER NOT NULL REFERENCES change (number),
  -- The kind of the item
  kind TEXT NOT NULL CHECK (kind <> ''),
  -- What the item is a part of, where it is one: the activity of a follow-up, the area of a measure
  owner TEXT,
  PRIMARY KEY (item, change)
) STRICT, WITHOUT ROWID;
CREATE INDEX change_item_change ON change_item (change);

PRAGMA user_version = 1;

-- The municipality's own wording of documents, and the documents that were adopted

ALTER TABLE organisation ADD COLUMN
  -- Its own profile of documents, as the text of a key file; empty: the one that comes with the program
  profile TEXT NOT NULL DEFAULT '';

-- A document as it was when it was decided on
CREATE TABLE adopted (
  -- Identity that no other file has
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  -- The plan of the year that it is of
  plan TEXT NOT NULL REFERENCES plan (id),
  -- What kind of document it is
  paper TEXT NOT NULL CHECK (paper <> ''),
  -- How its file ends
  format TEXT NOT NULL CHECK (format <> ''),
  -- What the document is called
  title TEXT NOT NULL CHECK (title <> ''),
  -- The day that its figures are of
  as_of TEXT NOT NULL CHECK (date (as_of) IS as_of),
  -- When it was decided
  adopted_on TEXT NOT NULL CHECK (date (adopted_on) IS adopted_on),
  -- Who decided
  instance TEXT NOT NULL CHECK (instance <> ''),
  -- The paragraph of the decision
  decision TEXT NOT NULL,
  -- Diarienummer
  registry_number TEXT NOT NULL,
  -- Of the bytes of its copy, in hexadecimal
  sha256 TEXT NOT NULL,
  -- How many bytes its copy has
  size INTEGER NOT NULL CHECK (size >= 0),
  -- Who kept it
  author TEXT NOT NULL,
  -- When it was kept, in microseconds since 1970 UTC
  made_at INTEGER NOT NULL
) STRICT;
CREATE INDEX adopted_plan ON adopted (plan);

-- The file of an adopted document. It is read when it is asked for.
CREATE TABLE adopted_copy (
  -- The document
  adopted TEXT NOT NULL PRIMARY KEY REFERENCES adopted (id),
  -- The file, byte for byte
  bytes BLOB NOT NULL,
  -- What it says, as Markdown, to compare it with another
  text TEXT NOT NULL
) STRICT;

PRAGMA user_version = 3;

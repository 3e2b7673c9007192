-- The plan file, version 2: the year. Occasions and what they reported, delays, indicators, barnkonsekvensanalyser, marks of the årshjul,
-- saved views.

-- An uppföljningstillfälle of a plan. Whether it is coming or open follows from the dates of the plan's occasions.
CREATE TABLE occasion (
  -- Identity that no other file has
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  -- The plan whose activities it follows up
  plan TEXT NOT NULL REFERENCES plan (id),
  -- What it is called: Tertial 1
  title TEXT NOT NULL CHECK (title <> ''),
  -- The day by which the activities are followed up
  cut_off TEXT NOT NULL CHECK (date (cut_off) IS cut_off),
  -- When it was closed
  closed_on TEXT CHECK (date (closed_on) IS closed_on),
  -- Why it was closed though something was missing
  reason TEXT NOT NULL
) STRICT;
CREATE INDEX occasion_plan ON occasion (plan);

-- What a closed occasion reported of an activity. It stays as it was reported, whatever becomes of the activity.
CREATE TABLE reported (
  -- Identity that no other file has
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  -- The occasion that was closed
  occasion TEXT NOT NULL REFERENCES occasion (id),
  -- The id of the activity: no reference, as it may be deleted
  activity TEXT NOT NULL CHECK (activity <> ''),
  -- What was to be done
  title TEXT NOT NULL CHECK (title <> ''),
  -- The names of the roles that acted
  roles TEXT NOT NULL,
  -- Who was responsible
  responsible TEXT NOT NULL,
  -- By when it was to be done
  due_on TEXT CHECK (date (due_on) IS due_on),
  -- How far it had come
  status TEXT NOT NULL CHECK (status IN ('not_started', 'ongoing', 'done', 'paused', 'cancelled')),
  -- Whether it was overdue
  overdue INTEGER NOT NULL CHECK (overdue IN (0, 1)),
  -- Whether a follow-up had been made for the occasion
  followed_up INTEGER NOT NULL CHECK (followed_up IN (0, 1)),
  -- What had happened
  comment TEXT NOT NULL,
  -- What it had changed for children
  effect TEXT NOT NULL,
  -- Place in the plan
  position REAL NOT NULL
) STRICT;
CREATE INDEX reported_occasion ON reported (occasion);

-- A due date that was moved
CREATE TABLE delay (
  -- Identity that no other file has
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  -- What is delayed
  activity TEXT NOT NULL REFERENCES activity (id),
  -- The due date before
  from_on TEXT NOT NULL CHECK (date (from_on) IS from_on),
  -- The due date after, where there is one still
  to_on TEXT CHECK (date (to_on) IS to_on),
  -- Why
  reason TEXT NOT NULL,
  -- The day it was moved
  made_on TEXT NOT NULL CHECK (date (made_on) IS made_on),
  -- Who moved it
  author TEXT NOT NULL,
  -- When it was moved, in microseconds since 1970 UTC: orders those of one day
  made_at INTEGER NOT NULL CHECK (made_at >= 0)
) STRICT;
CREATE INDEX delay_activity ON delay (activity);

-- A measure of an activity, a förflyttning, or a whole plan
CREATE TABLE indicator (
  -- Identity that no other file has
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  -- The plan it stands in
  plan TEXT NOT NULL REFERENCES plan (id),
  -- The activity it measures, where it is one
  activity TEXT REFERENCES activity (id),
  -- The förflyttning it measures, where it is one
  shift TEXT REFERENCES shift (id),
  -- What is measured
  title TEXT NOT NULL CHECK (title <> ''),
  -- What its values mean
  scale TEXT NOT NULL CHECK (scale IN ('number', 'percent', 'yes_no', 'level')),
  -- What is counted
  unit TEXT NOT NULL,
  -- How it was before, where it is known
  baseline REAL,
  -- What it is to become, where it is said
  target REAL,
  -- The ready choice it was made from, or nothing
  choice TEXT NOT NULL,
  -- Place in the plan
  position REAL NOT NULL
) STRICT;
CREATE INDEX indicator_plan ON indicator (plan);
CREATE INDEX indicator_activity ON indicator (activity);
CREATE INDEX indicator_shift ON indicator (shift);

-- What an indicator was on a day
CREATE TABLE indicator_value (
  -- Identity that no other file has
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  -- What was measured
  indicator TEXT NOT NULL REFERENCES indicator (id),
  -- As of when
  day TEXT NOT NULL CHECK (date (day) IS day),
  -- The value: 0 to 100 where it is percent, 0 or 1 where it is no or yes
  value REAL NOT NULL,
  -- What is to be said of it
  comment TEXT NOT NULL,
  -- Who wrote it
  author TEXT NOT NULL
) STRICT;
CREATE INDEX indicator_value_indicator ON indicator_value (indicator);

-- A line of the register of barnkonsekvensanalyser
CREATE TABLE assessment (
  -- Identity that no other file has
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  -- The plan of the year in which it was asked for
  plan TEXT NOT NULL REFERENCES plan (id),
  -- The decision
  title TEXT NOT NULL CHECK (title <> ''),
  -- When it was decided
  day TEXT CHECK (date (day) IS day),
  -- Whether the barnkonsekvensanalys was made
  outcome TEXT NOT NULL CHECK (outcome IN ('made', 'not_made', 'not_needed')),
  -- Why it was not made, or not needed
  reason TEXT NOT NULL,
  -- Whether children were heard
  heard INTEGER NOT NULL CHECK (heard IN (0, 1)),
  -- Where the document is
  link TEXT NOT NULL,
  -- What else is to be said
  note TEXT NOT NULL
) STRICT;
CREATE INDEX assessment_plan ON assessment (plan);

-- Something that people mark on the årshjul themselves
CREATE TABLE year_mark (
  -- Identity that no other file has
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  -- What it is called
  title TEXT NOT NULL CHECK (title <> ''),
  -- What sort of date it is: of the nämnd, the budget, intern kontroll, barnrättsveckan
  category TEXT NOT NULL CHECK (category IN ('board', 'budget', 'control', 'week', 'other')),
  -- The first time
  day TEXT NOT NULL CHECK (date (day) IS day),
  -- Whether it is the whole week of that day
  by_week INTEGER NOT NULL CHECK (by_week IN (0, 1)),
  -- Whether it comes back each year
  yearly INTEGER NOT NULL CHECK (yearly IN (0, 1))
) STRICT;

-- A way to look at the activities
CREATE TABLE saved_view (
  -- Identity that no other file has
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  -- What it is called
  name TEXT NOT NULL CHECK (name <> ''),
  -- Which activities it shows
  filter TEXT NOT NULL,
  -- What they are grouped by
  grouping TEXT NOT NULL,
  -- What they are ordered by
  sorting TEXT NOT NULL,
  -- Which columns it has
  columns TEXT NOT NULL,
  -- Place in the list
  position REAL NOT NULL
) STRICT;

-- The occasion that a follow-up was made for
ALTER TABLE follow_up ADD COLUMN
  -- The occasion, where it was made for one
  occasion TEXT REFERENCES occasion (id);
ALTER TABLE follow_up ADD COLUMN
  -- Whether whoever wrote it said that nothing has changed
  unchanged INTEGER NOT NULL DEFAULT 0 CHECK (unchanged IN (0, 1));
CREATE INDEX follow_up_occasion ON follow_up (occasion);

ALTER TABLE activity ADD COLUMN
  -- Whether ledningsgruppen must see it
  raised INTEGER NOT NULL DEFAULT 0 CHECK (raised IN (0, 1));
ALTER TABLE activity ADD COLUMN
  -- The activity of an earlier plan that it continues
  origin TEXT REFERENCES activity (id);
CREATE INDEX activity_origin ON activity (origin);

PRAGMA user_version = 2;

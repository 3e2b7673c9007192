/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-store-schema"

#include "config.h"

#include "barn-store-private.h"

#include "barn-store-resources.h"

#include <glib/gi18n-lib.h>

/* Names are joined to statements by the preprocessor: no SQL is put together while the program runs */

#define COLUMN(table, field, column) \
  { field, "UPDATE " table " SET " column " = ?2 WHERE id = ?1 AND (?4 OR " column " IS ?3)" }

#define LINK(field_, table_, owner, member) \
  { .field = field_, .table = table_, \
    .select_all = "SELECT " owner ", " member " FROM " table_ " ORDER BY " owner, \
    .select = "SELECT " member " FROM " table_ " WHERE " owner " = ?1", \
    .put = "INSERT INTO " table_ " (" owner ", " member ") VALUES (?1, ?2) ON CONFLICT DO NOTHING", \
    .remove = "DELETE FROM " table_ " WHERE " owner " = ?1 AND " member " = ?2" }

#define STATEMENTS(table, columns_, marks) \
  .select_all = "SELECT id, " columns_ " FROM " table, \
  .select = "SELECT id, " columns_ " FROM " table " WHERE id = ?1", \
  .insert = "INSERT INTO " table " (id, " columns_ ") VALUES (?, " marks ")"

#define OWNED_BY(field, table, column) \
  .owner = field, .select_owner = "SELECT " column " FROM " table " WHERE id = ?1"

#define COLUMNS(array) .columns = array, .n_columns = G_N_ELEMENTS (array)
#define LINKS(array) .links = array, .n_links = G_N_ELEMENTS (array)

static const BarnStoreColumn organisation_columns[] = {
  COLUMN ("organisation", BARN_ORGANISATION_NAME, "name"),
  COLUMN ("organisation", BARN_ORGANISATION_BOARD, "board"),
  COLUMN ("organisation", BARN_ORGANISATION_MUNICIPALITY, "municipality"),
  COLUMN ("organisation", BARN_ORGANISATION_PROFILE, "profile"),
};
static const char *const organisation_erase[] = {
  "DELETE FROM organisation WHERE id = ?1",
  NULL
};

static const BarnStoreColumn role_columns[] = {
  COLUMN ("role", BARN_ROLE_NAME, "name"),
  COLUMN ("role", BARN_ROLE_POSITION, "position"),
};
static const char *const role_erase[] = {
  "DELETE FROM role WHERE id = ?1",
  NULL
};

static const BarnStoreColumn unit_columns[] = {
  COLUMN ("unit", BARN_UNIT_NAME, "name"),
  COLUMN ("unit", BARN_UNIT_POSITION, "position"),
};
static const char *const unit_erase[] = {
  "DELETE FROM unit WHERE id = ?1",
  NULL
};

static const BarnStoreColumn plan_columns[] = {
  COLUMN ("plan", BARN_PLAN_YEAR, "year"),
  COLUMN ("plan", BARN_PLAN_TITLE, "title"),
  COLUMN ("plan", BARN_PLAN_APPROVED_BY, "approved_by"),
  COLUMN ("plan", BARN_PLAN_APPROVED_ON, "approved_on"),
  COLUMN ("plan", BARN_PLAN_REGISTRY_NUMBER, "registry_number"),
  COLUMN ("plan", BARN_PLAN_CLOSED_ON, "closed_on"),
};
static const char *const plan_erase[] = {
  "DELETE FROM indicator_value WHERE indicator IN (SELECT id FROM indicator WHERE plan = ?1 OR activity IN (SELECT id FROM activity WHERE plan = ?1) OR shift IN (SELECT id FROM shift WHERE plan = ?1))",
  "DELETE FROM indicator WHERE plan = ?1 OR activity IN (SELECT id FROM activity WHERE plan = ?1) OR shift IN (SELECT id FROM shift WHERE plan = ?1)",
  "DELETE FROM delay WHERE activity IN (SELECT id FROM activity WHERE plan = ?1)",
  "DELETE FROM follow_up WHERE activity IN (SELECT id FROM activity WHERE plan = ?1)",
  "DELETE FROM activity_role WHERE activity IN (SELECT id FROM activity WHERE plan = ?1)",
  "DELETE FROM activity_shift WHERE activity IN (SELECT id FROM activity WHERE plan = ?1)",
  "DELETE FROM activity_shift WHERE shift IN (SELECT id FROM shift WHERE plan = ?1)",
  "DELETE FROM activity_article WHERE activity IN (SELECT id FROM activity WHERE plan = ?1)",
  "UPDATE long_term SET activity = NULL WHERE activity IN (SELECT id FROM activity WHERE plan = ?1)",
  "UPDATE activity SET origin = NULL WHERE origin IN (SELECT id FROM activity WHERE plan = ?1)",
  "DELETE FROM activity WHERE plan = ?1",
  "DELETE FROM shift_article WHERE shift IN (SELECT id FROM shift WHERE plan = ?1)",
  "DELETE FROM shift WHERE plan = ?1",
  "DELETE FROM long_term WHERE plan = ?1",
  "DELETE FROM plan_text WHERE plan = ?1",
  "DELETE FROM section_text WHERE plan = ?1",
  "DELETE FROM assessment WHERE plan = ?1",
  "DELETE FROM adopted_copy WHERE adopted IN (SELECT id FROM adopted WHERE plan = ?1)",
  "DELETE FROM adopted WHERE plan = ?1",
  "UPDATE follow_up SET occasion = NULL WHERE occasion IN (SELECT id FROM occasion WHERE plan = ?1)",
  "DELETE FROM reported WHERE occasion IN (SELECT id FROM occasion WHERE plan = ?1)",
  "DELETE FROM occasion WHERE plan = ?1",
  "DELETE FROM plan WHERE id = ?1",
  NULL
};

static const BarnStoreColumn occasion_columns[] = {
  COLUMN ("occasion", BARN_OCCASION_PLAN, "plan"),
  COLUMN ("occasion", BARN_OCCASION_TITLE, "title"),
  COLUMN ("occasion", BARN_OCCASION_CUT_OFF, "cut_off"),
  COLUMN ("occasion", BARN_OCCASION_CLOSED_ON, "closed_on"),
  COLUMN ("occasion", BARN_OCCASION_REASON, "reason"),
};
static const char *const occasion_erase[] = {
  "UPDATE follow_up SET occasion = NULL WHERE occasion = ?1",
  "DELETE FROM reported WHERE occasion = ?1",
  "DELETE FROM occasion WHERE id = ?1",
  NULL
};

static const BarnStoreColumn plan_text_columns[] = {
  COLUMN ("plan_text", BARN_PLAN_TEXT_PLAN, "plan"),
  COLUMN ("plan_text", BARN_PLAN_TEXT_SECTION, "section"),
  COLUMN ("plan_text", BARN_PLAN_TEXT_ARTICLE, "article"),
  COLUMN ("plan_text", BARN_PLAN_TEXT_HEADING, "heading"),
  COLUMN ("plan_text", BARN_PLAN_TEXT_BODY, "body"),
  COLUMN ("plan_text", BARN_PLAN_TEXT_POSITION, "position"),
};
static const char *const plan_text_erase[] = {
  "DELETE FROM plan_text WHERE id = ?1",
  NULL
};

static const BarnStoreColumn shift_columns[] = {
  COLUMN ("shift", BARN_SHIFT_PLAN, "plan"),
  COLUMN ("shift", BARN_SHIFT_TITLE, "title"),
  COLUMN ("shift", BARN_SHIFT_PURPOSE, "purpose"),
  COLUMN ("shift", BARN_SHIFT_POSITION, "position"),
};
static const BarnStoreLink shift_links[] = {
  LINK (BARN_SHIFT_ARTICLES, "shift_article", "shift", "article"),
};
static const char *const shift_erase[] = {
  "DELETE FROM indicator_value WHERE indicator IN (SELECT id FROM indicator WHERE shift = ?1)",
  "DELETE FROM indicator WHERE shift = ?1",
  "DELETE FROM activity_shift WHERE shift = ?1",
  "DELETE FROM shift_article WHERE shift = ?1",
  "DELETE FROM shift WHERE id = ?1",
  NULL
};

static const BarnStoreColumn activity_columns[] = {
  COLUMN ("activity", BARN_ACTIVITY_PLAN, "plan"),
  COLUMN ("activity", BARN_ACTIVITY_TITLE, "title"),
  COLUMN ("activity", BARN_ACTIVITY_DESCRIPTION, "description"),
  COLUMN ("activity", BARN_ACTIVITY_UNIT, "unit"),
  COLUMN ("activity", BARN_ACTIVITY_RESPONSIBLE, "responsible"),
  COLUMN ("activity", BARN_ACTIVITY_START_ON, "start_on"),
  COLUMN ("activity", BARN_ACTIVITY_DUE_ON, "due_on"),
  COLUMN ("activity", BARN_ACTIVITY_FIRST_DUE_ON, "first_due_on"),
  COLUMN ("activity", BARN_ACTIVITY_POSITION, "position"),
  COLUMN ("activity", BARN_ACTIVITY_RAISED, "raised"),
  COLUMN ("activity", BARN_ACTIVITY_ORIGIN, "origin"),
};
static const BarnStoreLink activity_links[] = {
  LINK (BARN_ACTIVITY_ROLES, "activity_role", "activity", "role"),
  LINK (BARN_ACTIVITY_SHIFTS, "activity_shift", "activity", "shift"),
  LINK (BARN_ACTIVITY_ARTICLES, "activity_article", "activity", "article"),
};
static const char *const activity_erase[] = {
  "DELETE FROM follow_up WHERE activity = ?1",
  "DELETE FROM delay WHERE activity = ?1",
  "DELETE FROM indicator_value WHERE indicator IN (SELECT id FROM indicator WHERE activity = ?1)",
  "DELETE FROM indicator WHERE activity = ?1",
  "UPDATE activity SET origin = NULL WHERE origin = ?1",
  "DELETE FROM activity_role WHERE activity = ?1",
  "DELETE FROM activity_shift WHERE activity = ?1",
  "DELETE FROM activity_article WHERE activity = ?1",
  "UPDATE long_term SET activity = NULL WHERE activity = ?1",
  "DELETE FROM activity WHERE id = ?1",
  NULL
};

static const BarnStoreColumn follow_up_columns[] = {
  COLUMN ("follow_up", BARN_FOLLOW_UP_ACTIVITY, "activity"),
  COLUMN ("follow_up", BARN_FOLLOW_UP_DAY, "day"),
  COLUMN ("follow_up", BARN_FOLLOW_UP_STATUS, "status"),
  COLUMN ("follow_up", BARN_FOLLOW_UP_COMMENT, "comment"),
  COLUMN ("follow_up", BARN_FOLLOW_UP_EFFECT, "effect"),
  COLUMN ("follow_up", BARN_FOLLOW_UP_AUTHOR, "author"),
  COLUMN ("follow_up", BARN_FOLLOW_UP_MADE_AT, "made_at"),
  COLUMN ("follow_up", BARN_FOLLOW_UP_OCCASION, "occasion"),
  COLUMN ("follow_up", BARN_FOLLOW_UP_UNCHANGED, "unchanged"),
};
static const char *const follow_up_erase[] = {
  "DELETE FROM follow_up WHERE id = ?1",
  NULL
};

static const BarnStoreColumn delay_columns[] = {
  COLUMN ("delay", BARN_DELAY_ACTIVITY, "activity"),
  COLUMN ("delay", BARN_DELAY_FROM_ON, "from_on"),
  COLUMN ("delay", BARN_DELAY_TO_ON, "to_on"),
  COLUMN ("delay", BARN_DELAY_REASON, "reason"),
  COLUMN ("delay", BARN_DELAY_MADE_ON, "made_on"),
  COLUMN ("delay", BARN_DELAY_AUTHOR, "author"),
  COLUMN ("delay", BARN_DELAY_MADE_AT, "made_at"),
};
static const char *const delay_erase[] = {
  "DELETE FROM delay WHERE id = ?1",
  NULL
};

static const BarnStoreColumn reported_columns[] = {
  COLUMN ("reported", BARN_REPORTED_OCCASION, "occasion"),
  COLUMN ("reported", BARN_REPORTED_ACTIVITY, "activity"),
  COLUMN ("reported", BARN_REPORTED_TITLE, "title"),
  COLUMN ("reported", BARN_REPORTED_ROLES, "roles"),
  COLUMN ("reported", BARN_REPORTED_RESPONSIBLE, "responsible"),
  COLUMN ("reported", BARN_REPORTED_DUE_ON, "due_on"),
  COLUMN ("reported", BARN_REPORTED_STATUS, "status"),
  COLUMN ("reported", BARN_REPORTED_OVERDUE, "overdue"),
  COLUMN ("reported", BARN_REPORTED_FOLLOWED_UP, "followed_up"),
  COLUMN ("reported", BARN_REPORTED_COMMENT, "comment"),
  COLUMN ("reported", BARN_REPORTED_EFFECT, "effect"),
  COLUMN ("reported", BARN_REPORTED_POSITION, "position"),
};
static const char *const reported_erase[] = {
  "DELETE FROM reported WHERE id = ?1",
  NULL
};

static const BarnStoreColumn indicator_columns[] = {
  COLUMN ("indicator", BARN_INDICATOR_PLAN, "plan"),
  COLUMN ("indicator", BARN_INDICATOR_ACTIVITY, "activity"),
  COLUMN ("indicator", BARN_INDICATOR_SHIFT, "shift"),
  COLUMN ("indicator", BARN_INDICATOR_TITLE, "title"),
  COLUMN ("indicator", BARN_INDICATOR_SCALE, "scale"),
  COLUMN ("indicator", BARN_INDICATOR_UNIT, "unit"),
  COLUMN ("indicator", BARN_INDICATOR_BASELINE, "baseline"),
  COLUMN ("indicator", BARN_INDICATOR_TARGET, "target"),
  COLUMN ("indicator", BARN_INDICATOR_CHOICE, "choice"),
  COLUMN ("indicator", BARN_INDICATOR_POSITION, "position"),
};
static const char *const indicator_erase[] = {
  "DELETE FROM indicator_value WHERE indicator = ?1",
  "DELETE FROM indicator WHERE id = ?1",
  NULL
};

static const BarnStoreColumn indicator_value_columns[] = {
  COLUMN ("indicator_value", BARN_INDICATOR_VALUE_INDICATOR, "indicator"),
  COLUMN ("indicator_value", BARN_INDICATOR_VALUE_DAY, "day"),
  COLUMN ("indicator_value", BARN_INDICATOR_VALUE_VALUE, "value"),
  COLUMN ("indicator_value", BARN_INDICATOR_VALUE_COMMENT, "comment"),
  COLUMN ("indicator_value", BARN_INDICATOR_VALUE_AUTHOR, "author"),
};
static const char *const indicator_value_erase[] = {
  "DELETE FROM indicator_value WHERE id = ?1",
  NULL
};

static const BarnStoreColumn assessment_columns[] = {
  COLUMN ("assessment", BARN_ASSESSMENT_PLAN, "plan"),
  COLUMN ("assessment", BARN_ASSESSMENT_TITLE, "title"),
  COLUMN ("assessment", BARN_ASSESSMENT_DAY, "day"),
  COLUMN ("assessment", BARN_ASSESSMENT_OUTCOME, "outcome"),
  COLUMN ("assessment", BARN_ASSESSMENT_REASON, "reason"),
  COLUMN ("assessment", BARN_ASSESSMENT_HEARD, "heard"),
  COLUMN ("assessment", BARN_ASSESSMENT_LINK, "link"),
  COLUMN ("assessment", BARN_ASSESSMENT_NOTE, "note"),
};
static const char *const assessment_erase[] = {
  "DELETE FROM assessment WHERE id = ?1",
  NULL
};

static const BarnStoreColumn long_term_columns[] = {
  COLUMN ("long_term", BARN_LONG_TERM_PLAN, "plan"),
  COLUMN ("long_term", BARN_LONG_TERM_TITLE, "title"),
  COLUMN ("long_term", BARN_LONG_TERM_DESCRIPTION, "description"),
  COLUMN ("long_term", BARN_LONG_TERM_ACTIVITY, "activity"),
  COLUMN ("long_term", BARN_LONG_TERM_POSITION, "position"),
};
static const char *const long_term_erase[] = {
  "DELETE FROM long_term WHERE id = ?1",
  NULL
};

static const BarnStoreColumn area_columns[] = {
  COLUMN ("area", BARN_AREA_YEAR, "year"),
  COLUMN ("area", BARN_AREA_TITLE, "title"),
  COLUMN ("area", BARN_AREA_EXPECTED_RESULT, "expected_result"),
  COLUMN ("area", BARN_AREA_STATUS, "status"),
  COLUMN ("area", BARN_AREA_COMMENT, "comment"),
  COLUMN ("area", BARN_AREA_POSITION, "position"),
};
static const char *const area_erase[] = {
  "DELETE FROM measure WHERE area = ?1",
  "DELETE FROM area WHERE id = ?1",
  NULL
};

static const BarnStoreColumn measure_columns[] = {
  COLUMN ("measure", BARN_MEASURE_AREA, "area"),
  COLUMN ("measure", BARN_MEASURE_TITLE, "title"),
  COLUMN ("measure", BARN_MEASURE_POSITION, "position"),
};
static const char *const measure_erase[] = {
  "DELETE FROM measure WHERE id = ?1",
  NULL
};

static const BarnStoreColumn section_text_columns[] = {
  COLUMN ("section_text", BARN_SECTION_TEXT_PLAN, "plan"),
  COLUMN ("section_text", BARN_SECTION_TEXT_SECTION, "section"),
  COLUMN ("section_text", BARN_SECTION_TEXT_ARTICLE, "article"),
  COLUMN ("section_text", BARN_SECTION_TEXT_BODY, "body"),
  COLUMN ("section_text", BARN_SECTION_TEXT_READY, "ready"),
};
static const char *const section_text_erase[] = {
  "DELETE FROM section_text WHERE id = ?1",
  NULL
};

static const BarnStoreColumn adopted_columns[] = {
  COLUMN ("adopted", BARN_ADOPTED_PLAN, "plan"),
  COLUMN ("adopted", BARN_ADOPTED_PAPER, "paper"),
  COLUMN ("adopted", BARN_ADOPTED_FORMAT, "format"),
  COLUMN ("adopted", BARN_ADOPTED_TITLE, "title"),
  COLUMN ("adopted", BARN_ADOPTED_AS_OF, "as_of"),
  COLUMN ("adopted", BARN_ADOPTED_ADOPTED_ON, "adopted_on"),
  COLUMN ("adopted", BARN_ADOPTED_INSTANCE, "instance"),
  COLUMN ("adopted", BARN_ADOPTED_DECISION, "decision"),
  COLUMN ("adopted", BARN_ADOPTED_REGISTRY_NUMBER, "registry_number"),
  COLUMN ("adopted", BARN_ADOPTED_SHA256, "sha256"),
  COLUMN ("adopted", BARN_ADOPTED_SIZE, "size"),
  COLUMN ("adopted", BARN_ADOPTED_AUTHOR, "author"),
  COLUMN ("adopted", BARN_ADOPTED_MADE_AT, "made_at"),
};
static const char *const adopted_erase[] = {
  "DELETE FROM adopted_copy WHERE adopted = ?1",
  "DELETE FROM adopted WHERE id = ?1",
  NULL
};

static const BarnStoreColumn year_mark_columns[] = {
  COLUMN ("year_mark", BARN_YEAR_MARK_TITLE, "title"),
  COLUMN ("year_mark", BARN_YEAR_MARK_CATEGORY, "category"),
  COLUMN ("year_mark", BARN_YEAR_MARK_DAY, "day"),
  COLUMN ("year_mark", BARN_YEAR_MARK_BY_WEEK, "by_week"),
  COLUMN ("year_mark", BARN_YEAR_MARK_YEARLY, "yearly"),
};
static const char *const year_mark_erase[] = {
  "DELETE FROM year_mark WHERE id = ?1",
  NULL
};

static const BarnStoreColumn saved_view_columns[] = {
  COLUMN ("saved_view", BARN_SAVED_VIEW_NAME, "name"),
  COLUMN ("saved_view", BARN_SAVED_VIEW_FILTER, "filter"),
  COLUMN ("saved_view", BARN_SAVED_VIEW_GROUPING, "grouping"),
  COLUMN ("saved_view", BARN_SAVED_VIEW_SORTING, "sorting"),
  COLUMN ("saved_view", BARN_SAVED_VIEW_COLUMNS, "columns"),
  COLUMN ("saved_view", BARN_SAVED_VIEW_POSITION, "position"),
};
static const char *const saved_view_erase[] = {
  "DELETE FROM saved_view WHERE id = ?1",
  NULL
};

static const BarnStoreTable tables[BARN_N_KINDS] = {
  [BARN_KIND_ORGANISATION] = {
    STATEMENTS ("organisation", "name, board, municipality, profile", "?, ?, ?, ?"),
    .erase = organisation_erase, .owner = -1,
    COLUMNS (organisation_columns),
  },
  [BARN_KIND_ROLE] = {
    STATEMENTS ("role", "name, position", "?, ?"),
    .erase = role_erase, .owner = -1,
    COLUMNS (role_columns),
  },
  [BARN_KIND_UNIT] = {
    STATEMENTS ("unit", "name, position", "?, ?"),
    .erase = unit_erase, .owner = -1,
    COLUMNS (unit_columns),
  },
  [BARN_KIND_PLAN] = {
    STATEMENTS ("plan", "year, title, approved_by, approved_on, registry_number, closed_on", "?, ?, ?, ?, ?, ?"),
    .erase = plan_erase, .owner = -1,
    COLUMNS (plan_columns),
  },
  [BARN_KIND_OCCASION] = {
    STATEMENTS ("occasion", "plan, title, cut_off, closed_on, reason", "?, ?, ?, ?, ?"),
    .erase = occasion_erase, .owner = -1,
    COLUMNS (occasion_columns),
  },
  [BARN_KIND_PLAN_TEXT] = {
    STATEMENTS ("plan_text", "plan, section, article, heading, body, position", "?, ?, ?, ?, ?, ?"),
    .erase = plan_text_erase, .owner = -1,
    COLUMNS (plan_text_columns),
  },
  [BARN_KIND_SHIFT] = {
    STATEMENTS ("shift", "plan, title, purpose, position", "?, ?, ?, ?"),
    .erase = shift_erase, .owner = -1,
    COLUMNS (shift_columns), LINKS (shift_links),
  },
  [BARN_KIND_ACTIVITY] = {
    STATEMENTS ("activity", "plan, title, description, unit, responsible, start_on, due_on, first_due_on, position, raised, origin",
                "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?"),
    .erase = activity_erase, .owner = -1,
    COLUMNS (activity_columns), LINKS (activity_links),
  },
  [BARN_KIND_FOLLOW_UP] = {
    STATEMENTS ("follow_up", "activity, day, status, comment, effect, author, made_at, occasion, unchanged", "?, ?, ?, ?, ?, ?, ?, ?, ?"),
    .erase = follow_up_erase, OWNED_BY (BARN_FOLLOW_UP_ACTIVITY, "follow_up", "activity"),
    COLUMNS (follow_up_columns),
  },
  [BARN_KIND_DELAY] = {
    STATEMENTS ("delay", "activity, from_on, to_on, reason, made_on, author, made_at", "?, ?, ?, ?, ?, ?, ?"),
    .erase = delay_erase, OWNED_BY (BARN_DELAY_ACTIVITY, "delay", "activity"),
    COLUMNS (delay_columns),
  },
  [BARN_KIND_REPORTED] = {
    STATEMENTS ("reported", "occasion, activity, title, roles, responsible, due_on, status, overdue, followed_up, comment, effect, position",
                "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?"),
    .erase = reported_erase, OWNED_BY (BARN_REPORTED_OCCASION, "reported", "occasion"),
    COLUMNS (reported_columns),
  },
  [BARN_KIND_INDICATOR] = {
    STATEMENTS ("indicator", "plan, activity, shift, title, scale, unit, baseline, target, choice, position", "?, ?, ?, ?, ?, ?, ?, ?, ?, ?"),
    .erase = indicator_erase, .owner = -1,
    COLUMNS (indicator_columns),
  },
  [BARN_KIND_INDICATOR_VALUE] = {
    STATEMENTS ("indicator_value", "indicator, day, value, comment, author", "?, ?, ?, ?, ?"),
    .erase = indicator_value_erase, OWNED_BY (BARN_INDICATOR_VALUE_INDICATOR, "indicator_value", "indicator"),
    COLUMNS (indicator_value_columns),
  },
  [BARN_KIND_ASSESSMENT] = {
    STATEMENTS ("assessment", "plan, title, day, outcome, reason, heard, link, note", "?, ?, ?, ?, ?, ?, ?, ?"),
    .erase = assessment_erase, .owner = -1,
    COLUMNS (assessment_columns),
  },
  [BARN_KIND_LONG_TERM] = {
    STATEMENTS ("long_term", "plan, title, description, activity, position", "?, ?, ?, ?, ?"),
    .erase = long_term_erase, .owner = -1,
    COLUMNS (long_term_columns),
  },
  [BARN_KIND_AREA] = {
    STATEMENTS ("area", "year, title, expected_result, status, comment, position", "?, ?, ?, ?, ?, ?"),
    .erase = area_erase, .owner = -1,
    COLUMNS (area_columns),
  },
  [BARN_KIND_MEASURE] = {
    STATEMENTS ("measure", "area, title, position", "?, ?, ?"),
    .erase = measure_erase, OWNED_BY (BARN_MEASURE_AREA, "measure", "area"),
    COLUMNS (measure_columns),
  },
  [BARN_KIND_SECTION_TEXT] = {
    STATEMENTS ("section_text", "plan, section, article, body, ready", "?, ?, ?, ?, ?"),
    .erase = section_text_erase, .owner = -1,
    COLUMNS (section_text_columns),
  },
  [BARN_KIND_ADOPTED] = {
    STATEMENTS ("adopted", "plan, paper, format, title, as_of, adopted_on, instance, decision, registry_number, sha256, size, author, made_at",
                "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?"),
    .erase = adopted_erase, .owner = -1, .copies = "adopted_copy",
    COLUMNS (adopted_columns),
  },
  [BARN_KIND_YEAR_MARK] = {
    STATEMENTS ("year_mark", "title, category, day, by_week, yearly", "?, ?, ?, ?, ?"),
    .erase = year_mark_erase, .owner = -1,
    COLUMNS (year_mark_columns),
  },
  [BARN_KIND_SAVED_VIEW] = {
    STATEMENTS ("saved_view", "name, filter, grouping, sorting, columns, position", "?, ?, ?, ?, ?, ?"),
    .erase = saved_view_erase, .owner = -1,
    COLUMNS (saved_view_columns),
  },
};

const BarnStoreTable *
barn_store_get_table (BarnKind kind)
{
  g_return_val_if_fail (kind < BARN_N_KINDS, NULL);

  return &tables[kind];
}

const BarnField *
barn_store_get_fields (BarnKind  kind,
                       guint    *n_fields)
{
  g_autoptr (GTypeClass) klass = g_type_class_ref (barn_kind_get_item_type (kind));

  /* The list is static: it outlives the reference */
  if (n_fields != NULL)
    *n_fields = BARN_ITEM_CLASS (klass)->n_fields;
  return BARN_ITEM_CLASS (klass)->fields;
}

/**
 * barn_store_find_table:
 * @name: a table, as a changeset names it
 * @kind: (out): of the item that a row of it belongs to
 * @link: (out): the set that it holds members of, where it does
 *
 * Returns: what its rows are
 */
BarnStoreRows
barn_store_find_table (const char           *name,
                       BarnKind             *kind,
                       const BarnStoreLink **link)
{
  *link = NULL;
  if (barn_kind_from_nick (name, kind))
    return BARN_STORE_ROWS_ITEMS;

  for (guint i = 0; i < BARN_N_KINDS; i++)
    {
      if (g_strcmp0 (tables[i].copies, name) == 0)
        {
          *kind = i;
          return BARN_STORE_ROWS_COPIES;
        }
      for (guint j = 0; j < tables[i].n_links; j++)
        {
          if (!g_str_equal (tables[i].links[j].table, name))
            continue;
          *kind = i;
          *link = &tables[i].links[j];
          return BARN_STORE_ROWS_MEMBERS;
        }
    }
  return BARN_STORE_ROWS_OTHER;
}

/**
 * barn_store_check_tables:
 * @self: a store
 * @error: return location
 *
 * Prepares each kind's statements: that fails where a table or a column is missing.
 */
gboolean
barn_store_check_tables (BarnStore  *self,
                         GError    **error)
{
  for (guint i = 0; i < BARN_N_KINDS; i++)
    {
      if (barn_store_query (self, tables[i].select, error) == NULL)
        return FALSE;
      for (guint j = 0; j < tables[i].n_links; j++)
        {
          if (barn_store_query (self, tables[i].links[j].select, error) == NULL)
            return FALSE;
        }
    }
  return barn_store_query (self, BARN_STORE_SELECT_COPY, error) != NULL &&
         barn_store_query (self, "SELECT run, changeset, " BARN_CHANGE_COLUMNS " FROM change WHERE number = ?1", error) != NULL &&
         barn_store_query (self, "SELECT kind, owner FROM change_item WHERE item = ?1 AND change = ?2", error) != NULL;
}

GResource *
barn_store_get_steps (void)
{
  return barn_store_resources_get_resource ();
}

static gboolean
run_step (BarnStore  *self,
          GResource  *steps,
          guint       number,
          GError    **error)
{
  g_autofree char *path = g_strdup_printf ("/org/example/Barnratt/store/migrations/%04u.sql", number);
  g_autoptr (GBytes) script = g_resource_lookup_data (steps, path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  gint64 version;

  g_assert (script != NULL);
  /* The bytes of a resource end with a NUL that is not counted */
  if (!barn_store_exec (self, g_bytes_get_data (script, NULL), error) ||
      !barn_store_get_int (self, "PRAGMA user_version", &version, error))
    return FALSE;

  g_assert (version == number);
  return TRUE;
}

static gboolean
run_steps (BarnStore  *self,
           GResource  *steps,
           guint       first,
           guint       last,
           GError    **error)
{
  gint64 faults = 0;

  for (guint i = first; i <= last; i++)
    {
      if (!run_step (self, steps, i, error))
        return FALSE;
    }
  if (!barn_store_get_int (self, "SELECT count (*) FROM pragma_foreign_key_check", &faults, error))
    return FALSE;
  if (faults > 0)
    {
      barn_store_set_damaged (self, _("what belongs together does not any more"), error);
      return FALSE;
    }
  return TRUE;
}

/**
 * barn_store_migrate:
 * @self: a store
 * @steps: holds the files of migrations/
 * @version: what the file is to become
 * @error: return location
 *
 * Runs the steps that the file lacks, all in one transaction.
 */
gboolean
barn_store_migrate (BarnStore  *self,
                    GResource  *steps,
                    guint       version,
                    GError    **error)
{
  gint64 present;
  gboolean done;

  if (!barn_store_get_int (self, "PRAGMA user_version", &present, error))
    return FALSE;
  if (present >= version)
    return TRUE;

  /* A step may build a table anew, which would trip over what refers to it. The check at the end finds what does not hold. */
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_ENABLE_FKEY, 0, NULL);
  done = barn_store_exec (self, "BEGIN IMMEDIATE", error) &&
         /* Another program may have been quicker */
         barn_store_get_int (self, "PRAGMA user_version", &present, error) &&
         run_steps (self, steps, present + 1, version, error) &&
         barn_store_exec (self, "COMMIT", error);
  if (!done && !sqlite3_get_autocommit (self->db))
    barn_store_exec (self, "ROLLBACK", NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_ENABLE_FKEY, 1, NULL);
  return done;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-example"

#include "config.h"

#include "barn-example.h"

#include <json-glib/json-glib.h>

#include "barn-app-resources.h"

#define EXAMPLE "/org/example/Barnratt/example/example.json"

/* The form of the file is told in data/example/README.md */

/* A member of an object that is a field of an item */
typedef struct
{
  const char *member;
  int         field;
} Member;

static const Member organisation_members[] = {
  { "name", BARN_ORGANISATION_NAME },
  { "board", BARN_ORGANISATION_BOARD },
  { "municipality", BARN_ORGANISATION_MUNICIPALITY },
  { NULL }
};

static const Member plan_members[] = {
  { "year", BARN_PLAN_YEAR },
  { "title", BARN_PLAN_TITLE },
  { "approved_by", BARN_PLAN_APPROVED_BY },
  { "approved_on", BARN_PLAN_APPROVED_ON },
  { "registry_number", BARN_PLAN_REGISTRY_NUMBER },
  { "closed_on", BARN_PLAN_CLOSED_ON },
  { NULL }
};

static const Member text_members[] = {
  { "section", BARN_PLAN_TEXT_SECTION },
  { "article", BARN_PLAN_TEXT_ARTICLE },
  { "heading", BARN_PLAN_TEXT_HEADING },
  { "body", BARN_PLAN_TEXT_BODY },
  { NULL }
};

static const Member shift_members[] = {
  { "title", BARN_SHIFT_TITLE },
  { "purpose", BARN_SHIFT_PURPOSE },
  { "articles", BARN_SHIFT_ARTICLES },
  { NULL }
};

static const Member activity_members[] = {
  { "title", BARN_ACTIVITY_TITLE },
  { "description", BARN_ACTIVITY_DESCRIPTION },
  { "articles", BARN_ACTIVITY_ARTICLES },
  { "responsible", BARN_ACTIVITY_RESPONSIBLE },
  { "start", BARN_ACTIVITY_START_ON },
  { "due", BARN_ACTIVITY_DUE_ON },
  { "raised", BARN_ACTIVITY_RAISED },
  { NULL }
};

static const Member delay_members[] = {
  { "from", BARN_DELAY_FROM_ON },
  { "to", BARN_DELAY_TO_ON },
  { "reason", BARN_DELAY_REASON },
  { "on", BARN_DELAY_MADE_ON },
  { "by", BARN_DELAY_AUTHOR },
  { NULL }
};

static const Member occasion_members[] = {
  { "title", BARN_OCCASION_TITLE },
  { "cut_off", BARN_OCCASION_CUT_OFF },
  { "closed_on", BARN_OCCASION_CLOSED_ON },
  { "reason", BARN_OCCASION_REASON },
  { NULL }
};

static const Member indicator_members[] = {
  { "title", BARN_INDICATOR_TITLE },
  { "scale", BARN_INDICATOR_SCALE },
  { "unit", BARN_INDICATOR_UNIT },
  { "baseline", BARN_INDICATOR_BASELINE },
  { "target", BARN_INDICATOR_TARGET },
  { "choice", BARN_INDICATOR_CHOICE },
  { NULL }
};

static const Member value_members[] = {
  { "on", BARN_INDICATOR_VALUE_DAY },
  { "value", BARN_INDICATOR_VALUE_VALUE },
  { "comment", BARN_INDICATOR_VALUE_COMMENT },
  { "by", BARN_INDICATOR_VALUE_AUTHOR },
  { NULL }
};

static const Member assessment_members[] = {
  { "title", BARN_ASSESSMENT_TITLE },
  { "on", BARN_ASSESSMENT_DAY },
  { "outcome", BARN_ASSESSMENT_OUTCOME },
  { "reason", BARN_ASSESSMENT_REASON },
  { "heard", BARN_ASSESSMENT_HEARD },
  { "link", BARN_ASSESSMENT_LINK },
  { "note", BARN_ASSESSMENT_NOTE },
  { NULL }
};

static const Member mark_members[] = {
  { "title", BARN_YEAR_MARK_TITLE },
  { "category", BARN_YEAR_MARK_CATEGORY },
  { "on", BARN_YEAR_MARK_DAY },
  { "by_week", BARN_YEAR_MARK_BY_WEEK },
  { "yearly", BARN_YEAR_MARK_YEARLY },
  { NULL }
};

static const Member view_members[] = {
  { "name", BARN_SAVED_VIEW_NAME },
  { "filter", BARN_SAVED_VIEW_FILTER },
  { "grouping", BARN_SAVED_VIEW_GROUPING },
  { "sorting", BARN_SAVED_VIEW_SORTING },
  { "columns", BARN_SAVED_VIEW_COLUMNS },
  { NULL }
};

static const Member follow_up_members[] = {
  { "on", BARN_FOLLOW_UP_DAY },
  { "status", BARN_FOLLOW_UP_STATUS },
  { "comment", BARN_FOLLOW_UP_COMMENT },
  { "effect", BARN_FOLLOW_UP_EFFECT },
  { "by", BARN_FOLLOW_UP_AUTHOR },
  { "unchanged", BARN_FOLLOW_UP_UNCHANGED },
  { NULL }
};

static const Member long_term_members[] = {
  { "title", BARN_LONG_TERM_TITLE },
  { "description", BARN_LONG_TERM_DESCRIPTION },
  { NULL }
};

static const Member section_members[] = {
  { "section", BARN_SECTION_TEXT_SECTION },
  { "article", BARN_SECTION_TEXT_ARTICLE },
  { "body", BARN_SECTION_TEXT_BODY },
  { "ready", BARN_SECTION_TEXT_READY },
  { NULL }
};

static const Member area_members[] = {
  { "year", BARN_AREA_YEAR },
  { "title", BARN_AREA_TITLE },
  { "expected_result", BARN_AREA_EXPECTED_RESULT },
  { "status", BARN_AREA_STATUS },
  { "comment", BARN_AREA_COMMENT },
  { NULL }
};

static void
clear_moment (gpointer data)
{
  g_object_unref (((BarnExampleMoment *) data)->item);
}

void
barn_example_free (BarnExample *self)
{
  g_ptr_array_unref (self->items);
  g_array_unref (self->moments);
  g_ptr_array_unref (self->taken_in);
  g_ptr_array_unref (self->long_terms);
  g_hash_table_unref (self->roles);
  g_hash_table_unref (self->units);
  g_hash_table_unref (self->activities);
  g_free (self);
}

static BarnExample *
example_new (void)
{
  BarnExample *self = g_new0 (BarnExample, 1);

  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->moments = g_array_new (FALSE, FALSE, sizeof (BarnExampleMoment));
  g_array_set_clear_func (self->moments, clear_moment);
  self->taken_in = g_ptr_array_new ();
  self->long_terms = g_ptr_array_new ();
  self->roles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->units = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->activities = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  return self;
}

/* The example is part of the program: what is wrong in it is for who builds it to read */
static gboolean G_GNUC_PRINTF (2, 3)
complain (GError     **error,
          const char  *format,
          ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);

  g_set_error (error, BARN_PLAN_FILE_ERROR, BARN_PLAN_FILE_ERROR_FAILED, "example.json: %s", message);

  return FALSE;
}

static const Member *
find_member (const Member *members,
             const char   *name)
{
  for (; members->member != NULL; members++)
    {
      if (g_str_equal (members->member, name))
        return members;
    }

  return NULL;
}

static void
read_articles (BarnItem  *item,
               int        field,
               JsonArray *array)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) articles = NULL;

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, json_array_get_int_element (array, i));

      g_strv_builder_add (builder, number);
    }

  articles = g_strv_builder_end (builder);
  barn_item_set_set (item, field, (const char *const *) articles);
}

static gboolean
read_field (BarnItem    *item,
            int          field,
            JsonNode    *node,
            GError     **error)
{
  const BarnField *description = barn_plan_file_get_field (item, field);
  const char *text = json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
  g_autofree char *clean = NULL;
  BarnStatus status;
  BarnDay day;

  switch (description->type)
    {
    case BARN_FIELD_TEXT:
      if (text == NULL)
        return complain (error, "%s is no text", description->name);
      clean = barn_plan_file_clean_text (text);
      barn_item_set_text (item, field, clean);
      return TRUE;

    case BARN_FIELD_DAY:
      day = text != NULL ? barn_day_from_iso (text) : BARN_DAY_NONE;
      if (day == BARN_DAY_NONE)
        return complain (error, "%s is no day", description->name);
      barn_item_set_number (item, field, day);
      return TRUE;

    case BARN_FIELD_STATUS:
      if (text == NULL || !barn_status_from_nick (text, &status))
        return complain (error, "%s is no status", description->name);
      barn_item_set_number (item, field, status);
      return TRUE;

    case BARN_FIELD_INT:
      barn_item_set_number (item, field, json_node_get_int (node));
      return TRUE;

    case BARN_FIELD_BOOL:
      barn_item_set_number (item, field, json_node_get_boolean (node));
      return TRUE;

    case BARN_FIELD_SET:
      if (!JSON_NODE_HOLDS_ARRAY (node))
        return complain (error, "%s is no list", description->name);
      read_articles (item, field, json_node_get_array (node));
      return TRUE;

    case BARN_FIELD_REAL:
    case BARN_FIELD_AMOUNT:
      barn_item_set_real (item, field, json_node_get_double (node));
      return TRUE;

    case BARN_FIELD_REF:
    default:
      return complain (error, "%s cannot be given", description->name);
    }
}

/* Fills @item with the members that are fields; @others: (nullable): members that the caller reads */
static gboolean
read_item (BarnItem            *item,
           JsonObject          *object,
           const Member        *members,
           const char *const   *others,
           GError             **error)
{
  g_autoptr (GList) names = json_object_get_members (object);

  for (GList *l = names; l != NULL; l = l->next)
    {
      const Member *member = find_member (members, l->data);

      if (member != NULL)
        {
          if (!read_field (item, member->field, json_object_get_member (object, l->data), error))
            return FALSE;
        }
      else if (others == NULL || !g_strv_contains (others, l->data))
        {
          return complain (error, "what is “%s” in a %s?", (char *) l->data, barn_kind_to_nick (barn_item_get_kind (item)));
        }
    }

  return TRUE;
}

static guint
get_n_elements (JsonObject *object,
                const char *member)
{
  return json_object_has_member (object, member) ? json_array_get_length (json_object_get_array_member (object, member)) : 0;
}

static JsonObject *
get_element (JsonObject *object,
             const char *member,
             guint       index)
{
  return json_array_get_object_element (json_object_get_array_member (object, member), index);
}

static const char *
get_string_element (JsonObject *object,
                    const char *member,
                    guint       index)
{
  return json_array_get_string_element (json_object_get_array_member (object, member), index);
}

/* A new item, last of those that are to be stored */
static BarnItem *
add_item (BarnExample   *self,
          BarnKind  kind,
          BarnItem *owner,
          guint     index)
{
  BarnItem *item = barn_item_new (kind, kind == BARN_KIND_ORGANISATION ? BARN_ORGANISATION_ID : NULL);
  int position = barn_item_find_field (item, "position");

  if (position >= 0)
    barn_item_set_real (item, position, index + 1);
  if (owner != NULL)
    barn_item_set_text (item, barn_item_find_field (item, barn_kind_to_nick (barn_item_get_kind (owner))),
                        barn_item_get_id (owner));
  g_ptr_array_add (self->items, item);

  return item;
}

static void
add_named (BarnExample     *self,
           BarnKind    kind,
           const char *name,
           guint       index,
           GHashTable *ids)
{
  BarnItem *item = add_item (self, kind, NULL, index);

  barn_item_set_text (item, barn_item_find_field (item, "name"), name);
  g_hash_table_insert (ids, g_strdup (name), g_strdup (barn_item_get_id (item)));
}

static void
read_names (BarnExample     *self,
            JsonObject *root)
{
  guint n_roles = get_n_elements (root, "roles");

  for (guint i = 0; i < n_roles; i++)
    add_named (self, BARN_KIND_ROLE, get_string_element (root, "roles", i), i, self->roles);
  for (guint i = 0; n_roles == 0 && barn_plan_file_usual_roles[i] != NULL; i++)
    add_named (self, BARN_KIND_ROLE, barn_plan_file_usual_roles[i], i, self->roles);
  for (guint i = 0; i < get_n_elements (root, "units"); i++)
    add_named (self, BARN_KIND_UNIT, get_string_element (root, "units", i), i, self->units);
}

static gboolean
read_roles (BarnExample      *self,
            JsonObject  *object,
            BarnItem    *activity,
            GError     **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; i < get_n_elements (object, "roles"); i++)
    {
      const char *name = get_string_element (object, "roles", i);
      char *id = g_hash_table_lookup (self->roles, name);

      if (id == NULL)
        return complain (error, "there is no role “%s”", name);
      g_ptr_array_add (ids, id);
    }

  g_ptr_array_add (ids, NULL);
  barn_item_set_set (activity, BARN_ACTIVITY_ROLES, (const char *const *) ids->pdata);

  return TRUE;
}

static gboolean
read_shift_numbers (JsonObject  *object,
                    GPtrArray   *shifts,
                    BarnItem    *activity,
                    GError     **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; i < get_n_elements (object, "shifts"); i++)
    {
      gint64 number = json_array_get_int_element (json_object_get_array_member (object, "shifts"), i);

      if (number < 1 || number > shifts->len)
        return complain (error, "there is no shift %" G_GINT64_FORMAT, number);
      g_ptr_array_add (ids, (char *) barn_item_get_id (g_ptr_array_index (shifts, number - 1)));
    }

  g_ptr_array_add (ids, NULL);
  barn_item_set_set (activity, BARN_ACTIVITY_SHIFTS, (const char *const *) ids->pdata);

  return TRUE;
}

/* Takes @item, which is stored on its day. Later in the file is later on the day. */
static void
add_moment (BarnExample *self,
            BarnItem    *item,
            BarnDay      day)
{
  BarnExampleMoment moment = { barn_day_get_noon (day) + (self->moments->len + 1) * G_TIME_SPAN_SECOND, item };
  int made_at = barn_item_find_field (item, "made-at");

  if (made_at >= 0)
    barn_item_set_number (item, made_at, moment.moment);
  g_array_append_val (self->moments, moment);
}

/* What belongs to @owner and happened on a day: a follow-up or delay of an activity, a value of an indicator */
static gboolean
read_moments (BarnExample   *self,
              JsonObject    *object,
              const char    *member,
              BarnKind       kind,
              const Member  *members,
              guint          day_field,
              BarnItem      *owner,
              GError       **error)
{
  for (guint i = 0; i < get_n_elements (object, member); i++)
    {
      g_autoptr (BarnItem) item = barn_item_new (kind, NULL);
      BarnDay day;

      /* Its first field names its owner */
      barn_item_set_text (item, 0, barn_item_get_id (owner));
      if (!read_item (item, get_element (object, member, i), members, NULL, error))
        return FALSE;

      day = barn_item_get_number (item, day_field);
      if (day == BARN_DAY_NONE)
        return complain (error, "one of the %s of “%s” has no day", member, barn_item_get_title (owner));
      add_moment (self, g_steal_pointer (&item), day);
    }

  return TRUE;
}

/* Before it was moved it had the first due date: each delay gives it the next */
static void
set_first_due (BarnItem   *activity,
               JsonObject *object)
{
  BarnDay first = barn_item_get_number (activity, BARN_ACTIVITY_DUE_ON);

  if (get_n_elements (object, "delays") > 0)
    first = barn_day_from_iso (json_object_get_string_member_with_default (get_element (object, "delays", 0), "from", NULL));

  barn_item_set_number (activity, BARN_ACTIVITY_DUE_ON, first);
  barn_item_set_number (activity, BARN_ACTIVITY_FIRST_DUE_ON, first);
}

static gboolean
read_activity (BarnExample      *self,
               JsonObject  *object,
               BarnItem    *plan,
               GPtrArray   *shifts,
               guint        index,
               GError     **error)
{
  static const char *const others[] = { "roles", "shifts", "unit", "follow_ups", "delays", "continues", NULL };
  BarnItem *item = add_item (self, BARN_KIND_ACTIVITY, plan, index);

  if (!read_item (item, object, activity_members, others, error) ||
      !read_roles (self, object, item, error) ||
      !read_shift_numbers (object, shifts, item, error))
    return FALSE;

  set_first_due (item, object);
  if (json_object_has_member (object, "unit"))
    {
      const char *name = json_object_get_string_member (object, "unit");
      const char *id = g_hash_table_lookup (self->units, name);

      if (id == NULL)
        return complain (error, "there is no unit “%s”", name);
      barn_item_set_text (item, BARN_ACTIVITY_UNIT, id);
    }

  if (!read_moments (self, object, "follow_ups", BARN_KIND_FOLLOW_UP, follow_up_members, BARN_FOLLOW_UP_DAY, item, error) ||
      !read_moments (self, object, "delays", BARN_KIND_DELAY, delay_members, BARN_DELAY_MADE_ON, item, error))
    return FALSE;

  /* The plan of the year before comes before it in the file */
  if (json_object_has_member (object, "continues"))
    {
      const char *origin = g_hash_table_lookup (self->activities, json_object_get_string_member (object, "continues"));

      if (origin == NULL)
        return complain (error, "there is no activity “%s”", json_object_get_string_member (object, "continues"));
      barn_item_set_text (item, BARN_ACTIVITY_ORIGIN, origin);
    }

  g_hash_table_insert (self->activities, g_strdup (barn_item_get_title (item)), g_strdup (barn_item_get_id (item)));

  return TRUE;
}

/* Those of a plan that are nothing but their fields */
static gboolean
read_plain (BarnExample        *self,
            JsonObject    *object,
            const char    *member,
            BarnKind       kind,
            const Member  *members,
            BarnItem      *plan,
            GPtrArray     *into,
            GError       **error)
{
  static const char *const others[] = { "taken_in", NULL };

  for (guint i = 0; i < get_n_elements (object, member); i++)
    {
      BarnItem *item = add_item (self, kind, plan, i);

      if (!read_item (item, get_element (object, member, i), members, kind == BARN_KIND_LONG_TERM ? others : NULL, error))
        return FALSE;

      if (into != NULL)
        g_ptr_array_add (into, item);
      if (kind == BARN_KIND_LONG_TERM)
        g_ptr_array_add (self->taken_in, get_element (object, member, i));
    }

  return TRUE;
}

/* One that was closed is stored as open, and closed on its day: what it reports is what held then */
static gboolean
read_occasions (BarnExample  *self,
                JsonObject   *object,
                BarnItem     *plan,
                GError      **error)
{
  for (guint i = 0; i < get_n_elements (object, "occasions"); i++)
    {
      BarnItem *item = add_item (self, BARN_KIND_OCCASION, plan, i);
      g_autoptr (BarnItem) closed = NULL;
      BarnDay closed_on;

      if (!read_item (item, get_element (object, "occasions", i), occasion_members, NULL, error))
        return FALSE;

      closed_on = barn_item_get_number (item, BARN_OCCASION_CLOSED_ON);
      if (closed_on == BARN_DAY_NONE)
        continue;

      closed = barn_item_new (BARN_KIND_OCCASION, barn_item_get_id (item));
      barn_item_copy_fields (closed, item);
      add_moment (self, g_steal_pointer (&closed), closed_on);
      barn_item_set_number (item, BARN_OCCASION_CLOSED_ON, BARN_DAY_NONE);
      barn_item_set_text (item, BARN_OCCASION_REASON, NULL);
    }

  return TRUE;
}

static gboolean
read_indicators (BarnExample  *self,
                 JsonObject   *object,
                 BarnItem     *plan,
                 GPtrArray    *shifts,
                 GError      **error)
{
  static const char *const others[] = { "activity", "shift", "values", NULL };

  for (guint i = 0; i < get_n_elements (object, "indicators"); i++)
    {
      JsonObject *element = get_element (object, "indicators", i);
      BarnItem *item = add_item (self, BARN_KIND_INDICATOR, plan, i);
      const char *title = json_object_get_string_member_with_default (element, "activity", NULL);
      const char *activity = title != NULL ? g_hash_table_lookup (self->activities, title) : NULL;
      gint64 shift = json_object_get_int_member_with_default (element, "shift", 0);

      if (!read_item (item, element, indicator_members, others, error) ||
          !read_moments (self, element, "values", BARN_KIND_INDICATOR_VALUE, value_members, BARN_INDICATOR_VALUE_DAY, item, error))
        return FALSE;

      if (title != NULL && activity == NULL)
        return complain (error, "there is no activity “%s”", title);
      if (shift < 0 || shift > shifts->len)
        return complain (error, "there is no shift %" G_GINT64_FORMAT, shift);
      barn_item_set_text (item, BARN_INDICATOR_ACTIVITY, activity);
      if (shift > 0)
        barn_item_set_text (item, BARN_INDICATOR_SHIFT, barn_item_get_id (g_ptr_array_index (shifts, shift - 1)));
    }

  return TRUE;
}

static gboolean
read_plan (BarnExample      *self,
           JsonObject  *object,
           GError     **error)
{
  static const char *const others[] = { "texts", "shifts", "activities", "long_term", "barnbokslut",
                                       "occasions", "indicators", "assessments", NULL };
  g_autoptr (GPtrArray) shifts = g_ptr_array_new ();
  BarnItem *plan = add_item (self, BARN_KIND_PLAN, NULL, 0);

  if (!read_item (plan, object, plan_members, others, error) ||
      !read_plain (self, object, "texts", BARN_KIND_PLAN_TEXT, text_members, plan, NULL, error) ||
      !read_plain (self, object, "shifts", BARN_KIND_SHIFT, shift_members, plan, shifts, error))
    return FALSE;

  for (guint i = 0; i < get_n_elements (object, "activities"); i++)
    {
      if (!read_activity (self, get_element (object, "activities", i), plan, shifts, i, error))
        return FALSE;
    }

  return read_plain (self, object, "long_term", BARN_KIND_LONG_TERM, long_term_members, plan, self->long_terms, error) &&
         read_plain (self, object, "barnbokslut", BARN_KIND_SECTION_TEXT, section_members, plan, NULL, error) &&
         read_plain (self, object, "assessments", BARN_KIND_ASSESSMENT, assessment_members, plan, NULL, error) &&
         read_occasions (self, object, plan, error) &&
         read_indicators (self, object, plan, shifts, error);
}

/* Items on longer sight lead to activities of plans that may come later in the file */
static gboolean
resolve_taken_in (BarnExample  *self,
                  GError **error)
{
  for (guint i = 0; i < self->long_terms->len; i++)
    {
      JsonObject *object = g_ptr_array_index (self->taken_in, i);
      BarnItem *item = g_ptr_array_index (self->long_terms, i);
      const char *title = json_object_get_string_member_with_default (object, "taken_in", NULL);
      const char *id = title != NULL ? g_hash_table_lookup (self->activities, title) : NULL;

      if (title != NULL && id == NULL)
        return complain (error, "there is no activity “%s”", title);
      if (id != NULL)
        barn_item_set_text (item, BARN_LONG_TERM_ACTIVITY, id);
    }

  return TRUE;
}

static gboolean
read_area (BarnExample      *self,
           JsonObject  *object,
           guint        index,
           GError     **error)
{
  static const char *const others[] = { "measures", NULL };
  BarnItem *area = add_item (self, BARN_KIND_AREA, NULL, index);

  if (!read_item (area, object, area_members, others, error))
    return FALSE;

  for (guint i = 0; i < get_n_elements (object, "measures"); i++)
    {
      BarnItem *measure = add_item (self, BARN_KIND_MEASURE, area, i);

      barn_item_set_text (measure, BARN_MEASURE_TITLE, get_string_element (object, "measures", i));
    }

  return TRUE;
}

static gboolean
read_root (BarnExample      *self,
           JsonObject  *root,
           GError     **error)
{
  BarnItem *organisation = add_item (self, BARN_KIND_ORGANISATION, NULL, 0);

  if (!json_object_has_member (root, "organisation"))
    return complain (error, "there is no organisation");
  if (!read_item (organisation, json_object_get_object_member (root, "organisation"), organisation_members, NULL, error))
    return FALSE;

  read_names (self, root);

  for (guint i = 0; i < get_n_elements (root, "plans"); i++)
    {
      if (!read_plan (self, get_element (root, "plans", i), error))
        return FALSE;
    }

  for (guint i = 0; i < get_n_elements (root, "areas"); i++)
    {
      if (!read_area (self, get_element (root, "areas", i), i, error))
        return FALSE;
    }

  return read_plain (self, root, "marks", BARN_KIND_YEAR_MARK, mark_members, NULL, NULL, error) &&
         read_plain (self, root, "views", BARN_KIND_SAVED_VIEW, view_members, NULL, NULL, error) &&
         resolve_taken_in (self, error);
}

static int
compare_kinds (gconstpointer a,
               gconstpointer b)
{
  BarnItem *const *item_a = a;
  BarnItem *const *item_b = b;

  return (int) barn_item_get_kind (*item_a) - (int) barn_item_get_kind (*item_b);
}

static int
compare_moments (gconstpointer a,
                 gconstpointer b)
{
  const BarnExampleMoment *left = a;
  const BarnExampleMoment *right = b;

  return (left->moment > right->moment) - (left->moment < right->moment);
}

BarnExample *
barn_example_read (GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (BarnExample) reader = example_new ();
  g_autoptr (GBytes) bytes = NULL;
  gconstpointer data;
  gsize length;

  bytes = g_resource_lookup_data (barn_app_get_resource (), EXAMPLE, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  if (bytes == NULL)
    return NULL;

  data = g_bytes_get_data (bytes, &length);
  if (!json_parser_load_from_data (parser, data, length, error) ||
      !read_root (reader, json_node_get_object (json_parser_get_root (parser)), error))
    return NULL;

  g_ptr_array_sort (reader->items, compare_kinds);
  g_array_sort (reader->moments, compare_moments);

  return g_steal_pointer (&reader);
}

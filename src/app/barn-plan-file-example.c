/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-plan-file-example"

#include "config.h"

#include "barn-plan-file-private.h"

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
  { "first_due", BARN_ACTIVITY_FIRST_DUE_ON },
  { NULL }
};

static const Member follow_up_members[] = {
  { "on", BARN_FOLLOW_UP_DAY },
  { "status", BARN_FOLLOW_UP_STATUS },
  { "comment", BARN_FOLLOW_UP_COMMENT },
  { "effect", BARN_FOLLOW_UP_EFFECT },
  { "by", BARN_FOLLOW_UP_AUTHOR },
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

/* What has been read so far: nothing is stored before all of it is */
typedef struct
{
  GPtrArray  *items;      /* BarnItem, in an order in which they can be stored */
  GPtrArray  *follow_ups; /* BarnItem, by day */
  GPtrArray  *taken_in;   /* JsonObject of each long-term item, as many as long_terms */
  GPtrArray  *long_terms;
  GHashTable *roles;      /* name → id, as the three that follow */
  GHashTable *units;
  GHashTable *activities;
} Reader;

static void
reader_free (Reader *self)
{
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->follow_ups);
  g_ptr_array_unref (self->taken_in);
  g_ptr_array_unref (self->long_terms);
  g_hash_table_unref (self->roles);
  g_hash_table_unref (self->units);
  g_hash_table_unref (self->activities);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reader, reader_free)

static Reader *
reader_new (void)
{
  Reader *self = g_new0 (Reader, 1);

  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->follow_ups = g_ptr_array_new_with_free_func (g_object_unref);
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

    case BARN_FIELD_REF:
    case BARN_FIELD_REAL:
    case BARN_FIELD_AMOUNT:
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
add_item (Reader   *self,
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
add_named (Reader     *self,
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
read_names (Reader     *self,
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
read_roles (Reader      *self,
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

static gboolean
read_follow_up (Reader      *self,
                JsonObject  *object,
                BarnItem    *activity,
                GError     **error)
{
  BarnItem *item = barn_item_new (BARN_KIND_FOLLOW_UP, NULL);
  BarnDay day;

  g_ptr_array_add (self->follow_ups, item);
  barn_item_set_text (item, BARN_FOLLOW_UP_ACTIVITY, barn_item_get_id (activity));
  if (!read_item (item, object, follow_up_members, NULL, error))
    return FALSE;

  day = barn_item_get_number (item, BARN_FOLLOW_UP_DAY);
  if (day == BARN_DAY_NONE)
    return complain (error, "a follow-up of “%s” has no day", barn_item_get_title (activity));

  /* Later in the file is later on the day */
  barn_item_set_number (item, BARN_FOLLOW_UP_MADE_AT, barn_day_get_noon (day) + self->follow_ups->len * G_TIME_SPAN_SECOND);

  return TRUE;
}

static gboolean
read_activity (Reader      *self,
               JsonObject  *object,
               BarnItem    *plan,
               GPtrArray   *shifts,
               guint        index,
               GError     **error)
{
  static const char *const others[] = { "roles", "shifts", "unit", "follow_ups", NULL };
  BarnItem *item = add_item (self, BARN_KIND_ACTIVITY, plan, index);

  if (!read_item (item, object, activity_members, others, error) ||
      !read_roles (self, object, item, error) ||
      !read_shift_numbers (object, shifts, item, error))
    return FALSE;

  if (barn_item_get_number (item, BARN_ACTIVITY_FIRST_DUE_ON) == BARN_DAY_NONE)
    barn_item_set_number (item, BARN_ACTIVITY_FIRST_DUE_ON, barn_item_get_number (item, BARN_ACTIVITY_DUE_ON));

  if (json_object_has_member (object, "unit"))
    {
      const char *name = json_object_get_string_member (object, "unit");
      const char *id = g_hash_table_lookup (self->units, name);

      if (id == NULL)
        return complain (error, "there is no unit “%s”", name);
      barn_item_set_text (item, BARN_ACTIVITY_UNIT, id);
    }

  for (guint i = 0; i < get_n_elements (object, "follow_ups"); i++)
    {
      if (!read_follow_up (self, get_element (object, "follow_ups", i), item, error))
        return FALSE;
    }

  g_hash_table_insert (self->activities, g_strdup (barn_item_get_title (item)), g_strdup (barn_item_get_id (item)));

  return TRUE;
}

/* Those of a plan that are nothing but their fields */
static gboolean
read_plain (Reader        *self,
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

static gboolean
read_plan (Reader      *self,
           JsonObject  *object,
           GError     **error)
{
  static const char *const others[] = { "texts", "shifts", "activities", "long_term", "barnbokslut", NULL };
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
         read_plain (self, object, "barnbokslut", BARN_KIND_SECTION_TEXT, section_members, plan, NULL, error);
}

/* Items on longer sight lead to activities of plans that may come later in the file */
static gboolean
resolve_taken_in (Reader  *self,
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
read_area (Reader      *self,
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
read_root (Reader      *self,
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

  return resolve_taken_in (self, error);
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
compare_days (gconstpointer a,
              gconstpointer b)
{
  BarnItem *const *item_a = a;
  BarnItem *const *item_b = b;
  gint64 moment_a = barn_item_get_number (*item_a, BARN_FOLLOW_UP_MADE_AT);
  gint64 moment_b = barn_item_get_number (*item_b, BARN_FOLLOW_UP_MADE_AT);

  return (moment_a > moment_b) - (moment_a < moment_b);
}

static Reader *
read_example (GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (Reader) reader = reader_new ();
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
  g_ptr_array_sort (reader->follow_ups, compare_days);

  return g_steal_pointer (&reader);
}

/* When the oldest plan was approved: that is where the history begins */
static gint64
get_beginning (Reader *reader)
{
  BarnDay first = BARN_DAY_NONE;

  for (guint i = 0; i < reader->items->len; i++)
    {
      BarnItem *item = g_ptr_array_index (reader->items, i);
      BarnDay day = BARN_IS_PLAN (item) ? barn_plan_get_approved_on (BARN_PLAN (item)) : BARN_DAY_NONE;

      if (day != BARN_DAY_NONE && (first == BARN_DAY_NONE || day < first))
        first = day;
    }

  return first != BARN_DAY_NONE ? barn_day_get_noon (first) : 0;
}

static gboolean
store_items (BarnPlanFile  *self,
             Reader        *reader,
             GError       **error)
{
  BarnChangeInfo info = {
    .action = BARN_PLAN_FILE_ACTION_NEW,
    .moment = get_beginning (reader),
  };

  if (!barn_plan_file_begin (self, error))
    return FALSE;

  for (guint i = 0; i < reader->items->len; i++)
    {
      if (!barn_plan_file_insert (self, g_ptr_array_index (reader->items, i), error))
        return FALSE;
    }

  return barn_plan_file_commit_info (self, &info, error);
}

static gboolean
store_follow_up (BarnPlanFile  *self,
                 BarnItem      *item,
                 GError       **error)
{
  BarnChangeInfo info = {
    .action = "follow-up-add",
    .subject = barn_plan_file_get_subject (self, item),
    .value = barn_status_to_nick (barn_item_get_number (item, BARN_FOLLOW_UP_STATUS)),
    .author = barn_item_get_text (item, BARN_FOLLOW_UP_AUTHOR),
    .moment = barn_item_get_number (item, BARN_FOLLOW_UP_MADE_AT),
  };

  return barn_plan_file_begin (self, error) &&
         barn_plan_file_insert (self, item, error) &&
         barn_plan_file_commit_info (self, &info, error);
}

static gboolean
fill_example (BarnPlanFile  *self,
              gpointer       user_data,
              GError       **error)
{
  Reader *reader = user_data;

  if (!store_items (self, reader, error))
    return FALSE;

  for (guint i = 0; i < reader->follow_ups->len; i++)
    {
      if (!store_follow_up (self, g_ptr_array_index (reader->follow_ups, i), error))
        return FALSE;
    }

  return TRUE;
}

/**
 * barn_plan_file_create_example:
 * @file: where it is to lie; there must be nothing yet
 * @error: return location for a #BarnPlanFileError
 *
 * Makes a plan file to try the program on: an invented förvaltning with a year that is closed and one that is under way. Each
 * follow-up is a change of its own, made on its day by its author.
 *
 * Returns: (transfer full): the plan file
 */
BarnPlanFile *
barn_plan_file_create_example (GFile   *file,
                               GError **error)
{
  g_autoptr (Reader) reader = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  reader = read_example (error);
  if (reader == NULL)
    return NULL;

  return barn_plan_file_make (file, fill_example, reader, error);
}

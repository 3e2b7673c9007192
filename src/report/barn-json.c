/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-json"

#include "config.h"

#include "barn-data-private.h"

#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

/* What another program can go by */
#define FORMAT "barnratt-data"
#define VERSION 1

static void
add_field (JsonBuilder     *builder,
           BarnItem        *item,
           const BarnField *field,
           guint            place)
{
  g_autofree char *text = NULL;
  double real;

  switch (field->type)
    {
    case BARN_FIELD_TEXT:
    case BARN_FIELD_REF:
      if (barn_item_get_text (item, place) != NULL)
        json_builder_add_string_value (builder, barn_item_get_text (item, place));
      else
        json_builder_add_null_value (builder);
      break;

    case BARN_FIELD_DAY:
      if (barn_item_get_number (item, place) == BARN_DAY_NONE)
        {
          json_builder_add_null_value (builder);
          break;
        }
      text = barn_day_to_iso ((BarnDay) barn_item_get_number (item, place));
      json_builder_add_string_value (builder, text);
      break;

    case BARN_FIELD_REAL:
    case BARN_FIELD_AMOUNT:
      real = barn_item_get_real (item, place);
      if (isnan (real))
        json_builder_add_null_value (builder);
      else
        json_builder_add_double_value (builder, real);
      break;

    case BARN_FIELD_BOOL:
      json_builder_add_boolean_value (builder, barn_item_get_number (item, place) != 0);
      break;

    case BARN_FIELD_STATUS:
      json_builder_add_string_value (builder, barn_status_to_nick ((BarnStatus) barn_item_get_number (item, place)));
      break;

    case BARN_FIELD_SET:
      json_builder_begin_array (builder);
      for (const char *const *member = barn_item_get_set (item, place); *member != NULL; member++)
        json_builder_add_string_value (builder, *member);
      json_builder_end_array (builder);
      break;

    case BARN_FIELD_INT:
    default:
      json_builder_add_int_value (builder, barn_item_get_number (item, place));
      break;
    }
}

static void
add_item (JsonBuilder *builder,
          BarnItem    *item)
{
  guint n_fields;
  const BarnField *fields = barn_item_get_fields (item, &n_fields);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "id");
  json_builder_add_string_value (builder, barn_item_get_id (item));

  for (guint i = 0; i < n_fields; i++)
    {
      g_autofree char *name = g_strdelimit (g_strdup (fields[i].name), "-", '_');

      json_builder_set_member_name (builder, name);
      add_field (builder, item, &fields[i], i);
    }

  json_builder_end_object (builder);
}

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  BarnItem *left = *(BarnItem *const *) a;
  BarnItem *right = *(BarnItem *const *) b;

  return strcmp (barn_item_get_id (left), barn_item_get_id (right));
}

/*
 * barn_json_write:
 * @model: the items of a plan file
 *
 * Writes everything as it is stored: an array for each kind of thing, named as its table, of objects with an id. What refers to another thing
 * holds its id; days are ISO 8601, statuses words.
 *
 * Returns: (transfer full): the text
 */
char *
barn_json_write (BarnModel *model)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GPtrArray) items = barn_model_dup_items (model);
  g_autofree char *text = NULL;

  g_ptr_array_sort (items, compare_items);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "format");
  json_builder_add_string_value (builder, FORMAT);
  json_builder_set_member_name (builder, "version");
  json_builder_add_int_value (builder, VERSION);

  for (guint kind = 0; kind < BARN_N_KINDS; kind++)
    {
      json_builder_set_member_name (builder, barn_kind_to_nick ((BarnKind) kind));
      json_builder_begin_array (builder);
      for (guint i = 0; i < items->len; i++)
        {
          if (barn_item_get_kind (g_ptr_array_index (items, i)) == (BarnKind) kind)
            add_item (builder, g_ptr_array_index (items, i));
        }
      json_builder_end_array (builder);
    }
  json_builder_end_object (builder);

  root = json_builder_get_root (builder);
  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  text = json_generator_to_data (generator, NULL);

  return g_strconcat (text, "\n", NULL);
}

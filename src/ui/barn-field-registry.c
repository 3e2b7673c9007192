/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-field-registry"

#include "config.h"

#include "barn-field-registry.h"

#define FIELDS "barn-field-bindings"
#define UNDECIDED "barn-undecided-texts"

typedef struct
{
  char *where;
  char *text;
} Undecided;

static void
undecided_free (gpointer data)
{
  Undecided *self = data;

  g_free (self->where);
  g_free (self->text);
  g_free (self);
}

static GPtrArray *
get_fields (BarnPlanFile *file)
{
  GPtrArray *fields = g_object_get_data (G_OBJECT (file), FIELDS);

  if (fields == NULL)
    {
      fields = g_ptr_array_new ();
      g_object_set_data_full (G_OBJECT (file), FIELDS, fields, (GDestroyNotify) g_ptr_array_unref);
    }

  return fields;
}

static GHashTable *
get_undecided (BarnPlanFile *file)
{
  GHashTable *texts = g_object_get_data (G_OBJECT (file), UNDECIDED);

  if (texts == NULL)
    {
      texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, undecided_free);
      g_object_set_data_full (G_OBJECT (file), UNDECIDED, texts, (GDestroyNotify) g_hash_table_unref);
    }

  return texts;
}

void
barn_field_registry_add (BarnPlanFile     *file,
                         BarnFieldBinding *field)
{
  g_ptr_array_add (get_fields (file), field);
}

void
barn_field_registry_remove (BarnPlanFile     *file,
                            BarnFieldBinding *field)
{
  g_ptr_array_remove_fast (get_fields (file), field);
}

void
barn_field_registry_keep_undecided (BarnPlanFile *file,
                                    const char   *place,
                                    const char   *where,
                                    const char   *text)
{
  Undecided *undecided = g_new0 (Undecided, 1);

  undecided->where = g_strdup (where);
  undecided->text = g_strdup (text);
  g_hash_table_insert (get_undecided (file), g_strdup (place), undecided);
}

char *
barn_field_registry_take_undecided (BarnPlanFile *file,
                                    const char   *place)
{
  GHashTable *texts = get_undecided (file);
  Undecided *undecided = g_hash_table_lookup (texts, place);
  char *text = undecided != NULL ? g_steal_pointer (&undecided->text) : NULL;

  g_hash_table_remove (texts, place);

  return text;
}

/**
 * barn_field_binding_save_all:
 * @file: an open plan file
 *
 * Saves what was typed in every field that edits the file.
 *
 * Returns: whether all of it is stored
 */
gboolean
barn_field_binding_save_all (BarnPlanFile *file)
{
  g_autoptr (GPtrArray) fields = NULL;
  GPtrArray *open_fields;
  gboolean saved = TRUE;

  g_return_val_if_fail (BARN_IS_PLAN_FILE (file), FALSE);

  /* Saving one of them may make a page let go of another */
  open_fields = get_fields (file);
  fields = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < open_fields->len; i++)
    g_ptr_array_add (fields, g_object_ref (g_ptr_array_index (open_fields, i)));

  for (guint i = 0; i < fields->len; i++)
    saved = barn_field_binding_save (g_ptr_array_index (fields, i)) && saved;

  return saved;
}

/**
 * barn_field_binding_get_undecided:
 * @file: an open plan file
 *
 * What somebody typed while another program changed the same text, and left without choosing which to keep, is there when they come back
 * to the field, but not in the file.
 *
 * Returns: (transfer none) (nullable): the title of what such a text belongs to, "" where it has none; %NULL: there is no such text
 */
const char *
barn_field_binding_get_undecided (BarnPlanFile *file)
{
  GHashTableIter iter;
  gpointer undecided;

  g_return_val_if_fail (BARN_IS_PLAN_FILE (file), NULL);

  g_hash_table_iter_init (&iter, get_undecided (file));

  return g_hash_table_iter_next (&iter, NULL, &undecided) ? ((Undecided *) undecided)->where : NULL;
}

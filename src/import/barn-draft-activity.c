/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-draft-activity"

#include "config.h"

#include "barn-draft-private.h"

#include <string.h>

/* What a document says of an activity goes to its own field where there is one: who is responsible, a day. What is not a day ("hösten") stays
   words. */

/* A text as it grows */
typedef struct
{
  BarnItem *item;
  guint     field;
  GString  *text;
} Growing;

static guint
growing_hash (gconstpointer key)
{
  const Growing *growing = key;

  return g_direct_hash (growing->item) + growing->field;
}

static gboolean
growing_equal (gconstpointer a,
               gconstpointer b)
{
  const Growing *one = a, *other = b;

  return one->item == other->item && one->field == other->field;
}

static void
growing_free (gpointer data)
{
  Growing *growing = data;

  g_string_free (growing->text, TRUE);
  g_free (growing);
}

/* Long texts are put together of thousands of paragraphs: they go into their items once they are whole */
GHashTable *
barn_draft_texts_new (void)
{
  return g_hash_table_new_full (growing_hash, growing_equal, NULL, growing_free);
}

void
barn_draft_texts_finish (GHashTable *texts)
{
  GHashTableIter iter;
  Growing *growing;

  g_hash_table_iter_init (&iter, texts);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &growing))
    barn_item_set_text (growing->item, growing->field, growing->text->str);
}

/* What the text is so far */
GString *
barn_draft_get_text (GHashTable *texts,
                     BarnItem   *item,
                     guint       field)
{
  Growing key = { item, field, NULL };
  Growing *growing = g_hash_table_lookup (texts, &key);

  if (growing != NULL)
    return growing->text;

  growing = g_new0 (Growing, 1);
  growing->item = item;
  growing->field = field;
  growing->text = g_string_new (barn_item_get_text (item, field));
  g_hash_table_add (texts, growing);

  return growing->text;
}

void
barn_draft_append_text (GHashTable *texts,
                        BarnItem   *item,
                        guint       field,
                        const char *text,
                        const char *parting)
{
  GString *growing;

  if (*text == '\0')
    return;
  growing = barn_draft_get_text (texts, item, field);
  if (growing->len > 0)
    g_string_append (growing, parting);
  g_string_append (growing, text);
}

static gboolean
set_day (BarnItem *activity,
         guint     field,
         BarnDay   day)
{
  if (day == BARN_DAY_NONE || barn_item_get_number (activity, field) != BARN_DAY_NONE)
    return FALSE;
  barn_item_set_number (activity, field, day);
  if (field == BARN_ACTIVITY_DUE_ON)
    barn_item_set_number (activity, BARN_ACTIVITY_FIRST_DUE_ON, day);

  return TRUE;
}

/**
 * barn_draft_set_field:
 * @texts: the texts that grow
 * @activity: an activity
 * @column: what @value says of it
 * @value: who or when
 * @year: of the plan; 0: unknown
 *
 * Returns: whether it has a field for that, which is filled now; %FALSE: it is to be told in words
 */
gboolean
barn_draft_set_field (GHashTable *texts,
                      BarnItem   *activity,
                      BarnColumn  column,
                      const char *value,
                      guint       year)
{
  BarnDay start, day;

  if (column == BARN_COLUMN_RESPONSIBLE)
    {
      barn_draft_append_text (texts, activity, BARN_ACTIVITY_RESPONSIBLE, value, ", ");
      return TRUE;
    }
  if (column != BARN_COLUMN_DUE && column != BARN_COLUMN_START)
    return FALSE;

  day = barn_wording_read_day (value, year, &start);
  if (start == BARN_DAY_NONE)
    return set_day (activity, column == BARN_COLUMN_DUE ? BARN_ACTIVITY_DUE_ON : BARN_ACTIVITY_START_ON, day);
  if (barn_item_get_number (activity, BARN_ACTIVITY_START_ON) != BARN_DAY_NONE)
    return FALSE;

  return set_day (activity, BARN_ACTIVITY_DUE_ON, day) && set_day (activity, BARN_ACTIVITY_START_ON, start);
}

/**
 * barn_draft_dup_activity_words:
 * @text: an activity as it stands in the document
 *
 * Returns: (transfer full): its words alone, without its number, the parentheses with who and when, and a semicolon at its end
 */
char *
barn_draft_dup_activity_words (const char *text)
{
  const char *words = text + barn_wording_measure_number (text);
  gsize start;
  g_auto (GStrv) aside = barn_wording_dup_aside (words, &start);
  char *title = aside != NULL ? g_strndup (words, start) : g_strdup (words);

  g_strchomp (title);
  if (g_str_has_suffix (title, ";"))
    title[strlen (title) - 1] = '\0';

  return g_strchomp (title);
}

/**
 * barn_draft_read_aside:
 * @texts: the texts that grow
 * @activity: an activity
 * @text: as it stands in the document
 * @year: of the plan; 0: unknown
 *
 * Takes what stands in the parentheses behind an activity into its fields.
 */
void
barn_draft_read_aside (GHashTable *texts,
                       BarnItem   *activity,
                       const char *text,
                       guint       year)
{
  gsize start;
  g_auto (GStrv) aside = barn_wording_dup_aside (text, &start);
  BarnColumn column = BARN_COLUMN_NONE;

  for (guint i = 0; aside != NULL && aside[i] != NULL; i++)
    {
      const char *value = barn_wording_read_aside (aside[i], &column);

      if (!barn_draft_set_field (texts, activity, column, value, year))
        barn_draft_append_text (texts, activity, BARN_ACTIVITY_DESCRIPTION, aside[i], "\n");
    }
}

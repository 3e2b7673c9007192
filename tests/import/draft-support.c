/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "draft-support.h"

/* A document of a text; @name's ending tells text from Markdown */
BarnDocument *
barn_test_read_document (const char *text,
                         const char *name)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  BarnDocument *document = barn_document_read_bytes (bytes, name, NULL, &error);

  g_assert_no_error (error);

  return document;
}

BarnDraft *
barn_test_recognise (const char *text,
                     const char *name)
{
  g_autoptr (BarnDocument) document = barn_test_read_document (text, name);
  g_autoptr (GError) error = NULL;
  BarnDraft *draft = barn_draft_recognise (document, NULL, &error);

  g_assert_no_error (error);

  return draft;
}

/* A line each: what it was taken for and its text */
char *
barn_test_describe_lines (BarnDraft *draft)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (draft)); i++)
    {
      g_autoptr (BarnDraftLine) line = g_list_model_get_item (G_LIST_MODEL (draft), i);

      g_string_append_printf (out, "%s: %s\n", barn_taken_to_nick (barn_draft_line_get_taken (line)),
                              barn_draft_line_get_text (line));
    }

  return g_string_free (out, FALSE);
}

static const char *
find_title (GPtrArray  *items,
            const char *id)
{
  for (guint i = 0; i < items->len; i++)
    if (strcmp (barn_item_get_id (g_ptr_array_index (items, i)), id) == 0)
      return barn_item_get_title (g_ptr_array_index (items, i));

  return id;
}

static int
compare_strings (gconstpointer a,
                 gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Sets are in the order of random ids: by what they name they are the same each time */
static void
append_set (GString           *out,
            GPtrArray         *items,
            const char        *name,
            const char *const *set)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  if (set[0] == NULL)
    return;
  for (guint i = 0; set[i] != NULL; i++)
    g_ptr_array_add (names, (gpointer) find_title (items, set[i]));
  g_ptr_array_sort (names, compare_strings);
  g_string_append_printf (out, " | %s", name);
  for (guint i = 0; i < names->len; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? ", " : " ", (const char *) g_ptr_array_index (names, i));
}

static void
append_field (GString         *out,
              GPtrArray       *items,
              BarnItem        *item,
              const BarnField *field,
              guint            index)
{
  if (g_str_equal (field->name, "plan") || g_str_equal (field->name, "first-due-on"))
    return;

  switch (field->type)
    {
    case BARN_FIELD_TEXT:
      if (*barn_item_get_text (item, index) != '\0')
        g_string_append_printf (out, " | %s %s", field->name, barn_item_get_text (item, index));
      break;

    case BARN_FIELD_DAY:
      if (barn_item_get_number (item, index) != BARN_DAY_NONE)
        {
          g_autofree char *day = barn_day_to_iso ((BarnDay) barn_item_get_number (item, index));

          g_string_append_printf (out, " | %s %s", field->name, day);
        }
      break;

    case BARN_FIELD_INT:
      if (barn_item_get_number (item, index) != 0)
        g_string_append_printf (out, " | %s %" G_GINT64_FORMAT, field->name, barn_item_get_number (item, index));
      break;

    case BARN_FIELD_SET:
      append_set (out, items, field->name, barn_item_get_set (item, index));
      break;

    case BARN_FIELD_REF:
    case BARN_FIELD_REAL:
    case BARN_FIELD_AMOUNT:
    case BARN_FIELD_BOOL:
    case BARN_FIELD_STATUS:
    default:
      break;
    }
}

/* A line an item: its kind and the fields that hold something. Paragraphs within are parted by ¶. */
char *
barn_test_describe_plan (BarnDraft *draft)
{
  g_autoptr (GPtrArray) items = barn_draft_build (draft, NULL);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    {
      BarnItem *item = g_ptr_array_index (items, i);
      g_autoptr (GString) line = g_string_new (barn_kind_to_nick (barn_item_get_kind (item)));
      guint n;
      const BarnField *fields = barn_item_get_fields (item, &n);

      for (guint k = 0; k < n; k++)
        append_field (line, items, item, &fields[k], k);
      g_string_replace (line, "\n\n", "¶", 0);
      g_string_replace (line, "\n", "/", 0);
      g_string_append_printf (out, "%s\n", line->str);
    }

  return g_string_free (out, FALSE);
}

void
barn_test_assert_plan (const char *text,
                       const char *name,
                       const char *expected)
{
  g_autoptr (BarnDraft) draft = barn_test_recognise (text, name);
  g_autofree char *plan = barn_test_describe_plan (draft);

  if (strcmp (plan, expected) != 0)
    {
      g_autofree char *lines = barn_test_describe_lines (draft);

      g_test_message ("%s", lines);
      g_test_message ("is:\n%s", plan);
      g_test_message ("ought to be:\n%s", expected);
    }
  g_assert_cmpstr (plan, ==, expected);
}

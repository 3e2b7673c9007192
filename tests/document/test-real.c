/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "document-support.h"

/* Published documents that other programs wrote, from the folder in $BARNRATT_REAL_DOCUMENTS: the same text gives the same blocks whatever
   the format. Nothing of their sentences stands here. */

typedef struct
{
  guint    headings[7];
  guint    items;
  guint    tables;
  guint    rows;
  GString *text;   /* labels and words of headings, items and cells */
} Counts;

static void
count_node (BarnNode *node,
            Counts   *counts)
{
  BarnNodeKind kind = barn_node_get_kind (node);

  if (kind == BARN_NODE_HEADING)
    counts->headings[barn_node_get_level (node)]++;
  counts->items += kind == BARN_NODE_LIST_ITEM;
  counts->tables += kind == BARN_NODE_TABLE;
  counts->rows += kind == BARN_NODE_ROW;

  if (kind == BARN_NODE_HEADING || kind == BARN_NODE_LIST_ITEM || kind == BARN_NODE_CELL)
    {
      g_autofree char *text = barn_node_dup_text (node);

      g_string_append_printf (counts->text, "%s %s\n", barn_node_get_label (node), text);
    }

  for (guint i = 0; i < barn_node_get_n_children (node); i++)
    count_node (barn_node_get_child (node, i), counts);
}

/* FALSE where the folder is not given */
static gboolean
read_real (const char *name,
           Counts     *counts)
{
  const char *folder = g_getenv ("BARNRATT_REAL_DOCUMENTS");
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (BarnDocument) document = NULL;

  if (folder == NULL)
    {
      g_test_skip ("BARNRATT_REAL_DOCUMENTS is not set");
      return FALSE;
    }

  file = g_file_new_build_filename (folder, name, NULL);
  document = barn_document_read (file, NULL, &error);
  g_assert_no_error (error);
  memset (counts, 0, sizeof *counts);
  counts->text = g_string_new (NULL);
  count_node (barn_document_get_body (document), counts);

  return TRUE;
}

static void
test_plan (void)
{
  static const char *const names[] = {
    "handlingsplan-helsingborg-2024.docx", "handlingsplan-helsingborg-2024.pandoc.docx", "handlingsplan-helsingborg-2024.odt",
  };
  g_autofree char *first = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      Counts counts;

      if (!read_real (names[i], &counts))
        return;

      /* Four strategy parts and four roles; two, four, three, three, three, four and five items */
      g_assert_cmpuint (counts.headings[1], ==, 7);
      g_assert_cmpuint (counts.headings[2], ==, 8);
      g_assert_cmpuint (counts.items, ==, 2 + 4 + 3 + 3 + 3 + 4 + 5);
      g_assert_cmpuint (counts.tables, ==, 0);
      g_assert_nonnull (strstr (counts.text->str, "3. "));
      if (first == NULL)
        first = g_strdup (counts.text->str);
      g_assert_true (strcmp (first, counts.text->str) == 0);
      g_string_free (counts.text, TRUE);
    }
}

static void
test_barnbokslut (void)
{
  static const char *const names[] = { "barnbokslut-goteborg-2024.docx", "barnbokslut-goteborg-2024.odt" };
  g_autofree char *first = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      Counts counts;

      if (!read_real (names[i], &counts))
        return;

      /* Four areas and five, each table with a head */
      g_assert_cmpuint (counts.tables, ==, 2);
      g_assert_cmpuint (counts.rows, ==, 5 + 6);
      g_assert_cmpuint (counts.headings[1], ==, 3);
      if (first == NULL)
        first = g_strdup (counts.text->str);
      g_assert_true (strcmp (first, counts.text->str) == 0);
      g_string_free (counts.text, TRUE);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/real/plan", test_plan);
  g_test_add_func ("/real/barnbokslut", test_barnbokslut);

  return g_test_run ();
}

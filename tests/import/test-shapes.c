/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "draft-support.h"

#include <locale.h>
#include <time.h>

/* The same plan in the shapes in which municipalities write them; what is Markdown here is read as Word and as whatever else is written too */

typedef struct
{
  const char *path;
  const char *name;
  const char *text;
  const char *expected;
} Shape;

static const Shape shapes[] = {
  { "/shapes/parentheses", "plan.md",
    "# Handlingsplan för barnets rättigheter 2026 {#plan .title}\n\n"
    "## Inledning []{#inledning}\n\nBarn i Björkby ska märka att de räknas.\n\n"
    "## Aktiviteter\n\n"
    "- Ordna samtal på fritidsgården (ansvarig: Fritidschefen, klart 30/6)\n"
    "- Fråga i årskurs fem (ansvarig: Elevhälsan; tidplan: hösten)\n"
    "- Måla om (den röda) väggen (med barnen)\n\n"
    "### Ansvar: Nämnden\n\n- Läsa barnens svar;\n",
    "role | name Nämnden\n"
    "plan | year 2026 | title Handlingsplan för barnets rättigheter 2026\n"
    "plan_text | section background | body Barn i Björkby ska märka att de räknas.\n"
    "activity | title Ordna samtal på fritidsgården | responsible Fritidschefen | due-on 2026-06-30\n"
    "activity | title Fråga i årskurs fem | description tidplan: hösten | responsible Elevhälsan\n"
    "activity | title Måla om (den röda) väggen (med barnen)\n"
    "activity | title Läsa barnens svar | roles Nämnden\n" },
  { "/shapes/semicolons", "plan.txt",
    "Handlingsplan barnrätt 2026\n\nÅtgärder\n\n"
    "Chefer: avsätta tid för samtal; följa upp klagomål (också muntliga; de räknas); utbilda vikarier\n"
    "Politiker: fråga ungdomsrådet\n",
    "role | name Chefer\n"
    "role | name Politiker\n"
    "plan | year 2026 | title Handlingsplan barnrätt 2026\n"
    "activity | title avsätta tid för samtal | roles Chefer\n"
    "activity | title följa upp klagomål (också muntliga; de räknas) | roles Chefer\n"
    "activity | title utbilda vikarier | roles Chefer\n"
    "activity | title fråga ungdomsrådet | roles Politiker\n" },
  { "/shapes/table", "plan.md",
    "# Handlingsplan för barns rättigheter 2026\n\n## Aktiviteter\n\n"
    "| Aktivitet | Ansvarig | Tidplan | Status | Uppföljning/Kommentar |\n|---|---|---|---|---|\n"
    "| Bilda en barnpanel | Stab | våren 2026 | Pågår | Två möten |\n"
    "| Öva nya handläggare | Enhet barn | 2026-06-30 | | |\n"
    "| Aktivitet | Ansvarig | Tidplan | Status | Uppföljning/Kommentar |\n"
    "| Trycka en lättläst folder | Stab | v. 41 | | |\n"
    "| Träffa elevråden | Stab | löpande | | |\n"
    "| Göra en enkät | Stab | 30/6 | | |\n"
    "| Se över mallar | Stab | kv 2 | | |\n"
    "| Se över blanketter | Stab | T1 | | |\n"
    "| Besöka förskolor | Stab | juni | | |\n"
    "| Besöka skolor | Stab | 2026-02-01 – 2026-04-30 | | |\n",
    "plan | year 2026 | title Handlingsplan för barns rättigheter 2026\n"
    "activity | title Bilda en barnpanel | description Tidplan: våren 2026/Status: Pågår/Uppföljning/Kommentar: Två möten | responsible Stab\n"
    "activity | title Öva nya handläggare | responsible Enhet barn | due-on 2026-06-30\n"
    "activity | title Trycka en lättläst folder | responsible Stab | due-on 2026-10-09\n"
    "activity | title Träffa elevråden | description Tidplan: löpande | responsible Stab\n"
    "activity | title Göra en enkät | responsible Stab | due-on 2026-06-30\n"
    "activity | title Se över mallar | description Tidplan: kv 2 | responsible Stab\n"
    "activity | title Se över blanketter | description Tidplan: T1 | responsible Stab\n"
    "activity | title Besöka förskolor | description Tidplan: juni | responsible Stab\n"
    "activity | title Besöka skolor | responsible Stab | start-on 2026-02-01 | due-on 2026-04-30\n" },
  { "/shapes/what-who-when", "plan.md",
    "# Handlingsplan barnrätt 2026\n\n## Åtgärder\n\n"
    "| Vad? | Vem? | När? |\n|---|---|---|\n"
    "| Rita en karta med barnen | Planarkitekten | juni 2026 |\n"
    "| Prova en lekplats | Parkchefen | senast 15 september |\n",
    "plan | year 2026 | title Handlingsplan barnrätt 2026\n"
    "activity | title Rita en karta med barnen | description När?: juni 2026 | responsible Planarkitekten\n"
    "activity | title Prova en lekplats | responsible Parkchefen | due-on 2026-09-15\n" },
  { "/shapes/numbered-headings", "plan.md",
    "# Handlingsplan för barnets rättigheter 2026\n\n## 3 Aktiviteter\n\n"
    "### 3.1 Ungdomsråd i varje kommundel\n\nRådet träffas fyra gånger.\n\nAnsvar: Kulturchefen\n\nTidplan: våren 2026\n\n"
    "### 3.2 Lekbuss till byarna\n\nAnsvarig: Fritidsenheten\n\nKlart: 30/8\n",
    "plan | year 2026 | title Handlingsplan för barnets rättigheter 2026\n"
    "activity | title Ungdomsråd i varje kommundel | description Rådet träffas fyra gånger./Tidplan: våren 2026 | responsible Kulturchefen\n"
    "activity | title Lekbuss till byarna | responsible Fritidsenheten | due-on 2026-08-30\n" },
  { "/shapes/numbered-paragraphs", "plan.txt",
    "Handlingsplan barnrätt 2026\n\nÅtgärder\n\n"
    "Åtgärd 1: Öppna en samtalsgrupp\nVi börjar i liten skala.\nAnsvarig: Familjeenheten\nTidplan: 30/6\n\n"
    "Åtgärd 2 – Skriva till alla femåringar\nAnsvarig: Biblioteket\nTidplan: löpande\n",
    "plan | year 2026 | title Handlingsplan barnrätt 2026\n"
    "activity | title Öppna en samtalsgrupp | description Vi börjar i liten skala. | responsible Familjeenheten | due-on 2026-06-30\n"
    "activity | title Skriva till alla femåringar | description Tidplan: löpande | responsible Biblioteket\n" },
};

static void
assert_draft (BarnDraft  *draft,
              const char *expected)
{
  g_autofree char *plan = barn_test_describe_plan (draft);

  g_assert_cmpstr (plan, ==, expected);
}

/* Written in a format that is read too, and read again */
static void
assert_same_through (BarnDocument *document,
                     BarnFormat    format,
                     const char   *expected)
{
  g_autofree char *name = g_strconcat ("plan.", barn_format_get_extension (format), NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = barn_document_to_bytes (document, format, NULL, &error);
  g_autoptr (BarnDocument) again = NULL;
  g_autoptr (BarnDraft) draft = NULL;

  g_assert_no_error (error);
  again = barn_document_read_bytes (bytes, name, NULL, &error);
  g_assert_no_error (error);
  draft = barn_draft_recognise (again, NULL, &error);
  g_assert_no_error (error);
  assert_draft (draft, expected);
}

static void
test_shape (gconstpointer data)
{
  const Shape *shape = data;
  g_autoptr (BarnDocument) document = barn_test_read_document (shape->text, shape->name);
  g_autoptr (BarnDraft) draft = barn_test_recognise (shape->text, shape->name);

  assert_draft (draft, shape->expected);
  if (!g_str_has_suffix (shape->name, ".md"))
    return;
  assert_same_through (document, BARN_FORMAT_DOCX, shape->expected);
  if (barn_format_can_write (BARN_FORMAT_ODT))
    assert_same_through (document, BARN_FORMAT_ODT, shape->expected);
}

static void
add_cell (BarnNode   *row,
          const char *text,
          guint       columns,
          guint       rows)
{
  BarnNode *cell = barn_node_append (row, barn_node_new (BARN_NODE_CELL));

  barn_node_set_spans (cell, columns, rows);
  barn_node_add_span (cell, text, BARN_SPAN_PLAIN, NULL);
}

/* One who is responsible for two activities, in a cell over two rows */
static void
test_merged_cells (void)
{
  static const char *const expected =
    "plan | year 2026 | title Handlingsplan barnrätt 2026\n"
    "activity | title Öppna lekbiblioteket | description Tidplan: hösten | responsible Stab\n"
    "activity | title Cykla med barnen | responsible Stab | due-on 2026-05-04\n";
  g_autoptr (BarnDocument) document = barn_document_new ();
  BarnNode *body = barn_document_get_body (document);
  BarnNode *table, *row;

  barn_node_append (body, barn_node_new_heading (1, "Handlingsplan barnrätt 2026"));
  barn_node_append (body, barn_node_new_heading (2, "Aktiviteter"));
  table = barn_node_append (body, barn_node_new (BARN_NODE_TABLE));
  row = barn_node_append (table, barn_node_new (BARN_NODE_ROW));
  add_cell (row, "Ansvarig", 1, 1);
  add_cell (row, "Aktivitet", 1, 1);
  add_cell (row, "Tidplan", 1, 1);
  row = barn_node_append (table, barn_node_new (BARN_NODE_ROW));
  add_cell (row, "Stab", 1, 2);
  add_cell (row, "Öppna lekbiblioteket", 1, 1);
  add_cell (row, "hösten", 1, 1);
  row = barn_node_append (table, barn_node_new (BARN_NODE_ROW));
  add_cell (row, "Cykla med barnen", 1, 1);
  add_cell (row, "4 maj", 1, 1);

  assert_same_through (document, BARN_FORMAT_DOCX, expected);
}

/* The row says whether what stands there became a day */
static void
test_reasons (void)
{
  g_autoptr (BarnDraft) draft = barn_test_recognise ("# Handlingsplan barnrätt 2026\n\n## Åtgärder\n\n"
                                                     "| Åtgärd | Tidplan |\n|---|---|\n| Måla | 30/6 |\n| Rita | våren |\n", "plan.md");
  guint days = 0, words = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (draft)); i++)
    {
      g_autoptr (BarnDraftLine) line = g_list_model_get_item (G_LIST_MODEL (draft), i);

      if (strcmp (barn_draft_line_get_text (line), "30/6") == 0)
        days += strstr (barn_draft_line_get_reason (line), "is taken for the activity's date") != NULL;
      if (strcmp (barn_draft_line_get_text (line), "våren") == 0)
        words += strstr (barn_draft_line_get_reason (line), "stays as words") != NULL;
    }
  g_assert_cmpuint (days, ==, 1);
  g_assert_cmpuint (words, ==, 1);
}

static double
measure_build (guint n)
{
  g_autoptr (GString) text = g_string_new ("Handlingsplan barnrätt 2026\n\nBakgrund\n\n");
  g_autoptr (BarnDraft) draft = NULL;
  g_autoptr (GPtrArray) items = NULL;
  clock_t start;

  for (guint i = 0; i < n; i++)
    g_string_append (text, "A.\n\n");
  g_string_append (text, "Aktiviteter\n\n- Lyssna\n");
  for (guint i = 0; i < n; i++)
    g_string_append (text, "B.\n\n");
  draft = barn_test_recognise (text->str, "plan.txt");
  start = clock ();
  items = barn_draft_build (draft, NULL);
  g_assert_cmpuint (items->len, >, 2);

  return (double) (clock () - start);
}

/* Long texts of short paragraphs: eight times as many take about eight times as long, of this process's own time, and not sixty-four */
static void
test_linear (void)
{
  double few = measure_build (4000);
  double many = measure_build (32000);

  g_test_message ("4,000: %.0f µs, 32,000: %.0f µs", few, many);
  g_assert_cmpfloat (many, <, few * 30);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (shapes); i++)
    g_test_add_data_func (shapes[i].path, &shapes[i], test_shape);
  g_test_add_func ("/shapes/merged-cells", test_merged_cells);
  g_test_add_func ("/shapes/reasons", test_reasons);
  g_test_add_func ("/shapes/linear", test_linear);

  return g_test_run ();
}

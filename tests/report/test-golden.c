/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Each kind of document as a tree, compared with the one that was looked at and kept in golden/; and the same tree after it was written and
   read. Run with BARNRATT_GOLDEN=write the test keeps what is built now: look at the difference before it is committed. */

#include "config.h"

#include "report-support.h"

#include <string.h>

typedef struct
{
  gboolean whole;    /* with what only paper has: figures, contents, widths, ids; and with what can be said in two ways as it is */
  gboolean in_head;  /* in the header row of a table, whose cells need not say that they are headers */
  GString *out;
} Dump;

static void
dump_facts (Dump     *self,
            BarnNode *node)
{
  guint n_widths;
  const guint *widths;

  if (barn_node_get_header (node) && (self->whole || !self->in_head))
    g_string_append (self->out, " header");
  if (self->whole && barn_node_get_kind (node) == BARN_NODE_CELL && barn_node_get_align (node) == BARN_ALIGN_END)
    g_string_append (self->out, " end");
  if (self->whole && barn_node_get_id (node) != NULL)
    g_string_append_printf (self->out, " #%s", barn_node_get_id (node));
  if (*barn_node_get_caption (node) != '\0')
    g_string_append_printf (self->out, " “%s”", barn_node_get_caption (node));
  if (barn_node_get_kind (node) != BARN_NODE_TABLE || !self->whole)
    return;

  widths = barn_node_get_widths (node, &n_widths);
  for (guint i = 0; i < n_widths; i++)
    g_string_append_printf (self->out, " %u%%", widths[i]);
}

static void
dump_text (Dump     *self,
           BarnNode *node)
{
  for (guint i = 0; i < barn_node_get_n_spans (node); i++)
    {
      const BarnSpan *span = barn_node_get_span (node, i);
      g_auto (GStrv) lines = g_strsplit (span->text, "\n", -1);
      g_autofree char *text = g_strjoinv ("⏎", lines);

      g_string_append_printf (self->out, " %s%s", span->style & BARN_SPAN_BOLD ? "*" : span->style & BARN_SPAN_ITALIC ? "/" : "", text);
    }
}

static void
dump_tree (Dump     *self,
           BarnNode *node,
           guint     depth)
{
  static const char *const names[] = { "body", "heading", "paragraph", "list", "item", "table", "row", "cell", "break", "figure", "contents" };

  for (guint i = 0; i < barn_node_get_n_children (node); i++)
    {
      BarnNode *child = barn_node_get_child (node, i);
      const BarnNodeKind kind = barn_node_get_kind (child);
      const gboolean in_head = self->in_head;

      /* The figure is told by its caption */
      if (!self->whole && (kind == BARN_NODE_FIGURE || kind == BARN_NODE_CONTENTS))
        {
          if (kind == BARN_NODE_FIGURE && *barn_node_get_caption (child) != '\0')
            g_string_append_printf (self->out, "%*sparagraph %s\n", (int) depth * 2, "", barn_node_get_caption (child));
          continue;
        }

      g_string_append_printf (self->out, "%*s%s", (int) depth * 2, "", names[kind]);
      if (kind == BARN_NODE_HEADING || kind == BARN_NODE_CONTENTS)
        g_string_append_printf (self->out, " %u", barn_node_get_level (child));
      if (kind == BARN_NODE_LIST)
        g_string_append (self->out, barn_node_get_list_style (child) == BARN_LIST_BULLET ? " bullet" : " numbers");
      dump_facts (self, child);
      dump_text (self, child);
      if (kind == BARN_NODE_FIGURE)
        g_string_append_printf (self->out, " %s\n%s", barn_figure_get_text (barn_node_get_figure (child)),
                                barn_figure_get_description (barn_node_get_figure (child)));
      /* A cell of one paragraph is its text */
      if (!self->whole && kind == BARN_NODE_CELL && barn_node_get_n_children (child) == 1 &&
          barn_node_get_kind (barn_node_get_child (child, 0)) == BARN_NODE_PARAGRAPH)
        {
          dump_text (self, barn_node_get_child (child, 0));
          g_string_append_c (self->out, '\n');
          continue;
        }
      g_string_append_c (self->out, '\n');
      self->in_head = kind == BARN_NODE_ROW ? barn_node_get_header (child) : in_head;
      dump_tree (self, child, depth + 1);
      self->in_head = in_head;
    }
}

static char *
dup_tree (BarnDocument *document,
          gboolean      whole)
{
  Dump dump = { whole, FALSE, g_string_new (NULL) };

  dump_tree (&dump, barn_document_get_body (document), 0);

  return g_string_free (dump.out, FALSE);
}

/* What the small year lacks of what a document tells */
static void
enrich (Fixture *self)
{
  static const struct { const char *section, *body; } texts[] = {
    { "background", "Barn har rättigheter.\n\nSå här gick det." },
    { "lagesrapport_comment", "Det går bra." },
    { "tjansteskrivelse_officer", "Kim Strand" },
    { "tjansteskrivelse_equality", "Flickor och pojkar får samma stöd." },
    { "tjansteskrivelse_economy", "Ryms inom budget." },
    { "tjansteskrivelse_assessment", "Förvaltningen ser att arbetet ger resultat." },
    { "tjansteskrivelse_recipients", "- Kommunstyrelsen\n- Revisionen" },
  };
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  add_item (items, BARN_KIND_OCCASION, "oc", "plan", "p", "title", "Tertial 1", "cut-off", barn_day_new (2026, 4, 30), NULL);
  add_item (items, BARN_KIND_YEAR_MARK, "ym", "title", "Socialnämnden", "category", "board", "day", barn_day_new (2026, 5, 20), NULL);
  add_item (items, BARN_KIND_LONG_TERM, "lt", "plan", "p", "title", "Ett ungdomsråd", "description", "Som nämnden möter varje år.", NULL);
  barn_model_merge (self->model, items);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    put_section (self, texts[i].section, texts[i].body);
}

static void
test_golden (Fixture       *self,
             gconstpointer  data)
{
  const BarnPaper paper = (BarnPaper) GPOINTER_TO_UINT (data);
  g_autofree char *name = g_strconcat (barn_paper_to_nick (paper), ".tree", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "golden", name, NULL);
  g_autoptr (BarnDocument) document = NULL;
  g_autofree char *tree = NULL;
  g_autofree char *golden = NULL;
  g_autoptr (GError) error = NULL;

  enrich (self);
  document = barn_report_build (paper, self->model, self->plan, barn_profile_get_default (), self->as_of);
  tree = dup_tree (document, TRUE);

  if (g_strcmp0 (g_getenv ("BARNRATT_GOLDEN"), "write") == 0)
    {
      g_file_set_contents (path, tree, -1, &error);
      g_assert_no_error (error);
    }

  g_file_get_contents (path, &golden, NULL, &error);
  g_assert_no_error (error);
  if (strcmp (tree, golden) != 0)
    g_error ("%s is another one now:\n%s", name, tree);
}

/* Word and OpenDocument say what the tree says, but for what only paper has */
static void
test_written_and_read (Fixture       *self,
                       gconstpointer  data)
{
  static const char *const names[] = { "paper.docx", "paper.odt" };
  static const BarnFormat formats[] = { BARN_FORMAT_DOCX, BARN_FORMAT_ODT };

  enrich (self);
  for (guint paper = 0; paper < BARN_N_PAPERS; paper++)
    {
      g_autoptr (BarnDocument) document = barn_report_build ((BarnPaper) paper, self->model, self->plan, barn_profile_get_default (), self->as_of);
      g_autofree char *before = dup_tree (document, FALSE);

      for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
        {
          g_autoptr (GError) error = NULL;
          g_autoptr (GBytes) bytes = barn_document_to_bytes (document, formats[i], NULL, &error);
          g_autoptr (BarnDocument) again = NULL;
          g_autofree char *after = NULL;

          g_assert_no_error (error);
          again = barn_document_read_bytes (bytes, names[i], NULL, &error);
          g_assert_no_error (error);
          after = dup_tree (again, FALSE);
          if (strstr (after, before) == NULL)
            g_error ("%s as %s says\n%s\ninstead of\n%s", barn_paper_to_nick ((BarnPaper) paper), names[i], after, before);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint paper = 0; paper < BARN_N_PAPERS; paper++)
    {
      g_autofree char *path = g_strconcat ("/golden/", barn_paper_to_nick ((BarnPaper) paper), NULL);

      g_test_add (path, Fixture, GUINT_TO_POINTER (paper), fixture_set_up, test_golden, fixture_tear_down);
    }
  g_test_add ("/golden/written-and-read", Fixture, NULL, fixture_set_up, test_written_and_read, fixture_tear_down);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gdk-pixbuf/gdk-pixbuf.h>

#include "barn-document.h"

/* What the tests of documents share */

static inline BarnDocument *
read_data (const void  *data,
           gsize        size,
           const char  *name,
           GError     **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);

  return barn_document_read_bytes (bytes, name, NULL, error);
}

static inline void
dump_node (BarnNode *node,
           GString  *out)
{
  static const char *const names[] = { "body", "h", "p", "list", "item", "table", "row", "cell", "break", "figure", "contents" };
  static const char *const styles[] = { "bullet", "decimal", "alpha", "roman" };
  BarnNodeKind kind = barn_node_get_kind (node);

  if (kind != BARN_NODE_BODY)
    {
      g_string_append_c (out, '(');
      g_string_append (out, names[kind]);
      if (kind == BARN_NODE_HEADING)
        g_string_append_printf (out, "%u", barn_node_get_level (node));
      if (kind == BARN_NODE_LIST)
        g_string_append_printf (out, " %s", styles[barn_node_get_list_style (node)]);
      if (*barn_node_get_label (node) != '\0')
        g_string_append_printf (out, " ‹%s›", barn_node_get_label (node));
      if (barn_node_get_header (node))
        g_string_append (out, " header");
      if (barn_node_get_col_span (node) > 1 || barn_node_get_row_span (node) > 1)
        g_string_append_printf (out, " %ux%u", barn_node_get_col_span (node), barn_node_get_row_span (node));
      if (*barn_node_get_caption (node) != '\0')
        g_string_append_printf (out, " caption=%s", barn_node_get_caption (node));
      if (barn_node_get_id (node) != NULL)
        g_string_append_printf (out, " #%s", barn_node_get_id (node));
    }

  for (guint i = 0; i < barn_node_get_n_spans (node); i++)
    {
      const BarnSpan *span = barn_node_get_span (node, i);
      g_autofree char *text = g_strescape (span->text, NULL);
      g_autofree char *plain = g_strcompress (text);

      g_string_append_c (out, ' ');
      if (span->style & BARN_SPAN_BOLD)
        g_string_append_c (out, '*');
      if (span->style & BARN_SPAN_ITALIC)
        g_string_append_c (out, '/');
      g_string_append_printf (out, "“%s”", plain);
      if (span->href != NULL)
        g_string_append_printf (out, "→%s", span->href);
    }

  for (guint i = 0; i < barn_node_get_n_children (node); i++)
    {
      if (out->len > 0)
        g_string_append_c (out, ' ');
      dump_node (barn_node_get_child (node, i), out);
    }

  if (kind != BARN_NODE_BODY)
    g_string_append_c (out, ')');
}

/* The tree in a line, for comparing with what is expected */
static inline char *
dump (BarnDocument *document)
{
  GString *out = g_string_new (NULL);

  dump_node (barn_document_get_body (document), out);

  return g_string_free (out, FALSE);
}

static inline BarnNode *
add_text (BarnNode     *parent,
          BarnNodeKind  kind,
          const char   *text)
{
  return barn_node_append (parent, barn_node_new_text (kind, text));
}

static inline BarnNode *
add_row (BarnNode          *table,
         gboolean           header,
         const char *const *cells)
{
  BarnNode *row = barn_node_append (table, barn_node_new (BARN_NODE_ROW));

  barn_node_set_header (row, header);
  for (guint i = 0; cells[i] != NULL; i++)
    add_text (row, BARN_NODE_CELL, cells[i]);

  return row;
}

static inline void
add_rich_lists (BarnNode *body)
{
  BarnNode *list = barn_node_append (body, barn_node_new_list (BARN_LIST_BULLET));
  BarnNode *item, *inner;

  add_text (list, BARN_NODE_LIST_ITEM, "Barn och unga får komma till tals innan beslut fattas som rör dem.");
  item = barn_node_append (list, barn_node_new (BARN_NODE_LIST_ITEM));
  add_text (item, BARN_NODE_PARAGRAPH, "Stöd till chefer i tre steg:");
  inner = barn_node_append (item, barn_node_new_list (BARN_LIST_DECIMAL));
  add_text (inner, BARN_NODE_LIST_ITEM, "Kartlägg vilka beslut som rör barn.");
  add_text (inner, BARN_NODE_LIST_ITEM, "Pröva barnets bästa.");
  add_text (inner, BARN_NODE_LIST_ITEM, "Följ upp vad det betydde.");
  item = barn_node_append (list, barn_node_new (BARN_NODE_LIST_ITEM));
  add_text (item, BARN_NODE_PARAGRAPH, "En punkt med två stycken.");
  add_text (item, BARN_NODE_PARAGRAPH, "Det andra stycket hör till samma punkt.");

  list = barn_node_append (body, barn_node_new_list (BARN_LIST_ALPHA));
  add_text (list, BARN_NODE_LIST_ITEM, "första");
  add_text (list, BARN_NODE_LIST_ITEM, "andra");
  list = barn_node_append (body, barn_node_new_list (BARN_LIST_ROMAN));
  add_text (list, BARN_NODE_LIST_ITEM, "ett");
  add_text (list, BARN_NODE_LIST_ITEM, "två");
}

static inline void
add_rich_table (BarnNode *body)
{
  static const guint widths[] = { 28, 30, 14, 28 };
  static const char *const head[] = { "Utvecklingsområde", "Åtgärder", "Status", "Kommentar", NULL };
  static const char *const rows[][5] = {
    { "Barn får information de förstår", "Ta fram brev i lätt språk", "Genomförd", "Breven används av alla enheter sedan mars.", NULL },
    { "Barnets bästa prövas tidigt", "Mall för prövning i nämndens ärenden", "Påbörjad", "Mallen är prövad i sex ärenden. Två av dem fick ett annat beslut.", NULL },
    { "Barn deltar i planeringen", "Referensgrupp med unga", "Ej påbörjad", "", NULL },
  };
  BarnNode *table = barn_node_append (body, barn_node_new (BARN_NODE_TABLE));
  BarnNode *cell, *list;

  barn_node_set_caption (table, "Uppföljning av förra årets utvecklingsområden");
  barn_node_set_widths (table, widths, G_N_ELEMENTS (widths));
  add_row (table, TRUE, head);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    barn_node_set_header (barn_node_get_child (add_row (table, FALSE, rows[i]), 0), TRUE);

  cell = barn_node_get_child (barn_node_get_child (table, 3), 3);
  add_text (cell, BARN_NODE_PARAGRAPH, "Två hinder:");
  list = barn_node_append (cell, barn_node_new_list (BARN_LIST_BULLET));
  add_text (list, BARN_NODE_LIST_ITEM, "ingen lokal på kvällstid");
  add_text (list, BARN_NODE_LIST_ITEM, "ersättning till unga saknas");
}

static inline void
add_merged_table (BarnNode *body)
{
  static const char *const head[] = { "Roll", "Aktivitet", "Antal", NULL };
  static const char *const first[] = { "Chefer", "Ger stöd vid analyser", "12", NULL };
  static const char *const second[] = { "Följer upp i verksamhetsplanen", "4", NULL };
  static const char *const sum[] = { "Summa", "16", NULL };
  BarnNode *table = barn_node_append (body, barn_node_new (BARN_NODE_TABLE));

  add_row (table, TRUE, head);
  barn_node_set_spans (barn_node_get_child (add_row (table, FALSE, first), 0), 1, 2);
  add_row (table, FALSE, second);
  barn_node_set_spans (barn_node_get_child (add_row (table, FALSE, sum), 0), 2, 1);
  for (guint i = 0; i < barn_node_get_n_children (table); i++)
    {
      BarnNode *row = barn_node_get_child (table, i);

      barn_node_set_align (barn_node_get_child (row, barn_node_get_n_children (row) - 1), BARN_ALIGN_END);
    }
}

/* Three bars */
static inline void
draw_bars (cairo_t  *cr,
           double    width,
           double    height,
           gpointer  data)
{
  const double *bars = data;

  for (guint i = 0; i < 3; i++)
    {
      cairo_set_source_rgb (cr, 0.1, 0.3, 0.2 + 0.3 * i);
      cairo_rectangle (cr, 0, i * height / 3, width * bars[i], height / 3 - 4);
      cairo_fill (cr);
      cairo_set_font_size (cr, 12);
      cairo_move_to (cr, width * bars[i] + 4, i * height / 3 + 14);
      cairo_show_text (cr, i == 0 ? "7" : "5");
    }
}

static inline BarnFigure *
make_bars (void)
{
  static double bars[] = { 0.7, 0.5, 0.5 };
  g_autoptr (BarnFigure) figure = barn_figure_new (300, 90, "Stapeldiagram: 7 genomförda, 5 påbörjade & 5 pausade", draw_bars, bars, NULL);

  barn_figure_set_description (figure, "Genomförda 7, påbörjade 5, pausade 5.");

  return g_steal_pointer (&figure);
}

/* A picture file of @width dots in the square, all of one colour */
static inline GBytes *
make_png (int width)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, TRUE, 8, width, width);
  g_autofree char *data = NULL;
  gsize size = 0;

  gdk_pixbuf_fill (pixbuf, 0x1b3a5780);
  g_assert_true (gdk_pixbuf_save_to_buffer (pixbuf, &data, &size, "png", NULL, NULL));

  return g_bytes_new (data, size);
}

static inline void
add_figures (BarnNode *body)
{
  g_autoptr (BarnFigure) bars = make_bars ();
  g_autoptr (GBytes) png = make_png (8);
  g_autoptr (GError) error = NULL;
  g_autoptr (BarnFigure) logo = barn_figure_new_picture (png, 40, 60, "Granviks kommun", &error);
  BarnNode *node;

  g_assert_no_error (error);
  barn_node_append (body, barn_node_new_figure (logo));
  node = barn_node_append (body, barn_node_new_figure (bars));
  barn_node_set_caption (node, "Aktiviteter efter status");
}

/* A document with everything that a reader can make */
static inline BarnDocument *
make_rich_document (void)
{
  BarnDocument *document = barn_document_new ();
  BarnNode *body = barn_document_get_body (document);
  BarnNode *node;

  barn_document_set_title (document, "Barnbokslut 2026");
  barn_document_set_subject (document, "Socialförvaltningen i Granvik");
  barn_document_set_author (document, "Socialförvaltningen");
  barn_document_set_keywords (document, "barnbokslut, barnets rättigheter");
  barn_document_set_date (document, "2027-02-15");
  barn_document_set_footer (document, "Barnbokslut 2026, Socialförvaltningen i Granvik");

  node = barn_node_append (body, barn_node_new_heading (1, "1 Inledning"));
  barn_node_set_id (node, "inledning");
  node = barn_node_append (body, barn_node_new (BARN_NODE_PARAGRAPH));
  barn_node_add_span (node, "Det här är ett ", BARN_SPAN_PLAIN, NULL);
  barn_node_add_span (node, "barnbokslut", BARN_SPAN_BOLD, NULL);
  barn_node_add_span (node, ": en redovisning av vad årets arbete ", BARN_SPAN_PLAIN, NULL);
  barn_node_add_span (node, "betydde för barnen", BARN_SPAN_ITALIC, NULL);
  barn_node_add_span (node, ". Tal som 5 < 7 & 7 > 5 och \"citat\" står som de är. Läs mer hos ", BARN_SPAN_PLAIN, NULL);
  barn_node_add_span (node, "Barnombudsmannen", BARN_SPAN_PLAIN, "https://www.barnombudsmannen.se/?a=1&b=2");
  barn_node_add_span (node, " eller i ", BARN_SPAN_PLAIN, NULL);
  barn_node_add_span (node, "nästa del", BARN_SPAN_PLAIN, "#uppfoljning");
  barn_node_add_span (node, ".\nEn ny rad i samma stycke. 😀", BARN_SPAN_PLAIN, NULL);
  barn_node_append (body, barn_node_new_heading (2, "1.1 Grunden för arbetet"));
  add_text (body, BARN_NODE_PARAGRAPH, "Arbetet utgår från konventionens fyra grundläggande principer och från handlingsplanen för året.");
  add_rich_lists (body);
  node = barn_node_append (body, barn_node_new_heading (1, "2 Uppföljning"));
  barn_node_set_id (node, "uppfoljning");
  barn_node_append (body, barn_node_new_heading (2, "2.1 Förra årets områden"));
  add_text (body, BARN_NODE_PARAGRAPH, "Tre områden följdes upp. Ett är genomfört.");
  add_rich_table (body);
  add_text (body, BARN_NODE_PARAGRAPH, "Tabellen nedan visar aktiviteter per roll.");
  add_merged_table (body);
  barn_node_append (body, barn_node_new_heading (3, "2.1.1 Arabisk text"));
  add_text (body, BARN_NODE_PARAGRAPH, "للأطفال الحق في التعبير عن آرائهم.");
  barn_node_append (body, barn_node_new (BARN_NODE_PAGE_BREAK));
  barn_node_append (body, barn_node_new_heading (1, "3 Nästa år"));
  add_text (body, BARN_NODE_PARAGRAPH, "Slut.");

  return document;
}

/* A document with everything that a writer can meet */
static inline BarnDocument *
make_full_document (void)
{
  BarnDocument *document = make_rich_document ();
  BarnNode *body = barn_document_get_body (document);

  barn_node_append (body, barn_node_new_contents ("Innehåll"));
  add_figures (body);
  add_text (body, BARN_NODE_PARAGRAPH, "Slut på bilagan.");

  return document;
}

/* A long one: a table over many pages, cells of 3,000 characters, marks apart from their letters, names from right to left */
static inline BarnDocument *
make_long_document (guint n_rows)
{
  static const char *const head[] = { "Aktivitet", "Ansvarig", "Vad som hände", NULL };
  static const char *const names[] = { "Enheten för stöd", "فاطمة الزهراء", "Åsa O\xCC\x88stlund", "שרה לוי", "Fältgruppen 👩‍👧 🎉" };
  BarnDocument *document = barn_document_new ();
  BarnNode *body = barn_document_get_body (document);
  g_autoptr (GString) story = g_string_new (NULL);
  BarnNode *table;

  while (story->len < 3000)
    g_string_append (story, "Barnen fick berätta vad de tyckte om A\xCC\x8Arsta fritidsgård, och det ändrade planen. ");

  g_string_truncate (story, story->len - 1);
  barn_document_set_title (document, "Lång handlingsplan");
  barn_document_set_date (document, "2026-11-22");
  barn_document_set_footer (document, "Lång handlingsplan, Granvik");
  barn_node_append (body, barn_node_new_contents ("Innehåll"));
  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *title = g_strdup_printf ("%u Förflyttning om inflytande, trygghet och en meningsfull fritid för alla barn i Granvik", i + 1);

      barn_node_append (body, barn_node_new_heading (1, title));
      add_text (body, BARN_NODE_PARAGRAPH, story->str);
      barn_node_append (body, barn_node_new_heading (2, "Så här går det"));
      add_text (body, BARN_NODE_PARAGRAPH, "Kort text.");
    }

  table = barn_node_append (body, barn_node_new (BARN_NODE_TABLE));
  barn_node_set_caption (table, "Alla aktiviteter");
  add_row (table, TRUE, head);
  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *title = g_strdup_printf ("Aktivitet nummer %u om barns delaktighet", i + 1);
      g_autofree char *part = g_utf8_substring (story->str, 0, i % 25 == 3 ? 2900 : (i * 37) % 400);
      const char *cells[] = { title, names[i % G_N_ELEMENTS (names)], g_strchomp (part), NULL };

      barn_node_set_header (barn_node_get_child (add_row (table, FALSE, cells), 0), TRUE);
    }
  add_text (body, BARN_NODE_PARAGRAPH, "Slut.");

  return document;
}

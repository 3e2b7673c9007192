/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-furniture"

#include "config.h"

#include "barn-furniture.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "barn-text.h"

/* Longer lines are no page heads */
#define MAX_WIDTH 80
/* How far from a page's edge its head and foot stand, in lines */
#define EDGE 3
/* Where nothing tells where pages end, a line is a page head when it stands alone this often */
#define MIN_ALONE 3
/* So many empty lines tell of an edge */
#define EDGE_BLANKS 3
#define MAX_FIELDS 8

static void
mark (BarnFlowLine *line,
      const char   *reason)
{
  barn_flow_line_take (line, BARN_TAKEN_FURNITURE, reason);
}

/* The line as it stood, for what looks at its digits and dashes */
static char *
dup_whole (const BarnFlowLine *line)
{
  return *line->label != '\0' ? g_strconcat (line->label, " ", line->text, NULL) : g_strdup (line->text);
}

static void
mark_page_numbers (BarnFlow *flow)
{
  for (guint i = 0; i < flow->lines->len; i++)
    {
      BarnFlowLine *line = barn_flow_get (flow, i);
      g_autofree char *whole = NULL;

      /* "30/6" in a table is a day */
      if (!line->hard || line->width > MAX_WIDTH || line->column != BARN_COLUMN_NONE)
        continue;
      whole = dup_whole (line);
      if (barn_wording_is_page_number (whole))
        mark (line, N_("It is the number of a page."));
    }
}

/* Lines near the edge of a page: those around a page break, a page's number and a letterhead */
static gboolean *
find_edges (BarnFlow *flow)
{
  guint n = flow->lines->len;
  gboolean *edges = g_new0 (gboolean, n);

  for (guint i = 0; i < n; i++)
    {
      BarnFlowLine *line = barn_flow_get (flow, i);
      gboolean furniture = line->decided && !barn_mark_is_bullet (line->text);

      if (!line->page_break && !furniture)
        continue;
      for (guint k = i >= EDGE ? i - EDGE : 0; k < MIN (n, i + EDGE + 1); k++)
        edges[k] = TRUE;
    }

  return edges;
}

/* Folded, without a number at the end: what stands before it is the same on each page */
static char *
make_key (const BarnFlowLine *line)
{
  char *key = barn_fold (line->text);
  gsize n = strlen (key);

  while (n > 0 && (g_ascii_isdigit (key[n - 1]) || key[n - 1] == ' '))
    key[--n] = '\0';

  return key;
}

static gboolean
can_be_head (const BarnFlowLine *line)
{
  return line->hard && !line->decided && line->form == BARN_MARK_NONE && line->width <= MAX_WIDTH &&
         !barn_wording_read_heading (line->text).whole;
}

static gboolean
stands_alone (BarnFlow *flow,
              guint     index)
{
  BarnFlowLine *line = barn_flow_get (flow, index);

  return line->blanks >= EDGE_BLANKS ||
         (index + 1 < flow->lines->len && barn_flow_get (flow, index + 1)->blanks >= EDGE_BLANKS);
}

static guint
count_key (GHashTable *counts,
           const char *key)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (counts, key));
}

/* The name of a role can come to stand at an edge twice */
static guint
get_needed (const BarnFlowLine *line)
{
  return barn_wording_is_role (line->text) ? 3 : 2;
}

/* Short lines that come again near the edges of pages. The first time one stands before all text it is the title. */
static void
mark_repeated (BarnFlow *flow)
{
  g_autofree gboolean *edges = find_edges (flow);
  g_autoptr (GHashTable) near_edge = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) alone = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = EDGE; i < flow->lines->len; i++)
      {
        BarnFlowLine *line = barn_flow_get (flow, i);
        gboolean is_alone = stands_alone (flow, i);
        g_autofree char *key = NULL;

        if ((!edges[i] && !is_alone) || !can_be_head (line))
          continue;
        key = make_key (line);
        if (pass == 0)
          {
            if (edges[i])
              g_hash_table_replace (near_edge, g_strdup (key), GUINT_TO_POINTER (count_key (near_edge, key) + 1));
            if (is_alone)
              g_hash_table_replace (alone, g_strdup (key), GUINT_TO_POINTER (count_key (alone, key) + 1));
          }
        else if ((edges[i] && count_key (near_edge, key) >= get_needed (line)) || (is_alone && count_key (alone, key) >= MIN_ALONE))
          {
            mark (line, N_("The same short line stands at the edge of several pages."));
          }
      }
}

static void
mark_values (BarnFlow *flow,
             guint     first,
             guint     n,
             int       step)
{
  for (gint64 i = first; n > 0 && i >= 0 && i < flow->lines->len; i += step, n--)
    {
      BarnFlowLine *line = barn_flow_get (flow, (guint) i);

      if (line->decided || !barn_wording_is_field_value (line->text))
        return;
      mark (line, N_("It stands in a field of the letterhead."));
    }
}

/* The names of the fields of a letterhead stand in a row, and what is in them in another before or after */
static void
mark_letterheads (BarnFlow *flow)
{
  for (guint i = 0; i < flow->lines->len;)
    {
      guint n = 0;

      while (i + n < flow->lines->len && n < MAX_FIELDS && barn_wording_is_field_name (barn_flow_get (flow, i + n)->text))
        mark (barn_flow_get (flow, i + n++), N_("It is the name of a field in the letterhead."));
      if (n > 0)
        {
          if (i > 0)
            mark_values (flow, i - 1, n, -1);
          mark_values (flow, i + n, n, 1);
        }
      i += MAX (1, n);
    }
}

/* "Bakgrund ........ 3" */
static gboolean
has_leader (const char *text)
{
  gsize n = strlen (text);
  gsize end;

  while (n > 0 && g_ascii_isdigit (text[n - 1]))
    n--;
  if (text[n] == '\0')
    return FALSE;
  end = n;
  while (n > 0 && (text[n - 1] == '.' || text[n - 1] == ' ' || text[n - 1] == '_'))
    n--;

  return end - n >= 3 || g_str_has_suffix (text, "…");
}

static gboolean
has_contents_style (const char *style)
{
  g_autofree char *folded = style != NULL ? barn_fold (style) : NULL;

  return folded != NULL &&
         (g_str_has_prefix (folded, "toc") || g_str_has_prefix (folded, "contents") || g_str_has_prefix (folded, "innehåll"));
}

/* "Bakgrund 3", under the heading Innehåll */
static gboolean
ends_with_page (const char *text)
{
  gsize n = strlen (text);
  gsize digits = 0;

  while (digits < n && g_ascii_isdigit (text[n - 1 - digits]))
    digits++;

  return digits > 0 && digits < 4 && digits < n && text[n - 1 - digits] == ' ';
}

static void
mark_contents (BarnFlow *flow)
{
  gboolean listed = FALSE;

  for (guint i = 0; i < flow->lines->len; i++)
    {
      BarnFlowLine *line = barn_flow_get (flow, i);

      if (line->decided || line->width > 2 * MAX_WIDTH)
        continue;
      if (has_contents_style (line->style) || has_leader (line->text) || (listed && ends_with_page (line->text)))
        {
          mark (line, N_("It is a line of the contents."));
          continue;
        }
      listed = barn_wording_read_heading (line->text).part == BARN_PART_CONTENTS;
      if (listed)
        mark (line, N_("It is the heading of the contents."));
    }
}

/* Text out of a PDF can have its bullets on lines of their own, before the items they belong to */
static void
give_bullets (BarnFlow *flow)
{
  guint bullets = 0;

  for (guint i = 0; i < flow->lines->len; i++)
    {
      BarnFlowLine *line = barn_flow_get (flow, i);

      if (line->hard && line->form == BARN_MARK_NONE && barn_mark_is_bullet (line->text))
        {
          bullets++;
          mark (line, N_("It is a bullet; the item stands on a line of its own."));
        }
      else if (bullets > 0 && !line->decided && g_unichar_isupper (g_utf8_get_char (line->text)))
        {
          line->form = BARN_MARK_BULLET;
          bullets--;
        }
    }
}

/**
 * barn_furniture_mark:
 * @flow: lines of a document
 *
 * Finds what belongs to the pages and not to the text: numbers of pages, heads and feet, the letterhead and the contents.
 */
void
barn_furniture_mark (BarnFlow *flow)
{
  give_bullets (flow);
  mark_letterheads (flow);
  mark_page_numbers (flow);
  mark_repeated (flow);
  mark_contents (flow);
}

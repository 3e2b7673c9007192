/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-activity-columns"

#include "config.h"

#include "barn-activity-columns.h"

#include <string.h>

#define SPACING 12
#define ICON_WIDTH 22
#define TITLE_CHARS 34

/* The word for no column but those that are always there */
#define NO_COLUMNS "none"

/* Widths in characters of the font, so that they grow with the text; and what a column may grow to where the title has room enough: a
   responsible unit and role on two lines, a date with its year on one */
static const struct
{
  int chars;
  int more;
} widths[BARN_N_ACTIVITY_ORDERS] = {
  [BARN_ACTIVITY_ORDER_STATUS] = { 12, 0 },
  [BARN_ACTIVITY_ORDER_RESPONSIBLE] = { 18, 12 },
  [BARN_ACTIVITY_ORDER_ROLES] = { 14, 12 },
  [BARN_ACTIVITY_ORDER_SHIFTS] = { 10, 0 },
  [BARN_ACTIVITY_ORDER_ARTICLES] = { 10, 0 },
  [BARN_ACTIVITY_ORDER_START] = { 14, 3 },
  [BARN_ACTIVITY_ORDER_DUE] = { 14, 3 },
  [BARN_ACTIVITY_ORDER_FIRST_DUE] = { 16, 3 },
  [BARN_ACTIVITY_ORDER_FOLLOW_UP] = { 14, 3 },
};

static gboolean
has_column (guint columns,
            guint order)
{
  return (columns & BARN_ACTIVITY_COLUMN (order)) != 0;
}

/**
 * barn_activity_columns_to_text:
 * @columns: which are shown
 *
 * Returns: (transfer full) (nullable): their words in order; %NULL for the usual ones
 */
char *
barn_activity_columns_to_text (guint columns)
{
  GString *text;

  columns |= BARN_ACTIVITY_COLUMNS_FIXED;
  if (columns == BARN_ACTIVITY_COLUMNS_USUAL)
    return NULL;

  text = g_string_new (NULL);
  for (guint i = BARN_ACTIVITY_ORDER_RESPONSIBLE; i < BARN_N_ACTIVITY_ORDERS; i++)
    if (has_column (columns, i))
      g_string_append_printf (text, "%s%s", text->len > 0 ? "," : "", barn_activity_order_to_nick ((BarnActivityOrder) i));

  return g_string_free (text->len > 0 ? text : g_string_append (text, NO_COLUMNS), FALSE);
}

/**
 * barn_activity_columns_from_text:
 * @text: (nullable): what barn_activity_columns_to_text() wrote, of this version or another
 *
 * Returns: which columns are shown; the usual ones for nothing, or for words of which none is known
 */
guint
barn_activity_columns_from_text (const char *text)
{
  guint columns = BARN_ACTIVITY_COLUMNS_FIXED;
  g_auto (GStrv) words = g_strsplit (text != NULL ? text : "", ",", -1);
  gboolean known = FALSE;

  for (guint i = 0; words[i] != NULL; i++)
    {
      BarnActivityOrder order = barn_activity_order_from_nick (g_strstrip (words[i]));

      if (order != BARN_ACTIVITY_ORDER_PLAN)
        columns |= BARN_ACTIVITY_COLUMN (order);
      known |= order != BARN_ACTIVITY_ORDER_PLAN || strcmp (words[i], NO_COLUMNS) == 0;
    }

  return known ? columns : BARN_ACTIVITY_COLUMNS_USUAL;
}

/* What is left over goes to the dates first, then in equal parts to the title and to what may be long; returns what was taken */
static int
widen (BarnActivityColumns *self,
       gboolean             dates,
       int                  character,
       int                  left)
{
  guint n_columns = 0;
  int taken = 0;

  for (guint i = 0; i < BARN_N_ACTIVITY_ORDERS; i++)
    if (self->width[i] > 0 && widths[i].more > 0 && (widths[i].more <= 3) == dates)
      n_columns++;
  for (guint i = 0; i < BARN_N_ACTIVITY_ORDERS; i++)
    if (self->width[i] > 0 && widths[i].more > 0 && (widths[i].more <= 3) == dates)
      {
        int more = MIN (left / (int) (dates ? n_columns : n_columns + 1), widths[i].more * character);

        self->width[i] += more;
        taken += more;
      }

  return taken;
}

/**
 * barn_activity_columns_compute:
 * @self: (out caller-allocates): where to put it
 * @widget: whose font counts
 * @columns: which are shown
 * @width: of the row
 */
void
barn_activity_columns_compute (BarnActivityColumns *self,
                               GtkWidget           *widget,
                               guint                columns,
                               int                  width)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int character = PANGO_PIXELS_CEIL (pango_font_metrics_get_approximate_char_width (metrics));
  int left = width - TITLE_CHARS * character;
  int x = 0;

  pango_font_metrics_unref (metrics);
  memset (self, 0, sizeof *self);

  columns |= BARN_ACTIVITY_COLUMNS_FIXED;
  for (guint i = 0; i < BARN_N_ACTIVITY_ORDERS; i++)
    if (has_column (columns, i) && i != BARN_ACTIVITY_ORDER_TITLE)
      {
        self->width[i] = widths[i].chars * character + (i == BARN_ACTIVITY_ORDER_STATUS ? ICON_WIDTH : 0);
        left -= self->width[i] + SPACING;
      }

  self->narrow = left < 0;
  if (self->narrow)
    {
      self->x[BARN_ACTIVITY_ORDER_TITLE] = 16 + SPACING;
      self->width[BARN_ACTIVITY_ORDER_TITLE] = MAX (width - 16 - SPACING, 0);
      return;
    }

  left -= widen (self, TRUE, character, left);
  left -= widen (self, FALSE, character, left);
  self->width[BARN_ACTIVITY_ORDER_TITLE] = TITLE_CHARS * character + left;
  for (guint i = BARN_ACTIVITY_ORDER_STATUS; i < BARN_N_ACTIVITY_ORDERS; i++)
    {
      self->x[i] = x;
      if (self->width[i] > 0)
        x += self->width[i] + SPACING;
    }
}

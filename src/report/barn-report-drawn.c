/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-report-drawn"

#include "config.h"

#include "barn-report-private.h"

#include <pango/pangocairo.h>
#include <string.h>

#include "barn-drawing.h"

/* The same words in every document */
#define GROUP "figures"
#define CURVE_HEIGHT 150

static void
free_bar (gpointer data)
{
  BarnBar *bar = data;

  g_free (bar->name);
  g_free (bar);
}

/* What a figure of bars draws: it lives as long as the document */
typedef struct
{
  GPtrArray *bars;
  char      *words[BARN_N_STATUSES];
} Bars;

static void
bars_free (gpointer data)
{
  Bars *self = data;

  g_ptr_array_unref (self->bars);
  for (guint i = 0; i < BARN_N_STATUSES; i++)
    g_free (self->words[i]);
  g_free (self);
}

static void
draw_bars (cairo_t  *cr,
           double    width,
           double    height,
           gpointer  data)
{
  Bars *self = data;

  barn_drawing_bars (cr, width, height, self->bars, self->words, &barn_drawing_paper);
}

static void
add_bar (Bars            *self,
         char            *name,
         const BarnTally *tally)
{
  BarnBar *bar = g_new0 (BarnBar, 1);

  bar->name = name;
  bar->tally = *tally;
  g_ptr_array_add (self->bars, bar);
}

/* "Chefer: påbörjad 1 och genomförd 2." */
static void
append_words (GString         *text,
              BarnReport      *self,
              const char      *name,
              const BarnTally *tally)
{
  g_autofree char *statuses = barn_report_dup_statuses (tally, self->profile);

  g_string_append_printf (text, "%s%s: %s.", text->len > 0 ? " " : "", name, statuses);
}

static BarnFigure *
new_bars (BarnReport *self,
          Bars       *bars)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < bars->bars->len; i++)
    {
      const BarnBar *bar = g_ptr_array_index (bars->bars, i);

      append_words (text, self, bar->name, &bar->tally);
    }

  return barn_figure_new (BARN_FIGURE_MAX_WIDTH, barn_drawing_get_bars_height (bars->bars->len), text->str, draw_bars, bars, bars_free);
}

/*
 * barn_report_append_bars:
 * @self: a report
 *
 * Appends a figure: for each role how many activities have which status, all at the bottom. Nothing where there are no activities.
 */
void
barn_report_append_bars (BarnReport *self)
{
  GListModel *roles = barn_model_get_roles (self->model);
  g_autofree char *caption = barn_report_fill (self, GROUP, "by_role_figure");
  Bars *bars = g_new0 (Bars, 1);
  g_autoptr (BarnFigure) figure = NULL;
  BarnTally all = { 0 };
  BarnNode *node;

  bars->bars = g_ptr_array_new_with_free_func (free_bar);
  for (guint i = 0; i < BARN_N_STATUSES; i++)
    bars->words[i] = barn_profile_dup_status (self->profile, (BarnStatus) i);

  for (guint i = 0; i < g_list_model_get_n_items (roles); i++)
    {
      g_autoptr (BarnRole) role = g_list_model_get_item (roles, i);
      BarnTally tally = { 0 };

      barn_tally_role (&tally, self->plan, barn_item_get_id (BARN_ITEM (role)), self->as_of);
      if (tally.total > 0)
        add_bar (bars, barn_profile_dup_role (self->profile, barn_role_get_name (role)), &tally);
    }

  barn_tally_plan (&all, self->plan, self->as_of);
  add_bar (bars, barn_profile_dup_text (self->profile, GROUP, "all"), &all);

  figure = new_bars (self, bars);
  if (all.total == 0)
    return;

  node = barn_node_append (self->body, barn_node_new_figure (figure));
  barn_node_set_caption (node, caption);
}

/* What the figure of large numbers draws */
typedef struct
{
  BarnTally  tally;
  char      *words[BARN_N_STATUSES];
} Counts;

static void
counts_free (gpointer data)
{
  Counts *self = data;

  for (guint i = 0; i < BARN_N_STATUSES; i++)
    g_free (self->words[i]);
  g_free (self);
}

static void
draw_counts (cairo_t  *cr,
             double    width,
             double    height,
             gpointer  data)
{
  Counts *self = data;

  barn_drawing_counts (cr, width, height, &self->tally, self->words, &barn_drawing_paper);
}

/*
 * barn_report_append_counts:
 * @self: a report
 * @text: what the figure shows, in sentences
 *
 * Appends a figure: how many activities have which status, in large numbers and the words of the document. Nothing where there are none.
 */
void
barn_report_append_counts (BarnReport *self,
                           const char *text)
{
  g_autoptr (BarnFigure) figure = NULL;
  BarnTally tally = { 0 };
  Counts *counts;

  barn_tally_plan (&tally, self->plan, self->as_of);
  if (tally.total == 0)
    return;

  counts = g_new0 (Counts, 1);
  counts->tally = tally;
  for (guint i = 0; i < BARN_N_STATUSES; i++)
    {
      g_autofree char *key = g_strconcat ("figure_", barn_status_to_nick ((BarnStatus) i), NULL);

      counts->words[i] = barn_report_fill (self, self->group, key);
    }

  figure = barn_figure_new (BARN_FIGURE_MAX_WIDTH, BARN_DRAWING_COUNTS_HEIGHT, text, draw_counts, counts, counts_free);
  barn_node_append (self->body, barn_node_new_figure (figure));
}

/* What the figure of the year draws */
typedef struct
{
  GArray  *points;
  guint    year;
  BarnDay  as_of;
  char    *language;
} Year;

static void
year_free (gpointer data)
{
  Year *self = data;

  g_array_unref (self->points);
  g_free (self->language);
  g_free (self);
}

static void
draw_year (cairo_t  *cr,
           double    width,
           double    height,
           gpointer  data)
{
  Year *self = data;
  PangoContext *context = pango_cairo_create_context (cr);
  PangoFontDescription *font = pango_font_description_from_string ("Sans 8");

  pango_context_set_font_description (context, font);
  pango_font_description_free (font);
  barn_drawing_curve (cr, width, height, self->points, self->year, self->as_of, self->language, context, &barn_drawing_paper);
  g_object_unref (context);
}

/*
 * barn_report_append_curve:
 * @self: a report
 *
 * Appends a figure: how many activities had which status on each day of the year until the day of the document. Nothing where the year had not
 * begun, or there are no activities.
 */
void
barn_report_append_curve (BarnReport *self)
{
  guint number = barn_plan_get_year (self->plan);
  BarnDay first = barn_day_new (number, 1, 1);
  BarnDay last = MIN (barn_day_new (number, 12, 31), self->as_of);
  g_autofree char *caption = barn_report_fill (self, GROUP, "curve_figure");
  g_autofree char *began = NULL;
  g_autofree char *stands = NULL;
  g_autofree char *text = NULL;
  g_autoptr (BarnFigure) figure = NULL;
  const BarnTally *now;
  Year *year;

  if (last < first || g_list_model_get_n_items (barn_plan_get_activities (self->plan)) == 0)
    return;

  year = g_new0 (Year, 1);
  year->points = barn_figures_curve (self->plan, first, last);
  year->year = number;
  year->as_of = self->as_of;
  year->language = barn_profile_dup_language (self->profile);
  year->language[strcspn (year->language, "-_")] = '\0';

  now = &g_array_index (year->points, BarnCurvePoint, year->points->len - 1).tally;
  began = barn_report_dup_statuses (&g_array_index (year->points, BarnCurvePoint, 0).tally, self->profile);
  stands = barn_report_dup_statuses (now, self->profile);
  text = barn_profile_fill (self->profile, GROUP, "curve_text", "began", began, "stands", stands, "date", self->date, NULL);

  figure = barn_figure_new (BARN_FIGURE_MAX_WIDTH, CURVE_HEIGHT, text, draw_year, year, year_free);
  barn_node_set_caption (barn_node_append (self->body, barn_node_new_figure (figure)), caption);
}

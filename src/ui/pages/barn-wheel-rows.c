/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-wheel-rows"

#include "config.h"

#include "barn-wheel-rows.h"

#include <glib/gi18n-lib.h>

#include "barn-ui.h"
#include "barn-wheel.h"
#include "barn-year.h"

#define ALL_YEAR 0
#define NO_DATE 13

typedef struct
{
  guint     heading;
  BarnDay   day;
  guint     place;
  gpointer  item;
} Row;

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const Row *left = a;
  const Row *right = b;

  if (left->heading != right->heading)
    return left->heading < right->heading ? -1 : 1;
  if (left->day != right->day)
    return left->day < right->day ? -1 : 1;

  return left->place < right->place ? -1 : 1;
}

static void
add_row (GArray   *rows,
         guint     heading,
         BarnDay   day,
         gpointer  item)
{
  Row row = { heading, day, rows->len, item };

  g_array_append_val (rows, row);
}

static void
add_activity (GArray       *rows,
              BarnActivity *activity,
              BarnDay       first,
              BarnDay       last)
{
  const BarnDay start = barn_activity_get_start_on (activity);
  const BarnDay due = barn_activity_get_due_on (activity);
  const gboolean starts_before = start == BARN_DAY_NONE || start < first;
  const gboolean ends_after = due == BARN_DAY_NONE || due > last;

  if (due >= first && due <= last)
    add_row (rows, barn_day_get_month (due), due, activity);
  else if (start >= first && start <= last)
    add_row (rows, barn_day_get_month (start), start, activity);
  else if (starts_before && ends_after && (start != BARN_DAY_NONE || due != BARN_DAY_NONE))
    add_row (rows, ALL_YEAR, first, activity);
  else
    add_row (rows, NO_DATE, first, activity);
}

/* A mark that is in the year twice (a week at its end, and the same week a year before) is told once */
static void
add_dates (GArray    *rows,
           BarnModel *model,
           BarnPlan  *plan,
           BarnDay    first,
           BarnDay    last)
{
  g_autoptr (GArray) events = barn_year_list_events (model, plan, first, last);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < events->len; i++)
    {
      const BarnYearEvent *event = &g_array_index (events, BarnYearEvent, i);
      const BarnDay day = MAX (event->first, first);

      if ((event->type == BARN_YEAR_EVENT_OCCASION || event->type == BARN_YEAR_EVENT_MARK) && g_hash_table_add (seen, event->item))
        add_row (rows, barn_day_get_month (day), day, event->item);
    }
}

/**
 * barn_wheel_rows_new_headings:
 *
 * Returns: (transfer full) (element-type GtkStringObject): the headings that a list can have, in their order
 */
GPtrArray *
barn_wheel_rows_new_headings (void)
{
  GPtrArray *headings = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (headings, gtk_string_object_new (_("All Year")));
  for (guint month = 1; month <= 12; month++)
    {
      g_autofree char *name = barn_wheel_dup_month (barn_ui_get_language (), month);
      g_autofree char *first = g_utf8_substring (name, 0, 1);
      g_autofree char *upper = g_utf8_strup (first, -1);
      g_autofree char *heading = g_strconcat (upper, g_utf8_next_char (name), NULL);

      g_ptr_array_add (headings, gtk_string_object_new (heading));
    }
  g_ptr_array_add (headings, gtk_string_object_new (_("No Date in the Year")));

  return headings;
}

/**
 * barn_wheel_rows_list:
 * @model: the model that @plan is in
 * @plan: the plan of the year
 * @headings: (element-type GtkStringObject): what barn_wheel_rows_new_headings() made
 *
 * Returns: (transfer container) (element-type GObject): the rows, held by the model and by @headings
 */
GPtrArray *
barn_wheel_rows_list (BarnModel *model,
                      BarnPlan  *plan,
                      GPtrArray *headings)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (Row));
  GListModel *activities = barn_plan_get_activities (plan);
  const guint n_activities = g_list_model_get_n_items (activities);
  const BarnDay first = barn_day_new (barn_plan_get_year (plan), 1, 1);
  const BarnDay last = barn_day_new (barn_plan_get_year (plan), 12, 31);
  GPtrArray *list;
  guint heading = G_MAXUINT;

  add_dates (rows, model, plan, first, last);
  for (guint i = 0; i < n_activities; i++)
    {
      g_autoptr (BarnActivity) activity = g_list_model_get_item (activities, i);

      add_activity (rows, activity, first, last);
    }
  g_array_sort (rows, compare_rows);

  list = g_ptr_array_sized_new (rows->len + BARN_WHEEL_N_HEADINGS);
  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = &g_array_index (rows, Row, i);

      if (row->heading != heading)
        g_ptr_array_add (list, g_ptr_array_index (headings, row->heading));
      heading = row->heading;
      g_ptr_array_add (list, row->item);
    }

  return list;
}

static char *
dup_dates (BarnDay first,
           BarnDay last)
{
  g_autofree char *from = barn_ui_format_day (first);
  g_autofree char *until = barn_ui_format_day (last);

  if (last == BARN_DAY_NONE && first != BARN_DAY_NONE)
    /* Translators: when an activity starts that has no due date: “from 1 March” */
    return g_strdup_printf (_("from %s"), from);
  if (first == BARN_DAY_NONE && last != BARN_DAY_NONE)
    /* Translators: when an activity is due that has no start: “by 30 June” */
    return g_strdup_printf (_("by %s"), until);
  if (first == last)
    return g_steal_pointer (&until);

  return g_strdup_printf ("%s – %s", from, until);
}

static char *
dup_mark_subtitle (BarnPlan     *plan,
                   BarnYearMark *mark)
{
  BarnDay first = BARN_DAY_NONE;
  BarnDay last = BARN_DAY_NONE;
  g_autofree char *dates = NULL;
  g_autofree char *week = NULL;

  barn_year_mark_find (mark, barn_plan_get_year (plan), &first, &last);
  dates = dup_dates (first, last);
  if (!barn_year_mark_get_by_week (mark) || first == BARN_DAY_NONE)
    return g_strdup_printf ("%s · %s", dates, barn_mark_category_get_label (barn_year_mark_get_category (mark)));

  week = barn_day_format (first, BARN_DAY_WEEK, barn_ui_get_language (), barn_clock_get_today ());
  return g_strdup_printf ("%s, %s · %s", week, dates, barn_mark_category_get_label (barn_year_mark_get_category (mark)));
}

/**
 * barn_wheel_rows_dup_subtitle:
 * @model: the model that @item is in
 * @plan: the plan of the year
 * @item: an activity, an occasion or a mark
 *
 * Returns: (transfer full): when it is, and whose or what sort
 */
char *
barn_wheel_rows_dup_subtitle (BarnModel *model,
                              BarnPlan  *plan,
                              BarnItem  *item)
{
  g_autofree char *dates = NULL;
  g_autofree char *roles = NULL;

  if (BARN_IS_YEAR_MARK (item))
    return dup_mark_subtitle (plan, BARN_YEAR_MARK (item));

  if (BARN_IS_OCCASION (item))
    {
      dates = barn_ui_format_day (barn_occasion_get_cut_off (BARN_OCCASION (item)));
      return g_strdup_printf ("%s · %s", dates, _("Follow-up occasion"));
    }

  dates = dup_dates (barn_activity_get_start_on (BARN_ACTIVITY (item)), barn_activity_get_due_on (BARN_ACTIVITY (item)));
  roles = barn_model_dup_role_names (model, BARN_ACTIVITY (item));
  if (*dates == '\0' || *roles == '\0')
    return g_strconcat (dates, roles, NULL);

  return g_strdup_printf ("%s · %s", dates, roles);
}

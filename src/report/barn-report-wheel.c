/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-report-wheel"

#include "config.h"

#include "barn-report-private.h"

#include <string.h>

#include "barn-wheel.h"

#define GROUP "wheel"

static char *
dup_count (guint    n_activities,
           GObject *profile)
{
  g_autofree char *number = g_strdup_printf ("%u", n_activities);

  return barn_profile_fill (BARN_PROFILE (profile), GROUP, n_activities == 1 ? "activities_one" : "activities_many", "n", number, NULL);
}

static char *
dup_role (const char *name,
          GObject    *profile)
{
  return barn_profile_dup_role (BARN_PROFILE (profile), name);
}

/* Words that a wheel copies; @kept: (element-type utf8): holds them until then */
static const char *
keep (GPtrArray *kept,
      char      *word)
{
  g_ptr_array_add (kept, word);

  return word;
}

static BarnWheel *
new_wheel (BarnReport *self,
           BarnDay     day)
{
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func (g_free);
  char *language = barn_profile_dup_language (self->profile);
  BarnWheelWords words = {
    .language = keep (kept, language),
    .title = keep (kept, barn_report_fill (self, GROUP, "text")),
    .without_role = keep (kept, barn_report_fill (self, GROUP, "without_role")),
    .starts = keep (kept, barn_report_fill (self, GROUP, "starts")),
    .due = keep (kept, barn_report_fill (self, GROUP, "due")),
    .today = keep (kept, barn_report_fill (self, GROUP, "today")),
    .occasion = keep (kept, barn_report_fill (self, GROUP, "occasion")),
    .overdue = keep (kept, barn_profile_dup_text (self->profile, "status", "overdue")),
    .data = G_OBJECT (self->profile),
    .dup_count = dup_count,
    .dup_role = dup_role,
  };

  language[strcspn (language, "-_")] = '\0';
  for (guint i = 0; i < BARN_N_STATUSES; i++)
    words.statuses[i] = keep (kept, barn_profile_dup_status (self->profile, (BarnStatus) i));
  for (guint i = 0; i < BARN_N_MARK_CATEGORIES; i++)
    words.categories[i] = keep (kept, barn_report_fill (self, GROUP, barn_mark_category_to_nick ((BarnMarkCategory) i)));

  return barn_wheel_new (self->model, self->plan, day, &words);
}

/*
 * barn_report_append_wheel:
 * @self: a report
 * @day: the day that statuses are of
 *
 * Appends the årshjul under its heading, drawn as in the window. Nothing where the year has neither dates nor activities with any.
 */
void
barn_report_append_wheel (BarnReport *self,
                          BarnDay     day)
{
  g_autoptr (BarnWheel) wheel = new_wheel (self, day);
  g_autoptr (BarnFigure) figure = NULL;

  if (barn_wheel_get_n_parts (wheel) == 0)
    return;

  figure = barn_wheel_new_figure (wheel, BARN_FIGURE_MAX_WIDTH);
  barn_report_append_heading (self, 1, "wheel", NULL);
  barn_node_append (self->body, barn_node_new_figure (figure));
}

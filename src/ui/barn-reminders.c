/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-reminders"

#include "config.h"

#include "barn-reminders.h"

#include <glib/gi18n-lib.h>

#include "barn-attention.h"

#define KEY_WANTED "reminders"
#define KEY_TOLD "reminded"

static gboolean
find (BarnPlanFile *file,
      BarnDay       today,
      BarnReminder *reminder)
{
  BarnPlan *plan = barn_plan_find_current (barn_model_get_plans (barn_plan_file_get_model (file)));

  return plan != NULL && barn_reminder_find (plan, today, reminder);
}

static BarnDay
get_told (GSettings  *settings,
          const char *uri)
{
  g_autoptr (GVariant) told = g_settings_get_value (settings, KEY_TOLD);
  BarnDay day = BARN_DAY_NONE;

  g_variant_lookup (told, uri, "u", &day);

  return day;
}

/* Of files that are no longer among those opened lately nothing is kept */
static void
set_told (GSettings  *settings,
          const char *uri,
          BarnDay     day)
{
  g_auto (GStrv) recent = g_settings_get_strv (settings, "recent-files");
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a{su}"));

  g_variant_builder_add (&builder, "{su}", uri, day);
  for (char **other = recent; *other != NULL; other++)
    {
      BarnDay other_day = get_told (settings, *other);

      if (other_day != BARN_DAY_NONE && !g_str_equal (*other, uri))
        g_variant_builder_add (&builder, "{su}", *other, other_day);
    }
  g_settings_set_value (settings, KEY_TOLD, g_variant_builder_end (&builder));
}

const char *
barn_reminders_find_place (BarnPlanFile *file,
                           BarnDay       today)
{
  BarnReminder reminder;

  g_return_val_if_fail (BARN_IS_PLAN_FILE (file), NULL);

  if (!find (file, today, &reminder))
    return "overview";
  if (reminder.overdue > 0)
    return "overdue";

  return reminder.left > 0 ? "follow-up" : "overview";
}

/**
 * barn_reminders_take:
 * @settings: where it is kept what is wanted and what was told
 * @file: the plan file
 * @today: the day
 *
 * Returns: (transfer full) (nullable): the reminder of the day, which counts as told
 */
GNotification *
barn_reminders_take (GSettings    *settings,
                     BarnPlanFile *file,
                     BarnDay       today)
{
  g_autoptr (GNotification) notification = NULL;
  g_autofree char *uri = NULL;
  g_autofree char *text = NULL;
  BarnReminder reminder;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);
  g_return_val_if_fail (BARN_IS_PLAN_FILE (file), NULL);

  if (!g_settings_get_boolean (settings, KEY_WANTED) || barn_plan_file_get_read_only (file))
    return NULL;

  uri = g_file_get_uri (barn_plan_file_get_file (file));
  if (!barn_reminder_is_time (get_told (settings, uri), today) || !find (file, today, &reminder))
    return NULL;

  set_told (settings, uri, today);
  text = barn_reminder_dup_text (&reminder);
  notification = g_notification_new (_("To Do in the Handlingsplan"));
  g_notification_set_body (notification, text);
  g_notification_set_default_action_and_target (notification, "app.show-reminder", "s", uri);

  return g_steal_pointer (&notification);
}

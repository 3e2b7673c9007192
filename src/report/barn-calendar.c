/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-calendar"

#include "config.h"

#include "barn-calendar.h"

#include <libical/ical.h>

#include "barn-year.h"

typedef struct
{
  BarnModel     *model;
  BarnProfile   *profile;
  guint          sequence;
  icaltimetype   stamp;
  icalcomponent *calendar;
} Calendar;

static icaltimetype
to_ical_date (BarnDay day)
{
  icaltimetype date = icaltime_null_date ();

  date.year = (int) barn_day_get_year (day);
  date.month = (int) barn_day_get_month (day);
  date.day = (int) barn_day_get_day (day);

  return date;
}

static const char *
get_ending (BarnYearEventType type)
{
  switch (type)
    {
    case BARN_YEAR_EVENT_START:
      return "start";

    case BARN_YEAR_EVENT_DUE:
      return "due";

    case BARN_YEAR_EVENT_OCCASION:
      return "occasion";

    case BARN_YEAR_EVENT_MARK:
    default:
      return "mark";
    }
}

/* The same event has the same in each export. What comes back each year is an event a year, as its day or week may be another. */
static char *
dup_uid (const BarnYearEvent *event)
{
  const char *id = barn_item_get_id (event->item);

  if (event->type == BARN_YEAR_EVENT_MARK)
    return g_strdup_printf ("%s-%s-%u@barnratt", id, get_ending (event->type), barn_day_get_week_year (event->first));

  return g_strdup_printf ("%s-%s@barnratt", id, get_ending (event->type));
}

static char *
dup_summary (Calendar            *self,
             const BarnYearEvent *event)
{
  const char *title = barn_item_get_title (event->item);

  if (event->type == BARN_YEAR_EVENT_MARK)
    return g_strdup (title);

  return barn_profile_fill (self->profile, "calendar", get_ending (event->type), "title", title, NULL);
}

/* Who does it: roles, and who is responsible */
static char *
dup_description (Calendar            *self,
                 const BarnYearEvent *event)
{
  g_autofree char *roles = NULL;
  const char *responsible;

  if (!BARN_IS_ACTIVITY (event->item))
    return NULL;

  roles = barn_model_dup_role_names (self->model, BARN_ACTIVITY (event->item));
  responsible = barn_activity_get_responsible (BARN_ACTIVITY (event->item));
  if (*roles == '\0' || *responsible == '\0')
    return g_strdup (*roles == '\0' ? responsible : roles);

  return g_strdup_printf ("%s\n%s", roles, responsible);
}

static void
add_event (Calendar            *self,
           const BarnYearEvent *event)
{
  icalcomponent *component = icalcomponent_new (ICAL_VEVENT_COMPONENT);
  g_autofree char *uid = dup_uid (event);
  g_autofree char *summary = dup_summary (self, event);
  g_autofree char *description = dup_description (self, event);
  gboolean cancelled = BARN_IS_ACTIVITY (event->item) &&
                       barn_activity_get_status (BARN_ACTIVITY (event->item), BARN_DAY_NONE) == BARN_STATUS_CANCELLED;

  icalcomponent_add_property (component, icalproperty_new_uid (uid));
  icalcomponent_add_property (component, icalproperty_new_dtstamp (self->stamp));
  icalcomponent_add_property (component, icalproperty_new_sequence ((int) self->sequence));
  icalcomponent_add_property (component, icalproperty_new_summary (summary));
  if (description != NULL && *description != '\0')
    icalcomponent_add_property (component, icalproperty_new_description (description));
  icalcomponent_add_property (component, icalproperty_new_dtstart (to_ical_date (event->first)));
  /* The end of a whole day is the day after */
  icalcomponent_add_property (component, icalproperty_new_dtend (to_ical_date (event->last + 1)));
  icalcomponent_add_property (component, icalproperty_new_status (cancelled ? ICAL_STATUS_CANCELLED : ICAL_STATUS_CONFIRMED));
  /* Nobody is busy because of it */
  icalcomponent_add_property (component, icalproperty_new_transp (ICAL_TRANSP_TRANSPARENT));

  icalcomponent_add_component (self->calendar, component);
}

static void
add_name (Calendar *self,
          BarnPlan *plan)
{
  icalproperty *name = icalproperty_new_x (barn_item_get_title (BARN_ITEM (plan)));

  icalproperty_set_x_name (name, "X-WR-CALNAME");
  icalcomponent_add_property (self->calendar, name);
}

/**
 * barn_calendar_write:
 * @model: the model that @plan is in
 * @plan: a plan
 * @profile: the wording
 * @sequence: the number of the last change of the plan file
 * @moment: when it was, in microseconds since 1970 UTC
 *
 * Writes what the årshjul of a plan holds as a calendar file: starts and due dates of activities, cut-off dates of occasions, marks, all as whole
 * days. Each event keeps its UID from export to export; an activity that was cancelled takes its events with it.
 *
 * Returns: (transfer full): the file, in UTF-8 with CRLF
 */
char *
barn_calendar_write (BarnModel   *model,
                     BarnPlan    *plan,
                     BarnProfile *profile,
                     guint        sequence,
                     gint64       moment)
{
  g_autoptr (GArray) events = NULL;
  Calendar self = { 0 };
  char *written;
  char *text;

  g_return_val_if_fail (BARN_IS_MODEL (model), NULL);
  g_return_val_if_fail (BARN_IS_PLAN (plan), NULL);
  g_return_val_if_fail (BARN_IS_PROFILE (profile), NULL);

  self = (Calendar) {
    .model = model,
    .profile = profile,
    .sequence = sequence,
    .stamp = icaltime_from_timet_with_zone (moment / G_USEC_PER_SEC, 0, icaltimezone_get_utc_timezone ()),
    .calendar = icalcomponent_new (ICAL_VCALENDAR_COMPONENT),
  };
  icalcomponent_add_property (self.calendar, icalproperty_new_version ("2.0"));
  icalcomponent_add_property (self.calendar, icalproperty_new_prodid ("-//Barnrätt//Barnrätt//SV"));
  icalcomponent_add_property (self.calendar, icalproperty_new_method (ICAL_METHOD_PUBLISH));
  add_name (&self, plan);

  events = barn_year_list_events (model, plan,
                                  barn_day_new (barn_plan_get_year (plan), 1, 1),
                                  barn_day_new (barn_plan_get_year (plan) + 1, 3, 31));
  for (guint i = 0; i < events->len; i++)
    {
      const BarnYearEvent *event = &g_array_index (events, BarnYearEvent, i);

      /* Marks of the spring after stand in the calendar of that year */
      if (event->type != BARN_YEAR_EVENT_MARK || barn_day_get_week_year (event->first) <= barn_plan_get_year (plan))
        add_event (&self, event);
    }

  written = icalcomponent_as_ical_string_r (self.calendar);
  text = g_strdup (written);
  free (written);
  icalcomponent_free (self.calendar);

  return text;
}

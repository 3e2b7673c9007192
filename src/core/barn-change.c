/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-change"

#include "config.h"

#include "barn-change.h"

#include <glib/gi18n-lib.h>

struct _BarnChange
{
  GObject parent_instance;

  gint64          number;
  gint64          moment;
  char           *author;
  char           *action;
  char           *subject;
  char           *value;
  BarnChangeType  type;
  gint64          of;
};

typedef struct
{
  const char *action;
  const char *sentence;
} ActionSentence;

enum
{
  PROP_0,
  PROP_NUMBER,
  PROP_MOMENT,
  PROP_AUTHOR,
  PROP_ACTION,
  PROP_SUBJECT,
  PROP_VALUE,
  PROP_TYPE,
  PROP_OF,
  N_PROPS,
};

G_DEFINE_FINAL_TYPE (BarnChange, barn_change, G_TYPE_OBJECT)

static GParamSpec *properties[N_PROPS];

/*
 * The words for what a person can do, and what each says. They stand in plan files, so a word is never renamed.
 *
 * KIND-add, KIND-delete, KIND-move: an item of that kind
 * KIND-FIELD: a field of one, with the property's name
 * the rest: named for what they are
 *
 * Those whose sentence says the value or a number are in dup_sentence().
 */
static const ActionSentence actions[] = {
  { "organisation-name", N_("Name of the administration changed") },
  { "organisation-board", N_("Name of the board changed") },
  { "organisation-municipality", N_("Name of the municipality changed") },
  { "organisation-profile", N_("The wording of documents was changed") },
  { "role-add", N_("Role added") },
  { "role-delete", N_("Role deleted") },
  { "role-move", N_("Role moved") },
  { "role-name", N_("Name of the role changed") },
  { "unit-add", N_("Unit added") },
  { "unit-delete", N_("Unit deleted") },
  { "unit-move", N_("Unit moved") },
  { "unit-name", N_("Name of the unit changed") },
  { "plan-add", N_("Plan added") },
  { "plan-delete", N_("Plan deleted") },
  { "plan-year", N_("Year of the plan changed") },
  { "plan-title", N_("Title of the plan changed") },
  { "plan-approved-by", N_("Approver of the plan changed") },
  { "plan-approved-on", N_("Approval date of the plan changed") },
  { "plan-registry-number", N_("Registry number of the plan changed") },
  { "plan-closed-on", N_("Closing date of the year changed") },
  { "plan-close", N_("Year closed") },
  { "plan-reopen", N_("Year opened again") },
  { "occasion-add", N_("Follow-up occasion added") },
  { "occasion-delete", N_("Follow-up occasion deleted") },
  { "occasion-plan", N_("Follow-up occasion moved to another plan") },
  { "occasion-title", N_("Title of the follow-up occasion changed") },
  { "occasion-cut-off", N_("Cut-off date of the follow-up occasion changed") },
  { "occasion-closed-on", N_("Closing date of the follow-up occasion changed") },
  { "occasion-reason", N_("Reason for closing the follow-up occasion changed") },
  { "plan-text-add", N_("Part added to the plan's text") },
  { "plan-text-delete", N_("Part of the plan's text deleted") },
  { "plan-text-move", N_("Part of the plan's text moved") },
  { "plan-text-plan", N_("Part of the plan's text moved to another plan") },
  { "plan-text-section", N_("Section in the plan's text changed") },
  { "plan-text-article", N_("Article of a part of the plan's text changed") },
  { "plan-text-heading", N_("Heading in the plan's text changed") },
  { "plan-text-body", N_("Text of the plan changed") },
  { "shift-add", N_("Shift added") },
  { "shift-delete", N_("Shift deleted") },
  { "shift-move", N_("Shift moved") },
  { "shift-plan", N_("Shift moved to another plan") },
  { "shift-title", N_("Title of the shift changed") },
  { "shift-purpose", N_("Purpose of the shift changed") },
  { "shift-articles", N_("Articles of the shift changed") },
  { "activity-add", N_("Activity added") },
  { "activity-delete", N_("Activity deleted") },
  { "activity-move", N_("Activity moved") },
  { "activity-plan", N_("Activity moved to another plan") },
  { "activity-title", N_("Title of the activity changed") },
  { "activity-description", N_("Description of the activity changed") },
  { "activity-unit", N_("Unit of the activity changed") },
  { "activity-responsible", N_("Who is responsible for the activity changed") },
  { "activity-start-on", N_("Start date of the activity changed") },
  { "activity-due-on", N_("Due date of the activity changed") },
  { "activity-first-due-on", N_("First due date of the activity changed") },
  { "activity-roles", N_("Roles of the activity changed") },
  { "activity-shifts", N_("Shifts of the activity changed") },
  { "activity-articles", N_("Articles of the activity changed") },
  { "activity-origin", N_("What the activity continues changed") },
  { "follow-up-add", N_("Follow-up saved") },
  { "follow-up-delete", N_("Follow-up deleted") },
  { "follow-up-activity", N_("Follow-up moved to another activity") },
  { "follow-up-day", N_("Date of the follow-up changed") },
  { "follow-up-comment", N_("What happened changed in the follow-up") },
  { "follow-up-effect", N_("What it changed for children changed in the follow-up") },
  { "follow-up-author", N_("Author of the follow-up changed") },
  { "follow-up-made-at", N_("Time of the follow-up changed") },
  { "follow-up-occasion", N_("Follow-up moved to another occasion") },
  { "delay-delete", N_("Delay deleted") },
  { "delay-activity", N_("Delay moved to another activity") },
  { "delay-from-on", N_("Due date before the delay changed") },
  { "delay-to-on", N_("Due date after the delay changed") },
  { "delay-reason", N_("Reason for the delay changed") },
  { "delay-made-on", N_("Date of the delay changed") },
  { "delay-author", N_("Author of the delay changed") },
  { "delay-made-at", N_("Time of the delay changed") },
  { "reported-occasion", N_("Reported line moved to another occasion") },
  { "reported-activity", N_("Activity of a reported line changed") },
  { "reported-title", N_("Title of a reported line changed") },
  { "reported-roles", N_("Roles of a reported line changed") },
  { "reported-responsible", N_("Who is responsible in a reported line changed") },
  { "reported-due-on", N_("Due date of a reported line changed") },
  { "reported-overdue", N_("Whether a reported line is overdue changed") },
  { "reported-followed-up", N_("Whether a reported line was followed up changed") },
  { "reported-comment", N_("What happened changed in a reported line") },
  { "reported-effect", N_("What it changed for children changed in a reported line") },
  { "reported-status", NULL },
  { "indicator-add", N_("Indicator added") },
  { "indicator-delete", N_("Indicator deleted") },
  { "indicator-move", N_("Indicator moved") },
  { "indicator-plan", N_("Indicator moved to another plan") },
  { "indicator-activity", N_("Activity of the indicator changed") },
  { "indicator-shift", N_("Shift of the indicator changed") },
  { "indicator-title", N_("Title of the indicator changed") },
  { "indicator-scale", N_("Scale of the indicator changed") },
  { "indicator-unit", N_("Unit of the indicator changed") },
  { "indicator-baseline", N_("Baseline of the indicator changed") },
  { "indicator-target", N_("Target of the indicator changed") },
  { "indicator-choice", N_("Ready choice of the indicator changed") },
  { "indicator-value-add", N_("Value of the indicator saved") },
  { "indicator-value-delete", N_("Value of the indicator deleted") },
  { "indicator-value-indicator", N_("Value moved to another indicator") },
  { "indicator-value-day", N_("Date of an indicator's value changed") },
  { "indicator-value-value", N_("Value of the indicator changed") },
  { "indicator-value-comment", N_("Comment on an indicator's value changed") },
  { "indicator-value-author", N_("Author of an indicator's value changed") },
  { "assessment-add", N_("Child impact assessment added") },
  { "assessment-delete", N_("Child impact assessment deleted") },
  { "assessment-plan", N_("Child impact assessment moved to another plan") },
  { "assessment-title", N_("Decision of the child impact assessment changed") },
  { "assessment-day", N_("Date of the decision changed") },
  { "assessment-outcome", N_("Outcome of the child impact assessment changed") },
  { "assessment-reason", N_("Reason given for the child impact assessment changed") },
  { "assessment-heard", N_("Whether children were heard changed") },
  { "assessment-link", N_("Link of the child impact assessment changed") },
  { "assessment-note", N_("Note on the child impact assessment changed") },
  { "long-term-add", N_("Long-term item added") },
  { "long-term-delete", N_("Long-term item deleted") },
  { "long-term-move", N_("Long-term item moved") },
  { "long-term-plan", N_("Long-term item moved to another plan") },
  { "long-term-title", N_("Title of the long-term item changed") },
  { "long-term-description", N_("Description of the long-term item changed") },
  { "long-term-activity", N_("Activity of the long-term item changed") },
  { "long-term-take-in", N_("Long-term item taken into the year's plan") },
  { "area-add", N_("Development area added") },
  { "area-delete", N_("Development area deleted") },
  { "area-move", N_("Development area moved") },
  { "area-year", N_("Year of the development area changed") },
  { "area-title", N_("Title of the development area changed") },
  { "area-expected-result", N_("Expected result of the development area changed") },
  { "area-comment", N_("Comment on the development area changed") },
  { "measure-add", N_("Measure added") },
  { "measure-delete", N_("Measure deleted") },
  { "measure-move", N_("Measure moved") },
  { "measure-area", N_("Measure moved to another development area") },
  { "measure-title", N_("Title of the measure changed") },
  { "section-text-add", N_("Section of a document begun") },
  { "section-text-delete", N_("Section of a document deleted") },
  { "section-text-plan", N_("Section of a document moved to another plan") },
  { "section-text-section", N_("Place of a section of a document changed") },
  { "section-text-article", N_("Article of a section of a document changed") },
  { "section-text-body", N_("Text of a document changed") },
  { "adopted-add", NULL },
  { "adopted-delete", N_("Adopted document deleted") },
  { "adopted-change", N_("What is said of an adopted document changed") },
  { "adopted-plan", N_("Adopted document moved to another plan") },
  { "adopted-paper", N_("Kind of an adopted document changed") },
  { "adopted-format", N_("Format of an adopted document changed") },
  { "adopted-title", N_("Title of an adopted document changed") },
  { "adopted-as-of", N_("The day that the figures of an adopted document are of changed") },
  { "adopted-adopted-on", N_("Date of the decision on an adopted document changed") },
  { "adopted-instance", N_("Who adopted a document changed") },
  { "adopted-decision", N_("Paragraph of the decision on an adopted document changed") },
  { "adopted-registry-number", N_("Registry number of an adopted document changed") },
  { "adopted-sha256", N_("Checksum of an adopted document changed") },
  { "adopted-size", N_("Size of an adopted document changed") },
  { "adopted-author", N_("Who kept an adopted document changed") },
  { "adopted-made-at", N_("Time of an adopted document changed") },
  { "year-mark-add", N_("Mark added to the annual wheel") },
  { "year-mark-change", N_("Mark of the annual wheel changed") },
  { "year-mark-delete", N_("Mark of the annual wheel deleted") },
  { "year-mark-title", N_("Title of a mark of the annual wheel changed") },
  { "year-mark-category", N_("Category of a mark of the annual wheel changed") },
  { "year-mark-day", N_("Date of a mark of the annual wheel changed") },
  { "year-mark-by-week", N_("A mark of the annual wheel changed between day and week") },
  { "year-mark-yearly", N_("Whether a mark of the annual wheel comes back each year changed") },
  { "saved-view-add", N_("View saved") },
  { "saved-view-delete", N_("Saved view deleted") },
  { "saved-view-move", N_("Saved view moved") },
  { "saved-view-name", N_("Name of the saved view changed") },
  { "saved-view-filter", N_("Filter of the saved view changed") },
  { "saved-view-grouping", N_("Grouping of the saved view changed") },
  { "saved-view-sorting", N_("Order of the saved view changed") },
  { "saved-view-columns", N_("Columns of the saved view changed") },
  { "file-new", N_("Plan file made") },
  { "file-restored", N_("Backup restored") },
  { "example", N_("Example plan made") },
  { "activity-raised", NULL },
  { "activity-unchanged", N_("No change since last time, as said in the follow-up") },
  { "activities-unchanged", NULL },
  { "activities-due-on", NULL },
  { "follow-up-correct", N_("Closed follow-up occasion corrected") },
  { "occasions-arrange", NULL },
  { "occasion-close", NULL },
  { "occasion-reopen", NULL },
  { "plan-next", NULL },
  { "history-back", NULL },
  { "follow-up-unchanged", N_("Whether the follow-up says that nothing has changed was changed") },
  { "activity-status", NULL },
  { "activities-status", NULL },
  { "activities-add", NULL },
  { "activities-delete", NULL },
  { "activities-edit", NULL },
  { "follow-up-status", NULL },
  { "area-status", NULL },
  { "plan-import", NULL },
  { "section-text-ready", NULL },
};

static const char *
get_status_label (const char *nick)
{
  BarnStatus status;

  return barn_status_from_nick (nick, &status) ? barn_status_get_label (status) : nick;
}

/* Where an action is about several things, its subject says how many */
static char *
dup_sentence (const char *action,
              const char *subject,
              const char *value)
{
  gulong number = (gulong) g_ascii_strtoull (subject, NULL, 10);

  if (strcmp (action, "activity-status") == 0)
    return g_strdup_printf (_("Status changed to %s"), get_status_label (value));

  if (strcmp (action, "activities-status") == 0)
    return g_strdup_printf (ngettext ("Status of %lu activity changed to %s",
                                      "Status of %lu activities changed to %s", number),
                            number, get_status_label (value));

  if (strcmp (action, "activities-add") == 0)
    return g_strdup_printf (ngettext ("%lu activity added", "%lu activities added", number), number);

  if (strcmp (action, "activities-delete") == 0)
    return g_strdup_printf (ngettext ("%lu activity deleted", "%lu activities deleted", number), number);

  if (strcmp (action, "activities-edit") == 0)
    return g_strdup_printf (ngettext ("%lu activity changed", "%lu activities changed", number), number);

  if (strcmp (action, "follow-up-status") == 0)
    return g_strdup_printf (_("Status of the follow-up changed to %s"), get_status_label (value));

  if (strcmp (action, "activities-unchanged") == 0)
    return g_strdup_printf (ngettext ("No change in %lu activity, as said in the follow-up",
                                      "No change in %lu activities, as said in the follow-up", number), number);

  if (strcmp (action, "activities-due-on") == 0)
    return g_strdup_printf (ngettext ("Due date of %lu activity changed", "Due dates of %lu activities changed", number), number);

  if (strcmp (action, "occasions-arrange") == 0)
    return g_strdup_printf (_("Follow-up occasions of %s arranged"), subject);

  if (strcmp (action, "occasion-close") == 0)
    return g_strdup_printf (_("%s closed"), subject);

  if (strcmp (action, "occasion-reopen") == 0)
    return g_strdup_printf (_("%s opened again"), subject);

  if (strcmp (action, "plan-next") == 0)
    return g_strdup_printf (_("Plan for %s made from the year before"), subject);

  if (strcmp (action, "history-back") == 0)
    return g_strdup_printf (_("Back to how it was after “%s”"), subject);

  if (strcmp (action, "reported-status") == 0)
    return g_strdup_printf (_("Status of a reported line changed to %s"), get_status_label (value));

  if (strcmp (action, "activity-raised") == 0)
    return g_strdup (strcmp (value, "true") == 0 ? _("Activity marked as needing to be raised")
                                                 : _("Activity no longer marked as needing to be raised"));

  if (strcmp (action, "area-status") == 0)
    return g_strdup_printf (_("Status of the development area changed to %s"), get_status_label (value));

  if (strcmp (action, "section-text-ready") == 0)
    return g_strdup (strcmp (value, "true") == 0 ? _("Section of a document marked as ready")
                                                 : _("Section of a document marked as a draft"));

  if (strcmp (action, "adopted-add") == 0)
    /* Translators: %s is the title of a document: “Barnbokslut 2026” */
    return g_strdup_printf (_("%s adopted"), subject);

  if (strcmp (action, "plan-import") == 0)
    return g_strdup_printf (_("Plan for %s read in from a document"), subject);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      if (strcmp (action, actions[i].action) == 0)
        return g_strdup (_(actions[i].sentence));
    }

  return g_strdup (_("Change"));
}

static void
barn_change_get_property (GObject    *object,
                          guint       property_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  BarnChange *self = BARN_CHANGE (object);

  switch (property_id)
    {
    case PROP_NUMBER:
      g_value_set_int64 (value, self->number);
      break;

    case PROP_MOMENT:
      g_value_set_int64 (value, self->moment);
      break;

    case PROP_AUTHOR:
      g_value_set_string (value, self->author);
      break;

    case PROP_ACTION:
      g_value_set_string (value, self->action);
      break;

    case PROP_SUBJECT:
      g_value_set_string (value, self->subject);
      break;

    case PROP_VALUE:
      g_value_set_string (value, self->value);
      break;

    case PROP_TYPE:
      g_value_set_int (value, (int) self->type);
      break;

    case PROP_OF:
      g_value_set_int64 (value, self->of);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
barn_change_finalize (GObject *object)
{
  BarnChange *self = BARN_CHANGE (object);

  g_free (self->author);
  g_free (self->action);
  g_free (self->subject);
  g_free (self->value);

  G_OBJECT_CLASS (barn_change_parent_class)->finalize (object);
}

static void
barn_change_class_init (BarnChangeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = barn_change_finalize;
  object_class->get_property = barn_change_get_property;

  properties[PROP_NUMBER] = g_param_spec_int64 ("number", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_MOMENT] = g_param_spec_int64 ("moment", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_AUTHOR] = g_param_spec_string ("author", NULL, NULL, "", flags);
  properties[PROP_ACTION] = g_param_spec_string ("action", NULL, NULL, "", flags);
  properties[PROP_SUBJECT] = g_param_spec_string ("subject", NULL, NULL, "", flags);
  properties[PROP_VALUE] = g_param_spec_string ("value", NULL, NULL, "", flags);
  properties[PROP_TYPE] = g_param_spec_int ("type", NULL, NULL, BARN_CHANGE_DO, BARN_CHANGE_REDO, BARN_CHANGE_DO, flags);
  properties[PROP_OF] = g_param_spec_int64 ("of", NULL, NULL, 0, G_MAXINT64, 0, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
barn_change_init (BarnChange *self)
{
}

/**
 * barn_change_new:
 * @number: its number in the log, 1 for the first
 * @moment: microseconds since 1970 UTC
 * @author: (nullable): who did it
 * @action: a word of barn_change_list_actions()
 * @subject: (nullable): the title of what was changed; where an action is about several, how many
 * @value: (nullable): what it became, as a word where it is one
 * @type: whether it was done, undone or redone
 * @of: the number of what was undone or redone; 0 otherwise
 *
 * Makes an entry of the log as a plan file has it.
 *
 * Returns: (transfer full): the change
 */
BarnChange *
barn_change_new (gint64          number,
                 gint64          moment,
                 const char     *author,
                 const char     *action,
                 const char     *subject,
                 const char     *value,
                 BarnChangeType  type,
                 gint64          of)
{
  BarnChange *self;

  g_return_val_if_fail (action != NULL, NULL);

  self = g_object_new (BARN_TYPE_CHANGE, NULL);
  self->number = number;
  self->moment = moment;
  self->author = g_strdup (author != NULL ? author : "");
  self->action = g_strdup (action);
  self->subject = g_strdup (subject != NULL ? subject : "");
  self->value = g_strdup (value != NULL ? value : "");
  self->type = type;
  self->of = of;

  return self;
}

/**
 * barn_change_get_number:
 * @self: a change
 *
 * Gets its number in the log.
 *
 * Returns: the number
 */
gint64
barn_change_get_number (BarnChange *self)
{
  g_return_val_if_fail (BARN_IS_CHANGE (self), 0);

  return self->number;
}

/**
 * barn_change_get_moment:
 * @self: a change
 *
 * Gets when it was.
 *
 * Returns: microseconds since 1970 UTC
 */
gint64
barn_change_get_moment (BarnChange *self)
{
  g_return_val_if_fail (BARN_IS_CHANGE (self), 0);

  return self->moment;
}

/**
 * barn_change_get_day:
 * @self: a change
 *
 * Returns: the day of it, as the clock on the wall here had it
 */
BarnDay
barn_change_get_day (BarnChange *self)
{
  g_autoptr (GDateTime) utc = NULL;
  g_autoptr (GDateTime) local = NULL;

  g_return_val_if_fail (BARN_IS_CHANGE (self), BARN_DAY_NONE);

  utc = g_date_time_new_from_unix_utc (self->moment / G_USEC_PER_SEC);
  local = utc != NULL ? g_date_time_to_local (utc) : NULL;
  if (local == NULL)
    return BARN_DAY_NONE;

  return barn_day_new ((guint) g_date_time_get_year (local), (guint) g_date_time_get_month (local),
                       (guint) g_date_time_get_day_of_month (local));
}

/**
 * barn_change_get_author:
 * @self: a change
 *
 * Gets who did it.
 *
 * Returns: (transfer none): the name, never %NULL
 */
const char *
barn_change_get_author (BarnChange *self)
{
  g_return_val_if_fail (BARN_IS_CHANGE (self), NULL);

  return self->author;
}

/**
 * barn_change_get_action:
 * @self: a change
 *
 * Gets the word for what was done.
 *
 * Returns: (transfer none): the word
 */
const char *
barn_change_get_action (BarnChange *self)
{
  g_return_val_if_fail (BARN_IS_CHANGE (self), NULL);

  return self->action;
}

/**
 * barn_change_get_subject:
 * @self: a change
 *
 * Gets the title of what was changed.
 *
 * Returns: (transfer none): the title, never %NULL
 */
const char *
barn_change_get_subject (BarnChange *self)
{
  g_return_val_if_fail (BARN_IS_CHANGE (self), NULL);

  return self->subject;
}

/**
 * barn_change_get_value:
 * @self: a change
 *
 * Gets what it became.
 *
 * Returns: (transfer none): the value, never %NULL
 */
const char *
barn_change_get_value (BarnChange *self)
{
  g_return_val_if_fail (BARN_IS_CHANGE (self), NULL);

  return self->value;
}

/**
 * barn_change_get_change_type:
 * @self: a change
 *
 * Tells whether it was done, undone or redone.
 *
 * Returns: the type
 */
BarnChangeType
barn_change_get_change_type (BarnChange *self)
{
  g_return_val_if_fail (BARN_IS_CHANGE (self), BARN_CHANGE_DO);

  return self->type;
}

/**
 * barn_change_get_of:
 * @self: a change
 *
 * Gets what was undone or redone.
 *
 * Returns: the number of that change; 0: nothing
 */
gint64
barn_change_get_of (BarnChange *self)
{
  g_return_val_if_fail (BARN_IS_CHANGE (self), 0);

  return self->of;
}

/**
 * barn_change_dup_summary:
 * @self: a change
 *
 * Says what was done, in the language of the desktop: "Status changed to Done", "Undone: Activity added". An action that
 * this version does not know is a change all the same.
 *
 * Returns: (transfer full): the sentence
 */
char *
barn_change_dup_summary (BarnChange *self)
{
  g_autofree char *sentence = NULL;

  g_return_val_if_fail (BARN_IS_CHANGE (self), NULL);

  sentence = dup_sentence (self->action, self->subject, self->value);

  switch (self->type)
    {
    case BARN_CHANGE_UNDO:
      return g_strdup_printf (_("Undone: %s"), sentence);

    case BARN_CHANGE_REDO:
      return g_strdup_printf (_("Redone: %s"), sentence);

    case BARN_CHANGE_DO:
    default:
      return g_steal_pointer (&sentence);
    }
}

/**
 * barn_change_list_actions:
 *
 * Lists every action that has a sentence of its own.
 *
 * Returns: (transfer none) (array zero-terminated=1): the words
 */
const char *const *
barn_change_list_actions (void)
{
  static const char *words[G_N_ELEMENTS (actions) + 1];
  static gsize filled;

  if (g_once_init_enter (&filled))
    {
      for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
        words[i] = actions[i].action;

      g_once_init_leave (&filled, 1);
    }

  return words;
}

/**
 * barn_field_is_for_reading:
 * @field: the name of a field
 *
 * Tells whether what stands in a field says something to a person. A profile of documents, which may hold a picture, does not: of it a
 * history says that it was changed.
 *
 * Returns: whether it does
 */
gboolean
barn_field_is_for_reading (const char *field)
{
  g_return_val_if_fail (field != NULL, FALSE);

  return strcmp (field, "profile") != 0;
}

/**
 * barn_field_change_free:
 * @self: a line of history
 *
 * Frees a line of history, with its hold on the change.
 */
void
barn_field_change_free (BarnFieldChange *self)
{
  g_return_if_fail (self != NULL);

  g_clear_object (&self->change);
  g_free (self->item);
  g_free (self->field);
  g_free (self->before);
  g_free (self->after);
  g_free (self);
}

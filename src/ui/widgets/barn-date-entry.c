/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-date-entry"

#include "config.h"

#include "barn-date-entry.h"

#include <glib/gi18n-lib.h>

#include "barn-text.h"
#include "barn-ui.h"

struct _BarnDateEntry
{
  AdwBin         parent_instance;

  GtkEditable   *entry;
  GtkMenuButton *button;
  GtkCalendar   *calendar;
  GtkWidget     *clear;
  GtkLabel      *complaint;

  char          *name;
  BarnDay        day;
  gboolean       required;
  guint          year;
  gboolean       filling;
  guint          shown_month; /* of the calendar: year × 12 + month */
};

enum
{
  PROP_DAY = 1,
  PROP_NAME,
  PROP_REQUIRED,
  PROP_YEAR,
  N_PROPS
};

enum
{
  EDITED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BarnDateEntry, barn_date_entry, ADW_TYPE_BIN)

static char *
dup_words (BarnDay day)
{
  if (day == BARN_DAY_NONE)
    return g_strdup ("");

  return barn_day_format (day, BARN_DAY_LONG, barn_ui_get_language (), barn_clock_get_today ());
}

/* A day whose year is meant where none is written */
static BarnDay
get_reference (BarnDateEntry *self)
{
  if (self->day != BARN_DAY_NONE)
    return self->day;

  return self->year != 0 ? barn_day_new (self->year, 1, 1) : barn_clock_get_today ();
}

static void
complain (BarnDateEntry *self,
          const char    *complaint)
{
  gtk_label_set_label (self->complaint, complaint != NULL ? complaint : "");
  gtk_widget_set_visible (GTK_WIDGET (self->complaint), complaint != NULL);
  if (complaint != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry),
                               GTK_ACCESSIBLE_STATE_INVALID,
                               complaint != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

static void
show_day (BarnDateEntry *self)
{
  g_autofree char *words = dup_words (self->day);

  self->filling = TRUE;
  gtk_editable_set_text (self->entry, words);
  self->filling = FALSE;
  complain (self, NULL);
}

static void
take_day (BarnDateEntry *self,
          BarnDay        day)
{
  gboolean other = day != self->day;

  self->day = day;
  show_day (self);
  if (!other)
    return;

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DAY]);
  g_signal_emit (self, signals[EDITED], 0);
}

static void
on_activate (BarnDateEntry *self)
{
  barn_date_entry_commit (self);
}

static void
on_focus_left (BarnDateEntry *self)
{
  barn_date_entry_commit (self);
}

static void
on_changed (BarnDateEntry *self)
{
  if (!self->filling)
    complain (self, NULL);
}

static gboolean
on_key_pressed (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                BarnDateEntry         *self)
{
  g_autofree char *words = dup_words (self->day);

  if (keyval != GDK_KEY_Escape || g_str_equal (gtk_editable_get_text (self->entry), words))
    return GDK_EVENT_PROPAGATE;

  show_day (self);
  gtk_editable_set_position (self->entry, -1);

  return GDK_EVENT_STOP;
}

static guint
get_shown_month (BarnDateEntry *self)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (self->calendar);

  return g_date_time_get_year (date) * 12 + g_date_time_get_month (date);
}

/* The calendar selects a day when its month is turned, too: only a day of the month on show was meant */
static void
on_day_selected (BarnDateEntry *self)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (self->calendar);
  guint month = get_shown_month (self);
  gboolean turned = month != self->shown_month;

  self->shown_month = month;
  if (self->filling || turned)
    return;

  take_day (self, barn_day_new (g_date_time_get_year (date), g_date_time_get_month (date),
                                g_date_time_get_day_of_month (date)));
  gtk_menu_button_popdown (self->button);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
on_today_clicked (BarnDateEntry *self)
{
  take_day (self, barn_clock_get_today ());
  gtk_menu_button_popdown (self->button);
}

static void
on_clear_clicked (BarnDateEntry *self)
{
  take_day (self, BARN_DAY_NONE);
  gtk_menu_button_popdown (self->button);
}

static void
on_popover_shown (BarnDateEntry *self)
{
  BarnDay day = self->day != BARN_DAY_NONE ? self->day : barn_clock_get_today ();
  g_autoptr (GDateTime) date =
    g_date_time_new_local (barn_day_get_year (day), barn_day_get_month (day), barn_day_get_day (day), 12, 0, 0);

  self->filling = TRUE;
  gtk_calendar_select_day (self->calendar, date);
  self->filling = FALSE;
  self->shown_month = get_shown_month (self);
  gtk_widget_set_visible (self->clear, !self->required && self->day != BARN_DAY_NONE);
  gtk_widget_grab_focus (GTK_WIDGET (self->calendar));
}

static void
name_parts (BarnDateEntry *self)
{
  g_autofree char *calendar = g_strdup_printf (_("%s: choose in a calendar"), self->name);

  barn_ui_set_name (GTK_WIDGET (self->entry), self->name);
  barn_ui_set_name (GTK_WIDGET (self->button), calendar);
  /* The part of a menu button that gets the focus is a button inside it */
  barn_ui_set_name (gtk_widget_get_first_child (GTK_WIDGET (self->button)), calendar);
  barn_ui_set_name (GTK_WIDGET (self->calendar), self->name);
}

static void
barn_date_entry_finalize (GObject *object)
{
  g_free (BARN_DATE_ENTRY (object)->name);

  G_OBJECT_CLASS (barn_date_entry_parent_class)->finalize (object);
}

static void
barn_date_entry_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  BarnDateEntry *self = BARN_DATE_ENTRY (object);

  switch (prop_id)
    {
    case PROP_DAY:
      g_value_set_uint (value, self->day);
      break;
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_REQUIRED:
      g_value_set_boolean (value, self->required);
      break;
    case PROP_YEAR:
      g_value_set_uint (value, self->year);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
barn_date_entry_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  BarnDateEntry *self = BARN_DATE_ENTRY (object);

  switch (prop_id)
    {
    case PROP_DAY:
      barn_date_entry_set_day (self, g_value_get_uint (value));
      break;
    case PROP_NAME:
      g_free (self->name);
      self->name = g_value_dup_string (value);
      if (self->name != NULL)
        name_parts (self);
      break;
    case PROP_REQUIRED:
      self->required = g_value_get_boolean (value);
      break;
    case PROP_YEAR:
      self->year = g_value_get_uint (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static gboolean
barn_date_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (BARN_DATE_ENTRY (widget)->entry));
}

static void
barn_date_entry_class_init (BarnDateEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = barn_date_entry_finalize;
  object_class->get_property = barn_date_entry_get_property;
  object_class->set_property = barn_date_entry_set_property;
  widget_class->grab_focus = barn_date_entry_grab_focus;

  properties[PROP_DAY] =
    g_param_spec_uint ("day", NULL, NULL, 0, G_MAXUINT, BARN_DAY_NONE,
                       G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_NAME] =
    g_param_spec_string ("name", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_REQUIRED] =
    g_param_spec_boolean ("required", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_YEAR] =
    g_param_spec_uint ("year", NULL, NULL, 0, 9999, 0, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[EDITED] =
    g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Barnratt/ui/barn-date-entry.ui");
  gtk_widget_class_bind_template_child (widget_class, BarnDateEntry, entry);
  gtk_widget_class_bind_template_child (widget_class, BarnDateEntry, button);
  gtk_widget_class_bind_template_child (widget_class, BarnDateEntry, calendar);
  gtk_widget_class_bind_template_child (widget_class, BarnDateEntry, clear);
  gtk_widget_class_bind_template_child (widget_class, BarnDateEntry, complaint);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_focus_left);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed);
  gtk_widget_class_bind_template_callback (widget_class, on_day_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_today_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_clear_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_popover_shown);
}

static void
barn_date_entry_init (BarnDateEntry *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * barn_date_entry_new:
 * @name: what a screen reader calls it
 *
 * Returns: (transfer full): an entry without a day, floating
 */
GtkWidget *
barn_date_entry_new (const char *name)
{
  return g_object_new (BARN_TYPE_DATE_ENTRY, "name", name, NULL);
}

BarnDay
barn_date_entry_get_day (BarnDateEntry *self)
{
  g_return_val_if_fail (BARN_IS_DATE_ENTRY (self), BARN_DAY_NONE);

  return self->day;
}

/**
 * barn_date_entry_set_day:
 * @self: a date entry
 * @day: the day to show
 *
 * Shows a day that nobody typed. While somebody types here, what is typed stays until it counts.
 */
void
barn_date_entry_set_day (BarnDateEntry *self,
                         BarnDay        day)
{
  g_return_if_fail (BARN_IS_DATE_ENTRY (self));

  if (self->day == day)
    return;

  self->day = day;
  show_day (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DAY]);
}

/**
 * barn_date_entry_commit:
 * @self: a date entry
 *
 * Takes what is typed as the day. What is no day stays in the field, with a sentence under it.
 *
 * Returns: whether it is a day (or none, where there need not be one)
 */
gboolean
barn_date_entry_commit (BarnDateEntry *self)
{
  g_autofree char *words = NULL;
  const char *text;
  BarnDay day;

  g_return_val_if_fail (BARN_IS_DATE_ENTRY (self), FALSE);

  text = gtk_editable_get_text (self->entry);
  words = dup_words (self->day);
  if (g_str_equal (text, words))
    return TRUE;

  if (barn_text_is_blank (text) && !self->required)
    {
      take_day (self, BARN_DAY_NONE);
      return TRUE;
    }

  day = barn_day_parse (text, get_reference (self));
  if (day == BARN_DAY_NONE)
    {
      complain (self, _("This is no date. Write it as 2026-06-30, 30/6, 30 June or w 27."));
      return FALSE;
    }
  take_day (self, day);

  return TRUE;
}

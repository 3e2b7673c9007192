/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-ui"

#include "config.h"

#include "barn-ui.h"

#include <adwaita.h>

#include <glib/gi18n-lib.h>

#include "barn-activities-page.h"
#include "barn-activity-course.h"
#include "barn-assessments-page.h"
#include "barn-barnbokslut-page.h"
#include "barn-before-card.h"
#include "barn-beside-layout.h"
#include "barn-coverage-grid.h"
#include "barn-curve.h"
#include "barn-date-entry.h"
#include "barn-documents-page.h"
#include "barn-follow-up-editor.h"
#include "barn-follow-up-page.h"
#include "barn-follow-up-subject.h"
#include "barn-history-list.h"
#include "barn-icons.h"
#include "barn-import-page.h"
#include "barn-indicator-list.h"
#include "barn-long-term-page.h"
#include "barn-notice.h"
#include "barn-occasion-choice.h"
#include "barn-occasion-report.h"
#include "barn-overview-page.h"
#include "barn-resources.h"
#include "barn-set-editor.h"
#include "barn-shifts-page.h"
#include "barn-sidebar.h"
#include "barn-status-bar.h"
#include "barn-status-icon.h"
#include "barn-status-toggles.h"
#include "barn-tab-stop.h"
#include "barn-unit-chooser.h"
#include "barn-welcome-page.h"
#include "barn-wheel-page.h"
#include "barn-wheel-view.h"
#include "barn-wrap-layout.h"

/* The label in which GTK shows @widget's words with a mnemonic, else NULL */
static GtkWidget *
get_mnemonic_label (GtkWidget *widget)
{
  GtkWidget *label = NULL;

  if (GTK_IS_BUTTON (widget) && gtk_button_get_use_underline (GTK_BUTTON (widget)))
    label = gtk_button_get_child (GTK_BUTTON (widget));
  else if (GTK_IS_CHECK_BUTTON (widget) && gtk_check_button_get_use_underline (GTK_CHECK_BUTTON (widget)))
    label = gtk_widget_get_last_child (widget);

  return GTK_IS_LABEL (label) ? label : NULL;
}

/* GTK 4.8 takes the words with their underscore for a name. A button is named by its label as well, so that a screen reader would
   say "St_äng Stäng"; a check button is not. */
static void
name_without_underscore (GtkWidget *widget)
{
  GtkWidget *label = get_mnemonic_label (widget);

  if (label == NULL)
    return;

  if (GTK_IS_BUTTON (widget))
    gtk_accessible_reset_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL);
  else
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, gtk_label_get_text (GTK_LABEL (label)),
                                    -1);
}

static gboolean
on_widget_mapped (GSignalInvocationHint *hint,
                  guint                  n_values,
                  const GValue          *values,
                  gpointer               user_data)
{
  GtkWidget *widget = g_value_get_object (&values[0]);

  if (get_mnemonic_label (widget) != NULL)
    {
      name_without_underscore (widget);
      g_signal_handlers_disconnect_by_func (widget, name_without_underscore, NULL);
      g_signal_connect (widget, "notify::label", G_CALLBACK (name_without_underscore), NULL);
    }

  return G_SOURCE_CONTINUE;
}

/* All buttons pass here, those of libadwaita's dialogs too */
static void
watch_names (void)
{
  static gboolean watched = FALSE;

  if (watched)
    return;

  watched = TRUE;
  g_type_class_ref (GTK_TYPE_WIDGET); /* for good: signals are known with their class */
  g_signal_add_emission_hook (g_signal_lookup ("map", GTK_TYPE_WIDGET), 0, on_widget_mapped, NULL, NULL);
}

/**
 * barn_ui_init:
 *
 * Registers the resources of this layer and the types that its templates name. A static library's resources and types are
 * otherwise left out by the linker. Any number of times.
 */
void
barn_ui_init (void)
{
  g_resources_register (barn_get_resource ());
  g_resources_register (barn_icons_get_resource ());
  watch_names ();

  g_type_ensure (BARN_TYPE_ACTIVITIES_PAGE);
  g_type_ensure (BARN_TYPE_ACTIVITY_COURSE);
  g_type_ensure (BARN_TYPE_ASSESSMENTS_PAGE);
  g_type_ensure (BARN_TYPE_BARNBOKSLUT_PAGE);
  g_type_ensure (BARN_TYPE_BEFORE_CARD);
  g_type_ensure (BARN_TYPE_BESIDE_LAYOUT);
  g_type_ensure (BARN_TYPE_COVERAGE_GRID);
  g_type_ensure (BARN_TYPE_CURVE);
  g_type_ensure (BARN_TYPE_DATE_ENTRY);
  g_type_ensure (BARN_TYPE_DOCUMENTS_PAGE);
  g_type_ensure (BARN_TYPE_FOLLOW_UP_EDITOR);
  g_type_ensure (BARN_TYPE_FOLLOW_UP_PAGE);
  g_type_ensure (BARN_TYPE_FOLLOW_UP_SUBJECT);
  g_type_ensure (BARN_TYPE_HISTORY_LIST);
  g_type_ensure (BARN_TYPE_IMPORT_PAGE);
  g_type_ensure (BARN_TYPE_INDICATOR_LIST);
  g_type_ensure (BARN_TYPE_LONG_TERM_PAGE);
  g_type_ensure (BARN_TYPE_NOTICE);
  g_type_ensure (BARN_TYPE_OCCASION_CHOICE);
  g_type_ensure (BARN_TYPE_OCCASION_REPORT);
  g_type_ensure (BARN_TYPE_OVERVIEW_PAGE);
  g_type_ensure (BARN_TYPE_SET_EDITOR);
  g_type_ensure (BARN_TYPE_SHIFTS_PAGE);
  g_type_ensure (BARN_TYPE_SIDEBAR);
  g_type_ensure (BARN_TYPE_STATUS_BAR);
  g_type_ensure (BARN_TYPE_STATUS_ICON);
  g_type_ensure (BARN_TYPE_STATUS_TOGGLES);
  g_type_ensure (BARN_TYPE_TAB_STOP);
  g_type_ensure (BARN_TYPE_UNIT_CHOOSER);
  g_type_ensure (BARN_TYPE_WELCOME_PAGE);
  g_type_ensure (BARN_TYPE_WHEEL_PAGE);
  g_type_ensure (BARN_TYPE_WHEEL_VIEW);
  g_type_ensure (BARN_TYPE_WRAP_LAYOUT);
}

/**
 * barn_ui_weak_ref_new:
 * @object: (type GObject): an object
 *
 * For what waits for a worker: a window or page that is gone by then is not kept for it. Free it with barn_ui_weak_ref_free().
 *
 * Returns: (transfer full): what g_weak_ref_get() takes
 */
GWeakRef *
barn_ui_weak_ref_new (gpointer object)
{
  GWeakRef *self = g_new0 (GWeakRef, 1);

  g_weak_ref_init (self, object);

  return self;
}

void
barn_ui_weak_ref_free (GWeakRef *self)
{
  g_weak_ref_clear (self);
  g_free (self);
}

/**
 * barn_ui_report_error:
 * @from: where it happened
 * @error: (nullable): what happened
 *
 * Says in the window what went wrong, and stays until it is closed. That somebody changed their mind (%G_IO_ERROR_CANCELLED) is
 * not told.
 */
void
barn_ui_report_error (GtkWidget    *from,
                      const GError *error)
{
  g_return_if_fail (GTK_IS_WIDGET (from));

  if (error == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (!gtk_widget_activate_action (from, "win.report-error", "s", error->message))
    g_warning ("%s", error->message);
}

/**
 * barn_ui_say:
 * @from: where it happened
 * @sentence: what happened
 *
 * Says in a toast what has happened already. What matters must stand in the window too: not every screen reader
 * reads toasts.
 */
void
barn_ui_say (GtkWidget  *from,
             const char *sentence)
{
  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (sentence != NULL);

  gtk_widget_activate_action (from, "win.say", "s", sentence);
}

/**
 * barn_ui_set_name:
 * @widget: a control
 * @name: what a screen reader calls it, in place of the words of the control
 */
void
barn_ui_set_name (GtkWidget  *widget,
                  const char *name)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (name != NULL);

  /* GTK reads a label and what labels the control one after the other: a row or button with words of its own would be read twice */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * barn_ui_set_row_name:
 * @list_item: what a factory binds; its child stands in the list already
 * @name: what a screen reader says on the row
 *
 * GTK before 4.12 gives rows and cells no name but that of their type. In a column view both the cell and the row get the name
 * of the cell bound last, so bind the column that names the row last.
 */
void
barn_ui_set_row_name (GtkListItem *list_item,
                      const char  *name)
{
  GtkWidget *child;
  GtkWidget *cell;

  g_return_if_fail (GTK_IS_LIST_ITEM (list_item));
  g_return_if_fail (name != NULL);

  child = gtk_list_item_get_child (list_item);
  cell = child != NULL ? gtk_widget_get_parent (child) : NULL;
  if (cell != NULL)
    barn_ui_set_name (cell, name);
}

/**
 * barn_ui_get_language:
 *
 * Returns: "sv" or "en": the language that the window speaks
 */
const char *
barn_ui_get_language (void)
{
  /* Translators: the language code of this translation, en or sv: dates are worded in it */
  return strcmp (C_("language code", "en"), "sv") == 0 ? "sv" : "en";
}

/**
 * barn_ui_format_day:
 * @day: a day
 *
 * Returns: (transfer full): the day as a person writes it, with the year when it is not this year's; "" for no day
 */
char *
barn_ui_format_day (BarnDay day)
{
  if (day == BARN_DAY_NONE)
    return g_strdup ("");

  return barn_day_format (day, BARN_DAY_SHORT, barn_ui_get_language (), barn_clock_get_today ());
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Opens a plan file in the window, shows its activities, searches, filters and groups them, goes through the other pages, and prints for each step the longest time
 * for which the main loop did not come round: that long the window did not answer.
 *
 *   bench-window FILE
 */

#include "config.h"

#include <adwaita.h>
#include <unistd.h>

#include "barn-application.h"

/* Long enough for every step to come to rest on a slow machine; waiting costs nothing */
#define STEP_MS 2500

typedef struct
{
  const char *name;
  void      (*act) (GtkWindow *window);
} Step;

static gint64 busy_since;
static gint64 longest;
static GtkWindow *shown;

static int
measure_poll (GPollFD *fds,
              guint    n_fds,
              int      timeout)
{
  int result;

  if (busy_since != 0)
    longest = MAX (longest, g_get_monotonic_time () - busy_since);

  result = g_poll (fds, n_fds, timeout);
  busy_since = g_get_monotonic_time ();

  return result;
}

static void
show_activities (GtkWindow  *window,
                 const char *key,
                 const char *value)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{sv}"));
  if (key != NULL)
    g_variant_builder_add (&builder, "{sv}", key, g_variant_new_string (value));

  gtk_widget_activate_action_variant (GTK_WIDGET (window), "win.show-activities", g_variant_builder_end (&builder));
}

static void
open_page (GtkWindow *window)
{
  show_activities (window, NULL, NULL);
}

static void
type_letter (GtkWindow  *window,
             const char *letter)
{
  GtkWidget *focus = gtk_window_get_focus (window);
  int position = -1;

  if (!GTK_IS_EDITABLE (focus))
    g_error ("The search entry has not got the focus");

  gtk_editable_insert_text (GTK_EDITABLE (focus), letter, -1, &position);
}

static void
open_search (GtkWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.search", NULL);
}

static void
type_first (GtkWindow *window)
{
  type_letter (window, "b");
}

static void
type_second (GtkWindow *window)
{
  type_letter (window, "arn");
}

static void
type_third (GtkWindow *window)
{
  type_letter (window, " 77");
}

static void
filter (GtkWindow *window)
{
  show_activities (window, "status", "not_started");
}

static void
group (GtkWindow *window)
{
  show_activities (window, "group", "status");
}

static void
show_page (GtkWindow  *window,
           const char *name)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-page", "s", name);
}

static void
open_overview (GtkWindow *window)
{
  show_page (window, "overview");
}

static void
open_shifts (GtkWindow *window)
{
  show_page (window, "shifts");
}

static void
open_long_term (GtkWindow *window)
{
  show_page (window, "long-term");
}

static void
open_wheel (GtkWindow *window)
{
  show_page (window, "wheel");
}

static void
open_follow_up (GtkWindow *window)
{
  show_page (window, "follow-up");
}

static void
open_history (GtkWindow *window)
{
  show_page (window, "history");
}

static void
finish (GtkWindow *window)
{
  _exit (0);
}

/* The name is of what was done before, the function of what is done next */
static const Step steps[] = {
  { "open the file", open_shifts },
  { "shifts", open_long_term },
  { "long term", open_wheel },
  { "wheel", open_follow_up },
  { "follow-up", open_history },
  { "history", open_overview },
  { "overview", open_wheel },
  { "wheel again", open_page },
  { "show activities", open_search },
  { "open search", type_first },
  { "search b", type_second },
  { "search barn", type_third },
  { "search barn 77", open_page },
  { "clear search", filter },
  { "filter", group },
  { "group", finish },
};

/* Prints how the step before went, and takes the next */
static gboolean
on_step (gpointer data)
{
  static guint next;

  g_print ("%s %.1f\n", steps[next].name, longest / 1000.0);
  fflush (stdout);
  longest = 0;
  steps[next++].act (shown);

  return G_SOURCE_CONTINUE;
}

static void
on_window_added (GtkApplication *application,
                 GtkWindow      *window,
                 gpointer        data)
{
  if (shown != NULL)
    return;

  shown = window;
  g_timeout_add (STEP_MS, on_step, NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (BarnApplication) application = NULL;

  g_main_context_set_poll_func (NULL, measure_poll);

  application = barn_application_new ();
  g_application_set_flags (G_APPLICATION (application), g_application_get_flags (G_APPLICATION (application)) | G_APPLICATION_NON_UNIQUE);
  g_signal_connect (application, "window-added", G_CALLBACK (on_window_added), NULL);

  return g_application_run (G_APPLICATION (application), argc, argv);
}

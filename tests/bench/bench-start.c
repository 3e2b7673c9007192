/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Opens a window, waits until it is painted and the main loop has nothing left to do, and prints how long that took since
 * BARNRATT_STARTED (nanoseconds of the monotonic clock, given by who starts this) and what memory it holds then.
 *
 *   bench-start empty          an empty AdwApplicationWindow
 *   bench-start plan FILE      the program's own window on a plan file
 */

#include "config.h"

#include <adwaita.h>
#include <unistd.h>
#include <string.h>

#include "barn-application.h"

static gint64 painted_at;

static guint64
read_memory (const char *field)
{
  g_autofree char *text = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/smaps_rollup", &text, NULL, NULL))
    return 0;

  line = strstr (text, field);

  return line != NULL ? g_ascii_strtoull (line + strlen (field), NULL, 10) : 0;
}

static gboolean
on_settled (gpointer data)
{
  const char *started = g_getenv ("BARNRATT_STARTED");
  gint64 since = started != NULL ? g_ascii_strtoll (started, NULL, 10) / 1000 : painted_at;

  g_print ("{\"painted_ms\": %.1f, \"settled_ms\": %.1f, \"rss_kb\": %" G_GUINT64_FORMAT ", \"private_kb\": %" G_GUINT64_FORMAT "}\n",
           (painted_at - since) / 1000.0, (g_get_monotonic_time () - since) / 1000.0, read_memory ("Rss:"),
           read_memory ("Private_Clean:") + read_memory ("Private_Dirty:"));
  fflush (stdout);
  _exit (0);
}

static void
on_after_paint (GdkFrameClock *clock,
                gpointer       data)
{
  if (painted_at != 0)
    return;

  painted_at = g_get_monotonic_time ();
  g_idle_add_full (G_PRIORITY_LOW, on_settled, NULL, NULL);
}

static void
on_map (GtkWidget *window,
        gpointer   data)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (on_after_paint), NULL);
}

static void
on_window_added (GtkApplication *application,
                 GtkWindow      *window,
                 gpointer        data)
{
  g_signal_connect_after (window, "map", G_CALLBACK (on_map), NULL);
}

static void
on_activate_empty (GtkApplication *application,
                   gpointer        data)
{
  GtkWidget *window = adw_application_window_new (application);

  gtk_window_set_default_size (GTK_WINDOW (window), 1240, 800);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GApplication) application = NULL;
  gboolean empty = argc > 1 && strcmp (argv[1], "empty") == 0;

  if (empty)
    {
      application = G_APPLICATION (adw_application_new ("org.example.BarnrattEmpty", G_APPLICATION_NON_UNIQUE));
      g_signal_connect (application, "activate", G_CALLBACK (on_activate_empty), NULL);
    }
  else
    {
      application = G_APPLICATION (barn_application_new ());
      g_application_set_flags (application, g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);
    }

  g_signal_connect (application, "window-added", G_CALLBACK (on_window_added), NULL);

  /* The program sees itself and its file, as if it was called with nothing else */
  if (argc > 1)
    argv[1] = argv[0];

  return g_application_run (application, argc - 1, argv + 1);
}

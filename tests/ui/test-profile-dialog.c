/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-profile-dialog"

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "barn-choose.h"
#include "barn-plan-file-profile.h"
#include "barn-profile-dialog.h"
#include "barn-profile-row.h"
#include "ui-support.h"

/* The wording of documents, changed in the window: each change is one that can be undone, and what is wrong is said and changes nothing */

typedef struct
{
  BarnPlanFile *file;
  GtkWidget    *window;
  GtkWidget    *dialog;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->file = ui_make_file ();
  fixture->window = gtk_window_new ();
  gtk_window_present (GTK_WINDOW (fixture->window));
  fixture->dialog = barn_profile_dialog_new (GTK_WINDOW (fixture->window), fixture->file);
  gtk_window_present (GTK_WINDOW (fixture->dialog));
  ui_wait_until (gtk_widget_get_mapped (fixture->dialog));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  barn_choose_set_override (NULL, NULL);
  gtk_window_destroy (GTK_WINDOW (fixture->dialog));
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_remove_file (fixture->file);
}

/* The row of a key on the page on show */
static GtkWidget *
find_row (GtkWidget  *widget,
          const char *key)
{
  if (BARN_IS_PROFILE_ROW (widget) && g_str_equal (barn_profile_row_get_key (BARN_PROFILE_ROW (widget)), key))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_row (child, key);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static char *
dup_text (Fixture    *fixture,
          const char *group,
          const char *key)
{
  return barn_profile_dup_text (barn_plan_file_get_profile (fixture->file), group, key);
}

static gboolean
has_text (Fixture    *fixture,
          const char *group,
          const char *key,
          const char *expected)
{
  g_autofree char *text = dup_text (fixture, group, key);

  return g_str_equal (text, expected);
}

static void
test_word (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *row;

  barn_profile_dialog_show_paper (BARN_PROFILE_DIALOG (fixture->dialog), BARN_PAPER_BARNBOKSLUT);
  row = find_row (fixture->dialog, "title");
  g_assert_nonnull (row);
  gtk_editable_set_text (GTK_EDITABLE (row), "Barnens år {year}");
  ui_wait_until (has_text (fixture, "barnbokslut", "title", "Barnens år {year}"));

  /* Emptied, the built-in words are back */
  gtk_editable_set_text (GTK_EDITABLE (row), "");
  ui_wait_until (has_text (fixture, "barnbokslut", "title", "Barnbokslut {year}"));
  g_assert_cmpstr (barn_organisation_get_profile (barn_model_get_organisation (barn_plan_file_get_model (fixture->file))), ==, "");
}

static void
test_parts (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *summary;
  GtkWidget *check;
  g_autoptr (GError) error = NULL;

  barn_profile_dialog_show_paper (BARN_PROFILE_DIALOG (fixture->dialog), BARN_PAPER_TJANSTESKRIVELSE);
  summary = find_row (fixture->dialog, "summary");
  gtk_widget_grab_focus (summary);
  gtk_widget_activate_action (summary, "parts.move", "i", -1);
  g_assert_true (has_text (fixture, "tjansteskrivelse", "parts",
                           "front;summary;proposal;basis;matter;best_interests;equality;economy;assessment;attachments;recipients"));
  /* It is the same row, and it has moved */
  g_assert_true (find_row (fixture->dialog, "summary") == summary);
  g_assert_cmpint (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (summary)), ==, 1);

  check = ui_find (summary, GTK_TYPE_CHECK_BUTTON, NULL);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), FALSE);
  g_assert_true (has_text (fixture, "tjansteskrivelse", "parts",
                           "front;proposal;basis;matter;best_interests;equality;economy;assessment;attachments;recipients"));

  g_assert_true (barn_plan_file_undo (fixture->file, NULL, &error));
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
  g_assert_true (barn_plan_file_undo (fixture->file, NULL, &error));
  g_assert_cmpint (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (summary)), ==, 2);
}

static GFile *
choose (const char     *title,
        BarnChooseKind  kind,
        const char     *name,
        gpointer        user_data)
{
  return g_object_ref (user_data);
}

static void
test_shared (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "barn-test-shared.profile", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *text = NULL;

  barn_choose_set_override (choose, file);
  g_assert_true (g_file_set_contents (path, "[status]\ndone=Klar\n", -1, NULL));
  gtk_widget_activate_action (fixture->dialog, "profile.import", NULL);
  ui_wait_until (has_text (fixture, "status", "done", "Klar"));

  /* A damaged one is named, and changes nothing */
  g_assert_true (g_file_set_contents (path, "[status]\n\nfardig=Klar\n", -1, NULL));
  gtk_widget_activate_action (fixture->dialog, "profile.import", NULL);
  ui_run_for (100);
  g_assert_true (has_text (fixture, "status", "done", "Klar"));

  gtk_widget_activate_action (fixture->dialog, "profile.export", NULL);
  ui_run_for (100);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "done=Klar"));

  gtk_widget_activate_action (fixture->dialog, "profile.reset", NULL);
  g_assert_true (has_text (fixture, "status", "done", "Genomförd"));
  g_unlink (path);
}

static void
test_logo (Fixture       *fixture,
           gconstpointer  data)
{
  static const char drawing[] = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"30\" height=\"10\"><rect width=\"30\" height=\"10\"/></svg>";
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "barn-test-logo.svg", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GtkWidget *button = ui_find (fixture->dialog, GTK_TYPE_BUTTON, "Choose…");

  barn_choose_set_override (choose, file);
  g_assert_true (g_file_set_contents (path, "no picture", -1, NULL));
  g_signal_emit_by_name (button, "clicked");
  ui_run_for (100);
  g_assert_null (barn_profile_get_logo (barn_plan_file_get_profile (fixture->file)));

  g_assert_true (g_file_set_contents (path, drawing, -1, NULL));
  g_signal_emit_by_name (button, "clicked");
  ui_wait_until (barn_profile_get_logo (barn_plan_file_get_profile (fixture->file)) != NULL);
  g_assert_nonnull (gtk_picture_get_paintable (GTK_PICTURE (ui_find (fixture->dialog, GTK_TYPE_PICTURE, NULL))));
  g_unlink (path);
}

/* A profile of a newer version: the dialog says so, and nothing but taking another one or starting anew is possible */
static void
test_fault (Fixture       *fixture,
            gconstpointer  data)
{
  BarnOrganisation *organisation = barn_model_get_organisation (barn_plan_file_get_model (fixture->file));
  g_autoptr (GError) error = NULL;

  g_assert_true (barn_plan_file_set_text (fixture->file, BARN_ITEM (organisation), "profile", "", "[framtid]\na=b\n", NULL, &error));
  barn_profile_dialog_show_paper (BARN_PROFILE_DIALOG (fixture->dialog), BARN_PAPER_BARNBOKSLUT);
  g_assert_false (gtk_editable_get_editable (GTK_EDITABLE (find_row (fixture->dialog, "title"))));
  g_assert_nonnull (ui_find (fixture->dialog, GTK_TYPE_LABEL, barn_plan_file_get_profile_fault (fixture->file)));

  gtk_widget_activate_action (fixture->dialog, "profile.reset", NULL);
  g_assert_null (barn_plan_file_get_profile_fault (fixture->file));
  g_assert_true (gtk_editable_get_editable (GTK_EDITABLE (find_row (fixture->dialog, "title"))));
}

int
main (int   argc,
      char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  g_test_add ("/profile-dialog/word", Fixture, NULL, set_up, test_word, tear_down);
  g_test_add ("/profile-dialog/parts", Fixture, NULL, set_up, test_parts, tear_down);
  g_test_add ("/profile-dialog/shared", Fixture, NULL, set_up, test_shared, tear_down);
  g_test_add ("/profile-dialog/logo", Fixture, NULL, set_up, test_logo, tear_down);
  g_test_add ("/profile-dialog/fault", Fixture, NULL, set_up, test_fault, tear_down);

  return g_test_run ();
}

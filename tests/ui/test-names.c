/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-names"

#include "config.h"

#include "barn-application.h"
#include "barn-ask.h"
#include "barn-window.h"
#include "ui-support.h"

/* A screen reader is told both: the words with their underscore, and the label that is the name */
static gboolean
is_named_twice (GtkWidget *widget)
{
  return GTK_IS_BUTTON (widget) && gtk_button_get_use_underline (GTK_BUTTON (widget))
         && gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL)
         && gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

static guint
count_mapped (GtkWidget *widget,
              guint     *named_twice)
{
  guint n = 1;

  if (!gtk_widget_get_mapped (widget))
    return 0;

  if (is_named_twice (widget))
    {
      g_test_message ("“%s” is named twice", gtk_button_get_label (GTK_BUTTON (widget)));
      (*named_twice)++;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count_mapped (child, named_twice);

  return n;
}

static void
assert_named_once (GtkWidget *widget)
{
  guint named_twice = 0;

  g_assert_cmpuint (count_mapped (widget, &named_twice), >, 10);
  g_assert_cmpuint (named_twice, ==, 0);
}

static void
assert_named_by_label (GtkWidget *widget)
{
  g_assert_false (gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL));
  g_assert_true (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY));
}

static void
test_mnemonics (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *button = gtk_button_new_with_mnemonic ("C_lose");
  GtkWidget *check = gtk_check_button_new_with_mnemonic ("_Whole");
  GtkWidget *plain = gtk_button_new_with_label ("Plain");
  g_autofree char *fault = NULL;

  gtk_box_append (GTK_BOX (box), button);
  gtk_box_append (GTK_BOX (box), check);
  gtk_box_append (GTK_BOX (box), plain);
  gtk_window_set_child (GTK_WINDOW (window), box);
  gtk_window_present (GTK_WINDOW (window));
  ui_wait_until (gtk_widget_get_mapped (check));

  assert_named_by_label (button);
  fault = gtk_test_accessible_check_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, "Whole");
  g_assert_null (fault);
  /* GTK 4.8 names a plain button by its words, later ones by the label in it */
  g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (plain), GTK_ACCESSIBLE_PROPERTY_LABEL) ||
                 gtk_test_accessible_has_relation (GTK_ACCESSIBLE (plain), GTK_ACCESSIBLE_RELATION_LABELLED_BY));

  /* Words that change while they are seen */
  gtk_button_set_label (GTK_BUTTON (button), "O_pen");
  ui_run_for (20);
  assert_named_by_label (button);

  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_question (void)
{
  GtkWidget *window = gtk_window_new ();
  GListModel *windows = gtk_window_get_toplevels ();
  guint n_windows;
  GtkWindow *dialog = NULL;

  gtk_window_present (GTK_WINDOW (window));
  n_windows = g_list_model_get_n_items (windows);
  barn_tell_error (GTK_WINDOW (window), "It happened", "What to do", "Particulars");
  g_assert_cmpuint (g_list_model_get_n_items (windows), ==, n_windows + 1);
  for (guint i = 0; i <= n_windows && dialog == NULL; i++)
    {
      g_autoptr (GtkWindow) one = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (one))
        dialog = one; /* GTK holds it */
    }
  ui_wait_until (gtk_widget_get_mapped (GTK_WIDGET (dialog)));
  ui_run_for (50);
  assert_named_once (GTK_WIDGET (dialog));

  gtk_window_destroy (dialog);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_pages (gconstpointer data)
{
  static const char *const names[] = { "overview", "shifts", "activities", "long-term", "wheel", "follow-up", "assessments",
                                       "barnbokslut", "documents", "history" };
  BarnPlanFile *file = ui_make_file ();
  BarnWindow *window = barn_window_new (GTK_APPLICATION ((gpointer) data));

  barn_window_open (window, barn_plan_file_get_file (file), FALSE);
  ui_wait_until (!barn_window_is_opening (window));
  gtk_window_present (GTK_WINDOW (window));

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (window), "win.show-page", "s", names[i]);
      ui_run_for (100);
      g_test_message ("%s", names[i]);
      assert_named_once (GTK_WIDGET (window));
    }

  gtk_window_destroy (GTK_WINDOW (window));
  ui_run_for (20);
  ui_remove_file (file);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (BarnApplication) application = NULL;
  g_autoptr (GError) error = NULL;

  /* Before GTK: then it keeps what it would tell a screen reader */
  g_setenv ("GTK_A11Y", "test", TRUE);

  if (!ui_test_init (&argc, &argv))
    return 0;

  application = barn_application_new ();
  g_application_set_flags (G_APPLICATION (application),
                           g_application_get_flags (G_APPLICATION (application)) | G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);

  g_test_add_func ("/names/mnemonics", test_mnemonics);
  g_test_add_func ("/names/question", test_question);
  g_test_add_data_func ("/names/pages", application, test_pages);

  return g_test_run ();
}

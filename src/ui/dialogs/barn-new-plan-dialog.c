/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-new-plan-dialog"

#include "config.h"

#include "barn-new-plan-dialog.h"

#include <glib/gi18n-lib.h>

#include "barn-choose.h"

struct _BarnNewPlanDialog
{
  AdwWindow            parent_instance;

  AdwWindowTitle      *title;
  AdwPreferencesGroup *organisation_group;
  AdwEntryRow         *organisation_row;
  AdwEntryRow         *board_row;
  GtkSpinButton       *year_button;
  AdwPreferencesGroup *place_group;
  AdwActionRow        *place_row;
  GtkLabel            *problem;

  BarnPlanFile        *file;     /* gets another year; NULL: a new file */
  GFile               *place;
  gboolean             chosen;   /* a person chose the place: its name does not follow the organisation's any more */
};

enum
{
  CREATE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BarnNewPlanDialog, barn_new_plan_dialog, ADW_TYPE_WINDOW)

static gboolean
year_is_taken (BarnNewPlanDialog *self,
               guint              year)
{
  return self->file != NULL && barn_model_find_plan (barn_plan_file_get_model (self->file), year) != NULL;
}

/* A name for a file from the name of the organisation, without what file systems do not take */
static char *
make_file_name (const char *organisation)
{
  g_autofree char *name = g_strstrip (g_strdup (organisation));

  g_strdelimit (name, "/\\:*?\"<>|\n\t", '-');
  if (*name == '\0')
    return NULL;

  return g_strconcat (name, ".barnratt", NULL);
}

static void
set_place (BarnNewPlanDialog *self,
           GFile             *place)
{
  g_autofree char *path = g_file_get_parse_name (place);

  g_set_object (&self->place, place);
  adw_action_row_set_subtitle (self->place_row, path);
}

/* A place that is free, named for the organisation */
static void
suggest_place (BarnNewPlanDialog *self)
{
  g_autoptr (GFile) standard = barn_plan_file_get_default_location ();
  g_autoptr (GFile) folder = g_file_get_parent (standard);
  g_autofree char *standard_name = g_file_get_basename (standard);
  g_autofree char *name = make_file_name (barn_new_plan_dialog_get_organisation (self));
  g_autoptr (GFile) place = g_file_get_child (folder, name != NULL ? name : standard_name);
  g_autofree char *stem = g_strdup (name != NULL ? name : standard_name);

  if (g_str_has_suffix (stem, ".barnratt"))
    stem[strlen (stem) - strlen (".barnratt")] = '\0';

  for (guint i = 2; g_file_query_exists (place, NULL); i++)
    {
      g_autofree char *other = g_strdup_printf ("%s %u.barnratt", stem, i);

      g_set_object (&place, NULL);
      place = g_file_get_child (folder, other);
    }

  set_place (self, place);
}

static void
update (BarnNewPlanDialog *self)
{
  guint year = barn_new_plan_dialog_get_year (self);
  gboolean taken = year_is_taken (self, year);

  if (self->file == NULL && !self->chosen)
    suggest_place (self);

  if (taken)
    {
      g_autofree char *sentence = g_strdup_printf (_("There is a plan for %u already. Choose another year."), year);

      gtk_label_set_label (self->problem, sentence);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->problem), taken);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.create", !taken);
}

static void
on_create (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  BarnNewPlanDialog *self = BARN_NEW_PLAN_DIALOG (widget);

  gtk_spin_button_update (self->year_button);
  if (year_is_taken (self, barn_new_plan_dialog_get_year (self)))
    return;

  g_signal_emit (self, signals[CREATE], 0);
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_place_chosen (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (BarnNewPlanDialog) self = user_data;
  g_autoptr (GFile) file = barn_choose_finish (result, NULL);

  if (file == NULL)
    return;

  self->chosen = TRUE;
  set_place (self, file);
}

static void
on_choose_place (BarnNewPlanDialog *self)
{
  g_autofree char *name = g_file_get_basename (self->place);
  g_autoptr (GFile) folder = g_file_get_parent (self->place);

  barn_choose_save (GTK_WINDOW (self), _("Where Is the Plan File to Lie?"), BARN_CHOOSE_PLAN_FILE, name,
                    g_file_query_exists (folder, NULL) ? folder : NULL, on_place_chosen, g_object_ref (self));
}

static void
barn_new_plan_dialog_dispose (GObject *object)
{
  BarnNewPlanDialog *self = BARN_NEW_PLAN_DIALOG (object);

  g_clear_object (&self->file);
  g_clear_object (&self->place);

  G_OBJECT_CLASS (barn_new_plan_dialog_parent_class)->dispose (object);
}

static void
barn_new_plan_dialog_class_init (BarnNewPlanDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = barn_new_plan_dialog_dispose;

  signals[CREATE] = g_signal_new ("create", BARN_TYPE_NEW_PLAN_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Barnratt/ui/barn-new-plan-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, BarnNewPlanDialog, title);
  gtk_widget_class_bind_template_child (widget_class, BarnNewPlanDialog, organisation_group);
  gtk_widget_class_bind_template_child (widget_class, BarnNewPlanDialog, organisation_row);
  gtk_widget_class_bind_template_child (widget_class, BarnNewPlanDialog, board_row);
  gtk_widget_class_bind_template_child (widget_class, BarnNewPlanDialog, year_button);
  gtk_widget_class_bind_template_child (widget_class, BarnNewPlanDialog, place_group);
  gtk_widget_class_bind_template_child (widget_class, BarnNewPlanDialog, place_row);
  gtk_widget_class_bind_template_child (widget_class, BarnNewPlanDialog, problem);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, on_choose_place);

  gtk_widget_class_install_action (widget_class, "dialog.create", NULL, on_create);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "dialog.create", NULL);
}

static void
barn_new_plan_dialog_init (BarnNewPlanDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * barn_new_plan_dialog_new:
 * @parent: the window to stand before
 * @file: (nullable): the plan file that gets another year; %NULL asks for all that a new file must know
 *
 * Returns: (transfer none): a new dialog, owned by GTK until it is closed
 */
GtkWidget *
barn_new_plan_dialog_new (GtkWindow    *parent,
                          BarnPlanFile *file)
{
  BarnNewPlanDialog *self;
  guint year = barn_day_get_year (barn_clock_get_today ());

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (file == NULL || BARN_IS_PLAN_FILE (file), NULL);

  self = g_object_new (BARN_TYPE_NEW_PLAN_DIALOG, "transient-for", parent, NULL);
  g_set_object (&self->file, file);
  gtk_widget_set_visible (GTK_WIDGET (self->organisation_group), file == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->place_group), file == NULL);
  adw_window_title_set_title (self->title, file == NULL ? _("New Plan") : _("New Plan Year"));
  gtk_window_set_title (GTK_WINDOW (self), adw_window_title_get_title (self->title));

  while (year_is_taken (self, year))
    year++;
  gtk_spin_button_set_value (self->year_button, year);
  update (self);
  gtk_widget_grab_focus (file == NULL ? GTK_WIDGET (self->organisation_row) : GTK_WIDGET (self->year_button));

  return GTK_WIDGET (self);
}

/**
 * barn_new_plan_dialog_get_year:
 * @self: a dialog
 *
 * Returns: the year of the new plan
 */
guint
barn_new_plan_dialog_get_year (BarnNewPlanDialog *self)
{
  g_return_val_if_fail (BARN_IS_NEW_PLAN_DIALOG (self), 0);

  return (guint) gtk_spin_button_get_value_as_int (self->year_button);
}

/**
 * barn_new_plan_dialog_get_organisation:
 * @self: a dialog
 *
 * Returns: (transfer none): the name of the förvaltning, perhaps ""
 */
const char *
barn_new_plan_dialog_get_organisation (BarnNewPlanDialog *self)
{
  g_return_val_if_fail (BARN_IS_NEW_PLAN_DIALOG (self), NULL);

  return gtk_editable_get_text (GTK_EDITABLE (self->organisation_row));
}

/**
 * barn_new_plan_dialog_get_board:
 * @self: a dialog
 *
 * Returns: (transfer none): the name of the nämnd, perhaps ""
 */
const char *
barn_new_plan_dialog_get_board (BarnNewPlanDialog *self)
{
  g_return_val_if_fail (BARN_IS_NEW_PLAN_DIALOG (self), NULL);

  return gtk_editable_get_text (GTK_EDITABLE (self->board_row));
}

/**
 * barn_new_plan_dialog_dup_file:
 * @self: a dialog for a new file
 *
 * Returns: (transfer full): where the file is to lie
 */
GFile *
barn_new_plan_dialog_dup_file (BarnNewPlanDialog *self)
{
  g_return_val_if_fail (BARN_IS_NEW_PLAN_DIALOG (self), NULL);

  return g_object_ref (self->place);
}

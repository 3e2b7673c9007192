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
  GFile               *place;    /* NULL: it is still asked which is free */
  GFile               *wanted;   /* the place of its name, free or not */
  guint                number;   /* of the place that is asked about: "name 2" */
  GCancellable        *asking;   /* (nullable) */
  gboolean             chosen;   /* a person chose the place: its name does not follow the organisation's any more */
  gboolean             creating; /* as soon as the place is known */
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
create (BarnNewPlanDialog *self)
{
  g_signal_emit (self, signals[CREATE], 0);
  gtk_window_close (GTK_WINDOW (self));
}

static void
set_place (BarnNewPlanDialog *self,
           GFile             *place)
{
  g_autofree char *path = g_file_get_parse_name (place);

  g_set_object (&self->place, place);
  adw_action_row_set_subtitle (self->place_row, path);
  if (self->creating)
    create (self);
}

static void
stop_asking (BarnNewPlanDialog *self)
{
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
}

/* "name.barnratt", "name 2.barnratt" … */
static GFile *
get_candidate (BarnNewPlanDialog *self)
{
  g_autoptr (GFile) folder = g_file_get_parent (self->wanted);
  g_autofree char *name = g_file_get_basename (self->wanted);
  g_autofree char *numbered = NULL;

  if (self->number == 1)
    return g_object_ref (self->wanted);

  if (g_str_has_suffix (name, ".barnratt"))
    name[strlen (name) - strlen (".barnratt")] = '\0';
  numbered = g_strdup_printf ("%s %u.barnratt", name, self->number);

  return g_file_get_child (folder, numbered);
}

static void ask_whether_free (BarnNewPlanDialog *self);

static void
on_asked (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (BarnNewPlanDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info_finish (G_FILE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (info == NULL)
    {
      set_place (self, G_FILE (source));
      return;
    }

  self->number++;
  ask_whether_free (self);
}

static void
ask_whether_free (BarnNewPlanDialog *self)
{
  g_autoptr (GFile) candidate = get_candidate (self);

  stop_asking (self);
  self->asking = g_cancellable_new ();
  g_file_query_info_async (candidate, G_FILE_ATTRIBUTE_STANDARD_TYPE, G_FILE_QUERY_INFO_NONE, G_PRIORITY_DEFAULT,
                           self->asking, on_asked, g_object_ref (self));
}

/* A place that is free, named for the organisation. The drive may be slow: the dialog does not wait for it. */
static void
suggest_place (BarnNewPlanDialog *self)
{
  g_autoptr (GFile) standard = barn_plan_file_get_default_location ();
  g_autoptr (GFile) folder = g_file_get_parent (standard);
  g_autofree char *name = make_file_name (barn_new_plan_dialog_get_organisation (self));
  g_autoptr (GFile) wanted = name != NULL ? g_file_get_child (folder, name) : g_object_ref (standard);

  if (self->wanted != NULL && g_file_equal (self->wanted, wanted))
    return;

  g_set_object (&self->wanted, wanted);
  g_clear_object (&self->place);
  self->number = 1;
  ask_whether_free (self);
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

  /* A new file waits until it is known where it can lie */
  if (self->file == NULL && self->place == NULL)
    self->creating = TRUE;
  else
    create (self);
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
  stop_asking (self);
  set_place (self, file);
}

/* It begins in the folder of the suggested place, if there is one */
static void
on_folder_asked (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (BarnNewPlanDialog) self = user_data;
  g_autoptr (GFileInfo) info = g_file_query_info_finish (G_FILE (source), result, NULL);
  g_autofree char *name = g_file_get_basename (self->place != NULL ? self->place : self->wanted);

  barn_choose_save (GTK_WINDOW (self), _("Where Is the Plan File to Lie?"), BARN_CHOOSE_PLAN_FILE, name,
                    info != NULL ? G_FILE (source) : NULL, on_place_chosen, g_object_ref (self));
}

static void
on_choose_place (BarnNewPlanDialog *self)
{
  g_autoptr (GFile) folder = g_file_get_parent (self->place != NULL ? self->place : self->wanted);

  g_file_query_info_async (folder, G_FILE_ATTRIBUTE_STANDARD_TYPE, G_FILE_QUERY_INFO_NONE, G_PRIORITY_DEFAULT, NULL,
                           on_folder_asked, g_object_ref (self));
}

static void
barn_new_plan_dialog_dispose (GObject *object)
{
  BarnNewPlanDialog *self = BARN_NEW_PLAN_DIALOG (object);

  stop_asking (self);
  g_clear_object (&self->file);
  g_clear_object (&self->place);
  g_clear_object (&self->wanted);

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
 * Returns: (transfer full): where the file is to lie. It is known when "create" is emitted.
 */
GFile *
barn_new_plan_dialog_dup_file (BarnNewPlanDialog *self)
{
  g_return_val_if_fail (BARN_IS_NEW_PLAN_DIALOG (self), NULL);

  return g_object_ref (self->place);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-adopted-list"

#include "config.h"

#include "barn-adopted-list.h"

#include <glib/gi18n-lib.h>

#include "barn-adopt-dialog.h"
#include "barn-ask.h"
#include "barn-choose.h"
#include "barn-compare-dialog.h"
#include "barn-open.h"
#include "barn-ui.h"

/* So much of a SHA-256 tells two documents apart, for a person */
#define SUM_SHOWN 8

struct _BarnAdoptedList
{
  AdwBin        parent_instance;

  GtkListBox   *rows;

  BarnPlanFile *file;
  BarnPlan     *plan;
};

G_DEFINE_FINAL_TYPE (BarnAdoptedList, barn_adopted_list, ADW_TYPE_BIN)

#define ADOPTED_KEY "barn-adopted"

/* What was asked for, and of which document: it may be gone when the answer comes */
typedef struct
{
  BarnAdoptedList *list;
  BarnPlanFile    *file;
  BarnAdopted     *adopted;
} Asked;

static Asked *
asked_new (BarnAdoptedList *list,
           BarnAdopted     *adopted)
{
  Asked *asked = g_new0 (Asked, 1);

  asked->list = g_object_ref (list);
  asked->file = g_object_ref (list->file);
  asked->adopted = g_object_ref (adopted);

  return asked;
}

static void
asked_free (Asked *asked)
{
  g_object_unref (asked->list);
  g_object_unref (asked->file);
  g_object_unref (asked->adopted);
  g_free (asked);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asked, asked_free)

static GtkWindow *
get_window (BarnAdoptedList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static BarnAdopted *
find_adopted (BarnAdoptedList *self,
              GVariant        *parameter)
{
  BarnItem *item = self->file != NULL
    ? barn_model_lookup (barn_plan_file_get_model (self->file), g_variant_get_string (parameter, NULL))
    : NULL;

  return item != NULL && BARN_IS_ADOPTED (item) ? BARN_ADOPTED (item) : NULL;
}

/* ---- What can be done with one ---- */

static void
show_one (BarnAdoptedList *self,
          BarnAdopted     *adopted)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = barn_plan_file_show_adopted (self->file, adopted, &error);
  g_autofree char *uri = file != NULL ? g_file_get_uri (file) : NULL;

  if (uri != NULL)
    barn_open_uri (GTK_WIDGET (self), uri);
  else
    barn_ui_report_error (GTK_WIDGET (self), error);
}

static void
show_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  BarnAdoptedList *self = BARN_ADOPTED_LIST (widget);
  BarnAdopted *adopted = find_adopted (self, parameter);

  if (adopted != NULL)
    show_one (self, adopted);
}

static void
on_output_chosen (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (Asked) asked = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) output = barn_choose_finish (result, &error);
  g_autofree char *name = NULL;
  g_autofree char *sentence = NULL;

  if (output == NULL || !barn_plan_file_save_adopted (asked->file, asked->adopted, output, NULL, &error))
    {
      barn_ui_report_error (GTK_WIDGET (asked->list), error);
      return;
    }

  name = g_file_get_basename (output);
  sentence = g_strdup_printf (_("The document was saved as it was adopted, to %s"), name);
  barn_ui_say (GTK_WIDGET (asked->list), sentence);
}

static void
save_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  BarnAdoptedList *self = BARN_ADOPTED_LIST (widget);
  BarnAdopted *adopted = find_adopted (self, parameter);
  g_autofree char *name = NULL;

  if (adopted == NULL)
    return;

  name = barn_adopted_dup_file_name (adopted);
  barn_choose_save (get_window (self), _("Save a Copy"), BARN_CHOOSE_ANY, name, NULL, on_output_chosen, asked_new (self, adopted));
}

static void
compare_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  BarnAdoptedList *self = BARN_ADOPTED_LIST (widget);
  BarnAdopted *adopted = find_adopted (self, parameter);

  if (adopted != NULL)
    gtk_window_present (GTK_WINDOW (barn_compare_dialog_new (widget, self->file, adopted)));
}

static void
correct_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  BarnAdoptedList *self = BARN_ADOPTED_LIST (widget);
  BarnAdopted *adopted = find_adopted (self, parameter);

  if (adopted != NULL)
    gtk_window_present (GTK_WINDOW (barn_adopt_dialog_new_correct (widget, self->file, adopted)));
}

static void
on_delete_answer (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (Asked) asked = user_data;
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  if (!barn_ask_finish (result))
    return;

  g_ptr_array_add (items, asked->adopted);
  if (!barn_plan_file_delete (asked->file, items, &error))
    barn_ui_report_error (GTK_WIDGET (asked->list), error);
}

static void
delete_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  BarnAdoptedList *self = BARN_ADOPTED_LIST (widget);
  BarnAdopted *adopted = find_adopted (self, parameter);
  g_autofree char *heading = NULL;

  if (adopted == NULL)
    return;

  heading = g_strdup_printf (_("Delete “%s”?"), barn_adopted_get_title (adopted));
  barn_ask (get_window (self), heading,
            _("An adopted document is a record: think of what your archive asks for. You can undo it: the document is then there again, byte for byte."),
            _("_Delete"), BARN_ASK_DESTRUCTIVE, on_delete_answer, asked_new (self, adopted));
}

/* ---- Rows ---- */

static GtkWidget *
new_label (const char *text,
           const char *style_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                   "label", text,
                                   "xalign", 0.0f,
                                   "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "width-chars", 12,
                                   "max-width-chars", 24,
                                   NULL);

  gtk_widget_add_css_class (label, style_class);

  return label;
}

static void
add_choice (GMenu       *menu,
            const char  *label,
            const char  *action,
            BarnAdopted *adopted)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", barn_item_get_id (BARN_ITEM (adopted)));
  g_menu_append_item (menu, item);
}

static GMenuModel *
new_menu (BarnAdoptedList *self,
          BarnAdopted     *adopted)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) changes = g_menu_new ();

  add_choice (menu, _("_Show"), "adopted.show", adopted);
  add_choice (menu, _("Save a _Copy…"), "adopted.save", adopted);
  add_choice (menu, _("Co_mpare With Another…"), "adopted.compare", adopted);
  if (!barn_plan_file_get_read_only (self->file))
    {
      add_choice (changes, _("C_hange What Is Said…"), "adopted.correct", adopted);
      add_choice (changes, _("_Delete…"), "adopted.delete", adopted);
      g_menu_append_section (menu, NULL, G_MENU_MODEL (changes));
    }

  return G_MENU_MODEL (menu);
}

/* "2027-02-15 · Socialnämnden § 12" */
static char *
dup_decision (BarnAdopted *adopted)
{
  g_autofree char *day = barn_day_to_iso (barn_adopted_get_adopted_on (adopted));
  const char *decision = barn_adopted_get_decision (adopted);

  return g_strdup_printf ("%s · %s%s%s", day, barn_adopted_get_instance (adopted), *decision != '\0' ? " " : "", decision);
}

static char *
dup_particulars (BarnAdopted *adopted)
{
  g_autofree char *format = g_utf8_strup (barn_adopted_get_format (adopted), -1);
  g_autofree char *sum = g_strndup (barn_adopted_get_sha256 (adopted), SUM_SHOWN);

  return g_strdup_printf ("%s · SHA-256 %s", format, sum);
}

static GtkWidget *
new_row (BarnAdoptedList *self,
         BarnAdopted     *adopted)
{
  const char *title = barn_adopted_get_title (adopted);
  g_autofree char *decision = dup_decision (adopted);
  g_autofree char *particulars = dup_particulars (adopted);
  g_autofree char *name = g_strdup_printf ("%s. %s. %s", title, decision, particulars);
  g_autofree char *menu_name = g_strdup_printf (_("What can be done with %s"), title);
  g_autoptr (GMenuModel) menu = new_menu (self, adopted);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *line = new_label (particulars, "caption");
  GtkWidget *button = gtk_menu_button_new ();

  gtk_widget_add_css_class (line, "dim-label");
  gtk_box_append (GTK_BOX (words), new_label (title, "caption-heading"));
  gtk_box_append (GTK_BOX (words), new_label (decision, "caption"));
  gtk_box_append (GTK_BOX (words), line);
  gtk_widget_set_hexpand (words, TRUE);

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (button), FALSE);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, menu_name);
  barn_ui_set_name (button, menu_name);

  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), button);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_tooltip_text (row, _("Show the document as it was adopted"));
  barn_ui_set_name (row, name);
  g_object_set_data_full (G_OBJECT (row), ADOPTED_KEY, g_object_ref (adopted), g_object_unref);

  return row;
}

static GtkListBoxRow *
find_row (BarnAdoptedList *self,
          BarnAdopted     *adopted)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->rows, i)) != NULL; i++)
    if (g_object_get_data (G_OBJECT (row), ADOPTED_KEY) == adopted)
      return row;

  return NULL;
}

static void
fill (BarnAdoptedList *self)
{
  GListModel *documents = self->plan != NULL ? barn_plan_get_adopted (self->plan) : NULL;
  guint n_documents = documents != NULL ? g_list_model_get_n_items (documents) : 0;
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_list_box_remove (self->rows, row);
  for (guint i = 0; i < n_documents; i++)
    {
      g_autoptr (BarnAdopted) adopted = g_list_model_get_item (documents, i);

      gtk_list_box_append (self->rows, new_row (self, adopted));
    }
  gtk_widget_set_visible (GTK_WIDGET (self), n_documents > 0);
}

/* What else is changed does not touch the rows: the keyboard may be in one */
static void
on_file_changed (BarnAdoptedList *self,
                 BarnChange      *change)
{
  GListModel *documents = self->plan != NULL ? barn_plan_get_adopted (self->plan) : NULL;
  guint n_rows = 0;

  while (gtk_list_box_get_row_at_index (self->rows, (int) n_rows) != NULL)
    n_rows++;
  if (documents != NULL && g_list_model_get_n_items (documents) == n_rows && !g_str_has_prefix (barn_change_get_action (change), "adopted-"))
    return;

  fill (self);
}

static void
on_row_activated (BarnAdoptedList *self,
                  GtkListBoxRow   *row)
{
  show_one (self, g_object_get_data (G_OBJECT (row), ADOPTED_KEY));
}

static void
drop_plan (BarnAdoptedList *self)
{
  if (self->file != NULL)
    g_signal_handlers_disconnect_by_func (self->file, on_file_changed, self);
  g_clear_object (&self->file);
  g_clear_object (&self->plan);
}

static void
barn_adopted_list_dispose (GObject *object)
{
  drop_plan (BARN_ADOPTED_LIST (object));

  G_OBJECT_CLASS (barn_adopted_list_parent_class)->dispose (object);
}

static void
barn_adopted_list_class_init (BarnAdoptedListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = barn_adopted_list_dispose;

  gtk_widget_class_install_action (widget_class, "adopted.show", "s", show_action);
  gtk_widget_class_install_action (widget_class, "adopted.save", "s", save_action);
  gtk_widget_class_install_action (widget_class, "adopted.compare", "s", compare_action);
  gtk_widget_class_install_action (widget_class, "adopted.correct", "s", correct_action);
  gtk_widget_class_install_action (widget_class, "adopted.delete", "s", delete_action);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Barnratt/ui/barn-adopted-list.ui");
  gtk_widget_class_bind_template_child (widget_class, BarnAdoptedList, rows);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
barn_adopted_list_init (BarnAdoptedList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
barn_adopted_list_set_plan (BarnAdoptedList *self,
                            BarnPlanFile    *file,
                            BarnPlan        *plan)
{
  g_return_if_fail (BARN_IS_ADOPTED_LIST (self));
  g_return_if_fail (plan == NULL || BARN_IS_PLAN_FILE (file));

  drop_plan (self);
  if (plan != NULL)
    {
      self->file = g_object_ref (file);
      self->plan = g_object_ref (plan);
      g_signal_connect_object (file, "changed", G_CALLBACK (on_file_changed), self, G_CONNECT_SWAPPED);
    }
  fill (self);
}

void
barn_adopted_list_show (BarnAdoptedList *self,
                        BarnAdopted     *adopted)
{
  GtkListBoxRow *row;

  g_return_if_fail (BARN_IS_ADOPTED_LIST (self));
  g_return_if_fail (BARN_IS_ADOPTED (adopted));

  row = find_row (self, adopted);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

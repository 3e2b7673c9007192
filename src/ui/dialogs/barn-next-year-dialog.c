/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-next-year-dialog"

#include "config.h"

#include "barn-next-year-dialog.h"

#include <glib/gi18n-lib.h>

#include "barn-drawing.h"
#include "barn-next-row.h"
#include "barn-status-icon.h"
#include "barn-tab-stop.h"
#include "barn-ui.h"
#include "barn-wrap-layout.h"

struct _BarnNextYearDialog
{
  AdwWindow           parent_instance;

  GtkLabel           *explanation;
  GtkWidget          *list_frame;
  GtkListView        *list;
  GtkWidget          *choices;
  GtkLabel           *marked;
  AdwActionRow       *areas_row;
  GtkSwitch          *areas;
  GtkLabel           *summary;
  GtkLabel           *notice;
  GtkWidget          *make_button;

  BarnPlanFile       *file;
  BarnPlan           *plan;
  GListStore         *rows;
  GtkSelectionModel  *selection;
};

enum
{
  MADE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BarnNextYearDialog, barn_next_year_dialog, ADW_TYPE_WINDOW)

/* What a row of the list is made of */
#define ROW_ICON "barn-icon"
#define ROW_TITLE "barn-title"
#define ROW_ROLES "barn-roles"
#define ROW_CHOICE "barn-choice"
#define ROW_HANDLER "barn-handler"

static const char *const choice_labels[] = {
  [BARN_NEXT_CONTINUE] = N_("Continues"),
  [BARN_NEXT_END] = N_("Ends"),
  [BARN_NEXT_LONG_TERM] = N_("To long term"),
};

static const char *const choice_icons[] = {
  [BARN_NEXT_CONTINUE] = "go-next-symbolic",
  [BARN_NEXT_END] = "object-select-symbolic",
  [BARN_NEXT_LONG_TERM] = "barn-long-term-symbolic",
};

#define N_CHOICES G_N_ELEMENTS (choice_labels)

/* (transfer full) (element-type utf8 BarnNextChoice): as barn_plan_file_make_next_year() takes it */
static GHashTable *
list_choices (BarnNextYearDialog *self)
{
  g_autoptr (GHashTable) choices = g_hash_table_new (g_str_hash, g_str_equal);
  GListModel *rows = G_LIST_MODEL (self->rows);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (BarnNextRow) row = g_list_model_get_item (rows, i);
      BarnActivity *activity = barn_next_row_get_activity (row);

      if (activity != NULL)
        g_hash_table_insert (choices, (gpointer) barn_item_get_id (BARN_ITEM (activity)), GUINT_TO_POINTER (barn_next_row_get_choice (row)));
    }

  return g_steal_pointer (&choices);
}

static void
add_words (GString *sentence,
           char    *words)
{
  if (sentence->len > 0)
    g_string_append (sentence, " · ");
  g_string_append (sentence, words);
  g_free (words);
}

static void
update_summary (BarnNextYearDialog *self)
{
  g_autoptr (GHashTable) choices = list_choices (self);
  g_autoptr (GString) sentence = g_string_new (NULL);
  BarnNextTally tally = { 0, };

  barn_plan_file_tally_next_year (self->file, self->plan, choices, gtk_switch_get_active (self->areas), &tally);
  add_words (sentence, g_strdup_printf (ngettext ("%u activity continues", "%u activities continue", tally.activities), tally.activities));
  if (tally.shifts > 0)
    add_words (sentence, g_strdup_printf (ngettext ("%u shift continues", "%u shifts continue", tally.shifts), tally.shifts));
  if (tally.ended > 0)
    add_words (sentence, g_strdup_printf (ngettext ("%u activity ends", "%u activities end", tally.ended), tally.ended));
  if (tally.long_terms > 0)
    add_words (sentence, g_strdup_printf (ngettext ("%u activity goes to long term", "%u activities go to long term", tally.long_terms), tally.long_terms));
  if (tally.areas > 0)
    add_words (sentence, g_strdup_printf (ngettext ("%u development area becomes a shift", "%u development areas become shifts", tally.areas), tally.areas));
  if (tally.measures > 0)
    add_words (sentence, g_strdup_printf (ngettext ("%u measure becomes an activity", "%u measures become activities", tally.measures), tally.measures));
  gtk_label_set_label (self->summary, sentence->str);
}

/* (transfer full) (element-type BarnNextRow): the headings among what is selected are nothing to choose for */
static GPtrArray *
list_marked (BarnNextYearDialog *self)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (self->selection);
  GtkBitsetIter iter;
  guint position;

  for (gboolean there = gtk_bitset_iter_init_first (&iter, selected, &position); there; there = gtk_bitset_iter_next (&iter, &position))
    {
      g_autoptr (BarnNextRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), position);

      if (barn_next_row_get_activity (row) != NULL)
        g_ptr_array_add (rows, g_steal_pointer (&row));
    }

  return g_steal_pointer (&rows);
}

static void
update_marked (BarnNextYearDialog *self)
{
  g_autoptr (GPtrArray) marked = list_marked (self);
  guint n_marked = marked->len;
  g_autofree char *words = NULL;

  if (n_marked > 0)
    words = g_strdup_printf (ngettext ("%u marked:", "%u marked:", n_marked), n_marked);
  else
    words = g_strdup (_("Mark activities to choose for them."));
  gtk_label_set_label (self->marked, words);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "next.choose", n_marked > 0);
}

static void
choose_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  BarnNextYearDialog *self = BARN_NEXT_YEAR_DIALOG (widget);
  BarnNextChoice choice = (BarnNextChoice) g_variant_get_uint32 (parameter);
  g_autoptr (GPtrArray) marked = list_marked (self);

  for (guint i = 0; i < marked->len; i++)
    barn_next_row_set_choice (g_ptr_array_index (marked, i), choice);
  update_summary (self);
}

static char *
dup_row_name (BarnNextRow *row,
              const char  *roles)
{
  BarnStatus status = barn_next_row_get_status (row);
  g_autofree char *name = NULL;

  if (barn_next_row_get_activity (row) == NULL)
    return g_strdup_printf ("%s, %u", barn_status_get_label (status), barn_next_row_get_count (row));

  name = g_strdup_printf ("%s: %s. %s", barn_activity_get_title (barn_next_row_get_activity (row)),
                          _(choice_labels[barn_next_row_get_choice (row)]), barn_status_get_label (status));
  return *roles != '\0' ? g_strdup_printf ("%s. %s", name, roles) : g_steal_pointer (&name);
}

static void
show_choice (BarnNextRow *row,
             GParamSpec  *pspec,
             GtkListItem *list_item)
{
  GtkWidget *child = gtk_list_item_get_child (list_item);
  GtkWidget *choice = g_object_get_data (G_OBJECT (child), ROW_CHOICE);
  GtkWidget *icon = gtk_widget_get_first_child (choice);
  BarnNextChoice chosen = barn_next_row_get_choice (row);
  g_autofree char *name = dup_row_name (row, gtk_label_get_label (g_object_get_data (G_OBJECT (child), ROW_ROLES)));

  gtk_image_set_from_icon_name (GTK_IMAGE (icon), choice_icons[chosen]);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_next_sibling (icon)), _(choice_labels[chosen]));
  barn_ui_set_row_name (list_item, name);
}

static GtkWidget *
add_label (GtkWidget  *box,
           const char *style_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);

  if (style_class != NULL)
    gtk_widget_add_css_class (label, style_class);
  gtk_box_append (GTK_BOX (box), label);

  return label;
}

static void
on_setup (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item,
          BarnNextYearDialog       *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *choice = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = barn_status_icon_new ();

  g_object_set_data (G_OBJECT (box), ROW_TITLE, add_label (words, NULL));
  g_object_set_data (G_OBJECT (box), ROW_ROLES, add_label (words, "caption"));
  gtk_widget_add_css_class (gtk_widget_get_last_child (words), "dim-label");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (choice), gtk_image_new ());
  gtk_box_append (GTK_BOX (choice), gtk_label_new (NULL));
  gtk_widget_set_valign (choice, GTK_ALIGN_CENTER);
  g_object_set_data (G_OBJECT (box), ROW_CHOICE, choice);
  g_object_set_data (G_OBJECT (box), ROW_ICON, icon);
  gtk_widget_add_css_class (icon, "heading");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), choice);
  gtk_widget_add_css_class (box, "gap-row");
  gtk_list_item_set_child (list_item, box);
}

static void
on_bind (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item,
         BarnNextYearDialog       *self)
{
  BarnNextRow *row = gtk_list_item_get_item (list_item);
  BarnActivity *activity = barn_next_row_get_activity (row);
  GtkWidget *child = gtk_list_item_get_child (list_item);
  GtkLabel *title = g_object_get_data (G_OBJECT (child), ROW_TITLE);
  GtkLabel *roles = g_object_get_data (G_OBJECT (child), ROW_ROLES);
  BarnStatusIcon *icon = g_object_get_data (G_OBJECT (child), ROW_ICON);
  g_autofree char *names = NULL;
  g_autofree char *count = NULL;
  gulong handler;

  barn_status_icon_set_status (icon, barn_next_row_get_status (row));
  gtk_widget_set_visible (GTK_WIDGET (icon), activity == NULL);
  gtk_widget_set_visible (g_object_get_data (G_OBJECT (child), ROW_CHOICE), activity != NULL);
  gtk_list_item_set_selectable (list_item, activity != NULL);
  gtk_list_item_set_activatable (list_item, activity != NULL);

  if (activity != NULL)
    names = barn_model_dup_role_names (barn_plan_file_get_model (self->file), activity);
  else
    count = g_strdup_printf ("%u", barn_next_row_get_count (row));
  gtk_label_set_label (title, activity != NULL ? barn_activity_get_title (activity) : count);
  gtk_label_set_label (roles, names != NULL ? names : "");
  gtk_widget_set_visible (GTK_WIDGET (roles), names != NULL && *names != '\0');

  show_choice (row, NULL, list_item);
  handler = g_signal_connect (row, "notify::choice", G_CALLBACK (show_choice), list_item);
  g_object_set_data (G_OBJECT (list_item), ROW_HANDLER, GSIZE_TO_POINTER (handler));
}

static void
on_unbind (GtkSignalListItemFactory *factory,
           GtkListItem              *list_item,
           BarnNextYearDialog       *self)
{
  gulong handler = GPOINTER_TO_SIZE (g_object_steal_data (G_OBJECT (list_item), ROW_HANDLER));

  g_signal_handler_disconnect (gtk_list_item_get_item (list_item), handler);
}

/* Enter on a row goes to what comes next for it */
static void
on_row_activated (BarnNextYearDialog *self,
                  guint               position)
{
  g_autoptr (BarnNextRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), position);

  barn_next_row_set_choice (row, (BarnNextChoice) ((barn_next_row_get_choice (row) + 1) % N_CHOICES));
  update_summary (self);
}

static void
on_make_clicked (BarnNextYearDialog *self)
{
  g_autoptr (GHashTable) choices = list_choices (self);
  g_autoptr (GError) error = NULL;
  BarnPlan *plan = barn_plan_file_make_next_year (self->file, self->plan, choices, gtk_switch_get_active (self->areas), &error);

  if (plan == NULL)
    {
      gtk_label_set_label (self->notice, error->message);
      gtk_widget_set_visible (GTK_WIDGET (self->notice), TRUE);
      return;
    }

  g_object_ref (self);
  g_signal_emit (self, signals[MADE], 0, plan);
  gtk_window_close (GTK_WINDOW (self));
  g_object_unref (self);
}

static void
add_group (BarnNextYearDialog *self,
           GPtrArray          *rows,
           BarnStatus          status)
{
  GListModel *activities = barn_plan_get_activities (self->plan);
  guint place = rows->len;

  for (guint i = 0; i < g_list_model_get_n_items (activities); i++)
    {
      g_autoptr (BarnActivity) activity = g_list_model_get_item (activities, i);

      if (barn_activity_get_status (activity, BARN_DAY_NONE) == status)
        g_ptr_array_add (rows, barn_next_row_new (activity));
    }

  if (rows->len > place)
    g_ptr_array_insert (rows, (int) place, barn_next_row_new_heading (status, rows->len - place));
}

/* What continues comes first, as most of what is chosen is there */
static void
fill_list (BarnNextYearDialog *self)
{
  static const BarnStatus order[] = {
    BARN_STATUS_ONGOING, BARN_STATUS_NOT_STARTED, BARN_STATUS_PAUSED, BARN_STATUS_DONE, BARN_STATUS_CANCELLED,
  };
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  G_STATIC_ASSERT (G_N_ELEMENTS (order) == BARN_N_STATUSES);

  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    add_group (self, rows, order[i]);
  g_list_store_splice (self->rows, 0, 0, rows->pdata, rows->len);
  gtk_widget_set_visible (self->list_frame, rows->len > 0);
  gtk_widget_set_visible (self->choices, rows->len > 0);
  gtk_widget_set_vexpand (GTK_WIDGET (self->explanation), rows->len == 0);
}

static void
fill_areas (BarnNextYearDialog *self)
{
  BarnNextTally tally = { 0, };
  g_autofree char *areas = NULL;
  g_autofree char *measures = NULL;
  g_autofree char *words = NULL;

  barn_plan_file_tally_next_year (self->file, self->plan, NULL, TRUE, &tally);
  gtk_switch_set_active (self->areas, tally.areas > 0);
  gtk_widget_set_visible (gtk_widget_get_ancestor (GTK_WIDGET (self->areas_row), ADW_TYPE_PREFERENCES_GROUP), tally.areas > 0);
  areas = g_strdup_printf (ngettext ("%u development area", "%u development areas", tally.areas), tally.areas);
  measures = g_strdup_printf (ngettext ("%u measure", "%u measures", tally.measures), tally.measures);
  /* Translators: "4 development areas with 9 measures" */
  words = g_strdup_printf (_("%s with %s. Areas become shifts, measures become activities."), areas, measures);
  adw_action_row_set_subtitle (self->areas_row, words);
}

static void
barn_next_year_dialog_dispose (GObject *object)
{
  BarnNextYearDialog *self = BARN_NEXT_YEAR_DIALOG (object);

  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_clear_object (&self->selection);
  g_clear_object (&self->rows);
  g_clear_object (&self->plan);
  g_clear_object (&self->file);

  G_OBJECT_CLASS (barn_next_year_dialog_parent_class)->dispose (object);
}

static void
barn_next_year_dialog_class_init (BarnNextYearDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = barn_next_year_dialog_dispose;

  signals[MADE] =
    g_signal_new ("made", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, BARN_TYPE_PLAN);

  gtk_widget_class_install_action (widget_class, "next.choose", "u", choose_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);

  g_type_ensure (BARN_TYPE_TAB_STOP);
  g_type_ensure (BARN_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Barnratt/ui/barn-next-year-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, BarnNextYearDialog, explanation);
  gtk_widget_class_bind_template_child (widget_class, BarnNextYearDialog, list_frame);
  gtk_widget_class_bind_template_child (widget_class, BarnNextYearDialog, list);
  gtk_widget_class_bind_template_child (widget_class, BarnNextYearDialog, choices);
  gtk_widget_class_bind_template_child (widget_class, BarnNextYearDialog, marked);
  gtk_widget_class_bind_template_child (widget_class, BarnNextYearDialog, areas_row);
  gtk_widget_class_bind_template_child (widget_class, BarnNextYearDialog, areas);
  gtk_widget_class_bind_template_child (widget_class, BarnNextYearDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, BarnNextYearDialog, notice);
  gtk_widget_class_bind_template_child (widget_class, BarnNextYearDialog, make_button);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_make_clicked);
  gtk_widget_class_bind_template_callback (widget_class, update_summary);
}

static void
add_choice (BarnNextYearDialog    *self,
            GtkShortcutController *keys,
            guint                  choice)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *trigger = g_strdup_printf ("%u|KP_%u", choice + 1, choice + 1);
  g_autofree char *tooltip = g_strdup_printf ("%s (%u)", _(choice_labels[choice]), choice + 1);
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_shortcut_trigger_parse_string (trigger), gtk_named_action_new ("next.choose"));

  gtk_shortcut_set_arguments (shortcut, g_variant_new_uint32 (choice));
  gtk_shortcut_controller_add_shortcut (keys, shortcut);

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (choice_icons[choice]));
  gtk_box_append (GTK_BOX (box), gtk_label_new (_(choice_labels[choice])));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_set_tooltip_text (button, tooltip);
  barn_ui_set_name (button, _(choice_labels[choice]));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", choice);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "next.choose");
  gtk_box_append (GTK_BOX (self->choices), button);
}

static void
barn_next_year_dialog_init (BarnNextYearDialog *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  for (guint i = 0; i < N_CHOICES; i++)
    add_choice (self, GTK_SHORTCUT_CONTROLLER (keys), i);
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);

  self->rows = g_list_store_new (BARN_TYPE_NEXT_ROW);
  self->selection = GTK_SELECTION_MODEL (gtk_multi_selection_new (g_object_ref (G_LIST_MODEL (self->rows))));
  g_signal_connect_swapped (self->selection, "selection-changed", G_CALLBACK (update_marked), self);
  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (on_unbind), self, G_CONNECT_DEFAULT);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, self->selection);
}

/**
 * barn_next_year_dialog_new:
 * @parent: the window to stand before
 * @file: the open plan file
 * @plan: the year that the next is made from; barn_plan_file_can_make_next_year() holds
 *
 * Returns: (transfer none): a new dialog, owned by GTK until it is closed
 */
GtkWidget *
barn_next_year_dialog_new (GtkWindow    *parent,
                           BarnPlanFile *file,
                           BarnPlan     *plan)
{
  BarnNextYearDialog *self;
  g_autofree char *title = NULL;
  g_autofree char *words = NULL;
  guint year;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (BARN_IS_PLAN_FILE (file), NULL);
  g_return_val_if_fail (BARN_IS_PLAN (plan), NULL);

  year = barn_plan_get_year (plan);
  title = g_strdup_printf (_("Plan of %u from %u"), year + 1, year);
  self = g_object_new (BARN_TYPE_NEXT_YEAR_DIALOG, "transient-for", parent, "title", title, NULL);
  g_set_object (&self->file, file);
  g_set_object (&self->plan, plan);
  words = g_strdup_printf (_("What becomes of the activities of %u? A proposal stands beside each. Mark those that shall be otherwise and choose."),
                           year);
  gtk_label_set_label (self->explanation, words);
  fill_list (self);
  fill_areas (self);
  update_marked (self);
  update_summary (self);

  return GTK_WIDGET (self);
}

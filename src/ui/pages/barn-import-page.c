/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-import-page"

#include "config.h"

#include "barn-import-page.h"

#include <glib/gi18n-lib.h>

#include "barn-ask.h"
#include "barn-choose.h"
#include "barn-draft-row.h"
#include "barn-tab-stop.h"
#include "barn-ui.h"

#define PULSE_MS 100

struct _BarnImportPage
{
  BarnPage            parent_instance;

  GtkStack           *stack;
  AdwStatusPage      *reading;
  AdwStatusPage      *problem;
  GtkProgressBar     *bar;
  GtkWidget          *stop;
  GtkWidget          *again;
  GtkSpinButton      *year;
  GtkLabel           *summary;
  GtkLabel           *warning;
  GtkLabel           *doubtful;
  GtkButton          *store;
  GtkToggleButton    *all;
  GtkToggleButton    *dropped;
  GtkToggleButton    *corrected;
  GtkStack           *lines;
  GtkListView        *list;

  GtkFilter          *filter;
  GtkFilterListModel *filtered;
  GtkMultiSelection  *selection;
  GHashTable         *rows;        /* BarnDraftRow: those that show a line just now */
  BarnDraft          *draft;
  GCancellable       *cancellable;
  guint               pulse_source;
  guint               summary_source;
  BarnDraftLine      *wanted;      /* the line that the keyboard goes to in the next frame */
  guint               focus_tick;
};

enum
{
  OPENED,
  STORE,
  LEFT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BarnImportPage, barn_import_page, BARN_TYPE_PAGE)

/* ---- Doubtful lines ---- */

/* A line with words of its own that would be lost, and that nobody has looked at: the program may be wrong about it */
static gboolean
is_doubtful (BarnDraftLine *line)
{
  return barn_draft_line_get_taken (line) == BARN_TAKEN_NOTHING && !barn_draft_line_get_corrected (line);
}

static void
show_doubtful (BarnImportPage *self)
{
  GListModel *lines = G_LIST_MODEL (self->draft);
  guint n_lines = g_list_model_get_n_items (lines);
  guint n_doubtful = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < n_lines; i++)
    {
      g_autoptr (BarnDraftLine) line = g_list_model_get_item (lines, i);

      n_doubtful += is_doubtful (line);
    }

  text = g_strdup_printf (ngettext ("%u doubtful line", "%u doubtful lines", n_doubtful), n_doubtful);
  gtk_label_set_label (self->doubtful, text);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.next-doubtful", n_doubtful > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.previous-doubtful", n_doubtful > 0);
}

/* The row on the screen that shows @line */
static BarnDraftRow *
find_row (BarnImportPage *self,
          BarnDraftLine  *line)
{
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &row, NULL))
    {
      if (barn_draft_row_get_line (row) == line)
        return row;
    }

  return NULL;
}

static gboolean
focus_tick (GtkWidget     *widget,
            GdkFrameClock *clock,
            gpointer       user_data)
{
  BarnImportPage *self = BARN_IMPORT_PAGE (widget);
  BarnDraftRow *row = self->wanted != NULL ? find_row (self, self->wanted) : NULL;

  self->focus_tick = 0;
  g_clear_object (&self->wanted);
  if (row != NULL)
    gtk_widget_grab_focus (gtk_widget_get_parent (GTK_WIDGET (row)));

  return G_SOURCE_REMOVE;
}

/* A line that was far away has its row only in the next frame */
static void
focus_line (BarnImportPage *self,
            guint           position)
{
  g_clear_object (&self->wanted);
  self->wanted = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
  if (self->focus_tick == 0)
    self->focus_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), focus_tick, NULL, NULL);
}

/* From the line that is selected, round the end */
static gboolean
go_to_doubtful (BarnImportPage *self,
                gboolean        forward)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  guint n_lines = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  guint from = n_lines - 1;

  if (!gtk_bitset_is_empty (selected))
    from = forward ? gtk_bitset_get_maximum (selected) : gtk_bitset_get_minimum (selected);
  else if (!forward)
    from = 0;

  for (guint i = 1; i <= n_lines; i++)
    {
      guint position = (from + (forward ? i : n_lines - i)) % n_lines;
      g_autoptr (BarnDraftLine) line = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

      if (is_doubtful (line))
        {
          focus_line (self, position);
          return TRUE;
        }
    }

  return FALSE;
}

static void
seek_doubtful (BarnImportPage *self,
               gboolean        forward)
{
  if (self->draft == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self->list)) || go_to_doubtful (self, forward))
    return;

  /* None among the lines on show, but one among all */
  gtk_toggle_button_set_active (self->all, TRUE);
  go_to_doubtful (self, forward);
}

static void
next_doubtful (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  seek_doubtful (BARN_IMPORT_PAGE (widget), TRUE);
}

static void
previous_doubtful (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  seek_doubtful (BARN_IMPORT_PAGE (widget), FALSE);
}

/* ---- Summary ---- */

static guint
count (BarnImportPage *self,
       const char     *property)
{
  guint n = 0;

  g_object_get (self->draft, property, &n, NULL);
  return n;
}

static void
show_summary (BarnImportPage *self)
{
  guint n_shifts = count (self, "n-shifts");
  guint n_roles = count (self, "n-roles");
  guint n_activities = count (self, "n-activities");
  guint n_long_terms = count (self, "n-long-terms");
  g_autofree char *shifts = g_strdup_printf (ngettext ("%u shift", "%u shifts", n_shifts), n_shifts);
  g_autofree char *roles = g_strdup_printf (ngettext ("%u role", "%u roles", n_roles), n_roles);
  g_autofree char *activities = g_strdup_printf (ngettext ("%u activity", "%u activities", n_activities), n_activities);
  g_autofree char *long_terms = g_strdup_printf (ngettext ("%u long-term item", "%u long-term items", n_long_terms),
                                                 n_long_terms);
  /* Translators: what was found in a document: shifts, roles, activities, long-term items */
  g_autofree char *summary = g_strdup_printf (_("%s · %s · %s · %s"), shifts, roles, activities, long_terms);

  gtk_label_set_label (self->summary, summary);
}

static gboolean
summary_idle (gpointer user_data)
{
  BarnImportPage *self = user_data;

  self->summary_source = 0;
  if (self->draft != NULL)
    {
      show_summary (self);
      show_doubtful (self);
    }

  return G_SOURCE_REMOVE;
}

/* A correction changes several figures: they are told once */
static void
on_draft_changed (BarnImportPage *self)
{
  if (self->summary_source == 0)
    self->summary_source = g_idle_add (summary_idle, self);
}

static void
show_year (BarnImportPage *self)
{
  guint year = (guint) gtk_spin_button_get_value_as_int (self->year);
  g_autofree char *label = g_strdup_printf (_("Store as the Plan for %u"), year);
  BarnModel *model = barn_page_get_model (BARN_PAGE (self));
  BarnPlan *present = model != NULL ? barn_model_find_plan (model, year) : NULL;
  gboolean taken = present != NULL && g_list_model_get_n_items (barn_plan_get_activities (present)) > 0;

  gtk_button_set_label (self->store, label);

  gtk_widget_set_visible (GTK_WIDGET (self->warning), taken);
  if (taken)
    {
      g_autofree char *text = g_strdup_printf (_("There is a plan for %u in this file already. Choose another year."), year);

      gtk_label_set_label (self->warning, text);
    }
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.store", self->draft != NULL && !taken);
}

static void
on_year_changed (BarnImportPage *self)
{
  if (self->draft == NULL)
    return;

  barn_draft_set_year (self->draft, (guint) gtk_spin_button_get_value_as_int (self->year));
  show_year (self);
}

/* ---- Lines ---- */

static gboolean
is_wanted (gpointer item,
           gpointer user_data)
{
  BarnImportPage *self = user_data;
  BarnDraftLine *line = item;

  if (gtk_toggle_button_get_active (self->dropped))
    return barn_taken_get_fate (barn_draft_line_get_taken (line)) == BARN_FATE_DROPPED;
  if (gtk_toggle_button_get_active (self->corrected))
    return barn_draft_line_get_corrected (line);

  return TRUE;
}

static void
show_whether_any (BarnImportPage *self)
{
  gboolean any = g_list_model_get_n_items (G_LIST_MODEL (self->filtered)) > 0;

  gtk_stack_set_visible_child_name (self->lines, any ? "some" : "none");
}

/* Lines that are corrected stay where they are until another filter is chosen: nothing vanishes under a hand */
static void
on_filter_toggled (BarnImportPage *self)
{
  gboolean all = gtk_toggle_button_get_active (self->all);

  if (!all && !gtk_toggle_button_get_active (self->dropped) && !gtk_toggle_button_get_active (self->corrected))
    return; /* between one and the other */

  gtk_filter_list_model_set_filter (self->filtered, all ? NULL : self->filter);
  if (!all)
    gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  show_whether_any (self);
}

static guint
get_place (BarnDraftLine *line)
{
  guint number = 1;

  g_object_get (line, "number", &number, NULL);
  return number - 1;
}

static void
correct_selected (BarnImportPage *self,
                  BarnTaken       taken)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  guint64 n_selected = gtk_bitset_get_size (selected);

  for (guint64 i = 0; i < n_selected; i++)
    {
      g_autoptr (BarnDraftLine) line = g_list_model_get_item (G_LIST_MODEL (self->selection),
                                                             gtk_bitset_get_nth (selected, (guint) i));

      barn_draft_correct (self->draft, get_place (line), taken);
    }

  /* The figures of the draft may be the same as before, and yet a line is no longer doubtful */
  on_draft_changed (self);
}

/* The menu of a line that is one of several selected ones is for all of them */
static void
on_row_taken (BarnImportPage *self,
              int             taken,
              BarnDraftRow   *row)
{
  BarnDraftLine *line = barn_draft_row_get_line (row);
  guint n_lines = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  for (guint i = 0; i < n_lines; i++)
    {
      g_autoptr (BarnDraftLine) other = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (other != line)
        continue;

      if (!gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), i))
        gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), i, TRUE);
      break;
    }

  correct_selected (self, (BarnTaken) taken);
}

static gboolean
on_key (GtkWidget *list,
        GVariant  *args,
        gpointer   user_data)
{
  GtkWidget *self = gtk_widget_get_ancestor (list, BARN_TYPE_IMPORT_PAGE);

  correct_selected (BARN_IMPORT_PAGE (self), barn_draft_row_get_keyed (g_variant_get_uint32 (args)));

  return TRUE;
}

static void
add_keys (BarnImportPage *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (guint i = 1; i <= BARN_N_TAKEN_KEYS; i++)
    {
      GtkShortcutTrigger *trigger = gtk_alternative_trigger_new (gtk_keyval_trigger_new (GDK_KEY_0 + i, 0),
                                                                 gtk_keyval_trigger_new (GDK_KEY_KP_0 + i, 0));
      GtkShortcut *shortcut = gtk_shortcut_new (trigger, gtk_callback_action_new (on_key, NULL, NULL));

      gtk_shortcut_set_arguments (shortcut, g_variant_new_uint32 (i));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
    }

  gtk_widget_add_controller (GTK_WIDGET (self->list), controller);
}

static void
on_line_activated (BarnImportPage *self,
                   guint           position)
{
  g_autoptr (BarnDraftLine) line = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  BarnDraftRow *row = find_row (self, line);

  if (row != NULL)
    barn_draft_row_popup (row);
}

static void
on_setup_row (BarnImportPage *self,
              GtkListItem    *item)
{
  GtkWidget *row = barn_draft_row_new ();

  g_signal_connect_object (row, "taken", G_CALLBACK (on_row_taken), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (item, row);
}

static void
name_row (GtkListItem *item)
{
  BarnDraftLine *line = gtk_list_item_get_item (item);
  g_autofree char *name = NULL;

  if (line == NULL)
    return;

  name = barn_draft_row_dup_name (line);
  barn_ui_set_row_name (item, name);
}

static void
on_bind_row (BarnImportPage *self,
             GtkListItem    *item)
{
  BarnDraftRow *row = BARN_DRAFT_ROW (gtk_list_item_get_child (item));
  BarnDraftLine *line = gtk_list_item_get_item (item);

  g_hash_table_add (self->rows, row);
  barn_draft_row_set_line (row, line);
  name_row (item);
  g_signal_connect_object (line, "notify", G_CALLBACK (name_row), item, G_CONNECT_SWAPPED);
}

static void
on_unbind_row (BarnImportPage *self,
               GtkListItem    *item)
{
  BarnDraftRow *row = BARN_DRAFT_ROW (gtk_list_item_get_child (item));

  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), name_row, item);
  g_hash_table_remove (self->rows, row);
  barn_draft_row_set_line (row, NULL);
}

static void
set_up_list (BarnImportPage *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup_row), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind_row), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (on_unbind_row), self, G_CONNECT_SWAPPED);

  self->rows = g_hash_table_new (NULL, NULL);
  self->filter = GTK_FILTER (gtk_custom_filter_new (is_wanted, self, NULL));
  self->filtered = gtk_filter_list_model_new (NULL, NULL);
  self->selection = gtk_multi_selection_new (g_object_ref (G_LIST_MODEL (self->filtered)));

  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  add_keys (self);
}

/* ---- States of the page ---- */

static void
set_draft (BarnImportPage *self,
           BarnDraft      *draft)
{
  if (self->draft != NULL)
    g_signal_handlers_disconnect_by_func (self->draft, on_draft_changed, self);

  gtk_toggle_button_set_active (self->all, TRUE);
  gtk_filter_list_model_set_model (self->filtered, G_LIST_MODEL (draft));
  g_set_object (&self->draft, draft);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.store", draft != NULL);
  if (draft == NULL)
    return;

  g_signal_connect_object (draft, "notify", G_CALLBACK (on_draft_changed), self, G_CONNECT_SWAPPED);
  gtk_spin_button_set_value (self->year, barn_draft_get_year (draft) != 0 ? barn_draft_get_year (draft)
                                                                          : barn_day_get_year (barn_clock_get_today ()));
  on_year_changed (self);
  show_summary (self);
  show_doubtful (self);
  show_whether_any (self);
}

static gboolean
pulse (gpointer user_data)
{
  gtk_progress_bar_pulse (BARN_IMPORT_PAGE (user_data)->bar);

  return G_SOURCE_CONTINUE;
}

static void
show (BarnImportPage *self,
      const char     *state,
      GtkWidget      *focus)
{
  gboolean reading = g_str_equal (state, "reading");

  g_clear_handle_id (&self->pulse_source, g_source_remove);
  if (reading)
    self->pulse_source = g_timeout_add (PULSE_MS, pulse, self);

  gtk_stack_set_visible_child_name (self->stack, state);
  if (focus != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (focus);
}

static void
show_problem (BarnImportPage *self,
              const GError   *error)
{
  g_autofree char *description = g_markup_escape_text (error->message, -1);

  if (g_error_matches (error, BARN_IMPORT_ERROR, BARN_IMPORT_ERROR_NO_PLAN))
    adw_status_page_set_title (self->problem, _("No handlingsplan found"));
  else
    adw_status_page_set_title (self->problem, _("The document could not be read"));
  adw_status_page_set_description (self->problem, description);
  show (self, "problem", self->again);
}

static void
leave (BarnImportPage *self)
{
  set_draft (self, NULL);
  show (self, "start", NULL);
}

/* ---- Reading, in a thread of its own ---- */

static void
read_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BarnDocument) document = barn_document_read (task_data, cancellable, &error);
  g_autoptr (BarnDraft) draft = document != NULL ? barn_draft_recognise (document, cancellable, &error) : NULL;

  if (draft != NULL)
    g_task_return_pointer (task, g_steal_pointer (&draft), g_object_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
on_read (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (BarnImportPage) self = g_weak_ref_get (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (BarnDraft) draft = NULL;

  barn_ui_weak_ref_free (user_data);
  /* Another document was asked for meanwhile: that one answers */
  if (self == NULL || g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;

  g_clear_object (&self->cancellable);
  draft = g_task_propagate_pointer (G_TASK (result), &error);
  if (draft != NULL)
    {
      set_draft (self, draft);
      show (self, "draft", GTK_WIDGET (self->list));
      return;
    }

  set_draft (self, NULL);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      leave (self);
      g_signal_emit (self, signals[LEFT], 0);
    }
  else
    show_problem (self, error);
}

static void
on_chosen (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (BarnImportPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) document = barn_choose_finish (result, &error);

  if (document != NULL)
    barn_import_page_read (self, document);
  else
    barn_ui_report_error (GTK_WIDGET (self), error);
}

/* ---- Actions ---- */

static void
choose (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  barn_import_page_choose (BARN_IMPORT_PAGE (widget));
}

static void
leave_for_good (BarnImportPage *self)
{
  leave (self);
  g_signal_emit (self, signals[LEFT], 0);
}

static void
on_leave_answered (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (BarnImportPage) self = user_data;

  if (barn_ask_finish (result))
    leave_for_good (self);
}

static gboolean
is_corrected (BarnImportPage *self)
{
  guint n_lines = self->draft != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->draft)) : 0;

  for (guint i = 0; i < n_lines; i++)
    {
      g_autoptr (BarnDraftLine) line = g_list_model_get_item (G_LIST_MODEL (self->draft), i);

      if (barn_draft_line_get_corrected (line))
        return TRUE;
    }

  return FALSE;
}

static void
cancel (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  BarnImportPage *self = BARN_IMPORT_PAGE (widget);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  else if (is_corrected (self))
    barn_ask (GTK_WINDOW (gtk_widget_get_root (widget)), _("Leave without storing?"),
              _("Nothing is stored yet. What you have corrected in the document is lost."), _("_Leave"),
              BARN_ASK_DESTRUCTIVE, on_leave_answered, g_object_ref (self));
  else
    leave_for_good (self);
}

static void
store (GtkWidget  *widget,
       const char *action_name,
       GVariant   *parameter)
{
  BarnImportPage *self = BARN_IMPORT_PAGE (widget);
  gboolean stored = FALSE;

  if (self->draft == NULL || !gtk_widget_get_mapped (widget))
    return;

  /* What is typed in the year's field counts although the field was not left */
  gtk_spin_button_update (self->year);
  g_signal_emit (self, signals[STORE], 0, self->draft, &stored);
  if (stored)
    leave (self);
}

/* ---- The page ---- */

static void
barn_import_page_plan_changed (BarnPage *page)
{
  BarnImportPage *self = BARN_IMPORT_PAGE (page);

  if (self->draft != NULL)
    show_year (self);
}

static char *
barn_import_page_dup_title (BarnPage *page)
{
  return g_strdup (_("Open Handlingsplan"));
}

static void
barn_import_page_dispose (GObject *object)
{
  BarnImportPage *self = BARN_IMPORT_PAGE (object);

  g_clear_handle_id (&self->pulse_source, g_source_remove);
  g_clear_handle_id (&self->summary_source, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->wanted);
  g_clear_object (&self->selection);
  g_clear_object (&self->filtered);
  g_clear_object (&self->filter);
  g_clear_object (&self->draft);
  g_clear_pointer (&self->rows, g_hash_table_unref);

  G_OBJECT_CLASS (barn_import_page_parent_class)->dispose (object);
}

static void
barn_import_page_class_init (BarnImportPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  BarnPageClass *page_class = BARN_PAGE_CLASS (klass);

  object_class->dispose = barn_import_page_dispose;
  page_class->plan_changed = barn_import_page_plan_changed;
  page_class->dup_title = barn_import_page_dup_title;

  signals[OPENED] =
    g_signal_new ("opened", BARN_TYPE_IMPORT_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[STORE] =
    g_signal_new ("store", BARN_TYPE_IMPORT_PAGE, G_SIGNAL_RUN_LAST, 0, g_signal_accumulator_true_handled, NULL, NULL,
                  G_TYPE_BOOLEAN, 1, BARN_TYPE_DRAFT);
  signals[LEFT] =
    g_signal_new ("left", BARN_TYPE_IMPORT_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (BARN_TYPE_DRAFT_ROW);
  g_type_ensure (BARN_TYPE_TAB_STOP);

  gtk_widget_class_install_action (widget_class, "import.choose", NULL, choose);
  gtk_widget_class_install_action (widget_class, "import.cancel", NULL, cancel);
  gtk_widget_class_install_action (widget_class, "import.store", NULL, store);
  gtk_widget_class_install_action (widget_class, "import.next-doubtful", NULL, next_doubtful);
  gtk_widget_class_install_action (widget_class, "import.previous-doubtful", NULL, previous_doubtful);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Barnratt/ui/barn-import-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BarnImportPage, stack);
  gtk_widget_class_bind_template_child (widget_class, BarnImportPage, reading);
  gtk_widget_class_bind_template_child (widget_class, BarnImportPage, problem);
  gtk_widget_class_bind_template_child (widget_class, BarnImportPage, bar);
  gtk_widget_class_bind_template_child (widget_class, BarnImportPage, stop);
  gtk_widget_class_bind_template_child (widget_class, BarnImportPage, again);
  gtk_widget_class_bind_template_child (widget_class, BarnImportPage, year);
  gtk_widget_class_bind_template_child (widget_class, BarnImportPage, summary);
  gtk_widget_class_bind_template_child (widget_class, BarnImportPage, warning);
  gtk_widget_class_bind_template_child (widget_class, BarnImportPage, doubtful);
  gtk_widget_class_bind_template_child (widget_class, BarnImportPage, store);
  gtk_widget_class_bind_template_child (widget_class, BarnImportPage, all);
  gtk_widget_class_bind_template_child (widget_class, BarnImportPage, dropped);
  gtk_widget_class_bind_template_child (widget_class, BarnImportPage, corrected);
  gtk_widget_class_bind_template_child (widget_class, BarnImportPage, lines);
  gtk_widget_class_bind_template_child (widget_class, BarnImportPage, list);
  gtk_widget_class_bind_template_callback (widget_class, on_year_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_line_activated);
}

static void
barn_import_page_init (BarnImportPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  set_up_list (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.store", FALSE);
}

/**
 * barn_import_page_choose:
 * @self: the page
 *
 * Asks for a document and reads it. When the person changes their mind, what is on the page stays.
 */
void
barn_import_page_choose (BarnImportPage *self)
{
  GtkRoot *root;

  g_return_if_fail (BARN_IS_IMPORT_PAGE (self));

  root = gtk_widget_get_root (GTK_WIDGET (self));
  barn_choose_open (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, _("Open Handlingsplan"), BARN_CHOOSE_DOCUMENT,
                    on_chosen, g_object_ref (self));
}

/**
 * barn_import_page_read:
 * @self: the page
 * @document: a document
 *
 * Reads @document in a thread of its own, and shows what was recognised in it.
 */
void
barn_import_page_read (BarnImportPage *self,
                       GFile          *document)
{
  g_autoptr (GTask) task = NULL;
  g_autofree char *name = NULL;
  g_autofree char *escaped = NULL;

  g_return_if_fail (BARN_IS_IMPORT_PAGE (self));
  g_return_if_fail (G_IS_FILE (document));

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();

  name = g_file_get_basename (document);
  escaped = g_markup_escape_text (name, -1);
  adw_status_page_set_description (self->reading, escaped);
  show (self, "reading", self->stop);
  g_signal_emit (self, signals[OPENED], 0);

  task = g_task_new (NULL, self->cancellable, on_read, barn_ui_weak_ref_new (self));
  g_task_set_source_tag (task, barn_import_page_read);
  g_task_set_task_data (task, g_object_ref (document), g_object_unref);
  g_task_run_in_thread (task, read_in_thread);
}

/**
 * barn_import_page_get_draft:
 * @self: the page
 *
 * Returns: (transfer none) (nullable): what was recognised, as it is corrected so far
 */
BarnDraft *
barn_import_page_get_draft (BarnImportPage *self)
{
  g_return_val_if_fail (BARN_IS_IMPORT_PAGE (self), NULL);

  return self->draft;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-history-page"

#include "config.h"

#include "barn-history-page.h"

#include <glib/gi18n-lib.h>

#include "barn-ask.h"
#include "barn-change-detail.h"
#include "barn-field-binding.h"
#include "barn-gradual-list.h"
#include "barn-history-filters.h"
#include "barn-text.h"
#include "barn-ui.h"
#include "barn-wait.h"

struct _BarnHistoryPage
{
  BarnPage            parent_instance;

  BarnHistoryFilters *filters;
  GtkStack           *stack;         /* "reading", "list", "nothing", "trouble" */
  AdwStatusPage      *trouble;
  GtkListView        *list;
  GtkWidget          *pane_box;
  BarnChangeDetail   *detail;

  BarnGradualList    *rows;          /* BarnChange, and a GtkStringObject before those of each day */
  GtkSingleSelection *selection;
  GHashTable         *headings;      /* day → GtkStringObject: a row stays the same as long as it is shown */

  BarnPlanFile       *file;          /* whose log it is */
  GPtrArray          *log;           /* all changes, newest first; never changed, as a worker may read it, but replaced. NULL: not read */
  GCancellable       *reading;
  GCancellable       *sifting;
  guint               step_source;
};

G_DEFINE_FINAL_TYPE (BarnHistoryPage, barn_history_page, BARN_TYPE_PAGE)

/* What the worker sifts, and what it found */
typedef struct
{
  GPtrArray         *log;
  BarnHistoryFilter  filter;
  char              *author;
  char              *words;
  GPtrArray         *found;
  GArray            *days;
} Sieve;

static void
sieve_free (Sieve *self)
{
  g_ptr_array_unref (self->log);
  g_ptr_array_unref (self->found);
  g_array_unref (self->days);
  g_free (self->author);
  g_free (self->words);
  g_free (self);
}

static void
sift_worker (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Sieve *sieve = task_data;

  for (guint i = 0; i < sieve->log->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      BarnChange *change = g_ptr_array_index (sieve->log, i);

      if (barn_history_filter_match (&sieve->filter, change))
        {
          BarnDay day = barn_change_get_day (change);

          g_ptr_array_add (sieve->found, g_object_ref (change));
          g_array_append_val (sieve->days, day);
        }
    }

  if (!g_task_return_error_if_cancelled (task))
    g_task_return_boolean (task, TRUE);
}

static BarnChange *
get_selected (BarnHistoryPage *self)
{
  gpointer item = gtk_single_selection_get_selected_item (self->selection);

  return BARN_IS_CHANGE (item) ? item : NULL;
}

/* How many changes came after one */
static guint
count_after (BarnHistoryPage *self,
             BarnChange      *point)
{
  guint n = 0;

  while (self->log != NULL && n < self->log->len &&
         barn_change_get_number (g_ptr_array_index (self->log, n)) > barn_change_get_number (point))
    n++;

  return n;
}

static void
update_actions (BarnHistoryPage *self)
{
  BarnChange *change = get_selected (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "history.back",
                                 change != NULL && barn_page_can_edit (BARN_PAGE (self)) && count_after (self, change) > 0);
}

static gboolean
on_step (gpointer user_data)
{
  BarnHistoryPage *self = user_data;

  barn_gradual_list_step (self->rows);
  if (!barn_gradual_list_is_settled (self->rows))
    return G_SOURCE_CONTINUE;

  self->step_source = 0;
  return G_SOURCE_REMOVE;
}

static GtkStringObject *
get_heading (BarnHistoryPage *self,
             BarnDay          day)
{
  GtkStringObject *heading = g_hash_table_lookup (self->headings, GUINT_TO_POINTER (day));
  g_autofree char *text = NULL;

  if (heading != NULL)
    return heading;

  text = barn_day_format (day, BARN_DAY_LONG, barn_ui_get_language (), BARN_DAY_NONE);
  heading = gtk_string_object_new (text);
  g_hash_table_insert (self->headings, GUINT_TO_POINTER (day), heading);

  return heading;
}

static void
show_found (BarnHistoryPage *self,
            GPtrArray       *found,
            GArray          *days)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_sized_new (found->len + 32);
  BarnDay last = BARN_DAY_NONE;

  for (guint i = 0; i < found->len; i++)
    {
      BarnDay day = g_array_index (days, BarnDay, i);

      /* Where the clock was set back a day can come again, further down: then without a heading of its own, as a row stands there once */
      if (day != last && (last == BARN_DAY_NONE || day < last))
        {
          g_ptr_array_add (rows, get_heading (self, day));
          last = day;
        }
      g_ptr_array_add (rows, g_ptr_array_index (found, i));
    }

  barn_gradual_list_set_rows (self->rows, rows);
  if (!barn_gradual_list_is_settled (self->rows) && self->step_source == 0)
    self->step_source = g_idle_add_full (G_PRIORITY_LOW, on_step, self, NULL);
  gtk_stack_set_visible_child_name (self->stack, found->len > 0 ? "list" : "nothing");
}

static void
on_sifted (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (BarnHistoryPage) self = g_weak_ref_get (user_data);
  const Sieve *sieve = g_task_get_task_data (G_TASK (result));

  barn_ui_weak_ref_free (user_data);
  if (self != NULL && g_task_propagate_boolean (G_TASK (result), NULL) && sieve->log == self->log)
    show_found (self, sieve->found, sieve->days);
}

/* Fifty thousand changes take a while to look through, so the window goes on meanwhile */
static void
sift (BarnHistoryPage *self)
{
  const BarnHistoryFilter *filter = barn_history_filters_get_filter (self->filters);
  g_autoptr (GTask) task = NULL;
  Sieve *sieve;

  g_cancellable_cancel (self->sifting);
  g_clear_object (&self->sifting);
  if (self->log == NULL)
    return;

  sieve = g_new0 (Sieve, 1);
  sieve->log = g_ptr_array_ref (self->log);
  sieve->filter = *filter;
  sieve->filter.author = sieve->author = g_strdup (filter->author);
  sieve->filter.search = sieve->words = g_strdup (filter->search);
  sieve->found = g_ptr_array_new_with_free_func (g_object_unref);
  sieve->days = g_array_new (FALSE, FALSE, sizeof (BarnDay));

  self->sifting = g_cancellable_new ();
  task = g_task_new (NULL, self->sifting, on_sifted, barn_ui_weak_ref_new (self));
  g_task_set_source_tag (task, sift);
  g_task_set_task_data (task, sieve, (GDestroyNotify) sieve_free);
  g_task_run_in_thread (task, sift_worker);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  g_autofree char *left = barn_collate_key (*(const char *const *) a);
  g_autofree char *right = barn_collate_key (*(const char *const *) b);

  return strcmp (left, right);
}

static void
offer_authors (BarnHistoryPage *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < self->log->len; i++)
    {
      const char *author = barn_change_get_author (g_ptr_array_index (self->log, i));

      if (!barn_text_is_blank (author) && g_hash_table_add (seen, (gpointer) author))
        g_ptr_array_add (names, (gpointer) author);
    }
  g_ptr_array_sort (names, compare_names);
  barn_history_filters_set_authors (self->filters, names);
}

static void
on_read (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (BarnHistoryPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) log = barn_plan_file_read_changes_finish (BARN_PLAN_FILE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->reading);
  if (log == NULL)
    {
      g_autofree char *markup = g_markup_escape_text (error->message, -1);

      adw_status_page_set_description (self->trouble, markup);
      gtk_stack_set_visible_child_name (self->stack, "trouble");
      return;
    }

  self->log = g_steal_pointer (&log);
  offer_authors (self);
  update_actions (self);
  sift (self);
}

static void
forget_log (BarnHistoryPage *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_cancellable_cancel (self->sifting);
  g_clear_object (&self->sifting);
  g_clear_pointer (&self->log, g_ptr_array_unref);
}

/* The log is read when somebody wants to see it */
static void
ensure_log (BarnHistoryPage *self)
{
  if (self->log != NULL || self->reading != NULL || self->file == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  gtk_stack_set_visible_child_name (self->stack, "reading");
  self->reading = g_cancellable_new ();
  barn_plan_file_read_changes_async (self->file, self->reading, on_read, g_object_ref (self));
}

static gpointer
copy_change (gconstpointer change,
             gpointer      user_data)
{
  return g_object_ref ((gpointer) change);
}

static void
on_file_changed (BarnHistoryPage *self,
                 BarnChange      *change)
{
  g_autoptr (GPtrArray) log = NULL;

  /* What is being read may have it or not, and where a backup came in the file's place all is another: read anew */
  if (self->log == NULL || self->log->len == 0 ||
      barn_change_get_number (change) != barn_change_get_number (g_ptr_array_index (self->log, 0)) + 1)
    {
      forget_log (self);
      ensure_log (self);
      return;
    }

  log = g_ptr_array_new_full (self->log->len + 1, g_object_unref);
  g_ptr_array_add (log, g_object_ref (change));
  g_ptr_array_extend (log, self->log, copy_change, NULL);
  g_ptr_array_unref (self->log);
  self->log = g_steal_pointer (&log);
  update_actions (self);
  sift (self);
}

static void
on_filters_changed (BarnHistoryPage *self)
{
  sift (self);
}

static void
on_clear_clicked (BarnHistoryPage *self)
{
  barn_history_filters_clear (self->filters);
  barn_history_filters_focus_search (self->filters);
}

static void
on_selected (BarnHistoryPage *self)
{
  BarnChange *change = get_selected (self);

  barn_change_detail_set_change (self->detail, self->file, change);
  gtk_widget_set_visible (self->pane_box, change != NULL);
  update_actions (self);
}

static void
on_row_activated (BarnHistoryPage *self,
                  guint            position)
{
  gtk_single_selection_set_selected (self->selection, position);
  if (get_selected (self) != NULL)
    barn_change_detail_go (self->detail);
}

static void
on_focus_list (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (BARN_HISTORY_PAGE (widget)->list));
}

/* What the person was asked about */
typedef struct
{
  BarnHistoryPage *page;
  BarnChange      *point;
  gint64           newest;
  BarnWait        *wait; /* (nullable): the answer was yes, and it is being done */
} Asked;

static void
asked_free (Asked *self)
{
  g_clear_pointer (&self->wait, barn_wait_end);
  g_object_unref (self->page);
  g_object_unref (self->point);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asked, asked_free)

static void
on_gone_back (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (Asked) asked = user_data;
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&asked->wait, barn_wait_end);
  if (!barn_plan_file_go_back_finish (BARN_PLAN_FILE (source), result, &error) && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    barn_ui_report_error (GTK_WIDGET (asked->page), error);
}

static void
on_back_answer (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (Asked) asked = user_data;
  BarnHistoryPage *self = asked->page;
  g_autoptr (GCancellable) cancellable = NULL;
  g_autoptr (GError) error = NULL;
  gint64 newest = asked->newest;
  BarnChange *point = asked->point;

  if (!barn_ask_finish (result) || self->file == NULL || !barn_field_binding_save_all (self->file))
    return;

  /* What somebody else did while the question stood there was not part of it */
  if (!barn_plan_file_refresh (self->file, &error))
    {
      barn_ui_report_error (GTK_WIDGET (self), error);
      return;
    }
  cancellable = g_cancellable_new ();
  asked->wait = barn_wait_begin (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _("The Changes Are Undone"), cancellable);
  barn_plan_file_go_back_async (self->file, point, newest, cancellable, on_gone_back, g_steal_pointer (&asked));
}

static void
on_back (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  BarnHistoryPage *self = BARN_HISTORY_PAGE (widget);
  BarnChange *point = get_selected (self);
  guint n_after = point != NULL ? count_after (self, point) : 0;
  g_autofree char *summary = NULL;
  g_autofree char *body = NULL;
  Asked *asked;

  if (n_after == 0)
    return;

  summary = barn_change_dup_summary (point);
  body = g_strdup_printf (ngettext ("%u change was made after “%s”, and is undone. That becomes a new change, which can be undone too; nothing is taken out of the history.",
                                    "%u changes were made after “%s”, and are undone. That becomes one new change, which can be undone too; nothing is taken out of the history.",
                                    n_after), n_after, summary);
  asked = g_new0 (Asked, 1);
  asked->page = g_object_ref (self);
  asked->point = g_object_ref (point);
  asked->newest = barn_change_get_number (g_ptr_array_index (self->log, 0));
  barn_ask (GTK_WINDOW (gtk_widget_get_root (widget)), _("Undo Back to Here?"), body, _("_Undo"), BARN_ASK_PLAIN, on_back_answer, asked);
}

/* Row: a heading, or three lines of a change. They are built once, and filled as rows come and go. */
static GtkWidget *
create_line (const char *style_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (style_class != NULL)
    gtk_widget_add_css_class (label, style_class);

  return label;
}

static void
on_setup (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item,
          gpointer                  user_data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_widget_add_css_class (box, "history-line");
  gtk_box_append (GTK_BOX (box), create_line (NULL));
  gtk_box_append (GTK_BOX (box), create_line ("dim-label"));
  gtk_box_append (GTK_BOX (box), create_line ("caption"));
  gtk_list_item_set_child (list_item, box);
}

/* What the change is about, where its summary does not say it already */
static const char *
get_subject (BarnChange *change,
             const char *summary)
{
  const char *subject = barn_change_get_subject (change);

  if (barn_text_is_blank (subject) || strstr (summary, subject) != NULL)
    return NULL;

  return subject;
}

static void
on_bind (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item,
         gpointer                  user_data)
{
  gpointer item = gtk_list_item_get_item (list_item);
  gboolean is_change = BARN_IS_CHANGE (item);
  GtkWidget *title = gtk_widget_get_first_child (gtk_list_item_get_child (list_item));
  GtkWidget *about = gtk_widget_get_next_sibling (title);
  GtkWidget *who = gtk_widget_get_next_sibling (about);
  g_autofree char *summary = is_change ? barn_change_dup_summary (item) : g_strdup (gtk_string_object_get_string (item));
  g_autofree char *maker = is_change ? barn_change_detail_dup_who (item) : NULL;
  const char *subject = is_change ? get_subject (item, summary) : NULL;
  g_autofree char *name = is_change ? g_strdup_printf ("%s. %s. %s", summary, subject != NULL ? subject : "", maker) : g_strdup (summary);

  gtk_list_item_set_selectable (list_item, is_change);
  gtk_list_item_set_activatable (list_item, is_change);
  if (is_change)
    gtk_widget_remove_css_class (title, "heading");
  else
    gtk_widget_add_css_class (title, "heading");
  gtk_label_set_label (GTK_LABEL (title), summary);
  gtk_label_set_label (GTK_LABEL (about), subject != NULL ? subject : "");
  gtk_widget_set_visible (about, subject != NULL);
  gtk_label_set_label (GTK_LABEL (who), maker != NULL ? maker : "");
  gtk_widget_set_visible (who, is_change);
  barn_ui_set_row_name (list_item, name);
}

static void
barn_history_page_plan_changed (BarnPage *page)
{
  BarnHistoryPage *self = BARN_HISTORY_PAGE (page);
  BarnPlanFile *file = barn_page_get_file (page);

  if (self->file != file)
    {
      if (self->file != NULL)
        g_signal_handlers_disconnect_by_func (self->file, on_file_changed, self);
      barn_change_detail_set_change (self->detail, NULL, NULL);
      forget_log (self);
      barn_gradual_list_clear (self->rows);
      g_set_object (&self->file, file);
      if (file != NULL)
        g_signal_connect_object (file, "changed", G_CALLBACK (on_file_changed), self, G_CONNECT_SWAPPED);
    }

  ensure_log (self);
  update_actions (self);
}

static char *
barn_history_page_dup_title (BarnPage *page)
{
  return g_strdup (_("History"));
}

static gboolean
barn_history_page_focus_search (BarnPage *page)
{
  barn_history_filters_focus_search (BARN_HISTORY_PAGE (page)->filters);
  return TRUE;
}

static guint
barn_history_page_list_parts (BarnPage     *page,
                              BarnPagePart *parts)
{
  BarnHistoryPage *self = BARN_HISTORY_PAGE (page);
  guint n_parts = 0;

  parts[n_parts++] = (BarnPagePart) { GTK_WIDGET (self->filters), GTK_WIDGET (self->filters) };
  parts[n_parts++] = (BarnPagePart) { GTK_WIDGET (self->stack), GTK_WIDGET (self->list) };
  if (gtk_widget_get_visible (self->pane_box))
    parts[n_parts++] = (BarnPagePart) { self->pane_box, self->pane_box };

  return n_parts;
}

static void
barn_history_page_save_state (BarnPage     *page,
                              GVariantDict *state)
{
  barn_history_filters_save (BARN_HISTORY_PAGE (page)->filters, state);
}

static void
barn_history_page_restore_state (BarnPage     *page,
                                 GVariantDict *state)
{
  barn_history_filters_load (BARN_HISTORY_PAGE (page)->filters, state);
}

static void
barn_history_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (barn_history_page_parent_class)->map (widget);

  ensure_log (BARN_HISTORY_PAGE (widget));
}

/* Whoever comes here comes for the list; the filters are a step away */
static gboolean
barn_history_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (BARN_HISTORY_PAGE (widget)->list));
}

static void
barn_history_page_dispose (GObject *object)
{
  BarnHistoryPage *self = BARN_HISTORY_PAGE (object);

  forget_log (self);
  g_clear_handle_id (&self->step_source, g_source_remove);
  g_clear_object (&self->file);
  g_clear_object (&self->selection);
  g_clear_object (&self->rows);
  g_clear_pointer (&self->headings, g_hash_table_unref);

  G_OBJECT_CLASS (barn_history_page_parent_class)->dispose (object);
}

static void
barn_history_page_class_init (BarnHistoryPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  BarnPageClass *page_class = BARN_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = barn_history_page_dispose;
  widget_class->map = barn_history_page_map;
  widget_class->grab_focus = barn_history_page_grab_focus;
  page_class->plan_changed = barn_history_page_plan_changed;
  page_class->dup_title = barn_history_page_dup_title;
  page_class->focus_search = barn_history_page_focus_search;
  page_class->list_parts = barn_history_page_list_parts;
  page_class->save_state = barn_history_page_save_state;
  page_class->restore_state = barn_history_page_restore_state;

  g_type_ensure (BARN_TYPE_CHANGE_DETAIL);
  g_type_ensure (BARN_TYPE_HISTORY_FILTERS);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Barnratt/ui/barn-history-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BarnHistoryPage, filters);
  gtk_widget_class_bind_template_child (widget_class, BarnHistoryPage, stack);
  gtk_widget_class_bind_template_child (widget_class, BarnHistoryPage, trouble);
  gtk_widget_class_bind_template_child (widget_class, BarnHistoryPage, list);
  gtk_widget_class_bind_template_child (widget_class, BarnHistoryPage, pane_box);
  gtk_widget_class_bind_template_child (widget_class, BarnHistoryPage, detail);
  gtk_widget_class_bind_template_callback (widget_class, on_filters_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_clear_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);

  gtk_widget_class_install_action (widget_class, "history.focus-list", NULL, on_focus_list);
  gtk_widget_class_install_action (widget_class, "history.back", NULL, on_back);
}

static void
barn_history_page_init (BarnHistoryPage *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  self->rows = barn_gradual_list_new ();
  self->headings = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, g_object_unref);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->rows)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (on_selected), self, G_CONNECT_SWAPPED);
  update_actions (self);
}

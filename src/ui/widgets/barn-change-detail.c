/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-change-detail"

#include "config.h"

#include "barn-change-detail.h"

#include <glib/gi18n-lib.h>

#include "barn-history-list.h"
#include "barn-plan-file-year.h"
#include "barn-text.h"
#include "barn-ui.h"

/* Reading in a plan did a lot: that it did, its first lines tell well enough */
#define MAX_LINES 60

struct _BarnChangeDetail
{
  AdwBin        parent_instance;

  GtkLabel     *summary;
  GtkLabel     *subject;
  GtkLabel     *when;
  GtkListBox   *lines;
  GtkLabel     *more;
  GtkWidget    *go_button;

  BarnPlanFile *file;
  BarnChange   *change;
  GCancellable *cancellable;
  char         *item;      /* the id of what was changed, or NULL: not known yet, or not to be shown */
  gboolean      is_read;
  gboolean      going;     /* as soon as it is known where to */
};

G_DEFINE_FINAL_TYPE (BarnChangeDetail, barn_change_detail, ADW_TYPE_BIN)

/* Whether win.show-item has a page for it */
static gboolean
can_be_shown (BarnItem *item)
{
  switch (barn_item_get_kind (item))
    {
    case BARN_KIND_SHIFT:
    case BARN_KIND_ACTIVITY:
    case BARN_KIND_FOLLOW_UP:
    case BARN_KIND_DELAY:
    case BARN_KIND_LONG_TERM:
    case BARN_KIND_ASSESSMENT:
    case BARN_KIND_AREA:
    case BARN_KIND_MEASURE:
    case BARN_KIND_SECTION_TEXT:
    case BARN_KIND_ADOPTED:
      return TRUE;
    case BARN_KIND_ORGANISATION:
    case BARN_KIND_ROLE:
    case BARN_KIND_UNIT:
    case BARN_KIND_PLAN:
    case BARN_KIND_PLAN_TEXT:
    case BARN_KIND_OCCASION:
    case BARN_KIND_REPORTED:
    case BARN_KIND_INDICATOR:
    case BARN_KIND_INDICATOR_VALUE:
    case BARN_KIND_YEAR_MARK:
    case BARN_KIND_SAVED_VIEW:
    default:
      return FALSE;
    }
}

static void
go_now (BarnChangeDetail *self)
{
  self->going = FALSE;
  if (self->item != NULL && barn_model_lookup (barn_plan_file_get_model (self->file), self->item) != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-item", "s", self->item);
  else
    barn_ui_say (GTK_WIDGET (self), _("What was changed there cannot be shown: it is gone, or has no page of its own."));
}

static GtkWidget *
create_label (const char *text,
              gboolean    dim)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (dim)
    gtk_widget_add_css_class (label, "dim-label");

  return label;
}

/* What became of a field; of a thing that came or went, what it is called */
static char *
dup_line (BarnChangeDetail      *self,
          const BarnFieldChange *line)
{
  if (line->field != NULL)
    return barn_history_dup_words (line, barn_plan_file_get_model (self->file));
  if (line->after != NULL)
    /* Translators: a line of a change: the title of what is new */
    return g_strdup_printf (_("Added: %s"), line->after);

  /* Translators: a line of a change: the title of what was deleted */
  return g_strdup_printf (_("Deleted: %s"), line->before != NULL ? line->before : "");
}

static void
add_line (BarnChangeDetail      *self,
          const BarnFieldChange *line)
{
  BarnItem *item = barn_model_lookup (barn_plan_file_get_model (self->file), line->item);
  g_autofree char *words = dup_line (self, line);
  GtkWidget *row;
  GtkWidget *box;

  if (self->item == NULL && item != NULL && can_be_shown (item))
    self->item = g_strdup (line->item);
  if (words == NULL)
    return;

  row = gtk_list_box_row_new ();
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_widget_add_css_class (box, "history-line");
  gtk_box_append (GTK_BOX (box), create_label (words, FALSE));
  if (item != NULL && !barn_text_is_blank (barn_item_get_title (item)) && line->field != NULL)
    gtk_box_append (GTK_BOX (box), create_label (barn_item_get_title (item), TRUE));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  barn_ui_set_name (row, words);
  gtk_list_box_append (self->lines, row);
}

static void
show_lines (BarnChangeDetail *self,
            GPtrArray        *lines)
{
  for (guint i = 0; i < MIN (lines->len, MAX_LINES); i++)
    add_line (self, g_ptr_array_index (lines, i));

  gtk_widget_set_visible (GTK_WIDGET (self->lines), gtk_widget_get_first_child (GTK_WIDGET (self->lines)) != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->more), lines->len > MAX_LINES);
  if (lines->len > MAX_LINES)
    {
      guint n_more = lines->len - MAX_LINES;
      g_autofree char *text = g_strdup_printf (ngettext ("and %u more", "and %u more", n_more), n_more);

      gtk_label_set_label (self->more, text);
    }
  gtk_widget_set_sensitive (self->go_button, self->item != NULL);
}

static void
on_read (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (BarnChangeDetail) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = barn_plan_file_read_change_fields_finish (BARN_PLAN_FILE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (lines != NULL)
    {
      self->is_read = TRUE;
      show_lines (self, lines);
    }
  else
    {
      gtk_label_set_label (self->more, error->message);
      gtk_widget_set_visible (GTK_WIDGET (self->more), TRUE);
    }
  if (self->going)
    go_now (self);
}

static void
on_go_clicked (BarnChangeDetail *self)
{
  barn_change_detail_go (self);
}

static void
drop_change (BarnChangeDetail *self)
{
  GtkWidget *child;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->file);
  g_clear_object (&self->change);
  g_clear_pointer (&self->item, g_free);
  self->is_read = FALSE;
  self->going = FALSE;
  while (self->lines != NULL && (child = gtk_widget_get_first_child (GTK_WIDGET (self->lines))) != NULL)
    gtk_list_box_remove (self->lines, child);
}

static void
barn_change_detail_dispose (GObject *object)
{
  BarnChangeDetail *self = BARN_CHANGE_DETAIL (object);

  drop_change (self);
  self->lines = NULL;

  G_OBJECT_CLASS (barn_change_detail_parent_class)->dispose (object);
}

static void
barn_change_detail_class_init (BarnChangeDetailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = barn_change_detail_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Barnratt/ui/barn-change-detail.ui");
  gtk_widget_class_bind_template_child (widget_class, BarnChangeDetail, summary);
  gtk_widget_class_bind_template_child (widget_class, BarnChangeDetail, subject);
  gtk_widget_class_bind_template_child (widget_class, BarnChangeDetail, when);
  gtk_widget_class_bind_template_child (widget_class, BarnChangeDetail, lines);
  gtk_widget_class_bind_template_child (widget_class, BarnChangeDetail, more);
  gtk_widget_class_bind_template_child (widget_class, BarnChangeDetail, go_button);
  gtk_widget_class_bind_template_callback (widget_class, on_go_clicked);
}

static void
barn_change_detail_init (BarnChangeDetail *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * barn_change_detail_dup_who:
 * @change: a change
 *
 * Returns: (transfer full): the time of the day and the name of who made it
 */
char *
barn_change_detail_dup_who (BarnChange *change)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (barn_change_get_moment (change) / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = g_date_time_to_local (utc);
  g_autofree char *time = g_date_time_format (local, "%H:%M");
  const char *author = barn_change_get_author (change);

  return barn_text_is_blank (author) ? g_steal_pointer (&time) : g_strdup_printf ("%s · %s", time, author);
}

void
barn_change_detail_set_change (BarnChangeDetail *self,
                               BarnPlanFile     *file,
                               BarnChange       *change)
{
  g_autofree char *summary = NULL;
  g_autofree char *day = NULL;
  g_autofree char *who = NULL;
  g_autofree char *when = NULL;

  g_return_if_fail (BARN_IS_CHANGE_DETAIL (self));
  g_return_if_fail (change == NULL || BARN_IS_PLAN_FILE (file));

  if (self->change == change && self->file == file)
    return;

  drop_change (self);
  if (change == NULL)
    return;

  self->file = g_object_ref (file);
  self->change = g_object_ref (change);
  self->cancellable = g_cancellable_new ();
  summary = barn_change_dup_summary (change);
  day = barn_day_format (barn_change_get_day (change), BARN_DAY_LONG, barn_ui_get_language (), BARN_DAY_NONE);
  who = barn_change_detail_dup_who (change);
  when = g_strdup_printf ("%s %s", day, who);
  gtk_label_set_label (self->summary, summary);
  gtk_label_set_label (self->subject, barn_change_get_subject (change) != NULL ? barn_change_get_subject (change) : "");
  gtk_widget_set_visible (GTK_WIDGET (self->subject), !barn_text_is_blank (barn_change_get_subject (change)));
  gtk_label_set_label (self->when, when);
  gtk_widget_set_visible (GTK_WIDGET (self->lines), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->more), FALSE);
  gtk_widget_set_sensitive (self->go_button, FALSE);
  barn_plan_file_read_change_fields_async (file, change, self->cancellable, on_read, g_object_ref (self));
}

void
barn_change_detail_go (BarnChangeDetail *self)
{
  g_return_if_fail (BARN_IS_CHANGE_DETAIL (self));

  if (self->is_read)
    go_now (self);
  else
    self->going = self->change != NULL;
}

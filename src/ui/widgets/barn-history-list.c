/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-history-list"

#include "config.h"

#include "barn-history-list.h"

#include <glib/gi18n-lib.h>

#include "barn-text.h"
#include "barn-ui.h"

#define MAX_LINES 200
/* Long texts are told by their beginning */
#define MAX_VALUE 160

struct _BarnHistoryList
{
  AdwBin        parent_instance;

  GtkExpander  *expander;
  GtkListBox   *lines;
  GtkLabel     *nothing;

  BarnPlanFile *file;
  BarnItem     *item;
};

G_DEFINE_FINAL_TYPE (BarnHistoryList, barn_history_list, ADW_TYPE_BIN)

/* What a field is called; the same words as beside the field where it is edited */
static const struct
{
  const char *field;
  const char *label;
} labels[] = {
  { "title", N_("Title") },
  { "description", N_("Description") },
  { "purpose", N_("Purpose") },
  { "unit", N_("Unit") },
  { "responsible", N_("Responsible") },
  { "start-on", N_("Start") },
  { "due-on", N_("Due") },
  { "first-due-on", N_("First due date") },
  { "roles", N_("Roles") },
  { "shifts", N_("Shifts") },
  { "articles", N_("Articles") },
  { "raised", N_("Needs to be raised") },
  { "position", N_("Place in the list") },
  { "activity", N_("Taken into the plan as") },
  { "day", N_("Day of the follow-up") },
  { "status", N_("Status") },
  { "comment", N_("What happened") },
  { "effect", N_("For the children") },
  { "approved-by", N_("Approved by") },
  { "approved-on", N_("Approved on") },
  { "body", N_("Text") },
  { "cut-off", N_("Cut-off date") },
  { "expected-result", N_("Expected result") },
  { "name", N_("Name") },
  { "note", N_("Note") },
  { "raised", N_("To be raised") },
  { "ready", N_("Ready") },
  { "reason", N_("Reason") },
  { "paper", N_("Kind of document") },
  { "format", N_("Format") },
  { "as-of", N_("As of") },
  { "adopted-on", N_("Adopted on") },
  { "instance", N_("Adopted by") },
  { "decision", N_("Paragraph of the decision") },
  { "registry-number", N_("Registry number") },
};

/* Fields that a person has nothing to do with */
static gboolean
is_inner (const char *field)
{
  static const char *const inner[] = { "plan", "author", "made-at", "sha256", "size", NULL };

  return g_strv_contains (inner, field);
}

static const char *
get_label (const char *field)
{
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (g_str_equal (labels[i].field, field))
      return _(labels[i].label);

  return field;
}

static char *
shorten (const char *text)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (text, -1) <= MAX_VALUE)
    return g_strdup (text);

  start = g_utf8_substring (text, 0, MAX_VALUE);

  return g_strconcat (start, "…", NULL);
}

/* A word of a value as a person says it: the title of what an id stands for, a day, a status */
static char *
dup_word (const char *word,
          BarnModel  *model)
{
  BarnItem *item = barn_model_lookup (model, word);
  BarnStatus status;
  BarnDay day;

  if (item != NULL)
    return g_strdup (barn_item_get_title (item));
  if (barn_status_from_nick (word, &status))
    return g_strdup (barn_status_get_label (status));
  day = barn_day_from_iso (word);
  if (day != BARN_DAY_NONE)
    return barn_ui_format_day (day);

  return g_strdup (word);
}

static char *
dup_value (const char *field,
           const char *value,
           BarnModel  *model)
{
  gboolean is_set = g_str_equal (field, "roles") || g_str_equal (field, "shifts") || g_str_equal (field, "articles");
  g_auto (GStrv) words = NULL;
  g_autofree char *joined = NULL;

  if (value == NULL || *value == '\0')
    return g_strdup (_("nothing"));
  if (!is_set)
    {
      g_autofree char *word = dup_word (value, model);

      return shorten (word);
    }

  words = g_strsplit_set (value, ", ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *word = g_steal_pointer (&words[i]);

      words[i] = dup_word (word, model);
    }
  joined = g_strjoinv (", ", words);

  return shorten (joined);
}

/**
 * barn_history_dup_words:
 * @line: a line of history
 * @model: where ids find their titles
 *
 * Returns: (transfer full): what became of the field, as a sentence; %NULL where it is nothing that a person would care for
 */
char *
barn_history_dup_words (const BarnFieldChange *line,
                        BarnModel             *model)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_return_val_if_fail (line != NULL, NULL);
  g_return_val_if_fail (BARN_IS_MODEL (model), NULL);

  if (line->field == NULL)
    return barn_change_dup_summary (line->change);
  if (is_inner (line->field))
    return NULL;
  if (g_str_equal (line->field, "position"))
    return g_strdup (_("Moved to another place in the list"));

  if (!barn_field_is_for_reading (line->field))
    return g_strdup (_("The wording of documents was changed"));

  before = dup_value (line->field, line->before, model);
  after = dup_value (line->field, line->after, model);

  /* Translators: a line of the history: the field, what stood there, and what stands there since */
  return g_strdup_printf (_("%s: %s → %s"), get_label (line->field), before, after);
}

static char *
dup_when (BarnChange *change)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (barn_change_get_moment (change) / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = g_date_time_to_local (utc);
  g_autofree char *day = barn_ui_format_day (barn_day_new (g_date_time_get_year (local), g_date_time_get_month (local),
                                                           g_date_time_get_day_of_month (local)));
  g_autofree char *time = g_date_time_format (local, "%H:%M");
  const char *author = barn_change_get_author (change);

  if (barn_text_is_blank (author))
    /* Translators: when something was changed: the day and the time */
    return g_strdup_printf (_("%s at %s"), day, time);

  /* Translators: when something was changed and by whom: the day, the time, the name */
  return g_strdup_printf (_("%s at %s · %s"), day, time, author);
}

static GtkWidget *
create_label (const char *text,
              const char *style_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (style_class != NULL)
    gtk_widget_add_css_class (label, style_class);

  return label;
}

static void
add_line (BarnHistoryList       *self,
          const BarnFieldChange *line)
{
  g_autofree char *words = barn_history_dup_words (line, barn_plan_file_get_model (self->file));
  g_autofree char *when = NULL;
  g_autofree char *name = NULL;
  GtkWidget *row;
  GtkWidget *box;

  if (words == NULL)
    return;

  row = gtk_list_box_row_new ();
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  when = dup_when (line->change);
  gtk_box_append (GTK_BOX (box), create_label (when, "dim-label"));
  gtk_box_append (GTK_BOX (box), create_label (words, NULL));
  gtk_widget_add_css_class (gtk_widget_get_first_child (box), "caption");
  gtk_widget_add_css_class (box, "history-line");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  name = g_strdup_printf ("%s. %s", when, words);
  barn_ui_set_name (row, name);
  gtk_list_box_append (self->lines, row);
}

static void
fill (BarnHistoryList *self)
{
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->lines))) != NULL)
    gtk_list_box_remove (self->lines, child);
  gtk_label_set_label (self->nothing, _("Nothing has been changed yet"));

  if (self->item == NULL || !gtk_expander_get_expanded (self->expander))
    return;

  lines = barn_plan_file_list_history (self->file, self->item, MAX_LINES, &error);
  for (guint i = 0; lines != NULL && i < lines->len; i++)
    add_line (self, g_ptr_array_index (lines, i));
  if (lines == NULL)
    gtk_label_set_label (self->nothing, error->message);

  gtk_widget_set_visible (GTK_WIDGET (self->lines), gtk_widget_get_first_child (GTK_WIDGET (self->lines)) != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->nothing), !gtk_widget_get_visible (GTK_WIDGET (self->lines)));
}

static void
on_file_changed (BarnHistoryList *self)
{
  fill (self);
}

static void
on_expanded_changed (BarnHistoryList *self)
{
  fill (self);
}

static void
drop_item (BarnHistoryList *self)
{
  if (self->file != NULL)
    g_signal_handlers_disconnect_by_func (self->file, on_file_changed, self);
  g_clear_object (&self->file);
  g_clear_object (&self->item);
}

static void
barn_history_list_dispose (GObject *object)
{
  drop_item (BARN_HISTORY_LIST (object));

  G_OBJECT_CLASS (barn_history_list_parent_class)->dispose (object);
}

static void
barn_history_list_class_init (BarnHistoryListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = barn_history_list_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Barnratt/ui/barn-history-list.ui");
  gtk_widget_class_bind_template_child (widget_class, BarnHistoryList, expander);
  gtk_widget_class_bind_template_child (widget_class, BarnHistoryList, lines);
  gtk_widget_class_bind_template_child (widget_class, BarnHistoryList, nothing);
  gtk_widget_class_bind_template_callback (widget_class, on_expanded_changed);
}

static void
barn_history_list_init (BarnHistoryList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * barn_history_list_set_item:
 * @self: the list
 * @file: (nullable): the plan file
 * @item: (nullable): whose history is told
 */
void
barn_history_list_set_item (BarnHistoryList *self,
                            BarnPlanFile    *file,
                            BarnItem        *item)
{
  g_return_if_fail (BARN_IS_HISTORY_LIST (self));
  g_return_if_fail (item == NULL || BARN_IS_PLAN_FILE (file));

  if (self->item == item && self->file == file)
    return;

  drop_item (self);
  if (item != NULL)
    {
      self->file = g_object_ref (file);
      self->item = g_object_ref (item);
      g_signal_connect_swapped (file, "changed", G_CALLBACK (on_file_changed), self);
    }
  fill (self);
}

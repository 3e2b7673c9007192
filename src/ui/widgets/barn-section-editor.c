/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-section-editor"

#include "config.h"

#include "barn-section-editor.h"

#include <glib/gi18n-lib.h>

#include "barn-field-binding.h"
#include "barn-plan-file-profile.h"
#include "barn-report.h"
#include "barn-text.h"
#include "barn-ui.h"

struct _BarnSectionEditor
{
  AdwBin            parent_instance;

  GtkTextView      *text_view;
  GtkCheckButton   *ready;
  GtkLabel         *words;
  GtkLabel         *standard;
  GtkWidget        *standard_bar;

  BarnFieldBinding *binding;
  BarnPlanFile     *file;
  BarnPlan         *plan;
  char             *section;
  guint             article;
  gboolean          showing; /* the mark is being set from the plan file, not by a person */
};

G_DEFINE_FINAL_TYPE (BarnSectionEditor, barn_section_editor, ADW_TYPE_BIN)

/* Where a text belongs: the field keeps it until it shows another, so that what was typed goes where it was typed */
typedef struct
{
  BarnPlanFile *file;
  BarnPlan     *plan;
  char         *section;
  guint         article;
} Place;

static void
place_free (Place *self)
{
  g_object_unref (self->file);
  g_object_unref (self->plan);
  g_free (self->section);
  g_free (self);
}

static Place *
place_new (BarnSectionEditor *self)
{
  Place *place = g_new0 (Place, 1);

  place->file = g_object_ref (self->file);
  place->plan = g_object_ref (self->plan);
  place->section = g_strdup (self->section);
  place->article = self->article;

  return place;
}

static char *
load_section (gpointer user_data)
{
  Place *place = user_data;
  BarnSectionText *text = barn_plan_find_section_text (place->plan, place->section, place->article);

  return g_strdup (text != NULL ? barn_section_text_get_body (text) : "");
}

static gboolean
save_section (const char  *before,
              const char  *body,
              const char  *run,
              gpointer     user_data,
              GError     **error)
{
  Place *place = user_data;

  return barn_plan_file_set_section (place->file, place->plan, place->section, place->article, before, body, run, error);
}

static char *
dup_text (BarnSectionEditor *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text_view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static guint
count_words (const char *text)
{
  guint n_words = 0;
  gboolean inside = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gboolean letter = g_unichar_isalnum (g_utf8_get_char (p));

      if (letter && !inside)
        n_words++;
      inside = letter;
    }

  return n_words;
}

/* What the document says as long as nothing is written; "" for nothing */
static char *
dup_standard (BarnSectionEditor *self)
{
  if (self->plan == NULL || self->article != 0)
    return g_strdup ("");

  return barn_report_dup_standard_text (barn_plan_file_get_model (self->file), self->plan, barn_plan_file_get_profile (self->file), self->section);
}

static void
show_standard (BarnSectionEditor *self,
               gboolean           blank)
{
  g_autofree char *standard = blank ? dup_standard (self) : g_strdup ("");
  gboolean any = *standard != '\0';
  gboolean editable = self->file != NULL && !barn_plan_file_get_read_only (self->file);

  gtk_label_set_label (self->standard, standard);
  gtk_widget_set_visible (GTK_WIDGET (self->standard), any);
  gtk_widget_set_visible (self->standard_bar, any && editable);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text_view), GTK_ACCESSIBLE_PROPERTY_PLACEHOLDER, standard,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, standard, -1);
}

static void
on_text_changed (BarnSectionEditor *self)
{
  g_autofree char *text = dup_text (self);
  guint n_words = count_words (text);
  g_autofree char *words = g_strdup_printf (ngettext ("%u word", "%u words", n_words), n_words);

  gtk_label_set_label (self->words, words);
  show_standard (self, barn_text_is_blank (text));
}

/* Puts the standard text in the field, as if it was typed */
static void
adopt_standard (BarnSectionEditor *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text_view);
  g_autofree char *text = dup_text (self);
  g_autofree char *standard = dup_standard (self);
  GtkTextIter start, end;

  if (!barn_text_is_blank (text) || *standard == '\0')
    return;

  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_delete (buffer, &start, &end);
  gtk_text_buffer_insert (buffer, &start, standard, -1);
  gtk_text_buffer_end_user_action (buffer);
}

static void
adopt_standard_action (GtkWidget  *widget,
                       const char *action_name,
                       GVariant   *parameter)
{
  BarnSectionEditor *self = BARN_SECTION_EDITOR (widget);

  /* The button goes away */
  gtk_widget_grab_focus (GTK_WIDGET (self->text_view));
  adopt_standard (self);
}

static void
on_ready_toggled (BarnSectionEditor *self)
{
  gboolean ready = gtk_check_button_get_active (self->ready);
  g_autoptr (GError) error = NULL;

  if (self->showing || self->plan == NULL)
    return;

  /* Who calls the section ready with the standard text in sight means that text */
  if (ready)
    adopt_standard (self);

  /* Saving the text is a change, after which the mark is shown as it is stored until now */
  if (!barn_field_binding_save (self->binding) ||
      !barn_plan_file_set_section_ready (self->file, self->plan, self->section, self->article, ready, &error))
    barn_ui_report_error (GTK_WIDGET (self), error);
  barn_section_editor_refresh (self);
}

/* Whether only blanks stand between @at and the end (or the start) of its paragraph's surroundings: how many line breaks are there already */
static guint
count_breaks (const GtkTextIter *at,
              gboolean           forward)
{
  GtkTextIter iter = *at;
  guint n_breaks = 0;

  while (n_breaks < 2 && (forward ? !gtk_text_iter_is_end (&iter) : gtk_text_iter_backward_char (&iter)))
    {
      if (gtk_text_iter_get_char (&iter) != '\n')
        return n_breaks;
      n_breaks++;
      if (forward)
        gtk_text_iter_forward_char (&iter);
    }

  return gtk_text_iter_is_start (&iter) || gtk_text_iter_is_end (&iter) ? 2 : n_breaks;
}

static void
barn_section_editor_dispose (GObject *object)
{
  BarnSectionEditor *self = BARN_SECTION_EDITOR (object);

  g_clear_object (&self->binding);
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->file);
  g_clear_object (&self->plan);
  g_clear_pointer (&self->section, g_free);

  G_OBJECT_CLASS (barn_section_editor_parent_class)->dispose (object);
}

/* Without it GTK would end a step backwards out of here by grabbing the focus again */
static gboolean
barn_section_editor_focus (GtkWidget        *widget,
                           GtkDirectionType  direction)
{
  return gtk_widget_child_focus (adw_bin_get_child (ADW_BIN (widget)), direction);
}

static gboolean
barn_section_editor_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (BARN_SECTION_EDITOR (widget)->text_view));
}

static void
barn_section_editor_class_init (BarnSectionEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = barn_section_editor_dispose;
  widget_class->focus = barn_section_editor_focus;
  widget_class->grab_focus = barn_section_editor_grab_focus;

  gtk_widget_class_install_action (widget_class, "section.adopt-standard", NULL, adopt_standard_action);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Barnratt/ui/barn-section-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, BarnSectionEditor, text_view);
  gtk_widget_class_bind_template_child (widget_class, BarnSectionEditor, ready);
  gtk_widget_class_bind_template_child (widget_class, BarnSectionEditor, words);
  gtk_widget_class_bind_template_child (widget_class, BarnSectionEditor, standard);
  gtk_widget_class_bind_template_child (widget_class, BarnSectionEditor, standard_bar);
  gtk_widget_class_bind_template_callback (widget_class, on_ready_toggled);
}

static void
barn_section_editor_init (BarnSectionEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->binding = barn_field_binding_new_buffer (self->text_view);
  g_signal_connect_object (gtk_text_view_get_buffer (self->text_view), "changed",
                           G_CALLBACK (on_text_changed), self, G_CONNECT_SWAPPED);
}

/**
 * barn_section_editor_set_section:
 * @self: an editor
 * @file: (nullable): the open plan file
 * @plan: (nullable): whose barnbokslut it is; none: the editor is empty
 * @section: (nullable): the section's id
 * @article: the article; 0: none
 * @name: (nullable): what the text is called, for a screen reader
 *
 * Shows another section. What was typed in the one before is saved there first.
 */
void
barn_section_editor_set_section (BarnSectionEditor *self,
                                 BarnPlanFile      *file,
                                 BarnPlan          *plan,
                                 const char        *section,
                                 guint              article,
                                 const char        *name)
{
  g_autofree char *next = g_strdup (section);
  g_autofree char *place = NULL;

  g_return_if_fail (BARN_IS_SECTION_EDITOR (self));

  if (file == NULL || plan == NULL || section == NULL)
    {
      barn_field_binding_set_item (self->binding, NULL, NULL, NULL);
      g_clear_object (&self->file);
      g_clear_object (&self->plan);
      g_clear_pointer (&self->section, g_free);
      return;
    }

  g_set_object (&self->file, file);
  g_set_object (&self->plan, plan);
  g_free (self->section);
  self->section = g_steal_pointer (&next);
  self->article = article;

  place = g_strdup_printf ("%s %s %u", barn_item_get_id (BARN_ITEM (plan)), self->section, article);
  barn_field_binding_set_custom (self->binding, file, place, load_section, save_section, place_new (self),
                                 (GDestroyNotify) place_free);
  barn_ui_set_name (GTK_WIDGET (self->text_view), name != NULL ? name : "");
  on_text_changed (self);
  barn_section_editor_refresh (self);
}

/**
 * barn_section_editor_refresh:
 * @self: an editor
 *
 * To be called after a change of the plan file: shows whether the section is ready. The text follows by itself.
 */
void
barn_section_editor_refresh (BarnSectionEditor *self)
{
  BarnSectionText *text = NULL;

  g_return_if_fail (BARN_IS_SECTION_EDITOR (self));

  if (self->plan != NULL)
    text = barn_plan_find_section_text (self->plan, self->section, self->article);

  self->showing = TRUE;
  gtk_check_button_set_active (self->ready, text != NULL && barn_section_text_get_ready (text));
  self->showing = FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->ready),
                            self->file != NULL && !barn_plan_file_get_read_only (self->file));
}

/**
 * barn_section_editor_insert:
 * @self: an editor
 * @paragraph: what to insert
 *
 * Inserts @paragraph at the cursor, in place of what is selected, as a paragraph of its own.
 */
void
barn_section_editor_insert (BarnSectionEditor *self,
                            const char        *paragraph)
{
  GtkTextBuffer *buffer;
  GtkTextIter cursor;
  guint before, after;
  g_autofree char *text = NULL;

  g_return_if_fail (BARN_IS_SECTION_EDITOR (self));
  g_return_if_fail (paragraph != NULL);

  if (!gtk_text_view_get_editable (self->text_view) || !gtk_widget_is_sensitive (GTK_WIDGET (self->text_view)))
    return;

  buffer = gtk_text_view_get_buffer (self->text_view);
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete_selection (buffer, TRUE, TRUE);
  gtk_text_buffer_get_iter_at_mark (buffer, &cursor, gtk_text_buffer_get_insert (buffer));

  before = count_breaks (&cursor, FALSE);
  after = count_breaks (&cursor, TRUE);
  text = g_strconcat (before == 0 ? "\n\n" : before == 1 ? "\n" : "",
                      paragraph,
                      after == 0 ? "\n\n" : after == 1 ? "\n" : "",
                      NULL);
  gtk_text_buffer_insert (buffer, &cursor, text, -1);
  gtk_text_buffer_end_user_action (buffer);
  gtk_text_view_scroll_mark_onscreen (self->text_view, gtk_text_buffer_get_insert (buffer));
}

/**
 * barn_section_editor_contains:
 * @self: an editor
 * @paragraph: a text
 *
 * Returns: whether @paragraph stands in the text, as it is typed now
 */
gboolean
barn_section_editor_contains (BarnSectionEditor *self,
                              const char        *paragraph)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (BARN_IS_SECTION_EDITOR (self), FALSE);
  g_return_val_if_fail (paragraph != NULL, FALSE);

  text = dup_text (self);
  return !barn_text_is_blank (paragraph) && strstr (text, paragraph) != NULL;
}

/**
 * barn_section_editor_save:
 * @self: an editor
 *
 * Saves what was typed now.
 *
 * Returns: %FALSE where it could not be; the person was told
 */
gboolean
barn_section_editor_save (BarnSectionEditor *self)
{
  g_return_val_if_fail (BARN_IS_SECTION_EDITOR (self), FALSE);

  return self->plan == NULL || barn_field_binding_save (self->binding);
}


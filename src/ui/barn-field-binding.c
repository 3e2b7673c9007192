/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-field-binding"

#include "config.h"

#include "barn-field-binding.h"

#include <glib/gi18n-lib.h>

#include "barn-field-bar.h"
#include "barn-field-registry.h"
#include "barn-field-text.h"
#include "barn-text.h"
#include "barn-ui.h"

/* Typing pauses this long: what stands there is saved */
#define SAVE_AFTER_MS 700
/* Typing paused this long: what comes is another change, undone by itself */
#define BURST_US (8 * G_USEC_PER_SEC)

/* What the bar under the field is about, the most urgent last */
typedef enum
{
  BAR_NONE,
  BAR_PERSONAL_ID,
  BAR_CONFLICT,
} BarKind;

struct _BarnFieldBinding
{
  GObject         parent_instance;

  GtkWidget      *widget;         /* what the person sees as the field; gone: NULL */
  BarnFieldText   content;
  GtkWidget      *text;           /* the very widget that gets the keys */

  BarnPlanFile   *file;
  BarnItem       *item;
  guint           field;
  BarnFieldLoad   load;
  BarnFieldSave   save;
  gpointer        user_data;
  GDestroyNotify  destroy;

  char           *base;           /* the stored text that the person began from */
  char           *shown;          /* what the field said when it was last the same as stored */
  char           *began;          /* what the field said when it got the focus */
  char           *refused;        /* a text that the plan file would not take: not tried again on its own */
  char           *run;
  gint64          last_key;
  char           *other_author;   /* who wrote last, of the other programs */
  char           *place;          /* which text of the file it is */
  gint64          added;          /* the change that made what is edited, just now and nothing done to it since; 0: none */

  BarnFieldBar   *bar;
  BarKind         bar_kind;

  gulong          item_handler;
  guint           save_source;
  gboolean        filling;        /* the text is being set by us, not typed */
  gboolean        saving;
};

static gboolean save_now (BarnFieldBinding *self,
                          gboolean          leaving);

G_DEFINE_FINAL_TYPE (BarnFieldBinding, barn_field_binding, G_TYPE_OBJECT)

static gboolean
is_bound (BarnFieldBinding *self)
{
  return self->file != NULL && (self->item != NULL || self->load != NULL);
}

static char *
dup_stored (BarnFieldBinding *self)
{
  char *text = NULL;

  if (self->item != NULL)
    text = g_strdup (barn_item_get_text (self->item, self->field));
  else if (self->load != NULL)
    text = self->load (self->user_data);

  return text != NULL ? text : g_strdup ("");
}

static void
fill (BarnFieldBinding *self,
      const char       *text)
{
  self->filling = TRUE;
  barn_field_text_fill (&self->content, text);
  barn_field_text_forget_undo (&self->content);
  self->filling = FALSE;
}

static void
drop_bar (BarnFieldBinding *self)
{
  if (self->bar != NULL)
    barn_field_bar_take_away (self->bar);
  g_clear_object (&self->bar);
  self->bar_kind = BAR_NONE;
}

static BarnFieldBar *
put_bar (BarnFieldBinding *self,
         BarKind           kind,
         const char       *sentence)
{
  drop_bar (self);

  self->bar = g_object_ref_sink (BARN_FIELD_BAR (barn_field_bar_new (sentence)));
  self->bar_kind = kind;
  if (!barn_field_bar_put_under (self->bar, self->widget))
    g_critical ("There is no vertical box above the field to say this in: %s", sentence);

  return self->bar;
}

static void
on_keep_mine (BarnFieldBinding *self)
{
  drop_bar (self);
  g_free (self->base);
  self->base = dup_stored (self);
  g_clear_pointer (&self->refused, g_free);
  save_now (self, TRUE);
}

static void
on_take_theirs (BarnFieldBinding *self)
{
  drop_bar (self);
  g_clear_handle_id (&self->save_source, g_source_remove);
  g_free (self->base);
  self->base = dup_stored (self);
  g_free (self->shown);
  self->shown = g_strdup (self->base);
  g_clear_pointer (&self->refused, g_free);
  fill (self, self->base);
}

static void
show_conflict (BarnFieldBinding *self)
{
  g_autofree char *theirs = dup_stored (self);
  g_autofree char *sentence = NULL;
  BarnFieldBar *bar;

  if (self->other_author != NULL && *self->other_author != '\0')
    /* Translators: the first is a name, the second the text that somebody else wrote */
    sentence = g_strdup_printf (_("Changed meanwhile by %s: “%s”"), self->other_author, theirs);
  else
    sentence = g_strdup_printf (_("Changed meanwhile: “%s”"), theirs);

  bar = put_bar (self, BAR_CONFLICT, sentence);
  barn_field_bar_add_answer (bar, _("Keep Mine"), G_CALLBACK (on_keep_mine), self);
  barn_field_bar_add_answer (bar, _("Take Theirs"), G_CALLBACK (on_take_theirs), self);
}

static void
warn_of_personal_id (BarnFieldBinding *self,
                     const char       *text)
{
  if (self->bar_kind == BAR_CONFLICT)
    return;

  if (!barn_text_find_personal_id (text, NULL, NULL))
    drop_bar (self);
  else if (self->bar_kind == BAR_NONE)
    put_bar (self, BAR_PERSONAL_ID,
             _("This looks like a personal identity number. A plan file has no place for an individual child: "
               "please take it away."));
}

/* The field says what is stored */
static void
settle (BarnFieldBinding *self)
{
  g_free (self->base);
  self->base = dup_stored (self);
  g_clear_pointer (&self->refused, g_free);
  g_free (self->shown);
  self->shown = barn_field_text_dup (&self->content);
  gtk_widget_remove_css_class (self->widget, "error");
}

static gboolean
is_dirty (BarnFieldBinding *self)
{
  g_autofree char *text = NULL;

  if (!is_bound (self) || self->widget == NULL)
    return FALSE;

  text = barn_field_text_dup (&self->content);
  return g_strcmp0 (text, self->shown) != 0;
}

static gboolean
write_text (BarnFieldBinding  *self,
            const char        *text,
            GError           **error)
{
  const BarnField *fields;
  guint n_fields;

  if (self->item == NULL)
    return self->save (self->base, text, self->run, self->user_data, error);

  fields = barn_item_get_fields (self->item, &n_fields);
  return barn_plan_file_set_text (self->file, self->item, fields[self->field].name, self->base, text, self->run, error);
}

/* Tells that the text was not saved. A rule that a text does not meet yet (an empty title) is told only when the person leaves it so. */
static void
refuse (BarnFieldBinding *self,
        const char       *text,
        const GError     *error,
        gboolean          leaving)
{
  gboolean rule = g_error_matches (error, BARN_PLAN_FILE_ERROR, BARN_PLAN_FILE_ERROR_RULE);

  g_free (self->refused);
  self->refused = g_strdup (text);
  gtk_widget_add_css_class (self->widget, "error");

  if (leaving || !rule)
    barn_ui_report_error (self->widget, error);

  if (leaving && rule)
    {
      g_autofree char *stored = dup_stored (self);

      fill (self, stored);
      settle (self);
    }
}

static gboolean
save_now (BarnFieldBinding *self,
          gboolean          leaving)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gboolean saved;

  g_clear_handle_id (&self->save_source, g_source_remove);

  if (!is_dirty (self))
    return TRUE;
  if (self->bar_kind == BAR_CONFLICT)
    return FALSE;

  text = barn_field_text_dup (&self->content);
  if (!leaving && g_strcmp0 (text, self->refused) == 0)
    return FALSE;

  self->saving = TRUE;
  saved = write_text (self, text, &error);
  self->saving = FALSE;

  if (saved)
    {
      settle (self);
      barn_field_text_forget_undo (&self->content);
      return TRUE;
    }

  if (g_error_matches (error, BARN_PLAN_FILE_ERROR, BARN_PLAN_FILE_ERROR_CONFLICT))
    {
      barn_plan_file_refresh (self->file, NULL);
      show_conflict (self);
      return FALSE;
    }

  refuse (self, text, error, leaving);
  return FALSE;
}

static gboolean
on_save_timeout (gpointer user_data)
{
  BarnFieldBinding *self = user_data;

  self->save_source = 0;
  save_now (self, FALSE);

  return G_SOURCE_REMOVE;
}

static void
on_typed (BarnFieldBinding *self)
{
  g_autofree char *text = NULL;
  gint64 now = g_get_monotonic_time ();

  if (self->filling || !is_bound (self))
    return;

  if (self->run == NULL || now - self->last_key > BURST_US)
    {
      g_free (self->run);
      self->run = g_uuid_string_random ();
    }
  self->last_key = now;

  text = barn_field_text_dup (&self->content);
  warn_of_personal_id (self, text);

  g_clear_handle_id (&self->save_source, g_source_remove);
  self->save_source = g_timeout_add (SAVE_AFTER_MS, on_save_timeout, self);
}

static void
on_focus_enter (BarnFieldBinding *self)
{
  g_free (self->began);
  self->began = barn_field_text_dup (&self->content);
  barn_field_text_forget_undo (&self->content);
}

static void
on_focus_leave (BarnFieldBinding *self)
{
  self->added = 0;
  if (!is_bound (self))
    return;

  if (save_now (self, TRUE))
    {
      /* What is stored may be tidier than what was typed: a title without the space after it */
      fill (self, self->base);
      settle (self);
    }
  g_clear_pointer (&self->run, g_free);
}

static void
on_activate (BarnFieldBinding *self)
{
  save_now (self, TRUE);
  g_clear_pointer (&self->run, g_free);
}

static void
on_unmap (BarnFieldBinding *self)
{
  save_now (self, TRUE);
}

/* Something that was added just now and is left again as it came is not wanted: its adding is undone */
static gboolean
take_back (BarnFieldBinding *self)
{
  g_autoptr (BarnFieldBinding) kept = g_object_ref (self);
  BarnChange *last = self->added != 0 ? barn_plan_file_get_undo (self->file) : NULL;
  g_autoptr (GError) error = NULL;

  if (last == NULL || barn_change_get_number (last) != self->added)
    return FALSE;

  self->added = 0;
  g_clear_handle_id (&self->save_source, g_source_remove);
  fill (self, self->base);
  settle (self);
  if (!barn_plan_file_undo (self->file, last, &error))
    barn_ui_report_error (self->widget, error);

  return TRUE;
}

static gboolean
on_key_pressed (BarnFieldBinding *self,
                guint             keyval,
                guint             keycode,
                GdkModifierType   modifiers)
{
  g_autofree char *text = NULL;

  if (keyval != GDK_KEY_Escape || (modifiers & gtk_accelerator_get_default_mod_mask ()) != 0 ||
      !is_bound (self) || self->began == NULL)
    return GDK_EVENT_PROPAGATE;
  if (take_back (self))
    return GDK_EVENT_STOP;

  text = barn_field_text_dup (&self->content);
  if (strcmp (text, self->began) == 0)
    return GDK_EVENT_PROPAGATE;

  fill (self, self->began);
  on_typed (self);
  save_now (self, TRUE);

  return GDK_EVENT_STOP;
}

/* The stored text became another, by undo, by another field or by another program */
static void
take_outside_change (BarnFieldBinding *self)
{
  g_autofree char *stored = NULL;

  if (self->saving || !is_bound (self) || self->widget == NULL)
    return;

  stored = dup_stored (self);
  if (g_strcmp0 (stored, self->base) == 0)
    return;

  if (is_dirty (self))
    {
      show_conflict (self);
      return;
    }

  fill (self, stored);
  settle (self);
  /* What Escape brings back must not be older than what the person sees */
  g_free (self->began);
  self->began = g_strdup (stored);
}

static void
on_file_changed (BarnFieldBinding *self,
                 BarnChange       *change,
                 gboolean          is_own)
{
  if (!is_own)
    {
      g_free (self->other_author);
      self->other_author = g_strdup (barn_change_get_author (change));
    }
  else if (!self->saving)
    {
      barn_field_text_forget_undo (&self->content);
    }

  if (self->load != NULL)
    take_outside_change (self);
}

static void
update_sensitivity (BarnFieldBinding *self)
{
  gboolean editable = is_bound (self) && !barn_plan_file_get_read_only (self->file);

  if (self->widget == NULL)
    return;

  gtk_widget_set_sensitive (self->widget, is_bound (self));
  if (self->content.editable != NULL)
    gtk_editable_set_editable (self->content.editable, editable);
  else
    gtk_text_view_set_editable (GTK_TEXT_VIEW (self->widget), editable);
}

static void
set_file (BarnFieldBinding *self,
          BarnPlanFile     *file)
{
  if (self->file == file)
    return;

  if (self->file != NULL)
    {
      barn_field_registry_remove (self->file, self);
      g_signal_handlers_disconnect_by_data (self->file, self);
    }

  g_set_object (&self->file, file);

  if (self->file != NULL)
    {
      barn_field_registry_add (self->file, self);
      g_signal_connect_object (self->file, "changed", G_CALLBACK (on_file_changed), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->file, "notify::read-only", G_CALLBACK (update_sensitivity), self,
                               G_CONNECT_SWAPPED);
    }
}

static void
keep_undecided (BarnFieldBinding *self)
{
  g_autofree char *text = barn_field_text_dup (&self->content);

  barn_field_registry_keep_undecided (self->file, self->place, self->item != NULL ? barn_item_get_title (self->item) : "", text);
}

static void
unbind (BarnFieldBinding *self)
{
  if (self->widget != NULL && !save_now (self, TRUE) && self->bar_kind == BAR_CONFLICT)
    keep_undecided (self);

  g_clear_handle_id (&self->save_source, g_source_remove);
  drop_bar (self);
  g_clear_signal_handler (&self->item_handler, self->item);
  g_clear_object (&self->item);
  if (self->destroy != NULL)
    self->destroy (self->user_data);
  self->load = NULL;
  self->save = NULL;
  self->user_data = NULL;
  self->destroy = NULL;
  set_file (self, NULL);

  self->added = 0;
  g_clear_pointer (&self->place, g_free);
  g_clear_pointer (&self->run, g_free);
  g_clear_pointer (&self->began, g_free);
  g_clear_pointer (&self->refused, g_free);
  g_clear_pointer (&self->other_author, g_free);
}

/* The person comes back to what was left undecided: both texts are there to choose from, as before */
static void
show_undecided (BarnFieldBinding *self)
{
  g_autofree char *text = is_bound (self) ? barn_field_registry_take_undecided (self->file, self->place) : NULL;

  if (text == NULL || strcmp (text, self->base) == 0)
    return;

  fill (self, text);
  show_conflict (self);
}

static void
show_bound (BarnFieldBinding *self)
{
  g_autofree char *stored = dup_stored (self);

  update_sensitivity (self);
  fill (self, stored);
  settle (self);
  self->began = g_strdup (stored);
  show_undecided (self);
  warn_of_personal_id (self, stored);
}

static void
on_widget_gone (gpointer  user_data,
                GObject  *widget)
{
  BarnFieldBinding *self = user_data;

  self->widget = NULL;
  self->content.editable = NULL;
  self->content.buffer = NULL;
  self->text = NULL;
}

static void
watch_widget (BarnFieldBinding *self,
              GtkWidget        *widget,
              GtkWidget        *text)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *key = gtk_event_controller_key_new ();

  self->widget = widget;
  self->text = text;
  g_object_weak_ref (G_OBJECT (widget), on_widget_gone, self);

  g_signal_connect_object (focus, "enter", G_CALLBACK (on_focus_enter), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (on_focus_leave), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (text, focus);

  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect_object (key, "key-pressed", G_CALLBACK (on_key_pressed), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (text, key);

  g_signal_connect_object (widget, "unmap", G_CALLBACK (on_unmap), self, G_CONNECT_SWAPPED);
}

static void
barn_field_binding_dispose (GObject *object)
{
  BarnFieldBinding *self = BARN_FIELD_BINDING (object);

  unbind (self);
  if (self->widget != NULL)
    {
      g_object_weak_unref (G_OBJECT (self->widget), on_widget_gone, self);
      on_widget_gone (self, G_OBJECT (self->widget));
    }

  G_OBJECT_CLASS (barn_field_binding_parent_class)->dispose (object);
}

static void
barn_field_binding_finalize (GObject *object)
{
  BarnFieldBinding *self = BARN_FIELD_BINDING (object);

  g_free (self->base);
  g_free (self->shown);

  G_OBJECT_CLASS (barn_field_binding_parent_class)->finalize (object);
}

static void
barn_field_binding_class_init (BarnFieldBindingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = barn_field_binding_dispose;
  object_class->finalize = barn_field_binding_finalize;
}

static void
barn_field_binding_init (BarnFieldBinding *self)
{
  self->base = g_strdup ("");
  self->shown = g_strdup ("");
}

/**
 * barn_field_binding_new_editable:
 * @editable: a field of one line: GtkText, GtkEntry, AdwEntryRow …
 *
 * Returns: (transfer full): a binding that edits nothing yet
 */
BarnFieldBinding *
barn_field_binding_new_editable (GtkEditable *editable)
{
  g_autoptr (BarnFieldBinding) self = NULL;
  GtkEditable *text = editable;

  g_return_val_if_fail (GTK_IS_EDITABLE (editable), NULL);

  self = g_object_new (BARN_TYPE_FIELD_BINDING, NULL);
  while (gtk_editable_get_delegate (text) != NULL)
    text = gtk_editable_get_delegate (text);

  self->content.editable = editable;
  watch_widget (self, GTK_WIDGET (editable), GTK_WIDGET (text));
  g_signal_connect_object (editable, "changed", G_CALLBACK (on_typed), self, G_CONNECT_SWAPPED);
  if (GTK_IS_TEXT (text))
    g_signal_connect_object (text, "activate", G_CALLBACK (on_activate), self, G_CONNECT_SWAPPED);
  update_sensitivity (self);

  return g_steal_pointer (&self);
}

/**
 * barn_field_binding_new_buffer:
 * @text_view: a field of several lines
 *
 * Returns: (transfer full): a binding that edits nothing yet
 */
BarnFieldBinding *
barn_field_binding_new_buffer (GtkTextView *text_view)
{
  g_autoptr (BarnFieldBinding) self = NULL;

  g_return_val_if_fail (GTK_IS_TEXT_VIEW (text_view), NULL);

  self = g_object_new (BARN_TYPE_FIELD_BINDING, NULL);
  self->content.buffer = gtk_text_view_get_buffer (text_view);
  watch_widget (self, GTK_WIDGET (text_view), GTK_WIDGET (text_view));
  g_signal_connect_object (self->content.buffer, "changed", G_CALLBACK (on_typed), self, G_CONNECT_SWAPPED);
  update_sensitivity (self);

  return g_steal_pointer (&self);
}

/**
 * barn_field_binding_set_item:
 * @self: a binding
 * @file: (nullable): the plan file of @item
 * @item: (nullable): whose text to edit; %NULL leaves the field empty and insensitive
 * @field: the name of a field of type text
 *
 * Edits a field of another item. What was typed for the one before is saved first.
 */
void
barn_field_binding_set_item (BarnFieldBinding *self,
                             BarnPlanFile     *file,
                             BarnItem         *item,
                             const char       *field)
{
  g_return_if_fail (BARN_IS_FIELD_BINDING (self));
  g_return_if_fail (item == NULL || BARN_IS_ITEM (item));
  g_return_if_fail (item == NULL || BARN_IS_PLAN_FILE (file));

  if (self->widget == NULL)
    return;

  if (item != NULL && item == self->item && file == self->file &&
      barn_item_find_field (item, field) == (int) self->field)
    return;

  unbind (self);

  if (item != NULL)
    {
      g_autofree char *signal = g_strconcat ("notify::", field, NULL);
      int place = barn_item_find_field (item, field);

      g_return_if_fail (place >= 0);

      set_file (self, file);
      self->item = g_object_ref (item);
      self->field = (guint) place;
      self->place = g_strdup_printf ("%s %s", barn_item_get_id (item), field);
      self->item_handler = g_signal_connect_swapped (item, signal, G_CALLBACK (take_outside_change), self);
    }

  show_bound (self);
}

/**
 * barn_field_binding_set_custom:
 * @self: a binding
 * @file: the plan file that the text is in
 * @place: which text it is, the same each time: what is left undecided there is found again by it
 * @load: gives the text as it stands now
 * @save: writes it
 * @user_data: for both
 * @destroy: (nullable): frees @user_data when something else is edited
 *
 * Edits a text that is no field of an item. What was typed before is saved first, where it belonged.
 */
void
barn_field_binding_set_custom (BarnFieldBinding *self,
                               BarnPlanFile     *file,
                               const char       *place,
                               BarnFieldLoad     load,
                               BarnFieldSave     save,
                               gpointer          user_data,
                               GDestroyNotify    destroy)
{
  g_return_if_fail (BARN_IS_FIELD_BINDING (self));
  g_return_if_fail (BARN_IS_PLAN_FILE (file));
  g_return_if_fail (place != NULL);
  g_return_if_fail (load != NULL && save != NULL);

  if (self->widget == NULL)
    return;

  unbind (self);
  set_file (self, file);
  self->place = g_strdup (place);
  self->load = load;
  self->save = save;
  self->user_data = user_data;
  self->destroy = destroy;

  show_bound (self);
}

/**
 * barn_field_binding_set_added:
 * @self: a binding that has the keyboard
 *
 * Says that what it edits was added just now, by the last change of the file. If the person leaves it with Escape before anything is
 * saved of it, that change is undone.
 */
void
barn_field_binding_set_added (BarnFieldBinding *self)
{
  BarnChange *last;

  g_return_if_fail (BARN_IS_FIELD_BINDING (self));
  g_return_if_fail (self->file != NULL);

  last = barn_plan_file_get_undo (self->file);
  self->added = last != NULL ? barn_change_get_number (last) : 0;
}

/**
 * barn_field_binding_save:
 * @self: a binding
 *
 * Saves now what was typed. What went wrong is told where the field is.
 *
 * Returns: whether what stands in the field is stored
 */
gboolean
barn_field_binding_save (BarnFieldBinding *self)
{
  g_return_val_if_fail (BARN_IS_FIELD_BINDING (self), FALSE);

  return save_now (self, TRUE);
}

/**
 * barn_field_binding_is_dirty:
 * @self: a binding
 *
 * Returns: whether something was typed that is not stored
 */
gboolean
barn_field_binding_is_dirty (BarnFieldBinding *self)
{
  g_return_val_if_fail (BARN_IS_FIELD_BINDING (self), FALSE);

  return is_dirty (self);
}

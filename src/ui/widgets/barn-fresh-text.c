/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-fresh-text"

#include "config.h"

#include "barn-fresh-text.h"

#include "barn-field-binding.h"
#include "barn-text.h"
#include "barn-ui.h"

struct _BarnFreshText
{
  GObject           parent_instance;

  GtkTextView      *text;     /* gone: NULL */
  BarnPlanFile     *file;
  BarnFreshCreate   create;
  gpointer          user_data;

  BarnFieldBinding *binding;
  BarnItem         *item;
  gboolean          storing;
  gboolean          escaped;
  guint             left_source;
  guint             drop_source;
};

enum
{
  ABANDONED,
  SETTLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BarnFreshText, barn_fresh_text, G_TYPE_OBJECT)

static gboolean
is_blank (BarnFreshText *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);

  return barn_text_is_blank (text);
}

/* ---- Storing ---- */

static char *
load_title (gpointer user_data)
{
  BarnFreshText *self = user_data;

  if (self->item == NULL || self->drop_source != 0)
    return g_strdup ("");

  return g_strdup (barn_item_get_text (self->item, (guint) barn_item_find_field (self->item, "title")));
}

static gboolean
drop_idle (gpointer user_data)
{
  BarnFreshText *self = user_data;
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;

  self->drop_source = 0;
  g_ptr_array_add (items, g_steal_pointer (&self->item));
  if (!barn_plan_file_delete (self->file, items, &error) && self->text != NULL)
    barn_ui_report_error (GTK_WIDGET (self->text), error);

  return G_SOURCE_REMOVE;
}

static gboolean
save_title (const char  *before,
            const char  *title,
            const char  *run,
            gpointer     user_data,
            GError     **error)
{
  BarnFreshText *self = user_data;

  if (barn_text_is_blank (title))
    {
      /* Whoever shows the item takes this field away with it: not while it is saved */
      if (self->item != NULL && self->drop_source == 0)
        self->drop_source = g_idle_add (drop_idle, self);
      return TRUE;
    }

  if (self->item != NULL)
    {
      g_clear_handle_id (&self->drop_source, g_source_remove);
      return barn_plan_file_set_text (self->file, self->item, "title", before, title, run, error);
    }

  self->storing = TRUE;
  g_set_object (&self->item, self->create (title, self->user_data, error));
  self->storing = FALSE;

  return self->item != NULL;
}

/* ---- Being left ---- */

static gboolean
left_idle (gpointer user_data)
{
  g_autoptr (BarnFreshText) self = g_object_ref (user_data);
  GtkRoot *root;

  self->left_source = 0;
  if (self->text == NULL)
    return G_SOURCE_REMOVE;

  /* Another window has the keyboard, and gives it back here */
  root = gtk_widget_get_root (GTK_WIDGET (self->text));
  if (!self->escaped && root != NULL && gtk_root_get_focus (root) == GTK_WIDGET (self->text))
    return G_SOURCE_REMOVE;

  if (self->item != NULL)
    g_signal_emit (self, signals[SETTLED], 0);
  else if (is_blank (self))
    g_signal_emit (self, signals[ABANDONED], 0, self->escaped);

  return G_SOURCE_REMOVE;
}

/* The owner may take the field away when it is told: not in the midst of an event */
static void
on_focus_leave (BarnFreshText *self)
{
  if (self->left_source == 0)
    self->left_source = g_idle_add (left_idle, self);
}

static gboolean
on_key_pressed (BarnFreshText   *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  modifiers)
{
  if (keyval != GDK_KEY_Escape || self->item != NULL || !is_blank (self))
    return GDK_EVENT_PROPAGATE;

  self->escaped = TRUE;
  on_focus_leave (self);

  return GDK_EVENT_STOP;
}

static void
on_text_gone (gpointer  user_data,
              GObject  *text)
{
  BarnFreshText *self = user_data;

  self->text = NULL;
}

static void
barn_fresh_text_dispose (GObject *object)
{
  BarnFreshText *self = BARN_FRESH_TEXT (object);

  g_clear_object (&self->binding);
  g_clear_handle_id (&self->left_source, g_source_remove);
  if (self->drop_source != 0)
    {
      g_clear_handle_id (&self->drop_source, g_source_remove);
      drop_idle (self);
    }
  if (self->text != NULL)
    g_object_weak_unref (G_OBJECT (self->text), on_text_gone, self);
  self->text = NULL;
  g_clear_object (&self->item);
  g_clear_object (&self->file);

  G_OBJECT_CLASS (barn_fresh_text_parent_class)->dispose (object);
}

static void
barn_fresh_text_class_init (BarnFreshTextClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = barn_fresh_text_dispose;

  signals[ABANDONED] =
    g_signal_new ("abandoned", BARN_TYPE_FRESH_TEXT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  signals[SETTLED] =
    g_signal_new ("settled", BARN_TYPE_FRESH_TEXT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
barn_fresh_text_init (BarnFreshText *self)
{
}

/**
 * barn_fresh_text_new:
 * @text: the field, empty
 * @file: the open plan file
 * @create: stores the item when it has a title
 * @user_data: for @create
 *
 * Returns: (transfer full): what makes an item of what is typed in @text
 */
BarnFreshText *
barn_fresh_text_new (GtkTextView     *text,
                     BarnPlanFile    *file,
                     BarnFreshCreate  create,
                     gpointer         user_data)
{
  BarnFreshText *self;
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_return_val_if_fail (GTK_IS_TEXT_VIEW (text), NULL);
  g_return_val_if_fail (BARN_IS_PLAN_FILE (file), NULL);
  g_return_val_if_fail (create != NULL, NULL);

  self = g_object_new (BARN_TYPE_FRESH_TEXT, NULL);
  self->text = text;
  g_object_weak_ref (G_OBJECT (text), on_text_gone, self);
  self->file = g_object_ref (file);
  self->create = create;
  self->user_data = user_data;

  self->binding = barn_field_binding_new_buffer (text);
  barn_field_binding_set_custom (self->binding, file, "fresh", load_title, save_title, self, NULL);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_pressed), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (text), keys);
  g_signal_connect_object (focus, "leave", G_CALLBACK (on_focus_leave), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (text), focus);

  return self;
}

/**
 * barn_fresh_text_get_storing:
 * @self: a fresh text
 *
 * Returns: whether an item that appears in a list just now is the one that is being stored here
 */
gboolean
barn_fresh_text_get_storing (BarnFreshText *self)
{
  g_return_val_if_fail (BARN_IS_FRESH_TEXT (self), FALSE);

  return self->storing;
}

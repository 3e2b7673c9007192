/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-window-open"

#include "config.h"

#include "barn-window-private.h"

#include <glib/gi18n-lib.h>

#include "barn-ui.h"

/* What is open sooner is shown without a sign, so that nothing flickers */
#define SIGN_AFTER_MS 100

/* A file that a worker opens */
struct _BarnWindowOpening
{
  GFile        *file;
  GCancellable *cancellable;
  guint         sign_source;
  gboolean      read_only;
  gboolean      last;      /* nobody asked for it by name: where it is gone, nothing is said */
};

static BarnWindowOpening *
opening_new (GFile    *file,
             gboolean  read_only,
             gboolean  last)
{
  BarnWindowOpening *self = g_new0 (BarnWindowOpening, 1);

  self->file = g_object_ref (file);
  self->cancellable = g_cancellable_new ();
  self->read_only = read_only;
  self->last = last;

  return self;
}

static void
opening_free (BarnWindowOpening *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->sign_source, g_source_remove);
  g_object_unref (self->cancellable);
  g_object_unref (self->file);
  g_free (self);
}

/* What stands over the sentence that the plan file gives */
static const char *
get_trouble_title (const GError *error)
{
  if (error->domain != BARN_PLAN_FILE_ERROR)
    return _("The File Cannot Be Opened");

  switch ((BarnPlanFileError) error->code)
    {
    case BARN_PLAN_FILE_ERROR_NOT_OURS:
      return _("This Is Not a Plan File");
    case BARN_PLAN_FILE_ERROR_DAMAGED:
      return _("The Plan File Is Damaged");
    case BARN_PLAN_FILE_ERROR_NEWER:
      return _("The Plan File Is Made by a Newer Version");
    case BARN_PLAN_FILE_ERROR_LOCKED:
      return _("Another Program Is Using the Plan File");
    case BARN_PLAN_FILE_ERROR_READ_ONLY:
      return _("The Plan File Cannot Be Changed");
    case BARN_PLAN_FILE_ERROR_NO_ACCESS:
    case BARN_PLAN_FILE_ERROR_EXISTS:
    case BARN_PLAN_FILE_ERROR_FULL:
    case BARN_PLAN_FILE_ERROR_CONFLICT:
    case BARN_PLAN_FILE_ERROR_RULE:
    case BARN_PLAN_FILE_ERROR_NOTHING:
    case BARN_PLAN_FILE_ERROR_FAILED:
    case BARN_PLAN_FILE_ERROR_NOT_FOUND:
    case BARN_PLAN_FILE_ERROR_AMBIGUOUS:
    default:
      return _("The File Cannot Be Opened");
    }
}

/* Says what stood in the way of opening @file, and what helps. A plan that is open stays open behind it. */
void
barn_window_show_trouble (BarnWindow   *self,
                          GFile        *file,
                          const GError *error)
{
  gboolean locked = g_error_matches (error, BARN_PLAN_FILE_ERROR, BARN_PLAN_FILE_ERROR_LOCKED);
  gboolean read_only = g_error_matches (error, BARN_PLAN_FILE_ERROR, BARN_PLAN_FILE_ERROR_READ_ONLY);
  g_autofree char *name = g_file_get_parse_name (file);
  g_autofree char *text = g_strdup_printf ("%s\n\n%s", error->message, name);
  g_autofree char *markup = g_markup_escape_text (text, -1);
  g_autoptr (GPtrArray) backups = barn_plan_file_list_backups (file);

  g_set_object (&self->trouble_file, file);
  adw_status_page_set_title (self->trouble, get_trouble_title (error));
  adw_status_page_set_description (self->trouble, markup);
  gtk_widget_set_visible (self->trouble_read_only_button, locked || read_only);
  gtk_widget_set_visible (self->trouble_restore_button, !locked && !read_only && backups->len > 0);
  gtk_widget_set_visible (self->trouble_retry_button,
                          locked || g_error_matches (error, BARN_PLAN_FILE_ERROR, BARN_PLAN_FILE_ERROR_NO_ACCESS));
  gtk_widget_set_visible (self->trouble_back_button, self->file != NULL);
  gtk_widget_set_visible (self->trouble_welcome_button, self->file == NULL);
  gtk_stack_set_visible_child_name (self->places, "trouble");
  barn_window_update_actions (self);
  gtk_widget_child_focus (GTK_WIDGET (self->trouble), GTK_DIR_TAB_FORWARD);
}

/* Where the person was before a file was asked for */
static void
show_place_before (BarnWindow *self)
{
  if (self->file == NULL)
    {
      barn_window_show_welcome (self);
      return;
    }

  g_clear_object (&self->trouble_file);
  gtk_stack_set_visible_child_name (self->places, "plan");
  barn_window_page_changed (self);
  gtk_widget_grab_focus (GTK_WIDGET (barn_window_get_page (self)));
}

static void
present_waiting (BarnWindow *self)
{
  if (!self->present_waits)
    return;

  self->present_waits = FALSE;
  gtk_window_present (GTK_WINDOW (self));
}

static gboolean
on_takes_long (gpointer user_data)
{
  BarnWindow *self = user_data;
  g_autofree char *name = g_file_get_parse_name (self->opening->file);
  g_autofree char *markup = g_markup_escape_text (name, -1);

  self->opening->sign_source = 0;
  adw_status_page_set_description (self->opening_sign, markup);
  gtk_stack_set_visible_child_name (self->places, "opening");
  barn_window_update_actions (self);
  gtk_widget_child_focus (GTK_WIDGET (self->opening_sign), GTK_DIR_TAB_FORWARD);
  present_waiting (self);

  return G_SOURCE_REMOVE;
}

static void
on_opened (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (BarnWindow) self = g_weak_ref_get (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (BarnPlanFile) opened = barn_plan_file_open_finish (G_FILE (source), result, &error);
  gboolean last;

  barn_ui_weak_ref_free (user_data);
  /* Another file was asked for meanwhile, or none any more */
  if (self == NULL || self->opening == NULL || g_task_get_cancellable (G_TASK (result)) != self->opening->cancellable)
    return;

  last = self->opening->last;
  barn_window_stop_opening (self);
  if (opened != NULL)
    barn_window_take_file (self, opened);
  else if (last && !g_file_query_exists (G_FILE (source), NULL))
    show_place_before (self);
  else
    barn_window_show_trouble (self, G_FILE (source), error);
  present_waiting (self);
}

/* @data: what was asked for */
static void
open_now (BarnWindow *self,
          gpointer    data)
{
  const BarnWindowOpening *asked = data;
  BarnWindowOpening *opening = opening_new (asked->file, asked->read_only, asked->last);

  barn_window_stop_opening (self);
  self->opening = opening;
  opening->sign_source = g_timeout_add (SIGN_AFTER_MS, on_takes_long, self);
  barn_plan_file_open_async (opening->file, opening->read_only, opening->cancellable, on_opened, barn_ui_weak_ref_new (self));
}

static void
ask_and_open (BarnWindow *self,
              GFile      *file,
              gboolean    read_only,
              gboolean    last)
{
  barn_window_leave_file (self, open_now, opening_new (file, read_only, last), (GDestroyNotify) opening_free);
}

/* What is being opened is not wanted any more */
void
barn_window_stop_opening (BarnWindow *self)
{
  g_clear_pointer (&self->opening, opening_free);
}

/* The person waits no longer */
void
barn_window_cancel_opening (BarnWindow *self)
{
  if (self->opening == NULL)
    return;

  barn_window_stop_opening (self);
  show_place_before (self);
}

/* From what could not be opened to where the person was */
void
barn_window_leave_trouble (BarnWindow *self)
{
  show_place_before (self);
}

/* (nullable): the file that is meant by opening again and restoring: the one that could not be opened, else the one that is open */
GFile *
barn_window_get_target (BarnWindow *self)
{
  if (self->trouble_file != NULL)
    return self->trouble_file;

  return self->file != NULL ? barn_plan_file_get_file (self->file) : NULL;
}

/**
 * barn_window_open:
 * @self: a window
 * @file: a plan file
 * @read_only: whether it is only looked at
 *
 * Opens a plan file in place of the one that is open; asks first where a text typed there would be lost. A worker reads it; when that takes
 * long, the window says so. What stands in the way is told on a page of its own, which offers what helps, and the plan that was open stays
 * open.
 */
void
barn_window_open (BarnWindow *self,
                  GFile      *file,
                  gboolean    read_only)
{
  g_return_if_fail (BARN_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  ask_and_open (self, file, read_only, FALSE);
}

/**
 * barn_window_open_last:
 * @self: a window
 *
 * Opens the file that was open last, for editing or viewing as it was then. Without one, or where it is gone, the welcome page stays.
 */
void
barn_window_open_last (BarnWindow *self)
{
  g_autofree char *uri = NULL;
  g_autoptr (GFile) file = NULL;

  g_return_if_fail (BARN_IS_WINDOW (self));

  uri = g_settings_get_string (self->settings, "last-file");
  if (*uri == '\0')
    return;

  file = g_file_new_for_uri (uri);
  ask_and_open (self, file, g_settings_get_boolean (self->settings, "last-file-viewed"), TRUE);
}

/**
 * barn_window_is_opening:
 * @self: a window
 *
 * Returns: whether a file is being opened in it
 */
gboolean
barn_window_is_opening (BarnWindow *self)
{
  g_return_val_if_fail (BARN_IS_WINDOW (self), FALSE);

  return self->opening != NULL;
}

/**
 * barn_window_has:
 * @self: a window
 * @file: (nullable): a plan file; %NULL: none
 * @read_only: whether it is to be looked at only
 *
 * Returns: whether that is what is open in it, or being opened
 */
gboolean
barn_window_has (BarnWindow *self,
                 GFile      *file,
                 gboolean    read_only)
{
  GFile *mine = NULL;
  gboolean mine_read_only = FALSE;

  g_return_val_if_fail (BARN_IS_WINDOW (self), FALSE);

  if (self->opening != NULL)
    {
      mine = self->opening->file;
      mine_read_only = self->opening->read_only;
    }
  else if (self->file != NULL)
    {
      mine = barn_plan_file_get_file (self->file);
      mine_read_only = barn_plan_file_get_read_only (self->file);
    }

  if (mine == NULL || file == NULL)
    return mine == file;

  return g_file_equal (mine, file) && mine_read_only == read_only;
}

/**
 * barn_window_present:
 * @self: a window
 *
 * Shows it, on its file: while that is being opened it waits a moment, so that no other page is seen first.
 */
void
barn_window_present (BarnWindow *self)
{
  g_return_if_fail (BARN_IS_WINDOW (self));

  if (self->opening != NULL && self->opening->sign_source != 0 && !gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->present_waits = TRUE;
  else
    gtk_window_present (GTK_WINDOW (self));
}

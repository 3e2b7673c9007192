/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-plan-file"

#include "config.h"

#include "barn-plan-file-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

enum
{
  PROP_0,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_UNDO_SUMMARY,
  PROP_REDO_SUMMARY,
  PROP_READ_ONLY,
  PROP_PATH,
  N_PROPS
};

enum
{
  CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BarnPlanFile, barn_plan_file, G_TYPE_OBJECT)
G_DEFINE_QUARK (barn-plan-file-error-quark, barn_plan_file_error)

static char *
dup_summary (BarnChange *change)
{
  return change != NULL ? barn_change_dup_summary (change) : g_strdup ("");
}

static void
update_summary (BarnPlanFile  *self,
                char         **summary,
                BarnChange    *change,
                guint          can_property,
                guint          summary_property)
{
  g_autofree char *now = dup_summary (change);
  gboolean could = *summary != NULL && **summary != '\0';
  gboolean can = *now != '\0';

  if (g_strcmp0 (now, *summary) == 0)
    return;

  g_free (*summary);
  *summary = g_steal_pointer (&now);

  g_object_notify_by_pspec (G_OBJECT (self), properties[summary_property]);
  if (could != can)
    g_object_notify_by_pspec (G_OBJECT (self), properties[can_property]);
}

/* The one place that says what can be undone and redone */
static void
update_state (BarnPlanFile *self)
{
  g_object_freeze_notify (G_OBJECT (self));
  update_summary (self, &self->undo_summary, barn_plan_file_get_undo (self), PROP_CAN_UNDO, PROP_UNDO_SUMMARY);
  update_summary (self, &self->redo_summary, barn_plan_file_get_redo (self), PROP_CAN_REDO, PROP_REDO_SUMMARY);
  g_object_thaw_notify (G_OBJECT (self));
}

/* Takes the newest entries of the log into the living items; those from @first to @last are our own */
static gboolean
take_changes (BarnPlanFile  *self,
              gint64         first,
              gint64         last,
              GError       **error)
{
  g_autoptr (GPtrArray) changes = NULL;
  GError *local_error = NULL;

  if (!barn_store_refresh (self->store, self->model, &changes, &local_error))
    {
      barn_plan_file_fail (NULL, local_error, error);
      return FALSE;
    }

  if (changes->len == 0)
    return TRUE;

  update_state (self);

  for (guint i = 0; i < changes->len; i++)
    {
      BarnChange *change = g_ptr_array_index (changes, i);
      gint64 number = barn_change_get_number (change);

      /* A backup that came in the place of the file is never a change of ours */
      gboolean is_own = number >= first && number <= last && !g_str_equal (barn_change_get_action (change), BARN_STORE_ACTION_RESTORED);

      g_signal_emit (self, signals[CHANGED], 0, change, is_own);
    }

  return TRUE;
}

static BarnPlanFileError
translate_code (int code)
{
  switch ((BarnStoreError) code)
    {
    case BARN_STORE_ERROR_NOT_OURS:
      return BARN_PLAN_FILE_ERROR_NOT_OURS;
    case BARN_STORE_ERROR_DAMAGED:
      return BARN_PLAN_FILE_ERROR_DAMAGED;
    case BARN_STORE_ERROR_NEWER:
      return BARN_PLAN_FILE_ERROR_NEWER;
    case BARN_STORE_ERROR_LOCKED:
      return BARN_PLAN_FILE_ERROR_LOCKED;
    case BARN_STORE_ERROR_READ_ONLY:
      return BARN_PLAN_FILE_ERROR_READ_ONLY;
    case BARN_STORE_ERROR_NO_ACCESS:
      return BARN_PLAN_FILE_ERROR_NO_ACCESS;
    case BARN_STORE_ERROR_EXISTS:
      return BARN_PLAN_FILE_ERROR_EXISTS;
    case BARN_STORE_ERROR_FULL:
      return BARN_PLAN_FILE_ERROR_FULL;
    case BARN_STORE_ERROR_CONFLICT:
      return BARN_PLAN_FILE_ERROR_CONFLICT;
    case BARN_STORE_ERROR_RULE:
      return BARN_PLAN_FILE_ERROR_RULE;
    case BARN_STORE_ERROR_NOTHING:
      return BARN_PLAN_FILE_ERROR_NOTHING;
    case BARN_STORE_ERROR_FAILED:
    default:
      return BARN_PLAN_FILE_ERROR_FAILED;
    }
}

/* A copy that cannot be made must not keep a person from working: it is said once and the change is made. But into a file whose
   pages do not hang together nothing is written. */
static gboolean
prepare_change (BarnPlanFile  *self,
                GError       **error)
{
  g_autoptr (GError) backup_error = NULL;
  GError *local_error = NULL;

  if (self->is_new)
    return TRUE;

  if (!barn_store_check_pages (self->store, &local_error))
    return barn_plan_file_fail (NULL, local_error, error);

  if (!self->backup_failed && !barn_store_auto_backup (self->store, &backup_error))
    {
      g_debug ("%s", backup_error->message);
      g_message ("%s", _("There is no room or no right to copy the plan file before its first change of the day: it is changed "
                         "without a backup of today."));
      self->backup_failed = TRUE;
    }

  return TRUE;
}

/* What was stored is done, whether or not it can be read back now: that is told by the next refresh, which takes it in */
static void
take_own_changes (BarnPlanFile *self,
                  gint64        first,
                  gint64        last)
{
  g_autoptr (GError) error = NULL;

  if (!take_changes (self, first, last, &error))
    g_debug ("stored, but not read back: %s", error->message);
}

/* One step back or forth in the log */
static gboolean
step (BarnPlanFile  *self,
      BarnChange    *expected,
      BarnChange  *(*get_next) (BarnPlanFile *self),
      gint64       (*take) (BarnStore *store, gint64 expected, const char *author, GError **error),
      const char    *nothing,
      GError       **error)
{
  g_autofree char *author = barn_plan_file_dup_author ();
  gint64 number = expected != NULL ? barn_change_get_number (expected) : 0;
  GError *local_error = NULL;

  if (!barn_plan_file_check_writable (self, error) || !take_changes (self, 0, 0, error))
    return FALSE;

  if (get_next (self) == NULL)
    {
      g_set_error_literal (error, BARN_PLAN_FILE_ERROR, BARN_PLAN_FILE_ERROR_NOTHING, nothing);
      return FALSE;
    }

  if (!prepare_change (self, error))
    return FALSE;

  number = take (self->store, number, author, &local_error);
  if (number < 0)
    return barn_plan_file_fail (self, local_error, error);

  /* Others' entries were taken in above, so all that is new is ours: several entries where several were made in one run */
  take_own_changes (self, 1, number);

  return TRUE;
}

/* Makes the folder of the default place; any other folder is the person's own affair */
static gboolean
prepare_folder (GFile   *file,
                GError **error)
{
  g_autoptr (GFile) location = barn_plan_file_get_default_location ();
  g_autoptr (GFile) folder = g_file_get_parent (location);
  g_autoptr (GError) local_error = NULL;

  if (!g_file_has_prefix (file, folder) ||
      g_file_make_directory_with_parents (folder, NULL, &local_error) ||
      g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_EXISTS))
    return TRUE;

  g_set_error (error, BARN_PLAN_FILE_ERROR, BARN_PLAN_FILE_ERROR_NO_ACCESS,
               _("The folder “%s” cannot be made, so there is no new plan file. Choose another place."),
               g_file_peek_path (folder));
  return FALSE;
}

static BarnPlanFile *
open_store (GFile           *file,
            BarnStoreFlags   flags,
            GError         **error)
{
  g_autoptr (BarnPlanFile) self = NULL;
  g_autoptr (BarnStore) store = NULL;
  GError *local_error = NULL;
  const char *path;

  path = barn_plan_file_check_path (file, error);
  if (path == NULL)
    return NULL;

  store = barn_store_open (path, flags, &local_error);
  if (store == NULL)
    {
      barn_plan_file_fail (NULL, local_error, error);
      return NULL;
    }

  self = g_object_new (BARN_TYPE_PLAN_FILE, NULL);
  self->file = g_object_ref (file);
  self->store = g_steal_pointer (&store);

  if (!barn_store_load (self->store, self->model, &local_error))
    {
      barn_plan_file_fail (NULL, local_error, error);
      return NULL;
    }

  update_state (self);

  return g_steal_pointer (&self);
}

static void
barn_plan_file_finalize (GObject *object)
{
  BarnPlanFile *self = BARN_PLAN_FILE (object);

  barn_plan_file_drop_looker (self);
  if (self->store != NULL)
    barn_store_close (self->store);

  g_clear_object (&self->store);
  g_clear_object (&self->model);
  g_clear_object (&self->file);
  g_clear_pointer (&self->profile_text, g_free);
  g_clear_object (&self->profile);
  g_clear_pointer (&self->profile_fault, g_free);
  g_clear_pointer (&self->undo_summary, g_free);
  g_clear_pointer (&self->redo_summary, g_free);

  G_OBJECT_CLASS (barn_plan_file_parent_class)->finalize (object);
}

static void
barn_plan_file_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  BarnPlanFile *self = BARN_PLAN_FILE (object);

  switch (prop_id)
    {
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, *self->undo_summary != '\0');
      break;

    case PROP_CAN_REDO:
      g_value_set_boolean (value, *self->redo_summary != '\0');
      break;

    case PROP_UNDO_SUMMARY:
      g_value_set_string (value, self->undo_summary);
      break;

    case PROP_REDO_SUMMARY:
      g_value_set_string (value, self->redo_summary);
      break;

    case PROP_READ_ONLY:
      g_value_set_boolean (value, barn_plan_file_get_read_only (self));
      break;

    case PROP_PATH:
      g_value_set_string (value, g_file_peek_path (self->file));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
barn_plan_file_class_init (BarnPlanFileClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = barn_plan_file_finalize;
  object_class->get_property = barn_plan_file_get_property;

  /**
   * BarnPlanFile:can-undo:
   *
   * Whether there is something to undo.
   */
  properties[PROP_CAN_UNDO] =
    g_param_spec_boolean ("can-undo", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * BarnPlanFile:can-redo:
   *
   * Whether something was undone that can be done again.
   */
  properties[PROP_CAN_REDO] =
    g_param_spec_boolean ("can-redo", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * BarnPlanFile:undo-summary:
   *
   * What undo would undo, as a person reads it; "" where there is nothing.
   */
  properties[PROP_UNDO_SUMMARY] =
    g_param_spec_string ("undo-summary", NULL, NULL, "",
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * BarnPlanFile:redo-summary:
   *
   * What redo would do again, as a person reads it; "" where there is nothing.
   */
  properties[PROP_REDO_SUMMARY] =
    g_param_spec_string ("redo-summary", NULL, NULL, "",
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * BarnPlanFile:read-only:
   *
   * Whether nothing can be changed.
   */
  properties[PROP_READ_ONLY] =
    g_param_spec_boolean ("read-only", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * BarnPlanFile:path:
   *
   * Where the file lies.
   */
  properties[PROP_PATH] =
    g_param_spec_string ("path", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * BarnPlanFile::changed:
   * @self: the plan file
   * @change: the entry of the log
   * @is_own: whether it was done through this object; else another program did it
   *
   * Something was changed, undone or redone. The living items tell it already.
   */
  signals[CHANGED] =
    g_signal_new ("changed",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0,
                  NULL, NULL,
                  NULL,
                  G_TYPE_NONE,
                  2,
                  BARN_TYPE_CHANGE,
                  G_TYPE_BOOLEAN);
}

static void
barn_plan_file_init (BarnPlanFile *self)
{
  self->model = barn_model_new ();
  self->undo_summary = g_strdup ("");
  self->redo_summary = g_strdup ("");
}

const char *
barn_plan_file_check_path (GFile   *file,
                           GError **error)
{
  const char *path = g_file_peek_path (file);

  if (path == NULL)
    {
      g_autofree char *name = g_file_get_parse_name (file);

      g_set_error (error, BARN_PLAN_FILE_ERROR, BARN_PLAN_FILE_ERROR_NO_ACCESS,
                   _("“%s” does not lie in a folder of this computer. Copy it to one and open the copy."),
                   name);
    }

  return path;
}

char *
barn_plan_file_dup_author (void)
{
  const char *name = g_get_real_name ();

  if (name == NULL || *name == '\0' || g_str_equal (name, "Unknown"))
    name = g_get_user_name ();

  return barn_plan_file_clean_line (name);
}

gboolean
barn_plan_file_fail (BarnPlanFile  *self,
                     GError        *store_error,
                     GError       **error)
{
  g_autoptr (GError) owned = store_error;
  gboolean conflict = g_error_matches (store_error, BARN_STORE_ERROR, BARN_STORE_ERROR_CONFLICT);

  g_assert (store_error != NULL);

  if (store_error->domain == BARN_STORE_ERROR)
    g_set_error_literal (error, BARN_PLAN_FILE_ERROR, translate_code (store_error->code), store_error->message);
  else
    g_propagate_error (error, g_steal_pointer (&owned));

  /* Who is told that something newer stands there wants to see it */
  if (conflict && self != NULL)
    take_changes (self, 0, 0, NULL);

  return FALSE;
}

gboolean
barn_plan_file_check_writable (BarnPlanFile  *self,
                               GError       **error)
{
  if (!barn_plan_file_get_read_only (self))
    return TRUE;

  g_set_error_literal (error, BARN_PLAN_FILE_ERROR, BARN_PLAN_FILE_ERROR_READ_ONLY,
                       _("The plan file is opened for reading only, so nothing was changed."));
  return FALSE;
}

gboolean
barn_plan_file_prepare (BarnPlanFile  *self,
                        GError       **error)
{
  return barn_plan_file_check_writable (self, error) && prepare_change (self, error);
}

void
barn_plan_file_take_own (BarnPlanFile *self,
                         gint64        number)
{
  take_own_changes (self, number, number);
}

gboolean
barn_plan_file_begin (BarnPlanFile  *self,
                      GError       **error)
{
  GError *local_error = NULL;

  if (!barn_plan_file_prepare (self, error))
    return FALSE;

  if (!barn_store_begin (self->store, &local_error))
    return barn_plan_file_fail (self, local_error, error);

  return TRUE;
}

gboolean
barn_plan_file_insert (BarnPlanFile  *self,
                       BarnItem      *item,
                       GError       **error)
{
  GError *local_error = NULL;

  if (!barn_store_insert (self->store, item, &local_error))
    return barn_plan_file_fail (self, local_error, error);

  return TRUE;
}

gboolean
barn_plan_file_write (BarnPlanFile  *self,
                      BarnItem      *item,
                      guint          field,
                      const GValue  *expected,
                      const GValue  *value,
                      GError       **error)
{
  GError *local_error = NULL;

  if (!barn_store_set (self->store,
                       barn_item_get_kind (item), barn_item_get_id (item), barn_plan_file_get_field (item, field)->name,
                       expected, value, &local_error))
    return barn_plan_file_fail (self, local_error, error);

  return TRUE;
}

gboolean
barn_plan_file_remove (BarnPlanFile  *self,
                       BarnItem      *item,
                       GError       **error)
{
  GError *local_error = NULL;

  if (!barn_store_delete (self->store, barn_item_get_kind (item), barn_item_get_id (item), &local_error))
    return barn_plan_file_fail (self, local_error, error);

  return TRUE;
}

gboolean
barn_plan_file_commit_info (BarnPlanFile          *self,
                            const BarnChangeInfo  *info,
                            GError               **error)
{
  BarnChangeInfo signed_info = *info;
  g_autofree char *author = NULL;
  GError *local_error = NULL;
  gint64 number;

  if (signed_info.author == NULL)
    signed_info.author = author = barn_plan_file_dup_author ();

  number = barn_store_commit (self->store, &signed_info, &local_error);
  if (number < 0)
    return barn_plan_file_fail (self, local_error, error);

  take_own_changes (self, number, number);

  return TRUE;
}

gboolean
barn_plan_file_commit (BarnPlanFile  *self,
                       const char    *action,
                       const char    *subject,
                       const char    *value,
                       const char    *run,
                       GError       **error)
{
  BarnChangeInfo info = {
    .action = action,
    .subject = subject,
    .value = value,
    .run = run,
  };

  return barn_plan_file_commit_info (self, &info, error);
}

BarnItem *
barn_plan_file_find_living (BarnPlanFile  *self,
                            const char    *id,
                            GError       **error)
{
  BarnItem *item = barn_model_lookup (self->model, id);

  if (item == NULL)
    g_set_error_literal (error, BARN_PLAN_FILE_ERROR, BARN_PLAN_FILE_ERROR_CONFLICT,
                         _("It was stored, but cannot be shown: another program has taken it away again, or the file cannot be read any more."));

  return item;
}

BarnItem *
barn_plan_file_add_item (BarnPlanFile  *self,
                         BarnItem      *item,
                         const char    *action,
                         const char    *subject,
                         const char    *value,
                         const char    *run,
                         GError       **error)
{
  if (!barn_plan_file_begin (self, error) ||
      !barn_plan_file_insert (self, item, error) ||
      !barn_plan_file_commit (self, action, subject, value, run, error))
    return NULL;

  return barn_plan_file_find_living (self, barn_item_get_id (item), error);
}

BarnPlanFile *
barn_plan_file_make (GFile             *file,
                     BarnPlanFileFill   fill,
                     gpointer           user_data,
                     GError           **error)
{
  g_autoptr (BarnPlanFile) self = NULL;

  if (!prepare_folder (file, error))
    return NULL;

  self = open_store (file, BARN_STORE_CREATE, error);
  if (self == NULL)
    return NULL;

  self->is_new = TRUE;
  if (!fill (self, user_data, error))
    {
      barn_store_close (self->store);
      g_unlink (g_file_peek_path (file));
      return NULL;
    }
  self->is_new = FALSE;

  return g_steal_pointer (&self);
}

/**
 * barn_plan_file_open:
 * @file: a plan file
 * @read_only: whether nothing is to be changed through it
 * @error: return location for a #BarnPlanFileError
 *
 * Opens a plan file and takes in what it holds.
 *
 * Returns: (transfer full): the plan file
 */
BarnPlanFile *
barn_plan_file_open (GFile     *file,
                     gboolean   read_only,
                     GError   **error)
{
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  return open_store (file, read_only ? BARN_STORE_READ_ONLY : BARN_STORE_DEFAULT, error);
}

/**
 * barn_plan_file_get_file:
 * @self: a plan file
 *
 * Returns: (transfer none): where the file lies
 */
GFile *
barn_plan_file_get_file (BarnPlanFile *self)
{
  g_return_val_if_fail (BARN_IS_PLAN_FILE (self), NULL);

  return self->file;
}

/**
 * barn_plan_file_get_model:
 * @self: a plan file
 *
 * Returns: (transfer none): all that is in the file, living
 */
BarnModel *
barn_plan_file_get_model (BarnPlanFile *self)
{
  g_return_val_if_fail (BARN_IS_PLAN_FILE (self), NULL);

  return self->model;
}

/**
 * barn_plan_file_get_read_only:
 * @self: a plan file
 *
 * Returns: whether nothing can be changed through it
 */
gboolean
barn_plan_file_get_read_only (BarnPlanFile *self)
{
  g_return_val_if_fail (BARN_IS_PLAN_FILE (self), TRUE);

  return barn_store_is_read_only (self->store);
}

/**
 * barn_plan_file_refresh:
 * @self: a plan file
 * @error: return location for a #BarnPlanFileError
 *
 * Looks whether another program wrote, and takes in what it did. Cheap where nothing happened.
 *
 * Returns: %FALSE where the file could not be read
 */
gboolean
barn_plan_file_refresh (BarnPlanFile  *self,
                        GError       **error)
{
  g_return_val_if_fail (BARN_IS_PLAN_FILE (self), FALSE);

  return take_changes (self, 0, 0, error);
}

/**
 * barn_plan_file_get_default_location:
 *
 * Returns: (transfer full): where a plan file lies unless a person says otherwise
 */
GFile *
barn_plan_file_get_default_location (void)
{
  return g_file_new_build_filename (g_get_user_data_dir (), "barnratt", "handlingsplan.barnratt", NULL);
}

/**
 * barn_plan_file_undo:
 * @self: a plan file
 * @expected: (nullable): the change that the person was shown; %NULL: whatever is last
 * @error: return location for a #BarnPlanFileError
 *
 * Undoes the last change that is not undone, whoever made it and whenever.
 *
 * Returns: whether it was undone; with %BARN_PLAN_FILE_ERROR_CONFLICT something newer than @expected has come
 */
gboolean
barn_plan_file_undo (BarnPlanFile  *self,
                     BarnChange    *expected,
                     GError       **error)
{
  g_return_val_if_fail (BARN_IS_PLAN_FILE (self), FALSE);

  return step (self, expected, barn_plan_file_get_undo, barn_store_undo, _("There is nothing to undo."), error);
}

/**
 * barn_plan_file_redo:
 * @self: a plan file
 * @expected: (nullable): the change that the person was shown; %NULL: whatever was undone last
 * @error: return location for a #BarnPlanFileError
 *
 * Does again what was undone last.
 *
 * Returns: whether it was done; with %BARN_PLAN_FILE_ERROR_CONFLICT something newer than @expected has come
 */
gboolean
barn_plan_file_redo (BarnPlanFile  *self,
                     BarnChange    *expected,
                     GError       **error)
{
  g_return_val_if_fail (BARN_IS_PLAN_FILE (self), FALSE);

  return step (self, expected, barn_plan_file_get_redo, barn_store_redo, _("There is nothing to redo."), error);
}

/**
 * barn_plan_file_get_undo:
 * @self: a plan file
 *
 * Gets what undo would undo, as the properties tell it. The beginning of the file cannot be undone.
 *
 * Returns: (transfer none) (nullable): the change; %NULL: there is nothing
 */
BarnChange *
barn_plan_file_get_undo (BarnPlanFile *self)
{
  BarnChange *change;

  g_return_val_if_fail (BARN_IS_PLAN_FILE (self), NULL);

  change = barn_store_get_undo (self->store);
  if (change != NULL && g_str_equal (barn_change_get_action (change), BARN_PLAN_FILE_ACTION_NEW))
    return NULL;

  return change;
}

/**
 * barn_plan_file_get_redo:
 * @self: a plan file
 *
 * Gets what redo would do again, as the properties tell it.
 *
 * Returns: (transfer none) (nullable): the change; %NULL: there is nothing
 */
BarnChange *
barn_plan_file_get_redo (BarnPlanFile *self)
{
  g_return_val_if_fail (BARN_IS_PLAN_FILE (self), NULL);

  return barn_store_get_redo (self->store);
}

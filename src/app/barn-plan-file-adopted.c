/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-plan-file-adopted"

#include "config.h"

#include "barn-plan-file-adopt.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "barn-plan-file-private.h"
#include "barn-text.h"

/* So much of a SHA-256 is enough to name a document by, in bytes */
#define SHORTEST_SUM 4
/* A name of a file, in bytes; with an ending it stays below what file systems take */
#define LONGEST_NAME 200

/* Two documents that a worker compares, on a connection of its own */
typedef struct
{
  char *path;
  char *before;
  char *after;
} Comparing;

static void
comparing_free (Comparing *self)
{
  g_free (self->path);
  g_free (self->before);
  g_free (self->after);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Comparing, comparing_free)

/**
 * barn_adopted_get_paper_label:
 * @adopted: an adopted document
 *
 * Returns: (transfer none): what kind of document it is, in the language of the desktop
 */
const char *
barn_adopted_get_paper_label (BarnAdopted *adopted)
{
  BarnPaper paper;

  g_return_val_if_fail (BARN_IS_ADOPTED (adopted), NULL);

  /* A kind that this version does not know has its word */
  return barn_paper_from_nick (barn_adopted_get_paper (adopted), &paper) ? barn_paper_get_label (paper) : barn_adopted_get_paper (adopted);
}

/* What somebody wrote into the plan file past the program may be any text: no word of it leads into another folder */
static char *
dup_as_name (const char *text)
{
  /* What Windows takes for no name either */
  return g_strstrip (g_strdelimit (g_strdup (text), "/\\:*?\"<>|\n\t", ' '));
}

/**
 * barn_adopted_dup_file_name:
 * @adopted: an adopted document
 *
 * Returns: (transfer full): how its file is called: its title, with the ending of its format
 */
char *
barn_adopted_dup_file_name (BarnAdopted *adopted)
{
  g_autofree char *name = NULL;
  g_autofree char *paper = NULL;
  g_autofree char *format = NULL;

  g_return_val_if_fail (BARN_IS_ADOPTED (adopted), NULL);

  name = dup_as_name (barn_adopted_get_title (adopted));
  paper = dup_as_name (barn_adopted_get_paper (adopted));
  format = dup_as_name (barn_adopted_get_format (adopted));
  if (strlen (name) > LONGEST_NAME)
    *g_utf8_find_prev_char (name, name + LONGEST_NAME) = '\0';
  g_strchomp (name);

  return g_strdup_printf ("%s.%s", *name != '\0' && *name != '.' ? name : paper, format);
}

static BarnAdopted *
find_by_sum (GListModel *list,
             const char *sum,
             guint      *n_found)
{
  BarnAdopted *found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (BarnAdopted) adopted = g_list_model_get_item (list, i);

      if (!g_str_has_prefix (barn_adopted_get_sha256 (adopted), sum))
        continue;
      found = adopted;
      (*n_found)++;
    }

  return found;
}

/**
 * barn_plan_file_find_adopted:
 * @self: a plan file
 * @text: an id, or the beginning of a SHA-256
 * @error: return location for a #BarnPlanFileError
 *
 * Finds an adopted document of any year.
 *
 * Returns: (transfer none): the document
 */
BarnAdopted *
barn_plan_file_find_adopted (BarnPlanFile  *self,
                             const char    *text,
                             GError       **error)
{
  GListModel *plans;
  g_autofree char *sum = NULL;
  BarnAdopted *found = NULL;
  BarnItem *item;
  guint n_found = 0;

  g_return_val_if_fail (BARN_IS_PLAN_FILE (self), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  item = barn_model_lookup (self->model, text);
  if (item != NULL && BARN_IS_ADOPTED (item))
    return BARN_ADOPTED (item);

  sum = g_ascii_strdown (text, -1);
  plans = barn_model_get_plans (self->model);
  for (guint i = 0; strlen (sum) >= SHORTEST_SUM && i < g_list_model_get_n_items (plans); i++)
    {
      g_autoptr (BarnPlan) plan = g_list_model_get_item (plans, i);
      BarnAdopted *adopted = find_by_sum (barn_plan_get_adopted (plan), sum, &n_found);

      found = adopted != NULL ? adopted : found;
    }

  if (n_found == 0)
    g_set_error (error, BARN_PLAN_FILE_ERROR, BARN_PLAN_FILE_ERROR_NOT_FOUND,
                 _("There is no adopted document “%s” in the plan file. Name it by its id, or by the beginning of its SHA-256."), text);
  else if (n_found > 1)
    g_set_error (error, BARN_PLAN_FILE_ERROR, BARN_PLAN_FILE_ERROR_AMBIGUOUS,
                 _("“%s” fits %u adopted documents. Give more of the SHA-256, or the id."), text, n_found);

  return n_found == 1 ? found : NULL;
}

/**
 * barn_plan_file_read_adopted:
 * @self: a plan file
 * @adopted: one of its adopted documents
 * @error: return location for a #BarnPlanFileError
 *
 * Reads the file of an adopted document. Its SHA-256 is computed anew: what is not what was adopted is not shown.
 *
 * Returns: (transfer full): the bytes
 */
GBytes *
barn_plan_file_read_adopted (BarnPlanFile  *self,
                             BarnAdopted   *adopted,
                             GError       **error)
{
  GBytes *bytes = NULL;
  GError *local_error = NULL;

  g_return_val_if_fail (BARN_IS_PLAN_FILE (self), NULL);
  g_return_val_if_fail (BARN_IS_ADOPTED (adopted), NULL);

  if (!barn_store_read_copy (self->store, barn_item_get_id (BARN_ITEM (adopted)), &bytes, NULL, &local_error))
    barn_plan_file_fail (self, local_error, error);

  return bytes;
}

static gboolean
ends_as_adopted (BarnAdopted *adopted,
                 const char  *name)
{
  const BarnFormat format = barn_format_from_name (name);

  return barn_format_can_write (format) && g_strcmp0 (barn_format_get_extension (format), barn_adopted_get_format (adopted)) == 0;
}

/**
 * barn_plan_file_save_adopted:
 * @self: a plan file
 * @adopted: one of its adopted documents
 * @output: what to write; its name ends as the document's format does
 * @cancellable: (nullable): to stop it
 * @error: return location for a #BarnPlanFileError or a #BarnDocumentError
 *
 * Writes the file of an adopted document, byte for byte, as a whole or not at all.
 *
 * Returns: whether it is written; an older file of the name is untouched otherwise
 */
gboolean
barn_plan_file_save_adopted (BarnPlanFile  *self,
                             BarnAdopted   *adopted,
                             GFile         *output,
                             GCancellable  *cancellable,
                             GError       **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (BARN_IS_PLAN_FILE (self), FALSE);
  g_return_val_if_fail (BARN_IS_ADOPTED (adopted), FALSE);
  g_return_val_if_fail (G_IS_FILE (output), FALSE);

  name = g_file_get_basename (output);
  if (!ends_as_adopted (adopted, name))
    {
      g_set_error (error, BARN_PLAN_FILE_ERROR, BARN_PLAN_FILE_ERROR_RULE,
                   _("“%s” was adopted as .%s and is written as it was adopted. Let the name end so."),
                   barn_adopted_get_title (adopted), barn_adopted_get_format (adopted));
      return FALSE;
    }

  if (!barn_plan_file_check_output (self->file, output, error))
    return FALSE;

  bytes = barn_plan_file_read_adopted (self, adopted, error);

  return bytes != NULL && barn_document_write_bytes (bytes, output, cancellable, error);
}

static gboolean
holds (const char *path,
       GBytes     *bytes)
{
  g_autofree char *contents = NULL;
  gsize size;

  return g_file_get_contents (path, &contents, &size, NULL) && size == g_bytes_get_size (bytes) &&
         memcmp (contents, g_bytes_get_data (bytes, NULL), size) == 0;
}

/**
 * barn_plan_file_show_adopted:
 * @self: a plan file
 * @adopted: one of its adopted documents
 * @error: return location for a #BarnPlanFileError or a #BarnDocumentError
 *
 * Lays the file of an adopted document out for another program to show. It is a copy that may not be written, in a folder of its own
 * under the user's cache folder, so that nobody takes it for the place to go on writing.
 *
 * Returns: (transfer full): the file
 */
GFile *
barn_plan_file_show_adopted (BarnPlanFile  *self,
                             BarnAdopted   *adopted,
                             GError       **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GFile) file = NULL;
  g_autofree char *name = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;

  g_return_val_if_fail (BARN_IS_PLAN_FILE (self), NULL);
  g_return_val_if_fail (BARN_IS_ADOPTED (adopted), NULL);

  bytes = barn_plan_file_read_adopted (self, adopted, error);
  if (bytes == NULL)
    return NULL;

  name = barn_adopted_dup_file_name (adopted);
  /* The ending decides which program is started with it: it could be one itself */
  if (!ends_as_adopted (adopted, name))
    {
      g_set_error (error, BARN_PLAN_FILE_ERROR, BARN_PLAN_FILE_ERROR_RULE,
                   _("“%s” is kept as .%s, and documents are not written so. It is not shown."),
                   barn_adopted_get_title (adopted), barn_adopted_get_format (adopted));
      return NULL;
    }

  folder = g_build_filename (g_get_user_cache_dir (), "barnratt", "adopted", barn_adopted_get_sha256 (adopted), NULL);
  path = g_build_filename (folder, name, NULL);
  file = g_file_new_for_path (path);
  if (holds (path, bytes))
    return g_steal_pointer (&file);

  /* One that lies there is an older copy that somebody changed all the same */
  g_mkdir_with_parents (folder, 0700);
  g_unlink (path);
  if (!barn_document_write_bytes (bytes, file, NULL, error))
    return NULL;
  g_chmod (path, 0400);

  return g_steal_pointer (&file);
}

/* Comparing */

static BarnDocument *
read_text (BarnStore     *store,
           const char    *id,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  GError *local_error = NULL;

  if (!barn_store_read_copy (store, id, NULL, &text, &local_error))
    {
      barn_plan_file_fail (NULL, local_error, error);
      return NULL;
    }
  bytes = g_bytes_new (text, strlen (text));

  return barn_document_read_bytes (bytes, "adopted.md", cancellable, error);
}

static GPtrArray *
compare (BarnStore        *store,
         const Comparing  *comparing,
         GCancellable     *cancellable,
         GError          **error)
{
  g_autoptr (BarnDocument) before = read_text (store, comparing->before, cancellable, error);
  g_autoptr (BarnDocument) after = before != NULL ? read_text (store, comparing->after, cancellable, error) : NULL;

  return after != NULL ? barn_document_compare (before, after, cancellable, error) : NULL;
}

static gboolean
check_same_paper (BarnAdopted  *before,
                  BarnAdopted  *after,
                  GError      **error)
{
  if (g_str_equal (barn_adopted_get_paper (before), barn_adopted_get_paper (after)))
    return TRUE;

  g_set_error (error, BARN_PLAN_FILE_ERROR, BARN_PLAN_FILE_ERROR_RULE,
               _("“%s” and “%s” are not the same kind of document. Choose two of the same kind."),
               barn_adopted_get_title (before), barn_adopted_get_title (after));
  return FALSE;
}

static Comparing *
comparing_new (BarnPlanFile *self,
               BarnAdopted  *before,
               BarnAdopted  *after)
{
  Comparing *comparing = g_new0 (Comparing, 1);

  comparing->path = g_strdup (g_file_peek_path (self->file));
  comparing->before = g_strdup (barn_item_get_id (BARN_ITEM (before)));
  comparing->after = g_strdup (barn_item_get_id (BARN_ITEM (after)));

  return comparing;
}

static void
compare_worker (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  const Comparing *comparing = task_data;
  g_autoptr (BarnStore) store = NULL;
  GPtrArray *blocks = NULL;
  GError *local_error = NULL;
  GError *error = NULL;

  store = barn_store_open (comparing->path, BARN_STORE_READ_ONLY, &local_error);
  if (store == NULL)
    barn_plan_file_fail (NULL, local_error, &error);
  else
    blocks = compare (store, comparing, cancellable, &error);

  if (blocks != NULL)
    g_task_return_pointer (task, blocks, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
on_compared (GObject      *source_object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  GPtrArray *blocks = g_task_propagate_pointer (G_TASK (result), &error);

  if (blocks != NULL)
    g_task_return_pointer (task, blocks, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/**
 * barn_plan_file_compare_adopted:
 * @self: a plan file
 * @before: the earlier of two adopted documents
 * @after: the later
 * @cancellable: (nullable): to stop it
 * @error: return location for a #BarnPlanFileError or %G_IO_ERROR_CANCELLED
 *
 * Tells what became of each paragraph, whichever formats the two were adopted in. See barn_document_compare().
 *
 * Returns: (transfer full) (element-type BarnComparedBlock): all paragraphs of both
 */
GPtrArray *
barn_plan_file_compare_adopted (BarnPlanFile  *self,
                                BarnAdopted   *before,
                                BarnAdopted   *after,
                                GCancellable  *cancellable,
                                GError       **error)
{
  g_autoptr (Comparing) comparing = NULL;

  g_return_val_if_fail (BARN_IS_PLAN_FILE (self), NULL);
  g_return_val_if_fail (BARN_IS_ADOPTED (before), NULL);
  g_return_val_if_fail (BARN_IS_ADOPTED (after), NULL);

  if (!check_same_paper (before, after, error))
    return NULL;

  comparing = comparing_new (self, before, after);

  return compare (self->store, comparing, cancellable, error);
}

/**
 * barn_plan_file_compare_adopted_async:
 * @self: a plan file
 * @before: the earlier of two adopted documents
 * @after: the later
 * @cancellable: (nullable): to stop it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * As barn_plan_file_compare_adopted(), in a worker.
 */
void
barn_plan_file_compare_adopted_async (BarnPlanFile        *self,
                                      BarnAdopted         *before,
                                      BarnAdopted         *after,
                                      GCancellable        *cancellable,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GTask) worker = NULL;
  GError *error = NULL;

  g_return_if_fail (BARN_IS_PLAN_FILE (self));
  g_return_if_fail (BARN_IS_ADOPTED (before));
  g_return_if_fail (BARN_IS_ADOPTED (after));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, barn_plan_file_compare_adopted_async);
  if (!check_same_paper (before, after, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  worker = g_task_new (NULL, cancellable, on_compared, g_steal_pointer (&task));
  g_task_set_task_data (worker, comparing_new (self, before, after), (GDestroyNotify) comparing_free);
  g_task_run_in_thread (worker, compare_worker);
}

/**
 * barn_plan_file_compare_adopted_finish:
 * @self: a plan file
 * @result: what the callback was given
 * @error: return location for a #BarnPlanFileError or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (element-type BarnComparedBlock): all paragraphs of both
 */
GPtrArray *
barn_plan_file_compare_adopted_finish (BarnPlanFile  *self,
                                       GAsyncResult  *result,
                                       GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

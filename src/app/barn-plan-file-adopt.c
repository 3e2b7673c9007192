/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-plan-file-adopt"

#include "config.h"

#include "barn-plan-file-adopt.h"

#include <glib/gi18n-lib.h>

#include "barn-plan-file-private.h"
#include "barn-text.h"

/* What a worker makes; it shares nothing with the thread that asked */
typedef struct
{
  char         *path;
  BarnAdoption  adoption;  /* its texts are owned, and cleaned */
  BarnProfile  *profile;   /* (nullable): immutable, so that it may be shared */

  /* Made */
  char         *title;
  GBytes       *bytes;
  char         *text;
} Adopting;

static void
adopting_free (Adopting *self)
{
  g_free (self->path);
  g_free ((char *) self->adoption.instance);
  g_free ((char *) self->adoption.decision);
  g_free ((char *) self->adoption.registry_number);
  g_clear_object (&self->profile);
  g_free (self->title);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->text);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Adopting, adopting_free)

static gboolean
check_length (const char  *text,
              GError     **error)
{
  g_autofree char *clean = barn_plan_file_clean_line (text);

  if (g_utf8_strlen (clean, -1) <= BARN_ADOPTION_LONGEST)
    return TRUE;

  g_set_error (error, BARN_PLAN_FILE_ERROR, BARN_PLAN_FILE_ERROR_RULE,
               _("Who decided, the paragraph and the registry number may each be %d characters long at most. Nothing was changed."),
               BARN_ADOPTION_LONGEST);
  return FALSE;
}

/* What is said of a decision: by whom, when and under which numbers */
static gboolean
check_decision (BarnDay      adopted_on,
                const char  *instance,
                const char  *decision,
                const char  *registry_number,
                GError     **error)
{
  g_autofree char *clean = barn_plan_file_clean_line (instance);

  if (barn_text_is_blank (clean))
    g_set_error_literal (error, BARN_PLAN_FILE_ERROR, BARN_PLAN_FILE_ERROR_RULE,
                         _("Say who decided, as “Socialnämnden”."));
  else if (adopted_on == BARN_DAY_NONE)
    g_set_error_literal (error, BARN_PLAN_FILE_ERROR, BARN_PLAN_FILE_ERROR_RULE,
                         _("A decision needs a date, as 2027-02-15."));
  else if (adopted_on > barn_clock_get_today ())
    g_set_error_literal (error, BARN_PLAN_FILE_ERROR, BARN_PLAN_FILE_ERROR_RULE,
                         _("The day of the decision has not come yet. Adopt the document when it is decided on."));
  else
    return check_length (instance, error) && check_length (decision, error) && check_length (registry_number, error);

  return FALSE;
}

static Adopting *
adopting_new (BarnPlanFile       *self,
              const BarnAdoption *adoption,
              BarnProfile        *profile)
{
  Adopting *adopting = g_new0 (Adopting, 1);

  adopting->path = g_strdup (g_file_peek_path (self->file));
  adopting->adoption = *adoption;
  if (adoption->as_of == BARN_DAY_NONE)
    adopting->adoption.as_of = adoption->adopted_on;
  adopting->adoption.instance = barn_plan_file_clean_line (adoption->instance);
  adopting->adoption.decision = barn_plan_file_clean_line (adoption->decision);
  adopting->adoption.registry_number = barn_plan_file_clean_line (adoption->registry_number);
  g_set_object (&adopting->profile, profile);

  return adopting;
}

/* The text that two are compared by is the same whatever the format */
static char *
dup_text (BarnDocument  *document,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autoptr (GBytes) markdown = barn_document_to_bytes (document, BARN_FORMAT_MARKDOWN, cancellable, error);
  gsize size;
  const char *text;

  if (markdown == NULL)
    return NULL;

  text = g_bytes_get_data (markdown, &size);

  return g_strndup (text, size);
}

static gboolean
make (Adopting      *adopting,
      GCancellable  *cancellable,
      GError       **error)
{
  const BarnAdoption *adoption = &adopting->adoption;
  g_autoptr (BarnDocument) document =
    barn_plan_file_build_document (adopting->path, adoption->paper, adoption->year, adoption->as_of, adopting->profile, cancellable, error);

  if (document == NULL)
    return FALSE;

  adopting->title = barn_plan_file_clean_line (barn_document_get_title (document));
  if (barn_text_is_blank (adopting->title))
    {
      g_free (adopting->title);
      adopting->title = g_strdup_printf ("%s %u", barn_paper_get_label (adoption->paper), adoption->year);
    }
  adopting->bytes = barn_document_to_bytes (document, adoption->format, cancellable, error);
  if (adopting->bytes != NULL)
    adopting->text = dup_text (document, cancellable, error);

  return adopting->text != NULL && !g_cancellable_set_error_if_cancelled (cancellable, error);
}

static BarnItem *
make_item (BarnPlan       *plan,
           const Adopting *adopting)
{
  const BarnAdoption *adoption = &adopting->adoption;
  BarnItem *item = barn_item_new (BARN_KIND_ADOPTED, NULL);
  g_autofree char *sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, adopting->bytes);
  g_autofree char *author = barn_plan_file_dup_author ();

  barn_item_set_text (item, BARN_ADOPTED_PLAN, barn_item_get_id (BARN_ITEM (plan)));
  barn_item_set_text (item, BARN_ADOPTED_PAPER, barn_paper_to_nick (adoption->paper));
  barn_item_set_text (item, BARN_ADOPTED_FORMAT, barn_format_get_extension (adoption->format));
  barn_item_set_text (item, BARN_ADOPTED_TITLE, adopting->title);
  barn_item_set_number (item, BARN_ADOPTED_AS_OF, adoption->as_of);
  barn_item_set_number (item, BARN_ADOPTED_ADOPTED_ON, adoption->adopted_on);
  barn_item_set_text (item, BARN_ADOPTED_INSTANCE, adoption->instance);
  barn_item_set_text (item, BARN_ADOPTED_DECISION, adoption->decision);
  barn_item_set_text (item, BARN_ADOPTED_REGISTRY_NUMBER, adoption->registry_number);
  barn_item_set_text (item, BARN_ADOPTED_SHA256, sum);
  barn_item_set_number (item, BARN_ADOPTED_SIZE, (gint64) g_bytes_get_size (adopting->bytes));
  barn_item_set_text (item, BARN_ADOPTED_AUTHOR, author);
  barn_item_set_number (item, BARN_ADOPTED_MADE_AT, barn_clock_get_now ());

  return item;
}

/* What was made, into the plan file: one change */
static BarnAdopted *
keep (BarnPlanFile    *self,
      const Adopting  *adopting,
      GError         **error)
{
  BarnPlan *plan = barn_model_find_plan (self->model, adopting->adoption.year);
  g_autoptr (BarnItem) item = NULL;
  GError *local_error = NULL;

  if (plan == NULL)
    {
      g_set_error (error, BARN_PLAN_FILE_ERROR, BARN_PLAN_FILE_ERROR_NOT_FOUND,
                   _("There is no plan of %u in the plan file."), adopting->adoption.year);
      return NULL;
    }

  item = make_item (plan, adopting);
  if (!barn_plan_file_begin (self, error) ||
      !barn_plan_file_insert (self, item, error))
    return NULL;

  if (!barn_store_keep_copy (self->store, barn_item_get_id (item), adopting->bytes, adopting->text, &local_error))
    {
      barn_plan_file_fail (self, local_error, error);
      return NULL;
    }

  if (!barn_plan_file_commit (self, "adopted-add", adopting->title, barn_paper_to_nick (adopting->adoption.paper), NULL, error))
    return NULL;

  return (BarnAdopted *) barn_plan_file_find_living (self, barn_item_get_id (item), error);
}

static void
adopt_worker (GTask        *task,
              gpointer      source_object,
              gpointer      task_data,
              GCancellable *cancellable)
{
  GError *error = NULL;

  if (make (task_data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* Back in the thread that the plan file belongs to */
static void
on_made (GObject      *source_object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  BarnAdopted *adopted = NULL;
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    adopted = keep (g_task_get_source_object (task), g_task_get_task_data (G_TASK (result)), &error);

  if (adopted != NULL)
    g_task_return_pointer (task, adopted, NULL);
  else
    g_task_return_error (task, error);
}

/**
 * barn_adoption_check:
 * @self: what is said of an adoption
 * @error: return location for a #BarnPlanFileError
 *
 * Looks whether a document can be adopted so, before it is made: somebody decided, on a day that has come, and the figures are not of a
 * day after it.
 *
 * Returns: whether it can; a sentence tells what is wrong otherwise
 */
gboolean
barn_adoption_check (const BarnAdoption  *self,
                     GError             **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (!check_decision (self->adopted_on, self->instance, self->decision, self->registry_number, error))
    return FALSE;

  if (self->as_of != BARN_DAY_NONE && self->as_of > self->adopted_on)
    {
      g_set_error_literal (error, BARN_PLAN_FILE_ERROR, BARN_PLAN_FILE_ERROR_RULE,
                           _("The figures cannot be of a day after the decision. Choose the day of the decision or an earlier one."));
      return FALSE;
    }

  if (!barn_format_can_write (self->format))
    {
      g_autofree char *endings = barn_format_dup_endings ();

      g_set_error (error, BARN_PLAN_FILE_ERROR, BARN_PLAN_FILE_ERROR_RULE,
                   _("Documents are not written in that format. There are these: %s."), endings);
      return FALSE;
    }

  return TRUE;
}

/**
 * barn_plan_file_adopt_async:
 * @self: a plan file
 * @adoption: what is adopted, by whom, when
 * @profile: (nullable): the wording; %NULL: that of an export
 * @cancellable: (nullable): to stop it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Fastställer a document: a worker makes it as an export of this moment does, and its bytes are kept in the plan file with what was said of
 * the decision, as one change that can be undone.
 */
void
barn_plan_file_adopt_async (BarnPlanFile        *self,
                            const BarnAdoption  *adoption,
                            BarnProfile         *profile,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GTask) worker = NULL;
  GError *error = NULL;

  g_return_if_fail (BARN_IS_PLAN_FILE (self));
  g_return_if_fail (adoption != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, barn_plan_file_adopt_async);
  /* What is kept is told, also where somebody wanted to stop it a moment too late */
  g_task_set_check_cancellable (task, FALSE);
  if (!barn_plan_file_check_writable (self, &error) || !barn_adoption_check (adoption, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  /* A task of its own, which does not hold @self: the thread may let go of it last, and the connection belongs to ours */
  worker = g_task_new (NULL, cancellable, on_made, g_steal_pointer (&task));
  g_task_set_task_data (worker, adopting_new (self, adoption, profile), (GDestroyNotify) adopting_free);
  g_task_run_in_thread (worker, adopt_worker);
}

/**
 * barn_plan_file_adopt_finish:
 * @self: a plan file
 * @result: what the callback was given
 * @error: return location for a #BarnPlanFileError, a #BarnDocumentError or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer none) (nullable): the adopted document; %NULL: nothing was changed
 */
BarnAdopted *
barn_plan_file_adopt_finish (BarnPlanFile  *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * barn_plan_file_adopt:
 * @self: a plan file
 * @adoption: what is adopted, by whom, when
 * @profile: (nullable): the wording; %NULL: that of an export
 * @cancellable: (nullable): to stop it
 * @error: return location for a #BarnPlanFileError, a #BarnDocumentError or %G_IO_ERROR_CANCELLED
 *
 * As barn_plan_file_adopt_async(), for those who wait.
 *
 * Returns: (transfer none) (nullable): the adopted document; %NULL: nothing was changed
 */
BarnAdopted *
barn_plan_file_adopt (BarnPlanFile        *self,
                      const BarnAdoption  *adoption,
                      BarnProfile         *profile,
                      GCancellable        *cancellable,
                      GError             **error)
{
  g_autoptr (Adopting) adopting = NULL;

  g_return_val_if_fail (BARN_IS_PLAN_FILE (self), NULL);
  g_return_val_if_fail (adoption != NULL, NULL);

  if (!barn_plan_file_check_writable (self, error) || !barn_adoption_check (adoption, error))
    return NULL;

  adopting = adopting_new (self, adoption, profile);

  return make (adopting, cancellable, error) ? keep (self, adopting, error) : NULL;
}

static gboolean
write_line (BarnPlanFile  *self,
            BarnAdopted   *adopted,
            guint          field,
            const char    *text,
            GError       **error)
{
  g_auto (GValue) before = G_VALUE_INIT;
  g_auto (GValue) value = G_VALUE_INIT;

  barn_item_get_value (BARN_ITEM (adopted), field, &before);
  g_value_init (&value, G_TYPE_STRING);
  g_value_take_string (&value, barn_plan_file_clean_line (text));

  return barn_plan_file_write (self, BARN_ITEM (adopted), field, &before, &value, error);
}

static gboolean
write_day (BarnPlanFile  *self,
           BarnAdopted   *adopted,
           BarnDay        day,
           GError       **error)
{
  g_auto (GValue) before = G_VALUE_INIT;
  g_auto (GValue) value = G_VALUE_INIT;

  barn_item_get_value (BARN_ITEM (adopted), BARN_ADOPTED_ADOPTED_ON, &before);
  g_value_init (&value, G_TYPE_UINT);
  g_value_set_uint (&value, day);

  return barn_plan_file_write (self, BARN_ITEM (adopted), BARN_ADOPTED_ADOPTED_ON, &before, &value, error);
}

/**
 * barn_plan_file_correct_adopted:
 * @self: a plan file
 * @adopted: one of its adopted documents
 * @adopted_on: the day of the decision
 * @instance: who decided
 * @decision: (nullable): the paragraph
 * @registry_number: (nullable): diarienummer
 * @error: return location for a #BarnPlanFileError
 *
 * Puts right what is said of a decision: the paragraph is often known only when the minutes are. The document itself stays as it was
 * adopted. One change.
 *
 * Returns: whether it is said so now
 */
gboolean
barn_plan_file_correct_adopted (BarnPlanFile  *self,
                                BarnAdopted   *adopted,
                                BarnDay        adopted_on,
                                const char    *instance,
                                const char    *decision,
                                const char    *registry_number,
                                GError       **error)
{
  g_return_val_if_fail (BARN_IS_PLAN_FILE (self), FALSE);
  g_return_val_if_fail (BARN_IS_ADOPTED (adopted), FALSE);

  if (!check_decision (adopted_on, instance, decision, registry_number, error))
    return FALSE;

  if (adopted_on < barn_adopted_get_as_of (adopted))
    {
      g_autofree char *day = barn_day_to_iso (barn_adopted_get_as_of (adopted));

      g_set_error (error, BARN_PLAN_FILE_ERROR, BARN_PLAN_FILE_ERROR_RULE,
                   _("The figures of the document are of %s: the day of the decision cannot be before that."), day);
      return FALSE;
    }

  return barn_plan_file_begin (self, error) &&
         write_day (self, adopted, adopted_on, error) &&
         write_line (self, adopted, BARN_ADOPTED_INSTANCE, instance, error) &&
         write_line (self, adopted, BARN_ADOPTED_DECISION, decision, error) &&
         write_line (self, adopted, BARN_ADOPTED_REGISTRY_NUMBER, registry_number, error) &&
         barn_plan_file_commit (self, "adopted-change", barn_adopted_get_title (adopted), NULL, NULL, error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-window-leave"

#include "config.h"

#include "barn-window-private.h"

#include <glib/gi18n-lib.h>

#include "barn-ask.h"
#include "barn-field-binding.h"

/* How leaving is asked about */
typedef struct
{
  const char *heading_unsaved;
  const char *unsaved;
  const char *heading_undecided;
  const char *undecided;
  char     *(*dup_undecided_in) (const char *title);
  const char *answer;
} Question;

/* What is done when the person has answered */
typedef struct
{
  BarnWindow     *window;
  BarnWindowStep  step;
  gpointer        data;
  GDestroyNotify  free_data;
} Leaving;

static char *
dup_closing_with (const char *title)
{
  /* Translators: the title of an activity, a shift … */
  return g_strdup_printf (_("A text of “%s” was changed by somebody else while you wrote in it, and you have not chosen which to keep. "
                            "If you close the window now, yours is lost; theirs is safe."), title);
}

static char *
dup_leaving_with (const char *title)
{
  /* Translators: the title of an activity, a shift … */
  return g_strdup_printf (_("A text of “%s” was changed by somebody else while you wrote in it, and you have not chosen which to keep. "
                            "If you leave the plan file now, yours is lost; theirs is safe."), title);
}

static const Question closing_question = {
  N_("Close although a text is not saved?"),
  N_("What you typed last could not be saved. If you close the window now, that text is lost; all else is safe."),
  N_("Close although a text is undecided?"),
  N_("A text was changed by somebody else while you wrote in it, and you have not chosen which to keep. "
     "If you close the window now, yours is lost; theirs is safe."),
  dup_closing_with,
  N_("_Close Anyway"),
};

static const Question leaving_question = {
  N_("Leave the file although a text is not saved?"),
  N_("What you typed last could not be saved. If you leave the plan file now, that text is lost; all else is safe."),
  N_("Leave the file although a text is undecided?"),
  N_("A text was changed by somebody else while you wrote in it, and you have not chosen which to keep. "
     "If you leave the plan file now, yours is lost; theirs is safe."),
  dup_leaving_with,
  N_("_Leave Anyway"),
};

static void
leaving_free (Leaving *leaving)
{
  if (leaving->free_data != NULL)
    leaving->free_data (leaving->data);
  g_object_unref (leaving->window);
  g_free (leaving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Leaving, leaving_free)

static void
on_answer (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Leaving) leaving = user_data;

  if (barn_ask_finish (result))
    leaving->step (leaving->window, leaving->data);
}

/* Whether something would be lost; then it is asked what to do, and @leaving goes on with the answer */
static gboolean
ask (BarnWindow     *self,
     const Question *question,
     Leaving        *leaving)
{
  const char *undecided;
  const char *heading = _(question->heading_unsaved);
  g_autofree char *body = NULL;

  if (!barn_field_binding_save_all (self->file))
    body = g_strdup (_(question->unsaved));
  else
    {
      undecided = barn_field_binding_get_undecided (self->file);
      if (undecided == NULL)
        return FALSE;

      heading = _(question->heading_undecided);
      body = *undecided != '\0' ? question->dup_undecided_in (undecided) : g_strdup (_(question->undecided));
    }

  barn_ask (GTK_WINDOW (self), heading, body, _(question->answer), BARN_ASK_DESTRUCTIVE, on_answer, leaving);

  return TRUE;
}

static Leaving *
leaving_new (BarnWindow     *self,
             BarnWindowStep  step,
             gpointer        data,
             GDestroyNotify  free_data)
{
  Leaving *leaving = g_new0 (Leaving, 1);

  leaving->window = g_object_ref (self);
  leaving->step = step;
  leaving->data = data;
  leaving->free_data = free_data;

  return leaving;
}

static void
close_anyway (BarnWindow *self,
              gpointer    data)
{
  gtk_window_destroy (GTK_WINDOW (self));
}

/* For the window's close request: TRUE where a text was left that must be decided on first. Then it is asked, and the window goes with
   the answer. */
gboolean
barn_window_ask_before_closing (BarnWindow *self)
{
  g_autoptr (Leaving) leaving = NULL;

  if (self->file == NULL)
    return FALSE;

  leaving = leaving_new (self, close_anyway, NULL, NULL);
  if (!ask (self, &closing_question, leaving))
    return FALSE;

  g_steal_pointer (&leaving);
  return TRUE;
}

/* Takes @step, which puts another file or none in place of the open one: at once where nothing would be lost, else when the person says so.
   @data is freed with @free_data (nullable) when the step was taken, or will not be. */
void
barn_window_leave_file (BarnWindow     *self,
                        BarnWindowStep  step,
                        gpointer        data,
                        GDestroyNotify  free_data)
{
  g_autoptr (Leaving) leaving = leaving_new (self, step, data, free_data);

  if (self->file == NULL || !ask (self, &leaving_question, leaving))
    step (self, data);
  else
    g_steal_pointer (&leaving);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-ask"

#include "config.h"

#include "barn-ask.h"

#include <adwaita.h>

#include <glib/gi18n-lib.h>

#include "barn-text.h"
#include "barn-ui.h"

static void
on_response (AdwMessageDialog *dialog,
             const char       *response,
             gpointer          user_data)
{
  g_autoptr (GTask) task = user_data;

  g_task_return_boolean (task, strcmp (response, "answer") == 0);
}

/**
 * barn_ask:
 * @parent: the window that asks
 * @heading: the question
 * @body: what follows from it
 * @answer: the answer beside "Cancel", with a mnemonic
 * @style: how the answer looks
 * @callback: called when there is an answer
 * @user_data: for @callback
 *
 * Asks a question that must be answered before anything else is done in the window.
 */
void
barn_ask (GtkWindow           *parent,
          const char          *heading,
          const char          *body,
          const char          *answer,
          BarnAskStyle         style,
          GAsyncReadyCallback  callback,
          gpointer             user_data)
{
  GTask *task;
  AdwMessageDialog *dialog;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (heading != NULL && body != NULL && answer != NULL);

  task = g_task_new (parent, NULL, callback, user_data);
  g_task_set_source_tag (task, barn_ask);

  dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, heading, body));
  adw_message_dialog_add_response (dialog, "cancel", _("_Cancel"));
  adw_message_dialog_add_response (dialog, "answer", answer);
  adw_message_dialog_set_close_response (dialog, "cancel");
  adw_message_dialog_set_default_response (dialog, style == BARN_ASK_DESTRUCTIVE ? "cancel" : "answer");
  if (style == BARN_ASK_SUGGESTED)
    adw_message_dialog_set_response_appearance (dialog, "answer", ADW_RESPONSE_SUGGESTED);
  else if (style == BARN_ASK_DESTRUCTIVE)
    adw_message_dialog_set_response_appearance (dialog, "answer", ADW_RESPONSE_DESTRUCTIVE);

  g_signal_connect (dialog, "response", G_CALLBACK (on_response), task);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * barn_ask_finish:
 * @result: from the callback
 *
 * Returns: whether the answer was chosen
 */
gboolean
barn_ask_finish (GAsyncResult *result)
{
  g_return_val_if_fail (G_IS_TASK (result), FALSE);

  return g_task_propagate_boolean (G_TASK (result), NULL);
}

static void
on_words_changed (GtkEditable      *words,
                  AdwMessageDialog *dialog)
{
  adw_message_dialog_set_response_enabled (dialog, "answer", !barn_text_is_blank (gtk_editable_get_text (words)));
}

static void
on_text_response (AdwMessageDialog *dialog,
                  const char       *response,
                  gpointer          user_data)
{
  g_autoptr (GTask) task = user_data;
  GtkEditable *words = GTK_EDITABLE (adw_message_dialog_get_extra_child (dialog));

  if (strcmp (response, "answer") == 0)
    g_task_return_pointer (task, g_strstrip (g_strdup (gtk_editable_get_text (words))), g_free);
  else
    g_task_return_pointer (task, NULL, NULL);
}

/**
 * barn_ask_text:
 * @parent: (nullable): the window that asks
 * @heading: the question
 * @body: what follows from it
 * @prompt: what the words are, in the empty field and for screen readers
 * @answer: the answer beside "Cancel", with a mnemonic
 * @callback: called when there is an answer
 * @user_data: for @callback
 *
 * Asks a question that is answered in words, before anything else is done in the window.
 */
void
barn_ask_text (GtkWindow           *parent,
               const char          *heading,
               const char          *body,
               const char          *prompt,
               const char          *answer,
               GAsyncReadyCallback  callback,
               gpointer             user_data)
{
  GTask *task;
  AdwMessageDialog *dialog;
  GtkWidget *words;

  g_return_if_fail (parent == NULL || GTK_IS_WINDOW (parent));
  g_return_if_fail (heading != NULL && body != NULL && prompt != NULL && answer != NULL);

  task = g_task_new (parent, NULL, callback, user_data);
  g_task_set_source_tag (task, barn_ask_text);

  dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, heading, body));
  adw_message_dialog_add_response (dialog, "cancel", _("_Cancel"));
  adw_message_dialog_add_response (dialog, "answer", answer);
  adw_message_dialog_set_close_response (dialog, "cancel");
  adw_message_dialog_set_default_response (dialog, "answer");
  adw_message_dialog_set_response_appearance (dialog, "answer", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_response_enabled (dialog, "answer", FALSE);

  words = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (words), prompt);
  gtk_entry_set_activates_default (GTK_ENTRY (words), TRUE);
  barn_ui_set_name (words, prompt);
  g_signal_connect (words, "changed", G_CALLBACK (on_words_changed), dialog);
  adw_message_dialog_set_extra_child (dialog, words);
  g_signal_connect (dialog, "response", G_CALLBACK (on_text_response), task);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (words);
}

/**
 * barn_ask_text_finish:
 * @result: from the callback
 *
 * Returns: (transfer full) (nullable): the words, without space around them; %NULL where nobody would say
 */
char *
barn_ask_text_finish (GAsyncResult *result)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}

/**
 * barn_tell_error:
 * @parent: the window in which it happened
 * @heading: what happened, in a few words
 * @body: what happened, what is safe and what to do
 * @details: (nullable): particulars, shown under an expander
 *
 * Tells of something that must be read before going on.
 */
void
barn_tell_error (GtkWindow  *parent,
                 const char *heading,
                 const char *body,
                 const char *details)
{
  AdwMessageDialog *dialog;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (heading != NULL && body != NULL);

  dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, heading, body));
  adw_message_dialog_add_response (dialog, "close", _("_Close"));
  adw_message_dialog_set_close_response (dialog, "close");
  adw_message_dialog_set_default_response (dialog, "close");

  if (details != NULL)
    {
      GtkWidget *expander = gtk_expander_new_with_mnemonic (_("_Details"));
      GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                       "label", details,
                                       "wrap", TRUE,
                                       "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                       "xalign", 0.0f,
                                       "selectable", TRUE,
                                       NULL);

      gtk_expander_set_child (GTK_EXPANDER (expander), label);
      adw_message_dialog_set_extra_child (dialog, expander);
    }

  gtk_window_present (GTK_WINDOW (dialog));
}

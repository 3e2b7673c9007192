/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * BarnAskStyle:
 * @BARN_ASK_PLAIN: an answer like any other
 * @BARN_ASK_SUGGESTED: what most will want
 * @BARN_ASK_DESTRUCTIVE: something is lost
 */
typedef enum
{
  BARN_ASK_PLAIN,
  BARN_ASK_SUGGESTED,
  BARN_ASK_DESTRUCTIVE,
} BarnAskStyle;

/* A question with one answer beside "Cancel" */
void     barn_ask        (GtkWindow            *parent,
                          const char           *heading,
                          const char           *body,
                          const char           *answer,
                          BarnAskStyle          style,
                          GAsyncReadyCallback   callback,
                          gpointer              user_data);
gboolean barn_ask_finish (GAsyncResult         *result); /* whether the answer was chosen */

/* A question that is answered in words: without any it has no answer. @prompt: what the words are */
void     barn_ask_text   (GtkWindow            *parent,
                          const char           *heading,
                          const char           *body,
                          const char           *prompt,
                          const char           *answer,
                          GAsyncReadyCallback   callback,
                          gpointer              user_data);
char    *barn_ask_text_finish (GAsyncResult    *result); /* (transfer full) (nullable): NULL: nobody would say */

/* A sentence, with particulars under an expander. @details: (nullable) */
void     barn_tell_error (GtkWindow            *parent,
                          const char           *heading,
                          const char           *body,
                          const char           *details);

G_END_DECLS

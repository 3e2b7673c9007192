/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * BarnChooseKind:
 * @BARN_CHOOSE_PLAN_FILE: a plan file, *.barnratt
 * @BARN_CHOOSE_DOCUMENT: a document to read a plan from: Word, ODF, text, Markdown
 * @BARN_CHOOSE_ANY: any file; for saving, the ending of the suggested name tells the format
 */
typedef enum
{
  BARN_CHOOSE_PLAN_FILE,
  BARN_CHOOSE_DOCUMENT,
  BARN_CHOOSE_ANY,
} BarnChooseKind;

/* The system's file chooser. When the person changes their mind, finish gives NULL and G_IO_ERROR_CANCELLED. */
void   barn_choose_open         (GtkWindow            *parent,
                                 const char           *title,
                                 BarnChooseKind        kind,
                                 GAsyncReadyCallback   callback,
                                 gpointer              user_data);
/* @name: the suggested name; @folder: (nullable): where it begins */
void   barn_choose_save         (GtkWindow            *parent,
                                 const char           *title,
                                 BarnChooseKind        kind,
                                 const char           *name,
                                 GFile                *folder,
                                 GAsyncReadyCallback   callback,
                                 gpointer              user_data);
/* For both. (transfer full) (nullable) */
GFile *barn_choose_finish       (GAsyncResult         *result,
                                 GError              **error);

/**
 * BarnChooseFunc:
 *
 * Chooses in place of a person. Returns: (transfer full) (nullable): NULL as if cancelled
 */
typedef GFile *(*BarnChooseFunc) (const char     *title,
                                  BarnChooseKind  kind,
                                  const char     *name,
                                  gpointer        user_data);

/* For tests: @func NULL brings back the system's chooser */
void   barn_choose_set_override (BarnChooseFunc        func,
                                 gpointer              user_data);

G_END_DECLS

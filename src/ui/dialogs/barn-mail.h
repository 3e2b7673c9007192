/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Where a file that is to be sent is written: it must stay until the mail program has read it. What was sent more than a day ago is deleted.
   (transfer full) (nullable) */
GFile    *barn_mail_prepare       (const char           *name,
                                   GError              **error);

/* Begins a message in the person's mail program, with @attachment, through the desktop portal; nothing is sent by us */
void      barn_mail_compose_async (GFile                *attachment,
                                   const char           *subject,
                                   GCancellable         *cancellable,
                                   GAsyncReadyCallback   callback,
                                   gpointer              user_data);
gboolean  barn_mail_compose_finish (GAsyncResult        *result,
                                   GError              **error);

G_END_DECLS

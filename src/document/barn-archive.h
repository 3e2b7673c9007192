/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * BarnArchive:
 *
 * A zip file from outside, read by one part at a time with limits on everything that a hostile one could have too much of.
 */
typedef struct _BarnArchive BarnArchive;

BarnArchive *barn_archive_open  (GBytes        *bytes,
                                 GError       **error);
void         barn_archive_free  (BarnArchive   *self);
gboolean     barn_archive_has   (BarnArchive   *self,
                                 const char    *name);
GBytes      *barn_archive_read  (BarnArchive   *self,
                                 const char    *name,
                                 GCancellable  *cancellable,
                                 GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BarnArchive, barn_archive_free)

/**
 * BarnArchiveWriter:
 *
 * A zip file being made. The same parts give the same bytes: no times, no owners, no ids in it.
 */
typedef struct _BarnArchiveWriter BarnArchiveWriter;

BarnArchiveWriter *barn_archive_writer_new    (void);
void               barn_archive_writer_free   (BarnArchiveWriter  *self);
void               barn_archive_writer_add    (BarnArchiveWriter  *self,
                                               const char         *name,
                                               const char         *text,
                                               gsize               length);
void               barn_archive_writer_store  (BarnArchiveWriter  *self,
                                               const char         *name,
                                               const char         *text,
                                               gsize               length);
GBytes            *barn_archive_writer_finish (BarnArchiveWriter  *self,
                                               GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BarnArchiveWriter, barn_archive_writer_free)

G_END_DECLS

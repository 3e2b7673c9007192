/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-store-private.h"

G_BEGIN_DECLS

/* A folder of its own for a test, removed with all in it */
typedef char Folder;
Folder     *folder_new          (void);
void        folder_free         (Folder      *self);
char       *folder_path         (Folder      *self,
                                 const char  *name);
guint       folder_count        (Folder      *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Folder, folder_free)

/* As g_test_init() and g_test_run(), with a data folder of its own. (GLib's own isolation of folders leaks.) */
void        init_tests          (int         *argc,
                                 char      ***argv);
int         run_tests           (void);

/* An item from "field=value" texts, NULL at the end; members of a set are parted by "," */
BarnItem   *make_item           (BarnKind     kind,
                                 const char  *id,
                                 ...) G_GNUC_NULL_TERMINATED;
void        set_from_text       (BarnItem    *item,
                                 guint        field,
                                 const char  *text);

BarnStore  *create_store        (const char  *path);
BarnStore  *open_store          (const char  *path);
/* Organisation, two roles, a unit, two plans with shifts, activities, follow-ups …: each kind at least once, as one change */
void        fill_store          (BarnStore   *store);
gint64      commit_as           (BarnStore   *store,
                                 const char  *action);
gint64      insert_one          (BarnStore   *store,
                                 BarnItem    *item); /* (transfer full) */
gint64      set_text_one        (BarnStore   *store,
                                 BarnKind     kind,
                                 const char  *id,
                                 const char  *field,
                                 const char  *value);
gint64      delete_one          (BarnStore   *store,
                                 BarnKind     kind,
                                 const char  *id);

/* Straight from SQLite, past the store */
char       *dump_file           (const char  *path); /* all rows of all tables but the log's */
void        assert_sound        (const char  *path); /* integrity and foreign keys */
gint64      query_int           (const char  *path,
                                 const char  *sql);
void        run_sql             (const char  *path,
                                 const char  *sql);

char       *dump_model          (BarnModel   *model);
char       *dump_item           (BarnItem    *item);

G_END_DECLS

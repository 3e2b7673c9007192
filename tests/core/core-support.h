/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-model.h"

G_BEGIN_DECLS

/* Items as a plan file would give them */
BarnItem *make_plan      (const char *id,
                          guint       year);
BarnItem *make_activity  (const char *id,
                          const char *plan,
                          double      position);
BarnItem *make_follow_up (const char *id,
                          const char *activity,
                          const char *day,
                          BarnStatus  status);
BarnItem *make_item      (BarnKind    kind,
                          const char *id,
                          const char *first_property,
                          ...) G_GNUC_NULL_TERMINATED;

/* Merges and lets go of @first and those after it */
void      merge          (BarnModel  *model,
                          BarnItem   *first,
                          ...) G_GNUC_NULL_TERMINATED;
/* As barn_model_lookup(), which must find it */
gpointer  find           (BarnModel  *model,
                          const char *id);
void      set_of         (BarnItem   *item,
                          guint       field,
                          const char *members); /* "a b" */
BarnDay   day            (const char *iso);

/* Every items-changed of a list as "position-removed+added ", and that the list is then as long as it says */
typedef struct
{
  GListModel *list;
  GString    *seen;
  guint       n_items;
} Recorder;

Recorder *recorder_new   (GListModel *list);
void      recorder_free  (Recorder   *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Recorder, recorder_free)

/* What was seen since the last time */
void      assert_seen    (Recorder   *self,
                          const char *expected);
/* The ids in the list, as "a b c" */
void      assert_ids     (GListModel *list,
                          const char *expected);

/* Counts the notifications of a property */
void      count_notify   (gpointer    object,
                          const char *property,
                          guint      *count);

G_END_DECLS

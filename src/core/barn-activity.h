/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-items.h"

G_BEGIN_DECLS

/**
 * BarnActivity:
 *
 * Something that somebody does. Its status is that of its latest follow-up and is not stored a second time.
 *
 * Fields: plan, title, description, unit, responsible, start-on, due-on, first-due-on, roles (set), shifts (set),
 * articles (set), position, raised (must be seen by ledningsgruppen), origin (the activity of an earlier plan that this one
 * continues, or NULL). Delays are barn_item_get_children() of BARN_KIND_DELAY.
 * Properties beside the fields, watched as any: status (today's), overdue (today), last-follow-up.
 */
#define BARN_TYPE_ACTIVITY (barn_activity_get_type ())
G_DECLARE_FINAL_TYPE (BarnActivity, barn_activity, BARN, ACTIVITY, BarnItem)
enum { BARN_ACTIVITY_PLAN, BARN_ACTIVITY_TITLE, BARN_ACTIVITY_DESCRIPTION, BARN_ACTIVITY_UNIT, BARN_ACTIVITY_RESPONSIBLE,
       BARN_ACTIVITY_START_ON, BARN_ACTIVITY_DUE_ON, BARN_ACTIVITY_FIRST_DUE_ON, BARN_ACTIVITY_ROLES,
       BARN_ACTIVITY_SHIFTS, BARN_ACTIVITY_ARTICLES, BARN_ACTIVITY_POSITION,
       BARN_ACTIVITY_RAISED, BARN_ACTIVITY_ORIGIN };

const char        *barn_activity_get_plan           (BarnActivity *self);
const char        *barn_activity_get_title          (BarnActivity *self);
const char        *barn_activity_get_description    (BarnActivity *self);
const char        *barn_activity_get_unit           (BarnActivity *self);
const char        *barn_activity_get_responsible    (BarnActivity *self);
BarnDay            barn_activity_get_start_on       (BarnActivity *self);
BarnDay            barn_activity_get_due_on         (BarnActivity *self);
BarnDay            barn_activity_get_first_due_on   (BarnActivity *self);
const char *const *barn_activity_get_roles          (BarnActivity *self);
const char *const *barn_activity_get_shifts         (BarnActivity *self);
const char *const *barn_activity_get_articles       (BarnActivity *self);
gboolean           barn_activity_get_raised         (BarnActivity *self);
const char        *barn_activity_get_origin         (BarnActivity *self); /* (nullable): an id */
gboolean           barn_activity_has_role           (BarnActivity *self,
                                                     const char   *role);
gboolean           barn_activity_has_shift          (BarnActivity *self,
                                                     const char   *shift);
gboolean           barn_activity_has_article        (BarnActivity *self,
                                                     guint         article);

/* Follow-ups, the latest first: by day, then by when they were made */
GListModel        *barn_activity_get_follow_ups     (BarnActivity *self);
BarnFollowUp      *barn_activity_get_last_follow_up (BarnActivity *self,
                                                     BarnDay       as_of);
BarnStatus         barn_activity_get_status         (BarnActivity *self,
                                                     BarnDay       as_of);
gboolean           barn_activity_is_overdue         (BarnActivity *self,
                                                     BarnDay       as_of);
gboolean           barn_is_overdue                  (BarnDay       due_on,
                                                     BarnStatus    status,
                                                     BarnDay       as_of);
/* Title, description, responsible and follow-ups, folded by barn_fold(): made when first asked for and kept until something changes */
const char        *barn_activity_get_search_text    (BarnActivity *self);

/* For BarnModel alone */
void               barn_activity_add_follow_up      (BarnActivity *self,
                                                     BarnFollowUp *follow_up);
gboolean           barn_activity_remove_follow_up   (BarnActivity *self,
                                                     BarnFollowUp *follow_up);
void               barn_activity_follow_up_changed  (BarnActivity *self,
                                                     BarnFollowUp *follow_up);
void               barn_activity_today_changed      (BarnActivity *self);

G_END_DECLS

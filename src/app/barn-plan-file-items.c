/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-plan-file-items"

#include "config.h"

#include "barn-plan-file-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Two positions nearer than this have no room for a third between them */
#define SMALLEST_GAP 1e-9

double
barn_plan_file_next_position (GListModel *list)
{
  guint n_items = g_list_model_get_n_items (list);
  g_autoptr (BarnItem) last = n_items > 0 ? g_list_model_get_item (list, n_items - 1) : NULL;

  return last != NULL ? barn_item_get_position (last) + 1 : 1;
}

gboolean
barn_plan_file_check_year (guint    year,
                           GError **error)
{
  if (year >= BARN_PLAN_FIRST_YEAR && year <= BARN_PLAN_LAST_YEAR)
    return TRUE;

  g_set_error (error, BARN_PLAN_FILE_ERROR, BARN_PLAN_FILE_ERROR_RULE,
               _("%u is no year that a plan can be for: give it with four digits, as 2026."), year);
  return FALSE;
}

/**
 * barn_plan_file_add_plan:
 * @self: a plan file
 * @year: the year of the plan
 * @error: return location for a #BarnPlanFileError
 *
 * Returns: (transfer none): an empty plan of the year
 */
BarnPlan *
barn_plan_file_add_plan (BarnPlanFile  *self,
                         guint          year,
                         GError       **error)
{
  g_autoptr (BarnItem) plan = NULL;
  g_autofree char *subject = g_strdup_printf ("%u", year);

  g_return_val_if_fail (BARN_IS_PLAN_FILE (self), NULL);

  if (!barn_plan_file_check_year (year, error))
    return NULL;

  if (barn_model_find_plan (self->model, year) != NULL)
    {
      g_set_error (error, BARN_PLAN_FILE_ERROR, BARN_PLAN_FILE_ERROR_RULE,
                   _("There is a plan of %u already."), year);
      return NULL;
    }

  plan = barn_item_new (BARN_KIND_PLAN, NULL);
  barn_item_set_number (plan, BARN_PLAN_YEAR, year);

  return (BarnPlan *) barn_plan_file_add_item (self, plan, "plan-add", subject, NULL, NULL, error);
}

/**
 * barn_plan_file_close_year:
 * @self: a plan file
 * @plan: the plan of the year
 * @closed: whether it is closed, today, or opened again
 * @error: return location for a #BarnPlanFileError
 *
 * A closed year can be corrected all the same: the correction is seen in its history.
 *
 * Returns: whether it is so now
 */
gboolean
barn_plan_file_close_year (BarnPlanFile  *self,
                           BarnPlan      *plan,
                           gboolean       closed,
                           GError       **error)
{
  g_autofree char *year = NULL;
  g_auto (GValue) before = G_VALUE_INIT;
  g_auto (GValue) after = G_VALUE_INIT;

  g_return_val_if_fail (BARN_IS_PLAN_FILE (self), FALSE);
  g_return_val_if_fail (BARN_IS_PLAN (plan), FALSE);

  year = g_strdup_printf ("%u", barn_plan_get_year (plan));
  g_value_init (&before, G_TYPE_UINT);
  g_value_set_uint (&before, barn_plan_get_closed_on (plan));
  g_value_init (&after, G_TYPE_UINT);
  g_value_set_uint (&after, closed ? barn_clock_get_today () : BARN_DAY_NONE);

  return barn_plan_file_begin (self, error) &&
         barn_plan_file_write (self, BARN_ITEM (plan), BARN_PLAN_CLOSED_ON, &before, &after, error) &&
         barn_plan_file_commit (self, closed ? "plan-close" : "plan-reopen", year, NULL, NULL, error);
}

/**
 * barn_plan_file_add_activity:
 * @self: a plan file
 * @plan: one of its plans
 * @title: what is to be done
 * @role: (nullable): the id of the role that does it
 * @shift: (nullable): the id of the shift it belongs to
 * @error: return location for a #BarnPlanFileError
 *
 * Returns: (transfer none): the activity, last in the plan
 */
BarnActivity *
barn_plan_file_add_activity (BarnPlanFile  *self,
                             BarnPlan      *plan,
                             const char    *title,
                             const char    *role,
                             const char    *shift,
                             GError       **error)
{
  g_autoptr (BarnItem) activity = NULL;
  g_autofree char *clean = NULL;

  g_return_val_if_fail (BARN_IS_PLAN_FILE (self), NULL);
  g_return_val_if_fail (BARN_IS_PLAN (plan), NULL);

  clean = barn_plan_file_clean_title (title, error);
  if (clean == NULL)
    return NULL;

  activity = barn_item_new (BARN_KIND_ACTIVITY, NULL);
  barn_item_set_text (activity, BARN_ACTIVITY_PLAN, barn_item_get_id (BARN_ITEM (plan)));
  barn_item_set_text (activity, BARN_ACTIVITY_TITLE, clean);
  barn_item_set_real (activity, BARN_ACTIVITY_POSITION,
                      barn_plan_file_next_position (barn_plan_get_activities (plan)));
  if (role != NULL)
    barn_item_set_set (activity, BARN_ACTIVITY_ROLES, (const char *const[]) { role, NULL });
  if (shift != NULL)
    barn_item_set_set (activity, BARN_ACTIVITY_SHIFTS, (const char *const[]) { shift, NULL });

  return (BarnActivity *) barn_plan_file_add_item (self, activity, "activity-add", clean, NULL, NULL, error);
}

/* A row that has a title, an owner or none, and a place in a list */
static BarnItem *
add_titled (BarnPlanFile  *self,
            BarnKind       kind,
            const char    *owner_field,
            BarnItem      *owner,
            const char    *title_field,
            const char    *title,
            GListModel    *list,
            GError       **error)
{
  g_autoptr (BarnItem) item = barn_item_new (kind, NULL);
  g_auto (GValue) value = G_VALUE_INIT;
  g_auto (GValue) clean = G_VALUE_INIT;
  g_autofree char *action = barn_plan_file_dup_action (kind, "add");
  int field = barn_item_find_field (item, title_field);

  g_value_init (&value, G_TYPE_STRING);
  g_value_set_string (&value, title);
  if (!barn_plan_file_clean_value (self, item, field, &value, &clean, error))
    return NULL;

  barn_item_set_value (item, field, &clean);
  barn_item_set_real (item, barn_item_find_field (item, "position"), barn_plan_file_next_position (list));
  if (owner != NULL)
    barn_item_set_text (item, barn_item_find_field (item, owner_field), barn_item_get_id (owner));

  return barn_plan_file_add_item (self, item, action, g_value_get_string (&clean), NULL, NULL, error);
}

/**
 * barn_plan_file_add_shift:
 * @self: a plan file
 * @plan: one of its plans
 * @title: what is to change
 * @error: return location for a #BarnPlanFileError
 *
 * Returns: (transfer none): the shift, last in the plan
 */
BarnShift *
barn_plan_file_add_shift (BarnPlanFile  *self,
                          BarnPlan      *plan,
                          const char    *title,
                          GError       **error)
{
  g_return_val_if_fail (BARN_IS_PLAN_FILE (self), NULL);
  g_return_val_if_fail (BARN_IS_PLAN (plan), NULL);

  return (BarnShift *) add_titled (self, BARN_KIND_SHIFT, "plan", BARN_ITEM (plan), "title", title,
                                   barn_plan_get_shifts (plan), error);
}

/**
 * barn_plan_file_add_role:
 * @self: a plan file
 * @name: what it is called, unlike any other
 * @error: return location for a #BarnPlanFileError
 *
 * Returns: (transfer none): the role, last of all
 */
BarnRole *
barn_plan_file_add_role (BarnPlanFile  *self,
                         const char    *name,
                         GError       **error)
{
  g_return_val_if_fail (BARN_IS_PLAN_FILE (self), NULL);

  return (BarnRole *) add_titled (self, BARN_KIND_ROLE, NULL, NULL, "name", name,
                                  barn_model_get_roles (self->model), error);
}

/**
 * barn_plan_file_add_unit:
 * @self: a plan file
 * @name: what it is called, unlike any other
 * @error: return location for a #BarnPlanFileError
 *
 * Returns: (transfer none): the unit, last of all
 */
BarnUnit *
barn_plan_file_add_unit (BarnPlanFile  *self,
                         const char    *name,
                         GError       **error)
{
  g_return_val_if_fail (BARN_IS_PLAN_FILE (self), NULL);

  return (BarnUnit *) add_titled (self, BARN_KIND_UNIT, NULL, NULL, "name", name,
                                  barn_model_get_units (self->model), error);
}

/**
 * barn_plan_file_add_long_term:
 * @self: a plan file
 * @plan: one of its plans
 * @title: what is planned
 * @error: return location for a #BarnPlanFileError
 *
 * Returns: (transfer none): the item, last in the plan
 */
BarnLongTerm *
barn_plan_file_add_long_term (BarnPlanFile  *self,
                              BarnPlan      *plan,
                              const char    *title,
                              GError       **error)
{
  g_return_val_if_fail (BARN_IS_PLAN_FILE (self), NULL);
  g_return_val_if_fail (BARN_IS_PLAN (plan), NULL);

  return (BarnLongTerm *) add_titled (self, BARN_KIND_LONG_TERM, "plan", BARN_ITEM (plan), "title", title,
                                      barn_plan_get_long_terms (plan), error);
}

/**
 * barn_plan_file_add_measure:
 * @self: a plan file
 * @area: one of its development areas
 * @title: what is to be done
 * @error: return location for a #BarnPlanFileError
 *
 * Returns: (transfer none): the measure, last of the area
 */
BarnMeasure *
barn_plan_file_add_measure (BarnPlanFile  *self,
                            BarnArea      *area,
                            const char    *title,
                            GError       **error)
{
  g_return_val_if_fail (BARN_IS_PLAN_FILE (self), NULL);
  g_return_val_if_fail (BARN_IS_AREA (area), NULL);

  return (BarnMeasure *) add_titled (self, BARN_KIND_MEASURE, "area", BARN_ITEM (area), "title", title,
                                     barn_area_get_measures (area), error);
}

/**
 * barn_plan_file_take_in:
 * @self: a plan file
 * @item: something planned on longer sight
 * @plan: the plan of a year
 * @error: return location for a #BarnPlanFileError
 *
 * Makes an activity of @plan with the words of @item. The item stays in its list and leads to the activity.
 *
 * Returns: (transfer none): the activity
 */
BarnActivity *
barn_plan_file_take_in (BarnPlanFile  *self,
                        BarnLongTerm  *item,
                        BarnPlan      *plan,
                        GError       **error)
{
  g_autoptr (BarnItem) activity = NULL;
  g_auto (GValue) expected = G_VALUE_INIT;
  g_auto (GValue) id = G_VALUE_INIT;
  const char *title;

  g_return_val_if_fail (BARN_IS_PLAN_FILE (self), NULL);
  g_return_val_if_fail (BARN_IS_LONG_TERM (item), NULL);
  g_return_val_if_fail (BARN_IS_PLAN (plan), NULL);

  if (barn_long_term_get_activity (item) != NULL)
    {
      g_set_error_literal (error, BARN_PLAN_FILE_ERROR, BARN_PLAN_FILE_ERROR_RULE,
                           _("It has been taken into a plan already."));
      return NULL;
    }

  title = barn_long_term_get_title (item);
  activity = barn_item_new (BARN_KIND_ACTIVITY, NULL);
  barn_item_set_text (activity, BARN_ACTIVITY_PLAN, barn_item_get_id (BARN_ITEM (plan)));
  barn_item_set_text (activity, BARN_ACTIVITY_TITLE, title);
  barn_item_set_text (activity, BARN_ACTIVITY_DESCRIPTION, barn_long_term_get_description (item));
  barn_item_set_real (activity, BARN_ACTIVITY_POSITION,
                      barn_plan_file_next_position (barn_plan_get_activities (plan)));

  barn_item_get_value (BARN_ITEM (item), BARN_LONG_TERM_ACTIVITY, &expected);
  g_value_init (&id, G_TYPE_STRING);
  g_value_set_string (&id, barn_item_get_id (activity));

  if (!barn_plan_file_begin (self, error) ||
      !barn_plan_file_insert (self, activity, error) ||
      !barn_plan_file_write (self, BARN_ITEM (item), BARN_LONG_TERM_ACTIVITY, &expected, &id, error) ||
      !barn_plan_file_commit (self, "long-term-take-in", title, NULL, NULL, error))
    return NULL;

  return (BarnActivity *) barn_plan_file_find_living (self, barn_item_get_id (activity), error);
}

/**
 * barn_plan_file_delete:
 * @self: a plan file
 * @items: (element-type BarnItem): living items
 * @error: return location for a #BarnPlanFileError
 *
 * Deletes items with all that belongs to them, as one change.
 *
 * Returns: whether they are gone; with %BARN_PLAN_FILE_ERROR_RULE one is still in use (a role, a unit)
 */
gboolean
barn_plan_file_delete (BarnPlanFile  *self,
                       GPtrArray     *items,
                       GError       **error)
{
  g_autofree char *action = NULL;
  g_autofree char *subject = NULL;
  BarnItem *first;

  g_return_val_if_fail (BARN_IS_PLAN_FILE (self), FALSE);
  g_return_val_if_fail (items != NULL, FALSE);

  if (items->len == 0)
    return TRUE;

  first = g_ptr_array_index (items, 0);
  if (items->len > 1 && BARN_IS_ACTIVITY (first))
    {
      action = g_strdup ("activities-delete");
      subject = g_strdup_printf ("%u", items->len);
    }
  else
    {
      action = barn_plan_file_dup_action (barn_item_get_kind (first), "delete");
      subject = g_strdup (barn_plan_file_get_subject (self, first));
    }

  if (!barn_plan_file_begin (self, error))
    return FALSE;

  for (guint i = 0; i < items->len; i++)
    {
      if (!barn_plan_file_remove (self, g_ptr_array_index (items, i), error))
        return FALSE;
    }

  return barn_plan_file_commit (self, action, subject, NULL, NULL, error);
}

static GPtrArray *
dup_list (GListModel *list)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    g_ptr_array_add (items, g_list_model_get_item (list, i));

  return items;
}

/* (transfer full) (nullable): the items among which this one has its place, in order */
static GPtrArray *
dup_siblings (BarnPlanFile *self,
              BarnItem     *item)
{
  int plan_field = barn_item_find_field (item, "plan");
  BarnItem *plan = plan_field >= 0 ? barn_model_lookup (self->model, barn_item_get_text (item, plan_field)) : NULL;
  BarnItem *area;

  switch (barn_item_get_kind (item))
    {
    case BARN_KIND_ROLE:
      return dup_list (barn_model_get_roles (self->model));

    case BARN_KIND_UNIT:
      return dup_list (barn_model_get_units (self->model));

    case BARN_KIND_SHIFT:
      return plan != NULL ? dup_list (barn_plan_get_shifts (BARN_PLAN (plan))) : NULL;

    case BARN_KIND_ACTIVITY:
      return plan != NULL ? dup_list (barn_plan_get_activities (BARN_PLAN (plan))) : NULL;

    case BARN_KIND_LONG_TERM:
      return plan != NULL ? dup_list (barn_plan_get_long_terms (BARN_PLAN (plan))) : NULL;

    case BARN_KIND_PLAN_TEXT:
      return plan != NULL ? dup_list (barn_plan_get_texts (BARN_PLAN (plan))) : NULL;

    case BARN_KIND_AREA:
      return barn_model_dup_areas (self->model, barn_area_get_year (BARN_AREA (item)));

    case BARN_KIND_MEASURE:
      area = barn_model_lookup (self->model, barn_measure_get_area (BARN_MEASURE (item)));
      return area != NULL ? dup_list (barn_area_get_measures (BARN_AREA (area))) : NULL;

    case BARN_KIND_INDICATOR:
      return plan != NULL ? dup_list (barn_plan_get_indicators (BARN_PLAN (plan))) : NULL;

    case BARN_KIND_SAVED_VIEW:
      return dup_list (barn_model_get_saved_views (self->model));

    case BARN_KIND_ORGANISATION:
    case BARN_KIND_PLAN:
    case BARN_KIND_OCCASION:
    case BARN_KIND_FOLLOW_UP:
    case BARN_KIND_DELAY:
    case BARN_KIND_REPORTED:
    case BARN_KIND_INDICATOR_VALUE:
    case BARN_KIND_ASSESSMENT:
    case BARN_KIND_SECTION_TEXT:
    case BARN_KIND_ADOPTED:
    case BARN_KIND_YEAR_MARK:
    default:
      return NULL;
    }
}

/* The list as it is to be: @item before @before, or last */
static GPtrArray *
dup_order (GPtrArray *siblings,
           BarnItem  *item,
           BarnItem  *before)
{
  GPtrArray *order = g_ptr_array_sized_new (siblings->len);

  for (guint i = 0; i < siblings->len; i++)
    {
      BarnItem *sibling = g_ptr_array_index (siblings, i);

      if (sibling == before)
        g_ptr_array_add (order, item);
      if (sibling != item)
        g_ptr_array_add (order, sibling);
    }

  if (before == NULL)
    g_ptr_array_add (order, item);

  return order;
}

static gboolean
write_position (BarnPlanFile  *self,
                BarnItem      *item,
                double         position,
                GError       **error)
{
  int field = barn_item_find_field (item, "position");
  g_auto (GValue) expected = G_VALUE_INIT;
  g_auto (GValue) value = G_VALUE_INIT;

  barn_item_get_value (item, field, &expected);
  g_value_init (&value, G_TYPE_DOUBLE);
  g_value_set_double (&value, position);

  return barn_plan_file_write (self, item, field, &expected, &value, error);
}

/* Halfway between its new neighbours; where there is no room left between them all get new places */
static gboolean
write_place (BarnPlanFile  *self,
             GPtrArray     *order,
             BarnItem      *item,
             GError       **error)
{
  double previous, next;
  guint place;

  g_ptr_array_find (order, item, &place);

  if (place + 1 == order->len)
    return write_position (self, item, barn_item_get_position (order->pdata[place - 1]) + 1, error);

  next = barn_item_get_position (order->pdata[place + 1]);
  previous = place > 0 ? barn_item_get_position (order->pdata[place - 1]) : next - 2;

  if (next - previous >= SMALLEST_GAP)
    return write_position (self, item, previous + (next - previous) / 2, error);

  for (guint i = 0; i < order->len; i++)
    {
      if (!write_position (self, order->pdata[i], i + 1, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * barn_plan_file_move:
 * @self: a plan file
 * @item: a living item that has a place in a list
 * @before: (nullable): the item of the same list that it is to stand before; %NULL: last
 * @error: return location for a #BarnPlanFileError
 *
 * Returns: whether it stands there now; with %BARN_PLAN_FILE_ERROR_CONFLICT one of them has left the list
 */
gboolean
barn_plan_file_move (BarnPlanFile  *self,
                     BarnItem      *item,
                     BarnItem      *before,
                     GError       **error)
{
  g_autoptr (GPtrArray) siblings = NULL;
  g_autoptr (GPtrArray) order = NULL;
  g_autofree char *action = NULL;

  g_return_val_if_fail (BARN_IS_PLAN_FILE (self), FALSE);
  g_return_val_if_fail (BARN_IS_ITEM (item), FALSE);
  g_return_val_if_fail (before == NULL || BARN_IS_ITEM (before), FALSE);

  siblings = dup_siblings (self, item);
  if (siblings == NULL || !g_ptr_array_find (siblings, item, NULL) ||
      (before != NULL && !g_ptr_array_find (siblings, before, NULL)))
    {
      g_set_error_literal (error, BARN_PLAN_FILE_ERROR, BARN_PLAN_FILE_ERROR_CONFLICT,
                           _("It was not moved: it is not in this list any more."));
      return FALSE;
    }

  if (before == item)
    return TRUE;

  order = dup_order (siblings, item, before);
  if (memcmp (order->pdata, siblings->pdata, order->len * sizeof (gpointer)) == 0)
    return TRUE;

  action = barn_plan_file_dup_action (barn_item_get_kind (item), "move");

  return barn_plan_file_begin (self, error) &&
         write_place (self, order, item, error) &&
         barn_plan_file_commit (self, action, barn_plan_file_get_subject (self, item), NULL, NULL, error);
}

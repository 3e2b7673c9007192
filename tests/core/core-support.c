/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-test"

#include "config.h"

#include "core-support.h"

static void
on_items_changed (GListModel *list,
                  guint       position,
                  guint       removed,
                  guint       added,
                  Recorder   *self)
{
  g_string_append_printf (self->seen, "%s%u-%u+%u", self->seen->len > 0 ? " " : "", position, removed, added);

  g_assert_cmpuint (position + removed, <=, self->n_items);
  self->n_items = self->n_items - removed + added;
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, self->n_items);
}

static void
on_notify (GObject    *object,
           GParamSpec *pspec,
           guint      *count)
{
  (*count)++;
}

BarnItem *
make_plan (const char *id,
           guint       year)
{
  return make_item (BARN_KIND_PLAN, id, "year", (gint64) year, NULL);
}

BarnItem *
make_activity (const char *id,
               const char *plan,
               double      position)
{
  return make_item (BARN_KIND_ACTIVITY, id, "plan", plan, "title", id, "position", position, NULL);
}

BarnItem *
make_follow_up (const char *id,
                const char *activity,
                const char *iso,
                BarnStatus  status)
{
  return make_item (BARN_KIND_FOLLOW_UP, id, "activity", activity, "day", day (iso), "status", status, NULL);
}

BarnItem *
make_item (BarnKind    kind,
           const char *id,
           const char *first_property,
           ...)
{
  BarnItem *item = barn_item_new (kind, id);
  va_list args;

  va_start (args, first_property);
  g_object_set_valist (G_OBJECT (item), first_property, args);
  va_end (args);

  return item;
}

void
merge (BarnModel *model,
       BarnItem  *first,
       ...)
{
  g_autoptr(GPtrArray) fresh = g_ptr_array_new_with_free_func (g_object_unref);
  va_list args;

  va_start (args, first);
  for (BarnItem *item = first; item != NULL; item = va_arg (args, BarnItem *))
    g_ptr_array_add (fresh, item);
  va_end (args);

  barn_model_merge (model, fresh);
}

gpointer
find (BarnModel  *model,
      const char *id)
{
  BarnItem *item = barn_model_lookup (model, id);

  g_assert_nonnull (item);

  return item;
}

void
set_of (BarnItem   *item,
        guint       field,
        const char *members)
{
  g_auto(GStrv) set = g_strsplit (members, " ", -1);

  barn_item_set_set (item, field, (const char *const *) set);
}

BarnDay
day (const char *iso)
{
  BarnDay result = barn_day_from_iso (iso);

  g_assert_cmpuint (result, !=, BARN_DAY_NONE);

  return result;
}

Recorder *
recorder_new (GListModel *list)
{
  Recorder *self = g_new0 (Recorder, 1);

  self->list = g_object_ref (list);
  self->seen = g_string_new (NULL);
  self->n_items = g_list_model_get_n_items (list);
  g_signal_connect (list, "items-changed", G_CALLBACK (on_items_changed), self);

  return self;
}

void
recorder_free (Recorder *self)
{
  g_signal_handlers_disconnect_by_data (self->list, self);
  g_object_unref (self->list);
  g_string_free (self->seen, TRUE);
  g_free (self);
}

void
assert_seen (Recorder   *self,
             const char *expected)
{
  g_assert_cmpstr (self->seen->str, ==, expected);
  g_string_truncate (self->seen, 0);
}

void
assert_ids (GListModel *list,
            const char *expected)
{
  g_autoptr(GString) ids = g_string_new (NULL);
  guint n_items = g_list_model_get_n_items (list);

  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr(BarnItem) item = g_list_model_get_item (list, i);

      g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", barn_item_get_id (item));
    }

  g_assert_cmpstr (ids->str, ==, expected);
}

void
count_notify (gpointer    object,
              const char *property,
              guint      *count)
{
  g_autofree char *signal = g_strconcat ("notify::", property, NULL);

  *count = 0;
  g_signal_connect (object, signal, G_CALLBACK (on_notify), count);
}

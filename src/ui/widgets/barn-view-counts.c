/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-view-counts"

#include "config.h"

#include "barn-view-counts.h"

#include "barn-filter.h"

/* How long a slice may take */
#define SLICE_USEC (4 * G_TIME_SPAN_MILLISECOND)

struct _BarnViewCounts
{
  GObject     parent_instance;

  GPtrArray  *filters;
  GArray     *counts;
  GListModel *activities;
  guint       cursor;
  guint       slice_id;
};

enum
{
  COUNTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BarnViewCounts, barn_view_counts, G_TYPE_OBJECT)

static gboolean
on_slice (gpointer user_data)
{
  BarnViewCounts *self = user_data;
  gint64 deadline = g_get_monotonic_time () + SLICE_USEC;

  for (;;)
    {
      g_autoptr (BarnActivity) activity = g_list_model_get_item (self->activities, self->cursor);

      if (activity == NULL)
        break;

      self->cursor++;
      for (guint i = 0; i < self->filters->len; i++)
        if (barn_filter_match (g_ptr_array_index (self->filters, i), activity))
          g_array_index (self->counts, guint, i)++;
      if (g_get_monotonic_time () > deadline)
        return G_SOURCE_CONTINUE;
    }

  self->slice_id = 0;
  g_signal_emit (self, signals[COUNTED], 0);

  return G_SOURCE_REMOVE;
}

static void
stop (BarnViewCounts *self)
{
  g_clear_handle_id (&self->slice_id, g_source_remove);
  g_clear_object (&self->activities);
  g_ptr_array_set_size (self->filters, 0);
}

static void
barn_view_counts_dispose (GObject *object)
{
  stop (BARN_VIEW_COUNTS (object));

  G_OBJECT_CLASS (barn_view_counts_parent_class)->dispose (object);
}

static void
barn_view_counts_finalize (GObject *object)
{
  BarnViewCounts *self = BARN_VIEW_COUNTS (object);

  g_ptr_array_unref (self->filters);
  g_array_unref (self->counts);

  G_OBJECT_CLASS (barn_view_counts_parent_class)->finalize (object);
}

static void
barn_view_counts_class_init (BarnViewCountsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = barn_view_counts_dispose;
  object_class->finalize = barn_view_counts_finalize;

  signals[COUNTED] =
    g_signal_new ("counted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
barn_view_counts_init (BarnViewCounts *self)
{
  self->filters = g_ptr_array_new_with_free_func ((GDestroyNotify) barn_filter_free);
  self->counts = g_array_new (FALSE, TRUE, sizeof (guint));
}

/**
 * barn_view_counts_new:
 *
 * Returns: (transfer full): figures of nothing yet
 */
BarnViewCounts *
barn_view_counts_new (void)
{
  return g_object_new (BARN_TYPE_VIEW_COUNTS, NULL);
}

/**
 * barn_view_counts_start:
 * @self: the figures
 * @model: (nullable): the living items
 * @plan: (nullable): whose activities are counted; %NULL for none
 *
 * Counts anew. What was being counted is let go of.
 */
void
barn_view_counts_start (BarnViewCounts *self,
                        BarnModel      *model,
                        BarnPlan       *plan)
{
  GListModel *views;

  g_return_if_fail (BARN_IS_VIEW_COUNTS (self));
  g_return_if_fail (plan == NULL || BARN_IS_MODEL (model));

  stop (self);
  if (plan == NULL)
    return;

  views = barn_model_get_saved_views (model);
  for (guint i = 0; i < g_list_model_get_n_items (views); i++)
    {
      g_autoptr (BarnSavedView) view = g_list_model_get_item (views, i);
      g_autoptr (BarnFilter) saved = barn_filter_from_text (barn_saved_view_get_filter (view));

      g_ptr_array_add (self->filters, barn_filter_resolve (saved, model, plan, NULL));
    }

  g_array_set_size (self->counts, 0);
  g_array_set_size (self->counts, self->filters->len);
  if (self->filters->len == 0)
    return;

  self->cursor = 0;
  self->activities = g_object_ref (barn_plan_get_activities (plan));
  self->slice_id = g_idle_add_full (G_PRIORITY_LOW, on_slice, self, NULL);
}

/**
 * barn_view_counts_get:
 * @self: the figures
 * @place: of the view among the saved views
 *
 * Returns: how many activities it shows
 */
guint
barn_view_counts_get (BarnViewCounts *self,
                      guint           place)
{
  g_return_val_if_fail (BARN_IS_VIEW_COUNTS (self), 0);

  return place < self->counts->len ? g_array_index (self->counts, guint, place) : 0;
}

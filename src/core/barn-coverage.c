/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-coverage"

#include "config.h"

#include "barn-coverage.h"

#include "barn-item-private.h"
#include "barn-sections.h"

static GArray *
list_articles (GListModel *activities)
{
  gboolean used[BARN_N_ARTICLES + 1] = { FALSE };
  GArray *articles = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < G_N_ELEMENTS (barn_basic_articles); i++)
    used[barn_basic_articles[i]] = TRUE;

  for (guint i = 0; i < g_list_model_get_n_items (activities); i++)
    {
      const char *const *own = barn_activity_get_articles (barn_peek (activities, i));

      for (guint j = 0; own[j] != NULL; j++)
        used[g_ascii_strtoull (own[j], NULL, 10) % G_N_ELEMENTS (used)] = TRUE;
      used[0] |= *own == NULL;
    }

  for (guint i = 1; i < G_N_ELEMENTS (used); i++)
    {
      if (used[i])
        g_array_append_val (articles, i);
    }
  if (used[0])
    g_array_append_val (articles, ((guint) { 0 }));

  return articles;
}

static gboolean
is_about (BarnActivity *activity,
          guint         article)
{
  return article != 0 ? barn_activity_has_article (activity, article) : *barn_activity_get_articles (activity) == NULL;
}

static void
count (BarnCoverage *self,
       BarnActivity *activity)
{
  guint n_columns = self->roles->len + 1;

  for (guint row = 0; row < self->articles->len; row++)
    {
      guint *cells = self->counts + row * n_columns;

      if (!is_about (activity, g_array_index (self->articles, guint, row)))
        continue;

      for (guint column = 0; column < self->roles->len; column++)
        cells[column] += barn_activity_has_role (activity, barn_item_id (self->roles->pdata[column])) ? 1 : 0;
      cells[self->roles->len] += *barn_activity_get_roles (activity) == NULL ? 1 : 0;
    }
}

/**
 * barn_coverage_new:
 * @model: the model that @plan is in
 * @plan: a plan
 *
 * Counts the activities of each role that are about each article. One with several roles or articles is counted in each of their cells.
 *
 * Returns: (transfer full): the matrix
 */
BarnCoverage *
barn_coverage_new (BarnModel *model,
                   BarnPlan  *plan)
{
  BarnCoverage *self;
  GListModel *activities, *roles;

  g_return_val_if_fail (BARN_IS_MODEL (model), NULL);
  g_return_val_if_fail (BARN_IS_PLAN (plan), NULL);

  activities = barn_plan_get_activities (plan);
  roles = barn_model_get_roles (model);

  self = g_new0 (BarnCoverage, 1);
  self->articles = list_articles (activities);
  self->roles = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < g_list_model_get_n_items (roles); i++)
    g_ptr_array_add (self->roles, g_list_model_get_item (roles, i));
  self->counts = g_new0 (guint, self->articles->len * (self->roles->len + 1));

  for (guint i = 0; i < g_list_model_get_n_items (activities); i++)
    count (self, barn_peek (activities, i));

  return self;
}

/**
 * barn_coverage_get:
 * @self: a matrix
 * @row: an article, by its place in @self->articles
 * @column: a role, by its place in @self->roles; their number: without a role
 *
 * Gets how many activities there are.
 *
 * Returns: the number; 0 is a gap
 */
guint
barn_coverage_get (const BarnCoverage *self,
                   guint               row,
                   guint               column)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (row < self->articles->len && column <= self->roles->len, 0);

  return self->counts[row * (self->roles->len + 1) + column];
}

/**
 * barn_coverage_free:
 * @self: a matrix
 *
 * Frees a matrix.
 */
void
barn_coverage_free (BarnCoverage *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->articles);
  g_ptr_array_unref (self->roles);
  g_free (self->counts);
  g_free (self);
}

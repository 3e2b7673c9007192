/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-filter-choices"

#include "config.h"

#include "barn-filter-choices.h"

#include <glib/gi18n-lib.h>

/* The words in a saved state and in win.show-activities */
static const char *const about_nicks[BARN_N_FILTER_ABOUTS] =
  { "status", "role", "shift", "article", "responsible", "overdue", "without-follow-up", "raised" };

static const char *const about_labels[BARN_N_FILTER_ABOUTS] =
  { N_("Status"), N_("Role"), N_("Shift"), N_("Article"), N_("Responsible"), N_("Overdue"), N_("Without follow-up"),
    N_("Needs to be raised") };

/**
 * barn_filter_about_get_label:
 * @about: a question
 *
 * Returns: what it is called, translated
 */
const char *
barn_filter_about_get_label (BarnFilterAbout about)
{
  g_return_val_if_fail ((guint) about < BARN_N_FILTER_ABOUTS, "");

  return _(about_labels[about]);
}

static char ***
get_ids (BarnFilter      *filter,
         BarnFilterAbout  about)
{
  if (about == BARN_FILTER_ABOUT_ROLE)
    return &filter->roles;
  if (about == BARN_FILTER_ABOUT_SHIFT)
    return &filter->shifts;

  return &filter->articles;
}

/**
 * barn_filter_is_chosen:
 * @filter: a filter
 * @about: a question
 * @id: an answer: the id of a role, the nick of a status …; "" where the question has only one
 *
 * Returns: whether it is asked for
 */
gboolean
barn_filter_is_chosen (BarnFilter      *filter,
                       BarnFilterAbout  about,
                       const char      *id)
{
  BarnStatus status;

  g_return_val_if_fail (filter != NULL, FALSE);

  switch (about)
    {
    case BARN_FILTER_ABOUT_STATUS:
      return barn_status_from_nick (id, &status) && (filter->statuses & (1u << status)) != 0;
    case BARN_FILTER_ABOUT_ROLE:
    case BARN_FILTER_ABOUT_SHIFT:
    case BARN_FILTER_ABOUT_ARTICLE:
      {
        char **ids = *get_ids (filter, about);

        return ids != NULL && g_strv_contains ((const char *const *) ids, id);
      }
    case BARN_FILTER_ABOUT_RESPONSIBLE:
      return g_strcmp0 (filter->responsible, id) == 0;
    case BARN_FILTER_ABOUT_OVERDUE:
      return filter->overdue;
    case BARN_FILTER_ABOUT_RAISED:
      return filter->raised;
    case BARN_FILTER_ABOUT_WITHOUT_FOLLOW_UP:
    default:
      return filter->without_follow_up;
    }
}

static void
choose_id (char       ***ids,
           const char   *id,
           gboolean      chosen)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  guint n_ids = 0;

  for (guint i = 0; *ids != NULL && (*ids)[i] != NULL; i++)
    if (!g_str_equal ((*ids)[i], id))
      {
        g_strv_builder_add (builder, (*ids)[i]);
        n_ids++;
      }
  if (chosen)
    {
      g_strv_builder_add (builder, id);
      n_ids++;
    }

  g_strfreev (*ids);
  *ids = n_ids > 0 ? g_strv_builder_end (builder) : NULL;
}

/**
 * barn_filter_choose:
 * @filter: a filter
 * @about: a question
 * @id: an answer
 * @chosen: whether it is asked for from now on
 */
void
barn_filter_choose (BarnFilter      *filter,
                    BarnFilterAbout  about,
                    const char      *id,
                    gboolean         chosen)
{
  BarnStatus status;

  g_return_if_fail (filter != NULL);

  switch (about)
    {
    case BARN_FILTER_ABOUT_STATUS:
      if (barn_status_from_nick (id, &status))
        filter->statuses = chosen ? filter->statuses | (1u << status) : filter->statuses & ~(1u << status);
      break;
    case BARN_FILTER_ABOUT_ROLE:
    case BARN_FILTER_ABOUT_SHIFT:
    case BARN_FILTER_ABOUT_ARTICLE:
      choose_id (get_ids (filter, about), id, chosen);
      break;
    case BARN_FILTER_ABOUT_RESPONSIBLE:
      g_free (filter->responsible);
      filter->responsible = chosen ? g_strdup (id) : NULL;
      break;
    case BARN_FILTER_ABOUT_OVERDUE:
      filter->overdue = chosen;
      break;
    case BARN_FILTER_ABOUT_RAISED:
      filter->raised = chosen;
      break;
    case BARN_FILTER_ABOUT_WITHOUT_FOLLOW_UP:
    default:
      filter->without_follow_up = chosen;
      break;
    }
}

/* Who can be responsible: each unit and each wording there is among the activities, once */
static GPtrArray *
list_responsible (BarnModel *model,
                  BarnPlan  *plan)
{
  GPtrArray *options = g_ptr_array_new_with_free_func ((GDestroyNotify) barn_set_option_free);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GListModel *activities = barn_plan_get_activities (plan);
  guint n_activities = g_list_model_get_n_items (activities);

  for (guint i = 0; i < n_activities; i++)
    {
      g_autoptr (BarnActivity) activity = g_list_model_get_item (activities, i);
      const char *keys[] = { barn_activity_get_unit (activity), barn_activity_get_responsible (activity) };

      for (guint j = 0; j < G_N_ELEMENTS (keys); j++)
        {
          BarnItem *unit = j == 0 && keys[j] != NULL ? barn_model_lookup (model, keys[j]) : NULL;
          BarnSetOption *option;

          if (keys[j] == NULL || *keys[j] == '\0' || !g_hash_table_add (seen, (gpointer) keys[j]))
            continue;
          option = g_new0 (BarnSetOption, 1);
          option->id = g_strdup (keys[j]);
          option->label = g_strdup (unit != NULL ? barn_item_get_title (unit) : keys[j]);
          option->chip = g_strdup (option->label);
          g_ptr_array_add (options, option);
        }
    }

  return options;
}

static GPtrArray *
list_statuses (void)
{
  GPtrArray *options = g_ptr_array_new_with_free_func ((GDestroyNotify) barn_set_option_free);

  for (guint i = 0; i < BARN_N_STATUSES; i++)
    {
      BarnSetOption *option = g_new0 (BarnSetOption, 1);

      option->id = g_strdup (barn_status_to_nick ((BarnStatus) i));
      option->label = g_strdup (barn_status_get_label ((BarnStatus) i));
      option->chip = g_strdup (option->label);
      g_ptr_array_add (options, option);
    }

  return options;
}

gboolean
barn_filter_is_any_chosen (BarnFilter      *filter,
                           BarnFilterAbout  about)
{
  g_return_val_if_fail (filter != NULL, FALSE);

  switch (about)
    {
    case BARN_FILTER_ABOUT_STATUS:
      return filter->statuses != 0;
    case BARN_FILTER_ABOUT_ROLE:
    case BARN_FILTER_ABOUT_SHIFT:
    case BARN_FILTER_ABOUT_ARTICLE:
      return *get_ids (filter, about) != NULL;
    case BARN_FILTER_ABOUT_RESPONSIBLE:
      return filter->responsible != NULL;
    case BARN_FILTER_ABOUT_OVERDUE:
    case BARN_FILTER_ABOUT_RAISED:
    case BARN_FILTER_ABOUT_WITHOUT_FOLLOW_UP:
    default:
      return barn_filter_is_chosen (filter, about, "");
    }
}

static gboolean
is_used (BarnPlan *plan,
         guint     article)
{
  GListModel *activities = barn_plan_get_activities (plan);
  guint n_activities = g_list_model_get_n_items (activities);

  for (guint i = 0; i < n_activities; i++)
    {
      g_autoptr (BarnActivity) activity = g_list_model_get_item (activities, i);

      if (barn_activity_has_article (activity, article))
        return TRUE;
    }

  return FALSE;
}

/* Of the 54 articles only those that an activity bears */
static GPtrArray *
list_articles (BarnFilter *filter,
               BarnModel  *model,
               BarnPlan   *plan)
{
  GPtrArray *options = barn_set_kind_list (BARN_SET_ARTICLES, model, plan);

  for (guint i = options->len; i > 0; i--)
    {
      BarnSetOption *option = g_ptr_array_index (options, i - 1);

      if (!barn_filter_is_chosen (filter, BARN_FILTER_ABOUT_ARTICLE, option->id)
          && !is_used (plan, (guint) g_ascii_strtoull (option->id, NULL, 10)))
        g_ptr_array_remove_index (options, i - 1);
    }

  return options;
}

static void
add_none (GPtrArray  *options,
          const char *label)
{
  BarnSetOption *option = g_new0 (BarnSetOption, 1);

  option->id = g_strdup ("");
  option->label = g_strdup (label);
  option->chip = g_strdup (label);
  g_ptr_array_add (options, option);
}

/**
 * barn_filter_list_options:
 * @filter: a filter
 * @about: a question
 * @model: the living items
 * @plan: whose activities are filtered
 *
 * Returns: (transfer full) (element-type BarnSetOption): the answers there are to choose from
 */
GPtrArray *
barn_filter_list_options (BarnFilter      *filter,
                          BarnFilterAbout  about,
                          BarnModel       *model,
                          BarnPlan        *plan)
{
  GPtrArray *options;

  g_return_val_if_fail (filter != NULL, NULL);
  g_return_val_if_fail (BARN_IS_PLAN (plan), NULL);

  switch (about)
    {
    case BARN_FILTER_ABOUT_STATUS:
      return list_statuses ();
    case BARN_FILTER_ABOUT_ROLE:
      options = barn_set_kind_list (BARN_SET_ROLES, model, plan);
      add_none (options, _("No role"));
      return options;
    case BARN_FILTER_ABOUT_SHIFT:
      options = barn_set_kind_list (BARN_SET_SHIFTS, model, plan);
      add_none (options, _("No shift"));
      return options;
    case BARN_FILTER_ABOUT_ARTICLE:
      return list_articles (filter, model, plan);
    case BARN_FILTER_ABOUT_RESPONSIBLE:
      return list_responsible (model, plan);
    case BARN_FILTER_ABOUT_OVERDUE:
    case BARN_FILTER_ABOUT_RAISED:
    case BARN_FILTER_ABOUT_WITHOUT_FOLLOW_UP:
    default:
      options = g_ptr_array_new_with_free_func ((GDestroyNotify) barn_set_option_free);
      add_none (options, _(about_labels[about]));
      return options;
    }
}

/**
 * barn_filter_save:
 * @filter: a filter
 * @state: where to put it, as barn_filter_load() takes it
 */
void
barn_filter_save (BarnFilter   *filter,
                  GVariantDict *state)
{
  g_return_if_fail (filter != NULL);
  g_return_if_fail (state != NULL);

  for (guint about = BARN_FILTER_ABOUT_ROLE; about <= BARN_FILTER_ABOUT_ARTICLE; about++)
    {
      char **ids = *get_ids (filter, (BarnFilterAbout) about);

      if (ids != NULL)
        g_variant_dict_insert_value (state, about_nicks[about], g_variant_new_strv ((const char *const *) ids, -1));
    }
  if (filter->statuses != 0)
    {
      g_auto (GVariantBuilder) nicks = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_STRING_ARRAY);

      for (guint i = 0; i < BARN_N_STATUSES; i++)
        if ((filter->statuses & (1u << i)) != 0)
          g_variant_builder_add (&nicks, "s", barn_status_to_nick ((BarnStatus) i));
      g_variant_dict_insert_value (state, about_nicks[BARN_FILTER_ABOUT_STATUS], g_variant_builder_end (&nicks));
    }
  if (filter->responsible != NULL)
    g_variant_dict_insert (state, about_nicks[BARN_FILTER_ABOUT_RESPONSIBLE], "s", filter->responsible);
  if (filter->overdue)
    g_variant_dict_insert (state, about_nicks[BARN_FILTER_ABOUT_OVERDUE], "b", TRUE);
  if (filter->without_follow_up)
    g_variant_dict_insert (state, about_nicks[BARN_FILTER_ABOUT_WITHOUT_FOLLOW_UP], "b", TRUE);
  if (filter->raised)
    g_variant_dict_insert (state, about_nicks[BARN_FILTER_ABOUT_RAISED], "b", TRUE);
}

static void
load_choice (BarnFilter      *filter,
             BarnFilterAbout  about,
             GVariant        *value)
{
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_BOOLEAN))
    {
      barn_filter_choose (filter, about, "", g_variant_get_boolean (value));
    }
  else if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    {
      barn_filter_choose (filter, about, g_variant_get_string (value, NULL), TRUE);
    }
  else if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING_ARRAY))
    {
      g_autofree const char **ids = g_variant_get_strv (value, NULL);

      for (guint i = 0; ids[i] != NULL; i++)
        barn_filter_choose (filter, about, ids[i], TRUE);
    }
}

/**
 * barn_filter_load:
 * @filter: a filter, empty
 * @state: what to ask for; what it does not name is not filtered by
 */
void
barn_filter_load (BarnFilter   *filter,
                  GVariantDict *state)
{
  g_return_if_fail (filter != NULL);
  g_return_if_fail (state != NULL);

  for (guint about = 0; about < BARN_N_FILTER_ABOUTS; about++)
    {
      g_autoptr (GVariant) value = g_variant_dict_lookup_value (state, about_nicks[about], NULL);

      if (value != NULL)
        load_choice (filter, (BarnFilterAbout) about, value);
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-material"

#include "config.h"

#include "barn-report-private.h"
#include "barn-review.h"
#include "barn-sections.h"

#define GROUP "material"

struct _BarnMaterial
{
  GObject  parent_instance;

  char    *title;
  char    *body;
  char    *source;
};

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_BODY,
  PROP_SOURCE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (BarnMaterial, barn_material, G_TYPE_OBJECT)

static void
barn_material_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  BarnMaterial *self = BARN_MATERIAL (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;

    case PROP_BODY:
      g_value_set_string (value, self->body);
      break;

    case PROP_SOURCE:
      g_value_set_string (value, self->source);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
barn_material_finalize (GObject *object)
{
  BarnMaterial *self = BARN_MATERIAL (object);

  g_free (self->title);
  g_free (self->body);
  g_free (self->source);

  G_OBJECT_CLASS (barn_material_parent_class)->finalize (object);
}

static void
barn_material_class_init (BarnMaterialClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = barn_material_get_property;
  object_class->finalize = barn_material_finalize;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_BODY] = g_param_spec_string ("body", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SOURCE] = g_param_spec_string ("source", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
barn_material_init (BarnMaterial *self)
{
}

/**
 * barn_material_get_title:
 * @self: a piece of material
 *
 * Returns: what it is called in a list
 */
const char *
barn_material_get_title (BarnMaterial *self)
{
  g_return_val_if_fail (BARN_IS_MATERIAL (self), NULL);

  return self->title;
}

/**
 * barn_material_get_body:
 * @self: a piece of material
 *
 * Returns: the text that is inserted
 */
const char *
barn_material_get_body (BarnMaterial *self)
{
  g_return_val_if_fail (BARN_IS_MATERIAL (self), NULL);

  return self->body;
}

/**
 * barn_material_get_source:
 * @self: a piece of material
 *
 * Returns: where it comes from, in a few words
 */
const char *
barn_material_get_source (BarnMaterial *self)
{
  g_return_val_if_fail (BARN_IS_MATERIAL (self), NULL);

  return self->source;
}

/* Takes title, body and source; nothing is added where there is nothing to insert */
static void
add (GListStore *list,
     char       *title,
     char       *body,
     char       *source)
{
  g_autoptr (BarnMaterial) self = g_object_new (BARN_TYPE_MATERIAL, NULL);

  self->title = title;
  self->body = body;
  self->source = source;

  if (*self->body != '\0')
    g_list_store_append (list, self);
}

static void
add_figures (GListStore  *list,
             BarnPlan    *plan,
             BarnProfile *profile,
             BarnDay      as_of)
{
  g_autofree char *year = g_strdup_printf ("%u", barn_plan_get_year (plan));
  g_autofree char *date = barn_profile_format_day (profile, as_of);

  add (list, barn_profile_dup_text (profile, GROUP, "figures"), barn_report_dup_figures (plan, profile, as_of),
       barn_profile_fill (profile, GROUP, "figures_source", "year", year, "date", date, NULL));
}

static void
add_standard_text (GListStore  *list,
                   BarnModel   *model,
                   BarnPlan    *plan,
                   BarnProfile *profile,
                   const char  *section)
{
  add (list, barn_profile_dup_text (profile, GROUP, "standard_text"),
       barn_report_dup_standard_text (model, plan, profile, section),
       barn_profile_dup_text (profile, GROUP, "standard_source"));
}

static void
add_last_year (GListStore  *list,
               BarnModel   *model,
               BarnPlan    *plan,
               BarnProfile *profile,
               const char  *section,
               guint        article)
{
  BarnPlan *last = barn_model_find_plan (model, barn_plan_get_year (plan) - 1);
  BarnSectionText *text = last != NULL ? barn_plan_find_section_text (last, section, article) : NULL;
  const BarnSection *known = barn_sections_find (section);
  g_autofree char *year = g_strdup_printf ("%u", barn_plan_get_year (plan) - 1);

  if (text == NULL)
    return;

  /* The other documents are called what stands at the foot of their pages */
  add (list, barn_profile_dup_text (profile, GROUP, "last_year"), g_strdup (barn_section_text_get_body (text)),
       known == NULL || barn_section_get_paper (known) == BARN_PAPER_BARNBOKSLUT
         ? barn_profile_fill (profile, GROUP, "last_year_source", "year", year, NULL)
         : barn_profile_fill (profile, barn_paper_to_nick (barn_section_get_paper (known)), "footer", "year", year, NULL));
}

static void
add_areas (GListStore  *list,
           BarnModel   *model,
           BarnPlan    *plan,
           BarnProfile *profile)
{
  g_autoptr (GPtrArray) areas = barn_model_dup_areas (model, barn_plan_get_year (plan) - 1);
  g_autofree char *year = g_strdup_printf ("%u", barn_plan_get_year (plan) - 1);

  for (guint i = 0; i < areas->len; i++)
    {
      BarnArea *area = g_ptr_array_index (areas, i);
      const char *comment = barn_area_get_comment (area);

      add (list, g_strdup (barn_area_get_title (area)), g_strdup (*comment != '\0' ? comment : barn_area_get_title (area)),
           barn_profile_fill (profile, GROUP, "area_source", "year", year, NULL));
    }
}

/* Whether an activity belongs to an article: by itself, or through one of its shifts. 0 takes all. */
static gboolean
has_article (BarnPlan     *plan,
             BarnActivity *activity,
             guint         article)
{
  g_autofree char *number = g_strdup_printf ("%u", article);
  GListModel *shifts = barn_plan_get_shifts (plan);

  if (article == 0 || barn_activity_has_article (activity, article))
    return TRUE;

  for (guint i = 0; i < g_list_model_get_n_items (shifts); i++)
    {
      g_autoptr (BarnShift) shift = g_list_model_get_item (shifts, i);

      if (barn_activity_has_shift (activity, barn_item_get_id (BARN_ITEM (shift))) &&
          g_strv_contains (barn_shift_get_articles (shift), number))
        return TRUE;
    }

  return FALSE;
}

/* What was said of an activity: effects first where they are what the section is about */
static void
add_activity (GListStore   *list,
              BarnModel    *model,
              BarnProfile  *profile,
              BarnActivity *activity,
              gboolean      effects,
              BarnDay       as_of)
{
  GListModel *follow_ups = barn_activity_get_follow_ups (activity);

  for (guint i = 0; i < g_list_model_get_n_items (follow_ups); i++)
    {
      g_autoptr (BarnFollowUp) follow_up = g_list_model_get_item (follow_ups, i);
      g_autofree char *date = barn_profile_format_day (profile, barn_follow_up_get_day (follow_up));
      g_autofree char *roles = barn_model_dup_role_names (model, activity);
      g_autofree char *source = barn_profile_fill (profile, GROUP, "followup_source", "date", date, "roles", roles, NULL);

      if (barn_follow_up_get_day (follow_up) > as_of)
        continue;

      /* Without a role the sentence ends in its comma */
      if (*roles == '\0' && g_str_has_suffix (source, ", "))
        source[strlen (source) - 2] = '\0';

      if (effects)
        add (list, barn_profile_fill (profile, GROUP, "effect_title", "title", barn_activity_get_title (activity), NULL),
             g_strdup (barn_follow_up_get_effect (follow_up)), g_strdup (source));
      add (list, g_strdup (barn_activity_get_title (activity)), g_strdup (barn_follow_up_get_comment (follow_up)),
           g_strdup (source));
    }
}

typedef enum
{
  ANY,     /* whatever its status */
  GOING,   /* done or ongoing: what there is to be glad of */
  LACKING, /* paused, cancelled, not started, overdue: what remains */
} Which;

static gboolean
is_which (BarnActivity *activity,
          Which         which,
          BarnDay       as_of)
{
  BarnStatus status = barn_activity_get_status (activity, as_of);
  gboolean going = status == BARN_STATUS_DONE || status == BARN_STATUS_ONGOING;

  switch (which)
    {
    case GOING:
      return going;

    case LACKING:
      return !going || barn_activity_is_overdue (activity, as_of);

    case ANY:
    default:
      return TRUE;
    }
}

static void
add_activities (GListStore  *list,
                BarnModel   *model,
                BarnPlan    *plan,
                BarnProfile *profile,
                guint        article,
                Which        which,
                BarnDay      as_of)
{
  GListModel *activities = barn_plan_get_activities (plan);

  for (guint i = 0; i < g_list_model_get_n_items (activities); i++)
    {
      g_autoptr (BarnActivity) activity = g_list_model_get_item (activities, i);

      if (has_article (plan, activity, article) && is_which (activity, which, as_of))
        add_activity (list, model, profile, activity, which != LACKING, as_of);
    }
}

/**
 * barn_report_material:
 * @model: the items of the plan file
 * @plan: the plan of the barnbokslut's year
 * @profile: the wording
 * @section: a section's id (see barn-sections.h), or %BARN_PART_FOLLOWUP or %BARN_PART_AREAS
 * @article: the article that is written on; 0 for none
 * @as_of: until which day
 *
 * Gathers what the year has to offer a section. An activity stands once, whatever the number of its roles.
 *
 * Returns: (transfer full): a list of #BarnMaterial
 */
GListModel *
barn_report_material (BarnModel   *model,
                      BarnPlan    *plan,
                      BarnProfile *profile,
                      const char  *section,
                      guint        article,
                      BarnDay      as_of)
{
  GListStore *list;

  g_return_val_if_fail (BARN_IS_MODEL (model), NULL);
  g_return_val_if_fail (BARN_IS_PLAN (plan), NULL);
  g_return_val_if_fail (BARN_IS_PROFILE (profile), NULL);
  g_return_val_if_fail (section != NULL, NULL);

  list = g_list_store_new (BARN_TYPE_MATERIAL);

  if (article == 0)
    add_standard_text (list, model, plan, profile, section);

  add_last_year (list, model, plan, profile, section, article);

  if (g_str_equal (section, "results_intro") || g_str_equal (section, "remains") || g_str_equal (section, "lagesrapport_comment") ||
      g_str_equal (section, "halvarsrapport_summary") || g_str_equal (section, "tjansteskrivelse_summary") ||
      g_str_equal (section, "tjansteskrivelse_matter"))
    add_figures (list, plan, profile, as_of);

  if (g_str_equal (section, "strengths"))
    add_activities (list, model, plan, profile, article, GOING, as_of);
  else if (g_str_equal (section, "challenges") || g_str_equal (section, "remains") || g_str_equal (section, "lagesrapport_comment") ||
           g_str_equal (section, "halvarsrapport_ahead") || g_str_equal (section, "barnversion_left"))
    add_activities (list, model, plan, profile, article, LACKING, as_of);
  else if (g_str_equal (section, "conditions") || g_str_equal (section, "results_intro") || g_str_equal (section, BARN_PART_FOLLOWUP) ||
           g_str_equal (section, "halvarsrapport_summary") || g_str_equal (section, "barnversion_done"))
    add_activities (list, model, plan, profile, article, ANY, as_of);
  else if (g_str_equal (section, "followup_intro") || g_str_equal (section, "areas_intro") || g_str_equal (section, BARN_PART_AREAS) ||
           g_str_equal (section, "tjansteskrivelse_matter") || g_str_equal (section, "tjansteskrivelse_assessment"))
    add_areas (list, model, plan, profile);

  return G_LIST_MODEL (list);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-plan-file-barnbokslut"

#include "config.h"

#include "barn-plan-file-private.h"

#include "barn-sections.h"

/* The living row of a section, after another program may have made one: a section has one row and no more */
static gboolean
find_row (BarnPlanFile     *self,
          BarnPlan         *plan,
          const char       *section,
          guint             article,
          BarnSectionText **text,
          GError          **error)
{
  *text = barn_plan_find_section_text (plan, section, article);
  if (*text != NULL)
    return TRUE;

  if (!barn_plan_file_refresh (self, error))
    return FALSE;

  *text = barn_plan_find_section_text (plan, section, article);

  return TRUE;
}

static BarnItem *
make_row (BarnPlan   *plan,
          const char *section,
          guint       article)
{
  BarnItem *item = barn_item_new (BARN_KIND_SECTION_TEXT, NULL);

  barn_item_set_text (item, BARN_SECTION_TEXT_PLAN, barn_item_get_id (BARN_ITEM (plan)));
  barn_item_set_text (item, BARN_SECTION_TEXT_SECTION, section);
  barn_item_set_number (item, BARN_SECTION_TEXT_ARTICLE, article);

  return item;
}

/**
 * barn_plan_file_set_section:
 * @self: a plan file
 * @plan: the plan of the barnbokslut's year
 * @section: an id of barn_sections_get()
 * @article: the article it is about; 0: none
 * @before: (nullable): what stood there when the person began
 * @body: what is to stand there
 * @run: (nullable): a token of the sitting
 * @error: return location for a #BarnPlanFileError
 *
 * Writes a section of the barnbokslut.
 *
 * Returns: whether it stands there now
 */
gboolean
barn_plan_file_set_section (BarnPlanFile  *self,
                            BarnPlan      *plan,
                            const char    *section,
                            guint          article,
                            const char    *before,
                            const char    *body,
                            const char    *run,
                            GError       **error)
{
  g_autoptr (BarnItem) item = NULL;
  g_autofree char *clean = NULL;
  BarnSectionText *text;

  g_return_val_if_fail (BARN_IS_PLAN_FILE (self), FALSE);
  g_return_val_if_fail (BARN_IS_PLAN (plan), FALSE);
  g_return_val_if_fail (barn_sections_find (section) != NULL, FALSE);

  if (!find_row (self, plan, section, article, &text, error))
    return FALSE;

  if (text != NULL)
    return barn_plan_file_set_text (self, BARN_ITEM (text), "body", before, body, run, error);

  clean = barn_plan_file_clean_text (body);
  if (*clean == '\0')
    return TRUE;

  item = make_row (plan, section, article);
  barn_item_set_text (item, BARN_SECTION_TEXT_BODY, clean);

  return barn_plan_file_add_item (self, item, "section-text-body", section, NULL, run, error) != NULL;
}

/**
 * barn_plan_file_set_section_ready:
 * @self: a plan file
 * @plan: the plan of the barnbokslut's year
 * @section: an id of barn_sections_get()
 * @article: the article it is about; 0: none
 * @ready: whether it is finished
 * @error: return location for a #BarnPlanFileError
 *
 * Says that a section of the barnbokslut is finished, or that it is not.
 *
 * Returns: whether it is said
 */
gboolean
barn_plan_file_set_section_ready (BarnPlanFile  *self,
                                  BarnPlan      *plan,
                                  const char    *section,
                                  guint          article,
                                  gboolean       ready,
                                  GError       **error)
{
  g_autoptr (BarnItem) item = NULL;
  g_auto (GValue) value = G_VALUE_INIT;
  BarnSectionText *text;

  g_return_val_if_fail (BARN_IS_PLAN_FILE (self), FALSE);
  g_return_val_if_fail (BARN_IS_PLAN (plan), FALSE);
  g_return_val_if_fail (barn_sections_find (section) != NULL, FALSE);

  if (!find_row (self, plan, section, article, &text, error))
    return FALSE;

  if (text != NULL)
    {
      g_value_init (&value, G_TYPE_BOOLEAN);
      g_value_set_boolean (&value, ready);
      return barn_plan_file_set (self, BARN_ITEM (text), "ready", NULL, &value, NULL, error);
    }

  if (!ready)
    return TRUE;

  item = make_row (plan, section, article);
  barn_item_set_number (item, BARN_SECTION_TEXT_READY, TRUE);

  return barn_plan_file_add_item (self, item, "section-text-ready", section, "true", NULL, error) != NULL;
}

/**
 * barn_plan_file_add_area:
 * @self: a plan file
 * @year: of the barnbokslut that sets it
 * @title: what must become better
 * @error: return location for a #BarnPlanFileError
 *
 * Returns: (transfer none): the development area, last of its year
 */
BarnArea *
barn_plan_file_add_area (BarnPlanFile  *self,
                         guint          year,
                         const char    *title,
                         GError       **error)
{
  g_autoptr (BarnItem) area = NULL;
  g_autoptr (GPtrArray) areas = NULL;
  g_autofree char *clean = NULL;
  double position = 1;

  g_return_val_if_fail (BARN_IS_PLAN_FILE (self), NULL);

  clean = barn_plan_file_clean_title (title, error);
  if (clean == NULL || !barn_plan_file_check_year (year, error))
    return NULL;

  areas = barn_model_dup_areas (self->model, year);
  if (areas->len > 0)
    position = barn_item_get_position (g_ptr_array_index (areas, areas->len - 1)) + 1;

  area = barn_item_new (BARN_KIND_AREA, NULL);
  barn_item_set_number (area, BARN_AREA_YEAR, year);
  barn_item_set_text (area, BARN_AREA_TITLE, clean);
  barn_item_set_real (area, BARN_AREA_POSITION, position);

  return (BarnArea *) barn_plan_file_add_item (self, area, "area-add", clean, NULL, NULL, error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-plan-file-create"

#include "config.h"

#include "barn-plan-file-private.h"

/* Names of a Swedish plan, in its language whatever the desktop's is; each can be renamed in the file */
const char *const barn_plan_file_usual_roles[] = { "Politiker", "Chefer", "Medarbetare", "Strategiskt arbete", NULL };

typedef struct
{
  guint       year;
  const char *organisation;
  const char *board;
} Beginning;

static gboolean
insert_organisation (BarnPlanFile     *self,
                     const Beginning  *beginning,
                     GError          **error)
{
  g_autoptr (BarnItem) item = barn_item_new (BARN_KIND_ORGANISATION, BARN_ORGANISATION_ID);
  g_autofree char *name = barn_plan_file_clean_line (beginning->organisation);
  g_autofree char *board = barn_plan_file_clean_line (beginning->board);

  barn_item_set_text (item, BARN_ORGANISATION_NAME, name);
  barn_item_set_text (item, BARN_ORGANISATION_BOARD, board);

  return barn_plan_file_insert (self, item, error);
}

static gboolean
insert_role (BarnPlanFile  *self,
             const char    *name,
             double         position,
             GError       **error)
{
  g_autoptr (BarnItem) item = barn_item_new (BARN_KIND_ROLE, NULL);

  barn_item_set_text (item, BARN_ROLE_NAME, name);
  barn_item_set_real (item, BARN_ROLE_POSITION, position);

  return barn_plan_file_insert (self, item, error);
}

static gboolean
insert_plan (BarnPlanFile  *self,
             guint          year,
             GError       **error)
{
  g_autoptr (BarnItem) item = barn_item_new (BARN_KIND_PLAN, NULL);

  barn_item_set_number (item, BARN_PLAN_YEAR, year);

  return barn_plan_file_insert (self, item, error);
}

static gboolean
fill_usual (BarnPlanFile  *self,
            gpointer       user_data,
            GError       **error)
{
  const Beginning *beginning = user_data;
  g_autofree char *subject = g_strdup_printf ("%u", beginning->year);

  if (!barn_plan_file_begin (self, error) ||
      !insert_organisation (self, beginning, error))
    return FALSE;

  for (guint i = 0; barn_plan_file_usual_roles[i] != NULL; i++)
    {
      if (!insert_role (self, barn_plan_file_usual_roles[i], i + 1, error))
        return FALSE;
    }

  if (beginning->year != 0 && !insert_plan (self, beginning->year, error))
    return FALSE;

  return barn_plan_file_commit (self, BARN_PLAN_FILE_ACTION_NEW, beginning->year != 0 ? subject : NULL, NULL, NULL, error);
}

/**
 * barn_plan_file_create:
 * @file: where it is to lie; there must be nothing yet
 * @year: of its first plan; 0: none
 * @organisation: (nullable): the förvaltning
 * @board: (nullable): the nämnd
 * @error: return location for a #BarnPlanFileError
 *
 * Makes a plan file with the usual roles. What fails leaves no file behind.
 *
 * Returns: (transfer full): the plan file
 */
BarnPlanFile *
barn_plan_file_create (GFile       *file,
                       guint        year,
                       const char  *organisation,
                       const char  *board,
                       GError     **error)
{
  Beginning beginning = { year, organisation, board };

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  if (year != 0 && !barn_plan_file_check_year (year, error))
    return NULL;

  return barn_plan_file_make (file, fill_usual, &beginning, error);
}

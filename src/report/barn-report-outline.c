/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-report-outline"

#include "config.h"

#include "barn-report-private.h"
#include "barn-review.h"

#define GROUP "barnbokslut"
#define MAX_LEVEL 3

/* The numbered headings of a barnbokslut, in its order. @id leads from the heading to its section in the window. */
static const struct
{
  const char *key; /* of its words in the profile */
  guint       level;
  const char *id;
} outline[] = {
  { "introduction", 1, NULL },
  { "background", 2, "background" },
  { "concepts", 2, "concepts" },
  { "articles", 2, "articles" },
  { "account", 1, NULL },
  { "followup", 2, BARN_PART_FOLLOWUP },
  { "analysis", 2, NULL },
  { "conditions", 3, "conditions" },
  { "strengths", 3, "strengths" },
  { "challenges", 3, "challenges" },
  { "results", 2, "results_intro" },
  { "figures", 3, "figures" },
  { "done", 3, BARN_PART_RESULTS },
  { "remains", 3, "remains" },
  { "areas", 1, BARN_PART_AREAS },
};

/* The number of a heading: 2.2.1 */
static char *
dup_number (guint place)
{
  guint numbers[MAX_LEVEL] = { 0 };
  GString *number = g_string_new (NULL);

  for (guint i = 0; i <= place; i++)
    {
      numbers[outline[i].level - 1]++;
      for (guint level = outline[i].level; level < MAX_LEVEL; level++)
        numbers[level] = 0;
    }

  for (guint level = 0; level < outline[place].level; level++)
    g_string_append_printf (number, level == 0 ? "%u" : ".%u", numbers[level]);

  return g_string_free (number, FALSE);
}

/* An introduction ("areas_intro") stands under the heading of what it introduces */
static guint
find_place (const char *key)
{
  gsize length = g_str_has_suffix (key, "_intro") ? strlen (key) - strlen ("_intro") : strlen (key);

  for (guint i = 0; i < G_N_ELEMENTS (outline); i++)
    {
      if (strlen (outline[i].key) == length && strncmp (outline[i].key, key, length) == 0)
        return i;
    }

  g_return_val_if_reached (0);
}

static char *
dup_words (BarnProfile *profile,
           guint        year,
           const char  *group,
           const char  *key,
           const char  *organisation)
{
  g_autofree char *this_year = g_strdup_printf ("%u", year);
  g_autofree char *last_year = g_strdup_printf ("%u", year - 1);
  g_autofree char *next_year = g_strdup_printf ("%u", year + 1);

  return barn_profile_fill (profile, group, key, "year", this_year, "last_year", last_year, "next_year", next_year,
                            "organisation", organisation, NULL);
}

/* Appends a heading with its number, as the form has it */
void
barn_report_append_heading (BarnNode    *parent,
                            BarnProfile *profile,
                            guint        year,
                            const char  *key)
{
  guint place = find_place (key);
  g_autofree char *text = barn_report_dup_heading (profile, year, key);
  BarnNode *heading = barn_node_append (parent, barn_node_new_heading (outline[place].level, text));

  barn_node_set_id (heading, outline[place].id);
}

/**
 * barn_report_dup_heading:
 * @profile: the wording
 * @year: of the barnbokslut
 * @key: which of its headings: a section's id (see barn-sections.h), a part (see barn-review.h), or "introduction", "account",
 *   "analysis", "figures" or "done"
 *
 * Gets a heading of the barnbokslut as it stands in the document, with its number: 2.2.1 Förutsättningar. Who names a section
 * to a person does it with these words.
 *
 * Returns: (transfer full): the heading
 */
char *
barn_report_dup_heading (BarnProfile *profile,
                         guint        year,
                         const char  *key)
{
  g_autofree char *number = NULL;
  g_autofree char *words = NULL;

  g_return_val_if_fail (BARN_IS_PROFILE (profile), NULL);
  g_return_val_if_fail (key != NULL, NULL);

  number = dup_number (find_place (key));
  words = dup_words (profile, year, GROUP, key, "");

  return g_strdup_printf ("%s %s", number, words);
}

/**
 * barn_report_dup_standard_text:
 * @model: the items of the plan file
 * @plan: the plan of the barnbokslut's year
 * @profile: the wording
 * @section: a section's id (see barn-sections.h)
 *
 * Gets what the document says in a section in which nothing was written.
 *
 * Returns: (transfer full): the text; "" where the profile has none for the section
 */
char *
barn_report_dup_standard_text (BarnModel   *model,
                               BarnPlan    *plan,
                               BarnProfile *profile,
                               const char  *section)
{
  g_return_val_if_fail (BARN_IS_MODEL (model), NULL);
  g_return_val_if_fail (BARN_IS_PLAN (plan), NULL);
  g_return_val_if_fail (BARN_IS_PROFILE (profile), NULL);
  g_return_val_if_fail (section != NULL, NULL);

  return dup_words (profile, barn_plan_get_year (plan), "standard_text", section,
                    barn_organisation_get_name (barn_model_get_organisation (model)));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-report-outline"

#include "config.h"

#include "barn-report-private.h"

#include <string.h>

#include "barn-review.h"

#define GROUP "barnbokslut"
#define MAX_LEVEL 3

/* The numbered headings of a barnbokslut by the part they stand in. @id leads from the heading to its section in the window. */
typedef struct
{
  const char *part; /* in the profile's list of parts, which orders them */
  const char *key;  /* of its words in the profile */
  guint       level;
  const char *id;
} Heading;

static const Heading outline[] = {
  { "introduction", "introduction", 1, NULL },
  { "introduction", "background", 2, "background" },
  { "introduction", "concepts", 2, "concepts" },
  { "introduction", "articles", 2, "articles" },
  { "account", "account", 1, NULL },
  { "followup", "followup", 2, BARN_PART_FOLLOWUP },
  { "analysis", "analysis", 2, NULL },
  { "analysis", "conditions", 3, "conditions" },
  { "analysis", "strengths", 3, "strengths" },
  { "analysis", "challenges", 3, "challenges" },
  { "results", "results", 2, "results_intro" },
  { "results", "figures", 3, "figures" },
  { "results", "done", 3, BARN_PART_RESULTS },
  { "results", "remains", 3, "remains" },
  { "results", "assessments", 3, "assessments" },
  { "areas", "areas", 1, BARN_PART_AREAS },
};

/* The number of the heading that comes next, and the levels before it */
typedef struct
{
  guint numbers[MAX_LEVEL];
  guint level;
} Count;

/* A profile may leave a part out whose heading stands above others: they rise to its level, so that no level is jumped over */
static void
count_heading (Count         *count,
               const Heading *heading)
{
  count->level = MIN (heading->level, count->level + 1);
  count->numbers[count->level - 1]++;
  for (guint level = count->level; level < MAX_LEVEL; level++)
    count->numbers[level] = 0;
}

static gboolean
count_until (Count         *count,
             BarnProfile   *profile,
             const Heading *wanted)
{
  g_auto (GStrv) parts = barn_profile_dup_list (profile, GROUP, "parts");

  for (guint i = 0; parts != NULL && parts[i] != NULL; i++)
    {
      for (guint j = 0; j < G_N_ELEMENTS (outline); j++)
        {
          if (!g_str_equal (outline[j].part, parts[i]))
            continue;

          count_heading (count, &outline[j]);
          if (&outline[j] == wanted)
            return TRUE;
        }
    }

  return FALSE;
}

/* "2.2.1 ", and the level; no number where the profile wants none or leaves the heading out */
static char *
dup_number (BarnProfile   *profile,
            const Heading *heading,
            guint         *level)
{
  Count count = { 0 };
  GString *number = g_string_new (NULL);
  gboolean there = count_until (&count, profile, heading);

  *level = there ? count.level : heading->level;
  if (!there || !barn_profile_get_flag (profile, GROUP, "numbered_headings"))
    return g_string_free (number, FALSE);

  for (guint i = 0; i < count.level; i++)
    g_string_append_printf (number, i == 0 ? "%u" : ".%u", count.numbers[i]);
  g_string_append_c (number, ' ');

  return g_string_free (number, FALSE);
}

/* An introduction ("areas_intro") stands under the heading of what it introduces */
static const Heading *
find_heading (const char *key)
{
  gsize length = g_str_has_suffix (key, "_intro") ? strlen (key) - strlen ("_intro") : strlen (key);

  for (guint i = 0; i < G_N_ELEMENTS (outline); i++)
    {
      if (strlen (outline[i].key) == length && strncmp (outline[i].key, key, length) == 0)
        return &outline[i];
    }

  g_return_val_if_reached (&outline[0]);
}

static char *
dup_words (BarnProfile *profile,
           guint        year,
           const char  *group,
           const char  *key)
{
  g_autofree char *this_year = g_strdup_printf ("%u", year);
  g_autofree char *last_year = g_strdup_printf ("%u", year - 1);
  g_autofree char *next_year = g_strdup_printf ("%u", year + 1);

  return barn_profile_fill (profile, group, key, "year", this_year, "last_year", last_year, "next_year", next_year, NULL);
}

/*
 * barn_report_append_outlined:
 * @self: a report
 * @key: as in barn_report_dup_heading()
 *
 * Appends a heading of the barnbokslut with its number, as the form has it.
 */
void
barn_report_append_outlined (BarnReport *self,
                             const char *key)
{
  const Heading *heading = find_heading (key);
  g_autofree char *text = barn_report_dup_heading (self->profile, barn_plan_get_year (self->plan), key);
  g_autofree char *number = NULL;
  guint level;
  BarnNode *node;

  number = dup_number (self->profile, heading, &level);
  node = barn_node_append (self->body, barn_node_new_heading (level, text));
  barn_node_set_id (node, heading->id);
}

/**
 * barn_report_dup_heading:
 * @profile: the wording
 * @year: of the document
 * @key: which of the headings: a section's id (see barn-sections.h); of the barnbokslut also a part (see barn-review.h), or
 *   "introduction", "account", "analysis", "figures" or "done"
 *
 * Gets a heading as it stands in the document, in the barnbokslut with its number: 2.2.1 Förutsättningar. Who names a section
 * to a person does it with these words.
 *
 * Returns: (transfer full): the heading
 */
char *
barn_report_dup_heading (BarnProfile *profile,
                         guint        year,
                         const char  *key)
{
  const BarnSection *section = barn_sections_find (key);
  const Heading *heading;
  g_autofree char *number = NULL;
  g_autofree char *words = NULL;
  guint level;

  g_return_val_if_fail (BARN_IS_PROFILE (profile), NULL);
  g_return_val_if_fail (key != NULL, NULL);

  if (section != NULL && barn_section_get_paper (section) != BARN_PAPER_BARNBOKSLUT)
    {
      const char *nick = barn_paper_to_nick (barn_section_get_paper (section));

      return dup_words (profile, year, nick, key + strlen (nick) + 1);
    }

  heading = find_heading (key);
  number = dup_number (profile, heading, &level);
  words = dup_words (profile, year, GROUP, heading->key);

  return g_strconcat (number, words, NULL);
}

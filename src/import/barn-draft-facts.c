/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-draft-facts"

#include "config.h"

#include "barn-draft-private.h"

#include <string.h>

#include "barn-text.h"

/* The paragraph in which a handlingsplan that this program wrote tells the facts of an activity or a shift:
   "Ansvarig: Enhetschefer · Klar senast: 30 juni 2026 · Förflyttning: 1 och 3 · Artikel 12 · Roller: Chefer, Medarbetare." */

#define PARTING " · "

/* Puts @member into a set field; once is enough */
void
barn_draft_add_member (BarnItem   *item,
                       guint       field,
                       const char *member)
{
  g_autoptr (GStrvBuilder) members = NULL;
  g_auto (GStrv) set = NULL;

  if (barn_item_set_contains (item, field, member))
    return;
  members = g_strv_builder_new ();
  g_strv_builder_addv (members, (const char **) barn_item_get_set (item, field));
  g_strv_builder_add (members, member);
  set = g_strv_builder_end (members);
  barn_item_set_set (item, field, (const char *const *) set);
}

/* Puts the articles that @text names into a set field */
void
barn_draft_add_articles (BarnItem   *item,
                         guint       field,
                         const char *text)
{
  guint64 articles = barn_wording_find_articles (text);

  for (guint i = 1; i < 64; i++)
    if (articles & (G_GUINT64_CONSTANT (1) << i))
      {
        g_autofree char *number = g_strdup_printf ("%u", i);

        barn_draft_add_member (item, field, number);
      }
}

/* What stands behind a word and a colon; NULL where it begins otherwise */
static const char *
skip_word (const char *part,
           const char *word)
{
  gsize n = strlen (word);

  return strncmp (part, word, n) == 0 && g_str_has_prefix (part + n, ": ") ? part + n + 2 : NULL;
}

/* Nothing but articles: "Artikel 3 och 12" */
static gboolean
is_articles (const char *part)
{
  static const char *const allowed[] = { "artikel", "artiklar", "och" };
  g_autofree char *folded = barn_fold (part);
  g_auto (GStrv) words = g_strsplit_set (folded, " ,", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      gboolean known = words[i][strspn (words[i], "0123456789")] == '\0';

      for (gsize k = 0; k < G_N_ELEMENTS (allowed); k++)
        known |= strcmp (words[i], allowed[k]) == 0;
      if (!known)
        return FALSE;
    }

  return barn_wording_find_articles (part) != 0;
}

static gboolean
is_fact (const char *part)
{
  BarnColumn column;

  return is_articles (part) || skip_word (part, "Förflyttning") != NULL || skip_word (part, "Roller") != NULL ||
         barn_wording_measure_field (part, &column) > 0;
}

/**
 * barn_draft_dup_facts:
 * @text: a paragraph below an activity or a shift
 *
 * Returns: (transfer full) (nullable): its facts one by one; %NULL where it says something else
 */
char **
barn_draft_dup_facts (const char *text)
{
  g_autofree char *line = g_strdup (text);
  g_auto (GStrv) parts = NULL;

  if (g_str_has_suffix (line, "."))
    line[strlen (line) - 1] = '\0';

  parts = g_strsplit (line, PARTING, -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (!is_fact (parts[i]))
        return NULL;
    }

  return parts[0] != NULL ? g_steal_pointer (&parts) : NULL;
}

/* "1, 2 och 4" */
static void
add_shifts (BarnItem   *activity,
            const char *numbers,
            GPtrArray  *shifts)
{
  for (const char *p = numbers; *p != '\0';)
    {
      gsize digits = strspn (p, "0123456789");
      guint64 number = g_ascii_strtoull (p, NULL, 10);

      if (digits > 0 && number >= 1 && number <= shifts->len)
        barn_draft_add_member (activity, BARN_ACTIVITY_SHIFTS, barn_item_get_id (g_ptr_array_index (shifts, number - 1)));
      p += MAX (1, digits);
    }
}

/**
 * barn_draft_read_facts:
 * @texts: the texts that grow
 * @activity: an activity
 * @text: a paragraph below it
 * @year: of the plan; 0: unknown
 * @shifts: (element-type BarnItem): the plan's shifts, in order
 *
 * Takes the facts of a paragraph into the fields of the activity. The roles are those of the headings.
 *
 * Returns: whether the paragraph has facts and nothing else
 */
gboolean
barn_draft_read_facts (GHashTable *texts,
                       BarnItem   *activity,
                       const char *text,
                       guint       year,
                       GPtrArray  *shifts)
{
  g_auto (GStrv) facts = barn_draft_dup_facts (text);

  for (guint i = 0; facts != NULL && facts[i] != NULL; i++)
    {
      const char *numbers = skip_word (facts[i], "Förflyttning");
      BarnColumn column;
      gsize n = barn_wording_measure_field (facts[i], &column);

      if (numbers != NULL)
        add_shifts (activity, numbers, shifts);
      else if (is_articles (facts[i]))
        barn_draft_add_articles (activity, BARN_ACTIVITY_ARTICLES, facts[i]);
      else if (n > 0 && !barn_draft_set_field (texts, activity, column, facts[i] + n, year))
        barn_draft_append_text (texts, activity, BARN_ACTIVITY_DESCRIPTION, facts[i], "\n");
    }

  return facts != NULL;
}

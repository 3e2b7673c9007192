/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-test"

#include "config.h"

#include <string.h>

#include "barn-sections.h"
#include "barn-status.h"

static void
assert_means (const char *text,
              BarnStatus  expected)
{
  BarnStatus status = BARN_STATUS_NOT_STARTED;

  if (!barn_status_from_text (text, &status))
    g_error ("\"%s\" means no status", text);
  g_assert_cmpint (status, ==, expected);
}

static void
test_nick (void)
{
  const char *const nicks[] = { "not_started", "ongoing", "done", "paused", "cancelled" };
  BarnStatus status = BARN_STATUS_PAUSED;

  for (guint i = 0; i < BARN_N_STATUSES; i++)
    {
      g_assert_cmpstr (barn_status_to_nick ((BarnStatus) i), ==, nicks[i]);
      g_assert_true (barn_status_from_nick (nicks[i], &status));
      g_assert_cmpint (status, ==, i);
    }

  status = BARN_STATUS_PAUSED;
  g_assert_false (barn_status_from_nick ("Done", &status));
  g_assert_false (barn_status_from_nick ("overdue", &status));
  g_assert_false (barn_status_from_nick (NULL, &status));
  g_assert_cmpint (status, ==, BARN_STATUS_PAUSED);
}

static void
test_text (void)
{
  BarnStatus status = BARN_STATUS_PAUSED;

  for (guint i = 0; i < BARN_N_STATUSES; i++)
    {
      assert_means (barn_status_to_nick ((BarnStatus) i), (BarnStatus) i);
      assert_means (barn_status_get_label ((BarnStatus) i), (BarnStatus) i);
    }

  assert_means ("Ej påbörjad", BARN_STATUS_NOT_STARTED);
  assert_means (" EJ  PÅBÖRJAT ", BARN_STATUS_NOT_STARTED);
  assert_means ("pa\xCC\x8A" "bo\xCC\x88rjat", BARN_STATUS_ONGOING);
  assert_means ("Påbörjade", BARN_STATUS_ONGOING);
  assert_means ("Pågår", BARN_STATUS_ONGOING);
  assert_means ("Klar", BARN_STATUS_DONE);
  assert_means ("genomfört", BARN_STATUS_DONE);
  assert_means ("Pausad", BARN_STATUS_PAUSED);
  assert_means ("utgår", BARN_STATUS_CANCELLED);
  assert_means ("NOT STARTED", BARN_STATUS_NOT_STARTED);

  g_assert_false (barn_status_from_text ("paborjad", &status));
  g_assert_false (barn_status_from_text ("", &status));
  g_assert_false (barn_status_from_text (NULL, &status));
  g_assert_false (barn_status_from_text ("klarhet", &status));
  g_assert_cmpint (status, ==, BARN_STATUS_PAUSED);
}

static void
test_open (void)
{
  g_assert_true (barn_status_is_open (BARN_STATUS_NOT_STARTED));
  g_assert_true (barn_status_is_open (BARN_STATUS_ONGOING));
  g_assert_false (barn_status_is_open (BARN_STATUS_DONE));
  g_assert_false (barn_status_is_open (BARN_STATUS_PAUSED));
  g_assert_false (barn_status_is_open (BARN_STATUS_CANCELLED));
}

/* By word and icon, never by colour alone: no two may be the same */
static void
test_told_apart (void)
{
  for (guint i = 0; i < BARN_N_STATUSES; i++)
    {
      for (guint j = 0; j < i; j++)
        {
          g_assert_cmpstr (barn_status_get_label ((BarnStatus) i), !=, barn_status_get_label ((BarnStatus) j));
          g_assert_cmpstr (barn_status_get_icon ((BarnStatus) i), !=, barn_status_get_icon ((BarnStatus) j));
        }
    }
}

static void
test_sections (void)
{
  const char *const ids[] = { "background", "concepts", "articles", "followup_intro", "conditions", "strengths",
                              "challenges", "results_intro", "remains", "areas_intro" };
  guint n_sections;
  const BarnSection *sections = barn_sections_get (BARN_PAPER_BARNBOKSLUT, &n_sections);

  g_assert_cmpuint (n_sections, ==, G_N_ELEMENTS (ids));
  for (guint i = 0; i < n_sections; i++)
    {
      g_assert_cmpstr (sections[i].id, ==, ids[i]);
      g_assert_true (barn_sections_find (ids[i]) == &sections[i]);
    }

  g_assert_true (barn_sections_find ("strengths")->by_article);
  g_assert_false (barn_sections_find ("background")->by_article);
  g_assert_null (barn_sections_find ("Background"));
  g_assert_null (barn_sections_find (NULL));
  g_assert_cmpuint (barn_sections_get_place ("background"), <, barn_sections_get_place ("concepts"));
  g_assert_cmpuint (barn_sections_get_place ("barnversion_say"), <, barn_sections_get_place ("no such"));
}

/* Every document has its own sections, told from those of others by its nick, which stands first in them; those of the barnbokslut came before */
static void
test_papers (void)
{
  for (guint paper = 0; paper < BARN_N_PAPERS; paper++)
    {
      const char *nick = barn_paper_to_nick ((BarnPaper) paper);
      BarnPaper found = (BarnPaper) (BARN_N_PAPERS - 1 - paper);
      guint n_sections;
      const BarnSection *sections = barn_sections_get ((BarnPaper) paper, &n_sections);

      g_assert_true (barn_paper_from_nick (nick, &found));
      g_assert_cmpuint (found, ==, paper);
      g_assert_cmpuint (strlen (barn_paper_get_label (found)), >, 0);

      for (guint i = 0; i < n_sections; i++)
        {
          g_assert_cmpuint (barn_section_get_paper (&sections[i]), ==, paper);
          if (paper != BARN_PAPER_BARNBOKSLUT)
            g_assert_true (g_str_has_prefix (sections[i].id, nick));
        }
    }

  g_assert_false (barn_paper_from_nick ("Barnbokslut", &(BarnPaper) { 0 }));
  g_assert_false (barn_paper_from_nick (NULL, &(BarnPaper) { 0 }));
}

static void
test_articles (void)
{
  g_assert_null (barn_article_get_label (0));
  g_assert_null (barn_article_get_label (55));

  for (guint i = 1; i <= BARN_N_ARTICLES; i++)
    {
      const char *label = barn_article_get_label (i);

      g_assert_cmpuint (strlen (label), >, 0);
      for (guint j = 1; j < i; j++)
        g_assert_cmpstr (label, !=, barn_article_get_label (j));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/status/nick", test_nick);
  g_test_add_func ("/status/text", test_text);
  g_test_add_func ("/status/open", test_open);
  g_test_add_func ("/status/told-apart", test_told_apart);
  g_test_add_func ("/sections", test_sections);
  g_test_add_func ("/papers", test_papers);
  g_test_add_func ("/articles", test_articles);

  return g_test_run ();
}

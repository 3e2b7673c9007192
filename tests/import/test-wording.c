/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <gio/gio.h>
#include <locale.h>

#include "barn-mark.h"
#include "barn-wording.h"

static void
test_headings (void)
{
  static const struct
  {
    const char *text;
    BarnPart    part;
    gboolean    whole;
  } headings[] = {
    { "Bakgrund", BARN_PART_BACKGROUND, TRUE },
    { "BAKGRUND OCH SYFTE", BARN_PART_BACKGROUND, TRUE },
    { "Inledning:", BARN_PART_BACKGROUND, TRUE },
    { "4.2 Aktiviteter och ansvar 2026", BARN_PART_ACTIVITIES, TRUE },
    { "Planerade insatser för barn i förskolan", BARN_PART_ACTIVITIES, TRUE },
    { "Det här ska vi göra", BARN_PART_ACTIVITIES, TRUE },
    { "Åtgärdsplan 2026", BARN_PART_ACTIVITIES, TRUE },
    { "Aktiviteter på längre sikt", BARN_PART_LONG_TERM, TRUE },
    { "Kommande år", BARN_PART_LONG_TERM, TRUE },
    { "Prioriterade områden 2026", BARN_PART_SHIFTS, TRUE },
    { "Årets mål", BARN_PART_SHIFTS, TRUE },
    { "Strategiska mål", BARN_PART_SHIFTS, TRUE },
    { "Mål och aktiviteter", BARN_PART_SHIFTS, TRUE },
    { "Strategiska åtgärder", BARN_PART_STRATEGY, TRUE },
    { "Strategiskt arbete", BARN_PART_NONE, FALSE },
    { "Riktning för kommunens arbete", BARN_PART_DIRECTION, TRUE },
    { "Uppföljning av aktiviteter", BARN_PART_WORK, TRUE },
    { "Fastställande", BARN_PART_APPROVAL, TRUE },
    { "Källor", BARN_PART_APPENDIX, TRUE },
    { "Innehåll", BARN_PART_CONTENTS, TRUE },
    { "Mat och aktiviteter i köket", BARN_PART_ACTIVITIES, FALSE },
    { "Målning", BARN_PART_NONE, FALSE },
    { "Målgrupp", BARN_PART_NONE, FALSE },
    { "", BARN_PART_NONE, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (headings); i++)
    {
      BarnHeading heading = barn_wording_read_heading (headings[i].text);

      g_test_message ("%s", headings[i].text);
      g_assert_cmpint (heading.part, ==, headings[i].part);
      g_assert_cmpint (heading.whole, ==, headings[i].whole);
    }
  g_assert_true (barn_wording_read_heading ("Mål och aktiviteter").with_activities);
  g_assert_false (barn_wording_read_heading ("Mål och strategi").with_activities);
}

static void
test_roles (void)
{
  static const char *const roles[] = { "Politiker", "Chefer:", "Alla medarbetare", "Enhetschefer inom vuxen", "HR", "Barnrättsstrateger",
                                       "Socialnämnden", "Strategiskt arbete", "Samtliga verksamheter" };
  static const char *const others[] = { "Utbildning för barn", "Chefer ger tid.", "Bullret", "",
                                        "Alla barn som kommer till oss ska få veta vad de har rätt till" };

  for (gsize i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      g_test_message ("%s", roles[i]);
      g_assert_true (barn_wording_is_role (roles[i]));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_test_message ("%s", others[i]);
      g_assert_false (barn_wording_is_role (others[i]));
    }
  g_assert_true (barn_wording_is_unit ("Enhet Norr"));
  g_assert_false (barn_wording_is_unit ("Chefer"));
  g_assert_true (barn_wording_is_introduction ("Under året ska vi:"));
  g_assert_false (barn_wording_is_introduction ("Chefer:"));
}

static void
test_columns (void)
{
  g_assert_cmpint (barn_wording_find_column ("Aktivitet"), ==, BARN_COLUMN_ACTIVITY);
  g_assert_cmpint (barn_wording_find_column ("Åtgärd/insats"), ==, BARN_COLUMN_ACTIVITY);
  g_assert_cmpint (barn_wording_find_column ("Huvudansvarig enhet"), ==, BARN_COLUMN_RESPONSIBLE);
  g_assert_cmpint (barn_wording_find_column ("Klart senast"), ==, BARN_COLUMN_DUE);
  g_assert_cmpint (barn_wording_find_column ("Startdatum"), ==, BARN_COLUMN_START);
  g_assert_cmpint (barn_wording_find_column ("Mål"), ==, BARN_COLUMN_SHIFT);
  g_assert_cmpint (barn_wording_find_column ("Roll"), ==, BARN_COLUMN_ROLE);
  g_assert_cmpint (barn_wording_find_column ("Syfte"), ==, BARN_COLUMN_PURPOSE);
  g_assert_cmpint (barn_wording_find_column ("Kostnad"), ==, BARN_COLUMN_OTHER);
}

static void
assert_mark (const char   *text,
             BarnMarkForm  form,
             gsize         length)
{
  BarnMarkForm found;
  gsize n = barn_mark_measure (text, &found);

  g_test_message ("%s", text);
  g_assert_cmpuint (n, ==, length);
  g_assert_cmpint (found, ==, form);
}

static void
test_marks (void)
{
  assert_mark ("• Ja", BARN_MARK_BULLET, 3);
  assert_mark ("•Ja", BARN_MARK_BULLET, 3);
  assert_mark ("- Ja", BARN_MARK_DASH, 1);
  assert_mark ("o Ja", BARN_MARK_O, 1);
  assert_mark ("12. Ja", BARN_MARK_DECIMAL, 3);
  assert_mark ("(3) Ja", BARN_MARK_DECIMAL, 3);
  assert_mark ("2.1 Ja", BARN_MARK_DOTTED, 3);
  assert_mark ("2.1.4. Ja", BARN_MARK_DOTTED, 6);
  assert_mark ("b) Ja", BARN_MARK_ALPHA, 2);
  assert_mark ("iv) Ja", BARN_MARK_ROMAN, 3);
  assert_mark ("IV. Ja", BARN_MARK_ROMAN, 3);
  /* What is none */
  assert_mark ("-Ja", BARN_MARK_NONE, 0);
  assert_mark ("2026. Ja", BARN_MARK_NONE, 0);
  assert_mark ("2026-01-02", BARN_MARK_NONE, 0);
  assert_mark ("1 januari", BARN_MARK_NONE, 0);
  assert_mark ("v. 27", BARN_MARK_NONE, 0);
  assert_mark ("s. 12", BARN_MARK_NONE, 0);
  assert_mark ("t.ex. ja", BARN_MARK_NONE, 0);
  assert_mark ("A. Andersson", BARN_MARK_NONE, 0);
  assert_mark ("i skolan", BARN_MARK_NONE, 0);
  assert_mark ("•", BARN_MARK_NONE, 0);
  assert_mark ("", BARN_MARK_NONE, 0);

  g_assert_cmpuint (barn_mark_get_number ("2.13."), ==, 13);
  g_assert_cmpuint (barn_mark_get_depth ("2.13."), ==, 2);
  g_assert_cmpuint (barn_mark_get_number ("•"), ==, 0);
  g_assert_cmpint (barn_mark_get_form ("iv)"), ==, BARN_MARK_ROMAN);
  g_assert_true (barn_mark_is_bullet ("•"));
  g_assert_false (barn_mark_is_bullet ("-"));
}

static void
test_days_and_years (void)
{
  gsize start, length;

  g_assert_cmpuint (barn_wording_find_day ("Solby den 26 februari 2024.", &start, &length), ==, barn_day_new (2024, 2, 26));
  g_assert_cmpuint (start, ==, 10);
  g_assert_cmpuint (length, ==, 16);
  g_assert_cmpuint (barn_wording_find_day ("Antagen 2024-02-26 § 3", NULL, NULL), ==, barn_day_new (2024, 2, 26));
  g_assert_cmpuint (barn_wording_find_day ("31 februari 2024", NULL, NULL), ==, BARN_DAY_NONE);
  g_assert_cmpuint (barn_wording_find_day ("i februari 2024", NULL, NULL), ==, BARN_DAY_NONE);
  g_assert_cmpuint (barn_wording_find_day ("tel 1234-56-7890", NULL, NULL), ==, BARN_DAY_NONE);
  g_assert_true (barn_wording_is_day ("1 Mars 2025"));
  g_assert_false (barn_wording_is_day ("före 1 mars 2025"));
  g_assert_cmpuint (barn_wording_find_year ("Handlingsplan 2025–2027"), ==, 2025);
  g_assert_cmpuint (barn_wording_find_year ("Dnr 2025/33 av 2025-01-02 för år 2026"), ==, 2026);
  g_assert_cmpuint (barn_wording_find_year ("1989 och 20250"), ==, 0);
}

static void
test_articles (void)
{
  guint article;

  g_assert_cmpuint (barn_wording_measure_article ("Artikel 12:   Barn", &article), ==, strlen ("Artikel 12:   "));
  g_assert_cmpuint (article, ==, 12);
  g_assert_cmpuint (barn_wording_measure_article ("Artikel 3 – Barn", &article), ==, strlen ("Artikel 3 – "));
  g_assert_cmpuint (barn_wording_measure_article ("Artikel 3 i konventionen", &article), ==, 0);
  g_assert_cmpuint (barn_wording_measure_article ("Artikel 99: Barn", &article), ==, 0);
  g_assert_cmpuint (barn_wording_measure_article ("Artikeln handlar", &article), ==, 0);
  g_assert_cmpuint (barn_wording_find_articles ("Enligt artiklarna 2, 3, 6 och 12 samt artikel 31."), ==,
                    1 << 2 | 1 << 3 | 1 << 6 | 1 << 12 | G_GUINT64_CONSTANT (1) << 31);
  g_assert_cmpuint (barn_wording_find_articles ("Barnkonventionens huvudartiklar är fyra."), ==, 0);
}

static void
assert_approver (const char *text,
                 const char *expected)
{
  g_autofree char *name = barn_wording_dup_approver (text);

  g_test_message ("%s", text);
  g_assert_cmpstr (name, ==, expected);
}

static void
test_approval (void)
{
  assert_approver ("Ledningsgruppen godkände planen den 3 mars 2025.", "Ledningsgruppen");
  assert_approver ("Nämnden har fastställt planen.", "Nämnden");
  assert_approver ("Planen fastställdes av tekniska nämnden den 3 mars 2025, § 41.", "tekniska nämnden");
  assert_approver ("Godkänd av: Förvaltningschefen 2025-01-02", "Förvaltningschefen");
  assert_approver ("Beslutsinstans: Kommunstyrelsen", "Kommunstyrelsen");
  assert_approver ("Beslutad: 2025-01-02", NULL);
  assert_approver ("Antagen 2025-01-02", NULL);
  assert_approver ("Barn leker.", NULL);
  g_assert_true (barn_wording_is_approval ("Fastställd av nämnden"));
  g_assert_false (barn_wording_is_approval ("Nämnden har beslutat om lek"));
}

static void
assert_number (const char *text,
               const char *expected)
{
  g_autofree char *number = barn_wording_dup_registry_number (text);

  g_assert_cmpstr (number, ==, expected);
}

static void
test_letterhead (void)
{
  assert_number ("Dnr: SOC 2025/00123", "SOC 2025/00123");
  assert_number ("Diarienummer MN-2025-3 (kopia)", "MN-2025-3");
  assert_number ("Dnr", NULL);
  assert_number ("Barn 2025/3", NULL);
  g_assert_true (barn_wording_is_page_number ("Sida 2 (14)"));
  g_assert_true (barn_wording_is_page_number ("3/14"));
  g_assert_true (barn_wording_is_page_number ("- 3 -"));
  g_assert_true (barn_wording_is_page_number ("Sid 3 av 10"));
  g_assert_true (barn_wording_is_page_number ("Barnbokslut 2024 5 (14)"));
  g_assert_false (barn_wording_is_page_number ("Barn under 18 år (2 av 3)"));
  g_assert_false (barn_wording_is_page_number ("Lag (2018)"));
  g_assert_true (barn_wording_is_field_name ("TYP AV DOKUMENT"));
  g_assert_false (barn_wording_is_field_name ("Datum"));
  g_assert_false (barn_wording_is_field_name ("BAKGRUND"));
}

static void
test_prefixes (void)
{
  BarnColumn column;

  g_assert_cmpint (barn_wording_measure_purpose ("Syfte: Barn mår bra"), ==, strlen ("Syfte: "));
  g_assert_cmpint (barn_wording_measure_purpose ("Syftet med förflyttningen är lek"), ==, 0);
  g_assert_cmpint (barn_wording_measure_purpose ("Lek är viktigt"), ==, -1);
  g_assert_cmpuint (barn_wording_measure_shift ("Förflyttning 2: Lek"), ==, strlen ("Förflyttning 2: "));
  g_assert_cmpuint (barn_wording_measure_shift ("Mål 1 – Lek"), ==, strlen ("Mål 1 – "));
  g_assert_cmpuint (barn_wording_measure_shift ("Mål 16 i Agenda 2030"), ==, 0);
  g_assert_cmpuint (barn_wording_measure_shift ("Lek 2"), ==, 0);
  g_assert_cmpuint (barn_wording_measure_field ("Ansvarig: Bo", &column), ==, strlen ("Ansvarig: "));
  g_assert_cmpint (column, ==, BARN_COLUMN_RESPONSIBLE);
  g_assert_cmpuint (barn_wording_measure_field ("Klart senast: maj", &column), ==, strlen ("Klart senast: "));
  g_assert_cmpint (column, ==, BARN_COLUMN_DUE);
  g_assert_cmpuint (barn_wording_measure_field ("Barn: de är små", &column), ==, 0);
  g_assert_cmpint (column, ==, BARN_COLUMN_NONE);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/wording/headings", test_headings);
  g_test_add_func ("/wording/roles", test_roles);
  g_test_add_func ("/wording/columns", test_columns);
  g_test_add_func ("/wording/marks", test_marks);
  g_test_add_func ("/wording/days-and-years", test_days_and_years);
  g_test_add_func ("/wording/articles", test_articles);
  g_test_add_func ("/wording/approval", test_approval);
  g_test_add_func ("/wording/letterhead", test_letterhead);
  g_test_add_func ("/wording/prefixes", test_prefixes);

  return g_test_run ();
}

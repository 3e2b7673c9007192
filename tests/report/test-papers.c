/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Each kind of document: its parts, its order, and that it says nothing that the plan does not hold */

#include "report-support.h"

#include <string.h>

#include "barn-pages.h"
#include "barn-readability.h"

/* The lines follow each other, with anything between */
static void
assert_order (const char        *text,
              const char *const *lines)
{
  const char *p = text;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *found = strstr (p, lines[i]);

      if (found == NULL)
        g_error ("“%s” does not follow in:\n%s", lines[i], p);
      p = found + strlen (lines[i]);
    }
}

static void
assert_no_gaps (BarnNode *body)
{
  guint level = 0;

  for (guint i = 0; i < barn_node_get_n_children (body); i++)
    {
      BarnNode *node = barn_node_get_child (body, i);

      if (barn_node_get_kind (node) != BARN_NODE_HEADING)
        continue;
      g_assert_cmpuint (barn_node_get_level (node), <=, level + 1);
      level = barn_node_get_level (node);
    }
}

/* Whatever the plan holds, sentences are whole and headings without gaps */
static void
check_all (BarnModel *model,
           BarnPlan  *plan)
{
  for (guint paper = 0; paper < BARN_N_PAPERS; paper++)
    {
      g_autoptr (BarnDocument) document =
        barn_report_build ((BarnPaper) paper, model, plan, barn_profile_get_default (), barn_day_new (2026, 11, 22));
      g_autofree char *text = dump_document (document);

      g_test_message ("%s", barn_paper_to_nick ((BarnPaper) paper));
      g_assert_cmpuint (strlen (barn_document_get_title (document)), >, 0);
      g_assert_cmpstr (barn_document_get_language (document), ==, "sv-SE");
      g_assert_cmpstr (barn_document_get_date (document), ==, "2026-11-22");
      assert_has (text, "22 november 2026");
      assert_no_gaps (barn_document_get_body (document));
      g_assert_cmpuint (count (text, "{"), ==, count (text, "{year}"));
      g_assert_cmpuint (count (text, "  "), ==, count (text, "|  |"));
      assert_lacks (text, "p \n");
    }
}

static void
test_all (Fixture       *self,
          gconstpointer  data)
{
  check_all (self->model, self->plan);
}

static void
test_empty (void)
{
  g_autoptr (BarnModel) model = barn_model_new ();
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  add_item (items, BARN_KIND_PLAN, "p", "year", (gint64) 2026, NULL);
  barn_model_merge (model, items);
  check_all (model, barn_model_find_plan (model, 2026));
}

static void
test_handlingsplan (Fixture       *self,
                    gconstpointer  data)
{
  static const char *const lines[] = {
    "1 Förflyttningar 2026\n", "2 Förflyttning 1: Barn får veta\n", "p Syfte: Trygghet\n", "p Artikel 12.\n",
    "1 Aktiviteter 2026\n", "har planen 2 aktiviteter.\n", "räknas en gång.\n",
    "2 Chefer\n", "l Skriv om breven\n", "Klar senast: 30 juni 2026 · Förflyttning: 1 · Roller: Chefer, Medarbetare.\n", "l Dela ut kort\n",
    "Klar senast: 31 mars 2026.\n", "2 Medarbetare\n", "l Skriv om breven\n", "Roller: Chefer, Medarbetare.\n",
    "1 Fastställande\n", "p Handlingsplanen är inte fastställd.\np Diarienummer SN 7\n", NULL,
  };
  g_autofree char *text = dump_paper (self, BARN_PAPER_HANDLINGSPLAN, self->as_of);

  assert_order (text, lines);
  /* A plan, not an account: nothing of how it went */
  assert_lacks (text, "brev är klara");
}

static void
test_lagesrapport (Fixture       *self,
                   gconstpointer  data)
{
  static const char *const lines[] = {
    "1 Så långt", "p Handlingsplanen för 2026 har 2 aktiviteter.",
    "f Chefer: ej påbörjad 1 och genomförd 1. Medarbetare: genomförd 1. Alla aktiviteter: ej påbörjad 1 och genomförd 1.\n",
    "1 Behöver uppmärksamhet", "| Dela ut kort | Chefer | Försenad 236 dagar. Skulle vara klar den 31 mars 2026. |", NULL,
  };
  g_autofree char *text = dump_paper (self, BARN_PAPER_LAGESRAPPORT, self->as_of);
  g_autofree char *march = dump_paper (self, BARN_PAPER_LAGESRAPPORT, barn_day_new (2026, 3, 20));
  g_autofree char *april = dump_paper (self, BARN_PAPER_LAGESRAPPORT, barn_day_new (2026, 4, 1));

  assert_order (text, lines);
  assert_lacks (text, "1 Kommentar");
  assert_lacks (march, "Försenad 1");
  assert_has (march, "1 Ska vara klart inom två veckor\nl Dela ut kort (klar senast 31 mars 2026)\n");
  assert_has (april, "Försenad en dag.");

  /* What was raised is seen although its dates say nothing */
  g_object_set (barn_model_lookup (self->model, "a1"), "raised", TRUE, NULL);
  g_free (text);
  text = dump_paper (self, BARN_PAPER_LAGESRAPPORT, self->as_of);
  assert_has (text, "| Skriv om breven | Chefer, Medarbetare | Lyft till ledningen. Alla brev är klara. |\n| Dela ut kort |");

  put_section (self, "lagesrapport_comment", "Det går bra.");
  g_free (text);
  text = dump_paper (self, BARN_PAPER_LAGESRAPPORT, self->as_of);
  assert_has (text, "1 Kommentar\np Det går bra.\n");
}

/* One page is what ledningen reads, however much there is to look at */
static void
test_one_page (void)
{
  static const char *const titles[] = {
    "Fråga barnen",
    "Ta fram en rutin tillsammans med barn och unga för hur vi berättar vad som hände med det som de sade",
    "Pröva ett nytt sätt att arbeta i varje verksamhet, följ hur det går under hela året och berätta vad det betydde för barnen och för dem som "
    "arbetar med dem",
  };
  const char *none[] = { NULL };

  for (guint n_activities = 3; n_activities <= 200; n_activities += 197)
    for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
      {
        g_autoptr (BarnModel) model = barn_model_new ();
        g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
        g_autoptr (BarnDocument) document = NULL;
        g_autoptr (BarnPages) pages = NULL;
        g_autofree char *text = NULL;

        add_item (items, BARN_KIND_PLAN, "p", "year", (gint64) 2026, NULL);
        for (guint j = 0; j < n_activities; j++)
          {
            g_autofree char *id = g_strdup_printf ("a%u", j);

            add_item (items, BARN_KIND_ACTIVITY, id, "plan", "p", "title", titles[i], "position", (double) j,
                      "roles", none, "shifts", none, "articles", none, "due-on", barn_day_new (2026, j % 2 == 0 ? 3 : 11, 30), NULL);
          }
        barn_model_merge (model, items);

        document = barn_report_build (BARN_PAPER_LAGESRAPPORT, model, barn_model_find_plan (model, 2026), barn_profile_get_default (),
                                      barn_day_new (2026, 11, 22));
        pages = barn_pages_new (document, NULL, NULL);
        g_assert_cmpuint (barn_pages_get_n_pages (pages), ==, 1);

        /* What has no room is counted */
        text = dump_document (document);
        if (n_activities > 8)
          assert_has (text, "aktiviteter till står i planen.");
      }
}

static void
test_halvarsrapport (Fixture       *self,
                     gconstpointer  data)
{
  static const char *const lines[] = {
    "1 Sammanfattning", "1 Så långt", "f Chefer", "f Vid årets början: ej påbörjad 2. Den 15 juni 2026: ej påbörjad 1 och påbörjad 1.\n",
    "| Chefer | 2 |", "1 Läget per förflyttning", "| 1. Barn får veta | 1 |",
    "1 Vad som har gjorts", "2 Förflyttning 1: Barn får veta", "3 Skriv om breven", "p 2 mars 2026: Tre brev är klara.",
    "1 Utvecklingsområden från barnbokslut 2025", "| Begripliga brev | Genomförd | Klart. |",
    "1 Behöver uppmärksamhet", "1 Resten av året", "l Skriv om breven (klar senast 30 juni 2026)\n", NULL,
  };
  g_autofree char *text = dump_paper (self, BARN_PAPER_HALVARSRAPPORT, barn_day_new (2026, 6, 15));
  g_autofree char *december = dump_paper (self, BARN_PAPER_HALVARSRAPPORT, barn_day_new (2027, 1, 15));

  assert_order (text, lines);
  assert_lacks (text, "Alla brev är klara.");
  assert_has (december, "p Ingen mer aktivitet");
}

static void
test_tjansteskrivelse (Fixture       *self,
                       gconstpointer  data)
{
  static const char *const lines[] = {
    "Till Socialnämnden\nDiarienummer SN 7\nHandläggare: Anna Strateg\nUppgifterna", "1 Förslag till beslut",
    "p Förvaltningen föreslår att Socialnämnden beslutar följande:\n", "l godkänna\nl ge uppdrag\n", "1 Sammanfattning",
    "1 Beslutsunderlag", "l Handlingsplan 2026\n", "1 Ärendet", "l Begripliga brev: genomförd", "l Svar på klagomål\n", "1 Barnets bästa",
    "1 Ekonomi\np Ryms i budget.\n", "1 Bilagor", NULL,
  };
  g_autofree char *empty = dump_paper (self, BARN_PAPER_TJANSTESKRIVELSE, self->as_of);
  g_autofree char *text = NULL;

  /* What only a person can say is not there until somebody said it */
  assert_lacks (empty, "1 Ekonomi");
  assert_lacks (empty, "1 Jämställdhet");
  assert_has (empty, "l Nämnden godkänner barnbokslut 2026.\n");

  put_section (self, "tjansteskrivelse_officer", "Anna\nStrateg\n");
  put_section (self, "tjansteskrivelse_proposal", "1. godkänna\n\n- ge uppdrag");
  put_section (self, "tjansteskrivelse_economy", "Ryms i budget.");
  text = dump_paper (self, BARN_PAPER_TJANSTESKRIVELSE, self->as_of);
  assert_order (text, lines);
  assert_lacks (text, "Nämnden godkänner");
}

static void
test_barnversion (Fixture       *self,
                  gconstpointer  data)
{
  static const char *const lines[] = {
    "p De vuxna skrev en plan med 2 saker att göra.\n", "l Barn får veta\n", "p 1 sak är klar.\n", "p 1 sak har inte börjat än.\n",
    "p 1 sak är sen.", "l Svar på klagomål\n", "1 Säg vad du tycker\n", NULL,
  };
  g_autofree char *text = dump_paper (self, BARN_PAPER_BARNVERSION, self->as_of);
  g_autofree char *own = NULL;

  assert_order (text, lines);
  assert_lacks (text, "på gång");

  put_section (self, "barnversion_promised", "Du ska förstå breven.");
  own = dump_paper (self, BARN_PAPER_BARNVERSION, self->as_of);
  assert_has (own, "p De vuxna skrev en plan med 2 saker att göra.\np Du ska förstå breven.\n");
  assert_lacks (own, "l Barn får veta");
}

/* All sentences of the children's version that are the profile's own, as they stand when filled in */
static void
test_barnversion_is_easy (void)
{
  static const char *const keys[] = {
    "about", "as_of", "promised", "promised_one", "promised_many", "promised_quote", "done", "done_one", "done_many", "ongoing_one",
    "ongoing_many", "left", "left_one", "left_many", "paused_one", "paused_many", "cancelled_one", "cancelled_many", "late_one", "late_many",
    "left_quote", "say", "more_one", "more_many", "more_text",
  };
  BarnProfile *profile = barn_profile_get_default ();
  g_autofree char *say = barn_profile_dup_text (profile, "standard_text", "barnversion_say");
  g_autoptr (GString) all = g_string_new (say);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autofree char *sentence = barn_profile_fill (profile, "barnversion", keys[i], "n", "12", "year", "2026",
                                                     "date", "22 november 2026", "organisation", "Socialförvaltningen", NULL);

      g_assert_cmpuint (strlen (sentence), >, 0);
      g_test_message ("%u %s", barn_text_get_lix (sentence, NULL), sentence);
      g_assert_cmpuint (barn_text_get_lix (sentence, NULL), <, 40);
      g_string_append_printf (all, "\n%s", sentence);
    }

  g_test_message ("LIX %u", barn_text_get_lix (all->str, NULL));
  g_assert_cmpuint (barn_text_get_lix (all->str, NULL), <, 30);
}

static guint
count_pages (Fixture   *self,
             BarnPaper  paper)
{
  g_autoptr (BarnDocument) document = barn_report_build (paper, self->model, self->plan, barn_profile_get_default (), self->as_of);
  g_autoptr (GError) error = NULL;
  g_autoptr (BarnPages) pages = barn_pages_new (document, NULL, &error);

  g_assert_no_error (error);

  return barn_pages_get_n_pages (pages);
}

static char *
repeat (const char *sentence,
        guint       n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (text, sentence);

  return g_string_free (text, FALSE);
}

/* Overdue, soon due and silent, of roles that are many, with titles and comments that are long */
static void
put_much (Fixture *self,
          guint    n)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *title = repeat ("Handläggare frågar hur barnet vill att det ska bli. ", 60);
  g_autofree char *word = repeat ("Barnkonsekvensanalysutbildningssamordnarorganisation", 60);
  const char *none[] = { NULL };

  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *id = g_strdup_printf ("role%u", i);

      add_item (items, BARN_KIND_ROLE, id, "name", "Strategiskt arbete", "position", 3.0 + i, NULL);
    }

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *role = g_strdup_printf ("role%u", i % 5);
      g_autofree char *id = g_strdup_printf ("hard%u", i);
      g_autofree char *follow_up = g_strdup_printf ("told%u", i);
      const char *roles[] = { role, "r1", NULL };

      add_item (items, BARN_KIND_ACTIVITY, id, "plan", "p", "title", i % 3 == 0 ? word : title, "responsible", title, "roles", roles,
                "shifts", none, "articles", none, "due-on", i % 4 == 0 ? self->as_of + 3 : self->as_of - i, "position", 3.0 + i, NULL);
      add_item (items, BARN_KIND_FOLLOW_UP, follow_up, "activity", id, "day", barn_day_new (2026, 3, 2), "status", BARN_STATUS_ONGOING,
                "comment", i % 2 == 0 ? title : word, NULL);
    }

  for (guint i = 0; i < n / 10; i++)
    {
      g_autofree char *shift = g_strdup_printf ("shift%u", i);
      g_autofree char *area = g_strdup_printf ("area%u", i);

      add_item (items, BARN_KIND_SHIFT, shift, "plan", "p", "title", title, "articles", none, "position", 2.0 + i, NULL);
      add_item (items, BARN_KIND_AREA, area, "year", (gint64) 2026, "title", title, "position", 2.0 + i, NULL);
    }
  barn_model_merge (self->model, items);
}

/* Who reads one page gets one page, and children get two, whatever the plan holds */
static void
test_short (Fixture       *self,
            gconstpointer  data)
{
  static const char *const sections[] = { "lagesrapport_comment", "barnversion_promised", "barnversion_done", "barnversion_left", "barnversion_say" };
  const guint n = GPOINTER_TO_UINT (data);
  g_autofree char *sentences = repeat ("Barn får veta mer om vad som händer. ", 150);
  g_autofree char *lines = repeat ("- Ja\n", 150);
  g_autofree char *text = NULL;

  put_much (self, n);
  g_assert_cmpuint (count_pages (self, BARN_PAPER_LAGESRAPPORT), ==, 1);
  g_assert_cmpuint (count_pages (self, BARN_PAPER_BARNVERSION), <=, 2);
  text = dump_paper (self, BARN_PAPER_BARNVERSION, self->as_of);
  if (n == 500)
    assert_has (text, "p Och 46 saker till.\n");

  for (guint i = 0; i < 2 * G_N_ELEMENTS (sections); i++)
    {
      put_section (self, sections[i % G_N_ELEMENTS (sections)], i < G_N_ELEMENTS (sections) ? sentences : lines);
      if (i % G_N_ELEMENTS (sections) != G_N_ELEMENTS (sections) - 1)
        continue;

      g_assert_cmpuint (count_pages (self, BARN_PAPER_LAGESRAPPORT), ==, 1);
      g_assert_cmpuint (count_pages (self, BARN_PAPER_BARNVERSION), <=, 2);
      g_free (text);
      text = dump_paper (self, BARN_PAPER_BARNVERSION, self->as_of);
      g_assert_cmpuint (count (text, "p Det finns mer att läsa."), ==, 4);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add (path, Fixture, NULL, fixture_set_up, test, fixture_tear_down)
  ADD ("/papers/all", test_all);
  g_test_add_func ("/papers/empty", test_empty);
  ADD ("/papers/handlingsplan", test_handlingsplan);
  ADD ("/papers/lagesrapport", test_lagesrapport);
  g_test_add_func ("/papers/one-page", test_one_page);
  g_test_add ("/papers/short/none", Fixture, GUINT_TO_POINTER (0), fixture_set_up, test_short, fixture_tear_down);
  g_test_add ("/papers/short/some", Fixture, GUINT_TO_POINTER (15), fixture_set_up, test_short, fixture_tear_down);
  g_test_add ("/papers/short/many", Fixture, GUINT_TO_POINTER (500), fixture_set_up, test_short, fixture_tear_down);
  ADD ("/papers/halvarsrapport", test_halvarsrapport);
  ADD ("/papers/tjansteskrivelse", test_tjansteskrivelse);
  ADD ("/papers/barnversion", test_barnversion);
  g_test_add_func ("/papers/barnversion-is-easy", test_barnversion_is_easy);
#undef ADD

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report-support.h"

#include <string.h>

#include "barn-data-private.h"

static char *
dup_barnbokslut (Fixture *self,
                 BarnDay  as_of)
{
  return dump_paper (self, BARN_PAPER_BARNBOKSLUT, as_of);
}

static void
test_shape (Fixture       *self,
            gconstpointer  data)
{
  static const char *const headings[] = {
    "1 1 Inledning", "2 1.1 Bakgrund", "2 1.2 Viktiga begrepp", "2 1.3 De fyra", "1 2 Barnbokslut", "2 2.1 Uppföljning", "2 2.2 Nulägesanalys",
    "3 2.2.1 Förutsättningar", "3 2.2.2 Styrkor", "4 Artikel 12: ", "3 2.2.3 Utmaningar", "2 2.3 Vad årets", "3 2.3.1 ", "3 2.3.2 ", "3 2.3.3 ",
    "1 3 Utvecklingsområden",
  };
  g_autofree char *text = dup_barnbokslut (self, self->as_of);
  const char *p = text;

  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    {
      const char *found = strstr (p, headings[i]);

      if (found == NULL)
        g_error ("“%s” does not follow in:\n%s", headings[i], p);
      p = found + 1;
    }
}

static void
test_counted_once (Fixture       *self,
                   gconstpointer  data)
{
  g_autofree char *text = dup_barnbokslut (self, self->as_of);

  /* Two roles, two rows, one activity */
  assert_has (text, "| Chefer | 2 | 1 | 0 | 1 | 0 | 0 | 1 |");
  assert_has (text, "| Medarbetare | 1 | 0 | 0 | 1 | 0 | 0 | 0 |");
  assert_has (text, "| Alla aktiviteter | 2 | 1 | 0 | 1 | 0 | 0 | 1 |");
  assert_has (text, "p En aktivitet kan ha flera roller.");
  g_assert_cmpuint (count (text, "5 Skriv om breven"), ==, 1);
  g_assert_cmpuint (count (text, "Alla brev är klara."), ==, 1);
}

static void
test_as_of (Fixture       *self,
            gconstpointer  data)
{
  g_autofree char *march = dup_barnbokslut (self, barn_day_new (2026, 3, 10));
  g_autofree char *november = dup_barnbokslut (self, self->as_of);

  assert_has (march, "Den 10 mars 2026 var läget: ej påbörjad 1 och påbörjad 1.");
  assert_has (march, "Tre brev är klara.");
  assert_lacks (march, "Alla brev är klara.");
  assert_lacks (march, "Nio barn");
  assert_has (november, "ej påbörjad 1 och genomförd 1. En av dem är försenad. En aktivitet har inte följts upp.");
  /* In the order in which it happened, the effect after what it came of, and a brace in a text left alone */
  g_assert_true (strstr (november, "2 mars 2026: Tre") < strstr (november, "1 september 2026: Alla"));
  assert_has (november, "För barnen: Nio barn av tio förstår {year}.");
}

static void
test_round_trip_of_areas (Fixture       *self,
                          gconstpointer  data)
{
  g_autofree char *text = dup_barnbokslut (self, self->as_of);

  assert_has (text, "| Utvecklingsområde från föregående år | Åtgärder | Status | Kommentar |");
  assert_has (text, "| Begripliga brev | ");
  assert_has (text, "Låt barn läsa");
  assert_has (text, "| Genomförd | Klart. |");
  assert_has (text, "| Svar på klagomål |");
  assert_has (text, "Svar i tid");
}

static void
test_remains (Fixture       *self,
              gconstpointer  data)
{
  g_autofree char *text = dup_barnbokslut (self, self->as_of);
  g_autofree char *moved = NULL;

  assert_has (text, "| Dela ut kort | Ej påbörjad\nFörsenad | 31 mars 2026 | Ingen uppföljning |");
  assert_lacks (text, "| Skriv om breven | Genomförd");

  /* A due date that was moved stands with the first one */
  barn_item_set_number (barn_model_lookup (self->model, "a2"), BARN_ACTIVITY_FIRST_DUE_ON, barn_day_new (2026, 2, 15));
  moved = dup_barnbokslut (self, self->as_of);
  assert_has (moved, "| Dela ut kort | Ej påbörjad\nFörsenad | 31 mars 2026\nFrån början 15 februari 2026 | Ingen uppföljning |");
}

/* The register stands in the account of the day: what is decided later is not in it */
static void
test_assessments (Fixture       *self,
                  gconstpointer  data)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *without = dup_barnbokslut (self, self->as_of);
  g_autofree char *march = NULL;
  g_autofree char *november = NULL;

  assert_lacks (without, "Barnkonsekvensanalyser");

  add_item (items, BARN_KIND_ASSESSMENT, "k1", "plan", "p", "title", "Ny lokal", "outcome", "made", "heard", TRUE, "note", "Tio barn svarade.",
            "day", barn_day_new (2026, 3, 2), NULL);
  add_item (items, BARN_KIND_ASSESSMENT, "k2", "plan", "p", "title", "Ny taxa", "outcome", "not_made", "reason", "Det var bråttom.",
            "day", barn_day_new (2026, 5, 2), NULL);
  add_item (items, BARN_KIND_ASSESSMENT, "k3", "plan", "p", "title", "Nytt system", "outcome", "not_needed", NULL);
  barn_model_merge (self->model, items);

  march = dup_barnbokslut (self, barn_day_new (2026, 3, 10));
  assert_has (march, "p 2 barnkonsekvensanalyser har begärts: 1 gjordes, 0 gjordes inte och 1 behövdes inte. Barn hördes i 1 av 1 gjorda analyser.");
  assert_lacks (march, "Ny taxa");
  november = dup_barnbokslut (self, self->as_of);
  assert_has (november, "3 2.3.4 Barnkonsekvensanalyser\np 3 barnkonsekvensanalyser har begärts");
  assert_has (november, "| Ny lokal | 2 mars 2026 | Gjord, barn hördes | Tio barn svarade. |");
  assert_has (november, "| Ny taxa | 2 maj 2026 | Inte gjord | Det var bråttom. |");
  assert_has (november, "| Nytt system | Inte beslutat än | Behövdes inte |");
}

static void
test_written (Fixture       *self,
              gconstpointer  data)
{
  g_autofree char *text = dup_barnbokslut (self, self->as_of);

  assert_has (text, "p Barn läser.\nl ett\nl två\n");
  assert_has (text, "p Socialförvaltningen\nTill Socialnämnden\nDiarienummer SN 7\nUppgifterna gäller till och med den 22 november 2026.\n");
}

static void
test_empty_plan (void)
{
  g_autoptr (BarnModel) model = barn_model_new ();
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (BarnDocument) document = NULL;
  g_autofree char *text = NULL;

  add_item (items, BARN_KIND_PLAN, "p", "year", (gint64) 2026, NULL);
  barn_model_merge (model, items);
  document = barn_report_build (BARN_PAPER_BARNBOKSLUT, model, barn_model_find_plan (model, 2026), barn_profile_get_default (), barn_day_new (2026, 12, 31));
  text = dump_document (document);

  assert_has (text, "Handlingsplanen för 2026 har inga aktiviteter.");
  assert_has (text, "Det finns inga utvecklingsområden från 2025 att följa upp.");
  assert_lacks (text, "{");
}

static gboolean
has_material (GListModel *list,
              const char *body)
{
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (BarnMaterial) material = g_list_model_get_item (list, i);

      if (g_str_equal (barn_material_get_body (material), body))
        return TRUE;
    }

  return FALSE;
}

static void
test_material (Fixture       *self,
               gconstpointer  data)
{
  BarnProfile *profile = barn_profile_get_default ();
  g_autoptr (GListModel) strengths = barn_report_material (self->model, self->plan, profile, "strengths", 12, self->as_of);
  g_autoptr (GListModel) other = barn_report_material (self->model, self->plan, profile, "strengths", 6, self->as_of);
  g_autoptr (GListModel) areas = barn_report_material (self->model, self->plan, profile, "areas", 0, self->as_of);
  g_autoptr (GListModel) early = barn_report_material (self->model, self->plan, profile, "strengths", 12, barn_day_new (2026, 3, 10));
  g_autoptr (BarnMaterial) first = g_list_model_get_item (strengths, 0);

  /* The activity has article 12 through its shift; the effect comes before what was done */
  g_assert_cmpstr (barn_material_get_body (first), ==, "Nio barn av tio förstår {year}.");
  g_assert_cmpstr (barn_material_get_title (first), ==, "För barnen: Skriv om breven");
  g_assert_cmpstr (barn_material_get_source (first), ==, "Uppföljning 1 september 2026, Chefer, Medarbetare");
  g_assert_cmpuint (g_list_model_get_n_items (other), ==, 0);
  g_assert_true (has_material (areas, "Klart."));
  g_assert_true (has_material (early, "Tre brev är klara."));
  g_assert_false (has_material (early, "Alla brev är klara."));
}

static void
test_profile (void)
{
  BarnProfile *profile = barn_profile_get_default ();
  g_autofree char *status = barn_profile_dup_status (profile, BARN_STATUS_ONGOING);
  g_autofree char *missing = barn_profile_dup_text (profile, "barnbokslut", "no such key");
  g_autofree char *filled = barn_profile_fill (profile, "barnbokslut", "title", "year", "{date}", "date", "x", NULL);
  g_autofree char *unfilled = barn_profile_fill (profile, "barnbokslut", "title", "date", "x", NULL);
  g_autofree char *and = barn_profile_dup_text (profile, "general", "and");

  g_assert_cmpstr (status, ==, "Påbörjad");
  g_assert_cmpstr (missing, ==, "");
  g_assert_cmpstr (and, ==, " och ");

  /* What is filled in is not looked through again; what is not stays */
  g_assert_cmpstr (filled, ==, "Barnbokslut {date}");
  g_assert_cmpstr (unfilled, ==, "Barnbokslut {year}");
}

/* One thing of each kind, known by a word in it */
static void
put_one_of_each (Fixture *self)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  const BarnDay day = barn_day_new (2026, 5, 4);

  add_item (items, BARN_KIND_ORGANISATION, "organisation", "name", "of organisation", NULL);
  add_item (items, BARN_KIND_ROLE, "r9", "name", "of role", NULL);
  add_item (items, BARN_KIND_UNIT, "u9", "name", "of unit", NULL);
  add_item (items, BARN_KIND_PLAN, "p", "year", (gint64) 2026, "title", "of plan", NULL);
  add_item (items, BARN_KIND_OCCASION, "c9", "plan", "p", "title", "of occasion", "cut-off", day, NULL);
  add_item (items, BARN_KIND_PLAN_TEXT, "x9", "plan", "p", "section", "background", "body", "of plan_text", NULL);
  add_item (items, BARN_KIND_SHIFT, "s9", "plan", "p", "title", "of shift", NULL);
  add_item (items, BARN_KIND_ACTIVITY, "a9", "plan", "p", "title", "of activity", NULL);
  add_item (items, BARN_KIND_FOLLOW_UP, "f9", "activity", "a9", "day", day, "comment", "of follow_up", NULL);
  add_item (items, BARN_KIND_DELAY, "d9", "activity", "a9", "made-on", day, "reason", "of delay", NULL);
  add_item (items, BARN_KIND_REPORTED, "e9", "occasion", "c9", "title", "of reported", NULL);
  add_item (items, BARN_KIND_INDICATOR, "i9", "plan", "p", "title", "of indicator", "scale", "number", NULL);
  add_item (items, BARN_KIND_INDICATOR_VALUE, "v9", "indicator", "i9", "day", day, "value", 3.0, "comment", "of indicator_value", NULL);
  add_item (items, BARN_KIND_ASSESSMENT, "b9", "plan", "p", "title", "of assessment", "day", day, "outcome", "not_made", NULL);
  add_item (items, BARN_KIND_LONG_TERM, "l9", "plan", "p", "title", "of long_term", NULL);
  add_item (items, BARN_KIND_AREA, "o9", "year", (gint64) 2026, "title", "of area", NULL);
  add_item (items, BARN_KIND_MEASURE, "m9", "area", "o9", "title", "of measure", NULL);
  add_item (items, BARN_KIND_SECTION_TEXT, "t9", "plan", "p", "section", "strengths", "article", (gint64) 3, "body", "of section_text", NULL);
  add_item (items, BARN_KIND_ADOPTED, "n9", "plan", "p", "title", "of adopted", "adopted-on", day, NULL);
  add_item (items, BARN_KIND_YEAR_MARK, "k9", "title", "of year_mark", "category", "week", "day", day, NULL);
  add_item (items, BARN_KIND_SAVED_VIEW, "w9", "name", "of saved_view", NULL);
  barn_model_merge (self->model, items);
}

static gboolean
has_cell (GPtrArray  *sheets,
          const char *text)
{
  for (guint i = 0; i < sheets->len; i++)
    {
      const BarnSheet *sheet = g_ptr_array_index (sheets, i);

      g_assert_cmpuint (sheet->cells->len % sheet->columns->len, ==, 0);
      for (guint j = 0; j < sheet->cells->len; j++)
        {
          const BarnCell *cell = &g_array_index (sheet->cells, BarnCell, j);

          if (cell->kind == BARN_CELL_TEXT && strstr (cell->text, text) != NULL)
            return TRUE;
        }
    }

  return FALSE;
}

/* A kind of thing that is added to the program is added to its data too */
static void
test_data_whole (Fixture       *self,
                 gconstpointer  data)
{
  g_autoptr (GPtrArray) sheets = NULL;
  g_autofree char *json = NULL;

  put_one_of_each (self);
  sheets = barn_data_dup_sheets (self->model, barn_profile_get_default (), self->as_of);
  json = barn_json_write (self->model);
  for (guint kind = 0; kind < BARN_N_KINDS; kind++)
    {
      g_autofree char *text = g_strconcat ("of ", barn_kind_to_nick ((BarnKind) kind), NULL);
      g_autofree char *member = g_strdup_printf ("\"%s\" : [", barn_kind_to_nick ((BarnKind) kind));

      if (!has_cell (sheets, text))
        g_error ("no sheet has “%s”", text);
      assert_has (json, text);
      assert_has (json, member);
    }

  g_assert_true (has_cell (sheets, "Inte gjord"));
  g_assert_true (has_cell (sheets, "Barnrättsveckan"));
  for (guint i = 0; i < sheets->len; i++)
    {
      const BarnSheet *sheet = g_ptr_array_index (sheets, i);

      g_assert_cmpstr (sheet->name, !=, "");
      for (guint j = 0; j < sheet->columns->len; j++)
        g_assert_cmpstr (g_ptr_array_index (sheet->columns, j), !=, "");
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/report/shape", Fixture, NULL, fixture_set_up, test_shape, fixture_tear_down);
  g_test_add ("/report/counted-once", Fixture, NULL, fixture_set_up, test_counted_once, fixture_tear_down);
  g_test_add ("/report/as-of", Fixture, NULL, fixture_set_up, test_as_of, fixture_tear_down);
  g_test_add ("/report/areas", Fixture, NULL, fixture_set_up, test_round_trip_of_areas, fixture_tear_down);
  g_test_add ("/report/assessments", Fixture, NULL, fixture_set_up, test_assessments, fixture_tear_down);
  g_test_add ("/report/remains", Fixture, NULL, fixture_set_up, test_remains, fixture_tear_down);
  g_test_add ("/report/written", Fixture, NULL, fixture_set_up, test_written, fixture_tear_down);
  g_test_add_func ("/report/empty-plan", test_empty_plan);
  g_test_add ("/report/material", Fixture, NULL, fixture_set_up, test_material, fixture_tear_down);
  g_test_add_func ("/report/profile", test_profile);
  g_test_add ("/data/whole", Fixture, NULL, fixture_set_up, test_data_whole, fixture_tear_down);

  return g_test_run ();
}

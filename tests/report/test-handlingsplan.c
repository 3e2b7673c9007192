/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A handlingsplan that is exported and imported again is the same plan, in every format that is written and read */

#include "barn-draft.h"
#include "barn-report.h"
#include "barn-sections.h"
#include "report-support.h"

#include <string.h>

#define N_PLANS 25

static const char *const verbs[] = { "Skriv om", "Gå igenom", "Följ upp", "Fråga om", "Utbilda i", "Berätta om", "Pröva", "Öva på" };
static const char *const things[] = { "breven till barn", "barnets bästa", "stödet i skolan", "mötet med barn", "rätten att få svar",
                                      "barnkonventionen", "hälsa & trygghet", "kortet <med> namn" };
static const char *const places[] = { "på mottagningen", "i familjehem", "före sommaren", "hos nämnden", "med *egna* ord", "för yngre barn" };
static const char *const sentences[] = {
  "Den som vet vad som ska hända blir mindre orolig.", "Vi möter många barn först när det har gått långt.",
  "Frågan ställs första gången vi träffar en vuxen.", "Analysen är ett underlag för beslutet.", "Det gäller alla enheter i förvaltningen.",
};
static const char *const roles[] = { "Politiker", "Chefer", "Medarbetare", "Strategiskt arbete" };

static const char *
pick (GRand             *rand,
      const char *const *words,
      guint              n)
{
  return words[g_rand_int_range (rand, 0, (gint32) n)];
}

#define PICK(rand, words) pick (rand, words, G_N_ELEMENTS (words))

/* Unlike any other: an importer takes the same words for the same thing */
static char *
dup_title (GRand *rand,
           guint  number)
{
  return g_strdup_printf ("%s %s %s del %u", PICK (rand, verbs), PICK (rand, things), PICK (rand, places), number);
}

static char *
dup_text (GRand *rand,
          guint  paragraphs)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < paragraphs; i++)
    g_string_append_printf (text, "%s%s %s", i > 0 ? "\n\n" : "", PICK (rand, sentences), PICK (rand, sentences));

  return g_string_free (text, FALSE);
}

static char **
dup_some (GRand             *rand,
          const char *const *all,
          guint              n,
          guint              least)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  guint chosen = 0;

  for (guint i = 0; i < n; i++)
    {
      if (g_rand_boolean (rand) || (chosen < least && i + least - chosen >= n))
        {
          g_strv_builder_add (builder, all[i]);
          chosen++;
        }
    }

  return g_strv_builder_end (builder);
}

static void
add_texts (GRand     *rand,
           GPtrArray *items)
{
  static const char *const headings[] = { "Kunskap", "Barns egna röster", "Stöd i vardagen" };
  g_autofree char *background = dup_text (rand, 2);
  g_autofree char *direction = dup_text (rand, 1);

  add_item (items, BARN_KIND_PLAN_TEXT, "tb", "plan", "p", "section", "background", "body", background, "position", 1.0, NULL);
  add_item (items, BARN_KIND_PLAN_TEXT, "td", "plan", "p", "section", "direction", "body", direction, "position", 2.0, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (barn_basic_articles); i++)
    {
      g_autofree char *id = g_strdup_printf ("ta%u", i);

      if (g_rand_boolean (rand))
        add_item (items, BARN_KIND_PLAN_TEXT, id, "plan", "p", "section", "direction", "article", (gint64) barn_basic_articles[i],
                  "body", PICK (rand, sentences), "position", 3.0 + i, NULL);
    }
  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    {
      g_autofree char *id = g_strdup_printf ("ts%u", i);
      g_autofree char *body = dup_text (rand, (guint) g_rand_int_range (rand, 1, 3));

      add_item (items, BARN_KIND_PLAN_TEXT, id, "plan", "p", "section", "strategy", "heading", headings[i], "body", body, "position", 10.0 + i, NULL);
    }
}

static void
add_activity (GRand             *rand,
              GPtrArray         *items,
              guint              number,
              const char *const *shift_ids,
              guint              n_shifts)
{
  static const char *const role_ids[] = { "r0", "r1", "r2", "r3" };
  static const char *const articles[] = { "2", "3", "6", "12", "31" };
  g_autofree char *id = g_strdup_printf ("a%u", number);
  g_autofree char *title = dup_title (rand, number);
  g_auto (GStrv) of_roles = dup_some (rand, role_ids, G_N_ELEMENTS (role_ids), 1);
  g_auto (GStrv) of_shifts = dup_some (rand, shift_ids, n_shifts, 0);
  g_auto (GStrv) of_articles = dup_some (rand, articles, G_N_ELEMENTS (articles), 0);
  BarnDay due = g_rand_boolean (rand) ? barn_day_new (2026, 1, 1) + (guint) g_rand_int_range (rand, 40, 360) : BARN_DAY_NONE;

  add_item (items, BARN_KIND_ACTIVITY, id, "plan", "p", "title", title, "roles", of_roles, "shifts", of_shifts, "articles", of_articles,
            "description", g_rand_boolean (rand) ? PICK (rand, sentences) : "",
            "responsible", g_rand_boolean (rand) ? "Enhetschef Mottagning" : "",
            "due-on", due, "first-due-on", due, "start-on", g_rand_boolean (rand) ? barn_day_new (2026, 2, 1) : BARN_DAY_NONE,
            "position", (double) number, NULL);
}

static BarnModel *
new_model (GRand *rand)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  static const char *const shift_ids[] = { "s0", "s1", "s2", "s3" };
  static const char *const articles[] = { "3", "12" };
  guint n_shifts = (guint) g_rand_int_range (rand, 1, 5);
  guint n_activities = (guint) g_rand_int_range (rand, 1, 20);
  BarnModel *model = barn_model_new ();

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      g_autofree char *id = g_strdup_printf ("r%u", i);

      add_item (items, BARN_KIND_ROLE, id, "name", roles[i], "position", (double) i, NULL);
    }

  add_item (items, BARN_KIND_PLAN, "p", "year", (gint64) 2026, "title", g_rand_boolean (rand) ? "Plan för barnets rättigheter" : "Handlingsplan 2026",
            "approved-by", "Förvaltningsledningen", "approved-on", barn_day_new (2026, 2, 12), "registry-number", "SN 2026/0041", NULL);
  add_texts (rand, items);

  for (guint i = 0; i < n_shifts; i++)
    {
      g_autofree char *title = dup_title (rand, 100 + i);
      g_autofree char *purpose = dup_text (rand, (guint) g_rand_int_range (rand, 0, 3));
      g_auto (GStrv) of_articles = dup_some (rand, articles, G_N_ELEMENTS (articles), 0);

      add_item (items, BARN_KIND_SHIFT, shift_ids[i], "plan", "p", "title", title, "purpose", purpose, "articles", of_articles,
                "position", (double) i, NULL);
    }
  for (guint i = 0; i < n_activities; i++)
    add_activity (rand, items, i, shift_ids, n_shifts);
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *id = g_strdup_printf ("l%u", i);
      g_autofree char *title = dup_title (rand, 200 + i);

      add_item (items, BARN_KIND_LONG_TERM, id, "plan", "p", "title", title, "description", i > 0 ? PICK (rand, sentences) : "",
                "position", (double) i, NULL);
    }
  barn_model_merge (model, items);

  return model;
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The order of activities is that of their roles in the document, so they are compared whatever their order */
static void
append_activities (GString   *into,
                   BarnModel *model,
                   BarnPlan  *plan)
{
  GListModel *activities = barn_plan_get_activities (plan);
  GListModel *shifts = barn_plan_get_shifts (plan);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < g_list_model_get_n_items (activities); i++)
    {
      g_autoptr (BarnActivity) activity = g_list_model_get_item (activities, i);
      g_autofree char *names = barn_model_dup_role_names (model, activity);
      g_autofree char *articles = g_strjoinv (" ", (GStrv) barn_activity_get_articles (activity));
      g_autoptr (GString) numbers = g_string_new (NULL);

      for (guint j = 0; j < g_list_model_get_n_items (shifts); j++)
        {
          g_autoptr (BarnItem) shift = g_list_model_get_item (shifts, j);

          if (barn_activity_has_shift (activity, barn_item_get_id (shift)))
            g_string_append_printf (numbers, "%u ", j + 1);
        }
      g_ptr_array_add (lines, g_strdup_printf ("%s|%s|%s|%s|%s|%s|%u|%u\n", barn_activity_get_title (activity), barn_activity_get_description (activity),
                                               names, numbers->str, articles, barn_activity_get_responsible (activity),
                                               barn_activity_get_start_on (activity), barn_activity_get_due_on (activity)));
    }
  g_ptr_array_sort (lines, compare_lines);
  for (guint i = 0; i < lines->len; i++)
    g_string_append (into, g_ptr_array_index (lines, i));
}

static char *
dump_plan (BarnModel *model,
           BarnPlan  *plan)
{
  GString *into = g_string_new (NULL);
  GListModel *texts = barn_plan_get_texts (plan);
  GListModel *shifts = barn_plan_get_shifts (plan);
  GListModel *long_terms = barn_plan_get_long_terms (plan);

  g_string_append_printf (into, "%u|%s|%s|%u|%s\n", barn_plan_get_year (plan), barn_plan_get_title (plan), barn_plan_get_approved_by (plan),
                          barn_plan_get_approved_on (plan), barn_plan_get_registry_number (plan));
  for (guint i = 0; i < g_list_model_get_n_items (texts); i++)
    {
      g_autoptr (BarnItem) text = g_list_model_get_item (texts, i);

      g_string_append_printf (into, "%s|%u|%s|%s\n", barn_item_get_text (text, BARN_PLAN_TEXT_SECTION),
                              (guint) barn_item_get_number (text, BARN_PLAN_TEXT_ARTICLE), barn_item_get_text (text, BARN_PLAN_TEXT_HEADING),
                              barn_item_get_text (text, BARN_PLAN_TEXT_BODY));
    }
  for (guint i = 0; i < g_list_model_get_n_items (shifts); i++)
    {
      g_autoptr (BarnShift) shift = g_list_model_get_item (shifts, i);
      g_autofree char *articles = g_strjoinv (" ", (GStrv) barn_shift_get_articles (shift));

      g_string_append_printf (into, "%u. %s|%s|%s\n", i + 1, barn_shift_get_title (shift), barn_shift_get_purpose (shift), articles);
    }
  append_activities (into, model, plan);
  for (guint i = 0; i < g_list_model_get_n_items (long_terms); i++)
    {
      g_autoptr (BarnLongTerm) item = g_list_model_get_item (long_terms, i);

      g_string_append_printf (into, "%s|%s\n", barn_long_term_get_title (item), barn_long_term_get_description (item));
    }

  return g_string_free (into, FALSE);
}

static void
check_round_trip (BarnModel  *model,
                  BarnFormat  format)
{
  BarnPlan *plan = barn_model_find_plan (model, 2026);
  g_autoptr (BarnDocument) document =
    barn_report_build (BARN_PAPER_HANDLINGSPLAN, model, plan, barn_profile_get_default (), barn_day_new (2026, 11, 22));
  g_autofree char *name = g_strconcat ("plan.", barn_format_get_extension (format), NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = barn_document_to_bytes (document, format, NULL, &error);
  g_autoptr (BarnDocument) read = NULL;
  g_autoptr (BarnDraft) draft = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (BarnModel) again = barn_model_new ();
  g_autofree char *before = dump_plan (model, plan);
  g_autofree char *after = NULL;

  g_assert_no_error (error);
  read = barn_document_read_bytes (bytes, name, NULL, &error);
  g_assert_no_error (error);
  draft = barn_draft_recognise (read, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (barn_draft_get_year (draft), ==, 2026);

  /* As the file has the roles already, they keep their order */
  items = barn_draft_build (draft, model);
  barn_model_merge (again, items);
  after = dump_plan (again, barn_model_find_plan (again, 2026));
  if (g_strcmp0 (before, after) != 0)
    g_test_message ("%s: %.*s", name, (int) MIN (g_bytes_get_size (bytes), 6000), (const char *) g_bytes_get_data (bytes, NULL));
  g_assert_cmpstr (after, ==, before);
}

static void
test_round_trip (gconstpointer data)
{
  BarnFormat format = (BarnFormat) GPOINTER_TO_UINT (data);

  if (!barn_format_can_write (format))
    {
      g_test_skip ("There is no writer for it");
      return;
    }

  for (guint seed = 0; seed < N_PLANS; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (BarnModel) model = new_model (rand);

      g_test_message ("seed %u", seed);
      check_round_trip (model, format);
    }
}

int
main (int   argc,
      char *argv[])
{
  static const BarnFormat formats[] = { BARN_FORMAT_TEXT, BARN_FORMAT_MARKDOWN, BARN_FORMAT_DOCX, BARN_FORMAT_ODT };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *path = g_strdup_printf ("/handlingsplan/round-trip/%s", barn_format_get_extension (formats[i]));

      g_test_add_data_func (path, GUINT_TO_POINTER (formats[i]), test_round_trip);
    }

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "barn-review.h"

#include <locale.h>

#define AS_OF barn_day_new (2026, 11, 22)

typedef struct
{
  BarnModel *model;
} Fixture;

static void
fixture_set_up (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  BarnItem *plan = barn_item_new (BARN_KIND_PLAN, "p");

  g_object_set (plan, "year", (gint64) 2026, NULL);
  g_ptr_array_add (items, plan);

  self->model = barn_model_new ();
  barn_model_merge (self->model, items);
}

static void
fixture_tear_down (Fixture       *self,
                   gconstpointer  data)
{
  g_assert_finalize_object (self->model);
}

/* One item more, or the same with other values */
static void G_GNUC_NULL_TERMINATED
put (Fixture    *self,
     BarnKind    kind,
     const char *id,
     const char *first,
     ...)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  BarnItem *item = barn_item_new (kind, id);
  va_list args;

  va_start (args, first);
  g_object_set_valist (G_OBJECT (item), first, args);
  va_end (args);

  g_ptr_array_add (items, item);
  barn_model_merge (self->model, items);
}

static void
put_section (Fixture    *self,
             const char *section,
             guint       article,
             const char *body,
             gboolean    ready)
{
  g_autofree char *id = g_strdup_printf ("%s-%u", section, article);

  put (self, BARN_KIND_SECTION_TEXT, id, "plan", "p", "section", section, "article", (gint64) article,
       "body", body, "ready", ready, NULL);
}

static void
put_follow_up (Fixture    *self,
               const char *id,
               const char *activity,
               BarnDay     day,
               const char *comment,
               const char *effect)
{
  put (self, BARN_KIND_FOLLOW_UP, id, "activity", activity, "day", day, "status", BARN_STATUS_ONGOING,
       "comment", comment, "effect", effect, NULL);
}

static gboolean
says (Fixture    *self,
      BarnDay     as_of,
      const char *section,
      guint       article,
      const char *words)
{
  g_autoptr (GPtrArray) remarks = barn_review (BARN_PAPER_BARNBOKSLUT, self->model, barn_model_find_plan (self->model, 2026), barn_profile_get_default (), as_of);

  for (guint i = 0; i < remarks->len; i++)
    {
      BarnRemark *remark = g_ptr_array_index (remarks, i);

      if (g_str_equal (remark->section, section) && remark->article == article && strstr (remark->sentence, words) != NULL)
        return TRUE;
    }

  return FALSE;
}

static void
test_empty (Fixture       *self,
            gconstpointer  data)
{
  g_assert_true (says (self, AS_OF, "challenges", 0, "No challenges are named"));
  g_assert_true (says (self, AS_OF, BARN_PART_FOLLOWUP, 0, "No development area from last year"));
  g_assert_true (says (self, AS_OF, BARN_PART_AREAS, 0, "No development area is set"));
  g_assert_true (says (self, AS_OF, BARN_PART_RESULTS, 0, "no activities"));
}

/* Sections are called what the document calls them; a standard text is not nothing */
static void
test_sections (Fixture       *self,
               gconstpointer  data)
{
  g_assert_true (says (self, AS_OF, "background", 0, "“1.1 Bakgrund och syfte” has only the standard text."));
  g_assert_true (says (self, AS_OF, "conditions", 0, "“2.2.1 Förutsättningar för barnrättsarbetet” is empty."));
  put_section (self, "background", 0, "Why we write.", TRUE);
  g_assert_false (says (self, AS_OF, "background", 0, "Bakgrund"));
}

static void
test_articles (Fixture       *self,
               gconstpointer  data)
{
  put_section (self, "challenges", 12, "Few are asked.", FALSE);
  g_assert_false (says (self, AS_OF, "challenges", 0, "No challenges are named"));
  g_assert_true (says (self, AS_OF, "challenges", 3, "article 3"));
  g_assert_false (says (self, AS_OF, "challenges", 12, "article 12"));

  /* White space is nothing written */
  put_section (self, "challenges", 12, " \n ", FALSE);
  g_assert_true (says (self, AS_OF, "challenges", 0, "No challenges are named"));
}

static void
test_ready (Fixture       *self,
            gconstpointer  data)
{
  put_section (self, "conditions", 0, "Two strategists.", FALSE);
  g_assert_true (says (self, AS_OF, "conditions", 0, "1 section is written but not marked"));
  put_section (self, "conditions", 0, "Two strategists.", TRUE);
  g_assert_false (says (self, AS_OF, "conditions", 0, "not marked"));
}

static void
test_areas (Fixture       *self,
            gconstpointer  data)
{
  put (self, BARN_KIND_AREA, "last", "year", (gint64) 2025, "title", "Letters", NULL);
  g_assert_true (says (self, AS_OF, BARN_PART_FOLLOWUP, 0, "“Letters” has neither status nor comment"));
  put (self, BARN_KIND_AREA, "last", "year", (gint64) 2025, "title", "Letters", "status", BARN_STATUS_DONE, NULL);
  g_assert_true (says (self, AS_OF, BARN_PART_FOLLOWUP, 0, "“Letters” has no comment"));
  put (self, BARN_KIND_AREA, "last", "year", (gint64) 2025, "title", "Letters", "status", BARN_STATUS_DONE,
       "comment", "All are rewritten.", NULL);
  g_assert_false (says (self, AS_OF, BARN_PART_FOLLOWUP, 0, "Letters"));

  put (self, BARN_KIND_AREA, "next", "year", (gint64) 2026, "title", "Answers", NULL);
  g_assert_true (says (self, AS_OF, BARN_PART_AREAS, 0, "“Answers” has no measures"));
  g_assert_true (says (self, AS_OF, BARN_PART_AREAS, 0, "“Answers” has no expected result"));
  put (self, BARN_KIND_MEASURE, "m", "area", "next", "title", "Answer in a week", NULL);
  g_assert_false (says (self, AS_OF, BARN_PART_AREAS, 0, "“Answers” has no measures"));
}

static void
test_effects (Fixture       *self,
              gconstpointer  data)
{
  put (self, BARN_KIND_ACTIVITY, "a", "plan", "p", "title", "Write letters", NULL);
  g_assert_true (says (self, AS_OF, BARN_PART_RESULTS, 0, "1 activity has no follow-up"));

  put_follow_up (self, "f", "a", barn_day_new (2026, 5, 1), "Three are done.", "Nine of ten understand.");
  g_assert_false (says (self, AS_OF, BARN_PART_RESULTS, 0, "No follow-up says what changed"));
  g_assert_false (says (self, AS_OF, BARN_PART_RESULTS, 0, "has no follow-up"));

  /* What came after the day asked for does not count */
  g_assert_true (says (self, barn_day_new (2026, 4, 30), BARN_PART_RESULTS, 0, "No follow-up says what changed"));
  g_assert_true (says (self, barn_day_new (2026, 4, 30), BARN_PART_RESULTS, 0, "1 activity has no follow-up"));
}

/* An invented number whose checksum is sound */
static char *
dup_personal_id (void)
{
  /* The last digit by the Luhn algorithm, so that no real number stands here */
  const char *digits = "120101000";
  guint sum = 0;

  for (guint i = 0; i < 9; i++)
    {
      guint product = (guint) (digits[i] - '0') * (i % 2 == 0 ? 2 : 1);

      sum += product / 10 + product % 10;
    }

  return g_strdup_printf ("20120101-000%u", (10 - sum % 10) % 10);
}

static void
test_personal_ids (Fixture       *self,
                   gconstpointer  data)
{
  g_autofree char *id = dup_personal_id ();
  g_autofree char *text = g_strdup_printf ("A talk with %s.", id);

  put_section (self, "strengths", 3, text, TRUE);
  g_assert_true (says (self, AS_OF, "strengths", 3, "personnummer"));

  put (self, BARN_KIND_AREA, "last", "year", (gint64) 2025, "title", "Letters", "comment", text, NULL);
  g_assert_true (says (self, AS_OF, BARN_PART_FOLLOWUP, 0, "“Letters” holds something"));

  put (self, BARN_KIND_ACTIVITY, "a", "plan", "p", "title", "Ask the children", NULL);
  put_follow_up (self, "f", "a", barn_day_new (2026, 5, 1), text, "");
  g_assert_true (says (self, AS_OF, BARN_PART_RESULTS, 0, "“Ask the children” holds something"));
  g_assert_false (says (self, barn_day_new (2026, 4, 1), BARN_PART_RESULTS, 0, "“Ask the children” holds something"));
}

static BarnRemark *
find_remark (GPtrArray  *remarks,
             const char *words)
{
  for (guint i = 0; i < remarks->len; i++)
    {
      BarnRemark *remark = g_ptr_array_index (remarks, i);

      if (strstr (remark->sentence, words) != NULL)
        return remark;
    }

  return NULL;
}

/* What the remark with the words leads to; "nowhere" where there is none */
static const char *
find_item (GPtrArray  *remarks,
           const char *words)
{
  BarnRemark *found = find_remark (remarks, words);

  return found != NULL ? found->item : "nowhere";
}

static void
test_leads_to_items (Fixture       *self,
                     gconstpointer  data)
{
  g_autoptr (GPtrArray) remarks = NULL;

  put (self, BARN_KIND_AREA, "last", "year", (gint64) 2025, "title", "Letters", NULL);
  put (self, BARN_KIND_ACTIVITY, "old", "plan", "p", "title", "Talk", NULL);
  put_follow_up (self, "f", "old", barn_day_new (2025, 12, 30), "Begun.", "");

  remarks = barn_review (BARN_PAPER_BARNBOKSLUT, self->model, barn_model_find_plan (self->model, 2026), barn_profile_get_default (), AS_OF);
  g_assert_cmpstr (find_item (remarks, "“Letters” has neither"), ==, "last");
  g_assert_cmpstr (find_item (remarks, "“Talk” has a status, but no follow-up this year"), ==, "old");
  g_assert_cmpstr (find_item (remarks, "No challenges"), ==, NULL);
}

static void
test_readability (Fixture       *self,
                  gconstpointer  data)
{
  g_autoptr (GString) many = g_string_new (NULL);

  put_section (self, "conditions", 0, "Barn får svar. De vet mer.", TRUE);
  g_assert_false (says (self, AS_OF, "conditions", 0, "LIX"));

  /* 5 words in 2 sentences, 4 of them long. A few words are not judged. */
  put_section (self, "conditions", 0, "Ja. Socialförvaltningens verksamhetsområden organiserar barnrättsarbetet.", TRUE);
  g_assert_false (says (self, AS_OF, "conditions", 0, "LIX"));
  for (guint i = 0; i < 4; i++)
    g_string_append (many, "Ja. Socialförvaltningens verksamhetsområden organiserar barnrättsarbetet.\n");
  put_section (self, "conditions", 0, many->str, TRUE);
  g_assert_true (says (self, AS_OF, "conditions", 0, "LIX 83. Its longest sentence: “Socialförvaltningens"));
}

/* Each document is looked at for itself */
static void
test_other_papers (Fixture       *self,
                   gconstpointer  data)
{
  g_autoptr (GPtrArray) empty = NULL;
  g_autoptr (GPtrArray) written = NULL;
  BarnPlan *plan = barn_model_find_plan (self->model, 2026);

  put_section (self, "conditions", 0, "Two strategists.", FALSE);
  empty = barn_review (BARN_PAPER_TJANSTESKRIVELSE, self->model, plan, barn_profile_get_default (), AS_OF);
  g_assert_nonnull (find_remark (empty, "“Ekonomi” is empty"));
  g_assert_null (find_remark (empty, "challenges"));
  g_assert_null (find_remark (empty, "not marked as ready"));

  put_section (self, "tjansteskrivelse_economy", 0, "Inga kostnader.", FALSE);
  written = barn_review (BARN_PAPER_TJANSTESKRIVELSE, self->model, plan, barn_profile_get_default (), AS_OF);
  g_assert_null (find_remark (written, "Ekonomi"));
  g_assert_nonnull (find_remark (written, "1 section is written but not marked"));
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add (path, Fixture, NULL, fixture_set_up, test, fixture_tear_down)
  ADD ("/review/empty", test_empty);
  ADD ("/review/sections", test_sections);
  ADD ("/review/articles", test_articles);
  ADD ("/review/ready", test_ready);
  ADD ("/review/areas", test_areas);
  ADD ("/review/effects", test_effects);
  ADD ("/review/personal-ids", test_personal_ids);
  ADD ("/review/leads-to-items", test_leads_to_items);
  ADD ("/review/readability", test_readability);
  ADD ("/review/other-papers", test_other_papers);
#undef ADD

  return g_test_run ();
}

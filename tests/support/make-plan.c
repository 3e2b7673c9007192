/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Makes a plan file for tests and benchmarks:

     make-plan FILE ACTIVITIES [hard]

   ACTIVITIES activities of 2026 with what belongs to them; hard: with the texts that break documents. The same words give the same plan. */

#include "config.h"

#include <locale.h>
#include <stdlib.h>

#include "barn-plan-file-private.h"
#include "barn-sections.h"

#define YEAR 2026
#define N_SHIFTS 6
#define N_UNITS 12
#define N_AREAS 12
#define LONG_TITLE 10000
#define LONG_CELL 3000

typedef struct
{
  BarnPlanFile *file;
  const char   *plan;
  gboolean      hard;
  guint         n;           /* items so far */
  GPtrArray    *roles;       /* ids */
  GPtrArray    *shifts;
  GPtrArray    *units;
} Maker;

/* Words that a person could type, and that documents break on: letters put together of two, signs beyond the first 65,536, writing from
   right to left, and what means something in one of the formats */
static const char *const hard_words[] = {
  "A\xcc\x8atga\xcc\x88rder fo\xcc\x88r barn", "👩‍👩‍👧‍👦🇸🇪 barnråd", "أطفال لهم حقوق", "ילדים שומעים", "<b>&amp;</b> \"citat\" ']]>", "| cell | *stjärna* _under_ `kod` #",
  "=SUMMA(A1:A9)", "- inget streck", "1. inget nummer", "\\n{title}{n}%s", "[länk](http://exempel.se) https://exempel.se/a?b=c&d=e",
  "Barnkonsekvensanalysutbildningssamordnarorganisationsutredningsgruppsordförandeskapsfrågeställningsunderlag", "a\xc2\xa0" "b\xe2\x80\x8b" "c\xc2\xad" "d",
};

static const char *const plain_words[] = {
  "Barn och unga får veta vad som ska hända", "Enheten prövar barnets bästa i varje ärende", "Handläggare frågar hur barnet vill att det ska bli",
  "Alla nyanställda utbildas i barnets rättigheter", "Brev till barn skrivs om så att barn förstår dem", "Nämnden möter barn och unga två gånger om året",
};

static const char *
get_word (Maker *self,
          guint  i)
{
  return self->hard && i % 3 == 0 ? hard_words[i / 3 % G_N_ELEMENTS (hard_words)] : plain_words[i % G_N_ELEMENTS (plain_words)];
}

/* At least so many characters of sentences */
static char *
dup_text (Maker *self,
          guint  from,
          gsize  length)
{
  GString *text = g_string_new (NULL);

  for (guint i = from; text->len < length; i++)
    g_string_append_printf (text, "%s%s, för det %u:a.", text->len == 0 ? "" : i % 7 == 0 ? "\n\n" : " ", get_word (self, i), i);

  return g_string_free (text, FALSE);
}

static char *
dup_line (Maker *self,
          guint  from,
          gsize  length)
{
  return g_strdelimit (dup_text (self, from, length), "\n", ' ');
}

static void
fail (GError *error)
{
  g_printerr ("%s\n", error->message);
  exit (1);
}

static const char *
add (Maker      *self,
     BarnKind    kind,
     const char *first,
     ...)
{
  g_autofree char *id = g_strdup_printf ("00000000-0000-4000-8000-%012u", ++self->n);
  g_autoptr (BarnItem) item = barn_item_new (kind, id);
  g_autoptr (GError) error = NULL;
  va_list args;

  va_start (args, first);
  g_object_set_valist (G_OBJECT (item), first, args);
  va_end (args);
  if (!barn_plan_file_insert (self->file, item, &error))
    fail (error);

  return g_intern_string (id);
}

static void
add_structure (Maker *self)
{
  GListModel *roles = barn_model_get_roles (barn_plan_file_get_model (self->file));

  for (guint i = 0; i < g_list_model_get_n_items (roles); i++)
    {
      g_autoptr (BarnItem) role = g_list_model_get_item (roles, i);

      g_ptr_array_add (self->roles, (char *) g_intern_string (barn_item_get_id (role)));
    }
  for (guint i = 0; self->hard && i < 3; i++)
    g_ptr_array_add (self->roles, (char *) add (self, BARN_KIND_ROLE, "name", hard_words[i], "position", 10.0 + i, NULL));

  for (guint i = 0; i < N_UNITS; i++)
    {
      g_autofree char *name = g_strdup_printf ("Enhet %u %s", i, self->hard ? hard_words[i % G_N_ELEMENTS (hard_words)] : "Mottagning");

      g_ptr_array_add (self->units, (char *) add (self, BARN_KIND_UNIT, "name", name, "position", (double) i, NULL));
    }

  for (guint i = 0; i < N_SHIFTS; i++)
    {
      const char *articles[] = { "3", "12", NULL };
      g_autofree char *title = dup_line (self, 3 * i, self->hard && i == 2 ? LONG_TITLE : 20);
      g_autofree char *purpose = dup_text (self, i, self->hard ? LONG_CELL : 80);

      g_ptr_array_add (self->shifts, (char *) add (self, BARN_KIND_SHIFT, "plan", self->plan, "title", title, "purpose", purpose,
                                                   "articles", articles, "position", (double) i, NULL));
    }
}

static void
add_follow_ups (Maker      *self,
                const char *activity,
                guint       i)
{
  for (guint j = 0; j < i % 4; j++)
    {
      g_autofree char *comment = dup_text (self, i + j, self->hard && i % 40 == 3 ? LONG_CELL : 60);
      g_autofree char *effect = j == 1 ? dup_text (self, 2 * i, 60) : g_strdup ("");

      add (self, BARN_KIND_FOLLOW_UP, "activity", activity, "day", barn_day_new (YEAR, 2 + 3 * j, 1 + i % 28),
           "status", (BarnStatus) ((i + j) % BARN_N_STATUSES), "comment", comment, "effect", effect, NULL);
    }
}

static void
add_activities (Maker *self,
                guint  n)
{
  for (guint i = 0; i < n; i++)
    {
      const char *roles[] = { self->roles->pdata[i % self->roles->len], i % 5 == 0 ? self->roles->pdata[(i + 1) % self->roles->len] : NULL, NULL };
      const char *shifts[] = { self->shifts->pdata[i % self->shifts->len], NULL };
      const char *articles[] = { i % 2 == 0 ? "12" : "3", NULL };
      const char *none[] = { NULL };
      g_autofree char *title = dup_line (self, i, self->hard && i == 7 ? LONG_TITLE : self->hard && i % 50 == 9 ? 600 : 30);
      g_autofree char *description = i % 3 == 0 ? dup_text (self, i, self->hard && i % 60 == 6 ? LONG_CELL : 120) : g_strdup ("");
      const char *activity = add (self, BARN_KIND_ACTIVITY, "plan", self->plan, "title", title, "description", description,
                                  "roles", i % 11 == 10 ? none : roles, "shifts", i % 7 == 6 ? none : shifts, "articles", articles,
                                  "unit", self->units->pdata[i % self->units->len], "responsible", i % 4 == 0 ? get_word (self, i) : "",
                                  "start-on", i % 9 == 8 ? BARN_DAY_NONE : barn_day_new (YEAR, 1 + i % 6, 1 + i % 28),
                                  "due-on", i % 9 == 8 ? BARN_DAY_NONE : barn_day_new (YEAR, 7 + i % 6, 1 + i % 28),
                                  "raised", i % 100 == 50, "position", (double) i, NULL);

      add_follow_ups (self, activity, i);
    }
}

static void
add_areas (Maker *self,
           gint64 year)
{
  for (guint i = 0; i < N_AREAS; i++)
    {
      g_autofree char *title = dup_line (self, 3 * i + (guint) year, 30);
      g_autofree char *comment = dup_text (self, i, self->hard && i % 4 == 1 ? LONG_CELL : 100);
      const char *area = add (self, BARN_KIND_AREA, "year", year, "title", title, "expected-result", comment, "status", (BarnStatus) (i % BARN_N_STATUSES),
                              "comment", comment, "position", (double) i, NULL);

      for (guint j = 0; j < 1 + i % 5; j++)
        add (self, BARN_KIND_MEASURE, "area", area, "title", get_word (self, 3 * i + j), "position", (double) j, NULL);
    }
}

static void
add_texts (Maker *self)
{
  for (guint paper = 0; paper < BARN_N_PAPERS; paper++)
    {
      guint n;
      const BarnSection *sections = barn_sections_get ((BarnPaper) paper, &n);

      for (guint i = 0; i < n; i++)
        {
          g_autofree char *body = dup_text (self, 3 * i, g_str_equal (sections[i].id, "lagesrapport_comment") ? 200 : self->hard ? LONG_CELL : 400);

          add (self, BARN_KIND_SECTION_TEXT, "plan", self->plan, "section", sections[i].id, "body", body, NULL);
        }
    }

  for (guint i = 0; i < 4; i++)
    add (self, BARN_KIND_LONG_TERM, "plan", self->plan, "title", get_word (self, 3 * i), "description", get_word (self, i), "position", (double) i, NULL);
  for (guint i = 0; i < 3; i++)
    add (self, BARN_KIND_OCCASION, "plan", self->plan, "title", get_word (self, 3 * i), "cut-off", barn_day_new (YEAR, 4 * (i + 1), 30), NULL);
  for (guint i = 0; i < 12; i++)
    add (self, BARN_KIND_YEAR_MARK, "title", get_word (self, 3 * i), "category", "board", "day", barn_day_new (YEAR, 1 + i, 12), "by-week", i % 5 == 0, NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GFile) location = NULL;
  g_autoptr (GPtrArray) roles = g_ptr_array_new ();
  g_autoptr (GPtrArray) shifts = g_ptr_array_new ();
  g_autoptr (GPtrArray) units = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  Maker self = { .roles = roles, .shifts = shifts, .units = units };

  setlocale (LC_ALL, "");
  if (argc < 3)
    {
      g_printerr ("make-plan FILE ACTIVITIES [hard]\n");
      return 2;
    }

  self.hard = argc > 3;
  location = g_file_new_for_commandline_arg (argv[1]);
  self.file = barn_plan_file_create (location, YEAR, self.hard ? "Förvaltningen <för> 👧 & \"أطفال\"" : "Socialförvaltningen", "Socialnämnden", &error);
  if (self.file == NULL)
    fail (error);

  self.plan = barn_item_get_id (BARN_ITEM (barn_model_find_plan (barn_plan_file_get_model (self.file), YEAR)));
  if (!barn_plan_file_begin (self.file, &error))
    fail (error);
  add_structure (&self);
  add_activities (&self, (guint) g_ascii_strtoull (argv[2], NULL, 10));
  add_areas (&self, YEAR - 1);
  add_areas (&self, YEAR);
  add_texts (&self);
  if (!barn_plan_file_commit (self.file, BARN_PLAN_FILE_ACTION_NEW, "", "", NULL, &error))
    fail (error);
  g_object_unref (self.file);

  return 0;
}

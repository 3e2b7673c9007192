/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-plan-file.h"

G_BEGIN_DECLS

/* That it was refused so, and in a sentence */
#define assert_refused(error, code) \
  G_STMT_START { \
    g_assert_error ((error), BARN_PLAN_FILE_ERROR, (code)); \
    g_assert_true (g_str_has_suffix ((error)->message, ".")); \
    g_clear_error (&(error)); \
  } G_STMT_END

/* A plan file in a folder of its own, with a little of everything */
typedef struct
{
  char         *folder;
  GFile        *location;
  BarnPlanFile *file;

  /* Of the file, alive as long as nothing deletes them */
  BarnPlan     *plan;
  BarnRole     *role;
  BarnUnit     *unit;
  BarnShift    *shift;
  BarnActivity *activity;  /* the first of three, with one follow-up and a due date */
  BarnActivity *second;
  BarnActivity *third;
  BarnLongTerm *long_term;
  BarnArea     *area;      /* with two measures */
  BarnMeasure  *measure;
} Fixture;

/* Instead of g_test_init() and g_test_run(): the user's folders are a temporary one. (G_TEST_OPTION_ISOLATE_DIRS loses memory.) */
void  tests_init        (int           *argc,
                         char        ***argv);
int   tests_run         (void);

void  fixture_set_up    (Fixture       *fixture,
                         gconstpointer  data);
void  fixture_tear_down (Fixture       *fixture,
                         gconstpointer  data);

/* Every field of every item, a line each, in an order that follows from what they say */
char *dump_model        (BarnModel     *model);
/* The same of what another program would read in the file now */
char *dump_stored       (GFile         *location);
/* That the living items are what is stored, and that the file is sound */
void  assert_sound      (BarnPlanFile  *file);

G_END_DECLS

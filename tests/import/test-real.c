/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "draft-support.h"

#include <locale.h>

/* Published documents, read from the folder that BARNRATT_REAL_DOCUMENTS names. Their sentences stay there: what is compared is how much there is
   of what, names of roles, and that every format gives the same. */

static BarnDocument *
read_real (const char *name)
{
  const char *folder = g_getenv ("BARNRATT_REAL_DOCUMENTS");
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  BarnDocument *document;

  if (folder == NULL || *folder == '\0')
    {
      g_test_skip ("BARNRATT_REAL_DOCUMENTS is not set");
      return NULL;
    }
  path = g_build_filename (folder, name, NULL);
  file = g_file_new_for_path (path);
  document = barn_document_read (file, NULL, &error);
  g_assert_no_error (error);

  return document;
}

static guint
count_items (GPtrArray *items,
             BarnKind   kind)
{
  guint n = 0;

  for (guint i = 0; i < items->len; i++)
    n += barn_item_get_kind (g_ptr_array_index (items, i)) == kind;

  return n;
}

static guint
count_of_role (GPtrArray  *items,
               const char *name)
{
  const char *id = NULL;
  guint n = 0;

  for (guint i = 0; i < items->len; i++)
    {
      BarnItem *item = g_ptr_array_index (items, i);

      if (BARN_IS_ROLE (item) && g_str_equal (barn_item_get_title (item), name))
        id = barn_item_get_id (item);
      if (BARN_IS_ACTIVITY (item) && id != NULL)
        n += barn_activity_has_role (BARN_ACTIVITY (item), id);
    }

  return n;
}

static void
check_texts (GPtrArray *items)
{
  static const guint articles[] = { 2, 3, 6, 12 };
  guint found = 0, parts = 0;

  for (guint i = 0; i < items->len; i++)
    {
      BarnItem *item = g_ptr_array_index (items, i);
      gint64 article;

      if (!BARN_IS_PLAN_TEXT (item))
        continue;
      article = barn_item_get_number (item, BARN_PLAN_TEXT_ARTICLE);
      if (article > 0)
        {
          g_assert_cmpuint (found, <, G_N_ELEMENTS (articles));
          g_assert_cmpint (article, ==, articles[found++]);
        }
      parts += g_str_equal (barn_item_get_text (item, BARN_PLAN_TEXT_SECTION), "strategy");
    }
  g_assert_cmpuint (found, ==, 4);
  g_assert_cmpuint (parts, ==, 4);
}

static void
check_plan (GPtrArray *items)
{
  guint shifts = 0;

  g_assert_cmpuint (count_items (items, BARN_KIND_ROLE), ==, 4);
  g_assert_cmpuint (count_items (items, BARN_KIND_SHIFT), ==, 3);
  g_assert_cmpuint (count_items (items, BARN_KIND_ACTIVITY), ==, 14);
  g_assert_cmpuint (count_items (items, BARN_KIND_LONG_TERM), ==, 2);
  g_assert_cmpuint (count_of_role (items, "Politiker"), ==, 3);
  g_assert_cmpuint (count_of_role (items, "Chefer"), ==, 3);
  g_assert_cmpuint (count_of_role (items, "Medarbetare"), ==, 4);
  g_assert_cmpuint (count_of_role (items, "Strategiskt arbete"), ==, 5);
  check_texts (items);

  for (guint i = 0; i < items->len; i++)
    {
      BarnItem *item = g_ptr_array_index (items, i);

      if (BARN_IS_PLAN (item))
        {
          g_assert_cmpuint (barn_plan_get_year (BARN_PLAN (item)), ==, 2024);
          g_assert_cmpstr (barn_plan_get_approved_by (BARN_PLAN (item)), ==, "Förvaltningsledningsgruppen");
          g_assert_cmpuint (barn_plan_get_approved_on (BARN_PLAN (item)), ==, barn_day_new (2024, 2, 26));
        }
      if (BARN_IS_SHIFT (item))
        g_assert_cmpint (*barn_shift_get_purpose (BARN_SHIFT (item)) != '\0', ==, shifts++ == 0);
    }
}

static void
test_plan (void)
{
  static const char *const endings[] = { "txt", "odt", "docx", "pandoc.docx" };
  g_autofree char *first = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *name = g_strdup_printf ("handlingsplan-helsingborg-2024.%s", endings[i]);
      g_autoptr (BarnDocument) document = read_real (name);
      g_autoptr (BarnDraft) draft = NULL;
      g_autoptr (GPtrArray) items = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *plan = NULL;

      if (document == NULL)
        return;
      draft = barn_draft_recognise (document, NULL, &error);
      g_assert_no_error (error);
      items = barn_draft_build (draft, NULL);
      check_plan (items);

      /* To the letter the same, whatever it was read from */
      plan = barn_test_describe_plan (draft);
      if (first == NULL)
        first = g_steal_pointer (&plan);
      else
        g_assert_cmpstr (plan, ==, first);
    }
}

static void
test_others (void)
{
  static const struct
  {
    const char *name;
    const char *words;
  } others[] = {
    { "rapport-partnerskapet-2016-2018.txt", "report" },
    { "delredovisning-barnuppdraget-stockholms-lan.txt", "delredovisning" },
    { "tjansteutlatande-stodmaterial-stockholm-2021.txt", "tjänsteutlåtande" },
    { "barnbokslut-goteborg-2024.txt", "barnbokslut" },
    { "barnbokslut-goteborg-2024.docx", "barnbokslut" },
    { "barnbokslut-goteborg-2024.odt", "barnbokslut" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (BarnDocument) document = read_real (others[i].name);
      g_autoptr (GError) error = NULL;

      if (document == NULL)
        return;
      g_assert_null (barn_draft_recognise (document, NULL, &error));
      g_assert_error (error, BARN_IMPORT_ERROR, BARN_IMPORT_ERROR_NO_PLAN);
      g_assert_nonnull (strstr (error->message, others[i].words));
    }
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/real/plan", test_plan);
  g_test_add_func ("/real/others", test_others);

  return g_test_run ();
}

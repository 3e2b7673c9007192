/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables for people and for spreadsheets */

#include "config.h"

#include <locale.h>
#include <string.h>

#include "barn-cli-output.h"

static BarnCliTable *
make_table (void)
{
  static const char *const headings[] = { "Status", "Title", "Who", NULL };
  BarnCliTable *table = barn_cli_table_new (headings);

  barn_cli_table_add (table, "Påbörjad", "Öva", "Chefer", NULL);
  barn_cli_table_add (table, "Klar", "Fråga 👧 vad hon vill", "", NULL);
  /* The same letters, decomposed */
  barn_cli_table_add (table, "Pa\xcc\x8a" "bo\xcc\x88rjad", "rad\nbrytning", "=1+1", NULL);

  return table;
}

static void
test_width (void)
{
  g_assert_cmpuint (barn_cli_get_width (""), ==, 0);
  g_assert_cmpuint (barn_cli_get_width ("åäö"), ==, 3);
  g_assert_cmpuint (barn_cli_get_width ("a\xcc\x8a"), ==, 1);
  g_assert_cmpuint (barn_cli_get_width ("👧"), ==, 2);
}

static void
test_columns (void)
{
  g_autoptr (BarnCliTable) table = make_table ();
  g_autofree char *text = barn_cli_table_format (table, 0);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  g_assert_cmpuint (g_strv_length (lines), ==, 5);
  g_assert_cmpstr (lines[0], ==, "Status    Title                  Who");
  g_assert_cmpstr (lines[1], ==, "Påbörjad  Öva                    Chefer");
  g_assert_cmpstr (lines[2], ==, "Klar      Fråga 👧 vad hon vill");
  g_assert_cmpstr (lines[3], ==, "Pa\xcc\x8a" "bo\xcc\x88rjad  rad brytning           =1+1");
}

static void
test_narrow (void)
{
  static const char *const headings[] = { "A", "B", NULL };
  g_autoptr (BarnCliTable) table = barn_cli_table_new (headings);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  barn_cli_table_add (table, "en text som är mycket längre än den andra är", "ett ord till", NULL);
  barn_cli_table_add (table, "👧👧👧👧👧👧👧👧👧👧👧👧👧👧👧👧👧👧", "b", NULL);

  for (guint width = 20; width < 60; width++)
    {
      g_clear_pointer (&text, g_free);
      g_clear_pointer (&lines, g_strfreev);
      text = barn_cli_table_format (table, width);
      lines = g_strsplit (text, "\n", -1);
      for (guint i = 0; lines[i] != NULL; i++)
        g_assert_cmpuint (barn_cli_get_width (lines[i]), <=, width);
      if (width < 50)
        g_assert_nonnull (strstr (lines[1], "…"));
    }
}

static void
test_csv (void)
{
  static const char *const headings[] = { "a", "b", NULL };
  g_autoptr (BarnCliTable) table = barn_cli_table_new (headings);
  g_autofree char *csv = NULL;

  barn_cli_table_add (table, "plain", "å;ä", NULL);
  barn_cli_table_add (table, "=SUM(A1)", "säg \"ja\"", NULL);
  barn_cli_table_add (table, "-1", "@x\ny", NULL);
  csv = barn_cli_table_to_csv (table);

  g_assert_cmpstr (csv, ==,
                   "\xef\xbb\xbf" "a;b\r\n"
                   "plain;\"å;ä\"\r\n"
                   "'=SUM(A1);\"säg \"\"ja\"\"\"\r\n"
                   "'-1;\"'@x\ny\"\r\n");
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/output/width", test_width);
  g_test_add_func ("/output/columns", test_columns);
  g_test_add_func ("/output/narrow", test_narrow);
  g_test_add_func ("/output/csv", test_csv);

  return g_test_run ();
}

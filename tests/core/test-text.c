/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-test"

#include "config.h"

#include <string.h>

#include <glib.h>

#include "barn-text.h"

#define NFD_A_RING "a\xCC\x8A"
#define NFD_O_DOTS "o\xCC\x88"

static void
assert_order (const char *before,
              const char *after)
{
  g_autofree char *left = barn_collate_key (before);
  g_autofree char *right = barn_collate_key (after);

  if (strcmp (left, right) >= 0)
    g_error ("\"%s\" is not put before \"%s\"", before, after);
}

static void
assert_folded (const char *text,
               const char *expected)
{
  g_autofree char *folded = barn_fold (text);

  g_assert_cmpstr (folded, ==, expected);
}

static void
assert_normalized (const char *text,
                   const char *expected)
{
  g_autofree char *normalized = barn_text_normalize (text);

  g_assert_cmpstr (normalized, ==, expected);
}

static void
assert_found (const char *text,
              const char *expected)
{
  gsize start = 0, length = 0;

  if (!barn_text_find_personal_id (text, &start, &length))
    {
      g_assert_null (expected);
      return;
    }

  g_assert_nonnull (expected);
  g_assert_cmpuint (length, ==, strlen (expected));
  g_assert_cmpmem (text + start, length, expected, length);
}

static void
test_collate (void)
{
  const char *const sorted[] = { "", "Aktivitet", "barn", "Barnbokslut", "Insats 2", "Insats 10", "o", "Zebra", "å", "Ål",
                                 "ärende", "Ö", "övning" };

  for (guint i = 0; i + 1 < G_N_ELEMENTS (sorted); i++)
    assert_order (sorted[i], sorted[i + 1]);

  /* Decomposed as composed */
  assert_order ("z", NFD_A_RING);
  assert_order (NFD_A_RING, "ä");
  assert_order ("ä", NFD_O_DOTS);
}

static void
test_collate_equal (void)
{
  g_autofree char *composed = barn_collate_key ("Åka båt");
  g_autofree char *decomposed = barn_collate_key ("A\xCC\x8Aka b" NFD_A_RING "t");
  g_autofree char *none = barn_collate_key (NULL);
  g_autofree char *empty = barn_collate_key ("");

  g_assert_cmpmem (composed, strlen (composed), decomposed, strlen (decomposed));
  g_assert_cmpmem (none, strlen (none), empty, strlen (empty));
}

static gpointer
collate_in_thread (gpointer data)
{
  for (guint i = 0; i < 2000; i++)
    assert_order ("zon", data);

  return NULL;
}

static void
test_collate_threads (void)
{
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("collate", collate_in_thread, (gpointer) "ånga");
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

static void
test_fold (void)
{
  assert_folded (NULL, "");
  assert_folded ("", "");
  assert_folded ("  Rätt\n\tatt   BLI hörd ", "rätt att bli hörd");
  assert_folded ("ÅÄÖÉÜØ × ÷", "åäöéüø × ÷");
  assert_folded ("A\xCC\x8A" NFD_A_RING NFD_O_DOTS, "ååö");
  assert_folded ("två\xC2\xA0ord", "två ord");
  assert_folded ("\xE2\x80\x9CSTRASSE\xE2\x80\x9D – Straße", "\xE2\x80\x9Cstrasse\xE2\x80\x9D – strasse");
  assert_folded ("ΑΒΓ Łódź", "αβγ łódź");
  assert_folded ("trasig \xC3", "trasig \xEF\xBF\xBD");
  assert_folded ("trasig \xC3(", "trasig \xEF\xBF\xBD(");
}

/* The quick way for Latin-1 gives what the long way gives */
static void
test_fold_every_letter (void)
{
  for (gunichar c = 0x21; c < 0x250; c++)
    {
      char text[8] = { 0 };
      g_autofree char *folded = NULL;
      g_autofree char *cased = NULL;
      g_autofree char *expected = NULL;

      if (g_unichar_isspace (c))
        continue;

      g_unichar_to_utf8 (c, text);
      folded = barn_fold (text);
      cased = g_utf8_casefold (text, -1);
      expected = g_utf8_normalize (cased, -1, G_NORMALIZE_NFC);
      g_assert_cmpstr (folded, ==, expected);
    }
}

/* A text without end takes no longer than its share, and no seam shows */
static void
test_normalize_long (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) expected = g_string_new (NULL);

  for (guint i = 0; i < 500000; i++)
    {
      g_string_append (text, NFD_A_RING "–");
      g_string_append (expected, "å–");
    }
  assert_normalized (text->str, expected->str);
}

static void
test_normalize (void)
{
  assert_normalized (NULL, "");
  assert_normalized ("Rätt – till lek", "Rätt – till lek");
  assert_normalized (NFD_A_RING " " NFD_O_DOTS, "å ö");
  assert_normalized ("en\r\ntvå\rtre\n\tfyra", "en\ntvå\ntre\n\tfyra");
  assert_normalized ("en\x01\x1B[0m\x7Ftvå\xC2\x85", "en[0mtvå");
  assert_normalized ("trasig \xFF\xC3", "trasig \xEF\xBF\xBD\xEF\xBF\xBD");
}

static void
test_blank (void)
{
  g_assert_true (barn_text_is_blank (NULL));
  g_assert_true (barn_text_is_blank (""));
  g_assert_true (barn_text_is_blank (" \n\t\xC2\xA0"));
  g_assert_false (barn_text_is_blank (" . "));
}

static void
test_personal_id (void)
{
  /* Numbers that Skatteverket publishes for tests, or whose checksum was made to fit */
  assert_found ("811228-9874", "811228-9874");
  assert_found ("8112289874", "8112289874");
  assert_found ("Pojken (19811228-9874) bor här", "19811228-9874");
  assert_found ("198112289874", "198112289874");
  assert_found ("åäö 811228+9874.", "811228+9874");
  assert_found ("811228–9874", "811228–9874");
  assert_found ("samordningsnummer 701063-2391", "701063-2391");
  assert_found ("000229-0005", "000229-0005");
  assert_found ("20000229-0005", "20000229-0005");
}

static void
test_no_personal_id (void)
{
  assert_found (NULL, NULL);
  assert_found ("", NULL);
  assert_found ("811228-9875", NULL);
  assert_found ("811328-9874", NULL);
  assert_found ("010229-1234", NULL);
  assert_found ("19000229-0005", NULL);
  assert_found ("21000229-0005", NULL);
  assert_found ("1811228-9874", NULL);
  assert_found ("811228-98745", NULL);
  assert_found ("811228 9874", NULL);
  assert_found ("8112-289874", NULL);
  assert_found ("21811228-9874", NULL);
  assert_found ("811228--9874", NULL);
  assert_found ("Dnr 2026/1234-5, tfn 031-365 00 00, 2026-06-30", NULL);
  assert_found ("1234567890123456", NULL);
}

static void
test_long (void)
{
  g_autofree char *text = g_strnfill (100000, 'A');
  g_autofree char *folded = barn_fold (text);
  g_autofree char *normalized = barn_text_normalize (text);
  g_autofree char *digits = g_strnfill (100000, '1');

  g_assert_cmpuint (strlen (folded), ==, 100000);
  g_assert_cmpstr (normalized, ==, text);
  g_assert_false (barn_text_find_personal_id (digits, NULL, NULL));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text/collate", test_collate);
  g_test_add_func ("/text/collate-equal", test_collate_equal);
  g_test_add_func ("/text/collate-threads", test_collate_threads);
  g_test_add_func ("/text/normalize-long", test_normalize_long);
  g_test_add_func ("/text/fold", test_fold);
  g_test_add_func ("/text/fold-every-letter", test_fold_every_letter);
  g_test_add_func ("/text/normalize", test_normalize);
  g_test_add_func ("/text/blank", test_blank);
  g_test_add_func ("/text/personal-id", test_personal_id);
  g_test_add_func ("/text/no-personal-id", test_no_personal_id);
  g_test_add_func ("/text/long", test_long);

  return g_test_run ();
}

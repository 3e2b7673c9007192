/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "barn-readability.h"

static void
test_lix (void)
{
  /* 5 words in 1 sentence, none long */
  g_assert_cmpuint (barn_text_get_lix ("Barn får säga sin mening.", NULL), ==, 5);
  /* 6 words in 2 sentences, 2 of more than six letters: 3 + 33.3 */
  g_assert_cmpuint (barn_text_get_lix ("Nämnden beslutar idag. Barnen får svar.", NULL), ==, 36);
  /* Six letters are not long, seven are: 1 + 0, 1 + 100; å ä ö are letters of one character */
  g_assert_cmpuint (barn_text_get_lix ("Barnet", NULL), ==, 1);
  g_assert_cmpuint (barn_text_get_lix ("Åäöåäöå", NULL), ==, 101);
  g_assert_cmpuint (barn_text_get_lix ("Åäöåäö!", NULL), ==, 1);
}

static void
test_sentences (void)
{
  guint n_words;

  /* Items of a list and headings end with their line; a number with a point in it does not end a sentence */
  g_assert_cmpuint (barn_text_get_lix ("- ett två\n- tre fyra", NULL), ==, 2);
  g_assert_cmpuint (barn_text_get_lix ("Det tog 3.5 år på www.ab.se i år", NULL), ==, 8 + 13);
  g_assert_cmpuint (barn_text_get_lix ("Så här: ett. Två?", NULL), ==, 1);
  g_assert_cmpuint (barn_text_get_lix ("Hon sa (nej.) Han sa ja.", NULL), ==, 3);
  barn_text_get_lix ("Det tog 3.5 år.", &n_words);
  g_assert_cmpuint (n_words, ==, 4);
  g_assert_cmpuint (barn_text_get_lix (NULL, &n_words), ==, 0);
  g_assert_cmpuint (n_words, ==, 0);
  g_assert_cmpuint (barn_text_get_lix (" … – \n", NULL), ==, 0);
}

static void
test_longest (void)
{
  g_autoptr (GPtrArray) longest = barn_text_dup_longest ("Kort. Den här är längst av dem alla. Mitt emellan de två!", 2);
  g_autoptr (GPtrArray) none = barn_text_dup_longest (NULL, 3);

  g_assert_cmpuint (longest->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (longest, 0), ==, "Den här är längst av dem alla.");
  g_assert_cmpstr (g_ptr_array_index (longest, 1), ==, "Mitt emellan de två!");
  g_assert_cmpuint (none->len, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/readability/lix", test_lix);
  g_test_add_func ("/readability/sentences", test_sentences);
  g_test_add_func ("/readability/longest", test_longest);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report-support.h"

#include <glib/gstdio.h>
#include <string.h>

#include "barn-review.h"

/* A municipality's own wording: read and checked, changed, written with only what differs, and seen in the document */

static char *
make_logo (void)
{
  static const char drawing[] = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"30\" height=\"10\"><rect width=\"30\" height=\"10\"/></svg>";

  return g_base64_encode ((const guchar *) drawing, strlen (drawing));
}

static BarnProfile *
read_text (const char *text)
{
  g_autoptr (GError) error = NULL;
  BarnProfile *profile = barn_profile_new_from_text (text, &error);

  g_assert_no_error (error);

  return profile;
}

static void
assert_text (BarnProfile *profile,
             const char  *expected)
{
  g_autofree char *text = barn_profile_to_text (profile);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_only_what_differs (void)
{
  g_autoptr (BarnProfile) nothing = read_text ("");
  g_autoptr (BarnProfile) same = read_text ("[status]\ndone=Genomförd\n");
  g_autoptr (BarnProfile) mixed = read_text ("[barnbokslut]\ntitle=Barnens år {year}\n[role]\nChefer=Ledare\n[status]\ndone=Klar\npaused=Pausad\n[article]\n31=vila och lek\n");

  assert_text (nothing, "");
  assert_text (same, "");
  /* In the order of the built-in one, so that the same profile is the same text */
  assert_text (mixed, "[status]\ndone=Klar\n\n[role]\nChefer=Ledare\n\n[article]\n31=vila och lek\n\n[barnbokslut]\ntitle=Barnens år {year}\n");
}

static void
assert_refused (const char *text,
                const char *place,
                const char *word)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (barn_profile_new_from_text (text, &error));
  g_assert_error (error, BARN_PROFILE_ERROR, BARN_PROFILE_ERROR_DAMAGED);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, place));
  g_assert_nonnull (strstr (error->message, word));
}

/* The sentence names the line and the key */
static void
test_refused (void)
{
  static const char *const no_languages[] = { "--", "12", "-sv", "a-", "sv-SE-", "sv--SE", "svenska" };

  assert_refused ("[status]\ndone=Klar\n\n[barnbokslut]\ntitel=Barnens år\n", "Line 5", "titel");
  assert_refused ("# egen\n[status2]\ndone=Klar\n", "Line 2", "[status2]");
  assert_refused ("[barnbokslut]\nparts=front;nothing\n", "Line 2", "nothing");
  assert_refused ("[barnbokslut]\nparts=areas;front;areas\n", "Line 2", "twice");
  assert_refused ("[barnbokslut]\n\nparts=\n", "Line 3", "parts");
  assert_refused ("[barnbokslut]\nnumbered_headings=ja\n", "Line 2", "numbered_headings");
  assert_refused ("[barnbokslut]\ntitle=Barnens {yaer}\n", "Line 2", "{yaer}");
  assert_refused ("[look]\nfont=A\"B\n", "Line 2", "font");
  assert_refused ("[look]\nlogo=bild\n", "Line 2", "logo");
  assert_refused ("[general]\nlanguage=<sv>\n", "Line 2", "language");

  for (guint i = 0; i < G_N_ELEMENTS (no_languages); i++)
    {
      g_autofree char *profile = g_strdup_printf ("[general]\nlanguage=%s\n", no_languages[i]);

      assert_refused (profile, "Line 2", "language");
    }

  assert_refused ("[article]\n55=inget\n", "Line 2", "55");
  assert_refused ("[status]\ndone=\\q\n", "Line 2", "backslash");
  assert_refused ("[status]\ndone[fi]=Valmis\n", "Line 2", "done[fi]");
  assert_refused ("inget\n", "no profile", "inget");
  assert_refused ("[status]\ndone=\xff\n", "UTF-8", "UTF-8");
}

static void
test_file (void)
{
  g_autofree char *folder = g_dir_make_tmp ("barn-profile-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "egen.profile", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autofree char *large = g_strnfill (2 * 1024 * 1024, '#');

  g_assert_null (barn_profile_read (file, &error));
  g_assert_error (error, BARN_PROFILE_ERROR, BARN_PROFILE_ERROR_UNREADABLE);
  g_clear_error (&error);

  g_assert_true (g_file_set_contents (path, large, -1, NULL));
  g_assert_null (barn_profile_read (file, &error));
  g_assert_nonnull (strstr (error->message, "egen.profile"));
  g_clear_error (&error);

  g_assert_true (g_file_set_contents (path, "[status]\0done=Klar\n", 19, NULL));
  g_assert_null (barn_profile_read (file, &error));
  g_assert_nonnull (strstr (error->message, "egen.profile"));
  g_clear_error (&error);

  g_assert_true (g_file_set_contents (path, "[status]\n\ndone=Klar\nstarted=Börjad\n", -1, NULL));
  g_assert_null (barn_profile_read (file, &error));
  g_assert_nonnull (strstr (error->message, "egen.profile"));
  g_assert_nonnull (strstr (error->message, "Line 4"));
  g_assert_nonnull (strstr (error->message, "started"));

  g_unlink (path);
  g_rmdir (folder);
}

static void
test_change (void)
{
  static const char *const parts[] = { "areas", "front", NULL };
  static const char *const no_parts[] = { "ingen", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (BarnProfile) done = barn_profile_with_text (barn_profile_get_default (), "status", "done", "Klar", &error);
  g_autoptr (BarnProfile) turned = barn_profile_with_parts (done, "barnbokslut", parts, &error);
  g_autoptr (BarnProfile) back = barn_profile_with_text (turned, "status", "done", "Genomförd", &error);
  g_autoptr (BarnProfile) bare = barn_profile_without_group (back, "barnbokslut");
  g_autoptr (BarnProfile) none = barn_profile_with_parts (done, "barnbokslut", no_parts, NULL);
  g_autoptr (BarnProfile) lines = barn_profile_with_text (done, "standard_text", "background", " - Ett\n- Två\\n", &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  assert_text (done, "[status]\ndone=Klar\n");
  assert_text (turned, "[status]\ndone=Klar\n\n[barnbokslut]\nparts=areas;front\n");
  assert_text (back, "[barnbokslut]\nparts=areas;front\n");
  assert_text (bare, "");
  g_assert_null (none);

  g_assert_true (barn_profile_is_own (done, "status", "done"));
  g_assert_false (barn_profile_is_own (done, "status", "paused"));
  g_assert_false (barn_profile_is_own (barn_profile_get_default (), "status", "done"));

  text = barn_profile_dup_text (lines, "standard_text", "background");
  g_assert_cmpstr (text, ==, " - Ett\n- Två\\n");
}

/* A role may be called anything; what a line of a profile cannot begin with is refused, and breaks nothing */
static void
test_role_names (void)
{
  static const char *const names[] = { "A=B", "[Chefer]", "#1", " Chefer", "" };
  g_autoptr (GError) error = NULL;
  g_autoptr (BarnProfile) named = barn_profile_with_text (barn_profile_get_default (), "role", "Chefer & ledare: alla", "Ledare", &error);
  g_autofree char *role = NULL;

  g_assert_no_error (error);
  role = barn_profile_dup_role (named, "Chefer & ledare: alla");
  g_assert_cmpstr (role, ==, "Ledare");

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *same = barn_profile_dup_role (barn_profile_get_default (), names[i]);

      g_assert_null (barn_profile_with_text (barn_profile_get_default (), "role", names[i], "Ledare", &error));
      g_assert_error (error, BARN_PROFILE_ERROR, BARN_PROFILE_ERROR_DAMAGED);
      g_clear_error (&error);
      g_assert_cmpstr (same, ==, names[i]);
    }
}

static void
test_look (Fixture *self,
           gconstpointer  data)
{
  g_autofree char *logo = make_logo ();
  g_autofree char *text = g_strdup_printf ("[look]\nlogo=%s\nlogo_text=Granviks vapen\nletterhead={organisation}\nfont=DejaVu Serif\n", logo);
  g_autoptr (BarnProfile) profile = read_text (text);
  g_autofree char *written = barn_profile_to_text (profile);
  g_autoptr (BarnProfile) again = read_text (written);
  g_autoptr (BarnDocument) document = barn_report_build (BARN_PAPER_BARNBOKSLUT, self->model, self->plan, again, self->as_of);
  g_autoptr (BarnDocument) plain = barn_report_build (BARN_PAPER_BARNBOKSLUT, self->model, self->plan, barn_profile_get_default (), self->as_of);
  BarnOrganisation *organisation = barn_model_get_organisation (self->model);

  g_assert_nonnull (barn_document_get_logo (document));
  g_assert_cmpstr (barn_figure_get_text (barn_document_get_logo (document)), ==, "Granviks vapen");
  g_assert_cmpfloat (barn_figure_get_width (barn_document_get_logo (document)), <=, BARN_LOGO_MAX_WIDTH + 0.1);
  g_assert_cmpstr (barn_document_get_letterhead (document), ==,
                   *barn_organisation_get_name (organisation) != '\0' ? barn_organisation_get_name (organisation) : "förvaltningen");
  g_assert_cmpstr (barn_document_get_font (document), ==, "DejaVu Serif");

  g_assert_null (barn_document_get_logo (plain));
  g_assert_cmpstr (barn_document_get_letterhead (plain), ==, "");
  g_assert_cmpstr (barn_document_get_font (plain), ==, "");
}

static guint
count_look (Fixture *self,
            const char    *text)
{
  g_autoptr (BarnProfile) profile = read_text (text);
  g_autoptr (GPtrArray) remarks = barn_review (BARN_PAPER_BARNBOKSLUT, self->model, self->plan, profile, self->as_of);
  guint n = 0;

  for (guint i = 0; i < remarks->len; i++)
    {
      BarnRemark *remark = g_ptr_array_index (remarks, i);

      n += g_str_equal (remark->section, BARN_PART_LOOK);
    }

  return n;
}

static void
test_missing_font (Fixture *self,
                   gconstpointer  data)
{
  g_assert_cmpuint (count_look (self, ""), ==, 0);
  g_assert_cmpuint (count_look (self, "[look]\nfont=Carlito\n"), ==, 0);
  g_assert_cmpuint (count_look (self, "[look]\nfont=Finns Inte\n"), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/profile/only-what-differs", test_only_what_differs);
  g_test_add_func ("/profile/refused", test_refused);
  g_test_add_func ("/profile/file", test_file);
  g_test_add_func ("/profile/change", test_change);
  g_test_add_func ("/profile/role-names", test_role_names);
  g_test_add ("/profile/look", Fixture, NULL, fixture_set_up, test_look, fixture_tear_down);
  g_test_add ("/profile/missing-font", Fixture, NULL, fixture_set_up, test_missing_font, fixture_tear_down);

  return g_test_run ();
}

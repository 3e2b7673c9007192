/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "draft-support.h"

#include <locale.h>
#include <time.h>

#include "barn-text.h"

#define PLAN \
  "Handlingsplan för barnrätt 2025\n" \
  "\n" \
  "Mål\n" \
  "1. Barn får svar.\n" \
  "\n" \
  "Åtgärder\n" \
  "Chefer\n" \
  "- Ger tid.\n" \
  "- Följer upp.\n" \
  "Sommarlovslaget\n" \
  "- Badar.\n" \
  "\n" \
  "På sikt\n" \
  "- Ett eget hus.\n"

static guint
find_line (BarnDraft  *draft,
           const char *text)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (draft)); i++)
    {
      g_autoptr (BarnDraftLine) line = g_list_model_get_item (G_LIST_MODEL (draft), i);

      if (g_str_equal (barn_draft_line_get_text (line), text))
        return i;
    }
  g_assert_not_reached ();
}

static guint
get_count (BarnDraft  *draft,
           const char *name)
{
  guint count;

  g_object_get (draft, name, &count, NULL);

  return count;
}

static void
on_notify (GObject    *object,
           GParamSpec *pspec,
           guint      *count)
{
  (*count)++;
}

static void
test_list (void)
{
  BarnDraft *draft = barn_test_recognise (PLAN, "plan.txt");
  g_autoptr (BarnDraftLine) line = g_list_model_get_item (G_LIST_MODEL (draft), 2);
  guint number;
  BarnTaken taken;
  g_autofree char *title = NULL;

  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (draft)) == BARN_TYPE_DRAFT_LINE);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (draft)), ==, 11);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (draft), 11));
  g_object_get (line, "number", &number, "taken", &taken, NULL);
  g_assert_cmpuint (number, ==, 3);
  g_assert_cmpint (taken, ==, BARN_TAKEN_SHIFT);
  g_assert_cmpstr (barn_draft_line_get_label (line), ==, "1.");
  g_assert_cmpstr (barn_draft_line_get_text (line), ==, "Barn får svar.");
  g_assert_cmpstr (barn_draft_line_get_reason (line), ==, "It is an item in the part about shifts or goals.");
  g_assert_cmpuint (barn_draft_get_year (draft), ==, 2025);
  g_object_get (draft, "title", &title, NULL);
  g_assert_cmpstr (title, ==, "Handlingsplan för barnrätt 2025");
  g_assert_cmpuint (get_count (draft, "n-shifts"), ==, 1);
  g_assert_cmpuint (get_count (draft, "n-roles"), ==, 2);
  g_assert_cmpuint (get_count (draft, "n-activities"), ==, 3);
  g_assert_cmpuint (get_count (draft, "n-long-terms"), ==, 1);
  g_assert_finalize_object (draft);
}

static void
test_correct (void)
{
  g_autoptr (BarnDraft) draft = barn_test_recognise (PLAN, "plan.txt");
  guint index = find_line (draft, "Följer upp.");
  g_autoptr (BarnDraftLine) line = g_list_model_get_item (G_LIST_MODEL (draft), index);
  g_autofree char *plan = NULL;
  guint activities = 0, roles = 0, takens = 0, fates = 0;

  g_signal_connect (draft, "notify::n-activities", G_CALLBACK (on_notify), &activities);
  g_signal_connect (draft, "notify::n-roles", G_CALLBACK (on_notify), &roles);
  g_signal_connect (line, "notify::taken", G_CALLBACK (on_notify), &takens);
  g_signal_connect (line, "notify::fate", G_CALLBACK (on_notify), &fates);

  barn_draft_correct (draft, index, BARN_TAKEN_CONTINUATION);
  g_assert_cmpuint (get_count (draft, "n-activities"), ==, 2);
  g_assert_cmpuint (activities, ==, 1);
  g_assert_cmpuint (roles, ==, 0);
  g_assert_cmpuint (takens, ==, 1);
  g_assert_cmpuint (fates, ==, 1);
  g_assert_true (barn_draft_line_get_corrected (line));
  g_assert_cmpstr (barn_draft_line_get_reason (line), ==, "Chosen by you.");

  /* What stands after a role is its */
  barn_draft_correct (draft, find_line (draft, "Sommarlovslaget"), BARN_TAKEN_NOTHING);
  g_assert_cmpuint (roles, ==, 1);
  barn_draft_correct (draft, find_line (draft, "På sikt"), BARN_TAKEN_ROLE);
  barn_draft_correct (draft, find_line (draft, "Ett eget hus."), BARN_TAKEN_ACTIVITY);
  plan = barn_test_describe_plan (draft);
  g_assert_cmpstr (plan, ==,
                   "role | name Chefer\n"
                   "role | name På sikt\n"
                   "plan | year 2025 | title Handlingsplan för barnrätt 2025\n"
                   "shift | title Barn får svar.\n"
                   "activity | title Ger tid. Följer upp. | roles Chefer\n"
                   "activity | title Badar. | roles Chefer\n"
                   "activity | title Ett eget hus. | roles På sikt\n");
}

/* Correcting and correcting back is as if nothing had been, whatever the line */
static void
test_correct_back (void)
{
  g_autoptr (BarnDraft) draft = barn_test_recognise (PLAN, "plan.txt");
  g_autofree char *before = barn_test_describe_plan (draft);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (draft)); i++)
    {
      g_autoptr (BarnDraftLine) line = g_list_model_get_item (G_LIST_MODEL (draft), i);
      BarnTaken taken = barn_draft_line_get_taken (line);
      g_autofree char *after = NULL;

      for (BarnTaken other = 0; other < BARN_N_TAKEN; other++)
        {
          g_autofree char *ignored = NULL;

          barn_draft_correct (draft, i, other);
          ignored = barn_test_describe_plan (draft);
        }
      barn_draft_correct (draft, i, taken);
      after = barn_test_describe_plan (draft);
      g_assert_cmpstr (after, ==, before);
    }
  g_assert_cmpuint (get_count (draft, "n-activities"), ==, 3);
}

static void
test_year (void)
{
  g_autoptr (BarnDraft) draft = barn_test_recognise ("Handlingsplan\n\nÅtgärder\n\nChefer\n- Ger tid.\n", "plan.txt");
  guint notified = 0;

  g_signal_connect (draft, "notify::year", G_CALLBACK (on_notify), &notified);
  g_assert_cmpuint (barn_draft_get_year (draft), ==, 0);
  barn_draft_set_year (draft, 2030);
  barn_draft_set_year (draft, 2030);
  g_assert_cmpuint (barn_draft_get_year (draft), ==, 2030);
  g_assert_cmpuint (notified, ==, 1);
}

static BarnItem *
find_item (GPtrArray  *items,
           BarnKind    kind,
           const char *title)
{
  for (guint i = 0; i < items->len; i++)
    {
      BarnItem *item = g_ptr_array_index (items, i);

      if (barn_item_get_kind (item) == kind && g_str_equal (barn_item_get_title (item), title))
        return item;
    }

  return NULL;
}

static void
test_existing_roles (void)
{
  g_autoptr (BarnModel) model = barn_model_new ();
  g_autoptr (GPtrArray) fresh = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (BarnDraft) draft = barn_test_recognise (PLAN, "plan.txt");
  g_autoptr (GPtrArray) items = NULL;
  BarnItem *role = barn_item_new (BARN_KIND_ROLE, "chefer-id");
  BarnItem *activity;

  barn_item_set_text (role, BARN_ROLE_NAME, "CHEFER");
  barn_item_set_real (role, BARN_ROLE_POSITION, 7);
  g_ptr_array_add (fresh, role);
  barn_model_merge (model, fresh);

  items = barn_draft_build (draft, model);
  role = find_item (items, BARN_KIND_ROLE, "CHEFER");
  g_assert_nonnull (role);
  g_assert_cmpstr (barn_item_get_id (role), ==, "chefer-id");
  g_assert_cmpfloat (barn_item_get_position (role), ==, 7);
  role = find_item (items, BARN_KIND_ROLE, "Sommarlovslaget");
  g_assert_cmpfloat (barn_item_get_position (role), ==, 8);
  activity = find_item (items, BARN_KIND_ACTIVITY, "Ger tid.");
  g_assert_true (barn_item_set_contains (activity, BARN_ACTIVITY_ROLES, "chefer-id"));

  /* In the order in which they can be stored */
  for (guint i = 1; i < items->len; i++)
    g_assert_cmpint (barn_item_get_kind (g_ptr_array_index (items, i - 1)), <=, barn_item_get_kind (g_ptr_array_index (items, i)));
}

static void
test_long_titles (void)
{
  g_autoptr (GString) text = g_string_new ("# Handlingsplan 2025\n\n## Åtgärder\n\n### Chefer\n\n- Ger tid.");
  g_autoptr (GString) endless = g_string_new ("Läser");
  g_autoptr (BarnDraft) draft = NULL;
  g_autoptr (GPtrArray) items = NULL;
  BarnItem *item;

  for (guint i = 0; i < 60; i++)
    g_string_append (text, " Sedan mer.");
  for (guint i = 0; i < 60; i++)
    g_string_append (endless, " och läser");
  g_string_append_printf (text, "\n- %s\n", endless->str);
  draft = barn_test_recognise (text->str, "plan.md");
  items = barn_draft_build (draft, NULL);

  item = find_item (items, BARN_KIND_ACTIVITY, "Ger tid.");
  g_assert_nonnull (item);
  g_assert_true (g_str_has_prefix (barn_item_get_text (item, BARN_ACTIVITY_DESCRIPTION), "Sedan mer. Sedan"));

  item = g_ptr_array_index (items, items->len - 1);
  g_assert_true (g_str_has_suffix (barn_item_get_title (item), "…"));
  g_assert_cmpint (g_utf8_strlen (barn_item_get_title (item), -1), <=, 200);
  g_assert_cmpstr (barn_item_get_text (item, BARN_ACTIVITY_DESCRIPTION), ==, endless->str);
}

static void
assert_no_plan (const char *text,
                const char *name,
                const char *words)
{
  g_autoptr (BarnDocument) document = barn_test_read_document (text, name);
  g_autoptr (GError) error = NULL;

  g_assert_null (barn_draft_recognise (document, NULL, &error));
  g_assert_error (error, BARN_IMPORT_ERROR, BARN_IMPORT_ERROR_NO_PLAN);
  if (strstr (error->message, words) == NULL)
    g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, words));
}

/* One that has nothing but who and when is stored by what it says: a plan file takes no empty title, and would refuse the whole plan for it */
static void
test_empty_titles (void)
{
  g_autoptr (BarnDraft) draft = barn_test_recognise (PLAN
                                                     "- (senast 2030)\n"
                                                     "- ;\n", "plan.txt");
  g_autoptr (BarnDraft) bare = barn_test_recognise ("# Handlingsplan för barnrätt 2025\n\n## Mål\n\n1. Barn får svar.\n2. ;\n\n"
                                                    "## Aktiviteter\n\n### Chefer\n\n- Ger tid.\n- Följer upp.\n- (ansvarig: Anna Ek)\n- ;\n"
                                                    "- (klar senast 2025-06-30)\n", "plan.md");
  BarnDraft *drafts[] = { draft, bare };

  for (gsize k = 0; k < G_N_ELEMENTS (drafts); k++)
    {
      g_autoptr (GPtrArray) items = barn_draft_build (drafts[k], NULL);
      guint n_activities = 0;

      for (guint i = 0; i < items->len; i++)
        {
          BarnItem *item = g_ptr_array_index (items, i);

          if (BARN_IS_SHIFT (item) || BARN_IS_ACTIVITY (item) || BARN_IS_LONG_TERM (item))
            g_assert_cmpstr (barn_item_get_title (item), !=, "");
          n_activities += BARN_IS_ACTIVITY (item);
        }
      g_assert_cmpuint (n_activities, ==, get_count (drafts[k], "n-activities"));
    }
}

static void
test_no_plan (void)
{
  assert_no_plan ("# Barnbokslut 2025\n\n## Uppföljning av föregående års områden\n\n| Område | Åtgärder | Status |\n|---|---|---|\n"
                  "| Lek | Bygga park | Klar |\n\n## Åtgärder\n\n- Bygga mer.\n- Fråga fler.\n", "b.md", "barnbokslut");
  assert_no_plan ("Förslag till beslut\n\nNämnden godkänner planen.\n\nÄrendets beredning\n\nÄrendet har beretts.\n\nÅtgärder\n\n"
                  "- Skriva brev.\n- Skicka brev.\n", "t.txt", "tjänsteutlåtande");
  assert_no_plan ("Delredovisning av lägret\n\nInsatser\n\n- Vi badade.\n- Vi åt.\n", "d.txt", "delredovisning");
  assert_no_plan ("Rapport om lek\n\nMål\n\nAtt veta mer.\n\nInsatser\n\n- Intervjuer.\n- Enkäter.\n\nSlutsatser\n\nLek är bra.\n", "r.txt",
                  "report");
  assert_no_plan ("Sammanträdesprotokoll 2025\n\nÅtgärder\n\n- Ordföranden ringer.\n- Sekreteraren skriver.\n", "p.txt", "minutes");
  assert_no_plan ("Recept\n\nTag två ägg. Vispa dem.\n", "x.txt", "No handlingsplan");
  assert_no_plan ("Lägerbrev\n\nAktiviteter\n\n- Bada.\n- Äta.\n", "l.txt", "could be activities");
}

/* The one word that names a document in a running text is not what the document is */
static void
test_plan_that_mentions (void)
{
  g_autoptr (BarnDraft) draft =
    barn_test_recognise ("Handlingsplan 2025\n\nBakgrund\n\nBarnbokslut och delredovisning görs årligen. Se rapporten om lek. Läs rapporten en gång till.\n\n"
                         "Åtgärder\n\nChefer\n- Skriver barnbokslut.\n", "plan.txt");

  g_assert_cmpuint (get_count (draft, "n-activities"), ==, 1);
}

static void
test_cancelled (void)
{
  g_autoptr (BarnDocument) document = barn_test_read_document (PLAN, "plan.txt");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (barn_draft_recognise (document, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_empty (void)
{
  g_autoptr (BarnDocument) document = barn_document_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (barn_draft_recognise (document, NULL, &error));
  g_assert_error (error, BARN_IMPORT_ERROR, BARN_IMPORT_ERROR_NO_PLAN);
}

/* Nothing of a document is lost or doubled */

static void
append_visible (GString    *out,
                const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      g_string_append_unichar (out, g_utf8_get_char (p));
}

static int
compare_bytes (gconstpointer a,
               gconstpointer b)
{
  return *(const char *) a - *(const char *) b;
}

static void
append_node (GString  *out,
             BarnNode *node)
{
  g_autofree char *text = barn_node_get_n_spans (node) > 0 ? barn_node_dup_text (node) : g_strdup ("");

  if (barn_node_get_kind (node) == BARN_NODE_LIST_ITEM)
    append_visible (out, barn_node_get_label (node));
  append_visible (out, text);
  for (guint i = 0; i < barn_node_get_n_children (node); i++)
    append_node (out, barn_node_get_child (node, i));
}

static const char *const pieces[] = {
  "Bakgrund", "Mål", "Åtgärder", "Aktiviteter och ansvar 2025", "På längre sikt", "Godkännande", "Chefer", "Chefer: ger tid åt barn",
  "Medarbetare:", "- ett", "• två tre", "1. fyra.", "2.1 fem", "a) sex", "o sju", "•", "Syfte: att åtta", "Artikel 3: nio",
  "Sida 2 (9)", "DATUM", "2025-01-02", "Ansvarig: Bo", "Klart: 2025-05-01", "", "", "\f", "  indragen rad med några ord till,",
  "och fortsätter här med flera ord för att bli så lång som en rad i ett brev brukar", "som slutar. Sedan", "12. Barn", "v. 27",
  "Mål 1: Barn är med", "Handlingsplan 2025", "Innehåll", "Bakgrund ...... 3", "Uppföljning", "bin-", "dning av ord", "– en tanke",
};

static void
test_every_character (void)
{
  for (guint round = 0; round < 400; round++)
    {
      g_autoptr (GString) text = g_string_new ("Handlingsplan\n\nÅtgärder\n\nChefer\n- Ger tid.\n- Lyssnar.\n");
      g_autoptr (GString) want = g_string_new (NULL);
      g_autoptr (GString) have = g_string_new (NULL);
      g_autoptr (BarnDocument) document = NULL;
      g_autoptr (BarnDraft) draft = NULL;
      g_autofree char *plan = NULL;

      for (int n = g_test_rand_int_range (0, 40); n > 0; n--)
        g_string_append_printf (text, "%s\n", pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      document = barn_test_read_document (text->str, round % 2 ? "plan.txt" : "plan.md");
      draft = barn_draft_recognise (document, NULL, NULL);
      if (draft == NULL)
        continue;

      append_node (want, barn_document_get_body (document));
      for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (draft)); i++)
        {
          g_autoptr (BarnDraftLine) line = g_list_model_get_item (G_LIST_MODEL (draft), i);

          append_visible (have, barn_draft_line_get_label (line));
          append_visible (have, barn_draft_line_get_text (line));
          g_assert_cmpint (*barn_draft_line_get_reason (line), !=, '\0');
        }
      g_assert_cmpstr (have->str, ==, want->str);
      /* And whatever it is, a plan can be made of it */
      plan = barn_test_describe_plan (draft);
      g_assert_nonnull (strstr (plan, "activity"));
    }
}

/* A table is read in another order than it stands, but all of it */
static void
test_every_character_of_tables (void)
{
  static const char *const headers[] = { "Aktivitet", "Ansvarig", "När", "Mål", "Roll", "Övrigt", "Chefer", "Politiker" };

  for (guint round = 0; round < 100; round++)
    {
      g_autoptr (GString) text = g_string_new ("# Handlingsplan\n\n## Åtgärder\n\n- Ger tid.\n\n|");
      g_autoptr (GString) want = g_string_new (NULL);
      g_autoptr (GString) have = g_string_new (NULL);
      g_autoptr (BarnDocument) document = NULL;
      g_autoptr (BarnDraft) draft = NULL;

      for (guint i = 0; i < 3; i++)
        g_string_append_printf (text, " %s |", headers[g_test_rand_int_range (0, G_N_ELEMENTS (headers))]);
      g_string_append (text, "\n|---|---|---|\n");
      for (guint i = 0; i < 5; i++)
        g_string_append_printf (text, "| cell %u | %s | Chefer: %u |\n", i, i % 2 ? "" : "två ord", i);
      document = barn_test_read_document (text->str, "plan.md");
      draft = barn_draft_recognise (document, NULL, NULL);
      g_assert_nonnull (draft);

      append_node (want, barn_document_get_body (document));
      for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (draft)); i++)
        {
          g_autoptr (BarnDraftLine) line = g_list_model_get_item (G_LIST_MODEL (draft), i);

          append_visible (have, barn_draft_line_get_label (line));
          append_visible (have, barn_draft_line_get_text (line));
        }
      qsort (want->str, want->len, 1, compare_bytes);
      qsort (have->str, have->len, 1, compare_bytes);
      g_assert_cmpstr (have->str, ==, want->str);
    }
}

static gint64
measure (guint n_lines)
{
  g_autoptr (GString) text = g_string_new ("Handlingsplan 2025\n\nÅtgärder\n\n");
  g_autoptr (BarnDocument) document = NULL;
  g_autoptr (BarnDraft) draft = NULL;
  clock_t start;

  for (guint i = 0; i < n_lines / 4; i++)
    g_string_append_printf (text, "Grupp %u:\n- Gör sak nummer %u med barnen och skriver ner vad de säger om den och\nsom sedan läses.\n%s\n", i, i,
                            i % 10 == 9 ? "\nSida 7 (9)\n" : "");
  document = barn_test_read_document (text->str, "plan.txt");
  start = clock ();
  draft = barn_draft_recognise (document, NULL, NULL);
  g_assert_nonnull (draft);
  g_assert_cmpuint (get_count (draft, "n-activities"), ==, n_lines / 4);

  return (gint64) (clock () - start);
}

/* Four times as long a document takes about four times as long, of this process's own time */
static void
test_linear (void)
{
  gint64 small = measure (10000), large = measure (40000);

  g_test_message ("10000 lines: %" G_GINT64_FORMAT " ms, 40000: %" G_GINT64_FORMAT " ms", small / 1000, large / 1000);
  g_assert_cmpint (large, <, 9 * small);
}

static void
test_long_lines (void)
{
  g_autoptr (GString) text = g_string_new ("Handlingsplan 2025\n\nÅtgärder\n\nChefer\n- Ger tid.\n- ");
  g_autoptr (BarnDraft) draft = NULL;
  g_autofree char *plan = NULL;

  for (guint i = 0; i < 2000; i++)
    g_string_append (text, "lång, ");
  g_string_append_c (text, '\n');
  for (guint i = 0; i < 100000; i++)
    g_string_append (text, "ö");
  draft = barn_test_recognise (text->str, "plan.txt");
  plan = barn_test_describe_plan (draft);
  g_assert_nonnull (strstr (plan, "Ger tid."));
}

static void
test_labels (void)
{
  for (BarnTaken taken = 0; taken < BARN_N_TAKEN; taken++)
    {
      g_autoptr (GEnumClass) klass = g_type_class_ref (BARN_TYPE_TAKEN);

      g_assert_cmpstr (g_enum_get_value (klass, taken)->value_nick, ==, barn_taken_to_nick (taken));
      g_assert_cmpint (*barn_taken_get_label (taken), !=, '\0');
      g_assert_cmpint (*barn_fate_get_label (barn_taken_get_fate (taken)), !=, '\0');
    }
  g_assert_cmpint (barn_taken_get_fate (BARN_TAKEN_APPROVAL), ==, BARN_FATE_KEPT);
  g_assert_cmpint (barn_taken_get_fate (BARN_TAKEN_CONTINUATION), ==, BARN_FATE_JOINED);
  g_assert_cmpint (barn_taken_get_fate (BARN_TAKEN_NOTHING), ==, BARN_FATE_DROPPED);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/draft/labels", test_labels);
  g_test_add_func ("/draft/list", test_list);
  g_test_add_func ("/draft/correct", test_correct);
  g_test_add_func ("/draft/correct-back", test_correct_back);
  g_test_add_func ("/draft/year", test_year);
  g_test_add_func ("/draft/existing-roles", test_existing_roles);
  g_test_add_func ("/draft/long-titles", test_long_titles);
  g_test_add_func ("/draft/empty-titles", test_empty_titles);
  g_test_add_func ("/draft/no-plan", test_no_plan);
  g_test_add_func ("/draft/plan-that-mentions", test_plan_that_mentions);
  g_test_add_func ("/draft/cancelled", test_cancelled);
  g_test_add_func ("/draft/empty", test_empty);
  g_test_add_func ("/draft/every-character", test_every_character);
  g_test_add_func ("/draft/every-character-of-tables", test_every_character_of_tables);
  g_test_add_func ("/draft/linear", test_linear);
  g_test_add_func ("/draft/long-lines", test_long_lines);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-section-entry"

#include "config.h"

#include "barn-section-entry.h"

#include <glib/gi18n-lib.h>

#include "barn-report.h"
#include "barn-review.h"
#include "barn-sections.h"
#include "barn-text.h"

struct _BarnSectionEntry
{
  GObject         parent_instance;

  BarnEntryKind   kind;
  const char     *section; /* a word of the program's own, never freed */
  guint           article;
  guint           year;
  BarnProfile    *profile;
  char           *group;    /* NULL: all of them stand together */
  BarnEntryState  state;
};

/* The heading of the document that a section is listed under (a barnbokslut has so many that they stand in groups), and the question that stands above its text */
typedef struct
{
  const char *section;
  const char *group;
  const char *hint;
} SectionWords;

static const SectionWords section_words[] = {
  { "background", "introduction",
    N_("Why the förvaltning makes a barnbokslut, what it is based on, and who has taken part in the work.") },
  { "concepts", "introduction",
    N_("The concepts that a reader must know: a child perspective, children’s own perspective, a child rights perspective.") },
  { "articles", "introduction",
    N_("The four basic articles in short: 2, 3, 6 and 12. Add others that the year’s work was about.") },
  { "followup_intro", "followup",
    N_("A few sentences on how last year’s development areas were followed up. Each area has its status and comment in the next section.") },
  { BARN_PART_FOLLOWUP, "followup",
    N_("What the last barnbokslut said must become better. How did it go? Give each area a status and a comment.") },
  { "results_intro", "results",
    N_("What the reader should know before the figures: what the year was about and what it changed for children.") },
  { BARN_PART_RESULTS, "results",
    N_("Put together from the plan’s activities and their follow-ups, always up to date. To change it, change the follow-ups.") },
  { "remains", "results",
    N_("What was not done, and why. What happens to it now?") },
  { "conditions", "analysis",
    N_("What the work has to stand on: leadership, knowledge, time, routines, children’s participation.") },
  { "strengths", "strengths",
    N_("What works well? How is it noticed by children? Name what shows it.") },
  { "challenges", "challenges",
    N_("What must become better? What do children say is missing, and what follows from it for them?") },
  { "areas_intro", "areas",
    N_("Why these areas were chosen: lead from the challenges to what shall be done.") },
  { BARN_PART_AREAS, "areas",
    N_("What must become better next year, what shall be done about it, and what it shall mean for children. Next year’s barnbokslut begins with following it up.") },

  { "lagesrapport_comment", NULL,
    N_("What the figures do not say: what to be glad of, what to worry about, what you need from the management. A few lines: the report has one page.") },

  { "halvarsrapport_summary", NULL,
    N_("The half-year in a few sentences: what has been done, what it has meant for children, and what the nämnd should know.") },
  { "halvarsrapport_ahead", NULL,
    N_("What the rest of the year is about. The activities that are to be done stand below by themselves.") },

  { "tjansteskrivelse_officer", NULL,
    N_("Who handles the matter: a name or a title, as it shall stand in the letter.") },
  { "tjansteskrivelse_proposal", NULL,
    N_("What the nämnd is asked to decide, one decision a line. They are numbered by themselves.") },
  { "tjansteskrivelse_summary", NULL,
    N_("The matter in a few sentences, for who reads nothing else.") },
  { "tjansteskrivelse_matter", NULL,
    N_("What the matter is about: what the barnbokslut says, and what has happened since the last one.") },
  { "tjansteskrivelse_best_interests", NULL,
    N_("What the decision means for children: which of them it touches, what they have said, and how it was weighed.") },
  { "tjansteskrivelse_equality", NULL,
    N_("How it differs between girls and boys, and other groups of children, and what follows from it.") },
  { "tjansteskrivelse_economy", NULL,
    N_("What it costs and how it is paid, or that it is done within the budget.") },
  { "tjansteskrivelse_assessment", NULL,
    N_("What the förvaltning thinks of it, and why it proposes what it does.") },
  { "tjansteskrivelse_attachments", NULL,
    N_("What goes with the letter, one document a line.") },
  { "tjansteskrivelse_recipients", NULL,
    N_("Who shall have the decision, one a line.") },

  { "barnversion_promised", NULL,
    N_("What the adults promised the children this year. Short sentences and short words.") },
  { "barnversion_done", NULL,
    N_("What they did, and what became different for children. Tell of something that children know.") },
  { "barnversion_left", NULL,
    N_("What is not done yet, and why. Say it as it is.") },
  { "barnversion_say", NULL,
    N_("How a child can say what it thinks: to whom, and what happens then.") },
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BarnSectionEntry, barn_section_entry, G_TYPE_OBJECT)

static const SectionWords *
find_words (const char *section)
{
  for (guint i = 0; i < G_N_ELEMENTS (section_words); i++)
    {
      if (g_str_equal (section_words[i].section, section))
        return &section_words[i];
    }

  return NULL;
}

static gboolean
is_written (BarnPlan   *plan,
            const char *section,
            guint       article)
{
  BarnSectionText *text = barn_plan_find_section_text (plan, section, article);

  return text != NULL && !barn_text_is_blank (barn_section_text_get_body (text));
}

static BarnEntryState
find_text_state (BarnSectionEntry *self,
                 BarnModel        *model,
                 BarnPlan         *plan)
{
  g_autofree char *standard = NULL;

  if (is_written (plan, self->section, self->article))
    return barn_section_text_get_ready (barn_plan_find_section_text (plan, self->section, self->article)) ? BARN_ENTRY_READY
                                                                                                          : BARN_ENTRY_DRAFT;
  if (self->article != 0)
    return BARN_ENTRY_EMPTY;

  standard = barn_report_dup_standard_text (model, plan, self->profile, self->section);
  return *standard != '\0' ? BARN_ENTRY_STANDARD : BARN_ENTRY_EMPTY;
}

/* An area of last year is told when it has a comment; one of next year when it has measures and an expected result */
static gboolean
is_area_told (BarnArea *area,
              gboolean  last_year)
{
  if (last_year)
    return !barn_text_is_blank (barn_area_get_comment (area));

  return g_list_model_get_n_items (barn_area_get_measures (area)) > 0 &&
         !barn_text_is_blank (barn_area_get_expected_result (area));
}

static BarnEntryState
find_areas_state (BarnModel *model,
                  guint      year,
                  gboolean   last_year)
{
  g_autoptr (GPtrArray) areas = barn_model_dup_areas (model, year);

  if (areas->len == 0)
    return BARN_ENTRY_EMPTY;

  for (guint i = 0; i < areas->len; i++)
    {
      if (!is_area_told (g_ptr_array_index (areas, i), last_year))
        return BARN_ENTRY_DRAFT;
    }

  return BARN_ENTRY_READY;
}

static BarnEntryState
find_state (BarnSectionEntry *self,
            BarnModel        *model,
            BarnPlan         *plan)
{
  switch (self->kind)
    {
    case BARN_ENTRY_TEXT:
      return find_text_state (self, model, plan);
    case BARN_ENTRY_FOLLOWUP:
      return find_areas_state (model, barn_plan_get_year (plan) - 1, TRUE);
    case BARN_ENTRY_AREAS:
      return find_areas_state (model, barn_plan_get_year (plan), FALSE);
    case BARN_ENTRY_RESULTS:
    case BARN_ENTRY_ADD:
    default:
      return BARN_ENTRY_AUTOMATIC;
    }
}

static void
set_state (BarnSectionEntry *self,
           BarnEntryState    state)
{
  if (self->state == state)
    return;

  self->state = state;
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
is_same_place (BarnSectionEntry *a,
               BarnSectionEntry *b)
{
  return a->kind == b->kind && a->year == b->year && a->article == b->article && g_str_equal (a->section, b->section);
}

static void
add (GPtrArray     *wanted,
     BarnPlan      *plan,
     BarnProfile   *profile,
     BarnEntryKind  kind,
     const char    *section,
     guint          article)
{
  BarnSectionEntry *entry = g_object_new (BARN_TYPE_SECTION_ENTRY, NULL);
  const SectionWords *words = find_words (section);

  g_assert (words != NULL);

  entry->kind = kind;
  entry->section = section;
  entry->article = article;
  entry->year = barn_plan_get_year (plan);
  entry->profile = g_object_ref (profile);
  if (words->group != NULL)
    entry->group = barn_report_dup_heading (profile, entry->year, words->group);
  g_ptr_array_add (wanted, entry);
}

static gboolean
is_basic (guint article)
{
  for (guint i = 0; i < G_N_ELEMENTS (barn_basic_articles); i++)
    {
      if (barn_basic_articles[i] == article)
        return TRUE;
    }

  return FALSE;
}

/* The basic articles, those that were written about, and those that a person has just added */
static void
add_articles (GPtrArray   *wanted,
              const char  *section,
              BarnPlan    *plan,
              BarnProfile *profile,
              GHashTable  *extra)
{
  for (guint article = 1; article <= BARN_N_ARTICLES; article++)
    {
      g_autofree char *key = g_strdup_printf ("%s/%u", section, article);

      if (is_basic (article) || is_written (plan, section, article) ||
          (extra != NULL && g_hash_table_contains (extra, key)))
        add (wanted, plan, profile, BARN_ENTRY_TEXT, section, article);
    }

  add (wanted, plan, profile, BARN_ENTRY_ADD, section, 0);
}

static GPtrArray *
list_wanted (BarnPlan    *plan,
             BarnProfile *profile,
             BarnPaper    paper,
             GHashTable  *extra)
{
  GPtrArray *wanted = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_sections;
  const BarnSection *sections = barn_sections_get (paper, &n_sections);

  for (guint i = 0; i < n_sections; i++)
    {
      if (sections[i].by_article)
        add_articles (wanted, sections[i].id, plan, profile, extra);
      else
        add (wanted, plan, profile, BARN_ENTRY_TEXT, sections[i].id, 0);

      if (g_str_equal (sections[i].id, "followup_intro"))
        add (wanted, plan, profile, BARN_ENTRY_FOLLOWUP, BARN_PART_FOLLOWUP, 0);
      else if (g_str_equal (sections[i].id, "results_intro"))
        add (wanted, plan, profile, BARN_ENTRY_RESULTS, BARN_PART_RESULTS, 0);
      else if (g_str_equal (sections[i].id, "areas_intro"))
        add (wanted, plan, profile, BARN_ENTRY_AREAS, BARN_PART_AREAS, 0);
    }

  return wanted;
}

static void
barn_section_entry_finalize (GObject *object)
{
  BarnSectionEntry *self = BARN_SECTION_ENTRY (object);

  g_clear_object (&self->profile);
  g_free (self->group);

  G_OBJECT_CLASS (barn_section_entry_parent_class)->finalize (object);
}

static void
barn_section_entry_class_init (BarnSectionEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = barn_section_entry_finalize;

  signals[CHANGED] =
    g_signal_new ("changed", BARN_TYPE_SECTION_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
barn_section_entry_init (BarnSectionEntry *self)
{
}

/**
 * barn_section_entries_new:
 *
 * Returns: (transfer full): an empty list of #BarnSectionEntry
 */
GListStore *
barn_section_entries_new (void)
{
  return g_list_store_new (BARN_TYPE_SECTION_ENTRY);
}

/**
 * barn_section_entries_update:
 * @entries: a list of #BarnSectionEntry
 * @model: the living items of the plan file
 * @plan: (nullable): the plan of the year whose document it is; none: the list becomes empty
 * @profile: (nullable): whose words they are called by; what is listed already keeps its own
 * @paper: which kind of document
 * @extra: (nullable): a set of "section/article": articles to list although nothing is written about them
 *
 * Makes @entries the sections of the document as they stand now. Entries that stay keep their identity and tell
 * by their signal when their state became another.
 */
void
barn_section_entries_update (GListStore  *entries,
                             BarnModel   *model,
                             BarnPlan    *plan,
                             BarnProfile *profile,
                             BarnPaper    paper,
                             GHashTable  *extra)
{
  g_autoptr (GPtrArray) wanted = NULL;
  guint i = 0;

  g_return_if_fail (G_IS_LIST_STORE (entries));

  if (plan == NULL)
    {
      g_list_store_remove_all (entries);
      return;
    }

  wanted = list_wanted (plan, profile, paper, extra);
  for (i = 0; i < wanted->len; i++)
    {
      BarnSectionEntry *entry = g_ptr_array_index (wanted, i);
      g_autoptr (BarnSectionEntry) present = g_list_model_get_item (G_LIST_MODEL (entries), i);

      if (present != NULL && is_same_place (entry, present))
        {
          set_state (present, find_state (present, model, plan));
          continue;
        }

      entry->state = find_state (entry, model, plan);

      /* Articles come and go in the midst: where the next one wanted stands there already, this one is new */
      if (present != NULL && g_list_model_get_n_items (G_LIST_MODEL (entries)) >= wanted->len)
        g_list_store_remove (entries, i--);
      else
        g_list_store_insert (entries, i, entry);
    }

  while (g_list_model_get_n_items (G_LIST_MODEL (entries)) > wanted->len)
    g_list_store_remove (entries, wanted->len);
}

/**
 * barn_section_entry_get_kind:
 * @self: an entry
 *
 * Returns: what it leads to
 */
BarnEntryKind
barn_section_entry_get_kind (BarnSectionEntry *self)
{
  g_return_val_if_fail (BARN_IS_SECTION_ENTRY (self), BARN_ENTRY_TEXT);

  return self->kind;
}

/**
 * barn_section_entry_get_section:
 * @self: an entry
 *
 * Returns: (transfer none): the section's id (barn-sections.h), or the part's (barn-review.h)
 */
const char *
barn_section_entry_get_section (BarnSectionEntry *self)
{
  g_return_val_if_fail (BARN_IS_SECTION_ENTRY (self), NULL);

  return self->section;
}

/**
 * barn_section_entry_get_article:
 * @self: an entry
 *
 * Returns: the article it is about; 0: none
 */
guint
barn_section_entry_get_article (BarnSectionEntry *self)
{
  g_return_val_if_fail (BARN_IS_SECTION_ENTRY (self), 0);

  return self->article;
}

/**
 * barn_section_entry_get_state:
 * @self: an entry
 *
 * Returns: how far it has come
 */
BarnEntryState
barn_section_entry_get_state (BarnSectionEntry *self)
{
  g_return_val_if_fail (BARN_IS_SECTION_ENTRY (self), BARN_ENTRY_EMPTY);

  return self->state;
}

/**
 * barn_section_entry_get_group:
 * @self: an entry
 *
 * Returns: (transfer none) (nullable): the heading of the document that it is listed under; %NULL: none
 */
const char *
barn_section_entry_get_group (BarnSectionEntry *self)
{
  g_return_val_if_fail (BARN_IS_SECTION_ENTRY (self), NULL);

  return self->group;
}

/**
 * barn_section_entry_get_hint:
 * @self: an entry
 *
 * Returns: (transfer none): what belongs there, translated; "" where there is nothing to say
 */
const char *
barn_section_entry_get_hint (BarnSectionEntry *self)
{
  const SectionWords *words;

  g_return_val_if_fail (BARN_IS_SECTION_ENTRY (self), NULL);

  words = find_words (self->section);
  return words != NULL ? _(words->hint) : "";
}

/**
 * barn_section_entry_dup_label:
 * @self: an entry
 *
 * Returns: (transfer full): what it is called under its group's heading: its own heading in the document, if it has one there
 */
char *
barn_section_entry_dup_label (BarnSectionEntry *self)
{
  g_return_val_if_fail (BARN_IS_SECTION_ENTRY (self), NULL);

  switch (self->kind)
    {
    case BARN_ENTRY_FOLLOWUP:
      return g_strdup (_("Last year’s areas"));
    case BARN_ENTRY_RESULTS:
      return g_strdup (_("Figures and what was done"));
    case BARN_ENTRY_AREAS:
      return g_strdup (_("Next year’s areas"));
    case BARN_ENTRY_ADD:
      return g_strdup (_("Add article…"));
    case BARN_ENTRY_TEXT:
    default:
      break;
    }

  if (self->article != 0)
    return barn_profile_format_article (self->profile, self->article);
  if (g_str_has_suffix (self->section, "_intro"))
    return g_strdup (_("Introduction"));

  return barn_report_dup_heading (self->profile, self->year, self->section);
}

/**
 * barn_section_entry_dup_heading:
 * @self: an entry
 *
 * Returns: (transfer full): what it is called where it stands alone
 */
char *
barn_section_entry_dup_heading (BarnSectionEntry *self)
{
  g_autofree char *label = NULL;

  g_return_val_if_fail (BARN_IS_SECTION_ENTRY (self), NULL);

  label = barn_section_entry_dup_label (self);
  if (self->kind == BARN_ENTRY_TEXT && self->article == 0 && !g_str_has_suffix (self->section, "_intro"))
    return g_steal_pointer (&label);

  /* Translators: a group of sections, and one of them: the article it is about, or its introduction */
  return g_strdup_printf (_("%s – %s"), self->group, label);
}

/**
 * barn_entry_state_get_label:
 * @state: a state
 *
 * Returns: (transfer none): the state in a word, translated
 */
const char *
barn_entry_state_get_label (BarnEntryState state)
{
  switch (state)
    {
    case BARN_ENTRY_EMPTY:
      return C_("section", "Empty");
    case BARN_ENTRY_STANDARD:
      return C_("section", "Standard text");
    case BARN_ENTRY_DRAFT:
      return C_("section", "Draft");
    case BARN_ENTRY_READY:
      return C_("section", "Ready");
    case BARN_ENTRY_AUTOMATIC:
      return C_("section", "Automatic");
    default:
      g_return_val_if_reached ("");
    }
}

/**
 * barn_entry_state_get_icon:
 * @state: a state
 *
 * Returns: (transfer none): the name of its icon
 */
const char *
barn_entry_state_get_icon (BarnEntryState state)
{
  switch (state)
    {
    case BARN_ENTRY_EMPTY:
      return "barn-status-not-started-symbolic";
    case BARN_ENTRY_STANDARD:
      return "text-x-generic-symbolic";
    case BARN_ENTRY_DRAFT:
      return "barn-status-ongoing-symbolic";
    case BARN_ENTRY_READY:
      return "barn-status-done-symbolic";
    case BARN_ENTRY_AUTOMATIC:
      return "view-refresh-symbolic";
    default:
      g_return_val_if_reached ("");
    }
}

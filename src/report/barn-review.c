/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-review"

#include "config.h"

#include "barn-review.h"

#include <glib/gi18n-lib.h>

#include "barn-figures.h"
#include "barn-readability.h"
#include "barn-report.h"
#include "barn-sections.h"
#include "barn-text.h"

/* So much of a long sentence is told that a person finds it */
#define MAX_SENTENCE 100

/* What one review goes by */
typedef struct
{
  BarnPaper    paper;
  BarnModel   *model;
  BarnPlan    *plan;
  BarnProfile *profile;
  BarnDay      as_of;
  GPtrArray   *remarks;
} Review;

static void G_GNUC_PRINTF (4, 5)
remark (Review     *self,
        const char *section,
        guint       article,
        const char *format,
        ...)
{
  BarnRemark *found = g_new0 (BarnRemark, 1);
  va_list args;

  va_start (args, format);
  found->sentence = g_strdup_vprintf (format, args);
  va_end (args);

  found->section = section;
  found->article = article;
  g_ptr_array_add (self->remarks, found);
}

/* The remark just made is about @item */
static void
about (Review   *self,
       gpointer  item)
{
  BarnRemark *last = g_ptr_array_index (self->remarks, self->remarks->len - 1);

  g_free (last->item);
  last->item = g_strdup (barn_item_get_id (BARN_ITEM (item)));
}

static char *
dup_heading (Review     *self,
             const char *section)
{
  return barn_report_dup_heading (self->profile, barn_plan_get_year (self->plan), section);
}

static gboolean
is_written (Review     *self,
            const char *section,
            guint       article)
{
  BarnSectionText *text = barn_plan_find_section_text (self->plan, section, article);

  return text != NULL && !barn_text_is_blank (barn_section_text_get_body (text));
}

/* Whether anything stands in the section, under whatever article */
static gboolean
is_written_at_all (Review     *self,
                   const char *section)
{
  GListModel *texts = barn_plan_get_section_texts (self->plan);

  for (guint i = 0; i < g_list_model_get_n_items (texts); i++)
    {
      g_autoptr (BarnSectionText) text = g_list_model_get_item (texts, i);

      if (g_str_equal (barn_section_text_get_section (text), section) &&
          !barn_text_is_blank (barn_section_text_get_body (text)))
        return TRUE;
    }

  return FALSE;
}

static void
review_section_by_article (Review            *self,
                           const BarnSection *section)
{
  g_autofree char *heading = dup_heading (self, section->id);

  if (!is_written_at_all (self, section->id))
    {
      /* Barnombudsmannen's criticism of barnbokslut: they tell what went well and stop there */
      if (g_str_equal (section->id, "challenges"))
        remark (self, section->id, 0,
                _("No challenges are named. The nämnd should read what must become better, not only what went well."));
      else
        remark (self, section->id, 0, _("“%s” is empty."), heading);
      return;
    }

  for (guint i = 0; i < G_N_ELEMENTS (barn_basic_articles); i++)
    {
      if (!is_written (self, section->id, barn_basic_articles[i]))
        remark (self, section->id, barn_basic_articles[i], _("“%s” says nothing about article %u."),
                heading, barn_basic_articles[i]);
    }
}

/* A section without a text of its own: the profile may have one for it */
static void
review_section (Review            *self,
                const BarnSection *section)
{
  g_autofree char *heading = dup_heading (self, section->id);
  g_autofree char *standard = NULL;

  if (is_written (self, section->id, 0))
    return;

  standard = barn_report_dup_standard_text (self->model, self->plan, self->profile, section->id);
  if (*standard != '\0')
    remark (self, section->id, 0, _("“%s” has only the standard text."), heading);
  else
    remark (self, section->id, 0, _("“%s” is empty."), heading);
}

static void
review_sections (Review *self)
{
  guint n_sections;
  const BarnSection *sections = barn_sections_get (self->paper, &n_sections);

  for (guint i = 0; i < n_sections; i++)
    {
      if (!sections[i].required)
        continue;

      if (sections[i].by_article)
        review_section_by_article (self, &sections[i]);
      else
        review_section (self, &sections[i]);
    }
}

static void
review_last_years_areas (Review *self)
{
  g_autoptr (GPtrArray) areas = barn_model_dup_areas (self->model, barn_plan_get_year (self->plan) - 1);

  if (areas->len == 0)
    remark (self, BARN_PART_FOLLOWUP, 0, _("No development area from last year is followed up."));

  for (guint i = 0; i < areas->len; i++)
    {
      BarnArea *area = g_ptr_array_index (areas, i);
      const char *title = barn_area_get_title (area);
      gboolean no_status = barn_area_get_status (area) == BARN_STATUS_NOT_STARTED;
      gboolean no_comment = barn_text_is_blank (barn_area_get_comment (area));

      if (!no_comment)
        continue;

      remark (self, BARN_PART_FOLLOWUP, 0,
              no_status ? _("Last year’s area “%s” has neither status nor comment.") : _("Last year’s area “%s” has no comment."), title);
      about (self, area);
    }
}

static void
review_next_years_areas (Review *self)
{
  g_autoptr (GPtrArray) areas = barn_model_dup_areas (self->model, barn_plan_get_year (self->plan));

  if (areas->len == 0)
    remark (self, BARN_PART_AREAS, 0, _("No development area is set for next year."));

  for (guint i = 0; i < areas->len; i++)
    {
      BarnArea *area = g_ptr_array_index (areas, i);
      const char *title = barn_area_get_title (area);

      if (g_list_model_get_n_items (barn_area_get_measures (area)) == 0)
        {
          remark (self, BARN_PART_AREAS, 0, _("Next year’s area “%s” has no measures."), title);
          about (self, area);
        }
      if (barn_text_is_blank (barn_area_get_expected_result (area)))
        {
          remark (self, BARN_PART_AREAS, 0, _("Next year’s area “%s” has no expected result."), title);
          about (self, area);
        }
    }
}

static gboolean
has_effect (BarnActivity *activity,
            BarnDay       as_of)
{
  GListModel *follow_ups = barn_activity_get_follow_ups (activity);

  for (guint i = 0; i < g_list_model_get_n_items (follow_ups); i++)
    {
      g_autoptr (BarnFollowUp) follow_up = g_list_model_get_item (follow_ups, i);

      if (barn_follow_up_get_day (follow_up) <= as_of && !barn_text_is_blank (barn_follow_up_get_effect (follow_up)))
        return TRUE;
    }

  return FALSE;
}

/* A status that comes from an earlier year says nothing of this one */
static void
review_old_status (Review       *self,
                   BarnActivity *activity)
{
  BarnFollowUp *last = barn_activity_get_last_follow_up (activity, self->as_of);

  if (last == NULL || barn_day_get_year (barn_follow_up_get_day (last)) >= barn_plan_get_year (self->plan))
    return;

  remark (self, BARN_PART_RESULTS, 0, _("“%s” has a status, but no follow-up this year."), barn_activity_get_title (activity));
  about (self, activity);
}

static void
review_results (Review *self)
{
  GListModel *activities = barn_plan_get_activities (self->plan);
  BarnTally tally = { 0 };
  gboolean effect = FALSE;

  barn_tally_plan (&tally, self->plan, self->as_of);
  if (tally.total == 0)
    {
      remark (self, BARN_PART_RESULTS, 0, _("The plan of the year has no activities."));
      return;
    }

  for (guint i = 0; i < g_list_model_get_n_items (activities); i++)
    {
      g_autoptr (BarnActivity) activity = g_list_model_get_item (activities, i);

      effect = effect || has_effect (activity, self->as_of);
      review_old_status (self, activity);
    }

  if (!effect)
    remark (self, BARN_PART_RESULTS, 0, _("No follow-up says what changed for children."));
  if (tally.without_follow_up > 0)
    remark (self, BARN_PART_RESULTS, 0,
            ngettext ("%u activity has no follow-up.", "%u activities have no follow-up.", tally.without_follow_up),
            tally.without_follow_up);
}

/* The section of a text; NULL where it belongs to another document */
static const BarnSection *
find_section (Review          *self,
              BarnSectionText *text)
{
  const BarnSection *section = barn_sections_find (barn_section_text_get_section (text));

  return section != NULL && barn_section_get_paper (section) == self->paper ? section : NULL;
}

static void
review_text_readability (Review            *self,
                         const BarnSection *section,
                         BarnSectionText   *text)
{
  const char *body = barn_section_text_get_body (text);
  g_autoptr (GPtrArray) longest = barn_text_dup_longest (body, 1);
  g_autofree char *heading = dup_heading (self, section->id);
  guint n_words;
  guint lix = barn_text_get_lix (body, &n_words);
  const char *sentence;

  if (n_words < BARN_LIX_WORDS || lix <= BARN_LIX_HARD)
    return;

  sentence = g_ptr_array_index (longest, 0);
  if (g_utf8_strlen (sentence, -1) > MAX_SENTENCE)
    {
      g_autofree char *beginning = g_utf8_substring (sentence, 0, MAX_SENTENCE);

      remark (self, section->id, barn_section_text_get_article (text),
              _("“%s” is hard to read: LIX %u. Its longest sentence begins: “%s …”"), heading, lix, beginning);
    }
  else
    {
      remark (self, section->id, barn_section_text_get_article (text),
              _("“%s” is hard to read: LIX %u. Its longest sentence: “%s”"), heading, lix, sentence);
    }
}

static void
review_readability (Review *self)
{
  GListModel *texts = barn_plan_get_section_texts (self->plan);

  for (guint i = 0; i < g_list_model_get_n_items (texts); i++)
    {
      g_autoptr (BarnSectionText) text = g_list_model_get_item (texts, i);
      const BarnSection *section = find_section (self, text);

      if (section != NULL)
        review_text_readability (self, section, text);
    }
}

static void
review_ready (Review *self)
{
  GListModel *texts = barn_plan_get_section_texts (self->plan);
  const BarnSection *first = NULL;
  guint article = 0;
  guint n_drafts = 0;

  for (guint i = 0; i < g_list_model_get_n_items (texts); i++)
    {
      g_autoptr (BarnSectionText) text = g_list_model_get_item (texts, i);

      const BarnSection *section = find_section (self, text);

      if (section == NULL || barn_section_text_get_ready (text) || barn_text_is_blank (barn_section_text_get_body (text)))
        continue;

      n_drafts++;
      if (first == NULL)
        {
          first = section;
          article = barn_section_text_get_article (text);
        }
    }

  if (first != NULL)
    remark (self, first->id, article,
            ngettext ("%u section is written but not marked as ready.",
                      "%u sections are written but not marked as ready.", n_drafts),
            n_drafts);
}

static void
check_personal_id (Review     *self,
                   const char *text,
                   const char *section,
                   guint       article,
                   const char *where,
                   gpointer    item)
{
  if (!barn_text_find_personal_id (text, NULL, NULL))
    return;

  remark (self, section, article, _("“%s” holds something that looks like a personnummer."), where);
  if (item != NULL)
    about (self, item);
}

static void
check_area_personal_ids (Review     *self,
                         guint       year,
                         const char *part)
{
  g_autoptr (GPtrArray) areas = barn_model_dup_areas (self->model, year);

  for (guint i = 0; i < areas->len; i++)
    {
      BarnArea *area = g_ptr_array_index (areas, i);
      GListModel *measures = barn_area_get_measures (area);
      g_autoptr (GString) all = g_string_new (barn_area_get_title (area));

      g_string_append_printf (all, "\n%s\n%s", barn_area_get_expected_result (area), barn_area_get_comment (area));
      for (guint j = 0; j < g_list_model_get_n_items (measures); j++)
        {
          g_autoptr (BarnMeasure) measure = g_list_model_get_item (measures, j);

          g_string_append_printf (all, "\n%s", barn_measure_get_title (measure));
        }

      check_personal_id (self, all->str, part, 0, barn_area_get_title (area), area);
    }
}

static void
check_activity_personal_ids (Review       *self,
                             BarnActivity *activity)
{
  GListModel *follow_ups = barn_activity_get_follow_ups (activity);
  g_autoptr (GString) all = g_string_new (barn_activity_get_title (activity));

  for (guint i = 0; i < g_list_model_get_n_items (follow_ups); i++)
    {
      g_autoptr (BarnFollowUp) follow_up = g_list_model_get_item (follow_ups, i);

      if (barn_follow_up_get_day (follow_up) <= self->as_of)
        g_string_append_printf (all, "\n%s\n%s", barn_follow_up_get_comment (follow_up),
                                barn_follow_up_get_effect (follow_up));
    }

  check_personal_id (self, all->str, BARN_PART_RESULTS, 0, barn_activity_get_title (activity), activity);
}

static void
review_personal_ids (Review *self)
{
  guint year = barn_plan_get_year (self->plan);
  GListModel *texts = barn_plan_get_section_texts (self->plan);
  GListModel *activities = barn_plan_get_activities (self->plan);

  for (guint i = 0; i < g_list_model_get_n_items (texts); i++)
    {
      g_autoptr (BarnSectionText) text = g_list_model_get_item (texts, i);
      const BarnSection *section = find_section (self, text);
      g_autofree char *heading = section != NULL ? dup_heading (self, section->id) : NULL;

      if (section != NULL)
        check_personal_id (self, barn_section_text_get_body (text), section->id,
                           barn_section_text_get_article (text), heading, NULL);
    }

  check_area_personal_ids (self, year - 1, BARN_PART_FOLLOWUP);
  check_area_personal_ids (self, year, BARN_PART_AREAS);

  for (guint i = 0; i < g_list_model_get_n_items (activities); i++)
    {
      g_autoptr (BarnActivity) activity = g_list_model_get_item (activities, i);

      check_activity_personal_ids (self, activity);
    }
}

/**
 * barn_remark_free:
 * @self: a remark
 *
 * Frees @self.
 */
void
barn_remark_free (BarnRemark *self)
{
  g_free (self->sentence);
  g_free (self->item);
  g_free (self);
}

/* Pages of this computer can only be set in what it has; Word and the web page ask for the font where they are opened */
static void
review_font (Review *self)
{
  g_autofree char *font = barn_profile_dup_font (self->profile);

  if (*font != '\0' && !barn_font_is_installed (font))
    remark (self, BARN_PART_LOOK, 0, _("The font “%s” is not on this computer. Pages and PDF files are set in another one."), font);
}

/**
 * barn_review:
 * @paper: which document
 * @model: the living items of the plan file
 * @plan: the plan of the document's year
 * @profile: the wording
 * @as_of: follow-ups after this day do not count
 *
 * Looks a document over as a careful colleague would before it goes to the nämnd: what is empty, what is hard to read, and whether a text seems to
 * point out a child; of the barnbokslut also what is not followed up, and whether it names challenges and what changed for children.
 *
 * Window and command line show the same remarks; nothing is forbidden by them.
 *
 * Returns: (transfer full) (element-type BarnRemark): in order of weight; empty where nothing is to be said
 */
GPtrArray *
barn_review (BarnPaper    paper,
             BarnModel   *model,
             BarnPlan    *plan,
             BarnProfile *profile,
             BarnDay      as_of)
{
  Review review = { .paper = paper, .model = model, .plan = plan, .profile = profile, .as_of = as_of };
  gboolean account = paper == BARN_PAPER_BARNBOKSLUT;

  g_return_val_if_fail ((guint) paper < BARN_N_PAPERS, NULL);
  g_return_val_if_fail (BARN_IS_MODEL (model), NULL);
  g_return_val_if_fail (BARN_IS_PLAN (plan), NULL);
  g_return_val_if_fail (BARN_IS_PROFILE (profile), NULL);

  review.remarks = g_ptr_array_new_with_free_func ((GDestroyNotify) barn_remark_free);

  /* What would be a breach of secrecy comes first */
  review_personal_ids (&review);
  if (account)
    {
      review_last_years_areas (&review);
      review_results (&review);
    }
  review_sections (&review);
  if (account)
    review_next_years_areas (&review);
  review_readability (&review);
  review_ready (&review);
  review_font (&review);

  return review.remarks;
}

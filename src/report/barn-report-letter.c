/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-report-letter"

#include "config.h"

#include "barn-report-private.h"

/* The tjänsteskrivelse in which a barnbokslut reaches the nämnd: what it is asked to decide comes first */

#define SECTION(part) "tjansteskrivelse_" part

static const char *
get_written (BarnReport *self,
             const char *section)
{
  BarnSectionText *text = barn_plan_find_section_text (self->plan, section, 0);

  return text != NULL ? barn_section_text_get_body (text) : "";
}

/* What was written, else the profile's words */
static char *
dup_words (BarnReport *self,
           const char *section)
{
  const char *written = get_written (self, section);

  return *written != '\0' ? g_strdup (written) : barn_report_fill (self, "standard_text", section);
}

/* A part is left out where nobody wrote anything and the profile has no words that are true in any case: Granska says so */
static void
append_written (BarnReport *self,
                const char *key,
                const char *section)
{
  g_autofree char *words = dup_words (self, section);

  if (*words == '\0')
    return;

  barn_report_append_heading (self, 1, key, section);
  barn_report_append_text (self->body, words);
}

static void
append_front (BarnReport *self)
{
  g_autofree char *officer = g_strdelimit (dup_words (self, SECTION ("officer")), "\n", ' ');
  g_autofree char *line = NULL;

  if (*g_strstrip (officer) != '\0')
    line = barn_profile_fill (self->profile, self->group, "officer_line", "name", officer, NULL);

  barn_report_append_front_with (self, line);
}

/* Each line of what was written is a decision of its own */
static void
append_proposal (BarnReport *self)
{
  g_autofree char *words = dup_words (self, SECTION ("proposal"));
  g_auto (GStrv) lines = g_strsplit (words, "\n", -1);
  BarnNode *list;

  barn_report_append_heading (self, 1, "proposal", SECTION ("proposal"));
  barn_report_append_filled (self, "proposal_intro");

  list = barn_node_append (self->body, barn_node_new_list (BARN_LIST_DECIMAL));
  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *decision = barn_report_skip_label (g_strstrip (lines[i]));

      if (*decision != '\0')
        barn_node_append (list, barn_node_new_text (BARN_NODE_LIST_ITEM, decision));
    }
}

static void
append_summary (BarnReport *self)
{
  gboolean own = *get_written (self, SECTION ("summary")) != '\0';

  append_written (self, "summary", SECTION ("summary"));
  if (!own)
    {
      g_autofree char *figures = barn_report_dup_figures (self->plan, self->profile, self->as_of);

      barn_report_append_paragraph (self, figures);
    }
}

static void
append_basis (BarnReport *self)
{
  BarnNode *list;
  g_autofree char *date = barn_profile_format_day (self->profile, barn_plan_get_approved_on (self->plan));
  g_autofree char *barnbokslut = barn_report_fill (self, self->group, "basis_barnbokslut");
  g_autofree char *plan = barn_report_fill (self, self->group, "basis_plan");

  barn_report_append_heading (self, 1, "basis", NULL);
  list = barn_node_append (self->body, barn_node_new_list (BARN_LIST_BULLET));
  barn_node_append (list, barn_node_new_text (BARN_NODE_LIST_ITEM, barnbokslut));

  if (barn_plan_get_approved_on (self->plan) != BARN_DAY_NONE)
    {
      g_autofree char *approved = barn_profile_fill (self->profile, self->group, "basis_plan_approved", "plan", plan, "date", date, NULL);

      barn_node_append (list, barn_node_new_text (BARN_NODE_LIST_ITEM, approved));
    }
  else
    {
      barn_node_append (list, barn_node_new_text (BARN_NODE_LIST_ITEM, plan));
    }
}

/* What last year's areas came to, in a sentence each: the nämnd decided on them */
static void
append_last_year (BarnReport *self)
{
  g_autoptr (GPtrArray) areas = barn_model_dup_areas (self->model, barn_plan_get_year (self->plan) - 1);
  BarnNode *list;

  if (areas->len == 0)
    return;

  barn_report_append_filled (self, "matter_last_year");
  list = barn_node_append (self->body, barn_node_new_list (BARN_LIST_BULLET));
  for (guint i = 0; i < areas->len; i++)
    {
      BarnArea *area = g_ptr_array_index (areas, i);
      g_autofree char *status = barn_profile_dup_status (self->profile, barn_area_get_status (area));
      g_autofree char *lower = g_utf8_strdown (status, -1);
      g_autofree char *line = barn_profile_fill (self->profile, self->group, "area_status",
                                                 "title", barn_area_get_title (area), "status", lower, NULL);

      barn_node_append (list, barn_node_new_text (BARN_NODE_LIST_ITEM, line));
    }
}

static void
append_next_year (BarnReport *self)
{
  g_autoptr (GPtrArray) areas = barn_model_dup_areas (self->model, barn_plan_get_year (self->plan));
  BarnNode *list;

  if (areas->len == 0)
    return;

  barn_report_append_filled (self, "matter_next_year");
  list = barn_node_append (self->body, barn_node_new_list (BARN_LIST_BULLET));
  for (guint i = 0; i < areas->len; i++)
    barn_node_append (list, barn_node_new_text (BARN_NODE_LIST_ITEM, barn_area_get_title (g_ptr_array_index (areas, i))));
}

static void
append_matter (BarnReport *self)
{
  append_written (self, "matter", SECTION ("matter"));
  append_last_year (self);
  append_next_year (self);
}

static void
append_best_interests (BarnReport *self)
{
  append_written (self, "best_interests", SECTION ("best_interests"));
}

static void
append_equality (BarnReport *self)
{
  append_written (self, "equality", SECTION ("equality"));
}

static void
append_economy (BarnReport *self)
{
  append_written (self, "economy", SECTION ("economy"));
}

static void
append_assessment (BarnReport *self)
{
  append_written (self, "assessment", SECTION ("assessment"));
}

static void
append_attachments (BarnReport *self)
{
  append_written (self, "attachments", SECTION ("attachments"));
}

static void
append_recipients (BarnReport *self)
{
  append_written (self, "recipients", SECTION ("recipients"));
}

const BarnReportPart barn_report_tjansteskrivelse[] = {
  { "front", append_front },
  { "proposal", append_proposal },
  { "summary", append_summary },
  { "basis", append_basis },
  { "matter", append_matter },
  { "best_interests", append_best_interests },
  { "equality", append_equality },
  { "economy", append_economy },
  { "assessment", append_assessment },
  { "attachments", append_attachments },
  { "recipients", append_recipients },
  { NULL, NULL },
};

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-report"

#include "config.h"

#include "barn-report-private.h"

#include <string.h>

static const BarnReportPart *const parts_of_papers[] = {
  [BARN_PAPER_HANDLINGSPLAN] = barn_report_handlingsplan,
  [BARN_PAPER_BARNBOKSLUT] = barn_report_barnbokslut,
  [BARN_PAPER_LAGESRAPPORT] = barn_report_lagesrapport,
  [BARN_PAPER_HALVARSRAPPORT] = barn_report_halvarsrapport,
  [BARN_PAPER_TJANSTESKRIVELSE] = barn_report_tjansteskrivelse,
  [BARN_PAPER_BARNVERSION] = barn_report_barnversion,
};

G_STATIC_ASSERT (G_N_ELEMENTS (parts_of_papers) == BARN_N_PAPERS);

static void
barn_report_clear (BarnReport *self)
{
  g_clear_pointer (&self->year, g_free);
  g_clear_pointer (&self->last_year, g_free);
  g_clear_pointer (&self->next_year, g_free);
  g_clear_pointer (&self->date, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BarnReport, barn_report_clear)

static void
begin (BarnReport  *self,
       BarnPaper    paper,
       BarnModel   *model,
       BarnPlan    *plan,
       BarnProfile *profile,
       BarnDay      as_of)
{
  self->model = model;
  self->plan = plan;
  self->profile = profile;
  self->as_of = as_of;
  self->group = barn_paper_to_nick (paper);
  self->year = g_strdup_printf ("%u", barn_plan_get_year (plan));
  self->last_year = g_strdup_printf ("%u", barn_plan_get_year (plan) - 1);
  self->next_year = g_strdup_printf ("%u", barn_plan_get_year (plan) + 1);
  self->date = barn_profile_format_day (profile, as_of);
}

/* A name of the organisation's; in a file that has none the profile's word for any ("nämnden"), so that sentences stay whole */
static char *
dup_name (BarnReport *self,
          const char *name,
          const char *key)
{
  return *name != '\0' ? g_strdup (name) : barn_profile_dup_text (self->profile, "general", key);
}

/*
 * barn_report_fill:
 * @self: a report
 * @group: a group of the profile
 * @key: a key in it
 *
 * Gets words of the profile with the year, the day, the names of the organisation and the number of the register filled in.
 *
 * Returns: (transfer full): the words; empty where the profile has none of that key
 */
char *
barn_report_fill (BarnReport *self,
                  const char *group,
                  const char *key)
{
  BarnOrganisation *organisation = barn_model_get_organisation (self->model);
  g_autofree char *name = dup_name (self, barn_organisation_get_name (organisation), "organisation");
  g_autofree char *board = dup_name (self, barn_organisation_get_board (organisation), "board");
  g_autofree char *municipality = dup_name (self, barn_organisation_get_municipality (organisation), "municipality");
  g_autofree char *title = *barn_plan_get_title (self->plan) != '\0'
    ? g_strdup (barn_plan_get_title (self->plan))
    : barn_profile_fill (self->profile, "general", "plan_title", "year", self->year, NULL);

  return barn_profile_fill (self->profile, group, key,
                            "year", self->year,
                            "last_year", self->last_year,
                            "next_year", self->next_year,
                            "date", self->date,
                            "organisation", name,
                            "board", board,
                            "plan_title", title,
                            "municipality", municipality,
                            "n", barn_plan_get_registry_number (self->plan),
                            NULL);
}

/*
 * barn_report_dup_count:
 * @self: a report
 * @one: the key of what is said of one
 * @many: the key of what is said of several, or none
 * @n: how many
 *
 * Returns: (transfer full): "14 aktiviteter"
 */
char *
barn_report_dup_count (BarnReport *self,
                       const char *one,
                       const char *many,
                       guint       n)
{
  g_autofree char *number = g_strdup_printf ("%u", n);

  return barn_profile_fill (self->profile, self->group, n == 1 ? one : many,
                            "n", number, "year", self->year, "date", self->date, NULL);
}

/*
 * barn_report_dup_roles:
 * @self: a report
 * @activity: an activity
 *
 * Returns: (transfer full): the names of its roles as the profile has them, in the roles' order; empty where it has none
 */
char *
barn_report_dup_roles (BarnReport   *self,
                       BarnActivity *activity)
{
  GListModel *roles = barn_model_get_roles (self->model);
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (roles); i++)
    {
      g_autoptr (BarnRole) role = g_list_model_get_item (roles, i);
      g_autofree char *name = barn_profile_dup_role (self->profile, barn_role_get_name (role));

      if (!barn_activity_has_role (activity, barn_item_get_id (BARN_ITEM (role))))
        continue;

      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", name);
    }

  return g_string_free (names, FALSE);
}

/*
 * barn_report_dup_last_comment:
 * @self: a report
 * @activity: an activity
 *
 * Returns: (transfer full): the last that was said of it by the day; empty where nobody said anything
 */
char *
barn_report_dup_last_comment (BarnReport   *self,
                              BarnActivity *activity)
{
  GListModel *follow_ups = barn_activity_get_follow_ups (activity);

  for (guint i = 0; i < g_list_model_get_n_items (follow_ups); i++)
    {
      g_autoptr (BarnFollowUp) follow_up = g_list_model_get_item (follow_ups, i);

      if (barn_follow_up_get_day (follow_up) <= self->as_of && *barn_follow_up_get_comment (follow_up) != '\0')
        return g_strdup (barn_follow_up_get_comment (follow_up));
    }

  return g_strdup ("");
}

/*
 * barn_report_append_heading:
 * @self: a report
 * @level: from 1
 * @key: of its words
 * @id: (nullable): leads from the heading to its section in the window
 *
 * Appends a heading.
 *
 * Returns: (transfer none): the heading
 */
BarnNode *
barn_report_append_heading (BarnReport *self,
                            guint       level,
                            const char *key,
                            const char *id)
{
  g_autofree char *text = barn_report_fill (self, self->group, key);
  BarnNode *heading = barn_node_append (self->body, barn_node_new_heading (level, text));

  barn_node_set_id (heading, id);

  return heading;
}

/*
 * barn_report_append_paragraph:
 * @self: a report
 * @text: what it says
 *
 * Appends a paragraph.
 */
void
barn_report_append_paragraph (BarnReport *self,
                              const char *text)
{
  barn_node_append (self->body, barn_node_new_text (BARN_NODE_PARAGRAPH, text));
}

/*
 * barn_report_append_filled:
 * @self: a report
 * @key: of its words
 *
 * Appends a paragraph of the profile's words.
 */
void
barn_report_append_filled (BarnReport *self,
                           const char *key)
{
  g_autofree char *text = barn_report_fill (self, self->group, key);

  barn_report_append_paragraph (self, text);
}

/*
 * barn_report_append_contents:
 * @self: a report
 *
 * Appends the place of a table of contents; a paged document has one from five pages.
 */
void
barn_report_append_contents (BarnReport *self)
{
  g_autofree char *caption = barn_report_fill (self, "general", "contents");

  barn_node_append (self->body, barn_node_new_contents (caption));
}

/*
 * barn_report_append_section:
 * @self: a report
 * @section: a section's id
 * @article: the article it is about; 0: none
 *
 * Appends what was written in a section; the profile's own words where nothing was and it has some.
 *
 * Returns: whether there was anything to say
 */
gboolean
barn_report_append_section (BarnReport *self,
                            const char *section,
                            guint       article)
{
  BarnSectionText *written = barn_plan_find_section_text (self->plan, section, article);
  const char *body = written != NULL ? barn_section_text_get_body (written) : "";

  if (*body == '\0' && article == 0)
    {
      g_autofree char *standard = barn_report_fill (self, "standard_text", section);

      barn_report_append_text (self->body, standard);
      return *standard != '\0';
    }

  barn_report_append_text (self->body, body);
  return *body != '\0';
}

/* How many bytes of @body fill as much as @most letters do: up to the end of a line, of a sentence, or of a word. A line counts as one and a half
   rows, however short it is. */
static gsize
find_end (const char *body,
          guint       most)
{
  const guint line = 130;
  const char *end = NULL, *word = NULL, *p;
  guint n = 0;

  for (p = body; *p != '\0' && n < most; p = g_utf8_next_char (p))
    {
      n += *p == '\n' ? line : 1;
      if (*p == '\n' || (*p == ' ' && p > body && strchr (".!?", p[-1]) != NULL))
        end = p;
      if (*p == ' ')
        word = p;
    }

  if (*p == '\0')
    return strlen (body);

  return (gsize) ((end != NULL ? end : word != NULL ? word : p) - body);
}

/*
 * barn_report_append_section_beginning:
 * @self: a report
 * @section: a section's id
 * @most: about how many letters there is room for
 * @more: key of what is said where that is not all
 *
 * Appends what was written in a section as barn_report_append_section() does, on a document that must not grow with it.
 */
void
barn_report_append_section_beginning (BarnReport *self,
                                      const char *section,
                                      guint       most,
                                      const char *more)
{
  BarnSectionText *written = barn_plan_find_section_text (self->plan, section, 0);
  const char *body = written != NULL ? barn_section_text_get_body (written) : "";
  g_autofree char *beginning = g_strndup (body, find_end (body, most));

  if (strlen (beginning) == strlen (body))
    {
      barn_report_append_section (self, section, 0);
      return;
    }

  barn_report_append_text (self->body, beginning);
  barn_report_append_filled (self, more);
}

/*
 * barn_report_append_table:
 * @self: a report
 * @caption: key of what the table is called
 * @widths: of its columns, in per cent
 * @n_columns: how many columns
 * @columns: keys of their headings
 *
 * Appends a table with its header row.
 *
 * Returns: (transfer none): the table
 */
BarnNode *
barn_report_append_table (BarnReport        *self,
                          const char        *caption,
                          const guint       *widths,
                          guint              n_columns,
                          const char *const *columns)
{
  g_autofree char *caption_text = barn_report_fill (self, self->group, caption);
  BarnNode *table = barn_node_append (self->body, barn_node_new (BARN_NODE_TABLE));
  BarnNode *row;

  barn_node_set_caption (table, caption_text);
  barn_node_set_widths (table, widths, n_columns);

  row = barn_report_append_header (table, NULL);
  for (guint i = 0; i < n_columns; i++)
    {
      g_autofree char *heading = barn_report_fill (self, self->group, columns[i]);

      barn_node_set_header (barn_report_append_cell (row, heading), TRUE);
    }

  return table;
}

static char *
join_nonempty (const char *separator,
               const char *a,
               const char *b)
{
  if (*a == '\0' || *b == '\0')
    return g_strconcat (a, b, NULL);

  return g_strconcat (a, separator, b, NULL);
}

static void
add_line (GString    *lines,
          const char *line)
{
  if (*line != '\0')
    g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "", line);
}

/*
 * barn_report_append_front_with:
 * @self: a report
 * @officer: (nullable): who handles the matter
 *
 * Appends what stands under the title: whose it is, to whom it goes, its number in the register, and until when its figures hold.
 */
void
barn_report_append_front_with (BarnReport *self,
                               const char *officer)
{
  BarnOrganisation *organisation = barn_model_get_organisation (self->model);
  g_autofree char *municipality = dup_name (self, barn_organisation_get_municipality (organisation), "municipality");
  g_autofree char *from = join_nonempty (", ", barn_organisation_get_name (organisation), municipality);
  g_autofree char *to = barn_report_fill (self, self->group, "to");
  g_autofree char *registry_number = barn_report_fill (self, "general", "registry_number");
  g_autofree char *as_of = barn_report_fill (self, "general", "as_of");
  g_autoptr (GString) lines = g_string_new (NULL);

  add_line (lines, from);
  if (*barn_organisation_get_board (organisation) != '\0')
    add_line (lines, to);
  if (*barn_plan_get_registry_number (self->plan) != '\0')
    add_line (lines, registry_number);
  if (officer != NULL)
    add_line (lines, officer);
  add_line (lines, as_of);
  barn_report_append_paragraph (self, lines->str);
}

/*
 * barn_report_append_front:
 * @self: a report
 *
 * As barn_report_append_front_with(), where nobody is named.
 */
void
barn_report_append_front (BarnReport *self)
{
  barn_report_append_front_with (self, NULL);
}

/* Above the title, and the letters of all of it */
static void
set_look (BarnReport   *self,
          BarnDocument *document)
{
  g_autofree char *font = barn_profile_dup_font (self->profile);
  g_autofree char *letterhead = barn_report_fill (self, "look", "letterhead");
  g_autofree char *text = barn_report_fill (self, "look", "logo_text");
  GBytes *picture = barn_profile_get_logo (self->profile);
  g_autoptr (BarnFigure) logo = NULL;

  /* That it is a picture was seen when the profile was read */
  if (picture != NULL)
    logo = barn_figure_new_picture (picture, BARN_LOGO_MAX_WIDTH, BARN_LOGO_MAX_HEIGHT, text, NULL);

  barn_document_set_font (document, font);
  barn_document_set_letterhead (document, letterhead);
  barn_document_set_logo (document, logo);
}

static void
set_properties (BarnReport   *self,
                BarnDocument *document)
{
  BarnOrganisation *organisation = barn_model_get_organisation (self->model);
  gboolean has_board = *barn_organisation_get_board (organisation) != '\0';
  g_autofree char *title = barn_report_fill (self, self->group, "title");
  g_autofree char *subject = barn_report_fill (self, self->group, has_board ? "subject" : "subject_no_board");
  g_autofree char *footer = barn_report_fill (self, self->group, "footer");
  g_autofree char *language = barn_profile_dup_language (self->profile);
  g_autofree char *date = barn_day_to_iso (self->as_of);

  barn_document_set_title (document, title);
  barn_document_set_subject (document, subject);
  barn_document_set_author (document, barn_organisation_get_name (organisation));
  barn_document_set_language (document, language);
  barn_document_set_date (document, date);
  barn_document_set_footer (document, footer);
}

static void
append_part (BarnReport           *self,
             const BarnReportPart *parts,
             const char           *name)
{
  for (; parts->name != NULL; parts++)
    {
      if (g_str_equal (parts->name, name))
        parts->append (self);
    }
}

static void
append_parts (BarnReport           *self,
              const BarnReportPart *parts)
{
  g_auto (GStrv) chosen = barn_profile_dup_list (self->profile, self->group, "parts");

  if (chosen == NULL)
    {
      for (; parts->name != NULL; parts++)
        parts->append (self);
      return;
    }

  for (guint i = 0; chosen[i] != NULL; i++)
    append_part (self, parts, chosen[i]);
}

/**
 * barn_report_build:
 * @paper: which kind of document
 * @model: the items of the plan file
 * @plan: the plan of the year that the document tells of
 * @profile: the wording, and which parts there are in which order
 * @as_of: until which day follow-ups are told and counted
 *
 * Builds a document of a plan file. All its figures are those of the functions in barn-figures.h that the window uses, as of the day.
 *
 * An activity is counted and told once, whatever the number of its roles and shifts. The ids of headings are those of their
 * sections (see barn-sections.h): "strengths", "strengths-12", and "followup", "figures", "results", "areas" for what is made of the year's data.
 *
 * Returns: (transfer full): the document; the same model, profile and day give the same one
 */
BarnDocument *
barn_report_build (BarnPaper    paper,
                   BarnModel   *model,
                   BarnPlan    *plan,
                   BarnProfile *profile,
                   BarnDay      as_of)
{
  g_autoptr (BarnDocument) document = NULL;
  g_auto (BarnReport) self = { 0 };

  g_return_val_if_fail ((guint) paper < BARN_N_PAPERS, NULL);
  g_return_val_if_fail (BARN_IS_MODEL (model), NULL);
  g_return_val_if_fail (BARN_IS_PLAN (plan), NULL);
  g_return_val_if_fail (BARN_IS_PROFILE (profile), NULL);
  g_return_val_if_fail (as_of != BARN_DAY_NONE, NULL);

  document = barn_document_new ();
  begin (&self, paper, model, plan, profile, as_of);
  self.body = barn_document_get_body (document);

  set_properties (&self, document);
  set_look (&self, document);
  append_parts (&self, parts_of_papers[paper]);

  return g_steal_pointer (&document);
}

/**
 * barn_report_dup_standard_text:
 * @model: the items of the plan file
 * @plan: the plan of the document's year
 * @profile: the wording
 * @section: a section's id (see barn-sections.h)
 *
 * Gets what the document says in a section in which nothing was written.
 *
 * Returns: (transfer full): the text; "" where the profile has none for the section
 */
char *
barn_report_dup_standard_text (BarnModel   *model,
                               BarnPlan    *plan,
                               BarnProfile *profile,
                               const char  *section)
{
  g_auto (BarnReport) self = { 0 };

  g_return_val_if_fail (BARN_IS_MODEL (model), NULL);
  g_return_val_if_fail (BARN_IS_PLAN (plan), NULL);
  g_return_val_if_fail (BARN_IS_PROFILE (profile), NULL);
  g_return_val_if_fail (section != NULL, NULL);

  begin (&self, BARN_PAPER_BARNBOKSLUT, model, plan, profile, BARN_DAY_NONE);

  return barn_report_fill (&self, "standard_text", section);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-recogniser"

#include "config.h"

#include "barn-recogniser.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A title is no longer than this, and no more lines are */
#define MAX_TITLE 120
#define MAX_TITLE_LINES 3
/* Two spaces of a text file */
#define NESTED_INDENT 12.0

static gboolean
ends_with_colon (const BarnFlowLine *line)
{
  const char *text = barn_flow_line_get_text (line);

  return g_str_has_suffix (text, ":");
}

/* a) b) … i) is one list, though i is a roman one too */
static gboolean
is_same_form (BarnMarkForm a,
              BarnMarkForm b)
{
  if ((a == BARN_MARK_ALPHA && b == BARN_MARK_ROMAN) || (a == BARN_MARK_ROMAN && b == BARN_MARK_ALPHA))
    return TRUE;

  return a == b;
}

/**
 * barn_recogniser_is_nested:
 * @line: an item of a list
 * @first: the first item of the list
 *
 * Returns: whether @line stands below an item of that list rather than in it
 */
gboolean
barn_recogniser_is_nested (const BarnFlowLine *line,
                           const BarnFlowLine *first)
{
  if (line->list_depth > 0 && first->list_depth > 0)
    return line->list_depth > first->list_depth || (first->indent > 0 && line->indent >= first->indent + NESTED_INDENT);
  if (line->row != first->row)
    return FALSE;
  if (line->hard && line->indent >= first->indent + NESTED_INDENT)
    return TRUE;

  return !is_same_form (line->form, first->form) && line->indent >= first->indent &&
         first->form != BARN_MARK_DASH;
}

/* Text parts */

/* Titles are set in large letters, and broken early */
static gboolean
continues_title (const BarnFlowLine *line)
{
  return line->hard && line->rest == NULL && !barn_flow_line_is_item (line) && g_unichar_islower (g_utf8_get_char (line->text)) &&
         line->width <= MAX_TITLE / 2 && !g_str_has_suffix (line->text, ".");
}

static void
read_front (BarnOutline       *outline,
            const BarnStretch *stretch)
{
  guint titles = 0;
  gboolean text_came = FALSE;

  for (guint i = stretch->first; i < stretch->end; i++)
    {
      BarnFlowLine *line = barn_outline_get (outline, i);
      const char *text = barn_flow_line_get_text (line);
      g_autofree char *number = barn_wording_dup_registry_number (text);

      if (barn_wording_is_approval (text) || number != NULL)
        {
          barn_flow_line_take (line, BARN_TAKEN_APPROVAL, N_("It says who approved the plan, when, or the number of the matter."));
        }
      else if (barn_wording_is_day (text))
        {
          barn_flow_line_take (line, BARN_TAKEN_NOTHING, N_("It is a day that stands alone on the first page."));
        }
      else if (!text_came && titles < MAX_TITLE_LINES && g_utf8_strlen (text, -1) <= MAX_TITLE &&
               barn_outline_looks_like_heading (outline, i) && !barn_flow_line_is_item (line) && !ends_with_colon (line))
        {
          titles++;
          barn_flow_line_take (line, BARN_TAKEN_TITLE, N_("It stands first in the document, and looks like a title."));
        }
      else if (!text_came && titles > 0 && continues_title (line))
        {
          barn_flow_line_take (line, BARN_TAKEN_CONTINUATION, N_("The title before goes on here."));
        }
      else
        {
          text_came = TRUE;
          barn_flow_line_take (line, BARN_TAKEN_BACKGROUND, N_("It is text before the first heading of a part."));
        }
    }
}

static void
read_text (BarnOutline       *outline,
           const BarnStretch *stretch,
           BarnTaken          taken,
           const char        *reason)
{
  for (guint i = stretch->first; i < stretch->end; i++)
    barn_flow_line_take (barn_outline_get (outline, i), taken, reason);
}

static void
read_direction (BarnOutline       *outline,
                const BarnStretch *stretch)
{
  gboolean below_article = FALSE;

  for (guint i = stretch->first; i < stretch->end; i++)
    {
      BarnFlowLine *line = barn_outline_get (outline, i);
      guint article;

      if (barn_wording_measure_article (barn_flow_line_get_text (line), &article) > 0)
        {
          below_article = line->heading_level > 0;
          barn_flow_line_take (line, BARN_TAKEN_DIRECTION_ARTICLE, N_("It begins with the number of an article."));
        }
      else if (line->heading_level > 0)
        {
          below_article = FALSE;
          barn_flow_line_take (line, BARN_TAKEN_DIRECTION, N_("It is text in the part about the direction."));
        }
      else if (below_article)
        {
          barn_flow_line_take (line, BARN_TAKEN_DIRECTION_ARTICLE, N_("It stands below the heading of an article."));
        }
      else
        {
          barn_flow_line_take (line, BARN_TAKEN_DIRECTION, N_("It is text in the part about the direction."));
        }
    }
}

static void
read_strategy (BarnOutline       *outline,
               const BarnStretch *stretch)
{
  for (guint i = stretch->first; i < stretch->end; i++)
    {
      BarnFlowLine *line = barn_outline_get (outline, i);
      gboolean last = i + 1 == stretch->end;

      /* With headings of its own below it a heading is one of several parts */
      if (barn_outline_looks_like_heading (outline, i) && !barn_flow_line_is_item (line) && !ends_with_colon (line) &&
          (!last || line->heading_level > 0))
        barn_flow_line_take (line, BARN_TAKEN_STRATEGY_PART, N_("It is a heading in the part about the strategy."));
      else
        barn_flow_line_take (line, BARN_TAKEN_STRATEGY, N_("It is text in the part about the strategy."));
    }
}

/* Tables of goals and activities, wherever they stand */

static void
read_cell (BarnFlowLine *line)
{
  switch (line->column)
    {
    case BARN_COLUMN_HEADING:
      barn_flow_line_take (line, BARN_TAKEN_HEADING, N_("It stands at the head of a column and says what is in it."));
      break;

    case BARN_COLUMN_SHIFT:
      barn_flow_line_take (line, BARN_TAKEN_SHIFT, N_("It stands in the table's column of shifts or goals."));
      break;

    case BARN_COLUMN_PURPOSE:
      barn_flow_line_take (line, BARN_TAKEN_PURPOSE, N_("It stands in the table's column of purposes."));
      break;

    case BARN_COLUMN_RESPONSIBLE:
    case BARN_COLUMN_START:
    case BARN_COLUMN_DUE:
    case BARN_COLUMN_OTHER:
      barn_flow_line_take (line, BARN_TAKEN_DESCRIPTION, N_("It stands beside an activity in the table and says more of it."));
      break;

    case BARN_COLUMN_NONE:
    case BARN_COLUMN_ROLE:
    case BARN_COLUMN_OF_ROLE:
    case BARN_COLUMN_ACTIVITY:
    default:
      break;
    }
}

/* Shifts */

/* The first item that can be a shift: numbers before bullets, headings before both; NULL where there is none */
static const BarnFlowLine *
find_first_item (BarnOutline       *outline,
                 const BarnStretch *stretch)
{
  const BarnFlowLine *bullet = NULL, *number = NULL;

  if (stretch->is_item)
    return barn_outline_get (outline, stretch->first);

  for (guint i = stretch->first + stretch->heading; i < stretch->end; i++)
    {
      const BarnFlowLine *line = barn_outline_get (outline, i);

      if (line->column != BARN_COLUMN_NONE)
        continue;
      if (barn_outline_looks_like_heading (outline, i) &&
          (line->heading_level > 0 || barn_wording_measure_shift (line->text) > 0) &&
          barn_wording_measure_purpose (line->text) < 0)
        return line;
      if (!barn_flow_line_is_item (line))
        continue;
      if (number == NULL && line->form >= BARN_MARK_DECIMAL)
        number = line;
      if (bullet == NULL)
        bullet = line;
    }

  return number != NULL ? number : bullet;
}

static gboolean
is_shift (BarnOutline        *outline,
          guint               index,
          const BarnFlowLine *first)
{
  const BarnFlowLine *line = barn_outline_get (outline, index);

  if (line == first || barn_wording_measure_shift (line->text) > 0)
    return TRUE;
  if (first == NULL)
    return !ends_with_colon (line);
  if (first->heading_level > 0)
    return line->heading_level > 0 && line->heading_level <= first->heading_level;
  if (barn_wording_measure_shift (first->text) > 0 || !barn_flow_line_is_item (line))
    return FALSE;

  return is_same_form (line->form, first->form) && !barn_recogniser_is_nested (line, first);
}

/* "Syfte" on a line of its own, what follows is the purpose */
static gboolean
is_purpose_heading (const BarnFlowLine *line)
{
  gsize n = strlen (line->text);
  g_autofree char *with_colon = NULL;

  if (n > 40 || line->rest != NULL)
    return FALSE;
  with_colon = g_strconcat (line->text, ends_with_colon (line) ? "" : ":", NULL);

  return barn_wording_measure_purpose (with_colon) == (gssize) strlen (with_colon);
}

/* A heading that says only that a shift follows: "Förflyttning 1" */
static gboolean
is_bare_number (const BarnFlowLine *line)
{
  gsize n = barn_wording_measure_shift (line->text);

  return n > 0 && line->text[n] == '\0';
}

static void
read_below_shift (BarnFlowLine *line,
                  gboolean      activities)
{
  if (is_purpose_heading (line))
    barn_flow_line_take (line, BARN_TAKEN_HEADING, N_("It says that the purpose of the shift follows."));
  else if (barn_wording_measure_purpose (barn_flow_line_get_text (line)) >= 0)
    barn_flow_line_take (line, BARN_TAKEN_PURPOSE, N_("It says what the shift is for."));
  else if (activities && barn_flow_line_is_item (line))
    barn_flow_line_take (line, BARN_TAKEN_ACTIVITY, N_("It is an item of a list below a shift, and the activities have no part of their own."));
  else
    barn_flow_line_take (line, BARN_TAKEN_PURPOSE, N_("It stands below a shift and explains it."));
}

static void
read_shifts (BarnOutline       *outline,
             const BarnStretch *stretch)
{
  const BarnFlowLine *first = find_first_item (outline, stretch);
  gboolean activities = stretch->with_activities || !barn_outline_has_part (outline, BARN_PART_ACTIVITIES);
  gboolean begun = FALSE, bare = FALSE;

  for (guint i = stretch->first; i < stretch->end; i++)
    {
      BarnFlowLine *line = barn_outline_get (outline, i);

      read_cell (line);
      if (line->decided)
        continue;
      if (is_bare_number (line))
        {
          begun = bare = TRUE;
          barn_flow_line_take (line, BARN_TAKEN_HEADING, N_("It says that a shift follows."));
        }
      else if (bare)
        {
          bare = FALSE;
          barn_flow_line_take (line, BARN_TAKEN_SHIFT, N_("It stands below the number of a shift."));
        }
      else if (begun && (is_purpose_heading (line) || barn_wording_measure_purpose (barn_flow_line_get_text (line)) >= 0))
        {
          read_below_shift (line, activities);
        }
      else if (is_shift (outline, i, first))
        {
          begun = TRUE;
          barn_flow_line_take (line, BARN_TAKEN_SHIFT, first != NULL
                                                         ? N_("It is an item in the part about shifts or goals.")
                                                         : N_("It is a paragraph in the part about shifts or goals."));
        }
      else if (begun)
        {
          read_below_shift (line, activities);
        }
      else
        {
          barn_flow_line_take (line, BARN_TAKEN_NOTHING, N_("It only introduces the shifts."));
        }
    }
}

/* Items of the longer term */

static void
read_long_terms (BarnOutline       *outline,
                 const BarnStretch *stretch)
{
  const BarnFlowLine *first = NULL;
  gboolean begun = FALSE;

  for (guint i = stretch->first + stretch->heading; i < stretch->end && first == NULL; i++)
    if (barn_flow_line_is_item (barn_outline_get (outline, i)) || barn_outline_get (outline, i)->heading_level > 0)
      first = barn_outline_get (outline, i);

  for (guint i = stretch->first; i < stretch->end; i++)
    {
      BarnFlowLine *line = barn_outline_get (outline, i);
      gboolean item;

      read_cell (line);
      if (line->decided)
        continue;
      item = first == NULL || line->column == BARN_COLUMN_ACTIVITY || line->column == BARN_COLUMN_ROLE;
      if (first != NULL && first->heading_level > 0)
        item = line->heading_level > 0;
      else if (first != NULL)
        item |= barn_flow_line_is_item (line) && !barn_recogniser_is_nested (line, first);

      if (item && !ends_with_colon (line))
        {
          begun = TRUE;
          barn_flow_line_take (line, BARN_TAKEN_LONG_TERM, N_("It stands in the part about what comes later."));
        }
      else if (begun && !item)
        {
          barn_flow_line_take (line, BARN_TAKEN_DESCRIPTION, N_("It stands below something that comes later and says more of it."));
        }
      else
        {
          barn_flow_line_take (line, BARN_TAKEN_NOTHING, N_("It only introduces what comes later."));
        }
    }
}

static const char *
get_heading_reason (BarnPart part)
{
  switch (part)
    {
    case BARN_PART_BACKGROUND:
      return N_("It is the heading of the background.");
    case BARN_PART_DIRECTION:
      return N_("It is the heading of the direction.");
    case BARN_PART_STRATEGY:
      return N_("It is the heading of the strategy.");
    case BARN_PART_SHIFTS:
      return N_("It is the heading of the shifts.");
    case BARN_PART_ACTIVITIES:
      return N_("It is the heading of the activities.");
    case BARN_PART_LONG_TERM:
      return N_("It is the heading of what comes later.");
    case BARN_PART_APPROVAL:
      return N_("It is the heading of the approval.");
    case BARN_PART_NONE:
    case BARN_PART_WORK:
    case BARN_PART_CONTENTS:
    case BARN_PART_APPENDIX:
    default:
      return N_("It is the heading of a part that a plan in this program does not have.");
    }
}

static void
read_heading (BarnOutline       *outline,
              const BarnStretch *stretch)
{
  BarnFlowLine *line = barn_outline_get (outline, stretch->first);

  if (stretch->is_item)
    return;
  if (stretch->part == BARN_PART_WORK)
    barn_flow_line_take (line, BARN_TAKEN_STRATEGY_PART, N_("It is a heading of its own, and is kept with the strategy."));
  else
    barn_flow_line_take (line, BARN_TAKEN_HEADING, get_heading_reason (stretch->part));
}

static void
read_stretch (BarnOutline       *outline,
              const BarnStretch *stretch)
{
  if (stretch->heading)
    read_heading (outline, stretch);

  switch (stretch->part)
    {
    case BARN_PART_NONE:
      read_front (outline, stretch);
      break;

    case BARN_PART_BACKGROUND:
      read_text (outline, stretch, BARN_TAKEN_BACKGROUND, N_("It is text in the part about the background."));
      break;

    case BARN_PART_DIRECTION:
      read_direction (outline, stretch);
      break;

    case BARN_PART_STRATEGY:
    case BARN_PART_WORK:
      read_strategy (outline, stretch);
      break;

    case BARN_PART_SHIFTS:
      read_shifts (outline, stretch);
      break;

    case BARN_PART_ACTIVITIES:
      barn_recogniser_read_activities (outline, stretch);
      break;

    case BARN_PART_LONG_TERM:
      read_long_terms (outline, stretch);
      break;

    case BARN_PART_APPROVAL:
      read_text (outline, stretch, BARN_TAKEN_APPROVAL, N_("It is text in the part about the approval."));
      break;

    case BARN_PART_CONTENTS:
    case BARN_PART_APPENDIX:
    default:
      read_text (outline, stretch, BARN_TAKEN_NOTHING, N_("It stands in a part that a plan in this program does not have."));
      break;
    }
}

/**
 * barn_recogniser_run:
 * @outline: a document divided into the parts of a plan
 *
 * Decides for every paragraph what it is, and why.
 */
void
barn_recogniser_run (BarnOutline *outline)
{
  for (guint i = 0; i < outline->stretches->len; i++)
    {
      const BarnStretch *stretch = &g_array_index (outline->stretches, BarnStretch, i);

      if (stretch->first < stretch->end)
        read_stretch (outline, stretch);
    }
}

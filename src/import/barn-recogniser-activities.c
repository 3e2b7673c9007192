/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-recogniser-activities"

#include "config.h"

#include "barn-recogniser.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The name of a role has no more words than this, unless the document makes it a heading */
#define MAX_ROLE_WORDS 6

/* What is known of the role whose activities are being read */
typedef struct
{
  const BarnFlowLine *first;  /* its first item of a list, NULL: it has none */
  gboolean            begun;  /* an activity has come */
  gboolean            headed; /* it is a heading, or has a number of its own: what follows says more of it */
} Group;

static guint
count_words (const char *text)
{
  guint n = 1;

  for (const char *p = strchr (text, ' '); p != NULL; p = strchr (p + 1, ' '))
    n++;

  return n;
}

static gboolean
is_below (const BarnFlowLine *line,
          const BarnFlowLine *above)
{
  if (above->list_depth > 0 || line->list_depth > 0)
    return line->list_depth > above->list_depth;

  return line->form != above->form || line->indent >= above->indent + 12;
}

/* An item that is a role has a list of its own below it, and is short */
static gboolean
heads_list (BarnOutline       *outline,
            const BarnStretch *stretch,
            guint              index)
{
  const BarnFlowLine *line = barn_outline_get (outline, index);
  const BarnFlowLine *next = index + 1 < stretch->end ? barn_outline_get (outline, index + 1) : NULL;

  return next != NULL && line->rest == NULL && barn_flow_line_is_item (next) && is_below (next, line) &&
         count_words (line->text) <= MAX_ROLE_WORDS && !g_str_has_suffix (line->text, ".");
}

/* Whether the outer items of the lists are roles, each with a list of its own: some name people who act, or they are numbered as chapters are */
static gboolean
are_items_roles (BarnOutline       *outline,
                 const BarnStretch *stretch)
{
  const BarnFlowLine *first = NULL;
  gboolean named = FALSE;

  for (guint i = stretch->first + stretch->heading; i < stretch->end; i++)
    {
      const BarnFlowLine *line = barn_outline_get (outline, i);

      if (!barn_flow_line_is_item (line) || line->column != BARN_COLUMN_NONE)
        continue;
      if (first == NULL)
        first = line;
      if (barn_recogniser_is_nested (line, first))
        continue;
      if (!heads_list (outline, stretch, i))
        return FALSE;
      named |= line->form == BARN_MARK_DOTTED || barn_wording_is_role (line->text);
    }

  return named;
}

static gboolean
is_item_role (BarnOutline       *outline,
              const BarnStretch *stretch,
              guint              index,
              gboolean           items)
{
  const BarnFlowLine *line = barn_outline_get (outline, index);

  return heads_list (outline, stretch, index) && (items || barn_wording_is_role (line->text) || line->bold);
}

/* "3.1 En lekbuss" as a heading is an activity where it is said below who is responsible or when, and no list of activities comes */
static gboolean
is_activity_heading (BarnOutline       *outline,
                     const BarnStretch *stretch,
                     guint              index)
{
  const BarnFlowLine *line = barn_outline_get (outline, index);
  gboolean found = barn_wording_measure_number (line->text) > 0;
  BarnColumn field;

  if (line->heading_level == 0 || barn_wording_is_role (line->text))
    return FALSE;

  for (guint i = index + 1; i < stretch->end; i++)
    {
      const BarnFlowLine *next = barn_outline_get (outline, i);

      if (next->heading_level > 0 && next->heading_level <= line->heading_level)
        break;
      if (next->heading_level > 0 || next->column != BARN_COLUMN_NONE)
        return FALSE;
      if (barn_wording_measure_field (next->text, &field) > 0)
        found = TRUE;
      else if (barn_flow_line_is_item (next))
        return FALSE;
    }

  return found;
}

/* Whether a paragraph is the name of a role; sets @reason then. A heading always is; a line without a look of its own is when it names
   somebody, ends with a colon, or stands right before a list. */
static gboolean
is_role (BarnOutline       *outline,
         const BarnStretch *stretch,
         guint              index,
         gboolean           items,
         const char       **reason)
{
  const BarnFlowLine *line = barn_outline_get (outline, index);
  const BarnFlowLine *next = index + 1 < stretch->end ? barn_outline_get (outline, index + 1) : NULL;
  gboolean heading = barn_outline_looks_like_heading (outline, index);
  gboolean colon = g_str_has_suffix (barn_flow_line_get_text (line), ":");
  BarnColumn field;

  if (line->column == BARN_COLUMN_ROLE)
    {
      *reason = N_("It stands in the table where it says who acts.");
      return TRUE;
    }
  if (line->heading_level > 0 && barn_wording_measure_field (line->text, &field) > 0 && field == BARN_COLUMN_RESPONSIBLE)
    {
      *reason = N_("It is a heading that says who is responsible for what follows.");
      return TRUE;
    }
  if (line->column != BARN_COLUMN_NONE || barn_wording_measure_field (line->text, &field) > 0)
    return FALSE;
  if (is_activity_heading (outline, stretch, index))
    return FALSE;
  if (line->heading_level > 0)
    {
      *reason = N_("It is a heading in the part about the activities.");
      return TRUE;
    }
  if (barn_flow_line_is_item (line))
    {
      *reason = N_("It is an item with a list of its own below it, and names somebody who acts.");
      return is_item_role (outline, stretch, index, items);
    }

  if (next == NULL || line->list_depth > 0 || count_words (barn_flow_line_get_text (line)) > MAX_ROLE_WORDS || line->rest != NULL)
    return FALSE;
  if (colon && g_unichar_isupper (g_utf8_get_char (line->text)) && !barn_wording_is_introduction (line->text))
    {
      *reason = N_("It ends with a colon, and activities follow.");
      return TRUE;
    }
  if (colon)
    return FALSE;
  if (line->bold && heading)
    {
      *reason = N_("It is bold and stands above activities.");
      return TRUE;
    }
  if (heading && barn_flow_line_is_item (next))
    {
      *reason = N_("It is a short line right above a list of activities.");
      return TRUE;
    }
  *reason = N_("It is a short line that names somebody who acts.");

  return barn_wording_is_role (line->text) && (heading || barn_flow_line_is_item (next));
}

/* "Chefer: erbjuder stöd": bytes up to what they do, 0 where it is not so */
static gsize
measure_inline_role (const BarnFlowLine *line)
{
  const char *colon = strchr (line->text, ':');
  g_autofree char *name = NULL;
  gsize n;

  if (colon == NULL || colon - line->text > 60)
    return 0;
  n = colon - line->text;
  name = g_strndup (line->text, n);
  n++;
  n += strspn (line->text + n, " ");

  return line->text[n] != '\0' && barn_wording_is_role (name) ? n : 0;
}

static void
begin_group (BarnOutline       *outline,
             const BarnStretch *stretch,
             const char *const *roles,
             guint              index,
             Group             *group)
{
  *group = (Group) { 0 };
  for (guint i = index; i < stretch->end && group->first == NULL; i++)
    {
      const BarnFlowLine *line = barn_outline_get (outline, i);

      if (roles[i - stretch->first] != NULL && i > index)
        return;
      if (roles[i - stretch->first] == NULL && line->column == BARN_COLUMN_NONE && barn_flow_line_is_item (line))
        group->first = line;
    }
}

static gboolean
is_part_heading (BarnOutline *outline,
                 guint        index)
{
  const BarnFlowLine *line = barn_outline_get (outline, index);
  BarnHeading heading;

  if (barn_flow_line_is_item (line) || line->column != BARN_COLUMN_NONE || g_str_has_suffix (line->text, "."))
    return FALSE;
  heading = barn_wording_read_heading (barn_flow_line_get_text (line));

  return heading.whole && heading.part == BARN_PART_ACTIVITIES;
}

/* Cells beside activities tell of them; in the column of activities every paragraph is one, unless its cell has a list with an introduction */
static gboolean
read_cell (BarnOutline *outline,
           guint        index)
{
  BarnFlowLine *line = barn_outline_get (outline, index);

  switch (line->column)
    {
    case BARN_COLUMN_NONE:
      return FALSE;

    case BARN_COLUMN_HEADING:
      barn_flow_line_take (line, BARN_TAKEN_HEADING, N_("It stands at the head of a column and says what is in it."));
      return TRUE;

    case BARN_COLUMN_SHIFT:
      barn_flow_line_take (line, BARN_TAKEN_SHIFT, N_("It stands in the table's column of shifts or goals."));
      return TRUE;

    case BARN_COLUMN_PURPOSE:
      barn_flow_line_take (line, BARN_TAKEN_PURPOSE, N_("It stands in the table's column of purposes."));
      return TRUE;

    case BARN_COLUMN_ACTIVITY:
      if (g_str_has_suffix (line->text, ":") && !barn_flow_line_is_item (line))
        barn_flow_line_take (line, BARN_TAKEN_NOTHING, N_("It only introduces the activities."));
      else
        barn_flow_line_take (line, BARN_TAKEN_ACTIVITY, N_("It stands in the table's column of activities."));
      return TRUE;

    case BARN_COLUMN_RESPONSIBLE:
      barn_flow_line_take (line, BARN_TAKEN_DESCRIPTION, N_("It stands in the table where it says who is responsible."));
      return TRUE;

    case BARN_COLUMN_START:
    case BARN_COLUMN_DUE:
      /* Any year will do: whether it is a day does not hang on it */
      if (barn_wording_read_day (barn_flow_line_get_text (line), 2000, NULL) != BARN_DAY_NONE)
        barn_flow_line_take (line, BARN_TAKEN_DESCRIPTION, N_("It stands in the table where it says when, and is taken for the activity's date."));
      else
        barn_flow_line_take (line, BARN_TAKEN_DESCRIPTION, N_("It stands in the table where it says when, but names no day: it stays as words."));
      return TRUE;

    case BARN_COLUMN_ROLE:
    case BARN_COLUMN_OF_ROLE:
    case BARN_COLUMN_OTHER:
    default:
      barn_flow_line_take (line, BARN_TAKEN_DESCRIPTION, N_("It stands beside an activity in the table and says more of it."));
      return TRUE;
    }
}

static void
take_activity (BarnFlowLine *line,
               Group        *group,
               const char   *reason)
{
  gsize start;
  g_auto (GStrv) aside = barn_wording_dup_aside (barn_flow_line_get_text (line), &start);

  line->split = measure_inline_role (line);
  group->begun = TRUE;
  group->headed = line->heading_level > 0 || barn_wording_measure_number (barn_flow_line_get_text (line)) > 0;
  if (aside != NULL)
    reason = N_("It is an activity; its parentheses say who is responsible, or when it is to be done.");
  barn_flow_line_take (line, BARN_TAKEN_ACTIVITY, reason);
}

static void
read_item (BarnFlowLine *line,
           Group        *group)
{
  if (group->begun && barn_recogniser_is_nested (line, group->first))
    barn_flow_line_take (line, BARN_TAKEN_DESCRIPTION, N_("It is an item of a list below an activity."));
  else
    take_activity (line, group, N_("It is an item of a list in the part about the activities."));
}

static void
read_paragraph (BarnFlowLine *line,
                Group        *group)
{
  BarnColumn field;
  const char *text = barn_flow_line_get_text (line);

  if (barn_wording_measure_field (text, &field) > 0 && group->begun)
    {
      line->column = field;
      barn_flow_line_take (line, BARN_TAKEN_DESCRIPTION, N_("It says who is responsible for the activity, or when it is to be done."));
    }
  else if (g_str_has_suffix (text, ":"))
    {
      barn_flow_line_take (line, BARN_TAKEN_HEADING, N_("It ends with a colon and says what follows."));
    }
  else if (barn_wording_measure_number (text) > 0)
    {
      take_activity (line, group, N_("It has a number as an activity."));
    }
  else if (group->headed && group->begun && measure_inline_role (line) == 0)
    {
      barn_flow_line_take (line, BARN_TAKEN_DESCRIPTION, N_("It stands below an activity and says more of it."));
    }
  else if (group->first == NULL)
    {
      take_activity (line, group, N_("It is a paragraph in the part about the activities, where there is no list."));
    }
  else if (measure_inline_role (line) > 0)
    {
      take_activity (line, group, N_("It begins with who acts, and says what they do."));
    }
  else if (group->begun)
    {
      barn_flow_line_take (line, BARN_TAKEN_DESCRIPTION, N_("It stands below an activity and says more of it."));
    }
  else
    {
      barn_flow_line_take (line, BARN_TAKEN_NOTHING, N_("It only introduces the activities."));
    }
}

/* Why each paragraph of the stretch is a role; NULL for those that are none. @found: whether there are roles outside tables. */
static const char **
find_roles (BarnOutline       *outline,
            const BarnStretch *stretch,
            gboolean          *found)
{
  const char **roles = g_new0 (const char *, stretch->end - stretch->first + 1);
  gboolean items = are_items_roles (outline, stretch);

  *found = FALSE;
  for (guint i = stretch->first; i < stretch->end; i++)
    {
      const BarnFlowLine *line = barn_outline_get (outline, i);
      const char *reason = NULL;

      if (line->decided || is_part_heading (outline, i))
        continue;
      *found |= line->column == BARN_COLUMN_NONE && measure_inline_role (line) > 0;
      if (!is_role (outline, stretch, i, items, &reason))
        continue;
      roles[i - stretch->first] = reason;
      *found |= line->column == BARN_COLUMN_NONE;
    }

  return roles;
}

/**
 * barn_recogniser_read_activities:
 * @outline: a document divided into the parts of a plan
 * @stretch: a part about activities
 *
 * Decides which paragraphs are roles, which are activities, and which say more of an activity.
 */
void
barn_recogniser_read_activities (BarnOutline       *outline,
                                 const BarnStretch *stretch)
{
  gboolean before_roles;
  g_autofree const char **roles = find_roles (outline, stretch, &before_roles);
  Group group;

  begin_group (outline, stretch, roles, stretch->first, &group);
  for (guint i = stretch->first; i < stretch->end; i++)
    {
      BarnFlowLine *line = barn_outline_get (outline, i);
      const char *role = roles[i - stretch->first];

      if (line->decided)
        continue;
      if (role != NULL)
        {
          barn_flow_line_take (line, BARN_TAKEN_ROLE, role);
          begin_group (outline, stretch, roles, i, &group);
          before_roles = FALSE;
        }
      else if (is_activity_heading (outline, stretch, i))
        {
          take_activity (line, &group, N_("It is a heading, and below it stands who is responsible or when."));
          before_roles = FALSE;
        }
      else if (is_part_heading (outline, i))
        {
          barn_flow_line_take (line, BARN_TAKEN_HEADING, N_("It is the heading of the activities."));
        }
      else if (read_cell (outline, i))
        {
          group.begun |= line->taken == BARN_TAKEN_ACTIVITY;
        }
      else if (barn_flow_line_is_item (line))
        {
          read_item (line, &group);
        }
      /* Text between the heading and the first role is no activity */
      else if (before_roles && group.first == NULL && !group.begun && measure_inline_role (line) == 0)
        {
          barn_flow_line_take (line, BARN_TAKEN_NOTHING, N_("It only introduces the activities."));
        }
      else
        {
          before_roles = FALSE;
          read_paragraph (line, &group);
        }
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-outline"

#include "barn-outline.h"

#include <string.h>

#include "barn-text.h"

#define MAX_HEADING 90
#define MAX_HEADING_WORDS 13
/* Letters this much larger than the others are a heading's */
#define LARGER 1.1
/* A paragraph that has no look of a heading is one when it is as short as this and says no more than the name of a part */
#define MAX_PLAIN_HEADING 45

static guint
count_words (const char *text)
{
  guint n = 1;

  for (const char *p = strchr (text, ' '); p != NULL; p = strchr (p + 1, ' '))
    n++;

  return n;
}

static gboolean
has_heading_style (const BarnFlowLine *line)
{
  static const char *const names[] = { "rubrik", "heading", "title", "subtitle", "underrubrik" };
  g_autofree char *folded = line->style != NULL ? barn_fold (line->style) : NULL;

  if (folded != NULL)
    for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
      if (g_str_has_prefix (folded, names[i]))
        return TRUE;

  return FALSE;
}

/* The words of a heading: short, with a capital or a number first, no full stop last */
static gboolean
is_worded_as_heading (const BarnFlowLine *line)
{
  const char *text = barn_flow_line_get_text (line);
  gunichar first = g_utf8_get_char (text);
  gsize n = strlen (text);

  if (n > MAX_HEADING * 2 || g_utf8_strlen (text, -1) > MAX_HEADING || count_words (text) > MAX_HEADING_WORDS)
    return FALSE;
  if (g_unichar_islower (first) || !(g_unichar_isalnum (first) || first == '"' || first == 0x201d))
    return FALSE;
  if (strchr (".,;", text[n - 1]) != NULL || strspn (text, "0123456789 .,-/()") == n)
    return FALSE;

  return !barn_wording_is_day (text);
}

static gboolean
stands_out (const BarnOutline  *self,
            const BarnFlowLine *line)
{
  return line->bold || has_heading_style (line) || (self->flow->body_size > 0 && line->size >= self->flow->body_size * LARGER);
}

/**
 * barn_outline_looks_like_heading:
 * @self: an outline
 * @index: of a paragraph
 *
 * Returns: whether the paragraph is a heading, by what the document says of it, else by its look: words, letters, a line of its own
 */
gboolean
barn_outline_looks_like_heading (const BarnOutline *self,
                                 guint              index)
{
  const BarnFlowLine *line = barn_outline_get (self, index);

  if (line->heading_level > 0)
    return TRUE;
  if (line->column != BARN_COLUMN_NONE || line->form == BARN_MARK_BULLET || line->form == BARN_MARK_DASH ||
      line->form == BARN_MARK_O || !is_worded_as_heading (line))
    return FALSE;
  if (stands_out (self, line))
    return TRUE;

  /* In a text file nothing stands out but a line that ends early */
  return line->hard && line->list_depth == 0;
}

/* The level of a heading: as the document says, else by its number ("4.2"); 0 where neither tells */
static guint
get_level (const BarnFlowLine *line)
{
  gsize digits;

  if (line->heading_level > 0)
    return line->heading_level;
  if (line->form == BARN_MARK_DECIMAL || line->form == BARN_MARK_DOTTED)
    return barn_mark_get_depth (line->label);
  digits = strspn (line->text, "0123456789");

  return digits > 0 && digits < 3 && line->text[digits] == ' ' ? 1 : 0;
}

static const BarnStretch *
get_current (const BarnOutline *self)
{
  return &g_array_index (self->stretches, BarnStretch, self->stretches->len - 1);
}

/* An item with the number next to that of another: they stand in one list */
static gboolean
is_neighbour (const BarnOutline  *self,
              const BarnFlowLine *line,
              gint64              index,
              int                 distance)
{
  const BarnFlowLine *other;

  if (index < 0 || index >= self->paragraphs->len)
    return FALSE;
  other = barn_outline_get (self, (guint) index);

  return other->form == line->form && barn_flow_line_is_item (other) &&
         (gint64) barn_mark_get_number (other->label) == (gint64) barn_mark_get_number (line->label) + distance;
}

/* A number that goes on with a list, or with the number of the part's own heading: "3. Aktiviteter" … "4. Framtiden" */
static gboolean
continues_chapters (const BarnOutline  *self,
                    const BarnFlowLine *line)
{
  const BarnStretch *current = get_current (self);
  const BarnFlowLine *heading = current->heading ? barn_outline_get (self, current->first) : NULL;

  return heading != NULL && heading->form == line->form &&
         barn_mark_get_number (heading->label) + 1 == barn_mark_get_number (line->label);
}

/* Items of a list are no headings, though they may name parts: "1. Bakgrund 2. Mål 3. Aktiviteter" */
static gboolean
is_listed (const BarnOutline *self,
           guint              index)
{
  const BarnFlowLine *line = barn_outline_get (self, index);

  if (!barn_flow_line_is_item (line))
    return FALSE;
  if (is_neighbour (self, line, (gint64) index + 1, 1))
    return TRUE;

  return is_neighbour (self, line, (gint64) index - 1, -1) && !continues_chapters (self, line);
}

static gboolean
can_be_part_heading (const BarnOutline *self,
                     guint              index,
                     BarnHeading        heading)
{
  const BarnFlowLine *line = barn_outline_get (self, index);
  const char *text = barn_flow_line_get_text (line);

  if (line->column != BARN_COLUMN_NONE || is_listed (self, index))
    return FALSE;
  if (barn_outline_looks_like_heading (self, index))
    return TRUE;

  return heading.whole && !barn_flow_line_is_item (line) && line->list_depth == 0 && is_worded_as_heading (line) &&
         g_utf8_strlen (text, -1) <= MAX_PLAIN_HEADING;
}

static gboolean
is_followed_by_item (const BarnOutline *self,
                     guint              index)
{
  return index + 1 < self->paragraphs->len && barn_flow_line_is_item (barn_outline_get (self, index + 1));
}

static gboolean
is_planning (BarnPart part)
{
  return part == BARN_PART_SHIFTS || part == BARN_PART_ACTIVITIES || part == BARN_PART_LONG_TERM;
}

/* Whether a heading that names a part leaves the part it stands in. Below shifts "Syfte" is theirs, below activities "Kommunikation" can be
   whose they are. */
static gboolean
leaves (const BarnOutline *self,
        const BarnStretch *current,
        BarnHeading        heading,
        guint              index,
        guint              level)
{
  gboolean above = level > 0 && level <= current->level;
  gboolean below = level > 0 && current->level > 0 && level > current->level;

  if (current->part == BARN_PART_NONE)
    return heading.whole || level > 0 || barn_outline_looks_like_heading (self, index);
  if (above)
    return TRUE;
  if (!heading.whole || heading.part == current->part)
    return FALSE;
  if (is_planning (heading.part) || heading.part == BARN_PART_APPROVAL || heading.part == BARN_PART_APPENDIX)
    return TRUE;
  if (is_planning (current->part))
    return !below && heading.part != BARN_PART_BACKGROUND && !is_followed_by_item (self, index);
  if (current->part == BARN_PART_STRATEGY || current->part == BARN_PART_WORK)
    return !below && (heading.part == BARN_PART_DIRECTION || current->part == BARN_PART_WORK);

  return TRUE;
}

/* The stretch of shifts that the activities at the end of the outline stand within */
static const BarnStretch *
find_shifts (const BarnOutline *self)
{
  for (guint i = self->stretches->len; i > 0; i--)
    {
      const BarnStretch *stretch = &g_array_index (self->stretches, BarnStretch, i - 1);

      if (stretch->part == BARN_PART_SHIFTS)
        return stretch;
      if (stretch->part != BARN_PART_ACTIVITIES)
        return NULL;
    }

  return NULL;
}

/* Behind the title a heading with text below it begins a part, whatever it says */
static gboolean
heads_text (const BarnOutline *self,
            guint              index)
{
  const BarnFlowLine *line = barn_outline_get (self, index);

  return line->heading_level > 0 && index > 0 && barn_outline_get (self, 0)->heading_level > 0 &&
         barn_outline_get (self, 0)->heading_level <= line->heading_level && barn_wording_find_year (line->text) == 0 &&
         index + 1 < self->paragraphs->len && !barn_outline_looks_like_heading (self, index + 1);
}

/* A heading whose words name no part, on the level of the part's own heading or above. Returns FALSE where the part goes on. */
static gboolean
read_unnamed (const BarnOutline *self,
              const BarnStretch *current,
              guint              index,
              guint              level,
              BarnStretch       *next)
{
  const BarnFlowLine *line = barn_outline_get (self, index);
  const char *text = barn_flow_line_get_text (line);
  gboolean heading = barn_outline_looks_like_heading (self, index);

  *next = (BarnStretch) { .first = index, .level = level, .heading = TRUE };
  if (heading && barn_wording_measure_shift (text) > 0 && current->part != BARN_PART_SHIFTS &&
      !(current->part == BARN_PART_NONE && is_listed (self, index)))
    {
      next->part = BARN_PART_SHIFTS;
      next->is_item = next->of_items = TRUE;
      return TRUE;
    }
  if (current->part == BARN_PART_NONE && heads_text (self, index))
    {
      next->part = BARN_PART_WORK;
      return TRUE;
    }
  if (current->part == BARN_PART_NONE || level == 0 || (line->heading_level == 0 && !heading) ||
      (line->heading_level == 0 && barn_flow_line_is_item (line)))
    return FALSE;

  if (current->part == BARN_PART_ACTIVITIES)
    {
      const BarnStretch *shifts = find_shifts (self);

      if (shifts != NULL && level < current->level && (shifts->of_items ? level == shifts->level : level > shifts->level))
        {
          next->part = BARN_PART_SHIFTS;
          next->is_item = next->of_items = TRUE;
          next->level = shifts->level;
          return TRUE;
        }
      if (level == current->level && (barn_wording_is_role (text) || is_followed_by_item (self, index)))
        return FALSE;
    }
  if (current->part == BARN_PART_SHIFTS && ((current->of_items && level == current->level) || barn_wording_measure_shift (text) > 0))
    return FALSE;

  next->part = BARN_PART_WORK;

  return level <= current->level;
}

static void
add_stretch (BarnOutline *self,
             BarnStretch  stretch)
{
  if (self->stretches->len > 0)
    g_array_index (self->stretches, BarnStretch, self->stretches->len - 1).end = stretch.first;
  g_array_append_val (self->stretches, stretch);
}

/* A table whose columns are those of activities says what it is without a heading; behind it the part it stands in goes on */
static guint
add_table (BarnOutline *self,
           guint        index)
{
  const BarnFlowLine *line = barn_outline_get (self, index);
  BarnStretch before = *get_current (self);
  guint end = index;

  while (end < self->paragraphs->len && barn_outline_get (self, end)->table == line->table)
    end++;
  if (before.part == BARN_PART_ACTIVITIES || before.part == BARN_PART_LONG_TERM)
    return end;

  add_stretch (self, (BarnStretch) { .part = BARN_PART_ACTIVITIES, .first = index });
  before.first = end;
  before.heading = before.is_item = FALSE;
  add_stretch (self, before);

  return end;
}

/* Where no heading announces activities, roles with lists below them do */
static gboolean
begins_roles (const BarnOutline *self,
              const BarnStretch *current,
              guint              index)
{
  const BarnFlowLine *line = barn_outline_get (self, index);

  return !is_planning (current->part) && line->heading_level == 0 && barn_outline_looks_like_heading (self, index) &&
         current->part != BARN_PART_APPENDIX && is_followed_by_item (self, index) && barn_wording_is_role (line->text);
}

/* "Fastställd av nämnden 2026-01-20" */
static gboolean
is_approval (const BarnOutline *self,
             guint              index)
{
  const BarnFlowLine *line = barn_outline_get (self, index);
  const char *text = barn_flow_line_get_text (line);

  return !barn_flow_line_is_item (line) && line->column == BARN_COLUMN_NONE && barn_wording_is_approval (text) &&
         barn_wording_find_day (text, NULL, NULL) != BARN_DAY_NONE;
}

/* Most lines of a long document are told not to be headings without a look at their words */
static gboolean
can_be_heading (const BarnOutline *self,
                guint              index)
{
  const BarnFlowLine *line = barn_outline_get (self, index);

  return line->heading_level > 0 || is_worded_as_heading (line);
}

static void
divide (BarnOutline *self)
{
  add_stretch (self, (BarnStretch) { .part = BARN_PART_NONE });
  for (guint i = 0; i < self->paragraphs->len;)
    {
      const BarnFlowLine *line = barn_outline_get (self, i);
      const char *text = barn_flow_line_get_text (line);
      guint level = get_level (line);
      BarnHeading heading;
      BarnStretch next;

      if (line->column == BARN_COLUMN_HEADING || line->column == BARN_COLUMN_ROLE)
        {
          i = add_table (self, i);
          continue;
        }

      heading = can_be_heading (self, i) ? barn_wording_read_heading (text) : (BarnHeading) { BARN_PART_NONE, FALSE, FALSE };
      if (heading.part == BARN_PART_APPROVAL && is_approval (self, i))
        {
          /* It is no heading, but what one would stand above */
          if (get_current (self)->part != BARN_PART_NONE)
            add_stretch (self, (BarnStretch) { .part = BARN_PART_APPROVAL, .first = i, .level = level });
          i++;
          continue;
        }
      if (barn_wording_measure_shift (text) == 0 && heading.part != BARN_PART_NONE && can_be_part_heading (self, i, heading) &&
          leaves (self, get_current (self), heading, i, level))
        add_stretch (self, (BarnStretch) { .part = heading.part, .first = i, .level = level, .heading = TRUE,
                                           .with_activities = heading.with_activities });
      else if (read_unnamed (self, get_current (self), i, level, &next))
        add_stretch (self, next);
      else if (begins_roles (self, get_current (self), i))
        add_stretch (self, (BarnStretch) { .part = BARN_PART_ACTIVITIES, .first = i, .level = level });
      i++;
    }
  g_array_index (self->stretches, BarnStretch, self->stretches->len - 1).end = self->paragraphs->len;
}

/**
 * barn_outline_new:
 * @flow: a document whose lines are joined
 *
 * Divides a document into the parts of a plan, by its headings: what they say and how they look.
 *
 * Returns: (transfer full): its parts
 */
BarnOutline *
barn_outline_new (BarnFlow *flow)
{
  BarnOutline *self = g_new0 (BarnOutline, 1);

  self->flow = flow;
  self->paragraphs = g_ptr_array_new ();
  self->stretches = g_array_new (FALSE, FALSE, sizeof (BarnStretch));
  for (guint i = 0; i < flow->lines->len; i++)
    if (!barn_flow_get (flow, i)->decided)
      g_ptr_array_add (self->paragraphs, barn_flow_get (flow, i));
  divide (self);

  return self;
}

/**
 * barn_outline_free:
 * @self: an outline
 */
void
barn_outline_free (BarnOutline *self)
{
  g_ptr_array_unref (self->paragraphs);
  g_array_unref (self->stretches);
  g_free (self);
}

/**
 * barn_outline_has_part:
 * @self: an outline
 * @part: a part of a plan
 *
 * Returns: whether the document has it
 */
gboolean
barn_outline_has_part (const BarnOutline *self,
                       BarnPart           part)
{
  for (guint i = 0; i < self->stretches->len; i++)
    if (g_array_index (self->stretches, BarnStretch, i).part == part)
      return TRUE;

  return FALSE;
}

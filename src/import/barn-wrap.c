/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-wrap"

#include "config.h"

#include "barn-wrap.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "barn-text.h"

/* A column narrower than this wraps words, not lines */
#define MIN_WIDTH 30
/* Lines wider than this are paragraphs that were never wrapped */
#define MAX_WIDTH 200
/* Word documents that were pasted from a PDF have so many lines that end in the middle of a sentence */
#define MIN_WRAPPED 8

/* How the lines of a document were broken */
typedef struct
{
  guint typical;  /* width of half of the lines that were broken, 0: none was */
  guint widest;
  guint blanks;   /* empty lines between the lines of a paragraph */
  guint n;
} Margins;

/* Words that nothing ends with */
static const char *const unfinished_words =
  " och eller samt såsom som att för i på av med till inom om från en ett den det de är vid mot utan enligt genom under mellan hos "
  "kan ska har bland än artikel artiklarna deras sina sin sitt dess via ";

static gunichar
get_last (const char *text)
{
  const char *end = text + strlen (text);

  return end > text ? g_utf8_get_char (g_utf8_prev_char (end)) : 0;
}

/* Whether a sentence ends here: a full stop, with quotation marks or brackets after it */
static gboolean
is_finished (const char *text)
{
  const char *end = text + strlen (text);

  while (end > text)
    {
      gunichar c;

      end = g_utf8_prev_char (end);
      c = g_utf8_get_char (end);
      if (strchr (".!?:;", (int) (c < 0x80 ? c : ' ')) != NULL || c == 0x2026)
        return TRUE;
      if (c != ')' && c != '"' && c != 0x201d && c != 0x2019 && c != 0xbb)
        return FALSE;
    }

  return FALSE;
}

/* Goes on in the middle of a sentence: a small letter, or what stands in brackets */
static gboolean
begins_inside (const char *text)
{
  gunichar c = g_utf8_get_char (text);

  return g_unichar_islower (c) || (c == '(' && g_unichar_islower (g_utf8_get_char (text + 1))) || c == '/' || c == ',' || c == ')';
}

static gboolean
ends_unfinished (const char *text)
{
  const char *space = strrchr (text, ' ');
  g_autofree char *word = NULL;

  if (space == NULL || strlen (space) > 16)
    return FALSE;
  word = g_strconcat (space, " ", NULL);

  return strstr (unfinished_words, word) != NULL;
}

static guint
measure_first_word (const BarnFlowLine *line)
{
  const char *space = strchr (line->text, ' ');

  return (guint) g_utf8_strlen (line->text, space != NULL ? space - line->text : -1);
}

static int
compare_widths (gconstpointer a,
                gconstpointer b)
{
  const guint *width_a = a, *width_b = b;

  return *width_a < *width_b ? -1 : *width_a > *width_b;
}

static gboolean
can_be_wrapped (const BarnFlowLine *line,
                const BarnFlowLine *next)
{
  return line->width >= MIN_WIDTH && line->width <= MAX_WIDTH && line->heading_level == 0 && next->heading_level == 0 &&
         next->form == BARN_MARK_NONE && !is_finished (line->text) && begins_inside (next->text);
}

static gpointer
get_next (BarnFlow *flow,
          guint    *index)
{
  while (++*index < flow->lines->len)
    if (!barn_flow_get (flow, *index)->decided)
      return barn_flow_get (flow, *index);

  return NULL;
}

/* Measured where a line surely was broken: it ends inside a sentence that goes on with a small letter */
static Margins
measure_margins (BarnFlow *flow)
{
  g_autoptr (GArray) widths = g_array_new (FALSE, FALSE, sizeof (guint));
  guint blanks[4] = { 0 };
  Margins margins = { 0 };

  for (guint i = 0; i < flow->lines->len;)
    {
      BarnFlowLine *line = barn_flow_get (flow, i);
      guint k = i;
      BarnFlowLine *next = get_next (flow, &k);

      if (next != NULL && !line->decided && can_be_wrapped (line, next))
        {
          g_array_append_val (widths, line->width);
          blanks[MIN (next->blanks, 3)]++;
        }
      i = k;
    }

  margins.n = widths->len;
  if (widths->len == 0)
    return margins;
  g_array_sort (widths, compare_widths);
  margins.typical = g_array_index (widths, guint, widths->len / 2);
  margins.widest = MIN (g_array_index (widths, guint, widths->len - 1), margins.typical + margins.typical / 4);
  for (guint i = 1; i < G_N_ELEMENTS (blanks); i++)
    if (blanks[i] > blanks[margins.blanks])
      margins.blanks = i;

  return margins;
}

/* A number at the beginning of a line that only stands there because the line before was full: "artiklarna 3 och / 12. Barn…" */
static gboolean
is_false_label (const BarnFlowLine *line,
                const BarnFlowLine *next,
                const Margins      *margins)
{
  if (!next->hard || next->form == BARN_MARK_NONE || next->form == BARN_MARK_BULLET || line->heading_level > 0 ||
      line->width + 12 < margins->typical)
    return FALSE;
  if (ends_unfinished (line->text) || g_str_has_suffix (line->text, ","))
    return TRUE;

  /* A dash inside a sentence */
  return next->form == BARN_MARK_DASH && line->form == BARN_MARK_NONE && !is_finished (line->text) &&
         g_unichar_islower (g_utf8_get_char (next->text)) && next->blanks <= margins->blanks;
}

static void
restore_label (BarnFlowLine *line)
{
  g_autofree char *text = g_strconcat (line->label, " ", line->text, NULL);

  g_free (line->text);
  line->text = g_steal_pointer (&text);
  *line->label = '\0';
  line->form = BARN_MARK_NONE;
}

/* The last line of a paragraph can be short, but then it ends with a full stop: this is a heading */
static gboolean
is_short (const BarnFlowLine *line,
          const Margins      *margins)
{
  return line->width * 10 < margins->typical * 6 && !is_finished (line->text);
}

/* Whether @next continues @line; @gap: something that belongs to the page stands between them */
static gboolean
continues (const BarnFlowLine *line,
           const BarnFlowLine *next,
           const Margins      *margins,
           gboolean            gap)
{
  guint reach = line->width + 1 + measure_first_word (next);
  gboolean near = gap || next->page_break || next->blanks <= margins->blanks;
  gunichar last = get_last (line->text);

  if (line->heading_level > 0 || next->heading_level > 0 || next->form != BARN_MARK_NONE || next->table != line->table ||
      next->row != line->row || next->column != line->column)
    return FALSE;
  if (next->soft && !line->hard)
    return !is_finished (line->text) && begins_inside (next->text);
  if (!next->hard && margins->n < MIN_WRAPPED)
    return FALSE;
  if (margins->typical == 0 || line->width > MAX_WIDTH || next->bold != line->bold)
    return FALSE;

  /* Broken in the middle of a word */
  if (near && (last == '-' || last == 0x2010) && begins_inside (next->text) && line->width * 2 >= margins->typical)
    return TRUE;
  if (is_finished (line->text))
    {
      /* A full stop at the very edge: the next word had no room */
      if (begins_inside (next->text) || g_str_has_suffix (line->text, "t.ex.") || g_str_has_suffix (line->text, "bl.a."))
        return near && last != ':' && reach * 10 >= margins->typical * 8;
      return last != ':' && near && next->blanks <= margins->blanks && reach > margins->widest && line->hard && !is_short (next, margins);
    }
  if (begins_inside (next->text) && ends_unfinished (line->text) && near)
    return TRUE;
  if (begins_inside (next->text))
    return (near || next->blanks <= margins->blanks + 1) && reach * 10 >= margins->typical * 7;
  if (ends_unfinished (line->text) || last == ',')
    return near && reach * 10 >= margins->typical * 7;

  /* A name with a capital where the line was full */
  return line->hard && near && reach > margins->typical && reach * 20 > margins->widest * 19 &&
         !(is_short (next, margins) && (barn_wording_is_role (next->text) || barn_wording_read_heading (next->text).whole));
}

/**
 * barn_wrap_append:
 * @text: a text that was broken at the end of a line
 * @next: how it goes on
 *
 * Joins them: with a space, or without the hyphen where a word was broken. In "barn- och ungdomsvård" the hyphen stays.
 */
void
barn_wrap_append (GString    *text,
                  const char *next)
{
  gboolean hyphen = text->len > 1 && (text->str[text->len - 1] == '-' || g_str_has_suffix (text->str, "‐"));
  gsize start = hyphen ? (text->str[text->len - 1] == '-' ? text->len - 1 : text->len - strlen ("‐")) : 0;
  gboolean broken = hyphen && g_unichar_islower (g_utf8_get_char (next)) &&
                    g_unichar_isalpha (g_utf8_get_char (g_utf8_prev_char (text->str + start)));

  if (broken && !g_str_has_prefix (next, "och ") && !g_str_has_prefix (next, "eller ") && !g_str_has_prefix (next, "samt "))
    g_string_truncate (text, start);
  else if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, next);
}

/**
 * barn_wrap_join:
 * @flow: lines of a document
 *
 * Finds the lines that only continue the one before them, and gives the first of each paragraph the whole text. What belongs to the page may
 * stand between.
 */
void
barn_wrap_join (BarnFlow *flow)
{
  Margins margins = measure_margins (flow);
  BarnFlowLine *head = NULL, *line = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  guint at = 0;

  for (guint i = 0; i < flow->lines->len; i++)
    {
      BarnFlowLine *next = barn_flow_get (flow, i);

      if (next->decided)
        continue;
      if (line != NULL && is_false_label (line, next, &margins))
        restore_label (next);
      if (line != NULL && continues (line, next, &margins, i > at + 1))
        {
          if (text->len == 0)
            g_string_assign (text, head->text);
          barn_wrap_append (text, next->text);
          barn_flow_line_take (next, BARN_TAKEN_CONTINUATION, N_("The line before goes on here."));
        }
      else
        {
          if (text->len > 0)
            head->rest = g_strdup (text->str);
          g_string_truncate (text, 0);
          head = next;
        }
      line = next;
      at = i;
    }
  if (text->len > 0)
    head->rest = g_strdup (text->str);
}

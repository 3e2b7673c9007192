/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-markdown-inline"

#include "config.h"

#include <string.h>

#include "barn-document-private.h"

/* Marks inside a paragraph: emphasis, links, code, line breaks, escapes and character references */

#define MAX_NESTING 8
#define MAX_TARGET 2000

typedef struct
{
  BarnNode *node;
  GString  *plain;    /* characters of the current mark that are not yet a span */
} Inline;

/* A stretch of text with one mark */
typedef struct
{
  const char   *end;
  BarnSpanStyle style;
  const char   *href;
  guint         depth;
  guint         closed;  /* bits: delimiters (by length, and 4 more for _) that have no end in the rest of the stretch */
  gboolean      no_link; /* no link ends in the rest of it */
} Stretch;

static void add_stretch (Inline        *self,
                         const char    *start,
                         const char    *end,
                         BarnSpanStyle  style,
                         const char    *href,
                         guint          depth);

static void
flush (Inline        *self,
       BarnSpanStyle  style,
       const char    *href)
{
  if (self->plain->len == 0)
    return;

  barn_node_add_span (self->node, self->plain->str, style, href);
  g_string_truncate (self->plain, 0);
}

static gboolean
is_word_byte (char c)
{
  return g_ascii_isalnum (c) || (guchar) c >= 0x80;
}

/* Where the code span that begins at @p ends (behind its last `), NULL where it does not */
static const char *
find_code_end (const char *p,
               const char *end,
               gsize      *marks)
{
  gsize n = 0;

  while (p + n < end && p[n] == '`')
    n++;
  *marks = n;

  for (const char *q = p + n; q < end;)
    {
      gsize m = 0;

      while (q + m < end && q[m] == '`')
        m++;
      if (m == n)
        return q + m;
      q += MAX (m, 1);
    }

  return NULL;
}

/* Where the mark of @length characters at @p ends, NULL where it does not. A run of three closes two marks at once, the inner one
   first: **a *b*** */
static const char *
find_closer (const char *p,
             const char *end,
             char        mark,
             gsize       length)
{
  const char *q = p + length;

  while (q < end)
    {
      gsize run = 0;

      if (*q == '\\')
        {
          q += 2;
          continue;
        }

      while (q + run < end && q[run] == mark)
        run++;

      if ((run == length || run == 3) && run >= length && q > p + length && !g_ascii_isspace (q[-1])
          && (mark != '_' || q + run == end || !is_word_byte (q[run])))
        return q + run - length;

      q += MAX (run, 1);
    }

  return NULL;
}

static const char *
add_emphasis (Inline     *self,
              Stretch    *stretch,
              const char *p,
              const char *start)
{
  char mark = *p;
  gsize run = 0;

  while (p + run < stretch->end && p[run] == mark)
    run++;

  if (run > 3 || p + run == stretch->end || g_ascii_isspace (p[run]) || stretch->depth >= MAX_NESTING
      || (mark == '_' && p > start && is_word_byte (p[-1])))
    {
      g_string_append_len (self->plain, p, run);
      return p + run;
    }

  for (gsize length = run; length > 0; length--)
    {
      guint bit = 1u << (length + (mark == '_' ? 4 : 0));
      BarnSpanStyle style = stretch->style;
      const char *close;

      if (stretch->closed & bit)
        continue;

      close = find_closer (p + run - length, stretch->end, mark, length);
      if (close == NULL)
        {
          stretch->closed |= bit;
          continue;
        }

      g_string_append_len (self->plain, p, run - length);
      flush (self, stretch->style, stretch->href);
      if (length & 1)
        style |= BARN_SPAN_ITALIC;
      if (length & 2)
        style |= BARN_SPAN_BOLD;
      add_stretch (self, p + run, close, style, stretch->href, stretch->depth + 1);
      return close + length;
    }

  g_string_append_len (self->plain, p, run);
  return p + run;
}

/* Where the bracket at @p closes, NULL where it does not */
static const char *
find_bracket (const char *p,
              const char *end)
{
  int depth = 0;

  for (; p < end; p++)
    {
      if (*p == '\\' && p + 1 < end)
        p++;
      else if (*p == '[')
        depth++;
      else if (*p == ']' && --depth == 0)
        return p;
    }

  return NULL;
}

/* [text]{.class}, and []{#anchor}, of pandoc: the text alone is kept. Returns what follows, NULL where the brace does not close. */
static const char *
add_marked (Inline     *self,
            Stretch    *stretch,
            const char *p,
            const char *close)
{
  const char *last = memchr (close, '}', MIN (stretch->end - close, 1000));

  if (last == NULL || stretch->depth >= MAX_NESTING)
    return NULL;

  flush (self, stretch->style, stretch->href);
  add_stretch (self, p + 1, close, stretch->style, stretch->href, stretch->depth + 1);

  return last + 1;
}

/* [text](target "title"): returns what follows, NULL where it is no link */
static const char *
add_link (Inline     *self,
          Stretch    *stretch,
          const char *p,
          gboolean    image)
{
  const char *close = stretch->no_link ? NULL : find_bracket (p, stretch->end);
  g_autoptr (GString) target = NULL;
  const char *q, *last;

  if (close == NULL)
    {
      stretch->no_link = TRUE;
      return NULL;
    }
  if (!image && close + 2 < stretch->end && close[1] == '{' && strchr ("#.", close[2]) != NULL)
    return add_marked (self, stretch, p, close);
  if (close + 1 >= stretch->end || close[1] != '(' || stretch->depth >= MAX_NESTING)
    return NULL;

  target = g_string_new (NULL);
  q = close + 2;
  if (q < stretch->end && *q == '<')
    q++;
  for (; q < stretch->end && !g_ascii_isspace (*q) && *q != '>' && *q != ')' && target->len < MAX_TARGET; q++)
    {
      if (*q == '\\' && q + 1 < stretch->end)
        q++;
      g_string_append_c (target, *q);
    }

  last = q < stretch->end ? memchr (q, ')', MIN (stretch->end - q, 1000)) : NULL;
  if (last == NULL)
    return NULL;

  flush (self, stretch->style, stretch->href);
  add_stretch (self, p + 1, close, stretch->style, image ? stretch->href : target->str, stretch->depth + 1);

  return last + 1;
}

/* <https://…>, <br>, any other tag: returns what follows, NULL where < is only a sign */
static const char *
add_tag (Inline     *self,
         Stretch    *stretch,
         const char *p)
{
  const char *close = memchr (p, '>', MIN (stretch->end - p, 2000));
  g_autofree char *inside = NULL;

  if (close == NULL)
    return NULL;

  inside = g_strndup (p + 1, close - p - 1);
  if (g_str_has_prefix (inside, "http://") || g_str_has_prefix (inside, "https://") || g_str_has_prefix (inside, "mailto:"))
    {
      flush (self, stretch->style, stretch->href);
      barn_node_add_span (self->node, inside, stretch->style, inside);
      return close + 1;
    }

  if (strchr (inside, '@') != NULL && strpbrk (inside, " \n<") == NULL)
    {
      g_autofree char *target = g_strconcat ("mailto:", inside, NULL);

      flush (self, stretch->style, stretch->href);
      barn_node_add_span (self->node, inside, stretch->style, target);
      return close + 1;
    }

  if (g_ascii_strncasecmp (inside, "br", 2) == 0 && (inside[2] == '\0' || strchr (" /", inside[2]) != NULL))
    {
      g_string_append_c (self->plain, '\n');
      return close + 1;
    }

  return g_ascii_isalpha (inside[0]) || inside[0] == '/' || inside[0] == '!' ? close + 1 : NULL;
}

/* &amp; and its like: returns what follows, NULL where & is only a sign */
static const char *
add_reference (Inline     *self,
               const char *p,
               const char *end)
{
  static const struct
  {
    const char *name;
    const char *text;
  } names[] = { { "amp", "&" }, { "lt", "<" }, { "gt", ">" }, { "quot", "\"" }, { "apos", "'" }, { "nbsp", "\u00A0" } };
  const char *close = memchr (p, ';', MIN (end - p, 12));

  if (close == NULL)
    return NULL;

  if (p[1] == '#')
    {
      gboolean hex = p[2] == 'x' || p[2] == 'X';
      guint64 c = g_ascii_strtoull (p + (hex ? 3 : 2), NULL, hex ? 16 : 10);

      if (c == 0 || c > G_MAXINT32 || !g_unichar_validate ((gunichar) c))
        return NULL;
      g_string_append_unichar (self->plain, (gunichar) c);
      return close + 1;
    }

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strlen (names[i].name) == (gsize) (close - p - 1) && strncmp (p + 1, names[i].name, close - p - 1) == 0)
      {
        g_string_append (self->plain, names[i].text);
        return close + 1;
      }

  return NULL;
}

/* The mark at @p: returns what follows it, NULL where it is an ordinary character */
static const char *
add_mark (Inline     *self,
          Stretch    *stretch,
          const char *p,
          const char *start)
{
  const char *next;
  gsize marks;

  switch (*p)
    {
    case '\\':
      if (p + 1 >= stretch->end)
        return NULL;
      if (p[1] != '\n' && !g_ascii_ispunct (p[1]))
        return NULL;
      g_string_append_c (self->plain, p[1]);
      return p + 2;

    case '\n':
      /* A soft break is a space; one behind two spaces is hard */
      if (self->plain->len >= 2 && g_str_has_suffix (self->plain->str, "  "))
        {
          while (self->plain->len > 0 && self->plain->str[self->plain->len - 1] == ' ')
            g_string_truncate (self->plain, self->plain->len - 1);
          g_string_append_c (self->plain, '\n');
        }
      else
        g_string_append_c (self->plain, ' ');
      return p + 1;

    case '`':
      next = find_code_end (p, stretch->end, &marks);
      if (next != NULL)
        g_string_append_len (self->plain, p + marks, next - p - 2 * marks);
      else
        g_string_append_len (self->plain, p, marks);
      return next != NULL ? next : p + marks;

    case '*':
    case '_':
      return add_emphasis (self, stretch, p, start);

    case '!':
      return p + 1 < stretch->end && p[1] == '[' ? add_link (self, stretch, p + 1, TRUE) : NULL;

    case '[':
      return add_link (self, stretch, p, FALSE);

    case '<':
      return add_tag (self, stretch, p);

    case '&':
      return add_reference (self, p, stretch->end);

    default:
      return NULL;
    }
}

static void
add_stretch (Inline        *self,
             const char    *start,
             const char    *end,
             BarnSpanStyle  style,
             const char    *href,
             guint          depth)
{
  Stretch stretch = { end, style, href, depth, 0, FALSE };

  for (const char *p = start; p < end;)
    {
      const char *next = add_mark (self, &stretch, p, start);

      if (next == NULL)
        g_string_append_c (self->plain, *p++);
      else
        p = next;
    }

  flush (self, style, href);
}

/**
 * barn_markdown_add_text:
 * @node: a node that carries text
 * @text: lines of a paragraph, with \n between them
 *
 * Puts @text behind what stands in @node, its marks as spans.
 */
void
barn_markdown_add_text (BarnNode   *node,
                        const char *text)
{
  Inline self = { node, g_string_new (NULL) };

  add_stretch (&self, text, text + strlen (text), BARN_SPAN_PLAIN, NULL, 0);
  g_string_free (self.plain, TRUE);
}

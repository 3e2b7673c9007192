/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-text-reader"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "barn-document-private.h"

/* Text files: every line is a paragraph with the line's number and indent, an empty line an empty paragraph, a form feed a page break.
   What belongs together is not guessed here. */

#define TAB_WIDTH 8
#define POINTS_PER_SPACE 6

/* Windows-1252 where it differs from Latin-1; the five bytes that it leaves open are what Latin-1 makes of them */
static const gunichar windows_1252[32] = {
  0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
  0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
};

static char *
decode_windows_1252 (const guint8 *data,
                     gsize         size)
{
  GString *out = g_string_sized_new (size + size / 8);

  for (gsize i = 0; i < size; i++)
    {
      if (data[i] >= 0x80 && data[i] < 0xA0)
        g_string_append_unichar (out, windows_1252[data[i] - 0x80]);
      else if (data[i] != '\0')
        g_string_append_unichar (out, data[i]);
    }

  return g_string_free (out, FALSE);
}

static char *
decode_utf16 (const guint8 *data,
              gsize         size,
              gboolean      big_endian)
{
  GString *out = g_string_sized_new (size);

  for (gsize i = 0; i + 1 < size; i += 2)
    {
      gunichar c = big_endian ? data[i] << 8 | data[i + 1] : data[i + 1] << 8 | data[i];

      if (c >= 0xD800 && c < 0xDC00 && i + 3 < size)
        {
          gunichar low = big_endian ? data[i + 2] << 8 | data[i + 3] : data[i + 3] << 8 | data[i + 2];

          if (low >= 0xDC00 && low < 0xE000)
            {
              c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
              i += 2;
            }
        }

      if (c != 0)
        g_string_append_unichar (out, c >= 0xD800 && c < 0xE000 ? 0xFFFD : c);
    }

  return g_string_free (out, FALSE);
}

/* Text has line breaks, tabs and form feeds, and hardly any other control character; pictures and programs are full of them */
static gboolean
is_binary (const char *text)
{
  gsize controls = 0, n = 0;

  for (const char *p = text; *p != '\0' && n < 65536; p++, n++)
    if ((guchar) *p < 0x20 && !strchr ("\t\n\v\f\r", *p))
      controls++;

  return controls > n / 50;
}

/**
 * barn_text_decode:
 * @data: a whole file
 * @size: its size
 * @error: return location for an error
 *
 * Returns: (transfer full): its text in UTF-8, or %NULL with @error set
 */
char *
barn_text_decode (const guint8  *data,
                  gsize          size,
                  GError       **error)
{
  g_autofree char *text = NULL;

  if (size > BARN_TEXT_LIMIT)
    {
      g_set_error (error, BARN_DOCUMENT_ERROR, BARN_DOCUMENT_ERROR_TOO_LARGE,
                   _("The text is larger than %d MB, which is more than a plan or a report holds, and was not read. "
                     "Check that it is the right file, or choose a part of it."),
                   BARN_TEXT_LIMIT / (1024 * 1024));
      return NULL;
    }

  if (size >= 3 && memcmp (data, "\xEF\xBB\xBF", 3) == 0 && g_utf8_validate ((const char *) data + 3, size - 3, NULL))
    text = g_strndup ((const char *) data + 3, size - 3);
  else if (size >= 2 && memcmp (data, "\xFF\xFE", 2) == 0)
    text = decode_utf16 (data + 2, size - 2, FALSE);
  else if (size >= 2 && memcmp (data, "\xFE\xFF", 2) == 0)
    text = decode_utf16 (data + 2, size - 2, TRUE);
  else if (g_utf8_validate ((const char *) data, size, NULL))
    text = g_strndup ((const char *) data, size);
  else
    text = decode_windows_1252 (data, size);

  if (is_binary (text))
    {
      barn_document_set_error (error, BARN_DOCUMENT_ERROR_UNKNOWN);
      return NULL;
    }

  return g_steal_pointer (&text);
}

static void
add_line (BarnNode   *body,
          const char *start,
          gsize       length,
          guint       number)
{
  g_autofree char *text = NULL;
  const char *end = start + length;
  BarnNode *node = barn_node_new (BARN_NODE_PARAGRAPH);
  BarnLook look = { .line = number };
  guint column = 0;

  for (; start < end; start++)
    {
      if (*start == ' ')
        column++;
      else if (*start == '\t')
        column = (column / TAB_WIDTH + 1) * TAB_WIDTH;
      else
        break;
    }

  /* One space at the end tells that a word ended there, not only the line: text out of a PDF's narrow columns breaks words without a hyphen */
  while (end - start > 1 && (end[-1] == ' ' || end[-1] == '\t') && (end[-2] == ' ' || end[-2] == '\t'))
    end--;

  text = g_strndup (start, end - start);
  barn_node_add_span (node, text, BARN_SPAN_PLAIN, NULL);
  if (barn_node_get_n_spans (node) > 0)
    look.indent = column * POINTS_PER_SPACE;
  barn_node_set_look (node, &look);
  barn_node_append (body, node);
}

/* Length of the line break at @p, 0 where there is none */
static gsize
line_break_length (const char *p)
{
  if (p[0] == '\r')
    return p[1] == '\n' ? 2 : 1;
  if (p[0] == '\n' || p[0] == '\v')
    return 1;
  if ((guchar) p[0] < 0x80)
    return 0;
  /* Not g_str_has_prefix(): newer GLib counts the whole of what is left, for each letter */
  if (strncmp (p, "\xC2\x85", 2) == 0)
    return 2;
  if (strncmp (p, "\xE2\x80\xA8", 3) == 0 || strncmp (p, "\xE2\x80\xA9", 3) == 0)
    return 3;

  return 0;
}

static void
add_lines (BarnNode   *body,
           const char *text)
{
  const char *start = text;
  guint number = 1;

  for (const char *p = text;; p++)
    {
      gsize length = line_break_length (p);

      if (*p == '\f')
        {
          if (p > start)
            add_line (body, start, p - start, number);
          barn_node_append (body, barn_node_new (BARN_NODE_PAGE_BREAK));
          start = p + 1;
        }
      else if (*p == '\0')
        {
          if (p > start)
            add_line (body, start, p - start, number);
          return;
        }
      else if (length > 0)
        {
          add_line (body, start, p - start, number);
          number++;
          start = p + length;
          p = start - 1;
        }
    }
}

/**
 * barn_text_read:
 * @bytes: a text file
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Returns: (transfer full): its lines as paragraphs, or %NULL with @error set
 */
BarnDocument *
barn_text_read (GBytes        *bytes,
                GCancellable  *cancellable,
                GError       **error)
{
  g_autoptr (BarnDocument) document = NULL;
  g_autofree char *text = NULL;
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  text = barn_text_decode (data, size, error);
  if (text == NULL)
    return NULL;

  document = barn_document_new ();
  add_lines (barn_document_get_body (document), text);
  if (!barn_document_check_text (document, error))
    return NULL;

  return g_steal_pointer (&document);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-format"

#include "config.h"

#include "barn-document-private.h"

#include <string.h>

static const struct
{
  BarnFormat format;
  BarnReader read;
  BarnWriter write;
} doors[] = {
  { BARN_FORMAT_TEXT, barn_text_read, barn_text_write },
  { BARN_FORMAT_MARKDOWN, barn_markdown_read, barn_markdown_write },
  { BARN_FORMAT_DOCX, barn_docx_read, barn_docx_write },
  { BARN_FORMAT_ODT, barn_odt_read, barn_odt_write },
  { BARN_FORMAT_HTML, NULL, barn_html_write },
  { BARN_FORMAT_PDF, NULL, barn_pdf_write },
};

static const struct
{
  const char *extension;
  BarnFormat  format;
} extensions[] = {
  /* the first of each format is the one it is written with */
  { "txt", BARN_FORMAT_TEXT },
  { "text", BARN_FORMAT_TEXT },
  { "md", BARN_FORMAT_MARKDOWN },
  { "markdown", BARN_FORMAT_MARKDOWN },
  { "docx", BARN_FORMAT_DOCX },
  { "odt", BARN_FORMAT_ODT },
  { "html", BARN_FORMAT_HTML },
  { "htm", BARN_FORMAT_HTML },
  { "pdf", BARN_FORMAT_PDF },
};

/**
 * barn_format_from_name:
 * @name: a file's name or path
 *
 * Returns: the format that the ending of @name stands for, %BARN_FORMAT_UNKNOWN where it stands for none
 */
BarnFormat
barn_format_from_name (const char *name)
{
  const char *dot;

  g_return_val_if_fail (name != NULL, BARN_FORMAT_UNKNOWN);

  dot = strrchr (name, '.');
  if (dot == NULL)
    return BARN_FORMAT_UNKNOWN;

  for (guint i = 0; i < G_N_ELEMENTS (extensions); i++)
    if (g_ascii_strcasecmp (dot + 1, extensions[i].extension) == 0)
      return extensions[i].format;

  return BARN_FORMAT_UNKNOWN;
}

/**
 * barn_format_get_extension:
 * @format: a format
 *
 * Returns: the ending of its files, without the dot; "" for %BARN_FORMAT_UNKNOWN
 */
const char *
barn_format_get_extension (BarnFormat format)
{
  for (guint i = 0; i < G_N_ELEMENTS (extensions); i++)
    if (extensions[i].format == format)
      return extensions[i].extension;

  return "";
}

/* The reader of @format, NULL where there is none */
BarnReader
barn_format_get_reader (BarnFormat format)
{
  for (guint i = 0; i < G_N_ELEMENTS (doors); i++)
    if (doors[i].format == format)
      return doors[i].read;

  return NULL;
}

/* The writer of @format, NULL where there is none */
BarnWriter
barn_format_get_writer (BarnFormat format)
{
  for (guint i = 0; i < G_N_ELEMENTS (doors); i++)
    if (doors[i].format == format)
      return doors[i].write;

  return NULL;
}

/**
 * barn_format_can_write:
 * @format: a format
 *
 * Returns: whether there is a writer for it
 */
gboolean
barn_format_can_write (BarnFormat format)
{
  return barn_format_get_writer (format) != NULL;
}

/**
 * barn_format_dup_endings:
 *
 * Returns: (transfer full): how files end that can be written, to be told in a sentence: ".docx, .html"
 */
char *
barn_format_dup_endings (void)
{
  g_autoptr (GString) endings = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (doors); i++)
    if (doors[i].write != NULL)
      g_string_append_printf (endings, "%s.%s", endings->len > 0 ? ", " : "", barn_format_get_extension (doors[i].format));

  return g_string_free (g_steal_pointer (&endings), FALSE);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-cli-output"

#include "config.h"

#include "barn-cli-output.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

/* Between two columns */
#define GAP 2
/* A column is not made narrower than this to fit a screen */
#define NARROWEST 8

struct _BarnCliTable
{
  char      **headings;
  guint       n_columns;
  GPtrArray  *rows; /* of GStrv with n_columns texts */
};

BarnCliTable *
barn_cli_table_new (const char *const *headings)
{
  BarnCliTable *self = g_new0 (BarnCliTable, 1);

  self->headings = g_strdupv ((char **) headings);
  self->n_columns = g_strv_length (self->headings);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  return self;
}

void
barn_cli_table_add (BarnCliTable *self,
                    ...)
{
  char **row = g_new0 (char *, self->n_columns + 1);
  va_list args;

  va_start (args, self);
  for (guint i = 0; i < self->n_columns; i++)
    {
      const char *text = va_arg (args, const char *);

      g_assert (text != NULL);
      row[i] = g_strdup (text);
    }
  va_end (args);

  barn_cli_table_take_row (self, row);
}

void
barn_cli_table_take_row (BarnCliTable  *self,
                         char         **row)
{
  g_assert (g_strv_length (row) == self->n_columns);

  g_ptr_array_add (self->rows, row);
}

void
barn_cli_table_free (BarnCliTable *self)
{
  g_strfreev (self->headings);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

static guint
get_char_width (gunichar character)
{
  /* A control character would do something to the screen: it is printed as a space */
  if (g_unichar_iscntrl (character))
    return 1;

  if (g_unichar_iszerowidth (character))
    return 0;

  return g_unichar_iswide (character) ? 2 : 1;
}

guint
barn_cli_get_width (const char *text)
{
  guint width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    width += get_char_width (g_utf8_get_char (p));

  return width;
}

/* The text on one line, cut to @width with an ellipsis and filled up with spaces; @last: nothing comes after it */
static void
append_cell (GString    *string,
             const char *text,
             guint       width,
             gboolean    last)
{
  gboolean fits = barn_cli_get_width (text) <= width;
  guint room = fits ? width : width - 1;
  guint used = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);
      guint character_width = get_char_width (character);

      if (used + character_width > room)
        break;

      g_string_append_unichar (string, g_unichar_iscntrl (character) ? ' ' : character);
      used += character_width;
    }

  if (!fits)
    {
      g_string_append (string, "…");
      used++;
    }

  for (; !last && used < width + GAP; used++)
    g_string_append_c (string, ' ');
}

static guint *
measure (BarnCliTable *self)
{
  guint *widths = g_new (guint, self->n_columns);

  for (guint i = 0; i < self->n_columns; i++)
    {
      widths[i] = barn_cli_get_width (self->headings[i]);
      for (guint j = 0; j < self->rows->len; j++)
        widths[i] = MAX (widths[i], barn_cli_get_width (((char **) self->rows->pdata[j])[i]));
    }

  return widths;
}

/* Takes from the widest column until all fit. What stands in the widest at the start tells most: it stays twice as wide. */
static void
fit (guint *widths,
     guint  n_columns,
     guint  width)
{
  guint total = GAP * (n_columns - 1);
  guint main_column = 0;

  for (guint i = 0; i < n_columns; i++)
    {
      total += widths[i];
      if (widths[i] > widths[main_column])
        main_column = i;
    }

  for (; total > width; total--)
    {
      guint widest = main_column;

      for (guint i = 0; i < n_columns; i++)
        {
          if (widths[i] > NARROWEST && widths[i] > (widest == main_column ? widths[widest] / 2 : widths[widest]))
            widest = i;
        }

      if (widths[widest] <= NARROWEST)
        return;

      widths[widest]--;
    }
}

static void
append_row (GString     *string,
            char       **row,
            const guint *widths,
            guint        n_columns)
{
  gsize start = string->len;

  for (guint i = 0; i < n_columns; i++)
    append_cell (string, row[i], widths[i], i + 1 == n_columns);

  while (string->len > start && string->str[string->len - 1] == ' ')
    g_string_truncate (string, string->len - 1);

  g_string_append_c (string, '\n');
}

char *
barn_cli_table_format (BarnCliTable *self,
                       guint         width)
{
  g_autoptr (GString) string = g_string_new (NULL);
  g_autofree guint *widths = measure (self);

  if (width > 0)
    fit (widths, self->n_columns, width);

  append_row (string, self->headings, widths, self->n_columns);
  for (guint i = 0; i < self->rows->len; i++)
    append_row (string, self->rows->pdata[i], widths, self->n_columns);

  return g_string_free (g_steal_pointer (&string), FALSE);
}

static void
append_csv_row (GString  *string,
                char    **row)
{
  for (guint i = 0; row[i] != NULL; i++)
    {
      /* A spreadsheet takes what begins so for a formula, and runs it */
      gboolean formula = *row[i] != '\0' && strchr ("=+-@\t\r", *row[i]) != NULL;
      gboolean quote = strpbrk (row[i], ";\"\r\n") != NULL;

      if (i > 0)
        g_string_append_c (string, ';');
      if (quote)
        g_string_append_c (string, '"');
      if (formula)
        g_string_append_c (string, '\'');

      for (const char *p = row[i]; *p != '\0'; p++)
        {
          if (*p == '"')
            g_string_append_c (string, '"');
          g_string_append_c (string, *p);
        }

      if (quote)
        g_string_append_c (string, '"');
    }

  g_string_append (string, "\r\n");
}

char *
barn_cli_table_to_csv (BarnCliTable *self)
{
  g_autoptr (GString) string = g_string_new ("\xef\xbb\xbf");

  append_csv_row (string, self->headings);
  for (guint i = 0; i < self->rows->len; i++)
    append_csv_row (string, self->rows->pdata[i]);

  return g_string_free (g_steal_pointer (&string), FALSE);
}

/* 0 where the standard output is no screen */
static guint
get_screen_width (void)
{
  struct winsize size;

  return isatty (STDOUT_FILENO) && ioctl (STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

void
barn_cli_table_print (BarnCliTable  *self,
                      BarnCliFormat  format)
{
  if (format == BARN_CLI_CSV)
    {
      g_autofree char *csv = barn_cli_table_to_csv (self);

      fputs (csv, stdout);
    }
  else if (self->rows->len == 0)
    {
      g_print ("%s\n", _("There is nothing to list."));
    }
  else
    {
      g_autofree char *table = barn_cli_table_format (self, get_screen_width ());

      g_print ("%s", table);
    }
}

void
barn_cli_print_json (JsonBuilder *builder)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *json = NULL;

  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  json = json_generator_to_data (generator, NULL);

  /* JSON is UTF-8 whatever the locale's encoding is */
  fputs (json, stdout);
  fputc ('\n', stdout);
}

void
barn_cli_json_text (JsonBuilder *builder,
                    const char  *name,
                    const char  *text)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

void
barn_cli_json_number (JsonBuilder *builder,
                      const char  *name,
                      gint64       number)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, number);
}

void
barn_cli_json_boolean (JsonBuilder *builder,
                       const char  *name,
                       gboolean     value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, value);
}

void
barn_cli_json_day (JsonBuilder *builder,
                   const char  *name,
                   BarnDay      day)
{
  g_autofree char *text = barn_cli_dup_day (day);

  json_builder_set_member_name (builder, name);
  if (day != BARN_DAY_NONE)
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

char *
barn_cli_dup_day (BarnDay day)
{
  return day != BARN_DAY_NONE ? barn_day_to_iso (day) : g_strdup ("");
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-cli"

#include "config.h"

#include "barn-cli-private.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <unistd.h>

#define PROGRAM "barnratt-cli"

static const BarnCliCommand *const commands[] = {
  &barn_cli_new,
  &barn_cli_import,
  &barn_cli_list,
  &barn_cli_status,
  &barn_cli_summary,
  &barn_cli_export,
  &barn_cli_profile,
  &barn_cli_adopt,
  &barn_cli_compare,
  &barn_cli_undo,
  &barn_cli_redo,
  &barn_cli_verify,
  &barn_cli_backup,
  &barn_cli_restore,
};

static const BarnCliCommand *
find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      if (g_str_equal (commands[i]->name, name))
        return commands[i];
    }

  return NULL;
}

static void
print_help (void)
{
  g_print ("%s\n", _("Follows a handlingsplan for the rights of the child through the year, without a window."));
  g_print ("\n%s\n", _("Usage:"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_print ("  %s %s %s\n      %s\n", PROGRAM, commands[i]->name, commands[i]->synopsis, _(commands[i]->summary));
  g_print ("\n%s\n", _("“barnratt-cli COMMAND --help” tells the options of a command."));
  g_print ("%s\n", _("Exit status: 0 done; 1 it could not be done, and nothing was changed; 2 wrong usage; 3 the file is damaged or not a plan file."));
}

/* It may repeat what the program was called with: file names of any bytes, and line breaks */
static void
print_sentence (const char *sentence)
{
  g_autofree char *valid = g_utf8_make_valid (sentence, -1);

  g_printerr ("%s: %s\n", PROGRAM, g_strdelimit (valid, "\n\r", ' '));
}

BarnCliExit
barn_cli_refuse (const char *sentence)
{
  print_sentence (sentence);

  return BARN_CLI_REFUSED;
}

BarnCliExit
barn_cli_misuse (const BarnCliCommand *command,
                 const char           *sentence)
{
  print_sentence (sentence);
  if (command != NULL)
    g_printerr ("%s %s %s %s\n", _("Usage:"), PROGRAM, command->name, command->synopsis);

  return BARN_CLI_USAGE;
}

BarnCliExit
barn_cli_fail (GError *error)
{
  gboolean damaged = g_error_matches (error, BARN_PLAN_FILE_ERROR, BARN_PLAN_FILE_ERROR_DAMAGED) ||
                     g_error_matches (error, BARN_PLAN_FILE_ERROR, BARN_PLAN_FILE_ERROR_NOT_OURS);

  barn_cli_refuse (error->message);
  g_error_free (error);

  return damaged ? BARN_CLI_DAMAGED : BARN_CLI_REFUSED;
}

gboolean
barn_cli_parse (const BarnCliCommand *command,
                const char *const    *arguments,
                const GOptionEntry   *entries,
                guint                 min,
                guint                 max,
                char               ***words)
{
  g_autoptr (GOptionContext) context = g_option_context_new (command->synopsis);
  g_autofree char *name = g_strconcat (PROGRAM, " ", command->name, NULL);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) rest = g_strdupv ((char **) arguments);
  g_autoptr (GStrvBuilder) builder = NULL;
  gboolean marked = FALSE;
  guint n_words;

  /* The help tells how the program is called: by its name and the command's */
  g_set_prgname (name);
  g_option_context_set_summary (context, _(command->summary));
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);

  if (!g_option_context_parse_strv (context, &rest, &error))
    {
      g_autofree char *sentence = g_strdup_printf ("%s.", error->message);

      barn_cli_misuse (command, sentence);
      return FALSE;
    }

  /* What follows “--” stands free even where it looks like an option; the mark itself is no word */
  builder = g_strv_builder_new ();
  for (guint i = 1; rest[i] != NULL; i++)
    {
      if (marked || !g_str_equal (rest[i], "--"))
        g_strv_builder_add (builder, rest[i]);
      else
        marked = TRUE;
    }

  *words = g_strv_builder_end (builder);
  n_words = g_strv_length (*words);

  if (n_words >= min && n_words <= max)
    return TRUE;

  g_clear_pointer (words, g_strfreev);
  barn_cli_misuse (command, n_words < min ? _("Something is missing.") : _("That is more than the command takes."));

  return FALSE;
}

gboolean
barn_cli_parse_year (const BarnCliCommand *command,
                     const char           *text,
                     guint                *year)
{
  g_autofree char *sentence = NULL;
  guint64 number = 0;

  if (text == NULL || g_ascii_string_to_unsigned (text, 10, BARN_PLAN_FIRST_YEAR, BARN_PLAN_LAST_YEAR, &number, NULL))
    {
      *year = number;
      return TRUE;
    }

  sentence = *text != '\0' ? g_strdup_printf (_("“%s” is no year: write it as 2026."), text) : g_strdup (_("The year is empty: write it as 2026."));
  barn_cli_misuse (command, sentence);

  return FALSE;
}

gboolean
barn_cli_parse_day (const BarnCliCommand *command,
                    const char           *text,
                    BarnDay              *day)
{
  g_autofree char *sentence = NULL;

  *day = barn_clock_get_today ();
  if (text == NULL)
    return TRUE;

  *day = barn_day_parse (text, *day);
  if (*day != BARN_DAY_NONE)
    return TRUE;

  sentence = *text != '\0' ? g_strdup_printf (_("“%s” is no date: write it as 2026-06-30."), text) : g_strdup (_("The date is empty: write it as 2026-06-30."));
  barn_cli_misuse (command, sentence);

  return FALSE;
}

gboolean
barn_cli_parse_status (const BarnCliCommand *command,
                       const char           *text,
                       BarnStatus           *status)
{
  g_autofree char *sentence = NULL;

  if (barn_status_from_text (text, status))
    return TRUE;

  sentence = g_strdup_printf (_("“%s” is no status: write not_started, ongoing, done, paused or cancelled."), text);
  barn_cli_misuse (command, sentence);

  return FALSE;
}

gboolean
barn_cli_parse_format (const BarnCliCommand *command,
                       const char           *text,
                       BarnCliFormat        *format)
{
  g_autofree char *sentence = NULL;

  if (text == NULL || g_str_equal (text, "table"))
    *format = BARN_CLI_TABLE;
  else if (g_str_equal (text, "json"))
    *format = BARN_CLI_JSON;
  else if (g_str_equal (text, "csv"))
    *format = BARN_CLI_CSV;
  else
    {
      sentence = g_strdup_printf (_("“%s” is no format: write table, json or csv."), text);
      barn_cli_misuse (command, sentence);
      return FALSE;
    }

  return TRUE;
}

BarnPlanFile *
barn_cli_open (const char  *path,
               gboolean     read_only,
               BarnCliExit *status)
{
  g_autoptr (GFile) location = g_file_new_for_commandline_arg (path);
  GError *error = NULL;
  BarnPlanFile *file = barn_plan_file_open (location, read_only, &error);

  if (file == NULL)
    *status = barn_cli_fail (error);

  return file;
}

BarnPlan *
barn_cli_find_plan (BarnPlanFile *file,
                    guint         year,
                    BarnCliExit  *status)
{
  BarnModel *model = barn_plan_file_get_model (file);
  g_autofree char *sentence = NULL;
  BarnPlan *plan = year != 0 ? barn_model_find_plan (model, year) : barn_plan_find_current (barn_model_get_plans (model));

  if (plan == NULL)
    {
      sentence = year != 0 ? g_strdup_printf (_("There is no plan of %u in the plan file."), year)
                           : g_strdup (_("There is no plan in the plan file yet."));
      *status = barn_cli_refuse (sentence);
    }

  return plan;
}

/**
 * barn_cli_run:
 * @arguments: what the program was called with, its own name first
 *
 * Does what one call of the program asks for.
 *
 * Returns: what to end with
 */
BarnCliExit
barn_cli_run (const char *const *arguments)
{
  const BarnCliCommand *command;
  g_autofree char *sentence = NULL;
  const char *word = arguments[0] != NULL ? arguments[1] : NULL;

  if (word == NULL)
    return barn_cli_misuse (NULL, _("Say what to do: “barnratt-cli --help” tells what there is."));

  if (g_str_equal (word, "--help") || g_str_equal (word, "-h") || g_str_equal (word, "help"))
    {
      print_help ();
      return BARN_CLI_DONE;
    }

  if (g_str_equal (word, "--version"))
    {
      g_print ("%s %s\n", PROGRAM, BARN_VERSION);
      return BARN_CLI_DONE;
    }

  command = find_command (word);
  if (command != NULL)
    return command->run (arguments + 1);

  sentence = g_strdup_printf (_("Unknown command “%s”: “barnratt-cli --help” tells what there is."), word);

  return barn_cli_misuse (NULL, sentence);
}

/**
 * barn_cli_close_output:
 *
 * Ends the program with %BARN_CLI_REFUSED where not all that it printed could be written: a full disk shows only now. For atexit(),
 * as GLib ends the program itself once it has printed the help of a command.
 */
void
barn_cli_close_output (void)
{
  if (fflush (stdout) == 0 && !ferror (stdout))
    return;

  barn_cli_refuse (_("Not all that was to be printed could be written: the disk may be full. What was to be changed in the plan file is changed."));
  _exit (BARN_CLI_REFUSED);
}

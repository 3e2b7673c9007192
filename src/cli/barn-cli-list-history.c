/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-cli-list-history"

#include "config.h"

#include "barn-cli-list-private.h"

#include <glib/gi18n-lib.h>

#include "barn-text.h"

/* (transfer full): when it was, in the time of the place */
static char *
dup_moment (BarnChange *change,
            const char *format)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (barn_change_get_moment (change) / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;

  return local != NULL ? g_date_time_format (local, format) : g_strdup ("");
}

static void
add_text_or_null (JsonBuilder *builder,
                  const char  *name,
                  const char  *text)
{
  json_builder_set_member_name (builder, name);
  if (text != NULL)
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

static void
add_field_change (JsonBuilder     *builder,
                  BarnFieldChange *line)
{
  json_builder_begin_object (builder);
  barn_cli_json_text (builder, "kind", barn_kind_to_nick (line->kind));
  barn_cli_json_text (builder, "id", line->item);
  add_text_or_null (builder, "field", line->field);
  add_text_or_null (builder, "before", line->before);
  add_text_or_null (builder, "after", line->after);
  json_builder_end_object (builder);
}

/* (transfer full): the name as the history has it, however it was typed */
static char *
dup_author (BarnPlanFile *file,
            const char   *text,
            BarnCliExit  *status)
{
  GError *error = NULL;
  g_auto (GStrv) authors = barn_plan_file_list_authors (file, &error);
  g_autofree char *folded = barn_fold (text);
  g_autofree char *sentence = NULL;

  if (authors == NULL)
    {
      *status = barn_cli_fail (error);
      return NULL;
    }

  for (guint i = 0; authors[i] != NULL; i++)
    {
      g_autofree char *author = barn_fold (authors[i]);

      if (g_str_equal (author, folded))
        return g_strdup (authors[i]);
    }

  sentence = g_strdup_printf (_("Nobody called “%s” has changed anything in the plan file."), text);
  *status = barn_cli_refuse (sentence);

  return NULL;
}

static guint
skip_change (GPtrArray *history,
             guint      first)
{
  gint64 number = barn_change_get_number (((BarnFieldChange *) g_ptr_array_index (history, first))->change);
  guint i = first + 1;

  while (i < history->len && barn_change_get_number (((BarnFieldChange *) g_ptr_array_index (history, i))->change) == number)
    i++;

  return i;
}

/* One line a change; in JSON with what it did to each field */
BarnCliExit
barn_cli_list_print_history (const BarnCliList *list,
                             BarnPlanFile      *file,
                             const char        *author)
{
  const char *const words[] = { "number", "at", "author", "what", "subject", NULL };
  const char *const headings[] = { _("When"), _("Who"), _("What"), _("About"), NULL };
  g_autoptr (BarnCliTable) table = barn_cli_table_new (list->format == BARN_CLI_CSV ? words : headings);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GPtrArray) history = NULL;
  g_autofree char *name = NULL;
  BarnHistoryFilter filter = list->history;
  BarnCliExit status = BARN_CLI_DONE;
  GError *error = NULL;
  guint next;

  if (author != NULL)
    {
      filter.author = name = dup_author (file, author, &status);
      if (name == NULL)
        return status;
    }

  history = barn_plan_file_list_history (file, NULL, 0, &error);
  if (history == NULL)
    return barn_cli_fail (error);

  json_builder_begin_array (builder);
  for (guint i = 0; i < history->len; i = next)
    {
      BarnChange *change = ((BarnFieldChange *) g_ptr_array_index (history, i))->change;
      gint64 number = barn_change_get_number (change);
      g_autofree char *number_text = g_strdup_printf ("%" G_GINT64_FORMAT, number);
      g_autofree char *at = dup_moment (change, list->format == BARN_CLI_TABLE ? "%Y-%m-%d %H:%M" : "%Y-%m-%dT%H:%M:%S%:z");
      g_autofree char *summary = barn_change_dup_summary (change);
      const char *subject = barn_change_get_subject (change) != NULL ? barn_change_get_subject (change) : "";

      next = skip_change (history, i);
      if (!barn_history_filter_match (&filter, change))
        continue;

      json_builder_begin_object (builder);
      barn_cli_json_number (builder, "number", number);
      barn_cli_json_text (builder, "at", at);
      barn_cli_json_text (builder, "author", barn_change_get_author (change));
      barn_cli_json_text (builder, "what", summary);
      barn_cli_json_text (builder, "subject", subject);
      json_builder_set_member_name (builder, "changes");
      json_builder_begin_array (builder);
      for (; i < next; i++)
        add_field_change (builder, g_ptr_array_index (history, i));
      json_builder_end_array (builder);
      json_builder_end_object (builder);

      if (list->format == BARN_CLI_CSV)
        barn_cli_table_add (table, number_text, at, barn_change_get_author (change), summary, subject, NULL);
      else
        barn_cli_table_add (table, at, barn_change_get_author (change), summary, subject, NULL);
    }
  json_builder_end_array (builder);

  barn_cli_list_print (list, table, builder);

  return BARN_CLI_DONE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report-support.h"

#include <string.h>

BarnItem *
add_item (GPtrArray  *items,
          BarnKind    kind,
          const char *id,
          const char *first,
          ...)
{
  BarnItem *item = barn_item_new (kind, id);
  va_list args;

  va_start (args, first);
  g_object_set_valist (G_OBJECT (item), first, args);
  va_end (args);
  g_ptr_array_add (items, item);

  return item;
}

void
fixture_set_up (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  const char *both[] = { "r1", "r2", NULL };
  const char *first[] = { "r1", NULL };
  const char *shift[] = { "s1", NULL };
  const char *twelve[] = { "12", NULL };
  const char *none[] = { NULL };

  add_item (items, BARN_KIND_ORGANISATION, BARN_ORGANISATION_ID, "name", "Socialförvaltningen", "board", "Socialnämnden", NULL);
  add_item (items, BARN_KIND_ROLE, "r1", "name", "Chefer", "position", 1.0, NULL);
  add_item (items, BARN_KIND_ROLE, "r2", "name", "Medarbetare", "position", 2.0, NULL);
  add_item (items, BARN_KIND_PLAN, "p", "year", (gint64) 2026, "title", "Handlingsplan 2026", "registry-number", "SN 7", NULL);
  add_item (items, BARN_KIND_SHIFT, "s1", "plan", "p", "title", "Barn får veta", "purpose", "Trygghet", "articles", twelve, "position", 1.0, NULL);
  add_item (items, BARN_KIND_ACTIVITY, "a1", "plan", "p", "title", "Skriv om breven", "roles", both, "shifts", shift,
       "articles", none, "due-on", barn_day_new (2026, 6, 30), "position", 1.0, NULL);
  add_item (items, BARN_KIND_ACTIVITY, "a2", "plan", "p", "title", "Dela ut kort", "roles", first, "shifts", none,
       "articles", none, "due-on", barn_day_new (2026, 3, 31), "position", 2.0, NULL);
  add_item (items, BARN_KIND_FOLLOW_UP, "f1", "activity", "a1", "day", barn_day_new (2026, 3, 2), "status", BARN_STATUS_ONGOING,
       "comment", "Tre brev är klara.", NULL);
  add_item (items, BARN_KIND_FOLLOW_UP, "f2", "activity", "a1", "day", barn_day_new (2026, 9, 1), "status", BARN_STATUS_DONE,
       "comment", "Alla brev är klara.", "effect", "Nio barn av tio förstår {year}.", NULL);
  add_item (items, BARN_KIND_AREA, "o1", "year", (gint64) 2025, "title", "Begripliga brev", "status", BARN_STATUS_DONE,
       "comment", "Klart.", "position", 1.0, NULL);
  add_item (items, BARN_KIND_MEASURE, "m1", "area", "o1", "title", "Skriv om", "position", 1.0, NULL);
  add_item (items, BARN_KIND_MEASURE, "m2", "area", "o1", "title", "Låt barn läsa", "position", 2.0, NULL);
  add_item (items, BARN_KIND_AREA, "o2", "year", (gint64) 2026, "title", "Svar på klagomål", "expected-result", "Svar i tid", "position", 1.0, NULL);
  add_item (items, BARN_KIND_SECTION_TEXT, "t1", "plan", "p", "section", "strengths", "article", (gint64) 12,
       "body", "Barn läser.\n\n- ett\n- två", NULL);

  self->model = barn_model_new ();
  barn_model_merge (self->model, items);
  self->plan = barn_model_find_plan (self->model, 2026);
  self->as_of = barn_day_new (2026, 11, 22);
}

void
fixture_tear_down (Fixture       *self,
                   gconstpointer  data)
{
  g_clear_object (&self->model);
}

void
put_section (Fixture    *self,
             const char *section,
             const char *body)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  add_item (items, BARN_KIND_SECTION_TEXT, section, "plan", "p", "section", section, "body", body, NULL);
  barn_model_merge (self->model, items);
}

/* The document as lines: "2 2.1 Heading", "p text", "l text", "| cell | cell" */
static void
dump (BarnNode *node,
      GString  *into)
{
  for (guint i = 0; i < barn_node_get_n_children (node); i++)
    {
      BarnNode *child = barn_node_get_child (node, i);
      g_autofree char *text = NULL;

      switch (barn_node_get_kind (child))
        {
        case BARN_NODE_HEADING:
          text = barn_node_dup_text (child);
          g_string_append_printf (into, "%u %s\n", barn_node_get_level (child), text);
          break;

        case BARN_NODE_PARAGRAPH:
          text = barn_node_dup_text (child);
          g_string_append_printf (into, "p %s\n", text);
          break;

        case BARN_NODE_LIST_ITEM:
          text = barn_node_dup_text (child);
          g_string_append_printf (into, "l %s\n", text);
          break;

        case BARN_NODE_CELL:
          text = barn_node_dup_text (child);
          g_string_append_printf (into, "| %s ", text);
          break;

        case BARN_NODE_FIGURE:
          g_string_append_printf (into, "f %s\n", barn_figure_get_text (barn_node_get_figure (child)));
          break;

        case BARN_NODE_ROW:
          dump (child, into);
          g_string_append (into, "|\n");
          break;

        case BARN_NODE_BODY:
        case BARN_NODE_LIST:
        case BARN_NODE_TABLE:
        case BARN_NODE_PAGE_BREAK:
        case BARN_NODE_CONTENTS:
        default:
          dump (child, into);
          break;
        }
    }
}

char *
dump_document (BarnDocument *document)
{
  GString *text = g_string_new (NULL);

  dump (barn_document_get_body (document), text);

  return g_string_free (text, FALSE);
}

char *
dump_paper (Fixture   *self,
            BarnPaper  paper,
            BarnDay    as_of)
{
  g_autoptr (BarnDocument) document = barn_report_build (paper, self->model, self->plan, barn_profile_get_default (), as_of);

  return dump_document (document);
}

guint
count (const char *text,
       const char *part)
{
  guint n = 0;

  for (const char *p = strstr (text, part); p != NULL; p = strstr (p + 1, part))
    n++;

  return n;
}

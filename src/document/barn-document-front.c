/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-document-front"

#include "config.h"

#include <string.h>

#include "barn-document-private.h"

/* Characters of a heading that a table of contents repeats: three lines */
#define MAX_ENTRY 200

/* The front of a document: its title and what goes with it, from the properties or from the text that was read */

/* The style of a paragraph that belongs to the front, NULL for any other block */
static const char *
get_front_style (BarnNode *node)
{
  static const char *const styles[] = { "Title", "Subtitle", "Author", "Date" };
  const char *style = barn_node_get_look (node)->style;

  if (barn_node_get_kind (node) != BARN_NODE_PARAGRAPH || style == NULL)
    return NULL;

  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    if (strcmp (style, styles[i]) == 0)
      return styles[i];

  return NULL;
}

guint
barn_document_count_front (BarnDocument *self)
{
  BarnNode *body = barn_document_get_body (self);
  guint n = 0;

  if (barn_node_get_n_children (body) == 0 || g_strcmp0 (get_front_style (barn_node_get_child (body, 0)), "Title") != 0)
    return 0;

  while (n < barn_node_get_n_children (body) && get_front_style (barn_node_get_child (body, n)) != NULL)
    n++;

  return n;
}

static void
add_front (GPtrArray  *front,
           const char *text,
           const char *style)
{
  BarnLook look = { .style = style };
  BarnNode *node;

  if (*text == '\0')
    return;

  node = barn_node_new_text (BARN_NODE_PARAGRAPH, text);
  barn_node_set_look (node, &look);
  g_ptr_array_add (front, node);
}

GPtrArray *
barn_document_list_front (BarnDocument *self)
{
  GPtrArray *front = g_ptr_array_new_with_free_func ((GDestroyNotify) barn_node_unref);
  guint n = barn_document_count_front (self);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (front, barn_node_ref (barn_node_get_child (barn_document_get_body (self), i)));

  if (n == 0 && *barn_document_get_title (self) != '\0')
    {
      add_front (front, barn_document_get_title (self), "Title");
      add_front (front, barn_document_get_subject (self), "Subtitle");
      add_front (front, barn_document_get_date (self), "Date");
    }

  return front;
}

void
barn_document_take_title (BarnDocument *self)
{
  g_autofree char *title = NULL;

  if (*barn_document_get_title (self) != '\0' || barn_document_count_front (self) == 0)
    return;

  title = barn_node_dup_text (barn_node_get_child (barn_document_get_body (self), 0));
  g_strdelimit (title, "\n", ' ');
  barn_document_set_title (self, title);
}

const char *
barn_document_get_family (BarnDocument *self)
{
  return *barn_document_get_font (self) != '\0' ? barn_document_get_font (self) : BARN_FONT;
}

gboolean
barn_document_has_letterhead (BarnDocument *self)
{
  return barn_document_get_logo (self) != NULL || *barn_document_get_letterhead (self) != '\0';
}

char *
barn_heading_dup_entry (BarnNode *heading)
{
  char *text = barn_node_dup_text (heading);

  g_strdelimit (text, "\n", ' ');
  if (g_utf8_strlen (text, -1) > MAX_ENTRY)
    {
      char *end = g_utf8_offset_to_pointer (text, MAX_ENTRY);
      char *space = g_utf8_strrchr (text, end - text, ' ');
      char *entry;

      *(space != NULL ? space : end) = '\0';
      entry = g_strconcat (text, "…", NULL);
      g_free (text);
      return entry;
    }

  return text;
}

BarnNode *
barn_document_find_contents (BarnDocument *self)
{
  BarnNode *body = barn_document_get_body (self);

  for (guint i = 0; i < barn_node_get_n_children (body); i++)
    if (barn_node_get_kind (barn_node_get_child (body, i)) == BARN_NODE_CONTENTS)
      return barn_node_get_child (body, i);

  return NULL;
}

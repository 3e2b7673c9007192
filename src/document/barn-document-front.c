/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-document"

#include "config.h"

#include <string.h>

#include "barn-document-private.h"

/* What the writers share: the front of a document, directions and links */

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

gboolean
barn_text_is_rtl (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isalpha (c))
        continue;

      switch ((int) g_unichar_get_script (c))
        {
        case G_UNICODE_SCRIPT_ARABIC:
        case G_UNICODE_SCRIPT_HEBREW:
        case G_UNICODE_SCRIPT_SYRIAC:
        case G_UNICODE_SCRIPT_THAANA:
        case G_UNICODE_SCRIPT_NKO:
          return TRUE;
        default:
          return FALSE;
        }
    }

  return FALSE;
}

char *
barn_href_dup_safe (const char *href)
{
  static const char *const schemes[] = { "https://", "http://", "mailto:" };

  if (href == NULL)
    return NULL;
  if (*href == '#')
    return href[1] != '\0' ? g_strdup (href) : NULL;

  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    if (g_ascii_strncasecmp (href, schemes[i], strlen (schemes[i])) == 0)
      {
        g_autofree char *escaped = g_uri_escape_string (href, ":/?#[]@!$&'()*+,;=%", FALSE);

        return g_uri_is_valid (escaped, G_URI_FLAGS_NONE, NULL) ? g_steal_pointer (&escaped) : NULL;
      }

  return NULL;
}

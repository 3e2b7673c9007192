/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-article-chooser"

#include "config.h"

#include "barn-article-chooser.h"

#include <glib/gi18n-lib.h>

#include "barn-sections.h"
#include "barn-tab-stop.h"
#include "barn-text.h"
#include "barn-ui.h"

struct _BarnArticleChooser
{
  GtkPopover  parent_instance;

  GtkWidget  *search;
  GtkListBox *list;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BarnArticleChooser, barn_article_chooser, GTK_TYPE_POPOVER)

#define ARTICLE_KEY "barn-article"
#define FOLDED_KEY  "barn-folded"

static guint
get_article (GtkListBoxRow *row)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), ARTICLE_KEY));
}

static GtkWidget *
create_row (guint article)
{
  const char *about = barn_article_get_label (article);
  g_autofree char *label = about != NULL ? g_strdup_printf (_("Article %u: %s"), article, about)
                                         : g_strdup_printf (_("Article %u"), article);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *text = gtk_label_new (label);

  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (text), 36);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), text);
  g_object_set_data (G_OBJECT (row), ARTICLE_KEY, GUINT_TO_POINTER (article));
  g_object_set_data_full (G_OBJECT (row), FOLDED_KEY, barn_fold (label), g_free);
  barn_ui_set_name (row, label);

  return row;
}

static gboolean
filter_row (GtkListBoxRow *row,
            gpointer       user_data)
{
  BarnArticleChooser *self = user_data;
  g_autofree char *wanted = barn_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));

  return strstr (g_object_get_data (G_OBJECT (row), FOLDED_KEY), g_strstrip (wanted)) != NULL;
}

static void
choose (BarnArticleChooser *self,
        GtkListBoxRow      *row)
{
  guint article = get_article (row);

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[CHOSEN], 0, article);
}

static void
on_search_changed (BarnArticleChooser *self)
{
  gtk_list_box_invalidate_filter (self->list);
}

/* Enter in the search takes the first that is left */
static void
on_search_activate (BarnArticleChooser *self)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      if (gtk_widget_get_child_visible (row))
        {
          choose (self, GTK_LIST_BOX_ROW (row));
          return;
        }
    }
}

static void
on_row_activated (BarnArticleChooser *self,
                  GtkListBoxRow      *row)
{
  choose (self, row);
}

static void
barn_article_chooser_class_init (BarnArticleChooserClass *klass)
{
  signals[CHOSEN] =
    g_signal_new ("chosen", BARN_TYPE_ARTICLE_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
barn_article_chooser_init (BarnArticleChooser *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->search = gtk_search_entry_new ();
  g_object_set (self->search, "placeholder-text", _("Number or word"), NULL);
  barn_ui_set_name (self->search, _("Search for an article"));
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (on_search_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "activate", G_CALLBACK (on_search_activate), self, G_CONNECT_SWAPPED);

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  barn_ui_set_name (GTK_WIDGET (self->list), _("Articles"));
  for (guint article = 1; article <= BARN_N_ARTICLES; article++)
    gtk_list_box_append (self->list, create_row (article));
  gtk_list_box_set_filter_func (self->list, filter_row, self, NULL);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (on_row_activated), self, G_CONNECT_SWAPPED);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), 260);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), barn_tab_stop_new (GTK_WIDGET (self->list)));

  gtk_box_append (GTK_BOX (box), self->search);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_popover_set_child (GTK_POPOVER (self), box);
}

/**
 * barn_article_chooser_new:
 *
 * Returns: (transfer full): a popover, floating; give it a parent before it is shown
 */
GtkWidget *
barn_article_chooser_new (void)
{
  return g_object_new (BARN_TYPE_ARTICLE_CHOOSER, NULL);
}

/**
 * barn_article_chooser_hide:
 * @self: a chooser
 * @article: an article that cannot be chosen
 */
void
barn_article_chooser_hide (BarnArticleChooser *self,
                           guint               article)
{
  g_return_if_fail (BARN_IS_ARTICLE_CHOOSER (self));

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      if (get_article (GTK_LIST_BOX_ROW (row)) == article)
        {
          gtk_list_box_remove (self->list, row);
          return;
        }
    }
}

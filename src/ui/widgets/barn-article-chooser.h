/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * BarnArticleChooser:
 *
 * A popover with the articles of the Convention, to be searched by number or word. Emits "chosen" with the article's number,
 * and is closed then.
 */
#define BARN_TYPE_ARTICLE_CHOOSER (barn_article_chooser_get_type ())
G_DECLARE_FINAL_TYPE (BarnArticleChooser, barn_article_chooser, BARN, ARTICLE_CHOOSER, GtkPopover)

GtkWidget *barn_article_chooser_new  (void);
void       barn_article_chooser_hide (BarnArticleChooser *self,
                                      guint               article);

G_END_DECLS

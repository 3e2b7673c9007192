/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-long-term-page"

#include "config.h"

#include "barn-long-term-page.h"

#include <glib/gi18n-lib.h>

#include "barn-text.h"
#include "barn-ui.h"

struct _BarnLongTermPage
{
  BarnItemPage parent_instance;
};

/* What a row shows; the widgets are the row's */
typedef struct
{
  BarnPage         *page; /* unowned: the row is inside it */
  BarnLongTerm     *item;
  GtkLabel         *title;
  GtkLabel         *description;
  GtkLabel         *became;
  GtkWidget        *show;
  GtkWidget        *take_in;
} LongTermRow;

G_DEFINE_FINAL_TYPE (BarnLongTermPage, barn_long_term_page, BARN_TYPE_ITEM_PAGE)

static void
long_term_row_free (gpointer data)
{
  LongTermRow *row = data;

  g_object_unref (row->item);
  g_free (row);
}

static BarnItem *
find_activity (LongTermRow *row)
{
  BarnModel *model = barn_page_get_model (row->page);
  const char *id = barn_long_term_get_activity (row->item);

  return id != NULL && model != NULL ? barn_model_lookup (model, id) : NULL;
}

static char *
barn_long_term_page_update_row (BarnItemPage *page,
                                gpointer      data,
                                BarnItem     *item)
{
  LongTermRow *row = data;
  BarnItem *activity = find_activity (row);
  g_autofree char *became = NULL;

  gtk_label_set_label (row->title, barn_long_term_get_title (row->item));
  gtk_label_set_label (row->description, barn_long_term_get_description (row->item));
  gtk_widget_set_visible (GTK_WIDGET (row->description), !barn_text_is_blank (barn_long_term_get_description (row->item)));

  if (activity != NULL)
    became = g_strdup_printf (_("Taken into the plan as “%s”"), barn_item_get_title (activity));
  gtk_label_set_label (row->became, became != NULL ? became : "");
  gtk_widget_set_visible (GTK_WIDGET (row->became), activity != NULL);
  gtk_widget_set_visible (row->show, activity != NULL);
  gtk_widget_set_visible (row->take_in, activity == NULL && barn_page_can_edit (row->page));

  if (became == NULL)
    return g_strdup (barn_long_term_get_title (row->item));
  return g_strdup_printf ("%s. %s", barn_long_term_get_title (row->item), became);
}

static void
on_take_in_clicked (GtkWidget   *button,
                    LongTermRow *row)
{
  BarnPage *page = row->page;
  g_autoptr (GError) error = NULL;

  if (barn_plan_file_take_in (barn_page_get_file (page), row->item, barn_page_get_plan (page), &error) == NULL)
    barn_ui_report_error (button, error);
  else
    gtk_widget_grab_focus (row->show);
}

static void
on_show_clicked (GtkWidget   *button,
                 LongTermRow *row)
{
  BarnItem *activity = find_activity (row);

  if (activity != NULL)
    gtk_widget_activate_action (button, "win.show-item", "s", barn_item_get_id (activity));
}

static GtkWidget *
add_button (GtkWidget   *box,
            const char  *label,
            GCallback    callback,
            LongTermRow *row)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect (button, "clicked", callback, row);
  gtk_box_append (GTK_BOX (box), button);

  return button;
}

static gpointer
barn_long_term_page_create_row (BarnItemPage *page,
                                GtkWidget    *box,
                                BarnItem     *item)
{
  LongTermRow *row = g_new0 (LongTermRow, 1);

  row->page = BARN_PAGE (page);
  row->item = g_object_ref (BARN_LONG_TERM (item));
  row->title = barn_item_page_add_label (box, "heading");
  row->description = barn_item_page_add_label (box, "body");
  row->became = barn_item_page_add_label (box, "dim-label");
  row->take_in = add_button (box, _("Take into This Year’s Plan"), G_CALLBACK (on_take_in_clicked), row);
  row->show = add_button (box, _("Show the Activity"), G_CALLBACK (on_show_clicked), row);

  return row;
}

static BarnItem *
barn_long_term_page_add_item (BarnItemPage  *page,
                              GError       **error)
{
  return (BarnItem *) barn_plan_file_add_long_term (barn_page_get_file (BARN_PAGE (page)),
                                                    barn_page_get_plan (BARN_PAGE (page)), _("New item"), error);
}

static char *
barn_long_term_page_dup_title (BarnPage *page)
{
  return g_strdup (_("Long Term"));
}

static const char *
barn_long_term_page_get_add_label (BarnPage *page)
{
  return _("New Long-Term Item");
}

static void
barn_long_term_page_class_init (BarnLongTermPageClass *klass)
{
  BarnPageClass *page_class = BARN_PAGE_CLASS (klass);
  BarnItemPageClass *item_class = BARN_ITEM_PAGE_CLASS (klass);

  page_class->dup_title = barn_long_term_page_dup_title;
  page_class->get_add_label = barn_long_term_page_get_add_label;
  item_class->item_type = BARN_TYPE_LONG_TERM;
  item_class->get_items = barn_plan_get_long_terms;
  item_class->create_row = barn_long_term_page_create_row;
  item_class->update_row = barn_long_term_page_update_row;
  item_class->free_row = long_term_row_free;
  item_class->add_item = barn_long_term_page_add_item;
}

static void
barn_long_term_page_init (BarnLongTermPage *self)
{
  barn_item_page_set_empty (BARN_ITEM_PAGE (self), "barn-long-term-symbolic", _("Nothing Planned Beyond the Year"),
                            _("What is to be done later is kept here, and taken into a year’s plan when its time comes."),
                            _("New _Long-Term Item"));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-shifts-page"

#include "config.h"

#include "barn-shifts-page.h"

#include <glib/gi18n-lib.h>

#include "barn-figures.h"
#include "barn-status-bar.h"
#include "barn-text.h"
#include "barn-ui.h"

struct _BarnShiftsPage
{
  BarnItemPage parent_instance;
};

/* What a row shows; the widgets are the row's */
typedef struct
{
  BarnShift      *shift;
  GtkLabel       *title;
  GtkLabel       *purpose;
  GtkLabel       *articles;
  GtkLabel       *progress;
  GtkWidget      *activities;
  BarnStatusBar  *bar;
} ShiftRow;

G_DEFINE_FINAL_TYPE (BarnShiftsPage, barn_shifts_page, BARN_TYPE_ITEM_PAGE)

static void
shift_row_free (gpointer data)
{
  ShiftRow *row = data;

  g_object_unref (row->shift);
  g_free (row);
}

static void
show_text (GtkLabel   *label,
           const char *text)
{
  gtk_label_set_label (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), !barn_text_is_blank (text));
}

static char *
dup_articles (BarnShift *shift)
{
  const char *const *articles = barn_shift_get_articles (shift);
  g_autofree char *list = g_strjoinv (", ", (char **) articles);
  guint n_articles = g_strv_length ((char **) articles);

  if (n_articles == 0)
    return g_strdup ("");

  /* Translators: the articles of the convention, as in "Articles 3, 12" */
  return g_strdup_printf (ngettext ("Article %s", "Articles %s", n_articles), list);
}

static char *
dup_progress (const BarnTally *tally)
{
  if (tally->total == 0)
    return g_strdup (_("No activity belongs to it yet"));

  return g_strdup_printf (ngettext ("%u of %u activity done", "%u of %u activities done", tally->total),
                          tally->by_status[BARN_STATUS_DONE], tally->total);
}

static char *
barn_shifts_page_update_row (BarnItemPage *page,
                             gpointer      data,
                             BarnItem     *item)
{
  ShiftRow *row = data;
  BarnShift *shift = BARN_SHIFT (item);
  BarnPlan *plan = barn_page_get_plan (BARN_PAGE (page));
  BarnTally tally = { 0 };
  g_autofree char *articles = dup_articles (shift);
  g_autofree char *title = NULL;
  g_autofree char *progress = NULL;
  g_autofree char *link = NULL;

  barn_tally_shift (&tally, plan, barn_item_get_id (item), barn_clock_get_today ());
  title = g_strdup_printf (_("%u. %s"), barn_plan_get_shift_number (plan, shift), barn_shift_get_title (shift));
  progress = dup_progress (&tally);
  gtk_label_set_label (row->title, title);
  show_text (row->purpose, barn_shift_get_purpose (shift));
  show_text (row->articles, articles);
  gtk_label_set_label (row->progress, progress);
  gtk_widget_set_visible (row->activities, tally.total > 0);
  gtk_widget_set_visible (GTK_WIDGET (row->bar), tally.total > 0);
  barn_status_bar_set_tally (row->bar, &tally);

  link = g_strdup_printf (_("Show the activities of %s"), title);
  barn_ui_set_name (row->activities, link);

  return g_strdup_printf ("%s. %s", title, progress);
}

static void
on_activities_clicked (GtkWidget *button,
                       ShiftRow  *row)
{
  g_autoptr (GVariantDict) filter = g_variant_dict_new (NULL);

  g_variant_dict_insert (filter, "shift", "s", barn_item_get_id (BARN_ITEM (row->shift)));
  gtk_widget_activate_action_variant (button, "win.show-activities", g_variant_dict_end (filter));
}

static gpointer
barn_shifts_page_create_row (BarnItemPage *page,
                             GtkWidget    *box,
                             BarnItem     *item)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  ShiftRow *row = g_new0 (ShiftRow, 1);

  row->shift = g_object_ref (BARN_SHIFT (item));
  row->title = barn_item_page_add_label (box, "heading");
  row->purpose = barn_item_page_add_label (box, "body");
  row->articles = barn_item_page_add_label (box, "dim-label");
  row->bar = BARN_STATUS_BAR (barn_status_bar_new ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (row->bar));
  row->progress = barn_item_page_add_label (line, "dim-label");
  gtk_widget_set_hexpand (GTK_WIDGET (row->progress), TRUE);
  row->activities = gtk_button_new_with_label (_("Show Activities"));
  gtk_widget_set_valign (row->activities, GTK_ALIGN_CENTER);
  g_signal_connect (row->activities, "clicked", G_CALLBACK (on_activities_clicked), row);
  gtk_box_append (GTK_BOX (line), row->activities);
  gtk_box_append (GTK_BOX (box), line);

  return row;
}

static BarnItem *
barn_shifts_page_add_item (BarnItemPage  *page,
                           GError       **error)
{
  return (BarnItem *) barn_plan_file_add_shift (barn_page_get_file (BARN_PAGE (page)),
                                                barn_page_get_plan (BARN_PAGE (page)), _("New shift"), error);
}

static char *
barn_shifts_page_dup_title (BarnPage *page)
{
  return g_strdup (_("Shifts"));
}

static const char *
barn_shifts_page_get_add_label (BarnPage *page)
{
  return _("New Shift");
}

static void
barn_shifts_page_class_init (BarnShiftsPageClass *klass)
{
  BarnPageClass *page_class = BARN_PAGE_CLASS (klass);
  BarnItemPageClass *item_class = BARN_ITEM_PAGE_CLASS (klass);

  page_class->dup_title = barn_shifts_page_dup_title;
  page_class->get_add_label = barn_shifts_page_get_add_label;
  item_class->item_type = BARN_TYPE_SHIFT;
  item_class->get_items = barn_plan_get_shifts;
  item_class->create_row = barn_shifts_page_create_row;
  item_class->update_row = barn_shifts_page_update_row;
  item_class->free_row = shift_row_free;
  item_class->add_item = barn_shifts_page_add_item;
}

static void
barn_shifts_page_init (BarnShiftsPage *self)
{
  barn_item_page_set_empty (BARN_ITEM_PAGE (self), "barn-shifts-symbolic", _("No Shifts Yet"),
                            _("A shift is a change that the year is to bring about for children. Activities belong to it, "
                              "so that everyone sees what they lead to."),
                            _("New _Shift"));
}

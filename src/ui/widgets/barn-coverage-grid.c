/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-coverage-grid"

#include "config.h"

#include "barn-coverage-grid.h"

#include <glib/gi18n-lib.h>

#include "barn-plan-file-year.h"
#include "barn-sections.h"
#include "barn-tab-stop.h"
#include "barn-ui.h"

struct _BarnCoverageGrid
{
  AdwBin    parent_instance;

  GtkGrid  *grid;

  char     *shape; /* (nullable): the articles and roles that the grid has cells for */
};

G_DEFINE_FINAL_TYPE (BarnCoverageGrid, barn_coverage_grid, ADW_TYPE_BIN)

static char *
dup_article (guint article)
{
  return article != 0 ? g_strdup_printf (_("Article %u"), article) : g_strdup (_("No article"));
}

/* (nullable): the column of activities without a role */
static BarnItem *
get_role (const BarnCoverage *coverage,
          guint               column)
{
  return column < coverage->roles->len ? g_ptr_array_index (coverage->roles, column) : NULL;
}

static const char *
get_role_title (const BarnCoverage *coverage,
                guint               column)
{
  BarnItem *role = get_role (coverage, column);

  return role != NULL ? barn_item_get_title (role) : _("Without a role");
}

/* What decides which cells there are, and what their headings say */
static char *
dup_shape (const BarnCoverage *coverage)
{
  GString *shape = g_string_new (NULL);

  for (guint row = 0; row < coverage->articles->len; row++)
    g_string_append_printf (shape, "%u ", g_array_index (coverage->articles, guint, row));
  for (guint column = 0; column < coverage->roles->len; column++)
    {
      BarnItem *role = get_role (coverage, column);

      g_string_append_printf (shape, "%s %s\n", barn_item_get_id (role), barn_item_get_title (role));
    }

  return g_string_free (shape, FALSE);
}

static void
add_heading (BarnCoverageGrid *self,
             const char       *text,
             const char       *tooltip,
             int               column,
             int               row)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "label", text,
                                   "xalign", column == 0 ? 0.0f : 0.5f,
                                   "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "width-chars", column == 0 ? 10 : 8,
                                   "max-width-chars", 14,
                                   "justify", column == 0 ? GTK_JUSTIFY_LEFT : GTK_JUSTIFY_CENTER,
                                   "tooltip-text", tooltip,
                                   NULL);

  gtk_widget_add_css_class (label, "caption-heading");
  gtk_grid_attach (self->grid, label, column, row, 1, 1);
}

/* The activities of one article and role, as win.show-activities takes them */
static GVariant *
new_which (const BarnCoverage *coverage,
           guint               row,
           guint               column)
{
  guint article = g_array_index (coverage->articles, guint, row);
  BarnItem *role = get_role (coverage, column);
  g_autofree char *number = article != 0 ? g_strdup_printf ("%u", article) : g_strdup ("");
  GVariantDict which;

  g_variant_dict_init (&which, NULL);
  g_variant_dict_insert (&which, "article", "s", number);
  g_variant_dict_insert (&which, "role", "s", role != NULL ? barn_item_get_id (role) : "");

  return g_variant_dict_end (&which);
}

static void
add_cell (BarnCoverageGrid   *self,
          const BarnCoverage *coverage,
          guint               row,
          guint               column)
{
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *cell = g_object_new (GTK_TYPE_BUTTON,
                                  "child", label,
                                  "hexpand", TRUE,
                                  "has-frame", FALSE,
                                  "action-name", "win.show-activities",
                                  NULL);

  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (cell), new_which (coverage, row, column));
  gtk_widget_add_css_class (cell, "coverage-cell");
  gtk_widget_add_css_class (cell, "numeric");
  gtk_grid_attach (self->grid, cell, (int) column + 1, (int) row + 1, 1, 1);
}

static void
build (BarnCoverageGrid   *self,
       const BarnCoverage *coverage)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);

  for (guint column = 0; column <= coverage->roles->len; column++)
    add_heading (self, get_role_title (coverage, column), NULL, (int) column + 1, 0);

  for (guint row = 0; row < coverage->articles->len; row++)
    {
      guint article = g_array_index (coverage->articles, guint, row);
      g_autofree char *title = dup_article (article);

      add_heading (self, title, barn_article_get_label (article), 0, (int) row + 1);
      for (guint column = 0; column <= coverage->roles->len; column++)
        add_cell (self, coverage, row, column);
    }
}

/* (transfer full) (nullable): which activities the cell with the keyboard is about */
static GVariant *
dup_focused (BarnCoverageGrid *self)
{
  GtkWidget *cell = gtk_widget_get_focus_child (GTK_WIDGET (self->grid));
  GVariant *which = cell != NULL ? gtk_actionable_get_action_target_value (GTK_ACTIONABLE (cell)) : NULL;

  return which != NULL ? g_variant_ref (which) : NULL;
}

static void
focus_cell (BarnCoverageGrid *self,
            GVariant         *which)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->grid)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (!GTK_IS_BUTTON (child) ||
          !g_variant_equal (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (child)), which))
        continue;

      gtk_widget_grab_focus (child);
      return;
    }
}

/* That nothing is without an article or a role is as it should be; that a role does nothing for an article is a gap */
static void
fill_cell (BarnCoverageGrid   *self,
           const BarnCoverage *coverage,
           guint               row,
           guint               column)
{
  GtkWidget *cell = gtk_grid_get_child_at (self->grid, (int) column + 1, (int) row + 1);
  guint article = g_array_index (coverage->articles, guint, row);
  guint count = barn_coverage_get (coverage, row, column);
  gboolean gap = count == 0 && article != 0 && get_role (coverage, column) != NULL;
  g_autofree char *title = dup_article (article);
  g_autofree char *number = g_strdup_printf ("%u", count);
  g_autofree char *name = NULL;

  gtk_label_set_label (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (cell))), gap ? _("Gap") : number);
  if (gap)
    gtk_widget_add_css_class (cell, "gap");
  else
    gtk_widget_remove_css_class (cell, "gap");

  if (gap)
    /* Translators: an article and a role: “Article 12, Managers: …” */
    name = g_strdup_printf (_("%s, %s: no activities, a gap"), title, get_role_title (coverage, column));
  else
    /* Translators: an article and a role: “Article 12, Managers: 3 activities” */
    name = g_strdup_printf (ngettext ("%s, %s: %u activity", "%s, %s: %u activities", count), title,
                            get_role_title (coverage, column), count);
  barn_ui_set_name (cell, name);
}

static void
barn_coverage_grid_finalize (GObject *object)
{
  g_free (BARN_COVERAGE_GRID (object)->shape);

  G_OBJECT_CLASS (barn_coverage_grid_parent_class)->finalize (object);
}

static void
barn_coverage_grid_class_init (BarnCoverageGridClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = barn_coverage_grid_finalize;
}

static void
barn_coverage_grid_init (BarnCoverageGrid *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_row_spacing (self->grid, 3);
  gtk_grid_set_column_spacing (self->grid, 3);
  /* Ten roles with large text are wider than a small window: figures may be scrolled sideways, texts never */
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->grid));
  adw_bin_set_child (ADW_BIN (self), barn_tab_stop_new (scroller));
}

/**
 * barn_coverage_grid_show:
 * @self: a grid
 * @model: the plan file's
 * @plan: whose activities are counted
 *
 * Counts anew. The cells stay as long as the articles and roles do; the keyboard stays on its article and role.
 */
void
barn_coverage_grid_show (BarnCoverageGrid *self,
                         BarnModel        *model,
                         BarnPlan         *plan)
{
  g_autoptr (BarnCoverage) coverage = NULL;
  g_autofree char *shape = NULL;

  g_return_if_fail (BARN_IS_COVERAGE_GRID (self));
  g_return_if_fail (BARN_IS_MODEL (model));
  g_return_if_fail (BARN_IS_PLAN (plan));

  coverage = barn_coverage_new (model, plan);
  shape = dup_shape (coverage);
  if (g_strcmp0 (shape, self->shape) != 0)
    {
      g_autoptr (GVariant) focused = dup_focused (self);

      build (self, coverage);
      if (focused != NULL)
        focus_cell (self, focused);
      g_free (self->shape);
      self->shape = g_steal_pointer (&shape);
    }

  for (guint row = 0; row < coverage->articles->len; row++)
    for (guint column = 0; column <= coverage->roles->len; column++)
      fill_cell (self, coverage, row, column);
}

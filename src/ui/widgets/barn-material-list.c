/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-material-list"

#include "config.h"

#include "barn-material-list.h"

#include <glib/gi18n-lib.h>

#include "barn-ui.h"

struct _BarnMaterialList
{
  AdwBin            parent_instance;

  GtkLabel         *keys;
  GtkStack         *stack;
  GtkListBox       *list;

  gboolean          insertable;
  BarnMaterialUsed  used;
  gpointer          used_data;
};

enum
{
  INSERT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BarnMaterialList, barn_material_list, ADW_TYPE_BIN)

#define MATERIAL_KEY "barn-material"
#define USED_KEY     "barn-used"

/* Of a text in its card; the whole of it is in the tooltip and in what a screen reader says */
#define MAX_LINES 12

static BarnMaterial *
get_material (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), MATERIAL_KEY);
}

static void
insert (BarnMaterialList *self,
        GtkWidget        *row,
        gboolean          go)
{
  if (!self->insertable)
    return;

  g_signal_emit (self, signals[INSERT], 0, get_material (row), go);
  barn_material_list_refresh_used (self);
}

static void
on_row_activated (BarnMaterialList *self,
                  GtkListBoxRow    *row)
{
  insert (self, GTK_WIDGET (row), FALSE);
}

static void
on_insert_clicked (GtkWidget *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW);

  insert (BARN_MATERIAL_LIST (gtk_widget_get_ancestor (row, BARN_TYPE_MATERIAL_LIST)), row, FALSE);
}

static void
insert_and_go (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  BarnMaterialList *self = BARN_MATERIAL_LIST (widget);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row != NULL)
    insert (self, GTK_WIDGET (row), TRUE);
}

/* ---- Rows ---- */

/* A screen reader hears the name of the row, and not its parts again */
static GtkWidget *
create_words (const char *text,
              const char *style_class,
              int         lines)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                   "label", text,
                                   "xalign", 0.0f,
                                   "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "lines", lines,
                                   "ellipsize", lines > 0 ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE,
                                   "width-chars", 28,
                                   "max-width-chars", 28,
                                   NULL);

  if (style_class != NULL)
    gtk_widget_add_css_class (label, style_class);

  return label;
}

/* Where it comes from stands first: several follow-ups of one activity differ in nothing but their day */
static GtkWidget *
create_head (GtkWidget    *row,
             BarnMaterial *material)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *source = create_words (barn_material_get_source (material), "caption", 0);
  GtkWidget *used = g_object_new (GTK_TYPE_IMAGE,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                  "icon-name", "object-select-symbolic",
                                  NULL);

  gtk_widget_add_css_class (source, "dim-label");
  gtk_widget_set_hexpand (source, TRUE);
  gtk_box_append (GTK_BOX (head), source);

  gtk_widget_add_css_class (used, "success");
  gtk_widget_set_valign (used, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (used, _("In the text"));
  gtk_widget_set_opacity (used, 0);
  gtk_box_append (GTK_BOX (head), used);
  g_object_set_data (G_OBJECT (row), USED_KEY, used);

  return head;
}

/* The list is one stop of the Tab key; its rows are inserted by Enter, the button is for the hand */
static GtkWidget *
create_button (BarnMaterial *material)
{
  GtkWidget *button = gtk_button_new_with_label (_("Insert"));
  g_autofree char *name = g_strdup_printf (_("Insert “%s”"), barn_material_get_title (material));

  gtk_widget_set_focusable (button, FALSE);
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_widget_add_css_class (button, "material-insert");
  barn_ui_set_name (button, name);
  g_signal_connect (button, "clicked", G_CALLBACK (on_insert_clicked), NULL);

  return button;
}

static void
name_row (GtkWidget *row,
          gboolean   used)
{
  BarnMaterial *material = get_material (row);
  /* Translators: a row of material for a screen reader: title, where it comes from, text */
  g_autofree char *words = g_strdup_printf (_("%s (%s): %s"), barn_material_get_title (material),
                                            barn_material_get_source (material), barn_material_get_body (material));
  /* Translators: a row of material for a screen reader: all of the above */
  g_autofree char *name = used ? g_strdup_printf (_("In the text: %s"), words) : g_steal_pointer (&words);

  barn_ui_set_name (row, name);
}

static GtkWidget *
create_row (gpointer item,
            gpointer user_data)
{
  BarnMaterialList *self = user_data;
  BarnMaterial *material = item;
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  g_object_set_data_full (G_OBJECT (row), MATERIAL_KEY, g_object_ref (material), g_object_unref);
  gtk_box_append (GTK_BOX (box), create_head (row, material));
  gtk_box_append (GTK_BOX (box), create_words (barn_material_get_title (material), "caption-heading", 0));
  gtk_box_append (GTK_BOX (box), create_words (barn_material_get_body (material), NULL, MAX_LINES));
  if (self->insertable)
    gtk_box_append (GTK_BOX (box), create_button (material));
  gtk_widget_set_tooltip_text (row, barn_material_get_body (material));

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_add_css_class (row, "card");
  gtk_widget_add_css_class (row, "material-row");
  name_row (row, FALSE);

  return row;
}

static void
barn_material_list_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);

  G_OBJECT_CLASS (barn_material_list_parent_class)->dispose (object);
}

static void
barn_material_list_class_init (BarnMaterialListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = barn_material_list_dispose;

  signals[INSERT] =
    g_signal_new ("insert", BARN_TYPE_MATERIAL_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, BARN_TYPE_MATERIAL, G_TYPE_BOOLEAN);

  gtk_widget_class_install_action (widget_class, "material.insert-and-go", NULL, insert_and_go);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Barnratt/ui/barn-material-list.ui");
  gtk_widget_class_bind_template_child (widget_class, BarnMaterialList, keys);
  gtk_widget_class_bind_template_child (widget_class, BarnMaterialList, stack);
  gtk_widget_class_bind_template_child (widget_class, BarnMaterialList, list);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
barn_material_list_init (BarnMaterialList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Whether the rows show just these: then they stay, and with them the keyboard */
static gboolean
shows (BarnMaterialList *self,
       GListModel       *materials)
{
  guint n_materials = materials != NULL ? g_list_model_get_n_items (materials) : 0;

  for (guint i = 0; i < n_materials; i++)
    {
      g_autoptr (BarnMaterial) material = g_list_model_get_item (materials, i);
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) i);
      BarnMaterial *shown = row != NULL ? get_material (GTK_WIDGET (row)) : NULL;

      if (shown == NULL ||
          !g_str_equal (barn_material_get_title (shown), barn_material_get_title (material)) ||
          !g_str_equal (barn_material_get_source (shown), barn_material_get_source (material)) ||
          !g_str_equal (barn_material_get_body (shown), barn_material_get_body (material)))
        return FALSE;
    }

  return gtk_list_box_get_row_at_index (self->list, (int) n_materials) == NULL;
}

/**
 * barn_material_list_set_materials:
 * @self: a list of material
 * @materials: (nullable): a list of #BarnMaterial
 * @insertable: whether there is a text to insert it in
 *
 * Shows @materials in place of those before; the same ones keep their rows.
 */
void
barn_material_list_set_materials (BarnMaterialList *self,
                                  GListModel       *materials,
                                  gboolean          insertable)
{
  gboolean some;

  g_return_if_fail (BARN_IS_MATERIAL_LIST (self));

  if (self->insertable != insertable || !shows (self, materials))
    {
      self->insertable = insertable;
      gtk_list_box_bind_model (self->list, materials, create_row, self, NULL);
    }

  some = materials != NULL && g_list_model_get_n_items (materials) > 0;
  gtk_widget_set_visible (GTK_WIDGET (self->keys), some && insertable);
  gtk_stack_set_visible_child_name (self->stack, some ? "some" : "none");
  barn_material_list_refresh_used (self);
}

/**
 * barn_material_list_set_used_func:
 * @self: a list of material
 * @used: (nullable): tells what stands in the text already
 * @user_data: for @used
 */
void
barn_material_list_set_used_func (BarnMaterialList *self,
                                  BarnMaterialUsed  used,
                                  gpointer          user_data)
{
  g_return_if_fail (BARN_IS_MATERIAL_LIST (self));

  self->used = used;
  self->used_data = user_data;
}

/**
 * barn_material_list_refresh_used:
 * @self: a list of material
 *
 * To be called when the text became another: marks what stands in it.
 */
void
barn_material_list_refresh_used (BarnMaterialList *self)
{
  g_return_if_fail (BARN_IS_MATERIAL_LIST (self));

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      gboolean used = self->insertable && self->used != NULL &&
                      self->used (barn_material_get_body (get_material (row)), self->used_data);

      gtk_widget_set_opacity (g_object_get_data (G_OBJECT (row), USED_KEY), used ? 1 : 0);
      name_row (row, used);
    }
}

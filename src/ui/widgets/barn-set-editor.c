/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-set-editor"

#include "config.h"

#include "barn-set-editor.h"

#include <glib/gi18n-lib.h>

#include "barn-sections.h"
#include "barn-text.h"
#include "barn-ui.h"

/* From so many options on, a search stands above them */
#define MANY_OPTIONS 9

struct _BarnSetEditor
{
  AdwBin          parent_instance;

  GtkBox         *chips;
  GtkMenuButton  *add;
  GtkLabel       *add_label;
  GtkPopover     *popover;
  GtkSearchEntry *search;
  GtkListBox     *options;
  GtkWidget      *new_row;
  GtkEditable    *new_entry;

  BarnSetKind     kind;
  BarnPlanFile   *file;
  BarnPlan       *plan;
  BarnItem       *item;
  gulong          item_handler;
  gboolean        filling;
};

enum
{
  PROP_KIND = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (BarnSetEditor, barn_set_editor, ADW_TYPE_BIN)

static const char *const fields[] = { "roles", "shifts", "articles" };

static BarnSetOption *
option_new (const char *id,
            char       *label,
            char       *chip)
{
  BarnSetOption *option = g_new0 (BarnSetOption, 1);

  option->id = g_strdup (id);
  option->label = label;
  option->chip = chip;

  return option;
}

void
barn_set_option_free (BarnSetOption *self)
{
  g_free (self->id);
  g_free (self->label);
  g_free (self->chip);
  g_free (self);
}

static void
list_article (GPtrArray *options,
              guint      article)
{
  g_autofree char *id = g_strdup_printf ("%u", article);

  g_ptr_array_add (options, option_new (id,
                                        /* Translators: an article of the convention: its number and what it is about */
                                        g_strdup_printf (_("Article %u: %s"), article, barn_article_get_label (article)),
                                        g_strdup_printf (_("Article %u"), article)));
}

static void
list_articles (GPtrArray *options)
{
  for (guint i = 0; i < G_N_ELEMENTS (barn_basic_articles); i++)
    list_article (options, barn_basic_articles[i]);

  for (guint article = 1; article <= BARN_N_ARTICLES; article++)
    {
      gboolean basic = FALSE;

      for (guint i = 0; i < G_N_ELEMENTS (barn_basic_articles); i++)
        basic |= barn_basic_articles[i] == article;
      if (!basic)
        list_article (options, article);
    }
}

/**
 * barn_set_kind_list:
 * @self: which set
 * @model: the living items
 * @plan: (nullable): whose shifts
 *
 * Returns: (transfer full) (element-type BarnSetOption): what can be chosen from, in order
 */
GPtrArray *
barn_set_kind_list (BarnSetKind  self,
                    BarnModel   *model,
                    BarnPlan    *plan)
{
  GPtrArray *options = g_ptr_array_new_with_free_func ((GDestroyNotify) barn_set_option_free);
  GListModel *list = NULL;

  g_return_val_if_fail (BARN_IS_MODEL (model), options);

  switch (self)
    {
    case BARN_SET_ROLES:
      list = barn_model_get_roles (model);
      break;
    case BARN_SET_SHIFTS:
      list = plan != NULL ? barn_plan_get_shifts (plan) : NULL;
      break;
    case BARN_SET_ARTICLES:
      list_articles (options);
      break;
    default:
      g_return_val_if_reached (options);
    }

  for (guint i = 0; list != NULL && i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (BarnItem) item = g_list_model_get_item (list, i);
      const char *title = barn_item_get_title (item);

      if (self == BARN_SET_ROLES)
        g_ptr_array_add (options, option_new (barn_item_get_id (item), g_strdup (title), g_strdup (title)));
      else
        g_ptr_array_add (options, option_new (barn_item_get_id (item),
                                              g_strdup_printf (_("%u. %s"), i + 1, title),
                                              g_strdup_printf (_("%u. %s"), i + 1, title)));
    }

  return options;
}


static gboolean
is_member (BarnSetEditor *self,
           const char    *id)
{
  return barn_item_set_contains (self->item, barn_item_find_field (self->item, fields[self->kind]), id);
}

static void
set_member (BarnSetEditor *self,
            const char    *id,
            gboolean       present)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (items, self->item);
  if (!barn_plan_file_set_member (self->file, items, fields[self->kind], id, present, &error))
    barn_ui_report_error (GTK_WIDGET (self), error);
}

static void
on_remove_clicked (GtkWidget     *button,
                   BarnSetEditor *self)
{
  g_autofree char *id = g_strdup (g_object_get_data (G_OBJECT (button), "member"));

  /* The button goes with its chip; the focus would fall to nowhere */
  gtk_widget_grab_focus (GTK_WIDGET (self->add));
  set_member (self, id, FALSE);
}

static GtkWidget *
create_chip (BarnSetEditor       *self,
             const BarnSetOption *option)
{
  GtkWidget *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *label = gtk_label_new (option->chip);
  GtkWidget *remove = gtk_button_new_from_icon_name ("window-close-symbolic");
  g_autofree char *name = g_strdup_printf (_("Remove %s"), option->chip);

  gtk_widget_add_css_class (chip, "chip");
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_tooltip_text (label, option->label);
  gtk_box_append (GTK_BOX (chip), label);

  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_add_css_class (remove, "circular");
  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (remove, name);
  gtk_widget_set_sensitive (remove, !barn_plan_file_get_read_only (self->file));
  barn_ui_set_name (remove, name);
  g_object_set_data_full (G_OBJECT (remove), "member", g_strdup (option->id), g_free);
  g_signal_connect (remove, "clicked", G_CALLBACK (on_remove_clicked), self);
  gtk_box_append (GTK_BOX (chip), remove);

  return chip;
}

static void
fill_chips (BarnSetEditor *self)
{
  g_autoptr (GPtrArray) options = NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->chips))) != GTK_WIDGET (self->add))
    gtk_box_remove (self->chips, child);
  if (self->item == NULL)
    return;

  options = barn_set_kind_list (self->kind, barn_plan_file_get_model (self->file), self->plan);
  for (guint i = 0; i < options->len; i++)
    {
      BarnSetOption *option = g_ptr_array_index (options, i);

      if (is_member (self, option->id))
        gtk_box_insert_child_after (self->chips, create_chip (self, option),
                                    gtk_widget_get_prev_sibling (GTK_WIDGET (self->add)));
    }
}

static void
on_option_toggled (GtkCheckButton *check,
                   BarnSetEditor  *self)
{
  const char *id = g_object_get_data (G_OBJECT (check), "member");

  if (!self->filling && self->item != NULL)
    set_member (self, id, gtk_check_button_get_active (check));
}

static void
fill_options (BarnSetEditor *self)
{
  g_autoptr (GPtrArray) options = NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->options))) != NULL)
    gtk_list_box_remove (self->options, child);
  if (self->item == NULL)
    return;

  self->filling = TRUE;
  options = barn_set_kind_list (self->kind, barn_plan_file_get_model (self->file), self->plan);
  for (guint i = 0; i < options->len; i++)
    {
      BarnSetOption *option = g_ptr_array_index (options, i);
      GtkWidget *row = gtk_list_box_row_new ();
      GtkWidget *check = gtk_check_button_new ();
      GtkWidget *label = gtk_label_new (option->label);

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
      gtk_check_button_set_child (GTK_CHECK_BUTTON (check), label);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), is_member (self, option->id));
      barn_ui_set_name (check, option->label);
      g_object_set_data_full (G_OBJECT (check), "member", g_strdup (option->id), g_free);
      g_object_set_data_full (G_OBJECT (row), "search", barn_fold (option->label), g_free);
      g_signal_connect (check, "toggled", G_CALLBACK (on_option_toggled), self);
      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), check);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
      gtk_widget_set_focusable (row, FALSE);
      gtk_list_box_append (self->options, row);
    }
  self->filling = FALSE;

  gtk_widget_set_visible (GTK_WIDGET (self->search), options->len >= MANY_OPTIONS);
}

static gboolean
filter_option (GtkListBoxRow *row,
               gpointer       user_data)
{
  BarnSetEditor *self = user_data;
  const char *text = g_object_get_data (G_OBJECT (row), "search");
  g_autofree char *wanted = barn_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));

  return strstr (text, wanted) != NULL;
}

static void
on_search_changed (BarnSetEditor *self)
{
  gtk_list_box_invalidate_filter (self->options);
}

static void
on_search_stopped (BarnSetEditor *self)
{
  gtk_popover_popdown (self->popover);
}

/* Enter in the search takes the first that fits */
static void
on_search_activated (BarnSetEditor *self)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->options)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *check = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row));

      if (!gtk_widget_get_child_visible (row))
        continue;
      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), !gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
      return;
    }
}

static void
on_popover_shown (BarnSetEditor *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_editable_set_text (self->new_entry, "");
  fill_options (self);
  gtk_widget_child_focus (GTK_WIDGET (self->popover), GTK_DIR_TAB_FORWARD);
}

static void
on_new_activated (BarnSetEditor *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->new_entry)));
  g_autoptr (GError) error = NULL;
  BarnRole *role;

  if (*name == '\0' || self->item == NULL)
    return;

  role = barn_plan_file_add_role (self->file, name, &error);
  if (role == NULL)
    {
      barn_ui_report_error (GTK_WIDGET (self), error);
      return;
    }
  set_member (self, barn_item_get_id (BARN_ITEM (role)), TRUE);
  gtk_popover_popdown (self->popover);
}

static void
name_parts (BarnSetEditor *self)
{
  static const char *const add_words[] = { N_("Add Role"), N_("Add Shift"), N_("Add Article") };
  const char *words = _(add_words[self->kind]);

  gtk_label_set_label (self->add_label, words);
  barn_ui_set_name (GTK_WIDGET (self->add), words);
  barn_ui_set_name (gtk_widget_get_first_child (GTK_WIDGET (self->add)), words);
  barn_ui_set_name (GTK_WIDGET (self->options), words);
  gtk_widget_set_visible (self->new_row, self->kind == BARN_SET_ROLES);
}

static void
drop_item (BarnSetEditor *self)
{
  if (self->item != NULL)
    g_clear_signal_handler (&self->item_handler, self->item);
  g_clear_object (&self->item);
  g_clear_object (&self->plan);
  g_clear_object (&self->file);
}

static void
barn_set_editor_dispose (GObject *object)
{
  drop_item (BARN_SET_EDITOR (object));

  G_OBJECT_CLASS (barn_set_editor_parent_class)->dispose (object);
}

static void
barn_set_editor_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_KIND:
      g_value_set_uint (value, BARN_SET_EDITOR (object)->kind);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
barn_set_editor_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  BarnSetEditor *self = BARN_SET_EDITOR (object);

  switch (prop_id)
    {
    case PROP_KIND:
      self->kind = (BarnSetKind) g_value_get_uint (value);
      name_parts (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
barn_set_editor_class_init (BarnSetEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = barn_set_editor_dispose;
  object_class->get_property = barn_set_editor_get_property;
  object_class->set_property = barn_set_editor_set_property;

  /* A BarnSetKind; as a number, because templates know no enumeration without a type */
  properties[PROP_KIND] =
    g_param_spec_uint ("kind", NULL, NULL, 0, BARN_SET_ARTICLES, BARN_SET_ROLES, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Barnratt/ui/barn-set-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, BarnSetEditor, chips);
  gtk_widget_class_bind_template_child (widget_class, BarnSetEditor, add);
  gtk_widget_class_bind_template_child (widget_class, BarnSetEditor, add_label);
  gtk_widget_class_bind_template_child (widget_class, BarnSetEditor, popover);
  gtk_widget_class_bind_template_child (widget_class, BarnSetEditor, search);
  gtk_widget_class_bind_template_child (widget_class, BarnSetEditor, options);
  gtk_widget_class_bind_template_child (widget_class, BarnSetEditor, new_row);
  gtk_widget_class_bind_template_child (widget_class, BarnSetEditor, new_entry);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_stopped);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_popover_shown);
  gtk_widget_class_bind_template_callback (widget_class, on_new_activated);
}

static void
barn_set_editor_init (BarnSetEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_filter_func (self->options, filter_option, self, NULL);
  name_parts (self);
}

/**
 * barn_set_editor_set_item:
 * @self: the editor
 * @file: (nullable): the plan file
 * @plan: (nullable): the plan whose shifts can be chosen
 * @item: (nullable): whose set is edited
 */
void
barn_set_editor_set_item (BarnSetEditor *self,
                          BarnPlanFile  *file,
                          BarnPlan      *plan,
                          BarnItem      *item)
{
  g_return_if_fail (BARN_IS_SET_EDITOR (self));
  g_return_if_fail (item == NULL || BARN_IS_PLAN_FILE (file));

  drop_item (self);
  if (item != NULL)
    {
      g_autofree char *signal = g_strdup_printf ("notify::%s", fields[self->kind]);

      self->file = g_object_ref (file);
      self->item = g_object_ref (item);
      g_set_object (&self->plan, plan);
      self->item_handler = g_signal_connect_swapped (item, signal, G_CALLBACK (fill_chips), self);
    }
  gtk_widget_set_sensitive (GTK_WIDGET (self->add), item != NULL && !barn_plan_file_get_read_only (file));
  fill_chips (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-draft-row"

#include "config.h"

#include "barn-draft-row.h"

#include <glib/gi18n-lib.h>

#include "barn-ui.h"

struct _BarnDraftRow
{
  GtkWidget      parent_instance;

  GtkWidget     *left;
  GtkLabel      *label;
  GtkLabel      *text;
  GtkMenuButton *taken;
  GtkLabel      *taken_label;
  GtkImage      *fate_icon;
  GtkLabel      *fate;
  GtkLabel      *reason;

  BarnDraftLine *line;
  gulong         handler;
};

enum
{
  TAKEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BarnDraftRow, barn_draft_row, GTK_TYPE_WIDGET)

/* In the order of how often a person needs them */
static const BarnTaken keyed[BARN_N_TAKEN_KEYS] = {
  BARN_TAKEN_SHIFT,
  BARN_TAKEN_PURPOSE,
  BARN_TAKEN_ROLE,
  BARN_TAKEN_ACTIVITY,
  BARN_TAKEN_DESCRIPTION,
  BARN_TAKEN_LONG_TERM,
  BARN_TAKEN_CONTINUATION,
  BARN_TAKEN_HEADING,
  BARN_TAKEN_NOTHING,
};

static const char *const fate_icons[] = {
  [BARN_FATE_KEPT] = "object-select-symbolic",
  [BARN_FATE_JOINED] = "go-up-symbolic",
  [BARN_FATE_DROPPED] = "window-close-symbolic",
};

static const char *const fate_classes[] = {
  [BARN_FATE_KEPT] = "fate-kept",
  [BARN_FATE_JOINED] = "fate-joined",
  [BARN_FATE_DROPPED] = "fate-dropped",
};

/* ---- The menu ---- */

static void
append_taken (GMenu     *section,
              BarnTaken  taken)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (barn_taken_get_label (taken), NULL);

  g_menu_item_set_action_and_target (item, "draft-row.take", "i", (int) taken);
  for (guint i = 0; i < BARN_N_TAKEN_KEYS; i++)
    {
      if (keyed[i] == taken)
        {
          char accel[] = { (char) ('1' + i), '\0' };

          g_menu_item_set_attribute (item, "accel", "s", accel);
        }
    }

  g_menu_append_item (section, item);
}

static gboolean
is_plan_text (BarnTaken taken)
{
  switch (taken)
    {
    case BARN_TAKEN_TITLE:
    case BARN_TAKEN_BACKGROUND:
    case BARN_TAKEN_DIRECTION:
    case BARN_TAKEN_DIRECTION_ARTICLE:
    case BARN_TAKEN_STRATEGY:
    case BARN_TAKEN_STRATEGY_PART:
    case BARN_TAKEN_APPROVAL:
      return TRUE;
    case BARN_TAKEN_SHIFT:
    case BARN_TAKEN_PURPOSE:
    case BARN_TAKEN_ROLE:
    case BARN_TAKEN_ACTIVITY:
    case BARN_TAKEN_DESCRIPTION:
    case BARN_TAKEN_LONG_TERM:
    case BARN_TAKEN_CONTINUATION:
    case BARN_TAKEN_HEADING:
    case BARN_TAKEN_FURNITURE:
    case BARN_TAKEN_NOTHING:
    default:
      return FALSE;
    }
}

/* The texts of the plan stand in a menu of their own, so that all fits on a small screen with large letters */
static GMenu *
create_section (BarnFate fate,
                gboolean plan_texts)
{
  GMenu *section = g_menu_new ();

  for (guint i = 0; i < BARN_N_TAKEN; i++)
    {
      BarnTaken taken = (BarnTaken) i;

      if (barn_taken_get_fate (taken) == fate && is_plan_text (taken) == plan_texts)
        append_taken (section, taken);
    }

  return section;
}

/* The same for all rows */
static GMenuModel *
get_menu (void)
{
  static GMenu *menu = NULL;

  if (menu == NULL)
    {
      g_autoptr (GMenu) texts = create_section (BARN_FATE_KEPT, TRUE);

      menu = g_menu_new ();
      for (BarnFate fate = BARN_FATE_KEPT; fate <= BARN_FATE_DROPPED; fate++)
        {
          g_autoptr (GMenu) section = create_section (fate, FALSE);

          if (fate == BARN_FATE_KEPT)
            g_menu_append_submenu (section, _("Text of the Plan"), G_MENU_MODEL (texts));
          g_menu_append_section (menu, barn_fate_get_label (fate), G_MENU_MODEL (section));
        }
    }

  return G_MENU_MODEL (menu);
}

/* A list makes some two hundred rows at once: a popover is made for the one that is asked */
static void
create_popover (GtkMenuButton *button,
                gpointer       user_data)
{
  if (gtk_menu_button_get_popover (button) == NULL)
    gtk_menu_button_set_popover (button, gtk_popover_menu_new_from_model (get_menu ()));
}

static void
take (GtkWidget  *widget,
      const char *action_name,
      GVariant   *parameter)
{
  g_signal_emit (widget, signals[TAKEN], 0, g_variant_get_int32 (parameter));
}

/* ---- The line ---- */

static void
show_text (BarnDraftRow *self)
{
  const char *label = barn_draft_line_get_label (self->line);
  guint level = barn_draft_line_get_heading_level (self->line);
  gboolean labelled = label != NULL && *label != '\0';

  gtk_label_set_label (self->text, barn_draft_line_get_text (self->line));
  gtk_label_set_label (self->label, labelled ? label : "");
  gtk_widget_set_visible (GTK_WIDGET (self->label), labelled);
  gtk_widget_set_margin_start (self->left, labelled ? 18 : 0);

  gtk_widget_remove_css_class (GTK_WIDGET (self->text), "title-4");
  gtk_widget_remove_css_class (GTK_WIDGET (self->text), "heading");
  if (level == 1)
    gtk_widget_add_css_class (GTK_WIDGET (self->text), "title-4");
  else if (level > 1)
    gtk_widget_add_css_class (GTK_WIDGET (self->text), "heading");
}

static void
show_taken (BarnDraftRow *self)
{
  BarnTaken taken = barn_draft_line_get_taken (self->line);
  BarnFate fate = barn_taken_get_fate (taken);
  g_autofree char *name = NULL;

  gtk_label_set_label (self->taken_label, barn_taken_get_label (taken));
  gtk_label_set_label (self->fate, barn_fate_get_label (fate));
  gtk_image_set_from_icon_name (self->fate_icon, fate_icons[fate]);
  gtk_label_set_label (self->reason, barn_draft_line_get_reason (self->line));
  gtk_widget_set_css_classes (GTK_WIDGET (self), (const char *[]) { "draft-row", fate_classes[fate], NULL });
  if (barn_draft_line_get_corrected (self->line))
    gtk_widget_add_css_class (GTK_WIDGET (self->taken_label), "corrected");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->taken_label), "corrected");

  /* Translators: the name of a menu: what a line of the document was taken for */
  name = g_strdup_printf (_("Taken for: %s"), barn_taken_get_label (taken));
  barn_ui_set_name (GTK_WIDGET (self->taken), name);
}

static void
barn_draft_row_dispose (GObject *object)
{
  BarnDraftRow *self = BARN_DRAFT_ROW (object);
  GtkWidget *child;

  g_clear_signal_handler (&self->handler, self->line);
  g_clear_object (&self->line);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (barn_draft_row_parent_class)->dispose (object);
}

static void
barn_draft_row_class_init (BarnDraftRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = barn_draft_row_dispose;

  signals[TAKEN] =
    g_signal_new ("taken", BARN_TYPE_DRAFT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_install_action (widget_class, "draft-row.take", "i", take);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Barnratt/ui/barn-draft-row.ui");
  gtk_widget_class_bind_template_child (widget_class, BarnDraftRow, left);
  gtk_widget_class_bind_template_child (widget_class, BarnDraftRow, label);
  gtk_widget_class_bind_template_child (widget_class, BarnDraftRow, text);
  gtk_widget_class_bind_template_child (widget_class, BarnDraftRow, taken);
  gtk_widget_class_bind_template_child (widget_class, BarnDraftRow, taken_label);
  gtk_widget_class_bind_template_child (widget_class, BarnDraftRow, fate_icon);
  gtk_widget_class_bind_template_child (widget_class, BarnDraftRow, fate);
  gtk_widget_class_bind_template_child (widget_class, BarnDraftRow, reason);
}

static void
barn_draft_row_init (BarnDraftRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* The keyboard stays on the row: the list is one stop, and Enter opens the menu */
  gtk_widget_set_focusable (gtk_widget_get_first_child (GTK_WIDGET (self->taken)), FALSE);
  gtk_menu_button_set_create_popup_func (self->taken, create_popover, NULL, NULL);
}

/**
 * barn_draft_row_new:
 *
 * Returns: (transfer full): a row without a line, floating
 */
GtkWidget *
barn_draft_row_new (void)
{
  return g_object_new (BARN_TYPE_DRAFT_ROW, NULL);
}

/**
 * barn_draft_row_get_line:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the line on show
 */
BarnDraftLine *
barn_draft_row_get_line (BarnDraftRow *self)
{
  g_return_val_if_fail (BARN_IS_DRAFT_ROW (self), NULL);

  return self->line;
}

/**
 * barn_draft_row_set_line:
 * @self: a row
 * @line: (nullable): the line to show
 *
 * Shows another line, and follows what it is taken for.
 */
void
barn_draft_row_set_line (BarnDraftRow  *self,
                         BarnDraftLine *line)
{
  g_return_if_fail (BARN_IS_DRAFT_ROW (self));

  if (self->line == line)
    return;

  g_clear_signal_handler (&self->handler, self->line);
  g_set_object (&self->line, line);
  if (line == NULL)
    return;

  self->handler = g_signal_connect_swapped (line, "notify", G_CALLBACK (show_taken), self);
  show_text (self);
  show_taken (self);
}

/**
 * barn_draft_row_popup:
 * @self: a row
 *
 * Opens the menu of what the line can be taken for.
 */
void
barn_draft_row_popup (BarnDraftRow *self)
{
  g_return_if_fail (BARN_IS_DRAFT_ROW (self));

  gtk_menu_button_popup (self->taken);
}

/**
 * barn_draft_row_dup_name:
 * @line: a line
 *
 * Returns: (transfer full): the line, what it was taken for, what becomes of it and why, for a screen reader
 */
char *
barn_draft_row_dup_name (BarnDraftLine *line)
{
  BarnTaken taken;

  g_return_val_if_fail (BARN_IS_DRAFT_LINE (line), NULL);

  taken = barn_draft_line_get_taken (line);
  /* Translators: a line of a document for a screen reader: its text, what it was taken for, what becomes of it, why */
  return g_strdup_printf (_("%s: %s, %s. %s"), barn_draft_line_get_text (line), barn_taken_get_label (taken),
                          barn_fate_get_label (barn_taken_get_fate (taken)), barn_draft_line_get_reason (line));
}

/**
 * barn_draft_row_get_keyed:
 * @key: 1 to %BARN_N_TAKEN_KEYS
 *
 * Returns: what the key with that figure chooses
 */
BarnTaken
barn_draft_row_get_keyed (guint key)
{
  g_return_val_if_fail (key >= 1 && key <= BARN_N_TAKEN_KEYS, BARN_TAKEN_NOTHING);

  return keyed[key - 1];
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-area-row"

#include "config.h"

#include "barn-area-row.h"

#include <glib/gi18n-lib.h>

#include "barn-field-binding.h"
#include "barn-fresh-text.h"
#include "barn-status-icon.h"
#include "barn-text.h"
#include "barn-ui.h"

struct _BarnAreaRow
{
  AdwBin            parent_instance;

  GtkTextView      *title;
  GtkWidget        *menu_button;
  GtkBox           *measures;
  GtkWidget        *status_box;
  GtkDropDown      *status;
  GtkLabel         *expected;
  GtkLabel         *long_label;
  GtkTextView      *long_text;
  GtkWidget        *add_measure;

  BarnPlanFile     *file;
  BarnArea         *area;          /* NULL: a new one, not stored yet */
  guint             year;
  BarnAreaSide      side;
  BarnArea         *before;
  BarnArea         *after;
  BarnArea         *after_next;
  BarnFieldBinding *title_binding;
  BarnFieldBinding *long_binding;
  BarnFreshText    *fresh_title;
  GtkWidget        *fresh_measure; /* the row of a measure that is being named */
  gboolean          showing; /* the status is being set from the plan file, not by a person */
};

enum
{
  ABANDONED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BarnAreaRow, barn_area_row, ADW_TYPE_BIN)

#define MEASURE_KEY "barn-measure"
#define TEXT_KEY    "barn-text"
#define BINDING_KEY "barn-binding"
#define FRESH_KEY   "barn-fresh"

static void sync_measures (BarnAreaRow *self);

/* ---- Text of one paragraph ---- */

/* Enter goes on, as in a field of one line; the text wraps, since titles of areas are whole sentences */
static void
make_single (GtkTextView *text,
             GCallback    on_key)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", on_key, text);
  gtk_widget_add_controller (GTK_WIDGET (text), keys);
}

/* What was typed is stored before the keyboard goes on: what comes next may depend on it */
static gboolean
is_enter (BarnAreaRow *self,
          guint        keyval)
{
  if (keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter && keyval != GDK_KEY_ISO_Enter)
    return FALSE;

  barn_field_binding_save_all (self->file);
  return TRUE;
}

/* ---- Measures ---- */

static BarnMeasure *
get_measure (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), MEASURE_KEY);
}

static BarnAreaRow *
get_self (GtkWidget *widget)
{
  return BARN_AREA_ROW (gtk_widget_get_ancestor (widget, BARN_TYPE_AREA_ROW));
}

static void
focus_text (GtkWidget *row)
{
  gtk_widget_grab_focus (g_object_get_data (G_OBJECT (row), TEXT_KEY));
}

static void
delete_item (BarnAreaRow *self,
             BarnItem    *item)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (items, g_object_ref (item));
  if (!barn_plan_file_delete (self->file, items, &error))
    barn_ui_report_error (GTK_WIDGET (self), error);
}

static void
drop_measure_row (BarnAreaRow *self,
                  GtkWidget   *row)
{
  /* The keyboard would be nowhere once the row is gone */
  if (gtk_widget_get_focus_child (GTK_WIDGET (self->measures)) == row)
    gtk_widget_grab_focus (self->add_measure);

  if (self->fresh_measure == row)
    self->fresh_measure = NULL;
  g_object_set_data (G_OBJECT (row), FRESH_KEY, NULL);
  g_object_set_data (G_OBJECT (row), BINDING_KEY, NULL);
  gtk_box_remove (self->measures, row);
}

static void
on_delete_measure (GtkWidget *button)
{
  BarnAreaRow *self = get_self (button);
  GtkWidget *row = gtk_widget_get_parent (button);

  gtk_widget_grab_focus (self->add_measure);
  if (get_measure (row) != NULL)
    delete_item (self, BARN_ITEM (get_measure (row)));
  else
    drop_measure_row (self, row);
}

static void
bind_measure (BarnAreaRow *self,
              GtkWidget   *row)
{
  BarnFieldBinding *binding;

  g_object_set_data (G_OBJECT (row), FRESH_KEY, NULL);
  if (self->fresh_measure == row)
    self->fresh_measure = NULL;

  binding = barn_field_binding_new_buffer (g_object_get_data (G_OBJECT (row), TEXT_KEY));
  g_object_set_data_full (G_OBJECT (row), BINDING_KEY, binding, g_object_unref);
  barn_field_binding_set_item (binding, self->file, BARN_ITEM (get_measure (row)), "title");
}

static gboolean on_measure_key (GtkEventControllerKey *controller,
                                guint                  keyval,
                                guint                  keycode,
                                GdkModifierType        state,
                                GtkWidget             *text);

/* @measure: (nullable): none: one that is to be named */
static GtkWidget *
create_measure_row (BarnAreaRow *self,
                    BarnMeasure *measure)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *place = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *text = g_object_new (GTK_TYPE_TEXT_VIEW,
                                  "wrap-mode", GTK_WRAP_WORD_CHAR,
                                  "accepts-tab", FALSE,
                                  "hexpand", TRUE,
                                  NULL);
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  gboolean editable = !barn_plan_file_get_read_only (self->file);

  gtk_widget_add_css_class (text, "inline-text");
  barn_ui_set_name (text, _("Measure"));
  make_single (GTK_TEXT_VIEW (text), G_CALLBACK (on_measure_key));
  gtk_box_append (GTK_BOX (place), text);

  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Delete measure"));
  gtk_widget_set_visible (button, editable);
  barn_ui_set_name (button, _("Delete measure"));
  g_signal_connect (button, "clicked", G_CALLBACK (on_delete_measure), NULL);

  gtk_box_append (GTK_BOX (row), place);
  gtk_box_append (GTK_BOX (row), button);

  g_object_set_data (G_OBJECT (row), TEXT_KEY, text);
  if (measure != NULL)
    {
      g_object_set_data_full (G_OBJECT (row), MEASURE_KEY, g_object_ref (measure), g_object_unref);
      bind_measure (self, row);
    }

  return row;
}

static BarnItem *
store_measure (const char  *title,
               gpointer     user_data,
               GError     **error)
{
  BarnAreaRow *self = user_data;

  return (BarnItem *) barn_plan_file_add_measure (self->file, self->area, title, error);
}

static void
on_measure_abandoned (BarnAreaRow *self)
{
  if (self->fresh_measure == NULL)
    return;

  drop_measure_row (self, self->fresh_measure);
  sync_measures (self);
}

static void
on_measure_settled (BarnAreaRow *self)
{
  if (self->fresh_measure != NULL)
    bind_measure (self, self->fresh_measure);
}

/* An empty row, stored when something is typed in it */
static void
begin_measure (BarnAreaRow *self)
{
  BarnFreshText *fresh;

  if (self->area == NULL || barn_plan_file_get_read_only (self->file))
    return;

  if (self->fresh_measure != NULL && get_measure (self->fresh_measure) != NULL)
    on_measure_settled (self);
  if (self->fresh_measure == NULL)
    {
      self->fresh_measure = create_measure_row (self, NULL);
      fresh = barn_fresh_text_new (g_object_get_data (G_OBJECT (self->fresh_measure), TEXT_KEY), self->file, store_measure, self);
      g_signal_connect_object (fresh, "abandoned", G_CALLBACK (on_measure_abandoned), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (fresh, "settled", G_CALLBACK (on_measure_settled), self, G_CONNECT_SWAPPED);
      g_object_set_data_full (G_OBJECT (self->fresh_measure), FRESH_KEY, fresh, g_object_unref);
      gtk_box_append (self->measures, self->fresh_measure);
      gtk_widget_set_visible (GTK_WIDGET (self->measures), TRUE);
    }

  focus_text (self->fresh_measure);
}

/* Enter goes to the next measure; after the last one begins another; in an empty one it goes on to the text */
static gboolean
on_measure_key (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                GtkWidget             *text)
{
  BarnAreaRow *self = get_self (text);
  GtkWidget *row = gtk_widget_get_parent (gtk_widget_get_parent (text));

  if (!is_enter (self, keyval))
    return FALSE;

  if (get_measure (row) == NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->long_text));
  else if (gtk_widget_get_next_sibling (row) != NULL)
    focus_text (gtk_widget_get_next_sibling (row));
  else
    begin_measure (self);

  return TRUE;
}

static GtkWidget *
find_measure_row (BarnAreaRow *self,
                  BarnMeasure *measure)
{
  BarnFreshText *fresh;

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->measures)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      if (get_measure (row) == measure)
        return row;
    }

  fresh = self->fresh_measure != NULL ? g_object_get_data (G_OBJECT (self->fresh_measure), FRESH_KEY) : NULL;
  if (fresh == NULL || !barn_fresh_text_get_storing (fresh))
    return NULL;

  /* The one that is being named in that row */
  g_object_set_data_full (G_OBJECT (self->fresh_measure), MEASURE_KEY, g_object_ref (measure), g_object_unref);
  return self->fresh_measure;
}

/* One row a measure, in order; those that stay keep theirs, and with it the cursor. One that is being named is the last. */
static void
sync_measures (BarnAreaRow *self)
{
  GListModel *measures = barn_area_get_measures (self->area);
  guint n_measures = g_list_model_get_n_items (measures);
  GtkWidget *previous = NULL;
  GtkWidget *next;

  for (guint i = 0; i < n_measures; i++)
    {
      g_autoptr (BarnMeasure) measure = g_list_model_get_item (measures, i);
      GtkWidget *row = find_measure_row (self, measure);

      if (row == NULL)
        {
          row = create_measure_row (self, measure);
          gtk_box_append (self->measures, row);
        }
      if (gtk_widget_get_prev_sibling (row) != previous)
        gtk_box_reorder_child_after (self->measures, row, previous);
      previous = row;
    }

  for (GtkWidget *row = previous != NULL ? gtk_widget_get_next_sibling (previous)
                                         : gtk_widget_get_first_child (GTK_WIDGET (self->measures));
       row != NULL; row = next)
    {
      next = gtk_widget_get_next_sibling (row);
      if (row != self->fresh_measure || get_measure (row) != NULL)
        drop_measure_row (self, row);
    }

  gtk_widget_set_visible (GTK_WIDGET (self->measures), n_measures > 0 || self->fresh_measure != NULL);
}

static void
add_measure (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  begin_measure (BARN_AREA_ROW (widget));
}

/* From the title to the first measure, or to one that is to be named */
static gboolean
on_title_key (GtkEventControllerKey *controller,
              guint                  keyval,
              guint                  keycode,
              GdkModifierType        state,
              GtkWidget             *text)
{
  BarnAreaRow *self = get_self (text);
  GtkWidget *first;

  if (!is_enter (self, keyval))
    return FALSE;

  first = gtk_widget_get_first_child (GTK_WIDGET (self->measures));
  if (first != NULL)
    focus_text (first);
  else
    begin_measure (self);

  return TRUE;
}

/* ---- Moving and deleting ---- */

static void
move_before (BarnAreaRow *self,
             BarnArea    *before)
{
  g_autoptr (GError) error = NULL;

  if (!barn_plan_file_move (self->file, BARN_ITEM (self->area), (BarnItem *) before, &error))
    barn_ui_report_error (GTK_WIDGET (self), error);
}

static void
move_up (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  BarnAreaRow *self = BARN_AREA_ROW (widget);

  if (self->before != NULL)
    move_before (self, self->before);
}

static void
move_down (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  BarnAreaRow *self = BARN_AREA_ROW (widget);

  if (self->after != NULL)
    move_before (self, self->after_next);
}

static void
delete_area (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  BarnAreaRow *self = BARN_AREA_ROW (widget);

  delete_item (self, BARN_ITEM (self->area));
}

/* ---- Status ---- */

static void
on_setup_status (GtkListItemFactory *factory,
                 GtkListItem        *item)
{
  gtk_list_item_set_child (item, barn_status_icon_new ());
}

static void
on_bind_status (GtkListItemFactory *factory,
                GtkListItem        *item)
{
  GtkStringObject *nick = gtk_list_item_get_item (item);
  BarnStatus status;

  if (!barn_status_from_nick (gtk_string_object_get_string (nick), &status))
    return;

  barn_status_icon_set_status (BARN_STATUS_ICON (gtk_list_item_get_child (item)), status);
  barn_ui_set_row_name (item, barn_status_get_label (status));
}

static void
name_status (BarnAreaRow *self)
{
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self->status));
  g_autofree char *name = NULL;

  /* Translators: the name of a control: what it sets, and to what it is set */
  name = g_strdup_printf (_("Status: %s"), barn_status_get_label (barn_area_get_status (self->area)));
  barn_ui_set_name (button, name);
  barn_ui_set_name (GTK_WIDGET (self->status), _("Status"));
}

static void
set_up_status (BarnAreaRow *self)
{
  g_autoptr (GtkStringList) nicks = gtk_string_list_new (NULL);
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  for (guint i = 0; i < BARN_N_STATUSES; i++)
    gtk_string_list_append (nicks, barn_status_to_nick ((BarnStatus) i));
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup_status), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind_status), NULL);

  self->showing = TRUE;
  gtk_drop_down_set_factory (self->status, factory);
  gtk_drop_down_set_model (self->status, G_LIST_MODEL (nicks));
  self->showing = FALSE;
}

static void
on_status_selected (BarnAreaRow *self)
{
  g_auto (GValue) before = G_VALUE_INIT;
  g_auto (GValue) value = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  if (self->showing || self->area == NULL || gtk_drop_down_get_selected (self->status) >= BARN_N_STATUSES)
    return;

  g_value_init (&before, BARN_TYPE_STATUS);
  g_value_set_enum (&before, (int) barn_area_get_status (self->area));
  g_value_init (&value, BARN_TYPE_STATUS);
  g_value_set_enum (&value, (int) gtk_drop_down_get_selected (self->status));

  if (!barn_plan_file_set (self->file, BARN_ITEM (self->area), "status", &before, &value, NULL, &error))
    barn_ui_report_error (GTK_WIDGET (self), error);
}

/* ---- The area ---- */

static void
on_area_changed (BarnAreaRow *self)
{
  const char *expected = barn_area_get_expected_result (self->area);

  self->showing = TRUE;
  gtk_drop_down_set_selected (self->status, barn_area_get_status (self->area));
  self->showing = FALSE;
  name_status (self);

  if (self->side == BARN_AREA_SIDE_BACK)
    {
      g_autofree char *text = g_strdup_printf (_("Expected result: %s"), expected);

      gtk_label_set_label (self->expected, text);
      gtk_widget_set_visible (GTK_WIDGET (self->expected), !barn_text_is_blank (expected));
    }
}

static void
on_measures_changed (BarnAreaRow *self)
{
  sync_measures (self);
}

static void
show_side (BarnAreaRow *self)
{
  gboolean back = self->side == BARN_AREA_SIDE_BACK;
  gboolean editable = self->area != NULL && !barn_plan_file_get_read_only (self->file);

  gtk_widget_set_visible (self->status_box, back);
  gtk_widget_set_sensitive (GTK_WIDGET (self->status), editable);
  gtk_widget_set_visible (self->menu_button, editable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "area.add-measure", editable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "area.delete", editable);
  gtk_widget_set_visible (self->add_measure, editable);

  if (back)
    gtk_label_set_label (self->long_label, _("Comment: what happened, and what it changed for children"));
  else
    gtk_label_set_label (self->long_label, _("Expected result for children"));
}

static void
show_area (BarnAreaRow *self,
           BarnArea    *area)
{
  self->area = g_object_ref (area);
  show_side (self);

  barn_field_binding_set_item (self->long_binding, self->file, BARN_ITEM (area),
                               self->side == BARN_AREA_SIDE_BACK ? "comment" : "expected-result");
  g_signal_connect_object (area, "notify", G_CALLBACK (on_area_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (barn_area_get_measures (area), "items-changed",
                           G_CALLBACK (on_measures_changed), self, G_CONNECT_SWAPPED);
  on_area_changed (self);
  sync_measures (self);
}

static void
bind_title (BarnAreaRow *self)
{
  g_clear_object (&self->fresh_title);
  self->title_binding = barn_field_binding_new_buffer (self->title);
  barn_field_binding_set_item (self->title_binding, self->file, BARN_ITEM (self->area), "title");
}

static BarnItem *
store_area (const char  *title,
            gpointer     user_data,
            GError     **error)
{
  BarnAreaRow *self = user_data;

  return (BarnItem *) barn_plan_file_add_area (self->file, self->year, title, error);
}

static void
on_title_abandoned (BarnAreaRow *self,
                    gboolean     escaped)
{
  g_signal_emit (self, signals[ABANDONED], 0, escaped);
}

/* Without it GTK would end a step backwards out of here by grabbing the focus again */
static gboolean
barn_area_row_focus (GtkWidget        *widget,
                     GtkDirectionType  direction)
{
  return gtk_widget_child_focus (adw_bin_get_child (ADW_BIN (widget)), direction);
}

static gboolean
barn_area_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (BARN_AREA_ROW (widget)->title));
}

static void
barn_area_row_dispose (GObject *object)
{
  BarnAreaRow *self = BARN_AREA_ROW (object);
  GtkWidget *row;

  while (self->measures != NULL && (row = gtk_widget_get_first_child (GTK_WIDGET (self->measures))) != NULL)
    drop_measure_row (self, row);
  g_clear_object (&self->fresh_title);
  g_clear_object (&self->title_binding);
  g_clear_object (&self->long_binding);
  adw_bin_set_child (ADW_BIN (self), NULL);
  self->measures = NULL;
  g_clear_object (&self->file);
  g_clear_object (&self->area);
  g_clear_object (&self->before);
  g_clear_object (&self->after);
  g_clear_object (&self->after_next);

  G_OBJECT_CLASS (barn_area_row_parent_class)->dispose (object);
}

static void
barn_area_row_class_init (BarnAreaRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = barn_area_row_dispose;
  widget_class->focus = barn_area_row_focus;
  widget_class->grab_focus = barn_area_row_grab_focus;

  signals[ABANDONED] =
    g_signal_new ("abandoned", BARN_TYPE_AREA_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);

  gtk_widget_class_install_action (widget_class, "area.up", NULL, move_up);
  gtk_widget_class_install_action (widget_class, "area.down", NULL, move_down);
  gtk_widget_class_install_action (widget_class, "area.delete", NULL, delete_area);
  gtk_widget_class_install_action (widget_class, "area.add-measure", NULL, add_measure);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Barnratt/ui/barn-area-row.ui");
  gtk_widget_class_bind_template_child (widget_class, BarnAreaRow, title);
  gtk_widget_class_bind_template_child (widget_class, BarnAreaRow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, BarnAreaRow, measures);
  gtk_widget_class_bind_template_child (widget_class, BarnAreaRow, status_box);
  gtk_widget_class_bind_template_child (widget_class, BarnAreaRow, status);
  gtk_widget_class_bind_template_child (widget_class, BarnAreaRow, expected);
  gtk_widget_class_bind_template_child (widget_class, BarnAreaRow, long_label);
  gtk_widget_class_bind_template_child (widget_class, BarnAreaRow, long_text);
  gtk_widget_class_bind_template_child (widget_class, BarnAreaRow, add_measure);
  gtk_widget_class_bind_template_callback (widget_class, on_status_selected);
}

static void
barn_area_row_init (BarnAreaRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  set_up_status (self);
  make_single (self->title, G_CALLBACK (on_title_key));
  self->long_binding = barn_field_binding_new_buffer (self->long_text);
}

/**
 * barn_area_row_new:
 * @file: the open plan file
 * @area: the area
 * @side: from which side it is looked at
 *
 * Returns: (transfer full): a row that edits @area, floating
 */
GtkWidget *
barn_area_row_new (BarnPlanFile *file,
                   BarnArea     *area,
                   BarnAreaSide  side)
{
  BarnAreaRow *self;

  g_return_val_if_fail (BARN_IS_PLAN_FILE (file), NULL);
  g_return_val_if_fail (BARN_IS_AREA (area), NULL);

  self = g_object_new (BARN_TYPE_AREA_ROW, NULL);
  self->file = g_object_ref (file);
  self->year = barn_area_get_year (area);
  self->side = side;
  show_area (self, area);
  bind_title (self);

  return GTK_WIDGET (self);
}

/**
 * barn_area_row_new_fresh:
 * @file: the open plan file
 * @year: of the barnbokslut that sets the area
 * @side: from which side it will be looked at
 *
 * Returns: (transfer full): a row that makes an area of what is typed in its title, floating
 */
GtkWidget *
barn_area_row_new_fresh (BarnPlanFile *file,
                         guint         year,
                         BarnAreaSide  side)
{
  BarnAreaRow *self;

  g_return_val_if_fail (BARN_IS_PLAN_FILE (file), NULL);

  self = g_object_new (BARN_TYPE_AREA_ROW, NULL);
  self->file = g_object_ref (file);
  self->year = year;
  self->side = side;
  show_side (self);
  barn_field_binding_set_item (self->long_binding, NULL, NULL, NULL);

  self->fresh_title = barn_fresh_text_new (self->title, file, store_area, self);
  g_signal_connect_object (self->fresh_title, "abandoned", G_CALLBACK (on_title_abandoned), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->fresh_title, "settled", G_CALLBACK (bind_title), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * barn_area_row_get_area:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): what it edits; %NULL: a new area that is not stored yet
 */
BarnArea *
barn_area_row_get_area (BarnAreaRow *self)
{
  g_return_val_if_fail (BARN_IS_AREA_ROW (self), NULL);

  return self->area;
}

/**
 * barn_area_row_take_area:
 * @self: a row for a new area
 * @area: an area that has appeared
 *
 * Shows @area in the row, if it is the one that is being named there just now.
 *
 * Returns: whether it is
 */
gboolean
barn_area_row_take_area (BarnAreaRow *self,
                         BarnArea    *area)
{
  g_return_val_if_fail (BARN_IS_AREA_ROW (self), FALSE);
  g_return_val_if_fail (BARN_IS_AREA (area), FALSE);

  if (self->area != NULL || self->fresh_title == NULL || !barn_fresh_text_get_storing (self->fresh_title))
    return FALSE;

  show_area (self, area);
  return TRUE;
}

/**
 * barn_area_row_set_place:
 * @self: a row
 * @before: (nullable): the area above it
 * @after: (nullable): the area under it
 * @after_next: (nullable): the one under that
 *
 * Tells the row between which others it stands, so that it can be moved.
 */
void
barn_area_row_set_place (BarnAreaRow *self,
                         BarnArea    *before,
                         BarnArea    *after,
                         BarnArea    *after_next)
{
  gboolean editable;

  g_return_if_fail (BARN_IS_AREA_ROW (self));

  g_set_object (&self->before, before);
  g_set_object (&self->after, after);
  g_set_object (&self->after_next, after_next);

  editable = !barn_plan_file_get_read_only (self->file);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "area.up", editable && before != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "area.down", editable && after != NULL);
}

/**
 * barn_area_row_begin_title:
 * @self: a row
 *
 * Gives the keyboard to the title: to name a new area.
 */
void
barn_area_row_begin_title (BarnAreaRow *self)
{
  g_return_if_fail (BARN_IS_AREA_ROW (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->title));
}

/**
 * barn_area_row_insert:
 * @self: a row
 * @text: what to insert
 *
 * Inserts @text in the comment, or in the expected result, at the cursor.
 */
void
barn_area_row_insert (BarnAreaRow *self,
                      const char  *text)
{
  GtkTextBuffer *buffer;

  g_return_if_fail (BARN_IS_AREA_ROW (self));
  g_return_if_fail (text != NULL);

  if (self->area == NULL)
    return;

  buffer = gtk_text_view_get_buffer (self->long_text);
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete_selection (buffer, TRUE, TRUE);
  if (gtk_text_buffer_get_char_count (buffer) > 0)
    gtk_text_buffer_insert_at_cursor (buffer, "\n", -1);
  gtk_text_buffer_insert_at_cursor (buffer, text, -1);
  gtk_text_buffer_end_user_action (buffer);
}

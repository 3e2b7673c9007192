/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-area-editor"

#include "config.h"

#include "barn-area-editor.h"

#include <glib/gi18n-lib.h>

#include "barn-ui.h"

struct _BarnAreaEditor
{
  AdwBin        parent_instance;

  GtkBox       *rows;
  GtkLabel     *empty;
  GtkButton    *add;

  BarnPlanFile *file;
  guint         year;
  BarnAreaSide  side;
  BarnAreaRow  *fresh;   /* that of an area that is being named */
  BarnAreaRow  *current; /* where the keyboard was last: material is inserted there */
};

G_DEFINE_FINAL_TYPE (BarnAreaEditor, barn_area_editor, ADW_TYPE_BIN)

static BarnAreaRow *
find_row (BarnAreaEditor *self,
          BarnArea       *area)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      if (barn_area_row_get_area (BARN_AREA_ROW (row)) == area)
        return BARN_AREA_ROW (row);
    }

  if (self->fresh != NULL && barn_area_row_take_area (self->fresh, area))
    return g_steal_pointer (&self->fresh);

  return NULL;
}

static void
on_row_entered (GtkEventController *controller,
                BarnAreaEditor     *self)
{
  self->current = BARN_AREA_ROW (gtk_event_controller_get_widget (controller));
}

static void
append_row (BarnAreaEditor *self,
            GtkWidget      *row)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect (focus, "enter", G_CALLBACK (on_row_entered), self);
  gtk_widget_add_controller (row, focus);
  gtk_box_append (self->rows, row);
}

static void
remove_row (BarnAreaEditor *self,
            GtkWidget      *row)
{
  GtkWidget *next = gtk_widget_get_next_sibling (row);

  if (next == NULL)
    next = gtk_widget_get_prev_sibling (row);
  if (gtk_widget_get_focus_child (GTK_WIDGET (self->rows)) == row)
    gtk_widget_grab_focus (next != NULL ? next : GTK_WIDGET (self->add));

  if (self->current == BARN_AREA_ROW (row))
    self->current = NULL;
  if (self->fresh == BARN_AREA_ROW (row))
    self->fresh = NULL;
  gtk_box_remove (self->rows, row);
}

static void
remove_all (BarnAreaEditor *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    remove_row (self, row);
}

/* One row an area, in order; those that stay keep theirs, and with it the cursor. One that is being named is the last. */
static void
sync_rows (BarnAreaEditor *self)
{
  g_autoptr (GPtrArray) areas = barn_model_dup_areas (barn_plan_file_get_model (self->file), self->year);
  GtkWidget *previous = NULL;
  GtkWidget *row;

  for (guint i = 0; i < areas->len; i++)
    {
      BarnArea *area = g_ptr_array_index (areas, i);

      row = (GtkWidget *) find_row (self, area);
      if (row == NULL)
        {
          row = barn_area_row_new (self->file, area, self->side);
          append_row (self, row);
        }
      if (gtk_widget_get_prev_sibling (row) != previous)
        gtk_box_reorder_child_after (self->rows, row, previous);
      barn_area_row_set_place (BARN_AREA_ROW (row),
                               i > 0 ? g_ptr_array_index (areas, i - 1) : NULL,
                               i + 1 < areas->len ? g_ptr_array_index (areas, i + 1) : NULL,
                               i + 2 < areas->len ? g_ptr_array_index (areas, i + 2) : NULL);
      previous = row;
    }

  row = previous != NULL ? gtk_widget_get_next_sibling (previous) : gtk_widget_get_first_child (GTK_WIDGET (self->rows));
  while (row != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (row);

      if (BARN_AREA_ROW (row) != self->fresh)
        remove_row (self, row);
      row = next;
    }

  gtk_widget_set_visible (GTK_WIDGET (self->empty), areas->len == 0 && self->fresh == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->rows), areas->len > 0 || self->fresh != NULL);
}

static void
show_words (BarnAreaEditor *self)
{
  g_autofree char *text = NULL;

  if (self->side == BARN_AREA_SIDE_BACK)
    {
      text = g_strdup_printf (_("There are no areas from the barnbokslut of %u here. Add those that stand in its table of "
                                "development areas, then say how each of them went."), self->year);
      gtk_button_set_label (self->add, _("Add an Area from Last Year"));
    }
  else
    {
      text = g_strdup (_("No development area is set yet. Name three to five things that must become better for children."));
      gtk_button_set_label (self->add, _("Add Area"));
    }

  gtk_label_set_label (self->empty, text);
}

static void
on_areas_changed (BarnAreaEditor *self)
{
  sync_rows (self);
}

static void
watch (BarnAreaEditor *self,
       BarnPlanFile   *file)
{
  if (self->file == file)
    return;

  if (self->file != NULL)
    g_signal_handlers_disconnect_by_func (barn_model_get_areas (barn_plan_file_get_model (self->file)),
                                          on_areas_changed, self);
  remove_all (self);
  g_set_object (&self->file, file);
  if (self->file != NULL)
    g_signal_connect_object (barn_model_get_areas (barn_plan_file_get_model (self->file)), "items-changed",
                             G_CALLBACK (on_areas_changed), self, G_CONNECT_SWAPPED);
}

static void
on_abandoned (BarnAreaEditor *self,
              gboolean        escaped,
              BarnAreaRow    *row)
{
  if (escaped)
    gtk_widget_grab_focus (GTK_WIDGET (self->add));
  remove_row (self, GTK_WIDGET (row));
  sync_rows (self);
}

/* An empty row, stored when something is typed in its title */
static void
add_area (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  BarnAreaEditor *self = BARN_AREA_EDITOR (widget);

  if (self->file == NULL || barn_plan_file_get_read_only (self->file))
    return;

  if (self->fresh == NULL)
    {
      self->fresh = BARN_AREA_ROW (barn_area_row_new_fresh (self->file, self->year, self->side));
      g_signal_connect_object (self->fresh, "abandoned", G_CALLBACK (on_abandoned), self, G_CONNECT_SWAPPED);
      append_row (self, GTK_WIDGET (self->fresh));
      sync_rows (self);
    }

  barn_area_row_begin_title (self->fresh);
}

static void
barn_area_editor_dispose (GObject *object)
{
  BarnAreaEditor *self = BARN_AREA_EDITOR (object);

  if (self->rows != NULL)
    watch (self, NULL);
  adw_bin_set_child (ADW_BIN (self), NULL);
  self->rows = NULL;

  G_OBJECT_CLASS (barn_area_editor_parent_class)->dispose (object);
}

/* Without it GTK would end a step backwards out of here by grabbing the focus again */
static gboolean
barn_area_editor_focus (GtkWidget        *widget,
                        GtkDirectionType  direction)
{
  return gtk_widget_child_focus (adw_bin_get_child (ADW_BIN (widget)), direction);
}

static gboolean
barn_area_editor_grab_focus (GtkWidget *widget)
{
  BarnAreaEditor *self = BARN_AREA_EDITOR (widget);
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (self->rows));

  return gtk_widget_grab_focus (first != NULL ? first : GTK_WIDGET (self->add));
}

static void
barn_area_editor_class_init (BarnAreaEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = barn_area_editor_dispose;
  widget_class->focus = barn_area_editor_focus;
  widget_class->grab_focus = barn_area_editor_grab_focus;

  gtk_widget_class_install_action (widget_class, "areas.add", NULL, add_area);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Barnratt/ui/barn-area-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, BarnAreaEditor, rows);
  gtk_widget_class_bind_template_child (widget_class, BarnAreaEditor, empty);
  gtk_widget_class_bind_template_child (widget_class, BarnAreaEditor, add);
}

static void
barn_area_editor_init (BarnAreaEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * barn_area_editor_set_year:
 * @self: an editor
 * @file: (nullable): the open plan file
 * @year: of the barnbokslut that set the areas
 * @side: from which side they are looked at
 *
 * Shows the areas of another year.
 */
void
barn_area_editor_set_year (BarnAreaEditor *self,
                           BarnPlanFile   *file,
                           guint           year,
                           BarnAreaSide    side)
{
  g_return_if_fail (BARN_IS_AREA_EDITOR (self));

  if (self->file == file && self->year == year && self->side == side)
    return;

  remove_all (self);
  watch (self, file);
  self->year = year;
  self->side = side;
  if (file == NULL)
    return;

  gtk_widget_set_visible (GTK_WIDGET (self->add), !barn_plan_file_get_read_only (file));
  show_words (self);
  sync_rows (self);
}

/**
 * barn_area_editor_insert:
 * @self: an editor
 * @text: what to insert
 *
 * Inserts @text in the area where the keyboard was last, or in the first.
 */
void
barn_area_editor_insert (BarnAreaEditor *self,
                         const char     *text)
{
  GtkWidget *row;

  g_return_if_fail (BARN_IS_AREA_EDITOR (self));
  g_return_if_fail (text != NULL);

  row = self->current != NULL ? GTK_WIDGET (self->current) : gtk_widget_get_first_child (GTK_WIDGET (self->rows));
  if (row != NULL)
    barn_area_row_insert (BARN_AREA_ROW (row), text);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-indicator-row"

#include "config.h"

#include "barn-indicator-row.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "barn-date-entry.h"
#include "barn-detail-fields.h"
#include "barn-field-binding.h"
#include "barn-indicator-curve.h"
#include "barn-text.h"
#include "barn-ui.h"

/* A typed number, with what is wrong with it beneath */
typedef struct
{
  GtkWidget  *box;
  GtkWidget  *entry;
  GtkLabel   *complaint;
  const char *field; /* of the indicator; NULL: a new value */
} Amount;

struct _BarnIndicatorRow
{
  AdwBin              parent_instance;

  GtkTextView        *title;
  GtkLabel           *summary;
  BarnIndicatorCurve *curve;
  Amount              value;
  Amount              baseline;
  Amount              target;
  BarnDateEntry      *day;
  GtkEditable        *comment;
  GtkBox             *values;

  BarnFieldBinding   *title_binding;
  BarnPlanFile       *file;
  BarnIndicator      *indicator;
};

G_DEFINE_FINAL_TYPE (BarnIndicatorRow, barn_indicator_row, ADW_TYPE_BIN)

static char *
format (BarnIndicatorRow *self,
        double            value)
{
  return barn_scale_format (barn_indicator_get_scale (self->indicator), value,
                            barn_indicator_get_unit (self->indicator), barn_ui_get_language ());
}

/* Without its unit, as it is typed */
static char *
format_plain (BarnIndicatorRow *self,
              double            value)
{
  return barn_scale_format (barn_indicator_get_scale (self->indicator), value, NULL, barn_ui_get_language ());
}

static const char *
get_complaint (BarnScale scale)
{
  switch (scale)
    {
    case BARN_SCALE_PERCENT:
      return _("Write a number from 0 to 100.");
    case BARN_SCALE_YES_NO:
      return _("Write yes or no.");
    case BARN_SCALE_LEVEL:
      return _("Write 1, 2, 3 or 4.");
    case BARN_SCALE_NUMBER:
    default:
      return _("This is no number. Write it as 12 or 12.5.");
    }
}

static void
complain (Amount     *amount,
          const char *complaint)
{
  gtk_label_set_label (amount->complaint, complaint != NULL ? complaint : "");
  gtk_widget_set_visible (GTK_WIDGET (amount->complaint), complaint != NULL);
  if (complaint != NULL)
    gtk_widget_add_css_class (amount->entry, "error");
  else
    gtk_widget_remove_css_class (amount->entry, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (amount->entry),
                               GTK_ACCESSIBLE_STATE_INVALID,
                               complaint != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

static void
show_amount (BarnIndicatorRow *self,
             Amount           *amount,
             double            value)
{
  g_autofree char *text = format_plain (self, value);

  if (gtk_widget_has_css_class (amount->entry, "error")
      || (gtk_widget_get_state_flags (amount->entry) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0)
    return;

  gtk_editable_set_text (GTK_EDITABLE (amount->entry), text);
}

static void
show_summary (BarnIndicatorRow *self)
{
  BarnIndicatorValue *latest = barn_indicator_get_value_on (self->indicator, BARN_DAY_NONE);
  double baseline = barn_indicator_get_baseline (self->indicator);
  double target = barn_indicator_get_target (self->indicator);
  g_autoptr (GString) words = g_string_new (NULL);

  if (latest != NULL)
    {
      g_autofree char *text = format (self, barn_indicator_value_get_value (latest));
      g_autofree char *day = barn_ui_format_day (barn_indicator_value_get_day (latest));

      /* Translators: the latest value of an indicator and its day */
      g_string_append_printf (words, _("Latest: %s, %s"), text, day);
    }
  else
    {
      g_string_append (words, _("No value yet"));
    }
  if (!isnan (baseline))
    {
      g_autofree char *text = format (self, baseline);

      g_string_append (words, " · ");
      g_string_append_printf (words, _("Baseline: %s"), text);
    }
  if (!isnan (target))
    {
      g_autofree char *text = format (self, target);

      g_string_append (words, " · ");
      g_string_append_printf (words, _("Target: %s"), text);
    }
  gtk_label_set_label (self->summary, words->str);
}

static void
delete_item (BarnIndicatorRow *self,
             BarnItem         *item)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (items, g_object_ref (item));
  if (!barn_plan_file_delete (self->file, items, &error))
    barn_ui_report_error (GTK_WIDGET (self), error);
}

static void
on_delete_value_clicked (GtkWidget        *button,
                         BarnIndicatorRow *self)
{
  BarnItem *value = g_object_get_data (G_OBJECT (button), "value");

  delete_item (self, value);
}

static void
add_value (BarnIndicatorRow   *self,
           BarnIndicatorValue *value)
{
  g_autofree char *day = barn_ui_format_day (barn_indicator_value_get_day (value));
  g_autofree char *text = format (self, barn_indicator_value_get_value (value));
  g_autofree char *words = g_strdup_printf ("%s: %s", day, text);
  g_autofree char *all = NULL;
  g_autofree char *name = NULL;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label;
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  if (barn_text_is_blank (barn_indicator_value_get_comment (value)))
    all = g_strdup (words);
  else
    all = g_strdup_printf ("%s. %s", words, barn_indicator_value_get_comment (value));
  label = g_object_new (GTK_TYPE_LABEL, "label", all, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "xalign", 0.0f,
                        "hexpand", TRUE, NULL);
  name = g_strdup_printf (_("Delete the value %s"), words);
  barn_ui_set_name (button, name);
  gtk_widget_set_tooltip_text (button, name);
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data_full (G_OBJECT (button), "value", g_object_ref (value), g_object_unref);
  g_signal_connect (button, "clicked", G_CALLBACK (on_delete_value_clicked), self);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), button);
  gtk_box_append (self->values, box);
}

static void
show (BarnIndicatorRow *self)
{
  GListModel *values = barn_indicator_get_values (self->indicator);
  guint n_values = g_list_model_get_n_items (values);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->values))) != NULL)
    gtk_box_remove (self->values, child);
  for (guint i = n_values; i-- > 0;)
    {
      g_autoptr (BarnIndicatorValue) value = g_list_model_get_item (values, i);

      add_value (self, value);
    }
  show_summary (self);
  show_amount (self, &self->baseline, barn_indicator_get_baseline (self->indicator));
  show_amount (self, &self->target, barn_indicator_get_target (self->indicator));
  barn_indicator_curve_show (self->curve, self->indicator);
  gtk_widget_set_visible (GTK_WIDGET (self->curve), n_values > 1);
}

static gboolean
is_there (BarnIndicatorRow *self)
{
  return self->indicator != NULL
         && barn_model_lookup (barn_plan_file_get_model (self->file), barn_item_get_id (BARN_ITEM (self->indicator))) != NULL;
}

static void
on_file_changed (BarnIndicatorRow *self)
{
  if (is_there (self))
    show (self);
}

/* FALSE: what is typed is no value of the scale, and the field says so. A blank field is NaN. */
static gboolean
read_amount (BarnIndicatorRow *self,
             Amount           *amount,
             double           *value)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (amount->entry));
  BarnScale scale = barn_indicator_get_scale (self->indicator);

  *value = NAN;
  if (!barn_text_is_blank (text) && !barn_scale_parse (scale, text, value))
    {
      complain (amount, get_complaint (scale));
      return FALSE;
    }
  complain (amount, NULL);

  return TRUE;
}

static void
save_amount (BarnIndicatorRow *self,
             Amount           *amount)
{
  g_auto (GValue) value = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  double stored;
  double typed;

  /* The focus leaves what is deleted, too */
  if (!is_there (self))
    return;

  stored = amount == &self->baseline ? barn_indicator_get_baseline (self->indicator)
                                     : barn_indicator_get_target (self->indicator);
  before = format_plain (self, stored);
  if (g_str_equal (gtk_editable_get_text (GTK_EDITABLE (amount->entry)), before))
    {
      complain (amount, NULL);
      return;
    }
  if (!read_amount (self, amount, &typed) || (isnan (typed) && isnan (stored)))
    return;

  g_value_init (&value, G_TYPE_DOUBLE);
  g_value_set_double (&value, typed);
  if (!barn_plan_file_set (self->file, BARN_ITEM (self->indicator), amount->field, NULL, &value, NULL, &error))
    barn_ui_report_error (GTK_WIDGET (self), error);
}

static void
on_baseline_left (BarnIndicatorRow *self)
{
  save_amount (self, &self->baseline);
}

static void
on_target_left (BarnIndicatorRow *self)
{
  save_amount (self, &self->target);
}

static void
on_set_value (BarnIndicatorRow *self)
{
  g_autoptr (GError) error = NULL;
  double value;

  if (!read_amount (self, &self->value, &value) || !barn_date_entry_commit (self->day))
    return;
  if (isnan (value))
    {
      complain (&self->value, get_complaint (barn_indicator_get_scale (self->indicator)));
      return;
    }

  if (barn_plan_file_set_indicator_value (self->file, self->indicator, barn_date_entry_get_day (self->day), value,
                                          gtk_editable_get_text (self->comment), &error) == NULL)
    {
      barn_ui_report_error (GTK_WIDGET (self), error);
      return;
    }
  gtk_editable_set_text (GTK_EDITABLE (self->value.entry), "");
  gtk_editable_set_text (self->comment, "");
}

static void
on_delete_clicked (BarnIndicatorRow *self)
{
  delete_item (self, BARN_ITEM (self->indicator));
}

static GtkWidget *
create_caption (const char *text,
                GtkWidget  *of)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), of);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_add_css_class (label, "dim-label");

  return label;
}

static void
create_amount (BarnIndicatorRow *self,
               Amount           *amount,
               const char       *label,
               const char       *field,
               GCallback         done)
{
  amount->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  amount->entry = gtk_entry_new ();
  amount->complaint = GTK_LABEL (gtk_label_new (NULL));
  amount->field = field;
  gtk_editable_set_width_chars (GTK_EDITABLE (amount->entry), 8);
  barn_ui_set_name (amount->entry, label);
  gtk_label_set_wrap (amount->complaint, TRUE);
  gtk_label_set_xalign (amount->complaint, 0);
  gtk_widget_set_visible (GTK_WIDGET (amount->complaint), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (amount->complaint), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (amount->complaint), "error");
  gtk_box_append (GTK_BOX (amount->box), create_caption (label, amount->entry));
  gtk_box_append (GTK_BOX (amount->box), amount->entry);
  gtk_box_append (GTK_BOX (amount->box), GTK_WIDGET (amount->complaint));
  g_signal_connect_swapped (amount->entry, "activate", done, self);
  if (field != NULL)
    {
      GtkEventController *focus = gtk_event_controller_focus_new ();

      g_signal_connect_swapped (focus, "leave", done, self);
      gtk_widget_add_controller (amount->entry, focus);
    }
}

static GtkWidget *
create_button (BarnIndicatorRow *self,
               const char       *label,
               GCallback         clicked)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_swapped (button, "clicked", clicked, self);

  return button;
}

static GtkWidget *
create_particulars (BarnIndicatorRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *expander = gtk_expander_new_with_mnemonic (_("_Values and target"));

  create_amount (self, &self->value, _("New value"), NULL, G_CALLBACK (on_set_value));
  create_amount (self, &self->baseline, _("Baseline"), "baseline", G_CALLBACK (on_baseline_left));
  create_amount (self, &self->target, _("Target"), "target", G_CALLBACK (on_target_left));
  self->day = BARN_DATE_ENTRY (barn_date_entry_new (_("Day of the value")));
  g_object_set (self->day, "required", TRUE, NULL);
  self->comment = GTK_EDITABLE (gtk_entry_new ());
  barn_ui_set_name (GTK_WIDGET (self->comment), _("Comment on the value"));
  self->values = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 3));

  gtk_box_append (GTK_BOX (box), self->value.box);
  gtk_box_append (GTK_BOX (box), create_caption (_("Day of the value"), GTK_WIDGET (self->day)));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->day));
  gtk_box_append (GTK_BOX (box), create_caption (_("Comment on the value"), GTK_WIDGET (self->comment)));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->comment));
  gtk_box_append (GTK_BOX (box), create_button (self, _("_Set the Value"), G_CALLBACK (on_set_value)));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->values));
  gtk_box_append (GTK_BOX (box), self->baseline.box);
  gtk_box_append (GTK_BOX (box), self->target.box);
  gtk_box_append (GTK_BOX (box), create_button (self, _("_Delete the Indicator"), G_CALLBACK (on_delete_clicked)));
  g_signal_connect_swapped (self->comment, "activate", G_CALLBACK (on_set_value), self);
  gtk_widget_set_margin_top (box, 6);
  gtk_expander_set_child (GTK_EXPANDER (expander), box);
  barn_ui_set_name (expander, _("Values and target"));

  return expander;
}

static void
barn_indicator_row_dispose (GObject *object)
{
  BarnIndicatorRow *self = BARN_INDICATOR_ROW (object);

  g_clear_object (&self->title_binding);
  if (self->file != NULL)
    g_signal_handlers_disconnect_by_func (self->file, on_file_changed, self);
  g_clear_object (&self->file);
  g_clear_object (&self->indicator);

  G_OBJECT_CLASS (barn_indicator_row_parent_class)->dispose (object);
}

static void
barn_indicator_row_class_init (BarnIndicatorRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = barn_indicator_row_dispose;
}

static void
barn_indicator_row_init (BarnIndicatorRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->title = GTK_TEXT_VIEW (gtk_text_view_new ());
  gtk_text_view_set_wrap_mode (self->title, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (self->title, FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "text-field");
  barn_ui_set_name (GTK_WIDGET (self->title), _("Indicator"));
  barn_detail_make_single_line (self->title);
  self->title_binding = barn_field_binding_new_buffer (self->title);

  self->summary = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "xalign", 0.0f, NULL);
  self->curve = g_object_new (BARN_TYPE_INDICATOR_CURVE, NULL);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->summary));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->curve));
  gtk_box_append (GTK_BOX (box), create_particulars (self));
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * barn_indicator_row_new:
 * @file: the plan file
 * @indicator: what to show
 *
 * Returns: (transfer full): a row, floating
 */
GtkWidget *
barn_indicator_row_new (BarnPlanFile  *file,
                        BarnIndicator *indicator)
{
  BarnIndicatorRow *self;

  g_return_val_if_fail (BARN_IS_PLAN_FILE (file), NULL);
  g_return_val_if_fail (BARN_IS_INDICATOR (indicator), NULL);

  self = g_object_new (BARN_TYPE_INDICATOR_ROW, NULL);
  self->file = g_object_ref (file);
  self->indicator = g_object_ref (indicator);
  barn_date_entry_set_day (self->day, barn_clock_get_today ());
  barn_field_binding_set_item (self->title_binding, file, BARN_ITEM (indicator), "title");
  g_signal_connect_swapped (file, "changed", G_CALLBACK (on_file_changed), self);
  show (self);

  return GTK_WIDGET (self);
}

BarnIndicator *
barn_indicator_row_get_indicator (BarnIndicatorRow *self)
{
  g_return_val_if_fail (BARN_IS_INDICATOR_ROW (self), NULL);

  return self->indicator;
}

void
barn_indicator_row_edit_title (BarnIndicatorRow *self)
{
  g_return_if_fail (BARN_IS_INDICATOR_ROW (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->title));
  g_signal_emit_by_name (self->title, "select-all", TRUE);
  barn_field_binding_set_added (self->title_binding);
}

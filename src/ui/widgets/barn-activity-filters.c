/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-activity-filters"

#include "config.h"

#include "barn-activity-filters.h"

#include <glib/gi18n-lib.h>

#include "barn-activity-figures.h"
#include "barn-filter-choices.h"
#include "barn-ui.h"
#include "barn-wrap-layout.h"

struct _BarnActivityFilters
{
  AdwBin               parent_instance;

  BarnActivityFigures *figures;
  GtkBox              *tools_box;
  GtkSearchEntry      *search;
  GtkMenuButton       *filter_button;
  GtkPopover          *popover;
  GtkBox              *choices;
  GtkBox              *chips;
  GtkWidget           *tools;

  BarnModel           *model;
  BarnPlan            *plan;
  BarnFilter          *filter;
  gboolean             filling;
};

enum
{
  PROP_TOOLS = 1,
  N_PROPS
};

enum
{
  CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BarnActivityFilters, barn_activity_filters, ADW_TYPE_BIN)

static void filter_changed (BarnActivityFilters *self);

static void
on_chip_clicked (GtkWidget           *button,
                 BarnActivityFilters *self)
{
  BarnFilterAbout about = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "about"));
  g_autofree char *id = g_strdup (g_object_get_data (G_OBJECT (button), "member"));

  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  barn_filter_choose (self->filter, about, id, FALSE);
  filter_changed (self);
}

static void
on_clear_clicked (BarnActivityFilters *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  barn_activity_filters_clear (self);
}

static void
add_chip (BarnActivityFilters *self,
          BarnFilterAbout      about,
          const BarnSetOption *option)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (option->chip);
  g_autofree char *name = g_strdup_printf (_("Remove filter: %s"), option->label);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 28);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("window-close-symbolic"));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_set_tooltip_text (button, name);
  gtk_widget_add_css_class (button, "filter-chip");
  barn_ui_set_name (button, name);
  g_object_set_data (G_OBJECT (button), "about", GUINT_TO_POINTER (about));
  g_object_set_data_full (G_OBJECT (button), "member", g_strdup (option->id), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (on_chip_clicked), self);
  gtk_box_append (self->chips, button);
}

/* What can be done with the whole choice */
static void
add_chip_actions (BarnActivityFilters *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("C_lear All"));

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "filter-chip");
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_clear_clicked), self);
  gtk_box_append (self->chips, button);

  button = gtk_button_new_with_mnemonic (_("Save _View…"));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "filter-chip");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "activities.save-view");
  gtk_box_append (self->chips, button);
}

static void
show_chips (BarnActivityFilters *self)
{
  GtkWidget *child;
  gboolean any = FALSE;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->chips))) != NULL)
    gtk_box_remove (self->chips, child);

  for (guint about = 0; self->plan != NULL && about < BARN_N_FILTER_ABOUTS; about++)
    {
      g_autoptr (GPtrArray) options = NULL;

      if (!barn_filter_is_any_chosen (self->filter, (BarnFilterAbout) about))
        continue;

      options = barn_filter_list_options (self->filter, (BarnFilterAbout) about, self->model, self->plan);
      for (guint i = 0; i < options->len; i++)
        {
          BarnSetOption *option = g_ptr_array_index (options, i);

          if (!barn_filter_is_chosen (self->filter, (BarnFilterAbout) about, option->id))
            continue;
          add_chip (self, (BarnFilterAbout) about, option);
          any = TRUE;
        }
    }

  if (any)
    add_chip_actions (self);
  gtk_widget_set_visible (GTK_WIDGET (self->chips), any);
}

static void
filter_changed (BarnActivityFilters *self)
{
  barn_activity_figures_set_filter (self->figures, self->filter);
  show_chips (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_choice_toggled (GtkCheckButton      *check,
                   BarnActivityFilters *self)
{
  BarnFilterAbout about = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (check), "about"));
  const char *id = g_object_get_data (G_OBJECT (check), "member");
  gboolean active = gtk_check_button_get_active (check);

  /* Of those responsible only one is asked for: the other goes up by itself, and says nothing */
  if (self->filling || (about == BARN_FILTER_ABOUT_RESPONSIBLE && !active && !barn_filter_is_chosen (self->filter, about, id)))
    return;

  barn_filter_choose (self->filter, about, id, active);
  if (about == BARN_FILTER_ABOUT_RESPONSIBLE && active)
    for (GtkWidget *other = gtk_widget_get_first_child (GTK_WIDGET (self->choices)); other != NULL;
         other = gtk_widget_get_next_sibling (other))
      if (other != GTK_WIDGET (check) && GTK_IS_CHECK_BUTTON (other)
          && g_object_get_data (G_OBJECT (other), "about") == GUINT_TO_POINTER (BARN_FILTER_ABOUT_RESPONSIBLE))
        gtk_check_button_set_active (GTK_CHECK_BUTTON (other), FALSE);

  filter_changed (self);
}

static void
add_heading (BarnActivityFilters *self,
             BarnFilterAbout      about)
{
  GtkWidget *label = gtk_label_new (barn_filter_about_get_label (about));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_set_margin_top (label, 6);
  gtk_box_append (self->choices, label);
}

static void
add_choice (BarnActivityFilters *self,
            BarnFilterAbout      about,
            const BarnSetOption *option)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *label = gtk_label_new (option->label);
  g_autofree char *name = NULL;

  if (about < BARN_FILTER_ABOUT_OVERDUE)
    name = g_strdup_printf ("%s: %s", barn_filter_about_get_label (about), option->label);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), label);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), barn_filter_is_chosen (self->filter, about, option->id));
  barn_ui_set_name (check, name != NULL ? name : option->label);
  g_object_set_data (G_OBJECT (check), "about", GUINT_TO_POINTER (about));
  g_object_set_data_full (G_OBJECT (check), "member", g_strdup (option->id), g_free);
  g_signal_connect (check, "toggled", G_CALLBACK (on_choice_toggled), self);
  gtk_box_append (self->choices, check);
}

/* What can be chosen is gathered when it is asked for */
static void
on_popover_shown (BarnActivityFilters *self)
{
  static const BarnFilterAbout order[BARN_N_FILTER_ABOUTS] =
    { BARN_FILTER_ABOUT_OVERDUE, BARN_FILTER_ABOUT_WITHOUT_FOLLOW_UP, BARN_FILTER_ABOUT_RAISED, BARN_FILTER_ABOUT_STATUS,
      BARN_FILTER_ABOUT_ROLE, BARN_FILTER_ABOUT_SHIFT, BARN_FILTER_ABOUT_RESPONSIBLE, BARN_FILTER_ABOUT_ARTICLE };
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->choices))) != NULL)
    gtk_box_remove (self->choices, child);
  if (self->plan == NULL)
    return;

  self->filling = TRUE;
  for (guint i = 0; i < BARN_N_FILTER_ABOUTS; i++)
    {
      g_autoptr (GPtrArray) options = barn_filter_list_options (self->filter, order[i], self->model, self->plan);

      if (order[i] < BARN_FILTER_ABOUT_OVERDUE && options->len > 0)
        add_heading (self, order[i]);
      for (guint j = 0; j < options->len; j++)
        add_choice (self, order[i], g_ptr_array_index (options, j));
    }
  self->filling = FALSE;
  gtk_widget_child_focus (GTK_WIDGET (self->choices), GTK_DIR_TAB_FORWARD);
}

static void
on_search_changed (BarnActivityFilters *self)
{
  if (self->filling)
    return;

  barn_filter_set_search (self->filter, gtk_editable_get_text (GTK_EDITABLE (self->search)));
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_search_stopped (BarnActivityFilters *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
}

/* Enter goes on to what was found */
static void
on_search_activated (BarnActivityFilters *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "activities.focus-list", NULL);
}

static void
barn_activity_filters_dispose (GObject *object)
{
  BarnActivityFilters *self = BARN_ACTIVITY_FILTERS (object);

  g_clear_object (&self->model);
  g_clear_object (&self->plan);

  G_OBJECT_CLASS (barn_activity_filters_parent_class)->dispose (object);
}

static void
barn_activity_filters_finalize (GObject *object)
{
  barn_filter_free (BARN_ACTIVITY_FILTERS (object)->filter);

  G_OBJECT_CLASS (barn_activity_filters_parent_class)->finalize (object);
}

static void
barn_activity_filters_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_TOOLS:
      g_value_set_object (value, BARN_ACTIVITY_FILTERS (object)->tools);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
barn_activity_filters_set_property (GObject      *object,
                                    guint         prop_id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  BarnActivityFilters *self = BARN_ACTIVITY_FILTERS (object);

  switch (prop_id)
    {
    case PROP_TOOLS:
      if (self->tools != NULL)
        gtk_box_remove (self->tools_box, self->tools);
      self->tools = g_value_get_object (value);
      if (self->tools != NULL)
        gtk_box_append (self->tools_box, self->tools);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
barn_activity_filters_class_init (BarnActivityFiltersClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = barn_activity_filters_dispose;
  object_class->finalize = barn_activity_filters_finalize;
  object_class->get_property = barn_activity_filters_get_property;
  object_class->set_property = barn_activity_filters_set_property;

  properties[PROP_TOOLS] =
    g_param_spec_object ("tools", NULL, NULL, GTK_TYPE_WIDGET, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (BARN_TYPE_ACTIVITY_FIGURES);
  g_type_ensure (BARN_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Barnratt/ui/barn-activity-filters.ui");
  gtk_widget_class_bind_template_child (widget_class, BarnActivityFilters, figures);
  gtk_widget_class_bind_template_child (widget_class, BarnActivityFilters, tools_box);
  gtk_widget_class_bind_template_child (widget_class, BarnActivityFilters, search);
  gtk_widget_class_bind_template_child (widget_class, BarnActivityFilters, filter_button);
  gtk_widget_class_bind_template_child (widget_class, BarnActivityFilters, popover);
  gtk_widget_class_bind_template_child (widget_class, BarnActivityFilters, choices);
  gtk_widget_class_bind_template_child (widget_class, BarnActivityFilters, chips);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_popover_shown);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_stopped);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activated);
}

static void
barn_activity_filters_init (BarnActivityFilters *self)
{
  self->filter = barn_filter_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  barn_activity_figures_set_filter (self->figures, self->filter);
}

/**
 * barn_activity_filters_set_source:
 * @self: the filters
 * @model: (nullable): the living items
 * @plan: (nullable): whose activities are filtered
 *
 * Another plan is on show. Shifts belong to one plan, so that part of the filter goes.
 */
void
barn_activity_filters_set_source (BarnActivityFilters *self,
                                  BarnModel           *model,
                                  BarnPlan            *plan)
{
  g_return_if_fail (BARN_IS_ACTIVITY_FILTERS (self));

  if (g_set_object (&self->plan, plan))
    g_clear_pointer (&self->filter->shifts, g_strfreev);
  g_set_object (&self->model, model);
  filter_changed (self);
}

/**
 * barn_activity_filters_get_filter:
 * @self: the filters
 *
 * Returns: (transfer none): what is asked for now
 */
const BarnFilter *
barn_activity_filters_get_filter (BarnActivityFilters *self)
{
  g_return_val_if_fail (BARN_IS_ACTIVITY_FILTERS (self), NULL);

  return self->filter;
}

static void
reset (BarnActivityFilters *self)
{
  barn_activity_figures_set_filter (self->figures, NULL);
  g_clear_pointer (&self->filter, barn_filter_free);
  self->filter = barn_filter_new ();
  self->filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  self->filling = FALSE;
}

/**
 * barn_activity_filters_clear:
 * @self: the filters
 *
 * Asks for all activities again.
 */
void
barn_activity_filters_clear (BarnActivityFilters *self)
{
  g_return_if_fail (BARN_IS_ACTIVITY_FILTERS (self));

  reset (self);
  filter_changed (self);
}

/**
 * barn_activity_filters_set_filter:
 * @self: the filters
 * @filter: what is asked for from now on
 *
 * Asks for something else altogether, as for a saved view. Its search stands in the entry, folded as it was kept.
 */
void
barn_activity_filters_set_filter (BarnActivityFilters *self,
                                  const BarnFilter    *filter)
{
  g_return_if_fail (BARN_IS_ACTIVITY_FILTERS (self));
  g_return_if_fail (filter != NULL);

  reset (self);
  barn_filter_free (self->filter);
  self->filter = barn_filter_copy (filter);
  self->filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->search), filter->search != NULL ? filter->search : "");
  self->filling = FALSE;
  filter_changed (self);
}

void
barn_activity_filters_set_tally (BarnActivityFilters *self,
                                 const BarnTally     *tally)
{
  g_return_if_fail (BARN_IS_ACTIVITY_FILTERS (self));

  barn_activity_figures_set_tally (self->figures, tally);
}

/**
 * barn_activity_filters_focus_search:
 * @self: the filters
 *
 * Gives the keyboard to the search and selects what stands there.
 */
void
barn_activity_filters_focus_search (BarnActivityFilters *self)
{
  g_return_if_fail (BARN_IS_ACTIVITY_FILTERS (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  gtk_editable_select_region (GTK_EDITABLE (self->search), 0, -1);
}

/**
 * barn_activity_filters_save:
 * @self: the filters
 * @state: where to put it
 */
void
barn_activity_filters_save (BarnActivityFilters *self,
                            GVariantDict        *state)
{
  g_return_if_fail (BARN_IS_ACTIVITY_FILTERS (self));
  g_return_if_fail (state != NULL);

  barn_filter_save (self->filter, state);
}

/**
 * barn_activity_filters_load:
 * @self: the filters
 * @state: what to ask for; what it does not name is not filtered by
 */
void
barn_activity_filters_load (BarnActivityFilters *self,
                            GVariantDict        *state)
{
  const char *search = NULL;

  g_return_if_fail (BARN_IS_ACTIVITY_FILTERS (self));
  g_return_if_fail (state != NULL);

  reset (self);
  barn_filter_load (self->filter, state);
  if (g_variant_dict_lookup (state, "search", "&s", &search))
    {
      self->filling = TRUE;
      gtk_editable_set_text (GTK_EDITABLE (self->search), search);
      self->filling = FALSE;
      barn_filter_set_search (self->filter, search);
    }
  filter_changed (self);
}

/**
 * barn_activity_filters_dup_words:
 * @self: the filters
 *
 * Returns: (transfer full) (nullable): the choice in words where there is just one, else how many; %NULL for none
 */
char *
barn_activity_filters_dup_words (BarnActivityFilters *self)
{
  g_autofree char *only = NULL;
  guint n_chosen = 0;

  g_return_val_if_fail (BARN_IS_ACTIVITY_FILTERS (self), NULL);

  for (guint about = 0; self->plan != NULL && about < BARN_N_FILTER_ABOUTS; about++)
    {
      g_autoptr (GPtrArray) options = NULL;

      if (!barn_filter_is_any_chosen (self->filter, (BarnFilterAbout) about))
        continue;

      options = barn_filter_list_options (self->filter, (BarnFilterAbout) about, self->model, self->plan);
      for (guint i = 0; i < options->len; i++)
        {
          BarnSetOption *option = g_ptr_array_index (options, i);

          if (!barn_filter_is_chosen (self->filter, (BarnFilterAbout) about, option->id))
            continue;
          n_chosen++;
          g_free (only);
          only = g_strdup (option->chip);
        }
    }

  if (n_chosen <= 1)
    return g_steal_pointer (&only);

  return g_strdup_printf (ngettext ("%u filter", "%u filters", n_chosen), n_chosen);
}

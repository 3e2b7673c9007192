/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-activity-filters"

#include "config.h"

#include "barn-activity-filters.h"

#include <glib/gi18n-lib.h>

#include "barn-set-editor.h"
#include "barn-status-icon.h"
#include "barn-ui.h"
#include "barn-wrap-layout.h"

/* What a choice is about; the ones with members come first, in the order of the popover */
typedef enum
{
  ABOUT_STATUS,
  ABOUT_ROLE,
  ABOUT_SHIFT,
  ABOUT_ARTICLE,
  ABOUT_RESPONSIBLE,
  ABOUT_OVERDUE,
  ABOUT_WITHOUT_FOLLOW_UP,
} About;

#define N_ABOUT 7
/* Figures: all, the statuses, overdue, without follow-up */
#define N_FIGURES (BARN_N_STATUSES + 3)
#define FIGURE_ALL 0
#define FIGURE_STATUS 1
#define FIGURE_OVERDUE (BARN_N_STATUSES + 1)
#define FIGURE_WITHOUT_FOLLOW_UP (BARN_N_STATUSES + 2)

struct _BarnActivityFilters
{
  AdwBin           parent_instance;

  GtkBox          *figures;
  GtkBox          *tools_box;
  GtkSearchEntry  *search;
  GtkMenuButton   *filter_button;
  GtkPopover      *popover;
  GtkBox          *choices;
  GtkBox          *chips;
  GtkToggleButton *figure_toggles[N_FIGURES];
  GtkWidget       *tools;

  BarnModel       *model;
  BarnPlan        *plan;
  BarnFilter      *filter;
  BarnTally        tally;
  gboolean         filling;
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

/* The words in a saved state and in win.show-activities */
static const char *const about_nicks[N_ABOUT] =
  { "status", "role", "shift", "article", "responsible", "overdue", "without-follow-up" };

static const char *const about_labels[N_ABOUT] =
  { N_("Status"), N_("Role"), N_("Shift"), N_("Article"), N_("Responsible"), N_("Overdue"), N_("Without follow-up") };

static char ***
get_ids (BarnFilter *filter,
         About       about)
{
  if (about == ABOUT_ROLE)
    return &filter->roles;
  if (about == ABOUT_SHIFT)
    return &filter->shifts;

  return &filter->articles;
}

static gboolean
is_chosen (BarnActivityFilters *self,
           About                about,
           const char          *id)
{
  BarnFilter *filter = self->filter;
  BarnStatus status;

  switch (about)
    {
    case ABOUT_STATUS:
      return barn_status_from_nick (id, &status) && (filter->statuses & (1u << status)) != 0;
    case ABOUT_ROLE:
    case ABOUT_SHIFT:
    case ABOUT_ARTICLE:
      {
        char **ids = *get_ids (filter, about);

        return ids != NULL && g_strv_contains ((const char *const *) ids, id);
      }
    case ABOUT_RESPONSIBLE:
      return g_strcmp0 (filter->responsible, id) == 0;
    case ABOUT_OVERDUE:
      return filter->overdue;
    case ABOUT_WITHOUT_FOLLOW_UP:
    default:
      return filter->without_follow_up;
    }
}

static void
choose_id (char       ***ids,
           const char   *id,
           gboolean      chosen)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  guint n_ids = 0;

  for (guint i = 0; *ids != NULL && (*ids)[i] != NULL; i++)
    if (!g_str_equal ((*ids)[i], id))
      {
        g_strv_builder_add (builder, (*ids)[i]);
        n_ids++;
      }
  if (chosen)
    {
      g_strv_builder_add (builder, id);
      n_ids++;
    }

  g_strfreev (*ids);
  *ids = n_ids > 0 ? g_strv_builder_end (builder) : NULL;
}

static void
choose (BarnActivityFilters *self,
        About                about,
        const char          *id,
        gboolean             chosen)
{
  BarnFilter *filter = self->filter;
  BarnStatus status;

  switch (about)
    {
    case ABOUT_STATUS:
      if (barn_status_from_nick (id, &status))
        filter->statuses = chosen ? filter->statuses | (1u << status) : filter->statuses & ~(1u << status);
      break;
    case ABOUT_ROLE:
    case ABOUT_SHIFT:
    case ABOUT_ARTICLE:
      choose_id (get_ids (filter, about), id, chosen);
      break;
    case ABOUT_RESPONSIBLE:
      g_free (filter->responsible);
      filter->responsible = chosen ? g_strdup (id) : NULL;
      break;
    case ABOUT_OVERDUE:
      filter->overdue = chosen;
      break;
    case ABOUT_WITHOUT_FOLLOW_UP:
    default:
      filter->without_follow_up = chosen;
      break;
    }
}

/* Who can be responsible: each unit and each wording there is among the activities, once */
static GPtrArray *
list_responsible (BarnActivityFilters *self)
{
  GPtrArray *options = g_ptr_array_new_with_free_func ((GDestroyNotify) barn_set_option_free);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GListModel *activities = barn_plan_get_activities (self->plan);
  guint n_activities = g_list_model_get_n_items (activities);

  for (guint i = 0; i < n_activities; i++)
    {
      g_autoptr (BarnActivity) activity = g_list_model_get_item (activities, i);
      const char *keys[] = { barn_activity_get_unit (activity), barn_activity_get_responsible (activity) };

      for (guint j = 0; j < G_N_ELEMENTS (keys); j++)
        {
          BarnItem *unit = j == 0 && keys[j] != NULL ? barn_model_lookup (self->model, keys[j]) : NULL;
          BarnSetOption *option;

          if (keys[j] == NULL || *keys[j] == '\0' || !g_hash_table_add (seen, (gpointer) keys[j]))
            continue;
          option = g_new0 (BarnSetOption, 1);
          option->id = g_strdup (keys[j]);
          option->label = g_strdup (unit != NULL ? barn_item_get_title (unit) : keys[j]);
          option->chip = g_strdup (option->label);
          g_ptr_array_add (options, option);
        }
    }

  return options;
}

static GPtrArray *
list_statuses (void)
{
  GPtrArray *options = g_ptr_array_new_with_free_func ((GDestroyNotify) barn_set_option_free);

  for (guint i = 0; i < BARN_N_STATUSES; i++)
    {
      BarnSetOption *option = g_new0 (BarnSetOption, 1);

      option->id = g_strdup (barn_status_to_nick ((BarnStatus) i));
      option->label = g_strdup (barn_status_get_label ((BarnStatus) i));
      option->chip = g_strdup (option->label);
      g_ptr_array_add (options, option);
    }

  return options;
}

static gboolean
is_any_chosen (BarnActivityFilters *self,
               About                about)
{
  switch (about)
    {
    case ABOUT_STATUS:
      return self->filter->statuses != 0;
    case ABOUT_ROLE:
    case ABOUT_SHIFT:
    case ABOUT_ARTICLE:
      return *get_ids (self->filter, about) != NULL;
    case ABOUT_RESPONSIBLE:
      return self->filter->responsible != NULL;
    case ABOUT_OVERDUE:
    case ABOUT_WITHOUT_FOLLOW_UP:
    default:
      return is_chosen (self, about, "");
    }
}

static gboolean
is_used (BarnActivityFilters *self,
         guint                article)
{
  GListModel *activities = barn_plan_get_activities (self->plan);
  guint n_activities = g_list_model_get_n_items (activities);

  for (guint i = 0; i < n_activities; i++)
    {
      g_autoptr (BarnActivity) activity = g_list_model_get_item (activities, i);

      if (barn_activity_has_article (activity, article))
        return TRUE;
    }

  return FALSE;
}

/* Of the 54 articles only those that an activity bears */
static GPtrArray *
list_articles (BarnActivityFilters *self)
{
  GPtrArray *options = barn_set_kind_list (BARN_SET_ARTICLES, self->model, self->plan);

  for (guint i = options->len; i > 0; i--)
    {
      BarnSetOption *option = g_ptr_array_index (options, i - 1);

      if (!is_chosen (self, ABOUT_ARTICLE, option->id)
          && !is_used (self, (guint) g_ascii_strtoull (option->id, NULL, 10)))
        g_ptr_array_remove_index (options, i - 1);
    }

  return options;
}

static void
add_none (GPtrArray  *options,
          const char *label)
{
  BarnSetOption *option = g_new0 (BarnSetOption, 1);

  option->id = g_strdup ("");
  option->label = g_strdup (label);
  option->chip = g_strdup (label);
  g_ptr_array_add (options, option);
}

static GPtrArray *
list_options (BarnActivityFilters *self,
              About                about)
{
  GPtrArray *options;

  switch (about)
    {
    case ABOUT_STATUS:
      return list_statuses ();
    case ABOUT_ROLE:
      options = barn_set_kind_list (BARN_SET_ROLES, self->model, self->plan);
      add_none (options, _("No role"));
      return options;
    case ABOUT_SHIFT:
      options = barn_set_kind_list (BARN_SET_SHIFTS, self->model, self->plan);
      add_none (options, _("No shift"));
      return options;
    case ABOUT_ARTICLE:
      return list_articles (self);
    case ABOUT_RESPONSIBLE:
      return list_responsible (self);
    case ABOUT_OVERDUE:
    case ABOUT_WITHOUT_FOLLOW_UP:
    default:
      options = g_ptr_array_new_with_free_func ((GDestroyNotify) barn_set_option_free);
      add_none (options, _(about_labels[about]));
      return options;
    }
}

static void
show_figure (BarnActivityFilters *self,
             guint                figure,
             const char          *word,
             guint                count,
             gboolean             active)
{
  GtkToggleButton *toggle = self->figure_toggles[figure];
  GtkWidget *box = gtk_button_get_child (GTK_BUTTON (toggle));
  /* Translators: a status and how many activities have it, as in "Ongoing 6" */
  g_autofree char *words = g_strdup_printf (_("%s %u"), word, count);

  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (box)), words);
  barn_ui_set_name (GTK_WIDGET (toggle), words);
  gtk_toggle_button_set_active (toggle, active);
  gtk_widget_set_visible (GTK_WIDGET (toggle), figure == FIGURE_ALL || count > 0 || active);
}

static void
show_figures (BarnActivityFilters *self)
{
  const BarnFilter *filter = self->filter;

  self->filling = TRUE;
  show_figure (self, FIGURE_ALL, _("All"), self->tally.total,
               filter->statuses == 0 && !filter->overdue && !filter->without_follow_up);
  for (guint i = 0; i < BARN_N_STATUSES; i++)
    show_figure (self, FIGURE_STATUS + i, barn_status_get_label ((BarnStatus) i), self->tally.by_status[i],
                 (filter->statuses & (1u << i)) != 0);
  show_figure (self, FIGURE_OVERDUE, _("Overdue"), self->tally.overdue, filter->overdue);
  show_figure (self, FIGURE_WITHOUT_FOLLOW_UP, _("Without follow-up"), self->tally.without_follow_up,
               filter->without_follow_up);
  self->filling = FALSE;
}

static void show_chips (BarnActivityFilters *self);

static void
filter_changed (BarnActivityFilters *self)
{
  show_figures (self);
  show_chips (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_figure_toggled (GtkToggleButton     *toggle,
                   BarnActivityFilters *self)
{
  gboolean active = gtk_toggle_button_get_active (toggle);
  guint figure = 0;

  if (self->filling)
    return;

  while (self->figure_toggles[figure] != toggle)
    figure++;

  if (figure == FIGURE_ALL)
    {
      self->filter->statuses = 0;
      self->filter->overdue = FALSE;
      self->filter->without_follow_up = FALSE;
    }
  else if (figure == FIGURE_OVERDUE)
    self->filter->overdue = active;
  else if (figure == FIGURE_WITHOUT_FOLLOW_UP)
    self->filter->without_follow_up = active;
  else
    choose (self, ABOUT_STATUS, barn_status_to_nick ((BarnStatus) (figure - FIGURE_STATUS)), active);

  filter_changed (self);
}

static GtkToggleButton *
create_figure (BarnActivityFilters *self,
               guint                figure)
{
  GtkWidget *toggle = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = NULL;

  if (figure >= FIGURE_STATUS && figure < FIGURE_OVERDUE)
    {
      BarnStatus status = (BarnStatus) (figure - FIGURE_STATUS);

      icon = gtk_image_new_from_icon_name (barn_status_get_icon (status));
      gtk_widget_add_css_class (icon, barn_status_get_style_class (status));
    }
  else if (figure == FIGURE_OVERDUE)
    {
      icon = gtk_image_new_from_icon_name ("barn-overdue-symbolic");
      gtk_widget_add_css_class (icon, "overdue");
    }
  if (icon != NULL)
    gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), gtk_label_new (NULL));
  gtk_button_set_child (GTK_BUTTON (toggle), box);
  gtk_widget_add_css_class (toggle, "flat");
  gtk_widget_add_css_class (toggle, "figure-toggle");
  g_signal_connect (toggle, "toggled", G_CALLBACK (on_figure_toggled), self);

  return GTK_TOGGLE_BUTTON (toggle);
}

static void
on_chip_clicked (GtkWidget           *button,
                 BarnActivityFilters *self)
{
  About about = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "about"));
  g_autofree char *id = g_strdup (g_object_get_data (G_OBJECT (button), "member"));

  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  choose (self, about, id, FALSE);
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
          About                about,
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

static void
add_clear (BarnActivityFilters *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("C_lear All"));

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "filter-chip");
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_clear_clicked), self);
  gtk_box_append (self->chips, button);
}

static void
show_chips (BarnActivityFilters *self)
{
  GtkWidget *child;
  gboolean any = FALSE;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->chips))) != NULL)
    gtk_box_remove (self->chips, child);

  for (guint about = 0; self->plan != NULL && about < N_ABOUT; about++)
    {
      g_autoptr (GPtrArray) options = NULL;

      if (!is_any_chosen (self, (About) about))
        continue;

      options = list_options (self, (About) about);
      for (guint i = 0; i < options->len; i++)
        {
          BarnSetOption *option = g_ptr_array_index (options, i);

          if (!is_chosen (self, (About) about, option->id))
            continue;
          add_chip (self, (About) about, option);
          any = TRUE;
        }
    }

  if (any)
    add_clear (self);
  gtk_widget_set_visible (GTK_WIDGET (self->chips), any);
}

static void
on_choice_toggled (GtkCheckButton      *check,
                   BarnActivityFilters *self)
{
  About about = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (check), "about"));
  const char *id = g_object_get_data (G_OBJECT (check), "member");
  gboolean active = gtk_check_button_get_active (check);

  /* Of those responsible only one is asked for: the other goes up by itself, and says nothing */
  if (self->filling || (about == ABOUT_RESPONSIBLE && !active && !is_chosen (self, about, id)))
    return;

  choose (self, about, id, active);
  if (about == ABOUT_RESPONSIBLE && active)
    for (GtkWidget *other = gtk_widget_get_first_child (GTK_WIDGET (self->choices)); other != NULL;
         other = gtk_widget_get_next_sibling (other))
      if (other != GTK_WIDGET (check) && GTK_IS_CHECK_BUTTON (other)
          && g_object_get_data (G_OBJECT (other), "about") == GUINT_TO_POINTER (ABOUT_RESPONSIBLE))
        gtk_check_button_set_active (GTK_CHECK_BUTTON (other), FALSE);

  filter_changed (self);
}

static void
add_heading (BarnActivityFilters *self,
             About                about)
{
  GtkWidget *label = gtk_label_new (_(about_labels[about]));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_set_margin_top (label, 6);
  gtk_box_append (self->choices, label);
}

static void
add_choice (BarnActivityFilters *self,
            About                about,
            const BarnSetOption *option)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *label = gtk_label_new (option->label);
  g_autofree char *name = NULL;

  if (about < ABOUT_OVERDUE)
    name = g_strdup_printf ("%s: %s", _(about_labels[about]), option->label);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), label);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), is_chosen (self, about, option->id));
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
  static const About order[N_ABOUT] =
    { ABOUT_OVERDUE, ABOUT_WITHOUT_FOLLOW_UP, ABOUT_STATUS, ABOUT_ROLE, ABOUT_SHIFT, ABOUT_RESPONSIBLE, ABOUT_ARTICLE };
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->choices))) != NULL)
    gtk_box_remove (self->choices, child);
  if (self->plan == NULL)
    return;

  self->filling = TRUE;
  for (guint i = 0; i < N_ABOUT; i++)
    {
      g_autoptr (GPtrArray) options = list_options (self, order[i]);

      if (order[i] < ABOUT_OVERDUE && options->len > 0)
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

  g_type_ensure (BARN_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Barnratt/ui/barn-activity-filters.ui");
  gtk_widget_class_bind_template_child (widget_class, BarnActivityFilters, figures);
  gtk_widget_class_bind_template_child (widget_class, BarnActivityFilters, tools_box);
  gtk_widget_class_bind_template_child (widget_class, BarnActivityFilters, search);
  gtk_widget_class_bind_template_child (widget_class, BarnActivityFilters, filter_button);
  gtk_widget_class_bind_template_child (widget_class, BarnActivityFilters, popover);
  gtk_widget_class_bind_template_child (widget_class, BarnActivityFilters, choices);
  gtk_widget_class_bind_template_child (widget_class, BarnActivityFilters, chips);
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

  for (guint i = 0; i < N_FIGURES; i++)
    {
      self->figure_toggles[i] = create_figure (self, i);
      gtk_box_append (self->figures, GTK_WIDGET (self->figure_toggles[i]));
    }
  show_figures (self);
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

void
barn_activity_filters_set_tally (BarnActivityFilters *self,
                                 const BarnTally     *tally)
{
  g_return_if_fail (BARN_IS_ACTIVITY_FILTERS (self));

  self->tally = *tally;
  show_figures (self);
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
  const BarnFilter *filter;

  g_return_if_fail (BARN_IS_ACTIVITY_FILTERS (self));
  g_return_if_fail (state != NULL);

  filter = self->filter;
  for (guint about = ABOUT_ROLE; about <= ABOUT_ARTICLE; about++)
    {
      char **ids = *get_ids (self->filter, (About) about);

      if (ids != NULL)
        g_variant_dict_insert_value (state, about_nicks[about], g_variant_new_strv ((const char *const *) ids, -1));
    }
  if (filter->statuses != 0)
    {
      g_auto (GVariantBuilder) nicks = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_STRING_ARRAY);

      for (guint i = 0; i < BARN_N_STATUSES; i++)
        if ((filter->statuses & (1u << i)) != 0)
          g_variant_builder_add (&nicks, "s", barn_status_to_nick ((BarnStatus) i));
      g_variant_dict_insert_value (state, about_nicks[ABOUT_STATUS], g_variant_builder_end (&nicks));
    }
  if (filter->responsible != NULL)
    g_variant_dict_insert (state, about_nicks[ABOUT_RESPONSIBLE], "s", filter->responsible);
  if (filter->overdue)
    g_variant_dict_insert (state, about_nicks[ABOUT_OVERDUE], "b", TRUE);
  if (filter->without_follow_up)
    g_variant_dict_insert (state, about_nicks[ABOUT_WITHOUT_FOLLOW_UP], "b", TRUE);
}

static void
load_choice (BarnActivityFilters *self,
             About                about,
             GVariant            *value)
{
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_BOOLEAN))
    {
      choose (self, about, "", g_variant_get_boolean (value));
    }
  else if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    {
      choose (self, about, g_variant_get_string (value, NULL), TRUE);
    }
  else if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING_ARRAY))
    {
      g_autofree const char **ids = g_variant_get_strv (value, NULL);

      for (guint i = 0; ids[i] != NULL; i++)
        choose (self, about, ids[i], TRUE);
    }
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
  for (guint about = 0; about < N_ABOUT; about++)
    {
      g_autoptr (GVariant) value = g_variant_dict_lookup_value (state, about_nicks[about], NULL);

      if (value != NULL)
        load_choice (self, (About) about, value);
    }
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

  for (guint about = 0; self->plan != NULL && about < N_ABOUT; about++)
    {
      g_autoptr (GPtrArray) options = NULL;

      if (!is_any_chosen (self, (About) about))
        continue;

      options = list_options (self, (About) about);
      for (guint i = 0; i < options->len; i++)
        {
          BarnSetOption *option = g_ptr_array_index (options, i);

          if (!is_chosen (self, (About) about, option->id))
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

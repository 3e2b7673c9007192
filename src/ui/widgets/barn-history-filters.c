/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-history-filters"

#include "config.h"

#include "barn-history-filters.h"

#include <glib/gi18n-lib.h>

#include "barn-date-entry.h"
#include "barn-ui.h"
#include "barn-wrap-layout.h"

struct _BarnHistoryFilters
{
  AdwBin             parent_instance;

  GtkSearchEntry    *search;
  GtkBox            *author_choices;
  GtkBox            *kind_choices;
  BarnDateEntry     *from_entry;
  BarnDateEntry     *until_entry;
  GtkBox            *chips;

  BarnHistoryFilter  filter;
  char              *author;
  char              *words;
  gboolean           filling;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BarnHistoryFilters, barn_history_filters, ADW_TYPE_BIN)

/* What a change can be about, by the nick of its kind */
static const struct
{
  const char *nick;
  const char *label;
} kinds[] = {
  { "activity", N_("Activities") },
  { "follow_up", N_("Follow-ups") },
  { "shift", N_("Shifts") },
  { "long_term", N_("Long term") },
  { "occasion", N_("Follow-up occasions") },
  { "indicator", N_("Indicators") },
  { "assessment", N_("Child impact assessments") },
  { "section_text", N_("Texts of documents") },
  { "area", N_("Development areas") },
  { "measure", N_("Measures") },
  { "plan", N_("The plan itself") },
  { "role", N_("Roles") },
  { "unit", N_("Units") },
};

/* The chips, in their order */
typedef enum
{
  CHIP_AUTHOR,
  CHIP_KIND,
  CHIP_FROM,
  CHIP_UNTIL,
  N_CHIPS
} Chip;

static char *
dup_chip_label (BarnHistoryFilters *self,
                Chip                chip)
{
  g_autofree char *day = NULL;

  switch (chip)
    {
    case CHIP_AUTHOR:
      return g_strdup (self->filter.author);
    case CHIP_KIND:
      for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
        if (g_strcmp0 (kinds[i].nick, self->filter.kind) == 0)
          return g_strdup (_(kinds[i].label));
      return NULL;
    case CHIP_FROM:
      if (self->filter.from == BARN_DAY_NONE)
        return NULL;
      day = barn_ui_format_day (self->filter.from);
      /* Translators: a filter: changes from this day on */
      return g_strdup_printf (_("From %s"), day);
    case CHIP_UNTIL:
      if (self->filter.until == BARN_DAY_NONE)
        return NULL;
      day = barn_ui_format_day (self->filter.until);
      /* Translators: a filter: changes until this day, which is included */
      return g_strdup_printf (_("Until %s"), day);
    case N_CHIPS:
    default:
      return NULL;
    }
}

static void show_chips (BarnHistoryFilters *self);

static void
filter_changed (BarnHistoryFilters *self)
{
  show_chips (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
set_author (BarnHistoryFilters *self,
            const char         *author)
{
  g_autofree char *before = g_steal_pointer (&self->author);

  self->author = g_strdup (author);
  self->filter.author = self->author;
}

static void
set_kind (BarnHistoryFilters *self,
          const char         *nick)
{
  self->filter.kind = NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i].nick, nick) == 0)
      self->filter.kind = kinds[i].nick;
}

static void
set_words (BarnHistoryFilters *self,
           const char         *words)
{
  g_autofree char *before = g_steal_pointer (&self->words);

  self->words = g_strdup (words);
  self->filter.search = self->words;
}

/* The check of the answer that is asked for goes down, and by itself those of the others up */
static void
mark_choice (GtkBox     *choices,
             const char *id)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (choices)); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (g_strcmp0 (g_object_get_data (G_OBJECT (child), "member"), id) == 0)
      gtk_check_button_set_active (GTK_CHECK_BUTTON (child), TRUE);
}

/* What is asked for, into what stands in the popover and in the search */
static void
show_filter (BarnHistoryFilters *self)
{
  self->filling = TRUE;
  mark_choice (self->author_choices, self->filter.author);
  mark_choice (self->kind_choices, self->filter.kind);
  barn_date_entry_set_day (self->from_entry, self->filter.from);
  barn_date_entry_set_day (self->until_entry, self->filter.until);
  gtk_editable_set_text (GTK_EDITABLE (self->search), self->filter.search != NULL ? self->filter.search : "");
  self->filling = FALSE;
}

static void
on_chip_clicked (BarnHistoryFilters *self,
                 GtkWidget          *button)
{
  Chip chip = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "chip"));

  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  if (chip == CHIP_AUTHOR)
    set_author (self, NULL);
  else if (chip == CHIP_KIND)
    set_kind (self, NULL);
  else if (chip == CHIP_FROM)
    self->filter.from = BARN_DAY_NONE;
  else
    self->filter.until = BARN_DAY_NONE;
  show_filter (self);
  filter_changed (self);
}

static void
on_clear_clicked (BarnHistoryFilters *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  barn_history_filters_clear (self);
}

static void
add_chip (BarnHistoryFilters *self,
          Chip                chip,
          const char         *text)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (text);
  g_autofree char *name = g_strdup_printf (_("Remove filter: %s"), text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 28);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("window-close-symbolic"));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_set_tooltip_text (button, name);
  gtk_widget_add_css_class (button, "filter-chip");
  barn_ui_set_name (button, name);
  g_object_set_data (G_OBJECT (button), "chip", GUINT_TO_POINTER (chip));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_chip_clicked), self);
  gtk_box_append (self->chips, button);
}

static void
add_clear (BarnHistoryFilters *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("C_lear All"));

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "filter-chip");
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_clear_clicked), self);
  gtk_box_append (self->chips, button);
}

static void
show_chips (BarnHistoryFilters *self)
{
  GtkWidget *child;
  gboolean any = FALSE;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->chips))) != NULL)
    gtk_box_remove (self->chips, child);

  for (Chip chip = 0; chip < N_CHIPS; chip++)
    {
      g_autofree char *label = dup_chip_label (self, chip);

      if (label == NULL)
        continue;
      add_chip (self, chip, label);
      any = TRUE;
    }

  if (any)
    add_clear (self);
  gtk_widget_set_visible (GTK_WIDGET (self->chips), any);
}

static void
on_choice_toggled (BarnHistoryFilters *self,
                   GtkCheckButton     *check)
{
  const char *id = g_object_get_data (G_OBJECT (check), "member");

  if (self->filling || !gtk_check_button_get_active (check))
    return;

  if (gtk_widget_get_parent (GTK_WIDGET (check)) == GTK_WIDGET (self->author_choices))
    set_author (self, id);
  else
    set_kind (self, id);
  filter_changed (self);
}

/* One answer of several; @id NULL: all */
static void
add_choice (BarnHistoryFilters *self,
            GtkBox             *choices,
            const char         *question,
            const char         *id,
            const char         *text)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (choices));
  g_autofree char *name = g_strdup_printf ("%s: %s", question, text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), label);
  if (first != NULL)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (check), GTK_CHECK_BUTTON (first));
  barn_ui_set_name (check, name);
  g_object_set_data_full (G_OBJECT (check), "member", g_strdup (id), g_free);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_choice_toggled), self, G_CONNECT_SWAPPED);
  gtk_box_append (choices, check);
}

static void
on_days_edited (BarnHistoryFilters *self)
{
  self->filter.from = barn_date_entry_get_day (self->from_entry);
  self->filter.until = barn_date_entry_get_day (self->until_entry);
  filter_changed (self);
}

static void
on_search_changed (BarnHistoryFilters *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search));

  if (self->filling || g_strcmp0 (words, self->words != NULL ? self->words : "") == 0)
    return;

  set_words (self, words);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_search_stopped (BarnHistoryFilters *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
}

/* Enter goes on to what was found */
static void
on_search_activated (BarnHistoryFilters *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "history.focus-list", NULL);
}

static void
barn_history_filters_finalize (GObject *object)
{
  BarnHistoryFilters *self = BARN_HISTORY_FILTERS (object);

  g_free (self->author);
  g_free (self->words);

  G_OBJECT_CLASS (barn_history_filters_parent_class)->finalize (object);
}

static void
barn_history_filters_class_init (BarnHistoryFiltersClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = barn_history_filters_finalize;

  signals[CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (BARN_TYPE_DATE_ENTRY);
  g_type_ensure (BARN_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Barnratt/ui/barn-history-filters.ui");
  gtk_widget_class_bind_template_child (widget_class, BarnHistoryFilters, search);
  gtk_widget_class_bind_template_child (widget_class, BarnHistoryFilters, author_choices);
  gtk_widget_class_bind_template_child (widget_class, BarnHistoryFilters, kind_choices);
  gtk_widget_class_bind_template_child (widget_class, BarnHistoryFilters, from_entry);
  gtk_widget_class_bind_template_child (widget_class, BarnHistoryFilters, until_entry);
  gtk_widget_class_bind_template_child (widget_class, BarnHistoryFilters, chips);
  gtk_widget_class_bind_template_callback (widget_class, on_days_edited);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_stopped);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activated);
}

static void
barn_history_filters_init (BarnHistoryFilters *self)
{
  self->filter.from = BARN_DAY_NONE;
  self->filter.until = BARN_DAY_NONE;
  gtk_widget_init_template (GTK_WIDGET (self));

  add_choice (self, self->kind_choices, _("What"), NULL, _("Everything"));
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    add_choice (self, self->kind_choices, _("What"), kinds[i].nick, _(kinds[i].label));
  show_filter (self);
}

const BarnHistoryFilter *
barn_history_filters_get_filter (BarnHistoryFilters *self)
{
  g_return_val_if_fail (BARN_IS_HISTORY_FILTERS (self), NULL);

  return &self->filter;
}

/**
 * barn_history_filters_set_authors:
 * @self: the filters
 * @names: (element-type utf8): who has changed something
 */
void
barn_history_filters_set_authors (BarnHistoryFilters *self,
                                  GPtrArray          *names)
{
  GtkWidget *child;

  g_return_if_fail (BARN_IS_HISTORY_FILTERS (self));
  g_return_if_fail (names != NULL);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->author_choices))) != NULL)
    gtk_box_remove (self->author_choices, child);
  add_choice (self, self->author_choices, _("Who"), NULL, _("Everyone"));
  for (guint i = 0; i < names->len; i++)
    add_choice (self, self->author_choices, _("Who"), g_ptr_array_index (names, i), g_ptr_array_index (names, i));
  show_filter (self);
}

/**
 * barn_history_filters_clear:
 * @self: the filters
 *
 * Asks for all changes again.
 */
void
barn_history_filters_clear (BarnHistoryFilters *self)
{
  g_return_if_fail (BARN_IS_HISTORY_FILTERS (self));

  set_author (self, NULL);
  set_kind (self, NULL);
  set_words (self, NULL);
  self->filter.from = BARN_DAY_NONE;
  self->filter.until = BARN_DAY_NONE;
  show_filter (self);
  filter_changed (self);
}

void
barn_history_filters_focus_search (BarnHistoryFilters *self)
{
  g_return_if_fail (BARN_IS_HISTORY_FILTERS (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  gtk_editable_select_region (GTK_EDITABLE (self->search), 0, -1);
}

/**
 * barn_history_filters_save:
 * @self: the filters
 * @state: where to put what is asked for, as barn_history_filters_load() takes it
 */
void
barn_history_filters_save (BarnHistoryFilters *self,
                           GVariantDict       *state)
{
  g_return_if_fail (BARN_IS_HISTORY_FILTERS (self));
  g_return_if_fail (state != NULL);

  if (self->filter.author != NULL)
    g_variant_dict_insert (state, "author", "s", self->filter.author);
  if (self->filter.kind != NULL)
    g_variant_dict_insert (state, "kind", "s", self->filter.kind);
  if (self->filter.from != BARN_DAY_NONE)
    g_variant_dict_insert (state, "from", "u", self->filter.from);
  if (self->filter.until != BARN_DAY_NONE)
    g_variant_dict_insert (state, "until", "u", self->filter.until);
}

/**
 * barn_history_filters_load:
 * @self: the filters
 * @state: what to ask for; what it does not name is not filtered by
 */
void
barn_history_filters_load (BarnHistoryFilters *self,
                           GVariantDict       *state)
{
  const char *author = NULL;
  const char *kind = NULL;

  g_return_if_fail (BARN_IS_HISTORY_FILTERS (self));
  g_return_if_fail (state != NULL);

  g_variant_dict_lookup (state, "author", "&s", &author);
  g_variant_dict_lookup (state, "kind", "&s", &kind);
  set_author (self, author);
  set_kind (self, kind);
  if (!g_variant_dict_lookup (state, "from", "u", &self->filter.from))
    self->filter.from = BARN_DAY_NONE;
  if (!g_variant_dict_lookup (state, "until", "u", &self->filter.until))
    self->filter.until = BARN_DAY_NONE;
  show_filter (self);
  filter_changed (self);
}

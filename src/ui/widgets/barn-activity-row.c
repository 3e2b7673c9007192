/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-activity-row"

#include "config.h"

#include "barn-activity-row.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "barn-status-icon.h"
#include "barn-ui.h"

#define SPACING 12
#define ICON_SPACING 6

struct _BarnActivityRow
{
  GtkWidget     parent_instance;

  GtkWidget    *icon;
  GtkWidget    *status;
  GtkWidget    *title;
  GtkWidget    *meta;        /* the second line where there is no room for columns */
  GtkWidget    *facts[BARN_N_ACTIVITY_ORDERS]; /* what stands in the other columns; NULL until it is first shown */
  GtkWidget    *overdue;     /* icon and word, under the due date, beside @meta, or under the status */
  GtkWidget    *raised;      /* icon and word, under the title */

  guint         columns;

  BarnModel    *model;
  BarnActivity *activity;
  gulong        handler;
  BarnStatus    shown_status;
  char         *words;
};

enum
{
  PROP_WORDS = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (BarnActivityRow, barn_activity_row, GTK_TYPE_WIDGET)

static int
height_for (GtkWidget *child,
            int        width)
{
  int minimum;
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, MAX (width, minimum), NULL, &natural, NULL, NULL);

  return natural;
}

static int
width_of (GtkWidget *child)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);

  return natural;
}

/* What is left beside the word that it is overdue */
static int
meta_width (BarnActivityRow *self,
            int              width)
{
  int overdue = gtk_widget_get_visible (self->overdue) ? MIN (width_of (self->overdue), width) + SPACING : 0;

  return MAX (width - overdue, 0);
}

static void
allocate (GtkWidget *child,
          int        x,
          int        y,
          int        width,
          int        height)
{
  int minimum;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_size_allocate (child, &(GtkAllocation) { x, y, MAX (width, minimum), height }, -1);
}

static GtkSizeRequestMode
barn_activity_row_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static gboolean
has_column (BarnActivityRow *self,
            guint            order)
{
  return (self->columns & BARN_ACTIVITY_COLUMN (order)) != 0;
}

/* The column that says that the activity is overdue */
static guint
get_overdue_column (BarnActivityRow *self)
{
  return has_column (self, BARN_ACTIVITY_ORDER_DUE) ? BARN_ACTIVITY_ORDER_DUE : BARN_ACTIVITY_ORDER_STATUS;
}

static int
measure_wide (BarnActivityRow           *self,
              const BarnActivityColumns *columns)
{
  gboolean overdue = gtk_widget_get_visible (self->overdue);
  int status_width = columns->width[BARN_ACTIVITY_ORDER_STATUS];
  int highest = 0;

  for (guint i = BARN_ACTIVITY_ORDER_STATUS; i < BARN_N_ACTIVITY_ORDERS; i++)
    {
      int height = 0;

      if (i == BARN_ACTIVITY_ORDER_STATUS)
        height = height_for (self->status, status_width - 16 - ICON_SPACING);
      else if (self->facts[i] != NULL && has_column (self, i))
        height = height_for (self->facts[i], columns->width[i]);
      if (overdue && i == get_overdue_column (self))
        height += height_for (self->overdue, columns->width[i]);
      highest = MAX (highest, height);
    }

  return highest;
}

static void
barn_activity_row_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  BarnActivityRow *self = BARN_ACTIVITY_ROW (widget);
  gboolean overdue = gtk_widget_get_visible (self->overdue);
  gboolean raised = gtk_widget_get_visible (self->raised);
  BarnActivityColumns columns;
  int title_width;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 150;
      *natural = 600;
      return;
    }

  barn_activity_columns_compute (&columns, widget, self->columns, for_size >= 0 ? for_size : 600);
  title_width = columns.width[BARN_ACTIVITY_ORDER_TITLE];
  *natural = height_for (self->title, title_width) + (raised ? height_for (self->raised, title_width) : 0);
  if (columns.narrow)
    *natural += MAX (height_for (self->meta, meta_width (self, title_width)),
                     overdue ? height_for (self->overdue, title_width) : 0);
  else
    *natural = MAX (*natural, measure_wide (self, &columns));
  *minimum = *natural;
}

static void
allocate_narrow (BarnActivityRow           *self,
                 const BarnActivityColumns *columns,
                 int                        height)
{
  int x = columns->x[BARN_ACTIVITY_ORDER_TITLE];
  int width = columns->width[BARN_ACTIVITY_ORDER_TITLE];
  int title_height = height_for (self->title, width);
  int raised_height = gtk_widget_get_visible (self->raised) ? height_for (self->raised, width) : 0;
  int line = MAX (height - title_height - raised_height, 0);
  int rest = meta_width (self, width);

  /* Beside the first line of the title: the word of the status has the same font, and one line */
  allocate (self->icon, 0, 0, 16, MIN (height, height_for (self->status, width)));
  allocate (self->title, x, 0, width, title_height);
  if (gtk_widget_get_visible (self->overdue))
    allocate (self->overdue, x, title_height, MIN (width_of (self->overdue), width), MIN (line, height_for (self->overdue, width)));
  allocate (self->meta, x + width - rest, title_height, rest, line);
  if (raised_height > 0)
    allocate (self->raised, x, title_height + line, width, raised_height);
}

static void
allocate_wide (BarnActivityRow           *self,
               const BarnActivityColumns *columns,
               int                        height)
{
  const int *x = columns->x;
  const int *width = columns->width;
  int status_width = width[BARN_ACTIVITY_ORDER_STATUS] - 16 - ICON_SPACING;
  int line = height_for (self->status, status_width);
  int title_height = height_for (self->title, width[BARN_ACTIVITY_ORDER_TITLE]);
  guint overdue = get_overdue_column (self);

  allocate (self->icon, x[BARN_ACTIVITY_ORDER_STATUS], 0, 16, line);
  allocate (self->status, x[BARN_ACTIVITY_ORDER_STATUS] + 16 + ICON_SPACING, 0, status_width, line);
  allocate (self->title, x[BARN_ACTIVITY_ORDER_TITLE], 0, width[BARN_ACTIVITY_ORDER_TITLE], title_height);
  if (gtk_widget_get_visible (self->raised))
    allocate (self->raised, x[BARN_ACTIVITY_ORDER_TITLE], title_height, width[BARN_ACTIVITY_ORDER_TITLE],
              height_for (self->raised, width[BARN_ACTIVITY_ORDER_TITLE]));

  for (guint i = 0; i < BARN_N_ACTIVITY_ORDERS; i++)
    if (self->facts[i] != NULL && has_column (self, i))
      allocate (self->facts[i], x[i], 0, width[i], i == overdue ? height_for (self->facts[i], width[i]) : height);
  if (gtk_widget_get_visible (self->overdue))
    {
      int above = overdue == BARN_ACTIVITY_ORDER_DUE ? height_for (self->facts[overdue], width[overdue]) : line;

      allocate (self->overdue, x[overdue], above, width[overdue], MAX (height - above, 0));
    }
}

static void
barn_activity_row_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  BarnActivityRow *self = BARN_ACTIVITY_ROW (widget);
  BarnActivityColumns columns;

  barn_activity_columns_compute (&columns, widget, self->columns, width);
  gtk_widget_set_child_visible (self->status, !columns.narrow);
  gtk_widget_set_child_visible (self->meta, columns.narrow);
  for (guint i = 0; i < BARN_N_ACTIVITY_ORDERS; i++)
    if (self->facts[i] != NULL)
      gtk_widget_set_child_visible (self->facts[i], !columns.narrow && has_column (self, i));

  if (columns.narrow)
    allocate_narrow (self, &columns, height);
  else
    allocate_wide (self, &columns, height);
}

static void
set_label (GtkWidget  *label,
           const char *text)
{
  if (g_strcmp0 (gtk_label_get_label (GTK_LABEL (label)), text) != 0)
    gtk_label_set_label (GTK_LABEL (label), text);
}

static void
show_status (BarnActivityRow *self,
             BarnStatus       status)
{
  gtk_widget_remove_css_class (self->icon, barn_status_get_style_class (self->shown_status));
  gtk_widget_add_css_class (self->icon, barn_status_get_style_class (status));
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), barn_status_get_icon (status));
  set_label (self->status, barn_status_get_label (status));
  self->shown_status = status;
}

/* The numbers of its shifts in the plan, in order: "1, 3". (transfer full) */
static char *
dup_shift_numbers (BarnActivityRow *self)
{
  const char *const *ids = barn_activity_get_shifts (self->activity);
  BarnItem *plan = self->model != NULL ? barn_model_lookup (self->model, barn_activity_get_plan (self->activity)) : NULL;
  GString *text = g_string_new (NULL);
  guint n_shifts;

  if (*ids == NULL || plan == NULL)
    return g_string_free (text, FALSE);

  n_shifts = g_list_model_get_n_items (barn_plan_get_shifts (BARN_PLAN (plan)));
  for (guint i = 0; i < n_shifts; i++)
    {
      g_autoptr (BarnItem) shift = g_list_model_get_item (barn_plan_get_shifts (BARN_PLAN (plan)), i);

      if (g_strv_contains (ids, barn_item_get_id (shift)))
        g_string_append_printf (text, "%s%u", text->len > 0 ? ", " : "", i + 1);
    }

  return g_string_free (text, FALSE);
}

/* What stands in a column; "" for nothing. (transfer full) */
static char *
dup_fact (BarnActivityRow *self,
          guint            order)
{
  BarnActivity *activity = self->activity;
  BarnFollowUp *last;

  switch ((BarnActivityOrder) order)
    {
    case BARN_ACTIVITY_ORDER_RESPONSIBLE:
      return barn_activity_dup_responsible (activity, self->model);
    case BARN_ACTIVITY_ORDER_ROLES:
      return self->model != NULL ? barn_model_dup_role_names (self->model, activity) : g_strdup ("");
    case BARN_ACTIVITY_ORDER_SHIFTS:
      return dup_shift_numbers (self);
    case BARN_ACTIVITY_ORDER_ARTICLES:
      return g_strjoinv (", ", (char **) barn_activity_get_articles (activity));
    case BARN_ACTIVITY_ORDER_START:
      return barn_ui_format_day (barn_activity_get_start_on (activity));
    case BARN_ACTIVITY_ORDER_DUE:
      return barn_ui_format_day (barn_activity_get_due_on (activity));
    case BARN_ACTIVITY_ORDER_FIRST_DUE:
      return barn_ui_format_day (barn_activity_get_first_due_on (activity));
    case BARN_ACTIVITY_ORDER_FOLLOW_UP:
      last = barn_activity_get_last_follow_up (activity, barn_clock_get_today ());
      return barn_ui_format_day (last != NULL ? barn_follow_up_get_day (last) : BARN_DAY_NONE);
    case BARN_ACTIVITY_ORDER_PLAN:
    case BARN_ACTIVITY_ORDER_STATUS:
    case BARN_ACTIVITY_ORDER_TITLE:
    default:
      return g_strdup ("");
    }
}

/* Of "3, 12": 2 */
static guint
count_members (const char *fact)
{
  guint n_members = 1;

  for (; (fact = strchr (fact, ',')) != NULL; fact++)
    n_members++;

  return n_members;
}

/* With its name, where it does not tell by itself what it is: "First due 30 June". (transfer full) */
static char *
dup_named (guint       order,
           const char *fact)
{
  switch ((BarnActivityOrder) order)
    {
    case BARN_ACTIVITY_ORDER_SHIFTS:
      return g_strdup_printf (ngettext ("Shift %s", "Shifts %s", count_members (fact)), fact);
    case BARN_ACTIVITY_ORDER_ARTICLES:
      return g_strdup_printf (ngettext ("Article %s", "Articles %s", count_members (fact)), fact);
    case BARN_ACTIVITY_ORDER_START:
      return g_strdup_printf (_("Starts %s"), fact);
    case BARN_ACTIVITY_ORDER_DUE:
      return g_strdup_printf (_("Due %s"), fact);
    case BARN_ACTIVITY_ORDER_FIRST_DUE:
      return g_strdup_printf (_("First due %s"), fact);
    case BARN_ACTIVITY_ORDER_FOLLOW_UP:
      return g_strdup_printf (_("Followed up %s"), fact);
    case BARN_ACTIVITY_ORDER_PLAN:
    case BARN_ACTIVITY_ORDER_STATUS:
    case BARN_ACTIVITY_ORDER_TITLE:
    case BARN_ACTIVITY_ORDER_RESPONSIBLE:
    case BARN_ACTIVITY_ORDER_ROLES:
    default:
      return g_strdup (fact);
    }
}

/* On the second line a date stands without its name while it is the only one; the last follow-up is not on it then */
static void
append_meta (BarnActivityRow *self,
             GString         *meta,
             guint            order,
             const char      *fact,
             const char      *named)
{
  gboolean usual = self->columns == BARN_ACTIVITY_COLUMNS_USUAL;

  if (!usual || order != BARN_ACTIVITY_ORDER_FOLLOW_UP)
    g_string_append_printf (meta, " · %s", usual ? fact : named);
}

/* A due date that was moved stands above the first one, where that has no column of its own. (transfer full) */
static char *
dup_due_lines (BarnActivityRow *self,
               const char      *due)
{
  BarnActivity *activity = self->activity;
  BarnDay first = barn_activity_get_first_due_on (activity);
  g_autofree char *first_day = NULL;

  if (has_column (self, BARN_ACTIVITY_ORDER_FIRST_DUE) || first == BARN_DAY_NONE || *due == '\0' || first == barn_activity_get_due_on (activity))
    return g_strdup (due);

  first_day = barn_ui_format_day (first);
  /* Translators: the due date, and below it the one that was given first */
  return g_strdup_printf (_("%s\nfirst %s"), due, first_day);
}

static void
show_facts (BarnActivityRow *self,
            GString         *meta,
            GString         *words)
{
  for (guint i = BARN_ACTIVITY_ORDER_RESPONSIBLE; i < BARN_N_ACTIVITY_ORDERS; i++)
    {
      g_autofree char *fact = NULL;
      g_autofree char *lines = NULL;
      g_autofree char *named = NULL;

      if (!has_column (self, i))
        continue;

      fact = dup_fact (self, i);
      lines = i == BARN_ACTIVITY_ORDER_DUE ? dup_due_lines (self, fact) : g_strdup (fact);
      set_label (self->facts[i], lines);
      if (*fact == '\0')
        continue;
      named = dup_named (i, fact);
      append_meta (self, meta, i, fact, named);
      g_string_append_printf (words, ". %s", named);
    }
}

static void
update (BarnActivityRow *self)
{
  BarnActivity *activity = self->activity;
  BarnDay today = barn_clock_get_today ();
  BarnStatus status = barn_activity_get_status (activity, today);
  gboolean is_overdue = barn_activity_is_overdue (activity, today);
  g_autofree char *status_words = barn_status_dup_words (status, is_overdue);
  g_autoptr (GString) meta = g_string_new (barn_status_get_label (status));
  GString *words = g_string_new (barn_activity_get_title (activity));

  show_status (self, status);
  set_label (self->title, barn_activity_get_title (activity));
  gtk_widget_set_visible (self->overdue, is_overdue);
  gtk_widget_set_visible (self->raised, barn_activity_get_raised (activity));

  g_string_append_printf (words, ". %s", status_words);
  if (barn_activity_get_raised (activity))
    g_string_append_printf (words, ". %s", _("Needs to be raised"));
  show_facts (self, meta, words);
  set_label (self->meta, meta->str);

  g_free (self->words);
  self->words = g_string_free (words, FALSE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WORDS]);
}

static GtkWidget *
create_label (BarnActivityRow *self,
              int              n_lines)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "xalign", 0.0f,
                                   "yalign", 0.0f,
                                   "ellipsize", PANGO_ELLIPSIZE_END,
                                   NULL);

  if (n_lines > 1)
    g_object_set (label, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "lines", n_lines, NULL);
  gtk_widget_set_parent (label, GTK_WIDGET (self));

  return label;
}

static void
create_fact (BarnActivityRow *self,
             guint            order)
{
  gboolean text = order == BARN_ACTIVITY_ORDER_RESPONSIBLE || order == BARN_ACTIVITY_ORDER_ROLES;

  self->facts[order] = create_label (self, text || order == BARN_ACTIVITY_ORDER_DUE ? 2 : 1);
  if (order != BARN_ACTIVITY_ORDER_DUE)
    gtk_widget_add_css_class (self->facts[order], "dim-label");
  if (!text)
    gtk_widget_add_css_class (self->facts[order], "numeric");
}

/* Only what is cut has more to tell */
static gboolean
on_query_tooltip (GtkWidget  *label,
                  int         x,
                  int         y,
                  gboolean    keyboard,
                  GtkTooltip *tooltip)
{
  if (!pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label))))
    return FALSE;

  gtk_tooltip_set_text (tooltip, gtk_label_get_label (GTK_LABEL (label)));

  return TRUE;
}

static GtkWidget *
create_mark (BarnActivityRow *self,
             const char      *icon_name,
             const char      *text,
             const char      *style_class)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  GtkWidget *icon = gtk_image_new_from_icon_name (icon_name);
  GtkWidget *word = gtk_label_new (text);

  gtk_widget_add_css_class (icon, style_class);
  gtk_widget_add_css_class (word, style_class);
  gtk_widget_add_css_class (word, "caption");
  gtk_label_set_ellipsize (GTK_LABEL (word), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), word);
  gtk_widget_set_parent (box, GTK_WIDGET (self));

  return box;
}

static void
barn_activity_row_dispose (GObject *object)
{
  BarnActivityRow *self = BARN_ACTIVITY_ROW (object);
  GtkWidget *child;

  barn_activity_row_set_activity (self, NULL, NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (barn_activity_row_parent_class)->dispose (object);
}

static void
barn_activity_row_finalize (GObject *object)
{
  g_free (BARN_ACTIVITY_ROW (object)->words);

  G_OBJECT_CLASS (barn_activity_row_parent_class)->finalize (object);
}

static void
barn_activity_row_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_WORDS:
      g_value_set_string (value, BARN_ACTIVITY_ROW (object)->words);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
barn_activity_row_class_init (BarnActivityRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = barn_activity_row_dispose;
  object_class->finalize = barn_activity_row_finalize;
  object_class->get_property = barn_activity_row_get_property;
  widget_class->get_request_mode = barn_activity_row_get_request_mode;
  widget_class->measure = barn_activity_row_measure;
  widget_class->size_allocate = barn_activity_row_size_allocate;

  properties[PROP_WORDS] =
    g_param_spec_string ("words", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "activityrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
barn_activity_row_init (BarnActivityRow *self)
{
  self->icon = gtk_image_new ();
  gtk_widget_set_parent (self->icon, GTK_WIDGET (self));
  self->status = create_label (self, 1);
  self->title = create_label (self, 3);
  /* Set text by text, GTK would ask where the pointer is for each row that is bound */
  gtk_widget_set_has_tooltip (self->title, TRUE);
  g_signal_connect (self->title, "query-tooltip", G_CALLBACK (on_query_tooltip), NULL);
  self->meta = create_label (self, 1);
  self->overdue = create_mark (self, "barn-overdue-symbolic", _("Overdue"), "overdue");
  self->raised = create_mark (self, "barn-raised-symbolic", _("Needs to be raised"), "raised");

  gtk_widget_add_css_class (self->meta, "dim-label");
  gtk_widget_add_css_class (self->meta, "caption");
  barn_activity_row_set_columns (self, BARN_ACTIVITY_COLUMNS_USUAL);
}

/**
 * barn_activity_row_new:
 *
 * Returns: (transfer full): a row of nothing yet, floating
 */
GtkWidget *
barn_activity_row_new (void)
{
  return g_object_new (BARN_TYPE_ACTIVITY_ROW, NULL);
}

/**
 * barn_activity_row_set_activity:
 * @self: a row
 * @model: (nullable): the living items
 * @activity: (nullable): what to show and follow from now on
 */
void
barn_activity_row_set_activity (BarnActivityRow *self,
                                BarnModel       *model,
                                BarnActivity    *activity)
{
  g_return_if_fail (BARN_IS_ACTIVITY_ROW (self));
  g_return_if_fail (activity == NULL || BARN_IS_ACTIVITY (activity));

  if (self->activity == activity)
    return;

  if (self->activity != NULL)
    g_clear_signal_handler (&self->handler, self->activity);
  g_set_object (&self->model, model);
  g_set_object (&self->activity, activity);
  if (activity != NULL)
    {
      self->handler = g_signal_connect_swapped (activity, "notify", G_CALLBACK (update), self);
      update (self);
    }
}

/**
 * barn_activity_row_set_columns:
 * @self: a row
 * @columns: which columns to show, see barn-activity-columns.h
 */
void
barn_activity_row_set_columns (BarnActivityRow *self,
                               guint            columns)
{
  g_return_if_fail (BARN_IS_ACTIVITY_ROW (self));

  columns |= BARN_ACTIVITY_COLUMNS_FIXED;
  if (self->columns == columns)
    return;

  self->columns = columns;
  for (guint i = BARN_ACTIVITY_ORDER_RESPONSIBLE; i < BARN_N_ACTIVITY_ORDERS; i++)
    if (has_column (self, i) && self->facts[i] == NULL)
      create_fact (self, i);
  g_object_set (self->meta,
                "wrap", columns != BARN_ACTIVITY_COLUMNS_USUAL,
                "lines", columns != BARN_ACTIVITY_COLUMNS_USUAL ? 2 : -1,
                NULL);
  if (self->activity != NULL)
    update (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * barn_activity_row_get_words:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): all of it in words
 */
const char *
barn_activity_row_get_words (BarnActivityRow *self)
{
  g_return_val_if_fail (BARN_IS_ACTIVITY_ROW (self), NULL);

  return self->words;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-activity-row"

#include "config.h"

#include "barn-activity-row.h"

#include <glib/gi18n-lib.h>

#include "barn-activity-group.h"
#include "barn-status-icon.h"
#include "barn-ui.h"

#define SPACING 12
#define ICON_SPACING 6

/* Widths of columns in characters of the font, so that they grow with the text */
#define STATUS_CHARS 12
#define RESPONSIBLE_CHARS 18
#define DUE_CHARS 14
#define FOLLOW_UP_CHARS 14
#define TITLE_CHARS 34

/* What the columns may grow to where the title has room enough: a responsible unit and role on two lines, a date with its year on one */
#define RESPONSIBLE_MORE_CHARS 12
#define DAY_MORE_CHARS 3

struct _BarnActivityRow
{
  GtkWidget     parent_instance;

  GtkWidget    *icon;
  GtkWidget    *status;
  GtkWidget    *title;
  GtkWidget    *meta;        /* the second line where there is no room for columns */
  GtkWidget    *responsible;
  GtkWidget    *due;
  GtkWidget    *overdue;     /* icon and word, under the due date or beside @meta */
  GtkWidget    *raised;      /* icon and word, under the title */
  GtkWidget    *follow_up;

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

/**
 * barn_activity_columns_compute:
 * @self: (out caller-allocates): where to put it
 * @widget: whose font counts
 * @width: of the row
 */
void
barn_activity_columns_compute (BarnActivityColumns *self,
                               GtkWidget           *widget,
                               int                  width)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int character = PANGO_PIXELS_CEIL (pango_font_metrics_get_approximate_char_width (metrics));
  int fixed;
  int more;

  pango_font_metrics_unref (metrics);

  self->status_width = 16 + ICON_SPACING + STATUS_CHARS * character;
  self->responsible_width = RESPONSIBLE_CHARS * character;
  self->due_width = DUE_CHARS * character;
  self->follow_up_width = FOLLOW_UP_CHARS * character;
  fixed = self->status_width + self->responsible_width + self->due_width + self->follow_up_width + 4 * SPACING;
  self->narrow = width < fixed + TITLE_CHARS * character;

  self->status_x = 0;
  if (self->narrow)
    {
      self->title_x = 16 + SPACING;
      self->title_width = MAX (width - self->title_x, 0);
      return;
    }

  more = MIN (width - fixed - TITLE_CHARS * character, 2 * DAY_MORE_CHARS * character);
  self->due_width += more / 2;
  self->follow_up_width += more / 2;
  fixed += 2 * (more / 2);
  more = MIN ((width - fixed - TITLE_CHARS * character) / 2, RESPONSIBLE_MORE_CHARS * character);
  self->responsible_width += more;
  fixed += more;

  self->title_x = self->status_width + SPACING;
  self->title_width = width - fixed;
  self->responsible_x = self->title_x + self->title_width + SPACING;
  self->due_x = self->responsible_x + self->responsible_width + SPACING;
  self->follow_up_x = self->due_x + self->due_width + SPACING;
}

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

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 150;
      *natural = 600;
      return;
    }

  barn_activity_columns_compute (&columns, widget, for_size >= 0 ? for_size : 600);
  *natural = height_for (self->title, columns.title_width) + (raised ? height_for (self->raised, columns.title_width) : 0);
  if (columns.narrow)
    *natural += MAX (height_for (self->meta, columns.title_width),
                     overdue ? height_for (self->overdue, columns.title_width) : 0);
  else
    {
      *natural = MAX (*natural, height_for (self->responsible, columns.responsible_width));
      *natural = MAX (*natural, height_for (self->due, columns.due_width)
                                + (overdue ? height_for (self->overdue, columns.due_width) : 0));
    }
  *minimum = *natural;
}

static void
allocate_narrow (BarnActivityRow           *self,
                 const BarnActivityColumns *columns,
                 int                        height)
{
  int title_height = height_for (self->title, columns->title_width);
  int raised_height = gtk_widget_get_visible (self->raised) ? height_for (self->raised, columns->title_width) : 0;
  int overdue_width = 0;
  int line = MAX (height - title_height - raised_height, 0);

  /* Beside the first line of the title: the word of the status has the same font, and one line */
  allocate (self->icon, 0, 0, 16, MIN (height, height_for (self->status, columns->title_width)));
  allocate (self->title, columns->title_x, 0, columns->title_width, title_height);
  if (gtk_widget_get_visible (self->overdue))
    {
      overdue_width = MIN (width_of (self->overdue), columns->title_width);
      allocate (self->overdue, columns->title_x, title_height, overdue_width, line);
      overdue_width += SPACING;
    }
  allocate (self->meta, columns->title_x + overdue_width, title_height,
            MAX (columns->title_width - overdue_width, 0), line);
  if (raised_height > 0)
    allocate (self->raised, columns->title_x, title_height + line, columns->title_width, raised_height);
}

static void
allocate_wide (BarnActivityRow           *self,
               const BarnActivityColumns *columns,
               int                        height)
{
  int line = height_for (self->status, columns->status_width - 16 - ICON_SPACING);
  int due_height = height_for (self->due, columns->due_width);
  int title_height = height_for (self->title, columns->title_width);

  allocate (self->icon, columns->status_x, 0, 16, line);
  allocate (self->status, columns->status_x + 16 + ICON_SPACING, 0, columns->status_width - 16 - ICON_SPACING, line);
  allocate (self->title, columns->title_x, 0, columns->title_width, title_height);
  if (gtk_widget_get_visible (self->raised))
    allocate (self->raised, columns->title_x, title_height, columns->title_width,
              height_for (self->raised, columns->title_width));
  allocate (self->responsible, columns->responsible_x, 0, columns->responsible_width, height);
  allocate (self->due, columns->due_x, 0, columns->due_width, due_height);
  if (gtk_widget_get_visible (self->overdue))
    allocate (self->overdue, columns->due_x, due_height, columns->due_width, MAX (height - due_height, 0));
  allocate (self->follow_up, columns->follow_up_x, 0, columns->follow_up_width, height);
}

static void
barn_activity_row_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  BarnActivityRow *self = BARN_ACTIVITY_ROW (widget);
  BarnActivityColumns columns;

  barn_activity_columns_compute (&columns, widget, width);
  gtk_widget_set_child_visible (self->status, !columns.narrow);
  gtk_widget_set_child_visible (self->responsible, !columns.narrow);
  gtk_widget_set_child_visible (self->due, !columns.narrow);
  gtk_widget_set_child_visible (self->follow_up, !columns.narrow);
  gtk_widget_set_child_visible (self->meta, columns.narrow);

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

/* "Ongoing · Head of unit · 30 June": what there is, after each other */
static char *
dup_meta (const char *status,
          const char *responsible,
          const char *due)
{
  GString *meta = g_string_new (status);

  if (*responsible != '\0')
    g_string_append_printf (meta, " · %s", responsible);
  if (*due != '\0')
    g_string_append_printf (meta, " · %s", due);

  return g_string_free (meta, FALSE);
}

static char *
dup_words (BarnActivityRow *self,
           const char      *status,
           const char      *responsible,
           const char      *due,
           const char      *follow_up)
{
  GString *words = g_string_new (barn_activity_get_title (self->activity));

  g_string_append_printf (words, ". %s", status);
  if (barn_activity_get_raised (self->activity))
    g_string_append_printf (words, ". %s", _("Needs to be raised"));
  if (*responsible != '\0')
    g_string_append_printf (words, ". %s", responsible);
  if (*due != '\0')
    {
      g_string_append (words, ". ");
      g_string_append_printf (words, _("Due %s"), due);
    }
  if (*follow_up != '\0')
    {
      g_string_append (words, ". ");
      g_string_append_printf (words, _("Followed up %s"), follow_up);
    }

  return g_string_free (words, FALSE);
}

/* A due date that was moved stands above the first one */
static char *
dup_due_lines (BarnActivity *activity,
               const char   *due)
{
  BarnDay first = barn_activity_get_first_due_on (activity);
  g_autofree char *first_day = NULL;

  if (first == BARN_DAY_NONE || *due == '\0' || first == barn_activity_get_due_on (activity))
    return g_strdup (due);

  first_day = barn_ui_format_day (first);
  /* Translators: the due date, and below it the one that was given first */
  return g_strdup_printf (_("%s\nfirst %s"), due, first_day);
}

static void
update (BarnActivityRow *self)
{
  BarnActivity *activity = self->activity;
  BarnDay today = barn_clock_get_today ();
  BarnStatus status = barn_activity_get_status (activity, today);
  gboolean is_overdue = barn_activity_is_overdue (activity, today);
  BarnFollowUp *last = barn_activity_get_last_follow_up (activity, today);
  g_autofree char *responsible = barn_activity_dup_responsible (activity, self->model);
  g_autofree char *due = barn_ui_format_day (barn_activity_get_due_on (activity));
  g_autofree char *due_lines = dup_due_lines (activity, due);
  g_autofree char *follow_up = barn_ui_format_day (last != NULL ? barn_follow_up_get_day (last) : BARN_DAY_NONE);
  g_autofree char *meta = dup_meta (barn_status_get_label (status), responsible, due);
  g_autofree char *status_words = barn_status_dup_words (status, is_overdue);

  show_status (self, status);
  set_label (self->title, barn_activity_get_title (activity));
  set_label (self->meta, meta);
  set_label (self->responsible, responsible);
  set_label (self->due, due_lines);
  set_label (self->follow_up, follow_up);
  gtk_widget_set_visible (self->overdue, is_overdue);
  gtk_widget_set_visible (self->raised, barn_activity_get_raised (activity));

  g_free (self->words);
  self->words = dup_words (self, status_words, responsible, due, follow_up);
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
  self->responsible = create_label (self, 2);
  self->due = create_label (self, 2);
  self->overdue = create_mark (self, "barn-overdue-symbolic", _("Overdue"), "overdue");
  self->raised = create_mark (self, "barn-raised-symbolic", _("Needs to be raised"), "raised");
  self->follow_up = create_label (self, 1);

  gtk_widget_add_css_class (self->meta, "dim-label");
  gtk_widget_add_css_class (self->meta, "caption");
  gtk_widget_add_css_class (self->responsible, "dim-label");
  gtk_widget_add_css_class (self->due, "numeric");
  gtk_widget_add_css_class (self->follow_up, "dim-label");
  gtk_widget_add_css_class (self->follow_up, "numeric");
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

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-preview"

#include "config.h"

#include "barn-preview.h"

#include <glib/gi18n-lib.h>

#include "barn-ui.h"

struct _BarnPreview
{
  AdwBin             parent_instance;

  GtkScrolledWindow *scroller;
  GtkBox            *paper;

  GPtrArray         *blocks;      /* the BarnNodes on the paper, one a child */
  GPtrArray         *coming;      /* those that come after the first @head of them, the next one last */
  guint              head;
  guint              coming_source;
  GtkWidget         *anchor;      /* what one reads: it stays where it is while what stands above changes. Not owned */
  double             anchor_y;    /* from the top of the window */
  double             kept;        /* where that is; who scrolls elsewhere means it */
  char              *scroll_id;   /* the heading to go to as soon as it has its place */
  guint              scroll_tick;
  guint              n_ticks;
};

enum
{
  HEADING_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BarnPreview, barn_preview, ADW_TYPE_BIN)

#define ID_KEY   "barn-id"
#define TEXT_KEY "barn-text"

/* The title stands beside the tree of a document, and above it on paper */
#define TITLE_ID "title"

/* More columns than this are figures */
#define MAX_TEXT_COLUMNS 5
#define MAX_HEADER_CHARS 14

static void       settle        (BarnPreview *self);
static GtkWidget *render_block  (BarnPreview *self,
                                 BarnNode    *node);
static void       render_inside (BarnPreview *self,
                                 BarnNode    *node,
                                 GtkBox      *box,
                                 gboolean     bold);

static GtkWidget *
get_child (BarnPreview *self,
           guint        index)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->paper));

  while (child != NULL && index-- > 0)
    child = gtk_widget_get_next_sibling (child);

  return child;
}

/* ---- Text ---- */

static char *
dup_markup (BarnNode *node)
{
  g_autoptr (GString) markup = g_string_new (NULL);

  for (guint i = 0; i < barn_node_get_n_spans (node); i++)
    {
      const BarnSpan *span = barn_node_get_span (node, i);
      g_autofree char *text = g_markup_escape_text (span->text, -1);
      gboolean bold = (span->style & BARN_SPAN_BOLD) != 0;
      gboolean italic = (span->style & BARN_SPAN_ITALIC) != 0;

      g_string_append_printf (markup, "%s%s%s%s%s", bold ? "<b>" : "", italic ? "<i>" : "", text,
                              italic ? "</i>" : "", bold ? "</b>" : "");
    }

  return g_string_free (g_steal_pointer (&markup), FALSE);
}

static GtkWidget *
create_text (const char        *markup,
             GtkAccessibleRole  role)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "accessible-role", role,
                                   "use-markup", TRUE,
                                   "label", markup,
                                   "xalign", 0.0f,
                                   "yalign", 0.0f,
                                   "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "hexpand", TRUE,
                                   NULL);

  return label;
}

static GtkWidget *
render_text (BarnNode *node,
             gboolean  bold)
{
  g_autofree char *markup = dup_markup (node);
  GtkWidget *label = create_text (markup, GTK_ACCESSIBLE_ROLE_LABEL);

  if (bold)
    gtk_widget_add_css_class (label, "heading");

  return label;
}

/* ---- Headings: each that has a section leads to it ---- */

static void
on_heading_clicked (GtkWidget *button)
{
  GtkWidget *self = gtk_widget_get_ancestor (button, BARN_TYPE_PREVIEW);

  g_signal_emit (self, signals[HEADING_ACTIVATED], 0,
                 g_object_get_data (G_OBJECT (button), ID_KEY),
                 g_object_get_data (G_OBJECT (button), TEXT_KEY));
}

static gboolean
is_title (BarnNode *node)
{
  return g_strcmp0 (barn_node_get_id (node), TITLE_ID) == 0;
}

static GtkWidget *
render_heading (BarnNode *node)
{
  static const char *const classes[] = { "title-1", "title-2", "title-3", "title-4", "heading" };
  g_autofree char *text = barn_node_dup_text (node);
  g_autofree char *markup = g_markup_escape_text (text, -1);
  GtkWidget *label = create_text (markup, GTK_ACCESSIBLE_ROLE_HEADING);
  GtkWidget *button;

  gtk_widget_add_css_class (label, is_title (node) ? classes[0]
                                                   : classes[MIN (barn_node_get_level (node), G_N_ELEMENTS (classes) - 1)]);
  if (is_title (node) || barn_node_get_id (node) == NULL)
    {
      gtk_widget_add_css_class (label, "paper-heading");
      return label;
    }

  button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_button_set_has_frame (GTK_BUTTON (button), FALSE);
  gtk_widget_add_css_class (button, "paper-heading");
  gtk_widget_set_tooltip_text (button, _("Go to this section"));
  barn_ui_set_name (button, text);

  g_object_set_data_full (G_OBJECT (button), ID_KEY, g_strdup (barn_node_get_id (node)), g_free);
  g_object_set_data_full (G_OBJECT (button), TEXT_KEY, g_steal_pointer (&text), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (on_heading_clicked), NULL);

  return button;
}

/* ---- Lists ---- */

static char *
dup_list_label (BarnNode *list,
                guint     index)
{
  static const char *const roman[] = { "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii" };

  switch (barn_node_get_list_style (list))
    {
    case BARN_LIST_DECIMAL:
      return g_strdup_printf ("%u.", index + 1);
    case BARN_LIST_ALPHA:
      return g_strdup_printf ("%c)", 'a' + (char) (index % 26));
    case BARN_LIST_ROMAN:
      return index < G_N_ELEMENTS (roman) ? g_strdup_printf ("%s.", roman[index]) : g_strdup_printf ("%u.", index + 1);
    case BARN_LIST_BULLET:
    default:
      return g_strdup ("•");
    }
}

static GtkWidget *
render_list (BarnPreview *self,
             BarnNode    *node)
{
  GtkWidget *list = g_object_new (GTK_TYPE_BOX,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_LIST,
                                  "orientation", GTK_ORIENTATION_VERTICAL,
                                  "spacing", 3,
                                  NULL);

  for (guint i = 0; i < barn_node_get_n_children (node); i++)
    {
      BarnNode *child = barn_node_get_child (node, i);
      g_autofree char *label = dup_list_label (node, i);
      GtkWidget *item = g_object_new (GTK_TYPE_BOX,
                                      "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM,
                                      "spacing", 9,
                                      NULL);
      GtkWidget *inside = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
      GtkWidget *mark = gtk_label_new (label);

      gtk_label_set_yalign (GTK_LABEL (mark), 0);
      gtk_widget_set_valign (mark, GTK_ALIGN_START);
      render_inside (self, child, GTK_BOX (inside), FALSE);
      gtk_box_append (GTK_BOX (item), mark);
      gtk_box_append (GTK_BOX (item), inside);
      gtk_widget_set_margin_start (item, 12);
      gtk_box_append (GTK_BOX (list), item);
    }

  return list;
}

/* ---- Tables ---- */

/* The first column free in a row, where cells above reach down into it */
static guint
find_free (GArray *reaches,
           guint   column)
{
  while (column < reaches->len && g_array_index (reaches, guint, column) > 0)
    column++;

  return column;
}

static guint
count_longest_word (GtkWidget *label)
{
  g_auto (GStrv) words = g_strsplit_set (gtk_label_get_text (GTK_LABEL (label)), " \n", -1);
  glong longest = 0;

  for (guint i = 0; words[i] != NULL; i++)
    longest = MAX (longest, g_utf8_strlen (words[i], -1));

  return (guint) MIN (longest, MAX_HEADER_CHARS);
}

/* In a table of figures the figures are short and the words above them long: they are not broken */
static void
keep_words_whole (GtkWidget *cell)
{
  for (GtkWidget *child = gtk_widget_get_first_child (cell); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (GTK_IS_LABEL (child))
        gtk_label_set_width_chars (GTK_LABEL (child), (int) count_longest_word (child));
    }
}

static GtkWidget *
render_cell (BarnPreview *self,
             BarnNode    *row,
             BarnNode    *cell,
             gboolean     wide)
{
  gboolean header = barn_node_get_header (row) || barn_node_get_header (cell);
  GtkWidget *box = g_object_new (GTK_TYPE_BOX,
                                 "accessible-role", header ? GTK_ACCESSIBLE_ROLE_COLUMN_HEADER : GTK_ACCESSIBLE_ROLE_CELL,
                                 "orientation", GTK_ORIENTATION_VERTICAL,
                                 "spacing", 6,
                                 "hexpand", TRUE,
                                 NULL);

  gtk_widget_add_css_class (box, "paper-cell");
  if (header)
    gtk_widget_add_css_class (box, "paper-header");
  render_inside (self, cell, GTK_BOX (box), header);
  if (header && wide)
    keep_words_whole (box);

  return box;
}

static void
attach_row (BarnPreview *self,
            GtkGrid     *grid,
            BarnNode    *row,
            guint        y,
            gboolean     wide,
            GArray      *reaches)
{
  guint column = 0;

  for (guint i = 0; i < barn_node_get_n_children (row); i++)
    {
      BarnNode *cell = barn_node_get_child (row, i);
      guint col_span = MAX (barn_node_get_col_span (cell), 1);
      guint row_span = MAX (barn_node_get_row_span (cell), 1);

      column = find_free (reaches, column);
      if (reaches->len < column + col_span)
        g_array_set_size (reaches, column + col_span);
      for (guint j = column; j < column + col_span; j++)
        g_array_index (reaches, guint, j) = row_span;

      gtk_grid_attach (grid, render_cell (self, row, cell, wide), (int) column, (int) y, (int) col_span, (int) row_span);
      column += col_span;
    }

  for (guint j = 0; j < reaches->len; j++)
    {
      if (g_array_index (reaches, guint, j) > 0)
        g_array_index (reaches, guint, j)--;
    }
}

static guint
count_columns (BarnNode *table)
{
  guint n_columns = 0;
  BarnNode *row;

  if (barn_node_get_n_children (table) == 0)
    return 0;

  row = barn_node_get_child (table, 0);
  for (guint i = 0; i < barn_node_get_n_children (row); i++)
    n_columns += MAX (barn_node_get_col_span (barn_node_get_child (row, i)), 1);

  return n_columns;
}

/* Where there is no room for a table of figures it is scrolled, and not the page */
static GtkWidget *
put_in_scroller (GtkWidget *grid)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), grid);
  barn_ui_set_name (scroller, _("Table"));

  return scroller;
}

/* Columns share the room by what they hold, the short ones first: a sheet of paper has other widths than a screen */
static GtkWidget *
render_table (BarnPreview *self,
              BarnNode    *node)
{
  g_autoptr (GArray) reaches = g_array_new (FALSE, TRUE, sizeof (guint));
  const char *caption = barn_node_get_caption (node);
  gboolean wide = count_columns (node) > MAX_TEXT_COLUMNS;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *grid = g_object_new (GTK_TYPE_GRID,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_TABLE,
                                  "hexpand", TRUE,
                                  NULL);

  if (caption != NULL && *caption != '\0')
    {
      g_autofree char *markup = g_markup_escape_text (caption, -1);
      GtkWidget *label = create_text (markup, GTK_ACCESSIBLE_ROLE_CAPTION);

      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "dim-label");
      gtk_box_append (GTK_BOX (box), label);
      barn_ui_set_name (grid, caption);
    }

  for (guint y = 0; y < barn_node_get_n_children (node); y++)
    attach_row (self, GTK_GRID (grid), barn_node_get_child (node, y), y, wide, reaches);

  gtk_widget_add_css_class (grid, "paper-table");
  gtk_box_append (GTK_BOX (box), wide ? put_in_scroller (grid) : grid);

  return box;
}

/* ---- Figures ---- */

static void
on_draw_figure (GtkDrawingArea *area,
                cairo_t        *cr,
                int             width,
                int             height,
                gpointer        data)
{
  BarnFigure *figure = data;
  double scale = MIN (width / barn_figure_get_width (figure), height / barn_figure_get_height (figure));

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_rectangle (cr, 0, 0, barn_figure_get_width (figure) * scale, barn_figure_get_height (figure) * scale);
  cairo_fill (cr);
  cairo_scale (cr, scale, scale);
  barn_figure_draw (figure, cr);
}

/* As it will stand on the paper, which is white */
static GtkWidget *
render_figure (BarnNode *node)
{
  BarnFigure *figure = barn_node_get_figure (node);
  const char *caption = barn_node_get_caption (node);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *area = g_object_new (GTK_TYPE_DRAWING_AREA,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_IMG,
                                  "content-width", (int) barn_figure_get_width (figure),
                                  "content-height", (int) barn_figure_get_height (figure),
                                  NULL);

  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), on_draw_figure, barn_figure_ref (figure), (GDestroyNotify) barn_figure_unref);
  barn_ui_set_name (area, barn_figure_get_text (figure));
  gtk_box_append (GTK_BOX (box), area);
  if (*caption != '\0')
    {
      g_autofree char *markup = g_markup_escape_text (caption, -1);
      GtkWidget *label = create_text (markup, GTK_ACCESSIBLE_ROLE_CAPTION);

      gtk_widget_add_css_class (label, "caption");
      gtk_box_append (GTK_BOX (box), label);
    }

  return box;
}

/* ---- The tree ---- */

/* What stands in a list item or a cell: text of its own, or blocks */
static void
render_inside (BarnPreview *self,
               BarnNode    *node,
               GtkBox      *box,
               gboolean     bold)
{
  if (barn_node_get_n_spans (node) > 0)
    gtk_box_append (box, render_text (node, bold));

  for (guint i = 0; i < barn_node_get_n_children (node); i++)
    gtk_box_append (box, render_block (self, barn_node_get_child (node, i)));
}

static GtkWidget *
render_block (BarnPreview *self,
              BarnNode    *node)
{
  switch (barn_node_get_kind (node))
    {
    case BARN_NODE_HEADING:
      return render_heading (node);
    case BARN_NODE_LIST:
      return render_list (self, node);
    case BARN_NODE_TABLE:
      return render_table (self, node);
    case BARN_NODE_PAGE_BREAK:
      return gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);
    case BARN_NODE_FIGURE:
      return render_figure (node);
    /* The panel of sections beside the paper is its table of contents */
    case BARN_NODE_CONTENTS:
    case BARN_NODE_BODY:
    case BARN_NODE_PARAGRAPH:
    case BARN_NODE_LIST_ITEM:
    case BARN_NODE_ROW:
    case BARN_NODE_CELL:
    default:
      return render_text (node, FALSE);
    }
}

/* ---- Where one reads ---- */

static double
get_y (BarnPreview *self,
       GtkWidget   *child)
{
  graphene_rect_t bounds;

  return gtk_widget_compute_bounds (child, GTK_WIDGET (self->paper), &bounds) ? bounds.origin.y : -1;
}

static void
drop_anchor (BarnPreview *self)
{
  g_clear_weak_pointer (&self->anchor);
}

/* What changed elsewhere in the window settles a few frames later, and gives the lines another width */
#define KEEP_TICKS 20

static gboolean
stays (BarnPreview *self,
       guint        i,
       guint        head,
       guint        tail)
{
  return i < head || i >= self->blocks->len - tail;
}

/* The first of what stays that is seen just now; as long as one is being kept in its place, that one */
static void
set_anchor (BarnPreview *self,
            guint        head,
            guint        tail)
{
  const double top = gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (self->scroller));
  GtkWidget *child;

  child = gtk_widget_get_first_child (GTK_WIDGET (self->paper));
  for (guint i = 0; self->anchor != NULL && child != NULL; i++, child = gtk_widget_get_next_sibling (child))
    {
      if (child == self->anchor && stays (self, i, head, tail))
        return;
    }

  drop_anchor (self);
  if (top <= 0)
    return;

  child = gtk_widget_get_first_child (GTK_WIDGET (self->paper));
  for (guint i = 0; child != NULL; i++, child = gtk_widget_get_next_sibling (child))
    {
      if (stays (self, i, head, tail) && get_y (self, child) + gtk_widget_get_height (child) > top)
        {
          g_set_weak_pointer (&self->anchor, child);
          self->anchor_y = get_y (self, child) - top;
          return;
        }
    }
}

/* ---- What comes ---- */

/* So long a piece of work nobody notices */
#define PIECE_USEC 8000

/* As many of those that are to come as are drawn in a moment; whether there are more */
static gboolean
draw_some (BarnPreview *self)
{
  const gint64 end = g_get_monotonic_time () + PIECE_USEC;
  GtkWidget *after = self->head > 0 ? get_child (self, self->head - 1) : NULL;

  while (self->coming->len > 0)
    {
      BarnNode *node = g_ptr_array_steal_index (self->coming, self->coming->len - 1);
      GtkWidget *child = render_block (self, node);

      gtk_box_insert_child_after (self->paper, child, after);
      g_ptr_array_insert (self->blocks, (int) self->head++, node);
      after = child;
      if (g_get_monotonic_time () > end)
        break;
    }

  return self->coming->len > 0;
}

static gboolean
on_coming (gpointer user_data)
{
  BarnPreview *self = user_data;

  if (draw_some (self))
    return G_SOURCE_CONTINUE;

  self->coming_source = 0;
  settle (self);

  return G_SOURCE_REMOVE;
}

/* Takes @blocks in: what stands at the start and at the end as before keeps its widgets */
static void
show_blocks (BarnPreview *self,
             GPtrArray   *blocks)
{
  guint n_before = self->blocks->len;
  guint head = 0;
  guint tail = 0;

  g_clear_handle_id (&self->coming_source, g_source_remove);
  g_ptr_array_set_size (self->coming, 0);

  while (head < n_before && head < blocks->len &&
         barn_node_equal (g_ptr_array_index (self->blocks, head), g_ptr_array_index (blocks, head)))
    head++;
  while (tail < n_before - head && tail < blocks->len - head &&
         barn_node_equal (g_ptr_array_index (self->blocks, n_before - tail - 1),
                          g_ptr_array_index (blocks, blocks->len - tail - 1)))
    tail++;

  if (head == blocks->len && n_before == blocks->len)
    return;

  set_anchor (self, head, tail);
  for (guint i = head; i < n_before - tail; i++)
    gtk_box_remove (self->paper, get_child (self, head));
  g_ptr_array_remove_range (self->blocks, head, n_before - tail - head);

  for (guint i = blocks->len - tail; i > head; i--)
    g_ptr_array_add (self->coming, barn_node_ref (g_ptr_array_index (blocks, i - 1)));
  self->head = head;
  if (draw_some (self))
    self->coming_source = g_idle_add (on_coming, self);
  else
    settle (self);
}

static GPtrArray *
list_blocks (BarnDocument *document,
             const char   *heading_id)
{
  GPtrArray *blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) barn_node_unref);
  BarnNode *body;
  gboolean inside = heading_id == NULL;
  guint level = 0;

  if (document == NULL)
    return blocks;

  if (heading_id == NULL && *barn_document_get_title (document) != '\0')
    {
      BarnNode *title = barn_node_new_heading (1, barn_document_get_title (document));

      barn_node_set_id (title, TITLE_ID);
      g_ptr_array_add (blocks, title);
    }

  body = barn_document_get_body (document);
  for (guint i = 0; i < barn_node_get_n_children (body); i++)
    {
      BarnNode *node = barn_node_get_child (body, i);

      if (heading_id != NULL && barn_node_get_kind (node) == BARN_NODE_HEADING)
        {
          if (g_strcmp0 (barn_node_get_id (node), heading_id) == 0)
            {
              inside = TRUE;
              level = barn_node_get_level (node);
            }
          else if (barn_node_get_level (node) <= level)
            inside = FALSE;
        }

      if (inside)
        g_ptr_array_add (blocks, barn_node_ref (node));
    }

  return blocks;
}

static GtkWidget *
find_heading (BarnPreview *self,
              const char  *id)
{
  for (guint i = 0; i < self->blocks->len; i++)
    {
      BarnNode *node = g_ptr_array_index (self->blocks, i);

      if (barn_node_get_kind (node) == BARN_NODE_HEADING && g_strcmp0 (barn_node_get_id (node), id) == 0)
        return get_child (self, i);
    }

  return NULL;
}

/* What has just been drawn has its place after the frame that follows */
static gboolean
scroll_tick (GtkWidget     *widget,
             GdkFrameClock *clock,
             gpointer       user_data)
{
  BarnPreview *self = BARN_PREVIEW (widget);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  GtkWidget *heading;

  if (++self->n_ticks < (self->scroll_id != NULL ? 3 : 2))
    return G_SOURCE_CONTINUE;

  heading = self->scroll_id != NULL ? find_heading (self, self->scroll_id) : NULL;
  if (heading != NULL)
    {
      gtk_adjustment_set_value (adjustment, get_y (self, heading));
    }
  else if (self->anchor != NULL && (self->n_ticks == 2 || gtk_adjustment_get_value (adjustment) == self->kept))
    {
      gtk_adjustment_set_value (adjustment, get_y (self, self->anchor) - self->anchor_y);
      self->kept = gtk_adjustment_get_value (adjustment);
      if (self->n_ticks < KEEP_TICKS)
        return G_SOURCE_CONTINUE;
    }

  g_clear_pointer (&self->scroll_id, g_free);
  drop_anchor (self);
  self->scroll_tick = 0;

  return G_SOURCE_REMOVE;
}

/* All is drawn: goes to the heading that was asked for, or back to what one was reading */
static void
settle (BarnPreview *self)
{
  if (self->scroll_id == NULL && self->anchor == NULL)
    return;

  self->n_ticks = 0;
  if (self->scroll_tick == 0)
    self->scroll_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_tick, NULL, NULL);
}

static gboolean
has_heading (BarnPreview *self,
             const char  *id)
{
  if (find_heading (self, id) != NULL)
    return TRUE;

  for (guint i = 0; i < self->coming->len; i++)
    {
      BarnNode *node = g_ptr_array_index (self->coming, i);

      if (barn_node_get_kind (node) == BARN_NODE_HEADING && g_strcmp0 (barn_node_get_id (node), id) == 0)
        return TRUE;
    }

  return FALSE;
}

static void
barn_preview_dispose (GObject *object)
{
  BarnPreview *self = BARN_PREVIEW (object);

  g_clear_handle_id (&self->coming_source, g_source_remove);
  drop_anchor (self);
  adw_bin_set_child (ADW_BIN (self), NULL);

  G_OBJECT_CLASS (barn_preview_parent_class)->dispose (object);
}

static void
barn_preview_finalize (GObject *object)
{
  BarnPreview *self = BARN_PREVIEW (object);

  g_ptr_array_unref (self->blocks);
  g_ptr_array_unref (self->coming);
  g_free (self->scroll_id);

  G_OBJECT_CLASS (barn_preview_parent_class)->finalize (object);
}

static void
barn_preview_class_init (BarnPreviewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = barn_preview_dispose;
  object_class->finalize = barn_preview_finalize;

  signals[HEADING_ACTIVATED] =
    g_signal_new ("heading-activated", BARN_TYPE_PREVIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Barnratt/ui/barn-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, BarnPreview, scroller);
  gtk_widget_class_bind_template_child (widget_class, BarnPreview, paper);
}

static void
barn_preview_init (BarnPreview *self)
{
  self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) barn_node_unref);
  self->coming = g_ptr_array_new_with_free_func ((GDestroyNotify) barn_node_unref);

  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * barn_preview_set_document:
 * @self: a preview
 * @document: (nullable): what to show
 */
void
barn_preview_set_document (BarnPreview  *self,
                           BarnDocument *document)
{
  barn_preview_set_part (self, document, NULL);
}

/**
 * barn_preview_set_part:
 * @self: a preview
 * @document: (nullable): what to show of
 * @heading_id: (nullable): only what stands under the heading of this id, with it; %NULL: the whole
 */
void
barn_preview_set_part (BarnPreview  *self,
                       BarnDocument *document,
                       const char   *heading_id)
{
  g_autoptr (GPtrArray) blocks = NULL;

  g_return_if_fail (BARN_IS_PREVIEW (self));
  g_return_if_fail (document == NULL || BARN_IS_DOCUMENT (document));

  blocks = list_blocks (document, heading_id);
  show_blocks (self, blocks);
}

/**
 * barn_preview_scroll_to:
 * @self: a preview
 * @heading_id: the id of a heading
 *
 * Scrolls to a heading, as soon as the document has been laid out.
 *
 * Returns: whether there is one
 */
gboolean
barn_preview_scroll_to (BarnPreview *self,
                        const char  *heading_id)
{
  g_return_val_if_fail (BARN_IS_PREVIEW (self), FALSE);
  g_return_val_if_fail (heading_id != NULL, FALSE);

  if (!has_heading (self, heading_id))
    return FALSE;

  g_free (self->scroll_id);
  self->scroll_id = g_strdup (heading_id);
  drop_anchor (self);
  if (self->coming->len == 0)
    settle (self);

  return TRUE;
}

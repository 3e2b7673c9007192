/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-docx-reader"

#include "config.h"

#include <string.h>

#include "barn-archive.h"
#include "barn-docx-flow.h"
#include "barn-docx-private.h"
#include "barn-docx-text.h"

#define MAX_COLUMNS 256
#define TWIPS_PER_POINT 20.0

typedef struct
{
  BarnDocument      *document;
  BarnArchive       *archive;
  GCancellable      *cancellable;
  BarnDocxStyles    *styles;
  BarnDocxNumbering *numbering;
  GHashTable        *links;    /* id of a relationship → target */
  GArray            *fields;   /* those that are open: they reach over paragraphs */
  GHashTable        *ids;      /* those given out: one node each */
  char              *pending;  /* (nullable): a bookmark between paragraphs, for the next one */
  BarnNode          *carry;    /* (nullable): text whose paragraph mark is deleted: the next paragraph goes on with it */
} Reader;

static void read_blocks (Reader       *self,
                         BarnDocxFlow *flow,
                         xmlNode      *parent);

static void
reader_clear (Reader *self)
{
  g_clear_object (&self->document);
  g_clear_pointer (&self->archive, barn_archive_free);
  g_clear_pointer (&self->styles, barn_docx_styles_free);
  g_clear_pointer (&self->numbering, barn_docx_numbering_free);
  g_clear_pointer (&self->links, g_hash_table_unref);
  g_clear_pointer (&self->fields, g_array_unref);
  g_clear_pointer (&self->ids, g_hash_table_unref);
  g_clear_pointer (&self->pending, g_free);
  g_clear_pointer (&self->carry, barn_node_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, reader_clear)

/* Paragraphs */

typedef struct
{
  const char     *style;   /* (nullable): id */
  BarnDocxFormat  format;  /* resolved */
  gboolean        direct_indent;
  gboolean        direct_heading;
  gboolean        joins_next;
} Properties;

static Properties
read_properties (Reader  *self,
                 xmlNode *paragraph)
{
  xmlNode *node = barn_xml_child (paragraph, "pPr");
  Properties properties = { barn_xml_val (node, "pStyle"), BARN_DOCX_FORMAT_INIT, FALSE, FALSE, FALSE };

  if (properties.style == NULL)
    properties.style = barn_docx_styles_get_default (self->styles);

  /* The rPr of a paragraph is that of its mark, not of its text */
  barn_docx_format_read_paragraph (&properties.format, node);
  properties.direct_indent = properties.format.indent != G_MININT;
  properties.direct_heading = properties.format.outline >= 0;
  properties.joins_next = barn_xml_child (barn_xml_child (node, "rPr"), "del") != NULL;
  barn_docx_format_inherit (&properties.format, barn_docx_styles_get_format (self->styles, properties.style));
  barn_docx_format_inherit (&properties.format, barn_docx_styles_get_defaults (self->styles));

  return properties;
}

static guint
get_heading_level (Reader           *self,
                   const Properties *properties)
{
  int outline = properties->format.outline;

  if (outline >= 0 && outline <= 8)
    return MIN (outline + 1, 6);
  if (properties->direct_heading)
    return 0;

  return outline < 0 ? barn_docx_styles_get_heading (self->styles, properties->style) : 0;
}

/* A table of contents repeats the headings; like page heads it is no text of its own */
static gboolean
is_contents (const char *style_name)
{
  g_autofree char *folded = style_name != NULL ? g_utf8_strdown (style_name, -1) : NULL;

  return folded != NULL && g_str_has_prefix (folded, "toc ") && (g_ascii_isdigit (folded[4]) || strcmp (folded, "toc heading") == 0);
}

/* "List Continue 2" goes on with an item of the second level: the level from 0, -1 for any other style */
static int
get_continued_level (const char *style_name)
{
  static const char start[] = "list continue";
  g_autofree char *folded = style_name != NULL ? g_utf8_strdown (style_name, -1) : NULL;

  if (folded == NULL || !g_str_has_prefix (folded, start))
    return -1;

  return MAX (barn_xml_to_int (folded + strlen (start), 1), 1) - 1;
}

static void
set_look (Reader             *self,
          BarnNode           *node,
          const Properties   *properties,
          const BarnDocxText *text,
          int                 list_indent)
{
  int indent = properties->format.indent;
  BarnLook look = { 0 };

  /* What the paragraph says itself beats its number, which beats its style */
  if (!properties->direct_indent && list_indent != G_MININT)
    indent = list_indent;

  look.bold = text->n_letters > 0 && text->n_bold == text->n_letters;
  look.italic = text->n_letters > 0 && text->n_italic == text->n_letters;
  look.size = text->size > 0 ? text->size / 2.0 : 0;
  look.indent = indent != G_MININT ? indent / TWIPS_PER_POINT : 0;
  look.style = barn_docx_styles_get_name (self->styles, properties->style);
  barn_node_set_look (node, &look);
}

static void
take_id (Reader       *self,
         BarnDocxText *text)
{
  g_autofree char *id = self->pending != NULL ? g_steal_pointer (&self->pending) : g_steal_pointer (&text->id);

  if (id != NULL && g_hash_table_add (self->ids, g_strdup (id)))
    barn_node_set_id (text->node, id);
}

static BarnNode *
as_heading (BarnNode   *paragraph,
            guint       level,
            const char *label)
{
  BarnNode *heading = barn_node_new (BARN_NODE_HEADING);

  barn_node_set_level (heading, level);
  barn_node_set_label (heading, label);
  barn_node_set_look (heading, barn_node_get_look (paragraph));
  barn_node_set_id (heading, barn_node_get_id (paragraph));
  barn_node_move_spans (paragraph, heading);
  barn_node_unref (paragraph);

  return heading;
}

static void
add_paragraph (Reader           *self,
               BarnDocxFlow     *flow,
               const Properties *properties,
               BarnDocxText     *text)
{
  const char *style_name = barn_docx_styles_get_name (self->styles, properties->style);
  const gboolean empty = barn_node_get_n_spans (text->node) == 0;
  const gboolean in_body = barn_node_get_kind (flow->parent) == BARN_NODE_BODY;
  guint level = empty || !in_body ? 0 : get_heading_level (self, properties);
  BarnListStyle list_style = BARN_LIST_BULLET;
  g_autofree char *label = NULL;
  int list_indent = G_MININT;
  guint series = 0;
  BarnNode *node;

  if ((empty && g_strcmp0 (properties->style, BARN_DOCX_GAP_STYLE) == 0) || g_strcmp0 (style_name, BARN_DOCX_LETTERHEAD_STYLE) == 0)
    return;

  if (properties->format.num_id > 0)
    label = barn_docx_numbering_next (self->numbering, properties->format.num_id, MAX (properties->format.num_level, 0),
                                      &list_style, &list_indent, &series);
  set_look (self, text->node, properties, text, list_indent);
  take_id (self, text);
  node = g_steal_pointer (&text->node);

  if (level > 0)
    barn_docx_flow_add (flow, as_heading (node, level, label));
  else if (label != NULL && *label != '\0')
    barn_docx_flow_add_item (flow, node, series, MAX (properties->format.num_level, 0), list_style, label);
  else if (label != NULL && list_style == BARN_LIST_BULLET)
    /* A number that shows nothing is how some programs write the second paragraph of an item */
    barn_docx_flow_continue (flow, node, MAX (properties->format.num_level, 0));
  else if (label == NULL && get_continued_level (style_name) >= 0)
    barn_docx_flow_continue (flow, node, get_continued_level (style_name));
  else
    barn_docx_flow_add (flow, node);
}

static void
read_paragraph (Reader       *self,
                BarnDocxFlow *flow,
                xmlNode      *paragraph)
{
  g_auto (BarnDocxText) text = { 0 };
  Properties properties = read_properties (self, paragraph);
  gboolean keep;

  if (is_contents (barn_docx_styles_get_name (self->styles, properties.style)))
    return;

  barn_docx_text_init (&text, self->styles, self->links, self->fields);
  barn_docx_text_begin (&text, &properties.format);
  if (self->carry != NULL)
    {
      barn_node_move_spans (self->carry, text.node);
      g_clear_pointer (&self->carry, barn_node_unref);
    }
  barn_docx_text_add (&text, paragraph);
  barn_docx_text_end (&text);

  if (barn_node_get_kind (flow->parent) == BARN_NODE_BODY)
    for (guint i = 0; i < text.before->len; i++)
      barn_docx_flow_add (flow, barn_node_ref (g_ptr_array_index (text.before, i)));

  /* What only holds a page break, a picture or a text box is no empty line */
  keep = barn_node_get_n_spans (text.node) > 0 || (text.before->len == 0 && !text.drawn);
  if (properties.joins_next)
    self->carry = g_steal_pointer (&text.node);
  else if (keep)
    add_paragraph (self, flow, &properties, &text);

  for (guint i = 0; i < text.boxes->len; i++)
    read_blocks (self, flow, g_ptr_array_index (text.boxes, i));
}

/* Tables */

static gboolean
is_on (xmlNode    *properties,
       const char *name)
{
  const char *value = barn_xml_val (properties, name);

  return barn_xml_child (properties, name) != NULL && g_strcmp0 (value, "0") != 0 && g_strcmp0 (value, "false") != 0
         && g_strcmp0 (value, "off") != 0;
}

static BarnAlign
read_align (xmlNode *cell)
{
  const char *side = barn_xml_val (barn_xml_child (barn_xml_child (cell, "p"), "pPr"), "jc");

  if (g_strcmp0 (side, "center") == 0)
    return BARN_ALIGN_CENTER;

  return g_strcmp0 (side, "end") == 0 || g_strcmp0 (side, "right") == 0 ? BARN_ALIGN_END : BARN_ALIGN_START;
}

static void
read_cell (Reader   *self,
           BarnNode *cell,
           xmlNode  *node)
{
  g_auto (BarnDocxFlow) flow = { 0 };

  barn_docx_flow_init (&flow, cell);
  read_blocks (self, &flow, node);
  barn_node_fold (cell);
  barn_node_set_align (cell, read_align (node));
}

typedef struct
{
  BarnNode *table;
  BarnNode *open[MAX_COLUMNS];  /* the cell that a merged one in this column goes on with */
  guint     n_columns;
  gboolean  first_row;          /* the first row heads the table though it does not say so itself */
  gboolean  first_column;
} Grid;

static void
add_cell (Reader   *self,
          Grid     *grid,
          BarnNode *row,
          xmlNode  *node,
          guint    *column)
{
  xmlNode *properties = barn_xml_child (node, "tcPr");
  guint span = CLAMP (barn_xml_to_int (barn_xml_val (properties, "gridSpan"), 1), 1, MAX_COLUMNS);
  xmlNode *merge = barn_xml_child (properties, "vMerge");
  gboolean goes_on = merge != NULL && g_strcmp0 (barn_xml_attribute (merge, "val"), "restart") != 0;
  BarnNode *cell;

  if (*column + span > MAX_COLUMNS)
    return;

  if (goes_on && grid->open[*column] != NULL)
    {
      cell = grid->open[*column];
      barn_node_set_spans (cell, barn_node_get_col_span (cell), barn_node_get_row_span (cell) + 1);
    }
  else
    {
      cell = barn_node_append (row, barn_node_new (BARN_NODE_CELL));
      barn_node_set_spans (cell, span, 1);
      barn_node_set_header (cell, grid->first_column && *column == 0 && !barn_node_get_header (row));
      read_cell (self, cell, node);
      for (guint i = 0; i < span; i++)
        grid->open[*column + i] = i == 0 && merge != NULL ? cell : NULL;
    }

  *column += span;
}

static void
add_cells (Reader   *self,
           Grid     *grid,
           BarnNode *row,
           xmlNode  *parent,
           guint    *column)
{
  for (xmlNode *node = barn_xml_first (parent); node != NULL; node = barn_xml_next (node))
    {
      if (barn_xml_is (node, "tc"))
        add_cell (self, grid, row, node, column);
      else if (barn_xml_is (node, "sdt"))
        add_cells (self, grid, row, barn_xml_child (node, "sdtContent"), column);
      else if (barn_xml_is (node, "customXml"))
        add_cells (self, grid, row, node, column);
    }
}

static void
add_row (Reader  *self,
         Grid    *grid,
         xmlNode *node)
{
  xmlNode *properties = barn_xml_child (node, "trPr");
  guint column = CLAMP (barn_xml_to_int (barn_xml_val (properties, "gridBefore"), 0), 0, MAX_COLUMNS - 1);
  gboolean first = barn_node_get_n_children (grid->table) == 0;
  BarnNode *row;

  if (barn_xml_child (properties, "del") != NULL)
    return;

  row = barn_node_append (grid->table, barn_node_new (BARN_NODE_ROW));
  barn_node_set_header (row, is_on (properties, "tblHeader") || (first && grid->first_row));
  if (column > 0)
    {
      BarnNode *gap = barn_node_append (row, barn_node_new (BARN_NODE_CELL));

      barn_node_set_spans (gap, column, 1);
    }
  add_cells (self, grid, row, node, &column);
}

static void
add_rows (Reader  *self,
          Grid    *grid,
          xmlNode *parent)
{
  for (xmlNode *node = barn_xml_first (parent); node != NULL; node = barn_xml_next (node))
    {
      if (barn_xml_is (node, "tr"))
        add_row (self, grid, node);
      else if (barn_xml_is (node, "sdt"))
        add_rows (self, grid, barn_xml_child (node, "sdtContent"));
      else if (barn_xml_is (node, "customXml") || barn_xml_is (node, "ins"))
        add_rows (self, grid, node);
    }
}

/* Widths that somebody fixed; elsewhere they follow the text */
static void
read_widths (BarnNode *table,
             xmlNode  *node,
             xmlNode  *properties)
{
  g_autoptr (GArray) widths = g_array_new (FALSE, FALSE, sizeof (guint));
  xmlNode *layout = barn_xml_child (properties, "tblLayout");
  guint64 total = 0;

  if (g_strcmp0 (barn_xml_attribute (layout, "type"), "fixed") != 0)
    return;

  for (xmlNode *column = barn_xml_first (barn_xml_child (node, "tblGrid")); column != NULL; column = barn_xml_next (column))
    {
      guint width = MAX (barn_xml_to_int (barn_xml_attribute (column, "w"), 0), 0);

      if (!barn_xml_is (column, "gridCol") || widths->len >= MAX_COLUMNS)
        continue;
      total += width;
      g_array_append_val (widths, width);
    }

  if (total == 0)
    return;

  for (guint i = 0; i < widths->len; i++)
    {
      guint *width = &g_array_index (widths, guint, i);

      *width = (guint) ((*width * G_GUINT64_CONSTANT (100) + total / 2) / total);
    }
  barn_node_set_widths (table, (const guint *) (gconstpointer) widths->data, widths->len);
}

/* What "look" says of first row and column, as attributes or as bits in hexadecimal */
static gboolean
has_table_look (xmlNode    *properties,
                const char *name,
                guint       bit)
{
  xmlNode *look = barn_xml_child (properties, "tblLook");
  const char *value = barn_xml_attribute (look, name);
  const char *bits = barn_xml_attribute (look, "val");

  if (value != NULL)
    return strcmp (value, "1") == 0 || strcmp (value, "true") == 0 || strcmp (value, "on") == 0;

  return bits != NULL && (g_ascii_strtoull (bits, NULL, 16) & bit) != 0;
}

static void
read_table (Reader       *self,
            BarnDocxFlow *flow,
            xmlNode      *node)
{
  g_autofree char *id = g_steal_pointer (&self->pending);
  xmlNode *properties = barn_xml_child (node, "tblPr");
  const char *style = barn_xml_val (properties, "tblStyle");
  Grid grid = { 0 };

  grid.table = barn_node_new (BARN_NODE_TABLE);
  grid.first_row = g_strcmp0 (style, BARN_DOCX_TABLE_STYLE) != 0 && has_table_look (properties, "firstRow", 0x20)
                   && barn_docx_styles_has_first_row (self->styles, style);
  /* Word sets this for every table; only in those written here it says something */
  grid.first_column = g_strcmp0 (style, BARN_DOCX_TABLE_STYLE) == 0 && has_table_look (properties, "firstColumn", 0x80);
  barn_node_set_caption (grid.table, barn_xml_val (properties, "tblCaption"));
  if (id != NULL && g_hash_table_add (self->ids, g_strdup (id)))
    barn_node_set_id (grid.table, id);
  read_widths (grid.table, node, properties);
  add_rows (self, &grid, node);

  if (barn_node_get_n_children (grid.table) > 0)
    {
      barn_node_take_caption (grid.table, flow->parent, BARN_DOCX_CAPTION_STYLE);
      barn_docx_flow_add (flow, grid.table);
    }
  else
    barn_node_unref (grid.table);
}

static void
read_blocks (Reader       *self,
             BarnDocxFlow *flow,
             xmlNode      *parent)
{
  for (xmlNode *node = barn_xml_first (parent); node != NULL; node = barn_xml_next (node))
    {
      if (g_cancellable_is_cancelled (self->cancellable))
        return;

      if (barn_xml_is (node, "p") && barn_xml_in (node, "wordprocessingml"))
        read_paragraph (self, flow, node);
      else if (barn_xml_is (node, "tbl"))
        read_table (self, flow, node);
      else if (barn_xml_is (node, "sdt"))
        read_blocks (self, flow, barn_xml_child (node, "sdtContent"));
      else if (barn_xml_is (node, "customXml") || barn_xml_is (node, "ins") || barn_xml_is (node, "moveTo"))
        read_blocks (self, flow, node);
      else if (barn_xml_is (node, "AlternateContent"))
        read_blocks (self, flow, barn_xml_child (node, "Choice"));
      else if (barn_xml_is (node, "bookmarkStart") && self->pending == NULL)
        {
          const char *name = barn_xml_attribute (node, "name");

          if (name != NULL && *name != '\0' && *name != '_')
            self->pending = g_strdup (name);
        }
    }
}

/* Parts */

static BarnXml *
read_part (Reader      *self,
           const char  *name,
           GError     **error)
{
  g_autoptr (GBytes) bytes = barn_archive_read (self->archive, name, self->cancellable, error);

  return bytes != NULL ? barn_xml_parse (bytes, error) : NULL;
}

/* Target of a relationship, from the folder of the part that has it: "styles.xml", "../x.xml", "/word/styles.xml" */
static char *
resolve_target (const char *folder,
                const char *target)
{
  g_autofree char *path = g_canonicalize_filename (target, folder);

  return g_strdup (path + strspn (path, "/"));
}

/* The part that the relationships in @rels lead to by a type that ends in @type; @links takes the outside ones */
static char *
find_part (xmlNode    *rels,
           const char *folder,
           const char *type,
           GHashTable *links)
{
  char *found = NULL;

  for (xmlNode *node = barn_xml_first (rels); node != NULL; node = barn_xml_next (node))
    {
      const char *id = barn_xml_attribute (node, "Id");
      const char *target = barn_xml_attribute (node, "Target");
      const char *its_type = barn_xml_attribute (node, "Type");

      if (id == NULL || target == NULL || its_type == NULL)
        continue;
      if (g_strcmp0 (barn_xml_attribute (node, "TargetMode"), "External") == 0)
        {
          if (links != NULL)
            g_hash_table_replace (links, g_strdup (id), g_strdup (target));
        }
      else if (found == NULL && g_str_has_suffix (its_type, type))
        found = resolve_target (folder, target);
    }

  return found;
}

static void
read_core (Reader *self)
{
  g_autoptr (BarnXml) xml = NULL;
  xmlNode *root;

  if (!barn_archive_has (self->archive, "docProps/core.xml"))
    return;

  /* A document is worth reading without knowing who wrote it */
  xml = read_part (self, "docProps/core.xml", NULL);
  root = xml != NULL ? barn_xml_root (xml) : NULL;
  for (xmlNode *node = barn_xml_first (root); node != NULL; node = barn_xml_next (node))
    {
      g_autofree char *text = barn_xml_dup_text (node);

      g_strstrip (text);
      if (barn_xml_is (node, "title"))
        barn_document_set_title (self->document, text);
      else if (barn_xml_is (node, "subject"))
        barn_document_set_subject (self->document, text);
      else if (barn_xml_is (node, "creator"))
        barn_document_set_author (self->document, text);
      else if (barn_xml_is (node, "keywords"))
        barn_document_set_keywords (self->document, text);
      else if (barn_xml_is (node, "language") && *text != '\0')
        barn_document_set_language (self->document, text);
      else if (barn_xml_is (node, "created") && strlen (text) >= 10)
        {
          g_autofree char *day = g_strndup (text, 10);

          barn_document_set_date (self->document, day);
        }
    }
}

/* Styles and numbers: a document without them is still one */
static gboolean
read_optional_part (Reader      *self,
                    xmlNode     *rels,
                    const char  *folder,
                    const char  *type,
                    BarnXml    **xml,
                    GError     **error)
{
  g_autofree char *name = find_part (rels, folder, type, NULL);

  *xml = NULL;
  if (name == NULL || !barn_archive_has (self->archive, name))
    return TRUE;

  *xml = read_part (self, name, error);

  return *xml != NULL;
}

static gboolean
read_main (Reader      *self,
           const char  *name,
           GError     **error)
{
  g_autoptr (BarnXml) main_part = read_part (self, name, error);
  g_autoptr (BarnXml) rels = NULL;
  g_autoptr (BarnXml) styles = NULL;
  g_autoptr (BarnXml) numbering = NULL;
  g_auto (BarnDocxFlow) flow = { 0 };
  g_autofree char *folder = g_path_get_dirname (name);
  g_autofree char *base = g_path_get_basename (name);
  g_autofree char *rels_name = g_strdup_printf ("%s/_rels/%s.rels", folder, base);
  g_autofree char *rooted = g_strconcat ("/", strcmp (folder, ".") == 0 ? "" : folder, NULL);
  xmlNode *rels_root = NULL;

  if (main_part == NULL)
    return FALSE;

  if (barn_archive_has (self->archive, rels_name))
    {
      rels = read_part (self, rels_name, error);
      if (rels == NULL)
        return FALSE;
      rels_root = barn_xml_root (rels);
      g_free (find_part (rels_root, rooted, "/hyperlink", self->links));
    }

  if (!read_optional_part (self, rels_root, rooted, "/styles", &styles, error)
      || !read_optional_part (self, rels_root, rooted, "/numbering", &numbering, error))
    return FALSE;

  self->styles = barn_docx_styles_new (styles != NULL ? barn_xml_root (styles) : NULL);
  self->numbering = barn_docx_numbering_new (numbering != NULL ? barn_xml_root (numbering) : NULL);
  barn_docx_flow_init (&flow, barn_document_get_body (self->document));
  read_blocks (self, &flow, barn_xml_child (barn_xml_root (main_part), "body"));
  if (self->carry != NULL && barn_node_get_n_spans (self->carry) > 0)
    barn_docx_flow_add (&flow, g_steal_pointer (&self->carry));

  return !g_cancellable_set_error_if_cancelled (self->cancellable, error);
}

/**
 * barn_docx_read:
 * @bytes: a Word document
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Returns: (transfer full): the document, or %NULL with @error set
 */
BarnDocument *
barn_docx_read (GBytes        *bytes,
                GCancellable  *cancellable,
                GError       **error)
{
  g_auto (Reader) self = { 0 };
  g_autoptr (BarnXml) rels = NULL;
  g_autofree char *name = NULL;

  self.cancellable = cancellable;
  self.archive = barn_archive_open (bytes, error);
  if (self.archive == NULL)
    return NULL;

  self.document = barn_document_new ();
  self.links = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self.fields = barn_docx_text_new_fields ();
  self.ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  rels = read_part (&self, "_rels/.rels", error);
  if (rels == NULL)
    return NULL;

  name = find_part (barn_xml_root (rels), "/", "/officeDocument", NULL);
  if (!read_main (&self, name != NULL ? name : "word/document.xml", error))
    return NULL;

  read_core (&self);
  barn_document_take_title (self.document);
  if (!barn_document_check_text (self.document, error))
    return NULL;

  return g_steal_pointer (&self.document);
}

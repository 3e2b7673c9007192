/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-odt-reader"

#include "config.h"

#include <string.h>

#include "barn-archive.h"
#include "barn-odt-private.h"
#include "barn-odt-text.h"

#define MAX_COLUMNS 256
#define MAX_REPEATED_ROWS 64
/* Cells can be repeated by a number, and so can tables in them: a short file could ask for any amount */
#define MAX_CELLS 100000

typedef struct
{
  BarnDocument   *document;
  BarnArchive    *archive;
  GCancellable   *cancellable;
  BarnOdtStyles  *styles;
  GHashTable     *counters;  /* "id:…" of a list, "style:…" of the last list of a style → BarnOdtCounter */
  GHashTable     *ids;       /* those given out: one node each */
  BarnOdtCounter  headings;
  guint           n_cells;
} Reader;

/* Where a list is: its node is made when its first item has text */
typedef struct
{
  BarnNode       *container;
  BarnNode       *list;
  const char     *style;
  guint           level;
  BarnOdtCounter *counter;
} ListPlace;

static void read_blocks (Reader   *self,
                         BarnNode *container,
                         xmlNode  *parent);
static void read_table  (Reader   *self,
                         BarnNode *container,
                         xmlNode  *node);
static void read_list   (Reader          *self,
                         BarnNode        *container,
                         xmlNode         *node,
                         const ListPlace *outer);

static void
reader_clear (Reader *self)
{
  g_clear_object (&self->document);
  g_clear_pointer (&self->archive, barn_archive_free);
  g_clear_pointer (&self->styles, barn_odt_styles_free);
  g_clear_pointer (&self->counters, g_hash_table_unref);
  g_clear_pointer (&self->ids, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, reader_clear)

/* Paragraphs */

static guint
get_heading_level (xmlNode             *node,
                   const BarnOdtFormat *format)
{
  if (barn_xml_is (node, "h"))
    return CLAMP (barn_xml_to_int (barn_xml_attribute (node, "outline-level"), 1), 1, 6);

  return format->outline;
}

static void
set_look (Reader            *self,
          BarnNode          *node,
          const BarnOdtText *text,
          const char        *style,
          double             list_indent)
{
  BarnLook look = { 0 };

  look.bold = text->n_letters > 0 && text->n_bold == text->n_letters;
  look.italic = text->n_letters > 0 && text->n_italic == text->n_letters;
  look.size = text->size;
  look.indent = list_indent > 0 ? list_indent : text->format.indent;
  look.style = barn_odt_styles_get_name (self->styles, style);
  barn_node_set_look (node, &look);
}

/* Reads a paragraph into @node, and what stands in its text boxes into @boxes. Returns whether a picture stands in it. */
static gboolean
read_text (Reader              *self,
           BarnNode            *node,
           xmlNode             *paragraph,
           const BarnOdtFormat *format,
           double               list_indent,
           GPtrArray           *boxes)
{
  g_auto (BarnOdtText) text = { 0 };

  barn_odt_text_init (&text, self->styles, node, format);
  barn_odt_text_add (&text, paragraph);
  set_look (self, node, &text, barn_xml_attribute (paragraph, "style-name"), list_indent);
  if (text.id != NULL && g_hash_table_add (self->ids, g_strdup (text.id)))
    barn_node_set_id (node, text.id);
  for (guint i = 0; i < text.boxes->len; i++)
    g_ptr_array_add (boxes, g_ptr_array_index (text.boxes, i));

  return text.drawn;
}

static BarnOdtFormat
get_format (Reader  *self,
            xmlNode *paragraph)
{
  return barn_odt_styles_get_format (self->styles, "paragraph", barn_xml_attribute (paragraph, "style-name"));
}

static void
read_boxes (Reader    *self,
            BarnNode  *container,
            GPtrArray *boxes)
{
  for (guint i = 0; i < boxes->len; i++)
    read_blocks (self, container, g_ptr_array_index (boxes, i));
}

static BarnNode *
get_last_item (BarnNode *list)
{
  return barn_node_get_child (list, barn_node_get_n_children (list) - 1);
}

/* (nullable): the list that stands last in @container */
static BarnNode *
get_last_list (BarnNode *container)
{
  guint n = barn_node_get_n_children (container);
  BarnNode *last = n > 0 ? barn_node_get_child (container, n - 1) : NULL;

  return last != NULL && barn_node_get_kind (last) == BARN_NODE_LIST ? last : NULL;
}

/* Word's style for the next paragraph of an item, as LibreOffice keeps it */
static gboolean
is_continuation (BarnNode *node)
{
  const char *style = barn_node_get_look (node)->style;

  return style != NULL && g_ascii_strncasecmp (style, "list continue", strlen ("list continue")) == 0;
}

/* A heading or paragraph outside lists. @label: (nullable): what the list around a heading counted */
static void
read_paragraph (Reader     *self,
                BarnNode   *container,
                xmlNode    *paragraph,
                const char *label)
{
  g_autoptr (GPtrArray) boxes = g_ptr_array_new ();
  g_autoptr (BarnNode) node = NULL;
  g_autofree char *counted = NULL;
  BarnOdtFormat format = get_format (self, paragraph);
  gboolean in_body = barn_node_get_kind (container) == BARN_NODE_BODY;
  guint level = in_body ? get_heading_level (paragraph, &format) : 0;
  gboolean drawn;

  if (g_strcmp0 (barn_odt_styles_get_name (self->styles, barn_xml_attribute (paragraph, "style-name")), BARN_ODT_LETTERHEAD_NAME) == 0)
    return;

  if (format.page_break && in_body)
    barn_node_append (container, barn_node_new (BARN_NODE_PAGE_BREAK));

  node = barn_node_new (level > 0 ? BARN_NODE_HEADING : BARN_NODE_PARAGRAPH);
  drawn = read_text (self, node, paragraph, &format, 0, boxes);

  if (level > 0)
    {
      barn_node_set_level (node, level);
      if (label == NULL && g_strcmp0 (barn_xml_attribute (paragraph, "is-list-header"), "true") != 0)
        counted = barn_odt_styles_next_label (self->styles, NULL, level - 1, -1, &self->headings);
      barn_node_set_label (node, label != NULL ? label : counted);
    }

  /* A heading without text, and a paragraph that only holds a picture or a box or breaks the page, are nothing to read */
  if (level == 0 && barn_node_get_n_spans (node) > 0 && is_continuation (node) && get_last_list (container) != NULL)
    {
      BarnNode *item = get_last_item (get_last_list (container));

      barn_node_unfold (item);
      barn_node_append (item, g_steal_pointer (&node));
    }
  else if (barn_node_get_n_spans (node) > 0 || (level == 0 && boxes->len == 0 && !drawn && !(format.page_break && in_body)))
    barn_node_append (container, g_steal_pointer (&node));
  read_boxes (self, container, boxes);
}

/* Lists */

/* (transfer full): the counter of a list, which may be that of an earlier one */
static BarnOdtCounter *
find_counter (Reader     *self,
              xmlNode    *node,
              const char *style)
{
  const char *id = barn_xml_attribute (node, "id");
  const char *goes_on_with = barn_xml_attribute (node, "continue-list");
  g_autofree char *style_key = g_strconcat ("style:", style, NULL);
  BarnOdtCounter *before = NULL;
  BarnOdtCounter *counter;

  if (goes_on_with != NULL)
    {
      g_autofree char *key = g_strconcat ("id:", goes_on_with, NULL);

      before = g_hash_table_lookup (self->counters, key);
    }
  else if (g_strcmp0 (barn_xml_attribute (node, "continue-numbering"), "true") == 0)
    before = g_hash_table_lookup (self->counters, style_key);

  /* Lists that go on with each other share one counter */
  counter = before != NULL ? g_rc_box_acquire (before) : g_rc_box_new0 (BarnOdtCounter);
  if (id != NULL)
    g_hash_table_replace (self->counters, g_strconcat ("id:", id, NULL), g_rc_box_acquire (counter));
  g_hash_table_replace (self->counters, g_steal_pointer (&style_key), g_rc_box_acquire (counter));

  return counter;
}

static BarnNode *
add_item (Reader    *self,
          ListPlace *place,
          int        start)
{
  g_autofree char *label = barn_odt_styles_next_label (self->styles, place->style, place->level, start, place->counter);
  BarnNode *item;

  if (place->list == NULL)
    place->list = barn_node_append (place->container,
                                    barn_node_new_list (barn_odt_styles_get_list_style (self->styles, place->style, place->level)));

  item = barn_node_append (place->list, barn_node_new (BARN_NODE_LIST_ITEM));
  barn_node_set_label (item, label);
  if (place->level == 0)
    place->counter->list = place->list;

  return item;
}

/* What a deeper list belongs to: the item before it, also where the file has another list between the two, as LibreOffice does when
   the levels look different. (nullable) */
static BarnNode *
find_owner (ListPlace *place,
            BarnNode  *item)
{
  BarnNode *list;

  if (item != NULL)
    return item;

  list = place->list != NULL ? place->list : get_last_list (place->container);

  return list != NULL ? get_last_item (list) : NULL;
}

/* A level that shows nothing is how some programs indent; such a paragraph is one of the text */
static gboolean
shows_label (Reader    *self,
             ListPlace *place)
{
  BarnOdtCounter scratch = *place->counter;
  g_autofree char *label = barn_odt_styles_next_label (self->styles, place->style, place->level, -1, &scratch);

  return *label != '\0';
}

static void
read_item_paragraph (Reader     *self,
                     ListPlace  *place,
                     xmlNode    *paragraph,
                     int         start,
                     BarnNode  **item)
{
  g_autoptr (GPtrArray) boxes = g_ptr_array_new ();
  BarnOdtFormat format = get_format (self, paragraph);
  double indent = barn_odt_styles_get_indent (self->styles, place->style, place->level);

  if (barn_node_get_kind (place->container) == BARN_NODE_BODY && get_heading_level (paragraph, &format) > 0)
    {
      g_autofree char *label = barn_odt_styles_next_label (self->styles, place->style, place->level, start, place->counter);

      read_paragraph (self, place->container, paragraph, label);
      place->list = NULL;
      *item = NULL;
      return;
    }

  if (*item == NULL && !shows_label (self, place))
    {
      read_paragraph (self, place->container, paragraph, NULL);
      place->list = NULL;
      return;
    }

  if (*item == NULL)
    {
      *item = add_item (self, place, start);
      read_text (self, *item, paragraph, &format, indent, boxes);
    }
  else
    {
      BarnNode *next = barn_node_new (BARN_NODE_PARAGRAPH);

      barn_node_unfold (*item);
      read_text (self, next, paragraph, &format, indent, boxes);
      barn_node_append (*item, next);
    }

  if (boxes->len > 0)
    barn_node_unfold (*item);
  read_boxes (self, *item, boxes);
}

static void
read_item (Reader    *self,
           ListPlace *place,
           xmlNode   *node)
{
  int start = barn_xml_to_int (barn_xml_attribute (node, "start-value"), -1);
  /* What stands in a list header goes on with the item before it */
  BarnNode *item = barn_xml_is (node, "list-header") && place->list != NULL ? get_last_item (place->list) : NULL;

  for (xmlNode *child = barn_xml_first (node); child != NULL; child = barn_xml_next (child))
    {
      if (barn_xml_is (child, "p") || barn_xml_is (child, "h"))
        read_item_paragraph (self, place, child, start, &item);
      else if (barn_xml_is (child, "list"))
        {
          BarnNode *owner = find_owner (place, item);

          if (owner != NULL)
            barn_node_unfold (owner);
          read_list (self, owner != NULL ? owner : place->container, child, place);
        }
      else if (barn_xml_is (child, "table"))
        {
          if (item != NULL)
            barn_node_unfold (item);
          read_table (self, item != NULL ? item : place->container, child);
        }
    }
}

static void
read_list (Reader          *self,
           BarnNode        *container,
           xmlNode         *node,
           const ListPlace *outer)
{
  const char *style = barn_xml_attribute (node, "style-name");
  ListPlace place = { container, NULL, style, 0, NULL };

  if (outer != NULL)
    {
      place.style = style != NULL ? style : outer->style;
      place.level = MIN (outer->level + 1, BARN_ODT_LEVELS - 1);
      place.counter = outer->counter;
      if (place.counter->counting[place.level])
        place.list = get_last_list (container);
      if (place.list != NULL && barn_node_get_list_style (place.list) != barn_odt_styles_get_list_style (self->styles, place.style, place.level))
        place.list = NULL;
    }
  else
    {
      place.style = style != NULL ? style : "";
      place.counter = find_counter (self, node, place.style);
      /* A list that goes on right behind itself is one */
      if (place.counter->list != NULL && place.counter->list == get_last_list (container))
        place.list = place.counter->list;
    }

  for (xmlNode *child = barn_xml_first (node); child != NULL; child = barn_xml_next (child))
    if (barn_xml_is (child, "list-item") || barn_xml_is (child, "list-header"))
      read_item (self, &place, child);

  if (outer == NULL)
    g_rc_box_release (place.counter);
}

/* Tables */

/* Word's and OpenDocument's tables have no mark for a cell that heads its row: its text is that of a table's head */
static gboolean
is_heading_cell (BarnNode *cell)
{
  BarnNode *text = barn_node_get_n_children (cell) > 0 ? barn_node_get_child (cell, 0) : cell;

  return g_strcmp0 (barn_node_get_look (text)->style, "Table Heading") == 0;
}

static void
read_row (Reader   *self,
          BarnNode *table,
          xmlNode  *node,
          gboolean  header)
{
  BarnNode *row = barn_node_append (table, barn_node_new (BARN_NODE_ROW));
  guint column = 0;

  barn_node_set_header (row, header);
  for (xmlNode *child = barn_xml_first (node); child != NULL; child = barn_xml_next (child))
    {
      guint repeated = CLAMP (barn_xml_to_int (barn_xml_attribute (child, "number-columns-repeated"), 1), 1, MAX_COLUMNS);

      if (!barn_xml_is (child, "table-cell"))
        continue;

      for (guint i = 0; i < repeated && column < MAX_COLUMNS && self->n_cells < MAX_CELLS; i++, column++)
        {
          BarnNode *cell = barn_node_append (row, barn_node_new (BARN_NODE_CELL));

          self->n_cells++;
          barn_node_set_spans (cell, CLAMP (barn_xml_to_int (barn_xml_attribute (child, "number-columns-spanned"), 1), 1, MAX_COLUMNS),
                               CLAMP (barn_xml_to_int (barn_xml_attribute (child, "number-rows-spanned"), 1), 1, 65535));
          read_blocks (self, cell, child);
          barn_node_fold (cell);
          barn_node_set_header (cell, !header && column == 0 && is_heading_cell (cell));
        }
    }
}

static void
read_rows (Reader   *self,
           BarnNode *table,
           xmlNode  *parent,
           gboolean  header)
{
  for (xmlNode *node = barn_xml_first (parent); node != NULL; node = barn_xml_next (node))
    {
      if (barn_xml_is (node, "table-row"))
        {
          guint repeated = CLAMP (barn_xml_to_int (barn_xml_attribute (node, "number-rows-repeated"), 1), 1, MAX_REPEATED_ROWS);

          for (guint i = 0; i < repeated && self->n_cells < MAX_CELLS; i++)
            read_row (self, table, node, header);
        }
      else if (barn_xml_is (node, "table-header-rows"))
        read_rows (self, table, node, TRUE);
      else if (barn_xml_is (node, "table-rows") || barn_xml_is (node, "table-row-group"))
        read_rows (self, table, node, header);
    }
}

/* Widths in shares of the table, where all columns have one */
static void
read_widths (Reader   *self,
             BarnNode *table,
             xmlNode  *node)
{
  guint widths[MAX_COLUMNS];
  guint n = 0;
  guint64 total = 0;

  for (xmlNode *column = barn_xml_first (node); column != NULL; column = barn_xml_next (column))
    {
      guint repeated = CLAMP (barn_xml_to_int (barn_xml_attribute (column, "number-columns-repeated"), 1), 1, MAX_COLUMNS);

      if (!barn_xml_is (column, "table-column"))
        continue;

      for (guint i = 0; i < repeated && n < MAX_COLUMNS; i++)
        {
          widths[n] = barn_odt_styles_get_share (self->styles, barn_xml_attribute (column, "style-name"));
          if (widths[n] == 0)
            return;
          total += widths[n++];
        }
    }

  if (n == 0)
    return;

  for (guint i = 0; i < n; i++)
    widths[i] = (guint) ((widths[i] * G_GUINT64_CONSTANT (100) + total / 2) / total);
  barn_node_set_widths (table, widths, n);
}

static void
read_table (Reader   *self,
            BarnNode *container,
            xmlNode  *node)
{
  g_autoptr (BarnNode) table = barn_node_new (BARN_NODE_TABLE);
  xmlNode *title = barn_xml_child (node, "title");

  if (title != NULL)
    {
      g_autofree char *caption = barn_xml_dup_text (title);

      barn_node_set_caption (table, caption);
    }

  read_widths (self, table, node);
  read_rows (self, table, node, FALSE);
  if (barn_node_get_n_children (table) == 0)
    return;

  barn_node_take_caption (table, container, BARN_ODT_CAPTION_NAME);
  barn_node_append (container, g_steal_pointer (&table));
}

static gboolean
is_index (xmlNode *node)
{
  static const char *const names[] = { "table-of-content", "alphabetical-index", "illustration-index", "table-index", "tracked-changes",
                                       "object-index", "user-index", "bibliography", "sequence-decls", "forms", NULL };

  return g_strv_contains (names, (const char *) node->name);
}

static void
read_blocks (Reader   *self,
             BarnNode *container,
             xmlNode  *parent)
{
  for (xmlNode *node = barn_xml_first (parent); node != NULL; node = barn_xml_next (node))
    {
      if (g_cancellable_is_cancelled (self->cancellable))
        return;

      if (barn_xml_in (node, ":text:") && (barn_xml_is (node, "p") || barn_xml_is (node, "h")))
        read_paragraph (self, container, node, NULL);
      else if (barn_xml_in (node, ":text:") && barn_xml_is (node, "list"))
        read_list (self, container, node, NULL);
      else if (barn_xml_is (node, "table"))
        read_table (self, container, node);
      else if (barn_xml_is (node, "section") && g_strcmp0 (barn_xml_attribute (node, "display"), "none") != 0)
        read_blocks (self, container, node);
      else if (barn_xml_in (node, ":drawing:") || barn_xml_is (node, "numbered-paragraph"))
        read_blocks (self, container, node);
      else if (!is_index (node) && barn_xml_is (node, "index-body"))
        read_blocks (self, container, node);
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

/* A part that is encrypted is said to be so in the manifest; the archive itself is not */
static gboolean
check_manifest (Reader  *self,
                GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  gsize size;
  const char *data;

  if (!barn_archive_has (self->archive, "META-INF/manifest.xml"))
    return TRUE;

  bytes = barn_archive_read (self->archive, "META-INF/manifest.xml", self->cancellable, error);
  if (bytes == NULL)
    return FALSE;

  data = g_bytes_get_data (bytes, &size);
  if (size == 0 || g_strstr_len (data, size, "encryption-data") == NULL)
    return TRUE;

  barn_document_set_error (error, BARN_DOCUMENT_ERROR_ENCRYPTED);
  return FALSE;
}

static void
add_keyword (BarnDocument *document,
             const char   *keyword)
{
  const char *before = barn_document_get_keywords (document);
  g_autofree char *all = *before != '\0' ? g_strjoin (", ", before, keyword, NULL) : g_strdup (keyword);

  barn_document_set_keywords (document, all);
}

static void
read_meta (Reader *self)
{
  g_autoptr (BarnXml) xml = NULL;

  if (!barn_archive_has (self->archive, "meta.xml"))
    return;

  /* A document is worth reading without knowing who wrote it */
  xml = read_part (self, "meta.xml", NULL);
  if (xml == NULL)
    return;

  for (xmlNode *node = barn_xml_first (barn_xml_child (barn_xml_root (xml), "meta")); node != NULL; node = barn_xml_next (node))
    {
      g_autofree char *text = barn_xml_dup_text (node);

      g_strstrip (text);
      if (barn_xml_is (node, "title"))
        barn_document_set_title (self->document, text);
      else if (barn_xml_is (node, "subject"))
        barn_document_set_subject (self->document, text);
      else if (barn_xml_is (node, "initial-creator") || barn_xml_is (node, "creator"))
        barn_document_set_author (self->document, text);
      else if (barn_xml_is (node, "keyword"))
        add_keyword (self->document, text);
      else if (barn_xml_is (node, "language") && *text != '\0')
        barn_document_set_language (self->document, text);
      else if (barn_xml_is (node, "creation-date") && strlen (text) >= 10)
        {
          g_autofree char *day = g_strndup (text, 10);

          barn_document_set_date (self->document, day);
        }
    }
}

static gboolean
read_content (Reader  *self,
              GError **error)
{
  g_autoptr (BarnXml) content = read_part (self, "content.xml", error);
  g_autoptr (BarnXml) styles = NULL;
  xmlNode *body;

  if (content == NULL)
    return FALSE;

  if (barn_archive_has (self->archive, "styles.xml"))
    {
      styles = read_part (self, "styles.xml", error);
      if (styles == NULL)
        return FALSE;
    }

  self->styles = barn_odt_styles_new (styles != NULL ? barn_xml_root (styles) : NULL, barn_xml_root (content));
  body = barn_xml_child (barn_xml_root (content), "body");
  read_blocks (self, barn_document_get_body (self->document), barn_xml_child (body, "text"));
  /* They point into the trees that end here */
  g_clear_pointer (&self->styles, barn_odt_styles_free);

  if (self->n_cells >= MAX_CELLS)
    {
      barn_document_set_error (error, BARN_DOCUMENT_ERROR_TOO_LARGE);
      return FALSE;
    }

  return !g_cancellable_set_error_if_cancelled (self->cancellable, error);
}

static void
release_counter (gpointer counter)
{
  g_rc_box_release (counter);
}

/**
 * barn_odt_read:
 * @bytes: an OpenDocument text
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Returns: (transfer full): the document, or %NULL with @error set
 */
BarnDocument *
barn_odt_read (GBytes        *bytes,
               GCancellable  *cancellable,
               GError       **error)
{
  g_auto (Reader) self = { 0 };

  self.cancellable = cancellable;
  self.archive = barn_archive_open (bytes, error);
  if (self.archive == NULL || !check_manifest (&self, error))
    return NULL;

  self.document = barn_document_new ();
  self.counters = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, release_counter);
  self.ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!read_content (&self, error))
    return NULL;

  read_meta (&self);
  barn_document_take_title (self.document);
  if (!barn_document_check_text (self.document, error))
    return NULL;

  return g_steal_pointer (&self.document);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <archive.h>
#include <archive_entry.h>

#include "office-support.h"

/* Files that are no documents, are broken, or mean harm: each ends in a sentence, quickly, and in nothing else */

static GBytes *
make_archive (const char *name,
              const char *text)
{
  g_autoptr (BarnArchiveWriter) archive = barn_archive_writer_new ();

  add_part (archive, "[Content_Types].xml", CONTENT_TYPES);
  add_part (archive, "_rels/.rels", PACKAGE_RELS);
  add_part (archive, name, text);

  return barn_archive_writer_finish (archive, NULL);
}

static void
assert_data (const void *data,
             gsize       size,
             const char *name,
             int         code,
             const char *word)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);

  assert_refused (bytes, name, code, word);
}

static void
test_not_a_document (void)
{
  g_autoptr (GBytes) spreadsheet = NULL;
  g_autoptr (GBytes) archive = NULL;
  g_autoptr (GBytes) odf = NULL;
  g_autoptr (BarnArchiveWriter) one = barn_archive_writer_new ();
  g_autoptr (BarnArchiveWriter) two = barn_archive_writer_new ();
  g_autoptr (BarnArchiveWriter) three = barn_archive_writer_new ();

  add_part (one, "[Content_Types].xml", "<Types><Override ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>");
  spreadsheet = barn_archive_writer_finish (one, NULL);
  assert_refused (spreadsheet, "plan.xlsx", BARN_DOCUMENT_ERROR_UNKNOWN, "spreadsheet");

  add_part (two, "plan.docx", "text");
  archive = barn_archive_writer_finish (two, NULL);
  assert_refused (archive, "plan.zip", BARN_DOCUMENT_ERROR_UNKNOWN, "zip");

  add_part (three, "mimetype", "application/vnd.oasis.opendocument.spreadsheet");
  odf = barn_archive_writer_finish (three, NULL);
  assert_refused (odf, "plan.ods", BARN_DOCUMENT_ERROR_UNKNOWN, "spreadsheet");

  assert_data ("", 0, "plan.docx", BARN_DOCUMENT_ERROR_EMPTY, "empty");
  assert_data ("\0\1\2\3\0\0", 6, "plan.docx", BARN_DOCUMENT_ERROR_DAMAGED, "damaged");
  assert_data ("PK\3\4 something else", 18, "plan.docx", BARN_DOCUMENT_ERROR_DAMAGED, "damaged");
}

static void
test_old_word (void)
{
  static const char magic[] = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
  static const char encrypted[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0";
  static const char word[] = "W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0";
  guint8 data[4096] = { 0 };

  memcpy (data, magic, sizeof magic - 1);
  assert_data (data, sizeof data, "plan.doc", BARN_DOCUMENT_ERROR_UNKNOWN, "old Office format");
  memcpy (data + 2000, word, sizeof word);
  assert_data (data, sizeof data, "plan.doc", BARN_DOCUMENT_ERROR_UNKNOWN, "(.doc)");
  memcpy (data + 1000, encrypted, sizeof encrypted);
  assert_data (data, sizeof data, "plan.docx", BARN_DOCUMENT_ERROR_ENCRYPTED, "password");
}

static void
test_encrypted (void)
{
  g_autoptr (BarnArchiveWriter) odt = barn_archive_writer_new ();
  g_autoptr (GBytes) odt_bytes = NULL;
  g_autoptr (GBytes) zip_bytes = NULL;
  guint8 buffer[4096];
  size_t used = 0;
  struct archive *zip = archive_write_new ();
  struct archive_entry *entry = archive_entry_new ();

  add_part (odt, "mimetype", "application/vnd.oasis.opendocument.text");
  add_part (odt, "content.xml", "\x12\x34 not readable");
  add_part (odt, "META-INF/manifest.xml", "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>");
  odt_bytes = barn_archive_writer_finish (odt, NULL);
  assert_refused (odt_bytes, "plan.odt", BARN_DOCUMENT_ERROR_ENCRYPTED, "password");

  archive_write_set_format_zip (zip);
  archive_write_set_options (zip, "zip:encryption=traditional");
  archive_write_set_passphrase (zip, "hemligt");
  archive_write_open_memory (zip, buffer, sizeof buffer, &used);
  archive_entry_set_pathname (entry, "word/document.xml");
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_size (entry, 4);
  if (archive_write_header (zip, entry) == ARCHIVE_OK && archive_write_data (zip, "text", 4) == 4 && archive_write_close (zip) == ARCHIVE_OK)
    {
      zip_bytes = g_bytes_new (buffer, used);
      assert_refused (zip_bytes, "plan.docx", BARN_DOCUMENT_ERROR_ENCRYPTED, "password");
    }
  archive_entry_free (entry);
  archive_write_free (zip);
}

static void
test_paths (void)
{
  static const char *const names[] = { "../word/document.xml", "/etc/passwd", "word/../../document.xml", "C:\\plan.xml" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GBytes) bytes = make_archive (names[i], "text");

      assert_refused (bytes, "plan.docx", BARN_DOCUMENT_ERROR_HOSTILE, "no ordinary program");
    }
}

static void
test_twice_the_same_part (void)
{
  g_autoptr (GBytes) bytes = make_archive ("_rels/.rels", PACKAGE_RELS);

  assert_refused (bytes, "plan.docx", BARN_DOCUMENT_ERROR_HOSTILE, "no ordinary program");
}

static void
test_entities (void)
{
  static const char *const documents[] = {
    "<!DOCTYPE d [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]><d>&c;</d>",
    "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><d>&x;</d>",
    "<!DOCTYPE d [<!ENTITY % x SYSTEM \"http://127.0.0.1:1/x.dtd\"> %x;]><d/>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    {
      g_autoptr (GBytes) bytes = make_archive ("word/document.xml", documents[i]);

      assert_refused (bytes, "plan.docx", BARN_DOCUMENT_ERROR_HOSTILE, "no ordinary program");
    }
}

static void
test_bomb (void)
{
  g_autofree char *zeros = g_malloc0 (20 * 1024 * 1024);
  g_autoptr (BarnArchiveWriter) archive = barn_archive_writer_new ();
  g_autoptr (GBytes) bytes = NULL;

  add_part (archive, "[Content_Types].xml", CONTENT_TYPES);
  add_part (archive, "_rels/.rels", PACKAGE_RELS);
  barn_archive_writer_add (archive, "word/document.xml", zeros, 20 * 1024 * 1024);
  bytes = barn_archive_writer_finish (archive, NULL);
  g_assert_cmpuint (g_bytes_get_size (bytes), <, 100000);
  assert_refused (bytes, "plan.docx", BARN_DOCUMENT_ERROR_TOO_LARGE, "unpacks");
}

static void
test_many_parts (void)
{
  g_autoptr (BarnArchiveWriter) archive = barn_archive_writer_new ();
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 0; i < 5000; i++)
    {
      g_autofree char *name = g_strdup_printf ("word/%u.xml", i);

      add_part (archive, name, "");
    }
  bytes = barn_archive_writer_finish (archive, NULL);
  assert_refused (bytes, "plan.docx", BARN_DOCUMENT_ERROR_TOO_LARGE, "unpacks");
}

static char *
repeat (const char *text,
        guint       n)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (out, text);

  return g_string_free (out, FALSE);
}

/* However deep it is nested, the stack must hold */
static void
test_depth (void)
{
  static const struct
  {
    const char *open;
    const char *close;
  } parts[] = {
    { "<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>" }, { "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>" }, { "<w:p><w:ins>", "</w:ins></w:p>" },
  };

  for (guint depth = 20; depth <= 100000; depth *= 70)
    for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
      {
        g_autofree char *open = repeat (parts[i].open, depth);
        g_autofree char *close = repeat (parts[i].close, depth);
        g_autofree char *body = g_strconcat (open, close, NULL);
        g_autoptr (GBytes) bytes = make_docx (body, NULL, NULL);
        g_autoptr (GError) error = NULL;
        g_autoptr (BarnDocument) document = barn_document_read_bytes (bytes, "plan.docx", NULL, &error);

        g_assert_true (document != NULL || error->domain == BARN_DOCUMENT_ERROR);
      }
}

static void
test_many_elements (void)
{
  g_autofree char *body = repeat ("<w:p/>", 2100000);
  g_autoptr (BarnArchiveWriter) archive = barn_archive_writer_new ();
  g_autofree char *noise = g_malloc (200000);
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *document = g_strconcat ("<w:document xmlns:w=\"" W_NS "\"><w:body>", body, "</w:body></w:document>", NULL);

  /* Beside something that does not shrink, the ratio alone does not tell */
  for (guint i = 0; i < 200000; i++)
    noise[i] = (char) g_rand_int (rand);
  add_part (archive, "[Content_Types].xml", CONTENT_TYPES);
  add_part (archive, "_rels/.rels", PACKAGE_RELS);
  add_part (archive, "word/document.xml", document);
  barn_archive_writer_add (archive, "word/media/image1.png", noise, 200000);
  bytes = barn_archive_writer_finish (archive, NULL);
  assert_refused (bytes, "plan.docx", BARN_DOCUMENT_ERROR_TOO_LARGE, "more than is safe");
}

/* A cell repeated 256 times with such a cell in it, and so on: a short file asks for more than there is */
static void
test_repeated_cells (void)
{
  g_autofree char *open = repeat ("<table:table><table:table-row><table:table-cell table:number-columns-repeated=\"256\">", 8);
  g_autofree char *close = repeat ("</table:table-cell></table:table-row></table:table>", 8);
  g_autofree char *body = g_strconcat (open, "<text:p>a</text:p>", close, NULL);
  g_autoptr (GBytes) bytes = make_odt (body, NULL, NULL);

  assert_refused (bytes, "plan.odt", BARN_DOCUMENT_ERROR_TOO_LARGE, "more than is safe");
}

/* A paragraph in half a million runs */
static void
test_many_runs (void)
{
  g_autofree char *runs = repeat ("<w:r><w:t>a</w:t></w:r>", 300000);
  g_autofree char *body = g_strconcat ("<w:p>", runs, "</w:p>", NULL);
  g_autoptr (GBytes) bytes = make_docx (body, NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (BarnDocument) document = barn_document_read_bytes (bytes, "plan.docx", NULL, &error);

  g_assert_true (document != NULL || g_error_matches (error, BARN_DOCUMENT_ERROR, BARN_DOCUMENT_ERROR_TOO_LARGE));
}

static void
test_odd_values (void)
{
  g_autoptr (GBytes) bytes =
    make_docx ("<w:p><w:pPr><w:pStyle/><w:ind w:left=\"99999999999999999999\"/><w:outlineLvl w:val=\"-5\"/><w:numPr><w:ilvl w:val=\"99\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>"
               "<w:r><w:t>a</w:t><w:sym w:char=\"zz\"/><w:sym w:char=\"FFFFFFFFFF\"/></w:r></w:p>"
               "<w:tbl><w:tr><w:trPr><w:gridBefore w:val=\"-1\"/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val=\"1000000000\"/></w:tcPr></w:tc></w:tr><w:tr/></w:tbl>",
               "<w:style/><w:style w:styleId=\"x\"/>",
               "<w:abstractNum/><w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"8\"><w:start w:val=\"-3\"/><w:numFmt w:val=\"lowerLetter\"/><w:lvlText w:val=\"%9%1%\"/></w:lvl>"
               "<w:lvl w:ilvl=\"-1\"/></w:abstractNum><w:num/><w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/><w:lvlOverride w:ilvl=\"77\"/></w:num>");
  g_autoptr (BarnDocument) document = barn_document_read_bytes (bytes, "plan.docx", NULL, NULL);

  g_assert_nonnull (document);
}

static void
test_empty (void)
{
  g_autoptr (GBytes) docx = make_docx ("<w:p/><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>", NULL, NULL);
  g_autoptr (GBytes) odt = make_odt ("", NULL, NULL);

  assert_refused (docx, "plan.docx", BARN_DOCUMENT_ERROR_EMPTY, "no text");
  assert_refused (odt, "plan.odt", BARN_DOCUMENT_ERROR_EMPTY, "no text");
}

static void
try_bytes (const guint8 *data,
           gsize         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (BarnDocument) document = barn_document_read_bytes (bytes, "plan.docx", NULL, &error);

  g_assert_true (document != NULL || error->domain == BARN_DOCUMENT_ERROR);
}

/* Cut off anywhere, and with any bytes turned: a document or a sentence, never a crash */
static void
test_broken (void)
{
  g_autoptr (BarnDocument) document = make_rich_document ();
  g_autoptr (GBytes) bytes = barn_document_to_bytes (document, BARN_FORMAT_DOCX, NULL, NULL);
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (gsize length = 0; length < size; length += 97)
    try_bytes (data, length);
  assert_data (data, size - 40, "plan.docx", BARN_DOCUMENT_ERROR_DAMAGED, "damaged");

  for (guint i = 0; i < 300; i++)
    {
      g_autofree guint8 *copy = g_memdup2 (data, size);

      for (gint32 n = g_rand_int_range (rand, 1, 20); n > 0; n--)
        copy[g_rand_int_range (rand, 0, size)] = (guint8) g_rand_int (rand);
      try_bytes (copy, size);
    }
}

static void
test_no_file (void)
{
  g_autoptr (GFile) folder = g_file_new_for_path (g_get_tmp_dir ());
  g_autoptr (GFile) missing = g_file_new_for_path ("/nowhere/plan.docx");
  g_autoptr (GError) error = NULL;

  g_assert_null (barn_document_read (folder, NULL, &error));
  g_assert_error (error, BARN_DOCUMENT_ERROR, BARN_DOCUMENT_ERROR_UNKNOWN);
  g_clear_error (&error);
  g_assert_null (barn_document_read (missing, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hostile/not-a-document", test_not_a_document);
  g_test_add_func ("/hostile/old-word", test_old_word);
  g_test_add_func ("/hostile/encrypted", test_encrypted);
  g_test_add_func ("/hostile/paths", test_paths);
  g_test_add_func ("/hostile/twice-the-same-part", test_twice_the_same_part);
  g_test_add_func ("/hostile/entities", test_entities);
  g_test_add_func ("/hostile/bomb", test_bomb);
  g_test_add_func ("/hostile/many-parts", test_many_parts);
  g_test_add_func ("/hostile/depth", test_depth);
  g_test_add_func ("/hostile/many-elements", test_many_elements);
  g_test_add_func ("/hostile/repeated-cells", test_repeated_cells);
  g_test_add_func ("/hostile/many-runs", test_many_runs);
  g_test_add_func ("/hostile/odd-values", test_odd_values);
  g_test_add_func ("/hostile/empty", test_empty);
  g_test_add_func ("/hostile/broken", test_broken);
  g_test_add_func ("/hostile/no-file", test_no_file);

  return g_test_run ();
}

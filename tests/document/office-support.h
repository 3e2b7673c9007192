/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <string.h>

#include "barn-archive.h"
#include "document-support.h"

/* Office documents made of pieces of XML, for the tests of their readers */

#define W_NS "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define R_NS "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE_NS "http://schemas.openxmlformats.org/package/2006/"

#define CONTENT_TYPES                                                                                                        \
  "<Types xmlns=\"" PACKAGE_NS "content-types\"><Override PartName=\"/word/document.xml\" ContentType=\"application/"          \
  "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"
#define PACKAGE_RELS                                                                                                         \
  "<Relationships xmlns=\"" PACKAGE_NS "relationships\"><Relationship Id=\"a\" Type=\"" R_NS "/officeDocument\" "              \
  "Target=\"word/document.xml\"/></Relationships>"

static inline void
add_part (BarnArchiveWriter *archive,
          const char        *name,
          const char        *text)
{
  barn_archive_writer_add (archive, name, text, strlen (text));
}

/* @body: what stands in w:body. @styles, @numbering: (nullable): what stands in their roots */
static inline GBytes *
make_docx (const char *body,
           const char *styles,
           const char *numbering)
{
  g_autoptr (BarnArchiveWriter) archive = barn_archive_writer_new ();
  g_autofree char *document = g_strconcat ("<w:document xmlns:w=\"" W_NS "\" xmlns:r=\"" R_NS "\""
                                           " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
                                           " xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\"><w:body>",
                                           body, "</w:body></w:document>", NULL);
  g_autofree char *styles_part = g_strconcat ("<w:styles xmlns:w=\"" W_NS "\">", styles != NULL ? styles : "", "</w:styles>", NULL);
  g_autofree char *numbering_part = g_strconcat ("<w:numbering xmlns:w=\"" W_NS "\">", numbering != NULL ? numbering : "", "</w:numbering>", NULL);

  add_part (archive, "[Content_Types].xml", CONTENT_TYPES);
  add_part (archive, "_rels/.rels", PACKAGE_RELS);
  add_part (archive, "word/_rels/document.xml.rels",
            "<Relationships xmlns=\"" PACKAGE_NS "relationships\">"
            "<Relationship Id=\"rId1\" Type=\"" R_NS "/styles\" Target=\"styles.xml\"/>"
            "<Relationship Id=\"rId2\" Type=\"" R_NS "/numbering\" Target=\"/word/numbering.xml\"/>"
            "<Relationship Id=\"rId3\" Type=\"" R_NS "/hyperlink\" Target=\"https://exempel.se/\" TargetMode=\"External\"/></Relationships>");
  add_part (archive, "word/document.xml", document);
  add_part (archive, "word/numbering.xml", numbering_part);
  add_part (archive, "word/styles.xml", styles_part);

  return barn_archive_writer_finish (archive, NULL);
}

/* @body: what stands in office:text. @automatic, @styles: (nullable): what stands in office:automatic-styles of the content and in office:styles */
static inline GBytes *
make_odt (const char *body,
          const char *automatic,
          const char *styles)
{
  static const char names[] =
    " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""
    " xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""
    " xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\""
    " xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\" xmlns:xlink=\"http://www.w3.org/1999/xlink\""
    " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"";
  g_autoptr (BarnArchiveWriter) archive = barn_archive_writer_new ();
  g_autofree char *content = g_strconcat ("<office:document-content", names, "><office:automatic-styles>", automatic != NULL ? automatic : "",
                                          "</office:automatic-styles><office:body><office:text>", body,
                                          "</office:text></office:body></office:document-content>", NULL);
  g_autofree char *styles_part = g_strconcat ("<office:document-styles", names, "><office:styles>", styles != NULL ? styles : "",
                                              "</office:styles></office:document-styles>", NULL);

  add_part (archive, "mimetype", "application/vnd.oasis.opendocument.text");
  add_part (archive, "content.xml", content);
  add_part (archive, "styles.xml", styles_part);

  return barn_archive_writer_finish (archive, NULL);
}

static inline void
assert_bytes (GBytes     *bytes,
              const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BarnDocument) document = barn_document_read_bytes (bytes, "a", NULL, &error);
  g_autofree char *tree = NULL;

  g_assert_no_error (error);
  tree = dump (document);
  g_assert_cmpstr (tree, ==, expected);
}

/* @word: what the sentence must say */
static inline void
assert_refused (GBytes     *bytes,
                const char *name,
                int         code,
                const char *word)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BarnDocument) document = barn_document_read_bytes (bytes, name, NULL, &error);

  g_assert_null (document);
  g_assert_error (error, BARN_DOCUMENT_ERROR, code);
  g_assert_nonnull (strstr (error->message, word));
}

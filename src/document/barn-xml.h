/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

typedef xmlDoc BarnXml;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BarnXml, xmlFreeDoc)

/* XML from outside: no network, no entities, no endless depth or number */
BarnXml    *barn_xml_parse     (GBytes      *bytes,
                                GError     **error);

/* Reading a tree; elements and attributes go by their local names */
xmlNode    *barn_xml_root      (BarnXml     *xml);
xmlNode    *barn_xml_first     (xmlNode     *node);   /* first child element, NULL where @node is NULL or has none */
xmlNode    *barn_xml_next      (xmlNode     *node);   /* next element beside it */
gboolean    barn_xml_is        (xmlNode     *node,
                                const char  *name);
gboolean    barn_xml_in        (xmlNode     *node,
                                const char  *vocabulary); /* whether its namespace holds this word */
xmlNode    *barn_xml_child     (xmlNode     *node,
                                const char  *name);
const char *barn_xml_attribute (xmlNode     *node,
                                const char  *name);
/* The attribute "val" of the child @name, as WordprocessingML has most of what it says */
const char *barn_xml_val       (xmlNode     *node,
                                const char  *name);
int         barn_xml_to_int    (const char  *text,
                                int          fallback);
char       *barn_xml_dup_text  (xmlNode     *node);

/* Writing: appends @text with what XML reserves escaped, fit for elements and attributes */
void        barn_xml_escape    (GString     *out,
                                const char  *text);

G_END_DECLS

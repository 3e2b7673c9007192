/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-document"

#include "config.h"

#include "barn-document-private.h"

struct _BarnDocument
{
  GObject     parent_instance;
  BarnNode   *body;
  char       *title;
  char       *subject;
  char       *author;
  char       *keywords;
  char       *language;
  char       *date;
  char       *footer;
  char       *font;
  char       *letterhead;
  BarnFigure *logo;       /* (nullable) */
};

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_SUBJECT,
  PROP_AUTHOR,
  PROP_KEYWORDS,
  PROP_LANGUAGE,
  PROP_DATE,
  PROP_FOOTER,
  PROP_FONT,
  PROP_LETTERHEAD,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (BarnDocument, barn_document, G_TYPE_OBJECT)

G_DEFINE_QUARK (barn-document-error-quark, barn_document_error)

/* The place where the text of a property is kept */
static char **
get_place (BarnDocument *self,
           guint         prop_id)
{
  switch (prop_id)
    {
    case PROP_TITLE:
      return &self->title;
    case PROP_SUBJECT:
      return &self->subject;
    case PROP_AUTHOR:
      return &self->author;
    case PROP_KEYWORDS:
      return &self->keywords;
    case PROP_LANGUAGE:
      return &self->language;
    case PROP_DATE:
      return &self->date;
    case PROP_FOOTER:
      return &self->footer;
    case PROP_FONT:
      return &self->font;
    case PROP_LETTERHEAD:
      return &self->letterhead;
    default:
      return NULL;
    }
}

static void
set_text (BarnDocument *self,
          guint         prop_id,
          const char   *text)
{
  g_autofree char *clean = barn_text_clean (text != NULL ? text : "");
  char **place = get_place (self, prop_id);

  g_assert (place != NULL);

  if (g_strcmp0 (*place, clean) == 0)
    return;

  g_free (*place);
  *place = g_steal_pointer (&clean);
  g_object_notify_by_pspec (G_OBJECT (self), properties[prop_id]);
}

static void
barn_document_finalize (GObject *object)
{
  BarnDocument *self = BARN_DOCUMENT (object);

  g_clear_pointer (&self->body, barn_node_unref);
  g_clear_pointer (&self->logo, barn_figure_unref);
  for (guint i = PROP_0 + 1; i < N_PROPS; i++)
    g_clear_pointer (get_place (self, i), g_free);

  G_OBJECT_CLASS (barn_document_parent_class)->finalize (object);
}

static void
barn_document_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  char **place = get_place (BARN_DOCUMENT (object), prop_id);

  if (place != NULL)
    g_value_set_string (value, *place);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
barn_document_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  if (get_place (BARN_DOCUMENT (object), prop_id) != NULL)
    set_text (BARN_DOCUMENT (object), prop_id, g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
barn_document_class_init (BarnDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->finalize = barn_document_finalize;
  object_class->get_property = barn_document_get_property;
  object_class->set_property = barn_document_set_property;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", flags);
  properties[PROP_SUBJECT] = g_param_spec_string ("subject", NULL, NULL, "", flags);
  properties[PROP_AUTHOR] = g_param_spec_string ("author", NULL, NULL, "", flags);
  properties[PROP_KEYWORDS] = g_param_spec_string ("keywords", NULL, NULL, "", flags);
  properties[PROP_LANGUAGE] = g_param_spec_string ("language", NULL, NULL, "sv-SE", flags);
  properties[PROP_DATE] = g_param_spec_string ("date", NULL, NULL, "", flags);
  properties[PROP_FOOTER] = g_param_spec_string ("footer", NULL, NULL, "", flags);
  properties[PROP_FONT] = g_param_spec_string ("font", NULL, NULL, "", flags);
  properties[PROP_LETTERHEAD] = g_param_spec_string ("letterhead", NULL, NULL, "", flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
barn_document_init (BarnDocument *self)
{
  self->body = barn_node_new (BARN_NODE_BODY);
  for (guint i = PROP_0 + 1; i < N_PROPS; i++)
    *get_place (self, i) = g_strdup (i == PROP_LANGUAGE ? "sv-SE" : "");
}

/**
 * barn_document_new:
 *
 * Returns: (transfer full): an empty document in Swedish
 */
BarnDocument *
barn_document_new (void)
{
  return g_object_new (BARN_TYPE_DOCUMENT, NULL);
}

/**
 * barn_document_get_body:
 * @self: a document
 *
 * Returns: (transfer none): the root of its tree
 */
BarnNode *
barn_document_get_body (BarnDocument *self)
{
  g_return_val_if_fail (BARN_IS_DOCUMENT (self), NULL);

  return self->body;
}

/**
 * barn_document_get_title:
 * @self: a document
 *
 * Returns: its title
 */
const char *
barn_document_get_title (BarnDocument *self)
{
  g_return_val_if_fail (BARN_IS_DOCUMENT (self), "");

  return self->title;
}

/**
 * barn_document_set_title:
 * @self: a document
 * @title: (nullable): its title; %NULL is ""
 */
void
barn_document_set_title (BarnDocument *self,
                         const char   *title)
{
  g_return_if_fail (BARN_IS_DOCUMENT (self));

  set_text (self, PROP_TITLE, title);
}

/**
 * barn_document_get_subject:
 * @self: a document
 *
 * Returns: what it is about, shown under the title
 */
const char *
barn_document_get_subject (BarnDocument *self)
{
  g_return_val_if_fail (BARN_IS_DOCUMENT (self), "");

  return self->subject;
}

/**
 * barn_document_set_subject:
 * @self: a document
 * @subject: (nullable): what it is about, shown under the title; %NULL is ""
 */
void
barn_document_set_subject (BarnDocument *self,
                           const char   *subject)
{
  g_return_if_fail (BARN_IS_DOCUMENT (self));

  set_text (self, PROP_SUBJECT, subject);
}

/**
 * barn_document_get_author:
 * @self: a document
 *
 * Returns: who answers for it
 */
const char *
barn_document_get_author (BarnDocument *self)
{
  g_return_val_if_fail (BARN_IS_DOCUMENT (self), "");

  return self->author;
}

/**
 * barn_document_set_author:
 * @self: a document
 * @author: (nullable): who answers for it; %NULL is ""
 */
void
barn_document_set_author (BarnDocument *self,
                          const char   *author)
{
  g_return_if_fail (BARN_IS_DOCUMENT (self));

  set_text (self, PROP_AUTHOR, author);
}

/**
 * barn_document_get_keywords:
 * @self: a document
 *
 * Returns: words that it can be found by, with ", " between, or ""
 */
const char *
barn_document_get_keywords (BarnDocument *self)
{
  g_return_val_if_fail (BARN_IS_DOCUMENT (self), "");

  return self->keywords;
}

/**
 * barn_document_set_keywords:
 * @self: a document
 * @keywords: (nullable): words that it can be found by, with ", " between; %NULL is ""
 */
void
barn_document_set_keywords (BarnDocument *self,
                            const char   *keywords)
{
  g_return_if_fail (BARN_IS_DOCUMENT (self));

  set_text (self, PROP_KEYWORDS, keywords);
}

/**
 * barn_document_get_language:
 * @self: a document
 *
 * Returns: its language as a BCP 47 tag
 */
const char *
barn_document_get_language (BarnDocument *self)
{
  g_return_val_if_fail (BARN_IS_DOCUMENT (self), "");

  return self->language;
}

/**
 * barn_document_set_language:
 * @self: a document
 * @language: (nullable): its language as a BCP 47 tag; %NULL is ""
 */
void
barn_document_set_language (BarnDocument *self,
                            const char   *language)
{
  g_return_if_fail (BARN_IS_DOCUMENT (self));

  set_text (self, PROP_LANGUAGE, language);
}

/**
 * barn_document_get_date:
 * @self: a document
 *
 * Returns: its date in ISO 8601, or ""
 */
const char *
barn_document_get_date (BarnDocument *self)
{
  g_return_val_if_fail (BARN_IS_DOCUMENT (self), "");

  return self->date;
}

/**
 * barn_document_set_date:
 * @self: a document
 * @date: (nullable): its date in ISO 8601, or ""; %NULL is ""
 */
void
barn_document_set_date (BarnDocument *self,
                        const char   *date)
{
  g_return_if_fail (BARN_IS_DOCUMENT (self));

  set_text (self, PROP_DATE, date);
}

/**
 * barn_document_get_footer:
 * @self: a document
 *
 * Returns: what stands at the foot of each page, or ""
 */
const char *
barn_document_get_footer (BarnDocument *self)
{
  g_return_val_if_fail (BARN_IS_DOCUMENT (self), "");

  return self->footer;
}

/**
 * barn_document_set_footer:
 * @self: a document
 * @footer: (nullable): what stands at the foot of each page, or ""; %NULL is ""
 */
void
barn_document_set_footer (BarnDocument *self,
                          const char   *footer)
{
  g_return_if_fail (BARN_IS_DOCUMENT (self));

  set_text (self, PROP_FOOTER, footer);
}

/**
 * barn_document_get_font:
 * @self: a document
 *
 * Returns: the family of its letters, or "" for that of every writer
 */
const char *
barn_document_get_font (BarnDocument *self)
{
  g_return_val_if_fail (BARN_IS_DOCUMENT (self), "");

  return self->font;
}

/**
 * barn_document_set_font:
 * @self: a document
 * @font: (nullable): the family of its letters (see barn_font_is_name()); "" or %NULL for that of every writer
 *
 * Sets the letters. Where a family is not installed, pages are set in the next best one; files that another program shows name it all the same.
 */
void
barn_document_set_font (BarnDocument *self,
                        const char   *font)
{
  g_return_if_fail (BARN_IS_DOCUMENT (self));
  g_return_if_fail (font == NULL || *font == '\0' || barn_font_is_name (font));

  set_text (self, PROP_FONT, font);
}

/**
 * barn_document_get_letterhead:
 * @self: a document
 *
 * Returns: who sends it, as it stands above the title, or ""
 */
const char *
barn_document_get_letterhead (BarnDocument *self)
{
  g_return_val_if_fail (BARN_IS_DOCUMENT (self), "");

  return self->letterhead;
}

/**
 * barn_document_set_letterhead:
 * @self: a document
 * @letterhead: (nullable): who sends it, in one or a few lines; %NULL is ""
 */
void
barn_document_set_letterhead (BarnDocument *self,
                              const char   *letterhead)
{
  g_return_if_fail (BARN_IS_DOCUMENT (self));

  set_text (self, PROP_LETTERHEAD, letterhead);
}

/**
 * barn_document_get_logo:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): the picture above the title
 */
BarnFigure *
barn_document_get_logo (BarnDocument *self)
{
  g_return_val_if_fail (BARN_IS_DOCUMENT (self), NULL);

  return self->logo;
}

/**
 * barn_document_set_logo:
 * @self: a document
 * @logo: (nullable): the picture above the title; its text is read to those who do not see it
 */
void
barn_document_set_logo (BarnDocument *self,
                        BarnFigure   *logo)
{
  g_return_if_fail (BARN_IS_DOCUMENT (self));

  if (logo != NULL)
    barn_figure_ref (logo);
  g_clear_pointer (&self->logo, barn_figure_unref);
  self->logo = logo;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-draft-line"

#include "config.h"

#include "barn-draft-line-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _BarnDraftLine
{
  GObject        parent_instance;

  char          *text;
  char          *label;
  const char    *reason;         /* a translatable sentence */
  char          *column_heading;
  BarnTaken      taken;
  BarnMarkForm  form;
  BarnColumn     column;
  guint          row;
  guint          last_row;
  guint          heading_level;
  guint          number;
  gboolean       corrected;
};

enum
{
  PROP_0,
  PROP_TEXT,
  PROP_LABEL,
  PROP_TAKEN,
  PROP_FATE,
  PROP_REASON,
  PROP_CORRECTED,
  PROP_HEADING_LEVEL,
  PROP_NUMBER,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (BarnDraftLine, barn_draft_line, G_TYPE_OBJECT)

static void
barn_draft_line_finalize (GObject *object)
{
  BarnDraftLine *self = BARN_DRAFT_LINE (object);

  g_free (self->text);
  g_free (self->label);
  g_free (self->column_heading);

  G_OBJECT_CLASS (barn_draft_line_parent_class)->finalize (object);
}

static void
barn_draft_line_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  BarnDraftLine *self = BARN_DRAFT_LINE (object);

  switch (prop_id)
    {
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;

    case PROP_LABEL:
      g_value_set_string (value, self->label);
      break;

    case PROP_TAKEN:
      g_value_set_enum (value, self->taken);
      break;

    case PROP_FATE:
      g_value_set_uint (value, barn_taken_get_fate (self->taken));
      break;

    case PROP_REASON:
      g_value_set_string (value, barn_draft_line_get_reason (self));
      break;

    case PROP_CORRECTED:
      g_value_set_boolean (value, self->corrected);
      break;

    case PROP_HEADING_LEVEL:
      g_value_set_uint (value, self->heading_level);
      break;

    case PROP_NUMBER:
      g_value_set_uint (value, self->number);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
barn_draft_line_class_init (BarnDraftLineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = barn_draft_line_finalize;
  object_class->get_property = barn_draft_line_get_property;

  properties[PROP_TEXT] =
    g_param_spec_string ("text", NULL, NULL, "", G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_LABEL] =
    g_param_spec_string ("label", NULL, NULL, "", G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_TAKEN] =
    g_param_spec_enum ("taken", NULL, NULL, BARN_TYPE_TAKEN, BARN_TAKEN_TITLE,
                       G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_FATE] =
    g_param_spec_uint ("fate", NULL, NULL, 0, BARN_FATE_DROPPED, 0,
                       G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_REASON] =
    g_param_spec_string ("reason", NULL, NULL, "", G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_CORRECTED] =
    g_param_spec_boolean ("corrected", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_HEADING_LEVEL] =
    g_param_spec_uint ("heading-level", NULL, NULL, 0, G_MAXUINT, 0,
                       G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_NUMBER] =
    g_param_spec_uint ("number", NULL, NULL, 0, G_MAXUINT, 0,
                       G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
barn_draft_line_init (BarnDraftLine *self)
{
}

/**
 * barn_draft_line_get_text:
 * @self: a line
 *
 * Returns: (transfer none): what stands there, without its label
 */
const char *
barn_draft_line_get_text (BarnDraftLine *self)
{
  g_return_val_if_fail (BARN_IS_DRAFT_LINE (self), NULL);

  return self->text;
}

/**
 * barn_draft_line_get_label:
 * @self: a line
 *
 * Returns: (transfer none): the bullet or number before it, "" where there is none
 */
const char *
barn_draft_line_get_label (BarnDraftLine *self)
{
  g_return_val_if_fail (BARN_IS_DRAFT_LINE (self), NULL);

  return self->label;
}

/**
 * barn_draft_line_get_taken:
 * @self: a line
 *
 * Returns: what it was taken for
 */
BarnTaken
barn_draft_line_get_taken (BarnDraftLine *self)
{
  g_return_val_if_fail (BARN_IS_DRAFT_LINE (self), BARN_TAKEN_NOTHING);

  return self->taken;
}

/**
 * barn_draft_line_get_reason:
 * @self: a line
 *
 * Returns: (transfer none): why it was taken for that, in the language of the desktop
 */
const char *
barn_draft_line_get_reason (BarnDraftLine *self)
{
  g_return_val_if_fail (BARN_IS_DRAFT_LINE (self), NULL);

  return self->corrected ? _("Chosen by you.") : _(self->reason);
}

/**
 * barn_draft_line_get_corrected:
 * @self: a line
 *
 * Returns: whether a person said what it is
 */
gboolean
barn_draft_line_get_corrected (BarnDraftLine *self)
{
  g_return_val_if_fail (BARN_IS_DRAFT_LINE (self), FALSE);

  return self->corrected;
}

/**
 * barn_draft_line_get_heading_level:
 * @self: a line
 *
 * Returns: its level as a heading of the document, 0 where it is none
 */
guint
barn_draft_line_get_heading_level (BarnDraftLine *self)
{
  g_return_val_if_fail (BARN_IS_DRAFT_LINE (self), 0);

  return self->heading_level;
}

/* For the draft alone */

BarnDraftLine *
barn_draft_line_new (const BarnFlowLine *line,
                     gsize               start,
                     gsize               end,
                     BarnTaken           taken,
                     guint               number)
{
  BarnDraftLine *self = g_object_new (BARN_TYPE_DRAFT_LINE, NULL);
  gboolean whole = start == 0;

  self->text = g_strstrip (g_strndup (line->text + start, (end > 0 ? end : strlen (line->text)) - start));
  self->label = g_strdup (whole ? line->label : "");
  self->form = whole ? line->form : BARN_MARK_NONE;
  self->reason = line->reason;
  self->column = line->column;
  self->column_heading = g_strdup (line->column_heading);
  self->row = line->row;
  self->last_row = line->last_row;
  self->heading_level = line->heading_level;
  self->taken = taken;
  self->number = number;

  return self;
}

/* Says again what it is, also where that is what it was taken for: then a person has agreed */
void
barn_draft_line_correct (BarnDraftLine *self,
                         BarnTaken      taken)
{
  g_object_freeze_notify (G_OBJECT (self));
  if (!self->corrected)
    {
      self->corrected = TRUE;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CORRECTED]);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REASON]);
    }
  if (self->taken != taken)
    {
      BarnFate before = barn_taken_get_fate (self->taken);

      self->taken = taken;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TAKEN]);
      if (barn_taken_get_fate (taken) != before)
        g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FATE]);
    }
  g_object_thaw_notify (G_OBJECT (self));
}

BarnMarkForm
barn_draft_line_get_form (BarnDraftLine *self)
{
  return self->form;
}

BarnColumn
barn_draft_line_get_column (BarnDraftLine *self)
{
  return self->column;
}

const char *
barn_draft_line_get_column_heading (BarnDraftLine *self)
{
  return self->column_heading;
}

guint
barn_draft_line_get_row (BarnDraftLine *self)
{
  return self->row;
}

guint
barn_draft_line_get_last_row (BarnDraftLine *self)
{
  return self->last_row;
}

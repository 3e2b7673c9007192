/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-item"

#include "config.h"

#include "barn-item.h"

#include <glib/gi18n-lib.h>

#include "barn-field.h"
#include "barn-plan.h"
#include "barn-text.h"

/* How many characters of a text stand in for a title */
#define N_FIRST_WORDS 60

/* What is empty is NULL here: most texts and sets are */
typedef union
{
  char   *text;
  gint64  number;
  double  real;
  GStrv   set;
} BarnSlot;

typedef struct
{
  char     *id;
  char     *title;
  BarnSlot *slots;
} BarnItemPrivate;

enum
{
  PROP_0,
  PROP_ID,
  PROP_DISPLAY_TITLE,
  N_PROPS,
};

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (BarnItem, barn_item, G_TYPE_OBJECT)

static GParamSpec *properties[N_PROPS];

static const char *const no_members[] = { NULL };

static BarnSlot *
get_slot (BarnItem      *self,
          guint          field,
          BarnFieldType *type)
{
  BarnItemPrivate *priv = barn_item_get_instance_private (self);
  BarnItemClass *klass = BARN_ITEM_GET_CLASS (self);

  g_assert (field < klass->n_fields);

  *type = klass->fields[field].type;

  return &priv->slots[field];
}

static void
clear_slot (BarnSlot      *slot,
            BarnFieldType  type)
{
  switch (type)
    {
    case BARN_FIELD_TEXT:
    case BARN_FIELD_REF:
      g_clear_pointer (&slot->text, g_free);
      break;

    case BARN_FIELD_SET:
      g_clear_pointer (&slot->set, g_strfreev);
      break;

    case BARN_FIELD_DAY:
    case BARN_FIELD_INT:
    case BARN_FIELD_REAL:
    case BARN_FIELD_BOOL:
    case BARN_FIELD_STATUS:
    default:
      break;
    }
}

static void
tell_changed (BarnItem *self,
              guint     field)
{
  BarnItemPrivate *priv = barn_item_get_instance_private (self);
  BarnItemClass *klass = BARN_ITEM_GET_CLASS (self);

  g_clear_pointer (&priv->title, g_free);

  if (klass->field_changed != NULL)
    klass->field_changed (self, field);

  g_object_notify_by_pspec (G_OBJECT (self), klass->properties[field]);
  if ((int) field == klass->title_field || (int) field == klass->words_field)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DISPLAY_TITLE]);
}

static const char *const *
set_or_none (GStrv set)
{
  return set != NULL ? (const char *const *) set : no_members;
}

static char *
dup_first_words (const char *text)
{
  g_autofree char *folded = g_strstrip (g_strdup (text));
  const char *end;

  folded = g_strdelimit (folded, "\n\t", ' ');
  if (g_utf8_strlen (folded, -1) <= N_FIRST_WORDS)
    return g_steal_pointer (&folded);

  end = g_utf8_offset_to_pointer (folded, N_FIRST_WORDS);
  while (end > folded && *end != ' ')
    end--;
  if (end == folded)
    end = g_utf8_offset_to_pointer (folded, N_FIRST_WORDS);

  return g_strdup_printf ("%.*s…", (int) (end - folded), folded);
}

static int
find_field (const BarnItemClass *klass,
            const char          *name)
{
  for (guint i = 0; i < klass->n_fields; i++)
    {
      if (strcmp (klass->fields[i].name, name) == 0)
        return (int) i;
    }

  return -1;
}

static int
find_first_field (const BarnItemClass *klass,
                  const char *const   *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    {
      int field = find_field (klass, names[i]);

      if (field >= 0)
        return field;
    }

  return -1;
}

static void
barn_item_get_field_property (GObject    *object,
                              guint       property_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  barn_item_get_value (BARN_ITEM (object), property_id - 1, value);
}

static void
barn_item_set_field_property (GObject      *object,
                              guint         property_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  barn_item_set_value (BARN_ITEM (object), property_id - 1, value);
}

static void
barn_item_get_property (GObject    *object,
                        guint       property_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  BarnItem *self = BARN_ITEM (object);

  switch (property_id)
    {
    case PROP_ID:
      g_value_set_string (value, barn_item_get_id (self));
      break;

    case PROP_DISPLAY_TITLE:
      g_value_set_string (value, barn_item_get_title (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

/* The fields are those of the very class, which the instance does not know before this */
static void
barn_item_constructed (GObject *object)
{
  BarnItem *self = BARN_ITEM (object);
  BarnItemPrivate *priv = barn_item_get_instance_private (self);

  priv->slots = g_new0 (BarnSlot, BARN_ITEM_GET_CLASS (self)->n_fields);

  G_OBJECT_CLASS (barn_item_parent_class)->constructed (object);
}

static void
barn_item_finalize (GObject *object)
{
  BarnItem *self = BARN_ITEM (object);
  BarnItemPrivate *priv = barn_item_get_instance_private (self);
  BarnItemClass *klass = BARN_ITEM_GET_CLASS (self);

  for (guint i = 0; i < klass->n_fields; i++)
    clear_slot (&priv->slots[i], klass->fields[i].type);
  g_free (priv->slots);
  g_free (priv->title);
  g_free (priv->id);

  G_OBJECT_CLASS (barn_item_parent_class)->finalize (object);
}

static void
barn_item_class_init (BarnItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = barn_item_constructed;
  object_class->finalize = barn_item_finalize;
  object_class->get_property = barn_item_get_property;

  properties[PROP_ID] =
    g_param_spec_string ("id", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_DISPLAY_TITLE] =
    g_param_spec_string ("display-title", NULL, NULL, "",
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
barn_item_init (BarnItem *self)
{
}

/**
 * barn_item_class_install_fields:
 * @klass: the class of a kind of item
 * @kind: the kind
 * @fields: (array length=n_fields): its stored fields, static
 * @n_fields: how many
 *
 * Installs a property for each of @fields, with the field's place plus one as its id. Properties that are no fields
 * take the ids after them; a class that has some installs its own get_property, which hands the first @n_fields ids to
 * barn_item_get_value().
 */
void
barn_item_class_install_fields (BarnItemClass   *klass,
                                BarnKind         kind,
                                const BarnField *fields,
                                guint            n_fields)
{
  static const char *const title_names[] = { "title", "name", "heading", NULL };
  static const char *const words_names[] = { "body", "comment", NULL };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = barn_item_get_field_property;
  object_class->set_property = barn_item_set_field_property;

  klass->kind = kind;
  klass->fields = fields;
  klass->n_fields = n_fields;
  klass->properties = g_new0 (GParamSpec *, n_fields);
  klass->title_field = find_first_field (klass, title_names);
  klass->words_field = find_first_field (klass, words_names);
  klass->position_field = find_field (klass, "position");

  for (guint i = 0; i < n_fields; i++)
    {
      klass->properties[i] = barn_field_create_param_spec (&fields[i]);
      g_object_class_install_property (object_class, i + 1, klass->properties[i]);
    }
}

/**
 * barn_item_new:
 * @kind: a kind
 * @id: (nullable): its id; %NULL: a new random UUID
 *
 * Makes an item with empty fields, which is in no list yet.
 *
 * Returns: (transfer full): the item
 */
BarnItem *
barn_item_new (BarnKind    kind,
               const char *id)
{
  BarnItem *self = g_object_new (barn_kind_get_item_type (kind), NULL);
  BarnItemPrivate *priv = barn_item_get_instance_private (self);

  priv->id = g_strdup (id);

  return self;
}

/**
 * barn_item_get_id:
 * @self: an item
 *
 * Gets what the item is known by, in this file and in those it is merged with.
 *
 * Returns: (transfer none): the id, never %NULL
 */
const char *
barn_item_get_id (BarnItem *self)
{
  BarnItemPrivate *priv = barn_item_get_instance_private (self);

  g_return_val_if_fail (BARN_IS_ITEM (self), NULL);

  if (priv->id == NULL)
    priv->id = g_uuid_string_random ();

  return priv->id;
}

/**
 * barn_item_get_kind:
 * @self: an item
 *
 * Gets what kind of thing it is.
 *
 * Returns: the kind
 */
BarnKind
barn_item_get_kind (BarnItem *self)
{
  g_return_val_if_fail (BARN_IS_ITEM (self), BARN_KIND_ORGANISATION);

  return BARN_ITEM_GET_CLASS (self)->kind;
}

/**
 * barn_item_get_fields:
 * @self: an item
 * @n_fields: (out): how many
 *
 * Gets the stored fields of items of this kind.
 *
 * Returns: (array length=n_fields) (transfer none): the fields
 */
const BarnField *
barn_item_get_fields (BarnItem *self,
                      guint    *n_fields)
{
  g_return_val_if_fail (BARN_IS_ITEM (self), NULL);
  g_return_val_if_fail (n_fields != NULL, NULL);

  *n_fields = BARN_ITEM_GET_CLASS (self)->n_fields;

  return BARN_ITEM_GET_CLASS (self)->fields;
}

/**
 * barn_item_find_field:
 * @self: an item
 * @name: the name of a field
 *
 * Finds a field's place by its name.
 *
 * Returns: the place; -1: it has no such field
 */
int
barn_item_find_field (BarnItem   *self,
                      const char *name)
{
  g_return_val_if_fail (BARN_IS_ITEM (self), -1);
  g_return_val_if_fail (name != NULL, -1);

  return find_field (BARN_ITEM_GET_CLASS (self), name);
}

/**
 * barn_item_get_text:
 * @self: an item
 * @field: the place of a field of type text or reference
 *
 * Gets the text, or the id that is referred to.
 *
 * Returns: (transfer none) (nullable): a text is never %NULL; a reference is where there is none
 */
const char *
barn_item_get_text (BarnItem *self,
                    guint     field)
{
  BarnFieldType type;
  BarnSlot *slot;

  g_return_val_if_fail (BARN_IS_ITEM (self), NULL);

  slot = get_slot (self, field, &type);
  g_return_val_if_fail (type == BARN_FIELD_TEXT || type == BARN_FIELD_REF, NULL);

  return slot->text == NULL && type == BARN_FIELD_TEXT ? "" : slot->text;
}

/**
 * barn_item_get_number:
 * @self: an item
 * @field: the place of a field of type day, integer, boolean or status
 *
 * Gets a whole number.
 *
 * Returns: the number
 */
gint64
barn_item_get_number (BarnItem *self,
                      guint     field)
{
  BarnFieldType type;
  BarnSlot *slot;

  g_return_val_if_fail (BARN_IS_ITEM (self), 0);

  slot = get_slot (self, field, &type);
  g_return_val_if_fail (type == BARN_FIELD_DAY || type == BARN_FIELD_INT ||
                        type == BARN_FIELD_BOOL || type == BARN_FIELD_STATUS, 0);

  return slot->number;
}

/**
 * barn_item_get_real:
 * @self: an item
 * @field: the place of a field of type real
 *
 * Gets a number.
 *
 * Returns: the number
 */
double
barn_item_get_real (BarnItem *self,
                    guint     field)
{
  BarnFieldType type;
  BarnSlot *slot;

  g_return_val_if_fail (BARN_IS_ITEM (self), 0);

  slot = get_slot (self, field, &type);
  g_return_val_if_fail (type == BARN_FIELD_REAL, 0);

  return slot->real;
}

/**
 * barn_item_get_set:
 * @self: an item
 * @field: the place of a field of type set
 *
 * Gets the members, sorted: numbers by value, ids by their bytes.
 *
 * Returns: (transfer none) (array zero-terminated=1): the members, never %NULL
 */
const char *const *
barn_item_get_set (BarnItem *self,
                   guint     field)
{
  BarnFieldType type;
  BarnSlot *slot;

  g_return_val_if_fail (BARN_IS_ITEM (self), no_members);

  slot = get_slot (self, field, &type);
  g_return_val_if_fail (type == BARN_FIELD_SET, no_members);

  return set_or_none (slot->set);
}

/**
 * barn_item_set_contains:
 * @self: an item
 * @field: the place of a field of type set
 * @member: an id, or the number of an article as text
 *
 * Tells whether @member is in the set.
 *
 * Returns: %TRUE if it is
 */
gboolean
barn_item_set_contains (BarnItem   *self,
                        guint       field,
                        const char *member)
{
  g_return_val_if_fail (member != NULL, FALSE);

  return g_strv_contains (barn_item_get_set (self, field), member);
}

/**
 * barn_item_set_text:
 * @self: an item
 * @field: the place of a field of type text or reference
 * @value: (nullable): the new text, or id
 *
 * Sets a text, as barn_text_normalize() makes it.
 *
 * Returns: whether it became another
 */
gboolean
barn_item_set_text (BarnItem   *self,
                    guint       field,
                    const char *value)
{
  g_autofree char *normalized = NULL;
  BarnFieldType type;
  BarnSlot *slot;

  g_return_val_if_fail (BARN_IS_ITEM (self), FALSE);

  slot = get_slot (self, field, &type);
  g_return_val_if_fail (type == BARN_FIELD_TEXT || type == BARN_FIELD_REF, FALSE);

  /* What is loaded again is mostly what is there */
  if (g_strcmp0 (slot->text, value) == 0)
    return FALSE;

  if (value != NULL && *value != '\0')
    normalized = barn_text_normalize (value);
  if (normalized != NULL && *normalized == '\0')
    g_clear_pointer (&normalized, g_free);

  if (g_strcmp0 (slot->text, normalized) == 0)
    return FALSE;

  g_free (slot->text);
  slot->text = g_steal_pointer (&normalized);
  tell_changed (self, field);

  return TRUE;
}

/**
 * barn_item_set_number:
 * @self: an item
 * @field: the place of a field of type day, integer, boolean or status
 * @value: the new number
 *
 * Sets a whole number.
 *
 * Returns: whether it became another
 */
gboolean
barn_item_set_number (BarnItem *self,
                      guint     field,
                      gint64    value)
{
  BarnFieldType type;
  BarnSlot *slot;

  g_return_val_if_fail (BARN_IS_ITEM (self), FALSE);

  slot = get_slot (self, field, &type);
  g_return_val_if_fail (type == BARN_FIELD_DAY || type == BARN_FIELD_INT ||
                        type == BARN_FIELD_BOOL || type == BARN_FIELD_STATUS, FALSE);
  g_return_val_if_fail (type != BARN_FIELD_DAY || (value >= 0 && value <= G_MAXUINT32), FALSE);
  g_return_val_if_fail (type != BARN_FIELD_STATUS || (value >= 0 && value < BARN_N_STATUSES), FALSE);

  if (type == BARN_FIELD_BOOL)
    value = value != 0;

  if (slot->number == value)
    return FALSE;

  slot->number = value;
  tell_changed (self, field);

  return TRUE;
}

/**
 * barn_item_set_real:
 * @self: an item
 * @field: the place of a field of type real
 * @value: the new number
 *
 * Sets a number.
 *
 * Returns: whether it became another
 */
gboolean
barn_item_set_real (BarnItem *self,
                    guint     field,
                    double    value)
{
  BarnFieldType type;
  BarnSlot *slot;

  g_return_val_if_fail (BARN_IS_ITEM (self), FALSE);

  slot = get_slot (self, field, &type);
  g_return_val_if_fail (type == BARN_FIELD_REAL, FALSE);

  if (slot->real >= value && slot->real <= value)
    return FALSE;

  slot->real = value;
  tell_changed (self, field);

  return TRUE;
}

/**
 * barn_item_set_set:
 * @self: an item
 * @field: the place of a field of type set
 * @value: (nullable) (array zero-terminated=1): the new members, in any order
 *
 * Sets the members of a set.
 *
 * Returns: whether it became another
 */
gboolean
barn_item_set_set (BarnItem           *self,
                   guint               field,
                   const char *const  *value)
{
  g_auto(GStrv) members = NULL;
  BarnFieldType type;
  BarnSlot *slot;

  g_return_val_if_fail (BARN_IS_ITEM (self), FALSE);

  slot = get_slot (self, field, &type);
  g_return_val_if_fail (type == BARN_FIELD_SET, FALSE);

  members = barn_field_dup_set (value);
  if (g_strv_equal (set_or_none (slot->set), set_or_none (members)))
    return FALSE;

  g_strfreev (slot->set);
  slot->set = g_steal_pointer (&members);
  tell_changed (self, field);

  return TRUE;
}

/**
 * barn_item_get_value:
 * @self: an item
 * @field: the place of a field
 * @value: (inout): of the field's type, or not initialised
 *
 * Gets any field.
 */
void
barn_item_get_value (BarnItem *self,
                     guint     field,
                     GValue   *value)
{
  BarnFieldType type;
  BarnSlot *slot;

  g_return_if_fail (BARN_IS_ITEM (self));
  g_return_if_fail (value != NULL);

  slot = get_slot (self, field, &type);
  if (G_VALUE_TYPE (value) == G_TYPE_INVALID)
    g_value_init (value, barn_field_type_get_gtype (type));

  switch (type)
    {
    case BARN_FIELD_DAY:
      g_value_set_uint (value, (guint) slot->number);
      break;

    case BARN_FIELD_INT:
      g_value_set_int64 (value, slot->number);
      break;

    case BARN_FIELD_REAL:
      g_value_set_double (value, slot->real);
      break;

    case BARN_FIELD_BOOL:
      g_value_set_boolean (value, slot->number != 0);
      break;

    case BARN_FIELD_STATUS:
      g_value_set_enum (value, (int) slot->number);
      break;

    case BARN_FIELD_SET:
      g_value_set_boxed (value, set_or_none (slot->set));
      break;

    case BARN_FIELD_TEXT:
    case BARN_FIELD_REF:
    default:
      g_value_set_string (value, barn_item_get_text (self, field));
      break;
    }
}

/**
 * barn_item_set_value:
 * @self: an item
 * @field: the place of a field
 * @value: of the field's type
 *
 * Sets any field.
 *
 * Returns: whether it became another
 */
gboolean
barn_item_set_value (BarnItem     *self,
                     guint         field,
                     const GValue *value)
{
  BarnFieldType type;

  g_return_val_if_fail (BARN_IS_ITEM (self), FALSE);

  get_slot (self, field, &type);
  g_return_val_if_fail (G_VALUE_HOLDS (value, barn_field_type_get_gtype (type)), FALSE);

  switch (type)
    {
    case BARN_FIELD_DAY:
      return barn_item_set_number (self, field, g_value_get_uint (value));

    case BARN_FIELD_INT:
      return barn_item_set_number (self, field, g_value_get_int64 (value));

    case BARN_FIELD_REAL:
      return barn_item_set_real (self, field, g_value_get_double (value));

    case BARN_FIELD_BOOL:
      return barn_item_set_number (self, field, g_value_get_boolean (value));

    case BARN_FIELD_STATUS:
      return barn_item_set_number (self, field, g_value_get_enum (value));

    case BARN_FIELD_SET:
      return barn_item_set_set (self, field, g_value_get_boxed (value));

    case BARN_FIELD_TEXT:
    case BARN_FIELD_REF:
    default:
      return barn_item_set_text (self, field, g_value_get_string (value));
    }
}

/**
 * barn_item_copy_fields:
 * @self: an item
 * @from: an item of the same kind
 *
 * Makes every field of @self what it is in @from. Notifications come when all are.
 *
 * Returns: whether anything became another
 */
gboolean
barn_item_copy_fields (BarnItem *self,
                       BarnItem *from)
{
  BarnItemPrivate *source = barn_item_get_instance_private (from);
  BarnItemClass *klass;
  gboolean changed = FALSE;

  g_return_val_if_fail (BARN_IS_ITEM (self), FALSE);
  g_return_val_if_fail (BARN_IS_ITEM (from), FALSE);
  g_return_val_if_fail (G_OBJECT_TYPE (self) == G_OBJECT_TYPE (from), FALSE);

  klass = BARN_ITEM_GET_CLASS (self);
  g_object_freeze_notify (G_OBJECT (self));

  for (guint i = 0; i < klass->n_fields; i++)
    {
      switch (klass->fields[i].type)
        {
        case BARN_FIELD_TEXT:
        case BARN_FIELD_REF:
          changed |= barn_item_set_text (self, i, source->slots[i].text);
          break;

        case BARN_FIELD_REAL:
          changed |= barn_item_set_real (self, i, source->slots[i].real);
          break;

        case BARN_FIELD_SET:
          changed |= barn_item_set_set (self, i, (const char *const *) source->slots[i].set);
          break;

        case BARN_FIELD_DAY:
        case BARN_FIELD_INT:
        case BARN_FIELD_BOOL:
        case BARN_FIELD_STATUS:
        default:
          changed |= barn_item_set_number (self, i, source->slots[i].number);
          break;
        }
    }

  g_object_thaw_notify (G_OBJECT (self));

  return changed;
}

/**
 * barn_item_get_position:
 * @self: an item
 *
 * Gets where it stands in the list of its kind. Between two positions there is always room for a third.
 *
 * Returns: the position; 0 for kinds that have none
 */
double
barn_item_get_position (BarnItem *self)
{
  BarnItemClass *klass;

  g_return_val_if_fail (BARN_IS_ITEM (self), 0);

  klass = BARN_ITEM_GET_CLASS (self);

  return klass->position_field >= 0 ? barn_item_get_real (self, (guint) klass->position_field) : 0;
}

/**
 * barn_item_get_title:
 * @self: an item
 *
 * Gets what it is called when it must be named in a sentence: its title, name or heading, else the first words of its
 * text. A plan without a title is called after its year.
 *
 * Returns: (transfer none): the title, never %NULL
 */
const char *
barn_item_get_title (BarnItem *self)
{
  BarnItemPrivate *priv = barn_item_get_instance_private (self);
  BarnItemClass *klass;

  g_return_val_if_fail (BARN_IS_ITEM (self), "");

  klass = BARN_ITEM_GET_CLASS (self);
  if (klass->title_field >= 0)
    {
      const char *title = barn_item_get_text (self, (guint) klass->title_field);

      if (*title != '\0')
        return title;
    }

  if (priv->title == NULL)
    {
      if (klass->words_field >= 0)
        priv->title = dup_first_words (barn_item_get_text (self, (guint) klass->words_field));
      else if (klass->kind == BARN_KIND_PLAN)
        priv->title = g_strdup_printf (_("Action plan %u"), (guint) barn_item_get_number (self, BARN_PLAN_YEAR));
      else
        priv->title = g_strdup ("");
    }

  return priv->title;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-item-values"

#include "config.h"

#include "barn-item-private.h"

#include "barn-field.h"
#include "barn-text.h"

/* What stands in the fields of an item */

static const char *const no_members[] = { NULL };

static const char *const *
set_or_none (GStrv set)
{
  return set != NULL ? (const char *const *) set : no_members;
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

  slot = barn_item_get_slot (self, field, &type);
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

  slot = barn_item_get_slot (self, field, &type);
  g_return_val_if_fail (type == BARN_FIELD_DAY || type == BARN_FIELD_INT ||
                        type == BARN_FIELD_BOOL || type == BARN_FIELD_STATUS, 0);

  return slot->number;
}

/**
 * barn_item_get_real:
 * @self: an item
 * @field: the place of a field of type real or amount
 *
 * Gets a number.
 *
 * Returns: the number; NaN: no amount is given
 */
double
barn_item_get_real (BarnItem *self,
                    guint     field)
{
  BarnFieldType type;
  BarnSlot *slot;

  g_return_val_if_fail (BARN_IS_ITEM (self), 0);

  slot = barn_item_get_slot (self, field, &type);
  g_return_val_if_fail (type == BARN_FIELD_REAL || type == BARN_FIELD_AMOUNT, 0);

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

  slot = barn_item_get_slot (self, field, &type);
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

  slot = barn_item_get_slot (self, field, &type);
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
  barn_item_tell_changed (self, field);

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

  slot = barn_item_get_slot (self, field, &type);
  g_return_val_if_fail (type == BARN_FIELD_DAY || type == BARN_FIELD_INT ||
                        type == BARN_FIELD_BOOL || type == BARN_FIELD_STATUS, FALSE);
  g_return_val_if_fail (type != BARN_FIELD_DAY || (value >= 0 && value <= G_MAXUINT32), FALSE);
  g_return_val_if_fail (type != BARN_FIELD_STATUS || (value >= 0 && value < BARN_N_STATUSES), FALSE);

  if (type == BARN_FIELD_BOOL)
    value = value != 0;

  if (slot->number == value)
    return FALSE;

  slot->number = value;
  barn_item_tell_changed (self, field);

  return TRUE;
}

/**
 * barn_item_set_real:
 * @self: an item
 * @field: the place of a field of type real or amount
 * @value: the new number; NaN in an amount: none
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

  slot = barn_item_get_slot (self, field, &type);
  g_return_val_if_fail (type == BARN_FIELD_REAL || type == BARN_FIELD_AMOUNT, FALSE);

  if (barn_field_real_equal (slot->real, value))
    return FALSE;

  slot->real = value;
  barn_item_tell_changed (self, field);

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
  g_auto (GStrv) members = NULL;
  BarnFieldType type;
  BarnSlot *slot;

  g_return_val_if_fail (BARN_IS_ITEM (self), FALSE);

  slot = barn_item_get_slot (self, field, &type);
  g_return_val_if_fail (type == BARN_FIELD_SET, FALSE);

  members = barn_field_dup_set (value);
  if (g_strv_equal (set_or_none (slot->set), set_or_none (members)))
    return FALSE;

  g_strfreev (slot->set);
  slot->set = g_steal_pointer (&members);
  barn_item_tell_changed (self, field);

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

  slot = barn_item_get_slot (self, field, &type);
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
    case BARN_FIELD_AMOUNT:
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

  barn_item_get_slot (self, field, &type);
  g_return_val_if_fail (G_VALUE_HOLDS (value, barn_field_type_get_gtype (type)), FALSE);

  switch (type)
    {
    case BARN_FIELD_DAY:
      return barn_item_set_number (self, field, g_value_get_uint (value));

    case BARN_FIELD_INT:
      return barn_item_set_number (self, field, g_value_get_int64 (value));

    case BARN_FIELD_REAL:
    case BARN_FIELD_AMOUNT:
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
  BarnItemClass *klass;
  gboolean changed = FALSE;

  g_return_val_if_fail (BARN_IS_ITEM (self), FALSE);
  g_return_val_if_fail (BARN_IS_ITEM (from), FALSE);
  g_return_val_if_fail (G_OBJECT_TYPE (self) == G_OBJECT_TYPE (from), FALSE);

  klass = BARN_ITEM_GET_CLASS (self);
  g_object_freeze_notify (G_OBJECT (self));

  for (guint i = 0; i < klass->n_fields; i++)
    {
      BarnFieldType type;
      const BarnSlot *source = barn_item_get_slot (from, i, &type);

      switch (type)
        {
        case BARN_FIELD_TEXT:
        case BARN_FIELD_REF:
          changed |= barn_item_set_text (self, i, source->text);
          break;

        case BARN_FIELD_REAL:
        case BARN_FIELD_AMOUNT:
          changed |= barn_item_set_real (self, i, source->real);
          break;

        case BARN_FIELD_SET:
          changed |= barn_item_set_set (self, i, (const char *const *) source->set);
          break;

        case BARN_FIELD_DAY:
        case BARN_FIELD_INT:
        case BARN_FIELD_BOOL:
        case BARN_FIELD_STATUS:
        default:
          changed |= barn_item_set_number (self, i, source->number);
          break;
        }
    }

  g_object_thaw_notify (G_OBJECT (self));

  return changed;
}

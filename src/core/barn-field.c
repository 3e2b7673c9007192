/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-field"

#include "config.h"

#include "barn-field.h"

#include <float.h>
#include <math.h>

static gboolean
is_decimal (const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    {
      if (!g_ascii_isdigit (*p))
        return FALSE;
    }

  return *text != '\0';
}

static int
compare_members (gconstpointer a,
                 gconstpointer b)
{
  const char *left = *(const char *const *) a;
  const char *right = *(const char *const *) b;

  if (is_decimal (left) && is_decimal (right))
    {
      guint64 left_number = g_ascii_strtoull (left, NULL, 10);
      guint64 right_number = g_ascii_strtoull (right, NULL, 10);

      if (left_number != right_number)
        return left_number < right_number ? -1 : 1;
    }

  return strcmp (left, right);
}

GStrv
barn_field_dup_set (const char *const *members)
{
  g_autoptr (GPtrArray) sorted = NULL;
  g_autoptr (GStrvBuilder) builder = NULL;

  if (members == NULL || *members == NULL)
    return NULL;

  sorted = g_ptr_array_new ();
  for (guint i = 0; members[i] != NULL; i++)
    g_ptr_array_add (sorted, (gpointer) members[i]);
  g_ptr_array_sort (sorted, compare_members);

  builder = g_strv_builder_new ();
  for (guint i = 0; i < sorted->len; i++)
    {
      if (i == 0 || strcmp (sorted->pdata[i - 1], sorted->pdata[i]) != 0)
        g_strv_builder_add (builder, sorted->pdata[i]);
    }

  return g_strv_builder_end (builder);
}

/* Two numbers that are none are the same too */
gboolean
barn_field_real_equal (double a,
                       double b)
{
  return isnan (a) ? isnan (b) : a >= b && a <= b;
}

GType
barn_field_type_get_gtype (BarnFieldType type)
{
  switch (type)
    {
    case BARN_FIELD_DAY:
      return G_TYPE_UINT;

    case BARN_FIELD_INT:
      return G_TYPE_INT64;

    case BARN_FIELD_REAL:
    case BARN_FIELD_AMOUNT:
      return G_TYPE_DOUBLE;

    case BARN_FIELD_BOOL:
      return G_TYPE_BOOLEAN;

    case BARN_FIELD_STATUS:
      return BARN_TYPE_STATUS;

    case BARN_FIELD_SET:
      return G_TYPE_STRV;

    case BARN_FIELD_TEXT:
    case BARN_FIELD_REF:
    default:
      return G_TYPE_STRING;
    }
}

GParamSpec *
barn_field_create_param_spec (const BarnField *field)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  switch (field->type)
    {
    case BARN_FIELD_DAY:
      return g_param_spec_uint (field->name, NULL, NULL, 0, G_MAXUINT, BARN_DAY_NONE, flags);

    case BARN_FIELD_INT:
      return g_param_spec_int64 (field->name, NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);

    case BARN_FIELD_REAL:
      return g_param_spec_double (field->name, NULL, NULL, -DBL_MAX, DBL_MAX, 0, flags);

    case BARN_FIELD_AMOUNT:
      /* A default must lie in the range: an amount is born NaN all the same */
      return g_param_spec_double (field->name, NULL, NULL, -DBL_MAX, DBL_MAX, 0, flags);

    case BARN_FIELD_BOOL:
      return g_param_spec_boolean (field->name, NULL, NULL, FALSE, flags);

    case BARN_FIELD_STATUS:
      return g_param_spec_enum (field->name, NULL, NULL, BARN_TYPE_STATUS, BARN_STATUS_NOT_STARTED, flags);

    case BARN_FIELD_SET:
      return g_param_spec_boxed (field->name, NULL, NULL, G_TYPE_STRV, flags);

    case BARN_FIELD_TEXT:
      return g_param_spec_string (field->name, NULL, NULL, "", flags);

    case BARN_FIELD_REF:
    default:
      return g_param_spec_string (field->name, NULL, NULL, NULL, flags);
    }
}

/**
 * barn_value_equal:
 * @a: a value of a field
 * @b: another
 *
 * Compares two values of fields. An empty text is none; the order of a set's members does not matter.
 *
 * Returns: %TRUE if they mean the same
 */
gboolean
barn_value_equal (const GValue *a,
                  const GValue *b)
{
  g_return_val_if_fail (G_IS_VALUE (a), FALSE);
  g_return_val_if_fail (G_IS_VALUE (b), FALSE);

  if (G_VALUE_TYPE (a) != G_VALUE_TYPE (b))
    return FALSE;

  if (G_VALUE_HOLDS_STRING (a))
    {
      const char *left = g_value_get_string (a);
      const char *right = g_value_get_string (b);

      return strcmp (left != NULL ? left : "", right != NULL ? right : "") == 0;
    }

  if (G_VALUE_HOLDS (a, G_TYPE_STRV))
    {
      g_auto (GStrv) left = barn_field_dup_set (g_value_get_boxed (a));
      g_auto (GStrv) right = barn_field_dup_set (g_value_get_boxed (b));

      return left != NULL && right != NULL ? g_strv_equal ((const char *const *) left, (const char *const *) right) : left == right;
    }

  if (G_VALUE_HOLDS_DOUBLE (a))
    return barn_field_real_equal (g_value_get_double (a), g_value_get_double (b));

  if (G_VALUE_HOLDS_INT64 (a))
    return g_value_get_int64 (a) == g_value_get_int64 (b);

  if (G_VALUE_HOLDS_UINT (a))
    return g_value_get_uint (a) == g_value_get_uint (b);

  if (G_VALUE_HOLDS_BOOLEAN (a))
    return !g_value_get_boolean (a) == !g_value_get_boolean (b);

  if (G_VALUE_HOLDS_ENUM (a))
    return g_value_get_enum (a) == g_value_get_enum (b);

  g_return_val_if_reached (FALSE);
}

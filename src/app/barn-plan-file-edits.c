/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-plan-file-edits"

#include "config.h"

#include "barn-plan-file-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "barn-sections.h"
#include "barn-text.h"

/* Fields that hold paragraphs; every other text is a line */
static const char *const paragraph_fields[] = {
  "body", "comment", "description", "effect", "expected-result", "note", "profile", "purpose", "reason", NULL
};

static gboolean
is_paragraphs (const BarnField *field)
{
  return g_strv_contains (paragraph_fields, field->name);
}

/* What a thing is called by cannot be empty; a plan and an organisation have their year and their file */
static gboolean
is_title (BarnItem        *item,
          const BarnField *field)
{
  BarnKind kind = barn_item_get_kind (item);

  return kind != BARN_KIND_PLAN && kind != BARN_KIND_ORGANISATION &&
         (g_str_equal (field->name, "title") || g_str_equal (field->name, "name"));
}

const BarnField *
barn_plan_file_get_field (BarnItem *item,
                          guint     field)
{
  guint n_fields;
  const BarnField *fields = barn_item_get_fields (item, &n_fields);

  g_assert (field < n_fields);

  return &fields[field];
}

char *
barn_plan_file_dup_action (BarnKind    kind,
                           const char *what)
{
  char *action = what != NULL ? g_strconcat (barn_kind_to_nick (kind), "-", what, NULL)
                              : g_strdup (barn_kind_to_nick (kind));

  return g_strdelimit (action, "_", '-');
}

const char *
barn_plan_file_get_subject (BarnPlanFile *self,
                            BarnItem     *item)
{
  BarnItem *owner = NULL;

  if (BARN_IS_FOLLOW_UP (item) || BARN_IS_DELAY (item) || BARN_IS_INDICATOR_VALUE (item))
    owner = barn_model_lookup (self->model, barn_item_get_text (item, 0));

  return barn_item_get_title (owner != NULL ? owner : item);
}

char *
barn_plan_file_clean_text (const char *text)
{
  return barn_text_normalize (text != NULL ? text : "");
}

char *
barn_plan_file_clean_line (const char *text)
{
  char *clean = barn_plan_file_clean_text (text);

  return g_strstrip (g_strdelimit (clean, "\n\t", ' '));
}

char *
barn_plan_file_clean_title (const char  *text,
                            GError     **error)
{
  g_autofree char *clean = barn_plan_file_clean_line (text);

  if (barn_text_is_blank (clean))
    {
      g_set_error_literal (error, BARN_PLAN_FILE_ERROR, BARN_PLAN_FILE_ERROR_RULE,
                           _("It needs a title: write at least one word."));
      return NULL;
    }

  return g_steal_pointer (&clean);
}

/* The list that roles or units with this name must be alone in */
static gboolean
check_name (GListModel  *list,
            BarnItem    *item,
            const char  *name,
            GError     **error)
{
  g_autofree char *folded = barn_fold (name);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (BarnItem) other = g_list_model_get_item (list, i);
      g_autofree char *other_name = barn_fold (barn_item_get_title (other));

      if (other != item && g_str_equal (folded, other_name))
        {
          g_set_error (error, BARN_PLAN_FILE_ERROR, BARN_PLAN_FILE_ERROR_RULE,
                       _("“%s” is there already. Choose another name."), name);
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
check_articles (const char *const  *articles,
                GError            **error)
{
  for (guint i = 0; articles[i] != NULL; i++)
    {
      guint64 number;

      if (!g_ascii_string_to_unsigned (articles[i], 10, 1, BARN_N_ARTICLES, &number, NULL))
        {
          g_set_error (error, BARN_PLAN_FILE_ERROR, BARN_PLAN_FILE_ERROR_RULE,
                       _("The convention has no article “%s”: they go from 1 to %d."), articles[i], BARN_N_ARTICLES);
          return FALSE;
        }
    }

  return TRUE;
}

/* The outcome and its reason hold to one rule, whichever of them is changed */
static gboolean
check_assessment (BarnAssessment  *assessment,
                  const char      *field,
                  const char      *text,
                  GError         **error)
{
  BarnOutcome outcome = barn_assessment_get_outcome (assessment);

  if (g_str_equal (field, "reason"))
    return barn_plan_file_check_outcome (outcome, text, error);
  if (g_str_equal (field, "outcome") && barn_outcome_from_nick (text, &outcome))
    return barn_plan_file_check_outcome (outcome, barn_assessment_get_reason (assessment), error);

  return TRUE;
}

static gboolean
clean_string (BarnPlanFile     *self,
              BarnItem         *item,
              const BarnField  *field,
              const char       *text,
              GValue           *clean,
              GError          **error)
{
  g_autofree char *string = NULL;

  if (is_title (item, field))
    string = barn_plan_file_clean_title (text, error);
  else if (is_paragraphs (field))
    string = barn_plan_file_clean_text (text);
  else
    string = barn_plan_file_clean_line (text);

  if (string == NULL)
    return FALSE;

  if (BARN_IS_ROLE (item) && g_str_equal (field->name, "name") &&
      !check_name (barn_model_get_roles (self->model), item, string, error))
    return FALSE;

  if (BARN_IS_UNIT (item) && g_str_equal (field->name, "name") &&
      !check_name (barn_model_get_units (self->model), item, string, error))
    return FALSE;

  if (BARN_IS_ASSESSMENT (item) && !check_assessment (BARN_ASSESSMENT (item), field->name, string, error))
    return FALSE;

  if (BARN_IS_SAVED_VIEW (item) && g_str_equal (field->name, "name") &&
      !check_name (barn_model_get_saved_views (self->model), item, string, error))
    return FALSE;

  g_value_take_string (clean, g_steal_pointer (&string));

  return TRUE;
}

/* Fields of the year that hold to a rule of their own */
static gboolean
check_year_field (BarnPlanFile  *self,
                  BarnItem      *item,
                  guint          field,
                  const GValue  *value,
                  GError       **error)
{
  if (BARN_IS_OCCASION (item) && field == BARN_OCCASION_CUT_OFF)
    return barn_plan_file_check_cut_off (self, BARN_OCCASION (item), g_value_get_uint (value), error);

  if (BARN_IS_YEAR_MARK (item) && field == BARN_YEAR_MARK_DAY && g_value_get_uint (value) == BARN_DAY_NONE)
    {
      g_set_error_literal (error, BARN_PLAN_FILE_ERROR, BARN_PLAN_FILE_ERROR_RULE,
                           _("A mark needs a date, as 2026-10-05 or v 41."));
      return FALSE;
    }

  if (BARN_IS_INDICATOR (item) && (field == BARN_INDICATOR_BASELINE || field == BARN_INDICATOR_TARGET) &&
      !isnan (g_value_get_double (value)))
    return barn_plan_file_check_indicator_value (barn_indicator_get_scale (BARN_INDICATOR (item)), g_value_get_double (value), error);

  return TRUE;
}

gboolean
barn_plan_file_clean_value (BarnPlanFile  *self,
                            BarnItem      *item,
                            guint          field,
                            const GValue  *value,
                            GValue        *clean,
                            GError       **error)
{
  const BarnField *description = barn_plan_file_get_field (item, field);

  g_value_init (clean, G_VALUE_TYPE (value));

  if (description->type == BARN_FIELD_TEXT)
    return clean_string (self, item, description, g_value_get_string (value), clean, error);

  if (description->type == BARN_FIELD_SET && g_str_equal (description->name, "articles") &&
      g_value_get_boxed (value) != NULL &&
      !check_articles (g_value_get_boxed (value), error))
    return FALSE;

  if (BARN_IS_FOLLOW_UP (item) && field == BARN_FOLLOW_UP_DAY && g_value_get_uint (value) == BARN_DAY_NONE)
    {
      g_set_error_literal (error, BARN_PLAN_FILE_ERROR, BARN_PLAN_FILE_ERROR_RULE,
                           _("A follow-up needs a date, as 2026-06-30."));
      return FALSE;
    }

  if (!check_year_field (self, item, field, value, error))
    return FALSE;

  g_value_copy (value, clean);

  return TRUE;
}

/* (transfer full) (nullable): what a field becomes, where it is a word */
static char *
dup_word (const BarnField *field,
          const GValue    *value)
{
  switch (field->type)
    {
    case BARN_FIELD_STATUS:
      return g_strdup (barn_status_to_nick (g_value_get_enum (value)));

    case BARN_FIELD_DAY:
      return g_value_get_uint (value) != BARN_DAY_NONE ? barn_day_to_iso (g_value_get_uint (value)) : NULL;

    case BARN_FIELD_BOOL:
      return g_strdup (g_value_get_boolean (value) ? "true" : "false");

    case BARN_FIELD_TEXT:
    case BARN_FIELD_REF:
    case BARN_FIELD_INT:
    case BARN_FIELD_REAL:
    case BARN_FIELD_AMOUNT:
    case BARN_FIELD_SET:
    default:
      return NULL;
    }
}

/* A delay keeps the first due date: it is written with the first due date that is given, and stays */
static gboolean
write_first_due (BarnPlanFile  *self,
                 BarnItem      *item,
                 guint          field,
                 const GValue  *value,
                 GError       **error)
{
  if (!BARN_IS_ACTIVITY (item) || field != BARN_ACTIVITY_DUE_ON ||
      g_value_get_uint (value) == BARN_DAY_NONE ||
      barn_activity_get_first_due_on (BARN_ACTIVITY (item)) != BARN_DAY_NONE)
    return TRUE;

  return barn_plan_file_write (self, item, BARN_ACTIVITY_FIRST_DUE_ON, NULL, value, error);
}

/* A line of a list of writes: what is to stand in the item's field instead of what stands there */
typedef struct
{
  BarnItem *item;
  guint     field;
  GValue    expected;
  GValue    value;
} Write;

static void
write_free (gpointer data)
{
  Write *self = data;

  g_object_unref (self->item);
  g_value_unset (&self->expected);
  g_value_unset (&self->value);
  g_free (self);
}

/* What the person began from, as it was stored */
static void
set_expected (BarnItem     *item,
              guint         field,
              const GValue *before,
              GValue       *expected)
{
  const BarnField *description = barn_plan_file_get_field (item, field);

  if (description->type != BARN_FIELD_TEXT)
    g_value_copy (before, expected);
  else if (is_paragraphs (description))
    g_value_take_string (expected, barn_plan_file_clean_text (g_value_get_string (before)));
  else
    g_value_take_string (expected, barn_plan_file_clean_line (g_value_get_string (before)));
}

/* Takes a value that is to be stored; FALSE where it may not be. What is so already is left out. */
static gboolean
collect_write (BarnPlanFile  *self,
               GPtrArray     *writes,
               BarnItem      *item,
               const char    *field_name,
               const GValue  *before,
               const GValue  *value,
               GError       **error)
{
  int field = barn_item_find_field (item, field_name);
  Write *write;

  g_return_val_if_fail (field >= 0, FALSE);

  write = g_new0 (Write, 1);
  write->item = g_object_ref (item);
  write->field = field;
  barn_item_get_value (item, field, &write->expected);
  g_ptr_array_add (writes, write);

  if (!barn_plan_file_clean_value (self, item, field, value, &write->value, error))
    return FALSE;

  if (barn_value_equal (&write->expected, &write->value))
    {
      g_ptr_array_remove_index (writes, writes->len - 1);
      return TRUE;
    }

  if (before != NULL)
    set_expected (item, field, before, &write->expected);

  return TRUE;
}

static gboolean
do_writes (BarnPlanFile  *self,
           GPtrArray     *writes,
           const char    *run,
           GError       **error)
{
  Write *first = writes->len > 0 ? g_ptr_array_index (writes, 0) : NULL;
  const BarnField *field;
  g_autofree char *action = NULL;
  g_autofree char *subject = NULL;
  g_autofree char *word = NULL;

  if (first == NULL)
    return TRUE;

  field = barn_plan_file_get_field (first->item, first->field);

  if (writes->len > 1 && BARN_IS_ACTIVITY (first->item))
    {
      action = g_strdup ("activities-edit");
      subject = g_strdup_printf ("%u", writes->len);
    }
  else
    {
      action = barn_plan_file_dup_action (barn_item_get_kind (first->item), field->name);
      subject = g_strdup (barn_plan_file_get_subject (self, first->item));
      word = dup_word (field, &first->value);
    }

  if (!barn_plan_file_begin (self, error))
    return FALSE;

  for (guint i = 0; i < writes->len; i++)
    {
      Write *write = g_ptr_array_index (writes, i);

      if (!barn_plan_file_write (self, write->item, write->field, &write->expected, &write->value, error) ||
          !write_first_due (self, write->item, write->field, &write->value, error))
        return FALSE;
    }

  return barn_plan_file_commit (self, action, subject, word, run, error);
}

/**
 * barn_plan_file_set:
 * @self: a plan file
 * @item: one of its living items
 * @field: the name of a field
 * @before: (nullable): what stood there when the person began; %NULL: what the living item says
 * @value: what is to stand there
 * @run: (nullable): a token of the sitting: changes that follow each other with the same are undone as one
 * @error: return location for a #BarnPlanFileError
 *
 * Sets a field of an item. Texts are stored as NFC; titles lose the space around them and may not be empty. The first due
 * date that is given is kept as such.
 *
 * Returns: whether it stands there now; with %BARN_PLAN_FILE_ERROR_CONFLICT something else than @before stood there
 */
gboolean
barn_plan_file_set (BarnPlanFile  *self,
                    BarnItem      *item,
                    const char    *field,
                    const GValue  *before,
                    const GValue  *value,
                    const char    *run,
                    GError       **error)
{
  g_autoptr (GPtrArray) writes = g_ptr_array_new_with_free_func (write_free);

  g_return_val_if_fail (BARN_IS_PLAN_FILE (self), FALSE);
  g_return_val_if_fail (BARN_IS_ITEM (item), FALSE);
  g_return_val_if_fail (field != NULL, FALSE);
  g_return_val_if_fail (G_IS_VALUE (value), FALSE);

  return collect_write (self, writes, item, field, before, value, error) &&
         do_writes (self, writes, run, error);
}

/**
 * barn_plan_file_set_text:
 * @self: a plan file
 * @item: one of its living items
 * @field: the name of a text field
 * @before: (nullable): what stood there when the person began; %NULL: what the living item says
 * @value: (nullable): what is to stand there
 * @run: (nullable): a token of the sitting
 * @error: return location for a #BarnPlanFileError
 *
 * As barn_plan_file_set(), for a text or the id of another item.
 *
 * Returns: whether it stands there now
 */
gboolean
barn_plan_file_set_text (BarnPlanFile  *self,
                         BarnItem      *item,
                         const char    *field,
                         const char    *before,
                         const char    *value,
                         const char    *run,
                         GError       **error)
{
  g_auto (GValue) before_value = G_VALUE_INIT;
  g_auto (GValue) new_value = G_VALUE_INIT;

  g_value_init (&before_value, G_TYPE_STRING);
  g_value_set_string (&before_value, before);
  g_value_init (&new_value, G_TYPE_STRING);
  g_value_set_string (&new_value, value);

  return barn_plan_file_set (self, item, field, before != NULL ? &before_value : NULL, &new_value, run, error);
}

/**
 * barn_plan_file_set_several:
 * @self: a plan file
 * @items: (element-type BarnItem): living items
 * @field: the name of a field that they all have
 * @value: what is to stand there
 * @error: return location for a #BarnPlanFileError
 *
 * Sets the same field of several items, as one change.
 *
 * Returns: whether it stands there now, in all of them
 */
gboolean
barn_plan_file_set_several (BarnPlanFile  *self,
                            GPtrArray     *items,
                            const char    *field,
                            const GValue  *value,
                            GError       **error)
{
  g_autoptr (GPtrArray) writes = g_ptr_array_new_with_free_func (write_free);

  g_return_val_if_fail (BARN_IS_PLAN_FILE (self), FALSE);
  g_return_val_if_fail (items != NULL, FALSE);
  g_return_val_if_fail (field != NULL, FALSE);
  g_return_val_if_fail (G_IS_VALUE (value), FALSE);

  for (guint i = 0; i < items->len; i++)
    {
      if (!collect_write (self, writes, g_ptr_array_index (items, i), field, NULL, value, error))
        return FALSE;
    }

  return do_writes (self, writes, NULL, error);
}

/* (transfer full): the set with @member in it or not */
static char **
dup_set_with (BarnItem   *item,
              guint       field,
              const char *member,
              gboolean    present)
{
  const char *const *members = barn_item_get_set (item, field);
  g_autoptr (GPtrArray) set = g_ptr_array_new ();

  for (guint i = 0; members[i] != NULL; i++)
    {
      if (!g_str_equal (members[i], member))
        g_ptr_array_add (set, g_strdup (members[i]));
    }

  if (present)
    g_ptr_array_add (set, g_strdup (member));

  g_ptr_array_add (set, NULL);

  return (char **) g_ptr_array_steal (set, NULL);
}

/**
 * barn_plan_file_set_member:
 * @self: a plan file
 * @items: (element-type BarnItem): living items
 * @field: the name of a set field: "roles", "shifts", "articles"
 * @member: an id, or the number of an article as text
 * @present: whether it is to be there
 * @error: return location for a #BarnPlanFileError
 *
 * Adds one member to a set of several items, or takes it away, as one change.
 *
 * Returns: whether it is so now, in all of them
 */
gboolean
barn_plan_file_set_member (BarnPlanFile  *self,
                           GPtrArray     *items,
                           const char    *field,
                           const char    *member,
                           gboolean       present,
                           GError       **error)
{
  g_autoptr (GPtrArray) writes = g_ptr_array_new_with_free_func (write_free);

  g_return_val_if_fail (BARN_IS_PLAN_FILE (self), FALSE);
  g_return_val_if_fail (items != NULL, FALSE);
  g_return_val_if_fail (field != NULL, FALSE);
  g_return_val_if_fail (member != NULL, FALSE);

  for (guint i = 0; i < items->len; i++)
    {
      BarnItem *item = g_ptr_array_index (items, i);
      int index = barn_item_find_field (item, field);
      g_auto (GValue) value = G_VALUE_INIT;

      g_return_val_if_fail (index >= 0, FALSE);

      if (barn_item_set_contains (item, index, member) == !!present)
        continue;

      g_value_init (&value, G_TYPE_STRV);
      g_value_take_boxed (&value, dup_set_with (item, index, member, present));

      if (!collect_write (self, writes, item, field, NULL, &value, error))
        return FALSE;
    }

  return do_writes (self, writes, NULL, error);
}

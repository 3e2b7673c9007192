/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-draft"

#include "config.h"

#include "barn-draft-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "barn-furniture.h"
#include "barn-recogniser.h"
#include "barn-text.h"
#include "barn-verdict.h"
#include "barn-wrap.h"

struct _BarnDraft
{
  GObject     parent_instance;

  GPtrArray  *lines;
  char       *title;
  guint       year;
  guint       n_shifts;
  guint       n_activities;
  guint       n_long_terms;
  guint       n_roles;
};

enum
{
  PROP_0,
  PROP_YEAR,
  PROP_TITLE,
  PROP_N_SHIFTS,
  PROP_N_ACTIVITIES,
  PROP_N_LONG_TERMS,
  PROP_N_ROLES,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static GType
barn_draft_get_item_type (GListModel *model)
{
  return BARN_TYPE_DRAFT_LINE;
}

static guint
barn_draft_get_n_items (GListModel *model)
{
  return BARN_DRAFT (model)->lines->len;
}

static gpointer
barn_draft_get_item (GListModel *model,
                     guint       position)
{
  BarnDraft *self = BARN_DRAFT (model);

  return position < self->lines->len ? g_object_ref (g_ptr_array_index (self->lines, position)) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = barn_draft_get_item_type;
  iface->get_n_items = barn_draft_get_n_items;
  iface->get_item = barn_draft_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (BarnDraft, barn_draft, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static void
set_count (BarnDraft *self,
           guint     *count,
           guint      value,
           guint      prop)
{
  if (*count == value)
    return;

  *count = value;
  g_object_notify_by_pspec (G_OBJECT (self), properties[prop]);
}

static void
set_title (BarnDraft *self,
           char      *title)
{
  if (g_strcmp0 (self->title, title) == 0)
    {
      g_free (title);
      return;
    }

  g_free (self->title);
  self->title = title;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

static gboolean
is_counted (BarnTaken taken)
{
  return taken == BARN_TAKEN_SHIFT || taken == BARN_TAKEN_ACTIVITY || taken == BARN_TAKEN_LONG_TERM || taken == BARN_TAKEN_ROLE;
}

static char *
make_counted_key (const BarnEntry *entry)
{
  gsize n = entry->taken == BARN_TAKEN_SHIFT ? barn_wording_measure_shift (entry->text->str) : 0;
  g_autofree char *key = barn_draft_make_key (entry->text->str + n);

  return g_strdup_printf ("%u %s", (guint) entry->taken, key);
}

/* What is counted is what would be stored: the same words under two roles are one activity */
static void
update_counts (BarnDraft *self)
{
  g_autoptr (GPtrArray) entries = barn_draft_dup_entries (G_LIST_MODEL (self));
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint counts[BARN_N_TAKEN] = { 0 };

  for (guint i = 0; i < entries->len; i++)
    {
      const BarnEntry *entry = g_ptr_array_index (entries, i);

      if (is_counted (entry->taken) && g_hash_table_add (keys, make_counted_key (entry)))
        counts[entry->taken]++;
    }

  g_object_freeze_notify (G_OBJECT (self));
  set_count (self, &self->n_shifts, counts[BARN_TAKEN_SHIFT], PROP_N_SHIFTS);
  set_count (self, &self->n_activities, counts[BARN_TAKEN_ACTIVITY], PROP_N_ACTIVITIES);
  set_count (self, &self->n_long_terms, counts[BARN_TAKEN_LONG_TERM], PROP_N_LONG_TERMS);
  set_count (self, &self->n_roles, counts[BARN_TAKEN_ROLE], PROP_N_ROLES);
  set_title (self, barn_draft_dup_title (entries));
  g_object_thaw_notify (G_OBJECT (self));
}

static void
add_line (BarnDraft          *self,
          const BarnFlowLine *line,
          gsize               start,
          gsize               end,
          BarnTaken           taken)
{
  g_ptr_array_add (self->lines, barn_draft_line_new (line, start, end, taken, self->lines->len + 1));
}

/* "avsätta tid; följa upp" behind who acts is two activities, unless the line goes on on the next */
static void
add_parts (BarnDraft          *self,
           const BarnFlowLine *line,
           gsize               start)
{
  gsize length;

  while (line->rest == NULL && (length = barn_wording_find_part_end (line->text + start)) > 0)
    {
      add_line (self, line, start, start + length, line->taken);
      start += length;
    }
  add_line (self, line, start, 0, line->taken);
}

static void
add_lines (BarnDraft *self,
           BarnFlow  *flow)
{
  for (guint i = 0; i < flow->lines->len; i++)
    {
      const BarnFlowLine *line = barn_flow_get (flow, i);

      if (line->split > 0)
        {
          add_line (self, line, 0, line->split, BARN_TAKEN_ROLE);
          add_parts (self, line, line->split);
        }
      else
        {
          add_line (self, line, 0, 0, line->taken);
        }
    }
}

/* The year of the plan: in its title, else in a heading, else in the words of the approval, else that of the approval */
static guint
find_year (BarnDraft *self)
{
  static const BarnTaken order[] = { BARN_TAKEN_TITLE, BARN_TAKEN_HEADING, BARN_TAKEN_APPROVAL };
  g_autoptr (GPtrArray) entries = barn_draft_dup_entries (G_LIST_MODEL (self));
  BarnDay day = BARN_DAY_NONE;

  for (gsize k = 0; k < G_N_ELEMENTS (order); k++)
    for (guint i = 0; i < entries->len; i++)
      {
        const BarnEntry *entry = g_ptr_array_index (entries, i);
        guint year = entry->taken == order[k] ? barn_wording_find_year (entry->text->str) : 0;

        if (year > 0)
          return year;
        if (entry->taken == BARN_TAKEN_APPROVAL && day == BARN_DAY_NONE)
          day = barn_wording_find_day (entry->text->str, NULL, NULL);
      }

  return day != BARN_DAY_NONE ? barn_day_get_year (day) : 0;
}

static void
barn_draft_finalize (GObject *object)
{
  BarnDraft *self = BARN_DRAFT (object);

  g_ptr_array_unref (self->lines);
  g_free (self->title);

  G_OBJECT_CLASS (barn_draft_parent_class)->finalize (object);
}

static void
barn_draft_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  BarnDraft *self = BARN_DRAFT (object);

  switch (prop_id)
    {
    case PROP_YEAR:
      g_value_set_uint (value, self->year);
      break;

    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;

    case PROP_N_SHIFTS:
      g_value_set_uint (value, self->n_shifts);
      break;

    case PROP_N_ACTIVITIES:
      g_value_set_uint (value, self->n_activities);
      break;

    case PROP_N_LONG_TERMS:
      g_value_set_uint (value, self->n_long_terms);
      break;

    case PROP_N_ROLES:
      g_value_set_uint (value, self->n_roles);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
barn_draft_set_property (GObject      *object,
                         guint         prop_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_YEAR:
      barn_draft_set_year (BARN_DRAFT (object), g_value_get_uint (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
install_count (guint       prop,
               const char *name)
{
  properties[prop] =
    g_param_spec_uint (name, NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
}

static void
barn_draft_class_init (BarnDraftClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = barn_draft_finalize;
  object_class->get_property = barn_draft_get_property;
  object_class->set_property = barn_draft_set_property;

  properties[PROP_YEAR] =
    g_param_spec_uint ("year", NULL, NULL, 0, 9999, 0, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_TITLE] =
    g_param_spec_string ("title", NULL, NULL, "", G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  install_count (PROP_N_SHIFTS, "n-shifts");
  install_count (PROP_N_ACTIVITIES, "n-activities");
  install_count (PROP_N_LONG_TERMS, "n-long-terms");
  install_count (PROP_N_ROLES, "n-roles");
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
barn_draft_init (BarnDraft *self)
{
  self->lines = g_ptr_array_new_with_free_func (g_object_unref);
  self->title = g_strdup ("");
}

/**
 * barn_draft_recognise:
 * @document: a document
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Finds the handlingsplan in a document, line by line. The time it takes grows with the length of the document and no faster.
 *
 * Returns: (transfer full): a draft to look through and correct; %NULL with %BARN_IMPORT_ERROR_NO_PLAN where there is no plan in it, or
 *   %G_IO_ERROR_CANCELLED
 */
BarnDraft *
barn_draft_recognise (BarnDocument  *document,
                      GCancellable  *cancellable,
                      GError       **error)
{
  g_autoptr (BarnDraft) self = NULL;
  g_autoptr (BarnFlow) flow = NULL;
  g_autoptr (BarnOutline) outline = NULL;

  g_return_val_if_fail (BARN_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  flow = barn_flow_new (document, cancellable, error);
  if (flow == NULL)
    return NULL;
  barn_furniture_mark (flow);
  barn_wrap_join (flow);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  outline = barn_outline_new (flow);
  barn_recogniser_run (outline);
  if (g_cancellable_set_error_if_cancelled (cancellable, error) || !barn_verdict_check (outline, document, error))
    return NULL;

  self = g_object_new (BARN_TYPE_DRAFT, NULL);
  add_lines (self, flow);
  update_counts (self);
  self->year = find_year (self);

  return g_steal_pointer (&self);
}

/**
 * barn_draft_get_year:
 * @self: a draft
 *
 * Returns: the year of the plan, 0 where the document names none and nobody has set it
 */
guint
barn_draft_get_year (BarnDraft *self)
{
  g_return_val_if_fail (BARN_IS_DRAFT (self), 0);

  return self->year;
}

/**
 * barn_draft_set_year:
 * @self: a draft
 * @year: the year of the plan
 *
 * Sets the year that the plan will be stored as.
 */
void
barn_draft_set_year (BarnDraft *self,
                     guint      year)
{
  g_return_if_fail (BARN_IS_DRAFT (self));
  g_return_if_fail (year <= 9999);

  set_count (self, &self->year, year, PROP_YEAR);
}

/**
 * barn_draft_correct:
 * @self: a draft
 * @line: which, from 0
 * @taken: what it is
 *
 * Says what a line is. The other lines stay what they are, and mean what follows from it: activities after a line made a role are its, and a line
 * made a continuation joins the one before.
 */
void
barn_draft_correct (BarnDraft *self,
                    guint      line,
                    BarnTaken  taken)
{
  g_return_if_fail (BARN_IS_DRAFT (self));
  g_return_if_fail (line < self->lines->len);
  g_return_if_fail (taken < BARN_N_TAKEN);

  barn_draft_line_correct (g_ptr_array_index (self->lines, line), taken);
  update_counts (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-occasion-choice"

#include "config.h"

#include "barn-occasion-choice.h"

#include <glib/gi18n-lib.h>

#include "barn-ui.h"
#include "barn-wrap-layout.h"

#define ROLE_PREFIX "role:"
#define UNIT_PREFIX "unit:"

/* A drop-down and what its rows stand for */
typedef struct
{
  GtkDropDown   *drop_down;
  GtkStringList *names;
  GPtrArray     *keys;
} Choice;

struct _BarnOccasionChoice
{
  AdwBin        parent_instance;

  Choice        occasions;
  Choice        parts;

  BarnOccasion *occasion;
  char         *chosen_occasion; /* NULL: the one to work with */
  char         *part;
  gboolean      filling;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BarnOccasionChoice, barn_occasion_choice, ADW_TYPE_BIN)

/* Names and keys as they shall be, gathered before anything is touched */
typedef struct
{
  GPtrArray *names;
  GPtrArray *keys;
} Rows;

static Rows
new_rows (void)
{
  return (Rows) { g_ptr_array_new_with_free_func (g_free), g_ptr_array_new_with_free_func (g_free) };
}

/* Takes both texts */
static void
add_row (Rows *rows,
         char *name,
         char *key)
{
  g_ptr_array_add (rows->names, name);
  g_ptr_array_add (rows->keys, key);
}

static gboolean
shows (Choice *choice,
       Rows   *rows)
{
  if (choice->keys->len != rows->keys->len)
    return FALSE;

  for (guint i = 0; i < rows->keys->len; i++)
    {
      if (strcmp (g_ptr_array_index (choice->keys, i), g_ptr_array_index (rows->keys, i)) != 0 ||
          strcmp (gtk_string_list_get_string (choice->names, i), g_ptr_array_index (rows->names, i)) != 0)
        return FALSE;
    }

  return TRUE;
}

/* Takes @rows. A list that is the same stays, so that an open one is not shut. */
static void
fill (BarnOccasionChoice *self,
      Choice             *choice,
      Rows                rows,
      const char         *key)
{
  guint place = 0;

  self->filling = TRUE;
  if (!shows (choice, &rows))
    {
      g_ptr_array_add (rows.names, NULL);
      gtk_string_list_splice (choice->names, 0, g_list_model_get_n_items (G_LIST_MODEL (choice->names)),
                              (const char *const *) rows.names->pdata);
      g_ptr_array_unref (choice->keys);
      choice->keys = g_ptr_array_ref (rows.keys);
    }
  for (guint i = 0; key != NULL && i < choice->keys->len; i++)
    if (strcmp (g_ptr_array_index (choice->keys, i), key) == 0)
      place = i;
  gtk_drop_down_set_selected (choice->drop_down, place);
  self->filling = FALSE;

  g_ptr_array_unref (rows.names);
  g_ptr_array_unref (rows.keys);
}

static void
update_occasions (BarnOccasionChoice *self,
                  BarnPlan           *plan)
{
  GListModel *occasions = barn_plan_get_occasions (plan);
  BarnOccasion *found = NULL;
  Rows rows = new_rows ();

  for (guint i = 0; i < g_list_model_get_n_items (occasions); i++)
    {
      g_autoptr (BarnOccasion) occasion = g_list_model_get_item (occasions, i);
      const char *id = barn_item_get_id (BARN_ITEM (occasion));
      const char *state = barn_occasion_state_get_label (barn_occasion_get_state (occasion, plan, BARN_DAY_NONE));

      if (g_strcmp0 (id, self->chosen_occasion) == 0)
        found = occasion;
      add_row (&rows, g_strdup_printf ("%s · %s", barn_occasion_get_title (occasion), state), g_strdup (id));
    }

  if (found == NULL)
    found = barn_occasions_get_current (plan, BARN_DAY_NONE);
  g_set_object (&self->occasion, found);
  fill (self, &self->occasions, rows, self->occasion != NULL ? barn_item_get_id (BARN_ITEM (self->occasion)) : NULL);
}

static void
add_parts (Rows       *rows,
           GListModel *items,
           const char *prefix,
           gboolean    are_roles)
{
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (BarnItem) item = g_list_model_get_item (items, i);

      add_row (rows,
               are_roles ? g_strdup_printf (_("Role: %s"), barn_item_get_title (item))
                         : g_strdup_printf (_("Unit: %s"), barn_item_get_title (item)),
               g_strconcat (prefix, barn_item_get_id (item), NULL));
    }
}

static void
update_parts (BarnOccasionChoice *self,
              BarnModel          *model)
{
  GListModel *units = barn_model_get_units (model);
  Rows rows = new_rows ();
  guint place;

  add_row (&rows, g_strdup (_("All activities")), g_strdup (""));
  add_parts (&rows, barn_model_get_roles (model), ROLE_PREFIX, TRUE);
  add_row (&rows, g_strdup (_("Without a role")), g_strdup (ROLE_PREFIX));
  add_parts (&rows, units, UNIT_PREFIX, FALSE);
  if (g_list_model_get_n_items (units) > 0)
    add_row (&rows, g_strdup (_("Without a unit")), g_strdup (UNIT_PREFIX));

  if (!g_ptr_array_find_with_equal_func (rows.keys, self->part, g_str_equal, &place))
    {
      g_free (self->part);
      self->part = g_strdup ("");
    }
  fill (self, &self->parts, rows, self->part);
}

static void
on_occasion_selected (BarnOccasionChoice *self)
{
  guint place = gtk_drop_down_get_selected (self->occasions.drop_down);

  if (self->filling || place >= self->occasions.keys->len)
    return;

  g_free (self->chosen_occasion);
  self->chosen_occasion = g_strdup (g_ptr_array_index (self->occasions.keys, place));
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_part_selected (BarnOccasionChoice *self)
{
  guint place = gtk_drop_down_get_selected (self->parts.drop_down);

  if (self->filling || place >= self->parts.keys->len)
    return;

  g_free (self->part);
  self->part = g_strdup (g_ptr_array_index (self->parts.keys, place));
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
barn_occasion_choice_finalize (GObject *object)
{
  BarnOccasionChoice *self = BARN_OCCASION_CHOICE (object);

  g_clear_object (&self->occasion);
  g_clear_object (&self->occasions.names);
  g_clear_object (&self->parts.names);
  g_ptr_array_unref (self->occasions.keys);
  g_ptr_array_unref (self->parts.keys);
  g_free (self->chosen_occasion);
  g_free (self->part);

  G_OBJECT_CLASS (barn_occasion_choice_parent_class)->finalize (object);
}

static void
barn_occasion_choice_class_init (BarnOccasionChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = barn_occasion_choice_finalize;

  signals[CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
init_choice (BarnOccasionChoice *self,
             Choice             *choice,
             GtkWidget          *box,
             const char         *name,
             GCallback           callback)
{
  choice->names = gtk_string_list_new (NULL);
  choice->keys = g_ptr_array_new_with_free_func (g_free);
  choice->drop_down = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  gtk_drop_down_set_model (choice->drop_down, G_LIST_MODEL (choice->names));
  barn_ui_set_name (GTK_WIDGET (choice->drop_down), name);
  /* What gets the focus is a button inside */
  barn_ui_set_name (gtk_widget_get_first_child (GTK_WIDGET (choice->drop_down)), name);
  g_signal_connect_swapped (choice->drop_down, "notify::selected", callback, self);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (choice->drop_down));
}

static void
barn_occasion_choice_init (BarnOccasionChoice *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->part = g_strdup ("");
  gtk_widget_set_layout_manager (box, barn_wrap_layout_new (6));
  init_choice (self, &self->occasions, box, _("Follow-up occasion"), G_CALLBACK (on_occasion_selected));
  init_choice (self, &self->parts, box, _("Part of the plan"), G_CALLBACK (on_part_selected));
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * barn_occasion_choice_update:
 * @self: the choice
 * @model: the living items
 * @plan: the year on show
 */
void
barn_occasion_choice_update (BarnOccasionChoice *self,
                             BarnModel          *model,
                             BarnPlan           *plan)
{
  g_return_if_fail (BARN_IS_OCCASION_CHOICE (self));
  g_return_if_fail (BARN_IS_MODEL (model));
  g_return_if_fail (BARN_IS_PLAN (plan));

  update_occasions (self, plan);
  update_parts (self, model);
}

/**
 * barn_occasion_choice_get_occasion:
 * @self: the choice
 *
 * Returns: (transfer none) (nullable): the occasion; %NULL: the plan has none
 */
BarnOccasion *
barn_occasion_choice_get_occasion (BarnOccasionChoice *self)
{
  g_return_val_if_fail (BARN_IS_OCCASION_CHOICE (self), NULL);

  return self->occasion;
}

/**
 * barn_occasion_choice_get_part:
 * @self: the choice
 *
 * Returns: (transfer none): the part
 */
const char *
barn_occasion_choice_get_part (BarnOccasionChoice *self)
{
  g_return_val_if_fail (BARN_IS_OCCASION_CHOICE (self), "");

  return self->part;
}

/**
 * barn_occasion_choice_set_occasion:
 * @self: the choice
 * @id: (nullable): an occasion; %NULL: the one to work with
 */
void
barn_occasion_choice_set_occasion (BarnOccasionChoice *self,
                                   const char         *id)
{
  g_return_if_fail (BARN_IS_OCCASION_CHOICE (self));

  g_free (self->chosen_occasion);
  self->chosen_occasion = g_strdup (id);
}

/**
 * barn_occasion_choice_set_part:
 * @self: the choice
 * @part: "", "role:ID" or "unit:ID"
 */
void
barn_occasion_choice_set_part (BarnOccasionChoice *self,
                               const char         *part)
{
  g_return_if_fail (BARN_IS_OCCASION_CHOICE (self));
  g_return_if_fail (part != NULL);

  g_free (self->part);
  self->part = g_strdup (part);
}

/**
 * barn_occasion_choice_get_role:
 * @self: the choice
 *
 * Returns: (transfer none) (nullable): the id of the role; "": what has none; %NULL: whatever the role
 */
const char *
barn_occasion_choice_get_role (BarnOccasionChoice *self)
{
  g_return_val_if_fail (BARN_IS_OCCASION_CHOICE (self), NULL);

  return g_str_has_prefix (self->part, ROLE_PREFIX) ? self->part + strlen (ROLE_PREFIX) : NULL;
}

/**
 * barn_occasion_choice_get_unit:
 * @self: the choice
 *
 * Returns: (transfer none) (nullable): the id of the unit; "": what has none; %NULL: whatever the unit
 */
const char *
barn_occasion_choice_get_unit (BarnOccasionChoice *self)
{
  g_return_val_if_fail (BARN_IS_OCCASION_CHOICE (self), NULL);

  return g_str_has_prefix (self->part, UNIT_PREFIX) ? self->part + strlen (UNIT_PREFIX) : NULL;
}

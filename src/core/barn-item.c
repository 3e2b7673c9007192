/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-item"

#include "config.h"

#include "barn-item-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "barn-field.h"
#include "barn-plan.h"

/* How many characters of a text stand in for a title */
#define N_FIRST_WORDS 60

typedef struct
{
  char     *id;
  char     *title;
  BarnSlot *slots;

  /* Lists of what belongs to it, by kind; NULL until one is asked for: most items have none */
  GListStore **children;
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
    case BARN_FIELD_AMOUNT:
    case BARN_FIELD_BOOL:
    case BARN_FIELD_STATUS:
    default:
      break;
    }
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
  BarnItemClass *klass = BARN_ITEM_GET_CLASS (self);

  priv->slots = g_new0 (BarnSlot, klass->n_fields);
  for (guint i = 0; i < klass->n_fields; i++)
    {
      if (klass->fields[i].type == BARN_FIELD_AMOUNT)
        priv->slots[i].real = NAN;
    }

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
  for (guint i = 0; priv->children != NULL && i < BARN_N_KINDS; i++)
    g_clear_object (&priv->children[i]);
  g_free (priv->children);
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

BarnSlot *
barn_item_get_slot (BarnItem      *self,
                    guint          field,
                    BarnFieldType *type)
{
  BarnItemPrivate *priv = barn_item_get_instance_private (self);
  BarnItemClass *klass = BARN_ITEM_GET_CLASS (self);

  g_assert (field < klass->n_fields);

  *type = klass->fields[field].type;

  return &priv->slots[field];
}

void
barn_item_tell_changed (BarnItem *self,
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

GListStore *
barn_item_get_child_store (BarnItem *self,
                           BarnKind  kind)
{
  BarnItemPrivate *priv = barn_item_get_instance_private (self);

  g_assert (barn_kind_get_parent (kind) == (int) barn_item_get_kind (self));

  if (priv->children == NULL)
    priv->children = g_new0 (GListStore *, BARN_N_KINDS);
  if (priv->children[kind] == NULL)
    priv->children[kind] = g_list_store_new (barn_kind_get_item_type (kind));

  return priv->children[kind];
}

/**
 * barn_item_get_children:
 * @self: an item
 * @kind: a kind that belongs to items of the kind of @self
 *
 * Gets what belongs to an item, in the order of barn_item_compare(): the delays of an activity, the values of an indicator.
 * Follow-ups are not among them: see barn_activity_get_follow_ups().
 *
 * Returns: (transfer none): a living list
 */
GListModel *
barn_item_get_children (BarnItem *self,
                        BarnKind  kind)
{
  g_return_val_if_fail (BARN_IS_ITEM (self), NULL);
  g_return_val_if_fail (kind != BARN_KIND_FOLLOW_UP, NULL);
  g_return_val_if_fail (barn_kind_get_parent (kind) == (int) barn_item_get_kind (self), NULL);

  return G_LIST_MODEL (barn_item_get_child_store (self, kind));
}

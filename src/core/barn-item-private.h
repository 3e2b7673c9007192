/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-item.h"

G_BEGIN_DECLS

/* The value of a field. What is empty is NULL here: most texts and sets are. */
typedef union
{
  char   *text;
  gint64  number;
  double  real;
  GStrv   set;
} BarnSlot;

BarnSlot *barn_item_get_slot     (BarnItem      *self,
                                  guint          field,
                                  BarnFieldType *type);
/* The list that barn_item_get_children() shows. For BarnModel, which keeps it. */
GListStore *barn_item_get_child_store (BarnItem *self,
                                     BarnKind  kind);
/* After a value became another: tells the class, then whoever watches */
void      barn_item_tell_changed (BarnItem      *self,
                                  guint          field);

/* An item of a list that keeps it alive */
static inline gpointer
barn_peek (GListModel *list,
           guint       position)
{
  g_autoptr (GObject) item = g_list_model_get_item (list, position);

  return item;
}

static inline const char *
barn_item_id (gpointer item)
{
  return barn_item_get_id (BARN_ITEM (item));
}

/* A kind that is fields and nothing more: its type, with the table of its fields in the order of the header's enum */
#define BARN_DEFINE_KIND(TypeName, type_name, KIND)                                 \
  struct _##TypeName                                                                \
  {                                                                                 \
    BarnItem parent_instance;                                                       \
  };                                                                                \
                                                                                    \
  G_DEFINE_FINAL_TYPE (TypeName, type_name, BARN_TYPE_ITEM)                         \
                                                                                    \
  static void                                                                       \
  type_name##_class_init (TypeName##Class *klass)                                   \
  {                                                                                 \
    barn_item_class_install_fields (BARN_ITEM_CLASS (klass), BARN_KIND_##KIND,      \
                                    type_name##_fields,                             \
                                    G_N_ELEMENTS (type_name##_fields));             \
  }                                                                                 \
                                                                                    \
  static void                                                                       \
  type_name##_init (TypeName *self)                                                 \
  {                                                                                 \
  }

/* A getter that says what a field holds, as its header tells it */
#define BARN_DEFINE_GETTER(TypeName, type_name, KIND, Type, name, FIELD, get)       \
  Type                                                                              \
  type_name##_get_##name (TypeName *self)                                           \
  {                                                                                 \
    g_return_val_if_fail (BARN_IS_##KIND (self), (Type) 0);                         \
                                                                                    \
    return (Type) barn_item_get_##get (BARN_ITEM (self), BARN_##KIND##_##FIELD);    \
  }

G_END_DECLS

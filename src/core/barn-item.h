/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "barn-day.h"
#include "barn-status.h"

G_BEGIN_DECLS

/**
 * BarnKind:
 *
 * The kinds of things a plan file holds, one table each. The order is that in which
 * they can be stored: what is referred to comes before what refers to it.
 */
typedef enum
{
  BARN_KIND_ORGANISATION,
  BARN_KIND_ROLE,
  BARN_KIND_UNIT,
  BARN_KIND_PLAN,
  BARN_KIND_OCCASION,
  BARN_KIND_PLAN_TEXT,
  BARN_KIND_SHIFT,
  BARN_KIND_ACTIVITY,
  BARN_KIND_FOLLOW_UP,
  BARN_KIND_DELAY,
  BARN_KIND_REPORTED,
  BARN_KIND_INDICATOR,
  BARN_KIND_INDICATOR_VALUE,
  BARN_KIND_ASSESSMENT,
  BARN_KIND_LONG_TERM,
  BARN_KIND_AREA,
  BARN_KIND_MEASURE,
  BARN_KIND_SECTION_TEXT,
  BARN_KIND_ADOPTED,
  BARN_KIND_YEAR_MARK,
  BARN_KIND_SAVED_VIEW,
} BarnKind;

#define BARN_N_KINDS 21

/**
 * BarnFieldType:
 * @BARN_FIELD_TEXT: a string, never NULL; property of type string
 * @BARN_FIELD_REF: the id of another item or NULL; property of type string
 * @BARN_FIELD_DAY: a #BarnDay; property of type uint
 * @BARN_FIELD_INT: property of type int64
 * @BARN_FIELD_REAL: property of type double
 * @BARN_FIELD_AMOUNT: a number, or NaN where none is given (g_object_set() takes no NaN: barn_item_set_real() does); property of
 *   type double
 * @BARN_FIELD_BOOL: property of type boolean
 * @BARN_FIELD_STATUS: property of type #BarnStatus
 * @BARN_FIELD_SET: ids, or numbers of articles as decimal text, in order and each once; property of type GStrv, never NULL
 */
typedef enum
{
  BARN_FIELD_TEXT,
  BARN_FIELD_REF,
  BARN_FIELD_DAY,
  BARN_FIELD_INT,
  BARN_FIELD_REAL,
  BARN_FIELD_AMOUNT,
  BARN_FIELD_BOOL,
  BARN_FIELD_STATUS,
  BARN_FIELD_SET,
} BarnFieldType;

/**
 * BarnField:
 * @name: the property's name; the column has the same with _ for -
 * @type: what it holds
 *
 * A stored field of a kind of item.
 */
typedef struct
{
  const char    *name;
  BarnFieldType  type;
} BarnField;

#define BARN_TYPE_ITEM (barn_item_get_type ())

/**
 * BarnItem:
 *
 * Anything that a plan file holds a row for. Its fields are GObject properties that can be read and watched
 * by anyone. They are construct-free and are written only by what loads them from a plan file, and by whoever builds
 * an item that is not in a file yet: a living item changes through a transaction.
 *
 * Beside its fields each item has the properties id (constant) and display-title (see barn_item_get_title()), to read.
 */
G_DECLARE_DERIVABLE_TYPE (BarnItem, barn_item, BARN, ITEM, GObject)

struct _BarnItemClass
{
  GObjectClass     parent_class;

  BarnKind         kind;
  const BarnField *fields;
  guint            n_fields;

  /* Found by barn_item_class_install_fields() */
  GParamSpec     **properties;
  int              title_field;    /* title, name or heading; -1: none */
  int              words_field;    /* body or comment: its first words stand in for a title; -1: none */
  int              position_field; /* -1: none */

  /* Called after one of the stored fields got another value, before its notification */
  void           (*field_changed) (BarnItem *self,
                                   guint     field);
};

/* For subclasses: installs a property for each field; call it last in class_init. */
void              barn_item_class_install_fields (BarnItemClass   *klass,
                                                  BarnKind         kind,
                                                  const BarnField *fields,
                                                  guint            n_fields);

GType             barn_kind_get_item_type        (BarnKind         kind);
const char       *barn_kind_to_nick              (BarnKind         kind); /* "follow_up": the table's name */
gboolean          barn_kind_from_nick            (const char      *nick,
                                                  BarnKind        *kind);
/* The kind of what an item belongs to and names in its first field; -1: it belongs to nothing */
int               barn_kind_get_parent           (BarnKind         kind);

BarnItem         *barn_item_new                  (BarnKind         kind,
                                                  const char      *id); /* NULL: a new random UUID */
const char       *barn_item_get_id               (BarnItem        *self);
BarnKind          barn_item_get_kind             (BarnItem        *self);
const BarnField  *barn_item_get_fields           (BarnItem        *self,
                                                  guint           *n_fields);
int               barn_item_find_field           (BarnItem        *self,
                                                  const char      *name); /* -1: none */

/* By the field's place in the class's list */
const char       *barn_item_get_text             (BarnItem        *self,
                                                  guint            field); /* TEXT, REF */
gint64            barn_item_get_number           (BarnItem        *self,
                                                  guint            field); /* DAY, INT, BOOL, STATUS */
double            barn_item_get_real             (BarnItem        *self,
                                                  guint            field); /* REAL, AMOUNT */
const char *const *barn_item_get_set             (BarnItem        *self,
                                                  guint            field);
gboolean          barn_item_set_contains         (BarnItem        *self,
                                                  guint            field,
                                                  const char      *member);

/* Writing: returns whether the value became another, and notifies then. Texts are taken as NFC. */
gboolean          barn_item_set_text             (BarnItem        *self,
                                                  guint            field,
                                                  const char      *value);
gboolean          barn_item_set_number           (BarnItem        *self,
                                                  guint            field,
                                                  gint64           value);
gboolean          barn_item_set_real             (BarnItem        *self,
                                                  guint            field,
                                                  double           value);
gboolean          barn_item_set_set              (BarnItem           *self,
                                                  guint               field,
                                                  const char *const  *value);

/* As GValues, for what works on any field. @value: of the field's type, or G_VALUE_INIT */
void              barn_item_get_value            (BarnItem        *self,
                                                  guint            field,
                                                  GValue          *value);
gboolean          barn_item_set_value            (BarnItem        *self,
                                                  guint            field,
                                                  const GValue    *value);
gboolean          barn_item_copy_fields          (BarnItem        *self,
                                                  BarnItem        *from); /* whether anything became another */
gboolean          barn_value_equal               (const GValue    *a,
                                                  const GValue    *b);

/* What of @kind belongs to it, in order: delays of an activity, values of an indicator. A living list, made when first asked for;
   follow-ups are barn_activity_get_follow_ups(). */
GListModel       *barn_item_get_children         (BarnItem        *self,
                                                  BarnKind         kind);

/* What a list of its kind is ordered by */
double            barn_item_get_position         (BarnItem        *self);
/* What it is called when it must be named in a sentence: its title, name, heading or first words. Never NULL. */
const char       *barn_item_get_title            (BarnItem        *self);
/* The order of a list of their kind: by position; plans by year, the latest first; areas by year; follow-ups, delays and adopted
   documents the latest first; occasions, values, assessments and marks by day; section texts as in the document. The id decides where nothing
   else does, so that the order is total. */
int               barn_item_compare              (BarnItem        *a,
                                                  BarnItem        *b);

G_END_DECLS

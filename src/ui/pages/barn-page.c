/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-page"

#include "config.h"

#include "barn-page.h"

typedef struct
{
  BarnPlanFile *file;
  BarnPlan     *plan;
  char         *title;
} BarnPagePrivate;

enum
{
  PROP_FILE = 1,
  PROP_PLAN,
  PROP_TITLE,
  PROP_ADD_LABEL,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (BarnPage, barn_page, ADW_TYPE_BIN)

static void
on_read_only_changed (BarnPage *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ADD_LABEL]);
}

static void
watch_file (BarnPage     *self,
            BarnPlanFile *file)
{
  BarnPagePrivate *priv = barn_page_get_instance_private (self);

  if (priv->file != NULL)
    g_signal_handlers_disconnect_by_func (priv->file, on_read_only_changed, self);

  g_set_object (&priv->file, file);

  if (priv->file != NULL)
    g_signal_connect_object (priv->file, "notify::read-only", G_CALLBACK (on_read_only_changed), self,
                             G_CONNECT_SWAPPED);
}

static void
barn_page_dispose (GObject *object)
{
  BarnPage *self = BARN_PAGE (object);
  BarnPagePrivate *priv = barn_page_get_instance_private (self);

  watch_file (self, NULL);
  g_clear_object (&priv->plan);

  G_OBJECT_CLASS (barn_page_parent_class)->dispose (object);
}

static void
barn_page_finalize (GObject *object)
{
  BarnPagePrivate *priv = barn_page_get_instance_private (BARN_PAGE (object));

  g_free (priv->title);

  G_OBJECT_CLASS (barn_page_parent_class)->finalize (object);
}

static void
barn_page_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  BarnPage *self = BARN_PAGE (object);

  switch (prop_id)
    {
    case PROP_FILE:
      g_value_set_object (value, barn_page_get_file (self));
      break;
    case PROP_PLAN:
      g_value_set_object (value, barn_page_get_plan (self));
      break;
    case PROP_TITLE:
      g_value_set_string (value, barn_page_get_title (self));
      break;
    case PROP_ADD_LABEL:
      g_value_set_string (value, barn_page_get_add_label (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

/* A page that has one place to begin at says so itself; on another the keyboard goes where GTK puts it */
static gboolean
barn_page_grab_focus (GtkWidget *widget)
{
  return FALSE;
}

static void
barn_page_class_init (BarnPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = barn_page_dispose;
  object_class->finalize = barn_page_finalize;
  object_class->get_property = barn_page_get_property;
  GTK_WIDGET_CLASS (klass)->grab_focus = barn_page_grab_focus;

  properties[PROP_FILE] =
    g_param_spec_object ("file", NULL, NULL, BARN_TYPE_PLAN_FILE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_PLAN] =
    g_param_spec_object ("plan", NULL, NULL, BARN_TYPE_PLAN, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_TITLE] =
    g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ADD_LABEL] =
    g_param_spec_string ("add-label", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
barn_page_init (BarnPage *self)
{
}

/**
 * barn_page_set_plan:
 * @self: a page
 * @file: (nullable): the open plan file
 * @plan: (nullable): the year to show
 *
 * Puts another year on show. The page hears of it in its plan_changed vfunc, once for both.
 */
void
barn_page_set_plan (BarnPage     *self,
                    BarnPlanFile *file,
                    BarnPlan     *plan)
{
  BarnPagePrivate *priv = barn_page_get_instance_private (self);
  gboolean other_file;
  gboolean other_plan;

  g_return_if_fail (BARN_IS_PAGE (self));
  g_return_if_fail (file == NULL || BARN_IS_PLAN_FILE (file));
  g_return_if_fail (plan == NULL || BARN_IS_PLAN (plan));

  other_file = priv->file != file;
  other_plan = priv->plan != plan;
  if (!other_file && !other_plan)
    return;

  watch_file (self, file);
  g_set_object (&priv->plan, plan);

  if (BARN_PAGE_GET_CLASS (self)->plan_changed != NULL)
    BARN_PAGE_GET_CLASS (self)->plan_changed (self);

  if (other_file)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILE]);
  if (other_plan)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLAN]);
  barn_page_title_changed (self);
}

/**
 * barn_page_get_file:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the plan file that is open
 */
BarnPlanFile *
barn_page_get_file (BarnPage *self)
{
  BarnPagePrivate *priv = barn_page_get_instance_private (self);

  g_return_val_if_fail (BARN_IS_PAGE (self), NULL);

  return priv->file;
}

/**
 * barn_page_get_plan:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the plan of the year on show
 */
BarnPlan *
barn_page_get_plan (BarnPage *self)
{
  BarnPagePrivate *priv = barn_page_get_instance_private (self);

  g_return_val_if_fail (BARN_IS_PAGE (self), NULL);

  return priv->plan;
}

/**
 * barn_page_get_model:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the living items of the plan file
 */
BarnModel *
barn_page_get_model (BarnPage *self)
{
  BarnPlanFile *file = barn_page_get_file (self);

  return file != NULL ? barn_plan_file_get_model (file) : NULL;
}

/**
 * barn_page_can_edit:
 * @self: a page
 *
 * Returns: whether a plan is on show and its file can be written
 */
gboolean
barn_page_can_edit (BarnPage *self)
{
  BarnPagePrivate *priv = barn_page_get_instance_private (self);

  g_return_val_if_fail (BARN_IS_PAGE (self), FALSE);

  return priv->plan != NULL && priv->file != NULL && !barn_plan_file_get_read_only (priv->file);
}

/**
 * barn_page_get_title:
 * @self: a page
 *
 * Returns: (transfer none): what the page is called just now, "" where it has no name; valid until the title changes
 */
const char *
barn_page_get_title (BarnPage *self)
{
  BarnPagePrivate *priv = barn_page_get_instance_private (self);

  g_return_val_if_fail (BARN_IS_PAGE (self), NULL);

  if (priv->title == NULL && BARN_PAGE_GET_CLASS (self)->dup_title != NULL)
    priv->title = BARN_PAGE_GET_CLASS (self)->dup_title (self);

  return priv->title != NULL ? priv->title : "";
}

/**
 * barn_page_title_changed:
 * @self: a page
 *
 * To be called by a subclass when its title or its primary action became another.
 */
void
barn_page_title_changed (BarnPage *self)
{
  BarnPagePrivate *priv = barn_page_get_instance_private (self);

  g_return_if_fail (BARN_IS_PAGE (self));

  g_clear_pointer (&priv->title, g_free);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ADD_LABEL]);
}

/**
 * barn_page_get_add_label:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the primary action in words; %NULL where there is none or nothing can be written
 */
const char *
barn_page_get_add_label (BarnPage *self)
{
  g_return_val_if_fail (BARN_IS_PAGE (self), NULL);

  if (BARN_PAGE_GET_CLASS (self)->get_add_label == NULL || !barn_page_can_edit (self))
    return NULL;

  return BARN_PAGE_GET_CLASS (self)->get_add_label (self);
}

/**
 * barn_page_add:
 * @self: a page
 *
 * Does the primary action.
 *
 * Returns: whether there was anything to do
 */
gboolean
barn_page_add (BarnPage *self)
{
  g_return_val_if_fail (BARN_IS_PAGE (self), FALSE);

  if (BARN_PAGE_GET_CLASS (self)->add == NULL || !barn_page_can_edit (self))
    return FALSE;

  return BARN_PAGE_GET_CLASS (self)->add (self);
}

/**
 * barn_page_focus_search:
 * @self: a page
 *
 * Gives the keyboard to the page's search.
 *
 * Returns: whether the page has one
 */
gboolean
barn_page_focus_search (BarnPage *self)
{
  g_return_val_if_fail (BARN_IS_PAGE (self), FALSE);

  return BARN_PAGE_GET_CLASS (self)->focus_search != NULL && BARN_PAGE_GET_CLASS (self)->focus_search (self);
}

/**
 * barn_page_export:
 * @self: a page
 *
 * Asks how the document that the page is about shall be exported.
 *
 * Returns: whether it is about one
 */
gboolean
barn_page_export (BarnPage *self)
{
  g_return_val_if_fail (BARN_IS_PAGE (self), FALSE);

  return BARN_PAGE_GET_CLASS (self)->export != NULL && BARN_PAGE_GET_CLASS (self)->export (self);
}

/**
 * barn_page_print:
 * @self: a page
 *
 * Prints the document that the page is about.
 *
 * Returns: whether it is about one
 */
gboolean
barn_page_print (BarnPage *self)
{
  g_return_val_if_fail (BARN_IS_PAGE (self), FALSE);

  return BARN_PAGE_GET_CLASS (self)->print != NULL && BARN_PAGE_GET_CLASS (self)->print (self);
}

/**
 * barn_page_show_item:
 * @self: a page
 * @item: something of the plan on show
 *
 * Selects the item and opens it for reading and editing.
 *
 * Returns: whether it is one of this page's
 */
gboolean
barn_page_show_item (BarnPage *self,
                     BarnItem *item)
{
  g_return_val_if_fail (BARN_IS_PAGE (self), FALSE);
  g_return_val_if_fail (BARN_IS_ITEM (item), FALSE);

  return BARN_PAGE_GET_CLASS (self)->show_item != NULL && BARN_PAGE_GET_CLASS (self)->show_item (self, item);
}

/**
 * barn_page_list_parts:
 * @self: a page
 * @parts: (out caller-allocates) (array fixed-size=4): room for %BARN_PAGE_MAX_PARTS
 *
 * Returns: how many parts F6 goes to, one at least
 */
guint
barn_page_list_parts (BarnPage     *self,
                      BarnPagePart *parts)
{
  g_return_val_if_fail (BARN_IS_PAGE (self), 0);
  g_return_val_if_fail (parts != NULL, 0);

  if (BARN_PAGE_GET_CLASS (self)->list_parts != NULL)
    return BARN_PAGE_GET_CLASS (self)->list_parts (self, parts);

  parts[0] = (BarnPagePart) { GTK_WIDGET (self), GTK_WIDGET (self) };

  return 1;
}

/**
 * barn_page_save_state:
 * @self: a page
 * @state: where to put it
 *
 * Gathers the filter, the grouping and the scroll position.
 */
void
barn_page_save_state (BarnPage     *self,
                      GVariantDict *state)
{
  g_return_if_fail (BARN_IS_PAGE (self));
  g_return_if_fail (state != NULL);

  if (BARN_PAGE_GET_CLASS (self)->save_state != NULL)
    BARN_PAGE_GET_CLASS (self)->save_state (self, state);
}

/**
 * barn_page_restore_state:
 * @self: a page
 * @state: what barn_page_save_state() gathered, perhaps by an older version
 *
 * Brings back the filter, the grouping and the scroll position.
 */
void
barn_page_restore_state (BarnPage     *self,
                         GVariantDict *state)
{
  g_return_if_fail (BARN_IS_PAGE (self));
  g_return_if_fail (state != NULL);

  if (BARN_PAGE_GET_CLASS (self)->restore_state != NULL)
    BARN_PAGE_GET_CLASS (self)->restore_state (self, state);
}

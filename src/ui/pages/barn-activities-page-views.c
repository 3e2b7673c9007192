/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-activities-page-views"

#include "config.h"

#include "barn-activities-page-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "barn-activity-columns.h"
#include "barn-name-view.h"
#include "barn-ui.h"

/* What a saved view says of the order, after its column */
#define DESCENDING " descending"

/* "due", "due descending"; NULL for the order of the plan. (transfer full) (nullable) */
static char *
dup_sorting (BarnActivitiesPage *self)
{
  BarnActivityOrder order = barn_activity_groups_get_order (self->groups);
  gboolean descending = barn_activity_groups_get_descending (self->groups);

  if (order == BARN_ACTIVITY_ORDER_PLAN && !descending)
    return NULL;

  return g_strconcat (barn_activity_order_to_nick (order), descending ? DESCENDING : NULL, NULL);
}

static void
read_sorting (const char         *sorting,
              BarnActivityOrder  *order,
              gboolean           *descending)
{
  g_autofree char *nick = g_strdup (sorting != NULL ? sorting : "");

  *descending = g_str_has_suffix (nick, DESCENDING);
  if (*descending)
    nick[strlen (nick) - strlen (DESCENDING)] = '\0';
  *order = barn_activity_order_from_nick (nick);
}

/* What of the view's filter can be asked this year. (transfer full) */
static BarnFilter *
dup_filter (BarnActivitiesPage *self,
            BarnFilterGaps     *gaps)
{
  g_autoptr (BarnFilter) saved = barn_filter_from_text (barn_saved_view_get_filter (self->view));

  return barn_filter_resolve (saved, barn_page_get_model (BARN_PAGE (self)), barn_page_get_plan (BARN_PAGE (self)), gaps);
}

/* Whether what is on show is another than what was saved */
static gboolean
is_changed (BarnActivitiesPage *self,
            const BarnFilter   *filter)
{
  BarnActivityOrder order;
  gboolean descending;

  read_sorting (barn_saved_view_get_sorting (self->view), &order, &descending);

  return !barn_filter_equal (filter, barn_activity_filters_get_filter (self->filters))
         || barn_grouping_from_nick (barn_saved_view_get_grouping (self->view)) != barn_activity_groups_get_grouping (self->groups)
         || order != barn_activity_groups_get_order (self->groups)
         || descending != barn_activity_groups_get_descending (self->groups)
         || barn_activity_columns_from_text (barn_saved_view_get_columns (self->view)) != self->columns;
}

static void
append_sentence (GString    *words,
                 const char *sentence)
{
  g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "", sentence);
}

/* The line under the filters: what is gone, and that the view is changed */
static void
show_notice (BarnActivitiesPage *self,
             BarnFilterGaps      gaps)
{
  g_autoptr (GString) words = g_string_new (NULL);
  gboolean savable = self->view_changed && barn_page_can_edit (BARN_PAGE (self));

  if (gaps & BARN_FILTER_GAP_ROLE)
    append_sentence (words, _("A role that the view asks for has been deleted."));
  if (gaps & BARN_FILTER_GAP_SHIFT)
    append_sentence (words, _("A shift that the view asks for is not in this year's plan."));
  if (gaps & BARN_FILTER_GAP_UNIT)
    append_sentence (words, _("The unit that the view asks for has been deleted."));
  if (gaps != BARN_FILTER_GAP_NONE)
    append_sentence (words, _("What remains of the view is shown."));
  if (self->view_changed)
    append_sentence (words, _("The view is changed."));

  /* Said once: it stands while a person goes on choosing */
  if (g_strcmp0 (self->view_words, words->str) == 0)
    return;

  g_free (self->view_words);
  self->view_words = g_strdup (words->str);
  if (words->len > 0)
    barn_notice_show (self->view_notice, words->str, savable ? _("Save") : NULL, savable ? "activities.update-view" : NULL, FALSE);
  else
    barn_notice_hide (self->view_notice);
}

void
barn_activities_page_update_view (BarnActivitiesPage *self)
{
  BarnFilterGaps gaps = BARN_FILTER_GAP_NONE;
  gboolean has_view = self->view != NULL && barn_page_get_plan (BARN_PAGE (self)) != NULL;
  gboolean editable = barn_page_can_edit (BARN_PAGE (self));

  if (self->showing_view)
    return;

  self->view_changed = FALSE;
  if (has_view)
    {
      g_autoptr (BarnFilter) filter = dup_filter (self, &gaps);

      self->view_changed = is_changed (self, filter);
    }

  show_notice (self, gaps);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "activities.save-view", editable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "activities.update-view", editable && self->view_changed);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "activities.restore-view", self->view_changed);
  barn_page_title_changed (BARN_PAGE (self));
}

/* Filter, grouping, order and columns become what the view says */
static void
apply_view (BarnActivitiesPage *self)
{
  g_autoptr (BarnFilter) filter = dup_filter (self, NULL);
  BarnActivityOrder order;
  gboolean descending;

  read_sorting (barn_saved_view_get_sorting (self->view), &order, &descending);
  self->showing_view = TRUE;
  g_object_set (self,
                "grouping", barn_saved_view_get_grouping (self->view),
                "order", barn_activity_order_to_nick (order),
                "descending", descending,
                NULL);
  barn_activities_page_set_columns (self, barn_activity_columns_from_text (barn_saved_view_get_columns (self->view)));
  barn_activity_filters_set_filter (self->filters, filter);
  self->showing_view = FALSE;
  barn_activities_page_update_view (self);
}

/* It was saved anew, or that was undone: what nobody has changed here follows */
static void
on_view_notify (BarnActivitiesPage *self)
{
  if (self->view_changed)
    barn_activities_page_update_view (self);
  else
    apply_view (self);
}

void
barn_activities_page_set_view (BarnActivitiesPage *self,
                               BarnSavedView      *view)
{
  if (self->view == view)
    return;

  if (self->view != NULL)
    g_signal_handlers_disconnect_by_func (self->view, on_view_notify, self);
  g_set_object (&self->view, view);
  if (view != NULL)
    g_signal_connect_object (view, "notify", G_CALLBACK (on_view_notify), self, G_CONNECT_SWAPPED);
  barn_activities_page_update_view (self);
  g_object_notify (G_OBJECT (self), "view");
}

/* Another year is on show, or items came and went: what is gone is not on show any more; what was shown as saved is so again */
void
barn_activities_page_refresh_view (BarnActivitiesPage *self,
                                   gboolean            apply)
{
  BarnModel *model = barn_page_get_model (BARN_PAGE (self));

  if (self->view != NULL
      && (model == NULL || barn_model_lookup (model, barn_item_get_id (BARN_ITEM (self->view))) != (BarnItem *) self->view))
    barn_activities_page_set_view (self, NULL);
  else if (self->view != NULL && apply && barn_page_get_plan (BARN_PAGE (self)) != NULL)
    apply_view (self);
  else
    barn_activities_page_update_view (self);
}

/**
 * barn_activities_page_show_view:
 * @self: the page, with a plan on show
 * @view: a saved view of its file
 *
 * Shows the activities as the view says. What it asks for that is gone is left out, and the page says so.
 */
void
barn_activities_page_show_view (BarnActivitiesPage *self,
                                BarnSavedView      *view)
{
  g_return_if_fail (BARN_IS_ACTIVITIES_PAGE (self));
  g_return_if_fail (BARN_IS_SAVED_VIEW (view));
  g_return_if_fail (barn_page_get_plan (BARN_PAGE (self)) != NULL);

  self->showing_view = TRUE;
  barn_activities_page_set_view (self, view);
  apply_view (self);
}

/**
 * barn_activities_page_get_view:
 * @self: the page
 *
 * Returns: (transfer none) (nullable): the saved view that is on show, as it was saved or changed
 */
BarnSavedView *
barn_activities_page_get_view (BarnActivitiesPage *self)
{
  g_return_val_if_fail (BARN_IS_ACTIVITIES_PAGE (self), NULL);

  return self->view;
}

static void
save_view (BarnActivitiesPage *self,
           const char         *name)
{
  g_autofree char *sorting = dup_sorting (self);
  g_autofree char *columns = barn_activity_columns_to_text (self->columns);
  g_autoptr (GError) error = NULL;
  BarnSavedView *view;

  view = barn_plan_file_save_view (barn_page_get_file (BARN_PAGE (self)), name, barn_activity_filters_get_filter (self->filters),
                                   barn_grouping_to_nick (barn_activity_groups_get_grouping (self->groups)), sorting, columns, &error);
  if (view == NULL)
    barn_ui_report_error (GTK_WIDGET (self), error);
  else
    barn_activities_page_set_view (self, view);
  barn_activities_page_update_view (self);
}

static void
on_named (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  BarnActivitiesPage *self = BARN_ACTIVITIES_PAGE (source);
  g_autofree char *name = barn_name_view_finish (result);

  if (name != NULL && barn_page_can_edit (BARN_PAGE (self)))
    save_view (self, name);
}

static void
save_view_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  BarnActivitiesPage *self = BARN_ACTIVITIES_PAGE (widget);
  g_autofree char *words = barn_activity_filters_dup_words (self->filters);

  if (!barn_page_can_edit (BARN_PAGE (self)))
    return;

  barn_name_view_async (widget, barn_page_get_file (BARN_PAGE (self)), NULL,
                        self->view != NULL ? barn_saved_view_get_name (self->view) : words, on_named, NULL);
}

static void
update_view_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  BarnActivitiesPage *self = BARN_ACTIVITIES_PAGE (widget);
  g_autofree char *name = self->view != NULL ? g_strdup (barn_saved_view_get_name (self->view)) : NULL;

  if (name == NULL || !barn_page_can_edit (BARN_PAGE (self)))
    return;

  /* The button that was pressed goes away with what it was about */
  gtk_widget_grab_focus (widget);
  save_view (self, name);
}

static void
restore_view_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  BarnActivitiesPage *self = BARN_ACTIVITIES_PAGE (widget);

  if (self->view != NULL)
    apply_view (self);
}

void
barn_activities_page_install_views (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "activities.save-view", NULL, save_view_action);
  gtk_widget_class_install_action (klass, "activities.update-view", NULL, update_view_action);
  gtk_widget_class_install_action (klass, "activities.restore-view", NULL, restore_view_action);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_s, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "activities.save-view", NULL);
}

/* What the title says of it; NULL: no view is on show. (transfer full) (nullable) */
char *
barn_activities_page_dup_view_words (BarnActivitiesPage *self)
{
  if (self->view == NULL)
    return NULL;
  if (!self->view_changed)
    return g_strdup (barn_saved_view_get_name (self->view));

  /* Translators: a saved view that is not shown as it was saved */
  return g_strdup_printf (_("%s, changed"), barn_saved_view_get_name (self->view));
}

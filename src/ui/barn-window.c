/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-window"

#include "config.h"

#include "barn-window-private.h"

#include <glib/gi18n-lib.h>

#include "barn-ask.h"
#include "barn-field-binding.h"
#include "barn-plan-file-profile.h"
#include "barn-ui.h"

/* Narrower than this, at text scale 1, the sidebar and the page take turns */
#define ROOM_FOR_BOTH 900
#define SIDEBAR_WIDTH 250
#define TICK_SECONDS 1

enum
{
  PROP_YEAR = 1,
  PROP_SIDEBAR_SHOWN,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (BarnWindow, barn_window, ADW_TYPE_APPLICATION_WINDOW)

/* What the desktop multiplies the size of text by */
static double
get_text_scale (BarnWindow *self)
{
  int dpi = 0;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);

  return dpi > 0 ? dpi / (96.0 * PANGO_SCALE) : 1.0;
}

static void
update_shape (BarnWindow *self)
{
  gboolean has_plan = self->file != NULL;
  gboolean sidebar = has_plan && self->sidebar_shown;

  gtk_widget_set_visible (self->sidebar_box, sidebar);
  gtk_widget_set_visible (self->separator, sidebar && !self->narrow);
  gtk_widget_set_visible (self->content, !sidebar || !self->narrow);
  gtk_widget_set_hexpand (self->sidebar_box, self->narrow);
  gtk_widget_set_size_request (self->sidebar_box, self->narrow ? -1 : (int) (SIDEBAR_WIDTH * get_text_scale (self)), -1);
  adw_header_bar_set_show_start_title_buttons (self->content_header, !sidebar);
  adw_header_bar_set_show_end_title_buttons (self->sidebar_header, self->narrow);
  gtk_widget_set_visible (self->sidebar_button, has_plan);
  gtk_widget_set_visible (self->back_button, !has_plan);
}

static void
set_narrow (BarnWindow *self,
            gboolean    narrow)
{
  if (self->narrow == narrow)
    return;

  self->narrow = narrow;
  /* In a narrow window the page comes first */
  self->sidebar_shown = !narrow && g_settings_get_boolean (self->settings, "sidebar-shown");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SIDEBAR_SHOWN]);
  update_shape (self);
}

static gboolean
is_narrow_at (BarnWindow *self,
              int         width)
{
  return width < ROOM_FOR_BOTH * get_text_scale (self);
}

static gboolean
on_narrow (gpointer user_data)
{
  BarnWindow *self = user_data;

  self->narrow_source = 0;
  set_narrow (self, is_narrow_at (self, gtk_widget_get_width (GTK_WIDGET (self))));

  return G_SOURCE_REMOVE;
}

/* A file that could not be read is tried again when that has been put away: it is said once. Any other fault does not keep back what
   others write. */
static void
take_looked (BarnWindow *self,
             gboolean    readable,
             gboolean    changed,
             GError    **error)
{
  gboolean again = changed || self->refresh_failed;

  self->refresh_failed = !readable || (again && !barn_plan_file_refresh (self->file, error));
  if (self->refresh_failed)
    barn_window_report (self, *error);
}

static void
on_looked (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (BarnWindow) self = g_weak_ref_get (user_data);
  g_autoptr (GError) error = NULL;
  gboolean changed = FALSE;
  gboolean readable = barn_plan_file_look_finish (BARN_PLAN_FILE (source), result, &changed, &error);

  barn_ui_weak_ref_free (user_data);
  if (self == NULL || self->looking != (gpointer) source)
    return;

  self->looking = NULL;
  if (self->file == BARN_PLAN_FILE (source))
    take_looked (self, readable, changed, &error);
}

/* Looks whether another program wrote, and whether midnight passed */
static gboolean
on_tick (gpointer user_data)
{
  BarnWindow *self = user_data;
  BarnDay today = barn_clock_get_today ();

  if (self->file == NULL)
    return G_SOURCE_CONTINUE;

  if (today != self->today)
    {
      self->today = today;
      barn_model_today_changed (barn_plan_file_get_model (self->file));
      barn_window_remind (self);
    }

  if (self->looking != self->file && (!self->refresh_failed || !barn_notice_is_shown (self->error_notice)))
    {
      self->looking = self->file;
      barn_plan_file_look_async (self->file, on_looked, barn_ui_weak_ref_new (self));
    }

  return G_SOURCE_CONTINUE;
}

static void
on_is_active (BarnWindow *self)
{
  if (gtk_window_is_active (GTK_WINDOW (self)))
    on_tick (self);
}

static void
save_size (BarnWindow *self)
{
  int width;
  int height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_int (self->settings, "window-width", width);
  g_settings_set_int (self->settings, "window-height", height);
  g_settings_set_boolean (self->settings, "window-maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
}

static gboolean
barn_window_close_request (GtkWindow *window)
{
  BarnWindow *self = BARN_WINDOW (window);

  save_size (self);
  barn_window_save_states (self);

  if (barn_window_ask_before_closing (self))
    return TRUE;

  return GTK_WINDOW_CLASS (barn_window_parent_class)->close_request (window);
}

static void
barn_window_size_allocate (GtkWidget *widget,
                           int        width,
                           int        height,
                           int        baseline)
{
  BarnWindow *self = BARN_WINDOW (widget);

  GTK_WIDGET_CLASS (barn_window_parent_class)->size_allocate (widget, width, height, baseline);

  /* Widgets must not come and go while they are being placed */
  if (is_narrow_at (self, width) != self->narrow && self->narrow_source == 0)
    self->narrow_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_narrow, self, NULL);
}

static void
barn_window_dispose (GObject *object)
{
  BarnWindow *self = BARN_WINDOW (object);

  g_clear_handle_id (&self->tick_source, g_source_remove);
  g_clear_handle_id (&self->narrow_source, g_source_remove);
  g_clear_handle_id (&self->toast_source, g_source_remove);
  g_clear_object (&self->waiting_toast);
  barn_window_stop_opening (self);
  if (self->pages != NULL)
    barn_window_take_file (self, NULL);
  g_clear_object (&self->settings);
  g_clear_object (&self->trouble_file);
  g_clear_pointer (&self->page_states, g_variant_unref);

  G_OBJECT_CLASS (barn_window_parent_class)->dispose (object);
}

static void
barn_window_finalize (GObject *object)
{
  BarnWindow *self = BARN_WINDOW (object);

  g_free (self->role);
  g_free (self->page_before);

  G_OBJECT_CLASS (barn_window_parent_class)->finalize (object);
}

static void
barn_window_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  BarnWindow *self = BARN_WINDOW (object);

  switch (prop_id)
    {
    case PROP_YEAR:
      g_value_set_uint (value, self->plan != NULL ? barn_plan_get_year (self->plan) : 0);
      break;
    case PROP_SIDEBAR_SHOWN:
      g_value_set_boolean (value, self->sidebar_shown);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
barn_window_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  BarnWindow *self = BARN_WINDOW (object);

  switch (prop_id)
    {
    case PROP_YEAR:
      if (self->file != NULL)
        {
          BarnPlan *plan = barn_model_find_plan (barn_plan_file_get_model (self->file), g_value_get_uint (value));

          if (plan != NULL)
            barn_window_set_plan (self, plan);
        }
      break;
    case PROP_SIDEBAR_SHOWN:
      barn_window_set_sidebar_shown (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, BarnWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, BarnWindow, welcome);
  gtk_widget_class_bind_template_child (widget_class, BarnWindow, places);
  gtk_widget_class_bind_template_child (widget_class, BarnWindow, sidebar_box);
  gtk_widget_class_bind_template_child (widget_class, BarnWindow, sidebar_header);
  gtk_widget_class_bind_template_child (widget_class, BarnWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, BarnWindow, year_button);
  gtk_widget_class_bind_template_child (widget_class, BarnWindow, organisation_label);
  gtk_widget_class_bind_template_child (widget_class, BarnWindow, year_label);
  gtk_widget_class_bind_template_child (widget_class, BarnWindow, years_menu);
  gtk_widget_class_bind_template_child (widget_class, BarnWindow, separator);
  gtk_widget_class_bind_template_child (widget_class, BarnWindow, content);
  gtk_widget_class_bind_template_child (widget_class, BarnWindow, content_header);
  gtk_widget_class_bind_template_child (widget_class, BarnWindow, sidebar_button);
  gtk_widget_class_bind_template_child (widget_class, BarnWindow, back_button);
  gtk_widget_class_bind_template_child (widget_class, BarnWindow, add_button);
  gtk_widget_class_bind_template_child (widget_class, BarnWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, BarnWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, BarnWindow, search_button);
  gtk_widget_class_bind_template_child (widget_class, BarnWindow, title);
  gtk_widget_class_bind_template_child (widget_class, BarnWindow, closing_menu);
  gtk_widget_class_bind_template_child (widget_class, BarnWindow, read_only_notice);
  gtk_widget_class_bind_template_child (widget_class, BarnWindow, wording_notice);
  gtk_widget_class_bind_template_child (widget_class, BarnWindow, closed_notice);
  gtk_widget_class_bind_template_child (widget_class, BarnWindow, error_notice);
  gtk_widget_class_bind_template_child (widget_class, BarnWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, BarnWindow, trouble);
  gtk_widget_class_bind_template_child (widget_class, BarnWindow, trouble_read_only_button);
  gtk_widget_class_bind_template_child (widget_class, BarnWindow, trouble_retry_button);
  gtk_widget_class_bind_template_child (widget_class, BarnWindow, trouble_restore_button);
  gtk_widget_class_bind_template_child (widget_class, BarnWindow, trouble_back_button);
  gtk_widget_class_bind_template_child (widget_class, BarnWindow, trouble_welcome_button);
  gtk_widget_class_bind_template_child (widget_class, BarnWindow, opening_sign);
}

static void
barn_window_class_init (BarnWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GtkWindowClass *window_class = GTK_WINDOW_CLASS (klass);

  object_class->dispose = barn_window_dispose;
  object_class->finalize = barn_window_finalize;
  object_class->get_property = barn_window_get_property;
  object_class->set_property = barn_window_set_property;
  widget_class->size_allocate = barn_window_size_allocate;
  window_class->close_request = barn_window_close_request;

  properties[PROP_YEAR] =
    g_param_spec_uint ("year", NULL, NULL, 0, G_MAXUINT, 0,
                       G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SIDEBAR_SHOWN] =
    g_param_spec_boolean ("sidebar-shown", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Barnratt/ui/barn-window.ui");
  bind_children (widget_class);
  barn_window_install_actions (widget_class);
}

static void
barn_window_init (BarnWindow *self)
{
  int width;
  int height;

  self->settings = g_settings_new (BARN_APPLICATION_ID);
  self->today = barn_clock_get_today ();
  self->sidebar_shown = g_settings_get_boolean (self->settings, "sidebar-shown");

  gtk_widget_init_template (GTK_WIDGET (self));
  barn_window_add_keys (self);

  width = g_settings_get_int (self->settings, "window-width");
  height = g_settings_get_int (self->settings, "window-height");
  gtk_window_set_default_size (GTK_WINDOW (self), width, height);
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));

  g_signal_connect_object (self->pages, "notify::visible-child", G_CALLBACK (barn_window_page_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (on_is_active), NULL);
  self->tick_source = g_timeout_add_seconds (TICK_SECONDS, on_tick, self);

  set_narrow (self, is_narrow_at (self, width));
  update_shape (self);
  barn_window_show_welcome (self);
}

/**
 * barn_window_new:
 * @application: the program
 *
 * Returns: (transfer none): a new window on the welcome page, owned by GTK until it is closed
 */
BarnWindow *
barn_window_new (GtkApplication *application)
{
  g_return_val_if_fail (GTK_IS_APPLICATION (application), NULL);

  return g_object_new (BARN_TYPE_WINDOW, "application", application, NULL);
}

/**
 * barn_window_get_file:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): the plan file that is open in it
 */
BarnPlanFile *
barn_window_get_file (BarnWindow *self)
{
  g_return_val_if_fail (BARN_IS_WINDOW (self), NULL);

  return self->file;
}

/* The role that the sidebar says is on show; NULL: none */
void
barn_window_set_role (BarnWindow *self,
                      const char *role)
{
  g_autofree char *copy = g_strdup (role);

  g_free (self->role);
  self->role = g_steal_pointer (&copy);
}

/* Puts another year on show, or none */
void
barn_window_set_plan (BarnWindow *self,
                      BarnPlan   *plan)
{
  g_autoptr (BarnPlan) before = g_steal_pointer (&self->plan);

  if (before != NULL)
    g_signal_handlers_disconnect_by_func (before, barn_window_update, self);
  if (plan != NULL)
    g_signal_connect_object (plan, "notify::closed-on", G_CALLBACK (barn_window_update), self, G_CONNECT_SWAPPED);
  g_set_object (&self->plan, plan);
  barn_window_set_role (self, NULL);
  barn_window_tell_pages (self);
  barn_sidebar_set_plan (self->sidebar, self->file, self->plan);
  if (before != plan)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_YEAR]);
  barn_window_update (self);
}

/* A closed year can be corrected, but nobody shall do it without knowing */
static void
update_closed_notice (BarnWindow *self)
{
  BarnDay day = self->plan != NULL ? barn_plan_get_closed_on (self->plan) : BARN_DAY_NONE;
  g_autofree char *date = NULL;
  g_autofree char *sentence = NULL;

  if (day == BARN_DAY_NONE)
    {
      barn_notice_hide (self->closed_notice);
      return;
    }

  date = barn_day_format (day, BARN_DAY_LONG, barn_ui_get_language (), BARN_DAY_NONE);
  /* Translators: a year, and the day it was closed */
  sentence = g_strdup_printf (_("The year %u was closed on %s. It can still be corrected; the correction is seen in the history."),
                              barn_plan_get_year (self->plan), date);
  barn_notice_show (self->closed_notice, sentence, NULL, NULL, FALSE);
}

/* Everything in the frame that says something of the file or the plan */
void
barn_window_update (BarnWindow *self)
{
  const char *organisation = "";

  if (self->file != NULL)
    {
      BarnOrganisation *row = barn_model_get_organisation (barn_plan_file_get_model (self->file));

      organisation = barn_organisation_get_name (row);
      if (*organisation == '\0')
        organisation = _("Handlingsplan");
    }

  gtk_label_set_label (self->organisation_label, organisation);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->organisation_label), organisation);
  if (self->plan != NULL)
    {
      g_autofree char *year = g_strdup_printf ("%u", barn_plan_get_year (self->plan));
      g_autofree char *name = g_strdup_printf ("%s %s", organisation, year);

      gtk_label_set_label (self->year_label, year);
      barn_ui_set_name (GTK_WIDGET (self->year_button), name);
    }
  else
    {
      gtk_label_set_label (self->year_label, "");
      barn_ui_set_name (GTK_WIDGET (self->year_button), _("Choose the Year"));
    }

  if (self->file != NULL && barn_plan_file_get_read_only (self->file))
    barn_notice_show (self->read_only_notice,
                      _("The plan file is open for reading only: nothing can be changed by mistake."),
                      _("Open for Editing"), "win.open-for-editing", FALSE);
  else
    barn_notice_hide (self->read_only_notice);

  if (self->file != NULL && barn_plan_file_get_profile_fault (self->file) != NULL)
    barn_notice_show (self->wording_notice, barn_plan_file_get_profile_fault (self->file), NULL, NULL, TRUE);
  else
    barn_notice_hide (self->wording_notice);

  update_closed_notice (self);
  barn_window_update_years (self);
  update_shape (self);
  barn_window_page_changed (self);
}

/* The years to choose from, the latest first */
void
barn_window_update_years (BarnWindow *self)
{
  GListModel *plans;

  g_menu_remove_all (self->years_menu);
  g_menu_remove_all (self->closing_menu);
  if (self->file == NULL)
    return;

  plans = barn_model_get_plans (barn_plan_file_get_model (self->file));
  for (guint i = 0; i < g_list_model_get_n_items (plans); i++)
    {
      g_autoptr (BarnPlan) plan = g_list_model_get_item (plans, i);
      gboolean closed = barn_plan_get_closed_on (plan) != BARN_DAY_NONE;
      g_autofree char *year = g_strdup_printf (closed ? _("%u (closed)") : "%u", barn_plan_get_year (plan));
      g_autoptr (GMenuItem) item = g_menu_item_new (year, NULL);

      g_menu_item_set_action_and_target (item, "win.year", "u", barn_plan_get_year (plan));
      g_menu_append_item (self->years_menu, item);
    }

  if (self->plan != NULL)
    g_menu_append (self->closing_menu,
                   barn_plan_get_closed_on (self->plan) == BARN_DAY_NONE ? _("_Close the Year") : _("_Open the Year Again"),
                   "win.close-year");
}

/* Shows the sidebar beside the page, or in its place where there is not room for both */
void
barn_window_set_sidebar_shown (BarnWindow *self,
                               gboolean    shown)
{
  shown = !!shown;
  if (self->sidebar_shown == shown)
    return;

  self->sidebar_shown = shown;
  if (!self->narrow)
    g_settings_set_boolean (self->settings, "sidebar-shown", shown);
  update_shape (self);
  if (shown && self->narrow)
    gtk_widget_grab_focus (GTK_WIDGET (self->sidebar));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SIDEBAR_SHOWN]);
}

/* What went wrong, until it is put away */
void
barn_window_report (BarnWindow   *self,
                    const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->places), "plan") == 0)
    barn_notice_show (self->error_notice, error->message, NULL, NULL, TRUE);
  else
    barn_tell_error (GTK_WINDOW (self), _("That Did Not Work"), error->message, NULL);
}

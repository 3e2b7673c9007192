/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-window-actions"

#include "config.h"

#include "barn-window-private.h"

#include <glib/gi18n-lib.h>

#include "barn-activities-page.h"
#include "barn-ask.h"
#include "barn-choose.h"
#include "barn-documents-page.h"
#include "barn-field-binding.h"
#include "barn-new-plan-dialog.h"
#include "barn-next-year-dialog.h"
#include "barn-plan-dialog.h"
#include "barn-profile-dialog.h"
#include "barn-restore-dialog.h"
#include "barn-sections.h"
#include "barn-shortcuts.h"
#include "barn-ui.h"

static void
on_show_page (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  BarnWindow *self = BARN_WINDOW (widget);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  BarnPage *page = barn_window_get_page (self);

  if (self->file == NULL)
    return;

  barn_window_show_page (self, g_variant_get_string (parameter, NULL));

  /* On show already, while the keyboard is in the header bar: whoever asks for the page wants to be in it */
  if (page != NULL && page == barn_window_get_page (self) && focus != NULL && !gtk_widget_is_ancestor (focus, GTK_WIDGET (page)) &&
      !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->sidebar)))
    gtk_widget_grab_focus (GTK_WIDGET (page));
}

/* From the sidebar, by Enter or a click: the page gets the keyboard, and in a narrow window the room */
static void
on_enter_page (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  BarnWindow *self = BARN_WINDOW (widget);
  BarnPage *page = barn_window_get_page (self);

  if (self->narrow)
    barn_window_set_sidebar_shown (self, FALSE);
  if (page != NULL)
    gtk_widget_child_focus (GTK_WIDGET (page), GTK_DIR_TAB_FORWARD);
}

static void
on_show_activities (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  BarnWindow *self = BARN_WINDOW (widget);
  const char *role = NULL;

  if (self->plan == NULL)
    return;

  g_variant_lookup (parameter, "role", "&s", &role);
  barn_window_set_role (self, role);
  barn_activities_page_show (BARN_ACTIVITIES_PAGE (barn_window_ensure_page (self, "activities")), parameter);
  barn_window_show_page (self, "activities");
}

static void
on_show_view (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  BarnWindow *self = BARN_WINDOW (widget);
  BarnItem *view;

  if (self->plan == NULL)
    return;

  view = barn_model_lookup (barn_plan_file_get_model (self->file), g_variant_get_string (parameter, NULL));
  if (!BARN_IS_SAVED_VIEW (view))
    return;

  barn_activities_page_show_view (BARN_ACTIVITIES_PAGE (barn_window_ensure_page (self, "activities")), BARN_SAVED_VIEW (view));
  barn_window_show_page (self, "activities");
}

static const char *
get_page_of (BarnItem *item)
{
  switch (barn_item_get_kind (item))
    {
    case BARN_KIND_SHIFT:
      return "shifts";
    case BARN_KIND_ACTIVITY:
    case BARN_KIND_FOLLOW_UP:
    case BARN_KIND_DELAY:
      return "activities";
    case BARN_KIND_LONG_TERM:
      return "long-term";
    case BARN_KIND_AREA:
    case BARN_KIND_MEASURE:
    case BARN_KIND_SECTION_TEXT:
      return "barnbokslut";
    case BARN_KIND_ASSESSMENT:
      return "assessments";
    case BARN_KIND_YEAR_MARK:
      return "wheel";
    case BARN_KIND_ADOPTED:
      return "documents";
    case BARN_KIND_ORGANISATION:
    case BARN_KIND_ROLE:
    case BARN_KIND_UNIT:
    case BARN_KIND_PLAN:
    case BARN_KIND_PLAN_TEXT:
    case BARN_KIND_OCCASION:
    case BARN_KIND_REPORTED:
    case BARN_KIND_INDICATOR:
    case BARN_KIND_INDICATOR_VALUE:
    case BARN_KIND_SAVED_VIEW:
    default:
      return NULL;
    }
}

/* (nullable): the plan that an item is of, however deep in it */
static BarnPlan *
find_plan_of (BarnModel *model,
              BarnItem  *item)
{
  while (item != NULL && !BARN_IS_PLAN (item))
    item = barn_kind_get_parent (barn_item_get_kind (item)) >= 0 ? barn_model_lookup (model, barn_item_get_text (item, 0)) : NULL;

  return (BarnPlan *) item;
}

/* A section or part of a document where it is written */
static void
show_section (BarnWindow *self,
              const char *section,
              guint       article)
{
  const BarnSection *known = barn_sections_find (section);

  if (self->plan == NULL)
    return;

  /* What is no section is a part of the barnbokslut */
  if (known == NULL || barn_section_get_paper (known) == BARN_PAPER_BARNBOKSLUT)
    {
      if (barn_window_show_page (self, "barnbokslut"))
        barn_barnbokslut_page_show_section (BARN_BARNBOKSLUT_PAGE (barn_window_get_page (self)), section, article);
    }
  else if (barn_window_show_page (self, "documents"))
    {
      barn_documents_page_show_section (BARN_DOCUMENTS_PAGE (barn_window_get_page (self)), section, article);
    }
}

/* What is of another year is shown in its year */
static void
on_show_item (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  BarnWindow *self = BARN_WINDOW (widget);
  BarnItem *item = NULL;
  const char *page;

  if (self->file != NULL)
    item = barn_model_lookup (barn_plan_file_get_model (self->file), g_variant_get_string (parameter, NULL));
  page = item != NULL ? get_page_of (item) : NULL;

  if (page != NULL)
    {
      BarnPlan *plan = find_plan_of (barn_plan_file_get_model (self->file), item);

      if (plan != NULL && plan != self->plan)
        barn_window_set_plan (self, plan);
    }

  if (item != NULL && BARN_IS_SECTION_TEXT (item))
    {
      show_section (self, barn_section_text_get_section (BARN_SECTION_TEXT (item)),
                    barn_section_text_get_article (BARN_SECTION_TEXT (item)));
      return;
    }

  if (page != NULL && barn_window_show_page (self, page))
    barn_page_show_item (barn_window_get_page (self), item);
}

static void
on_back (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  BarnWindow *self = BARN_WINDOW (widget);
  g_autofree char *before = g_strdup (self->page_before);

  if (self->file == NULL)
    barn_window_show_welcome (self);
  else if (before == NULL || !barn_window_show_page (self, before))
    barn_window_show_page (self, "overview");
}

static void
on_undo_or_redo (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  BarnWindow *self = BARN_WINDOW (widget);
  gboolean redo = strcmp (action, "win.redo") == 0;
  g_autoptr (GError) error = NULL;
  gboolean done;

  /* What is being typed is the last change: it must be one before it can be taken back */
  if (self->file == NULL || !barn_field_binding_save_all (self->file))
    return;

  /* What the button names, even where another program has changed something this very moment */
  done = redo ? barn_plan_file_redo (self->file, barn_plan_file_get_redo (self->file), &error)
              : barn_plan_file_undo (self->file, barn_plan_file_get_undo (self->file), &error);
  if (!done && !g_error_matches (error, BARN_PLAN_FILE_ERROR, BARN_PLAN_FILE_ERROR_NOTHING))
    barn_window_report (self, error);
}

static void
on_add (GtkWidget  *widget,
        const char *action,
        GVariant   *parameter)
{
  BarnPage *page = barn_window_get_page (BARN_WINDOW (widget));

  if (page == NULL || !barn_page_add (page))
    gtk_widget_error_bell (widget);
}

static void
on_search (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  BarnWindow *self = BARN_WINDOW (widget);
  BarnPage *page = barn_window_get_page (self);

  if (self->plan == NULL || page == NULL)
    return;

  /* Where there is nothing to search, the activities are what is looked for */
  if (!barn_page_focus_search (page) && barn_window_show_page (self, "activities"))
    barn_page_focus_search (barn_window_get_page (self));
}

static void
on_opened (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (BarnWindow) self = user_data;
  g_autoptr (GFile) file = barn_choose_finish (result, NULL);

  if (file != NULL)
    barn_window_open (self, file, FALSE);
}

static void
on_open (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  barn_choose_open (GTK_WINDOW (widget), _("Open a Plan File"), BARN_CHOOSE_PLAN_FILE, on_opened, g_object_ref (widget));
}

static void
on_chosen_for_viewing (GObject      *source,
                       GAsyncResult *result,
                       gpointer      user_data)
{
  g_autoptr (BarnWindow) self = user_data;
  g_autoptr (GFile) file = barn_choose_finish (result, NULL);

  if (file != NULL)
    barn_window_open (self, file, TRUE);
}

static void
on_open_for_viewing (GtkWidget  *widget,
                     const char *action,
                     GVariant   *parameter)
{
  barn_choose_open (GTK_WINDOW (widget), _("Open a Plan File for Viewing"), BARN_CHOOSE_PLAN_FILE, on_chosen_for_viewing,
                    g_object_ref (widget));
}

static void
on_open_file (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  barn_window_open (BARN_WINDOW (widget), file, FALSE);
}

static void
on_open_example (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  barn_window_open_example (BARN_WINDOW (widget));
}

/* The file on show, or the one that could not be opened, once more */
static void
on_reopen (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  BarnWindow *self = BARN_WINDOW (widget);
  GFile *which = barn_window_get_target (self);
  g_autoptr (GFile) file = which != NULL ? g_object_ref (which) : NULL;

  if (file != NULL)
    barn_window_open (self, file, strcmp (action, "win.open-read-only") == 0);
}

static void
on_cancel_opening (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  barn_window_cancel_opening (BARN_WINDOW (widget));
}

static void
on_leave_trouble (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  barn_window_leave_trouble (BARN_WINDOW (widget));
}

static void
take_no_file (BarnWindow *self,
              gpointer    data)
{
  barn_window_take_file (self, NULL);
}

static void
on_show_welcome (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  barn_window_leave_file (BARN_WINDOW (widget), take_no_file, NULL, NULL);
}

static void
create_plan (BarnWindow *self,
             gpointer    data)
{
  BarnNewPlanDialog *dialog = data;
  g_autoptr (GFile) file = barn_new_plan_dialog_dup_file (dialog);

  if (barn_window_create (self, file, barn_new_plan_dialog_get_year (dialog),
                          barn_new_plan_dialog_get_organisation (dialog), barn_new_plan_dialog_get_board (dialog)))
    barn_window_show_page (self, "activities");
}

static void
on_new_plan_response (BarnWindow        *self,
                      BarnNewPlanDialog *dialog)
{
  barn_window_leave_file (self, create_plan, g_object_ref (dialog), g_object_unref);
}

static void
on_new_plan (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  GtkWidget *dialog = barn_new_plan_dialog_new (GTK_WINDOW (widget), NULL);

  g_signal_connect_object (dialog, "create", G_CALLBACK (on_new_plan_response), widget, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_new_year_response (BarnWindow        *self,
                      BarnNewPlanDialog *dialog)
{
  g_autoptr (GError) error = NULL;
  BarnPlan *plan;

  if (self->file == NULL)
    return;

  plan = barn_plan_file_add_plan (self->file, barn_new_plan_dialog_get_year (dialog), &error);
  if (plan != NULL)
    barn_window_set_plan (self, plan);
  else
    barn_window_report (self, error);
}

static void
on_new_year (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  BarnWindow *self = BARN_WINDOW (widget);
  GtkWidget *dialog;

  if (self->file == NULL)
    return;

  dialog = barn_new_plan_dialog_new (GTK_WINDOW (widget), self->file);
  g_signal_connect_object (dialog, "create", G_CALLBACK (on_new_year_response), widget, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_next_year_made (BarnWindow *self,
                   BarnPlan   *plan)
{
  barn_window_set_plan (self, plan);
  barn_window_show_page (self, "activities");
}

static void
on_show_next_year (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  BarnWindow *self = BARN_WINDOW (object);
  guint year = GPOINTER_TO_UINT (user_data);
  BarnPlan *plan = self->file != NULL ? barn_model_find_plan (barn_plan_file_get_model (self->file), year) : NULL;

  if (barn_ask_finish (result) && plan != NULL)
    barn_window_set_plan (self, plan);
}

/* A plan that somebody has begun is shown, and never written over */
static void
offer_next_year (BarnWindow *self,
                 guint       year)
{
  g_autofree char *heading = g_strdup_printf (_("There Is a Plan of %u Already"), year);
  g_autofree char *answer = g_strdup_printf (_("_Show %u"), year);

  barn_ask (GTK_WINDOW (self), heading,
            _("It has something in it, so it is not made anew from this year’s. Activities can be added to it there."),
            answer, BARN_ASK_SUGGESTED, on_show_next_year, GUINT_TO_POINTER (year));
}

static void
on_next_year (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  BarnWindow *self = BARN_WINDOW (widget);
  g_autoptr (GError) error = NULL;
  GtkWidget *dialog;
  guint year;

  if (self->plan == NULL || !barn_field_binding_save_all (self->file))
    return;

  year = barn_plan_get_year (self->plan) + 1;
  if (!barn_plan_file_can_make_next_year (self->file, self->plan, &error))
    {
      if (barn_model_find_plan (barn_plan_file_get_model (self->file), year) != NULL)
        offer_next_year (self, year);
      else
        barn_window_report (self, error);
      return;
    }

  dialog = barn_next_year_dialog_new (GTK_WINDOW (self), self->file, self->plan);
  g_signal_connect_object (dialog, "made", G_CALLBACK (on_next_year_made), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_about_plan (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  BarnWindow *self = BARN_WINDOW (widget);

  if (self->plan != NULL)
    gtk_window_present (GTK_WINDOW (barn_plan_dialog_new (GTK_WINDOW (self), self->file, self->plan)));
}

static void
on_wording (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  BarnWindow *self = BARN_WINDOW (widget);
  BarnPaper paper;
  GtkWidget *dialog;

  if (self->file == NULL)
    return;

  dialog = barn_profile_dialog_new (GTK_WINDOW (self), self->file);
  if (barn_paper_from_nick (g_variant_get_string (parameter, NULL), &paper))
    barn_profile_dialog_show_paper (BARN_PROFILE_DIALOG (dialog), paper);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_report_error (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, g_variant_get_string (parameter, NULL));

  barn_window_report (BARN_WINDOW (widget), error);
}

static void
on_say (GtkWidget  *widget,
        const char *action,
        GVariant   *parameter)
{
  barn_window_say (BARN_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
on_next_part (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  barn_window_go_to_part (BARN_WINDOW (widget), g_variant_get_boolean (parameter) ? -1 : 1);
}

static void
on_close_year (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  BarnWindow *self = BARN_WINDOW (widget);
  g_autoptr (GError) error = NULL;

  if (self->plan == NULL || !barn_field_binding_save_all (self->file))
    return;

  if (!barn_plan_file_close_year (self->file, self->plan, barn_plan_get_closed_on (self->plan) == BARN_DAY_NONE, &error))
    barn_window_report (self, error);
}

static void
on_restored (BarnWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (self->trouble_file != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.retry", NULL);
  else if (!barn_plan_file_refresh (self->file, &error))
    barn_window_report (self, error);
}

static void
on_restore (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  BarnWindow *self = BARN_WINDOW (widget);
  GFile *file = barn_window_get_target (self);
  GtkWidget *dialog;

  if (file == NULL || (self->file != NULL && !barn_field_binding_save_all (self->file)))
    return;

  dialog = barn_restore_dialog_new (GTK_WINDOW (self), file);
  g_signal_connect_object (dialog, "restored", G_CALLBACK (on_restored), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_show_shortcuts (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  gtk_window_present (GTK_WINDOW (barn_shortcuts_new (GTK_WINDOW (widget))));
}

/* GTK's panes have keys of their own for this, which know nothing of the sidebar: these come before them */
static void
add_part_key (GtkShortcutController *keys,
              const char            *trigger,
              gboolean               back)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_shortcut_trigger_parse_string (trigger), gtk_named_action_new ("win.next-part"));

  gtk_shortcut_set_arguments (shortcut, g_variant_new_boolean (back));
  gtk_shortcut_controller_add_shortcut (keys, shortcut);
}

/* For init: the keys that no part of the window may take */
void
barn_window_add_keys (BarnWindow *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  add_part_key (GTK_SHORTCUT_CONTROLLER (keys), "F6", FALSE);
  add_part_key (GTK_SHORTCUT_CONTROLLER (keys), "<Shift>F6", TRUE);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
on_import (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  barn_import_page_choose (BARN_IMPORT_PAGE (barn_window_ensure_page (BARN_WINDOW (widget), "import")));
}

static void
on_import_opened (BarnWindow *self)
{
  barn_window_show_page (self, "import");
}

static gboolean
on_import_store (BarnWindow *self,
                 BarnDraft  *draft)
{
  return barn_window_store_draft (self, draft);
}

static void
on_import_left (BarnWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.back", NULL);
}

/* What the import page asks of its window. A plan can be recognised before any plan file is open. */
void
barn_window_watch_import (BarnWindow     *self,
                          BarnImportPage *page)
{
  g_signal_connect_object (page, "opened", G_CALLBACK (on_import_opened), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "store", G_CALLBACK (on_import_store), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "left", G_CALLBACK (on_import_left), self, G_CONNECT_SWAPPED);
}

static void
on_export (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  BarnWindow *self = BARN_WINDOW (widget);
  BarnPage *page = barn_window_get_page (self);

  /* On a page that is about no document, one is to be chosen */
  if ((page == NULL || !barn_page_export (page)) && barn_window_show_page (self, "documents"))
    barn_page_export (barn_window_get_page (self));
}

static void
on_print (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  BarnWindow *self = BARN_WINDOW (widget);
  BarnPage *page = barn_window_get_page (self);

  if (page == NULL || !barn_page_print (page))
    barn_window_show_page (self, "documents");
}

static void
on_write (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  const char *section;
  guint article;

  g_variant_get (parameter, "(&su)", &section, &article);
  show_section (BARN_WINDOW (widget), section, article);
}

static const struct
{
  const char                   *name;
  const char                   *parameter;
  GtkWidgetActionActivateFunc   activate;
} window_actions[] = {
  { "win.show-page", "s", on_show_page },
  { "win.enter-page", NULL, on_enter_page },
  { "win.show-activities", "a{sv}", on_show_activities },
  { "win.show-view", "s", on_show_view },
  { "win.show-item", "s", on_show_item },
  { "win.show-shortcuts", NULL, on_show_shortcuts },
  { "win.back", NULL, on_back },
  { "win.next-part", "b", on_next_part },
  { "win.import", NULL, on_import },
  { "win.export", NULL, on_export },
  { "win.print", NULL, on_print },
  { "win.write", "(su)", on_write },
  { "win.undo", NULL, on_undo_or_redo },
  { "win.redo", NULL, on_undo_or_redo },
  { "win.add", NULL, on_add },
  { "win.search", NULL, on_search },
  { "win.open", NULL, on_open },
  { "win.open-for-viewing", NULL, on_open_for_viewing },
  { "win.open-file", "s", on_open_file },
  { "win.open-example", NULL, on_open_example },
  { "win.open-read-only", NULL, on_reopen },
  { "win.open-for-editing", NULL, on_reopen },
  { "win.retry", NULL, on_reopen },
  { "win.cancel-opening", NULL, on_cancel_opening },
  { "win.leave-trouble", NULL, on_leave_trouble },
  { "win.show-welcome", NULL, on_show_welcome },
  { "win.new-plan", NULL, on_new_plan },
  { "win.new-year", NULL, on_new_year },
  { "win.next-year", NULL, on_next_year },
  { "win.about-plan", NULL, on_about_plan },
  { "win.wording", "s", on_wording },
  { "win.close-year", NULL, on_close_year },
  { "win.restore", NULL, on_restore },
  { "win.report-error", "s", on_report_error },
  { "win.say", "s", on_say },
};

/* Each key stands in the list of barn-shortcuts.c too */
static const struct
{
  guint            key;
  GdkModifierType  modifiers;
  const char      *action;
  const char      *page; /* for win.show-page */
} window_keys[] = {
  { GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL },
  { GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.redo", NULL },
  { GDK_KEY_n, GDK_CONTROL_MASK, "win.add", NULL },
  { GDK_KEY_f, GDK_CONTROL_MASK, "win.search", NULL },
  { GDK_KEY_o, GDK_CONTROL_MASK, "win.open", NULL },
  { GDK_KEY_o, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.import", NULL },
  { GDK_KEY_n, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.new-plan", NULL },
  { GDK_KEY_e, GDK_CONTROL_MASK, "win.export", NULL },
  { GDK_KEY_p, GDK_CONTROL_MASK, "win.print", NULL },
  { GDK_KEY_F9, 0, "win.sidebar-shown", NULL },
  { GDK_KEY_w, GDK_CONTROL_MASK, "window.close", NULL },
  { GDK_KEY_Return, GDK_ALT_MASK, "win.about-plan", NULL },
  { GDK_KEY_question, GDK_CONTROL_MASK, "win.show-shortcuts", NULL },
  { GDK_KEY_F1, 0, "win.show-shortcuts", NULL },
  { GDK_KEY_1, GDK_ALT_MASK, "win.show-page", "overview" },
  { GDK_KEY_2, GDK_ALT_MASK, "win.show-page", "shifts" },
  { GDK_KEY_3, GDK_ALT_MASK, "win.show-page", "activities" },
  { GDK_KEY_4, GDK_ALT_MASK, "win.show-page", "long-term" },
  { GDK_KEY_5, GDK_ALT_MASK, "win.show-page", "wheel" },
  { GDK_KEY_6, GDK_ALT_MASK, "win.show-page", "follow-up" },
  { GDK_KEY_7, GDK_ALT_MASK, "win.show-page", "assessments" },
  { GDK_KEY_8, GDK_ALT_MASK, "win.show-page", "barnbokslut" },
  { GDK_KEY_9, GDK_ALT_MASK, "win.show-page", "documents" },
  { GDK_KEY_0, GDK_ALT_MASK, "win.show-page", "history" },
};

/* For class_init: what can be done in the window, and the keys for it */
void
barn_window_install_actions (GtkWidgetClass *klass)
{
  for (gsize i = 0; i < G_N_ELEMENTS (window_actions); i++)
    gtk_widget_class_install_action (klass, window_actions[i].name, window_actions[i].parameter, window_actions[i].activate);
  gtk_widget_class_install_property_action (klass, "win.year", "year");
  gtk_widget_class_install_property_action (klass, "win.sidebar-shown", "sidebar-shown");

  for (gsize i = 0; i < G_N_ELEMENTS (window_keys); i++)
    gtk_widget_class_add_binding_action (klass, window_keys[i].key, window_keys[i].modifiers, window_keys[i].action,
                                         window_keys[i].page != NULL ? "s" : NULL, window_keys[i].page);
}

/* "Undo: Status changed to Done", in the tooltip and for screen readers */
static void
name_undo (GtkWidget  *button,
           const char *verb,
           const char *summary,
           const char *keys)
{
  g_autofree char *name = *summary != '\0' ? g_strdup_printf ("%s: %s", verb, summary) : g_strdup (verb);
  g_autofree char *tooltip = g_strdup_printf ("%s (%s)", name, keys);

  /* Setting it asks the screen where the pointer is */
  if (g_strcmp0 (gtk_widget_get_tooltip_text (button), tooltip) == 0)
    return;

  gtk_widget_set_tooltip_text (button, tooltip);
  barn_ui_set_name (button, name);
}

/* The one place that says what can be done just now */
void
barn_window_update_actions (BarnWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  /* A plan stays open behind what is told of another file */
  gboolean on_show = g_strcmp0 (gtk_stack_get_visible_child_name (self->places), "plan") == 0;
  gboolean has_file = self->file != NULL && on_show;
  gboolean has_plan = self->plan != NULL && on_show;
  gboolean writable = has_file && !barn_plan_file_get_read_only (self->file);
  BarnPage *page = barn_window_get_page (self);
  gboolean can_undo = FALSE;
  gboolean can_redo = FALSE;
  g_autofree char *undo_summary = NULL;
  g_autofree char *redo_summary = NULL;

  if (has_file)
    g_object_get (self->file,
                  "can-undo", &can_undo, "can-redo", &can_redo,
                  "undo-summary", &undo_summary, "redo-summary", &redo_summary,
                  NULL);

  gtk_widget_action_set_enabled (widget, "win.undo", writable && can_undo);
  gtk_widget_action_set_enabled (widget, "win.redo", writable && can_redo);
  gtk_widget_action_set_enabled (widget, "win.add", page != NULL && barn_page_get_add_label (page) != NULL);
  gtk_widget_action_set_enabled (widget, "win.search", has_plan);
  gtk_widget_action_set_enabled (widget, "win.show-page", has_file);
  gtk_widget_action_set_enabled (widget, "win.show-activities", has_plan);
  gtk_widget_action_set_enabled (widget, "win.show-view", has_plan);
  gtk_widget_action_set_enabled (widget, "win.show-item", has_file);
  gtk_widget_action_set_enabled (widget, "win.new-year", writable);
  gtk_widget_action_set_enabled (widget, "win.next-year", has_plan && writable);
  gtk_widget_action_set_enabled (widget, "win.about-plan", has_plan);
  gtk_widget_action_set_enabled (widget, "win.wording", has_file);
  gtk_widget_action_set_enabled (widget, "win.close-year", has_plan && writable);
  gtk_widget_action_set_enabled (widget, "win.restore", writable || self->trouble_file != NULL);
  gtk_widget_action_set_enabled (widget, "win.import", self->file == NULL || writable);
  gtk_widget_action_set_enabled (widget, "win.export", has_plan);
  gtk_widget_action_set_enabled (widget, "win.print", has_plan);
  gtk_widget_action_set_enabled (widget, "win.write", has_plan);

  name_undo (self->undo_button, _("Undo"), undo_summary != NULL ? undo_summary : "", _("Ctrl+Z"));
  name_undo (self->redo_button, _("Redo"), redo_summary != NULL ? redo_summary : "", _("Shift+Ctrl+Z"));
}

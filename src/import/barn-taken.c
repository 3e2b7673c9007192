/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-taken"

#include "config.h"

#include "barn-draft.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (barn-import-error-quark, barn_import_error)

/* In the order of the enumeration */
static const struct
{
  const char *nick;
  const char *label;
  BarnFate    fate;
} takens[BARN_N_TAKEN] = {
  { "title", N_("Title"), BARN_FATE_KEPT },
  { "background", N_("Background"), BARN_FATE_KEPT },
  { "direction", N_("Direction"), BARN_FATE_KEPT },
  { "direction_article", N_("Direction by article"), BARN_FATE_KEPT },
  { "strategy", N_("Strategy"), BARN_FATE_KEPT },
  { "strategy_part", N_("Part of the strategy"), BARN_FATE_KEPT },
  { "shift", N_("Shift"), BARN_FATE_KEPT },
  { "purpose", N_("Purpose"), BARN_FATE_KEPT },
  { "role", N_("Role"), BARN_FATE_KEPT },
  { "activity", N_("Activity"), BARN_FATE_KEPT },
  { "description", N_("Description"), BARN_FATE_KEPT },
  { "long_term", N_("In the longer term"), BARN_FATE_KEPT },
  { "approval", N_("Approval"), BARN_FATE_KEPT },
  { "continuation", N_("Continues the line before"), BARN_FATE_JOINED },
  { "heading", N_("Heading"), BARN_FATE_DROPPED },
  { "furniture", N_("Page head or foot"), BARN_FATE_DROPPED },
  { "nothing", N_("Nothing of the plan"), BARN_FATE_DROPPED },
};

GType
barn_taken_get_type (void)
{
  static gsize type;

  if (g_once_init_enter (&type))
    {
      static const GEnumValue values[] = {
        { BARN_TAKEN_TITLE, "BARN_TAKEN_TITLE", "title" },
        { BARN_TAKEN_BACKGROUND, "BARN_TAKEN_BACKGROUND", "background" },
        { BARN_TAKEN_DIRECTION, "BARN_TAKEN_DIRECTION", "direction" },
        { BARN_TAKEN_DIRECTION_ARTICLE, "BARN_TAKEN_DIRECTION_ARTICLE", "direction_article" },
        { BARN_TAKEN_STRATEGY, "BARN_TAKEN_STRATEGY", "strategy" },
        { BARN_TAKEN_STRATEGY_PART, "BARN_TAKEN_STRATEGY_PART", "strategy_part" },
        { BARN_TAKEN_SHIFT, "BARN_TAKEN_SHIFT", "shift" },
        { BARN_TAKEN_PURPOSE, "BARN_TAKEN_PURPOSE", "purpose" },
        { BARN_TAKEN_ROLE, "BARN_TAKEN_ROLE", "role" },
        { BARN_TAKEN_ACTIVITY, "BARN_TAKEN_ACTIVITY", "activity" },
        { BARN_TAKEN_DESCRIPTION, "BARN_TAKEN_DESCRIPTION", "description" },
        { BARN_TAKEN_LONG_TERM, "BARN_TAKEN_LONG_TERM", "long_term" },
        { BARN_TAKEN_APPROVAL, "BARN_TAKEN_APPROVAL", "approval" },
        { BARN_TAKEN_CONTINUATION, "BARN_TAKEN_CONTINUATION", "continuation" },
        { BARN_TAKEN_HEADING, "BARN_TAKEN_HEADING", "heading" },
        { BARN_TAKEN_FURNITURE, "BARN_TAKEN_FURNITURE", "furniture" },
        { BARN_TAKEN_NOTHING, "BARN_TAKEN_NOTHING", "nothing" },
        { 0, NULL, NULL },
      };

      g_once_init_leave (&type, g_enum_register_static ("BarnTaken", values));
    }

  return type;
}

/**
 * barn_taken_to_nick:
 * @self: what a line was taken for
 *
 * Returns: the word for it that programs read, "long_term"
 */
const char *
barn_taken_to_nick (BarnTaken self)
{
  g_return_val_if_fail (self < BARN_N_TAKEN, NULL);

  return takens[self].nick;
}

/**
 * barn_taken_get_label:
 * @self: what a line was taken for
 *
 * Returns: the word for it that a person sees, in the language of the desktop
 */
const char *
barn_taken_get_label (BarnTaken self)
{
  g_return_val_if_fail (self < BARN_N_TAKEN, NULL);

  return _(takens[self].label);
}

/**
 * barn_taken_get_fate:
 * @self: what a line was taken for
 *
 * Returns: what becomes of such a line
 */
BarnFate
barn_taken_get_fate (BarnTaken self)
{
  g_return_val_if_fail (self < BARN_N_TAKEN, BARN_FATE_DROPPED);

  return takens[self].fate;
}

/**
 * barn_fate_get_label:
 * @self: what becomes of a line
 *
 * Returns: the word for it that a person sees, in the language of the desktop
 */
const char *
barn_fate_get_label (BarnFate self)
{
  static const char *const labels[] = { N_("Kept"), N_("Joined"), N_("Dropped") };

  g_return_val_if_fail (self < G_N_ELEMENTS (labels), NULL);

  return _(labels[self]);
}

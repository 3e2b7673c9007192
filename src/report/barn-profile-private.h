/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-profile.h"

G_BEGIN_DECLS

struct _BarnProfile
{
  GObject   parent_instance;

  GKeyFile *words;   /* of a municipality's own one: only what it says itself */
  GBytes   *logo;    /* (nullable): the picture that stands in the words */
};

G_END_DECLS

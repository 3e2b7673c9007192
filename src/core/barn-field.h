/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-item.h"

G_BEGIN_DECLS

/* What a field's type means for GObject. For core alone. */

/* The type of the GValue, and of the property, that holds a field */
GType       barn_field_type_get_gtype    (BarnFieldType       type);
GParamSpec *barn_field_create_param_spec (const BarnField    *field);
/* Sorted, each once: numbers by value, ids by their bytes; NULL where there is none */
GStrv       barn_field_dup_set           (const char *const  *members);
gboolean    barn_field_real_equal        (double              a,
                                          double              b);

G_END_DECLS

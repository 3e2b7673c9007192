/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "barn-wheel.h"

G_BEGIN_DECLS

/**
 * BarnWheelRing:
 * @title: the name of the role; "" of the rim
 * @first_part: the place of its first part
 * @n_parts: how many there are
 * @n_lanes: of its arcs; 1 where there are none
 * @bundled: its parts are bundles
 */
typedef struct
{
  const char *title;
  guint       first_part;
  guint       n_parts;
  guint       n_lanes;
  gboolean    bundled;
} BarnWheelRing;

/* Where a part lies, whatever the size of the wheel */
typedef struct
{
  double from;
  double to;
  guint  lane;
} BarnWheelPlace;

struct _BarnWheel
{
  gatomicrefcount  ref_count;
  guint            year;
  BarnDay          today;
  GStringChunk    *strings;  /* all texts below, and those of the words */
  BarnWheelWords   words;
  GArray          *rings;    /* of BarnWheelRing: the rim first */
  GArray          *parts;    /* of BarnWheelPart */
  GArray          *places;   /* of BarnWheelPlace: of each part */
  guint            most;     /* activities in a bundle */
};

/* How much room bundles have, in lanes */
#define BARN_WHEEL_BUNDLE_LANES 5

/**
 * BarnWheelBand:
 * @outer: the radius where its arcs begin
 * @inner: the radius where they end
 * @title: the radius of the middle of its title
 */
typedef struct
{
  double outer;
  double inner;
  double title;
} BarnWheelBand;

/**
 * BarnWheelKeyType:
 *
 * What a line of the legend explains.
 */
typedef enum
{
  BARN_WHEEL_KEY_RING,
  BARN_WHEEL_KEY_STATUS,
  BARN_WHEEL_KEY_OVERDUE,
  BARN_WHEEL_KEY_OCCASION,
  BARN_WHEEL_KEY_CATEGORY,
  BARN_WHEEL_KEY_TODAY,
} BarnWheelKeyType;

typedef struct
{
  BarnWheelKeyType type;
  guint            value; /* the ring, status or category */
  const char      *word;
  double           x;
  double           y;     /* of its upper left corner */
  double           width;
} BarnWheelKey;

struct _BarnWheelLayout
{
  BarnWheel *wheel;
  double     text;          /* the size of texts */
  double     x;             /* the middle */
  double     y;
  double     rim_outer;
  double     rim_inner;
  double     months_outer;
  double     months_inner;
  double     hole;
  double     lane;          /* how thick a lane is */
  gboolean   numbered;      /* rings bear numbers, and the legend their names: there is no room for titles */
  GArray    *bands;         /* of BarnWheelBand: of each ring but the rim */
  GArray    *sectors;       /* of BarnSector: of each part; on the rim with its text */
  GArray    *keys;          /* of BarnWheelKey */
};

const BarnWheelRing  *barn_wheel_get_ring  (BarnWheel *self,
                                            guint      ring);
const BarnWheelPlace *barn_wheel_get_place (BarnWheel *self,
                                            guint      part);
/* The sign of a rim part is at the end of its sector where the text stands before it */
gboolean              barn_wheel_layout_sign_is_last (BarnWheelLayout *self,
                                                      guint            part);

G_END_DECLS

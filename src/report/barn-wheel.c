/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-wheel"

#include "config.h"

#include "barn-wheel-private.h"

#include <math.h>
#include <string.h>

#include "barn-year.h"

/* Thinner arcs than so many lanes make, or shorter ones than so many a year, cannot be told apart: then they are drawn by the month */
#define MAX_LANES 28
#define MAX_ARCS 80
#define LEAST_ANGLE (2 * G_PI / 120)

G_DEFINE_BOXED_TYPE (BarnWheel, barn_wheel, barn_wheel_ref, barn_wheel_unref)

static const char *
keep (BarnWheel  *self,
      const char *text)
{
  return g_string_chunk_insert_const (self->strings, text);
}

static void
keep_words (BarnWheel            *self,
            const BarnWheelWords *words)
{
  self->words = (BarnWheelWords) {
    .language = keep (self, words->language),
    .title = keep (self, words->title),
    .without_role = keep (self, words->without_role),
    .starts = keep (self, words->starts),
    .due = keep (self, words->due),
    .today = keep (self, words->today),
    .occasion = keep (self, words->occasion),
    .overdue = keep (self, words->overdue),
    .data = words->data != NULL ? g_object_ref (words->data) : NULL,
    .dup_count = words->dup_count,
    .dup_role = words->dup_role,
  };
  for (guint i = 0; i < BARN_N_STATUSES; i++)
    self->words.statuses[i] = keep (self, words->statuses[i]);
  for (guint i = 0; i < BARN_N_MARK_CATEGORIES; i++)
    self->words.categories[i] = keep (self, words->categories[i]);
}

static void
add_part (BarnWheel           *self,
          const BarnWheelPart *part,
          double               from,
          double               to,
          guint                lane)
{
  BarnWheelPlace place = { from, to, lane };

  g_array_append_vals (self->parts, part, 1);
  g_array_append_val (self->places, place);
}

static void
add_ring (BarnWheel  *self,
          const char *title,
          guint       first_part,
          guint       n_lanes,
          gboolean    bundled)
{
  BarnWheelRing ring = { keep (self, title), first_part, self->parts->len - first_part, n_lanes, bundled };

  g_array_append_val (self->rings, ring);
}

/* Occasions and marks, by day; how they stand beside each other follows from the size of their texts */
static void
add_rim (BarnWheel *self,
         BarnModel *model,
         BarnPlan  *plan)
{
  BarnDay first = barn_day_new (self->year, 1, 1);
  BarnDay last = barn_day_new (self->year, 12, 31);
  g_autoptr (GArray) events = barn_year_list_events (model, plan, first, last);

  for (guint i = 0; i < events->len; i++)
    {
      const BarnYearEvent *event = &g_array_index (events, BarnYearEvent, i);
      BarnWheelPart part = { BARN_WHEEL_OCCASION, .first = MAX (event->first, first), .last = MIN (event->last, last) };

      if (event->type == BARN_YEAR_EVENT_MARK)
        {
          part.type = BARN_WHEEL_MARK;
          part.category = barn_year_mark_get_category (BARN_YEAR_MARK (event->item));
        }
      else if (event->type != BARN_YEAR_EVENT_OCCASION)
        {
          continue;
        }

      part.id = keep (self, barn_item_get_id (event->item));
      part.title = keep (self, barn_item_get_title (event->item));
      add_part (self, &part, barn_wheel_get_angle (self->year, part.first), barn_wheel_get_angle (self->year, part.last + 1), 0);
    }

  add_ring (self, "", 0, 1, FALSE);
}

static void
add_arc (BarnWheel         *self,
         const BarnYearArc *arc,
         guint              ring,
         const BarnWheelSpan *span)
{
  BarnWheelPart part = {
    BARN_WHEEL_ACTIVITY,
    .id = keep (self, barn_item_get_id (BARN_ITEM (arc->activity))),
    .title = keep (self, barn_activity_get_title (arc->activity)),
    .ring = ring,
    .first = arc->first,
    .last = arc->last,
    .has_start = arc->has_start,
    .has_due = arc->has_due,
    .status = barn_activity_get_status (arc->activity, self->today),
    .overdue = barn_activity_is_overdue (arc->activity, self->today),
    .n_activities = 1,
  };

  add_part (self, &part, span->from, span->to, span->lane);
}

static void
add_bundles (BarnWheel *self,
             GArray    *arcs,
             guint      ring)
{
  BarnWheelPart months[12] = { 0, };

  for (guint i = 0; i < arcs->len; i++)
    {
      const BarnYearArc *arc = &g_array_index (arcs, BarnYearArc, i);
      BarnStatus status = barn_activity_get_status (arc->activity, self->today);
      gboolean overdue = barn_activity_is_overdue (arc->activity, self->today);

      for (guint month = barn_day_get_month (arc->first); month <= barn_day_get_month (arc->last); month++)
        {
          months[month - 1].n_activities++;
          months[month - 1].by_status[status]++;
          months[month - 1].n_overdue += overdue ? 1 : 0;
        }
    }

  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    {
      BarnWheelPart *part = &months[i];
      g_autofree char *name = NULL;

      if (part->n_activities == 0)
        continue;

      name = barn_wheel_dup_month (self->words.language, i + 1);
      part->type = BARN_WHEEL_BUNDLE;
      part->id = "";
      part->title = keep (self, name);
      part->ring = ring;
      part->first = barn_day_new (self->year, i + 1, 1);
      part->last = i < 11 ? barn_day_new (self->year, i + 2, 1) - 1 : barn_day_new (self->year, 12, 31);
      self->most = MAX (self->most, part->n_activities);
      add_part (self, part, barn_wheel_get_angle (self->year, part->first), barn_wheel_get_angle (self->year, part->last + 1), 0);
    }
}

/* The arcs of a role before they are drawn */
typedef struct
{
  char    *title;
  GArray  *arcs;   /* of BarnYearArc */
  GArray  *spans;  /* of BarnWheelSpan */
  guint    n_lanes;
  gboolean bundled;
} Role;

static void
role_free (gpointer data)
{
  Role *role = data;

  g_free (role->title);
  g_array_unref (role->arcs);
  g_array_unref (role->spans);
  g_free (role);
}

/* What has no dates has no place in the year */
static gboolean
has_dates (BarnActivity *activity)
{
  return barn_activity_get_start_on (activity) != BARN_DAY_NONE || barn_activity_get_due_on (activity) != BARN_DAY_NONE;
}

static Role *
role_new (BarnWheel  *self,
          BarnPlan   *plan,
          const char *id,
          const char *title)
{
  g_autoptr (GArray) all = barn_year_list_arcs (plan, id, NULL);
  Role *role = g_new0 (Role, 1);

  role->title = g_strdup (title);
  role->arcs = g_array_sized_new (FALSE, FALSE, sizeof (BarnYearArc), all->len);
  role->spans = g_array_new (FALSE, FALSE, sizeof (BarnWheelSpan));
  for (guint i = 0; i < all->len; i++)
    if (has_dates (g_array_index (all, BarnYearArc, i).activity))
      g_array_append_vals (role->arcs, &g_array_index (all, BarnYearArc, i), 1);

  role->n_lanes = MAX_LANES + 1;
  role->bundled = role->arcs->len > MAX_ARCS;
  if (role->bundled)
    return role;

  for (guint i = 0; i < role->arcs->len; i++)
    {
      const BarnYearArc *arc = &g_array_index (role->arcs, BarnYearArc, i);
      BarnWheelSpan span = { barn_wheel_get_angle (self->year, arc->first), barn_wheel_get_angle (self->year, arc->last + 1), 0, i };

      g_array_append_val (role->spans, span);
    }
  role->n_lanes = MAX (barn_wheel_pack (role->spans, LEAST_ANGLE, MAX_LANES), 1);
  role->bundled = role->n_lanes > MAX_LANES;

  return role;
}

static GPtrArray *
list_roles (BarnWheel *self,
            BarnModel *model,
            BarnPlan  *plan)
{
  GPtrArray *roles = g_ptr_array_new_with_free_func (role_free);
  GListModel *items = barn_model_get_roles (model);
  Role *without;

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (BarnItem) item = g_list_model_get_item (items, i);
      g_autofree char *name = self->words.dup_role != NULL ? self->words.dup_role (barn_item_get_title (item), self->words.data)
                                                           : g_strdup (barn_item_get_title (item));

      g_ptr_array_add (roles, role_new (self, plan, barn_item_get_id (item), name));
    }

  without = role_new (self, plan, NULL, self->words.without_role);
  if (without->arcs->len > 0)
    g_ptr_array_add (roles, without);
  else
    role_free (without);

  return roles;
}

/* The fullest rings are drawn by the month until the rest has room */
static void
bundle_fullest (GPtrArray *roles)
{
  Role *fullest;
  guint total;

  do
    {
      fullest = NULL;
      total = 0;
      for (guint i = 0; i < roles->len; i++)
        {
          Role *role = g_ptr_array_index (roles, i);

          total += role->bundled ? BARN_WHEEL_BUNDLE_LANES : role->n_lanes;
          if (!role->bundled && role->n_lanes > BARN_WHEEL_BUNDLE_LANES && (fullest == NULL || role->n_lanes > fullest->n_lanes))
            fullest = role;
        }
      if (total > MAX_LANES && fullest != NULL)
        fullest->bundled = TRUE;
    }
  while (total > MAX_LANES && fullest != NULL);
}

static void
add_role (BarnWheel *self,
          Role      *role)
{
  const guint first_part = self->parts->len;
  const guint ring = self->rings->len;

  if (role->bundled)
    {
      add_bundles (self, role->arcs, ring);
    }
  else
    {
      for (guint i = 0; i < role->spans->len; i++)
        {
          const BarnWheelSpan *span = &g_array_index (role->spans, BarnWheelSpan, i);

          add_arc (self, &g_array_index (role->arcs, BarnYearArc, span->part), ring, span);
        }
    }

  add_ring (self, role->title, first_part, role->bundled ? BARN_WHEEL_BUNDLE_LANES : role->n_lanes, role->bundled);
}

/**
 * barn_wheel_new:
 * @model: the model that @plan is in
 * @plan: the plan whose year it shows
 * @today: the day that statuses are of
 * @words: what is written on it; copied
 *
 * Returns: (transfer full): the year as it is now
 */
BarnWheel *
barn_wheel_new (BarnModel            *model,
                BarnPlan             *plan,
                BarnDay               today,
                const BarnWheelWords *words)
{
  g_autoptr (GPtrArray) roles = NULL;
  BarnWheel *self;

  g_return_val_if_fail (BARN_IS_MODEL (model), NULL);
  g_return_val_if_fail (BARN_IS_PLAN (plan), NULL);
  g_return_val_if_fail (words != NULL, NULL);

  self = g_new0 (BarnWheel, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->year = barn_plan_get_year (plan);
  self->today = today;
  self->strings = g_string_chunk_new (4096);
  self->rings = g_array_new (FALSE, FALSE, sizeof (BarnWheelRing));
  self->parts = g_array_new (FALSE, FALSE, sizeof (BarnWheelPart));
  self->places = g_array_new (FALSE, FALSE, sizeof (BarnWheelPlace));
  keep_words (self, words);

  add_rim (self, model, plan);
  roles = list_roles (self, model, plan);
  bundle_fullest (roles);
  for (guint i = 0; i < roles->len; i++)
    add_role (self, g_ptr_array_index (roles, i));

  return self;
}

/**
 * barn_wheel_ref:
 * @self: a wheel
 *
 * Returns: (transfer full): @self, held once more
 */
BarnWheel *
barn_wheel_ref (BarnWheel *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * barn_wheel_unref:
 * @self: (transfer full): a wheel
 */
void
barn_wheel_unref (BarnWheel *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_array_unref (self->rings);
  g_array_unref (self->parts);
  g_array_unref (self->places);
  g_clear_object (&self->words.data);
  g_string_chunk_free (self->strings);
  g_free (self);
}

/**
 * barn_wheel_get_year:
 * @self: a wheel
 *
 * Returns: the year that it shows
 */
guint
barn_wheel_get_year (BarnWheel *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->year;
}

/**
 * barn_wheel_get_n_parts:
 * @self: a wheel
 *
 * Returns: how many things can be pointed at
 */
guint
barn_wheel_get_n_parts (BarnWheel *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->parts->len;
}

/**
 * barn_wheel_get_part:
 * @self: a wheel
 * @part: less than barn_wheel_get_n_parts()
 *
 * Returns: (transfer none): one of them
 */
const BarnWheelPart *
barn_wheel_get_part (BarnWheel *self,
                     guint      part)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (part < self->parts->len, NULL);

  return &g_array_index (self->parts, BarnWheelPart, part);
}

const BarnWheelPlace *
barn_wheel_get_place (BarnWheel *self,
                      guint      part)
{
  return &g_array_index (self->places, BarnWheelPlace, part);
}

const BarnWheelRing *
barn_wheel_get_ring (BarnWheel *self,
                     guint      ring)
{
  return &g_array_index (self->rings, BarnWheelRing, ring);
}

static void
append_day (GString    *text,
            BarnWheel  *self,
            const char *before,
            BarnDay     day)
{
  g_autofree char *date = barn_day_format (day, BARN_DAY_SHORT, self->words.language, barn_day_new (self->year, 1, 1));

  g_string_append_printf (text, ", %s%s%s", before, *before != '\0' ? " " : "", date);
}

static void
append_activity (GString             *text,
                 BarnWheel           *self,
                 const BarnWheelPart *part)
{
  g_string_append_printf (text, "%s, %s", part->title, barn_wheel_get_ring (self, part->ring)->title);
  if (part->has_start)
    append_day (text, self, self->words.starts, part->first);
  if (part->has_due)
    append_day (text, self, self->words.due, part->last);
  g_string_append_printf (text, ", %s", self->words.statuses[part->status]);
  if (part->overdue)
    g_string_append_printf (text, ", %s", self->words.overdue);
}

static void
append_bundle (GString             *text,
               BarnWheel           *self,
               const BarnWheelPart *part)
{
  g_autofree char *count = self->words.dup_count (part->n_activities, self->words.data);

  g_string_append_printf (text, "%s, %s: %s", barn_wheel_get_ring (self, part->ring)->title, part->title, count);
  for (guint i = 0; i < BARN_N_STATUSES; i++)
    if (part->by_status[i] > 0)
      g_string_append_printf (text, ", %s %u", self->words.statuses[i], part->by_status[i]);
  if (part->n_overdue > 0)
    g_string_append_printf (text, ", %s %u", self->words.overdue, part->n_overdue);
}

/**
 * barn_wheel_dup_part_text:
 * @self: a wheel
 * @part: one of its parts
 *
 * Returns: (transfer full): all that it shows, in words
 */
char *
barn_wheel_dup_part_text (BarnWheel *self,
                          guint      part)
{
  const BarnWheelPart *what = barn_wheel_get_part (self, part);
  GString *text;

  g_return_val_if_fail (what != NULL, NULL);

  text = g_string_new (NULL);
  switch (what->type)
    {
    case BARN_WHEEL_OCCASION:
      g_string_append_printf (text, "%s, %s", what->title, self->words.occasion);
      append_day (text, self, "", what->first);
      break;

    case BARN_WHEEL_MARK:
      g_string_append_printf (text, "%s, %s", what->title, self->words.categories[what->category]);
      append_day (text, self, "", what->first);
      if (what->last > what->first)
        {
          g_autofree char *last = barn_day_format (what->last, BARN_DAY_SHORT, self->words.language, what->first);

          g_string_append_printf (text, "–%s", last);
        }
      break;

    case BARN_WHEEL_ACTIVITY:
      append_activity (text, self, what);
      break;

    case BARN_WHEEL_BUNDLE:
    default:
      append_bundle (text, self, what);
      break;
    }

  return g_string_free (text, FALSE);
}

/**
 * barn_wheel_dup_description:
 * @self: a wheel
 *
 * Returns: (transfer full): all that it shows, a line each; an activity under two roles once for each
 */
char *
barn_wheel_dup_description (BarnWheel *self)
{
  GString *text;

  g_return_val_if_fail (self != NULL, NULL);

  text = g_string_new (NULL);
  for (guint i = 0; i < self->parts->len; i++)
    {
      g_autofree char *line = barn_wheel_dup_part_text (self, i);

      g_string_append_printf (text, "%s%s.", i > 0 ? "\n" : "", line);
    }

  return g_string_free (text, FALSE);
}

/* What of the ring is nearest in time */
static guint
find_nearest (BarnWheel           *self,
              const BarnWheelRing *ring,
              BarnDay              day)
{
  guint nearest = ring->first_part;
  guint best = G_MAXUINT;

  for (guint i = ring->first_part; i < ring->first_part + ring->n_parts; i++)
    {
      const BarnWheelPart *part = barn_wheel_get_part (self, i);
      guint distance = day < part->first ? part->first - day : day > part->last ? day - part->last : 0;

      if (distance < best)
        {
          best = distance;
          nearest = i;
        }
    }

  return nearest;
}

static guint
step_across (BarnWheel *self,
             guint      part,
             int        step)
{
  const BarnWheelPart *from = barn_wheel_get_part (self, part);

  for (int ring = (int) from->ring + step; ring >= 0 && ring < (int) self->rings->len; ring += step)
    {
      const BarnWheelRing *other = barn_wheel_get_ring (self, (guint) ring);

      if (other->n_parts > 0)
        return find_nearest (self, other, from->first);
    }

  return part;
}

/**
 * barn_wheel_step:
 * @self: a wheel
 * @part: where one is
 * @step: where one wants to go
 *
 * Returns: the part that is there; @part where there is none
 */
guint
barn_wheel_step (BarnWheel     *self,
                 guint          part,
                 BarnWheelStep  step)
{
  const BarnWheelRing *ring;
  guint last;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (part < self->parts->len, 0);

  ring = barn_wheel_get_ring (self, barn_wheel_get_part (self, part)->ring);
  last = ring->first_part + ring->n_parts - 1;
  switch (step)
    {
    case BARN_WHEEL_NEXT:
      return MIN (part + 1, last);
    case BARN_WHEEL_PREVIOUS:
      return part > ring->first_part ? part - 1 : part;
    case BARN_WHEEL_FIRST:
      return ring->first_part;
    case BARN_WHEEL_LAST:
      return last;
    case BARN_WHEEL_OUT:
      return step_across (self, part, -1);
    case BARN_WHEEL_IN:
      return step_across (self, part, 1);
    default:
      return part;
    }
}

/**
 * barn_wheel_dup_month:
 * @language: "sv" or "en"
 * @month: 1 to 12
 *
 * Returns: (transfer full): what the month is called
 */
char *
barn_wheel_dup_month (const char *language,
                      guint       month)
{
  g_autofree char *day = NULL;
  g_auto (GStrv) words = NULL;

  g_return_val_if_fail (month >= 1 && month <= 12, NULL);

  /* "1 mars 2026" */
  day = barn_day_format (barn_day_new (2026, month, 1), BARN_DAY_LONG, language, BARN_DAY_NONE);
  words = g_strsplit (day, " ", 3);

  return g_strdup (g_strv_length (words) > 1 ? words[1] : day);
}

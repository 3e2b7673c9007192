/* SPDX-License-Identifier: GPL-3.0-or-later */

/* memrchr() */
#define _GNU_SOURCE
#define G_LOG_DOMAIN "barn-draft-build"

#include "config.h"

#include "barn-draft-private.h"

#include <string.h>

#include "barn-text.h"
#include "barn-wrap.h"

/* Longer words of an activity are a title and a description */
#define MAX_TITLE 200
/* Longer texts before a day are no name of who approved */
#define MAX_APPROVER 80

/* The plan as it is put together */
typedef struct
{
  BarnModel  *existing;
  GPtrArray  *roles;
  GPtrArray  *texts;
  GPtrArray  *shifts;
  GPtrArray  *activities;
  GPtrArray  *long_terms;
  GHashTable *said;          /* of an activity's id and a paragraph below it */
  GHashTable *growing;       /* texts that are put together of paragraphs */
  BarnItem   *plan;
  GHashTable *by_key;        /* kind and folded words → item */
  BarnItem   *role;          /* whose activities come now */
  BarnItem   *shift;
  BarnItem   *item;          /* what a description belongs to */
  guint       year;
  guint       row;
  GPtrArray  *row_activities;
  GPtrArray  *shared;        /* of BarnEntry: what is said beside the activities of several rows */
  gboolean    in_table;      /* @shift stands in the table */
  gboolean    by_shift;      /* activities stand below their shifts */
  BarnItem   *article;
  BarnItem   *part;
} Builder;

static void
entry_free (gpointer data)
{
  BarnEntry *entry = data;

  g_string_free (entry->text, TRUE);
  g_object_unref (entry->line);
  g_free (entry);
}

/* The paragraphs of a draft: lines that continue are joined to what they continue, over page heads and feet between */
GPtrArray *
barn_draft_dup_entries (GListModel *lines)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func (entry_free);
  BarnEntry *current = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (lines); i++)
    {
      g_autoptr (BarnDraftLine) line = g_list_model_get_item (lines, i);
      BarnTaken taken = barn_draft_line_get_taken (line);

      if (taken == BARN_TAKEN_FURNITURE)
        continue;
      if (taken == BARN_TAKEN_CONTINUATION)
        {
          if (current != NULL)
            barn_wrap_append (current->text, barn_draft_line_get_text (line));
          continue;
        }
      current = g_new0 (BarnEntry, 1);
      current->taken = taken;
      current->text = g_string_new (barn_draft_line_get_text (line));
      current->line = g_steal_pointer (&line);
      g_ptr_array_add (entries, current);
    }

  /* Of a number with nothing behind it there is nothing to store */
  for (guint i = entries->len; i > 0; i--)
    {
      const BarnEntry *entry = g_ptr_array_index (entries, i - 1);

      if (entry->text->len == 0)
        g_ptr_array_remove_index (entries, i - 1);
    }

  return entries;
}

char *
barn_draft_dup_title (GPtrArray *entries)
{
  GString *title = g_string_new (NULL);

  for (guint i = 0; i < entries->len; i++)
    {
      const BarnEntry *entry = g_ptr_array_index (entries, i);

      if (entry->taken != BARN_TAKEN_TITLE)
        continue;
      if (title->len > 0)
        g_string_append (title, " – ");
      g_string_append (title, entry->text->str);
    }

  return g_string_free (title, FALSE);
}

/* What two texts have in common when they say the same: folded, without the signs that end them */
char *
barn_draft_make_key (const char *text)
{
  char *key = barn_fold (text);
  gsize n = strlen (key);

  while (n > 0 && strchr (".,;:! ", key[n - 1]) != NULL)
    key[--n] = '\0';

  return key;
}

/* Items */

static BarnItem *
add_item (Builder   *builder,
          GPtrArray *array,
          BarnKind   kind)
{
  BarnItem *item = barn_item_new (kind, NULL);

  g_ptr_array_add (array, item);

  return item;
}

static char *
make_item_key (BarnKind    kind,
               const char *text)
{
  g_autofree char *key = barn_draft_make_key (text);

  return g_strdup_printf ("%u %s", (guint) kind, key);
}

/* An item with the same words that was made before, or a new one */
static BarnItem *
ensure_item (Builder    *builder,
             GPtrArray  *array,
             BarnKind    kind,
             const char *text,
             gboolean   *is_new)
{
  g_autofree char *key = make_item_key (kind, text);
  BarnItem *item = g_hash_table_lookup (builder->by_key, key);

  *is_new = item == NULL;
  if (item == NULL)
    {
      item = add_item (builder, array, kind);
      g_hash_table_insert (builder->by_key, g_steal_pointer (&key), item);
    }

  return item;
}

/* Where the first sentence of a text ends; 0 where there is only one */
static gsize
find_sentence_end (const char *text)
{
  for (const char *p = strchr (text, ' '); p != NULL; p = strchr (p + 1, ' '))
    if (strchr (".!?", p[-1]) != NULL && g_unichar_isupper (g_utf8_get_char (p + 1)))
      return p - text;

  return 0;
}

/* A long text is put as its first sentence, and the rest as a description; where the first sentence alone is too long its beginning
   is the title and all of it the description. */
static void
set_words (Builder    *builder,
           BarnItem   *item,
           guint       title_field,
           guint       description_field,
           const char *text)
{
  gsize end;
  g_autofree char *title = NULL;

  if (g_utf8_strlen (text, -1) <= MAX_TITLE)
    {
      barn_item_set_text (item, title_field, text);
      return;
    }

  end = find_sentence_end (text);
  if (end > 0 && g_utf8_strlen (text, (gssize) end) <= MAX_TITLE)
    {
      title = g_strndup (text, end);
      barn_draft_append_text (builder->growing, item, description_field, text + end + 1, "\n\n");
    }
  else
    {
      const char *limit = g_utf8_offset_to_pointer (text, MAX_TITLE - 1);
      const char *space = g_strrstr_len (text, limit - text, " ");
      g_autofree char *beginning = g_strndup (text, (space != NULL ? space : limit) - text);

      title = g_strconcat (beginning, "…", NULL);
      barn_draft_append_text (builder->growing, item, description_field, text, "\n\n");
    }
  barn_item_set_text (item, title_field, title);
}

/* Roles */

static BarnItem *
find_existing_role (Builder    *builder,
                    const char *name)
{
  GListModel *roles = builder->existing != NULL ? barn_model_get_roles (builder->existing) : NULL;
  g_autofree char *key = barn_draft_make_key (name);

  for (guint i = 0; roles != NULL && i < g_list_model_get_n_items (roles); i++)
    {
      g_autoptr (BarnRole) role = g_list_model_get_item (roles, i);
      g_autofree char *other = barn_draft_make_key (barn_role_get_name (role));

      if (strcmp (key, other) == 0)
        {
          BarnItem *copy = barn_item_new (BARN_KIND_ROLE, barn_item_get_id (BARN_ITEM (role)));

          barn_item_copy_fields (copy, BARN_ITEM (role));
          return copy;
        }
    }

  return NULL;
}

static double
find_last_role_position (Builder *builder)
{
  GListModel *roles = builder->existing != NULL ? barn_model_get_roles (builder->existing) : NULL;
  double last = 0;

  for (guint i = 0; roles != NULL && i < g_list_model_get_n_items (roles); i++)
    {
      g_autoptr (BarnItem) role = g_list_model_get_item (roles, i);

      last = MAX (last, barn_item_get_position (role));
    }

  return last;
}

static void
read_role (Builder         *builder,
           const BarnEntry *entry)
{
  BarnColumn field;
  const char *text = entry->text->str + barn_wording_measure_field (entry->text->str, &field);
  g_autofree char *key = make_item_key (BARN_KIND_ROLE, text);
  g_autofree char *name = g_strdup (text);

  while (g_str_has_suffix (name, ":"))
    {
      name[strlen (name) - 1] = '\0';
      g_strchomp (name);
    }
  builder->role = g_hash_table_lookup (builder->by_key, key);
  if (builder->role != NULL || *name == '\0')
    return;

  builder->role = find_existing_role (builder, name);
  if (builder->role == NULL)
    {
      builder->role = barn_item_new (BARN_KIND_ROLE, NULL);
      barn_item_set_text (builder->role, BARN_ROLE_NAME, name);
    }
  g_ptr_array_add (builder->roles, builder->role);
  g_hash_table_insert (builder->by_key, g_steal_pointer (&key), builder->role);
}

/* Texts of the plan */

static gboolean
is_list_item (const BarnEntry *entry)
{
  return barn_draft_line_get_form (entry->line) != BARN_MARK_NONE && barn_draft_line_get_heading_level (entry->line) == 0;
}

/* Paragraphs are parted by an empty line; items of a list stand on lines of their own behind a dash or their number */
static void
append_paragraph (Builder         *builder,
                  BarnItem        *item,
                  const BarnEntry *entry,
                  const char      *text)
{
  const GString *body = barn_draft_get_text (builder->growing, item, BARN_PLAN_TEXT_BODY);
  const char *last = memrchr (body->str, '\n', body->len);
  gboolean is_item = is_list_item (entry);
  gboolean numbered = is_item && barn_draft_line_get_form (entry->line) >= BARN_MARK_DECIMAL;
  g_autofree char *line = NULL;

  last = last != NULL ? last + 1 : body->str;
  if (numbered)
    line = g_strconcat (barn_draft_line_get_label (entry->line), " ", text, NULL);
  else
    line = g_strconcat (is_item ? "- " : "", text, NULL);
  barn_draft_append_text (builder->growing, item, BARN_PLAN_TEXT_BODY, line,
               is_item && (strncmp (last, "- ", 2) == 0 || g_ascii_isdigit (*last)) ? "\n" : "\n\n");
}

static BarnItem *
ensure_text (Builder    *builder,
             const char *section,
             guint       article)
{
  g_autofree char *key = g_strdup_printf ("%s %u", section, article);
  gboolean is_new;
  BarnItem *text = ensure_item (builder, builder->texts, BARN_KIND_PLAN_TEXT, key, &is_new);

  if (is_new)
    {
      barn_item_set_text (text, BARN_PLAN_TEXT_SECTION, section);
      barn_item_set_number (text, BARN_PLAN_TEXT_ARTICLE, article);
    }

  return text;
}

static void
read_article (Builder         *builder,
              const BarnEntry *entry)
{
  guint article;
  gsize n = barn_wording_measure_article (entry->text->str, &article);

  if (n > 0)
    {
      builder->article = ensure_text (builder, "direction", article);
      barn_draft_append_text (builder->growing, builder->article, BARN_PLAN_TEXT_BODY, entry->text->str + n, "\n\n");
    }
  else if (builder->article != NULL)
    {
      append_paragraph (builder, builder->article, entry, entry->text->str);
    }
  else
    {
      append_paragraph (builder, ensure_text (builder, "direction", 0), entry, entry->text->str);
    }
}

static void
read_strategy (Builder         *builder,
               const BarnEntry *entry)
{
  if (entry->taken == BARN_TAKEN_STRATEGY_PART)
    {
      builder->part = add_item (builder, builder->texts, BARN_KIND_PLAN_TEXT);
      barn_item_set_text (builder->part, BARN_PLAN_TEXT_SECTION, "strategy");
      barn_item_set_text (builder->part, BARN_PLAN_TEXT_HEADING, entry->text->str);
      return;
    }
  if (builder->part == NULL)
    builder->part = ensure_text (builder, "strategy", 0);
  append_paragraph (builder, builder->part, entry, entry->text->str);
}

/* Shifts and activities */

static void
read_shift (Builder         *builder,
            const BarnEntry *entry)
{
  const char *text = entry->text->str + barn_wording_measure_shift (entry->text->str);
  gboolean is_new;

  builder->shift = ensure_item (builder, builder->shifts, BARN_KIND_SHIFT, *text != '\0' ? text : entry->text->str, &is_new);
  builder->in_table = barn_draft_line_get_column (entry->line) == BARN_COLUMN_SHIFT;
  builder->item = NULL;
  if (!is_new)
    return;
  set_words (builder, builder->shift, BARN_SHIFT_TITLE, BARN_SHIFT_PURPOSE, *text != '\0' ? text : entry->text->str);
  barn_draft_add_articles (builder->shift, BARN_SHIFT_ARTICLES, text);
}

static void
read_purpose (Builder         *builder,
              const BarnEntry *entry)
{
  gssize n = MAX (0, barn_wording_measure_purpose (entry->text->str));

  g_auto (GStrv) facts = NULL;

  if (builder->shift == NULL)
    return;

  /* Its articles, in a paragraph of their own */
  facts = barn_draft_dup_facts (entry->text->str);
  if (facts != NULL)
    {
      barn_draft_add_articles (builder->shift, BARN_SHIFT_ARTICLES, entry->text->str);
      return;
    }
  barn_draft_append_text (builder->growing, builder->shift, BARN_SHIFT_PURPOSE, entry->text->str + n, "\n\n");
  barn_draft_add_articles (builder->shift, BARN_SHIFT_ARTICLES, entry->text->str);
}

static void
describe_activity (Builder         *builder,
                   BarnItem        *activity,
                   const BarnEntry *entry)
{
  const char *heading = barn_draft_line_get_column_heading (entry->line);
  const char *text = entry->text->str;
  BarnColumn field;
  const char *value = text + barn_wording_measure_field (text, &field);
  g_autofree char *words = NULL;

  if (barn_draft_read_facts (builder->growing, activity, text, builder->year, builder->shifts) ||
      barn_draft_set_field (builder->growing, activity, barn_draft_line_get_column (entry->line), value, builder->year))
    return;

  if (heading != NULL && *heading != '\0')
    words = g_strdup_printf ("%s: %s", heading, text);
  else
    words = g_strconcat (is_list_item (entry) ? "- " : "", text, NULL);
  barn_draft_append_text (builder->growing, activity, BARN_ACTIVITY_DESCRIPTION, words, "\n");
  barn_draft_add_articles (activity, BARN_ACTIVITY_ARTICLES, text);
}

/* A cell over several rows says something of each of their activities */
static void
describe_shared (Builder  *builder,
                 BarnItem *activity,
                 guint     row)
{
  /* Those of earlier rows are passed */
  for (guint i = builder->shared->len; i > 0; i--)
    {
      const BarnEntry *entry = g_ptr_array_index (builder->shared, i - 1);

      if (barn_draft_line_get_last_row (entry->line) < row)
        g_ptr_array_remove_index (builder->shared, i - 1);
    }
  for (guint i = 0; row > 0 && i < builder->shared->len; i++)
    {
      const BarnEntry *entry = g_ptr_array_index (builder->shared, i);

      if (barn_draft_line_get_row (entry->line) < row)
        describe_activity (builder, activity, entry);
    }
}

/* A line that has nothing but who and when in brackets is called by what it says: an activity without a title cannot be stored */
static char *
dup_activity_title (const char      *text,
                    const BarnEntry *entry)
{
  g_autofree char *words = barn_draft_dup_activity_words (text);

  return *words != '\0' ? g_steal_pointer (&words) : g_strdup (entry->text->str);
}

static void
read_activity (Builder         *builder,
               const BarnEntry *entry)
{
  BarnMarkForm form;
  gboolean numbered = barn_draft_line_get_heading_level (entry->line) > 0;
  const char *text = entry->text->str + (numbered ? barn_mark_measure (entry->text->str, &form) : 0);
  g_autofree char *words = dup_activity_title (text, entry);
  gboolean is_new;
  BarnItem *activity = ensure_item (builder, builder->activities, BARN_KIND_ACTIVITY, words, &is_new);

  builder->item = activity;
  if (is_new)
    {
      set_words (builder, activity, BARN_ACTIVITY_TITLE, BARN_ACTIVITY_DESCRIPTION, g_strchug (words));
      barn_draft_read_aside (builder->growing, activity, text, builder->year);
      describe_shared (builder, activity, barn_draft_line_get_row (entry->line));
      barn_draft_add_articles (activity, BARN_ACTIVITY_ARTICLES, entry->text->str);
    }
  if (builder->role != NULL)
    barn_draft_add_member (activity, BARN_ACTIVITY_ROLES, barn_item_get_id (builder->role));
  if (builder->shift != NULL && (builder->by_shift || (builder->in_table && barn_draft_line_get_row (entry->line) > 0)))
    barn_draft_add_member (activity, BARN_ACTIVITY_SHIFTS, barn_item_get_id (builder->shift));
  if (barn_draft_line_get_row (entry->line) == builder->row && builder->row > 0)
    g_ptr_array_add (builder->row_activities, activity);
}

/* What stands under each role of an activity is said once */
static gboolean
is_said (Builder    *builder,
         BarnItem   *activity,
         const char *text)
{
  return !g_hash_table_add (builder->said, g_strconcat (barn_item_get_id (activity), " ", text, NULL));
}

static void
read_description (Builder         *builder,
                  const BarnEntry *entry)
{
  guint row = barn_draft_line_get_row (entry->line);

  if (row > 0 && barn_draft_line_get_last_row (entry->line) > row)
    g_ptr_array_add (builder->shared, (gpointer) entry);
  if (row > 0 && row == builder->row && builder->row_activities->len > 0)
    {
      for (guint i = 0; i < builder->row_activities->len; i++)
        describe_activity (builder, g_ptr_array_index (builder->row_activities, i), entry);
      return;
    }
  if (builder->item == NULL)
    return;
  if (barn_item_get_kind (builder->item) == BARN_KIND_ACTIVITY)
    {
      if (!is_said (builder, builder->item, entry->text->str))
        describe_activity (builder, builder->item, entry);
    }
  else
    barn_draft_append_text (builder->growing, builder->item, BARN_LONG_TERM_DESCRIPTION, entry->text->str, "\n");
}

static void
read_long_term (Builder         *builder,
                const BarnEntry *entry)
{
  gboolean is_new;

  builder->item = ensure_item (builder, builder->long_terms, BARN_KIND_LONG_TERM, entry->text->str, &is_new);
  if (is_new)
    set_words (builder, builder->item, BARN_LONG_TERM_TITLE, BARN_LONG_TERM_DESCRIPTION, entry->text->str);
}

/* Approval */

/* "Ledningsgruppen 2025-01-14": who and when, without a word of approval */
static char *
dup_name_before_day (const char *text)
{
  gsize start, length;
  g_autofree char *name = NULL;

  if (barn_wording_find_day (text, &start, &length) == BARN_DAY_NONE || start == 0 || start > MAX_APPROVER)
    return NULL;
  name = g_strchomp (g_strndup (text, start));
  if (g_str_has_suffix (name, " den"))
    name[strlen (name) - strlen (" den")] = '\0';
  g_strdelimit (name, ",:", ' ');
  g_strchomp (name);

  return barn_wording_is_role (name) ? g_steal_pointer (&name) : NULL;
}

static void
read_approval (Builder         *builder,
               const BarnEntry *entry)
{
  const char *text = entry->text->str;
  g_autofree char *approver = barn_wording_dup_approver (text);
  g_autofree char *number = barn_wording_dup_registry_number (text);
  BarnDay day = barn_wording_find_day (text, NULL, NULL);

  if (approver == NULL)
    approver = dup_name_before_day (text);
  if (approver != NULL && *barn_item_get_text (builder->plan, BARN_PLAN_APPROVED_BY) == '\0')
    {
      barn_item_set_text (builder->plan, BARN_PLAN_APPROVED_BY, approver);
      /* The day that stands with who approved is surer than one before it */
      if (day != BARN_DAY_NONE)
        barn_item_set_number (builder->plan, BARN_PLAN_APPROVED_ON, day);
    }
  if (day != BARN_DAY_NONE && barn_item_get_number (builder->plan, BARN_PLAN_APPROVED_ON) == BARN_DAY_NONE)
    barn_item_set_number (builder->plan, BARN_PLAN_APPROVED_ON, day);
  if (number != NULL)
    barn_item_set_text (builder->plan, BARN_PLAN_REGISTRY_NUMBER, number);
}

static void
read_entry (Builder         *builder,
            const BarnEntry *entry)
{
  guint row = barn_draft_line_get_row (entry->line);

  if (row != builder->row)
    g_ptr_array_set_size (builder->row_activities, 0);
  builder->row = row;

  switch (entry->taken)
    {
    case BARN_TAKEN_BACKGROUND:
      append_paragraph (builder, ensure_text (builder, "background", 0), entry, entry->text->str);
      break;

    case BARN_TAKEN_DIRECTION:
      builder->article = NULL;
      append_paragraph (builder, ensure_text (builder, "direction", 0), entry, entry->text->str);
      break;

    case BARN_TAKEN_DIRECTION_ARTICLE:
      read_article (builder, entry);
      break;

    case BARN_TAKEN_STRATEGY:
    case BARN_TAKEN_STRATEGY_PART:
      read_strategy (builder, entry);
      break;

    case BARN_TAKEN_SHIFT:
      read_shift (builder, entry);
      break;

    case BARN_TAKEN_PURPOSE:
      read_purpose (builder, entry);
      break;

    case BARN_TAKEN_ROLE:
      read_role (builder, entry);
      break;

    case BARN_TAKEN_ACTIVITY:
      read_activity (builder, entry);
      break;

    case BARN_TAKEN_DESCRIPTION:
      read_description (builder, entry);
      break;

    case BARN_TAKEN_LONG_TERM:
      read_long_term (builder, entry);
      break;

    case BARN_TAKEN_APPROVAL:
      read_approval (builder, entry);
      break;

    case BARN_TAKEN_TITLE:
    case BARN_TAKEN_CONTINUATION:
    case BARN_TAKEN_HEADING:
    case BARN_TAKEN_FURNITURE:
    case BARN_TAKEN_NOTHING:
    default:
      break;
    }
}

/* Activities stand below their shifts where another shift comes after some of them */
static gboolean
are_by_shift (GPtrArray *entries)
{
  gboolean shift = FALSE, activity = FALSE;

  for (guint i = 0; i < entries->len; i++)
    {
      const BarnEntry *entry = g_ptr_array_index (entries, i);

      if (entry->taken == BARN_TAKEN_SHIFT && barn_draft_line_get_column (entry->line) == BARN_COLUMN_SHIFT)
        continue;
      if (entry->taken == BARN_TAKEN_SHIFT && shift && activity)
        return TRUE;
      shift |= entry->taken == BARN_TAKEN_SHIFT;
      activity |= shift && entry->taken == BARN_TAKEN_ACTIVITY;
    }

  return FALSE;
}

/* Gives the items of a list the plan they belong to and their places, and puts them into @items */
static void
add_all (GPtrArray *items,
         GPtrArray *array,
         BarnItem  *plan,
         int        plan_field,
         guint      position_field)
{
  for (guint i = 0; i < array->len; i++)
    {
      BarnItem *item = g_ptr_array_index (array, i);

      if (plan_field >= 0)
        barn_item_set_text (item, (guint) plan_field, barn_item_get_id (plan));
      barn_item_set_real (item, position_field, i + 1);
      g_ptr_array_add (items, g_object_ref (item));
    }
}

/* A role that exists already is put in unchanged, so that what refers to it finds it; new ones come after all others */
static void
add_roles (GPtrArray *items,
           Builder   *builder)
{
  double position = find_last_role_position (builder);

  for (guint i = 0; i < builder->roles->len; i++)
    {
      BarnItem *role = g_ptr_array_index (builder->roles, i);

      if (builder->existing == NULL || barn_model_lookup (builder->existing, barn_item_get_id (role)) == NULL)
        barn_item_set_real (role, BARN_ROLE_POSITION, position += 1);
      g_ptr_array_add (items, g_object_ref (role));
    }
}

/**
 * barn_draft_build:
 * @self: a draft
 * @existing: (nullable): the model that the plan will be stored beside
 *
 * Makes the items of a plan of what the lines are taken for. A role that @existing has by the same name, whatever its case, comes with the id
 * and the fields it has there.
 *
 * Returns: (transfer full) (element-type BarnItem): roles, plan, texts, shifts, activities, items of the longer term: in an order in which
 *   they can be stored
 */
GPtrArray *
barn_draft_build (BarnDraft *self,
                  BarnModel *existing)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GPtrArray) roles = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) shifts = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) activities = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) long_terms = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) row_activities = g_ptr_array_new ();
  g_autoptr (GPtrArray) shared = g_ptr_array_new ();
  g_autoptr (GHashTable) by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) said = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) growing = barn_draft_texts_new ();
  g_autoptr (BarnItem) plan = barn_item_new (BARN_KIND_PLAN, NULL);
  g_autofree char *title = NULL;
  Builder builder = {
    .existing = existing, .roles = roles, .texts = texts, .shifts = shifts, .activities = activities, .long_terms = long_terms,
    .growing = growing, .said = said, .plan = plan, .by_key = by_key, .row_activities = row_activities, .shared = shared, .year = barn_draft_get_year (self),
  };

  g_return_val_if_fail (BARN_IS_DRAFT (self), items);

  entries = barn_draft_dup_entries (G_LIST_MODEL (self));
  title = barn_draft_dup_title (entries);
  if (*title == '\0')
    {
      /* As the document would say it: a title is not in the language of the desktop */
      g_free (title);
      title = barn_draft_get_year (self) > 0 ? g_strdup_printf ("Handlingsplan %u", barn_draft_get_year (self)) : g_strdup ("Handlingsplan");
    }
  barn_item_set_number (plan, BARN_PLAN_YEAR, barn_draft_get_year (self));
  barn_item_set_text (plan, BARN_PLAN_TITLE, title);
  builder.by_shift = are_by_shift (entries);
  for (guint i = 0; i < entries->len; i++)
    read_entry (&builder, g_ptr_array_index (entries, i));
  barn_draft_texts_finish (growing);

  add_roles (items, &builder);
  g_ptr_array_add (items, g_object_ref (plan));
  add_all (items, texts, plan, BARN_PLAN_TEXT_PLAN, BARN_PLAN_TEXT_POSITION);
  add_all (items, shifts, plan, BARN_SHIFT_PLAN, BARN_SHIFT_POSITION);
  add_all (items, activities, plan, BARN_ACTIVITY_PLAN, BARN_ACTIVITY_POSITION);
  add_all (items, long_terms, plan, BARN_LONG_TERM_PLAN, BARN_LONG_TERM_POSITION);

  return items;
}

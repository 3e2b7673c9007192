/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-profile-text"

#include "config.h"

#include "barn-profile-private.h"

#include <glib/gi18n-lib.h>

#include "barn-document.h"
#include "barn-sections.h"

/* A profile as text: read and checked word by word, changed, and written with only what differs from the built-in one */

/* A profile is a few pages of text, and a picture */
#define MAX_BYTES (1024 * 1024)

#define LOOK "look"

/* A key for another language is no key of a profile: it is refused as any other, and not passed over where the desktop speaks something else */
#define LOADED G_KEY_FILE_KEEP_TRANSLATIONS

/* What barn_report_fill() knows, beside what the built-in words of a key have themselves */
static const char *const usual_names[] = { "year", "last_year", "next_year", "date", "organisation", "board", "municipality", "plan_title", "n", NULL };

/* What is looked at: a key, and the text that it was read from, where there is one */
typedef struct
{
  BarnProfile *profile;
  const char  *source;  /* (nullable) */
  const char  *group;
  const char  *key;     /* (nullable): the group as a whole */
} Place;

static gboolean
is_line (const char *line,
         const char *group,
         const char *key)
{
  if (key == NULL)
    return *line == '[' && g_str_has_prefix (line + 1, group) && line[1 + strlen (group)] == ']';

  if (!g_str_has_prefix (line, key))
    return FALSE;

  line += strlen (key);
  while (*line == ' ' || *line == '\t')
    line++;

  return *line == '=';
}

/* From 1; 0 where it stands in no text. Of a key that stands twice the last one counts. */
static guint
find_line (const Place *place)
{
  g_auto (GStrv) lines = g_strsplit (place->source != NULL ? place->source : "", "\n", -1);
  gboolean inside = FALSE;
  guint found = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = g_strchug (lines[i]);

      if (*line == '[')
        inside = is_line (line, place->group, NULL);
      if (inside && is_line (line, place->group, place->key))
        found = i + 1;
    }

  return found;
}

static gboolean refuse (const Place  *place,
                        GError      **error,
                        const char   *format,
                        ...) G_GNUC_PRINTF (3, 4);

/* A sentence that says where and what */
static gboolean
refuse (const Place  *place,
        GError      **error,
        const char   *format,
        ...)
{
  g_autofree char *sentence = NULL;
  guint line = find_line (place);
  va_list args;

  va_start (args, format);
  sentence = g_strdup_vprintf (format, args);
  va_end (args);

  if (line == 0)
    g_set_error_literal (error, BARN_PROFILE_ERROR, BARN_PROFILE_ERROR_DAMAGED, sentence);
  else
    /* Translators: the number of a line in a file, and what is wrong in it, as a sentence */
    g_set_error (error, BARN_PROFILE_ERROR, BARN_PROFILE_ERROR_DAMAGED, _("Line %u: %s"), line, sentence);

  return FALSE;
}

/* Roles are called as the plan file wants, and every article can have a name */
static gboolean
is_free (const char *group,
         const char *key)
{
  guint64 article;

  if (g_str_equal (group, "role"))
    return TRUE;

  return g_str_equal (group, "article") && g_ascii_string_to_unsigned (key, 10, 1, BARN_N_ARTICLES, &article, NULL);
}

static gboolean
is_known (const char *group,
          const char *key)
{
  return is_free (group, key) || g_key_file_has_key (barn_profile_get_default ()->words, group, key, NULL);
}

static gboolean
check_parts (const Place  *place,
             GError      **error)
{
  g_auto (GStrv) parts = barn_profile_dup_list (place->profile, place->group, "parts");
  g_auto (GStrv) known = barn_profile_dup_list (barn_profile_get_default (), place->group, "parts");
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  if (parts == NULL || parts[0] == NULL)
    return refuse (place, error, _("“parts” in [%s] names no part, and a document must have one."), place->group);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (!g_strv_contains ((const char *const *) known, parts[i]))
        return refuse (place, error, _("“parts” in [%s] asks for the part “%s”, and there is no such part."), place->group, parts[i]);
      if (!g_hash_table_add (seen, parts[i]))
        return refuse (place, error, _("“parts” in [%s] names the part “%s” twice."), place->group, parts[i]);
    }

  return TRUE;
}

/* A name in braces that nothing is filled in for would stand in the document as it is */
static gboolean
check_names (const Place  *place,
             const char   *text,
             GError      **error)
{
  g_autofree char *standard = barn_profile_dup_text (barn_profile_get_default (), place->group, place->key);

  for (const char *p = strchr (text, '{'); p != NULL; p = strchr (p + 1, '{'))
    {
      const gsize length = strspn (p + 1, "abcdefghijklmnopqrstuvwxyz_");
      g_autofree char *braced = g_strndup (p, length + 2);
      g_autofree char *name = g_strndup (p + 1, length);

      if (p[length + 1] != '}' || length == 0 || g_strv_contains (usual_names, name) || strstr (standard, braced) != NULL)
        continue;

      return refuse (place, error, _("“%s” in [%s] has %s in it, and nothing is filled in there."), place->key, place->group, braced);
    }

  return TRUE;
}

static gboolean
check_logo (const Place  *place,
            const char   *text,
            GError      **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) cause = NULL;
  guchar *data;
  gsize length;

  if (*text == '\0')
    return TRUE;

  data = g_base64_decode (text, &length);
  bytes = g_bytes_new_take (data, length);
  place->profile->logo = barn_picture_to_logo (bytes, &cause);
  if (place->profile->logo == NULL)
    return refuse (place, error, _("“logo” in [look] cannot be used. %s"), cause->message);

  return TRUE;
}

/* A language as BCP 47 writes it (RFC 5646, 2.1): parts of one to eight signs, the first of two or three letters */
static gboolean
is_language (const char *text)
{
  return g_regex_match_simple ("^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$", text, G_REGEX_DOLLAR_ENDONLY, 0) && strlen (text) <= 35;
}

static gboolean
check_key (const Place  *place,
           GError      **error)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) cause = NULL;

  if (!is_known (place->group, place->key))
    return refuse (place, error, _("[%s] has no “%s” in this version of Barnrätt."), place->group, place->key);

  if (g_str_equal (place->key, "parts"))
    return check_parts (place, error);

  /* GLib gives the text with such a sign left out, too */
  text = g_key_file_get_string (place->profile->words, place->group, place->key, &cause);
  if (cause != NULL)
    return refuse (place, error, _("“%s” in [%s] has a backslash that stands for nothing."), place->key, place->group);

  if (g_str_equal (place->key, "numbered_headings") && !g_str_equal (text, "true") && !g_str_equal (text, "false"))
    return refuse (place, error, _("“%s” in [%s] is neither “true” nor “false”."), place->key, place->group);

  if (g_str_equal (place->group, "general") && g_str_equal (place->key, "language") && !is_language (text))
    return refuse (place, error, _("“%s” is no language: write it as in “sv-SE”."), text);

  if (g_str_equal (place->group, LOOK) && g_str_equal (place->key, "font") && *text != '\0' && !barn_font_is_name (text))
    return refuse (place, error, _("“%s” is no name of a font."), text);

  if (g_str_equal (place->group, LOOK) && g_str_equal (place->key, "logo"))
    return check_logo (place, text, error);

  return check_names (place, text, error);
}

/* Every word of it; the picture in it is taken out on the way */
static gboolean
check (BarnProfile  *self,
       const char   *source,
       GError      **error)
{
  g_auto (GStrv) groups = g_key_file_get_groups (self->words, NULL);

  for (guint i = 0; groups[i] != NULL; i++)
    {
      Place place = { self, source, groups[i], NULL };
      g_auto (GStrv) keys = g_key_file_get_keys (self->words, groups[i], NULL, NULL);

      if (!g_key_file_has_group (barn_profile_get_default ()->words, groups[i]))
        return refuse (&place, error, _("There is no [%s] in this version of Barnrätt."), groups[i]);

      for (guint j = 0; keys[j] != NULL; j++)
        {
          place.key = keys[j];
          if (!check_key (&place, error))
            return FALSE;
        }
    }

  return TRUE;
}

/**
 * barn_profile_new_from_text:
 * @text: a profile, as of a file
 * @error: return location for a #BarnProfileError
 *
 * Reads a profile. What it leaves out is as in the built-in one, so that an empty text is the built-in one. Every word is checked: one that
 * this version does not know could be misspelt, or be of a newer version.
 *
 * Returns: (transfer full) (nullable): the profile; %NULL with a sentence that says in which line and at which key it is wrong
 */
BarnProfile *
barn_profile_new_from_text (const char  *text,
                            GError     **error)
{
  g_autoptr (BarnProfile) self = NULL;
  g_autoptr (GError) cause = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  if (strlen (text) > MAX_BYTES || !g_utf8_validate (text, -1, NULL))
    {
      g_set_error (error, BARN_PROFILE_ERROR, BARN_PROFILE_ERROR_DAMAGED, _("It is no profile: it is not text in UTF-8, or too large."));
      return NULL;
    }

  self = g_object_new (BARN_TYPE_PROFILE, NULL);
  if (!g_key_file_load_from_data (self->words, text, strlen (text), LOADED, &cause))
    {
      g_set_error (error, BARN_PROFILE_ERROR, BARN_PROFILE_ERROR_DAMAGED, _("It is no profile: %s."), cause->message);
      return NULL;
    }

  return check (self, text, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * barn_profile_read:
 * @file: a municipality's own profile
 * @error: return location for a #BarnProfileError
 *
 * Reads a profile from a file, as barn_profile_new_from_text() does.
 *
 * Returns: (transfer full) (nullable): the profile; %NULL with a sentence that names the file and what is wrong with it
 */
BarnProfile *
barn_profile_read (GFile   *file,
                   GError **error)
{
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) cause = NULL;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  BarnProfile *self = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  name = g_file_get_parse_name (file);
  stream = g_file_read (file, NULL, &cause);
  if (stream != NULL)
    bytes = g_input_stream_read_bytes (G_INPUT_STREAM (stream), MAX_BYTES + 1, NULL, &cause);
  if (bytes == NULL)
    {
      g_set_error (error, BARN_PROFILE_ERROR, BARN_PROFILE_ERROR_UNREADABLE,
                   _("The profile “%s” cannot be read: %s."), name, cause->message);
      return NULL;
    }

  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  /* A text ends at its first NUL, and what has one is no text */
  if (strlen (text) != g_bytes_get_size (bytes))
    g_set_error (&cause, BARN_PROFILE_ERROR, BARN_PROFILE_ERROR_DAMAGED, _("It is no profile: it is not text in UTF-8, or too large."));
  else
    self = barn_profile_new_from_text (text, &cause);

  if (self == NULL)
    g_set_error (error, BARN_PROFILE_ERROR, BARN_PROFILE_ERROR_DAMAGED, _("The profile “%s” cannot be used. %s"), name, cause->message);

  return self;
}

static void
copy_key (GKeyFile   *from,
          GKeyFile   *to,
          const char *group,
          const char *key)
{
  g_autofree char *value = g_key_file_get_value (from, group, key, NULL);

  if (value != NULL)
    g_key_file_set_value (to, group, key, value);
}

static gboolean
is_same (GKeyFile   *a,
         GKeyFile   *b,
         const char *group,
         const char *key)
{
  g_autofree char *value_a = g_key_file_get_value (a, group, key, NULL);
  g_autofree char *value_b = g_key_file_get_value (b, group, key, NULL);

  return g_strcmp0 (value_a, value_b) == 0;
}

/* Those of @order first, in its order, then the others of @words */
static void
copy_group (GKeyFile   *words,
            GKeyFile   *order,
            GKeyFile   *to,
            const char *group)
{
  g_auto (GStrv) known = g_key_file_get_keys (order, group, NULL, NULL);
  g_auto (GStrv) own = g_key_file_get_keys (words, group, NULL, NULL);

  for (guint i = 0; known != NULL && known[i] != NULL; i++)
    if (!is_same (words, order, group, known[i]))
      copy_key (words, to, group, known[i]);

  for (guint i = 0; own != NULL && own[i] != NULL; i++)
    if (!g_key_file_has_key (order, group, own[i], NULL))
      copy_key (words, to, group, own[i]);
}

/**
 * barn_profile_to_text:
 * @self: a profile
 *
 * Writes a profile, in the order of the built-in one. The same profile gives the same text.
 *
 * Returns: (transfer full): only what differs from the built-in one; "" where nothing does
 */
char *
barn_profile_to_text (BarnProfile *self)
{
  g_autoptr (GKeyFile) out = g_key_file_new ();
  g_auto (GStrv) groups = NULL;
  GKeyFile *standard = barn_profile_get_default ()->words;

  g_return_val_if_fail (BARN_IS_PROFILE (self), NULL);

  groups = g_key_file_get_groups (standard, NULL);
  for (guint i = 0; groups[i] != NULL; i++)
    copy_group (self->words, standard, out, groups[i]);

  return g_key_file_to_data (out, NULL, NULL);
}

static BarnProfile *
copy (BarnProfile *self)
{
  BarnProfile *other = g_object_new (BARN_TYPE_PROFILE, NULL);
  g_autofree char *text = barn_profile_to_text (self);

  g_key_file_load_from_data (other->words, text, strlen (text), LOADED, NULL);

  return other;
}

/* Whether a line can begin with it: a role may have any name */
static gboolean
is_line_name (const char *key)
{
  return *key != '\0' && *key != '#' && strpbrk (key, "=[]\n\r") == NULL && !g_ascii_isspace (*key) && !g_ascii_isspace (key[strlen (key) - 1]);
}

/* Takes @other. What was changed is checked again, and what is as in the built-in one falls away. */
static BarnProfile *
finish (BarnProfile  *other,
        GError      **error)
{
  g_autoptr (BarnProfile) changed = other;
  g_autofree char *text = barn_profile_to_text (changed);
  g_autoptr (BarnProfile) checked = g_object_new (BARN_TYPE_PROFILE, NULL);

  g_key_file_load_from_data (checked->words, text, strlen (text), LOADED, NULL);

  return check (checked, NULL, error) ? g_steal_pointer (&checked) : NULL;
}

/**
 * barn_profile_with_text:
 * @self: a profile
 * @group: a group
 * @key: a key in it
 * @text: (nullable): what it says there; %NULL: what the built-in one says
 * @error: return location for a #BarnProfileError
 *
 * Makes a profile that says something else in one place.
 *
 * Returns: (transfer full) (nullable): the other profile; %NULL with a sentence where that cannot stand there
 */
BarnProfile *
barn_profile_with_text (BarnProfile  *self,
                        const char   *group,
                        const char   *key,
                        const char   *text,
                        GError      **error)
{
  BarnProfile *other;

  g_return_val_if_fail (BARN_IS_PROFILE (self), NULL);
  g_return_val_if_fail (group != NULL && key != NULL, NULL);
  g_return_val_if_fail (is_known (group, key), NULL);

  if (!is_line_name (key))
    {
      g_set_error (error, BARN_PROFILE_ERROR, BARN_PROFILE_ERROR_DAMAGED,
                   _("“%s” cannot be called something else in documents: its name has a sign in it that a profile cannot hold (= [ ] #)."), key);
      return NULL;
    }

  other = copy (self);
  if (text != NULL)
    g_key_file_set_string (other->words, group, key, text);
  else
    g_key_file_remove_key (other->words, group, key, NULL);

  return finish (other, error);
}

/**
 * barn_profile_with_parts:
 * @self: a profile
 * @group: the nick of a kind of document (see barn-paper.h)
 * @parts: (nullable): its parts, in their order; %NULL: those of the built-in one
 * @error: return location for a #BarnProfileError
 *
 * Makes a profile in which a document has other parts, or another order of them.
 *
 * Returns: (transfer full) (nullable): the other profile; %NULL with a sentence where there are no such parts
 */
BarnProfile *
barn_profile_with_parts (BarnProfile        *self,
                         const char         *group,
                         const char *const  *parts,
                         GError            **error)
{
  g_autofree char *list = NULL;

  g_return_val_if_fail (BARN_IS_PROFILE (self), NULL);
  g_return_val_if_fail (group != NULL, NULL);

  list = parts != NULL ? g_strjoinv (";", (char **) parts) : NULL;

  return barn_profile_with_text (self, group, "parts", list, error);
}

/**
 * barn_profile_with_logo:
 * @self: a profile
 * @logo: (nullable): a picture file (see barn_picture_to_logo()); %NULL: none
 * @error: return location for a #BarnProfileError
 *
 * Makes a profile with another picture above the titles of documents.
 *
 * Returns: (transfer full) (nullable): the other profile; %NULL with a sentence where @logo is no picture
 */
BarnProfile *
barn_profile_with_logo (BarnProfile  *self,
                        GBytes       *logo,
                        GError      **error)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (BARN_IS_PROFILE (self), NULL);

  if (logo != NULL)
    text = g_base64_encode (g_bytes_get_data (logo, NULL), g_bytes_get_size (logo));

  return barn_profile_with_text (self, LOOK, "logo", text, error);
}

/**
 * barn_profile_without_group:
 * @self: a profile
 * @group: a group
 *
 * Makes a profile that says in the whole group what the built-in one does.
 *
 * Returns: (transfer full): the other profile
 */
BarnProfile *
barn_profile_without_group (BarnProfile *self,
                            const char  *group)
{
  BarnProfile *other;

  g_return_val_if_fail (BARN_IS_PROFILE (self), NULL);
  g_return_val_if_fail (group != NULL, NULL);

  other = copy (self);
  g_key_file_remove_group (other->words, group, NULL);

  /* What was good with the group is good without it */
  return finish (other, NULL);
}

/**
 * barn_profile_is_own:
 * @self: a profile
 * @group: a group
 * @key: a key in it
 *
 * Returns: whether the profile says something else there than the built-in one
 */
gboolean
barn_profile_is_own (BarnProfile *self,
                     const char  *group,
                     const char  *key)
{
  g_return_val_if_fail (BARN_IS_PROFILE (self), FALSE);
  g_return_val_if_fail (group != NULL && key != NULL, FALSE);

  return g_key_file_has_key (self->words, group, key, NULL) && !is_same (self->words, barn_profile_get_default ()->words, group, key);
}

/**
 * barn_profile_list_keys:
 * @group: a group
 *
 * Lists what a profile can say in a group.
 *
 * Returns: (transfer full): the keys of the built-in profile, in its order
 */
char **
barn_profile_list_keys (const char *group)
{
  char **keys;

  g_return_val_if_fail (group != NULL, NULL);

  keys = g_key_file_get_keys (barn_profile_get_default ()->words, group, NULL, NULL);

  return keys != NULL ? keys : g_new0 (char *, 1);
}

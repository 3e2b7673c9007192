/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-profile"

#include "config.h"

#include "barn-profile-private.h"

#include "barn-report-resources.h"

#define STANDARD "/org/example/Barnratt/profiles/standard.profile"

G_DEFINE_QUARK (barn-profile-error-quark, barn_profile_error)

G_DEFINE_FINAL_TYPE (BarnProfile, barn_profile, G_TYPE_OBJECT)

static void
barn_profile_finalize (GObject *object)
{
  BarnProfile *self = BARN_PROFILE (object);

  g_key_file_unref (self->words);
  g_clear_pointer (&self->logo, g_bytes_unref);

  G_OBJECT_CLASS (barn_profile_parent_class)->finalize (object);
}

static void
barn_profile_class_init (BarnProfileClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = barn_profile_finalize;
}

static void
barn_profile_init (BarnProfile *self)
{
  self->words = g_key_file_new ();
}

static void
load_standard (BarnProfile *self)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  /* In a static library nothing registers a resource by itself */
  bytes = g_resource_lookup_data (barn_report_get_resource (), STANDARD, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  if (bytes == NULL || !g_key_file_load_from_bytes (self->words, bytes, G_KEY_FILE_NONE, &error))
    g_error ("The built-in profile cannot be read: %s", error->message);
}

/**
 * barn_profile_get_default:
 *
 * Gets the built-in wording, in Swedish. May be called from any thread.
 *
 * Returns: (transfer none): the profile
 */
BarnProfile *
barn_profile_get_default (void)
{
  static BarnProfile *standard;
  static gsize once;

  if (g_once_init_enter (&once))
    {
      standard = g_object_new (BARN_TYPE_PROFILE, NULL);
      load_standard (standard);
      g_once_init_leave (&once, 1);
    }

  return standard;
}

/* The key file that has the key: the profile's own before the built-in one */
static GKeyFile *
find_words (BarnProfile *self,
            const char  *group,
            const char  *key)
{
  if (g_key_file_has_key (self->words, group, key, NULL))
    return self->words;

  return barn_profile_get_default ()->words;
}

/**
 * barn_profile_dup_text:
 * @self: a profile
 * @group: the group: "barnbokslut", "status", …
 * @key: the key in it
 *
 * Gets a text of the profile.
 *
 * Returns: (transfer full): the text; an empty one where the profile has none of that key
 */
char *
barn_profile_dup_text (BarnProfile *self,
                       const char  *group,
                       const char  *key)
{
  char *text;

  g_return_val_if_fail (BARN_IS_PROFILE (self), NULL);

  text = g_key_file_get_string (find_words (self, group, key), group, key, NULL);

  return text != NULL ? text : g_strdup ("");
}

/**
 * barn_profile_fill:
 * @self: a profile
 * @group: the group
 * @key: the key in it
 * @...: names and texts by turns, ended by %NULL
 *
 * Gets a text of the profile with its `{name}` filled in. What is filled in is not looked through again, so that a
 * title with braces in it stays as it is.
 *
 * Returns: (transfer full): the text
 */
char *
barn_profile_fill (BarnProfile *self,
                   const char  *group,
                   const char  *key,
                   ...)
{
  g_autofree char *pattern = NULL;
  g_autoptr (GHashTable) values = NULL;
  GString *filled;
  const char *name;
  va_list args;

  g_return_val_if_fail (BARN_IS_PROFILE (self), NULL);

  pattern = barn_profile_dup_text (self, group, key);
  values = g_hash_table_new (g_str_hash, g_str_equal);

  va_start (args, key);
  while ((name = va_arg (args, const char *)) != NULL)
    g_hash_table_insert (values, (gpointer) name, va_arg (args, char *));
  va_end (args);

  filled = g_string_new (NULL);
  for (const char *p = pattern; *p != '\0'; )
    {
      const char *end = *p == '{' ? strchr (p, '}') : NULL;
      g_autofree char *word = end != NULL ? g_strndup (p + 1, end - p - 1) : NULL;
      const char *value = word != NULL ? g_hash_table_lookup (values, word) : NULL;

      if (value != NULL)
        {
          g_string_append (filled, value);
          p = end + 1;
        }
      else
        {
          g_string_append_c (filled, *p++);
        }
    }

  return g_string_free (filled, FALSE);
}

/**
 * barn_profile_dup_list:
 * @self: a profile
 * @group: the group
 * @key: the key in it
 *
 * Gets a list of words, which stand parted by semicolons.
 *
 * Returns: (transfer full) (nullable): the words; %NULL where the profile has none of that key
 */
char **
barn_profile_dup_list (BarnProfile *self,
                       const char  *group,
                       const char  *key)
{
  g_return_val_if_fail (BARN_IS_PROFILE (self), NULL);

  return g_key_file_get_string_list (find_words (self, group, key), group, key, NULL, NULL);
}

/**
 * barn_profile_get_flag:
 * @self: a profile
 * @group: the group
 * @key: the key in it
 *
 * Returns: whether the profile says "true" there
 */
gboolean
barn_profile_get_flag (BarnProfile *self,
                       const char  *group,
                       const char  *key)
{
  g_return_val_if_fail (BARN_IS_PROFILE (self), FALSE);

  return g_key_file_get_boolean (find_words (self, group, key), group, key, NULL);
}

/**
 * barn_profile_dup_font:
 * @self: a profile
 *
 * Returns: (transfer full): the family of the letters of documents; "" for the one that all programs have
 */
char *
barn_profile_dup_font (BarnProfile *self)
{
  return barn_profile_dup_text (self, "look", "font");
}

/**
 * barn_profile_get_logo:
 * @self: a profile
 *
 * Returns: (transfer none) (nullable): the picture above the titles of documents: a PNG or JPEG file
 */
GBytes *
barn_profile_get_logo (BarnProfile *self)
{
  g_return_val_if_fail (BARN_IS_PROFILE (self), NULL);

  return self->logo;
}

/**
 * barn_profile_dup_language:
 * @self: a profile
 *
 * Gets the language of the documents.
 *
 * Returns: (transfer full): a BCP 47 tag: "sv-SE"
 */
char *
barn_profile_dup_language (BarnProfile *self)
{
  return barn_profile_dup_text (self, "general", "language");
}

/**
 * barn_profile_dup_status:
 * @self: a profile
 * @status: a status
 *
 * Gets what a status is called in documents.
 *
 * Returns: (transfer full): its word
 */
char *
barn_profile_dup_status (BarnProfile *self,
                         BarnStatus   status)
{
  return barn_profile_dup_text (self, "status", barn_status_to_nick (status));
}

/**
 * barn_profile_dup_role:
 * @self: a profile
 * @name: a role's name in the plan file
 *
 * Gets what a role is called in documents.
 *
 * Returns: (transfer full): the name in the profile's group "role"; @name where it has none
 */
char *
barn_profile_dup_role (BarnProfile *self,
                       const char  *name)
{
  char *other;

  g_return_val_if_fail (BARN_IS_PROFILE (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  other = g_key_file_get_string (find_words (self, "role", name), "role", name, NULL);

  return other != NULL ? other : g_strdup (name);
}

/**
 * barn_profile_format_day:
 * @self: a profile
 * @day: a day
 *
 * Writes a day as it stands in running text: 30 juni 2026.
 *
 * Returns: (transfer full): the text; the profile's sign for no date where @day is %BARN_DAY_NONE
 */
char *
barn_profile_format_day (BarnProfile *self,
                         BarnDay      day)
{
  g_autofree char *language = NULL;

  if (day == BARN_DAY_NONE)
    return barn_profile_dup_text (self, "general", "no_date");

  language = barn_profile_dup_language (self);
  language[strcspn (language, "-_")] = '\0';

  return barn_day_format (day, BARN_DAY_LONG, language, day);
}

/**
 * barn_profile_format_article:
 * @self: a profile
 * @article: an article of the convention, from 1 to 54
 *
 * Writes the heading of what is told by article: Artikel 3: barnets bästa.
 *
 * Returns: (transfer full): the heading
 */
char *
barn_profile_format_article (BarnProfile *self,
                             guint        article)
{
  g_autofree char *n = g_strdup_printf ("%u", article);
  g_autofree char *name = g_key_file_get_string (find_words (self, "article", n), "article", n, NULL);

  return barn_profile_fill (self, "article", name != NULL ? "heading" : "other", "n", n, "name", name, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "barn-wording"

#include "barn-wording.h"

#include <string.h>

#include "barn-text.h"

/* Words are compared folded. A star at the end of one stands for any ending, one at the beginning for any beginning. */

#define MAX_HEADING 120 /* characters; longer is text */
#define MAX_WORDS   16

typedef struct
{
  BarnPart    part;
  const char *words;
} PartPhrase;

/* What comes first wins: phrases before the words that they consist of */
static const PartPhrase part_phrases[] = {
  { BARN_PART_CONTENTS, "innehåll" },
  { BARN_PART_CONTENTS, "innehållsförteckning*" },

  { BARN_PART_LONG_TERM, "på längre sikt" },
  { BARN_PART_LONG_TERM, "på lång sikt" },
  { BARN_PART_LONG_TERM, "på sikt" },
  { BARN_PART_LONG_TERM, "längre fram" },
  { BARN_PART_LONG_TERM, "blick* framåt" },
  { BARN_PART_LONG_TERM, "vägen framåt" },
  { BARN_PART_LONG_TERM, "framåt" },
  { BARN_PART_LONG_TERM, "framöver" },
  { BARN_PART_LONG_TERM, "framåtblick*" },
  { BARN_PART_LONG_TERM, "kommande år*" },
  { BARN_PART_LONG_TERM, "de närmaste åren" },
  { BARN_PART_LONG_TERM, "nästa år*" },
  { BARN_PART_LONG_TERM, "nästa steg" },
  { BARN_PART_LONG_TERM, "framtid*" },
  { BARN_PART_LONG_TERM, "långsiktig* aktivitet*" },
  { BARN_PART_LONG_TERM, "långsiktig* åtgärd*" },
  { BARN_PART_LONG_TERM, "långsiktig* insats*" },
  { BARN_PART_LONG_TERM, "långsiktig* mål*" },

  { BARN_PART_STRATEGY, "strategisk* åtgärd*" },
  { BARN_PART_STRATEGY, "strategisk* insats*" },
  { BARN_PART_STRATEGY, "strategisk* inriktning*" },
  { BARN_PART_STRATEGY, "strategi" },
  { BARN_PART_STRATEGY, "strategin" },
  { BARN_PART_STRATEGY, "strategier*" },

  { BARN_PART_SHIFTS, "vill vi uppnå" },
  { BARN_PART_SHIFTS, "vi vill uppnå" },
  { BARN_PART_SHIFTS, "ska vi uppnå" },
  { BARN_PART_SHIFTS, "vi ska uppnå" },
  { BARN_PART_SHIFTS, "prioriterad* område*" },
  { BARN_PART_SHIFTS, "förflyttning*" },
  { BARN_PART_SHIFTS, "mål" },
  { BARN_PART_SHIFTS, "målen" },
  { BARN_PART_SHIFTS, "målområde*" },
  { BARN_PART_SHIFTS, "målsättning*" },
  { BARN_PART_SHIFTS, "delmål*" },
  { BARN_PART_SHIFTS, "effektmål*" },
  { BARN_PART_SHIFTS, "inriktningsmål*" },
  { BARN_PART_SHIFTS, "utvecklingsmål*" },
  { BARN_PART_SHIFTS, "fokusområde*" },
  { BARN_PART_SHIFTS, "insatsområde*" },
  { BARN_PART_SHIFTS, "utvecklingsområde*" },
  { BARN_PART_SHIFTS, "prioritering*" },

  { BARN_PART_ACTIVITIES, "ska vi göra" },
  { BARN_PART_ACTIVITIES, "vi ska göra" },
  { BARN_PART_ACTIVITIES, "gör vi" },
  { BARN_PART_ACTIVITIES, "vi gör" },
  { BARN_PART_ACTIVITIES, "aktivitet*" },
  { BARN_PART_ACTIVITIES, "åtgärd" },
  { BARN_PART_ACTIVITIES, "åtgärder*" },
  { BARN_PART_ACTIVITIES, "åtgärdslista*" },
  { BARN_PART_ACTIVITIES, "åtgärdsplan*" },
  { BARN_PART_ACTIVITIES, "insats" },
  { BARN_PART_ACTIVITIES, "insatser*" },
  { BARN_PART_ACTIVITIES, "åtagande*" },
  { BARN_PART_ACTIVITIES, "handlingar" },

  { BARN_PART_APPROVAL, "godkännande*" },
  { BARN_PART_APPROVAL, "fastställande*" },
  { BARN_PART_APPROVAL, "fastställelse*" },
  { BARN_PART_APPROVAL, "fastställd*" },
  { BARN_PART_APPROVAL, "antagande*" },
  { BARN_PART_APPROVAL, "godkänd*" },
  { BARN_PART_APPROVAL, "beslut" },
  { BARN_PART_APPROVAL, "underskrift*" },

  { BARN_PART_DIRECTION, "riktning*" },
  { BARN_PART_DIRECTION, "inriktning*" },
  { BARN_PART_DIRECTION, "utgångspunkt*" },
  { BARN_PART_DIRECTION, "grundprincip*" },
  { BARN_PART_DIRECTION, "grundläggande principer*" },
  { BARN_PART_DIRECTION, "principer*" },
  { BARN_PART_DIRECTION, "huvudartiklar*" },
  { BARN_PART_DIRECTION, "grundläggande artiklar*" },
  { BARN_PART_DIRECTION, "artiklar*" },
  { BARN_PART_DIRECTION, "barnkonvention*" },
  { BARN_PART_DIRECTION, "värdegrund*" },
  { BARN_PART_DIRECTION, "vision*" },
  { BARN_PART_DIRECTION, "ledstjärn*" },
  { BARN_PART_DIRECTION, "förhållningssätt*" },

  { BARN_PART_BACKGROUND, "bakgrund*" },
  { BARN_PART_BACKGROUND, "inledning*" },
  { BARN_PART_BACKGROUND, "introduktion*" },
  { BARN_PART_BACKGROUND, "förord" },
  { BARN_PART_BACKGROUND, "om handlingsplan*" },
  { BARN_PART_BACKGROUND, "om planen" },
  { BARN_PART_BACKGROUND, "om dokumentet" },
  { BARN_PART_BACKGROUND, "varför" },
  { BARN_PART_BACKGROUND, "syfte" },
  { BARN_PART_BACKGROUND, "syftet" },
  { BARN_PART_BACKGROUND, "uppdrag" },
  { BARN_PART_BACKGROUND, "uppdraget" },
  { BARN_PART_BACKGROUND, "nuläge*" },
  { BARN_PART_BACKGROUND, "utgångsläge*" },
  { BARN_PART_BACKGROUND, "sammanfattning*" },
  { BARN_PART_BACKGROUND, "lagstiftning*" },
  { BARN_PART_BACKGROUND, "styrande dokument" },

  { BARN_PART_WORK, "uppföljning*" },
  { BARN_PART_WORK, "utvärdering*" },
  { BARN_PART_WORK, "organisation" },
  { BARN_PART_WORK, "organisering*" },
  { BARN_PART_WORK, "ansvarsfördelning*" },
  { BARN_PART_WORK, "roller" },
  { BARN_PART_WORK, "genomförande*" },
  { BARN_PART_WORK, "arbetssätt*" },
  { BARN_PART_WORK, "arbetar vi" },
  { BARN_PART_WORK, "vi arbetar" },
  { BARN_PART_WORK, "samverkan" },
  { BARN_PART_WORK, "styrning*" },
  { BARN_PART_WORK, "kommunikation*" },
  { BARN_PART_WORK, "resurser" },

  { BARN_PART_APPENDIX, "årshjul*" },
  { BARN_PART_APPENDIX, "bilaga" },
  { BARN_PART_APPENDIX, "bilagor" },
  { BARN_PART_APPENDIX, "källor" },
  { BARN_PART_APPENDIX, "källförteckning*" },
  { BARN_PART_APPENDIX, "referenser" },
  { BARN_PART_APPENDIX, "kontakt*" },
  { BARN_PART_APPENDIX, "ordlista*" },
  { BARN_PART_APPENDIX, "begrepp*" },
  { BARN_PART_APPENDIX, "definition*" },
  { BARN_PART_APPENDIX, "läs mer" },
};

/* Beside such words a heading still says no more than the part's own word */
static const char *const fillers =
  "och samt ansvar* planerad* prioriterad* konkret* årets våra vår vårt nya de den det detta så här ska är vad som "
  "viktig* övergripande gemensam* förvaltningens nämndens kommunens stadens avdelningens enhetens bolagets verksamhetens "
  "tidplan* år året strategisk* långsiktig* handlingsplanens planens år tidsplan* utpekade beslutade kort kortsiktig* "
  "aktuella barnrättsarbetet barnrättsliga fyra tre fem centrala ny dessa barnets rättigheter";

/* Behind such words a heading only says of what: "Aktiviteter för barnrättsarbetet" */
static const char *const prepositions = "för inom i under av till om kring med enligt mot utifrån hos per";

static const struct
{
  BarnColumn  column;
  const char *words;
} column_phrases[] = {
  { BARN_COLUMN_ROLE, "roll" },
  { BARN_COLUMN_ROLE, "roller" },
  { BARN_COLUMN_ROLE, "målgrupp*" },
  { BARN_COLUMN_ROLE, "funktion" },
  { BARN_COLUMN_RESPONSIBLE, "*ansvarig*" },
  { BARN_COLUMN_RESPONSIBLE, "ansvar*" },
  { BARN_COLUMN_RESPONSIBLE, "vem" },
  { BARN_COLUMN_RESPONSIBLE, "utförare" },
  { BARN_COLUMN_DUE, "när" },
  { BARN_COLUMN_DUE, "klar*" },
  { BARN_COLUMN_DUE, "tid" },
  { BARN_COLUMN_DUE, "tidplan*" },
  { BARN_COLUMN_DUE, "tidsplan*" },
  { BARN_COLUMN_DUE, "tidpunkt*" },
  { BARN_COLUMN_DUE, "tidsram*" },
  { BARN_COLUMN_DUE, "slutdatum" },
  { BARN_COLUMN_DUE, "slut" },
  { BARN_COLUMN_DUE, "senast" },
  { BARN_COLUMN_DUE, "deadline" },
  { BARN_COLUMN_START, "start*" },
  { BARN_COLUMN_START, "påbörjas" },
  { BARN_COLUMN_PURPOSE, "syfte*" },
  { BARN_COLUMN_PURPOSE, "varför" },
  { BARN_COLUMN_SHIFT, "förflyttning*" },
  { BARN_COLUMN_SHIFT, "mål" },
  { BARN_COLUMN_SHIFT, "målet" },
  { BARN_COLUMN_SHIFT, "delmål*" },
  { BARN_COLUMN_SHIFT, "*målsättning*" },
  { BARN_COLUMN_SHIFT, "*målområde*" },
  { BARN_COLUMN_SHIFT, "utvecklingsområde*" },
  { BARN_COLUMN_SHIFT, "fokusområde*" },
  { BARN_COLUMN_SHIFT, "prioriterat område*" },
  { BARN_COLUMN_ACTIVITY, "aktivitet*" },
  { BARN_COLUMN_ACTIVITY, "åtgärd" },
  { BARN_COLUMN_ACTIVITY, "åtgärder" },
  { BARN_COLUMN_ACTIVITY, "insats" },
  { BARN_COLUMN_ACTIVITY, "insatser" },
  { BARN_COLUMN_ACTIVITY, "åtagande*" },
  { BARN_COLUMN_ACTIVITY, "vad" },
  { BARN_COLUMN_ACTIVITY, "ska göras" },
};

static const char *const role_words =
  "politiker* förtroendevald* *nämnd *nämnden *nämnder *nämnderna *styrelse *styrelsen *utskott *utskottet *fullmäktige "
  "chef chefen chefer cheferna *chef *chefen *chefer *cheferna *ledning *ledningen *ledningar ledningsgrupp* "
  "*ledningsgrupp *ledningsgruppen *direktör *direktören direktörer *medarbetar* *personal *personalen handläggar* "
  "*sekreterare *sekreterarna *strateg *strateger *strategen *strategerna *samordnare *samordnarna *samordnaren rektor* "
  "lärare lärar* *pedagog *pedagoger *utvecklare *utvecklarna *ombud *ombuden *ombudet *grupp *gruppen *grupper "
  "kommunikatör* *ledare *ledarna bibliotekarie* *handledare kurator* *sköterska *sköterskor *sköterskorna tränare "
  "*vägledare *råd *rådet *tekniker *ingenjör* *planerare *inspektör* *terapeut* *assistent* tjänsteperson* "
  "tjänstemän tjänstemännen vårdnadshavare";

/* Units act too, but where it says who is responsible they are no roles */
static const char *const unit_words =
  "*enhet *enheten *enheter *enheterna avdelning* *avdelningen *avdelningar verksamhet verksamheten verksamheter "
  "verksamheterna *förvaltning *förvaltningen förvaltningar bolag* hr skola skolan skolor förskola förskolan förskolor "
  "*mottagning *mottagningen *kontor *kontoret";

/* A role can be called so, though the word alone is none: "Strategiskt arbete" */
static const char *const role_phrases[] = { "strategisk* arbete", "alla", "samtliga" };

static const char *const introduction_words =
  "ska kommer är vi följande nedan innebär genom innehåller behöver blir finns har kan vill måste bör gäller framgår "
  "beskrivs redovisas presenteras anges består";

/* Words */

static gboolean
word_fits (const char *word,
           const char *pattern,
           gsize       pattern_length)
{
  gsize n = strlen (word);
  gboolean any_end = pattern[pattern_length - 1] == '*';
  gboolean any_start = pattern[0] == '*';

  if (any_start)
    {
      pattern++;
      pattern_length--;
    }
  if (any_end)
    pattern_length--;

  if (any_start && any_end)
    {
      for (const char *p = word; n >= pattern_length; p++, n--)
        if (memcmp (p, pattern, pattern_length) == 0)
          return TRUE;
      return FALSE;
    }
  if (any_end)
    return n >= pattern_length && memcmp (word, pattern, pattern_length) == 0;
  if (any_start)
    return n >= pattern_length && memcmp (word + n - pattern_length, pattern, pattern_length) == 0;

  return n == pattern_length && memcmp (word, pattern, n) == 0;
}

/* Whether a word is among those of a list parted by spaces */
static gboolean
is_among (const char *word,
          const char *list)
{
  for (const char *p = list; *p != '\0';)
    {
      const char *end = strchr (p, ' ');
      gsize n = end != NULL ? (gsize) (end - p) : strlen (p);

      if ((*p == *word || *p == '*') && word_fits (word, p, n))
        return TRUE;
      p += n;
      if (end != NULL)
        p++;
    }

  return FALSE;
}

/* How many words from @words on a phrase takes; 0 where it does not fit */
static guint
match_phrase (char       **words,
              const char  *phrase)
{
  guint n = 0;

  for (const char *p = phrase; *p != '\0';)
    {
      gsize length = strcspn (p, " ");

      if (words[n] == NULL || !word_fits (words[n], p, length))
        return 0;
      n++;
      p += length;
      p += strspn (p, " ");
    }

  return n;
}

/* The words of a short text, folded; NULL where it is too long to be a heading or a name */
static char **
split_words (const char *text,
             gsize       max_chars,
             guint       max_words)
{
  g_autofree char *folded = NULL;
  g_autoptr (GStrvBuilder) builder = NULL;
  guint n = 0;

  if (strlen (text) > max_chars * 2 || (gsize) g_utf8_strlen (text, -1) > max_chars)
    return NULL;

  folded = barn_fold (text);
  builder = g_strv_builder_new ();
  for (char *p = folded; *p != '\0';)
    {
      char *start;
      char *end;

      while (*p != '\0' && !g_unichar_isalnum (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      for (start = end = p; *end != '\0' && g_unichar_isalnum (g_utf8_get_char (end));)
        end = g_utf8_next_char (end);
      if (end > start)
        {
          g_autofree char *word = g_strndup (start, end - start);

          g_strv_builder_add (builder, word);
          if (++n > max_words)
            return NULL;
        }
      p = end;
    }

  return g_strv_builder_end (builder);
}

static gboolean
is_number (const char *word)
{
  return word[strspn (word, "0123456789ivx")] == '\0';
}

static BarnPart
find_phrase (char  **words,
             guint  *n_words)
{
  for (gsize i = 0; i < G_N_ELEMENTS (part_phrases); i++)
    {
      guint n = part_phrases[i].words[0] == words[0][0] ? match_phrase (words, part_phrases[i].words) : 0;

      if (n > 0)
        {
          *n_words = n;
          return part_phrases[i].part;
        }
    }

  return BARN_PART_NONE;
}

static void
add_part (BarnHeading *heading,
          BarnPart     part)
{
  if (heading->part == BARN_PART_NONE)
    {
      heading->part = part;
      return;
    }

  heading->with_activities |= heading->part == BARN_PART_SHIFTS && part == BARN_PART_ACTIVITIES;
  /* "Aktiviteter på längre sikt" is what comes later, "Strategi och mål" the first of the two */
  if (part == BARN_PART_LONG_TERM && (heading->part == BARN_PART_ACTIVITIES || heading->part == BARN_PART_SHIFTS))
    heading->part = part;
  /* "Roller och aktiviteter" are activities; "Uppföljning av aktiviteter" was read no further than to its preposition */
  if (heading->part == BARN_PART_WORK && (part == BARN_PART_ACTIVITIES || part == BARN_PART_SHIFTS))
    heading->part = part;
}

/**
 * barn_wording_read_heading:
 * @text: a heading, or a line that could be one
 *
 * Reads what part of a plan a heading announces.
 *
 * Returns: what it announces
 */
BarnHeading
barn_wording_read_heading (const char *text)
{
  BarnHeading heading = { BARN_PART_NONE, TRUE, FALSE };
  g_auto (GStrv) words = split_words (text, MAX_HEADING, MAX_WORDS);

  for (guint i = 0; words != NULL && words[i] != NULL;)
    {
      guint n = 1;
      BarnPart part = find_phrase (words + i, &n);

      if (part != BARN_PART_NONE)
        add_part (&heading, part);
      else if (heading.part != BARN_PART_NONE && is_among (words[i], prepositions))
        break;
      else if (heading.whole && !is_number (words[i]) && !is_among (words[i], fillers))
        heading.whole = FALSE;
      i += n;
    }
  if (heading.part == BARN_PART_NONE)
    heading.whole = FALSE;

  return heading;
}

/**
 * barn_wording_find_column:
 * @text: what stands at the head of a column
 *
 * Returns: what the column says of an activity; %BARN_COLUMN_OTHER where its words are none of those known
 */
BarnColumn
barn_wording_find_column (const char *text)
{
  g_auto (GStrv) words = split_words (text, 60, 7);

  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    for (gsize k = 0; k < G_N_ELEMENTS (column_phrases); k++)
      if (match_phrase (words + i, column_phrases[k].words) > 0)
        return column_phrases[k].column;

  return BARN_COLUMN_OTHER;
}

/* Who acts is named by the first word ("Chefer inom vuxen") or, where there are few, the last ("Våra medarbetare") */
static gboolean
has_word (char       **words,
          const char  *list)
{
  guint n = g_strv_length (words);

  return is_among (words[0], list) || (n <= 4 && is_among (words[n - 1], list));
}

/**
 * barn_wording_is_role:
 * @text: a short text
 *
 * Returns: whether it names somebody who acts
 */
gboolean
barn_wording_is_role (const char *text)
{
  g_auto (GStrv) words = split_words (text, 60, 6);

  if (words == NULL || words[0] == NULL || strchr ("-.,;", text[strlen (text) - 1]) != NULL)
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (role_phrases); i++)
    if (match_phrase (words, role_phrases[i]) > 0)
      return TRUE;

  return has_word (words, role_words) || has_word (words, unit_words);
}

/**
 * barn_wording_is_unit:
 * @text: a short text
 *
 * Returns: whether it names a part of an organisation
 */
gboolean
barn_wording_is_unit (const char *text)
{
  g_auto (GStrv) words = split_words (text, 60, 6);

  return words != NULL && words[0] != NULL && has_word (words, unit_words);
}

/**
 * barn_wording_is_introduction:
 * @text: a text that ends with a colon
 *
 * Returns: whether it is a sentence that tells what comes
 */
gboolean
barn_wording_is_introduction (const char *text)
{
  g_auto (GStrv) words = split_words (text, 80, 8);

  if (words == NULL)
    return TRUE;
  for (guint i = 0; words[i] != NULL; i++)
    if (is_among (words[i], introduction_words))
      return TRUE;

  return FALSE;
}

/* What stands before a colon near the beginning: bytes with the colon and the white space after it, 0 where there is none */
static gsize
measure_prefix (const char *text,
                gsize       max)
{
  gsize n;

  for (n = 0; text[n] != ':'; n++)
    if (text[n] == '\0' || n > max || strchr (".;!?", text[n]) != NULL)
      return 0;
  n++;
  n += strspn (text + n, " ");

  return n;
}

/**
 * barn_wording_measure_purpose:
 * @text: a paragraph
 *
 * Returns: how many of its bytes only say that a purpose follows ("Syfte: "); 0 where the purpose is the whole sentence; -1 where it is
 *   no purpose
 */
gssize
barn_wording_measure_purpose (const char *text)
{
  static const char *const openings[] = {
    "syftet med", "syftet är", "syfte är", "syftar till", "avsikten är", "avsikten med", "detta för att", "för att",
  };
  gsize prefix = measure_prefix (text, 40);
  g_autofree char *head = g_strndup (text, MIN (strlen (text), 40));
  g_autofree char *valid = g_utf8_make_valid (head, -1);
  g_autofree char *folded = barn_fold (valid);

  if (prefix > 0 && (g_str_has_prefix (folded, "syfte") || g_str_has_prefix (folded, "varför") || g_str_has_prefix (folded, "avsikt")))
    return prefix;
  for (gsize i = 0; i < G_N_ELEMENTS (openings); i++)
    if (g_str_has_prefix (folded, openings[i]))
      return 0;

  return -1;
}

/**
 * barn_wording_measure_shift:
 * @text: a line
 *
 * Returns: how many of its bytes only number a shift: "Förflyttning 2: ", "Mål 1 – "; 0 where it does not begin so
 */
gsize
barn_wording_measure_shift (const char *text)
{
  gsize word = strcspn (text, " ");
  const char *p = text + word;
  g_autofree char *name = NULL;
  BarnHeading heading;
  gsize digits;

  if (word > 40 || *p == '\0')
    return 0;
  p++;
  digits = strspn (p, "0123456789");
  if (digits == 0 || digits > 2)
    return 0;
  name = g_strndup (text, word);
  heading = barn_wording_read_heading (name);
  if (heading.part != BARN_PART_SHIFTS)
    return 0;
  p += digits;
  while (*p != '\0' && (strchr (" .:)-", *p) != NULL || strncmp (p, "–", 3) == 0 || strncmp (p, "—", 3) == 0))
    p = g_utf8_next_char (p);
  /* "Mål 16 i Agenda 2030" is a sentence */
  if (g_unichar_islower (g_utf8_get_char (p)))
    return 0;

  return p - text;
}

/**
 * barn_wording_measure_field:
 * @text: a line under an activity
 * @column: (out): what it says of the activity
 *
 * Returns: how many of its bytes only say what follows: "Ansvarig: "; 0 where there are none
 */
gsize
barn_wording_measure_field (const char *text,
                            BarnColumn *column)
{
  gsize prefix = measure_prefix (text, 30);
  g_autofree char *name = NULL;

  *column = BARN_COLUMN_NONE;
  if (prefix == 0)
    return 0;
  name = g_strndup (text, prefix);
  *column = barn_wording_find_column (name);
  if (*column == BARN_COLUMN_RESPONSIBLE || *column == BARN_COLUMN_DUE || *column == BARN_COLUMN_START)
    return prefix;
  *column = BARN_COLUMN_NONE;

  return 0;
}

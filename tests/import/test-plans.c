/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "draft-support.h"

#include <locale.h>

/* Invented plans, each written in another way, and what must be found in them */

static void
test_bulleted (void)
{
  barn_test_assert_plan (
    "Handlingsplan för barnets rättigheter 2025\n"
    "\n"
    "Inledning\n"
    "Kulturnämnden i Solby vill att barn ska märka att deras röst räknas.\n"
    "\n"
    "Mål\n"
    "1. Fler barn hittar till biblioteket.\n"
    "2. Barn är med när lokaler byggs om.\n"
    "Syfte: Lokalerna ska passa dem som använder dem.\n"
    "\n"
    "Insatser\n"
    "\n"
    "Bibliotekarier\n"
    "- Bjuder in skolor till sagostund.\n"
    "- Frågar barnen vilka böcker som saknas.\n"
    "\n"
    "Chefer\n"
    "- Avsätter tid för barnrättsarbetet.\n"
    "- Frågar barnen vilka böcker som saknas\n"
    "\n"
    "Framåt\n"
    "- En egen lokal för unga.\n",
    "plan.txt",
    "role | name Bibliotekarier\n"
    "role | name Chefer\n"
    "plan | year 2025 | title Handlingsplan för barnets rättigheter 2025\n"
    "plan_text | section background | body Kulturnämnden i Solby vill att barn ska märka att deras röst räknas.\n"
    "shift | title Fler barn hittar till biblioteket.\n"
    "shift | title Barn är med när lokaler byggs om. | purpose Lokalerna ska passa dem som använder dem.\n"
    "activity | title Bjuder in skolor till sagostund. | roles Bibliotekarier\n"
    "activity | title Frågar barnen vilka böcker som saknas. | roles Bibliotekarier, Chefer\n"
    "activity | title Avsätter tid för barnrättsarbetet. | roles Chefer\n"
    "long_term | title En egen lokal för unga.\n");
}

static void
test_every_bullet (void)
{
  static const char *const bullets[] = {
    "•", "-", "–", "*", "▪", "o", "\xef\x82\xb7", "\xef\x82\xa7", "➢", "✓", "◦", "·", "1.", "1)", "(1)", "a)", "i.", "iv)", "IV.",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (bullets); i++)
    {
      g_autofree char *text = NULL;
      g_autofree char *lines = NULL;
      g_autoptr (BarnDraft) draft = NULL;

      text = g_strdup_printf ("Handlingsplan 2026\n\nÅtgärder\n\nTränare\n%s Lyssnar på laget.\n%s Talar om mobbning.\n", bullets[i],
                              bullets[i]);
      draft = barn_test_recognise (text, "plan.txt");
      lines = barn_test_describe_lines (draft);
      g_assert_cmpstr (lines, ==,
                       "title: Handlingsplan 2026\nheading: Åtgärder\nrole: Tränare\nactivity: Lyssnar på laget.\n"
                       "activity: Talar om mobbning.\n");
    }
}

static void
test_numbered_chapters (void)
{
  barn_test_assert_plan (
    "Barnrättsplan för Tekniska förvaltningen 2025–2027\n"
    "\n"
    "1 Bakgrund\n"
    "Gator och parker används av barn varje dag.\n"
    "2 Utgångspunkter\n"
    "Vi utgår från barnkonventionen:\n"
    "Artikel 3: Vid beslut om trafik prövas vad som är bäst för barn.\n"
    "Artikel 31 – Lek hör till vardagen.\n"
    "3 Prioriterade områden\n"
    "3.1 Trygga skolvägar\n"
    "3.2 Lekplatser för alla\n"
    "4 Åtgärder\n"
    "4.1 Trafikingenjörer\n"
    "a) Går skolvägarna med barn från varje skola.\n"
    "b) Sänker farten där barnen pekar ut det.\n"
    "4.2 Parkenheten\n"
    "a) Frågar barn med funktionsnedsättning hur lekplatsen fungerar.\n"
    "5 Kommande år\n"
    "i. En karta som barn själva ritar.\n"
    "ii. Lekvärdar på sommaren.\n"
    "6 Fastställande\n"
    "Planen fastställdes av tekniska nämnden den 3 mars 2025, § 41.\n"
    "Dnr: TN 2025/0117\n",
    "plan.txt",
    "role | name Trafikingenjörer\n"
    "role | name Parkenheten\n"
    "plan | year 2025 | title Barnrättsplan för Tekniska förvaltningen 2025–2027 | approved-by tekniska nämnden | "
    "approved-on 2025-03-03 | registry-number TN 2025/0117\n"
    "plan_text | section background | body Gator och parker används av barn varje dag.\n"
    "plan_text | section direction | body Vi utgår från barnkonventionen:\n"
    "plan_text | section direction | article 3 | body Vid beslut om trafik prövas vad som är bäst för barn.\n"
    "plan_text | section direction | article 31 | body Lek hör till vardagen.\n"
    "shift | title Trygga skolvägar\n"
    "shift | title Lekplatser för alla\n"
    "activity | title Går skolvägarna med barn från varje skola. | roles Trafikingenjörer\n"
    "activity | title Sänker farten där barnen pekar ut det. | roles Trafikingenjörer\n"
    "activity | title Frågar barn med funktionsnedsättning hur lekplatsen fungerar. | roles Parkenheten\n"
    "long_term | title En karta som barn själva ritar.\n"
    "long_term | title Lekvärdar på sommaren.\n");
}

static void
test_hard_wrapped (void)
{
  barn_test_assert_plan (
    "Handlingsplan barnrätt 2024\n"
    "\n"
    "Bakgrund\n"
    "\n"
    "Förvaltningen möter barn i hemmet, på fritiden och i skolan, och vet att barnens\n"
    "egna ord ofta kommer sist. Den här planen vänder på ordningen. Den gäller alla som\n"
    "arbetar hos oss, från nämnd till vikarie, och läses om varje år i januari.\n"
    "\n"
    "Aktiviteter\n"
    "\n"
    "Medarbetare:\n"
    "  • Börjar varje möte med att fråga barnet vad det vill tala om, och skriver ner\n"
    "    svaret med barnets egna ord i journa-\n"
    "    len samma dag.\n"
    "  • Ger barn- och ungdomsteamet en lägesbild varje månad så att teamet ser vad barn-\n"
    "    och elevhälsan har gjort.\n"
    "\n"
    "Ledningsgrupp:\n"
    "  • Läser barnens svar.\n",
    "plan.txt",
    "role | name Medarbetare\n"
    "role | name Ledningsgrupp\n"
    "plan | year 2024 | title Handlingsplan barnrätt 2024\n"
    "plan_text | section background | body Förvaltningen möter barn i hemmet, på fritiden och i skolan, och vet att barnens egna ord "
    "ofta kommer sist. Den här planen vänder på ordningen. Den gäller alla som arbetar hos oss, från nämnd till vikarie, och läses om "
    "varje år i januari.\n"
    "activity | title Börjar varje möte med att fråga barnet vad det vill tala om, och skriver ner svaret med barnets egna ord i "
    "journalen samma dag. | roles Medarbetare\n"
    "activity | title Ger barn- och ungdomsteamet en lägesbild varje månad så att teamet ser vad barn- och elevhälsan har gjort. | roles "
    "Medarbetare\n"
    "activity | title Läser barnens svar. | roles Ledningsgrupp\n");
}

static void
test_furniture (void)
{
  barn_test_assert_plan (
    "Handlingsplan för barnrätt 2026\n"
    "Almviks kommun\n"
    "\n"
    "DATUM\n"
    "DIARIENUMMER\n"
    "2026-01-12\n"
    "SN 2026/14\n"
    "\n"
    "Innehåll\n"
    "Inledning ............ 2\n"
    "Aktiviteter .......... 3\n"
    "\n"
    "Sida 1 (3)\n"
    "\f"
    "Almviks kommun, socialnämnden\n"
    "\n"
    "Inledning\n"
    "Socialnämnden har beslutat att barn ska få veta vad som händer i deras ärenden, och att den\n"
    "som arbetar med ärendet ska berätta det på ett\n"
    "\n"
    "\n"
    "Sida 2 (3)\n"
    "\f"
    "Almviks kommun, socialnämnden\n"
    "\n"
    "språk som barnet förstår, utan att något viktigt utelämnas eller skjuts upp till senare.\n"
    "\n"
    "Aktiviteter\n"
    "Handläggare\n"
    "• Skriver brev till barnet efter varje beslut.\n"
    "Almviks kommun, socialnämnden\n"
    "Sida 3 (3)\n",
    "plan.txt",
    "role | name Handläggare\n"
    "plan | year 2026 | title Handlingsplan för barnrätt 2026 – Almviks kommun\n"
    "plan_text | section background | body Socialnämnden har beslutat att barn ska få veta vad som händer i deras ärenden, och att den "
    "som arbetar med ärendet ska berätta det på ett språk som barnet förstår, utan att något viktigt utelämnas eller skjuts upp till "
    "senare.\n"
    "activity | title Skriver brev till barnet efter varje beslut. | roles Handläggare\n");
}

static void
test_roles_with_colon (void)
{
  barn_test_assert_plan (
    "Handlingsplan 2025\n"
    "\n"
    "Årets åtgärder och ansvar\n"
    "\n"
    "Här står vad var och en gör under året.\n"
    "\n"
    "Nämnden: Begär att varje ärende har en barnkonsekvensanalys.\n"
    "\n"
    "Rektorer: Ordnar elevråd på alla skolor.\n"
    "\n"
    "Kuratorer: Ordnar elevråd på alla skolor.\n",
    "plan.txt",
    "role | name Nämnden\n"
    "role | name Rektorer\n"
    "role | name Kuratorer\n"
    "plan | year 2025 | title Handlingsplan 2025\n"
    "activity | title Begär att varje ärende har en barnkonsekvensanalys. | roles Nämnden\n"
    "activity | title Ordnar elevråd på alla skolor. | roles Kuratorer, Rektorer\n");
}

static void
test_markdown (void)
{
  barn_test_assert_plan (
    "# Handlingsplan för barnets bästa 2027\n"
    "\n"
    "## Så här tänker vi\n"
    "\n"
    "Barn är *experter* på sin vardag.\n"
    "\n"
    "## Förflyttningar\n"
    "\n"
    "### Från att veta till att fråga\n"
    "\n"
    "Syftet är att barnens svar styr.\n"
    "\n"
    "### Från projekt till vardag\n"
    "\n"
    "## Aktiviteter 2027\n"
    "\n"
    "### Fältgruppen\n"
    "\n"
    "1. Är ute på fredagar.\n"
    "   - både vår och höst\n"
    "2. Talar med **alla** högstadieklasser (artikel 12).\n"
    "\n"
    "### Samtliga enheter\n"
    "\n"
    "* Går utbildningen i artiklarna 2, 3, 6 och 12.\n"
    "\n"
    "## På längre sikt\n"
    "\n"
    "En mottagning utan dörrar.\n",
    "plan.md",
    "role | name Fältgruppen\n"
    "role | name Samtliga enheter\n"
    "plan | year 2027 | title Handlingsplan för barnets bästa 2027\n"
    "plan_text | section strategy | heading Så här tänker vi | body Barn är experter på sin vardag.\n"
    "shift | title Från att veta till att fråga | purpose Syftet är att barnens svar styr.\n"
    "shift | title Från projekt till vardag\n"
    "activity | title Är ute på fredagar. | description - både vår och höst | roles Fältgruppen\n"
    "activity | title Talar med alla högstadieklasser (artikel 12). | roles Fältgruppen | articles 12\n"
    "activity | title Går utbildningen i artiklarna 2, 3, 6 och 12. | roles Samtliga enheter | articles 12, 2, 3, 6\n"
    "long_term | title En mottagning utan dörrar.\n");
}

static void
test_record_table (void)
{
  barn_test_assert_plan (
    "# Handlingsplan 2025\n"
    "\n"
    "## Aktiviteter\n"
    "\n"
    "| Mål | Aktivitet | Ansvarig | Klart senast | Uppföljning |\n"
    "|---|---|---|---|---|\n"
    "| Barn vet sina rättigheter | Ta fram en broschyr | Eva på staben | 2025-06-30 | Antal tryckta |\n"
    "| Barn vet sina rättigheter | Besöka alla årskurs 5 | Fältassistent Bo | hösten | |\n"
    "| Vuxna lyssnar | Utbilda nya | HR | 31 december 2025 | |\n",
    "plan.md",
    "plan | year 2025 | title Handlingsplan 2025\n"
    "shift | title Barn vet sina rättigheter\n"
    "shift | title Vuxna lyssnar\n"
    "activity | title Ta fram en broschyr | description Uppföljning: Antal tryckta | responsible Eva på staben | due-on 2025-06-30 | "
    "shifts Barn vet sina rättigheter\n"
    "activity | title Besöka alla årskurs 5 | description Klart senast: hösten | responsible Fältassistent Bo | shifts Barn vet sina "
    "rättigheter\n"
    "activity | title Utbilda nya | responsible HR | due-on 2025-12-31 | shifts Vuxna lyssnar\n");
}

static void
test_roles_in_rows (void)
{
  barn_test_assert_plan (
    "# Handlingsplan för fritid 2025\n"
    "\n"
    "| Insats | Ansvarig | När |\n"
    "|---|---|---|\n"
    "| Låna ut skridskor | Fritidsledare | 2025-11-01 |\n"
    "| Städa omklädningsrum | Chefer | maj |\n"
    "| Sätta upp klagobrevlåda | Fritidsledare | |\n"
    "\n"
    "## På sikt\n"
    "\n"
    "- Ny hall\n",
    "plan.md",
    "role | name Fritidsledare\n"
    "role | name Chefer\n"
    "plan | year 2025 | title Handlingsplan för fritid 2025\n"
    "activity | title Låna ut skridskor | due-on 2025-11-01 | roles Fritidsledare\n"
    "activity | title Städa omklädningsrum | description När: maj | roles Chefer\n"
    "activity | title Sätta upp klagobrevlåda | roles Fritidsledare\n"
    "long_term | title Ny hall\n");
}

static void
test_roles_as_columns (void)
{
  barn_test_assert_plan (
    "# Handlingsplan 2025\n"
    "\n"
    "## Det här ska vi göra\n"
    "\n"
    "| Politiker | Chefer | Personal |\n"
    "|---|---|---|\n"
    "| Frågar efter barns åsikter | Ger tid | Lyssnar |\n"
    "| Går på skolbesök | Följer upp | |\n",
    "plan.md",
    "role | name Politiker\n"
    "role | name Chefer\n"
    "role | name Personal\n"
    "plan | year 2025 | title Handlingsplan 2025\n"
    "activity | title Frågar efter barns åsikter | roles Politiker\n"
    "activity | title Går på skolbesök | roles Politiker\n"
    "activity | title Ger tid | roles Chefer\n"
    "activity | title Följer upp | roles Chefer\n"
    "activity | title Lyssnar | roles Personal\n");
}

static void
test_goals_with_activities (void)
{
  barn_test_assert_plan (
    "Handlingsplan för barnrätt 2025\n"
    "\n"
    "Mål 1: Barn känner till oss\n"
    "Syfte: Den som vet vart man vänder sig gör det tidigare.\n"
    "Aktiviteter\n"
    "- Visa filmen i alla klasser.\n"
    "- Sätta upp affischer.\n"
    "Mål 2: Barn är med och bestämmer\n"
    "Aktiviteter\n"
    "- Starta ett ungdomsråd.\n"
    "Ansvarig: Ungdomssekreteraren\n"
    "Klart: 2025-09-01\n",
    "plan.txt",
    "plan | year 2025 | title Handlingsplan för barnrätt 2025\n"
    "shift | title Barn känner till oss | purpose Den som vet vart man vänder sig gör det tidigare.\n"
    "shift | title Barn är med och bestämmer\n"
    "activity | title Visa filmen i alla klasser. | shifts Barn känner till oss\n"
    "activity | title Sätta upp affischer. | shifts Barn känner till oss\n"
    "activity | title Starta ett ungdomsråd. | responsible Ungdomssekreteraren | due-on 2025-09-01 | shifts Barn är med och bestämmer\n");
}

static void
test_nested_roles (void)
{
  barn_test_assert_plan (
    "Handlingsplan 2025\n"
    "\n"
    "Åtgärder\n"
    "1. Nämnden\n"
    "   - Prövar barnets bästa i budgeten.\n"
    "2. Enhetschefer\n"
    "   - Tar upp barnrätt på varje möte.\n"
    "   - Utser ombud.\n",
    "plan.txt",
    "role | name Nämnden\n"
    "role | name Enhetschefer\n"
    "plan | year 2025 | title Handlingsplan 2025\n"
    "activity | title Prövar barnets bästa i budgeten. | roles Nämnden\n"
    "activity | title Tar upp barnrätt på varje möte. | roles Enhetschefer\n"
    "activity | title Utser ombud. | roles Enhetschefer\n");
}

static void
test_paragraphs_only (void)
{
  barn_test_assert_plan (
    "# Handlingsplan\n"
    "\n"
    "## Prioriterade områden 2026\n"
    "\n"
    "Under året vill vi komma dit att:\n"
    "\n"
    "Barn får svar inom en vecka.\n"
    "\n"
    "Syskon får träffas.\n"
    "\n"
    "## Planerade insatser\n"
    "\n"
    "**Familjehemsgruppen**\n"
    "\n"
    "Ringer varje barn en gång i månaden.\n"
    "\n"
    "Bokar syskonträffar ett halvår i förväg.\n"
    "\n"
    "**Jourlaget**\n"
    "\n"
    "Har mjukdjur i bilen.\n"
    "\n"
    "## Beslut\n"
    "\n"
    "Antagen av individnämnden 2026-02-01.\n",
    "plan.md",
    "role | name Familjehemsgruppen\n"
    "role | name Jourlaget\n"
    "plan | year 2026 | title Handlingsplan | approved-by individnämnden | approved-on 2026-02-01\n"
    "shift | title Barn får svar inom en vecka.\n"
    "shift | title Syskon får träffas.\n"
    "activity | title Ringer varje barn en gång i månaden. | roles Familjehemsgruppen\n"
    "activity | title Bokar syskonträffar ett halvår i förväg. | roles Familjehemsgruppen\n"
    "activity | title Har mjukdjur i bilen. | roles Jourlaget\n");
}

static void
test_double_spaced (void)
{
  barn_test_assert_plan (
    "Handlingsplan för unga 2025\n"
    "\n"
    "Långsiktig strategi\n"
    "\n"
    "Kunskap\n"
    "\n"
    "Alla som möter barn i sitt arbete går utbildningen under sitt första\n"
    "\n"
    "halvår, och repeterar den vartannat år tillsammans med sin egen grupp.\n"
    "\n"
    "Möten\n"
    "\n"
    "Barn väljer själva var de vill träffas, och den som leder mötet ser till\n"
    "\n"
    "att rummet är ledigt.\n"
    "\n"
    "\n"
    "Aktiviteter under 2025\n"
    "\n"
    "Samordnare\n"
    "\n"
    "• Leder nätverket för dem som är ombud i sina grupper och ger det en\n"
    "\n"
    "gemensam kalender.\n"
    "\n"
    "• Skriver barnbokslutet.\n",
    "plan.txt",
    "role | name Samordnare\n"
    "plan | year 2025 | title Handlingsplan för unga 2025\n"
    "plan_text | section strategy | heading Kunskap | body Alla som möter barn i sitt arbete går utbildningen under sitt första halvår, "
    "och repeterar den vartannat år tillsammans med sin egen grupp.\n"
    "plan_text | section strategy | heading Möten | body Barn väljer själva var de vill träffas, och den som leder mötet ser till att "
    "rummet är ledigt.\n"
    "activity | title Leder nätverket för dem som är ombud i sina grupper och ger det en gemensam kalender. | roles Samordnare\n"
    "activity | title Skriver barnbokslutet. | roles Samordnare\n");
}

static void
test_decomposed (void)
{
  /* å and ä as a letter with a mark, as macOS writes them */
  barn_test_assert_plan (
    "Handlingsplan 2025\n\nA\xcc\x8atga\xcc\x88rder\n\nR\xc3\xa5""dgivare\n- Lyssnar p\x61\xcc\x8a barn.\n",
    "plan.txt",
    "role | name Rådgivare\n"
    "plan | year 2025 | title Handlingsplan 2025\n"
    "activity | title Lyssnar på barn. | roles Rådgivare\n");
}

/* Bold lines and lists, as in a Word document by somebody who never found the headings */
static BarnNode *
append_bold (BarnNode   *body,
             const char *text)
{
  BarnNode *node = barn_node_append (body, barn_node_new (BARN_NODE_PARAGRAPH));
  BarnLook look = { .bold = TRUE, .size = 11 };

  barn_node_add_span (node, text, BARN_SPAN_BOLD, NULL);
  barn_node_set_look (node, &look);

  return node;
}

static void
append_list (BarnNode          *body,
             const char *const *items)
{
  BarnNode *list = barn_node_append (body, barn_node_new_list (BARN_LIST_BULLET));

  for (guint i = 0; items[i] != NULL; i++)
    {
      BarnNode *item = barn_node_append (list, barn_node_new_text (BARN_NODE_LIST_ITEM, items[i]));

      barn_node_set_label (item, "•");
    }
}

static void
test_bold_headings (void)
{
  g_autoptr (BarnDocument) document = barn_document_new ();
  g_autoptr (BarnDraft) draft = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *plan = NULL;
  BarnNode *body = barn_document_get_body (document);

  append_bold (body, "Handlingsplan för barnets rättigheter");
  barn_node_append (body, barn_node_new_text (BARN_NODE_PARAGRAPH, "Fastställd av miljönämnden 2026-01-20"));
  barn_node_append (body, barn_node_new_text (BARN_NODE_PARAGRAPH, "Diarienummer: MN 2026/33"));
  append_bold (body, "Bakgrund");
  barn_node_append (body, barn_node_new_text (BARN_NODE_PARAGRAPH, "Barn andas luften på gården. Vi mäter den."));
  append_bold (body, "Aktiviteter och ansvar 2026");
  append_bold (body, "Bullerlaget");
  append_list (body, (const char *const[]){ "Mäter buller.", "Frågar barnen var det är bullrigt.", NULL });
  append_bold (body, "Kommunikation");
  append_list (body, (const char *const[]){ "Skriver en sida för barn.", NULL });
  append_bold (body, "Uppföljning");
  barn_node_append (body, barn_node_new_text (BARN_NODE_PARAGRAPH, "Planen följs upp i december."));

  draft = barn_draft_recognise (document, NULL, &error);
  g_assert_no_error (error);
  plan = barn_test_describe_plan (draft);
  g_assert_cmpstr (plan, ==,
                   "role | name Bullerlaget\n"
                   "role | name Kommunikation\n"
                   "plan | year 2026 | title Handlingsplan för barnets rättigheter | approved-by miljönämnden | approved-on 2026-01-20 | "
                   "registry-number MN 2026/33\n"
                   "plan_text | section background | body Barn andas luften på gården. Vi mäter den.\n"
                   "plan_text | section strategy | heading Uppföljning | body Planen följs upp i december.\n"
                   "activity | title Mäter buller. | roles Bullerlaget\n"
                   "activity | title Frågar barnen var det är bullrigt. | roles Bullerlaget\n"
                   "activity | title Skriver en sida för barn. | roles Kommunikation\n");
}

/* A break inside a paragraph parts the items that were typed there */
static void
test_soft_breaks (void)
{
  g_autoptr (BarnDocument) document = barn_document_new ();
  g_autoptr (BarnDraft) draft = NULL;
  g_autofree char *lines = NULL;
  BarnNode *body = barn_document_get_body (document);

  barn_node_append (body, barn_node_new_heading (1, "Handlingsplan 2025"));
  barn_node_append (body, barn_node_new_heading (1, "Aktiviteter"));
  barn_node_append (body, barn_node_new_heading (1, "Vaktmästare"));
  barn_node_append (body, barn_node_new_text (BARN_NODE_PARAGRAPH, "• Sänker krokarna i alla hallar så att\nalla når dem.\n• Lagar gungan."));

  draft = barn_draft_recognise (document, NULL, NULL);
  lines = barn_test_describe_lines (draft);
  g_assert_cmpstr (lines, ==,
                   "title: Handlingsplan 2025\nheading: Aktiviteter\nrole: Vaktmästare\n"
                   "activity: Sänker krokarna i alla hallar så att\ncontinuation: alla når dem.\nactivity: Lagar gungan.\n");
}

/* A cell over several rows stands at the first of them */
static void
test_spanning_cells (void)
{
  static const char *const cells[][3] = {
    { "Roll", "Aktivitet", "Tidplan" }, { "Chefer", "Ger tid", "våren" }, { NULL, "Följer upp", "2025-12-01" },
    { "Kockar", "Lagar önskemat", NULL },
  };
  g_autoptr (BarnDocument) document = barn_document_new ();
  g_autoptr (BarnDraft) draft = NULL;
  g_autofree char *plan = NULL;
  BarnNode *body = barn_document_get_body (document);
  BarnNode *table;

  barn_node_append (body, barn_node_new_heading (1, "Handlingsplan 2025"));
  table = barn_node_append (body, barn_node_new (BARN_NODE_TABLE));
  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      BarnNode *row = barn_node_append (table, barn_node_new (BARN_NODE_ROW));

      for (gsize j = 0; j < 3; j++)
        if (cells[i][j] != NULL)
          {
            BarnNode *cell = barn_node_append (row, barn_node_new_text (BARN_NODE_CELL, cells[i][j]));

            if (i == 1 && j == 0)
              barn_node_set_spans (cell, 1, 2);
          }
    }

  draft = barn_draft_recognise (document, NULL, NULL);
  plan = barn_test_describe_plan (draft);
  g_assert_cmpstr (plan, ==,
                   "role | name Chefer\n"
                   "role | name Kockar\n"
                   "plan | year 2025 | title Handlingsplan 2025\n"
                   "activity | title Ger tid | description Tidplan: våren | roles Chefer\n"
                   "activity | title Följer upp | due-on 2025-12-01 | roles Chefer\n"
                   "activity | title Lagar önskemat | roles Kockar\n");
}

static void
test_table_for_each_goal (void)
{
  barn_test_assert_plan (
    "# Handlingsplan barnrätt 2025–2026\n"
    "\n"
    "# Mål 1 Barn vet\n"
    "\n"
    "Syfte: Den som vet kan välja.\n"
    "\n"
    "| Åtgärd | Ansvarig | Klart |\n"
    "|---|---|---|\n"
    "| Ta fram film | Enhet Norr | 2025-04-30 |\n"
    "\n"
    "# Mål 2 Barn väljer\n"
    "\n"
    "| Åtgärd | Ansvarig | Klart |\n"
    "|---|---|---|\n"
    "| Rösta om parken | Enhet Syd | |\n",
    "plan.md",
    "plan | year 2025 | title Handlingsplan barnrätt 2025–2026\n"
    "shift | title Barn vet | purpose Den som vet kan välja.\n"
    "shift | title Barn väljer\n"
    "activity | title Ta fram film | responsible Enhet Norr | due-on 2025-04-30 | shifts Barn vet\n"
    "activity | title Rösta om parken | responsible Enhet Syd | shifts Barn väljer\n");
}

static void
test_capitals (void)
{
  barn_test_assert_plan (
    "HANDLINGSPLAN FÖR BARNRÄTT 2025\r\n"
    "\r\n"
    "MÅL OCH PRIORITERINGAR:\r\n"
    "Följande mål gäller:\r\n"
    "\t1)\tBarn syns.\r\n"
    "\t2)\tBarn hörs.\r\n"
    "\r\n"
    "AKTIVITETER:\r\n"
    "\r\n"
    "BREVLÅDAN\r\n"
    "\t-\tSvarar på breven.\r\n"
    "\t-\tSkriver om dem i årsberättelsen.\r\n"
    "\r\n"
    "BESLUT\r\n"
    "Västra nämnden antog planen 2025-03-04.\r\n",
    "plan.txt",
    "role | name BREVLÅDAN\n"
    "plan | year 2025 | title HANDLINGSPLAN FÖR BARNRÄTT 2025 | approved-by Västra nämnden | approved-on 2025-03-04\n"
    "shift | title Barn syns.\n"
    "shift | title Barn hörs.\n"
    "activity | title Svarar på breven. | roles BREVLÅDAN\n"
    "activity | title Skriver om dem i årsberättelsen. | roles BREVLÅDAN\n");
}

static void
test_numbers_through (void)
{
  barn_test_assert_plan (
    "Plan för barnrättsarbetet 2025\n"
    "\n"
    "Planen har tre delar:\n"
    "1. Läget\n"
    "2. Mål\n"
    "3. Aktiviteter\n"
    "\n"
    "1. Bakgrund\n"
    "Planen gäller fritidsgårdarna.\n"
    "\n"
    "2. Mål\n"
    "2.1 Fler öppna kvällar\n"
    "2.2 Fler ledare\n"
    "\n"
    "3. Aktiviteter\n"
    "Ledare\n"
    "1. Håller öppet på fredagar.\n"
    "2. Frågar besökarna vad de vill.\n"
    "Värdar:\n"
    "3. Lagar mat med barnen.\n"
    "\n"
    "4. Framtiden\n"
    "1. Ny gård i öster.\n",
    "plan.txt",
    "role | name Ledare\n"
    "role | name Värdar\n"
    "plan | year 2025 | title Plan för barnrättsarbetet 2025\n"
    "plan_text | section background | body Planen har tre delar:¶1. Läget/2. Mål/3. Aktiviteter¶Planen gäller fritidsgårdarna.\n"
    "shift | title Fler öppna kvällar\n"
    "shift | title Fler ledare\n"
    "activity | title Håller öppet på fredagar. | roles Ledare\n"
    "activity | title Frågar besökarna vad de vill. | roles Ledare\n"
    "activity | title Lagar mat med barnen. | roles Värdar\n"
    "long_term | title Ny gård i öster.\n");
}

static void
test_lines_without_lists (void)
{
  barn_test_assert_plan (
    "Handlingsplan 2025\n"
    "\n"
    "Roller och åtgärder\n"
    "\n"
    "Chefer\n"
    "Avsätter tid för barnrätt i varje möte\n"
    "Följer upp planen två gånger om året\n"
    "\n"
    "Medarbetare\n"
    "Frågar barnen vad de tycker\n",
    "plan.txt",
    "role | name Chefer\n"
    "role | name Medarbetare\n"
    "plan | year 2025 | title Handlingsplan 2025\n"
    "activity | title Avsätter tid för barnrätt i varje möte | roles Chefer\n"
    "activity | title Följer upp planen två gånger om året | roles Chefer\n"
    "activity | title Frågar barnen vad de tycker | roles Medarbetare\n");
}

static void
test_roles_without_heading (void)
{
  barn_test_assert_plan (
    "Handlingsplan för tandvården 2025\n"
    "\n"
    "Politiker\n"
    "• Prövar barnets bästa.\n"
    "\n"
    "Receptionen\n"
    "• Har låg disk.\n",
    "plan.txt",
    "role | name Politiker\n"
    "role | name Receptionen\n"
    "plan | year 2025 | title Handlingsplan för tandvården 2025\n"
    "activity | title Prövar barnets bästa. | roles Politiker\n"
    "activity | title Har låg disk. | roles Receptionen\n");
}

/* Text out of a PDF whose bullets came loose */
static void
test_loose_bullets (void)
{
  barn_test_assert_plan (
    "Handlingsplan 2025\n\nAktiviteter\n\nChefer\n\n•\n\n•\n\nGer tid åt barn.\n\nLyssnar på barn.\n\nVärdar\n\n•\n\nÖppnar dörren.\n",
    "plan.txt",
    "role | name Chefer\n"
    "role | name Värdar\n"
    "plan | year 2025 | title Handlingsplan 2025\n"
    "activity | title Ger tid åt barn. | roles Chefer\n"
    "activity | title Lyssnar på barn. | roles Chefer\n"
    "activity | title Öppnar dörren. | roles Värdar\n");
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plans/bulleted", test_bulleted);
  g_test_add_func ("/plans/every-bullet", test_every_bullet);
  g_test_add_func ("/plans/numbered-chapters", test_numbered_chapters);
  g_test_add_func ("/plans/hard-wrapped", test_hard_wrapped);
  g_test_add_func ("/plans/furniture", test_furniture);
  g_test_add_func ("/plans/roles-with-colon", test_roles_with_colon);
  g_test_add_func ("/plans/markdown", test_markdown);
  g_test_add_func ("/plans/record-table", test_record_table);
  g_test_add_func ("/plans/roles-in-rows", test_roles_in_rows);
  g_test_add_func ("/plans/roles-as-columns", test_roles_as_columns);
  g_test_add_func ("/plans/goals-with-activities", test_goals_with_activities);
  g_test_add_func ("/plans/nested-roles", test_nested_roles);
  g_test_add_func ("/plans/paragraphs-only", test_paragraphs_only);
  g_test_add_func ("/plans/double-spaced", test_double_spaced);
  g_test_add_func ("/plans/decomposed", test_decomposed);
  g_test_add_func ("/plans/bold-headings", test_bold_headings);
  g_test_add_func ("/plans/soft-breaks", test_soft_breaks);
  g_test_add_func ("/plans/spanning-cells", test_spanning_cells);
  g_test_add_func ("/plans/table-for-each-goal", test_table_for_each_goal);
  g_test_add_func ("/plans/capitals", test_capitals);
  g_test_add_func ("/plans/numbers-through", test_numbers_through);
  g_test_add_func ("/plans/lines-without-lists", test_lines_without_lists);
  g_test_add_func ("/plans/roles-without-heading", test_roles_without_heading);
  g_test_add_func ("/plans/loose-bullets", test_loose_bullets);

  return g_test_run ();
}

# The wording of documents.
# {year} {last_year} {next_year} {date} {organisation} {board} {municipality} {plan_title} {n} … are filled in where they stand.
# A group is named after its document. Its "parts" are the parts that the document has, in their order; what is left out is not written.

[general]
language=sv-SE
and=\soch\s
# Where the plan file has no names
organisation=förvaltningen
board=nämnden
municipality=
as_of=Uppgifterna gäller till och med den {date}.
registry_number=Diarienummer {n}
no_date=–
contents=Innehåll
plan_title=Handlingsplan {year}

# Above the title of every document. The logo is a PNG or JPEG file in base64; its text is read to those who do not see it.
[look]
logo=
logo_text=Logotyp: {organisation}
letterhead=
# A family of letters; none: the one that all programs have
font=

[status]
not_started=Ej påbörjad
ongoing=Påbörjad
done=Genomförd
paused=Pausad
cancelled=Utgår
overdue=Försenad

# Other names of roles in documents: the name in the plan file before the sign, the other one behind it
[role]

[article]
heading=Artikel {n}: {name}
other=Artikel {n}
2=lika rättigheter för alla barn
3=barnets bästa
6=liv, överlevnad och utveckling
12=rätten att säga sin mening och bli hörd

[figures]
no_activities=Handlingsplanen för {year} har inga aktiviteter.
sentence=Handlingsplanen för {year} har {total}. Den {date} var läget: {statuses}.
activities_one={n} aktivitet
activities_many={n} aktiviteter
overdue_one=En av dem är försenad.
overdue_many={n} av dem är försenade.
without_one=En aktivitet har inte följts upp.
without_many={n} aktiviteter har inte följts upp.
several_roles=En aktivitet kan ha flera roller. Den räknas då i varje rolls rad, men bara en gång i raden för alla.
several_shifts=En aktivitet kan höra till flera förflyttningar. Den räknas då i varje förflyttnings rad, men bara en gång i raden för alla.
by_role_table=Aktiviteternas status per roll
by_role_figure=Aktiviteternas status per roll den {date}
curve_figure=Aktiviteternas status under {year}
curve_text=Vid årets början: {began}. Den {date}: {stands}.
by_shift_table=Aktiviteternas status per förflyttning
role=Roll
shift=Förflyttning
total=Alla
overdue_column=Varav försenade
no_role=Utan roll
no_shift=Utan förflyttning
all=Alla aktiviteter

[told]
shift_heading=Förflyttning {n}: {title}
shift_purpose=Syfte: {title}
other_activities=Övriga aktiviteter
activity_facts=Status: {status}. {roles}
activity_roles_one=Roll: {roles}.
activity_roles_many=Roller: {roles}.
entry={date}: {text}
effect=För barnen: {text}
none=Ingen aktivitet har följts upp med text under året.

[attention]
why_overdue=Försenad {days} dagar. Skulle vara klar den {date}.
why_overdue_one=Försenad en dag. Skulle vara klar den {date}.
why_not_begun=Skulle ha börjat den {date} men är inte uppföljd.
why_silent=Är inte uppföljd.
why_raised=Lyft till ledningen.
coming={title} (klar senast {date})

[handlingsplan]
parts=contents;background;direction;strategy;shifts;activities;long_term;approval;wheel
title={plan_title}
subject=
subject_no_board=
footer={plan_title}
background=Bakgrund
direction=Riktning för barnrättsarbetet
strategy=Långsiktig strategi
shifts=Förflyttningar {year}
activities=Aktiviteter {year}
wheel=Årshjul {year}
long_term=På längre sikt
approval=Fastställande
shift=Förflyttning {n}: {title}
purpose=Syfte: {value}
articles=Artikel {value}
# What is read again when the document is imported: several facts stand in one paragraph
responsible=Ansvarig: {value}
start=Startar: {value}
due=Klar senast: {value}
shift_numbers=Förflyttning: {value}
roles=Roller: {value}
count_one=Den {date} har planen en aktivitet.
count_many=Den {date} har planen {n} aktiviteter.
counted_once=En aktivitet som har flera roller står under var och en av dem, men räknas en gång.
approved=Fastställd av {by} den {date}.
approved_by=Fastställd av {by}.
approved_on=Fastställd den {date}.
not_approved=Handlingsplanen är inte fastställd.

[barnbokslut]
parts=front;contents;introduction;account;followup;analysis;results;areas
numbered_headings=true
title=Barnbokslut {year}
subject=Återrapportering av arbetet med barnets rättigheter till {board}
subject_no_board=Återrapportering av arbetet med barnets rättigheter
footer=Barnbokslut {year}
to=Till {board}

introduction=Inledning
background=Bakgrund och syfte
concepts=Viktiga begrepp
articles=De fyra grundläggande artiklarna
account=Barnbokslut
followup=Uppföljning av föregående års utvecklingsområden och åtgärder
analysis=Nulägesanalys av barnrättsarbetet
conditions=Förutsättningar för barnrättsarbetet
strengths=Styrkor i barnrättsarbetet
challenges=Utmaningar och brister i barnrättsarbetet
results=Vad årets handlingsplan har lett till
figures=Så långt har arbetet kommit
done=Vad som har gjorts och vad det betydde för barnen
remains=Vad som återstår och varför
areas=Utvecklingsområden och åtgärder {next_year}

followup_table=Uppföljning av utvecklingsområden från {last_year}
followup_area=Utvecklingsområde från föregående år
followup_measures=Åtgärder
followup_status=Status
followup_comment=Kommentar
followup_none=Det finns inga utvecklingsområden från {last_year} att följa upp.

areas_table=Utvecklingsområden för {next_year}
areas_area=Utvecklingsområde
areas_measures=Åtgärder
areas_result=Förväntat resultat
areas_none=Inga utvecklingsområden är beslutade för {next_year}.

remains_table=Aktiviteter som återstår, har pausats eller utgår
remains_activity=Aktivitet
remains_status=Status
remains_due=Klar senast
remains_first_due=Från början {date}
remains_why=Senaste uppföljning
remains_nothing=Alla aktiviteter i handlingsplanen är genomförda.
nothing_said=Ingen uppföljning

assessments=Barnkonsekvensanalyser
assessments_figures={asked}: {made} gjordes, {not_made} gjordes inte och {not_needed} behövdes inte. Barn hördes i {heard} av {made} gjorda analyser.
assessments_figures_none_made={asked}: {made} gjordes, {not_made} gjordes inte och {not_needed} behövdes inte.
assessments_one=En barnkonsekvensanalys har begärts
assessments_many={n} barnkonsekvensanalyser har begärts
assessments_table=Barnkonsekvensanalyser {year}
assessments_decision=Beslut
assessments_day=Beslutsdag
assessments_outcome=Barnkonsekvensanalys
assessments_said=Kommentar
assessments_made=Gjord, barn hördes inte
assessments_made_heard=Gjord, barn hördes
assessments_not_made=Inte gjord
assessments_not_needed=Behövdes inte
assessments_no_day=Inte beslutat än

[lagesrapport]
parts=front;comment;figures;attention;soon
title=Lägesrapport: barnets rättigheter {year}
subject=
subject_no_board=
footer=Lägesrapport {year}
comment=Kommentar
figures=Så långt har arbetet kommit
attention=Behöver uppmärksamhet
attention_table=Aktiviteter som behöver uppmärksamhet
attention_activity=Aktivitet
attention_responsible=Ansvarig
attention_why=Varför
attention_none=Ingen aktivitet är försenad, och alla som skulle ha börjat är uppföljda.
soon=Ska vara klart inom två veckor
soon_one=En aktivitet ska vara klar inom två veckor.
soon_many={n} aktiviteter ska vara klara inom två veckor.
comment_more=Kommentaren är längre. Hela texten finns i planen.
more_one=En aktivitet till står i planen.
more_many={n} aktiviteter till står i planen.

[halvarsrapport]
parts=front;contents;summary;figures;shifts;done;areas;attention;ahead;wheel
title=Halvårsrapport {year}: barnets rättigheter
subject=Halvårsrapport om arbetet med barnets rättigheter till {board}
subject_no_board=Halvårsrapport om arbetet med barnets rättigheter
footer=Halvårsrapport {year}
to=Till {board}
summary=Sammanfattning
figures=Så långt har arbetet kommit
shifts=Läget per förflyttning
done=Vad som har gjorts och vad det betydde för barnen
areas=Utvecklingsområden från barnbokslut {last_year}
areas_table=Utvecklingsområden från barnbokslut {last_year}
areas_area=Utvecklingsområde
areas_status=Status
areas_comment=Kommentar
attention=Behöver uppmärksamhet
attention_table=Aktiviteter som behöver uppmärksamhet
attention_activity=Aktivitet
attention_responsible=Ansvarig
attention_why=Varför
attention_none=Ingen aktivitet är försenad, och alla som skulle ha börjat är uppföljda.
more_one=En aktivitet till står i planen.
more_many={n} aktiviteter till står i planen.
ahead=Resten av året
wheel=Året i ett hjul
ahead_intro=De här aktiviteterna ska bli klara före årets slut:
ahead_none=Ingen mer aktivitet har årets slut eller en tidigare dag som sista dag.

[tjansteskrivelse]
parts=front;proposal;summary;basis;matter;best_interests;equality;economy;assessment;attachments;recipients
title=Barnbokslut {year}
subject=Tjänsteskrivelse till {board}
subject_no_board=Tjänsteskrivelse
footer=Tjänsteskrivelse: barnbokslut {year}
to=Till {board}
officer=Handläggare
officer_line=Handläggare: {name}
proposal=Förslag till beslut
proposal_intro=Förvaltningen föreslår att {board} beslutar följande:
summary=Sammanfattning
basis=Beslutsunderlag
basis_barnbokslut=Barnbokslut {year}
basis_plan={plan_title}
basis_plan_approved={plan}, fastställd den {date}
matter=Ärendet
matter_last_year=Så gick det med utvecklingsområdena från barnbokslut {last_year}:
area_status={title}: {status}
matter_next_year=Det här behöver bli bättre under {next_year}:
best_interests=Barnets bästa
equality=Jämställdhet
economy=Ekonomi
assessment=Förvaltningens bedömning
attachments=Bilagor
recipients=Beslutet skickas till

# The barnbokslut for children: sentences of few and short words. A test holds their LIX under 30.
[barnversion]
parts=front;numbers;promised;done;left;say
title=Barnens bokslut {year}
subject=Barnbokslut {year} för barn
subject_no_board=Barnbokslut {year} för barn
footer=Barnens bokslut {year}
about=Barn har rättigheter. Vuxna som jobbar i {organisation} ska se till att barn får dem. Här kan du läsa hur det gick under {year}.
as_of=Så här var det den {date}.
# Below the large numbers
figure_done=klart
figure_ongoing=på gång
figure_not_started=inte börjat
figure_paused=får vänta
figure_cancelled=blir inte av
promised=Det här lovade de vuxna
promised_one=De vuxna skrev en plan med 1 sak att göra.
promised_many=De vuxna skrev en plan med {n} saker att göra.
promised_quote=Så här skrev de vuxna om vad de ville nå:
done=Det här har de gjort
done_one=1 sak är klar.
done_many={n} saker är klara.
ongoing_one=1 sak är på gång.
ongoing_many={n} saker är på gång.
left=Det här är kvar
left_one=1 sak har inte börjat än.
left_many={n} saker har inte börjat än.
paused_one=1 sak har fått vänta.
paused_many={n} saker har fått vänta.
cancelled_one=1 sak blir inte av.
cancelled_many={n} saker blir inte av.
late_one=1 sak är sen. Den skulle ha varit klar nu.
late_many={n} saker är sena. De skulle ha varit klara nu.
left_quote=Det här ska de vuxna bli bättre på:
say=Säg vad du tycker
more_one=Och 1 sak till.
more_many=Och {n} saker till.
more_text=Det finns mer att läsa. Fråga en vuxen om resten.

# The årshjul as a figure
[wheel]
text=Årshjul {year}: när aktiviteterna börjar och ska vara klara, roll för roll, och årets datum.
without_role=Utan roll
starts=börjar
due=klar senast
today=Läget den {date}
occasion=Uppföljningstillfälle
activities_one={n} aktivitet
activities_many={n} aktiviteter
board=Nämnd
budget=Budget
control=Intern kontroll
week=Barnrättsvecka
other=Annat

# The calendar file of the årshjul
[calendar]
start=Börjar: {title}
due=Ska vara klar: {title}
occasion=Sista dag för uppföljning: {title}

[standard_text]
background=Barnkonventionen är svensk lag sedan den 1 januari 2020. Den gäller alla barn, alltså alla som är under 18 år.\n\nI barnbokslutet berättar {organisation} hur arbetet med barnets rättigheter har gått under {year}. Det visar vad som blev gjort, vad det betydde för barnen, vad som brister och vad som ska bli bättre nästa år.
concepts=- Barnperspektiv: det vuxna vet om barn och använder för att göra det som är bäst för dem.\n- Barnets perspektiv: det barnet självt berättar om hur något är.\n- Barnrättsperspektiv: att utgå från de rättigheter som barn har enligt barnkonventionen.
articles=Arbetet utgår från konventionens fyra grundprinciper:\n\n- Artikel 2: Alla barn har samma rättigheter och lika värde.\n- Artikel 3: Barnets bästa ska komma i främsta rummet.\n- Artikel 6: Barn har rätt till liv, överlevnad och utveckling.\n- Artikel 12: Barn har rätt att säga vad de tycker och att bli lyssnade på.
halvarsrapport_summary=Rapporten visar hur långt {organisation} har kommit med handlingsplanen för {year}, vad det har betytt för barnen och vad som behöver uppmärksamhet. Den kompletterar barnbokslutet, som lämnas efter årets slut.
tjansteskrivelse_proposal=Nämnden godkänner barnbokslut {year}.\nNämnden ger förvaltningen i uppdrag att genomföra åtgärderna för utvecklingsområdena i barnbokslutet under {next_year}.
tjansteskrivelse_summary=Barnbokslutet berättar hur arbetet med barnets rättigheter har gått under {year}: vad som blev gjort, vad det betydde för barnen, vad som brister och vad som ska bli bättre nästa år.
tjansteskrivelse_matter=Barnkonventionen är svensk lag. Den som beslutar om frågor som rör barn ska sätta barnets bästa i främsta rummet. Barnbokslutet är nämndens underlag för att följa hur det går, och för att besluta om vad som behöver göras.
tjansteskrivelse_best_interests=Barnbokslutet följer upp arbetet enligt artikel 2, 3, 6 och 12 i barnkonventionen. Det redovisar också vad arbetet har betytt för barnen.
tjansteskrivelse_attachments=- Barnbokslut {year}
barnversion_say=Du får säga vad du tycker. Det är din rätt. Vuxna ska lyssna på dig.\n\nBe en vuxen som du litar på om hjälp. Du kan be den vuxna att skriva till oss. Du kan skriva själv.

[workbook]
title=Uppföljning av barnets rättigheter {year}
chart=Aktiviteternas status per roll {year}, till och med den {date}
activities=Aktiviteter
follow_ups=Uppföljningar
shifts=Förflyttningar
areas=Utvecklingsområden
long_term=På längre sikt
texts=Texter
plans=Handlingsplaner
figures=Läget i siffror
year=År
activity=Aktivitet
status=Status
overdue=Försenad
roles=Roller
role=Roll
responsible=Ansvarig
start=Startar
due=Klar senast
first_due=Första datum
articles=Artiklar
last_follow_up=Senast uppföljd
comment=Vad som hände
effect=Vad det betydde för barnen
description=Beskrivning
day=Datum
author=Av
number=Nummer
shift=Förflyttning
purpose=Syfte
n_activities=Aktiviteter
n_done=Genomförda
area=Utvecklingsområde
measures=Åtgärder
expected_result=Förväntat resultat
item=Punkt
taken_in=Intagen i en plan
section=Avsnitt
article=Artikel
text=Text
ready=Klar
approved_by=Fastställd av
approved_on=Fastställd den
registry_number=Diarienummer
yes=Ja
# The sheets of what no other sheet sums up
assessments=Barnkonsekvensanalyser
decision_made=Beslut
outcome=Utfall
outcome_made=Gjord
outcome_not_made=Inte gjord
outcome_not_needed=Behövdes inte
reason=Skäl
heard=Barn fick komma till tals
link=Länk
note=Anteckning
indicators=Indikatorer
indicator=Indikator
scale=Mäts i
scale_number=Antal
scale_percent=Procent
scale_yes_no=Ja eller nej
scale_level=Nivå 1–4
unit_counted=Vad som räknas
baseline=Utgångsläge
target=Mål
values=Värden
value=Värde
remark=Kommentar
delays=Flyttade datum
moved_from=Från
moved_to=Till
moved_on=Flyttad den
occasions=Uppföljningstillfällen
occasion=Tillfälle
cut_off=Senast den
closed_on=Stängt den
reported=Rapporterat
plan_texts=Handlingsplanens texter
section_background=Bakgrund
section_direction=Inriktning
section_strategy=Strategi
heading=Rubrik
adopted=Fastställda handlingar
format=Format
as_of=Siffror till och med
paragraph=Paragraf
sha256=SHA-256
year_marks=Datum i årshjulet
mark=Datum för
category=Slag
category_board=Nämnden
category_budget=Budget
category_control=Intern kontroll
category_week=Barnrättsveckan
category_other=Annat
by_week=Hela veckan
yearly=Varje år
saved_views=Sparade vyer
view=Vy
filter=Urval
grouping=Gruppering
sorting=Sortering
columns=Kolumner
role_names=Roller i planen
units=Verksamhetsområden
unit=Verksamhetsområde
organisation=Förvaltning
board=Nämnd
municipality=Kommun

[material]
standard_text=Standardtext
standard_source=Ur dokumentmallen
last_year=Förra årets text
last_year_source=Barnbokslut {year}
figures=Läget i siffror
figures_source=Handlingsplan {year}, till och med {date}
followup_source=Uppföljning {date}, {roles}
effect_title=För barnen: {title}
area_source=Utvecklingsområde från {year}

# The wording of documents.
# {year} {last_year} {next_year} {date} {organisation} {board} {municipality} {n} … are filled in where they stand.

[general]
language=sv-SE
and=\soch\s

[status]
not_started=Ej påbörjad
ongoing=Påbörjad
done=Genomförd
paused=Pausad
cancelled=Utgår
overdue=Försenad

[article]
heading=Artikel {n}: {name}
other=Artikel {n}
2=lika rättigheter för alla barn
3=barnets bästa
6=liv, överlevnad och utveckling
12=rätten att säga sin mening och bli hörd

[barnbokslut]
title=Barnbokslut {year}
subject=Återrapportering av arbetet med barnets rättigheter till {board}
subject_no_board=Återrapportering av arbetet med barnets rättigheter
footer=Barnbokslut {year}
to=Till {board}
as_of=Uppgifterna gäller till och med den {date}.
registry_number=Diarienummer {n}

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
by_shift_table=Aktiviteternas status per förflyttning
role=Roll
shift=Förflyttning
total=Alla
overdue_column=Varav försenade
no_role=Utan roll
no_shift=Utan förflyttning
all=Alla aktiviteter

shift_heading=Förflyttning {n}: {title}
shift_purpose=Syfte: {title}
other_activities=Övriga aktiviteter
activity_facts=Status: {status}. {roles}
activity_roles_one=Roll: {roles}.
activity_roles_many=Roller: {roles}.
entry={date}: {text}
effect=För barnen: {text}
done_none=Ingen aktivitet har följts upp med text under året.
remains_table=Aktiviteter som återstår, har pausats eller utgår
remains_activity=Aktivitet
remains_status=Status
remains_due=Klar senast
remains_why=Senaste uppföljning
remains_nothing=Alla aktiviteter i handlingsplanen är genomförda.
no_date=–
nothing_said=Ingen uppföljning

[standard_text]
background=Barnkonventionen är svensk lag sedan den 1 januari 2020. Den gäller alla barn, alltså alla som är under 18 år.\n\nI barnbokslutet berättar {organisation} hur arbetet med barnets rättigheter har gått under {year}. Det visar vad som blev gjort, vad det betydde för barnen, vad som brister och vad som ska bli bättre nästa år.
concepts=- Barnperspektiv: det vuxna vet om barn och använder för att göra det som är bäst för dem.\n- Barnets perspektiv: det barnet självt berättar om hur något är.\n- Barnrättsperspektiv: att utgå från de rättigheter som barn har enligt barnkonventionen.
articles=Arbetet utgår från konventionens fyra grundprinciper:\n\n- Artikel 2: Alla barn har samma rättigheter och lika värde.\n- Artikel 3: Barnets bästa ska komma i främsta rummet.\n- Artikel 6: Barn har rätt till liv, överlevnad och utveckling.\n- Artikel 12: Barn har rätt att säga vad de tycker och att bli lyssnade på.

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

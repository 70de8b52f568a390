### Wat klantreis tegen mensen zegt, in het Nederlands. Accenten (`) staan om wat letterlijk is overgenomen.
### Wat er in een tekst wordt ingevuld heet in elke taal hetzelfde.

## Hoe delen bij elkaar komen

joined = { $first }; { $then }
names-and-more = { $names } en nog { $more }

## In de terminal

severity-error = fout
severity-warning = let op
severity-note = weetje
label-help = tip
label-at = bij
summary-valid = { $count ->
        [one] { $count } klantreis in orde
       *[other] { $count } klantreizen in orde
    }
summary-complete = { $valid } en compleet
summary-none-complete = { $valid }, maar niet compleet
summary-some-complete = { $valid }, waarvan { $complete } compleet
summary-failed = { $all ->
        [one] { $failed } van { $all } bestand mislukt
       *[other] { $failed } van { $all } bestanden mislukt
    }
summary-warnings = { $count ->
        [one] { $count } opmerking
       *[other] { $count } opmerkingen
    }
summary-left = { $count ->
        [one] { $count } bestand niet bekeken
       *[other] { $count } bestanden niet bekeken
    }
written = geschreven: { $path }
skipped = overgeslagen: { $why }
also-here = dat geldt ook voor { $places }
also-here-and-more = dat geldt ook voor { $places } en nog { $more } (met --verbose zie je ze allemaal)
so-often = dit komt { $count } keer voor
more-unplaced = { $count ->
        [one] en nog { $count } cel heeft geen plaats gekregen: met --verbose zie je alles
       *[other] en nog { $count } cellen hebben geen plaats gekregen: met --verbose zie je alles
    }
with-more = { $message } (en nog { $more } keer; met --verbose zie je alles)
with-aside = { $message } ({ $aside })
as-layout = als { $layout }: { $message }
table-all = alles
table-total = totaal
listed = { $first }, { $then }
summary-written = { $count ->
        [one] { $count } bestand geschreven: { $paths }
       *[other] { $count } bestanden geschreven: { $paths }
    }
summary-written-to = { $count ->
        [one] { $count } bestand geschreven in { $folder }
       *[other] { $count } bestanden geschreven in { $folder }
    }
summary-written-some = { $count ->
        [one] { $count } bestand geschreven in { $folder }, { $kept } ongewijzigd
       *[other] { $count } bestanden geschreven in { $folder }, { $kept } ongewijzigd
    }
summary-removed = { $count ->
        [one] { $count } bestand verwijderd
       *[other] { $count } bestanden verwijderd
    }
summary-imported = { $count ->
        [one] { $count } klantreis geschreven in { $folder }
       *[other] { $count } klantreizen geschreven in { $folder }
    }
summary-normal = { $count ->
        [one] { $count } klantreis in de standaardvorm
       *[other] { $count } klantreizen in de standaardvorm
    }
summary-unchanged = { $count ->
        [one] { $count } bestand ongewijzigd
       *[other] { $count } bestanden ongewijzigd
    }
summary-formatted = { $count ->
        [one] { $count } bestand opgemaakt
       *[other] { $count } bestanden opgemaakt
    }
summary-formatted-some = { $count ->
        [one] { $count } bestand opgemaakt, { $kept } ongewijzigd
       *[other] { $count } bestanden opgemaakt, { $kept } ongewijzigd
    }
summary-merged = { $count ->
        [one] { $count } klantreis samengevoegd
       *[other] { $count } klantreizen samengevoegd
    }
summary-merged-into = { $count ->
        [one] { $count } klantreis samengevoegd in { $path }
       *[other] { $count } klantreizen samengevoegd in { $path }
    }
summary-combined = { $count ->
        [one] { $count } klantreis in één tabel gezet
       *[other] { $count } klantreizen in één tabel gezet
    }
summary-combined-into = { $count ->
        [one] { $count } klantreis gezet in { $path }
       *[other] { $count } klantreizen samen gezet in { $path }
    }
nothing-merged = niets samengevoegd
nothing-compared = niets vergeleken
no-changes = geen verschillen

## Bestanden die worden overgeslagen

skip-document = een klantreis in JSON, die blijft zoals hij is
skip-tables = { $count ->
        [one] een werkmap of tabel, waarvan `klantreis import` een klantreis maakt
       *[other] { $count } werkmappen en tabellen, waarvan `klantreis import` klantreizen maakt
    }
skip-no-journey = JSON zonder `klantreis`
skip-office-lock = een vergrendelbestand van Office
skip-output-folder = de map voor de resultaten
skip-output-file = het bestand voor het resultaat
skip-hidden = verborgen
skip-folder-link = een koppeling naar een map
skip-no-file = geen gewoon bestand
skip-report = een verslag van dit programma
skip-beside = de klantreis met die naam in JSON is gelezen; noem de tabel zelf om die te lezen
skip-own = gemaakt van wat ernaast staat
skip-poster = een poster van klantreis
skip-picture = een afbeelding bij een klantreis
skip-not-picked = niet gekozen
skip-other = niets waaruit een klantreis gelezen wordt
role-input = een invoerbestand
role-beside = een klantreis naast de invoer
role-picture = een afbeelding bij de invoer
role-list = de lijst met invoerbestanden
role-rules = het bestand met regels
role-model = het voorbeeld
role-theme = het thema
role-logo = het logo van het thema
role-config = de instellingen van een map
role-font = een lettertype dat wordt gebruikt

## Regels

group-who = wie
group-cells = cellen
group-texts = teksten
group-order = volgorde
group-model = voorbeeld
group-other = overig
group-import = import

name-no-author = geen auteur
name-no-persona = geen klant
name-empty-cell = lege cellen
name-phase-without-touchpoint = fase zonder touchpoint
name-no-emotion = geen score
name-placeholder = plaatshouder
name-too-short = te kort
name-out-of-order = verkeerde volgorde
name-missing-stage = stadium ontbreekt
name-missing-phase = fase ontbreekt
name-missing-lane = rij ontbreekt
name-extra-phase = extra fase
name-other = overig
name-import = import

rule-no-author = Er staat niet bij wie de klantreis heeft gemaakt.
rule-no-persona = Er staat niet bij welke klant er reist.
rule-empty-cell = Fasen, rijen of losse cellen zijn leeg.
rule-phase-without-touchpoint = In een fase staat wel iets, maar geen touchpoint.
rule-no-emotion = In de rij met de beleving ontbreekt een score bij een fase waar wel iets staat.
rule-placeholder = Een tekst is nog een plaatshouder, zoals `TODO`, `…` of `vul hier in`.
rule-too-short = Een tekst is te kort om iets te zeggen, zoals `x`, `-` of `Ja`.
rule-out-of-order = Een touchpoint gebeurt eerder dan een touchpoint dat ervoor staat in dezelfde rij.
rule-missing-stage = Het voorbeeld heeft een stadium dat in de klantreis ontbreekt.
rule-missing-phase = Het voorbeeld heeft een fase die in de klantreis ontbreekt.
rule-missing-lane = Het voorbeeld heeft een soort rij die in de klantreis ontbreekt.
rule-extra-phase = De klantreis heeft een fase die het voorbeeld niet heeft.
rule-other = Er is iets anders aan de hand, bijvoorbeeld een afbeelding die niet getoond kan worden.
rule-import = Bij het inlezen van een werkmap of tabel viel iets op, bijvoorbeeld een cel die geen plaats heeft in de klantreis; dit telt niet als bevinding.

## Wat regels vinden, en wat je eraan doet

unlisted-findings = { $count ->
        [one] er is nog { $count } bevinding van deze regel die hier niet staat
       *[other] er zijn nog { $count } bevindingen van deze regel die hier niet staan
    }
unlisted-findings-help = verbeter wat hierboven staat en kijk het opnieuw na

no-author = er staat niet bij wie de klantreis heeft gemaakt
no-author-help = { $input ->
        [cell] vul je naam in bij { $cell }, { $label }
        [table] zet boven de tabel een rij met `Auteur` en je naam
        [markdown] zet boven de tabel een regel als `Auteur: Sam de Vries (MEP2)`
        [mermaid] zeg bij het inleveren wie je bent: in een diagram is daar geen plek voor
        [yaml] zet je naam erbij: `authors: [{"{"} name: …, class: … {"}"}]`
       *[json] zet je naam erbij: `"authors": [{"{"} "name": "…", "class": "…" {"}"}]`
    }

no-persona = er staat niet bij welke klant er reist
no-persona-help = { $input ->
        [cell] beschrijf de klant bij { $cell }, { $label }: wie reist er, en waarom?
        [table] zet boven de tabel een rij met `Scenario` waarin staat wie er reist, en waarom
        [markdown] zet boven de tabel een regel als `Scenario: Bo wil naar zee`
        [mermaid] noem de klant achter de scores, zoals in `Zoeken: 3: Bo`
        [yaml] beschrijf de klant: `scenario: …`, of `personas: [{"{"} name: … {"}"}]`
       *[json] beschrijf de klant: `"scenario": "…"`, of `"personas": [{"{"} "name": "…" {"}"}]`
    }
no-persona-strict-help = { $input ->
        [cell] beschrijf de klant als persona
        [table] zet boven de tabel een rij met `Persona` waarin staat wie er reist
        [markdown] zet boven de tabel een regel als `Persona: Bo`
        [mermaid] noem de klant achter de scores, zoals in `Zoeken: 3: Bo`
        [yaml] beschrijf de klant: `personas: [{"{"} name: … {"}"}]`
       *[json] beschrijf de klant: `"personas": [{"{"} "name": "…" {"}"}]`
    }

no-phase-begun = in geen enkele fase staat al iets
no-phase-begun-help = begin met de eerste fase: wat wil de klant daar?
phases-empty = { $all ->
        [one] { $part } van de { $all } fase is leeg: { $names }
       *[other] { $part ->
            [one] { $part } van de { $all } fasen is leeg: { $names }
           *[other] { $part } van de { $all } fasen zijn leeg: { $names }
        }
    }
phases-empty-help = schrijf op wat daar gebeurt, of haal de fase weg
lane-empty = de rij { $lane } is leeg
lane-empty-help = vul de rij in, of haal haar weg
lanes-empty = { $part } van de { $all } rijen zijn leeg: { $names }
lanes-empty-help = vul ze in, of haal ze weg
lane-has-gaps = { $all ->
        [one] de rij { $lane } is leeg in { $part } van de { $all } fase: { $phases }
       *[other] de rij { $lane } is leeg in { $part } van de { $all } fasen: { $phases }
    }
lane-has-gaps-help = vul de rij daar in

no-touchpoint-lane = de klantreis heeft geen rij voor touchpoints
no-touchpoint-lane-help = { $input ->
        [table] maak een rij `Touchpoint`: waar komen klant en organisatie elkaar tegen?
        [cell] maak een rij `Touchpoint`: waar komen klant en organisatie elkaar tegen?
        [markdown] maak een rij `Touchpoint`: waar komen klant en organisatie elkaar tegen?
        [mermaid] een diagram heeft alleen taken en scores; maak er een tabel van waarin staat waar klant en organisatie elkaar tegenkomen
       *[json] maak een rij van de soort `touchpoint`: waar komen klant en organisatie elkaar tegen?
    }
phases-without-touchpoint = { $all ->
        [one] { $part } van de { $all } fase heeft geen touchpoint: { $names }
       *[other] { $part ->
            [one] { $part } van de { $all } fasen heeft geen touchpoint: { $names }
           *[other] { $part } van de { $all } fasen hebben geen touchpoint: { $names }
        }
    }
phases-without-touchpoint-help = schrijf op waar klant en organisatie elkaar daar tegenkomen

no-emotion-lane = de klantreis heeft geen rij voor de beleving
no-emotion-lane-help = { $input ->
        [table] maak een rij `Beleving` met een score voor elke fase
        [cell] maak een rij `Beleving` met een score voor elke fase
        [markdown] maak een rij `Beleving` met een score voor elke fase
        [mermaid] zet achter elke taak een score, zoals in `Zoeken: 3: Bo`
       *[json] maak een rij van de soort `emotion` met een score voor elke fase
    }
no-scores = de rij { $lane } heeft geen scores
no-scores-help = { $input ->
        [table] geef elke fase een score: een getal in die rij
        [cell] geef elke fase een score: een getal in die rij
        [markdown] geef elke fase een score: een getal in die rij
        [mermaid] zet achter elke taak een score, zoals in `Zoeken: 3: Bo`
        [yaml] geef elke fase een score: `score: 1`
       *[json] geef elke fase een score: `{"{"} "score": 1 {"}"}`
    }
scores-have-gaps = { $all ->
        [one] de rij { $lane } heeft geen score in { $part } van de { $all } fase: { $phases }
       *[other] de rij { $lane } heeft geen score in { $part } van de { $all } fasen: { $phases }
    }
scores-have-gaps-help = { $input ->
        [table] geef aan hoe de klant zich daar voelt: een getal in die rij
        [cell] geef aan hoe de klant zich daar voelt: een getal in die rij
        [markdown] geef aan hoe de klant zich daar voelt: een getal in die rij
        [mermaid] geef aan hoe de klant zich daar voelt: zet een score achter de taak, zoals in `Zoeken: 3: Bo`
        [yaml] geef aan hoe de klant zich daar voelt, bijvoorbeeld met `score: 1`
       *[json] geef aan hoe de klant zich daar voelt, bijvoorbeeld met `{"{"} "score": 1 {"}"}`
    }

fault-apart = { $text } is { $what }
fault-in-lane = { $count ->
        [one] in de rij { $lane } staat { $what }, { $text }, bij { $phases }
       *[other] in de rij { $lane } staan { $what }, zoals { $text }, bij { $phases }
    }
fault-placeholder = { $count ->
        [one] een plaatshouder
       *[other] plaatshouders
    }
placeholder-help = schrijf op wat daar hoort, of laat het weg
fault-too-short = { $count ->
        [one] een tekst die te kort is om iets te zeggen
       *[other] teksten die te kort zijn om iets te zeggen
    }
too-short-help = vertel iets meer: iemand die er niet bij was moet het begrijpen

out-of-order = { $later } staat achter { $earlier }
out-of-order-more = { $later } staat achter { $earlier }; en nog { $more } keer in de rij { $lane }
out-of-order-help = { $input ->
        [json] zet ze in de volgorde waarin ze gebeuren, of verbeter `when`
        [yaml] zet ze in de volgorde waarin ze gebeuren, of verbeter `when`
       *[other] zet ze in de volgorde waarin ze gebeuren, of verbeter het tijdstip
    }

missing-stages = { $count ->
        [one] { $count } van de { $all } stadia van { $model } ontbreekt: { $names }
       *[other] { $count } van de { $all } stadia van { $model } ontbreken: { $names }
    }
missing-stages-help = { $input ->
        [json] zet het bij `stages`, of geef een stadium van jezelf die titel of id
        [yaml] zet het bij `stages`, of geef een stadium van jezelf die titel of id
       *[other] zet het in een rij boven de fasen, of geef een stadium van jezelf die naam
    }
missing-phases = { $count ->
        [one] { $count } van de { $all } fasen van { $model } ontbreekt: { $names }
       *[other] { $count } van de { $all } fasen van { $model } ontbreken: { $names }
    }
missing-phases-help = { $input ->
        [json] zet de fase bij `phases`, of geef een fase van jezelf die titel of id
        [yaml] zet de fase bij `phases`, of geef een fase van jezelf die titel of id
        [mermaid] maak er een `section` van, of geef er een van jezelf die naam
       *[other] maak er een fase bij, of geef een fase van jezelf die naam
    }
missing-lanes = { $count ->
        [one] { $count } van de { $all } rijen van { $model } ontbreekt: { $names }
       *[other] { $count } van de { $all } rijen van { $model } ontbreken: { $names }
    }
missing-lanes-help = { $input ->
        [json] zet een rij van die soort bij `lanes`, en vul haar in
        [yaml] zet een rij van die soort bij `lanes`, en vul haar in
        [mermaid] een diagram heeft alleen taken en scores; maak er een tabel van voor de rest
       *[other] maak een rij met die naam, en vul haar in
    }
extra-phases = { $all ->
        [one] { $part } van de { $all } fase staat niet in { $model }: { $names }
       *[other] { $part ->
            [one] { $part } van de { $all } fasen staat niet in { $model }: { $names }
           *[other] { $part } van de { $all } fasen staan niet in { $model }: { $names }
        }
    }
extra-phases-help = { $input ->
        [json] haal de fase weg, of geef haar de titel of het id uit het voorbeeld
        [yaml] haal de fase weg, of geef haar de titel of het id uit het voorbeeld
       *[other] haal de fase weg, of geef haar de naam uit het voorbeeld
    }

## Het verslag van het nakijken

report-title = Klantreizen nagekeken
report-title-of = Klantreizen nagekeken: { $folder }
report-subject = Wat er opviel bij het nakijken van klantreizen
compared-with = Vergeleken met `{ $model }`.
section-overview = Overzicht
section-findings = Bevindingen
section-rules = Regels
section-passed-over = Overgeslagen
passed-over = Overgeslagen: { $path } ({ $why })
head-hand-in = Inlevering
head-hand-ins = Inleveringen
head-title = Titel
head-made-by = Gemaakt door
head-class = Klas
head-cells-filled = Cellen gevuld
head-cells-in-all = Cellen in totaal
head-status = Stand
turned-findings = bevindingen
head-why = Waarom
head-kind = Soort
head-rule = Regel
head-phase = Fase
head-lane = Rij
head-where = Waar
head-what-was-found = Wat er opviel
head-what-to-do = Wat je doet
head-found-and-help = Wat er opviel, en wat je eraan doet
head-about = Gaat over
head-finds = Wat de regel vindt
head-found = Gevonden
status-complete = compleet
status-findings = { $count ->
        [one] { $count } bevinding
       *[other] { $count } bevindingen
    }
status-invalid = ongeldig
status-unreadable = niet te lezen
tally-complete = { $count ->
        [one] compleet
       *[other] compleet
    }
tally-findings = { $count ->
        [one] met bevindingen
       *[other] met bevindingen
    }
tally-invalid = { $count ->
        [one] ongeldig
       *[other] ongeldig
    }
tally-unreadable = { $count ->
        [one] niet te lezen
       *[other] niet te lezen
    }
so-many-errors = { $count ->
        [one] { $count } fout
       *[other] { $count } fouten
    }
more-errors = { $count ->
        [one] { $message }; en nog { $count } fout
       *[other] { $message }; en nog { $count } fouten
    }
noun-hand-ins = { $count ->
        [one] inlevering
       *[other] inleveringen
    }
hand-ins-in-all = { $count ->
        [one] { $count } inlevering: { $tally }
       *[other] { $count } inleveringen: { $tally }
    }
hand-ins-compared = { $count ->
        [one] { $count } inlevering: { $tally }   ·   vergeleken met { $model }
       *[other] { $count } inleveringen: { $tally }   ·   vergeleken met { $model }
    }
nature-error = fout
nature-finding = bevinding
nature-import = import
place-line = regel { $line }
nothing-was-found = Er viel niets op.
nothing-found = niets gevonden
found-in = { $count ->
        [one] { $total } in { $count } inlevering
       *[other] { $total } in { $count } inleveringen
    }
filled-of = { $filled } van { $all }
complete-of = { $complete } van { $all } compleet
total = Totaal
off = uit
and-more = en nog { $count }
more-told = en nog { $count }, die je ziet met `klantreis check`
more-than-a-sheet = En nog { $count }, die niet op een blad passen.
legend = niets gevonden · een getal: zoveel bevindingen · wat bij het inlezen opvalt telt niet als bevinding
legend-of-sheets = ✓ niets gevonden   ·   een getal: zoveel bevindingen   ·   – niet bekeken: geen geldige klantreis   ·   op het blad Bevindingen staat wat en waar, op het blad Regels wat elke kolom betekent

## Het verslag van een export

made-title = Wat er is geëxporteerd
made-done = { $count ->
        [one] { $count } bestand gelukt
       *[other] { $count } bestanden gelukt
    }
made-failed = { $count } mislukt
made-left = { $count } niet bekeken
made-files = { $count ->
        [one] { $count } bestand, { $size }
       *[other] { $count } bestanden, { $size }
    }
made-heading-failed = Mislukt
made-heading-all = Alles
made-nothing = er is niets gemaakt
made-no-drawing = geen tekening die hier te zien is
made-pages = { $count ->
        [one] { $count } pagina
       *[other] { $count } pagina’s
    }
made-messages = { $count ->
        [one] { $count } bericht
       *[other] { $count } berichten
    }
size-bytes = { $count ->
        [one] { $count } byte
       *[other] { $count } bytes
    }
size-megabytes = { $whole },{ $tenths } MB

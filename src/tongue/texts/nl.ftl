### Wat klantreis tegen mensen zegt, in het Nederlands. Accenten (`) staan om wat letterlijk is overgenomen.
### Wat er in een tekst wordt ingevuld heet in elke taal hetzelfde.

## Hoe delen bij elkaar komen

as-it-is = { $text }
joined = { $first }; { $then }
names-and-more = { $names } en nog { $more }

## In de terminal

severity-error = fout
severity-warning = let op
severity-note = weetje
label-help = tip
label-at = bij
failed = mislukt:
at-place = { $place }: { $message }
first-of-errors = { $message } (en nog { $more })
failure-unreadable = niet te lezen: { $why }
failure-invalid = geen geldige klantreis
failure-not-normal = niet in de standaardvorm
failure-no-document = dit is een werkmap of een tabel en geen klantreis in JSON, en blijft zoals het is; `klantreis import` maakt er een klantreis van
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
skip-system = gemaakt door het besturingssysteem
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
skip-others = { $count ->
        [one] niets waaruit een klantreis gelezen wordt
       *[other] { $count } bestanden waaruit geen klantreis wordt gelezen; `klantreis check` heeft voor elk een regel
    }
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
lane-empty-help = vul de rij in, of haal de rij weg
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
        [json] zet een rij van die soort bij `lanes`, en vul die in
        [yaml] zet een rij van die soort bij `lanes`, en vul die in
        [mermaid] een diagram heeft alleen taken en scores; maak er een tabel van voor de rest
       *[other] maak een rij met die naam, en vul die in
    }
extra-phases = { $all ->
        [one] { $part } van de { $all } fase staat niet in { $model }: { $names }
       *[other] { $part ->
            [one] { $part } van de { $all } fasen staat niet in { $model }: { $names }
           *[other] { $part } van de { $all } fasen staan niet in { $model }: { $names }
        }
    }
extra-phases-help = { $input ->
        [json] haal de fase weg, of geef die de titel of het id uit het voorbeeld
        [yaml] haal de fase weg, of geef die de titel of het id uit het voorbeeld
       *[other] haal de fase weg, of geef die de naam uit het voorbeeld
    }

## Het verslag van het nakijken

report-title = Klantreizen nagekeken
report-title-of = Klantreizen nagekeken: { $folder }
report-subject = Wat er opviel bij het nakijken van klantreizen
compared-with = Vergeleken met `{ $model }`.
section-again = Opnieuw te vragen
again-hand-in = Inlevering
again-made-by = Gemaakt door
again-status = Stand
again-why = Waarom
same-as = hetzelfde als { $path }
by-the-same-as = van dezelfde als { $path }
same-stands-in = hetzelfde staat in { $path }
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

## Wat wordt gelezen, en wat overblijft

left-formula = bevat een formule zonder waarde of met een fout
left-formula-not-in-file = bevat een formule waarvan de uitkomst niet in het bestand staat, of een fout
left-covered = ligt onder een samengevoegde cel en bevat een tekst die niemand ziet
left-comment = heeft een opmerking
left-shape = heeft een tekstvak of vorm over zich
left-picture = heeft een afbeelding over zich
left-prompt = heeft een bericht dat in geen cel staat
left-running = staat op een blad met een kop- of voettekst
left-chart = heeft een grafiek over zich, met een titel
left-link = verwijst naar een adres
left-off-scale = bevat een score die buiten de schaal van de andere valt
left-score-sign = bevat een teken dat voor een score of voor niets staat
left-no-name = is geen naam en geen klas
left-too-long = bevat een langere tekst dan een item mag hebben
left-too-many-items = bevat meer items dan een klantreis mag hebben
left-sign-of-nothing = bevat een teken dat voor niets staat
left-part-of-no-table = hoort niet bij de tabel
left-other-sheet = staat op een ander blad dan de tabel
left-heading = staat als kop boven de rijen eronder, en is zelf geen rij
left-below = staat onder de tabel
left-beside = staat naast de tabel, of heeft geen fase of rij
left-above-without-place = staat boven de tabel en heeft geen plaats in een klantreis
left-outside = staat buiten de tabel, zonder bekend label
left-class-of-nobody = noemt een klas, maar iedereen heeft er al een
left-group-without-persona = noemt een doelgroep, maar er is geen persona
left-sheet-of-no-journey = staat op een blad dat niet bij de klantreis hoort
left-above-unknown = staat boven de tabel en is geen titel en geen bekend gegeven
left-beside-or-below = staat naast of onder de tabel
left-too-many-risks = bevat meer risico’s dan een fase kan hebben
left-too-many-stages = noemt meer stadia dan een klantreis kan hebben
left-too-many-in-cell = bevat meer items dan een cel kan hebben
left-another-cell-says-else = zegt iets anders dan een andere cel van hetzelfde veld
left-field-cannot-hold = zegt iets wat in dit veld niet kan
left-further-row = noemt een volgende regel van een rij, die geen eigen naam heeft
left-too-many-authors = noemt meer auteurs dan een klantreis kan hebben
left-class-without-authors = noemt een klas, maar er zijn geen auteurs
left-no-date = bevat geen bekende datum, zoals 2026-11-07
left-lane-not-named = gaat over een rij, maar noemt er geen
left-no-place-number = hoort een plaats in de volgorde te zijn, een getal vanaf 1
left-id-taken = noemt een id dat een fase of een ander item al heeft
left-phase-before = noemt een fase vóór die van zijn item
left-phase-not-there = noemt geen fase uit deze tabel
left-no-number = is geen getal
left-no-truth = zegt niet `TRUE` en niet `FALSE`
left-no-json = is geen JSON
left-not-allowed = mag hier niet staan
left-no-id = is geen id: er staat witruimte in of het is te lang
left-no-kind = noemt geen soort rij
left-no-end-of-scale = is geen uiteinde van een schaal
left-lane-without-scores = hoort bij een rij zonder scores
left-no-tag = is geen taalcode zoals `nl`
left-whose-class = zegt niet welke auteur in welke klas zit
left-no-day = is geen datum zoals 2026-11-07
left-above = staat boven de tabel
left-column-of-none = staat in een kolom die geen klantreis heeft
left-sheet-beside = staat op een blad naast dat van de tabel
left-second-title = is een tweede titel
left-part-of-no-journey = hoort niet bij de klantreis
left-section-too-many = is een sectie meer dan een klantreis fasen heeft
left-too-much = bevat meer dan een klantreis mag hebben
left-comment-of-text = is een opmerking
left-second-document = is een tweede document
left-told-again = herhaalt alleen wat ergens anders staat
left-over = deze cel { $why }
left-over-help = de tekst gaat niet verloren: hij blijft bij de klantreis bewaard (in `x.import`)
left-too-many = meer dan { $most } cellen van dit bestand hebben geen plaats in de klantreis
left-too-large = de cellen van dit bestand die geen plaats hebben in de klantreis bevatten meer dan { $mib } MiB
journey-too-large = de klantreis in dit bestand en wat overblijft zijn samen meer dan { $mib } MiB
only-the-table = is dit het goede bestand? Verwijder de bladen en regels die niet bij de klantreis horen
doubtful = deze tabel is als klantreis gelezen, maar { $why }
doubtful-help = is dit het goede bestand? `import --explain` vertelt wat als fase en rij is gelezen
doubt-left = van de { $all } cellen in de regels hebben er maar { $taken } een plaats in een klantreis
phase-returns = de fase “{ $title }” komt hier terug; ze is gelezen als die hierboven
phases-return = de fase “{ $title }” komt hier terug, en zo nog { $more }; ze is gelezen als die hierboven
phase-returns-help = is het een andere fase, geef die dan een andere naam
scale-turned = bij “{ $name }” is { $min } het best; de scores zijn omgekeerd, zodat { $max } het best is en wat goed is bovenaan staat
scale-turned-help = is het hoogste getal het best, zeg dat dan in de naam van de rij: “(1 = slecht, 5 = goed)”
further-journey = hier begint nog een klantreis, met de fasen { $phases }; die is niet gelezen
further-journey-beside-help = zet die in een eigen bestand, of in een werkmap zonder de andere, en lees dat in
further-journey-help = bewaar dat blad als een eigen bestand, en lees dat in
quoted-name = “{ $name }”
and-so-on = { $names } …
doubt-unknown = geen enkele naam van een fase of rij is hier bekend
doubt-one-known = maar één van de namen van fasen en rijen is hier bekend
doubt-entries = de fasen zijn regels van een logboek of een lijst, zoals “{ $name }”
doubt-numbers = de fasen zijn getallen, zoals “{ $name }”
doubt-a-figure = tussen de fasen staat een getal, “{ $name }”
doubt-corner = “{ $name }” staat tussen de fasen en lijkt te zeggen waar die staan
doubt-plan = “{ $name }” is geen fase van een klantreis
doubt-axis = “{ $name }” lijkt fasen te bevatten, en is gelezen als rij
doubt-several = “{ $name }” noemt meer fasen tegelijk, en is gelezen als een eigen fase
doubt-stages = { $place } heeft geen naam en lijkt stadia te bevatten, en is gelezen bij de rij ervoor
doubt-registers = { $names } zijn kolommen van een logboek, een register of een testplan
doubt-figures = er staan alleen maar getallen in
doubt-nameless = de fasen hebben geen namen, en van de rijen zou alleen “{ $name }” er een van een klantreis kunnen zijn
doubt-any-plan = “{ $name }” staat in elk plan, en geen andere rij vertelt iets over een klant
doubt-corner-of-others = “{ $name }” staat boven de namen van de fasen, en dat zijn geen stappen van een klant
doubt-above-of-others = “{ $name }” staat boven de tabel, en nergens staat dat er een reis is of dat er fasen zijn
doubt-shifted = regel { $line } heeft meer cellen dan de kop van haar tabel
doubt-shifted-help = een streep in een tekst schrijf je als `\|`; kijk of de teksten van die rij op hun plaats staan
doubt-answers = in “{ $name }” staat wanneer iemand heeft geantwoord, en nergens staat dat er fasen zijn
doubt-goal = alleen “{ $name }” zou een rij van een klantreis kunnen zijn, en de andere bevatten getallen
doubt-no-customer = geen enkele rij vertelt wat een klant doet, tegenkomt of voelt
doubt-no-customer-but-dates = geen enkele rij vertelt wat een klant doet, tegenkomt of voelt, en in “{ $name }” staan alleen datums
not-understood = is niet begrepen: { $why }
several-journeys = in deze tabel staan { $count } klantreizen, volgens de kolom `{ $column }`: { $names }
several-journeys-help = houd de regels van één klantreis over (filter op `{ $column }`), bewaar ze als een eigen bestand en lees dat in; `klantreis merge` maakt van meer klantreizen één
says-else-than-above = zegt iets anders dan de regels hierboven over { $part ->
        [stage] hetzelfde stadium
        [phase] dezelfde fase
        [lane] dezelfde rij
        [persona] dezelfde persona
       *[journey] dezelfde klantreis
    }
says-else-than = zegt iets anders over { $part ->
        [stage] hetzelfde stadium
        [phase] dezelfde fase
        [lane] dezelfde rij
        [persona] dezelfde persona
       *[journey] dezelfde klantreis
    } dan { $cell }
item-without = hoort bij een item, maar de regel noemt geen { $part ->
        [phase] fase
       *[lane] rij
    }
no-tidy-table = in dit bestand staat geen tabel met de kolommen `phase`, `lane` en `text`
no-tidy-table-help = de namen van de kolommen staan in één regel boven de items; `klantreis export reis.json --layout tidy -o reis.csv` maakt zo’n tabel
no-phases = geen enkele regel van deze tabel noemt een fase
no-phases-help = schrijf onder de namen van de kolommen één regel voor elk item, met zijn `phase` en zijn `lane`
no-score = bevat geen score van { $min } tot en met { $max }
kept-data-damaged = dit blad bewaart de klantreis waar de werkmap van is gemaakt, en is beschadigd; de tabellen worden gelezen zoals ze er staan
kept-data-damaged-help = kijk na wat er is gelezen: wat niet in de tabellen staat is verloren; of lees een kopie in waarin dit blad heel is
no-workbook-of-ours = dit is geen werkmap van klantreis: er zit geen klantreis in een verborgen blad
no-workbook-of-ours-help = lees het als tabel van een ander: `--layout matrix`
misfit-number = bevat geen getal
misfit-rating = bevat geen heel getal van 1 tot en met 5
misfit-mark = bevat geen kruisje: schrijf “x”, of laat de cel leeg
misfit-day = bevat geen datum zoals 2026-11-22
misfit-choice = bevat geen van deze: { $choices }
misfit-target = noemt geen fase of touchpoint van de klantreis
is-report = dit is een verslag van `klantreis check`, en er staat geen klantreis in
is-report-help = bewaar verslagen apart van wat is ingeleverd
no-matrix = in dit bestand staat geen tabel met fasen en rijen
no-matrix-help = zet de fasen in één rij en namen als “doel”, “actie” en “touchpoint” in de eerste kolom, of andersom; `klantreis new -o reis.xlsx` maakt een werkmap om in te vullen
no-task = in dit diagram staat geen taak
no-journey-diagram = dit is een diagram in Mermaid, maar niet van een klantreis
no-journey-diagram-help = een klantreis is de regel `journey`, met daaronder secties met taken als `Thee zetten: 5: Ik`
further-diagram = hier begint nog een klantreis, en die is niet gelezen
further-diagram-help = zet dat diagram in een eigen bestand, en lees dat in
no-tree = in dit bestand is geen klantreis gevonden: er staat geen lijst met fasen of stappen in
no-tree-help = maak een lijst zoals `phases`, elk met een `name` en met velden zoals `goal`, `action` en `touchpoint`
nothing-in-file = er staat niets in dit bestand
empty-file = het bestand is leeg
empty-file-help = is het wel bewaard, en helemaal geüpload?
unclosed-quote = het aanhalingsteken in regel { $line } wordt nergens gesloten
unclosed-quote-help = zet een aanhalingsteken aan het eind van die cel, en schrijf elk aanhalingsteken erbinnen dubbel
guessed-encoding = regel { $line } is geen UTF-8; het bestand is gelezen als { $encoding }
guessed-encoding-help = kijk of de letters kloppen; bewaar in Excel liever als “CSV UTF-8”
other-encoding = dit document is geen UTF-8; het is gelezen als { $encoding }
other-encoding-help = bewaar het als UTF-8, zoals bij JSON hoort
other-encoding-accents-help = kijk of de accenten kloppen, en bewaar het als UTF-8
broken-workbook = de werkmap is beschadigd of niet compleet: { $why }
anew = open het in Excel of LibreOffice, bewaar het onder een nieuwe naam en probeer het opnieuw
encrypted = de werkmap is beveiligd met een wachtwoord
encrypted-help = open het bestand, haal het wachtwoord weg (Excel: Bestand, Info, Werkmap beveiligen, Versleutelen met wachtwoord) en bewaar het
too-large-unpacked = de werkmap is uitgepakt groter dan { $mib } MiB
no-cells = in geen enkele cel van dit bestand staat iets
no-cells-help = is dit het goede bestand? Een afbeelding of grafiek van een klantreis kan niet worden gelezen, de tabel wel
file-too-large = het bestand is groter dan { $mib } MiB
file-too-large-help = is dit het goede bestand? In Excel maakt “Afbeeldingen comprimeren” een werkmap kleiner
kind-empty-zip = een leeg of beschadigd zipbestand
kind-pdf = een pdf
kind-picture = een afbeelding
kind-rtf = een tekst in RTF
kind-photo = een foto of een film
kind-archive = een archiefbestand
kind-no-text = geen tekst en geen werkmap
kind-zip = een zipbestand
kind-odt = een tekst van LibreOffice
kind-odf = een document van LibreOffice dat geen werkmap is
kind-xlsb = een binaire werkmap van Excel (.xlsb)
kind-word = een document van Word
kind-powerpoint = een presentatie van PowerPoint
kind-numbers = een werkmap van Apple Numbers
kind-old-office = een oud Office-bestand dat geen werkmap is
kind-shortcut = een snelkoppeling naar een pagina op het web, waar niets in staat
kind-google = een snelkoppeling naar een document van Google, waar niets in staat
kind-mail = een e-mail
kind-flat-office = een document van LibreOffice in één tekst (.fods, .fodt)
kind-xml-excel = een XML-werkmap van Excel 2003
kind-web-page = een webpagina
kind-drawing = een tekening (SVG)
kind-xml = een XML-bestand
kind-web-archive = een webarchief
advice-save-xlsx = open het en bewaar het als Excel-werkmap (.xlsx)
advice-picture = een afbeelding van een tabel kan niet worden gelezen; lever de tabel zelf in
advice-needs-table = een klantreis wordt gelezen uit JSON en YAML, uit werkmappen (.xlsx, .xls, .ods), uit teksttabellen (.csv, .tsv, .md) en uit diagrammen in Mermaid (.mmd)
advice-export-table = exporteer de tabel waar dit van is gemaakt
advice-copy-table = kopieer de tabel eruit naar een werkmap
advice-download = open het, kies Bestand, Downloaden, Microsoft Excel (.xlsx), en lever dat bestand in
advice-attached = bewaar de bijlage en lever die in
advice-save-ods = open het in LibreOffice en bewaar het als .ods of .xlsx
advice-unpack = pak het eerst uit
advice-unpack-zip = pak het uit en lever in wat erin zit
advice-numbers = kies in Numbers: Archief, Exporteer naar, Excel
of-json = een klantreis in JSON
of-csv = een teksttabel
of-markdown = een tekst in Markdown
of-mermaid = een diagram in Mermaid
of-ojf = een klantreis in het Open Journey Format
of-yaml = YAML
of-ods = een werkmap van LibreOffice
of-xls = een werkmap van Excel 97 tot 2003
of-xlsx = een werkmap van Excel
unread-files = uit dit soort bestanden wordt geen klantreis gelezen
unread-kind = dit is { $what }, en daar wordt geen klantreis uit gelezen
text-without-table = dit is een tekst zonder tabel, en daar wordt geen klantreis uit gelezen
wrong-extension = het bestand heet .{ $extension } en bevat { $what }; zo is het ook gelezen
wrong-extension-help = noem het .{ $extension }
kind-excel-95 = een werkmap van Excel 5 of 95
no-text-but-zip = dit is geen tekst, maar een werkmap, een document van Word of een ander zipbestand
no-text-but-zip-help = een klantreis wordt hier uit JSON gelezen; maak er een om in te vullen met `klantreis new -o reis.json`

## Codes van bestanden en tabellen, voor verslagen

name-unreadable = niet te lezen
name-unknown-format = ander soort bestand
name-empty-file = leeg bestand
name-no-matrix = geen tabel gevonden
name-doubtful-matrix = twijfelachtige tabel
name-not-placed = zonder plaats
name-wrong-extension = verkeerde extensie
name-guessed-encoding = andere tekencodering
name-other-encoding = andere tekencodering
name-broken-file = beschadigd bestand
name-encrypted = met wachtwoord
name-no-cells = geen gevulde cellen
name-unclosed-quote = open aanhalingsteken
name-scale-turned = schaal omgekeerd
name-further-journey = nog een klantreis
name-several-journeys = meer klantreizen
name-phase-returns = fase komt terug
name-kept-data-damaged = beschadigde gegevens
name-too-large = te groot
name-too-many = te veel
name-syntax = geen geldige tekst
name-not-utf8 = geen UTF-8

## Wat er in een document staat

more-problems = er zijn nog { $count } problemen die hier niet staan
more-problems-help = los die hierboven op en kijk het opnieuw na
missing-field = { $part ->
        [journey] een klantreis
        [phase] een fase
        [lane] een rij
        [stage] een stadium
        [item] een item
        [persona] een persona
        [author] een auteur
        [scale] een schaal
       *[other] dit onderdeel ({ $name })
    } heeft het veld `{ $field }` nodig
missing-field-help = voeg het toe, zoals in `{ $example }`
unknown-field = { $part ->
        [journey] een klantreis
        [phase] een fase
        [lane] een rij
        [stage] een stadium
        [item] een item
        [persona] een persona
        [author] een auteur
        [scale] een schaal
       *[other] dit onderdeel ({ $name })
    } heeft geen veld { $field }
did-you-mean = bedoel je `{ $name }`?
fields = de velden zijn { $names }
fields-and-own = de velden zijn { $names }; eigen gegevens horen onder `x`
and-elsewhere = { $said }, hier en in { $count ->
        [one] nog één cel
       *[other] nog { $count } cellen
    }
unknown-lane = er is geen rij met het id { $id }
did-you-mean-lane = bedoel je `{ $name }`? `{ $id }` in die rij helpt voor al haar cellen
lanes-are = de rijen zijn { $names }; een andere moet eerst bij `lanes` staan
picture = de afbeelding { $source } { $why }
picture-not-there = is er niet
picture-no-folder = kan niet worden gezocht: het document kwam niet uit een map
picture-outside = { $beside ->
        [theme] ligt buiten de map van het thema
       *[document] ligt buiten de map van het document
    }
picture-no-file = is geen bestand
picture-other-kind = is { $kind }, en dat kan niet worden getoond
picture-unknown-kind = is geen PNG, JPEG of SVG
picture-unsupported = is { $article ->
       *[other] een
    } { $kind } met { $part }, en dat kan niet worden getoond
picture-broken = is een beschadigde { $kind }: { $why }
picture-too-large = is groter dan { $mib } MiB
picture-other-form = er is wel `{ $path }`, met de accenten in een andere Unicode-vorm: geef het bestand een andere naam, of kopieer de naam daarvandaan
picture-other-case = bedoel je `{ $path }`? Hoofdletters en kleine letters tellen
picture-path = het pad begint { $beside ->
        [theme] in de map van het thema
       *[document] in de map van het document
    }, met `/` tussen mappen
picture-no-folder-help = noem het bestand van het document, of zet de afbeelding als data-URI in het document
picture-outside-help = { $beside ->
        [theme] kopieer de afbeelding naar de map van het thema en noem het pad vanaf daar
       *[document] kopieer de afbeelding naar de map van het document en noem het pad vanaf daar
    }
picture-no-file-help = noem een PNG-, JPEG- of SVG-bestand
picture-unreadable-help = zorg dat het bestand gelezen kan worden, en probeer het opnieuw
picture-other-kind-help = bewaar het als PNG, JPEG of SVG
picture-as-png = bewaar het als PNG
picture-as-rgb = bewaar het opnieuw, als PNG of als JPEG in RGB
picture-as-plain-jpeg = bewaar het opnieuw, als JPEG die niet progressief is of met minder pixels
picture-broken-drawing = open het in een tekenprogramma en bewaar het als gewone SVG of PNG
picture-broken-help = kopieer het bestand opnieuw, of open het in een beeldprogramma en bewaar het opnieuw
picture-smaller = maak de afbeelding kleiner: 3000 pixels langs de lange kant is genoeg voor een poster
pictures-smaller = maak de afbeeldingen kleiner: 3000 pixels langs de lange kant is genoeg
choices = schrijf een van deze: { $names }

## Wat er mis is met een tekst, en wat te veel is

json-rtf = dit is opgemaakte tekst (RTF) en geen platte tekst
json-rtf-help = bewaar het als platte tekst; in Teksteditor: Opmaak, Converteer naar platte tekst
json-brace-too-many = haal weg wat erachter staat, of zoek ervoor naar een `{"}"}` te veel
json-one-object = een klantreis is één object: begin met `{"{"}` en eindig met `{"}"}`
json-trailing = het document is hiervoor al afgelopen, en daarna mag er niets meer komen
json-single-quotes = hier staan enkele aanhalingstekens, en JSON heeft dubbele
json-single-quotes-help = schrijf `"` in plaats van `'`
json-curly-quotes = hier staan gekrulde aanhalingstekens, en JSON heeft rechte
json-curly-quotes-help = schrijf `"`; een teksteditor laat aanhalingstekens recht, een tekstverwerker niet
json-comment = JSON heeft geen commentaar
json-comment-help = haal het commentaar weg, of zet het als tekst onder `x`
json-two-commas = hier staan twee komma’s achter elkaar
json-two-commas-help = haal er een weg
json-first-comma = er staat een komma voor de eerste waarde
json-first-comma-help = haal de komma weg
json-null-character = hier staat een nulteken, zoals in een bestand dat niet als tekst is bewaard
json-save-utf8 = bewaar het bestand als UTF-8
json-invisible = hier staat een onzichtbaar teken dat JSON niet kent
json-invisible-help = verwijder het en typ een gewone spatie
json-quote-ended = het aanhalingsteken hiervoor heeft de tekst afgesloten
json-quote-ended-help = een aanhalingsteken binnen een tekst schrijf je als `\"`; moest de tekst eindigen, zet er dan een komma achter
json-comma-help = zet een komma tussen dit en wat ervoor staat
json-no-colon = tussen de naam van een veld en de waarde ontbreekt een dubbele punt
json-no-colon-help = schrijf `"naam": waarde`
json-wrong-bracket = hier staat `]`, maar eerst moet een object met `{"}"}` worden afgesloten
json-wrong-bracket-help = schrijf er `{"}"}` voor
json-no-comma-field = voor dit veld ontbreekt een komma
json-wrong-brace = hier staat `{"}"}`, maar eerst moet een lijst met `]` worden afgesloten
json-wrong-brace-help = schrijf er `]` voor
json-no-comma-value = voor deze waarde ontbreekt een komma
json-bare-name = de naam van een veld staat tussen dubbele aanhalingstekens
json-bare-name-help = schrijf hem als `"title": …`
json-no-value = hier ontbreekt een waarde
json-no-value-help = schrijf de waarde, of haal het veld weg
json-words = JSON kent de woorden `true`, `false` en `null`, in kleine letters
json-words-help = schrijf het zo
json-expected-value = hier hoort een waarde: een tekst tussen dubbele aanhalingstekens, een getal, `true`, `false`, een lijst of een object
json-expected-value-help = haal dit teken weg, of schrijf er een waarde voor in de plaats
json-bare-text = een tekst moet tussen dubbele aanhalingstekens staan
json-last-comma = er staat een komma achter de laatste waarde
json-last-comma-help = haal de komma weg; JSON heeft alleen komma’s tussen waarden
json-decimal-comma = hier staat een komma, en JSON heeft een decimale punt
json-number = dit is geen getal zoals JSON het schrijft
json-number-help = schrijf `12`, `-2` of `0.5`, zonder `+` en zonder nul ervoor; een datum of tijd staat tussen dubbele aanhalingstekens
json-escape = dit bestaat niet: achter een backslash hoort een van `" \ / b f n r t`, of `u` met vier hexadecimale cijfers
json-escape-help = schrijf voor een backslash in de tekst zelf er twee: `\\`
json-line-end = deze tekst is aan het eind van de regel niet afgesloten
json-line-end-help = sluit hem af met `"`; een nieuwe regel in een tekst schrijf je als `\n`
json-tab = er staat een tab in een tekst
json-tab-help = schrijf hem als `\t`, of als spaties
json-control = er staat een stuurteken in een tekst
json-control-help = verwijder het, of schrijf het als `\u0007`
json-open-text = deze tekst wordt nergens afgesloten
json-close-text = sluit hem af met `"`
json-open-list = deze lijst wordt nergens afgesloten
json-close-list = sluit hem af met `]`
json-open-object = dit object wordt nergens afgesloten
json-close-object = sluit het af met `{"}"}`
json-empty = het document is leeg
json-empty-help = schrijf een klantreis, of maak er een om in te vullen met `klantreis new`
json-half = het document houdt midden in een waarde op
json-half-help = maak de waarde af
json-too-deep = lijsten en objecten staan meer dan { $most } diep in elkaar
json-too-deep-help = een klantreis heeft genoeg aan vijf niveaus; is dit het goede bestand?
json-write-text = schrijf `"{ $text }"`
write = schrijf `{ $text }`
utf16-damaged = het bestand is bewaard als UTF-16, en kan beschadigd of afgebroken zijn; bewaar het als UTF-8
save-as-utf8 = bewaar het bestand als UTF-8; in een editor is dat een keuze bij "Opslaan als"
no-utf8 = vanaf hier zijn de bytes geen tekst in UTF-8
keep-the-sheet = houd het blad met de klantreis over en verwijder de andere
too-many-sheets = de werkmap heeft meer dan { $sheets } bladen of { $names } namen
too-many-parts = het bestand bestaat uit meer dan { $most } onderdelen
too-many-formats = de werkmap heeft meer dan { $most } celopmaken
too-many-formats-help = kopieer het blad met de klantreis naar een nieuwe werkmap
too-many-records = de werkmap heeft meer dan { $most } records
too-many-records-help = bewaar hem als Excel-werkmap (.xlsx) zonder de bladen die niet bij de klantreis horen
sheet-name-too-long = de naam van een blad heeft meer dan { $most } bytes
sheet-name-too-long-help = geef het blad een korte naam
cell-beyond = een cel staat voorbij rij { $rows } en kolom { $columns }
cell-beyond-help = verplaats de tabel naar linksboven op het blad
file-has-more-than-help = is dit het goede bestand? Een klantreis heeft een paar honderd cellen; verwijder de bladen en regels die er niet bij horen
cell-too-large = een cel bevat meer dan { $mib } MiB tekst
cell-too-large-help = is dit het goede bestand? Een cel van een klantreis heeft een paar regels
document-too-large = het document is groter dan { $mib } MiB
document-too-large-help = is dit het goede bestand? Een klantreis is zelden groter dan een paar honderd kB
yaml-too-many = dit bestand bevat meer dan { $most } waarden of { $mib } MiB als de verwijzingen erin worden gevolgd
yaml-too-many-help = is dit het goede bestand? Een klantreis heeft een paar duizend waarden
yaml-twice = dit is geen YAML, in regel { $line }: het veld `{ $name }` staat er al
yaml-twice-help = laat er één staan
no-yaml = dit is geen YAML, in regel { $line }: { $why }
no-yaml-help = kijk naar het inspringen, naar dubbele punten in teksten en naar aanhalingstekens
yaml-too-deep = lijsten en objecten staan meer dan { $most } keer in elkaar
table-tells-of = deze tabel bevat { $count } { $part ->
        [stages] stadia
        [phases] fasen
        [lanes] rijen
        [personas] persona’s
       *[items] items
    }; een klantreis mag er { $most } hebben
table-tells-of-help = verdeel de { $part ->
        [stages] stadia
        [phases] fasen
        [lanes] rijen
        [personas] persona’s
       *[items] items
    } over meer klantreizen
file-has-more-than = het bestand bevat meer dan { $most } { $part ->
        [texts] teksten
        [shared] bytes gedeelde tekst
        [bytes] bytes tekst
        [rows] regels
        [merged] samengevoegde cellen
       *[cells] cellen
    }
wrong-type = hier hoort { $expected }, en er staat { $found }
wrong-type-null = laat het veld weg als er niets te zeggen valt
type-truth = `true` of `false`
type-number = een getal
type-text = een tekst
type-list = een lijst
type-object = een object
type-null = `null`
type-text-or-object = een tekst of een object
type-one = het getal 1
type-whole = een heel getal van { $min } tot en met { $max }
type-part = { $part ->
        [journey] een klantreis
        [phase] een fase
        [lane] een rij
        [stage] een stadium
        [item] een item
        [persona] een persona
        [author] een auteur
        [scale] een schaal
       *[other] dit onderdeel ({ $name })
    }, en dat is een object
type-list-of = een lijst { $part ->
        [phases] van fasen
        [lanes] van rijen
        [stages] van stadia
        [items] van items
        [personas] van persona’s
        [authors] van auteurs
        [texts] van teksten
        [numbers] van getallen
        [links] van verbindingen
       *[other] ({ $name })
    }
there-are = er zijn { $count } { $part ->
        [phases] fasen
        [lanes] rijen
        [stages] stadia
        [items] items
        [personas] persona’s
        [authors] auteurs
        [texts] teksten
        [numbers] getallen
        [links] verbindingen
       *[other] ({ $name })
    }, en er mogen er { $most } zijn
keep-at-most = houd er hoogstens { $most } over
write-in-braces = schrijf de velden tussen accolades: `{"{"} "naam": waarde, … {"}"}`
write-as-objects = schrijf elk als een object, met vierkante haken om het geheel: `[{"{"} … {"}"}, {"{"} … {"}"}]`
write-in-brackets = zet er vierkante haken om, en komma’s tussen: `[ …, … ]`
put-in-quotes = zet het tussen dubbele aanhalingstekens: `"{ $text }"`
write-one-text = schrijf één tekst tussen dubbele aanhalingstekens: `"…"`
write-truth = schrijf `true` of `false`, zonder aanhalingstekens
write-version = schrijf `"klantreis": { $version }`
own-in-braces = zet eigen velden tussen accolades: `"x": {"{"} "…": … {"}"}`
write-unquoted = schrijf het zonder aanhalingstekens: `{ $number }`
write-a-number = schrijf het zonder aanhalingstekens, zoals `2` of `-0.5`
write-a-whole = schrijf het zonder aanhalingstekens, zoals `{ $min }` of `{ $max }`
field-twice = het veld { $field } staat al in dit object
field-twice-help = laat een van de twee staan en verwijder de andere
half-character-in-name = een `\u`-code in deze naam staat voor een half teken
half-character-in-text = een `\u`-code in deze tekst staat voor een half teken
half-character-help = schrijf het teken zelf in plaats van de code
is-no-such = { $text } is niet { $what }
write-such = schrijf { $what }
no-such-choice = { $text } is hier niet bekend ({ $what })
number-too-great = het getal { $number } is te groot: de grens is { $most }
number-too-great-help = reken in een grotere eenheid, zoals duizenden
no-day = { $text } is geen dag van de kalender
no-day-help = schrijf jaar, maand en dag, zoals `2026-11-07`; het jaar is 1970 of later
no-stages-help = noem eerst de stadia: `"stages": [{"{"} "title": "…" {"}"}]`, of laat `stage` weg
no-personas-help = noem eerst de persona’s: `"personas": [{"{"} "name": "…" {"}"}]`, of laat `persona` weg
no-such-stage = er is geen stadium met het id { $id }
no-such-id = er is geen { $part ->
        [phase] fase
        [persona] persona
       *[place] fase of item
    } met het id { $id }
text-too-long = deze tekst heeft { $count } tekens, en er mogen er { $most } zijn
text-too-long-help = maak de tekst korter, of verdeel hem over meer items
text-empty = deze tekst is leeg
text-empty-help = schrijf minstens één letter tussen de aanhalingstekens, of haal hem uit de lijst
field-empty = het veld `{ $field }` is leeg
field-empty-help = schrijf minstens één letter tussen de aanhalingstekens
journey-without-phases = de klantreis heeft geen fasen
journey-without-phases-help = voeg er minstens één toe: `"phases": [{"{"} "title": "…" {"}"}]`
newer-version = dit document is van versie { $newer } van de indeling, en die is nieuwer dan dit programma: het leest versie { $version }
newer-version-help = installeer de nieuwste klantreis, of vraag om het document in een oudere versie
no-such-version = er bestaat geen versie { $version } van de indeling
item-says-nothing = dit item zegt niets
item-says-nothing-help = geef het een tekst (of een score, in een rij voor de beleving), of haal het weg
score-off-scale = de score { $score } ligt niet op de schaal van deze rij, die van { $min } tot { $max } loopt
score-off-scale-help = kies een score van { $min } tot en met { $max }, of geef de rij een andere `scale`
number-in-text-lane = hier hoort een tekst of een object, en er staat een getal: een rij van de soort `{ $kind }` heeft geen scores
number-in-text-lane-help = zet het tussen dubbele aanhalingstekens: `"{ $text }"`, of zet de score in een rij voor de beleving
score-in-text-lane = een rij van de soort `{ $kind }` heeft geen scores: alleen rijen van de soort `emotion` hebben die
score-in-text-lane-help = zet de score in een rij voor de beleving, of haal hem weg
item-id-taken = het id `{ $id }` hoort bij { $owner ->
        [phase] een fase
       *[item] een ander item
    }
item-id-taken-help = geef elk item een id dat geen fase en geen ander item heeft
ends-before = dit item eindigt in de fase `{ $id }`, en die komt voor die van het item zelf
ends-before-help = noem de eigen fase of een latere
ids-of-places = fasen en items hebben deze id’s: { $ids }; geef een item er een om het te noemen
ids-are = de { $part ->
        [stage] stadia
        [phase] fasen
        [persona] persona’s
       *[lane] rijen
    } zijn { $ids }
made-id-taken = { $part ->
        [stage] dit stadium
        [phase] deze fase
        [persona] deze persona
       *[lane] deze rij
    } heeft geen `id`, en het id dat ervoor is gemaakt, `{ $id }`, hoort al bij { $part ->
        [stage] een ander stadium
        [phase] een andere fase
        [persona] een andere persona
       *[lane] een andere rij
    }
made-id-taken-help = geef een eigen id, zoals `"id": "{ $id }"`
id-taken = het id `{ $id }` hoort al bij { $part ->
        [stage] een ander stadium
        [phase] een andere fase
        [persona] een andere persona
       *[lane] een andere rij
    }
id-taken-help = geef { $part ->
        [stage] elk stadium
        [phase] elke fase
        [persona] elke persona
       *[lane] elke rij
    } een eigen id
id-too-long = dit id heeft { $count } tekens, en er mogen er { $most } zijn
id-too-long-help = kies een korter id
bad-id = in het id { $id } staat een spatie of een stuurteken
bad-id-help = gebruik letters, cijfers en streepjes
write-it-as = schrijf het als `{ $text }`
write-with-hyphen = schrijf het met een streepje: `{ $text }`
bad-language = { $text } is geen taalcode (BCP 47)
bad-language-help = schrijf een code van twee letters, zoals `nl`, `da` of `en`, met een land erbij als dat ertoe doet: `en-GB`

## Hoe een tabel is gelezen, en wat er bij het samenvoegen te zeggen is

part-row = rij { $row }
part-column = kolom { $column }
part-of-sheet = { $sheet }!{ $part }
part-table = de tabel
explain-matrix = een matrix met de fasen { $way ->
        [across] naast elkaar
       *[down] onder elkaar
    }
explain-stages = stadia { $names }
explain-nameless = een fase zonder naam, hier “{ $name }” genoemd
explain-phase = fase “{ $name }”
explain-known-phase = fase “{ $name }” ({ $id })
explain-lane = rij “{ $name }” ({ $kind })
explain-only-scores = emotion: er staan alleen scores in
explain-only-numbers = measure: er staan alleen getallen in, en de naam is niet bekend
explain-unknown-lane = text: de naam is niet bekend
explain-words = de woorden bij de scores van “{ $name }”
explain-divider = een lijn tussen wat een klant ziet en wat niet
explain-heading = een kop boven de rijen eronder, en zelf geen rij
explain-marked = elk vinkje in “{ $name }” wijst { $what ->
        [truth] een moment van de waarheid
       *[drop] een afhaakmoment
    } aan
explain-layer = wat de laag “{ $name }” zegt
explain-ticks = elk teken noemt een kanaal van “{ $name }”
explain-wrapped = de tabel gaat verder met meer fasen
explain-goes-on = gaat verder met “{ $name }”
explain-folded = “{ $name }” is { $field ->
        [channel] het kanaal
        [importance] het belang
       *[other] het veld { $field }
    } van het contact ernaast
explain-list = een lijst met een rij voor elk item
explain-sections = een tabel onder de kop van elke { $part ->
        [lane] rij
       *[phase] fase
    }
explain-numbers = nummers van de fasen
explain-of-phases = wat over de fasen wordt gezegd: { $part ->
        [stage] stadium
        [description] beschrijving
        [duration] duur
       *[risks] risico’s
    }
explain-persona = persona “{ $name }”
explain-persona-of-curve = persona “{ $name }”, van een lijn met die naam
explain-persona-of-sheet = persona “{ $name }” van een blad over personen
explain-persona-told = wat over “{ $name }” gezegd wordt: { $label }
explain-further-lane = rij “{ $name }” van een tabel met dezelfde fasen
explain-title = titel “{ $name }”
explain-date = datum { $day }
explain-fact = { $field ->
        [title] titel
        [scenario] scenario
        [organisation] organisatie
        [authors] auteurs
        [class] klas
        [date] datum
        [course] vak
        [revision] versie
        [persona] persona
       *[other] doelgroep
    }
explain-old-phase = de fase die het al was
explain-renamed-phase = een fase, die nu “{ $name }” heet
explain-new-phase = een nieuwe fase, “{ $name }”
explain-old-lane = { $part ->
        [row] een regel
        [scores] meer scores
       *[words] de woorden
    } van een rij die er al was ({ $kind })
explain-renamed-lane = { $part ->
        [row] een regel
        [scores] meer scores
       *[words] de woorden
    } van een rij die nu “{ $name }” heet ({ $kind })
explain-new-lane = { $part ->
        [row] een regel
        [scores] meer scores
       *[words] de woorden
    } van een nieuwe rij, “{ $name }” ({ $kind })
explain-columns = de namen van de kolommen
explain-item = item { $nth } van “{ $lane }” in “{ $phase }”
explain-the-title = de titel
explain-section = fase “{ $name }”, met { $count ->
        [one] { $count } taak
       *[other] { $count } taken
    }
explain-as-written = een klantreis in JSON, gelezen zoals hij er staat
merge-differs = `{ $field }` van { $owner } is { $more ->
        [0] hier
        [one] hier en in nog 1 document
       *[other] hier en in nog { $more } documenten
    } { $lost }
merge-stands = { $differs }, maar { $stands } in { $there }, en dat blijft staan
merge-ends-before = dit item eindigt in de fase `{ $until }`, en die komt in de samengevoegde klantreis voor die van het item zelf
merge-order = de { $part ->
        [stages] stadia
        [lanes] rijen
       *[phases] fasen
    } { $first } en { $next } staan in { $there } andersom, en die volgorde blijft
merge-own-lane = de rij `{ $id }` is een andere dan die in { $there }; ze staat ernaast, als `{ $new }`
merge-renamed = het id `{ $id }` betekent iets anders in { $there }; { $part ->
        [phase] deze fase
        [stage] dit stadium
        [lane] deze rij
        [persona] deze persona
       *[item] dit item
    } heet nu `{ $new }`
merge-shared = de cel van { $phase } in de rij { $lane } is hier en in { $there } gevuld; de items van beide blijven
merge-differs-help = kies een van de twee; wat opzij is gezet blijft bewaard onder `x.merge.conflicts`
merge-ends-before-help = geef het een ander `until`; wat er stond blijft bewaard onder `x.merge.conflicts`
merge-order-help = verplaats ze in een van de documenten, of noem het document met de goede volgorde als eerste
merge-own-lane-help = soort, persona, doel en schaal moeten in beide gelijk zijn om samen één rij te worden
merge-look-help = kijk of je dat zo wilt
the-part = { $part ->
        [journey] de klantreis
        [phase] de fase
        [stage] het stadium
        [lane] de rij
        [persona] de persona
        [item] het item
        [link] de verbinding
        [measurement] de meting
        [opportunity] de kans
        [panel] het beeld
       *[other] { $part }
    }
the-part-called = { $part ->
        [journey] de klantreis
        [phase] de fase
        [stage] het stadium
        [lane] de rij
        [persona] de persona
        [item] het item
        [link] de verbinding
        [measurement] de meting
        [opportunity] de kans
        [panel] het beeld
       *[other] { $part }
    } { $name }
merged-journey = de samengevoegde klantreis
merged-not-valid = zou geen geldige klantreis zijn; er is niets geschreven
merge-unlisted = nog { $count } { $part ->
        [conflict] verschillen
       *[remark] opmerkingen
    } die hier niet staan
merge-picture = de afbeelding { $source } ligt niet in de map van de samengevoegde klantreis of daaronder, en wordt daar niet gevonden
merge-picture-help = schrijf de samengevoegde klantreis in een map waar alle documenten in liggen, of kopieer de afbeelding ernaast

## Posters: hoe ze passen, en wat er niet op staat

unhide-lanes = `{ $option }` laat { $count ->
        [one] de rij { $lanes } weg: zet die er ook bij, of laat `{ $option }` weg
       *[other] de rijen { $lanes } weg: zet er daar één van bij, of laat `{ $option }` weg
    }
unhide-persona = `--persona` laat weg van wie { $count ->
        [one] de rij { $lanes } is: zet die persona er ook bij, of laat `--persona` weg
       *[other] de rijen { $lanes } zijn: zet er een van die persona’s bij, of laat `--persona` weg
    }
unhide-phases = `--phases` laat de fasen weg waarin { $count ->
        [one] in de rij { $lanes } iets staat
       *[other] in de rijen { $lanes } iets staat
    }: zet er daar één van bij, of laat `--phases` weg
no-contacts-template = de klantreis heeft geen contactmomenten, en een tijdlijn laat niets anders zien: daarom is er een leeg sjabloon gemaakt, om met de hand in te vullen
no-contacts-scores = de klantreis heeft geen contactmomenten: op de tijdlijn staan alleen de scores van de fasen
no-contacts-help = geef de fasen contactmomenten, zoals { $example }
hidden-contacts-template = je keuze laat de contactmomenten weg, en een tijdlijn laat niets anders zien: daarom is er een leeg sjabloon gemaakt, om met de hand in te vullen
hidden-contacts-scores = je keuze laat de contactmomenten weg: op de tijdlijn staan alleen de scores van de fasen
no-scores-template = de klantreis heeft geen scores, en een curve laat niets anders zien: daarom is er een leeg sjabloon gemaakt, om met de hand in te tekenen
no-scores-template-help = geef de fasen een score in de rij `{ $lane }`, zoals { $example }
no-scores-no-lane-help = geef de fasen een score, zoals { $example }
hidden-scores = je keuze laat de scores weg, en een curve laat niets anders zien: daarom is er een leeg sjabloon gemaakt, om met de hand in te tekenen
one-line = een tijdlijn heeft één lijn, { $line }: { $count ->
        [one] de curve { $others } staat er niet op
       *[other] de curves { $others } staan er niet op
    }
one-line-help = op `map`, `curve` en `matrix` staan ze allemaal; met `--persona` of `--curves` kies je een andere voor de lijn
not-shown = { $count ->
        [one] op de layout { $layouts } staat niet: { $parts }
       *[other] op de layouts { $layouts } staat niet: { $parts }
    }
shown-by = { $count ->
        [one] op { $layouts } wel: { $part }
       *[other] op { $layouts } wel: { $part }
    }
shown-by-none = nog op geen enkele layout: { $part }
other-labels = de vaste woorden staan er in het Engels op: in { $language } zijn er geen
other-labels-help = vaste woorden zijn er in het Nederlands (nl), Deens (da) en Engels; de teksten van de klantreis blijven zoals ze zijn
part-lanes = wat in de andere rijen staat
part-descriptions = de beschrijvingen van fasen
part-personas = alles wat er over de persona’s is verteld
part-empathy = de empathy maps
part-links = de verbindingen
part-measurements = de metingen
part-opportunities = de kansen
part-storyboard = het storyboard
listed-and = { $first } en { $last }
fit-size = { $of ->
        [title] titel
        [phases] fasen
        [cells] cellen
       *[notes] kleine tekst
    } { $points } pt
fit-from = vanaf { $metres } m
fit-in-hand = van dichtbij
fit-asks = { $from }, en daarvoor is { $least } nodig
fit-pages = { $count ->
        [one] 1 pagina { $paper }
       *[other] { $count } pagina’s { $paper }
    }
fit-characters = { $count ->
        [one] 1 teken
       *[other] { $count } tekens
    }
fit-tightest = { $count ->
        [one] het krapst is de rij { $lane } in de fase { $phases }: met ongeveer { $characters } minder wordt die rij lager
       *[other] het krapst is de rij { $lane } in de fasen { $phases }: met in elke fase ongeveer { $characters } minder wordt die rij lager
    }
fit-sheets = { $count ->
        [one] één vel A4
       *[other] { $count } aan elkaar geplakte vellen A4
    }
fit-smallest = het kleinste papier waar alles op één pagina past is { $paper }, { $sheets }
fit-smallest-none = op geen enkel papier tot en met 4A0 past alles op één pagina
fit-smallest-notes = het kleinste papier met in elke cel plaats voor een plakbriefje van 76 mm is { $paper }, { $sheets }
fit-smallest-notes-none = op geen enkel papier tot en met 4A0 is er in elke cel plaats voor een plakbriefje van 76 mm
overflow-page = op pagina { $page } staat wat niet op { $paper } past, ook niet in de kleinste leesbare letter van { $points } pt: { $what }
overflow-in-pieces = op pagina { $page } staat wat alleen op één pagina { $paper } past als er woorden worden afgebroken: { $what }
overflow-all = op { $paper } past alles op één pagina
overflow-none = op geen enkel papier tot en met 4A0 past alles op één pagina; verdeel de klantreis of maak de teksten korter
overflow-lanes = { $count ->
        [one] de rij { $lanes } ({ $phases })
       *[other] de rijen { $lanes } ({ $phases })
    }
overflow-empty-lanes = { $count ->
        [one] de rij { $lanes }
       *[other] de rijen { $lanes }
    }
overflow-phases = { $count ->
        [one] de fase { $phases }
       *[other] de fasen { $phases }
    }
overflow-all-phases = alle fasen
overflow-descriptions = wat er over de fasen is verteld
overflow-across = teksten van de kop en de etappes
overflow-curve = de curve
small-phases = de titels van de fasen zijn { $points } pt; { $paper } lees je van { $metres } m, en dan horen ze minstens { $least } pt te zijn
pale-phases = de titels van de fasen zijn { $points } pt naast cellen van { $cells } pt: ze springen er te weinig uit
shorten-title = maak { $title } korter
shorten-title-or-take = maak { $title } korter, of neem { $paper }
notes-each = in { $cells ->
        [one] de { $cells } lege cel
       *[other] elk van de { $cells } lege cellen
    } ({ $size }) { $notes ->
        [one] past 1 plakbriefje
       *[other] passen { $notes } plakbriefjes
    } van 76 mm
notes-none = in de lege cellen op { $paper } ({ $size }) past geen plakbriefje van 76 mm
notes-columns = in { $part } van de { $all } kolommen op { $paper } past geen plakbriefje van 76 mm: de smalste is { $size } breed
notes-rows = in { $part } van de { $all } rijen op { $paper } past geen plakbriefje van 76 mm: de laagste is { $size } hoog
notes-turn = met `--orientation { $way }` passen ze in elke cel
notes-lanes = { $count ->
        [one] met één rij om in te vullen (`--lanes`) passen ze wel
       *[other] met { $count } rijen om in te vullen (`--lanes`) passen ze wel
    }
notes-paper = op { $larger } passen ze in elke cel; op { $paper } schrijf je in de cellen, of neem je kleinere briefjes
notes-nowhere = op geen enkel papier tot en met 4A0 passen ze: neem minder fasen of rijen
fields-none = op { $paper } is geen plaats voor vakken om in te schrijven
fields-hold = { $count ->
        [one] in het { $count } vak op { $paper } past een plakbriefje van 76 mm
       *[other] in elk van de { $count } vakken op { $paper } past een plakbriefje van 76 mm
    }
fields-small = { $count ->
        [one] in het { $count } vak op { $paper } ({ $size }) past geen plakbriefje van 76 mm
       *[other] in de { $count } vakken op { $paper } ({ $size }) past geen plakbriefje van 76 mm
    }
fields-larger = neem { $paper }
fields-small-larger = op { $larger } passen ze wel; op { $paper } schrijf je in de vakken, of neem je kleinere briefjes
fields-small-help = schrijf in de vakken, of neem kleinere briefjes
theme-bars = balken in { $name }
theme-faint = `{ $one }` op `{ $other }` heeft een contrast van { $found } : 1, minder dan { $least } : 1
theme-faint-help = maak `{ $one }` of `{ $other }` donkerder of lichter
theme-alike = `{ $one }` en `{ $other }` zijn moeilijk uit elkaar te houden { $sight ->
        [protanopia] met protanopie (roodblind)
        [deuteranopia] met deuteranopie (groenblind)
        [tritanopia] met tritanopie (blauwblind)
       *[full] voor wie alle kleuren ziet
    }: ze verschillen { $found }, en dat moet minstens { $least } zijn
theme-alike-help = neem kleuren die ook in helderheid verschillen
theme-remarks = { $count } paren kleuren van het thema { $name } hebben te weinig contrast of zijn moeilijk uit elkaar te houden
theme-remarks-help = `klantreis theme { $name }` noemt ze
sheets = { $count ->
        [one] 1 vel { $paper }
       *[other] { $count } vellen { $paper }
    }, { $grid }, en { $posters ->
        [one] één vel waarop staat hoe je ze aan elkaar plakt
       *[other] bij elk van de { $posters } pagina’s één vel waarop staat hoe je ze aan elkaar plakt
    }
no-transparency = `--transparent` maakt niets doorzichtig: het thema heeft een eigen achtergrond, en die wordt getekend

## Instellingen en thema’s

there-is = er is { $names }
toml-text = een tekst
toml-number = een getal
toml-truth = `true` of `false`
toml-date = een datum
toml-list = een lijst
toml-table = een tabel
toml-twice = `{ $name }` staat er al
toml-twice-help = houd een van de twee en haal de andere weg
toml-none = dit is geen TOML: { $why }
toml-line = een instelling is een regel zoals `{ $line }`
setting-unknown = er is geen instelling `{ $name }`
setting-text = `{ $name }` is een tekst, en dit is { $not }
setting-empty = `{ $name }` is een tekst en mag niet leeg zijn
setting-text-help = schrijf het als in `{ $name } = "…"`
setting-takes = `{ $name }` neemt wat --{ $option } op de opdrachtregel neemt
setting-margin-help = kies een marge die bij het papier past
setting-distance-help = kies een afstand die bij het papier past
setting-no-layout = er is geen indeling `{ $name }`
setting-layouts = `layouts` is een lijst van namen, en dit is { $not }
setting-layouts-help = schrijf het als in `layouts = ["map", "tidy"]`
setting-no-file = er is geen bestand { $path }
setting-no-theme = er is geen thema `{ $name }`; { $hint }
theme-setting = een thema heeft geen instelling `{ $name }`
theme-no-face = er is geen lettertype van de familie `{ $name }`
theme-no-face-help = voeg de map toe met --font-dir, of zoek de naam op met `klantreis list fonts`
theme-long-footer = de voettekst heeft meer dan { $most } tekens
theme-long-footer-help = maak die korter
theme-control = in de voettekst staat een stuurteken, dat geen pagina kan tonen
theme-control-help = schrijf die op één regel, zonder tekens als `\n`
theme-base = er is geen ingebouwd thema `{ $name }`
theme-tints = { $tints ->
        [one] 1 tint
       *[other] { $tints } tinten
    } bij { $hues ->
        [one] 1 kleur
       *[other] { $hues } kleuren
    }
theme-tints-help = geef elke kleur haar tint, of laat alle tinten weg
theme-colors = `{ $name }` is een lijst van een tot zes kleuren
theme-colors-help = schrijf het als in `{ $name } = ["#0b6e69", "#8a4b08"]`
theme-digits = schrijf zes hexadecimale cijfers, als in `{ $example }`
theme-color-type = een waarde van `{ $name }` is een kleur, en dit is { $not }
theme-no-color = `{ $text }` is geen kleur (`{ $name }`)
theme-is-table = `{ $name }` is een tabel
theme-table-help = schrijf `{ $head }`, en daaronder `{ $line }`
theme-no-plate = `cmyk` heeft geen kleur `{ $name }`
theme-plates = { $inks } keer inkt bij { $hues ->
        [one] 1 kleur
       *[other] { $hues } kleuren
    }
theme-plates-help = geef elke kleur haar inkten, als in `{ $example }`
theme-inks-help = schrijf procenten cyaan, magenta, geel en zwart, als in "95 40 60 20"
theme-inks-type = `{ $name }` is een tekst van vier getallen, en dit is { $not }
theme-inks-most = `{ $text }` is meer dan 300 % inkt, en dat neemt papier niet op
theme-inks-none = `{ $text }` zijn geen vier inkten in procenten (`{ $name }`)
theme-logo-setting = een logo heeft geen instelling `{ $name }`
theme-logo-place = er is geen plaats `{ $name }` voor een logo
theme-logo-height = `{ $text }` is geen hoogte van { $least } tot { $most } mm
theme-logo-height-help = schrijf een getal met mm, cm of in, zoals "12mm"
theme-logo-file = een logo heeft geen `file`
theme-logo-file-help = noem een afbeelding naast het thema: `{ $example }`

### Hvad klantreis siger til mennesker, på dansk. Accenter (`) står om det, der er gengivet, som det er.
### Det, der sættes ind i en tekst, hedder det samme på alle sprog.

## Hvordan dele sættes sammen

as-it-is = { $text }
joined = { $first }; { $then }
names-and-more = { $names } og { $more } til

## I terminalen

severity-error = fejl
severity-warning = bemærk
severity-note = oplysning
label-help = tip
label-at = ved
failed = mislykkedes:
at-place = { $place }: { $message }
first-of-errors = { $message } (og { $more } til)
failure-unreadable = kan ikke læses: { $why }
failure-invalid = ikke en gyldig kunderejse
failure-not-normal = ikke i standardform
failure-no-document = dette er en projektmappe eller en tabel og ikke en kunderejse i JSON, og den bliver, som den er; `klantreis import` laver en kunderejse af den
summary-valid = { $count ->
        [one] { $count } kunderejse i orden
       *[other] { $count } kunderejser i orden
    }
summary-complete = { $valid } og komplet
summary-none-complete = { $valid }, men ikke komplet
summary-some-complete = { $valid }, heraf { $complete } komplet
summary-failed = { $all ->
        [one] { $failed } af { $all } fil mislykkedes
       *[other] { $failed } af { $all } filer mislykkedes
    }
summary-warnings = { $count ->
        [one] { $count } bemærkning
       *[other] { $count } bemærkninger
    }
summary-left = { $count ->
        [one] { $count } fil ikke set på
       *[other] { $count } filer ikke set på
    }
written = skrevet: { $path }
skipped = sprunget over: { $why }
also-here = det samme gælder { $places }
also-here-and-more = det samme gælder { $places } og { $more } til (--verbose viser dem alle)
so-often = det forekommer { $count } gange
more-unplaced = { $count ->
        [one] og { $count } celle til har ikke fået en plads: --verbose viser alt
       *[other] og { $count } celler til har ikke fået en plads: --verbose viser alt
    }
with-more = { $message } (og { $more } gange til; --verbose viser alt)
with-aside = { $message } ({ $aside })
as-layout = som { $layout }: { $message }
table-all = i alt
table-total = i alt
listed = { $first }, { $then }
summary-written = { $count ->
        [one] { $count } fil skrevet: { $paths }
       *[other] { $count } filer skrevet: { $paths }
    }
summary-written-to = { $count ->
        [one] { $count } fil skrevet i { $folder }
       *[other] { $count } filer skrevet i { $folder }
    }
summary-written-some = { $count ->
        [one] { $count } fil skrevet i { $folder }, { $kept } uændret
       *[other] { $count } filer skrevet i { $folder }, { $kept } uændret
    }
summary-removed = { $count ->
        [one] { $count } fil slettet
       *[other] { $count } filer slettet
    }
summary-imported = { $count ->
        [one] { $count } kunderejse skrevet i { $folder }
       *[other] { $count } kunderejser skrevet i { $folder }
    }
summary-normal = { $count ->
        [one] { $count } kunderejse i standardform
       *[other] { $count } kunderejser i standardform
    }
summary-unchanged = { $count ->
        [one] { $count } fil uændret
       *[other] { $count } filer uændret
    }
summary-formatted = { $count ->
        [one] { $count } fil formateret
       *[other] { $count } filer formateret
    }
summary-formatted-some = { $count ->
        [one] { $count } fil formateret, { $kept } uændret
       *[other] { $count } filer formateret, { $kept } uændret
    }
summary-merged = { $count ->
        [one] { $count } kunderejse flettet
       *[other] { $count } kunderejser flettet
    }
summary-merged-into = { $count ->
        [one] { $count } kunderejse flettet i { $path }
       *[other] { $count } kunderejser flettet i { $path }
    }
summary-combined = { $count ->
        [one] { $count } kunderejse samlet i én tabel
       *[other] { $count } kunderejser samlet i én tabel
    }
summary-combined-into = { $count ->
        [one] { $count } kunderejse samlet i { $path }
       *[other] { $count } kunderejser samlet i { $path }
    }
nothing-merged = intet flettet
nothing-compared = intet sammenlignet
no-changes = ingen forskelle

## Filer, der springes over

skip-document = en kunderejse i JSON, som bliver, som den er
skip-tables = { $count ->
        [one] en projektmappe eller tabel, som `klantreis import` laver en kunderejse af
       *[other] { $count } projektmapper og tabeller, som `klantreis import` laver kunderejser af
    }
skip-no-journey = JSON uden `klantreis`
skip-office-lock = en låsefil fra Office
skip-system = lavet af styresystemet
skip-output-folder = mappen til resultaterne
skip-output-file = filen til resultatet
skip-hidden = skjult
skip-folder-link = et link til en mappe
skip-no-file = ikke en almindelig fil
skip-report = en rapport fra dette program
skip-beside = kunderejsen med det navn i JSON er læst; nævn selve tabellen for at læse den
skip-own = lavet af det, der står ved siden af
skip-poster = en plakat fra klantreis
skip-picture = et billede til en kunderejse
skip-not-picked = ikke valgt
skip-others = { $count ->
        [one] ikke noget, en kunderejse læses fra
       *[other] { $count } filer, som der ikke læses en kunderejse fra; `klantreis check` har en linje for hver
    }
role-input = en inputfil
role-beside = en kunderejse ved siden af inputtet
role-picture = et billede til inputtet
role-list = listen over inputfiler
role-rules = filen med regler
role-model = forbilledet
role-theme = temaet
role-logo = temaets logo
role-config = indstillingerne for en mappe
role-font = en skrifttype, der bruges

## Regler

group-who = hvem
group-cells = celler
group-texts = tekster
group-order = rækkefølge
group-model = forbillede
group-other = andet
group-import = import

name-no-author = ingen forfatter
name-no-persona = ingen kunde
name-empty-cell = tomme celler
name-phase-without-touchpoint = fase uden kontaktpunkt
name-no-emotion = ingen point
name-placeholder = pladsholder
name-too-short = for kort
name-out-of-order = forkert rækkefølge
name-missing-stage = stadie mangler
name-missing-phase = fase mangler
name-missing-lane = række mangler
name-extra-phase = ekstra fase
name-other = andet
name-import = import

rule-no-author = Der står ikke, hvem der har lavet kunderejsen.
rule-no-persona = Der står ikke, hvilken kunde der rejser.
rule-empty-cell = Faser, rækker eller enkelte celler er tomme.
rule-phase-without-touchpoint = Der står noget i en fase, men intet kontaktpunkt.
rule-no-emotion = I rækken med oplevelsen mangler der point i en fase, hvor der står noget.
rule-placeholder = En tekst er stadig en pladsholder, som `TODO`, `…` eller `vul hier in`.
rule-too-short = En tekst er for kort til at sige noget, som `x`, `-` eller `Ja`.
rule-out-of-order = Et kontaktpunkt sker før et, der står tidligere i samme række.
rule-missing-stage = Forbilledet har et stadie, som mangler i kunderejsen.
rule-missing-phase = Forbilledet har en fase, som mangler i kunderejsen.
rule-missing-lane = Forbilledet har en slags række, som mangler i kunderejsen.
rule-extra-phase = Kunderejsen har en fase, som forbilledet ikke har.
rule-other = Der er noget andet galt, for eksempel et billede, der ikke kan vises.
rule-import = Der var noget at bemærke ved indlæsningen af en projektmappe eller tabel, for eksempel en celle uden plads i kunderejsen; det tæller ikke som et fund.

## Hvad reglerne finder, og hvad du gør ved det

unlisted-findings = { $count ->
        [one] der er { $count } fund til af denne regel, som ikke står her
       *[other] der er { $count } fund til af denne regel, som ikke står her
    }
unlisted-findings-help = ret det, der står ovenfor, og tjek igen

no-author = der står ikke, hvem der har lavet kunderejsen
no-author-help = { $input ->
        [cell] skriv dit navn i { $cell }, { $label }
        [table] sæt en række med `Forfatter` og dit navn over tabellen
        [markdown] sæt en linje som `Forfatter: Ida Holm (2B)` over tabellen
        [mermaid] sig, hvem du er, når du afleverer: i et diagram er der ikke plads til det
        [yaml] skriv dit navn: `authors: [{"{"} name: …, class: … {"}"}]`
       *[json] skriv dit navn: `"authors": [{"{"} "name": "…", "class": "…" {"}"}]`
    }

no-persona = der står ikke, hvilken kunde der rejser
no-persona-help = { $input ->
        [cell] beskriv kunden i { $cell }, { $label }: hvem rejser, og hvorfor?
        [table] sæt en række med `Scenarie` over tabellen, hvor der står, hvem der rejser, og hvorfor
        [markdown] sæt en linje som `Scenarie: Bo vil til stranden` over tabellen
        [mermaid] nævn kunden efter pointene, som i `Søge: 3: Bo`
        [yaml] beskriv kunden: `scenario: …` eller `personas: [{"{"} name: … {"}"}]`
       *[json] beskriv kunden: `"scenario": "…"` eller `"personas": [{"{"} "name": "…" {"}"}]`
    }
no-persona-strict-help = { $input ->
        [cell] beskriv kunden som persona
        [table] sæt en række med `Persona` over tabellen, hvor der står, hvem der rejser
        [markdown] sæt en linje som `Persona: Bo` over tabellen
        [mermaid] nævn kunden efter pointene, som i `Søge: 3: Bo`
        [yaml] beskriv kunden: `personas: [{"{"} name: … {"}"}]`
       *[json] beskriv kunden: `"personas": [{"{"} "name": "…" {"}"}]`
    }

no-phase-begun = der står endnu ikke noget i nogen fase
no-phase-begun-help = begynd med den første fase: hvad vil kunden der?
phases-empty = { $all ->
        [one] { $part } af { $all } fase er tom: { $names }
       *[other] { $part ->
            [one] { $part } af { $all } faser er tom: { $names }
           *[other] { $part } af { $all } faser er tomme: { $names }
        }
    }
phases-empty-help = skriv, hvad der sker der, eller tag fasen ud
lane-empty = rækken { $lane } er tom
lane-empty-help = udfyld rækken, eller tag den ud
lanes-empty = { $part } af { $all } rækker er tomme: { $names }
lanes-empty-help = udfyld dem, eller tag dem ud
lane-has-gaps = { $all ->
        [one] rækken { $lane } er tom i { $part } af { $all } fase: { $phases }
       *[other] rækken { $lane } er tom i { $part } af { $all } faser: { $phases }
    }
lane-has-gaps-help = udfyld rækken der

no-touchpoint-lane = kunderejsen har ingen række til kontaktpunkter
no-touchpoint-lane-help = { $input ->
        [table] lav en række `Kontaktpunkt`: hvor mødes kunde og organisation?
        [cell] lav en række `Kontaktpunkt`: hvor mødes kunde og organisation?
        [markdown] lav en række `Kontaktpunkt`: hvor mødes kunde og organisation?
        [mermaid] et diagram har kun opgaver og point; lav det om til en tabel, hvor der står, hvor kunde og organisation mødes
       *[json] lav en række af slagsen `touchpoint`: hvor mødes kunde og organisation?
    }
phases-without-touchpoint = { $all ->
        [one] { $part } af { $all } fase har intet kontaktpunkt: { $names }
       *[other] { $part ->
            [one] { $part } af { $all } faser har intet kontaktpunkt: { $names }
           *[other] { $part } af { $all } faser har intet kontaktpunkt: { $names }
        }
    }
phases-without-touchpoint-help = skriv, hvor kunde og organisation mødes der

no-emotion-lane = kunderejsen har ingen række til oplevelsen
no-emotion-lane-help = { $input ->
        [table] lav en række `Oplevelse` med point for hver fase
        [cell] lav en række `Oplevelse` med point for hver fase
        [markdown] lav en række `Oplevelse` med point for hver fase
        [mermaid] sæt point efter hver opgave, som i `Søge: 3: Bo`
       *[json] lav en række af slagsen `emotion` med point for hver fase
    }
no-scores = rækken { $lane } har ingen point
no-scores-help = { $input ->
        [table] giv hver fase point: et tal i rækken
        [cell] giv hver fase point: et tal i rækken
        [markdown] giv hver fase point: et tal i rækken
        [mermaid] sæt point efter hver opgave, som i `Søge: 3: Bo`
        [yaml] giv hver fase point: `score: 1`
       *[json] giv hver fase point: `{"{"} "score": 1 {"}"}`
    }
scores-have-gaps = { $all ->
        [one] rækken { $lane } har ingen point i { $part } af { $all } fase: { $phases }
       *[other] rækken { $lane } har ingen point i { $part } af { $all } faser: { $phases }
    }
scores-have-gaps-help = { $input ->
        [table] vis, hvordan kunden har det der: et tal i rækken
        [cell] vis, hvordan kunden har det der: et tal i rækken
        [markdown] vis, hvordan kunden har det der: et tal i rækken
        [mermaid] vis, hvordan kunden har det der: sæt point efter opgaven, som i `Søge: 3: Bo`
        [yaml] vis, hvordan kunden har det der, for eksempel med `score: 1`
       *[json] vis, hvordan kunden har det der, for eksempel med `{"{"} "score": 1 {"}"}`
    }

fault-apart = { $text } er { $what }
fault-in-lane = { $count ->
        [one] i rækken { $lane } står { $what }, { $text }, ved { $phases }
       *[other] i rækken { $lane } står { $what }, som { $text }, ved { $phases }
    }
fault-placeholder = { $count ->
        [one] en pladsholder
       *[other] pladsholdere
    }
placeholder-help = skriv, hvad der hører til der, eller lad det være
fault-too-short = { $count ->
        [one] en tekst, der er for kort til at sige noget
       *[other] tekster, der er for korte til at sige noget
    }
too-short-help = fortæl lidt mere: en, der ikke var med, skal kunne forstå det

out-of-order = { $later } står efter { $earlier }
out-of-order-more = { $later } står efter { $earlier }; og { $more } gange til i rækken { $lane }
out-of-order-help = { $input ->
        [json] sæt dem i den rækkefølge, de sker i, eller ret `when`
        [yaml] sæt dem i den rækkefølge, de sker i, eller ret `when`
       *[other] sæt dem i den rækkefølge, de sker i, eller ret tidspunktet
    }

missing-stages = { $count ->
        [one] { $count } af de { $all } stadier i { $model } mangler: { $names }
       *[other] { $count } af de { $all } stadier i { $model } mangler: { $names }
    }
missing-stages-help = { $input ->
        [json] sæt det i `stages`, eller giv et af dine egne den titel eller id
        [yaml] sæt det i `stages`, eller giv et af dine egne den titel eller id
       *[other] sæt det i en række over faserne, eller giv et af dine egne det navn
    }
missing-phases = { $count ->
        [one] { $count } af de { $all } faser i { $model } mangler: { $names }
       *[other] { $count } af de { $all } faser i { $model } mangler: { $names }
    }
missing-phases-help = { $input ->
        [json] sæt fasen i `phases`, eller giv en af dine egne den titel eller id
        [yaml] sæt fasen i `phases`, eller giv en af dine egne den titel eller id
        [mermaid] lav den som en `section`, eller giv en af dine egne det navn
       *[other] tilføj fasen, eller giv en af dine egne det navn
    }
missing-lanes = { $count ->
        [one] { $count } af de { $all } rækker i { $model } mangler: { $names }
       *[other] { $count } af de { $all } rækker i { $model } mangler: { $names }
    }
missing-lanes-help = { $input ->
        [json] sæt en række af den slags i `lanes`, og udfyld den
        [yaml] sæt en række af den slags i `lanes`, og udfyld den
        [mermaid] et diagram har kun opgaver og point; lav det om til en tabel til resten
       *[other] lav en række med det navn, og udfyld den
    }
extra-phases = { $all ->
        [one] { $part } af { $all } fase er ikke i { $model }: { $names }
       *[other] { $part ->
            [one] { $part } af { $all } faser er ikke i { $model }: { $names }
           *[other] { $part } af { $all } faser er ikke i { $model }: { $names }
        }
    }
extra-phases-help = { $input ->
        [json] tag fasen ud, eller giv den titlen eller id’et fra forbilledet
        [yaml] tag fasen ud, eller giv den titlen eller id’et fra forbilledet
       *[other] tag fasen ud, eller giv den navnet fra forbilledet
    }

## Rapporten om et tjek

report-title = Tjek af kunderejser
report-title-of = Tjek af kunderejser: { $folder }
report-subject = Hvad et tjek af kunderejser har fundet
compared-with = Sammenlignet med `{ $model }`.
section-again = Skal spørges igen
again-hand-in = Aflevering
again-made-by = Lavet af
again-status = Status
again-why = Hvorfor
same-as = det samme som { $path }
by-the-same-as = af den samme som { $path }
same-stands-in = det samme står i { $path }
section-overview = Overblik
section-findings = Fund
section-rules = Regler
section-passed-over = Sprunget over
passed-over = Sprunget over: { $path } ({ $why })
head-hand-in = Aflevering
head-hand-ins = Afleveringer
head-title = Titel
head-made-by = Lavet af
head-class = Klasse
head-cells-filled = Celler udfyldt
head-cells-in-all = Celler i alt
head-status = Status
turned-findings = fund
head-why = Hvorfor
head-kind = Slags
head-rule = Regel
head-phase = Fase
head-lane = Række
head-where = Hvor
head-what-was-found = Hvad der blev fundet
head-what-to-do = Hvad du gør
head-found-and-help = Hvad der blev fundet, og hvad du gør ved det
head-about = Handler om
head-finds = Hvad reglen finder
head-found = Fundet
status-complete = komplet
status-findings = { $count ->
        [one] { $count } fund
       *[other] { $count } fund
    }
status-invalid = ugyldig
status-unreadable = kan ikke læses
tally-complete = { $count ->
        [one] komplet
       *[other] komplette
    }
tally-findings = { $count ->
        [one] med fund
       *[other] med fund
    }
tally-invalid = { $count ->
        [one] ugyldig
       *[other] ugyldige
    }
tally-unreadable = { $count ->
        [one] kan ikke læses
       *[other] kan ikke læses
    }
so-many-errors = { $count ->
        [one] { $count } fejl
       *[other] { $count } fejl
    }
more-errors = { $count ->
        [one] { $message }; og { $count } fejl til
       *[other] { $message }; og { $count } fejl til
    }
noun-hand-ins = { $count ->
        [one] aflevering
       *[other] afleveringer
    }
hand-ins-in-all = { $count ->
        [one] { $count } aflevering: { $tally }
       *[other] { $count } afleveringer: { $tally }
    }
hand-ins-compared = { $count ->
        [one] { $count } aflevering: { $tally }   ·   sammenlignet med { $model }
       *[other] { $count } afleveringer: { $tally }   ·   sammenlignet med { $model }
    }
nature-error = fejl
nature-finding = fund
nature-import = import
place-line = linje { $line }
nothing-was-found = Der blev ikke fundet noget.
nothing-found = intet fundet
found-in = { $count ->
        [one] { $total } i { $count } aflevering
       *[other] { $total } i { $count } afleveringer
    }
filled-of = { $filled } af { $all }
complete-of = { $complete } af { $all } komplet
total = I alt
off = fra
and-more = og { $count } til
more-told = og { $count } til, som `klantreis check` viser
more-than-a-sheet = Og { $count } til, som et ark ikke kan rumme.
legend = intet fundet · et tal: så mange fund · bemærkninger ved indlæsningen tæller ikke som fund
legend-of-sheets = ✓ intet fundet   ·   et tal: så mange fund   ·   – ikke set på: ingen gyldig kunderejse   ·   arket Fund viser hvad og hvor, arket Regler hvad hver kolonne betyder

## Rapporten om en eksport

made-title = Hvad der blev eksporteret
made-done = { $count ->
        [one] { $count } fil lykkedes
       *[other] { $count } filer lykkedes
    }
made-failed = { $count } mislykkedes
made-left = { $count } ikke set på
made-files = { $count ->
        [one] { $count } fil, { $size }
       *[other] { $count } filer, { $size }
    }
made-heading-failed = Mislykkedes
made-heading-all = Alle
made-nothing = der blev ikke lavet noget
made-no-drawing = ingen tegning, der kan vises her
made-pages = { $count ->
        [one] { $count } side
       *[other] { $count } sider
    }
made-messages = { $count ->
        [one] { $count } besked
       *[other] { $count } beskeder
    }
size-bytes = { $count ->
        [one] { $count } byte
       *[other] { $count } byte
    }
size-megabytes = { $whole },{ $tenths } MB

## Hvad der læses, og hvad der er til overs

left-formula = indeholder en formel uden værdi eller med en fejl
left-formula-not-in-file = indeholder en formel, hvis værdi ikke er i filen, eller en fejl
left-covered = ligger under en flettet celle og indeholder en tekst, som ingen ser
left-comment = har en kommentar
left-shape = har et tekstfelt eller en figur over sig
left-picture = har et billede over sig
left-prompt = har en besked, som ikke står i nogen celle
left-running = står på et ark med et sidehoved eller en sidefod
left-chart = har et diagram over sig, med en titel
left-link = fører til en adresse
left-off-scale = indeholder point, der ligger uden for de andres skala
left-score-sign = indeholder et tegn, der står for point eller for ingenting
left-no-name = er hverken et navn eller en klasse
left-too-long = indeholder en længere tekst, end et punkt må have
left-too-many-items = indeholder flere punkter, end en kunderejse må have
left-sign-of-nothing = indeholder et tegn, der står for ingenting
left-part-of-no-table = hører ikke til tabellen
left-other-sheet = står på et andet ark end tabellen
left-heading = er en overskrift over rækkerne nedenfor og er ikke selv en række
left-below = står under tabellen
left-beside = står ved siden af tabellen eller har ingen fase eller række
left-above-without-place = står over tabellen og har ingen plads i en kunderejse
left-outside = står uden for tabellen, uden en kendt etiket
left-class-of-nobody = nævner en klasse, men alle har allerede en
left-group-without-persona = nævner en målgruppe, men der er ingen persona
left-sheet-of-no-journey = står på et ark, der ikke hører til kunderejsen
left-above-unknown = står over tabellen og er hverken titlen eller en kendt oplysning
left-beside-or-below = står ved siden af eller under tabellen
left-too-many-risks = indeholder flere risici, end en fase kan have
left-too-many-stages = nævner flere stadier, end en kunderejse kan have
left-too-many-in-cell = indeholder flere punkter, end en celle kan have
left-another-cell-says-else = siger noget andet end en anden celle i samme felt
left-field-cannot-hold = siger noget, som feltet ikke kan rumme
left-further-row = nævner en ekstra linje i en række, som ikke har sit eget navn
left-too-many-authors = nævner flere forfattere, end en kunderejse kan have
left-class-without-authors = nævner en klasse, men der er ingen forfattere
left-no-date = indeholder ingen kendt dato som 2026-11-07
left-lane-not-named = handler om en række, men nævner ingen
left-no-place-number = skal være en plads i rækkefølgen, et tal fra 1
left-id-taken = nævner et id, som en fase eller et andet punkt har
left-phase-before = nævner en fase før punktets egen
left-phase-not-there = nævner ingen fase i denne tabel
left-no-number = er ikke et tal
left-no-truth = siger hverken `TRUE` eller `FALSE`
left-no-json = er ikke JSON
left-not-allowed = må ikke stå her
left-no-id = er ikke et id: det indeholder mellemrum eller er for langt
left-no-kind = nævner ingen slags række
left-no-end-of-scale = er ikke enden af en skala
left-lane-without-scores = hører til en række uden point
left-no-tag = er ikke en sprogkode som `nl`
left-whose-class = siger ikke, hvilken forfatter der går i hvilken klasse
left-no-day = er ikke en dato som 2026-11-07
left-above = står over tabellen
left-column-of-none = står i en kolonne, som ingen kunderejse har
left-sheet-beside = står på et ark ved siden af tabellens
left-second-title = er en titel nummer to
left-part-of-no-journey = hører ikke til kunderejsen
left-section-too-many = er en sektion mere, end en kunderejse har faser
left-too-much = indeholder mere, end en kunderejse må have
left-comment-of-text = er en kommentar
left-second-document = er et dokument nummer to
left-told-again = gentager kun, hvad der står et andet sted
left-over = denne celle { $why }
left-over-help = teksten går ikke tabt: den bliver gemt sammen med kunderejsen (i `x.import`)
left-too-many = mere end { $most } celler i denne fil har ingen plads i kunderejsen
left-too-large = cellerne i denne fil, som ingen plads har i kunderejsen, fylder mere end { $mib } MiB
journey-too-large = kunderejsen i denne fil og det, der er til overs, fylder mere end { $mib } MiB
only-the-table = er det den rigtige fil? Slet de ark og rækker, der ikke hører til kunderejsen
doubtful = denne tabel er læst som en kunderejse, men { $why }
doubtful-help = er det den rigtige fil? `import --explain` fortæller, hvad der er læst som faser og rækker
doubt-left = af de { $all } celler i rækkerne har kun { $taken } en plads i en kunderejse
phase-returns = fasen »{ $title }« kommer igen her; den er læst som den ovenfor
phases-return = fasen »{ $title }« kommer igen her, og det gør { $more } til; den er læst som den ovenfor
phase-returns-help = er det en anden fase, så giv den et andet navn
scale-turned = på »{ $name }« er { $min } bedst; scorerne er vendt om, så { $max } er bedst, og det gode står øverst
scale-turned-help = er det højeste tal bedst, så sig det i rækkens navn: »(1 = dårligt, 5 = godt)«
further-journey = her begynder endnu en kunderejse, med faserne { $phases }; den er ikke læst
further-journey-beside-help = sæt den i sin egen fil eller i en projektmappe uden den anden, og indlæs den
further-journey-help = gem arket som sin egen fil, og indlæs den
quoted-name = »{ $name }«
and-so-on = { $names } …
doubt-unknown = intet navn på en fase eller række kendes her
doubt-one-known = kun ét af navnene på faser og rækker kendes her
doubt-entries = faserne er poster i en log eller en liste, som »{ $name }«
doubt-numbers = faserne er tal, som »{ $name }«
doubt-a-figure = blandt faserne er der et tal, »{ $name }«
doubt-corner = »{ $name }« står blandt faserne og synes at sige, hvor de er
doubt-plan = »{ $name }« er ikke en fase i en kunderejse
doubt-axis = »{ $name }« synes at indeholde faser og er læst som en række
doubt-several = “{ $name }” nævner flere faser på én gang og er læst som sin egen fase
doubt-stages = { $place } har intet navn og synes at indeholde stadier, og er læst sammen med rækken før
doubt-registers = { $names } er kolonner i en log, et register eller en testplan
doubt-figures = den indeholder ikke andet end tal
doubt-nameless = faserne har ingen navne, og af rækkerne kunne kun “{ $name }” være en af en kunderejse
doubt-any-plan = “{ $name }” står i enhver plan, og ingen anden række fortæller om en kunde
doubt-corner-of-others = »{ $name }« står over fasernes navne, og det er ingen skridt, som en kunde tager
doubt-above-of-others = »{ $name }« står over tabellen, og intet siger, at der er en rejse eller faser
doubt-shifted = linje { $line } har flere celler end tabellens hoved
doubt-shifted-help = en lodret streg i en tekst skrives `\|`; se, om teksterne i rækken står, hvor de skal
doubt-answers = i »{ $name }« står, hvornår nogen har svaret, og intet siger, at der er faser
doubt-goal = kun »{ $name }« kunne være en række i en kunderejse, og de andre indeholder tal
doubt-no-customer = ingen af rækkerne fortæller, hvad en kunde gør, møder eller føler
doubt-no-customer-but-dates = ingen af rækkerne fortæller, hvad en kunde gør, møder eller føler, og »{ $name }« indeholder kun datoer
not-understood = blev ikke forstået: { $why }
several-journeys = denne tabel indeholder { $count } kunderejser, efter kolonnen `{ $column }`: { $names }
several-journeys-help = behold rækkerne for én kunderejse (filtrér på `{ $column }`), gem dem som deres egen fil, og indlæs den; `klantreis merge` laver én kunderejse af flere
says-else-than-above = siger noget andet end rækkerne ovenfor om { $part ->
        [stage] samme stadie
        [phase] samme fase
        [lane] samme række
        [persona] samme persona
       *[journey] samme kunderejse
    }
says-else-than = siger noget andet om { $part ->
        [stage] samme stadie
        [phase] samme fase
        [lane] samme række
        [persona] samme persona
       *[journey] samme kunderejse
    } end { $cell }
item-without = hører til et punkt, men rækken nævner ingen { $part ->
        [phase] fase
       *[lane] række
    }
no-tidy-table = der er ingen tabel med kolonnerne `phase`, `lane` og `text` i denne fil
no-tidy-table-help = navnene på kolonnerne står i én række over punkterne; `klantreis export reis.json --layout tidy -o reis.csv` laver sådan en tabel
no-phases = ingen række i denne tabel nævner en fase
no-phases-help = skriv under navnene på kolonnerne én række for hvert punkt, med dets `phase` og dets `lane`
no-score = indeholder ikke point fra { $min } til { $max }
kept-data-damaged = dette ark gemmer den kunderejse, projektmappen er lavet af, og er beskadiget; tabellerne læses, som de står
kept-data-damaged-help = se efter, hvad der er læst: det, tabellerne ikke viser, er tabt; eller indlæs en kopi, hvor arket er helt
no-workbook-of-ours = dette er ikke en projektmappe fra klantreis: der er ingen kunderejse i et skjult ark
no-workbook-of-ours-help = læs den som en tabel fra en anden: `--layout matrix`
misfit-number = indeholder ikke et tal
misfit-rating = indeholder ikke et helt tal fra 1 til 5
misfit-mark = indeholder ikke et kryds: skriv »x«, eller lad cellen stå tom
misfit-day = indeholder ikke en dato som 2026-11-22
misfit-choice = indeholder ingen af disse: { $choices }
misfit-target = nævner ingen fase eller intet kontaktpunkt i kunderejsen
is-report = dette er en rapport fra `klantreis check`, og der er ingen kunderejse i den
is-report-help = gem rapporter for sig, væk fra afleveringerne
no-matrix = der er ingen tabel med faser og rækker i denne fil
no-matrix-help = sæt faserne i én række og navne som »mål«, »handling« og »kontaktpunkt« i den første kolonne, eller omvendt; `klantreis new -o rejse.xlsx` laver en projektmappe, som du kan udfylde
no-task = der er ingen opgave i dette diagram
no-journey-diagram = dette er et diagram i Mermaid, men ikke af en kunderejse
no-journey-diagram-help = en kunderejse er linjen `journey`, og under den sektioner med opgaver som `Lave te: 5: Mig`
further-diagram = her begynder endnu en kunderejse, og den er ikke læst
further-diagram-help = sæt diagrammet i sin egen fil, og indlæs den
no-tree = der blev ikke fundet en kunderejse i denne fil: der er ingen liste over faser eller trin i den
no-tree-help = lav en liste som `phases`, hver med et `name` og med felter som `goal`, `action` og `touchpoint`
nothing-in-file = der er ikke noget i denne fil
empty-file = filen er tom
empty-file-help = blev den gemt og uploadet helt?
unclosed-quote = anførselstegnet i linje { $line } bliver aldrig lukket
unclosed-quote-help = sæt et anførselstegn i slutningen af cellen, og skriv hvert anførselstegn inde i den to gange
guessed-encoding = linje { $line } er ikke UTF-8; filen er læst som { $encoding }
guessed-encoding-help = se, om bogstaverne er rigtige; gem hellere som »CSV UTF-8« i Excel
other-encoding = dette dokument er ikke UTF-8; det er læst som { $encoding }
other-encoding-help = gem det som UTF-8, som JSON skal være i
other-encoding-accents-help = se, om accenterne er rigtige, og gem det som UTF-8
broken-workbook = projektmappen er beskadiget eller ikke komplet: { $why }
anew = åbn den i Excel eller LibreOffice, gem den under et nyt navn, og prøv igen
encrypted = projektmappen er beskyttet med en adgangskode
encrypted-help = åbn den, fjern adgangskoden (Excel: Filer, Oplysninger, Beskyt projektmappe, Kryptér med adgangskode), og gem den
too-large-unpacked = projektmappen fylder mere end { $mib } MiB, når den er pakket ud
no-cells = der er ikke noget i nogen celle i denne fil
no-cells-help = er det den rigtige fil? Et billede eller diagram af en kunderejse kan ikke læses, men dens tabel kan
file-too-large = filen fylder mere end { $mib } MiB
file-too-large-help = er det den rigtige fil? I Excel gør »Komprimer billeder« en projektmappe mindre
kind-empty-zip = en tom eller beskadiget zip-fil
kind-pdf = en pdf
kind-picture = et billede
kind-rtf = en tekst i RTF
kind-photo = et foto eller en film
kind-archive = en arkivfil
kind-no-text = hverken en tekst eller en projektmappe
kind-zip = en zip-fil
kind-odt = en tekst fra LibreOffice
kind-odf = et dokument fra LibreOffice, som ikke er en projektmappe
kind-xlsb = en binær projektmappe fra Excel (.xlsb)
kind-word = et dokument fra Word
kind-powerpoint = en præsentation fra PowerPoint
kind-numbers = en projektmappe fra Apple Numbers
kind-old-office = en gammel Office-fil, som ikke er en projektmappe
kind-shortcut = en genvej til en side på nettet, som der ikke står noget i
kind-google = en genvej til et dokument fra Google, som der ikke står noget i
kind-mail = en e-mail
kind-flat-office = et dokument fra LibreOffice i én tekst (.fods, .fodt)
kind-xml-excel = en XML-projektmappe fra Excel 2003
kind-web-page = en webside
kind-drawing = en tegning (SVG)
kind-xml = en XML-fil
kind-web-archive = et webarkiv
advice-save-xlsx = åbn den, og gem den som en Excel-projektmappe (.xlsx)
advice-picture = et billede af en tabel kan ikke læses; aflever selve tabellen
advice-needs-table = en kunderejse læses fra JSON og YAML, fra projektmapper (.xlsx, .xls, .ods), fra teksttabeller (.csv, .tsv, .md) og fra diagrammer i Mermaid (.mmd)
advice-export-table = eksportér den tabel, den er lavet af
advice-copy-table = kopiér tabellen over i en projektmappe
advice-download = åbn den, vælg Filer, Download, Microsoft Excel (.xlsx), og aflever den fil
advice-attached = gem den vedhæftede fil, og aflever den
advice-save-ods = åbn den i LibreOffice, og gem den som .ods eller .xlsx
advice-unpack = pak den ud først
advice-unpack-zip = pak den ud, og aflever det, der er i den
advice-numbers = vælg i Numbers: Arkiv, Eksporter til, Excel
of-json = en kunderejse i JSON
of-csv = en teksttabel
of-markdown = en tekst i Markdown
of-mermaid = et diagram i Mermaid
of-ojf = en kunderejse i Open Journey Format
of-yaml = YAML
of-ods = en projektmappe fra LibreOffice
of-xls = en projektmappe fra Excel 97 til 2003
of-xlsx = en projektmappe fra Excel
unread-files = der læses ingen kunderejse fra denne slags filer
unread-kind = dette er { $what }, og der læses ingen kunderejse fra det
text-without-table = dette er en tekst uden tabel, og der læses ingen kunderejse fra det
wrong-extension = filen hedder .{ $extension } og indeholder { $what }; sådan er den læst
wrong-extension-help = kald den .{ $extension }
kind-excel-95 = en projektmappe fra Excel 5 eller 95
no-text-but-zip = dette er ikke en tekst, men en projektmappe, et dokument fra Word eller en anden zip-fil
no-text-but-zip-help = en kunderejse læses her fra JSON; lav en til at udfylde med `klantreis new -o rejse.json`

## Koder for filer og tabeller, til rapporter

name-unreadable = kan ikke læses
name-unknown-format = anden slags fil
name-empty-file = tom fil
name-no-matrix = ingen tabel fundet
name-doubtful-matrix = tvivlsom tabel
name-not-placed = uden plads
name-wrong-extension = forkert filtype
name-guessed-encoding = anden tegnkodning
name-other-encoding = anden tegnkodning
name-broken-file = beskadiget fil
name-encrypted = med adgangskode
name-no-cells = ingen udfyldte celler
name-unclosed-quote = åbent anførselstegn
name-scale-turned = skala vendt om
name-further-journey = endnu en kunderejse
name-several-journeys = flere kunderejser
name-phase-returns = fase kommer igen
name-kept-data-damaged = beskadigede data
name-too-large = for stor
name-too-many = for mange
name-syntax = ugyldig tekst
name-not-utf8 = ikke UTF-8

## Hvad der står i et dokument

more-problems = der er { $count } problemer til, som ikke står her
more-problems-help = løs dem ovenfor, og tjek igen
missing-field = { $part ->
        [journey] en kunderejse
        [phase] en fase
        [lane] en række
        [stage] et stadie
        [item] et punkt
        [persona] en persona
        [author] en forfatter
        [scale] en skala
       *[other] denne del ({ $name })
    } skal have feltet `{ $field }`
missing-field-help = tilføj det, som i `{ $example }`
unknown-field = { $part ->
        [journey] en kunderejse
        [phase] en fase
        [lane] en række
        [stage] et stadie
        [item] et punkt
        [persona] en persona
        [author] en forfatter
        [scale] en skala
       *[other] denne del ({ $name })
    } har intet felt { $field }
did-you-mean = mener du `{ $name }`?
fields = felterne er { $names }
fields-and-own = felterne er { $names }; dine egne data hører til under `x`
and-elsewhere = { $said }, her og i { $count ->
        [one] én celle til
       *[other] { $count } celler til
    }
unknown-lane = der er ingen række med id’et { $id }
did-you-mean-lane = mener du `{ $name }`? `{ $id }` i den række gælder for alle dens celler
lanes-are = rækkerne er { $names }; en anden skal først stå under `lanes`
picture = billedet { $source } { $why }
picture-not-there = er der ikke
picture-no-folder = kan ikke findes: dokumentet kom ikke fra en mappe
picture-outside = { $beside ->
        [theme] ligger uden for temaets mappe
       *[document] ligger uden for dokumentets mappe
    }
picture-no-file = er ikke en fil
picture-other-kind = er { $kind }, som ikke kan vises
picture-unknown-kind = er hverken PNG, JPEG eller SVG
picture-unsupported = er { $article ->
       *[other] en
    } { $kind } med { $part }, som ikke kan vises
picture-broken = er en beskadiget { $kind }: { $why }
picture-too-large = fylder mere end { $mib } MiB
picture-other-form = der er `{ $path }`, med accenterne i en anden Unicode-form: omdøb filen, eller kopiér navnet derfra
picture-other-case = mener du `{ $path }`? Store og små bogstaver tæller
picture-path = stien begynder { $beside ->
        [theme] i temaets mappe
       *[document] i dokumentets mappe
    }, med `/` mellem mapper
picture-no-folder-help = nævn dokumentets fil, eller sæt billedet ind i dokumentet som en data-URI
picture-outside-help = { $beside ->
        [theme] kopiér billedet til temaets mappe, og skriv stien derfra
       *[document] kopiér billedet til dokumentets mappe, og skriv stien derfra
    }
picture-no-file-help = nævn en PNG-, JPEG- eller SVG-fil
picture-unreadable-help = sørg for, at filen kan læses, og prøv igen
picture-other-kind-help = gem det som PNG, JPEG eller SVG
picture-as-png = gem det som PNG
picture-as-rgb = gem det igen som PNG eller som JPEG i RGB
picture-as-plain-jpeg = gem det igen som en JPEG, der ikke er progressiv, eller med færre pixels
picture-broken-drawing = åbn det i et tegneprogram, og gem det som almindelig SVG eller PNG
picture-broken-help = kopiér filen igen, eller åbn den i et billedprogram, og gem den igen
picture-smaller = gør billedet mindre: 3000 pixels på den lange led er nok til en plakat
pictures-smaller = gør billederne mindre: 3000 pixels på den lange led er nok
choices = skriv en af disse: { $names }

## Hvad der er galt med en tekst, og hvad der er for meget

json-rtf = dette er formateret tekst (RTF) og ikke almindelig tekst
json-rtf-help = gem det som almindelig tekst; i TextEdit: Format, Konverter til almindelig tekst
json-brace-too-many = fjern det, der følger, eller led efter et `{"}"}` for meget før det
json-one-object = en kunderejse er ét objekt: begynd med `{"{"}` og slut med `{"}"}`
json-trailing = dokumentet er slut før dette, og der må ikke følge noget efter
json-single-quotes = her står enkelte anførselstegn, og JSON har dobbelte
json-single-quotes-help = skriv `"` i stedet for `'`
json-curly-quotes = her står krøllede anførselstegn, og JSON har lige
json-curly-quotes-help = skriv `"`; et tekstredigeringsprogram lader anførselstegn være lige, og det gør et tekstbehandlingsprogram ikke
json-comment = JSON har ingen kommentarer
json-comment-help = fjern kommentaren, eller sæt den som tekst under `x`
json-two-commas = her står to kommaer efter hinanden
json-two-commas-help = fjern det ene
json-first-comma = der står et komma før den første værdi
json-first-comma-help = fjern kommaet
json-null-character = her står et nultegn, som i en fil der ikke er gemt som tekst
json-save-utf8 = gem filen som UTF-8
json-invisible = her står et usynligt tegn, som JSON ikke kender
json-invisible-help = slet det, og skriv et almindeligt mellemrum
json-quote-ended = anførselstegnet før dette har afsluttet teksten
json-quote-ended-help = et anførselstegn inde i en tekst skrives `\"`; skulle teksten slutte, så sæt et komma efter den
json-comma-help = sæt et komma mellem dette og det, der står før
json-no-colon = der mangler et kolon mellem feltets navn og værdien
json-no-colon-help = skriv `"navn": værdi`
json-wrong-bracket = her står `]`, men først skal et objekt lukkes med `{"}"}`
json-wrong-bracket-help = skriv `{"}"}` før det
json-no-comma-field = der mangler et komma før dette felt
json-wrong-brace = her står `{"}"}`, men først skal en liste lukkes med `]`
json-wrong-brace-help = skriv `]` før det
json-no-comma-value = der mangler et komma før denne værdi
json-bare-name = et felts navn står i dobbelte anførselstegn
json-bare-name-help = skriv det som `"title": …`
json-no-value = her mangler en værdi
json-no-value-help = skriv værdien, eller fjern feltet
json-words = JSON kender ordene `true`, `false` og `null` med små bogstaver
json-words-help = skriv det sådan
json-expected-value = her skal der stå en værdi: en tekst i dobbelte anførselstegn, et tal, `true`, `false`, en liste eller et objekt
json-expected-value-help = fjern tegnet, eller skriv en værdi i stedet for det
json-bare-text = en tekst skal stå i dobbelte anførselstegn
json-last-comma = der står et komma efter den sidste værdi
json-last-comma-help = fjern kommaet; JSON har kun kommaer mellem værdier
json-decimal-comma = her står et komma, og JSON har et decimalpunktum
json-number = dette er ikke et tal, som JSON skriver det
json-number-help = skriv `12`, `-2` eller `0.5`, uden `+` og uden nul foran; en dato eller et klokkeslæt skal stå i dobbelte anførselstegn
json-escape = det findes ikke: efter en omvendt skråstreg skal der stå en af `" \ / b f n r t`, eller `u` og fire hexadecimale cifre
json-escape-help = skriv to for en omvendt skråstreg i selve teksten: `\\`
json-line-end = denne tekst er ikke lukket før linjens slutning
json-line-end-help = luk den med `"`; et linjeskift i en tekst skrives `\n`
json-tab = der står et tabulatortegn i en tekst
json-tab-help = skriv det som `\t` eller som mellemrum
json-control = der står et styretegn i en tekst
json-control-help = slet det, eller skriv det som `\u0007`
json-open-text = denne tekst lukkes aldrig
json-close-text = luk den med `"`
json-open-list = denne liste lukkes aldrig
json-close-list = luk den med `]`
json-open-object = dette objekt lukkes aldrig
json-close-object = luk det med `{"}"}`
json-empty = dokumentet er tomt
json-empty-help = skriv en kunderejse, eller lav en til at udfylde med `klantreis new`
json-half = dokumentet slutter midt i en værdi
json-half-help = gør værdien færdig
json-too-deep = lister og objekter står mere end { $most } dybt i hinanden
json-too-deep-help = en kunderejse har brug for fem niveauer; er det den rigtige fil?
json-write-text = skriv `"{ $text }"`
write = skriv `{ $text }`
utf16-damaged = filen er gemt som UTF-16 og kan være beskadiget eller afkortet; gem den som UTF-8
save-as-utf8 = gem filen som UTF-8; i et redigeringsprogram er det et valg under "Gem som"
no-utf8 = herfra er bytene ikke tekst i UTF-8
keep-the-sheet = behold arket med kunderejsen, og slet de andre
too-many-sheets = projektmappen har mere end { $sheets } ark eller { $names } navne
too-many-parts = filen består af mere end { $most } dele
too-many-formats = projektmappen har mere end { $most } celleformater
too-many-formats-help = kopiér arket med kunderejsen til en ny projektmappe
too-many-records = projektmappen har mere end { $most } poster
too-many-records-help = gem den som en Excel-projektmappe (.xlsx) uden de ark, der ikke hører til kunderejsen
sheet-name-too-long = navnet på et ark har mere end { $most } byte
sheet-name-too-long-help = giv arket et kort navn
cell-beyond = en celle står hinsides række { $rows } og kolonne { $columns }
cell-beyond-help = flyt tabellen op i øverste venstre hjørne af arket
file-has-more-than-help = er det den rigtige fil? En kunderejse har et par hundrede celler; slet de ark og rækker, der ikke hører til den
cell-too-large = en celle indeholder mere end { $mib } MiB tekst
cell-too-large-help = er det den rigtige fil? En celle i en kunderejse har et par linjer
document-too-large = dokumentet fylder mere end { $mib } MiB
document-too-large-help = er det den rigtige fil? En kunderejse fylder sjældent mere end et par hundrede kB
yaml-too-many = denne fil indeholder mere end { $most } værdier eller { $mib } MiB, når henvisningerne i den følges
yaml-too-many-help = er det den rigtige fil? En kunderejse har et par tusind værdier
yaml-twice = dette er ikke YAML, i linje { $line }: feltet `{ $name }` er der allerede
yaml-twice-help = behold et af dem
no-yaml = dette er ikke YAML, i linje { $line }: { $why }
no-yaml-help = se på indrykningen, på koloner i tekster og på anførselstegn
yaml-too-deep = lister og objekter står mere end { $most } gange i hinanden
table-tells-of = denne tabel har { $count } { $part ->
        [stages] stadier
        [phases] faser
        [lanes] rækker
        [personas] personaer
       *[items] punkter
    }; en kunderejse må have { $most }
table-tells-of-help = fordel { $part ->
        [stages] stadierne
        [phases] faserne
        [lanes] rækkerne
        [personas] personaerne
       *[items] punkterne
    } på flere kunderejser
file-has-more-than = filen har mere end { $most } { $part ->
        [texts] tekster
        [shared] byte delt tekst
        [bytes] byte tekst
        [rows] rækker
        [merged] flettede celler
       *[cells] celler
    }
wrong-type = her skal der stå { $expected }, og der står { $found }
wrong-type-null = udelad feltet, hvor der ikke er noget at sige
type-truth = `true` eller `false`
type-number = et tal
type-text = en tekst
type-list = en liste
type-object = et objekt
type-null = `null`
type-text-or-object = en tekst eller et objekt
type-one = tallet 1
type-whole = et helt tal fra { $min } til { $max }
type-part = { $part ->
        [journey] en kunderejse
        [phase] en fase
        [lane] en række
        [stage] et stadie
        [item] et punkt
        [persona] en persona
        [author] en forfatter
        [scale] en skala
       *[other] denne del ({ $name })
    }, som er et objekt
type-list-of = en liste { $part ->
        [phases] med faser
        [lanes] med rækker
        [stages] med stadier
        [items] med punkter
        [personas] med personaer
        [authors] med forfattere
        [texts] med tekster
        [numbers] med tal
        [links] med forbindelser
       *[other] ({ $name })
    }
there-are = der er { $count } { $part ->
        [phases] faser
        [lanes] rækker
        [stages] stadier
        [items] punkter
        [personas] personaer
        [authors] forfattere
        [texts] tekster
        [numbers] tal
        [links] forbindelser
       *[other] ({ $name })
    }, og grænsen er { $most }
keep-at-most = behold højst { $most }
write-in-braces = skriv felterne i krøllede parenteser: `{"{"} "navn": værdi, … {"}"}`
write-as-objects = skriv hver som et objekt, med kantede parenteser om det hele: `[{"{"} … {"}"}, {"{"} … {"}"}]`
write-in-brackets = sæt kantede parenteser om, og kommaer imellem: `[ …, … ]`
put-in-quotes = sæt det i dobbelte anførselstegn: `"{ $text }"`
write-one-text = skriv én tekst i dobbelte anførselstegn: `"…"`
write-truth = skriv `true` eller `false`, uden anførselstegn
write-version = skriv `"klantreis": { $version }`
own-in-braces = sæt dine egne felter i krøllede parenteser: `"x": {"{"} "…": … {"}"}`
write-unquoted = skriv det uden anførselstegn: `{ $number }`
write-a-number = skriv det uden anførselstegn, som `2` eller `-0.5`
write-a-whole = skriv det uden anførselstegn, som `{ $min }` eller `{ $max }`
field-twice = feltet { $field } er der allerede i dette objekt
field-twice-help = behold det ene af de to, og slet det andet
half-character-in-name = en `\u`-kode i dette navn står for et halvt tegn
half-character-in-text = en `\u`-kode i denne tekst står for et halvt tegn
half-character-help = skriv selve tegnet i stedet for koden
is-no-such = { $text } er ikke { $what }
write-such = skriv { $what }
no-such-choice = { $text } kendes ikke her ({ $what })
number-too-great = tallet { $number } er for stort: grænsen er { $most }
number-too-great-help = regn i en større enhed, som tusinder
no-day = { $text } er ikke en dag i kalenderen
no-day-help = skriv år, måned og dag, som `2026-11-07`; året er 1970 eller senere
no-stages-help = skriv først stadierne: `"stages": [{"{"} "title": "…" {"}"}]`, eller udelad `stage`
no-personas-help = skriv først personaerne: `"personas": [{"{"} "name": "…" {"}"}]`, eller udelad `persona`
no-such-stage = der er intet stadie med id’et { $id }
no-such-id = der er { $part ->
        [phase] ingen fase
        [persona] ingen persona
       *[place] hverken fase eller punkt
    } med id’et { $id }
text-too-long = denne tekst har { $count } tegn; grænsen er { $most }
text-too-long-help = gør teksten kortere, eller fordel den på flere punkter
text-empty = denne tekst er tom
text-empty-help = skriv mindst ét bogstav mellem anførselstegnene, eller tag den ud af listen
field-empty = feltet `{ $field }` er tomt
field-empty-help = skriv mindst ét bogstav mellem anførselstegnene
journey-without-phases = kunderejsen har ingen faser
journey-without-phases-help = tilføj mindst én: `"phases": [{"{"} "title": "…" {"}"}]`
newer-version = dette dokument er af version { $newer } af formatet, og den er nyere end dette program, som læser version { $version }
newer-version-help = installér den nyeste klantreis, eller bed om dokumentet i en ældre version
no-such-version = der findes ingen version { $version } af formatet
item-says-nothing = dette punkt siger ingenting
item-says-nothing-help = giv det en tekst (eller en score i en række til oplevelsen), eller fjern det
score-off-scale = scoren { $score } ligger ikke på rækkens skala, som går fra { $min } til { $max }
score-off-scale-help = vælg en score fra { $min } til { $max }, eller giv rækken en anden `scale`
number-in-text-lane = her skal der stå en tekst eller et objekt, og der står et tal: en række af slagsen `{ $kind }` har ingen scorer
number-in-text-lane-help = sæt det i dobbelte anførselstegn: `"{ $text }"`, eller flyt scoren til en række til oplevelsen
score-in-text-lane = en række af slagsen `{ $kind }` har ingen scorer: det har kun rækker af slagsen `emotion`
score-in-text-lane-help = flyt scoren til en række til oplevelsen, eller fjern den
item-id-taken = id’et `{ $id }` tilhører { $owner ->
        [phase] en fase
       *[item] et andet punkt
    }
item-id-taken-help = giv hvert punkt et id, som ingen fase og intet andet punkt har
ends-before = dette punkt slutter i fasen `{ $id }`, som kommer før dets egen
ends-before-help = nævn dets egen fase eller en senere
ids-of-places = faser og punkter har disse id’er: { $ids }; giv et punkt et for at nævne det
ids-are = { $part ->
        [stage] stadierne
        [phase] faserne
        [persona] personaerne
       *[lane] rækkerne
    } er { $ids }
made-id-taken = { $part ->
        [stage] dette stadie
        [phase] denne fase
        [persona] denne persona
       *[lane] denne række
    } har intet `id`, og det, der blev lavet til det, `{ $id }`, tilhører { $part ->
        [stage] et andet stadie
        [phase] en anden fase
        [persona] en anden persona
       *[lane] en anden række
    }
made-id-taken-help = giv et eget id, som `"id": "{ $id }"`
id-taken = id’et `{ $id }` tilhører { $part ->
        [stage] et andet stadie
        [phase] en anden fase
        [persona] en anden persona
       *[lane] en anden række
    }
id-taken-help = giv { $part ->
        [stage] hvert stadie
        [phase] hver fase
        [persona] hver persona
       *[lane] hver række
    } sit eget id
id-too-long = dette id har { $count } tegn; grænsen er { $most }
id-too-long-help = vælg et kortere id
bad-id = i id’et { $id } står et mellemrum eller et styretegn
bad-id-help = brug bogstaver, cifre og bindestreger
write-it-as = skriv det som `{ $text }`
write-with-hyphen = skriv det med bindestreg: `{ $text }`
bad-language = { $text } er ikke en sprogkode (BCP 47)
bad-language-help = skriv en kode på to bogstaver, som `nl`, `da` eller `en`, med et land, hvor det betyder noget: `en-GB`

## Hvordan en tabel er læst, og hvad der er at sige om en sammenlægning

part-row = række { $row }
part-column = kolonne { $column }
part-of-sheet = { $sheet }!{ $part }
part-table = tabellen
explain-matrix = en matrix med faserne { $way ->
        [across] ved siden af hinanden
       *[down] under hinanden
    }
explain-stages = stadier { $names }
explain-nameless = en fase uden navn, her kaldet “{ $name }”
explain-phase = fase “{ $name }”
explain-known-phase = fase “{ $name }” ({ $id })
explain-lane = række “{ $name }” ({ $kind })
explain-only-scores = emotion: der står kun scorer i den
explain-only-numbers = measure: der står kun tal i den, og navnet kendes ikke
explain-unknown-lane = text: navnet kendes ikke
explain-words = ordene til scorerne i “{ $name }”
explain-divider = en linje mellem det, kunden ser, og det, kunden ikke ser
explain-heading = en overskrift over rækkerne nedenfor og ikke selv en række
explain-marked = hvert flueben i “{ $name }” udpeger { $what ->
        [truth] et sandhedens øjeblik
       *[drop] et frafald
    }
explain-layer = hvad laget »{ $name }« siger
explain-ticks = hvert tegn nævner en kanal i »{ $name }«
explain-wrapped = tabellen fortsætter med flere faser
explain-goes-on = fortsætter “{ $name }”
explain-folded = “{ $name }” er { $field ->
        [channel] kanalen
        [importance] vigtigheden
       *[other] feltet { $field }
    } for kontakten ved siden af
explain-list = en liste med en række for hvert punkt
explain-sections = en tabel under overskriften for hver { $part ->
        [lane] række
       *[phase] fase
    }
explain-numbers = numre på faserne
explain-of-phases = hvad der siges om faserne: { $part ->
        [stage] stadie
        [description] beskrivelse
        [duration] varighed
       *[risks] risici
    }
explain-persona = persona “{ $name }”
explain-persona-of-curve = persona “{ $name }”, fra en kurve med det navn
explain-persona-of-sheet = persona “{ $name }” fra et ark om personer
explain-persona-told = hvad der siges om “{ $name }”: { $label }
explain-further-lane = række “{ $name }” i en tabel med de samme faser
explain-title = titel “{ $name }”
explain-date = dato { $day }
explain-fact = { $field ->
        [title] titel
        [scenario] scenarie
        [organisation] organisation
        [authors] forfattere
        [class] klasse
        [date] dato
        [course] fag
        [revision] version
        [persona] persona
       *[other] målgruppe
    }
explain-old-phase = den fase, det var
explain-renamed-phase = en fase, som nu hedder “{ $name }”
explain-new-phase = en ny fase, “{ $name }”
explain-old-lane = { $part ->
        [row] en linje
        [scores] flere scorer
       *[words] ordene
    } i en række, der var der ({ $kind })
explain-renamed-lane = { $part ->
        [row] en linje
        [scores] flere scorer
       *[words] ordene
    } i en række, som nu hedder “{ $name }” ({ $kind })
explain-new-lane = { $part ->
        [row] en linje
        [scores] flere scorer
       *[words] ordene
    } i en ny række, “{ $name }” ({ $kind })
explain-columns = kolonnernes navne
explain-item = punkt { $nth } i “{ $lane }” under “{ $phase }”
explain-the-title = titlen
explain-section = fase “{ $name }” med { $count ->
        [one] { $count } opgave
       *[other] { $count } opgaver
    }
explain-as-written = en kunderejse i JSON, læst som den står
merge-differs = `{ $field }` i { $owner } er { $more ->
        [0] her
        [one] her og i 1 dokument til
       *[other] her og i { $more } dokumenter til
    } { $lost }
merge-stands = { $differs }, men { $stands } i { $there }, og det bliver stående
merge-ends-before = dette punkt slutter i fasen `{ $until }`, som i den samlede kunderejse kommer før dets egen
merge-order = { $part ->
        [stages] stadierne
        [lanes] rækkerne
       *[phases] faserne
    } { $first } og { $next } står omvendt i { $there }, og den rækkefølge bliver
merge-own-lane = rækken `{ $id }` er en anden end den i { $there }; den står ved siden af som `{ $new }`
merge-renamed = id’et `{ $id }` betyder noget andet i { $there }; { $part ->
        [phase] denne fase
        [stage] dette stadie
        [lane] denne række
        [persona] denne persona
       *[item] dette punkt
    } hedder nu `{ $new }`
merge-shared = cellen for { $phase } i rækken { $lane } er udfyldt her og i { $there }; punkterne fra begge bliver
merge-differs-help = vælg en af de to; det, der er lagt til side, er gemt under `x.merge.conflicts`
merge-ends-before-help = giv det et andet `until`; det, der stod, er gemt under `x.merge.conflicts`
merge-order-help = flyt dem i et af dokumenterne, eller nævn dokumentet med den rigtige rækkefølge først
merge-own-lane-help = slags, persona, formål og skala skal være ens i begge, for at de bliver til én række
merge-look-help = se, om det er det, du vil
the-part = { $part ->
        [journey] kunderejsen
        [phase] fasen
        [stage] stadiet
        [lane] rækken
        [persona] personaen
        [item] punktet
        [link] forbindelsen
        [measurement] målingen
        [opportunity] muligheden
        [panel] billedet
       *[other] { $part }
    }
the-part-called = { $part ->
        [journey] kunderejsen
        [phase] fasen
        [stage] stadiet
        [lane] rækken
        [persona] personaen
        [item] punktet
        [link] forbindelsen
        [measurement] målingen
        [opportunity] muligheden
        [panel] billedet
       *[other] { $part }
    } { $name }
merged-journey = den samlede kunderejse
merged-not-valid = ville ikke være en gyldig kunderejse; intet er skrevet
merge-unlisted = { $count } { $part ->
        [conflict] uenigheder
       *[remark] bemærkninger
    } til, som ikke står her
merge-picture = billedet { $source } ligger ikke i den samlede kunderejses mappe eller under den og findes ikke derfra
merge-picture-help = skriv den samlede kunderejse i en mappe omkring alle dokumenterne, eller kopiér billedet hen ved siden af

## Plakater: hvordan de passer, og hvad der ikke står på dem

unhide-lanes = `{ $option }` udelader { $count ->
        [one] rækken { $lanes }: skriv den med, eller udelad `{ $option }`
       *[other] rækkerne { $lanes }: skriv en af dem med, eller udelad `{ $option }`
    }
unhide-persona = `--persona` udelader den, som { $count ->
        [one] rækken { $lanes } hører til: skriv den persona med, eller udelad `--persona`
       *[other] rækkerne { $lanes } hører til: skriv en af de personaer med, eller udelad `--persona`
    }
unhide-phases = `--phases` udelader de faser, hvor { $count ->
        [one] der står noget i rækken { $lanes }
       *[other] der står noget i rækkerne { $lanes }
    }: skriv en af dem med, eller udelad `--phases`
no-contacts-template = kunderejsen har ingen kontaktpunkter, og en tidslinje viser ikke andet: derfor er der lavet en tom skabelon til at udfylde i hånden
no-contacts-scores = kunderejsen har ingen kontaktpunkter: tidslinjen viser kun fasernes point
no-contacts-help = giv faserne kontaktpunkter, for eksempel { $example }
hidden-contacts-template = dit valg udelader kontaktpunkterne, og en tidslinje viser ikke andet: derfor er der lavet en tom skabelon til at udfylde i hånden
hidden-contacts-scores = dit valg udelader kontaktpunkterne: tidslinjen viser kun fasernes point
no-scores-template = kunderejsen har ingen point, og en kurve viser ikke andet: derfor er der lavet en tom skabelon til at tegne i hånden
no-scores-template-help = giv faserne point i rækken `{ $lane }`, for eksempel { $example }
no-scores-no-lane-help = giv faserne point, for eksempel { $example }
hidden-scores = dit valg udelader alle point, og en kurve viser ikke andet: derfor er der lavet en tom skabelon til at tegne i hånden
one-line = en tidslinje har én linje, { $line }: { $count ->
        [one] kurven { $others } er ikke med
       *[other] kurverne { $others } er ikke med
    }
one-line-help = på `map`, `curve` og `matrix` er de alle med; med `--persona` eller `--curves` vælger du en anden til linjen
not-shown = { $count ->
        [one] på layoutet { $layouts } mangler { $parts }
       *[other] på layoutene { $layouts } mangler { $parts }
    }
shown-by = { $count ->
        [one] { $layouts } viser { $part }
       *[other] { $layouts } viser { $part }
    }
shown-by-none = intet layout viser { $part } endnu
other-labels = de faste ord står på engelsk: der er ingen på { $language }
other-labels-help = der er faste ord på hollandsk (nl), dansk (da) og engelsk; kunderejsens tekster bliver, som de er
part-lanes = det, der står i de andre rækker
part-descriptions = beskrivelserne af faser
part-personas = alt det, der er fortalt om personaerne
part-empathy = empatikortene
part-links = forbindelserne
part-measurements = målingerne
part-opportunities = mulighederne
part-storyboard = storyboardet
listed-and = { $first } og { $last }
fit-size = { $of ->
        [title] titel
        [phases] faser
        [cells] felter
       *[notes] lille tekst
    } { $points } pt
fit-from = fra { $metres } m
fit-in-hand = tæt på
fit-asks = { $from }, hvor der skal { $least } til
fit-pages = { $count ->
        [one] 1 side { $paper }
       *[other] { $count } sider { $paper }
    }
fit-characters = { $count ->
        [one] 1 tegn
       *[other] { $count } tegn
    }
fit-tightest = { $count ->
        [one] der er mindst plads i rækken { $lane } i fasen { $phases }: med cirka { $characters } mindre bliver rækken lavere
       *[other] der er mindst plads i rækken { $lane } i faserne { $phases }: med cirka { $characters } mindre i hver fase bliver rækken lavere
    }
fit-sheets = { $count ->
        [one] ét ark A4
       *[other] { $count } ark A4, der sættes sammen
    }
fit-smallest = det mindste papir, hvor det hele er på én side, er { $paper }, { $sheets }
fit-smallest-none = intet papir op til 4A0 har plads til det hele på én side
fit-smallest-notes = det mindste papir med plads til en selvklæbende seddel på 76 mm i hvert felt er { $paper }, { $sheets }
fit-smallest-notes-none = intet papir op til 4A0 har plads til en selvklæbende seddel på 76 mm i hvert felt
overflow-page = på side { $page } står det, der ikke er plads til på { $paper }, heller ikke i den mindste læselige skrift på { $points } pt: { $what }
overflow-in-pieces = på side { $page } står det, der kun er plads til på én side { $paper }, hvis ord bliver delt: { $what }
overflow-all = på { $paper } er det hele på én side
overflow-none = intet papir op til 4A0 har plads til det hele på én side; del kunderejsen op, eller gør teksterne kortere
overflow-lanes = { $count ->
        [one] rækken { $lanes } ({ $phases })
       *[other] rækkerne { $lanes } ({ $phases })
    }
overflow-empty-lanes = { $count ->
        [one] rækken { $lanes }
       *[other] rækkerne { $lanes }
    }
overflow-phases = { $count ->
        [one] fasen { $phases }
       *[other] faserne { $phases }
    }
overflow-all-phases = alle faser
overflow-descriptions = det, der er fortalt om faserne
overflow-across = tekster fra hovedet og etaperne
overflow-curve = kurven
small-phases = fasernes titler er { $points } pt; { $paper } læses på { $metres } m afstand, og så bør de være mindst { $least } pt
pale-phases = fasernes titler er { $points } pt ved siden af felter på { $cells } pt: de skiller sig for lidt ud
shorten-title = gør { $title } kortere
shorten-title-or-take = gør { $title } kortere, eller tag { $paper }
notes-each = { $cells ->
        [one] det { $cells } tomme felt
       *[other] hvert af de { $cells } tomme felter
    } ({ $size }) har plads til { $notes ->
        [one] 1 selvklæbende seddel
       *[other] { $notes } selvklæbende sedler
    } på 76 mm
notes-none = de tomme felter på { $paper } ({ $size }) har ikke plads til en selvklæbende seddel på 76 mm
notes-columns = { $part } af { $all } kolonner på { $paper } har ikke plads til en selvklæbende seddel på 76 mm: den smalleste er { $size } bred
notes-rows = { $part } af { $all } rækker på { $paper } har ikke plads til en selvklæbende seddel på 76 mm: den laveste er { $size } høj
notes-turn = med `--orientation { $way }` er der plads til dem i hvert felt
notes-lanes = { $count ->
        [one] med én række til at udfylde (`--lanes`) er der plads til dem
       *[other] med { $count } rækker til at udfylde (`--lanes`) er der plads til dem
    }
notes-paper = på { $larger } er der plads til dem i hvert felt; på { $paper } kan I skrive i felterne eller bruge mindre sedler
notes-nowhere = intet papir op til 4A0 har plads til dem: tag færre faser eller rækker
fields-none = på { $paper } er der ikke plads til felter, man kan skrive i
fields-hold = { $count ->
        [one] det { $count } felt på { $paper } har plads til en selvklæbende seddel på 76 mm
       *[other] hvert af de { $count } felter på { $paper } har plads til en selvklæbende seddel på 76 mm
    }
fields-small = { $count ->
        [one] det { $count } felt på { $paper } ({ $size }) har ikke plads til en selvklæbende seddel på 76 mm
       *[other] de { $count } felter på { $paper } ({ $size }) har ikke plads til en selvklæbende seddel på 76 mm
    }
fields-larger = tag { $paper }
fields-small-larger = på { $larger } er der plads til dem; på { $paper } kan I skrive i felterne eller bruge mindre sedler
fields-small-help = skriv i felterne, eller brug mindre sedler
theme-bars = bjælker i { $name }
theme-faint = `{ $one }` på `{ $other }` har en kontrast på { $found } : 1, mindre end { $least } : 1
theme-faint-help = gør `{ $one }` eller `{ $other }` mørkere eller lysere
theme-alike = `{ $one }` og `{ $other }` er svære at kende fra hinanden { $sight ->
        [protanopia] med protanopi (rødblindhed)
        [deuteranopia] med deuteranopi (grønblindhed)
        [tritanopia] med tritanopi (blåblindhed)
       *[full] for den, der ser alle farver
    }: forskellen er { $found }, og den skal være mindst { $least }
theme-alike-help = tag farver, der også er forskelligt lyse
theme-remarks = { $count } par farver i temaet { $name } har for lidt kontrast eller er svære at kende fra hinanden
theme-remarks-help = `klantreis theme { $name }` nævner dem
sheets = { $count ->
        [one] 1 ark { $paper }
       *[other] { $count } ark { $paper }
    }, { $grid }, og { $posters ->
        [one] et ark, der viser, hvordan de sættes sammen
       *[other] ved hver af de { $posters } sider et ark, der viser, hvordan de sættes sammen
    }
no-transparency = `--transparent` gør intet gennemsigtigt: temaet har sin egen baggrund, og den tegnes

## Indstillinger og temaer

there-is = der er { $names }
toml-text = en tekst
toml-number = et tal
toml-truth = `true` eller `false`
toml-date = en dato
toml-list = en liste
toml-table = en tabel
toml-twice = `{ $name }` er der allerede
toml-twice-help = behold den ene, og slet den anden
toml-none = dette er ikke TOML: { $why }
toml-line = en indstilling er en linje som `{ $line }`
setting-unknown = der er ingen indstilling `{ $name }`
setting-text = `{ $name }` er en tekst, og dette er { $not }
setting-empty = `{ $name }` er en tekst og må ikke være tom
setting-text-help = skriv det som i `{ $name } = "…"`
setting-takes = `{ $name }` tager, hvad --{ $option } tager på kommandolinjen
setting-margin-help = vælg en margen, der passer til papiret
setting-distance-help = vælg en afstand, der passer til papiret
setting-no-layout = der er intet layout `{ $name }`
setting-layouts = `layouts` er en liste med navne, og dette er { $not }
setting-layouts-help = skriv det som i `layouts = ["map", "tidy"]`
setting-no-file = der er ingen fil { $path }
setting-no-theme = der er intet tema `{ $name }`; { $hint }
theme-setting = et tema har ingen indstilling `{ $name }`
theme-no-face = der er ingen skrifttype af familien `{ $name }`
theme-no-face-help = tilføj dens mappe med --font-dir, eller find navnet med `klantreis list fonts`
theme-long-footer = sidefoden har mere end { $most } tegn
theme-long-footer-help = gør den kortere
theme-control = sidefoden indeholder et styretegn, som ingen side kan vise
theme-control-help = skriv den på én linje uden tegn som `\n`
theme-base = der er intet indbygget tema `{ $name }`
theme-tints = { $tints ->
        [one] 1 tone
       *[other] { $tints } toner
    } til { $hues ->
        [one] 1 farve
       *[other] { $hues } farver
    }
theme-tints-help = giv hver farve sin tone, eller udelad alle toner
theme-colors = `{ $name }` er en liste med en til seks farver
theme-colors-help = skriv det som i `{ $name } = ["#0b6e69", "#8a4b08"]`
theme-digits = skriv seks hexadecimale cifre, som i `{ $example }`
theme-color-type = en værdi af `{ $name }` er en farve, og dette er { $not }
theme-no-color = `{ $text }` er ingen farve (`{ $name }`)
theme-is-table = `{ $name }` er en tabel
theme-table-help = skriv `{ $head }`, og derunder `{ $line }`
theme-no-plate = `cmyk` har ingen farve `{ $name }`
theme-plates = { $inks } gange trykfarver til { $hues ->
        [one] 1 farve
       *[other] { $hues } farver
    }
theme-plates-help = giv hver farve sine trykfarver, som i `{ $example }`
theme-inks-help = skriv procent cyan, magenta, gul og sort, som i "95 40 60 20"
theme-inks-type = `{ $name }` er en tekst med fire tal, og dette er { $not }
theme-inks-most = `{ $text }` er mere end 300 % farve, og det tager papir ikke imod
theme-inks-none = `{ $text }` er ikke fire trykfarver i procent (`{ $name }`)
theme-logo-setting = et logo har ingen indstilling `{ $name }`
theme-logo-place = der er ingen plads `{ $name }` til et logo
theme-logo-height = `{ $text }` er ingen højde fra { $least } til { $most } mm
theme-logo-height-help = skriv et tal med mm, cm eller in, som "12mm"
theme-logo-file = et logo har ingen `file`
theme-logo-file-help = nævn et billede ved siden af temaet: `{ $example }`

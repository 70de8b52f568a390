### Hvad klantreis siger til mennesker, på dansk. Accenter (`) står om det, der er gengivet, som det er.
### Det, der sættes ind i en tekst, hedder det samme på alle sprog.

## Hvordan dele sættes sammen

joined = { $first }; { $then }
names-and-more = { $names } og { $more } til

## I terminalen

severity-error = fejl
severity-warning = bemærk
severity-note = oplysning
label-help = tip
label-at = ved
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
skip-other = ikke noget, en kunderejse læses fra
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

### What klantreis says to people, in English. Backticks mark what is quoted as it is.
### A text keeps its name and what is put into it in every language; codes and names of files stay in English.

## How parts are put together

joined = { $first }; { $then }
names-and-more = { $names } and { $more } more

## On the terminal

severity-error = error
severity-warning = warning
severity-note = note
label-help = help
label-at = at
summary-valid = { $count ->
        [one] { $count } journey valid
       *[other] { $count } journeys valid
    }
summary-complete = { $valid } and complete
summary-none-complete = { $valid }, but not complete
summary-some-complete = { $valid }, { $complete } of them complete
summary-failed = { $all ->
        [one] { $failed } of { $all } input failed
       *[other] { $failed } of { $all } inputs failed
    }
summary-warnings = { $count ->
        [one] { $count } warning
       *[other] { $count } warnings
    }
summary-left = { $count ->
        [one] { $count } more input not looked at
       *[other] { $count } more inputs not looked at
    }
written = written: { $path }
skipped = skipped: { $why }
also-here = the same holds of { $places }
also-here-and-more = the same holds of { $places } and { $more } more, which --verbose lists
so-often = this is so { $count } times
more-unplaced = { $count ->
        [one] and { $count } more cell could not be placed: --verbose lists all
       *[other] and { $count } more cells could not be placed: --verbose lists all
    }
with-more = { $message } (and { $more } more, which --verbose lists)
with-aside = { $message } ({ $aside })
as-layout = as a { $layout }: { $message }
table-all = all
table-total = total
listed = { $first }, { $then }
summary-written = { $count ->
        [one] { $count } file written: { $paths }
       *[other] { $count } files written: { $paths }
    }
summary-written-to = { $count ->
        [one] { $count } file written to { $folder }
       *[other] { $count } files written to { $folder }
    }
summary-written-some = { $count ->
        [one] { $count } file written to { $folder }, { $kept } unchanged
       *[other] { $count } files written to { $folder }, { $kept } unchanged
    }
summary-removed = { $count ->
        [one] { $count } file removed
       *[other] { $count } files removed
    }
summary-imported = { $count ->
        [one] { $count } journey written to { $folder }
       *[other] { $count } journeys written to { $folder }
    }
summary-normal = { $count ->
        [one] { $count } journey in normal form
       *[other] { $count } journeys in normal form
    }
summary-unchanged = { $count ->
        [one] { $count } file unchanged
       *[other] { $count } files unchanged
    }
summary-formatted = { $count ->
        [one] { $count } file formatted
       *[other] { $count } files formatted
    }
summary-formatted-some = { $count ->
        [one] { $count } file formatted, { $kept } unchanged
       *[other] { $count } files formatted, { $kept } unchanged
    }
summary-merged = { $count ->
        [one] { $count } journey merged
       *[other] { $count } journeys merged
    }
summary-merged-into = { $count ->
        [one] { $count } journey merged into { $path }
       *[other] { $count } journeys merged into { $path }
    }
summary-combined = { $count ->
        [one] { $count } journey combined
       *[other] { $count } journeys combined
    }
summary-combined-into = { $count ->
        [one] { $count } journey combined into { $path }
       *[other] { $count } journeys combined into { $path }
    }
nothing-merged = nothing merged
nothing-compared = nothing compared
no-changes = no changes

## Files that are passed over

skip-document = a journey in JSON, which stays as it is
skip-tables = { $count ->
        [one] a workbook or table, of which `klantreis import` makes a journey
       *[other] { $count } workbooks and tables, of which `klantreis import` makes journeys
    }
skip-no-journey = JSON without `klantreis`
skip-office-lock = a lock file of Office
skip-output-folder = the output folder
skip-output-file = the output file
skip-hidden = hidden
skip-folder-link = a link to a folder
skip-no-file = no regular file
skip-report = a report of this program
skip-beside = the journey of that name in JSON is read; name the table itself to read it
skip-own = made of what stands beside it
skip-poster = a poster of klantreis
skip-picture = a picture of a journey
skip-not-picked = not picked
skip-other = nothing that a journey is read from
role-input = an input
role-beside = a journey beside the inputs
role-picture = a picture of an input
role-list = the list of inputs
role-rules = the file of rules
role-model = the model
role-theme = the theme
role-logo = the logo of the theme
role-config = the settings of a folder
role-font = a font that is used

## Rules

group-who = who
group-cells = cells
group-texts = texts
group-order = order
group-model = model
group-other = other
group-import = import

name-no-author = no-author
name-no-persona = no-persona
name-empty-cell = empty-cell
name-phase-without-touchpoint = phase-without-touchpoint
name-no-emotion = no-emotion
name-placeholder = placeholder
name-too-short = too-short
name-out-of-order = out-of-order
name-missing-stage = missing-stage
name-missing-phase = missing-phase
name-missing-lane = missing-lane
name-extra-phase = extra-phase
name-other = other
name-import = import

rule-no-author = The journey does not say who made it.
rule-no-persona = The journey does not say who travels.
rule-empty-cell = Phases, lanes or single cells hold nothing.
rule-phase-without-touchpoint = A phase holds something, but no touchpoint.
rule-no-emotion = An emotion lane has no score for a phase that holds something.
rule-placeholder = A text is still a placeholder, such as `TODO`, `…` or `vul hier in`.
rule-too-short = A text is too short to mean anything, such as `x`, `-` or `Ja`.
rule-out-of-order = A touchpoint happens before one that stands earlier in its lane.
rule-missing-stage = The model has a stage that the journey lacks.
rule-missing-phase = The model has a phase that the journey lacks.
rule-missing-lane = The model has a lane of a kind that the journey lacks.
rule-extra-phase = The journey has a phase that the model does not have.
rule-other = Something else is the matter, such as a picture that cannot be shown.
rule-import = The import of a workbook or table has a remark, such as a cell that has no place in the journey; this is no finding.

## What rules find, and what to do about it
## `input` is what was read: json, yaml, mermaid, markdown, table (a workbook or a table of text), or cell where the cell is known.

unlisted-findings = { $count ->
        [one] there is { $count } more finding of this rule that is not listed
       *[other] there are { $count } more findings of this rule that are not listed
    }
unlisted-findings-help = mend those above and check again

no-author = the journey does not say who made it
no-author-help = { $input ->
        [cell] fill in your name in { $cell }, { $label }
        [table] put a row with `Author` and your name above the table
        [markdown] put a line such as `Author: Sam Field (2B)` above the table
        [mermaid] name yourself when it is handed in: a diagram has no place for that
        [yaml] name yourself: `authors: [{"{"} name: …, class: … {"}"}]`
       *[json] name them: `"authors": [{"{"} "name": "…", "class": "…" {"}"}]`
    }

no-persona = the journey does not say who travels
no-persona-help = { $input ->
        [cell] describe the customer in { $cell }, { $label }: who travels, and why?
        [table] put a row with `Scenario` above the table that says who travels, and why
        [markdown] put a line such as `Scenario: Bo wants to the sea` above the table
        [mermaid] name the customer as an actor behind the scores, such as `Search: 3: Bo`
        [yaml] describe the customer: `scenario: …`, or `personas: [{"{"} name: … {"}"}]`
       *[json] describe the customer: `"scenario": "…"`, or `"personas": [{"{"} "name": "…" {"}"}]`
    }
no-persona-strict-help = { $input ->
        [cell] describe the customer as a persona
        [table] put a row with `Persona` above the table that says who travels
        [markdown] put a line such as `Persona: Bo` above the table
        [mermaid] name the customer as an actor behind the scores, such as `Search: 3: Bo`
        [yaml] describe the customer: `personas: [{"{"} name: … {"}"}]`
       *[json] describe the customer: `"personas": [{"{"} "name": "…" {"}"}]`
    }

no-phase-begun = no phase holds anything yet
no-phase-begun-help = begin with the first phase: what does the customer want there?
phases-empty = { $all ->
        [one] { $part } of { $all } phase is empty: { $names }
       *[other] { $part ->
            [one] { $part } of { $all } phases is empty: { $names }
           *[other] { $part } of { $all } phases are empty: { $names }
        }
    }
phases-empty-help = say what happens there, or take the phase out
lane-empty = the lane { $lane } is empty
lane-empty-help = fill it in, or take the lane out
lanes-empty = { $part } of { $all } lanes are empty: { $names }
lanes-empty-help = fill them in, or take them out
lane-has-gaps = { $all ->
        [one] the lane { $lane } is empty in { $part } of { $all } phase: { $phases }
       *[other] the lane { $lane } is empty in { $part } of { $all } phases: { $phases }
    }
lane-has-gaps-help = fill in the lane there

no-touchpoint-lane = the journey has no lane for touchpoints
no-touchpoint-lane-help = { $input ->
        [table] add a row `Touchpoint`: where do customer and organisation meet?
        [cell] add a row `Touchpoint`: where do customer and organisation meet?
        [markdown] add a row `Touchpoint`: where do customer and organisation meet?
        [mermaid] a diagram has tasks and scores alone; make a table of it where customer and organisation meet
       *[json] add a lane of kind `touchpoint`: where do customer and organisation meet?
    }
phases-without-touchpoint = { $all ->
        [one] { $part } of { $all } phase is without a touchpoint: { $names }
       *[other] { $part ->
            [one] { $part } of { $all } phases is without a touchpoint: { $names }
           *[other] { $part } of { $all } phases are without a touchpoint: { $names }
        }
    }
phases-without-touchpoint-help = say where customer and organisation meet there

no-emotion-lane = the journey has no lane for the emotion
no-emotion-lane-help = { $input ->
        [table] add a row `Experience` with a score for each phase
        [cell] add a row `Experience` with a score for each phase
        [markdown] add a row `Experience` with a score for each phase
        [mermaid] put a score behind each task, such as `Search: 3: Bo`
       *[json] add a lane of kind `emotion` with a score for each phase
    }
no-scores = the lane { $lane } has no scores
no-scores-help = { $input ->
        [table] give each phase a score: a number in that row
        [cell] give each phase a score: a number in that row
        [markdown] give each phase a score: a number in that row
        [mermaid] put a score behind each task, such as `Search: 3: Bo`
        [yaml] give each phase a score: `score: 1`
       *[json] give each phase a score: `{"{"} "score": 1 {"}"}`
    }
scores-have-gaps = { $all ->
        [one] the lane { $lane } has no score in { $part } of { $all } phase: { $phases }
       *[other] the lane { $lane } has no score in { $part } of { $all } phases: { $phases }
    }
scores-have-gaps-help = { $input ->
        [table] say how the customer feels there: a number in that row
        [cell] say how the customer feels there: a number in that row
        [markdown] say how the customer feels there: a number in that row
        [mermaid] say how the customer feels there: put a score behind the task, such as `Search: 3: Bo`
        [yaml] say how the customer feels there, as in `score: 1`
       *[json] say how the customer feels there, as in `{"{"} "score": 1 {"}"}`
    }

fault-apart = { $text } is { $what }
fault-in-lane = { $count ->
        [one] the lane { $lane } holds { $what }, { $text }, in { $phases }
       *[other] the lane { $lane } holds { $what }, such as { $text }, in { $phases }
    }
fault-placeholder = { $count ->
        [one] a placeholder
       *[other] placeholders
    }
placeholder-help = write what belongs there, or leave it out
fault-too-short = { $count ->
        [one] a text too short to mean anything
       *[other] texts too short to mean anything
    }
too-short-help = say a little more: somebody who was not there must understand it

out-of-order = { $later } stands behind { $earlier }
out-of-order-more = { $later } stands behind { $earlier }; { $more } more in the lane { $lane }
out-of-order-help = { $input ->
        [json] put them in the order in which they happen, or mend `when`
        [yaml] put them in the order in which they happen, or mend `when`
       *[other] put them in the order in which they happen, or mend when it is
    }

missing-stages = { $count ->
        [one] { $count } of the { $all } stages of { $model } is missing: { $names }
       *[other] { $count } of the { $all } stages of { $model } are missing: { $names }
    }
missing-stages-help = { $input ->
        [json] add it to `stages`, or give one of your own its title or id
        [yaml] add it to `stages`, or give one of your own its title or id
       *[other] put it in a row above the phases, or give one of your own its name
    }
missing-phases = { $count ->
        [one] { $count } of the { $all } phases of { $model } is missing: { $names }
       *[other] { $count } of the { $all } phases of { $model } are missing: { $names }
    }
missing-phases-help = { $input ->
        [json] add it to `phases`, or give one of your own its title or id
        [yaml] add it to `phases`, or give one of your own its title or id
        [mermaid] add it as a `section`, or give one of your own its name
       *[other] add it as a phase, or give one of your own its name
    }
missing-lanes = { $count ->
        [one] { $count } of the { $all } lanes of { $model } is missing: { $names }
       *[other] { $count } of the { $all } lanes of { $model } are missing: { $names }
    }
missing-lanes-help = { $input ->
        [json] add a lane of that kind to `lanes`, and fill it in
        [yaml] add a lane of that kind to `lanes`, and fill it in
        [mermaid] a diagram has tasks and scores alone; make a table of it for the others
       *[other] add a row of that name, and fill it in
    }
extra-phases = { $all ->
        [one] { $part } of { $all } phase is not in { $model }: { $names }
       *[other] { $part ->
            [one] { $part } of { $all } phases is not in { $model }: { $names }
           *[other] { $part } of { $all } phases are not in { $model }: { $names }
        }
    }
extra-phases-help = { $input ->
        [json] take it out, or give it the title or id that the model has
        [yaml] take it out, or give it the title or id that the model has
       *[other] take it out, or give it the name that the model has
    }

## The report of a check

report-title = Check of customer journeys
report-title-of = Check of { $folder }
report-subject = What a check of many customer journeys found
compared-with = Compared with `{ $model }`.
section-overview = Overview
section-findings = Findings
section-rules = Rules
section-passed-over = Passed over
passed-over = Passed over: { $path } ({ $why })
head-hand-in = Hand-in
head-hand-ins = Hand-ins
head-title = Title
head-made-by = Made by
head-class = Class
head-cells-filled = Cells filled
head-cells-in-all = Cells in all
head-status = Status
turned-findings = findings
head-why = Why
head-kind = Kind
head-rule = Rule
head-phase = Phase
head-lane = Lane
head-where = Where
head-what-was-found = What was found
head-what-to-do = What to do
head-found-and-help = What was found, and what to do
head-about = About
head-finds = What it finds
head-found = Found
status-complete = complete
status-findings = { $count ->
        [one] { $count } finding
       *[other] { $count } findings
    }
status-invalid = invalid
status-unreadable = cannot be read
tally-complete = { $count ->
        [one] complete
       *[other] complete
    }
tally-findings = { $count ->
        [one] with findings
       *[other] with findings
    }
tally-invalid = { $count ->
        [one] invalid
       *[other] invalid
    }
tally-unreadable = { $count ->
        [one] cannot be read
       *[other] cannot be read
    }
so-many-errors = { $count ->
        [one] { $count } error
       *[other] { $count } errors
    }
more-errors = { $count ->
        [one] { $message }; and { $count } more error
       *[other] { $message }; and { $count } more errors
    }
noun-hand-ins = { $count ->
        [one] hand-in
       *[other] hand-ins
    }
hand-ins-in-all = { $count ->
        [one] { $count } hand-in: { $tally }
       *[other] { $count } hand-ins: { $tally }
    }
hand-ins-compared = { $count ->
        [one] { $count } hand-in: { $tally }   ·   compared with { $model }
       *[other] { $count } hand-ins: { $tally }   ·   compared with { $model }
    }
nature-error = error
nature-finding = finding
nature-import = import
place-line = line { $line }
nothing-was-found = Nothing was found.
nothing-found = nothing found
found-in = { $count ->
        [one] { $total } in { $count } hand-in
       *[other] { $total } in { $count } hand-ins
    }
filled-of = { $filled } of { $all }
complete-of = { $complete } of { $all } complete
total = Total
off = off
and-more = and { $count } more
more-told = and { $count } more, which `klantreis check` tells
more-than-a-sheet = And { $count } more, which a sheet cannot hold.
legend = nothing found · a number: so many findings · what the import remarks does not count as a finding
legend-of-sheets = ✓ nothing found   ·   a number: so many findings   ·   – not looked at: no valid journey   ·   the sheet Findings says what and where, the sheet Rules what each column means

## The report of an export

made-title = What was exported
made-done = { $count ->
        [one] { $count } input done
       *[other] { $count } inputs done
    }
made-failed = { $count } failed
made-left = { $count } not looked at
made-files = { $count ->
        [one] { $count } file, { $size }
       *[other] { $count } files, { $size }
    }
made-heading-failed = Failed
made-heading-all = All
made-nothing = nothing was made
made-no-drawing = no drawing that a page can show
made-pages = { $count ->
        [one] { $count } page
       *[other] { $count } pages
    }
made-messages = { $count ->
        [one] { $count } message
       *[other] { $count } messages
    }
size-bytes = { $count ->
        [one] { $count } byte
       *[other] { $count } bytes
    }
size-megabytes = { $whole }.{ $tenths } MB

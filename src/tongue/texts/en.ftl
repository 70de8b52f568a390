### What klantreis says to people, in English. Backticks mark what is quoted as it is.
### A text keeps its name and what is put into it in every language; codes and names of files stay in English.

## How parts are put together

as-it-is = { $text }
joined = { $first }; { $then }
names-and-more = { $names } and { $more } more

## On the terminal

severity-error = error
severity-warning = warning
severity-note = note
label-help = help
label-at = at
failed = failed:
at-place = { $place }: { $message }
first-of-errors = { $message } (and { $more } more)
failure-unreadable = cannot be read: { $why }
failure-invalid = not a valid journey
failure-not-normal = not in normal form
failure-no-document = this is a workbook or a table and no journey in JSON, and is left as it is; `klantreis import` makes a journey of it
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
skip-system = made by the operating system
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
skip-others = { $count ->
        [one] nothing that a journey is read from
       *[other] { $count } files that no journey is read from; `klantreis check` has a row for each
    }
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
section-again = To ask again
again-hand-in = Hand-in
again-made-by = Made by
again-status = Status
again-why = Why
same-as = the same as { $path }
by-the-same-as = by the same as { $path }
same-stands-in = the same stands in { $path }
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

## What is read, and what is left over

left-formula = holds a formula without a value or an error
left-formula-not-in-file = holds a formula whose value is not in the file, or an error
left-covered = is covered by a merged one, and holds a text that nobody sees
left-comment = has a comment
left-shape = has a text box or a shape over it
left-picture = has a picture over it
left-prompt = has a message that stands in no cell
left-running = is of a sheet with a header or footer
left-chart = has a chart over it, with a title
left-link = leads to an address
left-off-scale = holds a score that is off the scale of the others
left-score-sign = holds a sign that stands for a score or for nothing
left-no-name = is neither a name nor a class
left-too-long = holds a longer text than an item may have
left-too-many-items = holds more items than a journey may have
left-sign-of-nothing = holds a sign that stands for nothing
left-part-of-no-table = is no part of the table
left-other-sheet = stands on another sheet than the table
left-heading = heads the rows below it, and is no lane
left-below = stands below the table
left-beside = stands beside the table, or has no phase or lane
left-above-without-place = stands above the table, and has no place in a journey
left-outside = stands outside the table, with no label that is known
left-class-of-nobody = names a class, but nobody without one
left-group-without-persona = names a target group, but there is no persona
left-sheet-of-no-journey = stands on a sheet that is no part of the journey
left-above-unknown = stands above the table and is neither the title nor a fact that is known
left-beside-or-below = stands beside or below the table
left-too-many-risks = holds more risks than a phase can have
left-too-many-stages = names more stages than a journey can have
left-too-many-in-cell = holds more items than a cell can have
left-another-cell-says-else = says something else than another cell of the same field
left-field-cannot-hold = says what its field cannot hold
left-further-row = names a further row of a lane, which has no name of its own
left-too-many-authors = names more authors than a journey can have
left-class-without-authors = names a class and there are no authors
left-no-date = holds no date that is known, such as 2026-11-07
left-lane-not-named = tells of a lane, and its row names none
left-no-place-number = should be a place among its like, a number from 1
left-id-taken = names an id that a phase or another item has
left-phase-before = names a phase before that of its item
left-phase-not-there = names no phase of this table
left-no-number = is no number
left-no-truth = says neither `TRUE` nor `FALSE`
left-no-json = is no JSON
left-not-allowed = is not allowed here
left-no-id = is no id: it holds white space or is too long
left-no-kind = names no kind of lane
left-no-end-of-scale = is no end of a scale
left-lane-without-scores = is of a lane that holds no scores
left-no-tag = is no language tag such as `nl`
left-whose-class = does not say which author is in which class
left-no-day = is no day such as 2026-11-07
left-above = stands above the table
left-column-of-none = stands in a column that is none of a journey's
left-sheet-beside = stands on a sheet beside the table
left-second-title = is a second title
left-part-of-no-journey = is no part of the journey
left-section-too-many = is one section more than a journey has phases
left-too-much = holds more than a journey may have
left-comment-of-text = is a comment
left-second-document = is a second document
left-told-again = only tells again what stands elsewhere
left-over = this cell { $why }
left-over-help = its text is kept under `x.import`
left-too-many = more than { $most } cells of this file have no place in the journey
left-too-large = the cells of this file that have no place in the journey hold more than { $mib } MiB
journey-too-large = the journey in this file and what is left over take more than { $mib } MiB
only-the-table = is this the right file? Delete the sheets and rows that are no part of the journey
doubtful = this table was read as a journey, but { $why }
doubtful-help = is this the right file? `import --explain` says what was taken for phases and lanes
doubt-left = of the { $all } cells in its rows only { $taken } have a place in one
phase-returns = the phase “{ $title }” comes back here; it was taken for the one above
phases-return = the phase “{ $title }” comes back here, and so do { $more } more; it was taken for the one above
phase-returns-help = where it is another phase, give it another name
scale-turned = on “{ $name }” { $min } is best; its scores were turned, so that { $max } is, and what is good is drawn above
scale-turned-help = where the highest number is best, say so in the name of the row: “(1 = bad, 5 = good)”
further-journey = another journey begins here, with the phases { $phases }; it was not read
further-journey-beside-help = put it into a file of its own, or on a sheet of a workbook without the other one, and import that
further-journey-help = save its sheet as a file of its own, and import that
quoted-name = “{ $name }”
and-so-on = { $names } …
doubt-unknown = the name of no phase and of no lane is known here
doubt-one-known = only one of the names of its phases and lanes is known here
doubt-entries = its phases are entries of a log or a list, such as “{ $name }”
doubt-numbers = its phases are numbers, such as “{ $name }”
doubt-a-figure = among its phases is a figure, “{ $name }”
doubt-corner = “{ $name }” stands among its phases, and seems to say where these are
doubt-plan = “{ $name }” is no phase of a journey
doubt-axis = “{ $name }” seems to hold phases, and was read as a lane
doubt-several = “{ $name }” names several of its phases at once, and was read as one of its own
doubt-stages = { $place } has no name and seems to hold stages, and was read with the lane before it
doubt-registers = { $names } are columns of a log, a register or a test plan
doubt-figures = it holds nothing but numbers
doubt-nameless = its phases have no names, and only “{ $name }” of its lanes could be one of a journey
doubt-any-plan = “{ $name }” is found in any plan, and no other of its lanes tells of a customer
doubt-corner-of-others = “{ $name }” stands over the names of its phases, and these are no steps that a customer takes
doubt-above-of-others = “{ $name }” stands above the table, and nothing says that there is a journey or that there are phases
doubt-shifted = line { $line } has more cells than the header of its table
doubt-shifted-help = a bar within a text is written `\|`; see whether the texts of that row stand where they should
doubt-answers = beside the answers in “{ $name }” it says when somebody gave them, and nothing says that there are phases
doubt-goal = only “{ $name }” of its lanes could be one of a journey, and the others hold figures
doubt-no-customer = none of its lanes tells what a customer does, meets or feels
doubt-no-customer-but-dates = none of its lanes tells what a customer does, meets or feels, and “{ $name }” holds nothing but dates
not-understood = was not understood: { $why }
several-journeys = this table holds { $count } journeys, by its column `{ $column }`: { $names }
several-journeys-help = keep the rows of one journey (filter on `{ $column }`), save them as a file of their own and import that; `klantreis merge` makes one journey of several
says-else-than-above = says something else than the rows above of the same { $part ->
        [stage] stage
        [phase] phase
        [lane] lane
        [persona] persona
       *[journey] journey
    }
says-else-than = says something else of the same { $part ->
        [stage] stage
        [phase] phase
        [lane] lane
        [persona] persona
       *[journey] journey
    } than { $cell }
item-without = belongs to an item, and its row names no { $part ->
        [phase] phase
       *[lane] lane
    }
no-tidy-table = there is no table with the columns `phase`, `lane` and `text` in this file
no-tidy-table-help = the names of the columns stand in one row above the items; `klantreis export reis.json --layout tidy -o reis.csv` makes such a table
no-phases = no row of this table names a phase
no-phases-help = write beneath the names of the columns one row for each item, with its `phase` and its `lane`
no-score = holds no score from { $min } to { $max }
kept-data-damaged = this sheet keeps the journey that the workbook was made from, and was damaged; the tables are read as they stand
kept-data-damaged-help = look over what was read: what the tables do not show is lost; or import a copy in which this sheet is whole
no-workbook-of-ours = this is no workbook of ours: it keeps no journey in a hidden sheet
no-workbook-of-ours-help = read it as a table of another maker: `--layout matrix`
misfit-number = holds no number
misfit-rating = holds no whole number from 1 to 5
misfit-mark = holds no mark: write “x”, or leave it empty
misfit-day = holds no day such as 2026-11-22
misfit-choice = holds none of { $choices }
misfit-target = names no phase or touchpoint of the journey
is-report = this is a report of `klantreis check`, and no journey is in it
is-report-help = keep reports apart from what is handed in
no-matrix = there is no table with phases and lanes in this file
no-matrix-help = phases belong in one row and lanes such as “doel”, “actie” and “touchpoint” in the first column, or the other way round; `klantreis new -o reis.xlsx` makes a workbook to fill in
no-task = there is no task in this diagram
no-journey-diagram = this is a diagram in Mermaid, but not of a journey
no-journey-diagram-help = a journey is the line `journey`, then sections with tasks such as `Make tea: 5: Me`
further-diagram = another journey begins here, and was not read
further-diagram-help = put its diagram into a file of its own, and import that
no-tree = no journey was found in this file: nothing in it is a list of phases, stages or steps
no-tree-help = a list such as `phases`, each with a `name` and with fields such as `goal`, `action` and `touchpoint`
nothing-in-file = there is nothing in this file
empty-file = the file is empty
empty-file-help = was it saved, or uploaded in full?
unclosed-quote = the quotation mark in line { $line } is never closed
unclosed-quote-help = put a quotation mark at the end of that cell, and write each one inside it twice
guessed-encoding = line { $line } is not UTF-8; the file was read as { $encoding }
guessed-encoding-help = look at the letters; in Excel, save as “CSV UTF-8” instead
other-encoding = this document is not UTF-8; it was read as { $encoding }
other-encoding-help = save it as UTF-8, which JSON is kept in
other-encoding-accents-help = look at the accents, and save it as UTF-8
broken-workbook = the workbook is damaged or cut off: { $why }
anew = open it in Excel or LibreOffice, save it under a new name and try again
encrypted = the workbook is protected with a password
encrypted-help = open it, take the password away (Excel: File, Info, Protect Workbook, Encrypt with Password) and save it
too-large-unpacked = the workbook is larger than { $mib } MiB when it is unpacked
no-cells = there is nothing in any cell of this file
no-cells-help = is this the right file? A picture or a chart of a journey cannot be read, its table can
file-too-large = the file is larger than { $mib } MiB
file-too-large-help = is this the right file? In Excel, “Compress Pictures” makes a workbook smaller
kind-empty-zip = an empty or damaged ZIP file
kind-pdf = a PDF
kind-picture = a picture
kind-rtf = a text in RTF
kind-photo = a photograph or a film
kind-archive = an archive
kind-no-text = no text and no workbook
kind-zip = a ZIP file
kind-odt = a text of LibreOffice
kind-odf = a document of LibreOffice that is no workbook
kind-xlsb = a binary workbook of Excel (.xlsb)
kind-word = a document of Word
kind-powerpoint = a presentation of PowerPoint
kind-numbers = a workbook of Apple Numbers
kind-old-office = an old Office file that is no workbook
kind-shortcut = a shortcut to a page on the web, in which nothing stands
kind-google = a shortcut to a document of Google, in which nothing stands
kind-mail = a mail
kind-flat-office = a document of LibreOffice in one text (.fods, .fodt)
kind-xml-excel = an XML workbook of Excel 2003
kind-web-page = a web page
kind-drawing = a drawing (SVG)
kind-xml = an XML file
kind-web-archive = a web archive
advice-save-xlsx = open it and save it as an Excel workbook (.xlsx)
advice-picture = a picture of a table cannot be read; hand in the table itself
advice-needs-table = a journey is read from JSON and YAML, from workbooks (.xlsx, .xls, .ods), from tables of text (.csv, .tsv, .md) and from diagrams in Mermaid (.mmd)
advice-export-table = export the table that it was made from
advice-copy-table = copy its table to a workbook
advice-download = open it and choose File, Download, Microsoft Excel (.xlsx), and hand in that file
advice-attached = save what is attached to it, and hand in that
advice-save-ods = open it in LibreOffice and save it as .ods or .xlsx
advice-unpack = unpack it first
advice-unpack-zip = unpack it, and hand in what is in it
advice-numbers = in Numbers, choose File, Export To, Excel
of-json = a journey as JSON
of-csv = a table of text
of-markdown = a text in Markdown
of-mermaid = a diagram in Mermaid
of-ojf = a journey in the Open Journey Format
of-yaml = YAML
of-ods = a workbook of LibreOffice
of-xls = a workbook of Excel 97 to 2003
of-xlsx = a workbook of Excel
unread-files = no journey is read from files of this kind
unread-kind = this is { $what }, and no journey is read from that
text-without-table = this is a text without a table, and no journey is read from that
wrong-extension = the file is named .{ $extension } and holds { $what }; it was read as that
wrong-extension-help = name it .{ $extension }
kind-excel-95 = a workbook of Excel 5 or 95
no-text-but-zip = this is no text but a workbook, a document of Word or another ZIP file
no-text-but-zip-help = a journey is read from JSON; make one to fill in with `klantreis new -o reis.json`

## Codes of files and tables, for reports

name-unreadable = unreadable
name-unknown-format = unknown-format
name-empty-file = empty-file
name-no-matrix = no-matrix
name-doubtful-matrix = doubtful-matrix
name-not-placed = not-placed
name-wrong-extension = wrong-extension
name-guessed-encoding = guessed-encoding
name-other-encoding = other-encoding
name-broken-file = broken-file
name-encrypted = encrypted
name-no-cells = no-cells
name-unclosed-quote = unclosed-quote
name-scale-turned = scale-turned
name-further-journey = further-journey
name-several-journeys = several-journeys
name-phase-returns = phase-returns
name-kept-data-damaged = kept-data-damaged
name-too-large = too-large
name-too-many = too-many
name-syntax = syntax
name-not-utf8 = not-utf8

## What stands in a document

more-problems = there are { $count } more problems that are not listed
more-problems-help = solve those above and check again
missing-field = { $part ->
       *[other] { $name }
    } needs the field `{ $field }`
missing-field-help = add it, as in `{ $example }`
unknown-field = { $part ->
       *[other] { $name }
    } has no field { $field }
did-you-mean = did you mean `{ $name }`?
fields = its fields are { $names }
fields-and-own = its fields are { $names }; data of your own goes under `x`
and-elsewhere = { $said }, here and in { $count ->
        [one] one other cell
       *[other] { $count } other cells
    }
unknown-lane = there is no lane with the id { $id }
did-you-mean-lane = did you mean `{ $name }`? `{ $id }` in that lane would do for all of its cells
lanes-are = the lanes are { $names }; another one goes under `lanes` first
picture = the picture { $source } { $why }
picture-not-there = is not there
picture-no-folder = cannot be looked for: the document did not come from a folder
picture-outside = { $beside ->
        [theme] lies outside the theme's folder
       *[document] lies outside the document's folder
    }
picture-no-file = is not a file
picture-other-kind = is { $kind }, which cannot be shown
picture-unknown-kind = is neither PNG nor JPEG nor SVG
picture-unsupported = is { $article } { $kind } with { $part }, which cannot be shown
picture-broken = is a damaged { $kind }: { $why }
picture-too-large = has more than { $mib } MiB
picture-other-form = there is `{ $path }`, with its accents in another Unicode form: rename the file, or copy its name from there
picture-other-case = did you mean `{ $path }`? Capitals and small letters count
picture-path = the path is counted from { $beside ->
        [theme] the theme's folder
       *[document] the document's folder
    }, with `/` between folders
picture-no-folder-help = name the document's file, or put the picture into the document as a data URI
picture-outside-help = { $beside ->
        [theme] copy the picture into the theme's folder and name it by its path from there
       *[document] copy the picture into the document's folder and name it by its path from there
    }
picture-no-file-help = name a PNG, JPEG or SVG file
picture-unreadable-help = see to it that the file can be read, then run again
picture-other-kind-help = save it as PNG, JPEG or SVG
picture-as-png = save it as PNG
picture-as-rgb = save it anew, as PNG or as JPEG in RGB
picture-as-plain-jpeg = save it anew, as a JPEG that is not progressive or with fewer pixels
picture-broken-drawing = open it in a drawing program and save it as plain SVG or PNG
picture-broken-help = copy the file again, or open it in a picture program and save it anew
picture-smaller = make it smaller: 3000 pixels along the longer side are enough for a poster
pictures-smaller = make the pictures smaller: 3000 pixels along the longer side are enough
choices = write one of { $names }

## What is wrong with a text, and what is too much

json-rtf = this is rich text (RTF), not plain text
json-rtf-help = save it as plain text; in TextEdit: Format, Make Plain Text
json-brace-too-many = remove what follows, or look for a `{"}"}` too many before it
json-one-object = a journey is one object: begin it with `{"{"}` and end it with `{"}"}`
json-trailing = the document ends before this, and nothing may follow it
json-single-quotes = single quotes stand where JSON has double quotes
json-single-quotes-help = write `"` instead of `'`
json-curly-quotes = curly quotes stand where JSON has straight ones
json-curly-quotes-help = write `"`; a text editor, unlike a word processor, keeps quotes straight
json-comment = JSON has no comments
json-comment-help = remove the comment, or put it under `x` as a text
json-two-commas = two commas follow each other
json-two-commas-help = remove one of them
json-first-comma = a comma stands before the first value
json-first-comma-help = remove the comma
json-null-character = a null character stands here, as in a file that is not saved as text
json-save-utf8 = save the file as UTF-8
json-invisible = an invisible character stands here that JSON does not know
json-invisible-help = delete it and type a plain space
json-quote-ended = the quotation mark before this has ended the text
json-quote-ended-help = a quotation mark inside a text is written `\"`; if the text was to end, put a comma after it
json-comma-help = put a comma between this and what comes before
json-no-colon = a colon is missing between the name of a field and its value
json-no-colon-help = write `"name": value`
json-wrong-bracket = `]` stands where an object must be closed with `{"}"}` first
json-wrong-bracket-help = write `{"}"}` before it
json-no-comma-field = a comma is missing before this field
json-wrong-brace = `{"}"}` stands where a list must be closed with `]` first
json-wrong-brace-help = write `]` before it
json-no-comma-value = a comma is missing before this value
json-bare-name = the name of a field stands in double quotes
json-bare-name-help = write it as `"title": …`
json-no-value = a value is missing here
json-no-value-help = write the value, or remove its field
json-words = JSON knows the words `true`, `false` and `null`, in small letters
json-words-help = write it in that way
json-expected-value = a value was expected: a text in double quotes, a number, `true`, `false`, a list or an object
json-expected-value-help = remove this character, or write a value in its place
json-bare-text = a text must stand in double quotes
json-last-comma = a comma stands after the last value
json-last-comma-help = remove the comma; JSON has commas only between values
json-decimal-comma = a comma stands where JSON has a decimal point
json-number = this is not a number as JSON writes it
json-number-help = write `12`, `-2` or `0.5`, without `+` and without a zero in front; a date or time needs double quotes
json-escape = there is no such escape: a backslash goes before one of `" \ / b f n r t`, or `u` and four hexadecimal digits
json-escape-help = for a backslash in the text itself write two: `\\`
json-line-end = this text is not closed before the end of its line
json-line-end-help = close it with `"`; a line break in a text is written `\n`
json-tab = a tab stands in a text as it is
json-tab-help = write it as `\t`, or as spaces
json-control = a control character stands in a text as it is
json-control-help = delete it, or write it as an escape such as `\u0007`
json-open-text = this text is never closed
json-close-text = close it with `"`
json-open-list = this list is never closed
json-close-list = close it with `]`
json-open-object = this object is never closed
json-close-object = close it with `{"}"}`
json-empty = the document is empty
json-empty-help = write a journey, or make one to fill in with `klantreis new`
json-half = the document ends in the middle of a value
json-half-help = complete the value
json-too-deep = lists and objects are nested more than { $most } deep
json-too-deep-help = a journey needs five levels; is this the right file?
json-write-text = write `"{ $text }"`
write = write `{ $text }`
utf16-damaged = the file is saved as UTF-16, and may be damaged or cut off; save it as UTF-8
save-as-utf8 = save the file as UTF-8; in an editor this is an option of "Save as"
no-utf8 = the bytes from here on are not UTF-8 text
keep-the-sheet = keep the sheet with the journey and delete the others
too-many-sheets = the workbook has more than { $sheets } sheets or { $names } names
too-many-parts = the file has more than { $most } parts
too-many-formats = the workbook has more than { $most } formats of cells
too-many-formats-help = copy the sheet with the journey into a new workbook
too-many-records = the workbook has more than { $most } records
too-many-records-help = save it as an Excel workbook (.xlsx) without the sheets that are no part of the journey
sheet-name-too-long = the name of a sheet has more than { $most } bytes
sheet-name-too-long-help = give the sheet a short name
cell-beyond = a cell lies beyond row { $rows } and column { $columns }
cell-beyond-help = move the table to the top left of its sheet
file-has-more-than-help = is this the right file? A journey has a few hundred cells; delete the sheets and rows that are no part of it
cell-too-large = a cell holds more than { $mib } MiB of text
cell-too-large-help = is this the right file? A cell of a journey has a few lines
document-too-large = the document is larger than { $mib } MiB
document-too-large-help = is this the right file? A journey is seldom larger than a few hundred kB
yaml-too-many = this file holds more than { $most } values or { $mib } MiB when its aliases are followed
yaml-too-many-help = is this the right file? A journey has a few thousand values
yaml-twice = this is not YAML, at line { $line }: the field `{ $name }` is there already
yaml-twice-help = keep one of them
no-yaml = this is not YAML, at line { $line }: { $why }
no-yaml-help = look at the indentation, at colons within texts and at quotation marks
yaml-too-deep = lists and objects stand within each other more than { $most } times
table-tells-of = this table tells of { $count } { $part ->
        [stages] stages
        [phases] phases
        [lanes] lanes
        [personas] personas
       *[items] items
    }; the limit of a journey is { $most }
table-tells-of-help = divide the { $part ->
        [stages] stages
        [phases] phases
        [lanes] lanes
        [personas] personas
       *[items] items
    } over several journeys
file-has-more-than = the file has more than { $most } { $part ->
        [texts] texts
        [shared] bytes of shared text
        [bytes] bytes of text
        [rows] rows
        [merged] merged cells
       *[cells] cells
    }
wrong-type = expected { $expected }, found { $found }
wrong-type-null = leave the field out where there is nothing to say
type-truth = `true` or `false`
type-number = a number
type-text = a text
type-list = a list
type-object = an object
type-null = `null`
type-text-or-object = a text or an object
type-one = the number 1
type-whole = a whole number from { $min } to { $max }
type-part = { $part ->
       *[other] { $name }
    }, which is an object
type-list-of = a list of { $part ->
       *[other] { $name }
    }
there-are = there are { $count } { $part ->
       *[other] { $name }
    }; the limit is { $most }
keep-at-most = keep at most { $most }
write-in-braces = write its fields in braces: `{"{"} "name": value, … {"}"}`
write-as-objects = write each as an object, with brackets around all: `[{"{"} … {"}"}, {"{"} … {"}"}]`
write-in-brackets = put brackets around it, and commas between: `[ …, … ]`
put-in-quotes = put it in double quotes: `"{ $text }"`
write-one-text = write one text in double quotes: `"…"`
write-truth = write `true` or `false`, without quotes
write-version = write `"klantreis": { $version }`
own-in-braces = put fields of your own in braces: `"x": {"{"} "…": … {"}"}`
write-unquoted = write it without quotes: `{ $number }`
write-a-number = write it without quotes, as in `2` or `-0.5`
write-a-whole = write it without quotes, as in `{ $min }` or `{ $max }`
field-twice = the field { $field } is already there in this object
field-twice-help = keep one of the two and delete the other
half-character-in-name = a `\u` escape in this name stands for half a character
half-character-in-text = a `\u` escape in this text stands for half a character
half-character-help = write the character itself instead of its escape
is-no-such = { $text } is not { $what }
write-such = write { $what }
no-such-choice = there is no { $what } { $text }
number-too-great = the number { $number } is too great: the limit is { $most }
number-too-great-help = count in a larger unit, such as thousands
no-day = { $text } is not a day of the calendar
no-day-help = write year, month and day, as in `2026-11-07`; the year is 1970 or later
no-stages-help = list the stages first: `"stages": [{"{"} "title": "…" {"}"}]`, or leave `stage` out
no-personas-help = list the personas first: `"personas": [{"{"} "name": "…" {"}"}]`, or leave `persona` out
no-such-stage = there is no stage with the id { $id }
no-such-id = there is no { $part ->
        [phase] phase
        [persona] persona
       *[place] phase or item
    } with the id { $id }
text-too-long = this text has { $count } characters; the limit is { $most }
text-too-long-help = shorten the text, or divide it over several items
text-empty = this text is empty
text-empty-help = write at least one letter between the quotation marks, or take it out of the list
field-empty = the field `{ $field }` is empty
field-empty-help = write at least one letter between the quotation marks
journey-without-phases = the journey has no phases
journey-without-phases-help = add at least one: `"phases": [{"{"} "title": "…" {"}"}]`
newer-version = this document is of version { $newer } of the format, which is newer than this program: it reads version { $version }
newer-version-help = install the newest klantreis, or ask for the document in an older version
no-such-version = there is no version { $version } of the format
item-says-nothing = this item says nothing
item-says-nothing-help = give it a text (or a score, in an emotion lane), or remove it
score-off-scale = the score { $score } is not on the scale of this lane, which goes from { $min } to { $max }
score-off-scale-help = choose a score from { $min } to { $max }, or declare another `scale` on the lane
number-in-text-lane = expected a text or an object, found a number: a lane of kind `{ $kind }` holds no scores
number-in-text-lane-help = put it in double quotes: `"{ $text }"`, or move the score to an emotion lane
score-in-text-lane = a lane of kind `{ $kind }` holds no scores: only `emotion` lanes do
score-in-text-lane-help = move the score to an emotion lane, or remove it
item-id-taken = the id `{ $id }` belongs to { $owner ->
        [phase] a phase
       *[item] another item
    }
item-id-taken-help = give each item an id that no phase and no other item has
ends-before = this item ends in the phase `{ $id }`, which comes before its own
ends-before-help = name its own phase or a later one
ids-of-places = phases and items have these ids: { $ids }; give an item one to name it
ids-are = the { $part ->
        [stage] stages
        [phase] phases
        [persona] personas
       *[lane] lanes
    } are { $ids }
made-id-taken = this { $part ->
        [stage] stage
        [phase] phase
        [persona] persona
       *[lane] lane
    } has no `id`, and the one made for it, `{ $id }`, belongs to another { $part ->
        [stage] stage
        [phase] phase
        [persona] persona
       *[lane] lane
    }
made-id-taken-help = give it an id of its own, such as `"id": "{ $id }"`
id-taken = the id `{ $id }` belongs to another { $part ->
        [stage] stage
        [phase] phase
        [persona] persona
       *[lane] lane
    }
id-taken-help = give each { $part ->
        [stage] stage
        [phase] phase
        [persona] persona
       *[lane] lane
    } an id of its own
id-too-long = this id has { $count } characters; the limit is { $most }
id-too-long-help = choose a shorter id
bad-id = the id { $id } holds white space or a control character
bad-id-help = use letters, digits and hyphens
write-it-as = write it as `{ $text }`
write-with-hyphen = write it with a hyphen: `{ $text }`
bad-language = { $text } is not a language tag (BCP 47)
bad-language-help = write a code of two letters, such as `nl`, `da` or `en`, with a region where it matters: `en-GB`

## How a table was read, and what a merge has to say

part-row = row { $row }
part-column = column { $column }
part-of-sheet = { $sheet }!{ $part }
part-table = the table
explain-matrix = a matrix with its phases { $way }
explain-stages = stages { $names }
explain-nameless = a phase without a name, called “{ $name }”
explain-phase = phase “{ $name }”
explain-known-phase = phase “{ $name }” ({ $id })
explain-lane = lane “{ $name }” ({ $kind })
explain-only-scores = emotion: it holds nothing but scores
explain-only-numbers = measure: it holds nothing but numbers, and nobody knows the name
explain-unknown-lane = text: nobody knows the name
explain-words = the words to the scores of “{ $name }”
explain-divider = a line between what a customer sees and what not
explain-heading = a heading over the rows below it, and no lane
explain-marked = each tick in “{ $name }” marks { $what ->
        [truth] a moment of truth
       *[drop] a drop-off
    }
explain-layer = what its layer, “{ $name }”, says
explain-ticks = each mark names a channel of “{ $name }”
explain-wrapped = the table goes on with further phases
explain-goes-on = goes on with “{ $name }”
explain-folded = “{ $name }” is the { $field } of the contact beside it
explain-list = a list with a row an item
explain-sections = a table under the heading of each { $part }
explain-numbers = numbers of the phases
explain-of-phases = what is said of the phases: { $part }
explain-persona = persona “{ $name }”
explain-persona-of-curve = persona “{ $name }”, of a curve of that name
explain-persona-of-sheet = persona “{ $name }” of a sheet about people
explain-persona-told = what is said of “{ $name }”: { $label }
explain-further-lane = lane “{ $name }” of a table with the same phases
explain-title = title “{ $name }”
explain-date = date { $day }
explain-fact = { $field }
explain-old-phase = the phase that it was
explain-renamed-phase = a phase, renamed to “{ $name }”
explain-new-phase = a new phase, “{ $name }”
explain-old-lane = { $part ->
        [row] a row
        [scores] further scores
       *[words] the words
    } of a lane that was there ({ $kind })
explain-renamed-lane = { $part ->
        [row] a row
        [scores] further scores
       *[words] the words
    } of a lane, renamed to “{ $name }” ({ $kind })
explain-new-lane = { $part ->
        [row] a row
        [scores] further scores
       *[words] the words
    } of a new lane, “{ $name }” ({ $kind })
explain-columns = the names of the columns
explain-item = item { $nth } of “{ $lane }” in “{ $phase }”
explain-the-title = the title
explain-section = phase “{ $name }”, with { $count } tasks
explain-as-written = a journey in JSON, read as it is written
merge-differs = `{ $field }` of { $owner } is { $lost } { $more ->
        [0] here
        [one] here and in 1 more document
       *[other] here and in { $more } more documents
    }
merge-stands = { $differs }, but { $stands } in { $there }, and that stands
merge-ends-before = this item ends in the phase `{ $until }`, which comes before its own in the merged journey
merge-order = the { $part } { $first } and { $next } stand the other way round in { $there }, and that order stands
merge-own-lane = the lane `{ $id }` is another row than the one in { $there }; it stands beside it, as `{ $new }`
merge-renamed = the id `{ $id }` means something else in { $there }; this { $part } is now called `{ $new }`
merge-shared = the cell of { $phase } in the lane { $lane } is filled here and in { $there }; the items of both are kept
merge-differs-help = settle on one of the two; what is set aside is kept under `x.merge.conflicts`
merge-ends-before-help = give it another `until`; the one written is kept under `x.merge.conflicts`
merge-order-help = move them in one of the documents, or name the one with the right order first
merge-own-lane-help = kind, persona, purpose and the scale of scores must be the same in both for them to become one row
merge-look-help = look whether that is what you want
the-part = the { $part }
the-part-called = the { $part } { $name }
merged-journey = the merged journey
merged-not-valid = would not be a valid journey; nothing is written
merge-unlisted = { $count ->
        [one] { $count } { $part } more that are not listed
       *[other] { $count } { $part }s more that are not listed
    }
merge-picture = the picture { $source } does not lie in the folder of the merged journey or below it, and will not be found from there
merge-picture-help = write the merged journey into a folder around all documents, or copy the picture beside it

## Posters: how they fit, and what they do not show

unhide-lanes = `{ $option }` leaves out { $count ->
        [one] the lane { $lanes }: name it there as well, or leave `{ $option }` out
       *[other] the lanes { $lanes }: name one of them there as well, or leave `{ $option }` out
    }
unhide-persona = `--persona` leaves out whose { $count ->
        [one] lane { $lanes } is: name that persona there as well, or leave `--persona` out
       *[other] lanes { $lanes } are: name one of those personas there as well, or leave `--persona` out
    }
unhide-phases = `--phases` leaves out the phases in which { $count ->
        [one] the lane { $lanes } has something
       *[other] the lanes { $lanes } have something
    }: name one of those there as well, or leave `--phases` out
no-contacts-template = the journey has no contact moments, and a timeline shows nothing else: its template was made, to be filled in by hand
no-contacts-scores = the journey has no contact moments: the timeline shows the scores of its phases and nothing else
no-contacts-help = give the phases contact moments, such as { $example }
hidden-contacts-template = the selection hides the contact moments, and a timeline shows nothing else: its template was made, to be filled in by hand
hidden-contacts-scores = the selection hides the contact moments: the timeline shows the scores of the phases and nothing else
no-scores-template = the journey has no scores, and a curve shows nothing else: its template was made, to be drawn in by hand
no-scores-template-help = give the phases a score in lane `{ $lane }`, such as { $example }
no-scores-no-lane-help = give the phases a score, such as { $example }
hidden-scores = the selection hides the scores, and a curve shows nothing else: its template was made, to be drawn in by hand
one-line = a timeline has one line, { $line }: it does not show { $count ->
        [one] the curve { $others }
       *[other] the curves { $others }
    }
one-line-help = `map`, `curve` and `matrix` show them all; `--persona` or `--curves` chooses another for the line
not-shown = { $count ->
        [one] the layout { $layouts } does not show { $parts }
       *[other] the layouts { $layouts } do not show { $parts }
    }
shown-by = { $count ->
        [one] { $layouts } shows { $part }
       *[other] { $layouts } show { $part }
    }
shown-by-none = no layout shows { $part } yet
other-labels = labels are in English: there are none in { $language }
other-labels-help = there are labels in Dutch (nl), Danish (da) and English; the texts of the journey stay as they are
part-lanes = what stands in the other lanes
part-descriptions = the descriptions of phases
part-personas = all that is said of the personas
part-empathy = the empathy maps
part-links = the links
part-measurements = the measurements
part-opportunities = the opportunities
part-storyboard = the storyboard
listed-and = { $first } and { $last }
fit-size = { $of ->
        [title] title
        [phases] phases
        [cells] cells
       *[notes] notes
    } { $points } pt
fit-from = from { $metres } m
fit-in-hand = in the hand
fit-asks = { $from }, which asks for { $least }
fit-pages = { $count ->
        [one] 1 page of { $paper }
       *[other] { $count } pages of { $paper }
    }
fit-characters = { $count ->
        [one] 1 character
       *[other] { $count } characters
    }
fit-tightest = { $count ->
        [one] tightest is lane { $lane } in phase { $phases }: about { $characters } less make its row lower
       *[other] tightest is lane { $lane } in phases { $phases }: about { $characters } less in each make its row lower
    }
fit-sheets = { $count ->
        [one] one sheet of A4
       *[other] { $count } sheets of A4 put together
    }
fit-smallest = the smallest paper that holds all on one page is { $paper }, { $sheets }
fit-smallest-none = no paper up to 4A0 holds all of it on one page
fit-smallest-notes = the smallest paper with room for a sticky note of 76 mm in each cell is { $paper }, { $sheets }
fit-smallest-notes-none = no paper up to 4A0 has room for a sticky note of 76 mm in each cell
overflow-page = page { $page } holds what { $paper } has no room for at the least legible size of { $points } pt: { $what }
overflow-in-pieces = page { $page } holds what one page of { $paper } has room for only with words in pieces: { $what }
overflow-all = all of it fits on one page of { $paper }
overflow-none = no paper up to 4A0 holds all of it on one page; divide the journey or shorten its text
overflow-lanes = { $count ->
        [one] lane { $lanes } ({ $phases })
       *[other] lanes { $lanes } ({ $phases })
    }
overflow-empty-lanes = { $count ->
        [one] lane { $lanes }
       *[other] lanes { $lanes }
    }
overflow-phases = { $count ->
        [one] phase { $phases }
       *[other] phases { $phases }
    }
overflow-all-phases = all phases
overflow-descriptions = what is said about the phases
overflow-across = texts of the head and of stages
overflow-curve = the curve
small-phases = phase titles are { $points } pt; on { $paper }, which is read from { $metres } m away, they should be { $least } pt or more
pale-phases = phase titles are { $points } pt beside cells of { $cells } pt: they stand out too little
shorten-title = shorten { $title }
shorten-title-or-take = shorten { $title }, or take { $paper }
notes-each = each of the { $cells ->
        [one] { $cells } blank cell
       *[other] { $cells } blank cells
    } ({ $size }) holds { $notes ->
        [one] 1 sticky note
       *[other] { $notes } sticky notes
    } of 76 mm
notes-none = the blank cells on { $paper } ({ $size }) hold no sticky note of 76 mm
notes-columns = { $part } of { $all } columns on { $paper } hold no sticky note of 76 mm: the narrowest is { $size } wide
notes-rows = { $part } of { $all } rows on { $paper } hold no sticky note of 76 mm: the lowest is { $size } high
notes-turn = `--orientation { $way }` has room for them in each cell
notes-lanes = { $count ->
        [one] with one lane that is to be filled in (`--lanes`) there is room for them
       *[other] with { $count } lanes that are to be filled in (`--lanes`) there is room for them
    }
notes-paper = { $larger } has cells for them; on { $paper } write in the cells, or use smaller notes
notes-nowhere = no paper up to 4A0 has cells for them: take fewer phases or rows
fields-none = { $paper } has no room for fields in which something could be written
fields-hold = { $count ->
        [one] the { $count } field on { $paper } holds a sticky note of 76 mm
       *[other] the { $count } fields on { $paper } hold a sticky note of 76 mm each
    }
fields-small = { $count ->
        [one] the { $count } field on { $paper } ({ $size }) holds no sticky note of 76 mm
       *[other] the { $count } fields on { $paper } ({ $size }) hold no sticky note of 76 mm
    }
fields-larger = take { $paper }
fields-small-larger = { $larger } has fields for them; on { $paper } write in the fields, or use smaller notes
fields-small-help = write in the fields, or use smaller notes
theme-bars = bars of { $name }
theme-faint = `{ $one }` on `{ $other }` has a contrast of { $found } : 1, less than { $least } : 1
theme-faint-help = make `{ $one }` or `{ $other }` darker or lighter
theme-alike = `{ $one }` and `{ $other }` are hard to tell apart with { $sight ->
        [protanopia] protanopia
        [deuteranopia] deuteranopia
        [tritanopia] tritanopia
       *[full] full colour vision
    }: { $found } apart, less than { $least }
theme-alike-help = take colours that differ in lightness as well
theme-remarks = { $count } pairs of colours of the theme { $name } have too little contrast, or are hard to tell apart
theme-remarks-help = `klantreis theme { $name }` names them
sheets = { $count ->
        [one] 1 sheet of { $paper }
       *[other] { $count } sheets of { $paper }
    }, { $grid }, and { $posters ->
        [one] one that says how to put them together
       *[other] one for each of the { $posters } pages that says how to put them together
    }
no-transparency = `--transparent` leaves nothing out: the theme has a ground of its own, which is drawn

## Settings and themes

there-is = there is { $names }
toml-text = a text
toml-number = a number
toml-truth = `true` or `false`
toml-date = a date
toml-list = a list
toml-table = a table
toml-twice = `{ $name }` is already there
toml-twice-help = keep one of the two and delete the other
toml-none = this is not TOML: { $why }
toml-line = a setting is a line such as `{ $line }`
setting-unknown = there is no setting `{ $name }`
setting-text = `{ $name }` is a text, not { $not }
setting-empty = `{ $name }` is a text, not an empty one
setting-text-help = write it as in `{ $name } = "…"`
setting-takes = `{ $name }` takes what --{ $option } takes on the command line
setting-margin-help = choose a margin that goes with the paper
setting-distance-help = choose a distance that goes with the paper
setting-no-layout = there is no layout `{ $name }`
setting-layouts = `layouts` is a list of names, and this is { $not }
setting-layouts-help = write it as in `layouts = ["map", "tidy"]`
setting-no-file = there is no file { $path }
setting-no-theme = there is no theme `{ $name }`; { $hint }
theme-setting = a theme has no setting `{ $name }`
theme-no-face = there is no font of the family `{ $name }`
theme-no-face-help = add its folder with --font-dir, or look for its name with `klantreis list fonts`
theme-long-footer = the footer has more than { $most } characters
theme-long-footer-help = shorten it
theme-control = the footer holds a control character, which no page can show
theme-control-help = write it on one line, without escapes such as `\n`
theme-base = there is no built-in theme `{ $name }`
theme-tints = { $tints ->
        [one] 1 tint
       *[other] { $tints } tints
    } for { $hues ->
        [one] 1 hue
       *[other] { $hues } hues
    }
theme-tints-help = give each hue its tint, or leave all tints out
theme-colors = `{ $name }` is a list of one to six colours
theme-colors-help = write it as in `{ $name } = ["#0b6e69", "#8a4b08"]`
theme-digits = write six hexadecimal digits, as in `{ $example }`
theme-color-type = a value of `{ $name }` is a colour, not { $not }
theme-no-color = `{ $text }` is no colour (`{ $name }`)
theme-is-table = `{ $name }` is a table
theme-table-help = write `{ $head }`, and below it `{ $line }`
theme-no-plate = `cmyk` has no colour `{ $name }`
theme-plates = { $inks } inks for { $hues ->
        [one] 1 hue
       *[other] { $hues } hues
    }
theme-plates-help = give each hue its inks, as in `{ $example }`
theme-inks-help = write percent of cyan, magenta, yellow and black, as in "95 40 60 20"
theme-inks-type = `{ $name }` is a text of four numbers, not { $not }
theme-inks-most = `{ $text }` is more than 300 % of ink, which paper does not take
theme-inks-none = `{ $text }` is not four inks in percent (`{ $name }`)
theme-logo-setting = a logo has no setting `{ $name }`
theme-logo-place = there is no place `{ $name }` for a logo
theme-logo-height = `{ $text }` is no height from { $least } to { $most } mm
theme-logo-height-help = write a number with mm, cm or in, such as "12mm"
theme-logo-file = a logo has no `file`
theme-logo-file-help = name a picture beside the theme: `{ $example }`

//! The built-in labels in Dutch, Danish and English: one table for every layout, preset and message in a document.

use super::{Evidence, Level, MeasurementKind, Purpose, RiskKind, State, Status};
pub use crate::tongue::TermLanguage;

macro_rules! terms {
    ($($term:ident, $doc:literal: $nl:literal, $da:literal, $en:literal;)*) => {
        /// A built-in label.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Term {
            $(#[doc = $doc] $term,)*
        }

        impl Term {
            /// Every term, in the order of the table.
            pub const ALL: &'static [Self] = &[$(Self::$term,)*];

            /// The label in a language.
            #[must_use]
            pub fn text(self, language: TermLanguage) -> &'static str {
                let [nl, da, en] = match self {
                    $(Self::$term => [$nl, $da, $en],)*
                };
                match language {
                    TermLanguage::Nl => nl,
                    TermLanguage::Da => da,
                    TermLanguage::En => en,
                }
            }
        }
    };
}

terms! {
    // term, meaning: Dutch, Danish, English;
    Journey, "The map as a whole.": "Klantreis", "Kunderejse", "Customer journey";
    Stage, "A band above the phases.": "Stadium", "Stadie", "Stage";
    Phase, "A column.": "Fase", "Fase", "Phase";
    Age, "A fact of a persona.": "Leeftijd", "Alder", "Age";
    Before, "The stage before the purchase.": "Voor", "Før", "Before";
    During, "The stage of the purchase.": "Tijdens", "Under", "During";
    After, "The stage after the purchase.": "Na", "Efter", "After";
    Awareness, "The phase in which a need arises, and nothing is looked for yet.": "Bewustzijn", "Opmærksomhed", "Awareness";
    Orientation, "The phase of looking around.": "Oriëntatie", "Orientering", "Orientation";
    Consideration, "The phase of comparing.": "Overweging", "Overvejelse", "Consideration";
    Purchase, "The phase of deciding and buying.": "Aankoop", "Køb", "Purchase";
    Delivery, "The phase in which it is brought or collected.": "Levering", "Levering", "Delivery";
    Use, "The phase of using it.": "Gebruik", "Brug", "Use";
    Loyalty, "The phase of coming back.": "Loyaliteit", "Loyalitet", "Loyalty";
    Goal, "Lane kind `goal`.": "Doel van de klant", "Kundens mål", "Customer’s goal";
    Action, "Lane kind `action`.": "Actie van de klant", "Handling", "Action";
    Touchpoint, "Lane kind `touchpoint`.": "Touchpoint", "Kontaktpunkt", "Touchpoint";
    Message, "Lane kind `message`.": "Boodschap", "Budskab", "Message";
    Channel, "Lane kind `channel`.": "Kanaal", "Kanal", "Channel";
    Device, "Lane kind `device`.": "Apparaat", "Device", "Device";
    Thoughts, "Lane kind `thought`.": "Gedachten", "Tanker", "Thoughts";
    Feelings, "Lane kind `feeling`.": "Gevoelens", "Følelser", "Feelings";
    Needs, "Lane kind `need`.": "Behoeften", "Behov", "Needs";
    Barriers, "Lane kind `barrier`.": "Pijnpunten", "Barrierer", "Barriers";
    Opportunities, "Lane kind `opportunity`.": "Kansen", "Muligheder", "Opportunities";
    Expectation, "Lane kind `expectation`.": "Verwachting", "Forventning", "Expectation";
    Relation, "Lane kind `relation`.": "Relatie", "Relation", "Relation";
    Quote, "Lane kind `quote`.": "Uitspraak", "Citat", "Quote";
    Backstage, "Lane kind `backstage`.": "Achter de schermen", "Bag scenen", "Backstage";
    Priority, "Lane kind `priority`.": "Prioriteit", "Prioritering", "Priority";
    Design, "Lane kind `design`.": "Ontwerp", "Design", "Design";
    Value, "Lane kind `value`.": "Waardevolle beleving", "Værdifuld oplevelse", "Valuable experience";
    Measure, "Lane kind `measure`.": "Doorlopende meting", "Løbende målinger", "Continuous measurement";
    Image, "Lane kind `image`.": "Beeld", "Billede", "Image";
    Experience, "Lane kind `emotion`.": "Beleving", "Oplevelse", "Experience";
    Notes, "Lane kind `text`.": "Notities", "Noter", "Notes";
    MomentOfTruth, "A contact on which the judgement turns.": "Moment of truth", "Moment of truth", "Moment of truth";
    Author, "Who made it.": "Auteur", "Forfatter", "Author";
    Continued, "On a page that goes on from the one before.": "vervolg", "fortsat", "continued";
    Page, "A page number's label.": "Pagina", "Side", "Page";
    DropOff, "Where customers leave the journey.": "Afhaakmoment", "Frafald", "Drop-off";
    Return, "Risk kind `return`.": "Retour", "Returnering", "Return";
    Cancellation, "Risk kind `cancellation`.": "Opzegging", "Opsigelse", "Cancellation";
    Dull, "Risk kind `dull`.": "Saai moment", "Kedeligt øjeblik", "Dull moment";
    Risk, "A risk of no named kind.": "Risico", "Risiko", "Risk";
    Risks, "All that can go wrong in a phase.": "Risico’s", "Risici", "Risks";
    Revision, "Before the name of a revision.": "versie", "version", "version";
    Duration, "How long a phase takes.": "Duur", "Varighed", "Duration";
    Said, "Evidence `said`.": "Gezegd", "Sagt", "Said";
    Observed, "Evidence `observed`.": "Waargenomen", "Observeret", "Observed";
    Researched, "Evidence `researched`.": "Onderzocht", "Undersøgt", "Researched";
    Assumed, "Evidence `assumed`.": "Aangenomen", "Antaget", "Assumed";
    Source, "Where something can be looked up.": "Bron", "Kilde", "Source";
    Important, "What matters much.": "Belangrijk", "Vigtigt", "Important";
    SomewhatImportant, "What matters in between.": "Tamelijk belangrijk", "Ret vigtigt", "Fairly important";
    Unimportant, "What matters little.": "Onbelangrijk", "Ikke vigtigt", "Unimportant";
    Idea, "Status `idea`.": "Idee", "Idé", "Idea";
    Planned, "Status `planned`.": "Gepland", "Planlagt", "Planned";
    Doing, "Status `doing`.": "Bezig", "I gang", "In progress";
    Done, "Status `done`.": "Klaar", "Færdig", "Done";
    Dropped, "Status `dropped`.": "Vervallen", "Droppet", "Dropped";
    AsIs, "Purpose `as-is` of a curve.": "Zoals het is", "Som det er", "As it is";
    ToBe, "Purpose `to-be` of a curve.": "Zoals het wordt", "Som det bliver", "As it will be";
    Touchpoints, "The contact moments, one below another.": "Touchpoints", "Kontaktpunkter", "Touchpoints";
    Lane, "A row of the matrix.": "Rij", "Række", "Row";
    Personas, "Who travels.": "Persona’s", "Personaer", "Personas";
    EmpathyMap, "What goes on in a person.": "Empathy map", "Empatikort", "Empathy map";
    Measurements, "What was measured.": "Metingen", "Målinger", "Measurements";
    Storyboard, "The journey as a strip of pictures.": "Storyboard", "Storyboard", "Storyboard";
    Number, "The number of a row.": "Nr.", "Nr.", "No.";
    When, "When it happens.": "Wanneer", "Hvornår", "When";
    Until, "The phase at which it ends.": "Tot en met", "Til og med", "Until";
    Sender, "Who speaks.": "Afzender", "Afsender", "Sender";
    Receiver, "Who is spoken to.": "Ontvanger", "Modtager", "Receiver";
    CallToAction, "What the customer is asked to do.": "Call to action", "Call to action", "Call to action";
    Importance, "How much it matters.": "Belang", "Vigtighed", "Importance";
    Evidence, "How it is known.": "Onderbouwing", "Belæg", "Evidence";
    Status, "How far it is, or what someone is to the organisation.": "Status", "Status", "Status";
    Links, "Where it leads on the web.": "Links", "Links", "Links";
    File, "The file of a picture.": "Bestand", "Fil", "File";
    Credit, "Who made a picture.": "Gemaakt door", "Lavet af", "Credit";
    Kind, "What kind it is.": "Soort", "Type", "Kind";
    Name, "What it is called.": "Naam", "Navn", "Name";
    Title, "The heading of a panel.": "Titel", "Titel", "Title";
    Caption, "What a panel tells.": "Bijschrift", "Billedtekst", "Caption";
    Place, "The phase or touchpoint that it belongs to.": "Waar in de reis", "Hvor i rejsen", "Where in the journey";
    Date, "The day.": "Datum", "Dato", "Date";
    Remark, "What has to be known about it.": "Opmerking", "Bemærkning", "Note";
    Buyer, "Persona kind `buyer`.": "Koper", "Køber", "Buyer";
    User, "Persona kind `user`.": "Gebruiker", "Bruger", "User";
    Prospect, "Persona status `prospect`.": "Mogelijke klant", "Mulig kunde", "Prospect";
    Customer, "Persona status `customer`.": "Klant", "Kunde", "Customer";
    Ambassador, "Persona status `ambassador`.": "Ambassadeur", "Ambassadør", "Ambassador";
    TargetGroup, "Whom a persona stands for.": "Doelgroep", "Målgruppe", "Target group";
    Facts, "General facts of a person.": "Algemeen", "Generelt", "General";
    Generation, "The generation of a person.": "Generatie", "Generation", "Generation";
    Lifestyle, "How a person lives.": "Leefstijl", "Livsstil", "Lifestyle";
    Character, "What a person is like.": "Karakter", "Karakter", "Character";
    Activities, "What a person does in spare time.": "Activiteiten", "Aktiviteter", "Activities";
    Interests, "What a person cares for.": "Interesses", "Interesser", "Interests";
    Opinions, "What a person thinks of things.": "Meningen", "Holdninger", "Opinions";
    DesiredProperties, "What the product should be like.": "Gewenste eigenschappen", "Ønskede egenskaber", "Desired properties";
    Involvement, "How much the choice matters.": "Betrokkenheid", "Involvering", "Involvement";
    PastExperience, "What a person has been through with the product.": "Ervaring ermee", "Erfaring med det", "Experience with it";
    Intensity, "How much a person uses the product.": "Gebruik", "Brug", "Use";
    UsedLittle, "Use `light`.": "Weinig", "Lidt", "Light";
    UsedSome, "Use `medium`.": "Gemiddeld", "Middel", "Medium";
    UsedMuch, "Use `heavy`.": "Veel", "Meget", "Heavy";
    BrandAwareness, "Whether a person knows the brand.": "Merkbekendheid", "Mærkekendskab", "Brand awareness";
    Preference, "The brand that a person likes best.": "Voorkeur", "Præference", "Preference";
    Switching, "How easily a person goes to another.": "Overstappen", "Skifte", "Switching";
    Media, "The media that a person follows.": "Media", "Medier", "Media";
    Portrait, "The portrait of a person.": "Portret", "Portræt", "Portrait";
    Quotes, "What a person says, word for word.": "Uitspraken", "Citater", "Quotes";
    High, "Level `high`.": "Hoog", "Høj", "High";
    Middling, "Level `medium`.": "Midden", "Middel", "Medium";
    Low, "Level `low`.": "Laag", "Lav", "Low";
    MainQuestion, "The main question of an empathy map.": "Hoofdvraag", "Hovedspørgsmål", "Main question";
    FollowUps, "Questions that follow from the main one.": "Vervolgvragen", "Opfølgende spørgsmål", "Follow-up questions";
    ThinksAndFeels, "What a person thinks and feels.": "Denkt en voelt", "Tænker og føler", "Thinks and feels";
    Sees, "What a person sees.": "Ziet", "Ser", "Sees";
    Hears, "What a person hears.": "Hoort", "Hører", "Hears";
    SaysAndDoes, "What a person says and does.": "Zegt en doet", "Siger og gør", "Says and does";
    Pains, "What hurts.": "Pijn", "Smerte", "Pains";
    Gains, "What would be won.": "Winst", "Gevinst", "Gains";
    Measurement, "Something that is measured.": "Meting", "Måling", "Measurement";
    Figure, "Measurement kind `number`.": "Getal", "Tal", "Number";
    Nps, "Measurement kind `nps`.": "NPS", "NPS", "NPS";
    Csat, "Measurement kind `csat`.": "CSAT", "CSAT", "CSAT";
    Question, "What was asked.": "Vraag", "Spørgsmål", "Question";
    Unit, "The unit of values.": "Eenheid", "Enhed", "Unit";
    Target, "The value that is aimed at.": "Streven", "Mål", "Target";
    Outcome, "What came out.": "Resultaat", "Resultat", "Result";
    Responses, "How many answered.": "Antwoorden", "Svar", "Responses";
    Promoters, "Those who answered 9 or 10.": "Promotors", "Ambassadører", "Promoters";
    Passives, "Those who answered 7 or 8.": "Passief tevredenen", "Passive", "Passives";
    Detractors, "Those who answered 0 to 6.": "Criticasters", "Kritikere", "Detractors";
    Opportunity, "What could be done better.": "Kans", "Mulighed", "Opportunity";
    Impact, "How much the customer would notice.": "Impact", "Effekt", "Impact";
    Effort, "How much work it is.": "Moeite", "Indsats", "Effort";
    Owner, "Who takes care of it.": "Eigenaar", "Ansvarlig", "Owner";
    Scenario, "The situation that starts the journey.": "Scenario", "Scenarie", "Scenario";
    TheQuestion, "The question that the map must answer.": "De vraag", "Spørgsmålet", "The question";
    Also, "Before the names of others who travel.": "ook", "også", "also";
    Now, "The journey of today, as short as can be.": "Nu", "I dag", "As is";
    Later, "The journey that is aimed at, as short as can be.": "Straks", "Fremover", "To be";
    Group, "Who fills in a template: a class, a team.": "Groep", "Gruppe", "Group";
    Class, "The class or team of an author.": "Klas", "Klasse", "Class";
    Persona, "A person who travels.": "Persona", "Persona", "Persona";
    Start, "Where a curve begins.": "Start", "Start", "Start";
    End, "Where a curve ends.": "Einde", "Slut", "End";
    At, "Between a score and the phase that it is of, where a curve is told.": "bij", "ved", "at";
    Lowest, "Before the lowest score, where a curve is told.": "laagste", "lavest", "lowest";
    LowestPoint, "Where a curve is lowest.": "Dieptepunt", "Laveste punkt", "Lowest point";
    AboveExpectation, "What is better than was expected.": "boven verwachting", "over forventning", "above expectation";
    BelowExpectation, "What is worse than was expected.": "onder verwachting", "under forventning", "below expectation";
    AboveAim, "What is better than is aimed at.": "boven het doel", "over målet", "above the aim";
    FeltGood, "A note at whose edge a bar goes up.": "Voelde goed", "Føltes godt", "Felt good";
    FeltBad, "A note at whose edge a bar goes down.": "Voelde slecht", "Føltes dårligt", "Felt bad";
    AboutPhase, "The row of what is said of the phases themselves.": "Over de fase", "Om fasen", "About the phase";
    BelowAim, "What is worse than is aimed at.": "onder het doel", "under målet", "below the aim";
    DullStretch, "A phase in which a curve does not move.": "de beleving blijft gelijk", "oplevelsen står stille", "the experience stays level";
    SilentMonths, "So many months without contact; `#` is their number.": "# maanden stil", "# måneders stilhed", "# months of silence";
    SilentWeeks, "So many weeks without contact.": "# weken stil", "# ugers stilhed", "# weeks of silence";
    SilentDays, "So many days without contact.": "# dagen stil", "# dages stilhed", "# days of silence";
    SilentHours, "So many hours without contact.": "# uur stil", "# timers stilhed", "# hours of silence";
    Undated, "A contact of which nobody knows when it was, among others.": "tijdstip onbekend", "tidspunkt ukendt", "time unknown";
    InOrder, "Where contacts stand of which nobody knows when they were.": "Zonder tijdstip: in de volgorde van de reis", "Uden tidspunkt: i rejsens rækkefølge", "Without a time: in the order of the journey";
    NoContacts, "What a timeline says that has none.": "zonder contactmomenten: zo voelden de fasen", "uden kontaktpunkter: sådan føltes faserne", "no contact moments: how the phases felt";
    WhatHappens, "What is to be written on a note.": "Wat gebeurt er?", "Hvad sker der?", "What happens?";
    FromTo, "Who speaks to whom is to be written on a note.": "van wie → aan wie", "fra hvem → til hvem", "from whom → to whom";
    Ideas, "Where ideas are to be written.": "Ideeën", "Idéer", "Ideas";
    LineOfVisibility, "What is below it the customer does not see.": "Zichtlijn", "Synlighedslinje", "Line of visibility";
    GlueEdge, "What of a sheet lies under the next one.": "lijmrand", "limkant", "glue edge";
    Sheets, "Sheets of paper, before their numbers.": "bladen", "ark", "sheets";
    PrintAtFull, "The first step of putting a poster together.": "Druk af op 100 % (ware grootte), niet “passend op de pagina”.", "Udskriv i 100 % (faktisk størrelse), ikke “tilpas til siden”.", "Print at 100 % (actual size), not “fit to page”.";
    MeasureFirst, "The second step.": "Druk eerst alleen dit blad af en meet na: de lijn is 100 mm, het vierkant zo groot als erin staat. Klopt dat, druk dan de rest af.", "Udskriv først kun dette ark, og mål efter: Linjen er 100 mm, kvadratet så stort, som der står i det. Passer det, så udskriv resten.", "Print this sheet alone first and measure it: the line is 100 mm, the square as large as it says. If so, print the rest.";
    CutSheets, "The third step.": "Snijd van elk blad de bovenrand en de linkerrand af, langs de streepjes.", "Skær den øverste og den venstre kant af hvert ark langs stregerne.", "Cut off the upper and the left edge of each sheet, along the ticks.";
    GlueRows, "The fourth step, where rows are put together first.": "Plak eerst de bladen van elke rij aan elkaar, van links naar rechts (A1, A2 …), dan de rijen van boven naar onder.", "Lim først arkene i hver række sammen fra venstre mod højre (A1, A2 …), derefter rækkerne oppefra og ned.", "Put the sheets of each row together first, from left to right (A1, A2 …), then the rows from top to bottom.";
    GlueColumns, "The fourth step, where columns are put together first.": "Plak eerst de bladen van elke kolom aan elkaar, van boven naar onder (A1, B1 …), dan de kolommen van links naar rechts.", "Lim først arkene i hver kolonne sammen oppefra og ned (A1, B1 …), derefter kolonnerne fra venstre mod højre.", "Put the sheets of each column together first, from top to bottom (A1, B1 …), then the columns from left to right.";
    GlueSheets, "The fifth step.": "Elk blad komt met zijn snijrand op de lijmrand van het vorige, tegen de stippellijn.", "Hvert ark lægges med skærekanten på limkanten af det forrige, op til den stiplede linje.", "The cut edge of each goes onto the glue edge of the one before, up to the dashed line.";
    TrimPoster, "The last step.": "Snijd de buitenrand af als alles vastzit.", "Skær yderkanten af, når det hele sidder fast.", "Trim the outer edge when all of it holds.";
}

impl Evidence {
    /// The word for it.
    #[must_use]
    pub fn term(self) -> Term {
        match self {
            Self::Said => Term::Said,
            Self::Observed => Term::Observed,
            Self::Researched => Term::Researched,
            Self::Assumed => Term::Assumed,
        }
    }
}

impl Level {
    /// The word for something that matters as much.
    #[must_use]
    pub fn importance(self) -> Term {
        match self {
            Self::Low => Term::Unimportant,
            Self::Medium => Term::SomewhatImportant,
            Self::High => Term::Important,
        }
    }
}

impl Status {
    /// The word for it.
    #[must_use]
    pub fn term(self) -> Term {
        match self {
            Self::Idea => Term::Idea,
            Self::Planned => Term::Planned,
            Self::Doing => Term::Doing,
            Self::Done => Term::Done,
            Self::Dropped => Term::Dropped,
        }
    }
}

impl RiskKind {
    /// The word for it.
    #[must_use]
    pub fn term(self) -> Term {
        match self {
            Self::DropOff => Term::DropOff,
            Self::Return => Term::Return,
            Self::Cancellation => Term::Cancellation,
            Self::Dull => Term::Dull,
        }
    }
}

impl Purpose {
    /// The word for it.
    #[must_use]
    pub fn term(self) -> Term {
        match self {
            Self::Experience => Term::Experience,
            Self::Expectation => Term::Expectation,
            Self::AsIs => Term::AsIs,
            Self::ToBe => Term::ToBe,
        }
    }
}

impl State {
    /// The word for it on a badge.
    #[must_use]
    pub fn term(self) -> Term {
        match self {
            Self::AsIs => Term::Now,
            Self::ToBe => Term::Later,
        }
    }
}

impl MeasurementKind {
    /// The word for it, which names a measurement without a title.
    #[must_use]
    pub fn term(self) -> Term {
        match self {
            Self::Number => Term::Figure,
            Self::Nps => Term::Nps,
            Self::Csat => Term::Csat,
        }
    }
}

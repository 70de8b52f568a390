//! Who travels.

use super::{Evidence, Level, Picture};
use crate::journey::limits;
use crate::journey::record::{choice, field_default, field_name, record, short_forms};
use crate::journey::values::{Extension, Id, Uri};

record! {
    /// A made-up person who stands for a target group.
    pub struct Persona as "a persona", "personas" up to (limits::PERSONAS), id "persona" from name {
        /// What lanes call it by.
        id: Id, or "from the name", eg r#""sanne""#;
        /// The name.
        name: String, eg r#""Sanne (34)""#;
        /// Whether this person buys or uses.
        kind: Option<PersonaKind>, or "–", eg r#""buyer""#;
        /// What this person is to the organisation.
        status: Option<PersonaStatus>, or "–", eg r#""prospect""#;
        /// The target group that this person stands for.
        target_group: Option<String>, or "–", eg r#""Gezinnen met jonge kinderen in de regio""#;
        /// General facts: age, home, education, work.
        facts: Vec<Fact>, or "–", eg r#"["Twee kinderen", { "label": "Woonplaats", "text": "Almere" }]"#;
        /// The generation.
        generation: Option<String>, or "–", eg r#""Millennials""#;
        /// How this person lives.
        lifestyle: Option<String>, or "–", eg r#""Druk, alles op de fiets""#;
        /// What this person is like.
        character: Option<String>, or "–", eg r#""Plant graag vooruit""#;
        /// What this person does in spare time.
        activities: Vec<String>, or "–", eg r#"["Hardlopen"]"#;
        /// What this person cares for.
        interests: Vec<String>, or "–", eg r#"["Gezond eten"]"#;
        /// What this person thinks of things.
        opinions: Vec<String>, or "–", eg r#"["Zwemmen moet elk kind leren"]"#;
        /// What this person has to do with the product.
        product: Option<ProductRelation>, or "–", eg r#"{ "needs": ["Een droge middag"], "use": "light" }"#;
        /// The media that this person follows.
        media: Vec<String>, or "–", eg r#"["Instagram", "de buurtapp"]"#;
        /// A portrait.
        portrait: Option<Picture>, or "–", eg r#""pictures/portret.png""#;
        /// What this person says, word for word.
        quotes: Vec<String>, or "–", eg r#"["Als het maar overdekt is."]"#;
        /// How all this is known.
        evidence: Vec<Source>, or "–", eg r#"["Twaalf interviews"]"#;
        /// What goes on in this person.
        empathy: Option<EmpathyMap>, or "–", eg r#"{ "pains": ["Lange rijen"] }"#;
        /// Data of your own.
        x: Extension, or "–", eg r#"{ "segment": "A" }"#;
    }
}

choice! {
    /// The kinds of persona.
    pub enum PersonaKind as "a kind of persona" {
        Buyer = "buyer", "The customer who pays.";
        User = "user", "Somebody who uses it, and need not be the customer.";
    }
}

choice! {
    /// What a person is to the organisation.
    pub enum PersonaStatus as "a status of a persona" {
        Prospect = "prospect", "May become a customer.";
        Customer = "customer", "Has bought.";
        Ambassador = "ambassador", "Recommends it to others.";
    }
}

record! {
    /// A general fact of a person.
    pub struct Fact as "a fact", "facts" up to (limits::TEXTS), short text: String {
        /// What the fact is about.
        label: Option<String>, or "–", eg r#""Woonplaats""#;
        /// The fact.
        text: String, eg r#""Almere""#;
    }
}

record! {
    /// What a person has to do with the product.
    pub struct ProductRelation as "a relation to the product", "relations" up to 1 {
        /// What the person needs.
        needs: Vec<String>, or "–", eg r#"["Een droge middag"]"#;
        /// What the product should be like.
        desired_properties: Vec<String>, or "–", eg r#"["Dichtbij", "Betaalbaar"]"#;
        /// How much the choice matters to the person.
        involvement: Option<Level>, or "–", eg r#""medium""#;
        /// What the person has been through with it.
        experience: Option<String>, or "–", eg r#""Een keer geweest, te druk""#;
        /// How much the person uses it.
        use_ as "use": Option<Intensity>, or "–", eg r#""light""#;
        /// Whether the person knows the brand.
        brand_awareness: Option<String>, or "–", eg r#""Kent het van de bushalte""#;
        /// The brand that the person likes best.
        preference: Option<String>, or "–", eg r#""Het bad in de buurgemeente""#;
        /// How easily the person goes to another.
        switching: Option<String>, or "–", eg r#""Zodra het elders goedkoper is""#;
    }
}

choice! {
    /// How much a person uses the product.
    pub enum Intensity as "a use" {
        Light = "light", "Now and then.";
        Medium = "medium", "Regularly.";
        Heavy = "heavy", "Very often.";
    }
}

record! {
    /// Where something that is said comes from.
    pub struct Source as "a source", "sources" up to (limits::TEXTS), short text: String {
        /// What was said, seen or read, and where.
        text: String, eg r#""Twaalf interviews in het zwembad""#;
        /// What kind of evidence it is.
        kind: Option<Evidence>, or "–", eg r#""said""#;
        /// Where it can be looked up.
        link: Option<Uri>, or "–", eg r#""https://onderzoek.example/12""#;
    }
}

record! {
    /// What goes on in a person: six fields, and the questions behind them.
    pub struct EmpathyMap as "an empathy map", "empathy maps" up to 1 {
        /// The name of the map.
        name: Option<String>, or "–", eg r#""Sanne aan de kassa""#;
        /// The main question.
        question: Option<String>, or "–", eg r#""Wat weerhoudt Sanne van een jaarkaart?""#;
        /// Questions that follow from it, with their answers.
        follow_ups: Vec<FollowUp>, or "–", eg r#"[{ "question": "Wie beslist er?", "answer": "Sanne" }]"#;
        /// What the person thinks and feels.
        thinks_and_feels: Vec<String>, or "–", eg r#"["Gaan we dit wel gebruiken?"]"#;
        /// What the person sees.
        sees: Vec<String>, or "–", eg r#"["Een bord vol tarieven"]"#;
        /// What the person hears.
        hears: Vec<String>, or "–", eg r#"["Mam, mag ik een ijsje?"]"#;
        /// What the person says and does.
        says_and_does: Vec<String>, or "–", eg r#"["Koopt toch losse kaartjes"]"#;
        /// What hurts.
        pains: Vec<String>, or "–", eg r#"["Lange rijen"]"#;
        /// What would be won.
        gains: Vec<String>, or "–", eg r#"["Nooit meer in de rij"]"#;
        /// Data of your own.
        x: Extension, or "–", eg r#"{ "workshop": 2 }"#;
    }
}

record! {
    /// A question that follows from the main one.
    pub struct FollowUp as "a follow-up question", "follow-up questions" up to (limits::TEXTS), short question: String {
        /// The question.
        question: String, eg r#""Wie beslist er?""#;
        /// The answer.
        answer: Option<String>, or "–", eg r#""Sanne, aan de keukentafel""#;
    }
}

impl Persona {
    /// Whether more is told of this person than a name and a role.
    #[must_use]
    pub fn is_described(&self) -> bool {
        let Self {
            id: _,
            name: _,
            kind: _,
            status: _,
            target_group,
            facts,
            generation,
            lifestyle,
            character,
            activities,
            interests,
            opinions,
            product,
            media,
            portrait,
            quotes,
            evidence,
            empathy,
            x: _,
        } = self;
        let lists = [activities, interests, opinions, media, quotes].into_iter().any(|list| !list.is_empty());
        let texts = [target_group, generation, lifestyle, character].into_iter().any(Option::is_some);
        let parts = product.is_some() || portrait.is_some() || empathy.is_some();
        lists || texts || parts || !facts.is_empty() || !evidence.is_empty()
    }
}

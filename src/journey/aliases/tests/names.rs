//! Names that people use, and what they stand for.

use super::super::*;

#[test]
fn the_long_names_of_the_lesson_are_known() {
    for (name, id) in [
        ("Bewustzijnsfase", "awareness"),
        ("1. BEWUSTZIJN FASE / AWARENESS FASE", "awareness"),
        ("Oriëntatiefase", "orientation"),
        ("orientatie fase", "orientation"),
        ("Overwegingsfase", "consideration"),
        ("Consideration (overweging fase)", "consideration"),
        ("Beslissingsfase/aankoopfase", "purchase"),
        ("4.Beslissings- en aankoopfase", "purchase"),
        ("Delivery/unboxing (bezorging fase)", "delivery"),
        ("5. Leverings- en gebruiksfase", "use"),
        ("gebruikfase", "use"),
        ("Loyaliteitsfase en ambassadeurschap", "loyalty"),
        ("Opmærksomhedsfasen", "awareness"),
        ("Købsfase (beslutning)", "purchase"),
        ("Leverings- og brugsfasen", "use"),
        ("The Purchase Phase", "purchase"),
        ("Loyalty & advocacy", "loyalty"),
    ] {
        assert_eq!(phase(name), Some(id), "{name}");
        assert_eq!(canonical(name), Some(id), "{name}");
    }
}

#[test]
fn the_rows_of_the_lesson_are_known() {
    for (name, kind) in [
        ("Doel klant", LaneKind::Goal),
        ("Wat is het doel van de klant", LaneKind::Goal),
        ("Activiteit", LaneKind::Action),
        ("Acties van de klant", LaneKind::Action),
        ("Touchpoints", LaneKind::Touchpoint),
        ("touchpoint / communicatiemiddel", LaneKind::Touchpoint),
        ("Contactmomenten", LaneKind::Touchpoint),
        ("Pain points", LaneKind::Barrier),
        ("Muligheder", LaneKind::Opportunity),
        ("Klantbeleving (emotie)", LaneKind::Emotion),
        ("Waardevolle beleving", LaneKind::Value),
        ("Løbende måling", LaneKind::Measure),
    ] {
        assert_eq!(lane(name), Some(kind), "{name}");
        assert_eq!(canonical(name), Some(kind.name()), "{name}");
    }
}

#[test]
fn slips_of_the_pen_are_forgiven_and_other_words_are_not_taken_for_slips() {
    for (name, id) in [
        ("Orientaite", Some("orientation")),
        ("2. Overwegingfase", Some("consideration")),
        ("Bewustzjin", Some("awareness")),
        ("Loyalitiet", Some("loyalty")),
        ("AANKOOP (week 3)", Some("purchase")),
        ("Gebruik: thuis", Some("use")),
        ("(week 3)", None),
        ("Koken", None),
        ("Lopen", None),
        ("Verzorging", None),
        ("Kennismaken", None),
        ("Aanbeveling", Some("loyalty")),
        ("Aanbevelingen", None),
        ("Bestellen", None),
    ] {
        assert_eq!(near_phase(name), id, "{name}");
    }
    for (name, kind) in [
        ("Touchpiont", Some(LaneKind::Touchpoint)),
        ("Comunicatiemiddelen", Some(LaneKind::Touchpoint)),
        ("Doel: wat wil de klant bereiken?", Some(LaneKind::Goal)),
        ("Emotie (van −2 tot +2)", Some(LaneKind::Emotion)),
        ("Wat wil de klant?", Some(LaneKind::Goal)),
        ("What does the customer do?", Some(LaneKind::Action)),
        ("Hvad gør kunden", Some(LaneKind::Action)),
        ("Wat doen ze?", Some(LaneKind::Action)),
        ("Wat zijn de pijnpunten in deze fase?", Some(LaneKind::Barrier)),
        ("Wat doet de organisatie?", Some(LaneKind::Backstage)),
        ("Emoite", Some(LaneKind::Emotion)),
        ("Folder", None),
        ("Hoe voel ik me?", Some(LaneKind::Feeling)),
        ("Sfeer", None),
        ("Wie helpt er?", None),
        ("Kasten", None),
        ("Stap", Some(LaneKind::Action)),
        ("Stap 3: betalen", None),
        ("Key Pain Points", Some(LaneKind::Barrier)),
        ("Wat gebeurt er", Some(LaneKind::Action)),
        ("Точки контакта", Some(LaneKind::Touchpoint)),
        ("Puntos de contacto", Some(LaneKind::Touchpoint)),
        ("Onze hobby's", None),
        ("Wat gaat er mis?", Some(LaneKind::Barrier)),
        ("Wat gaat er mis bij de balie?", Some(LaneKind::Barrier)),
        ("Wat kan de praktijk beter doen?", Some(LaneKind::Opportunity)),
        ("What could the airline do better?", Some(LaneKind::Opportunity)),
        ("What they think", Some(LaneKind::Thought)),
        ("What visitors say", Some(LaneKind::Quote)),
        ("Think", None),
        ("What the committee of the board might think", None),
        ("Verbesserungsideen", Some(LaneKind::Opportunity)),
        ("Pistes d’amélioration", Some(LaneKind::Opportunity)),
        ("Barreras", Some(LaneKind::Barrier)),
        ("Opportunità di miglioramento", Some(LaneKind::Opportunity)),
        ("目的", Some(LaneKind::Goal)),
        ("1. 目的：", Some(LaneKind::Goal)),
        ("施策", Some(LaneKind::Opportunity)),
        ("对策", Some(LaneKind::Opportunity)),
        ("Hoe blij was je?", Some(LaneKind::Emotion)),
        ("Hvor tilfreds var du?", Some(LaneKind::Emotion)),
        ("Wie zufrieden warst du?", Some(LaneKind::Emotion)),
        ("Staff actions (frontstage)", Some(LaneKind::Touchpoint)),
        ("Staff actions (backstage)", Some(LaneKind::Backstage)),
        ("Staff actions", Some(LaneKind::Backstage)),
        ("En hoe ging het toen? (gevoel)", Some(LaneKind::Feeling)),
        ("Hvad stod i vejen? [barriere]", Some(LaneKind::Barrier)),
        ("Contact met", Some(LaneKind::Touchpoint)),
        ("CONTACT MET", Some(LaneKind::Touchpoint)),
        ("Met wie?", Some(LaneKind::Touchpoint)),
        ("Kontakt med", Some(LaneKind::Touchpoint)),
        ("Contacto con", Some(LaneKind::Touchpoint)),
        ("Wat had beter gekund?", Some(LaneKind::Opportunity)),
        ("Hvad kunne have været bedre?", Some(LaneKind::Opportunity)),
        ("What could have been better?", Some(LaneKind::Opportunity)),
        ("Aanbevelingen", Some(LaneKind::Opportunity)),
        ("Anbefalinger", Some(LaneKind::Opportunity)),
        ("Recommendations", Some(LaneKind::Opportunity)),
        ("Tips", Some(LaneKind::Opportunity)),
        ("Wachttijd (min)", Some(LaneKind::Measure)),
        ("Czas [min]", Some(LaneKind::Measure)),
        ("Waiting time", Some(LaneKind::Measure)),
        ("Bagved scenen", Some(LaneKind::Backstage)),
        ("Bol", None),
        ("Betaling (tid)", None),
        ("(contact) Jansen", None),
    ] {
        assert_eq!(near_lane(name), kind, "{name}");
    }
}

#[test]
fn names_of_nothing_or_of_two_things_stand_for_nothing() {
    for name in ["", "…", "Fase 1", "De klant", "De auto ophalen", "Bewustzijn en aankoop", "Doel en actie", "Покупка", "-- 3 --"]
    {
        assert_eq!(canonical(name), None, "{name}");
    }
}

#[test]
fn terms_are_known_in_every_language_and_no_name_means_two_things() {
    for (id, term, _) in PHASES {
        assert!(term_names(term).all(|name| phase(name) == Some(id) && lane(name).is_none()), "{id}");
    }
    for kind in LaneKind::ALL {
        assert!(term_names(kind.term()).all(|name| lane(name) == Some(*kind) && phase(name).is_none()), "{kind:?}");
    }
    let phases = PHASES.iter().flat_map(|(id, _, names)| names.iter().map(|name| (*id, *name)));
    let lanes = lanes::TABLES.into_iter().flatten().flat_map(|(kind, names)| names.iter().map(|name| (kind.name(), *name)));
    let clear = |meant: &str, name: &str| canonical(name) == Some(meant) && (phase(name).is_none() || lane(name).is_none());
    let unclear: Vec<_> = phases.chain(lanes).filter(|(meant, name)| !clear(meant, name)).collect();
    assert!(unclear.is_empty(), "{unclear:?}");
}

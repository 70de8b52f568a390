//! Journeys in the Open Journey Format, and other journeys in JSON that are called so: see [`tree`](super::tree).

use super::{Options, Reader, Reading, import, json, text, tree, within_size};
use crate::diagnostic::Diagnostic;

/// The registry entry.
pub(super) static READER: Reader = Reader {
    name: "ojf",
    extensions: &["ojf"],
    summary: "Open Journey Format (JSON): phases with what is said of them; ids, colours and positions are passed over",
    claims: knows,
    text: |bytes| text::shown(bytes).into_owned(),
    read,
};

/// Whether the bytes are JSON, and a journey of others and none of ours.
pub(super) fn knows(bytes: &[u8]) -> bool {
    let is_of_others = || json::tree(&text::shown(bytes)).is_ok_and(|tree| tree::is_of_others(&tree));
    within_size(bytes.len()).is_ok() && !json::claims(bytes) && is_of_others()
}

fn read(bytes: &[u8], options: &Options) -> Result<Reading, Vec<Diagnostic>> {
    within_size(bytes.len()).map_err(|problem| vec![problem])?;
    if json::claims(bytes) {
        return (json::READER.read)(bytes, options);
    }
    let read = json::tree(&text::shown(bytes)).and_then(|tree| tree::book(&tree)).map_err(|problem| vec![problem])?;
    import::import(&read, options)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journey::Journey;

    fn journey(text: &str) -> Journey {
        let options = Options { stem: Some("reis"), ..Options::default() };
        read(text.as_bytes(), &options).unwrap_or_else(|problems| panic!("{text}\n{problems:?}")).journey
    }

    /// Phases, then lanes with the texts and scores of each cell.
    fn short(journey: &Journey) -> String {
        let phases: Vec<_> = journey.phases.iter().map(|phase| phase.title.as_str()).collect();
        let lane = |(index, lane): (usize, &crate::journey::Lane)| {
            let item = |item: &crate::journey::Item| {
                format!("{}{}", item.score.map(|score| score.to_string()).unwrap_or_default(), item.text())
            };
            let cell = |phase: &crate::journey::Phase| phase.cells[index].iter().map(item).collect::<Vec<_>>().join("+");
            format!("{}={}: {}", lane.title, lane.kind.name(), journey.phases.iter().map(cell).collect::<Vec<_>>().join(" | "))
        };
        let lanes: Vec<_> = journey.lanes.iter().enumerate().map(lane).collect();
        format!("{}\n{}", phases.join(" | "), lanes.join("\n"))
    }

    #[test]
    fn lanes_that_stand_in_the_phases_are_read_by_their_names() {
        let expected = "Search | Buy\nActions=action: Looks+Asks | Pays\nPain points=barrier: Too many shops | A queue\nEmotion=emotion: 2 | -1calm";
        for [pains, items, text, lanes] in [
            ["\"name\":\"Pain points\"", "items", "text", "lanes"],
            ["\"title\":\"Pain points\"", "cards", "title", "rows"],
            ["\"label\":\"Pain points\"", "notes", "content", "swimlanes"],
            ["\"name\":\"Pain points\",\"type\":\"text\",\"color\":\"red\"", "content", "body", "sections"],
            ["\"name\":\"Pain points\"", "values", "value", "children"],
        ] {
            let entry = |text_of: &str| format!("{{\"id\":\"i\",\"{text}\":\"{text_of}\"}}");
            let phase = |name: &str, actions: &[&str], pain: &str, mood: &str| {
                let actions: Vec<_> = actions.iter().map(|action| entry(action)).collect();
                format!(
                    "{{\"id\":\"p\",\"name\":\"{name}\",\"{lanes}\":[{{\"name\":\"Actions\",\"{items}\":[{}]}},{{{pains},\"{items}\":[{}]}},{{\"id\":\"e\",\"name\":\"Emotion\",{mood}}}]}}",
                    actions.join(","),
                    entry(pain),
                )
            };
            let tree = format!(
                "{{\"name\":\"Bike\",\"creator\":\"Callum Reid\",\"phases\":[{},{}]}}",
                phase("Search", &["Looks", "Asks"], "Too many shops", "\"value\":2"),
                phase("Buy", &["Pays"], "A queue", "\"score\":-1,\"comment\":\"calm\"")
            );
            let read = journey(&tree);
            assert_eq!(short(&read), expected, "{tree}");
            assert_eq!(&*read.authors[0].name, "Callum Reid");
        }
        // Things that are done or met, each with a name, are no lanes.
        let read = journey(
            r#"{"name":"Bike","phases":[{"name":"Search","touchpoints":[{"name":"Site","channel":"web"},{"name":"Contact","channel":"desk"}]},
            {"name":"Buy","touchpoints":[{"name":"Desk","channel":"shop"}]}]}"#,
        );
        assert_eq!(short(&read).lines().nth(1), Some("Touchpoints=touchpoint: Site+Contact | Desk"));
    }

    #[test]
    fn a_tree_of_others_is_known_whatever_it_is_called() {
        let tree = r#"{"name":"Bike","phases":[{"name":"Search","actions":["Looks"]},{"name":"Buy","actions":["Pays"]}]}"#;
        let lanes = r#"{"phases":[{"name":"Search","lanes":[{"name":"Actions","items":["Looks"]}]},{"name":"Buy"}]}"#;
        for text in [tree, lanes] {
            for extension in [None, Some("json"), Some("ojf")] {
                let (reader, remark) = crate::read::reader_for(crate::read::READERS, extension, text.as_bytes()).unwrap();
                assert_eq!((reader.name, remark), ("ojf", None), "{extension:?} {text}");
            }
        }
        // A document of ours that lacks something is none of others, and neither is other JSON.
        for text in [
            r#"{"title":"x","language":"nl","phases":[{"title":"A","cells":{"goal":"b"}}]}"#,
            r#"{"title":"x","phases":[{"title":"A"},{"title":"B"}]}"#,
            r#"{"klantreis":1,"phases":[{"name":"A","actions":["b"]}]}"#,
            r#"{"name":"x","steps":[{"name":"A","run":"b"},{"name":"B","run":"c"}]}"#,
            r#"[{"name":"A","actions":["b"]}"#,
        ] {
            let found =
                crate::read::reader_for(crate::read::READERS, Some("json"), text.as_bytes()).map(|(reader, _)| reader.name);
            assert_eq!(found.ok(), Some("json"), "{text}");
        }
    }

    #[test]
    fn contacts_keep_their_channel_and_their_time() {
        for (name, when) in [("name", "time"), ("text", "when"), ("title", "timing"), ("label", "timestamp")] {
            let contact = |own: &str, channel: &str, time: &str| {
                format!("{{\"id\":\"{own}\",\"{name}\":\"{own}\",\"channel\":\"{channel}\",\"{when}\":\"{time}\"}}")
            };
            let tree = format!(
                "{{\"name\":\"Park\",\"phases\":[{{\"name\":\"Plan\",\"actions\":[\"Reads\"],\"touchpoints\":[{}],\"emotion\":1}},\
                 {{\"name\":\"Arrive\",\"actions\":[\"Circles\",\"Asks\"],\"touchpoints\":[{},{}],\"emotion\":-1}}]}}",
                contact("Letter", "post", "two weeks before"),
                contact("Sign", "on site", "08:40"),
                contact("Porter", "in person", "08:55"),
            );
            let read = journey(&tree);
            let expected = "Plan | Arrive\nActions=action: Reads | Circles+Asks\nTouchpoints=touchpoint: Letter | Sign+Porter\nEmotion=emotion: 1 | -1";
            assert_eq!(short(&read), expected, "{tree}");
            let told = read.phases.iter().flat_map(|phase| &phase.cells[1]);
            let told =
                told.map(|item| format!("{} {}", item.channel.as_deref().unwrap_or(""), item.when.as_deref().unwrap_or("")));
            assert_eq!(told.collect::<Vec<_>>(), ["post two weeks before", "on site 08:40", "in person 08:55"], "{tree}");
        }
    }

    #[test]
    fn trees_of_every_make_give_their_matrix() {
        let expected = "Search | Buy\nActions=action: Looks+Asks | Pays\nPain points=barrier: Too many shops | A queue\nEmotion=emotion: 2 | -1";
        for text in [
            // Fields of the phases.
            r#"{"title":"Bike","stages":[{"id":"s1","name":"Search","actions":["Looks","Asks"],"painPoints":["Too many shops"],"emotion":2},
                {"id":"s2","name":"Buy","actions":["Pays"],"pain_points":"A queue","emotion":-1}]}"#,
            // Objects with names, by the phase that they belong to.
            r#"{"journey":{"title":"Bike","phases":[{"id":"p1","name":"Search"},{"id":"p2","name":"Buy"}],
                "actions":[{"id":"a","phase":"p1","name":"Looks"},{"id":"b","phase":"p1","name":"Asks"},{"id":"c","phase":"p2","name":"Pays"}],
                "painPoints":[{"phaseId":"p1","text":"Too many shops"},{"phaseId":"p2","text":"A queue"}],"emotion":{"p1":2,"p2":-1}}}"#,
            // Rows with a cell for each phase.
            r#"{"title":"Bike","phases":["Search","Buy"],"rows":[{"name":"Actions","cells":[["Looks","Asks"],["Pays"]]},
                {"name":"Pain points","cells":["Too many shops","A queue"]},{"name":"Emotion","cells":[2,-1]}]}"#,
            // Cards on lanes.
            r#"{"title":"Bike","stages":[{"id":1,"name":"Search"},{"id":2,"name":"Buy"}],"lanes":[{"id":"l1","name":"Actions"},
                {"id":"l2","name":"Pain points"},{"id":"l3","name":"Emotion"}],"cards":[{"laneId":"l1","stageId":1,"text":"Looks"},
                {"laneId":"l1","stageId":1,"text":"Asks"},{"laneId":"l1","stageId":2,"text":"Pays"},{"laneId":"l2","stageId":1,"text":"Too many shops"},
                {"laneId":"l2","stageId":2,"text":"A queue"},{"laneId":"l3","stageId":1,"score":2},{"laneId":"l3","stageId":2,"score":-1}]}"#,
            // Phases by their names.
            r#"{"title":"Bike","phases":{"search":{"actions":["Looks","Asks"],"painPoints":"Too many shops","emotion":{"score":2}},
                "buy":{"actions":"Pays","painPoints":"A queue","emotion":{"score":-1}}}}"#,
        ] {
            let read = journey(text);
            assert_eq!((short(&read).as_str(), read.title.as_str()), (expected, "Bike"), "{text}");
        }
    }

    #[test]
    fn what_has_no_place_is_left_over() {
        let read = journey(
            r#"{"name":"Bike","persona":{"name":"Anna","age":34},"tags":["a1"],"phases":[{"name":"Search","goal":"Find","steps":[{"name":"Look",
               "touchpoints":["Site"],"emotion":{"score":3,"label":"curious"}}]},{"name":"Buy","goal":"Own","steps":[]}]}"#,
        );
        assert_eq!(
            short(&read),
            "Search | Buy\nGoal=goal: Find | Own\nSteps=action: Look | \nTouchpoints=touchpoint: Site | \nEmotion=emotion: 3curious | "
        );
        let normal = crate::journey::normal(&read);
        assert!(["34", "a1", "Anna"].iter().all(|word| normal.contains(word)), "{normal}");
        assert_eq!(&*read.personas[0].name, "Anna");
    }

    #[test]
    fn what_holds_no_phases_is_refused() {
        for text in ["{}", "[1,2]", r#"{"a":{"b":1}}"#, "", "{"] {
            assert!(read(text.as_bytes(), &Options::default()).is_err(), "{text}");
        }
        let deep = format!("{}{}", "[".repeat(5000), "]".repeat(5000));
        assert!(read(deep.as_bytes(), &Options::default()).is_err());
    }
}

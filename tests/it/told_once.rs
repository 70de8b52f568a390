//! What runs say of themes, sheets and pages: once, where it helps, and in the words of what is meant.

use klantreis::diagnostic::Code;
use klantreis::journey::Journey;
use klantreis::layout::theme::Theme;

use crate::matrix::{fixture, lay_as};
use crate::support::desk::Desk;

const ZWEMBAD: &str = include_str!("../../fixtures/zwembad.json");

#[test]
fn what_a_theme_has_from_its_base_is_no_warning() {
    let (_, said) = Theme::from_toml("my", "base = \"print\"\nfooter = \"Bureau Noord\"\n").unwrap();
    assert_eq!(said, Vec::new(), "patterns tell its stages apart");
    let (_, own) = Theme::from_toml("my", "base = \"print\"\nhues = [\"#5b3e96\", \"#1f5c99\"]\n").unwrap();
    assert!(own.iter().any(|one| one.code == Code::ThemeHues && one.message.contains("`hue 1` and `hue 2`")), "{own:?}");
}

#[test]
fn a_theme_is_told_of_in_full_where_it_is_looked_at_and_once_where_it_is_used() {
    let desk = Desk::with(&[("reis.json", ZWEMBAD), ("vaag.toml", "ink = \"#bbbbbb\"\nquiet = \"#cccccc\"\n")]);
    let count = |line: &str| desk.run(line).err.matches("warning[theme-").count();
    let all = count("theme vaag.toml");
    assert!(all > 5, "{all}");
    assert_eq!(count("check reis.json --theme vaag.toml --report klas.html"), all);
    let once = desk.run("export reis.json --theme vaag.toml -o a.svg").err;
    assert_eq!(once.matches("warning[theme-").count(), 1, "{once}");
    assert!(once.contains(&format!("{all} pairs of colours")) && once.contains("`klantreis theme vaag.toml`"), "{once}");
    // A logo that is not there is no matter of colours, and is counted from the theme.
    std::fs::write(desk.path("kaal.toml"), "[logo]\nfile = \"logo.svg\"\n").unwrap();
    for (language, folder) in [("en", "the theme's folder"), ("nl", "de map van het thema"), ("da", "temaets mappe")] {
        let said = desk.run(&format!("export reis.json --theme kaal.toml --lang {language} -o a.svg")).err;
        assert!(said.contains("[picture-not-found]") && said.contains(folder), "{said}");
    }
}

#[test]
fn sheets_are_counted_and_called_by_where_they_lie() {
    let desk = Desk::with(&[("reis.json", ZWEMBAD)]);
    let done = desk.run("export reis.json --paper A2 --tile A4 --dpi 30 --to png -o uit/");
    assert_eq!(done.code, 0, "{}", done.err);
    let said = done.err.split("note[sheets]: ").nth(1).unwrap_or_else(|| panic!("{}", done.err));
    let number = |text: &str| text.split(' ').next().unwrap().parse::<usize>().unwrap();
    let (count, grid) = (number(said), said.split_once("sheets of A4, ").unwrap().1);
    let (columns, rows) = (number(grid), number(grid.split_once("× ").unwrap().1.split(',').next().unwrap()));
    assert_eq!(count, columns * rows, "{said}");
    let files = desk.files();
    for sheet in ["A1".to_owned(), format!("A{columns}"), format!("{}1", char::from(b'A' + u8::try_from(rows - 1).unwrap()))] {
        assert!(files.contains(&format!("uit/reis-{sheet}.png")), "{sheet}: {files:?}");
    }
    assert_eq!(files.iter().filter(|file| file.contains(".png")).count(), count + 1, "{files:?}");
    // One of them once more has the name that it had.
    desk.run("export reis.json --paper A2 --tile A4 --dpi 30 --pages A2,B1 --to png -o weer/");
    assert!(desk.files().contains(&"weer/reis-A2.png".to_owned()), "{:?}", desk.files());
    let dutch = desk.run("export reis.json --paper A2 --tile A4 --dpi 30 --lang nl --to pdf -o uit/").err;
    assert!(dutch.contains(&format!("{count} vellen A4, {columns} × {rows}")), "{dutch}");
}

#[test]
fn a_page_that_is_not_there_is_wrong_use_and_those_that_are_there_are_said() {
    let desk = Desk::with(&[("reis.json", ZWEMBAD)]);
    let done = desk.run("export reis.json --paper A2 --tile A4 --pages Z9 -o igen.pdf");
    assert_eq!(done.code, 2, "{}", done.err);
    assert!(
        done.err.contains("there is no page Z9: there are 1 to ") && done.err.contains("and the sheets A1 to "),
        "{}",
        done.err
    );
    assert!(!done.err.contains("fault"), "{}", done.err);
    let done = desk.run("export reis.json --pages 3 -o igen.pdf");
    assert!(done.code == 2 && done.err.contains("there is no page 3: it has one"), "{}", done.err);
}

#[test]
fn a_ground_of_the_theme_is_not_left_out_without_a_word() {
    let desk = Desk::with(&[("reis.json", ZWEMBAD), ("geel.toml", "ground = \"#fff8ee\"\n")]);
    let said = |line: &str| desk.run(line).err.contains("[no-transparency]");
    assert!(said("export reis.json --theme geel.toml --transparent --dpi 30 -o a.png"));
    for quiet in
        ["--transparent --dpi 30 -o a.png", "--theme geel.toml --dpi 30 -o a.png", "--theme geel.toml --transparent -o a.svg"]
    {
        assert!(!said(&format!("export reis.json {quiet}")), "{quiet}");
    }
}

#[test]
fn a_name_that_is_not_there_is_answered_with_what_stands_on_the_poster() {
    let desk = Desk::with(&[("reis.json", include_str!("../../fixtures/planboard.json"))]);
    let done = desk.run("export reis.json --phases voor -o a.svg");
    assert!(done.code == 2 && done.err.contains("it has `Before`, `During`, `After`, `The plan breaks`"), "{}", done.err);
    let done = desk.run("export reis.json --phases Befor -o a.svg");
    assert!(done.err.contains("did you mean `Before`?"), "{}", done.err);
}

/// The longest line to write on and the width of the page, of the first page of a template.
fn longest(journey: &Journey, paper: &str) -> (f64, f64) {
    use klantreis::scene::walk::{Step, walk};
    let laid = lay_as("map", journey, paper, None);
    let page = &laid.made.pages[0];
    let mut longest: f64 = 0.0;
    let right = page.size.width.0 * 0.6;
    walk(&page.nodes, &mut |step| {
        if let Step::Path(path) = step
            && let [klantreis::scene::Segment::Move(from), klantreis::scene::Segment::Line(to)] = path.segments[..]
            && from.y == to.y
            && from.y.0 < page.size.height.0 * 0.2
            && to.x.0 > right
        {
            longest = longest.max(to.x.0 - from.x.0);
        }
    });
    (longest, page.size.width.0)
}

#[test]
fn lines_to_write_a_name_on_are_as_long_as_there_is_room() {
    let mut journey = fixture("zwembad");
    journey.phases.iter_mut().flat_map(|phase| &mut phase.cells.0).for_each(Vec::clear);
    journey.authors.clear();
    (journey.scenario, journey.question) = (None, None);
    journey.personas.clear();
    let (longest, width) = longest(&journey, "A0");
    assert!(longest > width * 0.2, "{longest} of {width}");
}

#[test]
fn a_footer_begins_where_all_else_does_and_from_the_right_where_that_is_read_so() {
    let desk = Desk::with(&[("reis.json", ZWEMBAD), ("my.toml", "footer = \"Bureau Noord\"\n")]);
    let x = |journey: &str| {
        std::fs::write(desk.path("reis.json"), journey).unwrap();
        desk.run("export reis.json --theme my.toml --paper A3 --orientation landscape -o a.svg");
        let svg = desk.text("a.svg");
        let x = |text: &str| text.split_once(" x=\"").and_then(|(_, x)| x.split(['"', ' ']).next()?.parse::<f64>().ok());
        let texts = || svg.split("<text ").skip(1);
        let footer = texts().find(|text| text.split_once('>').is_some_and(|(_, text)| text.starts_with("Bureau"))).and_then(x);
        (footer.unwrap(), texts().filter_map(x).fold(f64::INFINITY, f64::min))
    };
    let (footer, first) = x(ZWEMBAD);
    assert!(footer - first < 0.6, "{footer} {first}");
    let (mirrored, _) = x(&ZWEMBAD.replacen("\"language\": \"nl\"", "\"language\": \"ar\"", 1));
    assert!(mirrored > footer + 200.0, "{mirrored} {footer}");
}

//! What is made of layouts: scenes and sheets, each once.

use super::{Exported, MOST_PAGES, Options};
use crate::diagnostic::Diagnostic;
use crate::journey::Journey;
use crate::journey::choices::{Excerpt, Fill};
use crate::layout::drawn::page::dressed;
use crate::layout::press::press;
use crate::layout::spoken::speak;
use crate::layout::theme::Theme;
use crate::layout::tiles::tiled;
use crate::layout::{Context, Laid, Layout, Make};
use crate::meta::Meta;
use crate::paper::press::Press;
use crate::paper::tiling::Tiling;
use crate::picture::Gallery;
use crate::scene::Scene;
use crate::sheet::Sheet;
use crate::text::Typesetter;
use crate::tongue::say;

/// What layouts are given of a journey whose meta data and pictures are at hand.
pub(super) fn context<'c>(
    options: &'c Options,
    part: &'c Excerpt,
    (meta, pictures): (&'c Meta, &'c Gallery),
    typesetter: &'c Typesetter,
) -> Context<'c> {
    Context {
        meta,
        text: typesetter,
        pictures,
        paper: &options.paper,
        orientation: options.orientation.or(options.paper.written()),
        blank: options.blank || options.choices.fill != Fill::All,
        beside: &[],
        part,
        fit: options.fit,
        // What has more is refused, unless some are chosen.
        pages: if options.pages.is_some() { usize::MAX } else { MOST_PAGES },
    }
}

/// What was made of the layouts so far: each is asked once, however many formats show it beside the same others.
pub(super) struct Views<'a, 'j> {
    pub journey: &'j Journey,
    pub context: &'j Context<'j>,
    pub theme: &'j Theme,
    /// On what sheets drawings are put.
    pub tiling: Option<&'j Tiling>,
    /// What is printed around drawings.
    pub press: Option<Press>,
    pub made: Vec<Known<'a>>,
}

/// What was made of a layout, and the names of those beside it.
pub(super) struct Known<'a> {
    layout: &'a Layout<'a>,
    beside: Vec<String>,
    made: Made,
}

/// What a layout makes.
pub(super) enum Made {
    Scene(Scene),
    Sheet(Box<Sheet>),
}

impl<'a> Views<'a, '_> {
    /// What a layout makes, beside others of those names in the same file. What it has to say goes to what is exported.
    pub fn made(&mut self, layout: &'a Layout<'a>, beside: &[&str], exported: &mut Exported) -> &Made {
        let known = self.made.iter().position(|known| std::ptr::eq(known.layout, layout) && known.beside == beside);
        let index = known.unwrap_or_else(|| {
            let context = &Context { beside, ..*self.context };
            let (made, warnings) = match layout.make {
                Make::Drawn(draw) => {
                    let Laid { mut made, warnings } = dressed(draw, self.journey, context, self.theme);
                    speak(&mut made, &self.journey.language);
                    if let Some(around) = self.press {
                        press(&mut made, around);
                    }
                    match self.tiling.map(|tiling| tiled(&made, tiling, self.context.text)) {
                        Some(sheets) => (Made::Scene(sheets.made), warnings.into_iter().chain(sheets.warnings).collect()),
                        None => (Made::Scene(made), warnings),
                    }
                }
                Make::Tabular(tabular) => {
                    let Laid { made, warnings } = (tabular.fill)(self.journey, context);
                    (Made::Sheet(Box::new(made)), warnings)
                }
            };
            exported.remark(warnings.into_iter().map(|warning| named(warning, layout)).collect());
            self.made.push(Known { layout, beside: beside.iter().map(|name| (*name).to_owned()).collect(), made });
            self.made.len() - 1
        });
        &self.made[index].made
    }
}

/// A poster's fit with the name of its layout, by which that of several posters is told apart.
fn named(mut warning: Diagnostic, layout: &Layout) -> Diagnostic {
    if let Some(fit) = &mut warning.fit {
        layout.name.clone_into(&mut fit.layout);
        let message = warning.message_phrase();
        warning.say(say!("as-layout", layout = layout.name, message = message));
    }
    warning
}

//! A face ready to shape: what the shaper works out for a script is worked out once.

use std::sync::{Arc, Mutex, PoisonError};

use harfrust::{Buffer, Direction, Font, ShapeOptions, ShapePlan, ShaperFont};
use icu_properties::PropertyNamesShort;
use icu_properties::props::Script;

/// A face and the plans by which it has been shaped.
pub(in crate::text) struct Shaper {
    font: Font,
    /// By script and direction. They are few, and looked up by going through them.
    plans: Mutex<Vec<Arc<ShapePlan>>>,
}

impl Shaper {
    pub(in crate::text) fn new(font: Font) -> Self {
        Self { font, plans: Mutex::default() }
    }

    /// Shapes text of one script and one direction; no glyphs where the shaper refuses.
    pub(super) fn shape(&self, text: &str, script: Script, rtl: bool) -> Buffer {
        let direction = if rtl { Direction::RightToLeft } else { Direction::LeftToRight };
        let script = script_of(script);
        let mut buffer = Buffer::new();
        buffer.push_str(text);
        buffer.set_script(script);
        buffer.set_direction(direction);
        let plan = self.plan(script, direction);
        let options = ShapeOptions::new().plan(Some(&plan));
        if harfrust::shape(&ShaperFont::new(&self.font), &mut buffer, options).is_err() {
            // The plan is that of this script and direction, and the buffer holds text: the shaper has no other reason to refuse.
            return Buffer::new();
        }
        buffer
    }

    fn plan(&self, script: Option<harfrust::Script>, direction: Direction) -> Arc<ShapePlan> {
        let mut plans = self.plans.lock().unwrap_or_else(PoisonError::into_inner);
        let known = plans.iter().find(|plan| plan.script() == script && plan.direction() == direction);
        if let Some(plan) = known {
            return Arc::clone(plan);
        }
        let plan = Arc::new(ShapePlan::new(&self.font, direction, script, None, &[]));
        plans.push(Arc::clone(&plan));
        plan
    }
}

/// The script by the name that fonts know it by; none for what belongs to every script.
fn script_of(script: Script) -> Option<harfrust::Script> {
    if matches!(script, Script::Common | Script::Inherited | Script::Unknown) {
        return None;
    }
    PropertyNamesShort::<Script>::new().get(script)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_are_known_by_the_tags_of_fonts() {
        assert_eq!(script_of(Script::Latin), Some(harfrust::Script::LATIN));
        assert_eq!(script_of(Script::Arabic), Some(harfrust::Script::ARABIC));
        assert_eq!(script_of(Script::Common), None);
    }
}

//! The parts of a journey, each declared once: type, meaning, examples, check, normal form and schema in one.

mod grid;
mod head;
mod item;
mod link;
mod measurement;
mod opportunity;
mod persona;
mod picture;
mod storyboard;

pub use grid::{Cells, Lane, Phase, Purpose, Risk, RiskKind, Scale, Stage};
pub use head::{Author, Language, Market, Offering, OfferingKind, Question, State};
pub use item::{Evidence, Item, Level, Status};
pub use link::{Link, LinkKind};
pub(crate) use measurement::CSAT_ANSWERS;
pub use measurement::{Counts, Measurement, MeasurementKind, NpsGroup, Reading};
pub use opportunity::Opportunity;
pub use persona::{EmpathyMap, Fact, FollowUp, Intensity, Persona, PersonaKind, PersonaStatus, ProductRelation, Source};
pub use picture::Picture;
pub use storyboard::Panel;

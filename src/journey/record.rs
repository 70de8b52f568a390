//! The format, declared once: [`record!`] and [`choice!`] make a type of the model together with its way in (the check), its way
//! out (the normal form), its part of the schema and its rows in the documentation.
//!
//! A field is one entry of a declaration. What it means, whether it may be left out and an example stand beside its type; nothing
//! about it has to be said anywhere else.

use super::check::{self, Check, Fields};
use super::json::Json;
use super::raw::{Node, Type};
use super::schema::Schemas;
use super::{Lane, Stage, TermLanguage};
use crate::diagnostic::Code;
use crate::tongue::say;

/// A type that a field of the format can have. Its default is what an absent field means, and what stands in after a problem.
pub(crate) trait Value: Sized + Default {
    /// How tables name one: "text", "phase or text".
    fn name() -> String;

    /// How messages name several, and how many a list may hold.
    const MANY: (&'static str, usize) = ("texts", super::limits::TEXTS);

    /// Whether one may stand in the place of a list of them: what can be written as a text or number.
    const SINGLE: bool = false;

    /// Whether a value of this JSON type can be one. What cannot is reported by [`Value::read`].
    fn accepts(kind: Type) -> bool;

    /// Reads one, and reports what is wrong with it.
    fn read<'t>(node: &Node<'t>, check: &mut Check<'t>) -> Self;

    /// Whether it says nothing, as an object without fields may; then it counts as left out where it may be.
    fn is_nothing(&self) -> bool {
        false
    }

    /// The one way to write it; `None` for what is left out.
    fn write(&self, around: &Around) -> Option<Json>;

    /// What an editor may accept for it.
    fn schema(schemas: &mut Schemas) -> Json;

    /// How it stands in a table of plain cells.
    fn form() -> Form {
        let first = [(Type::Bool, Form::Truth), (Type::Number, Form::Number), (Type::Text, Form::Text)];
        first.into_iter().find(|(kind, _)| Self::accepts(*kind)).map_or(Form::Json, |(_, form)| form)
    }
}

/// How a value stands in a table of plain cells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Form {
    /// As itself.
    Text,
    /// As a number.
    Number,
    /// As `TRUE` or `FALSE`.
    Truth,
    /// Texts without line feeds, with a line feed between two.
    Lines,
    /// As JSON on one line.
    Json,
    /// Each of its fields in a cell of its own.
    Parts(Vec<Column>),
}

/// A field in a table of plain cells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Column {
    /// The name of the field in a document.
    pub name: &'static str,
    /// What it means, in a sentence.
    pub about: String,
    /// How its value stands in a cell.
    pub form: Form,
}

/// What the normal form of a part depends on besides the part.
#[derive(Clone, Copy)]
pub(crate) struct Around<'a> {
    pub language: TermLanguage,
    pub stages: &'a [Stage],
    pub lanes: &'a [Lane],
}

/// An object of the format.
pub(crate) trait Record: Value {
    /// The name of its type, by which the schema calls it.
    const NAME: &'static str;
    /// With its article, for messages.
    const WHAT: &'static str;
    /// What it is, in the words of its documentation.
    const ABOUT: &'static [&'static str];
    /// Its fields in the order of the normal form.
    fn fields(schemas: &mut Schemas) -> Vec<FieldInfo>;
    /// What a schema can see of what concerns several fields: further keywords for its object.
    fn rules(schemas: &mut Schemas) -> Vec<(&'static str, Json)>;
    /// The names of its fields.
    const NAMES: &'static [&'static str];
    /// Whether a value of another JSON type may stand for one, and what it then says.
    fn short(kind: Type) -> Option<&'static str>;
    /// The fields from an object, without what concerns several of them.
    fn take<'t>(fields: &mut Fields<'t>, check: &mut Check<'t>) -> Self;
    /// The one field that stands for the whole.
    fn from_short<'t>(node: &Node<'t>, check: &mut Check<'t>) -> Self;
    /// Its fields as columns, in the order of the normal form.
    fn columns() -> Vec<Column>;
    /// What concerns several fields.
    fn finish<'t>(&mut self, node: &Node<'t>, check: &mut Check<'t>);
    /// The fields that are written.
    fn entries(&self, around: &Around) -> Vec<(String, Json)>;
}

/// A field, for the schema and the documentation.
pub(crate) struct FieldInfo {
    /// The name in a document.
    pub name: &'static str,
    /// How tables name its type.
    pub shape: String,
    /// What the absence of the field means; `None` when it must be there.
    pub or: Option<&'static str>,
    /// The lines of its documentation.
    pub about: &'static [&'static str],
    /// An example of its value, as JSON.
    pub example: &'static str,
    /// Whether its value may be a text; then a blank one is a way to leave it out, where that may be done.
    pub text: bool,
    /// The schema of its value.
    pub schema: Json,
}

/// Reads an object of the format, or what stands for one.
pub(crate) fn read<'t, R: Record>(node: &Node<'t>, check: &mut Check<'t>) -> R {
    let before = check.problems.count();
    let mut record = if node.kind() != Type::Object && R::short(node.kind()).is_some() {
        R::from_short(node, check)
    } else if node.kind() != Type::Object && R::short(Type::Text).is_some() {
        check::not_a_text(node, say!("type-text-or-object"), &mut check.problems);
        return R::default();
    } else {
        let Some(mut fields) = Fields::of(node, R::WHAT, R::NAMES, check) else { return R::default() };
        R::take(&mut fields, check)
    };
    check.clean = check.problems.count() == before;
    record.finish(node, check);
    record
}

/// One value of a fixed list.
pub(crate) trait Choice: Value + Copy + 'static {
    /// The name of its type, by which the schema calls it.
    const NAME: &'static str;
    /// With its article, for messages.
    const WHAT: &'static str;
    /// What it is, in the words of its documentation.
    const ABOUT: &'static [&'static str];
    /// Every value with its name in a document and the lines of its documentation.
    const TABLE: &'static [(Self, &'static str, &'static [&'static str])];
    /// The code of the problem that there is no such value.
    const CODE: Code = Code::UnknownValue;
    /// The name of the value that is called so elsewhere.
    const MEANT: fn(&str) -> Option<&'static str> = |_| None;
}

/// Declares an object of the format.
///
/// ```text
/// record! {
///     /// What it is.
///     pub struct Name as "a name", "names" up to (limits::NAMES),
///         short text: String,     // a text stands for an object with only this field
///         id "name" from title,   // the id follows from this field when there is none
///         finish check_name,      // fn(&mut Name, &Node, &mut Check): what concerns several fields
///         trim trim_name,         // fn(&Name, &Around, &mut Vec<(String, Json)>): what the normal form leaves out
///         rules rules_of_name     // fn(&mut Schemas) -> Vec<(&str, Json)>: what a schema can see of what `finish` checks
///     {
///         /// What the field means.
///         text: String, eg r#""Hello""#;                     // must be there
///         note: Option<String>, or "–", eg r#""Goodbye""#;   // may be left out; what that means, a value in backticks
///         path: String, eg r#""a/b""#, schema path_schema;   // fn(&mut Schemas) -> Json, where the type's schema says too little
///     }
/// }
/// ```
macro_rules! record {
    (
        $(#[doc = $doc:literal])+
        pub struct $name:ident as $what:literal, $many:literal up to $most:tt
        $(, short $($short:ident : $short_type:ty)|+)?
        $(, id $id:literal from $from:ident)?
        $(, finish $finish:path)?
        $(, trim $trim:path)?
        $(, rules $rules:path)?
        {
            $(
                $(#[doc = $about:literal])+
                $field:ident $(as $json:literal)? : $type:ty $(, or $or:literal)? , eg $eg:literal $(, schema $schema:path)? ;
            )+
        }
    ) => {
        $(#[doc = $doc])+
        #[derive(Debug, Clone, PartialEq, Default)]
        pub struct $name {
            $( $(#[doc = $about])+ pub $field: $type, )+
        }

        impl $crate::journey::record::Record for $name {
            const NAME: &'static str = stringify!($name);
            const WHAT: &'static str = $what;
            const ABOUT: &'static [&'static str] = &[$($doc),+];
            const NAMES: &'static [&'static str] = &[$(field_name!($field $(as $json)?)),+];

            fn fields(schemas: &mut $crate::journey::schema::Schemas) -> Vec<$crate::journey::record::FieldInfo> {
                vec![$(
                    $crate::journey::record::FieldInfo {
                        name: field_name!($field $(as $json)?),
                        shape: <$type as $crate::journey::record::Value>::name(),
                        or: field_default!($($or)?),
                        about: &[$($about),+],
                        example: $eg,
                        text: <$type as $crate::journey::record::Value>::accepts($crate::journey::raw::Type::Text),
                        schema: $crate::journey::record::field_schema!(schemas, $type $(, $schema)?),
                    },
                )+]
            }

            fn columns() -> Vec<$crate::journey::record::Column> {
                vec![$(
                    $crate::journey::record::Column {
                        name: field_name!($field $(as $json)?),
                        about: $crate::journey::record::prose(&[$($about),+]),
                        form: <$type as $crate::journey::record::Value>::form(),
                    },
                )+]
            }

            #[allow(unused_variables, reason = "few records need more than their fields")]
            fn rules(
                schemas: &mut $crate::journey::schema::Schemas,
            ) -> Vec<(&'static str, $crate::journey::json::Json)> {
                $( return $rules(schemas); )?
                #[allow(unreachable_code, reason = "few records need more than their fields")]
                Vec::new()
            }

            fn short(kind: $crate::journey::raw::Type) -> Option<&'static str> {
                $($(
                    if <$short_type as $crate::journey::record::Value>::accepts(kind) {
                        return Some(stringify!($short));
                    }
                )+)?
                let _ = kind;
                None
            }

            fn take<'t>(
                fields: &mut $crate::journey::check::Fields<'t>,
                check: &mut $crate::journey::check::Check<'t>,
            ) -> Self {
                Self { $(
                    $field: fields.value::<$type>(field_name!($field $(as $json)?), field_default!($($or)?).is_none(), $eg, check),
                )+ }
            }

            fn from_short<'t>(
                node: &$crate::journey::raw::Node<'t>,
                check: &mut $crate::journey::check::Check<'t>,
            ) -> Self {
                #[allow(unused_mut, reason = "few records have a short form")]
                let mut record = Self::default();
                $($(
                    if <$short_type as $crate::journey::record::Value>::accepts(node.kind()) {
                        record.$short = $crate::journey::record::Value::read(node, check);
                        return record;
                    }
                )+)?
                let _ = (node, check);
                record
            }

            #[allow(unused_variables, reason = "few records need more than their fields")]
            fn finish<'t>(
                &mut self,
                node: &$crate::journey::raw::Node<'t>,
                check: &mut $crate::journey::check::Check<'t>,
            ) {
                $( self.id = check.id($id, &self.id, &self.$from, node); )?
                $( $finish(self, node, check); )?
            }

            fn entries(&self, around: &$crate::journey::record::Around) -> Vec<(String, $crate::journey::json::Json)> {
                let entries = [$(
                    (field_name!($field $(as $json)?), $crate::journey::record::Value::write(&self.$field, around)),
                )+];
                #[allow(unused_mut, reason = "few records leave more out than their empty fields")]
                let mut entries: Vec<_> =
                    entries.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))).collect();
                $( $trim(self, around, &mut entries); )?
                entries
            }
        }

        impl $crate::journey::record::Value for $name {
            const MANY: (&'static str, usize) = ($many, $most);
            const SINGLE: bool = short_forms!($($($short)+)?);

            fn name() -> String {
                $crate::journey::record::name_of::<Self>()
            }

            fn accepts(kind: $crate::journey::raw::Type) -> bool {
                kind == $crate::journey::raw::Type::Object || <Self as $crate::journey::record::Record>::short(kind).is_some()
            }

            fn read<'t>(
                node: &$crate::journey::raw::Node<'t>,
                check: &mut $crate::journey::check::Check<'t>,
            ) -> Self {
                $crate::journey::record::read(node, check)
            }

            fn is_nothing(&self) -> bool {
                // What has a field that must be there says something with it, also where that is a zero.
                let optional = [$( field_default!($($or)?).is_some() ),+];
                optional.iter().all(|optional| *optional) && *self == Self::default()
            }

            fn write(&self, around: &$crate::journey::record::Around) -> Option<$crate::journey::json::Json> {
                Some($crate::journey::json::Json::Object($crate::journey::record::Record::entries(self, around)))
            }

            fn schema(schemas: &mut $crate::journey::schema::Schemas) -> $crate::journey::json::Json {
                schemas.record::<Self>()
            }

            fn form() -> $crate::journey::record::Form {
                $crate::journey::record::Form::Parts(<Self as $crate::journey::record::Record>::columns())
            }
        }
    };
}

/// The name of a field in a document.
macro_rules! field_name {
    ($field:ident) => {
        stringify!($field)
    };
    ($field:ident as $json:literal) => {
        $json
    };
}

/// What the absence of a field means; `None` when it must be there.
macro_rules! field_default {
    () => {
        None::<&'static str>
    };
    ($or:literal) => {
        Some($or)
    };
}

/// The schema of a field: its own, else that of its type.
macro_rules! field_schema {
    ($schemas:ident, $type:ty) => {
        <$type as $crate::journey::record::Value>::schema($schemas)
    };
    ($schemas:ident, $type:ty, $own:path) => {
        $own($schemas)
    };
}

/// Whether there is a short form.
macro_rules! short_forms {
    () => {
        false
    };
    ($($short:ident)+) => {
        true
    };
}

/// Declares a choice of the format: a text of a fixed list.
macro_rules! choice {
    (
        $(#[doc = $doc:literal])+
        pub enum $name:ident as $what:literal $(, meant by $meant:path, else $code:path)? {
            $first:ident = $first_json:literal, $first_about:literal;
            $( $variant:ident = $json:literal, $about:literal; )*
        }
    ) => {
        $(#[doc = $doc])+
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
        pub enum $name {
            #[doc = $first_about]
            #[default]
            $first,
            $( #[doc = $about] $variant, )*
        }

        impl $name {
            /// Every value, in the order of the documentation.
            pub const ALL: &'static [Self] = &[Self::$first $(, Self::$variant)*];

            /// The name in a document.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self {
                    Self::$first => $first_json,
                    $( Self::$variant => $json, )*
                }
            }

            /// The value of that name in a document.
            #[must_use]
            pub fn from_name(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.name() == name)
            }
        }

        impl $crate::journey::record::Choice for $name {
            const NAME: &'static str = stringify!($name);
            const WHAT: &'static str = $what;
            const ABOUT: &'static [&'static str] = &[$($doc),+];
            const TABLE: &'static [(Self, &'static str, &'static [&'static str])] =
                &[(Self::$first, $first_json, &[$first_about]) $(, (Self::$variant, $json, &[$about]))*];
            $(
                const MEANT: fn(&str) -> Option<&'static str> = $meant;
                const CODE: $crate::diagnostic::Code = $code;
            )?
        }

        impl $crate::journey::record::Value for $name {
            fn name() -> String {
                $crate::journey::record::choice_name::<Self>()
            }

            fn accepts(kind: $crate::journey::raw::Type) -> bool {
                kind == $crate::journey::raw::Type::Text
            }

            fn read<'t>(
                node: &$crate::journey::raw::Node<'t>,
                check: &mut $crate::journey::check::Check<'t>,
            ) -> Self {
                $crate::journey::check::choice(node, check).unwrap_or_default()
            }

            fn write(&self, _: &$crate::journey::record::Around) -> Option<$crate::journey::json::Json> {
                Some($crate::journey::json::Json::text($name::name(*self)))
            }

            fn schema(schemas: &mut $crate::journey::schema::Schemas) -> $crate::journey::json::Json {
                schemas.choice::<Self>()
            }
        }
    };
}

pub(crate) use {choice, field_default, field_name, field_schema, record, short_forms};

/// How tables name a record: "author or text".
pub(crate) fn name_of<R: Record>() -> String {
    let name = without_article(R::WHAT);
    let shorts = [(Type::Text, "text"), (Type::Number, "number")];
    let shorts = shorts.into_iter().filter(|(kind, _)| R::short(*kind).is_some()).map(|(_, word)| word);
    std::iter::once(name).chain(shorts).collect::<Vec<_>>().join(" or ")
}

/// How tables name a choice: its values, when they are few.
pub(crate) fn choice_name<C: Choice>() -> String {
    const FEW: usize = 6;
    let values: Vec<_> = C::TABLE.iter().map(|(_, name, _)| format!("`{name}`")).collect();
    match values.split_last() {
        Some((last, rest)) if (1..FEW).contains(&rest.len()) => format!("{} or {last}", rest.join(", ")),
        _ => without_article(C::WHAT).to_owned(),
    }
}

/// "an author" without its article.
pub(crate) fn without_article(what: &str) -> &str {
    what.trim_start_matches("an ").trim_start_matches("a ").trim_start_matches("the ")
}

/// The lines of a documentation comment as one text.
pub(crate) fn prose(lines: &[&str]) -> String {
    lines.iter().map(|line| line.trim()).collect::<Vec<_>>().join(" ")
}

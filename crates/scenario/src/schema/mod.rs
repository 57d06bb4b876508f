//! The file format, by version. Everything about names of fields in files is here; the model knows nothing of it.

mod fields;
mod places;
mod scalar;
pub(crate) mod v1;

pub(crate) use fields::{Cx, Fields, Read};
pub(crate) use places::{Entry, Names, Places, Table, UNRESOLVED};
pub(crate) use scalar::{Metres, Percent, PercentPoints, Seconds};

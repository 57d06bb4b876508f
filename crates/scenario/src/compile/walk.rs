//! Looks into conditions, however deep.

use crate::model::Condition;

/// Visits the conditions that must hold for this one to hold: itself, and the parts of an `All`.
pub(crate) fn needed<'a>(condition: &'a Condition, visit: &mut impl FnMut(&'a Condition)) {
    visit(condition);
    if let Condition::All(parts) = condition {
        for part in parts {
            needed(part, visit);
        }
    }
}

//! What a teacher can do next: practice history and recommendation.

//! proeflesctl: everything that needs no screen.

fn main() {}

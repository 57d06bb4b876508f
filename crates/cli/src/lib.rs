//! proeflesctl: everything that needs no screen.

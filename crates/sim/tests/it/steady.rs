//! What a tick costs in memory.

use proefles_sim::{Event, Session};

use crate::common::load;

#[test]
fn a_tick_of_a_steady_class_allocates_nothing() {
    let mut session = Session::new(load("crates/sim/data/reference.scenario.ron"), 3);
    let mut events: Vec<Event> = Vec::with_capacity(4096);
    let mut ticks = |count: u32| {
        for _ in 0..count {
            session.tick();
            session.move_events(&mut events);
        }
        events.len()
    };
    // Everything that grows has grown after some minutes.
    ticks(3000);
    let mut seen = 0;
    let allocated = allocation_counter::measure(|| seen = ticks(2000));
    assert!(seen > 500, "things happened: {seen} events");
    assert_eq!(allocated.count_total, 0, "{allocated:?}");
}

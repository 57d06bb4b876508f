//! What a student who is on task does now: it follows from the phase, the network and what lies on the desk.

use proefles_scenario::{Activity, Behaviour, Device, Network, Phase, ScreenState, StudentId};

use crate::rng::{self, Purpose};
use crate::rules::params;

/// What the class works with now.
#[derive(Debug, Clone, Copy)]
pub struct Setting<'a> {
    /// The phase that is on.
    pub phase: &'a Phase,
    /// The network.
    pub network: Network,
    /// Whether the teacher has said how the lesson goes on without it.
    pub plan_b: bool,
}

impl Setting<'_> {
    /// Whether the task is on the network.
    pub fn online(self) -> bool {
        self.phase.online && !self.plan_b
    }

    /// Whether the lesson stands still for lack of it.
    pub fn stopped(self) -> bool {
        self.online() && self.network == Network::Down
    }
}

/// The on-task behaviour of a student. `draw_tick` keys the variation among equals.
pub fn task_behaviour(setting: Setting<'_>, device: Device, key: (u64, StudentId, u32)) -> Behaviour {
    let p = params();
    let (seed, id, draw_tick) = key;
    let unit = rng::unit(seed, id.0, draw_tick, Purpose::Task);
    if setting.stopped() {
        return Behaviour::Waiting;
    }
    let paper = device == Device::Notebook || !setting.online();
    match setting.phase.activity {
        Activity::Explain => Behaviour::OnListen,
        Activity::Discussion if unit < p.discussion_talk_share => Behaviour::OnTalk,
        Activity::Discussion => Behaviour::OnListen,
        Activity::Pairs if unit < p.pairs_talk_share => Behaviour::OnTalk,
        Activity::Pairs if paper => Behaviour::OnWrite,
        Activity::Pairs => Behaviour::OnScreen,
        Activity::Individual if unit < p.read_share => Behaviour::OnRead,
        Activity::Individual if paper => Behaviour::OnWrite,
        Activity::Individual => Behaviour::OnScreen,
        Activity::Quiz if paper => Behaviour::OnWrite,
        Activity::Quiz if unit < p.quiz_read_share => Behaviour::OnRead,
        Activity::Quiz => Behaviour::OnScreen,
        Activity::Transition => Behaviour::Waiting,
    }
}

/// What the screen of a student on task shows.
pub fn task_screen(setting: Setting<'_>, device: Device, locked: bool, lid_down: bool) -> ScreenState {
    let phase = setting.phase;
    if device == Device::Notebook || lid_down {
        ScreenState::Off
    } else if locked {
        ScreenState::Locked
    } else if !setting.online() {
        if phase.activity == Activity::Explain { ScreenState::Task } else { ScreenState::Off }
    } else {
        match setting.network {
            Network::Down => ScreenState::Offline,
            Network::Slow => ScreenState::Loading,
            Network::Up if phase.activity == Activity::Quiz => ScreenState::Quiz,
            Network::Up => ScreenState::Task,
        }
    }
}

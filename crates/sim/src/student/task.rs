//! What a student who is on task does now: it follows from the phase, the network and what lies on the desk.

use proefles_scenario::{Activity, Behaviour, Device, Network, Phase, ScreenState, StudentId};

use crate::rng::{self, Purpose};
use crate::rules::params;

/// What the class works with now.
#[derive(Debug, Clone, Copy)]
pub struct Setting<'a> {
    /// The phase that is on.
    pub phase: &'a Phase,
    /// What the class does: the phase's activity, or what the teacher made of it.
    pub activity: Activity,
    /// Whether the class works in groups that the teacher made.
    pub grouped: bool,
    /// The network.
    pub network: Network,
    /// The learning platform, on which the task lies.
    pub platform: Network,
    /// Nobody can log in who is not in yet.
    pub login_down: bool,
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
        self.online() && self.connection() == Network::Down
    }

    /// How well the task can be reached.
    fn connection(self) -> Network {
        self.network.max(self.platform)
    }
}

/// What a student works with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kit {
    /// What lies on the desk.
    pub device: Device,
    /// Its battery is empty.
    pub battery_empty: bool,
    /// Locked by the teacher.
    pub locked: bool,
    /// The lid is half down, or the tablet lies on its face.
    pub lid_down: bool,
    /// They are logged in to the task of this phase.
    pub logged_in: bool,
}

impl Kit {
    /// Whether there is a screen that works.
    pub fn has_screen(self) -> bool {
        self.device != Device::Notebook && !self.battery_empty
    }

    /// Whether the student cannot work for lack of the network, the platform or a login.
    pub fn stopped(self, setting: Setting<'_>) -> bool {
        setting.stopped() || setting.online() && setting.login_down && self.has_screen() && !self.logged_in
    }
}

/// The on-task behaviour of a student. `draw_tick` keys the variation among equals.
pub fn task_behaviour(setting: Setting<'_>, kit: Kit, key: (u64, StudentId, u32)) -> Behaviour {
    let p = params();
    let (seed, id, draw_tick) = key;
    let unit = rng::unit(seed, id.0, draw_tick, Purpose::Task);
    if kit.stopped(setting) {
        return Behaviour::Waiting;
    }
    let paper = !kit.has_screen() || !setting.online();
    match setting.activity {
        Activity::Explain => Behaviour::OnListen,
        Activity::Discussion if unit < p.discussion_talk_share => Behaviour::OnTalk,
        Activity::Discussion => Behaviour::OnListen,
        Activity::Pairs if unit < p.pairs_talk_share => Behaviour::OnTalk,
        Activity::Pairs if paper => Behaviour::OnWrite,
        Activity::Pairs => Behaviour::OnScreen,
        Activity::Individual if kit.device == Device::Headset && !paper => Behaviour::DevVrClass,
        Activity::Individual if unit < p.read_share => Behaviour::OnRead,
        Activity::Individual if paper => Behaviour::OnWrite,
        Activity::Individual => Behaviour::OnScreen,
        Activity::Quiz if paper => Behaviour::OnWrite,
        Activity::Quiz if unit < p.quiz_read_share => Behaviour::OnRead,
        Activity::Quiz => Behaviour::DevQuiz,
        Activity::Transition => Behaviour::Waiting,
    }
}

/// What the screen of a student on task shows.
pub fn task_screen(setting: Setting<'_>, kit: Kit) -> ScreenState {
    if kit.device == Device::Notebook {
        ScreenState::Off
    } else if kit.battery_empty {
        ScreenState::EmptyBattery
    } else if kit.lid_down {
        ScreenState::Off
    } else if kit.locked {
        ScreenState::Locked
    } else if !setting.online() {
        if setting.activity == Activity::Explain { ScreenState::Task } else { ScreenState::Off }
    } else if setting.connection() == Network::Up && setting.login_down && !kit.logged_in {
        ScreenState::Login
    } else {
        match setting.connection() {
            Network::Down => ScreenState::Offline,
            Network::Slow => ScreenState::Loading,
            Network::Up if setting.activity == Activity::Quiz => ScreenState::Quiz,
            Network::Up => ScreenState::Task,
        }
    }
}

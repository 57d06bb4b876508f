//! Incidents that an author lets happen: what each does, and how it ends.

use proefles_scenario::{Behaviour, BoardShow, IncidentKind, Network, ScreenState, StudentId, TextId};

use crate::event::{Cause, EventKind};
use crate::rng::{self, Purpose};
use crate::rules::affect::Feeling;
use crate::rules::params;
use crate::session::Session;

impl Session {
    /// Something befalls the class, or `struck`; everybody if none are named. It lasts `ticks`, or until it is mended.
    pub(crate) fn befall(
        &mut self,
        kind: IncidentKind,
        struck: Option<Vec<StudentId>>,
        ticks: Option<u32>,
        text: Option<TextId>,
    ) {
        self.emit(EventKind::IncidentBegan(kind));
        let now = self.lesson_now();
        self.lesson.incidents.retain(|&(other, _)| other != kind);
        self.lesson.incidents.push((kind, ticks.map(|ticks| now + ticks)));
        let named = struck.is_some();
        let struck = struck.unwrap_or_else(|| self.scenario.student_ids().collect());
        match kind {
            IncidentKind::LoginDown => self.log_out(&struck, named),
            IncidentKind::WrongScreen => text.into_iter().for_each(|text| self.show_on_board(BoardShow::Private(text))),
            _ => {}
        }
        self.set_systems(kind);
        self.strike(kind, &struck, ticks);
    }

    /// What an incident has broken works again.
    pub(crate) fn mend(&mut self, kind: IncidentKind) {
        let before = self.lesson.incidents.len();
        self.lesson.incidents.retain(|&(other, _)| other != kind);
        if self.lesson.incidents.len() < before {
            self.emit(EventKind::IncidentEnded(kind));
            self.set_systems(kind);
            match kind {
                IncidentKind::WrongScreen if matches!(self.board, BoardShow::Private(_)) => {
                    self.show_on_board(self.board_under);
                }
                IncidentKind::BatteryEmpty => self.fill_batteries(),
                _ => {}
            }
        }
    }

    /// Once a second: what has lasted long enough is over.
    pub(crate) fn end_incidents(&mut self) {
        let now = self.lesson_now();
        while let Some(&(kind, _)) =
            self.lesson.incidents.iter().find(|(_, until)| until.is_some_and(|until| until <= now))
        {
            self.mend(kind);
        }
    }

    /// Whether an incident of this kind goes on.
    pub(crate) fn goes_on(&self, kind: IncidentKind) -> bool {
        self.incidents().any(|on| on == kind)
    }

    /// The technology of the room is as the incidents that go on leave it, after one of this kind has begun or ended.
    fn set_systems(&mut self, kind: IncidentKind) {
        let worst = |of: fn(IncidentKind) -> Option<Network>, session: &Self| {
            session.incidents().filter_map(of).max().unwrap_or(Network::Up)
        };
        if network(kind).is_some() {
            self.set_network(worst(network, self));
        }
        if platform(kind).is_some() {
            self.set_platform(worst(platform, self));
        }
        if kind == IncidentKind::LoginDown {
            self.connection_changed(!self.goes_on(kind));
        }
        if hides_the_board(kind) {
            self.set_board_by_incidents();
        }
    }

    /// The latest incident of the board shows; without one, the laptop's picture, or what the teacher has frozen.
    fn set_board_by_incidents(&mut self) {
        let shows = self.lesson.incidents.iter().rev().find_map(|&(kind, _)| match kind {
            IncidentKind::PowerCut => Some(BoardShow::Off),
            IncidentKind::BoardNoSignal => Some(BoardShow::NoSignal),
            IncidentKind::BoardLoading => Some(BoardShow::Loading),
            _ => None,
        });
        let own = if self.board_hidden { BoardShow::Frozen } else { self.board_under };
        self.set_board(shows.unwrap_or(own));
    }

    fn set_platform(&mut self, platform: Network) {
        if self.platform != platform {
            self.platform = platform;
            self.connection_changed(platform == Network::Up);
        }
    }

    /// Every battery is full again.
    fn fill_batteries(&mut self) {
        for id in self.scenario.student_ids() {
            if std::mem::take(&mut self.students[id.index()].battery_empty) {
                self.replan(id, params().taken_up_least, params().network_taken_up);
            }
        }
    }

    /// What the incident does to those whom it strikes.
    fn strike(&mut self, kind: IncidentKind, struck: &[StudentId], ticks: Option<u32>) {
        use Behaviour as B;
        use IncidentKind as I;
        let ticks = ticks.unwrap_or(params().battery_lasts);
        let (behaviour, screen) = match kind {
            I::BatteryEmpty => (B::DevBatt, Some(ScreenState::EmptyBattery)),
            I::Updating => (B::HelpTech, Some(ScreenState::Updating)),
            I::Frozen => (B::HelpTech, Some(ScreenState::Loading)),
            I::Blocked => (B::HelpTech, Some(ScreenState::Blocked)),
            I::WorkLost => (B::HelpTech, Some(ScreenState::Task)),
            I::Notifications => (B::DevNotif, None),
            I::NoAccess => (B::DevAccess, None),
            I::ClassChat => (B::DevChat, Some(ScreenState::Chat)),
            I::HurtfulPost => (B::DevCyber, Some(ScreenState::Chat)),
            I::AiAnswers => (B::DevAi, Some(ScreenState::AiAnswer)),
            I::Copying => (B::DevPlagiat, None),
            I::PrivacyQuestion => (B::DevPriv, None),
            I::LateArrival => (B::Late, None),
            I::Teasing => (B::Tease, None),
            I::Pushing => (B::Phys, None),
            I::Announcement | I::Visitor | I::Insect | I::Siren | I::Snow => return self.turn_heads(ticks),
            I::Bell => {
                self.emit(EventKind::BellRang);
                return self.turn_heads(ticks);
            }
            _ => return,
        };
        for &id in struck {
            if self.students[id.index()].behaviour != B::Withdraw {
                self.strike_one(kind, id, behaviour, screen, ticks);
            }
        }
    }

    fn strike_one(
        &mut self,
        kind: IncidentKind,
        id: StudentId,
        behaviour: Behaviour,
        screen: Option<ScreenState>,
        ticks: u32,
    ) {
        let has_screen = self.scenario.student(id).device != proefles_scenario::Device::Notebook;
        if screen.is_some() && !has_screen {
            return;
        }
        let about = self.victim(id, behaviour);
        let state = &mut self.students[id.index()];
        match kind {
            IncidentKind::BatteryEmpty => state.battery_empty = true,
            IncidentKind::NoAccess => state.lacks_tool = true,
            IncidentKind::WorkLost => {
                state.progress = 0.0;
                state.affect.stir(Feeling::Frustration, params().reprimand_frustrates);
            }
            _ => {}
        }
        let until = self.lesson_now() + ticks;
        self.change_behaviour(id, behaviour, Cause::Author, until, about);
        self.students[id.index()].held = behaviour.on_task();
        if let Some(screen) = screen {
            self.set_screen(id, screen);
        }
        if matches!(kind, IncidentKind::HurtfulPost | IncidentKind::Pushing)
            && let Some(other) = about
        {
            let until = self.lesson_now() + params().hurt_length;
            self.change_behaviour(other, Behaviour::Withdraw, Cause::Peer(id), until, Some(id));
        }
    }

    /// With whom, or against whom: the nearest who is not a friend, or the nearest of all.
    fn victim(&self, id: StudentId, behaviour: Behaviour) -> Option<StudentId> {
        use Behaviour as B;
        if !matches!(behaviour, B::Tease | B::Phys | B::DevCyber | B::DevPlagiat) {
            return None;
        }
        let friends = &self.scenario.student(id).friends;
        let near = &self.plan.neighbours[id.index()].near;
        let anybody = || self.scenario.student_ids().find(|other| *other != id);
        near.iter().find(|other| !friends.contains(other)).or(near.first()).copied().or_else(anybody)
    }

    /// Most who do not ask for something look up and around for a while.
    fn turn_heads(&mut self, ticks: u32) {
        let now = self.lesson_now();
        for id in self.scenario.student_ids() {
            let state = &self.students[id.index()];
            let free = crate::student::interruptible(state.behaviour) && !state.held;
            if free && self.unit(id, Purpose::Notify) < params().heads_turn {
                let lasts = rng::between(self.seed, id.0, now, Purpose::Duration, ticks / 3, ticks.max(1));
                self.change_behaviour(id, Behaviour::OffEnv, Cause::Author, now + lasts, None);
            }
        }
    }

    /// Whom an author names is thrown out; else those go on who are in.
    fn log_out(&mut self, struck: &[StudentId], named: bool) {
        let online = self.setting(&self.scenario).online();
        for &id in struck {
            let state = &mut self.students[id.index()];
            state.logged_in &= !named;
            if !named && online && crate::student::is_on_a_device(state.behaviour) {
                state.logged_in = true;
            }
        }
    }
}

/// How the network is while this goes on, if it touches it.
fn network(kind: IncidentKind) -> Option<Network> {
    match kind {
        IncidentKind::NetworkDown | IncidentKind::PowerCut => Some(Network::Down),
        IncidentKind::NetworkSlow => Some(Network::Slow),
        _ => None,
    }
}

/// How the learning platform is while this goes on, if it touches it.
fn platform(kind: IncidentKind) -> Option<Network> {
    match kind {
        IncidentKind::PlatformDown => Some(Network::Down),
        IncidentKind::PlatformSlow => Some(Network::Slow),
        _ => None,
    }
}

/// Whether the laptop's picture does not come through while this goes on.
fn hides_the_board(kind: IncidentKind) -> bool {
    matches!(kind, IncidentKind::PowerCut | IncidentKind::BoardNoSignal | IncidentKind::BoardLoading)
}

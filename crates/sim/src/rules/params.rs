//! Every number of the behaviour rules, in one place, with its unit and where it comes from.
//!
//! Marks: *lit* is a published figure; *fit* was chosen so that a reference lesson lands on published statistics;
//! *set* is ours and waits for data. The sources are named in `docs/BEHAVIOUR.md`.

/// Lapses per second of an average student who is not in a refractory time. *fit*: 29 % off task (Godwin et al.).
pub const LAPSE_PER_S: f32 = 0.0155;
/// How much longer lapses become likely with the length of an activity: share per 10 minutes. *set*, direction Bunce 2010.
pub const LAPSE_PER_10_MIN_OF_ACTIVITY: f32 = 0.25;
/// The same with the length of the lesson: share per 45 minutes. *set*, direction Farley 2013.
pub const LAPSE_PER_45_MIN_OF_LESSON: f32 = 0.3;
/// Lapse factors by activity. *fit*: whole class most, small groups least (Godwin et al.); a poll lowers lapses (Bunce 2010).
pub const LAPSE_EXPLAIN: f32 = 1.25;
/// Individual work.
pub const LAPSE_INDIVIDUAL: f32 = 1.0;
/// Work in pairs.
pub const LAPSE_PAIRS: f32 = 0.75;
/// A live quiz.
pub const LAPSE_QUIZ: f32 = 0.6;
/// A discussion.
pub const LAPSE_DISCUSSION: f32 = 1.1;
/// Between activities.
pub const LAPSE_TRANSITION: f32 = 1.6;
/// When the lesson has stopped and nobody said what to do. *set*: chatter rises within 30–60 s of an outage.
pub const LAPSE_STOPPED: f32 = 3.2;
/// Time in which that grows to its full size, ticks.
pub const STOPPED_RAMP_TICKS: u32 = 450;

/// Of the lapses, where they turn: peers, self, surroundings, supplies, other. *fit*: 45/18/16/11/10 % of off-task time.
pub const LAPSE_KINDS: [f32; 5] = [0.22, 0.20, 0.34, 0.12, 0.12];
/// The same while the lesson stands still: talk comes first. *set*.
pub const LAPSE_KINDS_STOPPED: [f32; 5] = [0.62, 0.08, 0.08, 0.06, 0.16];
/// Mean length of a bout of each kind, ticks. *fit*, same table.
pub const BOUT_TICKS: [u32; 5] = [700, 400, 180, 400, 350];
/// Share of self-distraction that goes to the screen where one is open. *set*: two in three with laptops in lectures.
pub const SCREEN_SHARE: f32 = 0.5;
/// Of that, the share that is a phone under the desk.
pub const PHONE_SHARE: f32 = 0.25;

/// Quiet time after a bout that ended by itself, ticks. *set*.
pub const REFRACTORY_SELF_TICKS: u32 = 200;
/// Quiet time after the teacher ended a bout, ticks. *set*.
pub const REFRACTORY_ANSWERED_TICKS: u32 = 1200;

/// The chance that a neighbour joins a chat. *set*.
pub const JOIN_CHAT: f32 = 0.6;
/// How much each chatting neighbour adds to the hazard. *set*.
pub const CHAT_NEIGHBOUR: f32 = 0.6;
/// Hazard per second of watching an off-task screen in view. *set*; that it harms the viewer: Sana et al. 2013.
pub const VIEW_PER_S: f32 = 0.004;
/// The chance that a neighbour laughs along with somebody who clowns or calls out. *set*.
pub const JOIN_LAUGH: f32 = 0.45;

/// Grace before unanswered chatter can escalate, ticks. *set*.
pub const ESCALATE_GRACE_TICKS: u32 = 450;
/// Hazard of escalation after that, per second. *fit*.
pub const ESCALATE_PER_S: f32 = 0.0025;

/// The teacher is within reach: closer than this, millimetres. *lit*: proximity control.
pub const REACH_MM: i32 = 1500;
/// How much sooner off-task behaviour ends within reach. *set*, direction: proximity lowers disruption.
pub const REACH_ENDS: f32 = 7.8;
/// A look works after this long, ticks. *set*.
pub const LOOK_TICKS: u32 = 7;
/// The chance that a look stops private off-task behaviour, and that of neighbours. *set*.
pub const LOOK_STOPS: [f32; 2] = [0.5, 0.25];

/// Compliance with a mild reprimand in private. *lit*: about 95 % (Maag 2001).
pub const COMPLY_BASE: f32 = 0.95;
/// Less for each level of disruption. *set*.
pub const COMPLY_PER_LEVEL: f32 = 0.1;
/// Less when said before the class. *set*.
pub const COMPLY_PUBLIC: f32 = 0.2;
/// Less for each repetition within two minutes. *set*.
pub const COMPLY_REPEAT: f32 = 0.1;
/// A kind word in private helps who has withdrawn to take part again after this long, ticks. *set*.
pub const COMFORT_TICKS: u32 = 80;
/// Respect lost by a public reprimand. *set*.
pub const RESPECT_PUBLIC: f32 = 0.1;
/// Respect lost by friends of the reprimanded, as a share. *set*.
pub const RESPECT_FRIENDS: f32 = 0.5;

/// Engagement gained by specific and by general praise. *set*; direction: Caldarella et al. 2020.
pub const PRAISE_ENGAGES: [f32; 2] = [0.08, 0.03];
/// What a clear instruction adds to attention. *set*.
pub const INSTRUCTION_ATTENTION: f32 = 0.25;
/// For how long it halves lapses, ticks. *set*.
pub const INSTRUCTION_TICKS: u32 = 1200;
/// Help requests per second of a student at work. *set*.
pub const HELP_PER_S: f32 = 0.0009;
/// The share of students who put a hand up right after an outage. *set*.
pub const HELP_TECH_SHARE: f32 = 0.25;
/// The chance of an average student to put a hand up for a question to the class. *set*.
pub const HAND: f32 = 0.35;
/// What three seconds of waiting multiply that by. *set*, direction: wait time of 3 s brings more answers.
pub const HAND_WAIT: f32 = 1.6;
/// How long a hand stays up, ticks: an average student's patience. *set*: 20–60 s.
pub const PATIENCE_TICKS: u32 = 350;

/// Earliest and latest start of a reaction to the teacher, ticks. The latest is 600 ms.
pub const REACTION_TICKS: (u32, u32) = (2, 6);
/// Walking pace, millimetres per tick.
pub const WALK_MM_PER_TICK: i32 = 120;
/// How long waiting in silence goes on if nothing else is done, ticks.
pub const WAIT_TICKS: u32 = 60;

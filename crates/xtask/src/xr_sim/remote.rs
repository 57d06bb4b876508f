//! Moves the simulated head and hands: a packet over TCP replaces the whole state. The layout is that of Monado's remote
//! driver, on machines of 64 bits with the lowest byte first.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::time::{Duration, Instant};

use super::service::pause;

/// Starts every packet.
const HEADER: &[u8; 8] = b"mndrmt3\0";
/// Length of a packet in bytes.
const PACKET: usize = 376;
/// Longest time to wait for the service.
const PATIENCE: Duration = Duration::from_secs(20);

/// Where something is and how it is turned, in the room of the headset: `y` up, ahead is `-z`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pose {
    /// Place in metres.
    pub position: [f32; 3],
    /// Turn as a quaternion, `x y z w`.
    pub rotation: [f32; 4],
}

impl Pose {
    /// At a place, turned to the left by `yaw` and then up by `pitch`, in degrees.
    pub fn new(position: [f32; 3], yaw: f32, pitch: f32) -> Self {
        let (sy, cy) = (yaw.to_radians() / 2.0).sin_cos();
        let (sp, cp) = (pitch.to_radians() / 2.0).sin_cos();
        Self { position, rotation: [cy * sp, sy * cp, -sy * sp, cy * cp] }
    }
}

/// How far the fingers are bent, 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Curl {
    /// The little finger, and on to the thumb.
    pub fingers: [f32; 5],
}

/// A hand with its controller, which is one of Valve's Index.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Controller {
    /// Where it is.
    pub pose: Pose,
    /// Whether it is there at all.
    pub is_active: bool,
    /// Whether the hand's joints are seen.
    pub has_hand: bool,
    /// How far the fingers are bent.
    pub curl: Curl,
    /// How far the trigger is pulled, 0 to 1.
    pub trigger: f32,
    /// How firmly it is held, 0 to 1.
    pub squeeze: f32,
    /// The stick: right and ahead, -1 to 1.
    pub stick: [f32; 2],
    /// The button A.
    pub a: bool,
    /// The button B.
    pub b: bool,
    /// Whether the stick is pressed.
    pub stick_click: bool,
}

/// The whole state.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct State {
    /// The head.
    pub head: Pose,
    /// The left hand and the right hand.
    pub hands: [Controller; 2],
}

impl Default for State {
    /// Somebody who stands, with both hands before the chest.
    fn default() -> Self {
        let hand = |x| Controller {
            pose: Pose::new([x, 1.25, -0.4], 0.0, 0.0),
            is_active: true,
            has_hand: true,
            curl: Curl::default(),
            trigger: 0.0,
            squeeze: 0.0,
            stick: [0.0; 2],
            a: false,
            b: false,
            stick_click: false,
        };
        Self { head: Pose::new([0.0, 1.65, 0.0], 0.0, 0.0), hands: [hand(-0.2), hand(0.2)] }
    }
}

impl State {
    fn packet(&self) -> Vec<u8> {
        let mut packet = Packet(HEADER.to_vec());
        for _eye in 0..2 {
            // Field of view and pose of an eye, not valid: the headset has its own.
            packet.floats(&[0.0; 4]).pose(&Pose { position: [0.0; 3], rotation: [0.0, 0.0, 0.0, 1.0] }).zeros(4);
        }
        packet.pose(&self.head).zeros(4);
        for hand in &self.hands {
            packet.controller(hand);
        }
        packet.0
    }
}

struct Packet(Vec<u8>);

impl Packet {
    fn floats(&mut self, floats: &[f32]) -> &mut Self {
        self.0.extend(floats.iter().flat_map(|float| float.to_le_bytes()));
        self
    }

    fn zeros(&mut self, count: usize) -> &mut Self {
        self.0.extend(std::iter::repeat_n(0, count));
        self
    }

    fn pose(&mut self, pose: &Pose) -> &mut Self {
        self.floats(&pose.rotation).floats(&pose.position)
    }

    fn controller(&mut self, hand: &Controller) {
        // Speeds are not given: two of three numbers.
        self.pose(&hand.pose).floats(&[0.0; 6]).floats(&hand.curl.fingers);
        self.floats(&[hand.trigger, hand.squeeze, hand.squeeze]).floats(&hand.stick);
        // The pad: force and place.
        self.floats(&[0.0; 3]);
        let pulled = hand.trigger > 0.7;
        let buttons = [
            hand.has_hand && hand.is_active,
            hand.is_active,
            false,
            false,
            hand.a,
            hand.a,
            hand.b,
            hand.b,
            pulled,
            pulled,
            hand.stick_click,
            hand.stick_click,
            false,
        ];
        self.0.extend(buttons.map(u8::from));
        self.zeros(3);
    }
}

/// A connection to the service.
#[derive(Debug)]
pub struct Remote {
    stream: TcpStream,
    /// The state that [`Remote::send`] sends.
    pub state: State,
}

impl Remote {
    /// Connects to the service at a port of this machine.
    ///
    /// # Errors
    /// If nobody answers there.
    pub fn connect(port: u16) -> std::io::Result<Self> {
        let start = Instant::now();
        let mut stream = loop {
            match TcpStream::connect((Ipv4Addr::LOCALHOST, port)) {
                Ok(stream) => break stream,
                Err(error) if start.elapsed() > PATIENCE => return Err(error),
                Err(_) => pause(Duration::from_millis(50)),
            }
        };
        // It greets with its first state and its latest.
        stream.read_exact(&mut [0; 2 * PACKET])?;
        Ok(Self { stream, state: State::default() })
    }

    /// Sends the state.
    ///
    /// # Errors
    /// If the service has gone.
    pub fn send(&mut self) -> std::io::Result<()> {
        self.stream.write_all(&self.state.packet())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_packet_has_the_layout_of_the_driver() {
        let mut state = State::default();
        state.hands[1].trigger = 1.0;
        let packet = state.packet();
        assert_eq!(packet.len(), PACKET);
        assert_eq!(&packet[..8], HEADER);
        let float = |at: usize| f32::from_le_bytes(packet[at..at + 4].try_into().unwrap());
        // After two eyes of 48 bytes: the head's turn, then its place.
        assert_eq!((float(8 + 96 + 12), float(8 + 96 + 20)), (1.0, 1.65));
        let right = PACKET - 120;
        assert_eq!(float(right + 28 + 24 + 20), 1.0, "the right trigger");
        assert_eq!(&packet[right + 104..right + 106], [1, 1], "a hand that is there");
        assert_eq!(packet[right + 112], 1, "the trigger is pulled");
    }

    #[test]
    fn turning_to_the_left_is_positive_and_so_is_looking_up() {
        let [x, y, _, _] = Pose::new([0.0; 3], 90.0, 0.0).rotation;
        assert!(x.abs() < 1e-6 && y > 0.7);
        let [x, y, _, _] = Pose::new([0.0; 3], 0.0, 30.0).rotation;
        assert!(x > 0.25 && y.abs() < 1e-6);
    }
}

//! What the project needs from the system, why, and its name on each kind of system.

/// One thing to have.
#[derive(Debug, PartialEq, Eq)]
pub struct Need {
    /// Debian's and Ubuntu's packages that give it: any one is enough, the first is the one we install.
    pub debian: &'static [&'static str],
    /// The same for people on Fedora; empty when it comes with the system.
    pub fedora: &'static str,
    /// The same for people on Arch; empty when it comes with the system.
    pub arch: &'static str,
    /// The pkg-config module that proves it is there on a system without Debian's packages.
    pub module: Option<&'static str>,
    /// Why, for a person.
    pub why: &'static str,
}

/// Everything, in the order it is said. The tests render off-screen, so no virtual display is among it.
pub const NEEDS: &[Need] = &[
    Need {
        debian: &["gcc", "clang"],
        fedora: "gcc",
        arch: "gcc",
        module: None,
        why: "C compiler: links Rust programs and builds SQLite, which holds the records",
    },
    Need {
        debian: &["libc6-dev"],
        fedora: "glibc-devel",
        arch: "",
        module: None,
        why: "C library headers, for the same two",
    },
    Need {
        debian: &["pkg-config", "pkgconf"],
        fedora: "pkgconf-pkg-config",
        arch: "pkgconf",
        module: None,
        why: "finds the libraries below while building",
    },
    Need {
        debian: &["libwayland-dev"],
        fedora: "wayland-devel",
        arch: "wayland",
        module: Some("wayland-client"),
        why: "windows on a Wayland desktop",
    },
    Need {
        debian: &["libxkbcommon-dev"],
        fedora: "libxkbcommon-devel",
        arch: "libxkbcommon",
        module: Some("xkbcommon"),
        why: "keyboard layouts",
    },
    Need {
        debian: &["libxkbcommon-x11-0"],
        fedora: "libxkbcommon-x11",
        arch: "libxkbcommon-x11",
        module: None,
        why: "keyboard layouts on an X11 desktop",
    },
    Need {
        debian: &["libx11-xcb1"],
        fedora: "libX11-xcb",
        arch: "libx11",
        module: None,
        why: "windows on an X11 desktop",
    },
    Need {
        debian: &["libxcursor1"],
        fedora: "libXcursor",
        arch: "libxcursor",
        module: None,
        why: "the mouse pointer on an X11 desktop",
    },
    Need { debian: &["libxi6"], fedora: "libXi", arch: "libxi", module: None, why: "mouse movement on an X11 desktop" },
    Need {
        debian: &["libxrandr2"],
        fedora: "libXrandr",
        arch: "libxrandr",
        module: None,
        why: "screens and their sizes on an X11 desktop",
    },
    Need {
        debian: &["libasound2-dev"],
        fedora: "alsa-lib-devel",
        arch: "alsa-lib",
        module: Some("alsa"),
        why: "sound",
    },
    Need {
        debian: &["libudev-dev"],
        fedora: "systemd-devel",
        arch: "systemd-libs",
        module: Some("libudev"),
        why: "gamepads",
    },
    Need {
        debian: &["libvulkan1"],
        fedora: "vulkan-loader",
        arch: "vulkan-icd-loader",
        module: None,
        why: "3D graphics",
    },
    Need {
        debian: &["mesa-vulkan-drivers"],
        fedora: "mesa-vulkan-drivers",
        arch: "vulkan-swrast",
        module: None,
        why: "graphics drivers, and the software renderer that pictures without a graphics card need",
    },
    Need {
        debian: &["valgrind"],
        fedora: "valgrind",
        arch: "valgrind",
        module: None,
        why: "counts the instructions of the hot paths, which a test holds",
    },
];

/// What the simulated headset needs besides, to be built and run; its source comes from Debian's archive, so its needs have
/// Debian's names only.
pub const XR_SIM_NEEDS: &[Need] = &[
    debian(&["g++"], "C++ compiler: builds the simulated headset"),
    debian(&["cmake"], "configures its build"),
    debian(&["ninja-build"], "runs its build"),
    debian(&["python3"], "writes parts of its source"),
    debian(&["glslang-tools"], "compiles its shaders"),
    debian(&["xz-utils"], "unpacks its source"),
    debian(&["libvulkan-dev"], "3D graphics, to build with"),
    debian(&["libeigen3-dev"], "its mathematics"),
    debian(&["libx11-xcb-dev"], "its windows"),
    debian(&["libxcb-randr0-dev"], "its screens"),
    debian(&["libopenxr-loader1"], "finds the runtime of a headset"),
];

const fn debian(names: &'static [&'static str], why: &'static str) -> Need {
    Need { debian: names, fedora: "", arch: "", module: None, why }
}

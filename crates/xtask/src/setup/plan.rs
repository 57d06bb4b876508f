//! What to do about what is missing: decided here without touching the machine, carried out in the parent module.

use std::collections::BTreeSet;

use super::needs::Need;

/// The kind of system, as far as it makes a difference here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum System {
    /// Debian, Ubuntu and what is made from them: packages by apt.
    Debian,
    /// Fedora and what is made from it.
    Fedora,
    /// Arch and what is made from it.
    Arch,
    /// Another Linux: only names of things can be given.
    OtherLinux,
    /// macOS or Windows: the Rust toolchain brings all that is needed.
    Complete,
}

impl System {
    /// The system that an `os-release` file describes.
    pub fn from_os_release(text: &str) -> Self {
        let field = |name: &str| {
            let value = text.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix('='));
            value.unwrap_or_default().trim_matches(['"', '\''])
        };
        let mut ids = field("ID").split_whitespace().chain(field("ID_LIKE").split_whitespace());
        ids.find_map(|id| match id {
            "debian" | "ubuntu" => Some(Self::Debian),
            "fedora" | "rhel" => Some(Self::Fedora),
            "arch" => Some(Self::Arch),
            _ => None,
        })
        .unwrap_or(Self::OtherLinux)
    }
}

/// What is to be done.
#[derive(Debug, PartialEq, Eq)]
pub enum Plan {
    /// Nothing is missing: say nothing.
    Nothing,
    /// Install these with apt.
    Install(Vec<&'static Need>),
    /// Say what to install, and go on: on this system that is not ours to do.
    Advise(Vec<&'static Need>),
}

/// Decides, from the system, what is needed and what is there: names of Debian packages on Debian, of pkg-config modules on
/// another Linux.
pub fn plan(system: System, needs: &'static [Need], present: &BTreeSet<String>) -> Plan {
    let missing = |there: &dyn Fn(&Need) -> bool| needs.iter().filter(|need| !there(need)).collect::<Vec<_>>();
    match system {
        System::Complete => Plan::Nothing,
        System::Debian => {
            let missing = missing(&|need| need.debian.iter().any(|name| present.contains(*name)));
            if missing.is_empty() { Plan::Nothing } else { Plan::Install(missing) }
        }
        System::Fedora | System::Arch | System::OtherLinux => {
            let unproven = missing(&|need| need.module.is_none_or(|module| present.contains(module)));
            // What no module proves is named along with the rest: it costs nothing where it is installed.
            if unproven.is_empty() { Plan::Nothing } else { Plan::Advise(needs.iter().collect()) }
        }
    }
}

/// The two apt commands that install `needs`, without the word that makes them run as root.
pub fn apt_commands(needs: &[&Need]) -> [Vec<&'static str>; 2] {
    let mut install = vec!["apt-get", "install", "--yes", "--no-install-recommends"];
    install.extend(needs.iter().map(|need| need.debian[0]));
    [vec!["apt-get", "update"], install]
}

/// The one command a person without root can run or ask for.
pub fn command_to_run(needs: &[&Need]) -> String {
    let [update, install] = apt_commands(needs);
    format!("sudo sh -c '{} && {}'", update.join(" "), install.join(" "))
}

/// The needs by the name they have on `system`, for a person.
pub fn advice(system: System, needs: &[&Need]) -> String {
    let names = |name: &dyn Fn(&Need) -> &'static str| {
        needs.iter().map(|need| name(need)).filter(|name| !name.is_empty()).collect::<Vec<_>>().join(" ")
    };
    match system {
        System::Fedora => format!("sudo dnf install {}", names(&|need| need.fedora)),
        System::Arch => format!("sudo pacman -S --needed {}", names(&|need| need.arch)),
        System::Debian | System::OtherLinux | System::Complete => {
            format!("your system's packages for what Debian calls: {}", names(&|need| need.debian[0]))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::needs::NEEDS;
    use super::*;

    fn all_of_debian() -> BTreeSet<String> {
        NEEDS.iter().map(|need| need.debian[0].to_owned()).collect()
    }

    #[test]
    fn systems_are_known_by_their_family() {
        let cases = [
            ("ID=debian\nVERSION_ID=\"12\"", System::Debian),
            ("ID=linuxmint\nID_LIKE=\"ubuntu debian\"", System::Debian),
            ("ID=\"rocky\"\nID_LIKE=\"rhel centos fedora\"", System::Fedora),
            ("ID=manjaro\nID_LIKE=arch", System::Arch),
            ("ID=nixos", System::OtherLinux),
            ("", System::OtherLinux),
        ];
        for (text, system) in cases {
            assert_eq!(System::from_os_release(text), system, "{text}");
        }
    }

    #[test]
    fn nothing_is_planned_where_nothing_is_missing() {
        assert_eq!(plan(System::Debian, NEEDS, &all_of_debian()), Plan::Nothing);
        assert_eq!(plan(System::Complete, NEEDS, &BTreeSet::new()), Plan::Nothing);
        let modules = NEEDS.iter().filter_map(|need| need.module).map(str::to_owned).collect();
        assert_eq!(plan(System::Fedora, NEEDS, &modules), Plan::Nothing);
    }

    #[test]
    fn only_what_is_missing_is_installed() {
        let mut present = all_of_debian();
        present.remove("libudev-dev");
        let Plan::Install(needs) = plan(System::Debian, NEEDS, &present) else { panic!("one package is missing") };
        assert_eq!(
            command_to_run(&needs),
            "sudo sh -c 'apt-get update && apt-get install --yes --no-install-recommends libudev-dev'"
        );
        assert_eq!(needs[0].why, "gamepads");
    }

    #[test]
    fn another_package_that_gives_the_same_is_enough() {
        let mut present = all_of_debian();
        present.remove("pkg-config");
        present.insert("pkgconf".to_owned());
        assert_eq!(plan(System::Debian, NEEDS, &present), Plan::Nothing);
    }

    #[test]
    fn other_systems_are_told_their_own_names() {
        let Plan::Advise(needs) = plan(System::Fedora, NEEDS, &BTreeSet::new()) else { panic!("all is missing") };
        assert!(advice(System::Fedora, &needs).starts_with("sudo dnf install gcc glibc-devel"));
        assert!(advice(System::Arch, &needs).contains("alsa-lib"));
        assert!(advice(System::OtherLinux, &needs).contains("libasound2-dev"));
    }
}

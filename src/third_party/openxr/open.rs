//! Finds a runtime and a headset, and the graphics device they want: before the engine starts, so that without them it
//! starts as on any desktop.

use std::path::Path;
use std::sync::Arc;

use bevy::render::RenderPlugin;
use bevy::render::renderer::{
    RenderAdapter, RenderAdapterInfo, RenderDevice, RenderInstance, RenderQueue, WgpuWrapper,
};
use bevy::render::settings::{RenderCreation, RenderResources};
use bevy_mod_openxr::error::OxrError;
use bevy_mod_openxr::exts::OxrExtensions;
use bevy_mod_openxr::graphics::GraphicsWrap;
use bevy_mod_openxr::resources::{OxrEntry, OxrInstance, SessionGraphicsCreateInfo};
use bevy_mod_openxr::types::{AppInfo, Version, WgpuGraphics};
use openxr::sys::Result as Code;
use openxr::{FormFactor, SystemId};

use crate::app::Said;

/// Names of the library that finds the runtime, as the systems call it. Debian's has the number.
const LOADERS: &[&str] = if cfg!(windows) {
    &["openxr_loader.dll"]
} else if cfg!(target_os = "macos") {
    &["libopenxr_loader.dylib"]
} else {
    &["libopenxr_loader.so.1", "libopenxr_loader.so"]
};

/// Why there is no headset.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// The library that finds a runtime is not installed.
    NoLoader,
    /// No runtime is installed, or it does not run.
    NoRuntime(String),
    /// The runtime has no headset.
    NoHeadset,
    /// The runtime lacks what the program needs.
    TooOld(String),
    /// The graphics device that the runtime wants cannot be used.
    NoDevice(String),
}

impl Refused {
    /// What it means and what to do.
    pub fn said(&self) -> Said {
        let (nl, en) = match self {
            Self::NoLoader => (
                "Er is geen OpenXR op deze computer. Installeer de software van je headset (op Debian of Ubuntu ook: sudo apt-get install libopenxr-loader1).".to_owned(),
                "There is no OpenXR on this computer. Install your headset's software (on Debian or Ubuntu also: sudo apt-get install libopenxr-loader1).".to_owned(),
            ),
            Self::NoRuntime(why) => (
                format!("De software van de headset antwoordt niet ({why}). Start ze, en stel ze in als OpenXR-runtime."),
                format!("The headset's software does not answer ({why}). Start it, and set it as the OpenXR runtime."),
            ),
            Self::NoHeadset => (
                "Er is geen headset gevonden. Sluit de headset aan en zet hem aan.".to_owned(),
                "No headset was found. Connect the headset and switch it on.".to_owned(),
            ),
            Self::TooOld(why) => (
                format!("De software van de headset is te oud of kan geen Vulkan ({why}). Werk ze bij."),
                format!("The headset's software is too old or lacks Vulkan ({why}). Update it."),
            ),
            Self::NoDevice(why) => (
                format!("De grafische kaart kan niet met de headset werken ({why}). Werk het stuurprogramma bij."),
                format!("The graphics card cannot work with the headset ({why}). Update its driver."),
            ),
        };
        Said::new(nl, en)
    }
}

impl From<OxrError> for Refused {
    fn from(error: OxrError) -> Self {
        match error {
            OxrError::OpenXrLoadingError(_) => Self::NoLoader,
            OxrError::OpenXrError(Code::ERROR_FORM_FACTOR_UNAVAILABLE | Code::ERROR_FORM_FACTOR_UNSUPPORTED) => {
                Self::NoHeadset
            }
            OxrError::OpenXrError(code @ (Code::ERROR_API_VERSION_UNSUPPORTED | Code::ERROR_EXTENSION_NOT_PRESENT)) => {
                Self::TooOld(code.to_string())
            }
            OxrError::OpenXrError(code) => Self::NoRuntime(code.to_string()),
            OxrError::UnavailableBackend(_) | OxrError::NoAvailableBackend => {
                Self::TooOld("XR_KHR_vulkan_enable2".into())
            }
            other => Self::NoDevice(other.to_string()),
        }
    }
}

/// A connection to the runtime.
pub(super) struct Connection {
    pub instance: OxrInstance,
    pub system: SystemId,
}

/// A headset that was found, and its device.
pub struct Opened {
    pub(super) connection: Connection,
    pub(super) graphics: SessionGraphicsCreateInfo,
    resources: RenderResources,
}

impl Opened {
    /// The engine's renderer on the headset's device.
    pub fn renderer(&self) -> RenderPlugin {
        RenderPlugin { render_creation: RenderCreation::Manual(self.resources.clone()), ..Default::default() }
    }
}

/// Finds a headset.
///
/// # Errors
/// [`Refused`] says why there is none.
pub fn open() -> Result<Opened, Refused> {
    let connection = connect()?;
    let (graphics, create_info) = connection.instance.init_graphics(connection.system, None)?;
    let WgpuGraphics(device, queue, adapter_info, adapter, instance) = graphics;
    let resources = RenderResources(
        RenderDevice::from(device),
        RenderQueue(Arc::new(WgpuWrapper::new(queue))),
        RenderAdapterInfo(WgpuWrapper::new(adapter_info)),
        RenderAdapter(Arc::new(WgpuWrapper::new(adapter))),
        RenderInstance(Arc::new(WgpuWrapper::new(instance))),
    );
    Ok(Opened { connection, graphics: create_info, resources })
}

/// Connects to the runtime and asks it for a headset.
pub(super) fn connect() -> Result<Connection, Refused> {
    let entry = load()?;
    let offered = entry.enumerate_extensions()?;
    let instance = entry.create_instance(this_program(), wanted() & offered, &[], GraphicsWrap::Vulkan(()))?;
    let system = instance.system(FormFactor::HEAD_MOUNTED_DISPLAY).map_err(OxrError::from)?;
    Ok(Connection { instance, system })
}

/// Loads the library that finds the runtime.
fn load() -> Result<OxrEntry, Refused> {
    // SAFETY: loading a library runs its code. It is the system's own, under the name that the OpenXR loader has.
    #[expect(unsafe_code, reason = "a shared library cannot be loaded in any other way")]
    let load = |name: &&str| unsafe { openxr::Entry::load_from(Path::new(name)) }.ok();
    LOADERS.iter().find_map(load).map(OxrEntry).ok_or(Refused::NoLoader)
}

fn this_program() -> AppInfo {
    let part = |text: &str| text.parse().unwrap_or(0);
    let version = Version(
        part(env!("CARGO_PKG_VERSION_MAJOR")) as u8,
        part(env!("CARGO_PKG_VERSION_MINOR")) as u8,
        part(env!("CARGO_PKG_VERSION_PATCH")),
    );
    AppInfo { name: "Proefles".into(), version }
}

/// What is used where a runtime offers it.
fn wanted() -> OxrExtensions {
    let mut wanted = OxrExtensions::default();
    let all = wanted.raw_mut();
    all.ext_hand_tracking = true;
    all.ext_hand_interaction = true;
    all.ext_local_floor = true;
    all.bd_controller_interaction = true;
    all.meta_touch_controller_plus = true;
    wanted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_refusal_says_what_to_do() {
        let why = || "reason".to_owned();
        let all = [
            Refused::NoLoader,
            Refused::NoRuntime(why()),
            Refused::NoHeadset,
            Refused::TooOld(why()),
            Refused::NoDevice(why()),
        ];
        for refused in all {
            let said = refused.said();
            let does = ["Install", "Start", "Connect", "Update"].iter().any(|word| said.en.contains(word));
            assert!(does && !said.nl.is_empty(), "{}", said.en);
        }
    }

    #[test]
    fn codes_of_the_runtime_have_their_meaning() {
        assert_eq!(Refused::from(OxrError::OpenXrError(Code::ERROR_FORM_FACTOR_UNAVAILABLE)), Refused::NoHeadset);
        assert!(matches!(Refused::from(OxrError::OpenXrError(Code::ERROR_RUNTIME_FAILURE)), Refused::NoRuntime(_)));
        assert!(matches!(Refused::from(OxrError::NoAvailableBackend), Refused::TooOld(_)));
    }
}

//! Golden pictures: how the application looked when somebody last said that it looks right.

use std::path::{Path, PathBuf};

use crate::compare::{Picture, compare, show_difference};

/// Set to anything but `0`, the pictures of this run become the golden ones.
const BLESS: &str = "PROEFLES_BLESS";
/// A golden picture has so many pixels of the application's for one of its own, in width and in height.
const REDUCTION: usize = 2;
/// A picture with less variety than this shows nothing.
const LEAST_VARIETY: f32 = 0.1;

/// Holds a picture against its golden one. The picture itself is left under `target` in any case.
pub fn check(name: &str, picture: &Picture) -> Result<(), String> {
    let variety = picture.variety();
    let seen = write(&left().join(format!("{name}.png")), picture)?;
    if variety < LEAST_VARIETY {
        return Err(format!("hardly anything is in the picture (variety {variety:.3}); see {seen}"));
    }
    let small = reduce(picture);
    let file = golden(name);
    if is_blessing() {
        return write(&file, &small).map(drop);
    }
    if !file.is_file() {
        return Err(format!(
            "there is no golden picture yet. Look at {seen}, and if it is right: {}",
            how_to_bless(name)
        ));
    }
    let golden = read(&file)?;
    let difference = compare(&golden, &small);
    if difference.is_forgiven() {
        return Ok(());
    }
    let actual = write(&left().join(format!("{name}.actual.png")), &small)?;
    let shown = write(&left().join(format!("{name}.difference.png")), &show_difference(&golden, &small))?;
    Err(format!(
        "{difference}\n  golden:     {}\n  actual:     {actual}\n  difference: {shown}\nIf the change is wanted: {}",
        file.display(),
        how_to_bless(name)
    ))
}

/// Whether what this run finds is right from now on.
pub fn is_blessing() -> bool {
    std::env::var_os(BLESS).is_some_and(|value| value != "0")
}

fn how_to_bless(name: &str) -> String {
    format!("{BLESS}=1 cargo test --workspace --test render {name}")
}

fn golden(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/render/golden").join(format!("{name}.png"))
}

/// The folder under `target` with the pictures of the latest run.
fn left() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("render")
}

fn reduce(picture: &Picture) -> Picture {
    let (width, height) = (picture.width / REDUCTION, picture.height / REDUCTION);
    let mean = |x: usize, y: usize| {
        let mut sum = [0; 3];
        for at in 0..REDUCTION * REDUCTION {
            let pixel = picture.at(x * REDUCTION + at % REDUCTION, y * REDUCTION + at / REDUCTION);
            (0..3).for_each(|channel| sum[channel] += u32::from(pixel[channel]));
        }
        sum.map(|sum| (sum / (REDUCTION * REDUCTION) as u32) as u8)
    };
    let pixels = (0..height).flat_map(|y| (0..width).map(move |x| mean(x, y))).collect();
    Picture { width, height, pixels }
}

/// Writes a picture and returns its path for people.
fn write(file: &Path, picture: &Picture) -> Result<String, String> {
    let cannot = |reason: String| format!("{} could not be written: {reason}", file.display());
    std::fs::create_dir_all(file.parent().unwrap_or(file)).map_err(|error| cannot(error.to_string()))?;
    let bytes = picture.pixels.concat();
    let image = image::RgbImage::from_raw(picture.width as u32, picture.height as u32, bytes)
        .ok_or_else(|| cannot("the picture is broken".to_owned()))?;
    image.save(file).map_err(|error| cannot(error.to_string()))?;
    Ok(file.display().to_string())
}

fn read(file: &Path) -> Result<Picture, String> {
    let image = image::open(file).map_err(|error| format!("{} could not be read: {error}", file.display()))?.to_rgb8();
    let (width, height) = (image.width() as usize, image.height() as usize);
    Ok(Picture { width, height, pixels: image.pixels().map(|pixel| pixel.0).collect() })
}

//! Whether two pictures show the same, as an eye would say: drivers smooth edges and round colours differently, and
//! nobody sees it.
//!
//! Pictures are compared block by block: the mean colour of a block hardly depends on how its edges were smoothed. A
//! block differs when its means are further apart than an eye forgives, and pictures differ when too many blocks do.

/// A picture without transparency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    pub width: usize,
    pub height: usize,
    /// Red, green and blue of each pixel, sRGB, row by row.
    pub pixels: Vec<[u8; 3]>,
}

/// Side of a block in pixels.
const BLOCK: usize = 6;
/// Distance of two colours up to which they pass for the same. Black and white are 1 apart.
const FORGIVEN: f32 = 0.03;
/// Share of blocks that may differ.
const BLOCKS_FORGIVEN: f32 = 0.004;
/// Mean distance of all blocks that passes: above it the whole picture is lighter, darker or of another colour.
const MEAN_FORGIVEN: f32 = 0.008;

/// How far two pictures are apart.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Difference {
    /// Share of blocks that differ, from 0 to 1.
    pub blocks: f32,
    /// Mean distance of all blocks.
    pub mean: f32,
}

impl Difference {
    /// Whether an eye would call the pictures the same.
    pub fn is_forgiven(self) -> bool {
        self.blocks <= BLOCKS_FORGIVEN && self.mean <= MEAN_FORGIVEN
    }
}

impl std::fmt::Display for Difference {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let per_cent = |share: f32| 100.0 * share;
        write!(
            f,
            "{:.2} % of the picture differs (allowed: {:.2} %), ",
            per_cent(self.blocks),
            per_cent(BLOCKS_FORGIVEN)
        )?;
        write!(f, "by {:.2} % on average (allowed: {:.2} %)", per_cent(self.mean), per_cent(MEAN_FORGIVEN))
    }
}

impl Picture {
    pub fn at(&self, x: usize, y: usize) -> [u8; 3] {
        self.pixels[y * self.width + x]
    }

    /// Part of the picture, whose place and size are shares of its own size.
    pub fn part(&self, [left, top, width, height]: [f32; 4]) -> Picture {
        let (x0, y0) = ((left * self.width as f32) as usize, (top * self.height as f32) as usize);
        let (width, height) = ((width * self.width as f32) as usize, (height * self.height as f32) as usize);
        let pixels = (0..height).flat_map(|y| (0..width).map(move |x| self.at(x0 + x, y0 + y))).collect();
        Picture { width, height, pixels }
    }

    /// How much of the picture is of other than its mean colour: 0 for a picture of one colour.
    pub fn variety(&self) -> f32 {
        let blocks = self.blocks();
        let mean = mean(blocks.iter().map(|(_, colour)| *colour));
        share(blocks.len(), blocks.iter().filter(|(_, colour)| distance(*colour, mean) > FORGIVEN).count())
    }

    /// Top left corner and mean colour of each block.
    fn blocks(&self) -> Vec<([usize; 2], [f32; 3])> {
        let corners = (0..self.height).step_by(BLOCK).flat_map(|y| (0..self.width).step_by(BLOCK).map(move |x| [x, y]));
        corners
            .map(|[x, y]| {
                let (right, bottom) = ((x + BLOCK).min(self.width), (y + BLOCK).min(self.height));
                let inside = (y..bottom).flat_map(|y| (x..right).map(move |x| perceived(self.at(x, y))));
                ([x, y], mean(inside))
            })
            .collect()
    }
}

/// How far two pictures are apart; those of different sizes are as far as can be.
pub fn compare(one: &Picture, other: &Picture) -> Difference {
    if (one.width, one.height) != (other.width, other.height) {
        return Difference { blocks: 1.0, mean: 1.0 };
    }
    let distances = block_distances(one, other);
    let differing = distances.iter().filter(|(_, distance)| *distance > FORGIVEN).count();
    let sum: f32 = distances.iter().map(|(_, distance)| distance).sum();
    Difference { blocks: share(distances.len(), differing), mean: sum / distances.len().max(1) as f32 }
}

/// A picture that shows where two differ: the first one faint, and red where blocks differ, the stronger the more.
pub fn show_difference(one: &Picture, other: &Picture) -> Picture {
    let mut shown = one.clone();
    for pixel in &mut shown.pixels {
        *pixel = pixel.map(|value| 170 + value / 4);
    }
    if (one.width, one.height) != (other.width, other.height) {
        return shown;
    }
    for ([x, y], distance) in block_distances(one, other) {
        if distance <= FORGIVEN {
            continue;
        }
        let rest = (150.0 * (1.0 - (distance / 0.3).min(1.0))) as u8;
        for y in y..(y + BLOCK).min(one.height) {
            for x in x..(x + BLOCK).min(one.width) {
                shown.pixels[y * one.width + x] = [225, rest, rest];
            }
        }
    }
    shown
}

fn block_distances(one: &Picture, other: &Picture) -> Vec<([usize; 2], f32)> {
    let pairs = one.blocks().into_iter().zip(other.blocks());
    pairs.map(|((corner, one), (_, other))| (corner, distance(one, other))).collect()
}

/// A colour as brightness and two opposites of colour. sRGB values are already spaced as eyes see brightness.
fn perceived(pixel: [u8; 3]) -> [f32; 3] {
    let [red, green, blue] = pixel.map(|value| f32::from(value) / 255.0);
    let luma = 0.299 * red + 0.587 * green + 0.114 * blue;
    [luma, 0.564 * (blue - luma), 0.713 * (red - luma)]
}

fn distance(one: [f32; 3], other: [f32; 3]) -> f32 {
    one.iter().zip(other).map(|(one, other)| (one - other).powi(2)).sum::<f32>().sqrt()
}

fn mean(colours: impl Iterator<Item = [f32; 3]>) -> [f32; 3] {
    let (sum, count) = colours.fold(([0.0; 3], 0.0), |(sum, count), colour| {
        ([sum[0] + colour[0], sum[1] + colour[1], sum[2] + colour[2]], count + 1.0)
    });
    if count == 0.0 { sum } else { sum.map(|value: f32| value / count) }
}

fn share(of: usize, part: usize) -> f32 {
    part as f32 / of.max(1) as f32
}

"""Writes KTX2 files squeezed by zstd: light in the shared-exponent format E5B9G9R9, pictures in BC7."""

import struct

import numpy as np
import zstandard

IDENTIFIER = bytes([0xAB, 0x4B, 0x54, 0x58, 0x20, 0x32, 0x30, 0xBB, 0x0D, 0x0A, 0x1A, 0x0A])
E5B9G9R9_UFLOAT = 123
BC7_UNORM, BC7_SRGB = 145, 146
ZSTD = 2
BUSY, FINE, COARSE = 0.5, (128, 64), (32, 16)
"""Doublings of brightness within five texels from which on a place counts as busy; steps for even and busy places."""

BIAS, MANTISSA, LARGEST = 15, 9, (2**9 - 1) / 2**9 * 2.0**16


def pack_rgb9e5(pixels):
    """Shared-exponent words of an array of linear RGB (the rule of the OpenGL extension of that name)."""
    rgb = np.clip(np.nan_to_num(pixels.astype(np.float64)), 0, LARGEST)
    largest = rgb.max(axis=-1)
    exponent = np.maximum(-BIAS - 1, np.floor(np.log2(np.maximum(largest, 1e-30)))) + 1 + BIAS
    step = 2.0 ** (exponent - BIAS - MANTISSA)
    full = np.floor(largest / step + 0.5) == 2**MANTISSA
    exponent = np.where(full, exponent + 1, exponent).astype(np.uint32)
    step = 2.0 ** (exponent.astype(np.float64) - BIAS - MANTISSA)
    red, green, blue = (np.floor(rgb[..., i] / step + 0.5).astype(np.uint32) for i in range(3))
    return red | green << 9 | blue << 18 | exponent << 27


def coarsen(pixels):
    """Round a lightmap's brightness and colour to steps that no eye tells apart, so that zstd finds repeats.

    Even surfaces keep fine steps, which are below those of a screen; where light changes from texel to texel, as on
    small things, nobody sees coarser ones.
    """
    brightness = np.log2(np.maximum(pixels @ np.array([0.3, 0.6, 0.1]), 1e-5))
    high = low = brightness
    for axis in (0, 1):
        high = np.maximum.reduce([np.roll(high, shift, axis) for shift in range(-2, 3)])
        low = np.minimum.reduce([np.roll(low, shift, axis) for shift in range(-2, 3)])
    busy = (high - low > BUSY)[..., None]
    return np.where(busy, rounded(pixels, brightness, *COARSE), rounded(pixels, brightness, *FINE))


def rounded(pixels, brightness, steps, colour_steps):
    """Pixels with their brightness (as logarithm) and the colour relative to it in steps per doubling."""
    colour = np.log2(np.maximum(pixels / 2.0 ** brightness[..., None], 1e-3))
    return 2.0 ** (np.round(brightness[..., None] * steps) / steps + np.round(colour * colour_steps) / colour_steps)


def descriptor():
    """Data format descriptor of E5B9G9R9: three 9-bit mantissas that share one 5-bit exponent."""
    block = struct.pack("<IHHBBBB4B8B", 0, 2, 24 + 16 * 6, 1, 1, 1, 0, 0, 0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0)
    for channel in range(3):
        block += struct.pack("<HBBIII", channel * 9, 8, channel, 0, 0, 8448)
        block += struct.pack("<HBBIII", 27, 4, channel | 0x20, 0, 15, 31)
    return struct.pack("<I", len(block) + 4) + block


def bc7_descriptor(srgb):
    """Data format descriptor of BC7: 16 bytes for each block of four by four texels."""
    block = struct.pack("<IHHBBBB4B8B", 0, 2, 24 + 16, 134, 1, 2 if srgb else 1, 0, 3, 3, 0, 0, 16, 0, 0, 0, 0, 0, 0, 0)
    block += struct.pack("<HBBIII", 0, 127, 0, 0, 0, 0xFFFFFFFF)
    return struct.pack("<I", len(block) + 4) + block


def write(path, levels):
    """Write light with its mip levels, largest first; each is (height, width, 3), or (6, height, width, 3) for a cube map."""
    faces = 6 if levels[0].ndim == 4 else 1
    packed = [pack_rgb9e5(level).astype("<u4").tobytes() for level in levels]
    put_together(path, (E5B9G9R9_UFLOAT, 4), levels[0].shape[-3:-1], faces, packed, descriptor())


def write_bc7(path, size, levels, srgb):
    """Write a picture of (height, width) texels whose levels, largest first, are bytes of BC7."""
    put_together(path, (BC7_SRGB if srgb else BC7_UNORM, 1), size, 1, levels, bc7_descriptor(srgb))


def put_together(path, kind, size, faces, levels, description):
    """Write levels of bytes as a file; ``kind`` is Vulkan's number of the format and the size of its smallest unit."""
    squeezed = [zstandard.ZstdCompressor(level=19).compress(data) for data in levels]
    start = 80 + 24 * len(levels)
    height, width = size
    header = struct.pack("<9I", *kind, width, height, 0, 0, faces, len(levels), ZSTD)
    index = struct.pack("<4I2Q", start, len(description), 0, 0, 0, 0)
    place, places = start + len(description), {}
    for number in reversed(range(len(levels))):
        places[number] = place
        place += len(squeezed[number])
    table = b"".join(struct.pack("<3Q", places[n], len(squeezed[n]), len(levels[n])) for n in range(len(levels)))
    body = b"".join(squeezed[n] for n in reversed(range(len(levels))))
    path.write_bytes(IDENTIFIER + header + index + table + description + body)

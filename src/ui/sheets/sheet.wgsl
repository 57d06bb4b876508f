// A sheet in the room that shows a part of the panels' picture, as it is: no light falls on it.
#import bevy_pbr::forward_io::VertexOutput

@group(#{MATERIAL_BIND_GROUP}) @binding(0) var picture: texture_2d<f32>;
@group(#{MATERIAL_BIND_GROUP}) @binding(1) var picture_sampler: sampler;
// Left, top, width and height of the part, as shares of the picture.
@group(#{MATERIAL_BIND_GROUP}) @binding(2) var<uniform> part: vec4<f32>;

@fragment
fn fragment(in: VertexOutput) -> @location(0) vec4<f32> {
    return textureSample(picture, picture_sampler, part.xy + in.uv * part.zw);
}

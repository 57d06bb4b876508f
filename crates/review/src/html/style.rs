//! The page's looks: readable on a screen, on paper, and without colour.

/// Style sheet of the page.
pub const CSS: &str = "
:root { --ink:#22313a; --muted:#5a6972; --paper:#faf7f2; --card:#ffffff; --line:#d9d3c8; --teal:#17697a; --sun:#b45f06;
  --good:#1f6b3a; --bad:#a3341f }
* { box-sizing:border-box }
body { margin:0; background:var(--paper); color:var(--ink); font:17px/1.55 'Nunito','Segoe UI',system-ui,sans-serif }
main { max-width:50rem; margin:0 auto; padding:2rem 1.2rem 4rem }
h1 { margin:.1em 0; font-size:2rem; line-height:1.2 } h2 { font-size:1.35rem; margin:1.6rem 0 .6rem }
.card h2 { margin-top:0 } h3 { font-size:1.1rem; margin:.2rem 0 .4rem }
.kicker { margin:0; color:var(--teal); font-weight:700; letter-spacing:.02em } .muted { color:var(--muted) }
a.muted { font-size:.9rem }
.card { background:var(--card); border:1px solid var(--line); border-radius:14px; padding:1.2rem 1.4rem; margin:1rem 0 }
.outcome { border-left:8px solid var(--sun) } .outcome.passed { border-left-color:var(--good) }
.badge { display:inline-block; margin:0 0 .4rem; font-weight:700 }
.checks { list-style:none; padding:0 } .try { background:#eaf4f3 }
.bar { height:14px; border-radius:7px; background:#e6e0d6; overflow:hidden } .bar div { height:100%; background:var(--teal) }
.competence { margin:0 0 1rem } .competence p { margin:.2rem 0 }
.options { list-style:none; padding:0 } .options li { padding:.5rem .7rem; border:1px solid var(--line); border-radius:10px; margin:.4rem 0 }
.options .chosen { border:2px solid var(--teal); background:#f1f8f8 } .options .unoffered { opacity:.75 }
.verdict { display:inline-block; min-width:5.2em; text-align:center; padding:.05em .6em; border-radius:1em; font-size:.85rem;
  font-weight:700; color:#fff; background:var(--muted) }
.verdict.strong { background:var(--good) } .verdict.sound { background:var(--teal) } .verdict.weak { background:var(--sun) }
.verdict.harmful { background:var(--bad) }
.feedback { border-left:4px solid var(--teal); padding-left:.9rem } .late { color:var(--bad); font-weight:700 }
.consequence { font-style:italic } details summary { cursor:pointer; color:var(--teal) }
.moments { list-style:none; padding:0; display:flex; flex-wrap:wrap; gap:.2rem 1.2rem; font-size:.95rem }
svg { width:100%; height:auto } footer { color:var(--muted); text-align:center }
@media print { body { background:#fff } .card { break-inside:avoid } details { display:none } }
";

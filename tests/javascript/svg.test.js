"use strict";

const assert = require("node:assert/strict");
const { test } = require("node:test");
const { load } = require("./load.js");

const { colours, figure, fit, lines, outlines, svg } = load(
  "dom",
  "colours",
  "outlines",
  "lines",
  "fit",
  "svg",
  "figure",
);

const LOOK = { shape: "box", fill: "#DBEBF4", border: "#0072B2", thickness: 1.5, dashed: false };

const TIE = { colour: "#4A5A6A", width: 2, dashes: [], arrow: true };

function node(id, x, y, lines, look = LOOK) {
  return { id, x, y, lines, look, box: [120, 40], drop: 0, inside: true, title: lines.join("") };
}

function drawing(changes = {}) {
  return {
    lang: "ja",
    dark: false,
    title: "日本から見た量子分野の政府間協力",
    subtitle: ["2026年11月25日時点"],
    handling: "部内限り",
    nodes: [node("country:JP", 0, 0, ["日本"]), node("country:GB", 300, 80, ["英国"])],
    ties: [{ id: "t", from: "country:JP", to: "country:GB", look: TIE, smooth: false }],
    frames: [],
    marks: [{ x: 150, y: 40, text: "▲" }],
    bounds: [-80, -40, 380, 120],
    legend: [
      { text: "協力覚書", node: LOOK, line: null, sign: "", inside: true },
      { text: "当事者", node: null, line: { colour: "#4A5A6A", width: 2, dashes: [8, 5], arrow: true }, sign: "" },
      { text: "資料により異なる", node: null, line: null, sign: "▲" },
    ],
    notes: ["注"],
    sources: ["1) 内閣府、覚書への署名について、2025年4月28日、当事者の発表"],
    foot: "基準日 2026年11月25日　データ版 abc",
    words: { legend: "凡例", sources: "出典" },
    font_size: 13,
    line_height: 17,
    glyph: 22,
    slope: 10,
    ...changes,
  };
}

function text(sheet) {
  return svg.toText(figure(sheet).tree);
}

test("text cannot become an element or an attribute", () => {
  const bad = `</text><script>alert(1)</script>"'&\u0000\ud800`;
  const written = text(
    drawing({ title: bad, notes: [bad], nodes: [node(bad, 0, 0, [bad])], ties: [], sources: [bad] }),
  );
  assert.ok(!written.includes("<script"));
  assert.ok(!written.includes("\u0000") && !written.includes("\ud800"));
  assert.ok(written.includes("&lt;script&gt;"));
  assert.equal(written.match(/<text[ >]/g).length, written.match(/<\/text>/g).length);
});

test("a sheet says what it is: title, day, mark, legend, notes, sources and build", () => {
  const plain = text(drawing()).replaceAll(/<\/text><text[^>]*>/g, "");
  for (const expected of [
    "日本から見た",
    "2026年11月25日時点",
    "部内限り",
    "協力覚書",
    "内閣府",
    "データ版 abc",
    "▲",
    "英国",
  ])
    assert.ok(plain.includes(expected), expected);
});

test("each line is marked with the language that it is in", () => {
  const written = text(drawing({ lang: "en", title: "As seen from Japan", sources: ["1) 内閣府"], foot: "Data" }));
  assert.match(written, /xml:lang="en">As seen from Japan</);
  assert.match(written, /xml:lang="ja">1\) 内閣府</);
});

test("a public sheet without a mark has no empty box for it", () => {
  const boxes = (sheet) => sheet.match(/<rect/g).length;
  assert.equal(boxes(text(drawing())) - boxes(text(drawing({ handling: "" }))), 1);
});

test("the same drawing gives the same bytes", () => {
  assert.equal(text(drawing()), text(drawing()));
});

test("wrapping keeps every character and never begins a line with a closing mark", () => {
  const text =
    "日英間の量子科学技術に関する協力覚書（MOC）、「量子協力に関する東京声明」。https://example.org/a/very/long/address/that/has/no/spaces";
  const lines = fit.wrap(text, 130, 13, "ja");
  assert.equal(lines.join(""), text);
  for (const line of lines) {
    assert.ok(!/^[、。）」]/u.test(line), line);
    assert.ok(!/[（「]$/u.test(line), line);
    assert.ok(fit.widthOf(line, 13) <= 130 + 13, line);
  }
  assert.equal(
    fit.wrap("Memorandum of Cooperation on quantum", 120, 13, "en").join(" "),
    "Memorandum of Cooperation on quantum",
  );
});

test("every shape has a closed outline, and the ones with a second sign have it inside", () => {
  const names = ["bevelled", "box", "chevron", "cross", "diamond", "dot", "double", "ellipse", "folded", "hexagon"];
  const more = ["hourglass", "house", "inverted", "kite", "octagon", "pentagon", "ring", "rounded", "slanted", "star"];
  for (const name of [...names, ...more, "trapezium", "triangle"]) {
    const path = outlines.outline(name, 120, 40, 10);
    assert.match(path, /^M[-\d. LAMZ]+Z$/, name);
    assert.ok(!path.includes("NaN"), name);
  }
  for (const name of ["double", "folded", "ring"]) assert.ok(outlines.inner(name, 120, 40).startsWith("M"), name);
  assert.equal(outlines.inner("box", 120, 40), "");
});

test("lines are bent as in the canvas", () => {
  const [from, to] = [
    { x: 0, y: 0 },
    { x: 300, y: 80 },
  ];
  const path = (item) => lines.course(from, to, lines.smoothing(item, 0.5)).d;
  assert.equal(path({}), "M0 0L300 80");
  assert.equal(path({ sideways: true }), "M0 0C150 0 150 80 300 80");
  assert.equal(path({ sideways: true, bend: 1 }), "M0 0C180 0 120 80 300 80");
  const lanes = [[100, 10, 40, 12]];
  const through = lines.smoothing({ sideways: true, through: true }, 0.5, lanes);
  assert.equal(lines.course(from, to, through).d, "M0 0L80 10L120 10C210 10 210 80 300 80");
  assert.notEqual(lines.smoothing({ sideways: false, through: true }, 0.5, lanes).type, "through");
  assert.match(path({ bend: 2 }), /^M0 0Q[-\d. ]+ 300 80$/);
  assert.notEqual(path({ bend: 1 }), path({ bend: -1 }));
});

test("an arrow ends at the border of what it points to", () => {
  const { x, y } = lines.border({ x: -100, y: 0 }, { x: 0, y: 0 }, 40, 20);
  assert.deepEqual([x, y], [-20, 0]);
});

test("dark paper keeps what is hollow hollow, and lifts lines until they stand out", () => {
  const hollow = colours.node({ ...LOOK, fill: "#FFFFFF" }, true);
  assert.equal(hollow.fill, colours.DARK.paper);
  for (const colour of ["#23395B", "#000000", "#4A5A6A", "#0072B2"])
    assert.ok(colours.contrast(colours.line(colour, true), colours.DARK.paper) >= 3, colour);
  assert.equal(colours.line("#23395B", false), "#23395B");
});

"use strict";

const assert = require("node:assert/strict");
const { test } = require("node:test");
const { load } = require("./load.js");

const { cells } = load("matrix_cells");

const document_ = (id, level = "government", scope = "dedicated") => ({ id, level, scope });
const DATA = {
  parties: [{ id: "country:JP" }, { id: "country:GB" }, { id: "country:SG" }],
  fora: [
    { id: "forum:mdq", ours: true },
    { id: "forum:qdg", ours: true },
    { id: "forum:oecd", ours: true },
    { id: "forum:brics", ours: false },
  ],
  cells: {
    "country:JP": {
      "forum:mdq": ["member", 0, 0, { ja: "2022年5月", en: "May 2022" }],
      "forum:oecd": ["member", 0, 1],
    },
    "country:GB": { "forum:qdg": ["member", 1, 2] },
  },
  lists: [["s1"], ["s2"], ["s3"]],
  pairs: [
    { sides: ["country:GB", "country:JP"], type: "memorandum_of_cooperation", documents: [document_("a")] },
    {
      sides: ["country:GB", "country:JP"],
      type: "memorandum_of_understanding",
      documents: [document_("b", "institution"), document_("c", "company")],
    },
    { sides: ["country:JP", "country:SG"], type: "memorandum_of_cooperation", documents: [document_("d")] },
  ],
};
const ALL = new Set(["country:JP", "country:GB", "country:SG", "forum:mdq", "forum:qdg"]);

test("fora are those of the picture, and the others only where asked for", () => {
  const ids = (more) => cells.fora(DATA, ALL, { more }).columns.map(({ id }) => id);
  assert.deepEqual(ids(false), ["forum:mdq", "forum:qdg"]);
  assert.deepEqual(ids(true), ["forum:mdq", "forum:qdg", "forum:oecd"]);
  assert.deepEqual(
    cells.fora(DATA, new Set(["country:JP", "forum:qdg"])).columns.map(({ id }) => id),
    ["forum:qdg"],
  );
});

test("what nothing is held of is no source, and never a no", () => {
  const { rows } = cells.fora(DATA, ALL);
  assert.deepEqual(
    rows.map((row) => row.cells.map((cell) => cell.value)),
    [
      ["member", "no_source"],
      ["no_source", "member"],
      ["no_source", "no_source"],
    ],
  );
  assert.deepEqual(rows[0].cells[0].sources, ["s1"]);
});

test("a column in which sources differ says so", () => {
  const { disputed, rows } = cells.fora(DATA, ALL);
  assert.deepEqual(disputed, [false, true]);
  assert.equal(rows[1].cells[1].disputed, true);
});

test("pairs are counted by kind, the same from both sides, and follow what is kept", () => {
  const all = cells.pairs(DATA, ALL, () => true);
  const counts = (found, one, other) => found.cell(one, other).map(({ type, documents }) => [type, documents.length]);
  const both = [
    ["memorandum_of_cooperation", 1],
    ["memorandum_of_understanding", 2],
  ];
  assert.deepEqual(counts(all, "country:JP", "country:GB"), both);
  assert.deepEqual(counts(all, "country:GB", "country:JP"), both);
  assert.deepEqual(all.cell("country:GB", "country:SG"), []);
  const governments = cells.pairs(DATA, ALL, ({ level }) => level === "government");
  assert.deepEqual(counts(governments, "country:JP", "country:GB"), [["memorandum_of_cooperation", 1]]);
  assert.deepEqual(
    cells.pairs(DATA, new Set(["country:JP", "country:GB"]), () => true).cell("country:JP", "country:SG"),
    [],
  );
});

test("kinds are short in both languages", () => {
  const moc = { ja: "協力覚書（MOC）", en: "Memorandum of Cooperation" },
    statement = { ja: "声明", en: "Statement" };
  assert.deepEqual([cells.short(moc, "ja"), cells.short(moc, "en")], ["協力覚書", "MOC"]);
  assert.deepEqual([cells.short(statement, "ja"), cells.short(statement, "en")], ["声明", "Statement"]);
});

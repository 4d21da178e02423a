"use strict";

const assert = require("node:assert/strict");
const { test } = require("node:test");
const { load } = require("./load.js");

const { DEFAULTS, toHash, fromHash, toggled, History } = load("state").state;

test("the state at first needs no address, and an empty address is the state at first", () => {
  assert.equal(toHash(DEFAULTS), "");
  assert.deepEqual(fromHash(""), { ...DEFAULTS });
  assert.deepEqual(fromHash("#"), { ...DEFAULTS });
});

test("every setting survives the way into the address and back", () => {
  const state = {
    ...DEFAULTS,
    lang: "en",
    tab: "table",
    kinds: ["Person", "Agreement.memorandum_of_cooperation"],
    opened: ["country:GB", "org:a,b&c=d#e%"],
    range: ["2024-01-31", "2025-06-30"],
    chosen: "country:JP PARTY_TO agreement:jp-uk-quantum-moc-2025",
    steps: 3,
    paper: "dark",
    moved: { "country:GB": [-10, 20], 量子: [1, 2] },
    camera: ["1.5", "-2", "0.75"],
    rows: "ties",
    sort: "-date",
    find: "覚書 & UK",
    since: "2019",
    matrix: "pairs",
    others: true,
    between: "any_level",
    about: "includes",
  };
  assert.deepEqual(
    Object.keys(DEFAULTS)
      .filter((key) => state[key] === DEFAULTS[key])
      .sort(),
    [
      "added",
      "bundles",
      "closed",
      "day",
      "fields",
      "focus",
      "keys",
      "levels",
      "more",
      "path",
      "pinned",
      "scopes",
      "stages",
      "story",
    ],
    "what has been forgotten here is not tested",
  );
  const hash = toHash(state);
  assert.doesNotMatch(hash, /[\s#]/);
  assert.deepEqual(fromHash(`#${hash}`), state);
});

test("what cannot be read or is unknown is left at its default", () => {
  const broken =
    "#lang=%E0%A4&moved=[1]&moved=null&steps=many&nothing&__proto__=x&constructor=y&unknown=1&day=2025-05-01" +
    "&matrix=all&rows=&between=everybody";
  assert.deepEqual(fromHash(broken), { ...DEFAULTS, day: "2025-05-01" });
});

test("a value is toggled without a trace", () => {
  assert.deepEqual(toggled(["a", "b"], "b", false), ["a"]);
  assert.deepEqual(toggled(["a", "b"], "a", true), ["b", "a"]);
});

test("history goes back and forth, and a new change ends what was ahead", () => {
  const history = new History();
  assert.equal(history.undo("c"), undefined);
  history.push("a");
  history.push("b");
  assert.equal(history.undo("c"), "b");
  assert.equal(history.undo("b"), "a");
  assert.equal(history.redo("a"), "b");
  history.push("b");
  assert.equal(history.redo("x"), undefined);
});

"use strict";

const assert = require("node:assert/strict");
const { test } = require("node:test");
const { load } = require("./load.js");
const { network, instrument } = require("./network.js");

const enishi = load("state", "model", "showing");
const country = (first) => ({ kind: "Country", key: "Country", first });
const data = network({
  JP: country(true),
  GB: country(true),
  FR: country(),
  ...instrument("moc", ["JP", "GB"], { first: true, from: "2025-04-28", to: "9999-12-31", level: "government" }),
  ...instrument("third", ["GB", "FR"], { group: "third", level: "government", fields: ["f1"] }),
  ...instrument("old", ["JP", "FR"], {
    group: "documents",
    from: "2010-01-01",
    to: "2015-01-01",
    level: "institution",
  }),
  mdq: { kind: "Forum", key: "Forum", first: true },
  meeting: { kind: "Meeting", key: "Meeting", group: "meetings", day: { min: "2025-09-01", max: "2025-09-30" } },
  coming: {
    kind: "Meeting",
    key: "Meeting",
    group: "meetings",
    planned: true,
    day: { min: "2027-01-01", max: "2027-12-31" },
  },
  "JP MEMBER_OF mdq": {
    kind: "MEMBER_OF",
    key: "membership",
    ends: ["JP", "mdq"],
    first: true,
    from: "2020-01-01",
    to: "9999-12-31",
  },
  "GB MEMBER_OF mdq": {
    kind: "MEMBER_OF",
    key: "membership",
    ends: ["GB", "mdq"],
    from: "2024-06-01",
    to: "9999-12-31",
  },
  "meeting EDITION_OF mdq": { kind: "EDITION_OF", key: "ties", ends: ["meeting", "mdq"] },
  "coming EDITION_OF mdq": { kind: "EDITION_OF", key: "ties", ends: ["coming", "mdq"] },
  "GB ATTENDED meeting": { kind: "ATTENDED", key: "ties", ends: ["GB", "meeting"] },
});
const model = new enishi.Model(data),
  showing = new enishi.Showing(model);
const state = (patch = {}) => ({ ...enishi.state.DEFAULTS, ...patch });
const nodes = (patch) => showing.visible(state(patch)).nodes;
const edges = (patch) => showing.visible(state(patch)).edges;

test("at first the picture is what it came with, and nothing else", () => {
  assert.deepEqual(nodes(), ["JP", "GB", "moc", "mdq"]);
  assert.deepEqual(edges(), ["JP PARTY_TO moc", "GB PARTY_TO moc", "JP MEMBER_OF mdq"]);
});

test("documents come with their parties, meetings with what they are an edition of", () => {
  assert.deepEqual(nodes({ more: ["third"] }), ["JP", "GB", "FR", "moc", "third", "mdq"]);
  assert.deepEqual(nodes({ more: ["meetings"] }), ["JP", "GB", "moc", "mdq", "meeting", "coming"]);
  assert.ok(!edges({ more: ["meetings"] }).includes("GB ATTENDED meeting"), "attendance waits until it is asked for");
});

test("what is over is brought in on no later day, and what was not yet there on no earlier one", () => {
  assert.deepEqual(nodes({ more: ["documents"] }), ["JP", "GB", "moc", "mdq"]);
  assert.deepEqual(nodes({ more: ["documents"], day: "2012-01-01" }), ["JP", "GB", "FR", "old", "mdq"]);
  assert.ok(!nodes({ day: "2025-04-27" }).includes("moc"));
  assert.ok(nodes({ day: "2025-04-28" }).includes("moc"));
  assert.ok(!nodes({ more: ["meetings"], day: "2025-09-29" }).includes("meeting"), "a month is over on its last day");
  assert.ok(nodes({ more: ["meetings"], day: "2025-09-30" }).includes("meeting"));
  assert.ok(nodes({ more: ["meetings"], day: "2025-01-01" }).includes("coming"), "what is planned is always ahead");
});

test("a range shows what held in it, half-open, and what happened in it", () => {
  assert.ok(nodes({ more: ["documents"], range: ["2014-12-31", "2016-01-01"] }).includes("old"));
  assert.ok(!nodes({ more: ["documents"], range: ["2015-01-01", "2016-01-01"] }).includes("old"));
  assert.ok(!nodes({ more: ["meetings"], range: ["2025-10-01", "2025-12-31"] }).includes("meeting"));
  assert.ok(nodes({ more: ["meetings"], range: ["2025-01-01", "2025-12-31"] }).includes("meeting"));
});

test("filters hide by kind, level, and field; something with another field stays", () => {
  assert.deepEqual(nodes({ kinds: ["Forum"] }), ["JP", "GB", "moc"]);
  assert.deepEqual(nodes({ levels: ["government"], more: ["third"] }), ["JP", "GB", "mdq"]);
  assert.ok(!nodes({ fields: ["f1"], more: ["third"] }).includes("third"));
  assert.ok(nodes({ fields: ["f2"], more: ["third"] }).includes("third"));
  assert.ok(nodes({ fields: ["f1"] }).includes("moc"), "what names no field is not hidden by one");
});

test("opening a node brings in what is tied to it; closing takes out what nothing else ties", () => {
  assert.deepEqual(nodes({ opened: ["GB"] }), ["JP", "GB", "moc", "third", "mdq", "meeting"]);
  assert.ok(edges({ opened: ["GB"] }).includes("GB ATTENDED meeting"));
  assert.ok(edges({ opened: ["GB"] }).includes("GB MEMBER_OF mdq"), "a tie that the picture left out");
  assert.deepEqual(nodes({ opened: ["GB"], closed: ["GB"] }), ["JP", "GB", "moc", "mdq", "meeting"]);
});

test("a focus shows what is within its steps, and hides nothing that it names", () => {
  assert.deepEqual(nodes({ focus: "FR", steps: 1 }), ["FR", "third"]);
  assert.deepEqual(nodes({ focus: "FR", steps: 2 }), ["GB", "FR", "third"]);
  assert.deepEqual(nodes({ focus: "FR", steps: 1, kinds: ["Country"] }), ["FR"]);
});

test("a path is the shortest, in the order of the page, and is shown whatever the picture shows", () => {
  assert.deepEqual(showing.path(state({ path: ["JP", "FR"] })), [
    "JP",
    "JP PARTY_TO moc",
    "moc",
    "GB PARTY_TO moc",
    "GB",
    "GB PARTY_TO third",
    "third",
    "FR PARTY_TO third",
    "FR",
  ]);
  assert.ok(nodes({ path: ["JP", "FR"] }).includes("third"));
  assert.deepEqual(showing.path(state({ path: ["JP", "FR"], kinds: ["documents"] })), []);
  assert.deepEqual(showing.path(state({ path: ["JP"] })), []);
});

test("what was added by name stands on its own", () => {
  assert.ok(nodes({ added: ["FR"] }).includes("FR"));
});

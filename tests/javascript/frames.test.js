"use strict";

const assert = require("node:assert/strict");
const { test } = require("node:test");
const { load } = require("./load.js");

const enishi = load("state", "frames");
const frame = { left: 0, top: 0, width: 100, height: 100 };
const first = new Map([
  ["KR", { x: 50, y: 50 }],
  ["GB", { x: 500, y: 50 }],
]);
const frames = (patch, nodes = ["KR", "GB"]) =>
  enishi.framesOf(
    { state: { ...enishi.state.DEFAULTS, ...patch }, visible: () => ({ nodes }), text: () => ({ frames: [frame] }) },
    first,
  );

test("a frame stands behind what it was drawn around", () => {
  assert.deepEqual(frames({}), [frame]);
  assert.deepEqual(frames({ kinds: ["Forum"] }), [frame]);
});

test("it goes where the picture is about something else, or shows more documents", () => {
  for (const patch of [
    { focus: "KR" },
    { day: "2019-12-31" },
    { range: ["2019-01-01", "2019-12-31"] },
    { more: ["documents"] },
    { opened: ["KR"] },
    { added: ["moc"] },
    { path: ["GB", "KR"] },
  ]) {
    assert.deepEqual(frames(patch), [], JSON.stringify(patch));
  }
});

test("it goes with the last that stands in it", () => {
  assert.deepEqual(frames({}, ["GB"]), []);
  assert.deepEqual(frames({}, ["GB", "added later"]), []);
});

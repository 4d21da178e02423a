"use strict";

const assert = require("node:assert/strict");
const { test } = require("node:test");
const { load } = require("./load.js");

const { place, boxAt } = load("place");
const size = () => [120, 40, 0];

function overlapping(places) {
  const boxes = [...places].map(([id, at]) => [id, boxAt(at, size())]),
    found = [];
  boxes.forEach(([one, a], i) => {
    for (const [two, b] of boxes.slice(i + 1)) {
      if (a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom) found.push([one, two]);
    }
  });
  return found;
}

const many = Array.from({ length: 250 }, (_, i) => `n${i}`);

test("what comes in stands near what it is tied to, over nothing else, and the same each time", () => {
  const known = new Map([
    ["hub", { x: 0, y: 0 }],
    ["far", { x: 900, y: 0 }],
  ]);
  const once = place(known, many, size, () => ["hub"]),
    twice = place(known, many, size, () => ["hub"]);
  assert.deepEqual([...once], [...twice]);
  assert.deepEqual(overlapping(once), []);
  assert.deepEqual(once.get("hub"), { x: 0, y: 0 });
  assert.ok(many.slice(0, 10).every((id) => Math.hypot(once.get(id).x, once.get(id).y) < 450));
});

test("between several it stands in their middle", () => {
  const known = new Map([
    ["a", { x: -400, y: 0 }],
    ["b", { x: 400, y: 200 }],
  ]);
  assert.deepEqual(place(known, ["n"], size, () => ["a", "b"]).get("n"), { x: 0, y: 100 });
});

test("what is taken stays free", () => {
  const taken = [{ left: -300, right: 300, top: -300, bottom: 300 }];
  const { x, y } = place(new Map(), ["n"], size, () => [], taken).get("n");
  assert.ok(Math.abs(x) >= 360 || Math.abs(y) >= 320);
});

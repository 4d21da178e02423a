"use strict";

const assert = require("node:assert/strict");
const { test } = require("node:test");
const { load } = require("./load.js");

const { signs } = load("lines", "signs");
const tie = (id, y = 0) => ({ id, from: { x: 0, y }, to: { x: 400, y }, smooth: false });

test("a sign stands in the middle of its line, and beside what is there", () => {
  assert.deepEqual(signs([tie("a")], [], []), [{ tie: "a", x: 200, y: 0 }]);
  const [sign] = signs([tie("a")], [], [{ left: 150, right: 250, top: -20, bottom: 20 }]);
  assert.ok(sign.x <= 141 || sign.x >= 259);
  assert.deepEqual(signs([tie("a")], [], [{ left: -500, right: 900, top: -20, bottom: 20 }]), []);
});

test("two signs never stand on one another, and those of the layout stay", () => {
  const [one, two] = signs([tie("a"), tie("b")], [{ tie: "b", x: 200, y: 0 }], []);
  assert.deepEqual(one, { tie: "b", x: 200, y: 0 });
  assert.ok(Math.abs(two.x - 200) >= 14);
});

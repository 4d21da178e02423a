"use strict";

const assert = require("node:assert/strict");
const { test } = require("node:test");
const { load } = require("./load.js");

const { towards } = load("directions").directions;

const PLACES = [
  { id: "right", x: 100, y: 10 },
  { id: "far right", x: 300, y: 0 },
  { id: "below", x: 20, y: 150 },
  { id: "left above", x: -80, y: -90 },
];

test("an arrow leads to the nearest in its direction", () => {
  const from = { x: 0, y: 0 };
  assert.equal(towards(from, PLACES, "ArrowRight"), "right");
  assert.equal(towards(from, PLACES, "ArrowDown"), "below");
  assert.equal(towards(from, PLACES, "ArrowLeft"), "left above");
  assert.equal(towards(from, PLACES, "ArrowUp"), "left above");
});

test("an arrow leads nowhere where nothing lies in its direction", () => {
  assert.equal(towards({ x: 0, y: 0 }, [PLACES[0]], "ArrowLeft"), undefined);
  assert.equal(towards({ x: 0, y: 0 }, [], "ArrowLeft"), undefined);
});

test("every place around is reached by some arrow", () => {
  for (let degrees = 0; degrees < 360; degrees += 5) {
    const angle = (degrees * Math.PI) / 180;
    const place = { id: "it", x: 100 * Math.cos(angle), y: 100 * Math.sin(angle) };
    const keys = ["ArrowRight", "ArrowLeft", "ArrowDown", "ArrowUp"];
    assert.ok(
      keys.some((key) => towards({ x: 0, y: 0 }, [place], key)),
      `${degrees}`,
    );
  }
});

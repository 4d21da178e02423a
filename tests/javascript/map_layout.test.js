"use strict";

const assert = require("node:assert/strict");
const fs = require("node:fs");
const path = require("node:path");
const { test } = require("node:test");
const { load } = require("./load.js");

const { map } = load("map_layout");
const SHIPPED = path.join(__dirname, "..", "..", "visualizations", "page_files", "coastline.json");
const PLACES = {
  "country:JP": [36.2, 138.5],
  "country:KR": [36.6, 127.9],
  "country:US": [39.8, -98.5],
  "country:GB": [52.6, -1.4],
  "country:DE": [51.1, 10.2],
  "country:NL": [52.2, 5.6],
  "country:BE": [50.6, 4.7],
  "country:CH": [46.8, 8.2],
  "country:DK": [56, 9.2],
  "country:SG": [1.36, 103.82],
  "country:AU": [-25.3, 134.5],
};
const DATA = { coastline: JSON.parse(fs.readFileSync(SHIPPED, "utf-8")), places: PLACES, beside: ["union:EU"] };
const PARTIES = [...Object.keys(PLACES), "union:EU"].map((id) => ({ id, width: 60 + (id.length % 5) * 14 }));
const TIES = ["country:GB", "country:US", "country:DK", "country:CH", "country:SG", "union:EU"].map((other) => ({
  one: "country:JP",
  other,
}));

function placed(width = 1000) {
  return map.place(DATA, { width, parties: PARTIES, ties: TIES });
}

test("the map is centred on the Pacific", () => {
  const { points, parts } = placed(),
    x = Object.fromEntries(points.map((point) => [point.id, point.at[0]]));
  assert.ok(x["country:SG"] < x["country:JP"] && x["country:JP"] < x["country:US"]);
  const middle = parts.world.left + parts.world.width / 2;
  assert.ok(Math.abs(x["country:JP"] - middle) < parts.world.width * 0.05);
});

test("European parties stand in the enlarged part, each once; a union has a box", () => {
  const { points, boxes, parts } = placed();
  const inset = points.filter((point) => point.inset).map(({ id }) => id);
  assert.deepEqual(inset.sort(), ["country:BE", "country:CH", "country:DE", "country:DK", "country:GB", "country:NL"]);
  for (const { at, frame } of points) {
    assert.ok(
      at[0] >= frame.left &&
        at[0] <= frame.left + frame.width &&
        at[1] >= frame.top &&
        at[1] <= frame.top + frame.height,
    );
  }
  assert.deepEqual(
    boxes.map(({ id }) => id),
    ["union:EU"],
  );
  assert.ok(boxes[0].left > parts.europe.left + parts.europe.width);
});

test("labels overlap neither each other nor a point, at any width", () => {
  for (const width of [640, 800, 1000, 1500]) {
    const { labels, points, size } = placed(width);
    assert.ok(labels.length >= points.length - 1, `${labels.length} of ${points.length} at ${width}`);
    labels.forEach((one, i) => {
      assert.ok(one.left >= 0 && one.right <= size.width && one.top >= 0 && one.bottom <= size.height);
      for (const other of labels.slice(i + 1)) assert.ok(!map.hits(one, other), `${one.id} ${other.id} ${width}`);
      for (const {
        at: [x, y],
      } of points)
        assert.ok(!map.crosses(one, [[x, y]]));
    });
  }
});

test("no line crosses the label of our own side", () => {
  for (const width of [640, 800, 1000, 1500]) {
    const { labels, lines } = placed(width),
      own = labels.find(({ id }) => id === "country:JP");
    assert.ok(own);
    assert.ok(!lines.some((line) => map.crosses(own, line.points)));
  }
});

test("lines begin and end where their parties are", () => {
  const { lines, points } = placed(),
    at = (id) => points.find((point) => point.id === id)?.at;
  assert.equal(lines.length, TIES.length);
  for (const line of lines.filter(({ other }) => other !== "union:EU")) {
    assert.deepEqual(line.points[0].map(Math.round), at(line.one).map(Math.round));
    assert.deepEqual(line.points.at(-1).map(Math.round), at(line.other).map(Math.round));
  }
});

test("the coast is lines alone, within the map, and none runs across it", () => {
  const { coast, size } = placed();
  assert.ok(coast.world.length > 90 && coast.europe.length > 5);
  for (const d of [...coast.world, ...coast.europe]) {
    assert.match(d, /^M[-\d. ]+(L[-\d. ]+)+$/);
    const points = d
      .slice(1)
      .split("L")
      .map((pair) => pair.split(" ").map(Number));
    for (const [i, [x]] of points.slice(1).entries()) assert.ok(Math.abs(x - points[i][0]) < size.width / 8, d);
  }
});

test("heights follow Miller's projection", () => {
  assert.ok(Math.abs(map.miller(0)) < 1e-12);
  assert.ok(Math.abs(map.miller(45) - 0.8428) < 0.001);
  assert.ok(Math.abs(map.miller(45) + map.miller(-45)) < 1e-12);
});

test("of the world as much is shown as there are points, and no more than there is height for", () => {
  const near = map.place(DATA, { width: 1000, parties: PARTIES.filter(({ id }) => id.endsWith("KR")), ties: [] });
  assert.equal(near.parts.europe, undefined);
  assert.equal(near.parts.world.width, 1000);
  assert.deepEqual(near.coast.europe, []);
  for (const width of [640, 1000, 1500]) {
    const { parts, points } = placed(width),
      x = Object.fromEntries(points.map((point) => [point.id, point.at[0]]));
    assert.ok(parts.world.height <= 0.451 * width && parts.world.height > 0.3 * width);
    // Farther apart than in a picture of the whole world.
    const whole = (parts.world.width * (261.5 - 103.82)) / 360;
    assert.ok(x["country:US"] - x["country:SG"] > whole * 1.2);
  }
});

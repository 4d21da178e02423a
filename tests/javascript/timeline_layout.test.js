"use strict";

const assert = require("node:assert/strict");
const { test } = require("node:test");
const { load } = require("./load.js");

const { timeline } = load("timeline_layout");

const LANES = [
  {
    id: "country:GB",
    members: ["country:GB"],
    label: { ja: { lines: ["英国"], width: 26 }, en: { lines: ["United Kingdom"], width: 104 } },
  },
  {
    id: "forum:mdq",
    members: ["forum:mdq"],
    label: { ja: { lines: ["MDQ"], width: 31 }, en: { lines: ["MDQ"], width: 31 } },
  },
];

function event(id, min, max = min, more = {}) {
  const label = { lines: ["協力覚書"], width: 130 };
  return {
    id,
    lane: "country:GB",
    kind: "Meeting",
    min,
    max,
    exact: true,
    label: { ja: label, en: label },
    date_width: { ja: 80, en: 90 },
    ...more,
  };
}

function place(events, links = [], view = {}) {
  return timeline.place({ lanes: LANES, events, links }, { lang: "ja", width: 1000, asOf: "2026-11-25", ...view });
}

/** The boxes of marks with their labels, as they are drawn. */
function boxes({ marks, line }) {
  return marks.map(({ event: { id, label }, x1, y, text }) => ({
    id,
    left: x1,
    right: text.x + text.width,
    top: y - line / 2,
    bottom: y - line / 2 + line * (label.ja.lines.length + 1),
  }));
}

function overlapping(places) {
  const all = boxes(places);
  return all.flatMap((one, i) =>
    all
      .slice(i + 1)
      .filter((o) => one.left < o.right && o.left < one.right && one.top < o.bottom && o.top < one.bottom)
      .map((o) => [one.id, o.id]),
  );
}

/** Numbers that look random and are the same each time. */
function numbers(seed) {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

function crowd(seed, count) {
  const next = numbers(seed);
  const events = Array.from({ length: count }, (_, i) => {
    const day = new Date(Date.UTC(2022, 0, 1 + Math.floor(next() * 1700))).toISOString().slice(0, 10);
    const lines = Array.from({ length: 1 + Math.floor(next() * 2) }, () => "量子技術ワークショップ");
    const label = { lines, width: 60 + Math.floor(next() * 200) };
    return event(`e${i}`, day, day, {
      lane: next() < 0.5 ? "country:GB" : "forum:mdq",
      label: { ja: label, en: label },
    });
  });
  const links = [];
  for (let i = 0; i < count / 3; i += 1) {
    const [from, to] = [events[Math.floor(next() * count)], events[Math.floor(next() * count)]].sort((a, b) =>
      a.min < b.min ? -1 : 1,
    );
    if (from !== to && from.lane === to.lane)
      links.push({ id: `l${i}`, from: from.id, to: to.id, link: next() < 0.5 ? "stated" : "listed" });
  }
  return { events, links };
}

test("a day is a point, a month is a bar over the whole month and never a point", () => {
  const [day, month] = place([
    event("a", "2025-04-28"),
    event("b", "2024-09-01", "2024-09-30", { exact: false }),
  ]).marks.sort((a, b) => (a.event.id < b.event.id ? -1 : 1));
  assert.equal(day.point, true);
  assert.equal(month.point, false);
  const years = place([event("b", "2024-01-01", "2024-12-31", { exact: false })], [], {
    range: ["2024-01-01", "2025-12-31"],
  });
  const [january] = years.ticks.filter(({ year }) => year === 2025);
  assert.equal(years.marks[0].point, false);
  assert.ok(Math.abs(years.marks[0].x2 - january.x) < 1);
});

test("a meeting of several days known to the day is drawn over them", () => {
  const { marks } = place([event("a", "2025-01-01", "2025-06-30"), event("b", "2025-09-10", "2025-09-12")], [], {
    range: ["2025-01-01", "2025-12-31"],
  });
  const long = marks.find((mark) => mark.event.id === "a");
  assert.equal(long.point, false);
  assert.ok(long.x2 - long.x1 > 200);
});

test("what has no date is listed, not placed", () => {
  const { min, max, exact, ...undated } = event("u", "2025-01-01");
  assert.ok(min && max && exact);
  const places = place([event("a", "2025-01-01"), undated]);
  assert.deepEqual(
    places.undated.map(({ id }) => id),
    ["u"],
  );
  assert.deepEqual(
    places.marks.map((mark) => mark.event.id),
    ["a"],
  );
});

test("labels never overlap, whatever the crowd", () => {
  for (const seed of [1, 2, 3, 5, 8, 13, 21, 34]) {
    for (const width of [640, 1000, 1500]) {
      const { events, links } = crowd(seed, 60);
      const places = place(events, links, { width });
      assert.equal(places.marks.length, 60);
      assert.deepEqual(overlapping(places), [], `seed ${seed}, width ${width}`);
    }
  }
});

test("no label reaches beyond the right edge", () => {
  const { events, links } = crowd(7, 40);
  const places = place(events, links, { width: 1000 });
  assert.ok(Math.max(...boxes(places).map((box) => box.right)) <= places.width);
});

test("a chain goes down in time, and its lines run down and then on, clear of other labels", () => {
  const events = [
    event("jc", "2023-11-07"),
    event("ws", "2024-03-06"),
    event("moc", "2025-04-28"),
    event("other", "2024-01-10"),
  ];
  const links = [
    { id: "1", from: "jc", to: "ws", link: "stated" },
    { id: "2", from: "ws", to: "moc", link: "listed" },
  ];
  const places = place(events, links);
  const y = Object.fromEntries(places.marks.map((mark) => [mark.event.id, mark.y]));
  assert.ok(y.jc < y.ws && y.ws < y.moc);
  assert.deepEqual(
    places.links.map(({ link }) => link),
    ["stated", "listed"],
  );
  const others = boxes(places).filter(({ id }) => id === "other");
  for (const { points } of places.links) {
    assert.ok(points.at(-1)[0] >= points[0][0]);
    assert.ok(points.every(([px], i) => i === 0 || px === points[i - 1][0] || points[i][1] === points[i - 1][1]));
    const [box] = others;
    assert.ok(!points.some(([px, py]) => px > box.left && px < box.right && py > box.top && py < box.bottom));
  }
});

test("links to what is not shown are left out", () => {
  const places = place([event("a", "2024-01-01")], [{ id: "1", from: "a", to: "gone", link: "stated" }]);
  assert.deepEqual(places.links, []);
});

test("lanes come in their order, and only those with something on them", () => {
  const places = place([event("m", "2025-01-01", "2025-01-01", { lane: "forum:mdq" })]);
  assert.deepEqual(
    places.lanes.map(({ id }) => id),
    ["forum:mdq"],
  );
  const both = place([event("m", "2025-01-01", "2025-01-01", { lane: "forum:mdq" }), event("g", "2025-02-01")]);
  assert.deepEqual(
    both.lanes.map(({ id }) => id),
    ["country:GB", "forum:mdq"],
  );
  assert.ok(both.lanes[0].top + both.lanes[0].height <= both.lanes[1].top);
});

test("years are named as far as there is room", () => {
  const years = (from, width) => {
    const { ticks } = place([event("a", "2024-12-31")], [], { range: [`${from}-01-01`, "2024-12-31"], width });
    const apart = ticks.slice(1).map(({ x }, i) => x - ticks[i].x);
    assert.ok(Math.min(...apart) >= 39, `${from} at ${width}: ${apart}`);
    return ticks.map(({ year }) => year);
  };
  assert.deepEqual(years(2020, 1000), [2020, 2021, 2022, 2023, 2024]);
  assert.deepEqual(years(2008, 640).slice(0, 3), [2008, 2010, 2012]);
  assert.deepEqual(years(1972, 1000).slice(0, 3), [1975, 1980, 1985]);
});

test("the day of the page is marked where it is in sight", () => {
  assert.ok(place([event("a", "2025-01-01")]).now > 0);
  assert.equal(place([event("a", "2025-01-01")], [], { range: ["2024-01-01", "2025-12-31"] }).now, undefined);
});

test("the same events give the same places", () => {
  const { events, links } = crowd(11, 50);
  assert.deepEqual(place(events, links), place([...events].reverse(), [...links].reverse().reverse()));
});

"use strict";

const assert = require("node:assert/strict");
const { test } = require("node:test");
const { load } = require("./load.js");

const { months, changes, dayText } = load("dom", "time");

test("months end on their last days, the last on the day itself", () => {
  assert.deepEqual(months("2023-11-05", "2024-03-10"), [
    "2023-11-30",
    "2023-12-31",
    "2024-01-31",
    "2024-02-29",
    "2024-03-10",
  ]);
  assert.deepEqual(months("2024-03-01", "2024-03-10"), ["2024-03-10"]);
});

test("play stops where something begins, ends or happens, and never after the day", () => {
  const items = [
    { from: "2020-01-05", to: "9999-12-31" },
    { from: "0000-01-01", to: "2021-06-01" },
    { day: { min: "2022-01-01", max: "2022-12-31" } },
    { day: { min: "2030-01-01", max: "2030-12-31" } },
  ];
  assert.deepEqual(changes(items, "2023-01-01"), ["2020-01-05", "2021-06-01", "2022-12-31", "2023-01-01"]);
});

test("days are written as the ministry writes them", () => {
  assert.equal(dayText("2025-04-08", "ja"), "2025年4月8日");
  assert.equal(dayText("2025-04-08", "en"), "8 April 2025");
});

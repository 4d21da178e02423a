"use strict";

const assert = require("node:assert/strict");
const { test } = require("node:test");
const { load } = require("./load.js");

const { rows } = load("rows");
const row = (...cells) => ({ cells: cells.map((cell) => (typeof cell === "string" ? { text: cell } : cell)) });
const firsts = (some) => some.map(({ cells }) => cells[0].text);
const lower = (text) => text.normalize("NFKC").toLowerCase();

test("rows are sorted by what a cell means, what is empty comes last either way", () => {
  const some = [
    row({ text: "2025年4月28日", sort: "2025-04-28" }),
    row(""),
    row({ text: "2023年11月7日", sort: "2023-11-07" }),
  ];
  assert.deepEqual(firsts(rows.sorted(some, 0)), ["2023年11月7日", "2025年4月28日", ""]);
  assert.deepEqual(firsts(rows.sorted(some, 0, { down: true })), ["2025年4月28日", "2023年11月7日", ""]);
});

test("numbers in text are sorted as numbers, and equal rows keep their order", () => {
  assert.deepEqual(firsts(rows.sorted([row("10"), row("9"), row("第2回"), row("第10回")], 0)), [
    "9",
    "10",
    "第2回",
    "第10回",
  ]);
  const same = [row("a", "1"), row("a", "2"), row("a", "3")];
  assert.deepEqual(rows.sorted(same, 0, { down: true }), same);
});

test("sorting leaves the rows as they were", () => {
  const some = [row("b"), row("a")];
  rows.sorted(some, 0);
  assert.deepEqual(firsts(some), ["b", "a"]);
});

test("every word that is looked for has to be somewhere in the row", () => {
  const some = [row("英国", "United Kingdom"), row("米国", "United States")];
  assert.deepEqual(firsts(rows.searched(some, "united 英国", lower)), ["英国"]);
  assert.deepEqual(firsts(rows.searched(some, "ＵＮＩＴＥＤ", lower)), ["英国", "米国"]);
  assert.deepEqual(firsts(rows.searched(some, "　", lower)), ["英国", "米国"]);
  assert.deepEqual(rows.searched(some, "denmark", lower), []);
});

test("CSV quotes what has to be quoted", () => {
  assert.equal(rows.csv(["名称", "注"], [row('「"A", B」', "二\n行")]), '名称,注\r\n"「""A"", B」","二\n行"\r\n');
});

test("no cell of a CSV is a formula", () => {
  for (const text of ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\r=1", "＝1", "＋1", "－1", "＠A"]) {
    assert.ok(rows.csvCell(text).replace(/^"/, "").startsWith("'"), JSON.stringify(text));
  }
  for (const text of ["日本", "2025-04-28", "a=b", "▲", "", "(1)"]) assert.equal(rows.csvCell(text), text);
});

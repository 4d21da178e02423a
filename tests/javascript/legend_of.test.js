"use strict";

const assert = require("node:assert/strict");
const { test } = require("node:test");
const { load } = require("./load.js");

const enishi = load("legend_of");
const legend = [
  { node: {}, text: "our side" },
  {
    key: "documents",
    node: {},
    text: "memorandum, treaty (documents)",
    parts: [
      ["moc", "memorandum"],
      ["treaty", "treaty"],
    ],
  },
  { key: "Forum", node: {}, text: "forum" },
  { node: { dashed: true }, text: "planned" },
  { sign: "▲", text: "sources differ" },
];
const items = {
  JP: { key: "Country", kind: "Country" },
  moc: { key: "documents", kind: "Agreement", type: "moc" },
  treaty: { key: "documents", kind: "Agreement", type: "treaty", planned: true },
  mdq: { key: "Forum", kind: "Forum", differs: true },
};
const app = { lang: "en", data: { own: "JP" }, item: (id) => items[id], text: () => ({ legend }) };
const told = (...ids) => enishi.legendOf(app, ...ids).map(({ text, n }) => [text, n]);

test("the legend speaks of what is shown and of nothing else", () => {
  assert.deepEqual(told(["JP", "moc"]), [
    ["our side", 0],
    ["memorandum (documents)", 1],
  ]);
  assert.deepEqual(told(["moc", "treaty"]), [
    ["memorandum, treaty (documents)", 2],
    ["planned", 0],
  ]);
});

test("what a tick hides keeps its entry, and gives the picture no sign", () => {
  assert.deepEqual(told(["JP"], ["mdq"]), [
    ["our side", 0],
    ["forum", 1],
  ]);
});

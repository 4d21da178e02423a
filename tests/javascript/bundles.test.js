"use strict";

const assert = require("node:assert/strict");
const { test } = require("node:test");
const { load } = require("./load.js");
const { network, instrument } = require("./network.js");

const enishi = load("state", "model", "showing", "bundles");
const country = (first) => ({ kind: "Country", key: "Country", first });

function page(items) {
  const model = new enishi.Model(network(items)),
    showing = new enishi.Showing(model);
  const bundles = new enishi.Bundles(model, showing);
  return (patch, most, calm) => {
    const state = { ...enishi.state.DEFAULTS, ...patch },
      visible = showing.visible(state);
    const folded = bundles.fold(visible, state, most, calm);
    return { visible, folded, ...bundles.drawn(visible, folded) };
  };
}

const parallel = page({
  JP: country(true),
  GB: country(true),
  FR: country(true),
  ...instrument("first", ["JP", "GB"], { first: true }),
  ...instrument("a", ["JP", "GB"], { group: "documents" }),
  ...instrument("b", ["GB", "JP"], { group: "documents" }),
  ...instrument("c", ["JP", "FR"], { group: "documents" }),
  ...instrument("d", ["JP", "GB", "FR"], { group: "documents" }),
});

test("instruments of the same parties are one, but not those that the picture came with", () => {
  const { folded, nodes, lines } = parallel({ more: ["documents"] });
  assert.deepEqual(
    folded.map(({ id, members, reason }) => [id, members, reason]),
    [["bundle:Agreement:GB+JP", ["a", "b"], "parallel"]],
  );
  assert.deepEqual(nodes, ["JP", "GB", "FR", "first", "bundle:Agreement:GB+JP", "c", "d"]);
  const line = lines.find(({ from, to }) => from === "JP" && to === "bundle:Agreement:GB+JP");
  assert.deepEqual(line.ties, ["JP PARTY_TO a", "JP PARTY_TO b"]);
});

test("a bundle that was opened is drawn one by one, and a chosen end of a path is never hidden in one", () => {
  assert.deepEqual(parallel({ more: ["documents"], bundles: ["bundle:Agreement:GB+JP"] }).folded, []);
  assert.deepEqual(parallel({ more: ["documents"], path: ["a", "FR"] }).folded, []);
});

test("too many nodes are drawn together by kind and country, and every one is in one place", () => {
  const items = { JP: country(true), GB: country(true) };
  for (let i = 0; i < 40; i += 1) {
    items[`p${i}`] = { kind: "Person", key: "Person", group: "people" };
    items[`p${i} OF`] = { kind: "LOCATED_IN", key: "ties", ends: [`p${i}`, i % 2 ? "GB" : "JP"] };
  }
  const show = page(items),
    { folded, nodes, visible } = show({ more: ["people"] }, 30, 20);
  assert.deepEqual(
    folded.map(({ members, with: near, reason }) => [members.length, near, reason]),
    [
      [20, ["JP"], "many"],
      [20, ["GB"], "many"],
    ],
  );
  assert.ok(
    show({ more: ["people"] }, 30, 20).lines.every(
      ({ from, to }) => from.startsWith("bundle:") && ["JP", "GB"].includes(to),
    ),
  );
  const members = folded.flatMap((bundle) => bundle.members);
  const alone = nodes.filter((id) => !id.startsWith("bundle:"));
  assert.deepEqual([...members, ...alone].sort(), [...visible.nodes].sort());
  assert.deepEqual(show({ more: ["people"] }, 300, 150).folded, []);
});

test("two thousand nodes are folded to what can be read, in little time", () => {
  const items = { JP: country(true) };
  for (let i = 0; i < 60; i += 1) items[`c${i}`] = country(true);
  const kinds = ["Person", "Organisation", "Meeting", "Project"];
  for (let i = 0; i < 1900; i += 1) {
    items[`n${i}`] = { kind: kinds[i % 4], key: kinds[i % 4], group: "all" };
    items[`t${i}`] = { kind: "LOCATED_IN", key: "ties", ends: [`n${i}`, `c${i % 60}`] };
    items[`u${i}`] = { kind: "ATTENDED", key: "ties", ends: [`n${i}`, `n${(i * 7 + 1) % 1900}`] };
  }
  const show = page(items),
    start = performance.now(),
    { nodes } = show({ more: ["all"] });
  assert.ok(nodes.length <= 300, `${nodes.length} are drawn`);
  assert.ok(performance.now() - start < 1500, "far above the aim, which the benchmark measures");
});

// A small network as a page holds it, for the tests of what a state shows.
"use strict";

/**
 * The data block of a page.
 *
 * @param {object} items nodes by id; ties by id with `ends`
 * @param {object} page what else the page has
 */
function network(items, page = {}) {
  const nodes = [],
    edges = [],
    all = {};
  for (const [id, { ends, ...item }] of Object.entries(items)) {
    all[id] = item;
    if (ends) edges.push({ id, from: ends[0], to: ends[1] });
    else nodes.push({ id });
  }
  const defaults = { as_of: "2026-01-01", own: "JP", focus: "", belonging: ["PARTY_TO"], items: all };
  return { nodes, edges, page: { ...defaults, ...page } };
}

/** A document between some parties, with its ties. */
function instrument(id, parties, item = {}) {
  const made = { [id]: { kind: "Agreement", key: "Agreement.memorandum_of_cooperation", ...item } };
  for (const party of parties) {
    made[`${party} PARTY_TO ${id}`] = { kind: "PARTY_TO", key: "documents", ends: [party, id], first: item.first };
  }
  return made;
}

module.exports = { network, instrument };

// What stands in the cells of the two matrices. No document.
(function (enishi) {
  "use strict";

  const NOTHING = Object.freeze({ value: "no_source", disputed: false, sources: [], since: null });

  /** Who is in which forum, for the parties and fora that are shown; `more` adds those that our side is in. */
  function fora(data, visible, { more = false } = {}) {
    const columns = data.fora.filter((forum) => visible.has(forum.id) || (more && forum.ours));
    const rows = data.parties
      .filter((party) => visible.has(party.id))
      .map((party) => ({ party, cells: columns.map((forum) => foraCell(data, party.id, forum.id)) }));
    const disputed = columns.map((_, i) => rows.some((row) => row.cells[i].disputed));
    return { columns, rows, disputed };
  }

  function foraCell(data, party, forum) {
    const known = data.cells[party]?.[forum];
    if (!known) return NOTHING;
    const [value, disputed, list, since = null] = known;
    return { value, disputed: Boolean(disputed), sources: data.lists[list], since };
  }

  /** Documents between each two of the parties that are shown, of those that `keeps` keeps: by kind, in both directions. */
  function pairs(data, visible, keeps) {
    const parties = data.parties.filter((party) => visible.has(party.id));
    const found = new Map();
    for (const { sides, type, documents } of data.pairs) {
      const kept = documents.filter(keeps);
      if (!kept.length || !sides.every((side) => visible.has(side))) continue;
      for (const key of [sides.join(" "), [...sides].reverse().join(" ")]) {
        found.set(key, [...(found.get(key) ?? []), { type, documents: kept }]);
      }
    }
    return { parties, cell: (one, other) => found.get(`${one} ${other}`) ?? [] };
  }

  /** The kind of a document in as few letters as the ministries use: 協力覚書, MOC; the whole word where there is none. */
  function short(type, lang) {
    const [, abbreviation] = /（([A-Za-z]+)）$/.exec(type.ja) ?? [];
    return lang === "ja" ? type.ja.replace(/（[^（）]*）$/, "") : (abbreviation ?? type.en);
  }

  enishi.cells = { fora, pairs, short };
})((globalThis.enishi ??= {}));

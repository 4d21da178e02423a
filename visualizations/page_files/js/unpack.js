// The data block as it was before `visualizations/packing.py` told everything once.
(function (enishi) {
  "use strict";

  /** Values by the ids in whose order they stand; those that are 0 are nothing. */
  function byId(ids, common, own) {
    const found = {};
    ids.forEach((id, i) => {
      const value = common[i] || own[i];
      if (value) found[id] = value;
    });
    return found;
  }

  /** A value that is made when it is first asked for. */
  function late(target, key, make) {
    Object.defineProperty(target, key, {
      configurable: true,
      enumerable: true,
      get() {
        const value = make();
        Object.defineProperty(target, key, { value, enumerable: true });
        return value;
      },
    });
  }

  /** Gives evidence as it was: details with their labels, cites with their sources. */
  class Evidence {
    constructor({ common, tables, text }, cites) {
      Object.assign(this, { common, text, cites, names: tables.names, langs: Object.keys(text) });
    }

    /** Of the node or tie at a place, in a language; undefined if there is none. */
    at(i, lang) {
      const said = this.#raw(i, lang);
      if (!said) return undefined;
      const made = { ...said },
        { differences } = said;
      for (const key of ["details", "not_drawn"])
        if (said[key]) made[key] = said[key].map((each) => this.#detail(each));
      if (differences) made.differences = differences.map((each) => this.#difference(each));
      made.other_title = this.#otherTitle(i, lang, said) || undefined;
      return made;
    }

    #raw(i, lang) {
      return this.common.evidence[i] || this.text[lang].evidence[i];
    }

    #detail([label, value]) {
      return { label: this.names[label], value };
    }

    #difference(each) {
      return { ...each, rivals: each.rivals.map((rival) => ({ ...rival, cites: this.cites(rival.cites) })) };
    }

    /** What it says, else, where there are two languages, the title in the other. */
    #otherTitle(i, lang, { title, other_title: said }) {
      if (said !== undefined || title === undefined || this.langs.length !== 2) return said;
      const { title: found } =
        this.#raw(
          i,
          this.langs.find((each) => each !== lang),
        ) || {};
      return found === title ? undefined : found;
    }
  }

  /** The data block with everything where it belongs; what is said in a language, when it is first asked for. */
  enishi.unpack = ({ nodes, edges, options, page }) => {
    const { common, tables, ...rest } = page,
      { likes, sources } = tables,
      nodeIds = nodes.map((node) => node.id);
    const ends = edges.map(({ from, to, id }, i) => {
      const [start, end] = [nodeIds[from], nodeIds[to]];
      return { id: id ?? `${start} ${likes[page.items[nodes.length + i][0]].kind} ${end}`, from: start, to: end };
    });
    const ids = [...nodeIds, ...ends.map((edge) => edge.id)];
    const cites = (list) => list.map(([source, place = ""]) => [sources[source], place]);
    const items = {};
    page.items.forEach(([like, own], i) => {
      items[ids[i]] = Object.assign(own, likes[like], own.cites && { cites: cites(own.cites) });
    });
    const evidence = new Evidence(page, cites),
      text = {};
    for (const [lang, said] of Object.entries(page.text)) {
      late(text, lang, () => {
        const known = sources.map((id, i) => [id, { ...common.sources[i], ...said.sources[i] }]);
        const told = ids.map((id, i) => [id, evidence.at(i, lang)]);
        return {
          ...said,
          labels: byId(nodeIds, common.labels, said.labels),
          boxes: byId(nodeIds, common.boxes, said.boxes),
          evidence: Object.fromEntries(told.filter(([, each]) => each)),
          sources: Object.fromEntries(known.filter(([, source]) => Object.keys(source).length)),
        };
      });
    }
    return { nodes, edges: ends, options, page: { ...rest, items, text } };
  };
})((globalThis.enishi ??= {}));

// Of the legend, the entries that speak of some nodes and ties, each with how many of them it stands for.
(function (enishi) {
  "use strict";

  /** How many each entry stands for, and of which types they are: {n, codes} by key. */
  function counted(app, ids) {
    const counts = new Map();
    for (const id of ids) {
      const { key, type, kind } = app.item(id);
      if (!counts.has(key)) counts.set(key, { n: 0, codes: new Set() });
      const known = counts.get(key);
      known.n += 1;
      known.codes.add(type ?? kind);
    }
    return counts;
  }

  /** What an entry means; of several things that look alike, those that are there. */
  function named({ text, parts = [] }, codes, lang) {
    const there = parts.filter(([code]) => codes?.has(code));
    const words = (list) => [...new Set(list.map(([, word]) => word))].join(lang === "ja" ? "、" : ", ");
    return there.length ? text.replace(words(parts), words(there)) : text;
  }

  /**
   * The entries that apply to what is shown, and to what their own ticks hide.
   *
   * @param {string[]} shown ids of nodes and ties
   * @param {string[]} hidden ids of those that come back with a tick
   */
  function legendOf(app, shown, hidden = []) {
    const counts = counted(app, [...shown, ...hidden]);
    const some = (test) => shown.some((id) => test(app.item(id)));
    const applies = ({ key, node, sign }) => {
      if (key) return counts.has(key);
      if (sign) return some((item) => item.differs || item.disputed);
      return node.dashed ? some((item) => item.planned) : shown.includes(app.data.own);
    };
    return app
      .text()
      .legend.filter(applies)
      .map((entry) => {
        const { n = 0, codes } = counts.get(entry.key) ?? {};
        return { ...entry, n, text: named(entry, codes, app.lang) };
      });
  }

  enishi.legendOf = legendOf;
})((globalThis.enishi ??= {}));

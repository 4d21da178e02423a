// What is seen as plain data, in the reader's language: what a sheet, a print or any other writer draws.
(function (enishi) {
  "use strict";

  const MOST_SOURCES = 60;

  function listed(texts, lang) {
    return texts.filter(Boolean).join(lang === "ja" ? "、" : ", ");
  }

  function nodeOf(id, app) {
    const { x, y } = app.picture.position(id);
    const look = app.look(id);
    const lines = app.label(id);
    const title = app.item(id) ? app.title(id) : lines.join(" ");
    const bundle = Boolean(app.bundle(id));
    return { id, x, y, look, lines, title, bundle, inside: app.data.inside.includes(look.shape), box: app.box(id) };
  }

  function tieOf(line, app) {
    const look = app.data.lines[app.item(line.ties[0]).look];
    return { ...line, look, smooth: app.picture.smooth(line) };
  }

  // Of the legend, what is seen.
  function legend(app, ids) {
    const keys = new Set(ids.map((id) => app.item(id).key));
    return app
      .text()
      .legend.filter((entry) => !entry.key || keys.has(entry.key))
      .map((entry) => ({ ...entry, inside: Boolean(entry.node && app.data.inside.includes(entry.node.shape)) }));
  }

  /** Sources of what is seen, each once, in the order in which it is cited, our own classification last: [{id, number, places, text}]. */
  function sources(app, ids) {
    const found = new Map();
    const ours = ([id]) => id === app.data.ours;
    for (const [id, place] of ids.flatMap((each) => app.item(each).cites ?? []).sort((a, b) => ours(a) - ours(b))) {
      if (!found.has(id)) found.set(id, new Set());
      if (place) found.get(id).add(place);
    }
    const known = app.text().sources;
    return [...found].map(([id, places], i) => {
      const { publisher, title, day, kind, url } = known[id] ?? { title: id === app.data.ours ? app.word("ours") : id };
      const text = listed([publisher, title, day, kind], app.lang);
      return { id, number: i + 1, places: [...places], text, url };
    });
  }

  // Numbered for a sheet, on which many hundreds have no room; it says how many there are besides.
  function fewSources(app, ids) {
    const all = sources(app, ids);
    const few = all.slice(0, MOST_SOURCES).map((each) => `${each.number}) ${each.text}`);
    return all.length > MOST_SOURCES ? [...few, app.word("more_sources", { n: all.length - MOST_SOURCES })] : few;
  }

  function foot(app) {
    const parts = [
      `${app.word("as_of")} ${enishi.dayText(app.data.as_of, app.lang)}`,
      `${app.word("data_version")} ${app.data.build}`,
      app.word("saved_from"),
    ];
    return parts.join(app.lang === "ja" ? "　" : " · ");
  }

  /** All that is seen in the picture. */
  function seen(app, dark = false) {
    const { nodes, edges, drawn } = app.visible();
    const ids = [...nodes, ...edges];
    const text = app.text();
    const { font_size, line_height, glyph, slope } = app.data;
    return {
      lang: app.lang,
      dark,
      font_size,
      line_height,
      glyph,
      slope,
      title: app.heading(),
      subtitle: [text.coverage, ...enishi.conditions(app)],
      handling: app.word(`handling_${app.data.handling}`),
      nodes: drawn.nodes.map((id) => nodeOf(id, app)),
      ties: drawn.lines.map((line) => tieOf(line, app)),
      frames: app.picture.frames(),
      marks: app.picture.signs.map(({ x, y }) => ({ x, y, text: "▲" })),
      bounds: app.picture.bounds(),
      legend: legend(app, ids),
      notes: [...text.notes, enishi.foldedNote(app)].filter(Boolean),
      sources: fewSources(app, ids),
      foot: foot(app),
      words: { legend: app.word("legend"), sources: app.word("sources") },
    };
  }

  /** What is seen on the tab that is shown: its own drawing, else the picture. */
  function seenNow(app) {
    const { tab } = app.state;
    if (!app.picture) {
      // The places of the picture are known only once it was drawn.
      app.change({ tab: "picture" }, { undo: false });
      app.change({ tab }, { undo: false });
    }
    return enishi.paper.inLight(() => {
      const whole = seen(app);
      const panel = document.getElementById(`panel-${tab}`);
      const own = tab === "picture" ? undefined : enishi.traced.traced(panel);
      if (!own) return whole;
      const name = app.word(app.tabs.find((each) => each.id === tab).key);
      const notes = [...panel.querySelectorAll(".note")].map((note) => note.textContent.trim());
      const shown = enishi.traced.idsOf(panel).filter((id) => app.item(id));
      return {
        ...whole,
        ...own,
        title: `${whole.title}${app.lang === "ja" ? "：" : ": "}${name}`,
        legend: enishi.traced.samples(panel),
        notes: notes.filter(Boolean),
        sources: fewSources(app, shown),
      };
    });
  }

  Object.assign(enishi, { seen, seenNow, sourcesOf: sources, foot, listed });
})((globalThis.enishi ??= {}));

// What is seen as plain data, in the reader's language: what a sheet, a print or any other writer draws.
(function (enishi) {
  "use strict";

  const { conditions, dayInWords, listed } = enishi.conditions;

  function nodeOf(id, app) {
    const text = app.text();
    const { x, y } = app.picture.place(id);
    const look = app.look(id);
    const [width, height] = text.boxes[id];
    const inside = app.data.inside.includes(look.shape);
    return { id, x, y, look, inside, lines: text.labels[id], box: [width, height], title: app.title(id) };
  }

  function tieOf(id, app) {
    const item = app.item(id);
    const [from, to] = app.model.ends.get(id);
    const smooth = enishi.lines.smoothing(item, app.data.bend);
    return { id, from, to, smooth, look: app.data.lines[item.look] };
  }

  // Signs stand where the layout found room for them, unless one of their ends was moved.
  function marks(app, shown) {
    const still = (mark) => app.model.ends.get(mark.tie).every((end) => !app.state.moved[end]);
    return app.data.marks.filter((mark) => shown.has(mark.tie) && still(mark)).map(({ x, y }) => ({ x, y, text: "▲" }));
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
      const text = listed([publisher, title, day, kind].filter(Boolean), app.lang);
      return { id, number: i + 1, places: [...places], text, url };
    });
  }

  function foot(app) {
    const parts = [
      `${app.word("as_of")} ${dayInWords(app.data.as_of, app.lang)}`,
      `${app.word("data_version")} ${app.data.build}`,
      app.word("saved_from"),
    ];
    return parts.join(app.lang === "ja" ? "　" : " · ");
  }

  /** All that is seen. */
  function drawing(app, dark = false) {
    const { nodes, edges } = app.visible();
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
      title: text.title,
      subtitle: [text.coverage, ...conditions(app)],
      handling: app.word(`handling_${app.data.handling}`),
      nodes: nodes.map((id) => nodeOf(id, app)),
      ties: edges.map((id) => tieOf(id, app)),
      frames: app.picture.shownFrames(),
      marks: marks(app, new Set(edges)),
      bounds: app.picture.bounds(),
      legend: legend(app, ids),
      notes: text.notes,
      sources: sources(app, ids).map((each) => `${each.number}) ${each.text}`),
      foot: foot(app),
      words: { legend: app.word("legend"), sources: app.word("sources") },
    };
  }

  enishi.drawing = { drawing, sources, foot };
})((globalThis.enishi ??= {}));

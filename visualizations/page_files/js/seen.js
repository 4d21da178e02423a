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

  function legend(app, ids) {
    const inside = (entry) => Boolean(entry.node && app.data.inside.includes(entry.node.shape));
    return enishi.legendOf(app, ids).map((entry) => ({ ...entry, inside: inside(entry) }));
  }

  /** Sources of what is seen, each once, in the order in which it is cited, our own classification last: [{id, number, places, text}]. */
  function sources(app, ids) {
    const found = new Map();
    const ours = ([id]) => id === app.data.ours;
    for (const [id, place] of ids.flatMap((each) => app.item(each).cites ?? []).sort((a, b) => ours(a) - ours(b))) {
      if (!found.has(id)) found.set(id, new Set());
      if (place) found.get(id).add(place);
    }
    return [...found].map(([id, places], i) => {
      const { texts, url } = enishi.parts.told(app, id);
      return { id, number: i + 1, places: [...places], text: listed(texts, app.lang), url };
    });
  }

  // Numbered for a sheet, on which many hundreds have no room; it says how many there are besides.
  function fewSources(app, all) {
    const few = all.slice(0, MOST_SOURCES).map((text, i) => `${i + 1}) ${text}`);
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
    const conditions = enishi.conditions(app);
    const ofFirst = conditions.length ? [app.word("notes_first")] : []; // the notes are those of the picture at first
    const { font_size, line_height, glyph, slope } = app.data;
    return {
      lang: app.lang,
      dark,
      font_size,
      line_height,
      glyph,
      slope,
      title: app.heading(),
      subtitle: [text.coverage, ...conditions],
      handling: app.word(`handling_${app.data.handling}`),
      nodes: drawn.nodes.map((id) => nodeOf(id, app)),
      ties: drawn.lines.map((line) => tieOf(line, app)),
      frames: app.picture.frames(),
      marks: app.picture.signs.map(({ x, y }) => ({ x, y, text: "▲" })),
      bounds: app.picture.bounds(),
      legend: legend(app, ids),
      notes: [...enishi.remarks(app), ...ofFirst, ...text.notes],
      sources: fewSources(
        app,
        sources(app, ids).map((each) => each.text),
      ),
      foot: foot(app),
      words: { legend: app.word("legend"), sources: app.word("sources") },
    };
  }

  /** Have the picture stand as the state says: its places are known only once it was drawn, which other tabs leave undone. */
  function drawPicture(app) {
    const { tab } = app.state;
    for (const each of ["picture", tab]) app.change({ tab: each }, { undo: false });
  }

  /** What is seen on the tab that is shown: its own drawing, else the picture. */
  function seenNow(app) {
    const tab = app.tabs.find(({ id }) => id === app.state.tab);
    drawPicture(app);
    return enishi.paper.inLight(() => {
      const whole = seen(app);
      const panel = document.getElementById(`panel-${tab.id}`);
      const own = tab.id === "picture" ? undefined : enishi.traced.traced(panel);
      if (!own) return { ...whole, tab: "picture" };
      const notes = [...panel.querySelectorAll(".note")].map((note) => note.textContent.trim());
      const cited = tab.sources(panel).map((id) => listed(enishi.parts.told(app, id).texts, app.lang));
      return {
        ...whole,
        ...own,
        tab: tab.id,
        title: `${whole.title}${app.lang === "ja" ? "：" : ": "}${app.word(tab.key)}`,
        legend: enishi.traced.samples(panel),
        notes: notes.filter(Boolean),
        sources: fewSources(app, cited),
      };
    });
  }

  Object.assign(enishi, { seen, seenNow, drawPicture, sourcesOf: sources, foot, listed });
})((globalThis.enishi ??= {}));

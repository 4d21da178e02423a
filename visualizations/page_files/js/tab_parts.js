// What several tabs need: their words, the sources that they cite, and what is told of something beside its drawing.
(function (enishi) {
  "use strict";

  const { element, link, within } = enishi.dom;

  /** The words of a tab: a function from key and values to text in the current language. */
  function words(app, tab) {
    const texts = app.data.tabs[tab].words;
    return (key, values = {}) => app.said(texts[key]).replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
  }

  /** Publisher, title, day and kind of a source, and its address: as the page tells it, else as a tab does. */
  function told(app, id) {
    const tab = app.data.tabs.sources?.[id];
    if (tab && !app.text().sources[id]) return { texts: tab[app.lang], url: tab.url };
    const { publisher, title, day, kind, url } = enishi.sourceOf(app, id);
    return { texts: [publisher, title, day, kind].filter(Boolean), url };
  }

  /** A source in one line, with its address below. */
  function source(app, id) {
    const { texts, url } = told(app, id),
      item = element("li"),
      address = link(url);
    texts.forEach((text, i) => {
      if (i) item.append(app.lang === "ja" ? "、" : ", ");
      within(item, element("span", text));
    });
    return within(item, address && element("br"), address);
  }

  /** A list of sources; says so where there is none. */
  function sources(app, ids) {
    if (!ids.length) return element("p", app.word("no_sources"));
    return within(element("ol", undefined, "cited"), ...ids.map((id) => source(app, id)));
  }

  /** Sources of items of the page, and of what only a tab holds; each once, our own classification last. */
  function cited(app, items) {
    const of = ({ id, sources }) => app.item(id)?.cites?.map(([source]) => source) ?? sources ?? [];
    const { ours } = app.data;
    return [...new Set(items.flatMap(of))].sort((a, b) => (a === ours) - (b === ours));
  }

  /** What is told of something: its kind, name and lines, and its sources. */
  function describe(app, { kind, name, lines = [], cited }) {
    return [
      element("p", kind, "kind"),
      element("p", name, "name"),
      ...lines.filter(Boolean).map((line) => element("p", line)),
      element("h2", app.word("sources")),
      sources(app, cited),
    ];
  }

  /** Whether something that the page does not hold as an item passes the filters of a state. */
  function passes(item, state) {
    return !["level", "scope", "stage"].some((key) => item[key] && state[`${key}s`].includes(item[key]));
  }

  /** Ids of the countries and unions in view: those that the picture shows, and the parties to what it shows. */
  function partiesInView(app) {
    const { sides } = app.data.tabs.map,
      { nodes } = app.visible();
    const shown = nodes.filter((id) => /^(country|union):/.test(id));
    return [...new Set([...shown, ...nodes.flatMap((id) => sides[id] ?? [])])];
  }

  /** What a country or union is called, whether the page holds it as an item or not. */
  function partyName(app, id) {
    if (app.item(id)) return app.title(id);
    return app.said(app.data.tabs.matrix.parties.find((party) => party.id === id)?.name) || id;
  }

  /** A note where another day is set for the picture than that for which a tab was made; nothing else. */
  function fixedNote(app, say) {
    const { state, data } = app;
    if (!state.day && !state.range.length) return undefined;
    return element("p", say("fixed", { as_of: enishi.dayText(data.as_of, app.lang) }), "note");
  }

  /** A choice of one of several: a label and a list to choose from. */
  function choice(label, options, value, change) {
    const select = element("select");
    for (const [key, text] of options) {
      const option = element("option", text);
      option.value = key;
      option.selected = key === value;
      select.append(option);
    }
    select.addEventListener("change", () => change(select.value));
    return within(element("label", undefined, "choice"), element("span", label), select);
  }

  enishi.parts = { words, told, sources, cited, describe, passes, fixedNote, partiesInView, partyName, choice };
})((globalThis.enishi ??= {}));

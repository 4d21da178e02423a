// What is printed in place of the page, on A4 landscape: the picture with its legend, then a table of what it shows and the
// numbered sources; or the tab that is open. It is made when the browser asks for it, in grey-proof light colours.
(function (enishi) {
  "use strict";

  const { element, within } = enishi.dom;

  function row(cells, tag = "td") {
    return within(
      element("tr"),
      ...cells.map((text) => {
        const cell = element(tag, text);
        if (tag === "th") cell.scope = "col";
        return cell;
      }),
    );
  }

  function stateOf(app, id) {
    const item = app.item(id);
    const { codes } = app.text();
    const words = [codes.levels[item.level], codes.scopes[item.scope], codes.stages[item.stage]];
    if (item.differs || item.disputed) words.push(`▲ ${app.word("differs")}`);
    return enishi.listed(words, app.lang);
  }

  function table(app, ids, numbers) {
    const columns = ["kind", "name", "day", "state", "sources"].map((name) => app.word(`column_${name}`));
    const rows = ids.map((id) => {
      const item = app.item(id);
      const cited = [...new Set((item.cites ?? []).map(([source]) => numbers.get(source)))].sort((a, b) => a - b);
      const day = item.day ? app.said(item.day.text) : "";
      return row([app.kind(id), app.title(id), day, stateOf(app, id), cited.map((number) => `${number})`).join(" ")]);
    });
    const caption = element("caption", app.word("table_items", { count: ids.length }));
    const head = within(element("thead"), row(columns, "th"));
    return within(element("table"), caption, head, within(element("tbody"), ...rows));
  }

  function sourceList(app, found) {
    const items = found.map(({ text, places, url }) => {
      const place = places.length ? ` ［${places.join("; ")}］` : "";
      const item = element("li", `${text}${place}`);
      return url ? within(item, element("br"), element("span", url, "address")) : item;
    });
    return [element("h2", app.word("sources")), within(element("ol"), ...items)];
  }

  /** The picture, a table of what it shows, and the sources. */
  function ofPicture(app) {
    const { nodes, edges } = app.visible();
    const ids = [...nodes, ...app.model.told(edges)];
    const found = enishi.sourcesOf(app, ids);
    const numbers = new Map(found.map(({ id, number }) => [id, number]));
    const drawing = { ...enishi.seen(app), sources: [], handling: "", foot: "" };
    const figure = within(element("figure"), enishi.svg.toElement(enishi.figure(drawing).tree));
    return [figure, table(app, ids, numbers), ...sourceList(app, found)];
  }

  /** A tab as it stands, under what the page is about, and the sources of what it has drawn. */
  function ofTab(app, tab, panel) {
    const cited = tab.sources?.(panel);
    const said = [app.text().coverage, ...enishi.conditions(app)].map((text) => element("p", text, "note"));
    return [
      element("h1", app.heading()),
      ...said,
      panel,
      ...(cited ? [element("h2", app.word("sources")), enishi.parts.sources(app, cited)] : []),
    ];
  }

  /** Every sheet has who may see it at its head, and of which day and data it is at its foot. */
  function fill(app, sheet, content) {
    const mark = element("p", app.word(`handling_${app.data.handling}`));
    within(
      sheet,
      within(element("div", undefined, "head"), mark),
      within(element("div", undefined, "body"), ...content),
      within(element("div", undefined, "foot"), element("p", enishi.foot(app))),
    );
  }

  enishi.start((app) => {
    const sheet = element("section");
    sheet.id = "print";
    document.body.append(sheet);
    let back = () => undefined; // a tab's panel goes back to its place
    window.addEventListener("beforeprint", () => {
      const tab = app.tabs.find(({ id }) => id === app.state.tab);
      if (tab.id === "picture") {
        fill(app, sheet, ofPicture(app));
        return;
      }
      const panel = document.getElementById(`panel-${tab.id}`),
        { parentNode, nextSibling } = panel;
      back = () => parentNode.insertBefore(panel, nextSibling);
      fill(app, sheet, ofTab(app, tab, panel));
    });
    window.addEventListener("afterprint", () => {
      back();
      back = () => undefined;
      sheet.replaceChildren();
    });
  });
})((globalThis.enishi ??= {}));

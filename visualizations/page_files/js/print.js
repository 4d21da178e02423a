// What is printed in place of the page, on A4 landscape: the picture with its legend, then a table of what it shows and the
// numbered sources. It is made when the browser asks for it, in grey-proof light colours.
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

  function fill(app, sheet) {
    const { nodes, edges } = app.visible();
    const ids = [...nodes, ...edges];
    const found = enishi.sourcesOf(app, ids);
    const numbers = new Map(found.map(({ id, number }) => [id, number]));
    const drawing = { ...enishi.seen(app), sources: [], handling: "", foot: "" };
    const body = within(
      element("div", undefined, "body"),
      within(element("figure"), enishi.svg.toElement(enishi.figure(drawing).tree)),
      table(app, ids, numbers),
      ...sourceList(app, found),
    );
    const mark = element("p", app.word(`handling_${app.data.handling}`));
    const foot = element("p", enishi.foot(app));
    within(
      sheet,
      within(element("div", undefined, "head"), mark),
      body,
      within(element("div", undefined, "foot"), foot),
    );
  }

  /** Sources of what a tab has drawn: they stand below it on paper. */
  function below(app, cited) {
    const list = element("section", undefined, "printed");
    return within(list, element("h2", app.word("sources")), enishi.parts.sources(app, cited));
  }

  enishi.start((app) => {
    const sheet = element("section");
    sheet.id = "print";
    document.body.append(sheet);
    let printed;
    window.addEventListener("beforeprint", () => {
      const { tab } = app.state,
        panel = document.getElementById(`panel-${tab}`);
      const cited = app.tabs.find((each) => each.id === tab).sources?.(panel);
      if (tab === "picture") fill(app, sheet);
      if (cited) panel.append((printed = below(app, cited)));
    });
    window.addEventListener("afterprint", () => {
      sheet.replaceChildren();
      printed?.remove();
    });
  });
})((globalThis.enishi ??= {}));

// Puts the page together; runs last.
(function (enishi) {
  "use strict";

  const { element, setText, within, button } = enishi.dom;
  const byId = (id) => document.getElementById(id);
  const data = enishi.unpack(JSON.parse(byId("data").textContent));

  enishi.tab({
    id: "picture",
    key: "picture",
    make(_panel, app) {
      app.picture = new enishi.Picture(byId("picture"), app, data);
    },
    draw(_panel, app) {
      app.picture.draw();
      byId("picture").setAttribute("aria-label", `${app.heading()} ${app.word("picture_help")}`);
    },
  });

  const app = new enishi.App(data);
  const parts = {
    tabs: new enishi.Tabs(byId("tabs"), byId("panels"), app),
    menu: new enishi.Menu(byId("menu"), app),
    legend: new enishi.Legend(byId("legend"), app),
    list: new enishi.List(byId("list"), app),
    evidence: new enishi.Evidence(byId("evidence"), app),
    filters: new enishi.Filters(byId("filters"), app),
    time: new enishi.Time(
      {
        slider: byId("time-day"),
        from: byId("time-from"),
        range: byId("time-range"),
        text: byId("time-text"),
        play: byId("play"),
        now: byId("time-now"),
      },
      app,
    ),
  };
  new enishi.Search(byId("search"), byId("hits"), app);

  /** Everything that is words alone. */
  function words() {
    const text = app.text();
    document.documentElement.lang = app.lang;
    setText(byId("coverage"), text.coverage);
    byId("notes").replaceChildren(...text.notes.map((note) => element("li", note)));
    for (const each of document.querySelectorAll("[data-word]")) setText(each, app.word(each.dataset.word));
    setText(byId("mark"), byId("mark").dataset[app.lang]);
    if (byId("home")) byId("home").href = byId("home").dataset[app.lang];
    for (const each of document.querySelectorAll("[data-label]")) {
      each.setAttribute("aria-label", app.word(each.dataset.label));
    }
    byId("search").placeholder = app.word("search");
    for (const each of byId("languages").children) {
      each.setAttribute("aria-pressed", String(each.lang === app.lang));
    }
  }

  /** The title, and under it what the reader has set. */
  function heading() {
    const said = enishi.conditions(app),
      bar = byId("conditions");
    document.title = app.heading();
    setText(byId("title"), app.heading());
    bar.hidden = !said.length;
    const remarks = app.state.tab === "picture" ? enishi.remarks(app) : [];
    byId("remarks").hidden = !remarks.length;
    setText(byId("remarks"), remarks.join(app.lang === "ja" ? "" : " "));
    setText(byId("notes-title"), app.word(said.length ? "notes_first" : "notes"));
    setText(bar.firstElementChild, said.join(app.lang === "ja" ? "／" : " · "));
  }

  function draw(state, previous) {
    if (!previous || state.lang !== previous.lang) words();
    heading();
    parts.tabs.draw();
    parts.menu.draw();
    byId("below").hidden = state.tab !== "picture"; // the other tabs explain themselves
    parts.legend.draw();
    parts.filters.draw();
    parts.time.draw();
    parts.evidence.draw();
    if (previous && state.lang === previous.lang && app.visible() === draw.visible) parts.list.mark();
    else parts.list.draw();
    draw.visible = app.visible();
    byId("undo").disabled = !app.canUndo;
    byId("redo").disabled = !app.canRedo;
  }

  within(
    byId("languages"),
    ...app.data.langs.map((lang) => {
      const choose = button(app.data.text[lang].words.language, () => app.change({ lang }));
      choose.lang = lang;
      return choose;
    }),
  );
  byId("languages").hidden = app.data.langs.length < 2;
  byId("closer").addEventListener("click", () => app.picture.zoom(1.25));
  byId("farther").addEventListener("click", () => app.picture.zoom(0.8));
  byId("whole").addEventListener("click", () => app.picture.whole());
  byId("conditions").lastElementChild.addEventListener("click", () => app.reset());
  byId("filtering").addEventListener("click", () => {
    const panel = byId("filters"),
      open = panel.hidden;
    panel.hidden = !open;
    byId("filtering").setAttribute("aria-expanded", String(open));
    parts.filters.draw();
  });
  byId("undo").addEventListener("click", () => app.undo());
  byId("redo").addEventListener("click", () => app.redo());

  app.on(draw);
  draw(app.state);
  enishi.app = app;
  enishi.paper.watch(app);
  for (const run of enishi.registered.starts) run(app);
})((globalThis.enishi ??= {}));

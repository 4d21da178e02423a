// Puts the page together; runs last.
(function (enishi) {
  "use strict";

  const { element, setText, within, button } = enishi.dom;
  const byId = (id) => document.getElementById(id);
  const data = JSON.parse(byId("data").textContent);

  enishi.tab({
    id: "picture",
    key: "picture",
    make(panel, app) {
      app.picture = new enishi.Picture(byId("picture"), app, data);
      app.picture.draw();
      app.picture.whole();
    },
    draw(panel, app) {
      app.picture.draw();
      byId("picture").setAttribute("aria-label", `${app.text().title} ${app.word("picture_help")}`);
    },
  });

  const app = new enishi.App(data);
  const parts = {
    tabs: new enishi.Tabs(byId("tabs"), byId("panels"), app),
    menu: new enishi.Menu(byId("menu"), app),
    legend: new enishi.Legend(byId("legend"), app),
    list: new enishi.List(byId("list"), app),
    evidence: new enishi.Evidence(byId("evidence"), app),
  };

  /** Everything that is words alone. */
  function words() {
    const text = app.text();
    document.documentElement.lang = app.lang;
    document.title = text.title;
    setText(byId("title"), text.title);
    setText(byId("coverage"), text.coverage);
    byId("notes").replaceChildren(...text.notes.map((note) => element("li", note)));
    for (const each of document.querySelectorAll("[data-word]")) setText(each, app.word(each.dataset.word));
    for (const each of document.querySelectorAll("[data-label]")) {
      each.setAttribute("aria-label", app.word(each.dataset.label));
    }
    for (const each of byId("languages").children) {
      each.setAttribute("aria-pressed", String(each.lang === app.lang));
    }
  }

  function draw(state, previous) {
    if (!previous || state.lang !== previous.lang) words();
    parts.tabs.draw();
    parts.menu.draw();
    parts.legend.draw();
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
    })
  );
  byId("languages").hidden = app.data.langs.length < 2;
  byId("closer").addEventListener("click", () => app.picture.zoom(1.25));
  byId("farther").addEventListener("click", () => app.picture.zoom(0.8));
  byId("whole").addEventListener("click", () => app.picture.whole());
  byId("undo").addEventListener("click", () => app.undo());
  byId("redo").addEventListener("click", () => app.redo());

  app.on(draw);
  draw(app.state);
  enishi.app = app;
  enishi.paper.watch(app);
  app.start();
})((globalThis.enishi ??= {}));

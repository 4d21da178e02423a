// Keys: everything that the pointer can do, and a dialog that lists them. Keys of one character can be switched off, since
// programs that write what is spoken would press them.
(function (enishi) {
  "use strict";

  const { button, element, label, tick, within } = enishi.dom;
  const { ARROWS, towards } = enishi.directions;
  const HELP = [
    [["/"], "key_search"],
    [["←", "→", "↑", "↓"], "key_arrows"],
    [["Enter"], "key_enter"],
    [["1", "2", "3"], "key_steps"],
    [["Esc"], "key_escape"],
    [["+", "-", "0"], "key_zoom"],
    [["Ctrl+Z", "Ctrl+Y"], "key_undo"],
    [["←", "→"], "key_tabs"],
    [["n", "p"], "key_story"],
    [["?"], "key_help"],
  ];

  function isTyping(target) {
    return target.matches("input:not([type=checkbox]):not([type=range]), textarea, select");
  }

  /** Leave what was set last of path, focus and choice. */
  function leave(app) {
    const { state } = app;
    const patch = [
      [state.path.length, { path: [] }],
      [state.focus, { focus: "", steps: 1, camera: [] }],
      [state.chosen, { chosen: "" }],
    ].find(([set]) => set)?.[1];
    if (patch) app.change(patch, { say: app.word("released") });
  }

  /** Go from what is chosen to the neighbour in a direction; from nowhere, to the first node of the page. */
  function walk(app, key) {
    const { model, picture, state } = app;
    const shown = new Set(app.visible().drawn.nodes.filter((id) => app.item(id)));
    const from = shown.has(state.chosen) ? state.chosen : "";
    const near = from ? model.neighbours(from).filter((id) => shown.has(id)) : [];
    const places = near.map((id) => ({ id, ...picture.position(id) }));
    const next = from
      ? towards(picture.position(from), places, key)
      : [app.data.own, ...shown].find((id) => shown.has(id));
    if (!next) return app.say(app.word("no_neighbour"));
    return app.change({ chosen: next }, { say: app.word("chosen", { kind: app.kind(next), what: app.title(next) }) });
  }

  function openOrClose(app) {
    const { chosen } = app.state;
    if (!app.model.isNode(chosen)) return;
    const { all, shown } = app.focusing.reach(chosen);
    if (shown < all) app.focusing.open(chosen);
    else app.focusing.close(chosen);
  }

  function help(app) {
    const list = element("dl");
    for (const [keys, word] of HELP) {
      if (word === "key_story" && !app.data.story) continue;
      const names = element("dt");
      for (const key of keys) within(names, element("kbd", key), " ");
      within(list, names, element("dd", app.word(word)));
    }
    const single = tick(app.word("keys_single"), app.state.keys !== "off", (on) =>
      app.change({ keys: on ? "" : "off" }, { undo: false }),
    );
    enishi.dialog.open(app, app.word("keys"), list, within(element("p"), single));
  }

  // Keys of one character, wherever nothing is being written.
  function single(app, event) {
    const { key } = event;
    const { chosen, focus } = app.state;
    const run = {
      "?": () => help(app),
      "/": () => document.getElementById("search").focus(),
      n: () => enishi.story?.go(app, 1),
      p: () => enishi.story?.go(app, -1),
    };
    for (const steps of [1, 2, 3])
      run[steps] = () => app.focusing.focus(app.model.isNode(chosen) ? chosen : focus, steps);
    if (!Object.hasOwn(run, key)) return;
    event.preventDefault();
    run[key]();
  }

  // Keys that act on the picture while it has the focus.
  function inPicture(app, event) {
    const { key } = event;
    const run = {
      Enter: () => openOrClose(app),
      "+": () => app.picture.zoom(1.25),
      "-": () => app.picture.zoom(0.8),
      0: () => app.picture.whole(),
    };
    for (const arrow of Object.keys(ARROWS)) run[arrow] = () => walk(app, arrow);
    if (!Object.hasOwn(run, key)) return;
    event.preventDefault();
    run[key]();
  }

  function anywhere(app, event) {
    if (document.querySelector("dialog[open]") || event.altKey || event.metaKey || isTyping(event.target)) return;
    const key = event.key.toLowerCase();
    if (event.ctrlKey && (key === "z" || key === "y")) {
      event.preventDefault();
      if (key === "y" || event.shiftKey) app.redo();
      else app.undo();
    } else if (event.ctrlKey) return;
    else if (key === "escape" && !event.defaultPrevented) leave(app);
    else if (app.state.keys !== "off") single(app, event);
  }

  enishi.start((app) => {
    const picture = document.getElementById("picture");
    picture.tabIndex = 0;
    picture.setAttribute("role", "application");
    picture.addEventListener("keydown", (event) => {
      if (!event.ctrlKey && !event.altKey && !event.metaKey) inPicture(app, event);
    });
    document.addEventListener("keydown", (event) => anywhere(app, event));

    const open = button("?", () => help(app), "sign");
    open.id = "keys";
    document.getElementById("undo").before(open);
    const draw = () => label(open, app.word("keys"));
    app.on(draw);
    draw();
  });
})((globalThis.enishi ??= {}));

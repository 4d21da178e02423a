// What the menu offers: the picture as PNG and SVG, print, the view for a slide, the layout for the next page.
(function (enishi) {
  "use strict";

  const { fileName, save, png } = enishi.save;
  const VERSION = 1;

  function sheet(app) {
    const drawing = enishi.seenNow(app);
    const { tree, width, height, said } = enishi.figure(drawing);
    const text = `<?xml version="1.0" encoding="UTF-8"?>\n${enishi.svg.toText(tree)}\n`;
    return { text, width, height, said, tab: drawing.tab };
  }

  function json(value) {
    return new Blob([`${JSON.stringify(value, null, 1)}\n`], { type: "application/json" });
  }

  function keep(app, blob, name) {
    save(blob, name);
    app.say(app.word("saved", { name }));
  }

  async function savePng(app) {
    const { text, width, height, said, tab } = sheet(app);
    const blob = await png(text, width, height);
    if (!blob) return app.say(app.word("too_large"));
    const texts = [
      ["Title", app.heading()],
      ["Description", said],
    ];
    const bytes = enishi.png.withTexts(new Uint8Array(await blob.arrayBuffer()), texts);
    return keep(app, new Blob([bytes], { type: "image/png" }), fileName(app, "png", tab));
  }

  function saveSvg(app) {
    const { text, tab } = sheet(app);
    keep(app, new Blob([text], { type: "image/svg+xml" }), fileName(app, "svg", tab));
  }

  function places(app) {
    enishi.drawPicture(app);
    const drawn = app.visible().drawn.nodes.filter((id) => app.item(id));
    const placed = drawn.map((id) => [id, app.picture.position(id)]);
    return Object.fromEntries(placed.map(([id, { x, y }]) => [id, [Math.round(x), Math.round(y)]]));
  }

  /** The view as `visualizations/view_file.py` reads it: ids, places and conditions, no facts. */
  function view(app) {
    const { own, focus, as_of, build, handling, command } = app.data;
    const { DEFAULTS, same } = enishi.state;
    const set = Object.entries(app.state).filter(([key, value]) => key !== "moved" && !same(value, DEFAULTS[key]));
    return {
      enishi: VERSION,
      lang: app.lang,
      own,
      focus: app.state.focus || focus,
      as_of,
      build,
      handling,
      title: app.heading(),
      command,
      nodes: places(app),
      ties: app.visible().edges,
      state: Object.fromEntries(set),
    };
  }

  function makeSlide(app) {
    const name = "view.json";
    save(json(view(app)), name);
    const line = `enishi deck --view ${name} -o ${fileName(app, "pptx")}`;
    const { element } = enishi.dom;
    enishi.dialog.open(
      app,
      app.word("make_slide"),
      element("p", app.word("slide_saved", { name })),
      element("p", app.word("slide_command")),
      enishi.dialog.command(app, line),
    );
  }

  function saveLayout(app) {
    const name = "layout.json";
    save(json({ version: VERSION, positions: places(app) }), name);
    const line = `${app.data.command || "enishi view"} --layout ${name}`;
    const said = enishi.dom.element("p", app.word("layout_saved", { name }));
    enishi.dialog.open(app, app.word("save_layout"), said, enishi.dialog.command(app, line));
  }

  enishi.action({ id: "png", key: "save_png", run: savePng });
  enishi.action({ id: "svg", key: "save_svg", run: saveSvg });
  enishi.action({ id: "print", key: "print", run: () => window.print() });
  enishi.action({ id: "slide", key: "make_slide", run: makeSlide });
  enishi.action({ id: "layout", key: "save_layout", run: saveLayout });
})((globalThis.enishi ??= {}));

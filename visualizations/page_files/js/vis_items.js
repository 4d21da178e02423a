// Nodes and lines as vis-network takes them; what it draws of a node is ours.
(function (enishi) {
  "use strict";

  const { drawNode } = enishi.drawing;

  /** A node of the picture. */
  function nodeItem(picture, id) {
    const { app } = picture;
    const { glyph, inside } = app.data;
    const { x, y } = picture.places.get(id);
    const ctxRenderer = ({ ctx, x, y, state }) => {
      const [width, height] = app.box(id);
      const whole = inside.includes(app.look(id).shape);
      return {
        drawNode: () => picture.labels.set(id, drawNode(ctx, app, id, x, y, state.selected)),
        nodeDimensions: whole ? { width, height } : { width: glyph, height: glyph },
      };
    };
    return { id, x, y, label: "", shape: "custom", fixed: false, ctxRenderer };
  }

  /** A line of the picture, which stands for one tie or several. */
  function lineItem(picture, { id, from, to, ties }) {
    const { data, dark } = picture.app;
    const line = data.lines[picture.app.item(ties[0]).look];
    const color = {
      color: enishi.colours.line(line.colour, dark),
      highlight: enishi.colours.palette(dark).mark,
      inherit: false,
    };
    const dashes = line.dashes.length ? line.dashes : false;
    const smooth = picture.smooth({ id, ties }),
      hidden = smooth.type === "through"; // we draw it
    const made = { id, from, to, width: line.width, smooth: hidden ? false : smooth, hidden, color, dashes };
    if (line.arrow) made.arrows = { to: { enabled: true, scaleFactor: 0.6 } };
    return made;
  }

  /** Bring a set to what is wanted: take out what is gone, put in what is new, leave the rest. */
  function sync(set, wanted, make) {
    const idOf = (each) => each.id ?? each;
    const ids = new Set(wanted.map(idOf));
    const gone = set.getIds().filter((id) => !ids.has(id));
    const come = wanted.filter((each) => !set.get(idOf(each)));
    if (gone.length) set.remove(gone);
    if (come.length) set.add(come.map(make));
  }

  enishi.visItems = { nodeItem, lineItem, sync };
})((globalThis.enishi ??= {}));

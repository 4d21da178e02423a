// Ties that run through a lane of the picture before they turn to their end: vis-network bends a line only once.
(function (enishi) {
  "use strict";

  const REACH = 10; // pixels within which a click means a line, as vis-network has it

  /** Those that are drawn: [{id, line, course}]. */
  function all(picture) {
    const { app, network } = picture;
    return picture.edges.get({ filter: (edge) => edge.hidden }).map(({ id, from, to }) => {
      const smooth = picture.smooth({ id, ties: [id] });
      const { d } = enishi.lines.course(network.getPosition(from), network.getPosition(to), smooth);
      return { id, look: app.data.lines[app.item(id).look], course: new Path2D(d) };
    });
  }

  /** Draw them; those that are chosen in the colour of what is. */
  function drawThrough(ctx, picture) {
    if (!picture.network) return; // vis-network draws once while it is made
    const { dark } = picture.app,
      chosen = picture.network.getSelectedEdges();
    for (const { id, look, course } of all(picture)) {
      ctx.strokeStyle = chosen.includes(id)
        ? enishi.colours.palette(dark).mark
        : enishi.colours.line(look.colour, dark);
      ctx.lineWidth = look.width + (chosen.includes(id) ? 1 : 0);
      ctx.setLineDash(look.dashes);
      ctx.stroke(course);
    }
    ctx.setLineDash([]);
  }

  /** The tie of those that is at a point of the picture, if one is. */
  function throughAt({ x, y }, picture) {
    const ctx = document.createElement("canvas").getContext("2d");
    ctx.lineWidth = (2 * REACH) / picture.network.getScale();
    return all(picture).find(({ course }) => ctx.isPointInStroke(course, x, y))?.id;
  }

  enishi.through = { drawThrough, throughAt };
})((globalThis.enishi ??= {}));

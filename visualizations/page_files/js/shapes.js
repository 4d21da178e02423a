// Shapes of nodes, lines of labels and looks of ties on a canvas: the picture and its legend draw with these.
(function (enishi) {
  "use strict";

  const { FONT } = enishi.svg;

  const known = new Map();

  /** The outline of a shape and the thin lines inside of it, around the origin; each is made once. */
  function paths(shape, w, h, slope) {
    const key = `${shape} ${w} ${h}`;
    if (!known.has(key)) {
      const { outline, inner } = enishi.outlines;
      known.set(key, { outer: new Path2D(outline(shape, w, h, slope)), inner: new Path2D(inner(shape, w, h)) });
    }
    return known.get(key);
  }

  /** Draw a shape: its look, its middle, its size, how far slanting sides come in, and on what paper. */
  function drawShape(ctx, look, { x, y, w, h }, { slope, dark }) {
    const { DASHES, INNER_WIDTH } = enishi.outlines;
    const { fill, border } = enishi.colours.node(look, dark);
    const { outer, inner } = paths(look.shape, w, h, slope);
    ctx.translate(x, y);
    ctx.fillStyle = fill;
    ctx.fill(outer);
    ctx.strokeStyle = border;
    ctx.lineWidth = look.thickness;
    ctx.setLineDash(look.dashed ? DASHES : []);
    ctx.stroke(outer);
    ctx.setLineDash([]);
    ctx.lineWidth = INNER_WIDTH;
    ctx.stroke(inner);
    ctx.translate(-x, -y);
  }

  /** Draw lines of text under one another, in the middle of `x`, from `top` downwards. */
  function drawText(ctx, lines, x, top, width, metrics) {
    ctx.font = `${metrics.font_size}px ${FONT}`;
    ctx.textAlign = "center";
    ctx.textBaseline = "middle";
    for (const [i, line] of lines.entries()) ctx.fillText(line, x, top + (i + 0.5) * metrics.line_height, width);
  }

  /** Draw a sample of a tie, 40 pixels long. */
  function drawLine(ctx, look, y, dark) {
    const colour = enishi.colours.line(look.colour, dark);
    ctx.strokeStyle = colour;
    ctx.lineWidth = look.width;
    ctx.setLineDash(look.dashes);
    ctx.beginPath();
    ctx.moveTo(2, y);
    ctx.lineTo(42, y);
    ctx.stroke();
    ctx.setLineDash([]);
    if (look.arrow) {
      ctx.fillStyle = colour;
      ctx.fill(new Path2D(`M42 ${y}l-9 -5v10z`));
    }
  }

  enishi.shapes = { FONT, drawShape, drawText, drawLine };
})((globalThis.enishi ??= {}));

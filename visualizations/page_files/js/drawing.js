// Draws one node, the frames and the signs on the canvas of the picture.
(function (enishi) {
  "use strict";

  const { FONT, drawShape, drawText } = enishi.shapes;
  const READABLE = 3; // height in pixels below which letters are only dots, and drawing them only takes time

  const widths = new Map();

  // Width of the widest line of a label; each label is measured once.
  function widthOf(ctx, lines, data) {
    const key = lines.join("\n");
    if (!widths.has(key)) {
      ctx.font = `${data.font_size}px ${FONT}`;
      widths.set(key, Math.max(...lines.map((line) => ctx.measureText(line).width)));
    }
    return widths.get(key);
  }

  /** Draw a node with its label. Returns the box of the label, and the room that it has. */
  function drawNode(ctx, app, id, x, y, selected) {
    const { data, dark } = app,
      look = app.look(id),
      palette = enishi.colours.palette(dark),
      lines = app.label(id),
      [width, height, drop] = app.box(id);
    const paper = { slope: data.slope, dark },
      inside = data.inside.includes(look.shape),
      high = lines.length * data.line_height;
    const w = inside ? width : data.glyph,
      h = inside ? height : data.glyph;
    if (selected) {
      ctx.fillStyle = palette.chosen;
      ctx.fillRect(x - width / 2 - 5, y + drop - height / 2 - 5, width + 10, height + 10);
    }
    if (app.bundle(id)) drawShape(ctx, look, { x: x + 5, y: y - 5, w: w - 8, h: h - 6 }, paper); // a second sheet behind
    drawShape(ctx, look, { x, y, w, h }, paper);
    const top = inside ? y - high / 2 : y + data.glyph / 2 + 4,
      room = inside ? w - 6 : width;
    if (!inside && !selected) {
      ctx.fillStyle = palette.veil;
      ctx.fillRect(x - room / 2, top, room, high);
    }
    ctx.fillStyle = palette.ink;
    if (ctx.getTransform().a * data.font_size >= READABLE) drawText(ctx, lines, x, top, room, data);
    if (app.state.pinned.includes(id)) drawPin(ctx, x - w / 2, y - h / 2);
    const wide = widthOf(ctx, lines, data);
    return { left: x - wide / 2, right: x + wide / 2, top, bottom: top + high, room };
  }

  function drawPin(ctx, x, y) {
    ctx.beginPath();
    ctx.arc(x, y, 4, 0, 2 * Math.PI);
    ctx.fill();
  }

  function drawFrames(ctx, picture) {
    const palette = enishi.colours.palette(picture.app.dark);
    ctx.fillStyle = palette.wash;
    ctx.strokeStyle = palette.line;
    ctx.lineWidth = 1;
    for (const frame of picture.frames()) {
      ctx.fillRect(frame.left, frame.top, frame.width, frame.height);
      ctx.strokeRect(frame.left, frame.top, frame.width, frame.height);
    }
  }

  /** Headings of frames, and signs on ties whose ends are not being moved. */
  function drawSigns(ctx, picture) {
    const { app } = picture,
      { data } = app,
      palette = enishi.colours.palette(app.dark);
    for (const frame of picture.frames()) {
      const x = frame.left + frame.width / 2,
        high = frame.heading.length * data.line_height;
      ctx.fillStyle = palette.wash;
      ctx.fillRect(frame.left + 1, frame.top + 1, frame.width - 2, high + 14);
      ctx.fillStyle = palette.ink;
      drawText(ctx, frame.heading, x, frame.top + 9, frame.width - 8, data);
    }
    ctx.fillStyle = palette.ink;
    for (const { tie, x, y } of picture.signs) {
      if (picture.stands(tie)) drawText(ctx, ["▲"], x, y - data.line_height / 2, 20, data);
    }
  }

  enishi.drawing = { drawNode, drawFrames, drawSigns };
})((globalThis.enishi ??= {}));

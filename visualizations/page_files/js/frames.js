// Frames behind the nodes of the picture, wherever what their heading says is what is shown.
(function (enishi) {
  "use strict";

  /**
   * The frames: none where the picture is about something else or another day, where it shows more documents than those
   * of which a frame says that there are none, or nothing that stands in it.
   *
   * @param {Map} first where nodes stand at first: {x, y} by id
   */
  function framesOf(app, first) {
    const { focus, day, range, more, opened, added, path } = app.state;
    if (focus || day || [range, more, opened, added, path].some((each) => each.length)) return [];
    const shown = app.visible().nodes.filter((id) => first.has(id));
    const holds = ({ left, top, width, height }) =>
      shown.some((id) => {
        const { x, y } = first.get(id);
        return left <= x && x <= left + width && top <= y && y <= top + height;
      });
    return app.text().frames.filter(holds);
  }

  enishi.framesOf = framesOf;
})((globalThis.enishi ??= {}));

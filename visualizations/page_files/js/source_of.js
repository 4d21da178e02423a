// What the page says of a source; our own classification is one of its own, and no id is shown.
(function (enishi) {
  "use strict";

  /** A source as the page tells it: {publisher, title, day, kind, url}, of which any may be missing. */
  enishi.sourceOf = (app, id) => app.text().sources[id] ?? { publisher: id === app.data.ours ? app.word("ours") : id };
})((globalThis.enishi ??= {}));

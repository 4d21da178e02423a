// What the reader can do to the network: look around a node, bring in and take out what is tied to it, find a path.
(function (enishi) {
  "use strict";

  const { toggled } = enishi.state;

  /** Functions that buttons and keys call; each changes the state once, so that it can be undone. */
  class Focusing {
    constructor(app) {
      this.app = app;
    }

    /** Show only what is within 1 to 3 steps of a node; 0 for the whole picture again. */
    focus(id, steps) {
      const { app } = this;
      if (!steps) return app.change({ focus: "", steps: 1 }, { say: app.word("unfocused") });
      if (!app.model.isNode(id)) return undefined;
      const say = app.word("focused", { what: app.title(id), n: steps });
      return app.change({ focus: id, steps, chosen: id, path: [], camera: [] }, { say });
    }

    /** Bring in what is tied to a node. */
    open(id) {
      const { app } = this,
        before = app.visible().nodes.length;
      app.change({ opened: toggled(app.state.opened, id, true), closed: toggled(app.state.closed, id, false) });
      app.say(app.word("opened", { what: app.title(id), n: app.visible().nodes.length - before }));
    }

    /** Take out what was brought in by a node, and what is tied to it alone. */
    close(id) {
      const { app } = this,
        before = app.visible().nodes.length;
      const closed = app.state.opened.includes(id) ? app.state.closed : toggled(app.state.closed, id, true);
      app.change({ opened: toggled(app.state.opened, id, false), closed });
      app.say(app.word("closed", { what: app.title(id), n: before - app.visible().nodes.length }));
    }

    /** How many nodes are tied to a node, and how many of them are shown. */
    reach(id) {
      const { model, state, showing } = this.app,
        shown = new Set(this.app.visible().nodes);
      const near = model.neighbours(id, showing.carries(state));
      return { all: near.length, shown: near.filter((each) => shown.has(each)).length };
    }

    /** Show the members of a bundle one by one. */
    unfold(id) {
      const { app } = this,
        bundle = app.bundle(id);
      const say = app.word("unfolded", { what: app.label(id).join(" ") });
      if (bundle) app.change({ bundles: [...app.state.bundles, id] }, { say });
    }

    /** Draw the members of a bundle that was opened together again. */
    refold(id) {
      const { app } = this;
      app.change({ bundles: toggled(app.state.bundles, id, false) }, { say: app.word("refolded") });
    }

    /** Begin a path at a node, or end it there. */
    path(id) {
      const { app } = this,
        [from] = app.state.path;
      if (app.state.path.length !== 1 || from === id) return app.change({ path: [id] }, { say: app.word("path_to") });
      return app.change({ path: [from, id], chosen: "" });
    }

    /** Show something that was searched for, wherever it is. */
    reveal(id) {
      const { app } = this,
        shown = new Set(app.visible().nodes);
      if (shown.has(id)) return app.change({ chosen: id });
      const tied = app.model.neighbours(id, app.showing.carries(app.state)).some((near) => shown.has(near));
      if (tied) return app.change({ added: toggled(app.state.added, id, true), chosen: id });
      return this.focus(id, 1);
    }
  }

  enishi.Focusing = Focusing;
})((globalThis.enishi ??= {}));

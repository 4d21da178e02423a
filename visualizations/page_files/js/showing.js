// Which nodes and ties a state shows: what is brought in, less what is filtered out. The same is asked by every tab.
(function (enishi) {
  "use strict";

  const ROWS = "rows"; // what rows of a query name stands on its own
  const DOCUMENTS = ["documents", "third", ROWS]; // groups that bring parties of documents with them

  const KEPT = 12; // views that are kept; each is asked for several times
  const SETTINGS = [
    ...["kinds", "levels", "scopes", "stages", "fields", "more", "day", "range"],
    ...["focus", "steps", "opened", "added", "closed", "path"],
  ]; // what a state shows depends on these alone

  class Showing {
    #kept = new Map();

    constructor(model) {
      this.model = model;
      this.items = model.items;
      this.page = model.page;
    }

    /** Whether something holds, or has happened, on the day or in the range of a state. */
    inTime(id, state) {
      const item = this.items[id];
      if (item.first && !state.day && state.range.length !== 2) return true;
      const ranged = state.range.length === 2;
      const last = ranged ? state.range[1] : state.day || this.page.as_of;
      const first = ranged ? state.range[0] : last;
      if (item.from && !(item.from <= last && first < item.to)) return false;
      if (!item.day || item.planned) return true;
      return item.day.max <= last && (Boolean(item.from) || !ranged || item.day.max >= first);
    }

    /** Whether a node or tie passes the filters of a state. */
    passes(id, state) {
      const item = this.items[id];
      if (state.kinds.includes(item.key)) return false;
      if (item.level && state.levels.includes(item.level)) return false;
      if (item.scope && state.scopes.includes(item.scope)) return false;
      if (item.stage && state.stages.includes(item.stage)) return false;
      if (item.fields?.every((field) => state.fields.includes(field))) return false;
      return this.inTime(id, state);
    }

    /** What may carry a step or a path: a tie that passes, between nodes that do. */
    carries(state) {
      const known = new Map();
      const passes = (id) => {
        if (!known.has(id)) known.set(id, this.passes(id, state));
        return known.get(id);
      };
      return (tie) => passes(tie) && this.model.ends.get(tie).every(passes);
    }

    /** The shortest path between the two nodes that a state names; empty without two, or where there is none. */
    path(state) {
      const [from, to] = state.path;
      return to ? this.model.path(from, to, this.carries(state)) : [];
    }

    /** Nodes that a state brings in, each with why: `first`, `near` to what was opened or is in focus, `group`, `named`. */
    reached(state) {
      const carries = this.carries(state);
      const found = new Map();
      const add = (ids, why) => {
        for (const id of ids) if (!found.has(id)) found.set(id, why);
      };
      add(
        [...this.special(state)].filter((id) => this.model.isNode(id)),
        "named",
      );
      if (state.focus) add(this.model.within(state.focus, state.steps, carries).keys(), "near");
      else {
        add(
          this.model.nodes.filter((id) => this.items[id].first),
          "first",
        );
        add(state.opened, "named");
        for (const id of state.opened) add(this.model.neighbours(id, carries), "near");
        for (const group of state.more)
          add(this.#grouped(group, state, found, carries), group === ROWS ? "named" : "group");
      }
      return this.#without(state, found);
    }

    /** What a tick brings in: documents with their parties, else whatever is tied to what is there. */
    #grouped(group, state, found, carries) {
      const { model } = this;
      const passes = (id) => this.passes(id, state);
      const members = model.nodes.filter((id) => this.items[id].group === group && passes(id));
      if (DOCUMENTS.includes(group)) return members.flatMap((id) => [id, ...model.parties(id).filter(passes)]);
      const tied = (id) => model.at.get(id).some((tie) => found.has(model.other(tie, id)) && carries(tie));
      return members.filter(tied);
    }

    /** Without what is tied to a closed node and to nothing else. */
    #without(state, found) {
      for (const id of state.closed) {
        for (const near of this.model.neighbours(id)) {
          const others = this.model.neighbours(near).filter((other) => found.has(other));
          if (found.has(near) && others.length === 1 && near !== state.focus) found.delete(near);
        }
      }
      return found;
    }

    /** What a state shows: ids of nodes and ties, in the order of the page. What was asked for last is kept. */
    visible(state) {
      const key = JSON.stringify(SETTINGS.map((name) => state[name]));
      const known = this.#kept.get(key);
      if (known) return known;
      const found = this.#visible(state);
      this.#kept.set(key, found);
      if (this.#kept.size > KEPT) this.#kept.delete(this.#kept.keys().next().value);
      return found;
    }

    #visible(state) {
      const { model } = this,
        reached = this.reached(state),
        special = this.special(state);
      let nodes = model.sorted([...reached.keys()].filter((id) => special.has(id) || this.passes(id, state)));
      const shown = new Set(nodes),
        ties = model.ties.filter((tie) => {
          return model.ends.get(tie).every((end) => shown.has(end)) && (special.has(tie) || this.passes(tie, state));
        });
      const seen = this.#seen(state, special),
        drawn = new Set(ties.filter((tie) => this.#drawn(tie, reached, seen)));
      // What a group brought in and no such tie holds is held by those that are left out elsewhere.
      const tied = new Set([...drawn].flatMap((tie) => model.ends.get(tie)));
      const loose = (end) => reached.get(end) === "group" && !tied.has(end);
      for (const tie of ties) if (model.ends.get(tie).some(loose)) drawn.add(tie);
      const edges = ties.filter((tie) => drawn.has(tie));
      const held = new Set(edges.flatMap((tie) => model.ends.get(tie)));
      nodes = nodes.filter((id) => held.has(id) || this.items[id].first || reached.get(id) === "named");
      return { nodes, edges };
    }

    /** Nodes that a state names, and the ties of its path: they stay whatever is filtered. */
    special(state) {
      return new Set([state.focus, ...state.added, ...state.path, ...this.path(state)].filter(Boolean));
    }

    /** Nodes that are looked into: all their ties are drawn. */
    #seen(state, special) {
      const seen = new Set([...special, ...state.opened]);
      if (state.focus && state.steps > 1) {
        for (const id of this.model.within(state.focus, state.steps - 1, this.carries(state)).keys()) seen.add(id);
      }
      return seen;
    }

    /**
     * Whether a tie between two nodes that are shown is drawn. The picture itself leaves some out, as do its neighbours:
     * who attended, takes part or is based where, between two nodes that are not looked into.
     */
    #drawn(tie, reached, seen) {
      const ends = this.model.ends.get(tie),
        item = this.items[tie],
        why = ends.map((end) => reached.get(end));
      if (seen.has(tie) || ends.some((end) => seen.has(end))) return true;
      if (why.every((each) => each === "first")) return Boolean(item.first);
      if (why.includes("near")) return this.page.belonging.includes(item.kind);
      return item.kind !== "ATTENDED";
    }

    /** What of a group there is to bring in on the day of a state. */
    size(group, state) {
      return this.model.nodes.filter((id) => this.items[id].group === group && this.passes(id, state)).length;
    }
  }

  enishi.Showing = Showing;
})((globalThis.enishi ??= {}));

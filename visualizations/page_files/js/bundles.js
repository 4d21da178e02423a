// Several nodes drawn as one: parallel instruments of the same parties, and whole kinds where there are too many.
(function (enishi) {
  "use strict";

  const MOST = 300; // nodes that are drawn one by one at most
  const CALM = 150; // nodes that are drawn at most where more than that are shown
  const AGREEMENT = "Agreement",
    STATES = ["Country", "Union"];

  /** Kinds in the order in which they are drawn together where there are too many. */
  const KINDS = ["Person", "Organisation", "Meeting", "Project", "Call", "Programme", AGREEMENT, "Forum"];

  /** Nodes by a key, in their order; those without a key are left out. */
  function grouped(ids, keyOf) {
    const groups = new Map();
    for (const id of ids) {
      const key = keyOf(id);
      if (key === undefined) continue;
      if (!groups.has(key)) groups.set(key, []);
      groups.get(key).push(id);
    }
    return groups;
  }

  class Bundles {
    constructor(model, showing) {
      this.model = model;
      this.showing = showing;
      this.items = model.items;
    }

    /** Bundles of what is visible: [{id, kind, reason, members, with}], `with` being what they are tied to. Those that the state opened are not made. */
    fold(visible, state, most = MOST, calm = CALM) {
      const special = this.showing.special(state);
      const free = visible.nodes.filter((id) => !this.items[id].first && !special.has(id));
      const made = this.#make(free, (id) => this.#pair(id), "parallel", state);
      let rest = this.#rest(free, made),
        drawn = visible.nodes.length - this.#saved(made);
      if (visible.nodes.length <= most) return made;
      for (const keyOf of [(id) => this.#country(id), () => "all"]) {
        for (const kind of KINDS) {
          if (drawn <= calm) return made;
          const ofKind = rest.filter((id) => this.items[id].kind === kind);
          const more = this.#make(ofKind, (id) => `${kind}:${keyOf(id)}`, "many", state);
          made.push(...more);
          drawn -= this.#saved(more);
          rest = this.#rest(rest, more);
        }
      }
      return made;
    }

    #make(ids, keyOf, reason, state) {
      return [...grouped(ids, keyOf)]
        .map(([key, members]) => ({
          id: `bundle:${key}`,
          kind: this.items[members[0]].kind,
          reason,
          members,
          with: reason === "many" ? [this.#country(members[0])].filter(Boolean) : this.model.parties(members[0]),
        }))
        .filter(({ id, members }) => members.length > 1 && !state.bundles.includes(id));
    }

    #saved(bundles) {
      return bundles.reduce((sum, { members }) => sum + members.length - 1, 0);
    }

    #rest(ids, bundles) {
      const taken = new Set(bundles.flatMap(({ members }) => members));
      return ids.filter((id) => !taken.has(id));
    }

    /** Instruments of the same parties belong together; other kinds never do. */
    #pair(id) {
      if (this.items[id].kind !== AGREEMENT) return undefined;
      const parties = this.model.parties(id);
      return parties.length > 1 ? `${AGREEMENT}:${[...parties].sort().join("+")}` : undefined;
    }

    /** The country or union that a node is tied to, directly or over another; not the own side where there is one more. */
    #country(id) {
      const { model } = this,
        state = (near) => STATES.includes(this.items[near].kind),
        near = model.neighbours(id);
      let states = near.filter(state);
      if (!states.length) states = near.flatMap((other) => model.neighbours(other).filter(state));
      return states.find((other) => other !== model.page.own) ?? states[0] ?? "";
    }

    /** What is drawn: nodes and bundles, and lines between them, of which several ties between two bundles are one. */
    drawn(visible, folded) {
      const stands = new Map(folded.flatMap(({ id, members }) => members.map((member) => [member, id])));
      const nodes = [...new Set(visible.nodes.map((id) => stands.get(id) ?? id))];
      const lines = new Map();
      for (const tie of visible.edges) {
        const [start, end] = this.model.ends.get(tie);
        const from = stands.get(start) ?? start,
          to = stands.get(end) ?? end;
        if (from === to) continue;
        const single = from === start && to === end;
        const id = single ? tie : `${from} ${to}`;
        if (!lines.has(id)) lines.set(id, { id, from, to, ties: [] });
        lines.get(id).ties.push(tie);
      }
      return { nodes, lines: [...lines.values()] };
    }
  }

  Bundles.MOST = MOST;
  enishi.Bundles = Bundles;
})((globalThis.enishi ??= {}));

// Several nodes drawn as one: parallel instruments of the same parties, and whole kinds where there are too many.
(function (enishi) {
  "use strict";

  const BUNDLE = "bundle:";
  const MOST = 150; // nodes that are drawn one by one at most
  const CALM = 100; // nodes that are drawn at most where more than that are shown
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
    #countries = new Map();

    constructor(model, showing) {
      this.model = model;
      this.showing = showing;
      this.items = model.items;
    }

    /**
     * Bundles of what is visible: [{id, kind, reason, members, with}], `with` being what they are tied to. Those that the
     * state opened are not made. Above `most` nodes, kind after kind is drawn together by country until no more than
     * `calm` are drawn, and then whole kinds where that is still more than `most`.
     */
    fold(visible, state, most = MOST, calm = CALM) {
      const special = this.showing.special(state);
      const free = visible.nodes.filter((id) => !this.items[id].first && !special.has(id));
      const parallel = this.#make(free, (id) => this.#pair(id), "parallel", state);
      if (visible.nodes.length <= most) return parallel;
      const rest = this.#rest(free, parallel);
      const byKind = new Map();
      const drawn = () => visible.nodes.length - this.#saved([...parallel, ...[...byKind.values()].flat()]);
      const foldKind = (kind, keyOf) => {
        const ofKind = rest.filter((id) => this.items[id].kind === kind);
        byKind.set(
          kind,
          this.#make(ofKind, (id) => `${kind}:${keyOf(id)}`, "many", state),
        );
      };
      for (const kind of KINDS) if (drawn() > calm) foldKind(kind, (id) => this.#country(id));
      for (const kind of KINDS) if (drawn() > most) foldKind(kind, () => "");
      return [...parallel, ...[...byKind.values()].flat()];
    }

    #make(ids, keyOf, reason, state) {
      return [...grouped(ids, keyOf)]
        .filter(([, members]) => members.length > 1)
        .map(([key, members]) => ({
          id: `${BUNDLE}${key}`,
          kind: this.items[members[0]].kind,
          reason,
          members,
          with: reason === "many" ? this.#together(members, key) : this.model.parties(members[0]),
        }))
        .filter(({ id }) => !state.bundles.includes(id));
    }

    /** The country that members share; none where they were put together whatever their country. */
    #together(members, key) {
      const country = this.#country(members[0]);
      return country && key.endsWith(`:${country}`) ? [country] : [];
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
      if (!this.#countries.has(id)) this.#countries.set(id, this.#nearestCountry(id));
      return this.#countries.get(id);
    }

    #nearestCountry(id) {
      const { model } = this,
        state = (near) => STATES.includes(this.items[near].kind),
        near = model.neighbours(id);
      let states = near.filter(state);
      if (!states.length) states = near.flatMap((other) => model.neighbours(other).filter(state));
      return states.find((other) => other !== model.page.own) ?? states[0] ?? "";
    }

    /** The country that alone a bundle has a line to, where it stands for too much; empty where it has none. */
    #onlyTo(nodes, folded) {
      const many = folded.filter(
        ({ reason, with: near }) => reason === "many" && near.every((end) => nodes.includes(end)),
      );
      return new Map(many.map(({ id, with: near }) => [id, near[0] ?? ""]));
    }

    /**
     * What is drawn: nodes and bundles, and lines between them, of which several ties between the same two are one. What
     * was drawn together because there is too much has one line, to its country: its other ties are not drawn.
     */
    drawn(visible, folded) {
      const stands = new Map(folded.flatMap(({ id, members }) => members.map((member) => [member, id])));
      const nodes = [...new Set(visible.nodes.map((id) => stands.get(id) ?? id))];
      const only = this.#onlyTo(nodes, folded);
      const lines = new Map();
      const add = (id, from, to, tie) => {
        if (!lines.has(id)) lines.set(id, { id, from, to, ties: [] });
        lines.get(id).ties.push(tie);
      };
      for (const tie of visible.edges) {
        const [from, to] = this.model.ends.get(tie).map((end) => stands.get(end) ?? end);
        const alone = [from, to].filter((end) => only.has(end));
        for (const end of alone.filter((each) => only.get(each)))
          add(`${end} ${only.get(end)}`, end, only.get(end), tie);
        const whole = from.startsWith(BUNDLE) || to.startsWith(BUNDLE);
        if (!alone.length && from !== to) add(whole ? `${from} ${to}` : tie, from, to, tie);
      }
      return { nodes, lines: [...lines.values()] };
    }
  }

  Bundles.MOST = MOST;
  enishi.Bundles = Bundles;
})((globalThis.enishi ??= {}));

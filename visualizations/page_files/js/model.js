// What the page holds as a network, and what of it a state shows. No drawing: the same is asked by every tab.
(function (enishi) {
  "use strict";

  /** Nodes and ties of the page's data, with the questions that the page asks of them. */
  class Model {
    /** @param {object} data the data block: nodes, edges, page */
    constructor(data) {
      this.page = data.page;
      this.items = data.page.items;
      this.nodes = data.nodes.map((node) => node.id);
      this.ties = data.edges.map((edge) => edge.id);
      this.ends = new Map(data.edges.map((edge) => [edge.id, [edge.from, edge.to]]));
      this.at = new Map(this.nodes.map((id) => [id, []]));
      for (const [tie, [from, to]] of this.ends) {
        this.at.get(from).push(tie);
        if (to !== from) this.at.get(to).push(tie);
      }
      this.order = new Map(this.nodes.map((id, i) => [id, i]));
    }

    /** Whether an id is that of a node. */
    isNode(id) {
      return this.at.has(id);
    }

    /** The other end of a tie. */
    other(tie, id) {
      const [from, to] = this.ends.get(tie);
      return from === id ? to : from;
    }

    /** Nodes tied to a node, each once, in the order of the page. */
    neighbours(id, allowed = () => true) {
      const found = new Set();
      for (const tie of this.at.get(id) ?? []) if (allowed(tie)) found.add(this.other(tie, id));
      found.delete(id);
      return [...found].sort((a, b) => this.order.get(a) - this.order.get(b));
    }

    /** Whether something holds, or has happened, on the day or in the range of a state. */
    inTime(id, state) {
      const item = this.items[id];
      const [first, last] = state.range.length === 2 ? state.range : [undefined, state.day || this.page.as_of];
      if (item.from && !(item.from <= last && (first ?? last) < item.to)) return false;
      if (!item.day || item.planned) return true;
      return item.day.max <= last && (item.from || !first || item.day.max >= first);
    }

    /** Whether a node or tie passes the filters of a state. */
    passes(id, state) {
      const item = this.items[id];
      if (state.kinds.includes(item.key)) return false;
      if (item.level && state.levels.includes(item.level)) return false;
      if (item.scope && state.scopes.includes(item.scope)) return false;
      if (item.stage && state.stages.includes(item.stage)) return false;
      if (item.fields?.length && item.fields.every((field) => state.fields.includes(field))) return false;
      return this.inTime(id, state);
    }

    /** Nodes that a state brings in, before its filters. */
    reached(state) {
      const found = new Set(this.nodes.filter((id) => this.items[id].first));
      for (const id of state.opened) if (this.isNode(id)) this.neighbours(id).forEach((near) => found.add(near));
      return found;
    }

    /** What a state shows: ids of nodes and ties in the order of the page, and what stands for several of them. */
    visible(state) {
      const reached = this.reached(state);
      const nodes = this.nodes.filter((id) => reached.has(id) && this.passes(id, state));
      const shown = new Set(nodes);
      const edges = this.ties.filter((tie) => {
        const [from, to] = this.ends.get(tie);
        return shown.has(from) && shown.has(to) && this.items[tie].first && this.passes(tie, state);
      });
      return { nodes, edges, folded: [] };
    }
  }

  enishi.Model = Model;
})((globalThis.enishi ??= {}));

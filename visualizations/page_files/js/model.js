// What the page holds as a network: neighbours, steps, paths. No state and no drawing.
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

    /** Ids in the order of the page. */
    sorted(ids) {
      return [...ids].sort((a, b) => this.order.get(a) - this.order.get(b));
    }

    /** Ties in the order in which their ends are read out: that of protocol, never that of ids. */
    told(ties) {
      const place = (tie) => this.ends.get(tie).map((end) => this.order.get(end));
      const placed = ties.map((tie) => [tie, ...place(tie)]);
      return placed.sort((a, b) => a[1] - b[1] || a[2] - b[2]).map(([tie]) => tie);
    }

    /** Nodes tied to a node, each once, in the order of the page. */
    neighbours(id, allowed = () => true) {
      const found = new Set();
      for (const tie of this.at.get(id) ?? []) if (allowed(tie)) found.add(this.other(tie, id));
      found.delete(id);
      return this.sorted(found);
    }

    /** Nodes within some ties of a node, nearest first: a map of each to how far it is. */
    within(id, steps, allowed = () => true) {
      const found = new Map([[id, 0]]);
      let edge = [id];
      for (let step = 1; step <= steps && edge.length; step += 1) {
        const next = [];
        for (const at of edge) {
          for (const near of this.neighbours(at, allowed)) {
            if (found.has(near)) continue;
            found.set(near, step);
            next.push(near);
          }
        }
        edge = next;
      }
      return found;
    }

    /** A shortest path as [node, tie, node, …]; empty if there is none. The first in the order of the page. */
    path(from, to, allowed = () => true) {
      const before = new Map([[from, undefined]]),
        queue = [from];
      for (let i = 0; i < queue.length && !before.has(to); i += 1) {
        for (const near of this.neighbours(queue[i], allowed)) {
          if (before.has(near)) continue;
          before.set(near, queue[i]);
          queue.push(near);
        }
      }
      if (!before.has(to)) return [];
      const path = [to];
      for (let at = to; at !== from; at = before.get(at)) {
        const last = before.get(at);
        path.unshift(
          last,
          this.at.get(last).find((tie) => this.other(tie, last) === at && allowed(tie)),
        );
      }
      return path;
    }

    /** Those that take part in an instrument: the other ends of its PARTY_TO ties, in the order of the page. */
    parties(id) {
      return this.neighbours(id, (tie) => this.items[tie].kind === "PARTY_TO" && this.ends.get(tie)[1] === id);
    }
  }

  enishi.Model = Model;
})((globalThis.enishi ??= {}));

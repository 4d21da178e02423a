// What the reader has set, as one plain object; the address bar holds it, so that a link reopens the same view.
(function (enishi) {
  "use strict";

  /** Every setting with its value at first. What has this value does not stand in the address. */
  const DEFAULTS = Object.freeze({
    lang: "", // language; the page's own if empty
    tab: "picture",
    kinds: [], // keys of the legend that are hidden
    levels: [], // levels that are hidden
    scopes: [], // scopes that are hidden
    stages: [], // stages that are hidden
    fields: [], // fields that are hidden
    more: [], // groups that are shown beside what the page shows at first
    day: "", // ISO day; the page's own if empty
    range: [], // first and last ISO day, instead of one day
    focus: "", // node to whose neighbourhood the picture is limited
    steps: 1, // how far that reaches
    opened: [], // nodes whose neighbours were brought in
    added: [], // nodes that were brought in one by one
    closed: [], // nodes whose further neighbours were taken out
    bundles: [], // bundles that were opened
    path: [], // the two ends of a path that is shown
    chosen: "", // node or tie whose evidence is shown
    keys: "", // off: keys of one character do nothing
    paper: "", // light or dark; as the system has it if empty
    story: -1, // step of the story; -1 outside of it
    rows: "items", // what the table lists: items or ties
    sort: "", // column by which it is sorted; with - before it from the last to the first; the page's order if empty
    find: "", // words that its rows have to contain
    since: "", // year in which the timeline begins; the last few years if empty
    matrix: "fora", // which matrix: fora or pairs
    others: false, // whether its columns are also fora that the picture does not show
    between: "government", // between whom the documents of its pairs are: government or any_level
    about: "dedicated", // how far they are about quantum technology: dedicated or includes
    moved: {}, // places of nodes that were dragged: id to [x, y]
    pinned: [], // nodes that keep their place
    camera: [], // x, y and scale
  });

  /** Settings that have one of a few values. */
  const ONE_OF = {
    rows: ["items", "ties"],
    matrix: ["fora", "pairs"],
    between: ["government", "any_level"],
    about: ["dedicated", "includes"],
  };

  /** A value as it stands in the address. */
  function encodeValue(value) {
    if (Array.isArray(value)) return value.map((each) => encodeURIComponent(each)).join(",");
    if (typeof value === "object") return encodeURIComponent(JSON.stringify(value));
    return encodeURIComponent(value);
  }

  /** A value from the address, of the type that its default has; undefined if it cannot be one. */
  function decodeValue(text, like) {
    try {
      if (Array.isArray(like)) return text ? text.split(",").map(decodeURIComponent) : [];
      const plain = decodeURIComponent(text);
      if (typeof like === "number") return Number.isFinite(Number(plain)) ? Number(plain) : undefined;
      if (typeof like === "boolean") return plain === "true";
      if (typeof like === "string") return plain;
      const value = JSON.parse(plain);
      return value && typeof value === "object" && !Array.isArray(value) ? value : undefined;
    } catch {
      return undefined;
    }
  }

  /** Whether two settings are the same. */
  function same(one, other) {
    return JSON.stringify(one) === JSON.stringify(other);
  }

  /** The state as the fragment of an address, without #; empty for the state at first. */
  function toHash(state) {
    return Object.keys(DEFAULTS)
      .filter((key) => !same(state[key], DEFAULTS[key]))
      .map((key) => `${key}=${encodeValue(state[key])}`)
      .join("&");
  }

  /** The state that a fragment stands for. What is unknown or cannot be read is left at its default. */
  function fromHash(hash) {
    const state = { ...DEFAULTS };
    for (const part of hash.replace(/^#/, "").split("&")) {
      const at = part.indexOf("="),
        key = part.slice(0, at);
      if (at < 0 || !Object.hasOwn(DEFAULTS, key)) continue;
      const value = decodeValue(part.slice(at + 1), DEFAULTS[key]);
      if (value !== undefined && (ONE_OF[key]?.includes(value) ?? true)) state[key] = value;
    }
    return state;
  }

  /** A list with something added, or without it. */
  function toggled(list, value, on) {
    const rest = list.filter((each) => each !== value);
    return on ? [...rest, value] : rest;
  }

  /** States that can be gone back to, and forward again. */
  class History {
    constructor() {
      this.past = [];
      this.future = [];
    }

    /** Keep a state that is being left. */
    push(state) {
      this.past.push(state);
      this.future = [];
    }

    /** The state before `state`; undefined if there is none. */
    undo(state) {
      if (!this.past.length) return undefined;
      this.future.push(state);
      return this.past.pop();
    }

    /** The state that `undo` left; undefined if there is none. */
    redo(state) {
      if (!this.future.length) return undefined;
      this.past.push(state);
      return this.future.pop();
    }
  }

  enishi.state = { DEFAULTS, toHash, fromHash, toggled, same, History };
})((globalThis.enishi ??= {}));

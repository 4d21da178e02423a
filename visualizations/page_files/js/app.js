// The one object that the parts of the page share: data, words, state with its history, and who is told of a change.
(function (enishi) {
  "use strict";

  const { DEFAULTS, toHash, fromHash, same, History } = enishi.state;

  /** What several tabs have set for themselves. */
  const OF_TABS = ["rows", "sort", "find", "since", "matrix", "others", "between", "about"];

  /** Settings that change nothing of what is shown, but how or where. */
  const ASIDE = new Set(["lang", "tab", "chosen", "keys", "paper", "story", "moved", "pinned", "camera", ...OF_TABS]);

  const TOGETHER = 600; // milliseconds within which changes of one kind are one to go back from

  /** The picture comes first, however late it registers; the others in the order in which they do. */
  function pictureFirst(one, other) {
    return (other.id === DEFAULTS.tab) - (one.id === DEFAULTS.tab);
  }

  class App {
    #listeners = [];
    #history = new History();
    #bundles = new Map();
    #seen = { state: undefined, visible: undefined };
    #last = { kind: "", at: 0 };

    constructor(data) {
      this.data = data.page;
      this.model = new enishi.Model(data);
      this.showing = new enishi.Showing(this.model);
      this.focusing = new enishi.Focusing(this);
      this.bundles = new enishi.Bundles(this.model, this.showing);
      this.tabs = enishi.registered.tabs.filter((tab) => Object.hasOwn(data.page.tabs, tab.id)).sort(pictureFirst);
      this.actions = enishi.registered.actions;
      this.state = Object.freeze(this.#valid(fromHash(location.hash)));
      window.addEventListener("hashchange", () => this.#reopen());
    }

    get lang() {
      return this.state.lang || this.data.lang;
    }

    /** Whether the page is drawn on dark paper. */
    get dark() {
      return (this.state.paper || enishi.paper.ofSystem()) === "dark";
    }

    /** Titles, notes, labels and evidence in the current language. */
    text() {
      return this.data.text[this.lang];
    }

    /** One of our own words; the key itself where there is none, so that a test finds it. */
    word(key, values = {}) {
      const text = this.text().words[key] ?? key;
      return text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
    }

    /** A value of a tab's data that is given in both languages. */
    said(value) {
      return value && typeof value === "object" ? (value[this.lang] ?? "") : (value ?? "");
    }

    /** The title of what is shown, for the day that is set. */
    heading() {
      const { state, data } = this;
      const day = (iso) => enishi.dayText(iso, this.lang);
      const asOf = (iso) => this.word("title_day", { day: day(iso) });
      const when =
        state.range.length === 2
          ? this.word("time_range", { first: day(state.range[0]), last: day(state.range[1]) })
          : asOf(state.day || data.as_of);
      if (!state.focus) return this.text().title.replace(asOf(data.as_of), when);
      const plural = state.steps > 1 ? "s" : "";
      return this.word("focus_title", { what: this.title(state.focus), n: state.steps, when, plural });
    }

    item(id) {
      return this.data.items[id];
    }

    /** How a node is drawn; a bundle looks like the first of what it stands for. */
    look(id) {
      return this.data.looks[this.item(this.bundle(id)?.members[0] ?? id)?.look];
    }

    /** What a node or tie is called. */
    title(id) {
      if (this.model.isNode(id)) return this.text().evidence[id].title;
      const [from, to] = this.model.ends.get(id),
        start = this.title(from),
        end = this.title(to);
      return this.lang === "ja" ? `${start} ― ${end}` : `${start} ${this.text().ties[this.item(id).kind].says} ${end}`;
    }

    /** What kind of thing a node or tie is. */
    kind(id) {
      const text = this.text(),
        kind = this.item(id).kind;
      return this.model.isNode(id) ? text.kinds[kind] : text.ties[kind].name;
    }

    /** Lines of a label: those of a node, or what a bundle stands for. */
    label(id) {
      const bundle = this.bundle(id);
      return bundle ? enishi.bundleLabel(bundle, this) : this.text().labels[id];
    }

    /** Width and height of a node with its label, and how far their middle lies below that of its shape. */
    box(id) {
      return this.text().boxes[id] ?? enishi.bundleBox(this.label(id), this.look(id), this.data);
    }

    evidence(id) {
      return this.text().evidence[id] ?? {};
    }

    /** Where a node stands in the picture: {x, y}; undefined if it is not in it. */
    position(id) {
      return this.picture?.position(id);
    }

    /**
     * What the state shows: ids of nodes and ties, in the order of the page; `folded`, the bundles that stand for
     * several nodes; and `drawn`, nodes and lines as the picture draws them, bundles in the place of their members.
     */
    visible() {
      const { state, visible } = this.#seen;
      if (state !== this.state) {
        const changed = ([key, value]) => !ASIDE.has(key) && !same(value, state?.[key]);
        const anew = Object.entries(this.state).some(changed);
        this.#seen = { state: this.state, visible: anew ? this.#look() : visible };
      }
      return this.#seen.visible;
    }

    #look() {
      const visible = this.showing.visible(this.state),
        folded = this.bundles.fold(visible, this.state);
      this.#bundles = new Map(folded.map((bundle) => [bundle.id, bundle]));
      return { ...visible, folded, drawn: this.bundles.drawn(visible, folded) };
    }

    /** The bundle of an id; undefined if it is none. */
    bundle(id) {
      return this.#bundles.get(id);
    }

    on(listener) {
      this.#listeners.push(listener);
    }

    /**
     * Change the state: what is given replaces what was. With `undo: false` it cannot be gone back from; changes of one
     * kind that follow each other at once (a slider that moves, a word that is typed) are one: `together` names it.
     */
    change(patch, { undo = true, together = "", say = "" } = {}) {
      const next = this.#valid({ ...this.state, ...patch });
      if (same(next, this.state)) return;
      if (undo && !this.#goesOn(together)) this.#history.push(this.state);
      this.#go(next);
      if (say) this.say(say);
    }

    /** Whether a change goes on with the one before it. */
    #goesOn(kind) {
      const { kind: before, at } = this.#last,
        now = performance.now();
      this.#last = { kind, at: now };
      return kind !== "" && kind === before && now - at < TOGETHER;
    }

    choose(id) {
      this.change({ chosen: id });
    }

    undo() {
      this.#step(this.#history.undo(this.state), "undone");
    }

    redo() {
      this.#step(this.#history.redo(this.state), "redone");
    }

    get canUndo() {
      return this.#history.past.length > 0;
    }

    get canRedo() {
      return this.#history.future.length > 0;
    }

    /** Draw everything anew: something changed that is not in the state. */
    redraw() {
      this.#go({ ...this.state });
    }

    /** Have a screen reader say something. */
    say(text) {
      const live = document.getElementById("live");
      live.textContent = "";
      live.textContent = text;
    }

    /** Back to what the page shows at first, in the language that is set. */
    reset() {
      this.change({
        ...DEFAULTS,
        lang: this.state.lang,
        paper: this.state.paper,
        keys: this.state.keys,
        tab: this.state.tab,
      });
    }

    #step(state, word) {
      if (!state) return;
      this.#go(state);
      this.say(this.word(word));
    }

    #go(next) {
      const previous = this.state;
      this.state = Object.freeze(next);
      const hash = toHash(next);
      if (location.hash.slice(1) !== hash) window.history.replaceState(null, "", `#${hash}`);
      for (const listener of this.#listeners) listener(this.state, previous);
    }

    /** The address was changed by hand or by a link. */
    #reopen() {
      const next = this.#valid(fromHash(location.hash));
      if (!same(next, this.state)) {
        this.#history.push(this.state);
        this.#go(next);
      }
    }

    /** A state without what this page does not have. */
    #valid(state) {
      const known = (id) => id === "" || Object.hasOwn(this.data.items, id);
      return {
        ...state,
        lang: this.data.langs.includes(state.lang) && state.lang !== this.data.lang ? state.lang : "",
        tab: this.tabs.some((tab) => tab.id === state.tab) ? state.tab : DEFAULTS.tab,
        chosen: known(state.chosen) ? state.chosen : "",
        focus: known(state.focus) ? state.focus : "",
        steps: Math.min(3, Math.max(1, Math.round(state.steps))),
        opened: state.opened.filter(known),
        closed: state.closed.filter(known),
        added: state.added.filter(known),
        path: state.path.filter(known),
        story: this.data.story?.[state.story] ? state.story : DEFAULTS.story,
      };
    }
  }

  enishi.App = App;
})((globalThis.enishi ??= {}));

// The one object that the parts of the page share: data, words, state with its history, and who is told of a change.
(function (enishi) {
  "use strict";

  const { DEFAULTS, toHash, fromHash, same, History } = enishi.state;
  const tabs = [], actions = [], starts = [];

  /** Settings that change nothing of what is shown, but how or where. */
  const ASIDE = new Set(["lang", "tab", "chosen", "dark", "story", "moved", "pinned", "camera"]);

  /** Register a tab: `make` fills its panel once, `draw` runs when it is shown and state or language changed. */
  enishi.tab = (tab) => tabs.push(tab);

  /** Register an entry of the menu. */
  enishi.action = (action) => actions.push(action);

  /** Register what runs once, when the page stands. */
  enishi.start = (run) => starts.push(run);

  class App {
    #listeners = [];
    #history = new History();
    #seen = { state: undefined, visible: undefined };

    constructor(data) {
      this.data = data.page;
      this.model = new enishi.Model(data);
      this.tabs = tabs.filter((tab) => Object.hasOwn(data.page.tabs, tab.id));
      this.actions = actions;
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

    item(id) {
      return this.data.items[id];
    }

    look(id) {
      return this.data.looks[this.item(id)?.look];
    }

    /** What a node or tie is called. */
    title(id) {
      if (this.model.isNode(id)) return this.text().evidence[id].title;
      const [from, to] = this.model.ends.get(id), start = this.title(from), end = this.title(to);
      return this.lang === "ja" ? `${start} ― ${end}` : `${start} ${this.text().ties[this.item(id).kind].says} ${end}`;
    }

    /** What kind of thing a node or tie is. */
    kind(id) {
      const text = this.text(), kind = this.item(id).kind;
      return this.model.isNode(id) ? text.kinds[kind] : text.ties[kind].name;
    }

    evidence(id) {
      return this.text().evidence[id] ?? {};
    }

    /** Where a node stands in the picture: {x, y}; undefined if it is not in it. */
    position(id) {
      return this.picture?.position(id);
    }

    visible() {
      const changed = ([key, value]) => !ASIDE.has(key) && !same(value, this.#seen.state?.[key]);
      if (Object.entries(this.state).some(changed)) {
        this.#seen = { state: this.state, visible: this.model.visible(this.state) };
      }
      return this.#seen.visible;
    }

    on(listener) {
      this.#listeners.push(listener);
    }

    /** Change the state: what is given replaces what was. With `undo: false` it cannot be gone back from. */
    change(patch, { undo = true, say = "" } = {}) {
      const next = this.#valid({ ...this.state, ...patch });
      if (same(next, this.state)) return;
      if (undo) this.#history.push(this.state);
      this.#go(next);
      if (say) this.say(say);
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

    /** Run what the other files have registered for when the page stands. */
    start() {
      for (const run of starts) run(this);
    }

    /** Have a screen reader say something. */
    say(text) {
      const live = document.getElementById("live");
      live.textContent = "";
      live.textContent = text;
    }

    /** Back to what the page shows at first, in the language that is set. */
    reset() {
      this.change({ ...DEFAULTS, lang: this.state.lang, paper: this.state.paper, tab: this.state.tab });
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
      };
    }
  }

  enishi.App = App;
})((globalThis.enishi ??= {}));

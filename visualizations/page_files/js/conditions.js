// What the reader has set, in words: under the title of the page, and on every picture that is taken of it.
(function (enishi) {
  "use strict";

  /** The conditions under which the picture differs from what the page shows at first; empty if it does not. */
  function conditions(app) {
    const { state } = app,
      text = app.text(),
      said = [];
    const list = (values) => values.filter(Boolean).join(app.lang === "ja" ? "、" : ", ");
    const tell = (key, values) => values.length && said.push(app.word(key, { what: list(values) }));
    if (state.focus) said.push(app.word("focused", { what: app.title(state.focus), n: state.steps }));
    if (state.range.length === 2) {
      const [first, last] = state.range.map((day) => enishi.dayText(day, app.lang));
      said.push(app.word("time_range", { first, last }));
    } else if (state.day) said.push(app.word("time_day", { day: enishi.dayText(state.day, app.lang) }));
    if (state.path.length === 2) {
      const [from, to] = state.path.map((id) => app.title(id));
      said.push(app.word("path_said", { from, to }));
    }
    tell(
      "with_groups",
      state.more.map((group) => text.groups[group]),
    );
    tell(
      "with_neighbours",
      state.opened.map((id) => app.title(id)),
    );
    tell(
      "with_added",
      state.added.map((id) => app.title(id)),
    );
    tell(
      "without_neighbours",
      state.closed.map((id) => app.title(id)),
    );
    const entries = text.legend.filter((entry) => state.kinds.includes(entry.key)).map((entry) => entry.text);
    const codes = ["levels", "scopes", "stages"].flatMap((key) => state[key].map((code) => text.codes[key][code]));
    tell("without", [...entries, ...codes, ...state.fields.map((id) => text.fields[id])]);
    return said;
  }

  /** What was drawn together because there was too much, in one sentence; empty if nothing was. */
  function folded(app) {
    const many = app.visible().folded.filter((bundle) => bundle.reason === "many");
    if (!many.length) return "";
    const kinds = new Map();
    for (const { kind, members } of many) kinds.set(kind, (kinds.get(kind) ?? 0) + members.length);
    const what = [...kinds].map(([kind, n]) => app.word("count", { what: app.text().kinds[kind], n }));
    const most = enishi.Bundles.MOST;
    return app.word("folded", { what: what.join(app.lang === "ja" ? "、" : ", "), most, n: many.length });
  }

  /** From when on memberships are drawn of which no source gives the first day; empty where it makes no difference. */
  function undated(app) {
    const { day, range } = app.state;
    const member = (tie) => app.item(tie).kind === "MEMBER_OF";
    return (day || range.length) && app.visible().edges.some(member) ? app.word("undated_members") : "";
  }

  /** What has to be known of what is drawn beside its conditions, a sentence each. */
  function remarks(app) {
    return [folded(app), undated(app)].filter(Boolean);
  }

  Object.assign(enishi, { conditions, remarks });
})((globalThis.enishi ??= {}));

// What the reader has set, in words: a picture that leaves the page says by which conditions it was made.
(function (enishi) {
  "use strict";

  /** An ISO day in words. */
  function dayInWords(iso, lang) {
    const style = { dateStyle: "long", timeZone: "UTC" };
    return new Intl.DateTimeFormat(lang === "ja" ? "ja-JP" : "en-GB", style).format(new Date(`${iso}T00:00:00Z`));
  }

  function listed(texts, lang) {
    return texts.join(lang === "ja" ? "、" : ", ");
  }

  // Filters of the state with what their codes are called.
  function leftOut(app) {
    const { state } = app;
    const text = app.text();
    const legend = text.legend.filter((entry) => state.kinds.includes(entry.key)).map((entry) => entry.text);
    const codes = ["levels", "scopes", "stages"].flatMap((name) =>
      state[name].map((code) => text.codes[name][code] ?? code),
    );
    return [...legend, ...codes, ...state.fields.map((id) => text.fields[id] ?? id)];
  }

  /** The conditions of a state, one sentence each; none for what the page shows at first. */
  function conditions(app) {
    const { state, lang } = app;
    const day = (iso) => dayInWords(iso, lang);
    const [from, to] = state.range;
    const without = leftOut(app);
    return [
      state.range.length === 2 ? app.word("cond_range", { from: day(from), to: day(to) }) : "",
      state.day && state.range.length !== 2 ? app.word("cond_day", { day: day(state.day) }) : "",
      state.focus ? app.word("cond_focus", { what: app.title(state.focus), steps: state.steps }) : "",
      state.path.length === 2
        ? app.word("cond_path", { from: app.title(state.path[0]), to: app.title(state.path[1]) })
        : "",
      without.length ? app.word("cond_without", { what: listed(without, lang) }) : "",
      state.opened.length
        ? app.word("cond_with", {
            what: listed(
              state.opened.map((id) => app.title(id)),
              lang,
            ),
          })
        : "",
    ].filter(Boolean);
  }

  enishi.conditions = { conditions, dayInWords, listed };
})((globalThis.enishi ??= {}));

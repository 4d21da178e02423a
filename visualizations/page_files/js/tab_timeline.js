// The timeline: lanes of meetings and instruments, with what led to what.
(function (enishi) {
  "use strict";

  const { button, element, within } = enishi.dom;
  const { draw } = enishi.vector;
  const { choice, cited, describe, passes, words } = enishi.parts;
  const YEARS = 4; // before the day of the page, where nothing else is chosen and there is more than that
  const LINKS = ["stated", "listed", "co_announced"];

  /**
   * What of the timeline a state shows: what the picture shows, and on the lanes of what it shows also meetings and
   * steps that it does not draw, as far as they pass its filters; then what is only expected there.
   */
  function shownBy(app, data) {
    const visible = new Set(app.visible().nodes),
      { state } = app;
    const alive = (lane) => !lane.members.length || lane.members.some((id) => visible.has(id));
    const lanes = new Set(data.lanes.filter(alive).map((lane) => lane.id));
    const last = state.range[1] ?? (state.day || app.data.as_of);
    const told = (event) => (event.planned || !(event.min > last)) && passes(event, state);
    const passing = (event) => (app.item(event.id) ? app.showing.passes(event.id, state) : told(event));
    const kept = (event) => visible.has(event.id) || (event.near && lanes.has(event.lane) && passing(event));
    const expected = data.expected.filter((event) => visible.has(event.lane));
    const all = [...data.events.filter(kept), ...expected.map((event) => ({ ...event, expected: true }))];
    return all.map((event) => ({ ...event, ...named(app, event) }));
  }

  /** What an event is called in the current language, and what kind of thing it is. */
  function named(app, event) {
    const known = !event.expected && app.item(event.id);
    return {
      title: known ? app.title(event.id) : app.said(event.name),
      kindName: known ? app.kind(event.id) : app.said(event.kind_name),
    };
  }

  /** The part of the events that lies in a range of ISO days. What has no date is kept. */
  function inRange(events, [first, last]) {
    return events.filter((event) => event.min === undefined || (event.max >= first && event.min <= last));
  }

  class Timeline {
    constructor(panel, app) {
      this.panel = panel;
      this.app = app;
      this.data = app.data.tabs.timeline;
      this.controls = element("div", undefined, "controls");
      this.key = element("ul", undefined, "legend");
      this.sheet = element("div", undefined, "sheet");
      this.rest = element("div", undefined, "rest");
      this.detail = element("div", undefined, "detail");
      this.detail.setAttribute("aria-live", "polite");
      this.detail.hidden = true;
      within(panel, this.controls, this.key, this.sheet, this.rest, this.detail);
      panel.classList.add("timeline");
      new ResizeObserver(() => this.#redraw()).observe(panel);
    }

    #redraw() {
      const width = this.panel.clientWidth;
      if (width && this.width && Math.abs(width - this.width) > 4) this.#all();
    }

    draw() {
      const { app } = this;
      if (this.seen !== app.visible() || this.lang !== app.lang || this.since !== app.state.since) this.#all();
      this.#mark();
    }

    /** Show what is chosen. */
    #mark() {
      for (const each of this.sheet.querySelectorAll("[data-id]")) {
        each.classList.toggle("chosen", each.dataset.id === (this.beside ?? this.app.state.chosen));
      }
    }

    #all() {
      const { app, data } = this,
        say = words(app, "timeline");
      [this.seen, this.lang, this.since] = [app.visible(), app.lang, app.state.since];
      this.detail.hidden = true;
      this.beside = undefined;
      const all = shownBy(app, data),
        range = this.#range(all),
        events = inRange(all, range);
      this.events = events;
      this.width = this.panel.clientWidth;
      const places = enishi.timeline.place(
        { lanes: data.lanes, events, links: data.links },
        { lang: app.lang, width: Math.max(640, this.width - 32), range, asOf: app.state.day || app.data.as_of },
      );
      this.controls.replaceChildren();
      within(this.controls, this.#since(all, say), element("span", this.#left(all, events, range, say), "left"));
      this.sheet.replaceChildren(
        ...(places.marks.length ? this.#drawing(places, say) : [element("p", say("nothing"))]),
      );
      this.key.replaceChildren(...this.#legend(say));
      this.rest.replaceChildren(...this.#lists(places.undated, say), element("p", say("note"), "note"));
    }

    // What is drawn ------------------------------------------------------------------------------------------------

    /** First and last day: the page's range, else from the chosen year on. */
    #range(events) {
      const { state } = this.app;
      if (state.range.length === 2) return state.range;
      const days = events.flatMap((event) => (event.min === undefined ? [] : [event.min, event.max]));
      const last = [state.day || this.app.data.as_of, ...days].sort().at(-1);
      return [`${this.#first(days.sort())}-01-01`, last];
    }

    #first(days) {
      const earliest = Number(days[0]?.slice(0, 4) ?? this.app.data.as_of.slice(0, 4));
      const { since } = this.app.state,
        last = Number(this.app.data.as_of.slice(0, 4));
      if (/^\d{4}$/.test(since)) return Math.min(last, Math.max(Number(since), earliest));
      return Math.max(earliest, last - YEARS);
    }

    #left(all, events, range, say) {
      const count = all.length - events.length;
      if (!count) return "";
      return this.app.state.range.length === 2
        ? say("beyond", { count })
        : say("earlier", { count, year: range[0].slice(0, 4) });
    }

    #since(all, say) {
      if (this.app.state.range.length === 2) return undefined;
      const years = [...new Set(all.filter((event) => event.min).map((event) => event.min.slice(0, 4)))].sort();
      const chosen = String(this.#first(years));
      const first = Number(years[0] ?? chosen),
        last = Number(this.app.data.as_of.slice(0, 4));
      const options = Array.from({ length: Math.max(1, last - first + 1) }, (_, i) => String(first + i)).map((year) => [
        year,
        year === String(first) ? `${year} (${say("all")})` : year,
      ]);
      return choice(say("since"), options, chosen, (since) => {
        this.app.change({ since });
        this.controls.querySelector("select").focus();
      });
    }

    #drawing(places, say) {
      return enishi.drawTimeline(places, { app: this.app, say, choose: (event) => this.#choose(event) });
    }

    // What is told -------------------------------------------------------------------------------------------------

    #choose(event) {
      const { app } = this;
      const known = Boolean(app.item(event.id)) && !event.expected;
      this.detail.hidden = known;
      this.beside = known ? undefined : event.id;
      this.#mark();
      if (known) {
        app.choose(event.id);
        return;
      }
      const say = words(app, "timeline");
      const kind = event.expected ? say("expected") : event.kindName;
      const lines = [event.date[app.lang]];
      this.detail.replaceChildren(...describe(app, { kind, name: event.title, lines, cited: event.sources }));
    }

    #legend(say) {
      const entries = ["meeting", "instrument", "other", "span", "planned", "expected_mark"].map((key) => [
        enishi.marks.sample(key),
        key,
      ]);
      const lines = LINKS.map((key) => {
        const line = draw("line", {
          x1: 2,
          x2: 34,
          y1: 8,
          y2: 8,
          class: `link ${key}`,
          "marker-end": key === "co_announced" ? undefined : "url(#timeline-arrow)",
        });
        return [draw("svg", { width: 38, height: 16, "aria-hidden": "true" }, line), key];
      });
      return [...entries, ...lines].map(([sign, key]) => within(element("li"), sign, element("span", say(key))));
    }

    /** What cannot be drawn: by whether it is without a date, or only expected. */
    #lists(undated, say) {
      const made = [];
      for (const [key, events] of [
        ["undated", undated.filter((event) => !event.expected)],
        ["expected", undated.filter((event) => event.expected)],
      ]) {
        if (!events.length) continue;
        const list = element("ul");
        for (const event of events) within(list, within(element("li"), this.#listed(event)));
        made.push(element("h2", say(key)), list);
      }
      return made;
    }

    #listed(event) {
      const { app } = this,
        ja = app.lang === "ja";
      const said = event.expected
        ? `${event.title}${ja ? "：" : ": "}${event.label[app.lang].lines.join(ja ? "" : " ")}${ja ? "、" : ", "}${event.date[app.lang]}`
        : event.title;
      const made = button(said, () => this.#choose(event));
      made.dataset.id = event.id;
      return made;
    }
  }

  enishi.tab({
    id: "timeline",
    key: "tab_timeline",
    make(panel, app) {
      panel.timeline = new Timeline(panel, app);
    },
    draw(panel) {
      panel.timeline.draw();
    },
    sources(panel) {
      const { app, events } = panel.timeline;
      return cited(app, events);
    },
  });
})((globalThis.enishi ??= {}));

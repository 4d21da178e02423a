// The bar of time: a day on which things hold, or a range; and play, from one change to the next.
(function (enishi) {
  "use strict";

  const { setText } = enishi.dom;
  const PACE = 1100, // between two steps of play, in milliseconds
    RESTS = 150, // milliseconds for which a slider has to rest before the picture follows
    FAR_PAST = "0000",
    FAR_FUTURE = "9999";

  /** Months from one ISO day to another, as ISO days of their ends; the last is the day itself. */
  function months(first, last) {
    const found = [];
    let year = Number(first.slice(0, 4)),
      month = Number(first.slice(5, 7));
    while (true) {
      const end = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
      if (end >= last) return [...found, last];
      found.push(end);
      month += 1;
      if (month > 12) [year, month] = [year + 1, 1];
    }
  }

  /** ISO days, up to `last`, on which any of some items begins, ends or happens. */
  function changes(items, last) {
    const days = new Set([last]);
    for (const { from, to, day } of items) {
      for (const each of [from, to, day?.max]) {
        if (each && !each.startsWith(FAR_PAST) && !each.startsWith(FAR_FUTURE) && each <= last) days.add(each);
      }
    }
    return [...days].sort();
  }

  /** An ISO day as it is written in a language. */
  function dayText(iso, lang) {
    const [year, month, day] = iso.split("-").map(Number);
    if (lang === "ja") return `${year}年${month}月${day}日`;
    return new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }).format(
      Date.UTC(year, month - 1, day),
    );
  }

  class Time {
    #timer;
    #waiting;

    constructor(parts, app) {
      Object.assign(this, parts, { app });
      const { items, as_of } = app.data,
        days = changes(Object.values(items), as_of);
      this.months = months(days[0], as_of);
      for (const slider of [this.from, this.slider]) {
        slider.max = String(this.months.length - 1);
        slider.addEventListener("input", () => this.#moved());
      }
      this.range.addEventListener("change", () => this.#ranged());
      this.play.addEventListener("click", () => (this.#timer ? this.stop() : this.start()));
      this.now.addEventListener("click", () => app.change({ day: "", range: [] }));
    }

    /** The last day that the state looks at, and the first of its range. */
    get days() {
      const { range, day } = this.app.state,
        last = this.app.data.as_of;
      return range.length === 2 ? range : [this.months[0], day || last];
    }

    draw() {
      const { app } = this,
        ranged = app.state.range.length === 2,
        [first, last] = this.days;
      clearTimeout(this.#waiting);
      this.range.checked = ranged;
      this.from.hidden = !ranged;
      this.from.value = String(this.#index(first));
      this.slider.value = String(this.#index(last));
      this.#tell(first, last);
      this.now.hidden = !ranged && !app.state.day;
      setText(this.play, app.word(this.#timer ? "pause" : "play"));
    }

    /** Say which days the sliders stand at. */
    #tell(first, last) {
      const { app } = this,
        [start, end] = [first, last].map((day) => dayText(day, app.lang));
      const ranged = this.range.checked;
      const text = ranged ? app.word("time_range", { first: start, last: end }) : app.word("time_day", { day: end });
      setText(this.text, text);
      this.slider.setAttribute("aria-valuetext", end);
      this.from.setAttribute("aria-valuetext", start);
    }

    /** Go from change to change, from the beginning if it stands at the end. */
    start() {
      const { app } = this,
        last = app.data.as_of;
      const shown = app.showing.visible({ ...app.state, day: last, range: [] });
      this.days_ = changes(
        [...shown.nodes, ...shown.edges].map((id) => app.item(id)),
        last,
      );
      const at = app.state.day || last;
      let next = at === last ? 0 : this.days_.findIndex((day) => day > at);
      let set = app.state.day;
      const step = (options) => {
        if (app.state.day !== set) return this.stop(); // the reader went to another day, or back
        const day = this.days_[next];
        app.change({ day: day === last ? "" : day, range: [] }, options);
        set = app.state.day;
        next += 1;
        return next < this.days_.length || this.stop();
      };
      this.#timer = setInterval(() => step({ undo: false }), PACE);
      step(); // undone as one change with all that follow
      this.draw();
    }

    stop() {
      clearInterval(this.#timer);
      this.#timer = undefined;
      this.draw();
    }

    #index(day) {
      const at = this.months.findIndex((month) => month >= day);
      return at < 0 ? this.months.length - 1 : at;
    }

    /** A slider moves: its day is said at once; the picture follows when it rests. */
    #moved() {
      const { app } = this,
        last = this.months[this.slider.value];
      const first = this.months[Math.min(Number(this.from.value), Number(this.slider.value))];
      this.#tell(first, last);
      const day = last === app.data.as_of ? "" : last;
      const patch = this.range.checked ? { range: [first, last], day: "" } : { range: [], day };
      clearTimeout(this.#waiting);
      this.#waiting = setTimeout(() => app.change(patch, { together: "time", say: dayText(last, app.lang) }), RESTS);
    }

    #ranged() {
      const [first, last] = this.days;
      if (this.range.checked) this.app.change({ range: [first, last], day: "" });
      else this.app.change({ range: [], day: last === this.app.data.as_of ? "" : last });
    }
  }

  Object.assign(enishi, { Time, months, changes, dayText });
})((globalThis.enishi ??= {}));

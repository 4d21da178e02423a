// The card of what is chosen: blocks in their order, each line with the numbers of its sources.
(function (enishi) {
  "use strict";

  const { button, element, within } = enishi.dom;
  const { choice, fixedNote, sources, words } = enishi.parts;

  /** Numbers of sources, in the order in which they are first cited. */
  class Numbers {
    order = [];

    of(id) {
      if (!this.order.includes(id)) this.order.push(id);
      return this.order.indexOf(id) + 1;
    }
  }

  class Card {
    constructor(panel, app) {
      this.app = app;
      this.data = app.data.tabs.card;
      this.controls = element("div", undefined, "controls");
      this.box = element("article");
      within(panel, this.controls, this.box);
      panel.classList.add("card");
    }

    /** Whose card is shown: of what is chosen, else of what the page is about; of neither, none. */
    #id() {
      const { app } = this,
        chosen = app.state.chosen;
      if (chosen && app.model.isNode(chosen)) return chosen;
      if (chosen) return app.model.ends.get(chosen).find((id) => id !== app.data.own) ?? "";
      return app.data.focus;
    }

    draw() {
      const { app, data } = this,
        say = words(app, "card"),
        id = this.#id();
      const known = Object.keys(data.cards).filter((key) => app.item(key));
      known.sort((a, b) => app.model.order.get(a) - app.model.order.get(b));
      const options = [["", "―"], ...known.map((key) => [key, app.title(key)])];
      const pick = choice(say("of"), options, data.cards[id] ? id : "", (value) => {
        app.change({ chosen: value });
        this.controls.querySelector("select").focus();
      });
      this.controls.replaceChildren(pick);
      within(this.controls, fixedNote(app, say));
      if (!id) this.box.replaceChildren(element("p", say("hint"), "hint"), this.#all(known));
      else if (data.cards[id]) this.box.replaceChildren(...this.#card(data.cards[id][app.lang], say));
      else this.box.replaceChildren(...this.#none(id, say));
    }

    /** Every card that the page holds, to be opened. */
    #all(known) {
      const { app } = this,
        open = (id) =>
          button(app.title(id), () => {
            app.change({ chosen: id });
            this.controls.querySelector("select").focus();
          });
      return within(element("ul", undefined, "cards"), ...known.map((id) => within(element("li"), open(id))));
    }

    #none(id, say) {
      return [element("p", say("no_card", { what: this.app.title(id) })), element("pre", `enishi show ${id}`)];
    }

    #card(card, say) {
      const { app } = this,
        numbers = new Numbers();
      const head = [element("p", card.kind, "kind"), element("h2", card.title, "name")];
      if (card.other) head.push(element("p", card.other, "other"));
      if (card.summary.length)
        head.push(within(element("ul", undefined, "summary"), ...card.summary.map((text) => element("li", text))));
      const blocks = card.blocks.map((block) => this.#block(block, numbers));
      const notes = card.notes.map((note) => element("p", note, "note"));
      const cited = [element("h3", say("sources")), sources(app, numbers.order)];
      return [...head, ...blocks, ...notes, ...cited];
    }

    #block([key, lines], numbers) {
      const { app, data } = this;
      const heading = element("h3", app.said(data.headings[key]));
      if (!lines.length) {
        const nothing = data.said[key === "differences" ? "no_differences" : "none"];
        return within(element("section"), heading, element("p", app.said(nothing), "none"));
      }
      return within(
        element("section"),
        heading,
        within(element("ul"), ...lines.map((line) => this.#line(line, numbers))),
      );
    }

    #line([text, ...cited], numbers) {
      const { app, data } = this,
        ja = app.lang === "ja",
        ours = app.data.ours;
      const others = cited.filter((id) => id !== ours);
      const owned = !others.length && cited.includes(ours) ? app.said(data.said.ours) : "";
      const all = others.map((id) => numbers.of(id)).sort((a, b) => a - b);
      const proof = all.length
        ? element("span", all.map((number) => `${number})`).join(" "), "numbers")
        : owned
          ? ja
            ? `（${owned}）`
            : `(${owned})`
          : "";
      if (Array.isArray(text)) return this.#facts(text, proof);
      return within(element("li", text), all.length || !ja ? " " : "", proof);
    }

    /** Names with their values under each other; of several, the sources stand last. */
    #facts(pairs, proof) {
      const { app } = this,
        alone = pairs.length === 1,
        rows = alone || !proof ? pairs : [...pairs, [words(app, "card")("sources"), ""]];
      const list = within(
        element("dl"),
        ...rows.map(([name, value], i) =>
          within(
            element("div"),
            element("dt", name),
            within(element("dd", value), ...(i === rows.length - 1 && proof ? [alone ? " " : "", proof] : [])),
          ),
        ),
      );
      return within(element("li", undefined, "facts"), list);
    }
  }

  enishi.tab({
    id: "card",
    key: "tab_card",
    make(panel, app) {
      panel.card = new Card(panel, app);
    },
    draw(panel) {
      panel.card.draw();
    },
  });
})((globalThis.enishi ??= {}));

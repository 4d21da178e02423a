// The steps of a story: a caption, and the state that it speaks of. Each step counts from what the page shows at first.
(function (enishi) {
  "use strict";

  const { button, element, setText, within } = enishi.dom;

  /** The state of a step of a story; that at first for one that is not there. */
  function stateOf(steps, at, state) {
    const { lang, paper, keys } = state;
    const there = at >= 0 && at < steps.length;
    return { ...enishi.state.DEFAULTS, lang, paper, keys, ...(there ? { ...steps[at].show, story: at } : {}) };
  }

  /** What a step says in a language, or in the other if it says nothing in this one. */
  function captionOf(step, lang) {
    return step.say[lang] ?? Object.values(step.say)[0];
  }

  /** Go on or back in the story of the page, if it has one; before the first and after the last step it ends. */
  function go(app, by) {
    const steps = app.data.story;
    if (!steps) return;
    const at = app.state.story + by;
    const say = at >= 0 && at < steps.length ? captionOf(steps[at], app.lang) : app.word("story_ended");
    app.change(stateOf(steps, at, app.state), { say });
  }

  class Story {
    constructor(app) {
      this.app = app;
      this.caption = element("p", undefined, "caption");
      this.count = element("p", undefined, "count");
      this.previous = button("", () => go(app, -1));
      this.next = button("", () => go(app, 1));
      this.end = button("", () => app.change(stateOf(app.data.story, -1, app.state), { say: app.word("story_ended") }));
      this.bar = element("section", undefined, "story");
      within(this.bar, this.caption, this.count, this.previous, this.next, this.end);
      document.getElementById("conditions").before(this.bar);
    }

    draw() {
      const { app } = this;
      const { story } = app.data;
      const at = app.state.story;
      const begun = at >= 0;
      this.bar.setAttribute("aria-label", app.word("story"));
      setText(this.caption, begun ? captionOf(story[at], app.lang) : app.word("story"));
      setText(this.count, app.word("story_step", { step: at + 1, count: story.length }));
      setText(this.previous, app.word("story_previous"));
      setText(this.next, app.word(begun ? "story_next" : "story_begin"));
      setText(this.end, app.word("story_end"));
      this.count.hidden = this.previous.hidden = this.end.hidden = !begun;
      this.previous.disabled = at === 0;
      this.next.disabled = at === story.length - 1;
    }
  }

  enishi.start((app) => {
    if (!app.data.story) return;
    const story = new Story(app);
    app.on(() => story.draw());
    story.draw();
  });

  enishi.story = { go, stateOf, captionOf };
})((globalThis.enishi ??= {}));

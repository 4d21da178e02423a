// Files that the page hands to the reader. They are made here and go nowhere else.
(function (enishi) {
  "use strict";

  const SCALE = 2;
  const UNSAFE = /[^\p{L}\p{N}_-]+/gu;

  /** A file name that says what, on which tab if not in the picture, for which day or range, and who may see it. */
  function fileName(app, ending, tab = "picture") {
    const { focus, day, range } = app.state;
    const what = [focus || app.data.focus || "view", ...(tab === "picture" ? [] : [tab])];
    const when = range.length === 2 ? range.join("--") : day || app.data.as_of;
    const handling = app.word(`handling_${app.data.handling}`);
    const parts = ["enishi", ...what, when, handling].map((part) => part.replace(UNSAFE, "-"));
    return `${parts.join("_")}.${ending}`;
  }

  /** Hand a file to the reader. */
  function save(blob, name) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  }

  /** The picture of an SVG text at twice its size, as a PNG file. */
  async function png(text, width, height) {
    const address = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" }));
    try {
      const image = new Image();
      image.src = address;
      await image.decode();
      const canvas = document.createElement("canvas");
      canvas.width = width * SCALE;
      canvas.height = height * SCALE;
      canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
      return await new Promise((done) => {
        canvas.toBlob(done, "image/png");
      });
    } finally {
      URL.revokeObjectURL(address);
    }
  }

  enishi.save = { fileName, save, png };
})((globalThis.enishi ??= {}));

// What the pages said: calls of the console, entries of the log, uncaught exceptions.

const LEVELS = { ERROR: "✕", WARNING: "▲", INFO: "ℹ", VERBOSE: "·" };

function consoleView(app, entries) {
  const source = one => (one.url ? oneLine(lastPart(one.url), 60) + (one.line > 0 ? ":" + one.line : "") : one.source === "LOG" ? "browser" : "");

  function paint(row, one) {
    row.classList.toggle("bad", one.level === "ERROR");
    row.classList.toggle("warn", one.level === "WARNING");
    row.classList.toggle("verbose", one.level === "VERBOSE");
    add(row, [
      cell("time", seconds(one.at)),
      cell("way", h("span", { role: "img", "aria-label": one.level.toLowerCase() }, LEVELS[one.level] ?? "")),
      cell("payload", (one.handledLater ? "handled later: " : "") + oneLine(one.text)),
      cell("place", source(one)),
    ]);
  }

  const detail = one => [
    h("div", { class: "actions" }, button("Copy text", () => copyText(one.text, "The text is")), one.message >= 0 && here(toMessage(one.message), { class: "button" }, "Its message")),
    facts([
      ["Time", `${seconds(one.at)} s`],
      ["Level", visible(one.level.toLowerCase())],
      ["Session", visible(sessionName(app.overview.sessions[one.session] ?? NO_SESSION))],
      ["Source", one.url && oneLine(one.url, 400) + (one.line > 0 ? `:${one.line}:${one.column}` : "")],
    ]),
    section("Text", longText(one.text, 8000)),
    one.stack && section("Stack", longText(one.stack, 8000, { class: "stack", "aria-label": "Stack" })),
  ];

  return listView({
    app, view: "console", param: "entry", label: "Console", kind: "console", entries, one: "entry", many: "entries",
    columns: [["time", "Time"], ["way", ""], ["payload", "Text"], ["place", "Source"]],
    choice: { name: "level", label: "Level", options: [["", "All levels"], ["ERROR", "Errors"], ["WARNING", "Warnings"], ["INFO", "Info"], ["VERBOSE", "Verbose"]] },
    text: one => `${one.text} ${one.url}`,
    lets: (one, { level }) => !level || one.level === level,
    heading: one => ({ EXCEPTION: one.handledLater ? "Rejection that was handled later" : "Uncaught exception", LOG: "Log entry" })[one.source] ?? `console.${visible(one.type || "log")}`,
    paint, detail, none: noConsole(app.overview),
  });
}

/** Why there is nothing: a recording knows only what was asked for. */
const noConsole = ({ methods }) => (methods.includes("Runtime.enable") || methods.includes("Log.enable")
  ? "The pages said nothing."
  : "Nothing was heard of the console: neither Runtime.enable nor Log.enable was sent.");

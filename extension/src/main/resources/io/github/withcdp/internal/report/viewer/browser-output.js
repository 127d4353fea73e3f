// What the browser printed.

const OUTPUT_LINES = 2000;

function browserOutputView({ chromeLog }) {
  const lines = (chromeLog ?? "").split("\n");
  if (lines.at(-1) === "") lines.pop();
  const output = h("ol", { class: "output" });
  let shown = lines.length;
  const line = text => h("li", { class: /\b(ERROR|FATAL)\b/.test(text) ? "bad" : /\bWARNING\b/.test(text) ? "warn" : "" }, visible(text.length > 5000 ? text.slice(0, 5000) + "…" : text));
  const earlier = button("", () => show(), { class: "more" });
  // The end is what matters: a dying browser speaks last.
  const show = () => {
    const from = Math.max(0, shown - OUTPUT_LINES);
    const part = h("template").content;
    add(part, lines.slice(from, shown).map(line));
    output.prepend(part);
    shown = from;
    output.start = shown + 1;
    earlier.hidden = shown === 0;
    earlier.textContent = `Show ${count(shown, "earlier line")}`;
  };
  show();
  return {
    element: h("div", { class: "sheet output-view" }, lines.length === 0
      ? h("p", { class: "muted" }, "The browser printed nothing, or it is not one that was started here.")
      : [button("Copy all", () => copyText(chromeLog, "The output is"), { class: "more" }), earlier, output]),
    options: () => ({}),
    show: () => {},
  };
}

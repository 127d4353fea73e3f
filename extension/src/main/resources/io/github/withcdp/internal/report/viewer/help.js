// The keys, and the language of the search field.

const KEYS = [
  ["1 – " + VIEWS.length, Object.values(NAMES).join(", ")],
  ["/", "search"], ["↑ ↓ PgUp PgDn Home End", "move"], ["Enter", "open"], ["Esc", "close"], ...MORE_KEYS, ["?", "this help"],
];
const SEARCHES = [
  ["pay 503", "both words, anywhere in command, event or answer"], ["-Network", "not this word"], ["\"try again\"", "a phrase"],
  ["\"by hand\"", "what was sent from the monitor, too"], ["method:Page.", "in the name of the method"], ["session:9F86", "in label, type or URL of the session"], ["-method:dataReceived", "- goes before any of them"],
];

function showHelp() {
  if (document.querySelector("dialog.help")) return;
  const table = rows => h("dl", { class: "keys" }, rows.map(([key, meaning]) => h("div", {}, h("dt", {}, h("kbd", {}, key)), h("dd", {}, meaning))));
  const dialog = h("dialog", { class: "help", "aria-label": "Help", onclose: () => dialog.remove() },
    h("form", { method: "dialog" }, h("button", { class: "quiet", "aria-label": "Close" }, "×")),
    h("h2", {}, "Keys"), table(KEYS), h("h2", {}, "Search"), table(SEARCHES));
  document.body.append(dialog);
  dialog.showModal();
}

// Puts the views together and shows the one that the address asks for.

const NAMES = { overview: "Overview", messages: "Messages", network: "Network", console: "Console", targets: "Targets", browser: "Browser output" };

// What needs no script comes after this one in the page, and is hidden unless something goes wrong here.
document.documentElement.dataset.scripted = "";

async function main() {
  const root = document.getElementById("app");
  if (!canRead()) {
    delete document.documentElement.dataset.scripted;
    fill(root, h("p", { class: "unsupported" }, "This browser is too old to read the report. Chrome and Edge can from version 111 on, Firefox from 115. The other files beside this one tell the same: transcript.txt, summary.md."));
    return;
  }
  const overview = await readData("overview");
  const made = new Map();
  let current = "";
  let requests;

  const app = {
    overview,
    exchanges: [],
    current: () => made.get(current),
    go(view) {
      const hash = writeAddress(view, made.get(view)?.options() ?? {});
      if (location.hash !== hash) location.hash = hash;
      return show();
    },
    /** Remember in the address what a view shows, if it is the one in front. */
    note(view, options) {
      if (view === current) noteAddress(view, options);
    },
    requestOf: id => (requests ??= new Map(app.exchanges.map((one, i) => [one.id, i]))).get(id) ?? -1,
  };

  const parts = new Map(VIEWS.map(view => [view, h("section", { id: "view-" + view, class: "view", tabindex: -1, "aria-labelledby": "tab-" + view, hidden: view !== readAddress().view })]));
  const tabs = new Map(VIEWS.map((view, i) => [view, tab(view, i)]));
  const verdict = h("span", { class: "verdict " + (overview.failure ? "failed" : "passed") }, overview.failure ? "Failed" : "Passed");
  const title = h("span", { class: "title" }, oneLine(overview.test.displayName || overview.test.name, 200));
  const bar = h("header", { class: "topbar" }, h("div", { class: "top" }, verdict, title,
    button("?", showHelp, { class: "quiet", "aria-label": "Help", title: "Keys and search (?)" }), button("◐", switchTheme, { class: "quiet", "aria-label": "Light or dark", title: "Light or dark" })),
  h("nav", { "aria-label": "Views" }, [...tabs.values()]));

  function tab(view, i) {
    const counts = { messages: overview.numbers.messages, network: overview.numbers.exchanges, console: overview.numbers.console, targets: overview.sessions.length };
    const link = here(view, { id: "tab-" + view, title: `${NAMES[view]} (${i + 1})`, onclick: event => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      app.go(view);
    } }, NAMES[view], counts[view] !== undefined && h("span", { class: "count" }, number(counts[view])));
    return link;
  }

  async function make(view) {
    if (view === "overview") return overviewView(overview);
    if (view === "targets") return targetsView(app);
    if (view === "browser") return browserOutputView(overview);
    if (view === "console") return consoleView(app, await dataOnce("console", []));
    await data();
    return view === "network" ? networkView(app) : messagesView(app);
  }

  /** What messages and requests are made of. */
  async function data() {
    if (app.model) return;
    const [index, exchanges] = await Promise.all([dataOnce("index", { count: 0, at: [], kind: "", method: [], session: [], id: [], partner: [], failed: [], size: [] }), dataOnce("network", [])]);
    app.exchanges = exchanges;
    app.blocks ??= messageBlocks();
    app.model ??= messagesModel(index, overview);
  }

  let shows = 0;

  async function show() {
    const mine = ++shows;
    const { view, options } = readAddress();
    if (!made.has(view)) {
      const fresh = await make(view);
      if (!made.has(view)) {
        made.set(view, fresh);
        parts.get(view).append(fresh.element);
      }
      if (mine !== shows) return;
    }
    current = view;
    for (const [name, part] of parts) part.hidden = name !== view;
    for (const [name, link] of tabs) {
      if (name === view) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
      if (name === view) link.scrollIntoView({ block: "nearest", inline: "nearest" });
    }
    document.body.dataset.view = view;
    await made.get(view).show(options);
    // What had the focus may be hidden now; the next key is meant for what is seen.
    if (mine > 1 && mine === shows && !document.activeElement?.offsetParent) parts.get(view).focus({ preventScroll: true });
    root.dataset.ready = view;
  }

  fill(root, bar, [...parts.values()]);
  document.body.append(noticeArea);
  // The overview is printed from wherever one is.
  made.set("overview", await make("overview"));
  parts.get("overview").append(made.get("overview").element);
  addEventListener("hashchange", show);
  listenToKeys(app);
  await show();
}

function switchTheme() {
  const root = document.documentElement;
  const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = dark ? "light" : "dark";
}

main().catch(error => {
  delete document.documentElement.dataset.scripted;
  const root = document.getElementById("app");
  fill(root, h("p", { class: "unsupported", role: "alert" }, "The report cannot be read: " + error, h("br"), "The other files beside this one tell the same: transcript.txt, summary.md."));
  console.error(error);
});

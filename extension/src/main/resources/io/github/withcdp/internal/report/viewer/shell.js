// The bar with the tabs, and below it the view that the address asks for.

/**
 * Put the views together; show the first one with `app.show()`.
 *
 * front: what stands at the begin of the bar, before the buttons
 * make(view): return a view, or a promise of it; it is asked for once, when the view is first shown
 * counts: by view, the number that its tab has
 */
function shell({ front, make, counts }) {
  const root = document.getElementById("app");
  const made = new Map();
  let current = "";
  let shows = 0;

  const parts = new Map(VIEWS.map(view => [view, h("section", { id: "view-" + view, class: "view", tabindex: -1, "aria-labelledby": "tab-" + view, hidden: view !== readAddress().view })]));
  const tabs = new Map(VIEWS.map((view, i) => [view, tab(view, i)]));
  const bar = h("header", { class: "topbar" }, h("div", { class: "top" }, front,
    button("?", showHelp, { class: "quiet", "aria-label": "Help", title: "Keys and search (?)" }), button("◐", switchTheme, { class: "quiet", "aria-label": "Light or dark", title: "Light or dark" })),
  h("nav", { "aria-label": "Views" }, [...tabs.values()]));

  function tab(view, i) {
    return here(view, { id: "tab-" + view, title: `${NAMES[view]} (${i + 1})`, onclick: event => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      app.go(view);
    } }, NAMES[view], counts[view] !== undefined && h("span", { class: "count" }, number(counts[view])));
  }

  async function show() {
    const mine = ++shows;
    const { view, options } = readAddress();
    if (!made.has(view)) {
      const fresh = await make(view);
      if (!made.has(view)) add(view, fresh);
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
    if (mine > 1 && mine === shows && !document.activeElement?.offsetParent) (made.get(view).keysGoTo ?? parts.get(view)).focus({ preventScroll: true });
    root.dataset.ready = view;
  }

  function add(view, fresh) {
    made.set(view, fresh);
    parts.get(view).append(fresh.element);
  }

  const app = {
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
    /** The view if it has been made. */
    made: view => made.get(view),
    add,
    /** Change the number of a tab. */
    count(view, value) {
      tabs.get(view).querySelector(".count").textContent = number(value);
    },
    /** Put all on the page, and show what the address asks for. */
    async open() {
      fill(root, bar, [...parts.values()]);
      document.body.append(noticeArea);
      addEventListener("hashchange", show);
      listenToKeys(app);
      await show();
    },
  };
  return app;
}

function switchTheme() {
  const root = document.documentElement;
  const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = dark ? "light" : "dark";
}

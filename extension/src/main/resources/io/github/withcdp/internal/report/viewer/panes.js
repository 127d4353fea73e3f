// A list on the left and what is open of it on the right; on a narrow screen what is open covers the list.

/** Return the two panes; `closed` is called when the right one has been closed. */
function panes(listElement, label, closed = () => {}) {
  const title = h("h2", { tabindex: -1 });
  const body = h("div", { class: "pane-body" });
  const pane = h("section", { class: "pane", "aria-label": label, hidden: true },
    h("div", { class: "pane-head" }, title, button("×", () => close(), { class: "quiet", "aria-label": "Close", title: "Close (Esc)" })), body);
  const element = h("div", { class: "panes" }, listElement, pane);
  let shown = 0;

  function close() {
    if (pane.hidden) return false;
    pane.hidden = true;
    element.classList.remove("split");
    shown++;
    closed();
    listElement.focus({ preventScroll: true });
    return true;
  }

  return {
    element,
    isOpen: () => !pane.hidden,
    close,
    focus: () => title.focus({ preventScroll: true }),
    /** Show something; what comes too late, because something else has been opened, is not shown. */
    async open(heading, content) {
      const mine = ++shown;
      const made = await content;
      if (mine !== shown) return;
      fill(title, heading);
      fill(body, made);
      body.scrollTop = 0;
      pane.hidden = false;
      element.classList.add("split");
    },
  };
}

const section = (heading, ...children) => h("section", { class: "part" }, h("h3", {}, heading), ...children);

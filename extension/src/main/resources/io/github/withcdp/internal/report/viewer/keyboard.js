// Keys that work wherever one is, unless one is typing.

function listenToKeys(app) {
  document.addEventListener("keydown", event => {
    if (event.altKey || event.ctrlKey || event.metaKey || document.querySelector("dialog[open]")) return;
    const typing = event.target.closest?.("input:not([type=checkbox]), textarea, select");
    const view = app.current();
    if (event.key === "Escape") {
      if (typing && event.target.value && event.target.type === "search") return;
      if (!view.escape?.() && typing) event.target.blur();
      return;
    }
    if (typing) {
      // From the search field into what it found.
      if (view.move && event.target.type === "search" && (event.key === "ArrowDown" || event.key === "Enter")) {
        view.element.querySelector("[role=grid]")?.focus({ preventScroll: true });
        view.move(1);
        event.preventDefault();
      }
      return;
    }
    if (event.key >= "1" && event.key <= String(VIEWS.length)) app.go(VIEWS[Number(event.key) - 1]);
    else if (event.key === "?") showHelp();
    else if (app.keys?.[event.key]) app.keys[event.key]();
    else if (event.key === "/") {
      if (!view.searchField) app.go("messages").then(() => app.current().searchField.focus());
      else {
        view.searchField.focus();
        view.searchField.select();
      }
    } else if (event.key === "Enter" && view.enter && !event.target.closest("a, button, summary, .pane")) view.enter();
    else if (event.target.closest(".pane, summary") || !view.key?.(event.key)) return;
    event.preventDefault();
  });
}

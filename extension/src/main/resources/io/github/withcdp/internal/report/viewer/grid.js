// A table of any number of rows, of which only those in sight are on the page. Which ones these are is told by the library.

let grids = 0;

/**
 * Return a grid.
 *
 * columns: [[key, name]], the key is the class of header and cells
 * extra(index): by how many pixels a row is higher than others
 * render(row, index): fill the element of a row; may be called again for the same one
 * onSelect(index), onOpen(index): the row was chosen with the arrows, or opened with Enter or a click
 * follow: whether its end is kept in sight until one moves away from it, and again when one comes back
 */
function grid({ label, kind, columns, render, extra = () => 0, onSelect = () => {}, onOpen = () => {}, follow = false }) {
  const name = "grid" + grids++;
  const narrow = matchMedia("(max-width: 720px)");
  const space = h("div", { class: "rows", role: "presentation" });
  const scroller = h("div", { class: "scroller", role: "rowgroup", tabindex: -1 }, space);
  const head = h("div", { class: "row head", role: "row" }, columns.map(([key, text]) => h("div", { class: "cell " + key, role: "columnheader" }, text)));
  const empty = h("p", { class: "empty", hidden: true });
  const element = h("div", { class: "grid " + kind, role: "grid", tabindex: 0, "aria-label": label, "aria-colcount": columns.length },
    h("div", { role: "rowgroup", class: "headgroup" }, head), scroller, empty);
  let total = 0;
  let selected = -1;
  // Where the end is changes with the height of the list and of its rows, too, so it is remembered whether one is there.
  let follows = follow;
  let lastTop = 0;
  // Whether what the library says need not be drawn, for all is about to be drawn.
  let quiet = false;
  const onPage = new Map();

  const height = () => (narrow.matches ? 46 : 25);
  const options = () => ({
    count: total,
    getScrollElement: () => scroller,
    estimateSize: index => height() + extra(index),
    overscan: 8,
    scrollToFn: virtualCore.elementScroll,
    observeElementRect: virtualCore.observeElementRect,
    observeElementOffset: virtualCore.observeElementOffset,
    onChange: () => quiet || draw(),
  });
  const virtualizer = new virtualCore.Virtualizer(options());

  function draw(again = false) {
    const items = virtualizer.getVirtualItems();
    const wanted = new Set(items.map(item => item.index));
    for (const [index, row] of onPage) {
      if (!wanted.has(index)) {
        row.remove();
        onPage.delete(index);
      }
    }
    space.style.height = virtualizer.getTotalSize() + "px";
    for (const item of items) {
      let row = onPage.get(item.index);
      const fresh = !row;
      if (fresh) {
        row = h("div", { class: "row", role: "row", id: name + "-" + item.index, "aria-rowindex": item.index + 2 });
        row.dataset.index = item.index;
        onPage.set(item.index, row);
        space.append(row);
      }
      row.style.transform = `translateY(${item.start}px)`;
      row.style.height = item.size + "px";
      if (fresh || again) paint(row, item.index);
    }
  }

  // Asking for a width makes the browser lay everything out: not with every frame.
  const align = () => { head.style.paddingRight = 12 + scroller.offsetWidth - scroller.clientWidth + "px"; };
  new ResizeObserver(align).observe(space);

  /** Look whether one has moved away from the end, or come to it. What is not shown has not been moved. */
  function moved() {
    const { scrollTop, clientHeight, scrollHeight } = scroller;
    if (!follow || clientHeight === 0) return;
    if (scrollTop + clientHeight >= scrollHeight - height()) follows = true;
    else if (scrollTop < lastTop) follows = false;
    lastTop = scrollTop;
  }

  function toEnd() {
    scroller.scrollTop = scroller.scrollHeight;
    lastTop = scroller.scrollTop;
  }

  if (follow) {
    scroller.addEventListener("scroll", moved);
    new ResizeObserver(() => follows && toEnd()).observe(scroller);
  }

  function paint(row, index) {
    row.className = "row";
    row.replaceChildren();
    render(row, index);
    mark(row, index);
  }

  function mark(row, index) {
    row.classList.toggle("selected", index === selected);
    row.setAttribute("aria-selected", index === selected);
    if (index === selected) element.setAttribute("aria-activedescendant", row.id);
  }

  function select(index, scroll = true) {
    selected = index < 0 || total === 0 ? -1 : Math.min(index, total - 1);
    if (selected < 0) element.removeAttribute("aria-activedescendant");
    if (scroll && selected >= 0) {
      virtualizer.scrollToIndex(selected, { align: "auto" });
      moved();
    }
    for (const [i, row] of onPage) mark(row, i);
  }

  function choose(index) {
    if (total === 0) return;
    select(Math.max(0, Math.min(index, total - 1)));
    if (follow && selected === total - 1) {
      follows = true;
      toEnd();
    }
    onSelect(selected);
  }

  /** Go on from the row that is selected; without one, from what is in view, of which an arrow selects the first or last row. */
  function move(step) {
    if (selected >= 0) return choose(selected + step);
    const first = Math.ceil(scroller.scrollTop / height());
    const last = Math.floor((scroller.scrollTop + scroller.clientHeight) / height()) - 1;
    const from = follows ? total - 1 : step > 0 ? first : last;
    choose(Math.abs(step) === 1 ? from : from + step);
  }

  /** Do what a key of the list does; return whether it is one. */
  function key(name) {
    const page = Math.max(1, Math.floor(scroller.clientHeight / height()) - 1);
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -Infinity, End: Infinity }[name];
    if (step !== undefined) move(step);
    return step !== undefined;
  }

  element.addEventListener("keydown", event => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "Enter" && selected >= 0) onOpen(selected);
    else if (!key(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  });
  space.addEventListener("click", event => {
    const row = event.target.closest(".row");
    if (!row) return;
    select(Number(row.dataset.index), false);
    onOpen(selected);
  });
  narrow.addEventListener("change", () => {
    virtualizer.measure();
    draw(true);
    if (follows) toEnd();
  });

  let mounted;
  return {
    element,
    select,
    move,
    key,
    selected: () => selected,
    /** Show another number of rows, all of them new. */
    show(count, textIfEmpty) {
      moved();
      total = count;
      element.setAttribute("aria-rowcount", count + 1);
      empty.textContent = textIfEmpty ?? "";
      empty.hidden = count > 0;
      virtualizer.setOptions(options());
      mounted ??= virtualizer._didMount();
      virtualizer._willUpdate();
      quiet = true;
      virtualizer.measure();
      quiet = false;
      draw(true);
      if (follows) toEnd();
    },
    /** Paint the rows again for which something has come in. */
    repaint(concerned = () => true) {
      for (const [index, row] of onPage) if (concerned(index)) paint(row, index);
    },
  };
}

const cell = (key, ...children) => h("div", { class: "cell " + key, role: "gridcell" }, ...children);

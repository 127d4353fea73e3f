// A view of things of which all is known: a bar of filters, a row for each, and the pane of the one that is open.

/** A field that filters by text. */
function searchField(label, placeholder, oninput, attributes = {}) {
  return h("input", { type: "search", placeholder, "aria-label": label, autocomplete: "off", spellcheck: "false", oninput, ...attributes });
}

/** How many of all are shown. */
const shownOf = (shown, all, one, many = one + "s") => (shown === all ? count(all, one, many) : `${number(shown)} of ${count(all, one, many)}`);

/**
 * Return a view.
 *
 * view, param: its name, and the name under which its address says what is open
 * label, kind, columns: of the grid
 * entries, one, many: the things, and what they are called
 * choice: { name, label, options }, a list of which one value is chosen; check: { name, label }, a box
 * text(entry): where words are looked for; lets(entry, filter): whether choice and check let it through
 * paint(row, entry): fill a row; heading(entry), detail(entry): of the pane
 * none: what is said if there are no things
 */
function listView({ app, view, param, label, kind, columns, entries, one, many, choice, check, text, lets, paint, heading, detail, none }) {
  const noFilter = { q: "", [choice.name]: "", ...(check && { [check.name]: false }) };
  let shown = entries.map((_, i) => i);
  let open = -1;
  let filter = noFilter;

  const field = searchField(`Filter ${many} by text`, "Filter: words, -word, \"a phrase\"", () => change({ q: field.value }));
  const chosen = select(choice.label, choice.options, value => change({ [choice.name]: value }));
  const box = check && h("input", { type: "checkbox", onchange: () => change({ [check.name]: box.checked }) });
  const found = h("span", { class: "found", role: "status", "aria-live": "polite" });
  const bar = h("div", { class: "filters", role: "search" }, field, chosen, box && h("label", { class: "check" }, box, check.label),
    button("Clear", () => change(noFilter), { class: "quiet clear" }), found);
  const list = grid({
    label, kind, columns,
    render: (row, index) => paint(row, entries[shown[index]]),
    onSelect: index => pane.isOpen() && openRow(index, false),
    onOpen: index => openRow(index, true),
  });
  const pane = panes(list.element, one, () => {
    open = -1;
    note();
  });

  function openRow(index, focus) {
    open = shown[index];
    note();
    pane.open(heading(entries[open]), detail(entries[open])).then(() => focus && pane.focus());
  }

  function change(part) {
    filter = { ...filter, ...part };
    run();
    note();
  }

  function run() {
    // These have no fields: what looks like one is a word with a colon in it.
    const terms = parseQuery(filter.q).map(term => (term.field === "text" ? term : { ...term, value: term.field + ":" + term.value }));
    shown = [];
    entries.forEach((entry, i) => {
      if (lets(entry, filter) && (terms.length === 0 || satisfies(text(entry).toLowerCase(), terms))) shown.push(i);
    });
    if (field.value !== filter.q) field.value = filter.q;
    chosen.value = filter[choice.name];
    if (check) box.checked = filter[check.name];
    bar.classList.toggle("filtered", JSON.stringify(filter) !== JSON.stringify(noFilter));
    found.textContent = shownOf(shown.length, entries.length, one, many);
    list.show(shown.length, entries.length === 0 ? none : `No ${one} is like that.`);
    list.select(shown.indexOf(open), false);
  }

  const options = () => ({ ...filter, [param]: open });
  const note = () => app.note(view, options());
  return {
    element: h("div", { class: `list-view ${view}-view` }, bar, pane.element),
    options,
    searchField: field,
    keysGoTo: list.element,
    move: step => list.move(step),
    key: name => list.key(name),
    enter: () => list.selected() >= 0 && openRow(list.selected(), true),
    escape: () => pane.close(),
    /** Show what an address says. */
    show(given = {}) {
      filter = { q: given.q ?? "", [choice.name]: given[choice.name] ?? "", ...(check && { [check.name]: given[check.name] === "1" }) };
      const wanted = /^\d+$/.test(given[param] ?? "") ? Number(given[param]) : -1;
      run();
      if (wanted < 0 || wanted >= entries.length) {
        pane.close();
        return;
      }
      if (!shown.includes(wanted)) {
        // A link to one of them is stronger than a filter that hides it.
        filter = noFilter;
        run();
      }
      list.select(shown.indexOf(wanted));
      if (wanted !== open) openRow(shown.indexOf(wanted), false);
    },
  };
}

function select(label, options, onchange) {
  const element = h("select", { "aria-label": label, onchange: () => onchange(element.value) });
  fillSelect(element, options);
  return element;
}

/** Give a list other options: [value, text], or ["", text, options] for a group of them. What is chosen stays. */
function fillSelect(element, options) {
  const chosen = element.value;
  const made = h("template").content;
  for (const [value, text, group] of options) {
    made.append(group ? h("optgroup", { label: text }, group.map(([v, t]) => h("option", { value: v }, t))) : h("option", { value }, text));
  }
  element.replaceChildren(made);
  if (chosen) element.value = chosen;
}

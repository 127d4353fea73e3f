// The messages: a row for every command with its answer, and for every event.

/** How much higher the row is that tells of the failure. */
const MOMENT_HEIGHT = 26;

const NO_FILTER = { q: "", kind: "", method: "", test: "", session: "", errors: false };

function messagesView(app) {
  const { model, blocks } = app;
  let filter = { ...NO_FILTER };
  let rows = model.rows;
  let moment = -1;
  let open = -1;
  let kept;
  let asked = "";
  const search = messageSearch(model, blocks);
  let searching = false;
  // Rows that have come, or changed, while a search was running.
  let later = [];
  const previews = new Map();

  const field = searchField("Filter messages by text", "Filter: words, -word, method:, session:, \"a phrase\"", () => change({ q: field.value }), { id: "message-search" });
  const kind = select("Kind", [["", "All kinds"], ["command", "Commands"], ["event", "Events"], ["answer", "Answers alone"], ["other", "Other"]], value => change({ kind: value }));
  const method = select("Method", methodOptions(model), value => change({ method: value }));
  const test = model.overview.tests && select("Test", testOptions(model), value => change({ test: value }));
  const session = select("Session", sessionOptions(model), value => change({ session: value }));
  const errors = h("input", { type: "checkbox", id: "only-errors", onchange: () => change({ errors: errors.checked }) });
  const found = h("span", { class: "found", role: "status", "aria-live": "polite" });
  const progress = h("progress", { max: 1, "aria-label": "Searching", hidden: true });
  const bar = h("div", { class: "filters", role: "search" }, field, test, kind, method, session, h("label", { class: "check" }, errors, "Errors only"),
    button("Clear", () => change(NO_FILTER), { class: "quiet clear" }), progress, found);

  const list = grid({
    label: "Messages", kind: "messages",
    columns: [["time", "Time"], ["way", ""], ["session", "Session"], ["method", "Method"], ["payload", "Message"], ["took", "Took"]],
    render: paint,
    extra: index => (index === moment ? MOMENT_HEIGHT : 0),
    onSelect: index => pane.isOpen() && openRow(index, false),
    onOpen: index => openRow(index, true),
    follow: Boolean(model.overview.live),
  });
  fit();
  const pane = panes(list.element, "Message", () => {
    open = -1;
    note();
  });

  /** Give the columns the room that they need. */
  function fit() {
    list.element.classList.toggle("several", model.several);
    list.element.style.setProperty("--method", longest(model.methods) + "px");
  }

  function paint(row, index) {
    const message = rows[index];
    const bad = model.isBad(message);
    row.classList.toggle("bad", bad);
    row.classList.toggle("after", model.isAfter(message));
    row.classList.toggle("by-hand", model.isByHand(message));
    row.classList.toggle("moment", index === moment);
    if (index === moment) add(row, [cell("line", `The test ${model.overview.failure ? "failed" : "passed"} at ${seconds(model.overview.endedAt)} s. What follows was said to write this report.`)]);
    const one = model.session(message);
    const name = model.method(message);
    const kindName = KINDS[model.kind(message)] + (model.isByHand(message) ? ", sent by hand" : "");
    add(row, [
      cell("time", seconds(model.at(message))),
      cell("way " + model.kind(message), h("span", { title: kindName, role: "img", "aria-label": bad ? kindName + ", error" : kindName }, bad ? "✕" : ARROWS[model.kind(message)])),
      cell("session", h("span", { title: oneLine(one.url, 200) }, visible(model.shortName(one)))),
      cell("method", h("span", { class: "name" }, h("span", { class: "domain" }, domainOf(name) && visible(domainOf(name) + ".")), visible(name.slice(domainOf(name) ? domainOf(name).length + 1 : 0)))),
      cell("payload", preview(message)),
      cell("took", model.took(message) >= 0 ? duration(model.took(message)) : model.unanswered(message) ? (model.overview.live ? "…" : "no answer") : ""),
    ]);
  }

  /** What a message and its answer say; if their blocks are still packed, nothing yet, and the row is painted again. */
  function preview(message) {
    const known = previews.get(message);
    if (known) return known.map(([key, text]) => h("span", { class: key }, text));
    const answer = model.answer(message);
    const raw = blocks.rawNow(message);
    const reply = answer < 0 ? "" : blocks.rawNow(answer);
    if (raw === undefined || reply === undefined) {
      const missing = [raw === undefined && message, reply === undefined && answer].filter(one => one !== false);
      Promise.all(missing.map(one => blocks.text(blocks.blockOf(one)))).then(() => list.repaint(index => rows[index] === message));
      return [];
    }
    const name = model.method(message);
    const parts = [["asked", model.kind(message) === "a" ? answerPreview(name, parseMessage(raw)) : payloadPreview(name, parseMessage(raw))]];
    if (reply) {
      const text = answerPreview(name, parseMessage(reply));
      if (text) parts.push([model.isBad(message) ? "replied bad" : "replied", text]);
    }
    previews.set(message, parts);
    if (previews.size > 2000) previews.delete(previews.keys().next().value);
    return preview(message);
  }

  function openRow(index, focus) {
    open = rows[index];
    const name = model.method(open) || KINDS[model.kind(open)];
    note();
    pane.open(visible(name), messageDetail(app, open)).then(() => focus && pane.focus());
  }

  function change(part) {
    filter = { ...filter, ...part };
    run();
    note();
  }

  function run() {
    asked = JSON.stringify(filter);
    show(filter);
    later = [];
    kept = rows[list.selected()];
    return find((matching, share) => {
      rows = matching;
      moment = momentIn(rows);
      showRows(share);
    });
  }

  /** Search, and show what is found so far whenever there is more of it. */
  function find(found, candidates) {
    searching = true;
    element.dataset.state = "searching";
    return search.find(filter, (matching, share) => {
      searching = share < 1;
      found(matching, share);
      element.dataset.state = searching ? "searching" : "done";
      if (!searching && later.length > 0) takeIn();
    }, candidates);
  }

  function showRows(share, scroll = true) {
    const keep = open >= 0 ? open : kept;
    progress.hidden = share === 1;
    progress.value = share;
    found.textContent = shownOf(rows.length, model.rows.length, "row") + (share < 1 ? " so far" : "");
    list.show(rows.length, model.total === 0 ? (app.describe ? "No message has come yet." : "No message was recorded.") : share < 1 ? "Searching …" : "No message is like that.");
    const at = keep === undefined ? -1 : rows.indexOf(keep);
    list.select(at, scroll && share === 1 && at >= 0);
  }

  /** Show rows that are new, or have changed, as far as the filter lets them through. */
  function takeIn() {
    const fresh = later;
    later = [];
    find((matching, share) => {
      if (share < 1) return;
      kept = rows[list.selected()];
      rows = merged(rows, fresh, matching);
      for (const message of fresh) previews.delete(message);
      showRows(1, false);
    }, fresh);
  }

  /** The first row of those that were said after the failure, -1 if there are none. */
  function momentIn(list) {
    let first = list.length;
    while (first > 0 && model.isAfter(list[first - 1])) first--;
    return first < list.length ? first : -1;
  }

  /** Show the filter in its controls. */
  function show({ q, kind: k, method: m, test: t, session: s, errors: e }) {
    if (field.value !== q) field.value = q;
    kind.value = k;
    method.value = m;
    session.value = s;
    if (test) test.value = t;
    errors.checked = Boolean(e);
    bar.classList.toggle("filtered", JSON.stringify(filter) !== JSON.stringify(NO_FILTER));
  }

  /** The message that an address names, by its number or by session and time; -1 if none. */
  function messageOf({ message, at, in: where }) {
    if (/^\d+$/.test(message ?? "") && Number(message) < model.total) return model.rowMessage(Number(message));
    if (!/^-?\d+$/.test(at ?? "") || model.total === 0) return -1;
    let nearest = 0;
    let least = Infinity;
    for (let i = 0; i < model.total; i++) {
      const distance = Math.abs(model.at(i) - Number(at)) * 2 + (model.isBad(i) ? 0 : 1) + (model.sessionIndex(i) === Number(where) ? 0 : 1e9);
      if (distance < least) {
        least = distance;
        nearest = i;
      }
    }
    return model.rowMessage(nearest);
  }

  const options = () => ({ ...filter, message: open });
  const note = () => app.note("messages", options());

  const element = h("div", { class: "list-view messages-view" }, bar, pane.element);
  return {
    element,
    options,
    searchField: field,
    keysGoTo: list.element,
    /** Offer what there is to choose from by now. A list that somebody has open is left alone. */
    refresh() {
      const lists = [[method, methodOptions], [session, sessionOptions], [test, testOptions]];
      for (const [element, options] of lists) if (element && element !== document.activeElement) fillSelect(element, options(model));
      fit();
    },
    /** Take in what has been added to the model: rows that are new or have changed, in their order. */
    grow(changed) {
      later = later.length === 0 ? changed : [...new Set([...later, ...changed])].sort((a, b) => a - b);
      if (!searching) takeIn();
    },
    move: step => list.move(step),
    key: name => list.key(name),
    enter: () => list.selected() >= 0 && openRow(list.selected(), true),
    escape: () => pane.close(),
    /** Show what an address says. */
    async show(given = {}) {
      filter = { ...NO_FILTER, ...Object.fromEntries(Object.keys(NO_FILTER).filter(name => name in given).map(name => [name, name === "errors" ? given.errors === "1" : given[name]])) };
      const message = messageOf(given);
      if (JSON.stringify(filter) !== asked) await run();
      if (message < 0) {
        if (open >= 0) pane.close();
        return;
      }
      if (message === open) return;
      open = message;
      let at = rows.indexOf(message);
      if (at < 0) {
        // A link to a message is stronger than a filter that hides it.
        filter = { ...NO_FILTER };
        await run();
        at = rows.indexOf(message);
      }
      list.select(at);
      openRow(at, false);
    },
  };
}

const sessionOptions = ({ sessions }) => [["", "All sessions"], ...sessions.map((one, i) => [String(i), oneLine(`${sessionName(one)} ${one.url}`, 80)])];

const testOptions = ({ overview }) => [["", "All tests"], ...overview.tests.map(one => [String(one.number), oneLine(one.name, 80) + (one.over ? "" : " (running)")])];

/** Domains and their methods, with how often they occur. */
function methodOptions(model) {
  const times = new Map();
  for (const message of model.rows) times.set(model.methodIndex(message), (times.get(model.methodIndex(message)) ?? 0) + 1);
  const domains = new Map();
  model.methods.forEach((name, i) => {
    if (!times.get(i) || !domainOf(name)) return;
    if (!domains.has(domainOf(name))) domains.set(domainOf(name), []);
    domains.get(domainOf(name)).push([name, `${oneLine(name, 80)} (${number(times.get(i))})`, times.get(i)]);
  });
  const groups = [...domains].sort(([a], [b]) => (a < b ? -1 : 1)).map(([domain, methods]) => {
    const total = methods.reduce((sum, one) => sum + one[2], 0);
    return ["", oneLine(domain, 60), [[domain, `All of ${oneLine(domain, 60)} (${number(total)})`, 0], ...methods.sort(([a], [b]) => (a < b ? -1 : 1))]];
  });
  return [["", "All methods"], ...groups];
}

/** How wide the longest of some names is in the list, in pixels; those that nobody can read anyway count as far as they are shown. */
function longest(names) {
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = "13px " + getComputedStyle(document.body).fontFamily;
  return Math.ceil(names.reduce((widest, name) => Math.max(widest, pen.measureText(name.slice(0, 60)).width), 0)) + 2;
}

// The monitor: shows what is said as it comes, with the views of the report.

/** How often what has come is shown, and how often there is more to choose from, in milliseconds. */
const SHOWN_EVERY = 150;
const OFFERED_EVERY = 1000;

/** How many characters of messages are kept. Of those before, the rows stay. */
const KEPT_CHARACTERS = 400_000_000;

async function main() {
  const overview = { live: true, test: {}, failure: null, sessions: [], methods: [], tests: [], protocol: Object.create(null), endMessage: -1, duration: 0, failedAt: null };
  const state = h("span", { class: "verdict", role: "status" }, "Connecting");
  const missing = h("span", { class: "missing", role: "status" });
  const pause = button("Pause", () => setPaused(!paused), { "aria-pressed": "false", title: "Pause the view; nothing is lost (p)" });
  const app = shell({
    front: [state, h("span", { class: "title" }, "WithCDP monitor"), missing, pause],
    counts: { messages: 0, targets: 0 },
    make: view => ({ targets: liveTargets, command: commandView, messages: messagesView })[view](app),
  });
  Object.assign(app, {
    overview,
    exchanges: [],
    requestOf: () => -1,
    blocks: messageBlocks([]),
    model: messagesModel({ ...emptyIndex(), test: [] }, overview),
    keys: { p: () => setPaused(!paused) },
    goOn: () => paused && setPaused(false),
    /** What the protocol says about a method, undefined if it does not know it; remembered. */
    async describe(method) {
      if (!(method in overview.protocol)) {
        const known = await readJson("method?" + method);
        overview.protocol[method] = known.name ? known : undefined;
      }
      return overview.protocol[method];
    },
    /** Put a command that was recorded into the form. */
    async again(message, parsed) {
      const { browser, id } = app.model.session(message);
      await app.go("command");
      await app.made("command").put({ browser, session: id, method: app.model.method(message), params: parsed.params ?? {} });
    },
  });

  let paused = false;
  let waiting = [];
  let changed = [];
  let shownLater = 0;
  let offeredLater = 0;
  const kept = [];
  let characters = 0;

  function setPaused(now) {
    paused = now;
    pause.setAttribute("aria-pressed", String(paused));
    if (!paused) {
      for (const portion of waiting) add(portion);
      waiting = [];
    }
    tellPause();
  }

  function tellPause() {
    const more = waiting.reduce((sum, portion) => sum + portion.index.count, 0);
    pause.textContent = paused ? `Go on (${number(more)} new)` : "Pause";
  }

  function take(portion) {
    if (portion.over) return;
    if (paused) {
      waiting.push(portion);
      tellPause();
    } else add(portion);
  }

  function add({ first, index, methods, sessions, tests, missed, lines }) {
    overview.methods.push(...methods);
    for (const [i, one] of Object.entries(sessions)) overview.sessions[i] = one.type === "browser" && one.browser > 0 ? { ...one, label: String(one.browser + 1) } : one;
    for (const one of tests) overview.tests[one.number] = one;
    if (index.count > 0) {
      keep({ first, count: index.count, text: lines.join("\n") });
      changed = changed.concat(app.model.add(index));
      overview.duration = app.model.at(app.model.total - 1);
    }
    missing.textContent = missed > 0 ? count(missed, "message") + " had been given up before they could be shown" : "";
    shownLater ||= setTimeout(showNew, SHOWN_EVERY);
    offeredLater ||= setTimeout(offerNew, OFFERED_EVERY);
  }

  /** Keep the text of a block, and give up those of the oldest if that is too much. */
  function keep(block) {
    app.blocks.add({ first: block.first, count: block.count, unpack: async () => block.text }, block.text);
    kept.push(block);
    characters += block.text.length;
    while (characters > KEPT_CHARACTERS) {
      const oldest = kept.shift();
      characters -= oldest.text.length;
      oldest.text = "";
    }
  }

  function showNew() {
    shownLater = 0;
    app.count("messages", app.model.total);
    app.count("targets", overview.sessions.length);
    const rows = [...new Set(changed)].sort((a, b) => a - b);
    changed = [];
    if (rows.length > 0) for (const view of VIEWS) app.made(view)?.grow?.(rows);
    document.body.dataset.messages = app.model.total;
  }

  function offerNew() {
    offeredLater = 0;
    for (const view of VIEWS) app.made(view)?.refresh();
  }

  function say(text, kind) {
    state.textContent = text;
    state.className = "verdict " + kind;
    document.body.dataset.state = kind || "connecting";
  }

  await app.open();
  say("Live", "passed");
  try {
    await readFeed(take);
    say("The run is over", "");
  } catch (error) {
    say("Not connected", "failed");
    notice(oneLine(error.message || error, 200));
  }
  document.body.dataset.state = "over";
}

/** The sessions, as they are when one looks. */
function liveTargets(app) {
  const element = h("div");
  const refresh = () => fill(element, targetsView(app).element);
  return { element, options: () => ({}), show: refresh, refresh };
}

main().catch(error => {
  fill(document.getElementById("app"), h("p", { class: "unsupported", role: "alert" }, "The monitor cannot be shown: " + error));
  console.error(error);
});

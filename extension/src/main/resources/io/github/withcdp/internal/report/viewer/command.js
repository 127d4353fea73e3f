// A command by hand: chosen, filled in, sent in a session of a test that runs; its answer below, and what was sent before.

const HISTORY = 50;

function commandView(app) {
  const { model, overview } = app;
  // The command whose form is shown, or is going to be as soon as the protocol has been asked: { method, form, made }.
  let chosen = {};
  // What was sent, the latest first: { what, after, id, row, answered, place }.
  let sent = [];
  // That of it whose outcome is shown.
  let latest;

  const name = h("input", { type: "search", list: "commands", id: "command-name", placeholder: "Command, as in Page.captureScreenshot", "aria-label": "Command", autocomplete: "off", spellcheck: "false", oninput: () => choose() });
  const names = h("datalist", { id: "commands" });
  const session = select("Session", sessionsToSend(overview), () => {});
  const place = h("div");
  const state = h("p", { class: "outcome", role: "status" });
  const answer = h("div", { class: "answer" });
  const history = h("ol", { class: "history" });
  const sendButton = button("Send", send, { class: "send", title: "Ctrl+Enter" });
  const element = h("div", { class: "sheet command-view", onkeydown: event => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    send();
  } },
  h("div", { class: "chooser" }, name, names, session), place,
  h("div", { class: "actions" }, sendButton, h("kbd", {}, "Ctrl+Enter"),
    button("Copy as Java", () => copy(false), { "data-copy": "java" }), button("Copy as typed Java", () => copy(true), { "data-copy": "typed" })),
  h("p", { class: "muted" }, "What is sent here is on record, marked, and the report of the test says that it was."),
  state, answer, section("Sent before", history));

  readJson("commands").then(commands => fill(names, commands.map(one => h("option", { value: one.name }, [one.deprecated && "deprecated", one.experimental && "experimental"].filter(Boolean).join(", ")))));

  /** Show the form of the command that is named; what the protocol does not know has one without fields. That of another one is gone at once. */
  function choose(params = {}) {
    const mine = { method: name.value.trim() };
    chosen = mine;
    fill(place);
    mine.made = make(mine.method, params).then(form => {
      mine.form = form;
      if (form && chosen === mine) fill(place, form.element);
      return form;
    });
    return mine.made;
  }

  /** Make the form of a command; undefined if it cannot be one, or the protocol cannot be asked, which is said. */
  async function make(method, params) {
    if (!/^\w+\.\w+$/.test(method)) return undefined;
    try {
      const known = await app.describe(method);
      return Object.assign(commandForm(known ?? { name: method, description: "The protocol that WithCDP knows has no such command; it is sent as it is.", parameters: [], known: false }, params), { known });
    } catch (error) {
      say("The run could not be asked: " + error, true);
      return undefined;
    }
  }

  /** What is to be sent, and its form, if it is whole; else what is missing is said. It is that of the name that stands in the field, which may be newer than the form. */
  async function order() {
    const [browser, id] = JSON.parse(session.value || "[]");
    const method = name.value.trim();
    if (!/^\w+\.\w+$/.test(method)) {
      say("Choose a command: its domain, a dot and its name.", true);
      return undefined;
    }
    if (chosen.method !== method) choose();
    // What is written in a form that is there is read now, and not after what is written next.
    const form = chosen.form ?? await chosen.made;
    if (!form) {
      chosen = {};
      return undefined;
    }
    const params = form.params();
    if (params === undefined) return undefined;
    const missing = form.missing(params);
    // The browser may think otherwise, so it is asked all the same.
    if (missing.length > 0) form.say("Required, and not given: " + missing.join(", "));
    return { form, what: { browser, session: id, method, params } };
  }

  async function send() {
    // What is below is of another command from now on, be this one sent or not.
    fill(answer);
    say("", false);
    latest = undefined;
    const { what } = await order() ?? {};
    if (!what) return;
    if (what.browser === undefined) return say("There is no session to send it in.", true);
    app.goOn();
    say("Sent; no answer yet", false);
    const mine = note(what);
    latest = mine;
    const tell = (text, bad) => mine === latest && say(text, bad);
    try {
      const outcome = await readJson("send", { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(what) });
      mine.id = Number(outcome.id ?? 0);
      if (!mine.id) fill(mine.place, "not sent");
      if (outcome.refused || outcome.failed) tell(outcome.refused ?? outcome.failed, true);
      else tell("Answered", false);
      look();
    } catch (error) {
      tell("The run could not be asked: " + error, true);
    }
  }

  /** Show the answers that have come with the other messages: that of the latest command below it, those of others where these are listed. */
  function look() {
    for (const one of sent) {
      if (one.answered || !one.id) continue;
      while (one.row < 0 && one.after < model.total) {
        // Methods and params may be the same, and one may be answered before the other: only the id tells whose an answer is.
        if (isOf(one, one.after)) one.row = one.after;
        one.after++;
      }
      if (one.row >= 0 && model.answer(one.row) >= 0) showAnswer(one);
    }
  }

  const isOf = ({ what, id }, message) => model.kind(message) === "c" && model.id(message) === id && model.session(message).browser === what.browser;

  async function showAnswer(one) {
    one.answered = true;
    fill(one.place, here(toMessage(one.row), { class: "answered" }, "Its message"));
    if (one !== latest) return;
    const reply = parseMessage(await app.blocks.raw(model.answer(one.row)));
    if (one !== latest) return;
    fill(answer, section(reply.error ? "Error" : "Result", jsonTree(reply.error ?? reply.result ?? {}, 3)), here(toMessage(one.row), { class: "button" }, "Its message"));
    element.dataset.answer = one.row;
  }

  /** Put a command in the list of what was sent. */
  function note(what) {
    const one = { what, after: model.total, id: 0, row: -1, answered: false, place: h("span", { class: "muted" }, "no answer yet") };
    sent = [one, ...sent].slice(0, HISTORY);
    history.prepend(h("li", {}, button(`${visible(what.method)} ${compact(what.params, 100)}`, () => put(what), { class: "quiet" }), " ", one.place));
    while (history.children.length > sent.length) history.lastChild.remove();
    return one;
  }

  function say(text, bad) {
    state.textContent = visible(text);
    state.classList.toggle("bad", bad);
  }

  /** Put a command into the form, in its session if that can be sent to. */
  function put({ browser, session: id, method, params }) {
    name.value = method;
    const wanted = JSON.stringify([browser, id]);
    if ([...session.options].some(option => option.value === wanted)) session.value = wanted;
    return choose(params);
  }

  async function copy(typed) {
    const { form, what } = await order() ?? {};
    if (!what) return;
    const text = typed ? form.known && typedStatement(form.known, what.params, what.session === "") : javaStatement("c", what.method, what.params, what.session === "");
    if (text) copyText(text, "Java is");
    else notice("The typed form does not take these params, because they are not those of the protocol: copy it as Java");
  }

  return {
    element,
    options: () => ({}),
    searchField: name,
    keysGoTo: name,
    show() {
      this.refresh();
      if (!name.value) name.focus();
    },
    refresh() {
      if (session !== document.activeElement) fillSelect(session, sessionsToSend(overview));
    },
    grow: look,
    put,
  };
}

/** The sessions that have not ended, the latest first; the newest page is the one that is wanted most. */
function sessionsToSend({ sessions }) {
  const open = sessions.filter(one => one && one.detached === null);
  const order = one => (one.type === "page" ? 0 : one.type === "browser" ? 2 : 1);
  return [...open].reverse().sort((a, b) => order(a) - order(b)).map(one => [JSON.stringify([one.browser, one.id]), oneLine(`${sessionName(one)} ${one.url}`, 80)]);
}

async function readJson(resource, options) {
  const response = await fetch(resource, { cache: "no-store", ...options });
  if (!response.ok) throw new Error(await response.text());
  return response.json();
}

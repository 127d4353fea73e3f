// The first screen: for somebody who was not there, and has a minute.

const STACK_SHOWN = 8;
const SUSPICION_NAMES = {
  DIFFERENT: "Different", CRASH: "Crash", DETACHED: "Went away", BUSY: "Busy page", EXCEPTION: "Exception", DIALOG: "Dialog", POPUP_BLOCKED: "Popup blocked", PAUSED: "Paused request", UNANSWERED: "No answer", MISTAKEN: "Mistaken command", COMMAND_FAILED: "Command failed",
  LOAD: "Load", COOKIE: "Cookie", WORKER: "Worker", REQUEST_FAILED: "Request failed", BAD_STATUS: "Bad status", BLOCKED: "Blocked", OVERTAKEN: "Overtaken", STALE: "Stale answer", CONSOLE_ERROR: "Console error", LOG_ERROR: "Logged error", SOCKET_CLOSED: "Socket closed", SLOW: "Slow request", DEPRECATED: "Deprecated",
};

function overviewView(overview) {
  const { test, failure } = overview;
  const left = h("div", { class: "column" }, failure ? failurePart(overview) : section("It passed", h("p", {}, "The report was asked for all the same.")),
    unusualPart(overview), greenPart(overview.green), filmPart(overview.film), section("What happened", storyElement(overview.story, overview)));
  const right = h("div", { class: "column side" }, screenshotsPart(overview.screenshots), numbersPart(overview), browserPart(overview), filesPart(overview.files));
  const element = h("div", { class: "overview" },
    h("header", { class: "headline" }, h("h1", {}, visible(test.displayName || test.name)), h("p", { class: "muted" }, whenAndWhere(overview))),
    warnings(overview), h("div", { class: "columns" }, left, right),
    overview.redaction && h("p", { class: "redaction" }, visible(overview.redaction)));
  return { element, show: () => {}, options: () => ({}) };
}

function whenAndWhere({ test, failedAt, failure, duration: lasted, started }) {
  const method = test.className + (test.methodName ? "." + test.methodName : "");
  const phase = test.phase && test.phase !== "@Test" ? ` in ${test.phase}` : "";
  const outcome = failure ? `failed${phase} after ${duration(failedAt ?? lasted)}` : `passed after ${duration(lasted)}`;
  return [h("code", {}, visible(method)), ` ${visible(outcome)}, begun `, moment(started)];
}

function moment(iso) {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return visible(iso);
  return h("time", { datetime: date.toISOString(), title: date.toString() }, date.toISOString().slice(0, 19).replace("T", " ") + " UTC");
}

function warnings({ incompleteBecause, problems, remarks, sentByHand }) {
  const texts = [...(remarks ?? []), ...(sentByHand ? [sentByHand] : []), ...(incompleteBecause ? ["The recording is incomplete: " + incompleteBecause] : []), ...(problems ?? [])];
  if (texts.length === 0) return null;
  return h("section", { class: "warning", "aria-label": "What to know of this report" },
    texts.length === 1 ? h("p", {}, visible(texts[0])) : h("ul", {}, texts.map(text => h("li", {}, visible(text)))));
}

function failurePart({ failure, test }) {
  const lines = failure.stack.split("\n");
  const long = lines.length > STACK_SHOWN + 3;
  // Assertions like to begin with an empty line.
  const reason = failure.message.replace(/^(\s*\n)+/, "");
  const dot = failure.type.lastIndexOf(".") + 1;
  return h("section", { class: "part failure" },
    h("h3", { title: visible(failure.type) }, visible(failure.type.slice(dot))),
    h("pre", { class: "reason" }, visible(reason.length > 6000 ? reason.slice(0, 6000) + "…" : reason) || "(no message)"),
    placeOf(failure, test) && h("p", { class: "place-of" }, "at ", h("code", {}, placeOf(failure, test))),
    failure.stack && fold(long ? `Stack (${count(lines.length, "line")})` : "Stack", () => h("div", {},
      longText(failure.stack, 20_000, { class: "stack", "aria-label": "Stack" }),
      button("Copy the stack", () => copyText(failure.stack, "The stack is"), { class: "more" })), !long));
}

/** The line of the test class in which it failed: CheckoutTests.java:46 */
function placeOf({ stack }, { className, methodName }) {
  const calls = stack.split("\n").map(line => /^\s+at (?:[^/]*\/)?(\S+)\(([^()]*:\d+)\)$/.exec(line)).filter(Boolean);
  const own = calls.filter(call => className && call[1].startsWith(className));
  return visible((own.find(call => call[1] === className + "." + methodName) ?? own[0])?.[2] ?? "");
}

function unusualPart(overview) {
  const { suspicions, moreSuspicions, nothingUnusual } = overview;
  if (suspicions.length === 0) return section("Nothing unusual", h("p", { class: "muted" }, visible(nothingUnusual)));
  return section("What was unusual",
    h("ol", { class: "unusual" }, suspicions.map(suspicion => {
      const content = [
        h("time", {}, seconds(suspicion.at)),
        h("span", { class: "tag" }, SUSPICION_NAMES[suspicion.kind] ?? visible(suspicion.kind)),
        h("span", { class: "said" }, oneLine(suspicion.sentence, 600), suspicion.evidence && h("span", { class: "evidence muted" }, visible(suspicion.evidence))),
      ];
      return h("li", {}, here(suspicion.message >= 0 ? toMessage(suspicion.message) : writeAddress("messages", { at: suspicion.at, in: suspicion.session }), {}, content),
        suspicion.source.length > 0 && sourceLines(suspicion.source));
    })),
    moreSuspicions > 0 && h("p", {}, here("messages?errors=1", {}, `${number(moreSuspicions)} more`)));
}

/** The lines around the one that threw, which begins with ">". */
function sourceLines(lines) {
  return h("pre", { class: "source", "aria-label": "Source" }, lines.map((line, i) => [i > 0 && "\n", h("span", { class: line.startsWith(">") ? "bad" : "" }, visible(line))]));
}

function screenshotsPart(screenshots) {
  if (screenshots.length === 0) return null;
  return section(screenshots.length === 1 ? "The page at the moment of failure" : "The pages at the moment of failure",
    h("div", { class: screenshots.length > 2 ? "shots many" : "shots" }, screenshots.map((shot, i) => h("figure", { class: "shot" },
      shot.src ? enlargeable(shot.src, `Screenshot ${i + 1}: ${oneLine(shot.page, 200)}`) : h("p", { class: "nothing" }, "No screenshot: ", visible(shot.missingBecause)),
      h("figcaption", { class: "muted" },
        shot.name && h("b", {}, oneLine(shot.name, 100), " "), oneLine(shot.page, 300),
        shot.last && h("span", { class: "last" }, "The last command was for this one."))))));
}

/** A picture that a click makes as large as the window. */
function enlargeable(source, description) {
  return h("button", { type: "button", class: "picture", title: "Enlarge", onclick: () => enlarge(source, description) }, picture(source, description));
}

function enlarge(source, description) {
  const dialog = h("dialog", { class: "large", "aria-label": description, onclick: () => dialog.close(), onclose: () => dialog.remove() },
    h("form", { method: "dialog" }, h("button", { class: "quiet", "aria-label": "Close" }, "×")), picture(source, description));
  document.body.append(dialog);
  dialog.showModal();
}

function numbersPart({ numbers, sessions }) {
  const entries = [
    [here("messages", {}, "Messages"), number(numbers.messages)],
    [here("messages?kind=command", {}, "Commands"), number(numbers.commands)],
    [here("messages?kind=event", {}, "Events"), number(numbers.events)],
    [here("network", {}, "Requests"), number(numbers.exchanges)],
    [here("console", {}, "Console"), number(numbers.console)],
    [here("targets", {}, "Targets"), number(sessions.length)],
  ];
  return section("Numbers", h("dl", { class: "numbers" }, entries.map(([name, value]) => h("div", {}, h("dt", {}, name), h("dd", {}, value)))));
}

function browserPart({ browser }) {
  return section("Browser", facts([
    ["Version", visible(browser.version)],
    ["Executable", browser.executable && h("code", {}, visible(browser.executable))],
    ["Sandbox", browser.sandboxOff ? "off" : ""],
    ["Note", browser.note && visible(browser.note)],
  ]));
}

function filesPart(files) {
  if (files.length === 0) return null;
  return section("Beside this file", h("ul", { class: "files" }, files.map(file => h("li", {}, beside(file.name), " ", h("span", { class: "muted" }, visible(file.description))))));
}

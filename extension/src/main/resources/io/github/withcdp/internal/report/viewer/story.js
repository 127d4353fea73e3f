// The test told in a few lines: what it asked for, where the page went, what was requested, logged and thrown, and how it ended.

const STORY_LINES = 24;

// What a client says to get ready is no part of the story.
const PREPARATIONS = /\.(enable|disable)$|^(Target|Browser)\.|^Runtime\.runIfWaitingForDebugger$|^Page\.(setLifecycleEventsEnabled|captureScreenshot)$|^Network\.(configureDurableMessages|getResponseBody|getRequestPostData)$/;
const HAPPENINGS = new Set(["Page.loadEventFired", "Page.javascriptDialogOpening", "Inspector.targetCrashed", "Target.targetCrashed", "Page.downloadWillBegin", "Page.windowOpen"]);
const HAPPENED = {
  "Page.loadEventFired": "The page has loaded",
  "Page.javascriptDialogOpening": "A dialog opened: ",
  "Inspector.targetCrashed": "A page crashed",
  "Target.targetCrashed": "A page crashed",
  "Page.downloadWillBegin": "A download began",
  "Page.windowOpen": "The page opened a window",
};

/** Return { lines: [{ at, what, text, bad, address }], left: how many came before }. */
async function tellStory(model, blocks, exchanges, consoleMessages) {
  const told = [];
  for (const message of model.rows) {
    if (model.isAfter(message)) break;
    const method = model.method(message);
    const command = model.kind(message) === "c" && !PREPARATIONS.test(method);
    if (command || HAPPENINGS.has(method)) {
      told.push({ at: model.at(message), message, what: command ? "test" : "page", bad: model.isBad(message) });
    }
  }
  exchanges.forEach((exchange, i) => {
    if (exchange.failed || ["Document", "Fetch", "XHR", "WebSocket", "EventSource"].includes(exchange.type)) {
      told.push({ at: exchange.responded ?? exchange.ended, exchange, request: i, what: "network", bad: exchange.failed });
    }
  });
  consoleMessages.forEach(entry => {
    if (entry.level === "ERROR" || entry.level === "WARNING") told.push({ at: entry.at, entry, what: "console", bad: entry.level === "ERROR" });
  });
  const failedAt = model.overview.failedAt;
  const before = told.filter(line => failedAt === null || line.at <= failedAt).sort((a, b) => a.at - b.at);
  const lines = before.slice(-STORY_LINES);
  for (const line of lines) await word(line, model, blocks);
  return { lines, left: before.length - lines.length };
}

async function word(line, model, blocks) {
  if (line.exchange) {
    const { method, url, status, statusText, failure } = line.exchange;
    const outcome = failure ? (failure.cancelled ? "cancelled" : failure.errorText) : status ? `${status} ${statusText}` : "no answer";
    line.text = [oneLine(`${method} ${url}`, 300), h("b", {}, oneLine(outcome))];
    line.address = writeAddress("network", { request: line.request });
  } else if (line.entry) {
    const first = line.entry.text.split("\n", 1)[0];
    line.text = [oneLine(first, 300)];
    line.address = line.entry.message >= 0 ? toMessage(line.entry.message) : "#console";
  } else {
    const { message } = line;
    const method = model.method(message);
    const preview = payloadPreview(method, parseMessage(await blocks.raw(message)));
    line.address = toMessage(message);
    if (model.kind(message) === "e") {
      const dialog = method === "Page.javascriptDialogOpening";
      line.text = [HAPPENED[method], dialog && preview];
      return;
    }
    const answer = model.answer(message);
    const result = answer < 0 ? "never answered" : answerPreview(method, parseMessage(await blocks.raw(answer)));
    const telling = line.bad || (method === "Runtime.evaluate" && result !== "undefined");
    line.text = [h("span", { class: "method" }, method), preview, telling && h("b", {}, result)];
  }
}

const STORY_NAMES = { test: "Test", page: "Page", network: "Network", console: "Console" };

function storyElement({ lines, left }, overview) {
  const list = h("ol", { class: "story" }, lines.map(line =>
    h("li", { class: line.bad ? "bad" : "" }, here(line.address, {},
      h("time", {}, seconds(line.at)), h("span", { class: "who " + line.what }, STORY_NAMES[line.what]),
      h("span", { class: "said" }, line.text.filter(Boolean).map((part, i) => [i > 0 && " ", part]))))));
  if (left > 0) list.prepend(h("li", { class: "left" }, here("messages", {}, `… ${count(left, "earlier step")}: see Messages`)));
  if (overview.failedAt !== null) {
    list.append(h("li", { class: "end" }, h("time", {}, seconds(overview.failedAt)), h("span", { class: "said" }, "The test failed")));
  }
  return list;
}

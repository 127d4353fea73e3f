// A request in full: headers, bodies, timing, where it came from, where it was sent on to, and what went through it.

const PHASES = [["blocked", "Queued"], ["dns", "DNS lookup"], ["connect", "Connecting"], ["ssl", "of which TLS"], ["send", "Sending"], ["waiting", "Waiting"], ["receive", "Receiving"]];
const SOURCES = { DISK_CACHE: "disk cache", MEMORY_CACHE: "memory cache", PREFETCH_CACHE: "prefetch cache", SERVICE_WORKER: "service worker" };

function exchangeDetail(app, exchange) {
  return [
    h("div", { class: "actions" },
      canCurl(exchange) && button("Copy as curl", () => copyText(curlCommand(exchange), curlNote(exchange)), { "data-copy": "curl" }),
      button("Copy URL", () => copyText(exchange.url, "The URL is")),
      exchange.message >= 0 && here(toMessage(exchange.message), { class: "button" }, "First message"),
      here(writeAddress("messages", { q: `"${exchange.id}"` }), { class: "button" }, "All its messages")),
    h("p", { class: "url" }, h("b", {}, visible(exchange.method)), " ", visible(exchange.url.length > 3000 ? exchange.url.slice(0, 3000) + "…" : exchange.url)),
    facts([
      ["Status", h("span", { class: exchange.failed ? "bad" : "" }, statusText(exchange))],
      ["Type", visible([exchange.type, exchange.mime].filter(Boolean).join(", "))],
      ["From", [SOURCES[exchange.source] ?? "network", exchange.remote && `, ${visible(exchange.remote)}`, exchange.protocol && `, ${visible(exchange.protocol)}`].filter(Boolean).join("")],
      ["Size", [exchange.bytes >= 0 && `${bytes(exchange.bytes)} over the network`, exchange.content >= 0 && `${bytes(exchange.content)} of content`].filter(Boolean).join(", ")],
      ["Time", `${seconds(exchange.started)} s, took ${duration(exchange.ended - exchange.started)}${exchange.finished ? "" : " and had not ended"}`],
      ["Session", visible(sessionName(app.overview.sessions[exchange.session] ?? NO_SESSION))],
      ["Document", exchange.document && exchange.document !== exchange.url ? oneLine(exchange.document, 400) : ""],
    ]),
    framesSection(exchange),
    bodySection("Response", exchange.responseBody),
    bodySection("Request body", exchange.requestBody, exchange.hasRequestBody),
    headersFold("Response headers", exchange.responseHeaders),
    headersFold("Request headers", exchange.requestHeaders),
    timingSection(exchange),
    initiatorSection(exchange.initiator),
    exchange.next && section("Redirected to", h("p", {}, oneLine(exchange.next, 400))),
    exchange.redirects?.length > 0 && section("Redirected from", h("ol", {}, exchange.redirects.map(row => h("li", {}, redirectLink(app, row))))),
  ];
}

function redirectLink(app, row) {
  const { status, method, url } = app.exchanges[row];
  return here(writeAddress("network", { request: row }), {}, oneLine(`${status} ${method} ${url}`, 200));
}

function statusText(exchange) {
  const cancelled = exchange.status ? "its body was cut off" : "cancelled";
  const failure = exchange.failure && (exchange.failure.cancelled ? cancelled : exchange.failure.words);
  const answer = exchange.status ? `${exchange.status} ${exchange.statusText}`.trim() : "";
  return visible([answer, failure].filter(Boolean).join(", ")) || (exchange.finished ? "no response" : "pending");
}

function headersFold(name, headers) {
  if (!headers?.length) return null;
  return fold(`${name} (${headers.length})`, () => h("table", { class: "headers" }, h("tbody", {}, headers.map(([key, value]) =>
    h("tr", {}, h("th", { scope: "row" }, visible(key)), h("td", {}, visible(value)))))), headers.length <= 12, { class: "part" });
}

function bodySection(name, body, exists = false) {
  if (!body) return exists ? section(name, h("p", { class: "muted" }, "There was one; it was not captured.")) : null;
  const cut = [
    body.cut > 0 && h("p", { class: "muted" }, `${count(body.cut, "more byte")} ${body.cut === 1 ? "is" : "are"} not in this file.`),
    !body.complete && h("p", { class: "muted" }, "It is incomplete: Chrome tells no more of it."),
  ];
  if (body.base64 !== undefined) {
    return section(name, h("p", { class: "muted" }, `${bytes(Math.floor(body.base64.length * 3 / 4))} that are no text`),
      button("Copy as base64", () => copyText(body.base64, "base64 is"), { class: "more" }), cut);
  }
  if (body.text === "") return section(name, h("p", { class: "muted" }, "empty"));
  const parsed = /^\s*[[{]/.test(body.text) ? parseMessage(body.text) : "";
  return section(name,
    typeof parsed === "object" && parsed !== null ? [jsonTree(parsed, 3), fold("As text", () => longText(body.text))] : longText(body.text),
    button("Copy", () => copyText(body.text, "The body is"), { class: "more" }), cut);
}

function timingSection(exchange) {
  const phases = PHASES.filter(([key]) => exchange.phases?.[key] !== undefined);
  if (phases.length === 0) return null;
  const total = Math.max(1, ...phases.map(([key]) => exchange.phases[key]));
  return section("Timing", h("table", { class: "timing" }, h("tbody", {}, phases.map(([key, name]) => {
    const bar = h("span", { class: "bar " + key });
    bar.style.width = (100 * exchange.phases[key]) / total + "%";
    return h("tr", {}, h("th", { scope: "row" }, name), h("td", {}, duration(exchange.phases[key])), h("td", { class: "graph" }, bar));
  }))));
}

function initiatorSection(initiator) {
  if (!initiator || !(initiator.url || initiator.stack || initiator.type)) return null;
  const place = initiator.url ? oneLine(initiator.url, 400) + (initiator.line > 0 ? ":" + initiator.line : "") : "";
  return section("Initiator", h("p", {}, [initiator.type && visible(initiator.type), place].filter(Boolean).join(", ")), initiator.stack && longText(initiator.stack, 3000, { class: "stack" }));
}

function framesSection({ frames, moreFrames, type }) {
  if (!frames?.length) return null;
  return section(type === "EventSource" ? "Events" : "Frames", h("ol", { class: "frames" }, frames.map(frame => h("li", { class: frame.direction === "SENT" ? "sent" : "received" },
    h("time", {}, seconds(frame.at)), h("span", { role: "img", "aria-label": frame.direction === "SENT" ? "sent" : "received" }, frame.direction === "SENT" ? "↑" : "↓"),
    h("span", { class: "muted" }, visible(frame.kind)), h("code", {}, oneLine(frame.payload, 4200))))),
  moreFrames > 0 && h("p", { class: "muted" }, `${number(moreFrames)} more are in traffic.jsonl.`));
}

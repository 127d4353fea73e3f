// One message in full: what was asked, what came of it, what the protocol of this very browser says about it, and ways to take it along.

async function messageDetail(app, message) {
  const { model, blocks } = app;
  const asked = await blocks.raw(message);
  const answer = model.answer(message);
  const answered = answer < 0 ? "" : await blocks.raw(answer);
  const parsed = parseMessage(asked);
  const reply = answer < 0 ? null : parseMessage(answered);
  const kind = model.kind(message);
  const method = model.method(message);
  const session = model.session(message);
  const about = app.describe ? await app.describe(method) : model.overview.protocol?.[method];
  const described = new Map((about?.parameters ?? []).map(parameter => [parameter.name, [standing(parameter), parameter.description].filter(Boolean).join(" ")]));
  return [
    actions(app, { message, asked, answered, answer, kind, method, parsed, ofBrowser: session.type === "browser" }),
    facts([
      ["Time", `${seconds(model.at(message))} s` + (model.isAfter(message) ? ", after the test had failed" : "")],
      ["Answered", kind === "c" ? (answer < 0 ? h("b", { class: "bad" }, "never") : `after ${duration(model.took(message))}`) : ""],
      ["Sent", model.isByHand(message) ? h("b", {}, "by hand, from the monitor") : ""],
      ["Session", [visible(sessionName(session)), session.url && h("div", { class: "muted url" }, oneLine(session.url, 400))]],
      ["Number", String(model.sequence(message)) + (answer < 0 ? "" : `, answer ${model.sequence(answer)}`)],
      ["Id", model.id(message) > 0 ? String(model.id(message)) : ""],
      ["Size", bytes(model.size(message)) + (answer < 0 ? "" : `, answer ${bytes(model.size(answer))}`)],
      ["Request", requestLink(app, parsed)],
    ]),
    about?.description && h("p", { class: "about" }, visible(about.description)),
    about && standing(about) && h("p", { class: "muted" }, standing(about)),
    isCut(asked, answered) && h("p", { class: "muted" }, "Long strings are cut here; traffic.jsonl has them in full."),
    treeSection(kind === "c" ? "Parameters" : kind === "e" ? "Data" : "Message", kind === "o" || typeof parsed === "string" ? parsed : kind === "a" ? parsed.result ?? parsed.error : parsed.params, name => described.get(name) ?? ""),
    reply && (reply.error
      ? treeSection("Error", reply.error)
      : treeSection("Result", typeof reply === "string" ? reply : reply.result)),
    about && descriptionFold(about),
    fold("Raw", () => [longText(asked, 4000), answered && longText(answered, 4000)]),
  ];
}

const isCut = (...texts) => texts.some(text => / more characters in traffic\.jsonl\)/.test(text));

function actions(app, { message, asked, answered, answer, kind, method, parsed, ofBrowser }) {
  const pretty = raw => {
    const value = parseMessage(raw);
    return typeof value === "string" ? value : JSON.stringify(value, null, 2);
  };
  const narrow = (options, text) => here(writeAddress("messages", options), { class: "button" }, text);
  return h("div", { class: "actions" },
    button("Copy as JSON", () => copyText(pretty(asked), "JSON is"), { "data-copy": "json" }),
    answer >= 0 && button("Copy answer", () => copyText(pretty(answered), "The answer is"), { "data-copy": "answer" }),
    (kind === "c" || kind === "e") && typeof parsed !== "string"
      && button("Copy as Java", () => copyText(javaStatement(kind, method, parsed.params, ofBrowser), "Java is"), { "data-copy": "java" }),
    app.again && kind === "c" && typeof parsed !== "string" && button("Send again …", () => app.again(message, parsed)),
    button("Copy link", () => copyText(location.href, "The link is")),
    method && narrow({ method }, "Only this method"),
    button("Unfold all", event => {
      const trees = event.target.closest(".pane-body");
      const open = event.target.textContent === "Unfold all";
      trees.querySelectorAll(".tree").forEach(tree => unfold(tree, open));
      event.target.textContent = open ? "Fold all" : "Unfold all";
    }));
}

function treeSection(heading, value, describe) {
  if (value === undefined || value === null) return section(heading, h("p", { class: "muted" }, "none"));
  return section(heading, jsonTree(value, 3, describe));
}

function requestLink(app, parsed) {
  const id = parsed?.params?.requestId;
  const request = typeof id === "string" ? app.requestOf(id) : -1;
  if (request < 0) return "";
  return here(writeAddress("network", { request }), {}, oneLine(app.exchanges[request].method + " " + app.exchanges[request].url, 120));
}

/** Whether a method may change or go. */
const standing = about => [about.experimental && "Experimental: it may change without notice.", about.deprecated && "Deprecated: it is going to be removed."].filter(Boolean).join(" ");

/** What /json/protocol says about a method. */
function descriptionFold(about) {
  const table = (heading, parameters) => parameters?.length > 0 && [h("h4", {}, heading), h("dl", { class: "parameters" }, parameters.map(parameter => h("div", {},
    h("dt", {}, h("code", {}, visible(parameter.name)), " ", h("span", { class: "muted" }, typeName(parameter) + ["optional", "experimental", "deprecated"].filter(mark => parameter[mark]).map(mark => ", " + mark).join(""))),
    h("dd", {}, visible(parameter.description ?? "")))))];
  return fold("About this method", () => h("div", {}, about.description && h("p", {}, visible(about.description)), standing(about) && h("p", { class: "muted" }, standing(about)),
    table("Parameters", about.parameters), table("Returns", about.returns)));
}

function typeName({ type, $ref, items, enum: values }) {
  const name = $ref ?? (type === "array" && items ? `array of ${items.$ref ?? items.type}` : type ?? "");
  return visible(values ? `${name}: ${values.join(", ")}` : name);
}

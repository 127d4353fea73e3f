// The test told in a few lines, each of which leads to what it tells of. Which lines there are is decided where the report is made.

function storyElement({ lines, left }, overview) {
  const frames = framesOfSteps(overview, lines, overview.endedAt);
  const list = h("ol", { class: "story" }, lines.map((line, step) =>
    h("li", { class: (line.bad ? "bad" : "") + (frames[step] ? " filmed" : "") }, here(storyAddress(line), {},
      h("time", {}, seconds(line.at)), h("span", { class: "who " + line.who.toLowerCase() }, line.who),
      h("span", { class: "said" }, storyWords(line))), frames[step] && frameElement(frames[step]))));
  if (left > 0) list.prepend(h("li", { class: "left" }, here("messages", {}, `… ${count(left, "earlier step")}: see Messages`)));
  if (overview.endedAt !== null) {
    list.append(h("li", { class: overview.failure ? "end" : "" }, h("time", {}, seconds(overview.endedAt)), h("span", { class: "said" }, `The test ${overview.failure ? "failed" : "passed"}`)));
  }
  return list;
}

function storyWords({ page, name, what, outcome, times, at, until }) {
  const words = [
    page && h("span", { class: "page-name" }, oneLine(page, 100)),
    name && h("span", { class: "method" }, visible(name)),
    what && oneLine(what, 320),
    outcome && h("b", {}, oneLine(outcome, 320)),
  ].filter(Boolean).flatMap((word, i) => (i > 0 ? [" ", word] : [word]));
  return [words, times > 1 && h("span", { class: "times" }, `, ${number(times)} times`, until > at && ` until ${seconds(until)}`)];
}

const storyAddress = ({ request, message }) => (request >= 0 ? writeAddress("network", { request }) : message >= 0 ? toMessage(message) : "messages");

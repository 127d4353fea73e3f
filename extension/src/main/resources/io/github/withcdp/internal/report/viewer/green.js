// What was otherwise when the test passed: what nothing explains, and folded what differs in many runs.

const DIFFERENCES_SHOWN = 5;
const DIFFERENCE_NAMES = { COMMAND: "Command", REQUEST: "Request", CONSOLE: "Console", TARGET: "Target", EVENT: "Event", ORDER: "Order" };
const EXPLANATIONS = { ALWAYS: "differs in any two runs", SAME_CLASS: "values of one class, of which each run has another", LEARNED: "differed among the green runs, too", NONE: "" };

function greenPart(green) {
  if (!green) return null;
  if (!green.differences) return h("section", { class: "part" }, h("p", { class: "muted" }, visible(green.with), "."));
  const { differences, explained, notes } = green;
  return section("Unlike the last green run",
    differences.length > 0 ? differenceList(differences.slice(0, DIFFERENCES_SHOWN)) : h("p", {}, "Nothing that is not explained."),
    differences.length > DIFFERENCES_SHOWN && fold(count(differences.length - DIFFERENCES_SHOWN, "further difference"), () => differenceList(differences.slice(DIFFERENCES_SHOWN)), false, { class: "explained" }),
    explained.length > 0 && fold(`${count(explained.length, "difference")} that ${explained.length === 1 ? "is" : "are"} explained`, () => differenceList(explained), false, { class: "explained" }),
    h("ul", { class: "muted notes" }, [green.with, ...notes].map(note => h("li", {}, visible(note), "."))));
}

function differenceList(differences) {
  return h("ol", { class: "unlike" }, differences.map(difference => h("li", {},
    here(difference.message >= 0 ? toMessage(difference.message) : writeAddress("messages", { at: difference.at }), {},
      h("time", {}, seconds(difference.at)),
      h("span", { class: difference.explanation === "NONE" ? "tag" : "tag muted" }, DIFFERENCE_NAMES[difference.kind] ?? visible(difference.kind)),
      h("span", { class: "said" }, oneLine(difference.subject, 400), presenceOf(difference), difference.cause && h("span", { class: "muted" }, ", ", oneLine(difference.cause, 400)))),
    difference.changes.length > 0 && changesTable(difference),
    difference.followed.length > 0 && fold(`${count(difference.followed.length, "difference")} that ${difference.followed.length === 1 ? "follows" : "follow"} from it`, () => differenceList(difference.followed), false, { class: "explained" }))));
}

function presenceOf({ presence }) {
  return presence === "ADDED" ? h("b", {}, " is new") : presence === "MISSING" ? h("b", {}, " is missing") : null;
}

function changesTable({ changes }) {
  return h("dl", { class: "changes" }, changes.map(([pointer, expected, actual, explanation]) => h("div", { class: explanation === "NONE" ? "" : "muted", title: EXPLANATIONS[explanation] ?? "" },
    h("dt", {}, h("code", {}, visible(pointer))),
    h("dd", {}, h("del", {}, expected ? oneLine(expected, 600) : "not there"), " → ", h("ins", {}, actual ? oneLine(actual, 600) : "not there"),
      EXPLANATIONS[explanation] && h("span", { class: "why" }, " ", EXPLANATIONS[explanation])))));
}

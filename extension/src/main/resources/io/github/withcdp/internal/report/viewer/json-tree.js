// JSON as a tree that folds. Branches are made when they are opened, long lists in portions, long strings cut until asked for.

const PORTION = 100;
const STRING_SHOWN = 600;
const OPEN_AT_MOST = 1500;

const isBranch = value => typeof value === "object" && value !== null;

/** Return a tree of a value; to the depth given it is open. `describe` may say something about a name at the top. */
function jsonTree(value, depth = 2, describe = () => "") {
  const root = h("div", { class: "tree" });
  if (!isBranch(value)) root.append(leaf(value));
  else if (Object.keys(value).length === 0) root.append(h("span", { class: "muted" }, Array.isArray(value) ? "[ ]" : "{ }"));
  else root.append(branch(value, depth - 1, describe));
  return root;
}

function branch(value, depth, describe = () => "") {
  const list = h("ul");
  const names = Object.keys(value);
  let shown = 0;
  const more = h("li");
  const show = () => {
    const part = names.slice(shown, shown + PORTION);
    shown += part.length;
    more.remove();
    add(list, part.map(name => h("li", {}, entry(name, value[name], depth, describe(name)))));
    if (shown < names.length) {
      fill(more, button(`Show ${number(Math.min(PORTION, names.length - shown))} more of ${number(names.length)}`, show, { class: "more" }));
      list.append(more);
    }
  };
  show();
  return list;
}

function entry(name, value, depth, description) {
  const key = h("span", { class: "key", title: description || undefined }, oneLine(name, 200));
  if (!isBranch(value)) return [key, ": ", leaf(value)];
  const size = Object.keys(value).length;
  const brief = Array.isArray(value) ? `[${number(size)}]` : size === 0 ? "{ }" : "";
  if (size === 0) return [key, ": ", h("span", { class: "muted" }, brief)];
  return fold([key, ": ", h("span", { class: "muted" }, brief || "{" + compact(value, 60) + "}")], () => branch(value, depth - 1), depth > 0 && size <= 30);
}

function leaf(value) {
  if (typeof value !== "string") return h("span", { class: "literal" }, String(value));
  const span = h("span", { class: "string" });
  const put = text => fill(span, JSON_QUOTE, visible(text), JSON_QUOTE);
  if (value.length <= STRING_SHOWN * 1.25) {
    put(value);
    return span;
  }
  put(value.slice(0, STRING_SHOWN) + "…");
  const more = button(`show all ${number(value.length)} characters`, () => {
    put(value);
    more.remove();
  }, { class: "more" });
  return h("span", {}, span, " ", more);
}

const JSON_QUOTE = "\"";

/** Open every branch below an element, as far as that stays readable, or close them all. */
function unfold(element, open) {
  const waiting = [...element.querySelectorAll("details")];
  for (let i = 0; i < waiting.length && i < OPEN_AT_MOST; i++) {
    if (waiting[i].open === open) continue;
    waiting[i].open = open;
    if (open) {
      // The event comes later; what is inside is wanted now.
      waiting[i].dispatchEvent(new Event("toggle"));
      waiting.push(...waiting[i].querySelectorAll("details"));
    }
  }
}

/** A value on one line, cut where the budget of characters ends, as one would write it in a console. */
function compact(value, budget = 160) {
  let text = "";
  const full = () => text.length > budget;
  const write = (part, top) => {
    if (full()) return;
    if (typeof part === "string") text += "\"" + part.slice(0, budget) + "\"";
    else if (!isBranch(part)) text += String(part);
    else if (Array.isArray(part)) {
      text += "[";
      part.every((item, i) => {
        if (i) text += ", ";
        write(item, false);
        return !full();
      });
      text += "]";
    } else {
      if (!top) text += "{";
      Object.entries(part).every(([name, item], i) => {
        text += (i ? ", " : "") + name + ": ";
        write(item, false);
        return !full();
      });
      if (!top) text += "}";
    }
  };
  write(value, true);
  return oneLine(text, budget);
}

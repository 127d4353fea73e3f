// Elements are made here and nowhere else. Text becomes text nodes; no markup is ever parsed, no handler is ever an attribute.

const FORBIDDEN = /^(on|style$|src$|href$|srcdoc$|action$|formaction$)/i;

/** Make an element: h("button", { class: "quiet", onclick: go, "aria-label": "Close" }, "×"). Functions become listeners. */
function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (typeof value === "function") element.addEventListener(name.replace(/^on/, ""), value);
    else if (FORBIDDEN.test(name)) throw new Error("Not an attribute for h: " + name);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  add(element, children);
  return element;
}

function add(parent, children) {
  for (const child of children.flat(Infinity)) {
    if (child === undefined || child === null || child === false || child === "") continue;
    parent.append(child instanceof Node ? child : document.createTextNode(String(child)));
  }
}

const fill = (element, ...children) => {
  element.replaceChildren();
  add(element, children);
  return element;
};

/** A place within this document. */
function here(address, attributes, ...children) {
  const anchor = h("a", attributes, ...children);
  anchor.setAttribute("href", "#" + address.replace(/^#/, ""));
  return anchor;
}

/** A file that was written beside this one; its name is plain, or it is not linked. */
function beside(name) {
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(name)) return h("code", {}, visible(name));
  const anchor = h("a", { rel: "noopener noreferrer" }, name);
  anchor.setAttribute("href", "./" + name);
  return anchor;
}

const PICTURE = /^data:image\/(png|jpeg|webp);base64,[A-Za-z0-9+/=]+$/;

/** A picture that came with the report; anything else but image data is left out. */
function picture(source, description) {
  if (!PICTURE.test(source)) return h("p", { class: "muted" }, "The picture cannot be shown.");
  const image = h("img", { alt: description, decoding: "async" });
  image.src = source;
  return image;
}

const button = (label, onclick, attributes = {}) => h("button", { type: "button", ...attributes, onclick }, label);

/** Names and values in two columns; pairs without a value are left out. */
function facts(pairs) {
  return h(
    "dl",
    { class: "facts" },
    pairs.filter(pair => pair && pair[1] !== undefined && pair[1] !== null && pair[1] !== "").map(([name, value]) =>
      h("div", {}, h("dt", {}, name), h("dd", {}, value))),
  );
}

/** Something that unfolds. What is inside is made when it does. */
function fold(summary, make, open = false, attributes = {}) {
  const details = h("details", attributes, h("summary", {}, summary));
  let made = false;
  const ensure = () => {
    if (made || !details.open) return;
    made = true;
    add(details, [make()]);
  };
  details.addEventListener("toggle", ensure);
  if (open) {
    details.open = true;
    ensure();
  }
  return details;
}

/** Long text, of which at first only the beginning is put on the page. */
function longText(text, limit = 4000, attributes = {}) {
  const pre = h("pre", { tabindex: 0, ...attributes });
  if (text.length <= limit * 1.25) {
    pre.append(visible(text));
    return pre;
  }
  pre.append(visible(text.slice(0, limit)));
  const more = button(`Show all (${number(text.length)} characters)`, () => {
    fill(pre, visible(text));
    more.remove();
  }, { class: "more" });
  return h("div", {}, pre, more);
}

// A form for the params of a command: a field for each, of its type, and all of them as JSON.

/** What a field of a kind of value says, or undefined if nothing is given. Throws if it is not of the kind. */
const FIELD_VALUES = {
  integer: text => whole(text),
  number: text => real(text),
  boolean: text => text === "true",
  string: text => text,
  binary: text => text,
};

function real(text) {
  const value = Number(text);
  if (!Number.isFinite(value)) throw new Error("is no number");
  return value;
}

function whole(text) {
  const value = real(text);
  if (!Number.isInteger(value)) throw new Error("is no whole number");
  return value;
}

const parsedField = text => {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error("is no JSON");
  }
};

/** Return the form of a command: `element`, `params()`, `set(params)`, `focus()`. */
function commandForm(form, params = {}) {
  // Required ones first, otherwise as the protocol has them.
  const ordered = [...form.parameters].sort((a, b) => Number(a.optional) - Number(b.optional));
  const fields = ordered.map(parameter => ({ parameter, input: fieldOf(parameter) }));
  const json = h("textarea", { class: "json", rows: 8, spellcheck: "false", "aria-label": "Params as JSON" });
  const message = h("p", { class: "bad", role: "alert" });
  const asFields = h("div", { class: "fields" }, fields.length === 0
    ? form.known !== false && h("p", { class: "muted" }, "It has no params.")
    : fields.map(({ parameter, input }) => h("label", { class: "field" },
      h("span", { class: "name" }, h("code", {}, visible(parameter.name)), !parameter.optional && h("b", { class: "bad", title: "required" }, " *"), " ", h("span", { class: "muted" }, visible(parameter.type), marks(parameter))),
      input,
      parameter.description && h("span", { class: "muted hint" }, visible(parameter.description)))));
  const isJson = h("input", { type: "checkbox", onchange: () => turn(isJson.checked) });

  /** What a field shows for a value that is given. */
  const shown = value => (value === undefined ? "" : typeof value === "string" ? value : JSON.stringify(value));

  function fieldOf({ name, kind, values, optional }) {
    const label = { "aria-label": name, "aria-required": String(!optional) };
    if (values.length > 0) return choiceOf(label, values);
    if (kind === "boolean") return choiceOf(label, ["true", "false"]);
    if (kind === "integer" || kind === "number") return h("input", { type: "text", inputmode: "decimal", ...label });
    return kind === "string" || kind === "binary"
      ? h("input", { type: "text", spellcheck: "false", ...label })
      : h("textarea", { rows: 2, spellcheck: "false", placeholder: kind === "array" ? "[ … ] as JSON" : "{ … } as JSON", ...label });
  }

  function choiceOf(label, values) {
    return h("select", label, ["", ...values].map(value => h("option", { value }, value || "—")));
  }

  /** Whether an empty field stands for an empty text: where a text has to be given, and it is none of a choice. */
  const mayBeEmpty = ({ kind, values, optional }) => kind === "string" && values.length === 0 && !optional;

  function ofFields() {
    const given = {};
    for (const { parameter, input } of fields) {
      if (input.value === "" && !mayBeEmpty(parameter)) continue;
      try {
        given[parameter.name] = (FIELD_VALUES[parameter.kind] ?? parsedField)(input.value);
      } catch (error) {
        throw new Error(`${parameter.name} ${error.message}: ${oneLine(input.value, 60)}`);
      }
    }
    return given;
  }

  function ofJson() {
    let given = {};
    try {
      if (json.value.trim() !== "") given = JSON.parse(json.value);
    } catch (error) {
      throw new Error("The params are no JSON: " + oneLine(error.message, 200));
    }
    if (typeof given !== "object" || given === null || Array.isArray(given)) throw new Error("The params must be an object: { … }");
    return given;
  }

  const current = () => (isJson.checked ? ofJson() : ofFields());

  function put(given) {
    json.value = JSON.stringify(given, null, 2);
    for (const { parameter, input } of fields) input.value = shown(given[parameter.name]);
  }

  /** Go from one way to write to the other, unless what is written cannot be read. */
  function turn(toJson) {
    try {
      const given = toJson ? ofFields() : ofJson();
      const lost = toJson ? [] : Object.keys(given).filter(name => !fields.some(field => field.parameter.name === name));
      if (lost.length > 0) throw new Error("There is no field for " + lost.join(", "));
      put(given);
      message.textContent = "";
    } catch (error) {
      message.textContent = error.message;
      isJson.checked = !toJson;
    }
    show();
  }

  function show() {
    json.hidden = !isJson.checked;
    asFields.hidden = isJson.checked;
  }

  // What does not fit the fields, because the protocol is newer for example, is shown as it is.
  isJson.checked = Object.keys(params).some(name => !fields.some(field => field.parameter.name === name));
  put(params);
  show();
  return {
    element: h("div", { class: "command-form" },
      form.description && h("p", { class: "about" }, visible(form.description), marks(form)),
      h("label", { class: "check" }, isJson, "Params as JSON"), asFields, json, message),
    /** The params as they are written; if they cannot be read, that is said and undefined is returned. */
    params() {
      try {
        message.textContent = "";
        return current();
      } catch (error) {
        message.textContent = error.message;
        return undefined;
      }
    },
    missing: given => ordered.filter(parameter => !parameter.optional && !(parameter.name in given)).map(parameter => parameter.name),
    say: text => { message.textContent = text; },
  };
}

/** How long something will last. */
const marks = ({ experimental, deprecated }) => [experimental && h("span", { class: "mark" }, "experimental"), deprecated && h("span", { class: "mark" }, "deprecated")];

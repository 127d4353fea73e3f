// A command as a line of Java in its typed form, as the module withcdp-protocol has it.

const JAVA_TAKEN = new Set("abstract assert boolean break byte case catch char class const continue default do double else enum extends final finally float for goto if implements import instanceof int interface long native new package private protected public return short static strictfp super switch synchronized this throw throws transient try void volatile while true false null _ clone finalize getClass hashCode json notify notifyAll toString wait".split(" "));

const javaMember = name => (JAVA_TAKEN.has(name) ? name + "_" : name);

const javaConstant = text => text.replace(/(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, "_").replaceAll("-", "_").toUpperCase();

const javaCapital = name => name[0].toUpperCase() + name.slice(1);

/** The class of a type of the protocol, `Page.Viewport`. Java does not let it have the name of the class around it. */
function javaType(reference) {
  const [domain, id] = reference.split(".");
  return `${domain}.${id === domain ? id + "Object" : javaCapital(id)}`;
}

/** Said of a value that the classes do not take, though the browser may. */
class Untyped extends Error {}

function demand(fits) {
  if (!fits) throw new Untyped();
}

/** What a value of a kind is in Java, as the method of a command takes it. */
const TYPED_VALUES = {
  string: given => (demand(typeof given === "string"), javaString(given)),
  boolean: given => (demand(typeof given === "boolean"), String(given)),
  integer: given => (demand(Number.isInteger(given) && Math.abs(given) <= 0x7fffffff), javaNumber(given)),
  number: given => (demand(typeof given === "number"), javaNumber(given)),
  binary: given => (demand(isBase64(given)), `Base64.getDecoder().decode(${javaString(given)})`),
};

/** Whether bytes are written as Java writes them, too. */
function isBase64(text) {
  try {
    return typeof text === "string" && btoa(atob(text)) === text;
  } catch {
    return false;
  }
}

/** An expression for a value of a shape; `ownName` is what a choice is called that has no name of its own. */
function typedValue(shape, given, ownName) {
  const name = shape.typeName ? javaType(shape.typeName) : ownName;
  if (shape.values.length > 0 && name) {
    demand(typeof given === "string");
    return name + (shape.values.includes(given) ? "." + javaConstant(given) : `.of(${javaString(given)})`);
  }
  if (shape.kind === "array") {
    demand(Array.isArray(given));
    return javaCall("List.of", given.map(item => typedItem(shape.items, item)), "");
  }
  if (shape.typeName && shape.members?.length > 0) return typedObject(shape, given);
  if (shape.kind === "object") demand(typeof given === "object" && given !== null && !Array.isArray(given));
  return (TYPED_VALUES[shape.kind] ?? javaValue)(given);
}

/** A list of whole numbers would be one of Integer, and never becomes one of Double. */
const typedItem = (shape, given) => (shape.kind === "number" ? typedValue(shape, given).replace(/^-?\d+$/, "$&.0").replace("L", ".0") : typedValue(shape, given));

function typedObject(shape, given) {
  demand(typeof given === "object" && given !== null && !Array.isArray(given));
  const [domain, id] = shape.typeName.split(".");
  return typedCall(javaType(shape.typeName) + ".of", `${domain}.${javaCapital(id)}`, shape.members, given);
}

/** A call with what is required, and one more for each that is given besides; choices without names are called after `owner`. */
function typedCall(call, owner, members, given) {
  const known = new Set(members.map(member => member.name));
  demand(Object.keys(given).every(name => known.has(name)));
  const value = member => typedValue(member, given[member.name], owner + javaCapital(member.name));
  const required = members.filter(member => !member.optional);
  demand(required.every(member => member.name in given));
  const fluent = members.filter(member => member.optional && member.name in given);
  return `${call}(${required.map(value).join(", ")})${fluent.map(member => `.${javaMember(member.name)}(${value(member)})`).join("")}`;
}

/** Return the statement that sends a command, its form known; undefined if the classes do not take what is given. */
function typedStatement(form, params, ofBrowser) {
  const [domain, name] = form.name.split(".");
  try {
    const command = typedCall(`${domain}.${javaMember(name)}`, `${domain}.${javaCapital(name)}`, form.parameters, params);
    return `${ofBrowser ? "browser.session()" : "session"}.send(${command});`;
  } catch (error) {
    if (error instanceof Untyped) return undefined;
    throw error;
  }
}

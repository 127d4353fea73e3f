// A command as a line of Java that sends it again.

const JAVA_WIDTH = 100;

/** A string literal of Java. A Unicode escape is read before anything else by a compiler, so line breaks and quotes have their own. */
function javaString(text) {
  return "\"" + javaChars(text) + "\"";
}

function javaChars(text) {
  const named = { "\\": "\\\\", "\"": "\\\"", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f" };
  return text
    .replace(/[\\"\n\r\t\b\f]/g, char => named[char])
    .replace(UNSEEN, char => "\\u" + char.charCodeAt(0).toString(16).padStart(4, "0"));
}

function javaNumber(value) {
  if (!Number.isInteger(value) || Object.is(value, -0)) return Object.is(value, -0) ? "-0.0" : String(value);
  if (Math.abs(value) <= 0x7fffffff) return String(value);
  if (Math.abs(value) < 2 ** 63) return BigInt(value) + "L";
  return /[e.]/.test(String(value)) ? String(value) : value + "d";
}

/** An expression for a value: Map.of and List.of, broken into lines where it is long. They hold no null; Jackson has a value for it. */
function javaValue(value, indent = "") {
  if (value === null) return "NullNode.getInstance()";
  if (typeof value === "string") return javaString(value);
  if (typeof value === "number") return javaNumber(value);
  if (typeof value !== "object") return String(value);
  const deeper = indent + "        ";
  if (Array.isArray(value)) return javaCall("List.of", value.map(item => javaValue(item, deeper)), indent);
  const pairs = Object.entries(value);
  // Map.of takes ten pairs at most.
  if (pairs.length > 10) {
    return javaCall("Map.ofEntries", pairs.map(([name, item]) => `Map.entry(${javaString(name)}, ${javaValue(item, deeper)})`), indent);
  }
  return javaCall("Map.of", pairs.map(([name, item]) => javaString(name) + ", " + javaValue(item, deeper)), indent);
}

function javaCall(name, parts, indent) {
  const line = `${name}(${parts.join(", ")})`;
  if (indent.length + line.length <= JAVA_WIDTH && !line.includes("\n")) return line;
  const deeper = indent + "        ";
  return `${name}(\n${deeper}${parts.join(",\n" + deeper)})`;
}

/** Return the statement that sends a command, or that waits for an event. */
function javaStatement(kind, method, params, ofBrowser) {
  const session = ofBrowser ? "browser.session()" : "session";
  if (kind === "e") return `var event = ${session}.await(${javaString(method)});`;
  if (!params || Object.keys(params).length === 0) return `${session}.send(${javaString(method)});`;
  return `${session}.send(${javaString(method)}, ${javaValue(params)});`;
}

// A request as a command line of curl. Whatever a page put into it stays data: nothing of it can end a quote or reach the terminal.

/** A word for bash, zsh and ksh. */
function shellWord(text) {
  const plain = text.replace(/\p{Cs}/gu, "\ufffd").replaceAll("\0", "\ufffd");
  if (plain.search(UNSEEN) < 0 && !/[\n\t]/.test(plain)) return "'" + plain.replaceAll("'", "'\\''") + "'";
  // What a terminal might obey is written in escapes, in the quotes that know them.
  const escaped = plain
    .replace(/[\\']/g, char => "\\" + char)
    .replace(/\n/g, "\\n")
    .replace(/\t/g, "\\t")
    .replaceAll("!", octal)
    .replace(UNSEEN, octal);
  return "$'" + escaped + "'";
}

/** The bytes of a character, in escapes that every shell reads alike, whatever its locale. */
const octal = char => [...new TextEncoder().encode(char)].map(byte => "\\" + byte.toString(8).padStart(3, "0")).join("");

// Neither the pseudo headers of HTTP/2, nor a name that would make curl read a file.
const HEADER_NAME = /^[!#$%&'*+.^_\x60|~0-9A-Za-z-]+$/;

// What curl makes itself.
const LEFT_TO_CURL = new Set(["content-length", "accept-encoding", "connection", "host"]);

const canCurl = exchange => /^https?:\/\//i.test(exchange.url);

/** Whether a body cannot be written on a command line. */
const isBinary = body => body.text === undefined || body.text.includes("\0");

/** What is said when the command line has been copied. */
function curlNote({ requestBody: body }) {
  if (body && isBinary(body)) return "The body is no text and left out; curl is";
  if (body && !body.complete) return "The body is incomplete; curl is";
  return body?.cut > 0 ? `The body is cut by ${count(body.cut, "byte")}; curl is` : "curl is";
}

/** Return the command line. */
function curlCommand(exchange) {
  const words = ["curl --globoff " + shellWord(exchange.url)];
  const headers = exchange.requestHeaders ?? [];
  const body = exchange.requestBody;
  const implied = body && !isBinary(body) ? "POST" : "GET";
  if (exchange.method === "HEAD") words.push("--head");
  else if (exchange.method !== implied) words.push("-X " + shellWord(exchange.method));
  for (const [name, value] of headers) {
    if (!HEADER_NAME.test(name) || LEFT_TO_CURL.has(name.toLowerCase())) continue;
    // An empty value after a colon would make curl leave the header out.
    words.push("-H " + shellWord(value === "" ? name + ";" : name + ": " + value.replace(/[\r\n]+/g, ", ")));
  }
  if (headers.some(([name]) => name.toLowerCase() === "accept-encoding")) words.push("--compressed");
  if (body && !isBinary(body)) words.push("--data-raw " + shellWord(body.text));
  return words.join(" \\\n  ");
}

// The data lies in the document as base64 of gzip, so that a report is smaller than what it tells.

const canRead = () => typeof DecompressionStream === "function" && typeof HTMLDialogElement === "function";

function decode(base64) {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(base64);
  const text = atob(base64);
  const decoded = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) decoded[i] = text.charCodeAt(i);
  return decoded;
}

/** Return the text of a data element. */
async function inflate(element) {
  const stream = new Blob([decode(element.textContent.trim())]).stream();
  return new Response(stream.pipeThrough(new DecompressionStream("gzip"))).text();
}

/** Return the parsed data of the element with an id; what is missing has the given value instead. */
async function readData(id, otherwise) {
  const element = document.getElementById(id);
  return element ? JSON.parse(await inflate(element)) : otherwise;
}

const remembered = new Map();

/** The same, read at most once. */
function dataOnce(id, otherwise) {
  if (!remembered.has(id)) remembered.set(id, readData(id, otherwise));
  return remembered.get(id);
}

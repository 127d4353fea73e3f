// The part of the address after "#" says which view is shown and what is filtered and opened in it, so that it can be sent to somebody.
//   #messages?q=pay&errors=1&message=123

/** The views in their order, which the page names; the first one is shown if nothing is said. */
const VIEWS = Object.keys(NAMES);

function readAddress(hash = location.hash) {
  const [view, query = ""] = hash.replace(/^#/, "").split("?", 2);
  return { view: VIEWS.includes(view) ? view : VIEWS[0], options: Object.fromEntries(new URLSearchParams(query)) };
}

function writeAddress(view, options = {}) {
  const given = Object.entries(options).filter(([, value]) => value !== undefined && value !== "" && value !== false && value !== -1);
  const query = new URLSearchParams(given.map(([name, value]) => [name, value === true ? "1" : String(value)])).toString();
  return "#" + view + (query ? "?" + query : "");
}

/** Change the address without a step in the history: for every letter of a filter there would be one. */
function noteAddress(view, options) {
  const hash = writeAddress(view, options);
  if (hash === (location.hash || "#" + VIEWS[0])) return;
  try {
    history.replaceState(null, "", hash);
  } catch {
    // Some browsers let a document from disk not do that, or not so often. The view is right all the same.
  }
}

const toMessage = message => writeAddress("messages", { message });

// The part of the address after "#" says which view is shown and what is filtered and opened in it, so that it can be sent to somebody.
//   #messages?q=pay&errors=1&message=123

const VIEWS = ["overview", "messages", "network", "console", "targets", "browser"];

function readAddress(hash = location.hash) {
  const [view, query = ""] = hash.replace(/^#/, "").split("?", 2);
  return { view: VIEWS.includes(view) ? view : "overview", options: Object.fromEntries(new URLSearchParams(query)) };
}

function writeAddress(view, options = {}) {
  const given = Object.entries(options).filter(([, value]) => value !== undefined && value !== "" && value !== false && value !== -1);
  const query = new URLSearchParams(given.map(([name, value]) => [name, value === true ? "1" : String(value)])).toString();
  return "#" + view + (query ? "?" + query : "");
}

/** Change the address without a step in the history: for every letter of a filter there would be one. */
function noteAddress(view, options) {
  const hash = writeAddress(view, options);
  if (hash === (location.hash || "#overview")) return;
  try {
    history.replaceState(null, "", hash);
  } catch {
    // Some browsers let a document from disk not do that, or not so often. The view is right all the same.
  }
}

const toMessage = message => writeAddress("messages", { message });

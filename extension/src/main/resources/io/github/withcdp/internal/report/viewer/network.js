// The requests, and when they were under way.

function networkView(app) {
  const { exchanges, overview } = app;
  const first = exchanges.reduce((least, one) => Math.min(least, one.started), Infinity);
  const last = exchanges.reduce((most, one) => Math.max(most, endOf(one)), -Infinity);
  const span = Math.max(1, last - first);
  // What has not ended goes on until the test failed, or as long as anything is known.
  function endOf(one) {
    return isPending(one) ? Math.max(one.ended, overview.failedAt ?? overview.duration) : one.ended;
  }

  const percent = micros => (100 * micros) / span + "%";

  function paint(row, one) {
    row.classList.toggle("bad", one.failed);
    add(row, [
      cell("time", seconds(one.started)),
      cell("verb", visible(one.method)),
      cell("target", address(one)),
      cell("status", (one.failed ? "✕ " : "") + statusBrief(one)),
      cell("type", visible(one.type)),
      cell("size", bytes(one.bytes)),
      cell("took", duration(endOf(one) - one.started)),
      cell("waterfall", waterfall(one)),
    ]);
  }

  function waterfall(one) {
    const track = h("span", { class: "track", title: `from ${seconds(one.started)} s ${isPending(one) ? "on, without an end" : `to ${seconds(one.ended)} s`}` });
    const place = (key, from, to) => {
      const part = h("span", { class: "bar " + key });
      part.style.left = percent(from - first);
      part.style.width = `max(2px, ${percent(Math.max(0, to - from))})`;
      track.append(part);
    };
    const ended = endOf(one);
    const responded = one.responded ?? ended;
    place(one.failed ? "error" : isPending(one) ? "waiting pending" : "waiting", one.started, responded);
    if (one.responded !== null && ended > responded) place(isPending(one) ? "receive pending" : "receive", responded, ended);
    if (overview.failedAt !== null && overview.failedAt >= first && overview.failedAt <= last) {
      const moment = h("span", { class: "failed-at" });
      moment.style.left = `min(100% - 1px, ${percent(overview.failedAt - first)})`;
      track.append(moment);
    }
    return track;
  }

  const types = [...new Set(exchanges.map(one => one.type).filter(Boolean))].sort();
  return listView({
    app, view: "network", param: "request", label: "Requests", kind: "network", entries: exchanges, one: "request", many: "requests",
    columns: [["time", "Time"], ["verb", "Method"], ["target", "URL"], ["status", "Status"], ["type", "Type"], ["size", "Size"], ["took", "Took"], ["waterfall", "Waterfall"]],
    choice: { name: "type", label: "Type", options: [["", "All types"], ...types.map(name => [name, oneLine(name, 40)])] },
    check: { name: "failed", label: "Failed only" },
    text: one => `${one.method} ${one.url} ${one.statusText} ${one.type} ${one.mime} ${statusBrief(one)}`,
    lets: (one, { type, failed }) => (!type || one.type === type) && (!failed || one.failed),
    heading: one => oneLine(statusBrief(one) + " " + lastPart(one.url), 80),
    detail: one => exchangeDetail(app, one),
    paint, none: noRequests(overview),
  });
}

/** Why there is nothing: a recording knows only what was asked for. */
const noRequests = ({ methods }) => (methods.includes("Network.enable") ? "Nothing was requested." : "No requests are known: Network.enable was not sent.");

/** Whether nobody knows how it ended; what never ends, such as an open WebSocket, is not waited for. */
const isPending = one => !one.finished && !one.failure && !(one.responded !== null && ["WebSocket", "EventSource"].includes(one.type));

/** What is said beside the status, if that does not say all. */
const failureBrief = ({ failure }) => failure && (failure.cancelled ? "cancelled" : failure.words && visible((failure.corsError && "CORS") || failure.blockedReason || failure.errorText.replace(/^net::/, "") || "failed"));

const statusBrief = one => [one.status || "", failureBrief(one), SOURCES[one.source] && `(from ${SOURCES[one.source]})`, isPending(one) && "pending"].filter(Boolean).join(" ") || "none";

/** The URL with what matters least in grey: its origin. */
function address({ url }) {
  const parts = /^([a-z][a-z0-9+.-]*:\/\/[^/?#]*)(.*)$/is.exec(url.slice(0, 600));
  if (!parts) return h("span", { title: oneLine(url) }, oneLine(url, 300));
  return h("span", { title: oneLine(url) }, h("span", { class: "origin" }, oneLine(parts[1], 200)), oneLine(parts[2] || "/", 400));
}

function lastPart(url) {
  const path = url.replace(/[?#].*$/s, "").replace(/\/+$/, "");
  return path.slice(path.lastIndexOf("/") + 1) || url;
}

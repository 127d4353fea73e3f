// The sessions as a tree, each with the time it lived.

const TARGETS_SHOWN = 300;

function targetsView(app) {
  const { sessions, duration: lasted, failedAt } = app.overview;
  const end = Math.max(lasted, ...sessions.map(one => one.detached ?? 0), 1);
  const begin = Math.min(0, ...sessions.map(one => one.attached));
  const share = micros => (100 * (micros - begin)) / (end - begin);
  const children = new Map();
  sessions.forEach((one, i) => {
    const parent = one.parent >= 0 && one.parent !== i ? one.parent : -1;
    children.set(parent, [...(children.get(parent) ?? []), i]);
  });
  const ordered = [];
  const walk = (parent, depth) => {
    for (const i of children.get(parent) ?? []) {
      ordered.push([i, depth]);
      if (depth < 50) walk(i, depth + 1);
    }
  };
  walk(-1, 0);
  const body = h("tbody");
  let shown = 0;
  const more = button("", () => show(), { class: "more" });
  const show = () => {
    const part = ordered.slice(shown, shown + TARGETS_SHOWN);
    shown += part.length;
    add(body, part.map(([i, depth]) => row(i, depth)));
    more.hidden = shown >= ordered.length;
    more.textContent = `Show more of ${number(ordered.length)}`;
  };

  function row(i, depth) {
    const one = sessions[i];
    const until = one.detached ?? end;
    const bar = h("span", { class: "bar " + (one.detached === null ? "alive" : "gone") });
    bar.style.left = share(one.attached) + "%";
    bar.style.width = `max(3px, ${share(until) - share(one.attached)}%)`;
    const track = h("span", { class: "track" }, bar);
    if (failedAt !== null) {
      const moment = h("span", { class: "failed-at" });
      moment.style.left = share(failedAt) + "%";
      track.append(moment);
    }
    const life = `${seconds(one.attached)} s – ${one.detached === null ? (app.overview.live ? "now" : "end") : seconds(one.detached) + " s"}`;
    const name = h("th", { scope: "row" }, h("span", { class: "muted" }, depth > 0 ? "└ " : ""), h("b", {}, visible(one.type || "session")), " ", one.label !== one.type && h("code", {}, visible(one.label)));
    name.style.paddingInlineStart = Math.min(depth, 12) * 1.2 + 0.5 + "em";
    return h("tr", {}, name, h("td", { class: "url" }, oneLine(one.url, 400)),
      h("td", { class: "life" }, track, h("span", { class: "muted" }, life, one.reason && h("b", { class: "bad" }, " " + oneLine(one.reason, 200)))),
      h("td", {}, here(writeAddress("messages", { session: i }), {}, "Messages")));
  }

  show();
  return {
    element: h("div", { class: "sheet targets-view" }, h("p", { class: "muted" }, sessions.length === 0 ? "No session was recorded." : `${plural(sessions, "session")} from ${seconds(begin)} s to ${seconds(end)} s. `, sessions.length > 0 && failedAt !== null && h("span", { class: "legend" }, "The red line is the moment of failure.")),
      sessions.length > 0 && h("table", { class: "targets" }, h("thead", {}, h("tr", {}, ["Target", "URL", "Life", ""].map(name => h("th", { scope: "col" }, name)))), body), more),
    options: () => ({}),
    show: () => {},
  };
}

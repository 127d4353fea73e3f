// Puts the views of a report together, and shows the one that the address asks for.

async function main() {
  const overview = await readData("overview");
  const { numbers } = overview;
  let requests;
  const app = shell({
    front: [
      h("span", { class: "verdict " + (overview.failure ? "failed" : "passed") }, overview.failure ? "Failed" : "Passed"),
      h("span", { class: "title" }, oneLine(overview.test.displayName || overview.test.name, 200)),
    ],
    counts: { messages: numbers.messages, network: numbers.exchanges, console: numbers.console, targets: overview.sessions.length },
    make,
  });
  Object.assign(app, {
    overview,
    exchanges: [],
    requestOf: id => (requests ??= new Map(app.exchanges.map((one, i) => [one.id, i]))).get(id) ?? -1,
  });

  async function make(view) {
    if (view === "overview") return overviewView(overview);
    if (view === "targets") return targetsView(app);
    if (view === "browser") return browserOutputView(overview);
    if (view === "console") return consoleView(app, await dataOnce("console", []));
    await data();
    return view === "network" ? networkView(app) : messagesView(app);
  }

  /** What messages and requests are made of. */
  async function data() {
    if (app.model) return;
    const [index, exchanges] = await Promise.all([dataOnce("index", emptyIndex()), dataOnce("network", [])]);
    app.exchanges = exchanges;
    app.blocks ??= messageBlocks(documentBlocks());
    app.model ??= messagesModel(index, overview);
  }

  // The overview is printed from wherever one is.
  app.add("overview", overviewView(overview));
  await app.open();
}

main().catch(error => {
  delete document.documentElement.dataset.scripted;
  const root = document.getElementById("app");
  root.className = "given-up";
  fill(root, h("p", { class: "unsupported", role: "alert" }, "The report cannot be read: " + error, h("br"), "The other files beside this one tell the same: transcript.txt, summary.md."));
  console.error(error);
});

// What the views of a report are called.

const NAMES = { overview: "Overview", messages: "Messages", network: "Network", console: "Console", targets: "Targets", browser: "Browser output" };

/** What further keys do: none. */
const MORE_KEYS = [];

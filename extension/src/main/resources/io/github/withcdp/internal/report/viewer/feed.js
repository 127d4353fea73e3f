// What the server of the monitor sends: portions, each a line of JSON and then a line for every message in it.

/** Call `take(portion)` for every portion: { first, index, methods, sessions, … , lines }. Ends when the server does. */
async function readFeed(take) {
  const response = await fetch("feed", { cache: "no-store" });
  if (!response.ok) throw new Error(await response.text());
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = [];
  let portion;
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    const lines = value.split("\n");
    rest.push(lines[0]);
    if (lines.length === 1) continue;
    lines[0] = rest.join("");
    rest = [lines.pop()];
    for (const line of lines) {
      if (portion) portion.lines.push(line);
      // An empty line finds out whether somebody is still here.
      else if (line) portion = { ...JSON.parse(line), lines: [] };
      if (portion && portion.lines.length === portion.index.count) {
        take(portion);
        portion = undefined;
      }
    }
  }
}

// Pictures of pages that were taken while the test ran: all of them as a strip, and beside each step the one that came of it.

function filmPart(film) {
  if (!film?.length) return null;
  return section("Film", h("ol", { class: "film" }, film.map(frame => h("li", {}, frameElement(frame), h("time", { class: "muted" }, seconds(frame.at) + " s")))));
}

function frameElement(frame) {
  return enlargeable(frame.src, `The page at ${seconds(frame.at)} seconds`);
}

/**
 * Return for each step what the page looked like before the next one began, null where that is what it has looked like before.
 * The times of the steps, in their order; the last one lasts until the end, null for ever.
 */
function framesOfSteps(film, times, end) {
  const frames = [...(film ?? [])].sort((a, b) => a.at - b.at);
  let shown = null;
  return times.map((_, i) => {
    const until = times[i + 1] ?? end ?? Infinity;
    const latest = frames.filter(frame => frame.at <= until).at(-1) ?? null;
    if (latest === shown) return null;
    shown = latest;
    return latest;
  });
}

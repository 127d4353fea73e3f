// Pictures of pages that were taken while the test ran: all of them as a strip, and beside each step the one that came of it.

function filmPart(film) {
  if (!film?.length) return null;
  return section("Film", h("ol", { class: "film" }, film.map(frame => h("li", {}, frameElement(frame), h("time", { class: "muted" }, seconds(frame.at) + " s")))));
}

function frameElement(frame) {
  return enlargeable(frame.src, `The page at ${seconds(frame.at)} seconds`);
}

/**
 * Return for each step what its page looked like before the next one began, null where that is what it has looked like before.
 * The steps in their order; the last one lasts until the end, null for ever.
 */
function framesOfSteps({ film, sessions }, steps, end) {
  const frames = [...(film ?? [])].sort((a, b) => a.at - b.at);
  const filmed = new Set(frames.map(frame => frame.session));
  const shown = new Map();
  return steps.map(({ session }, i) => {
    const until = steps[i + 1]?.at ?? end ?? Infinity;
    const page = filmed.size === 1 ? frames[0].session : filmedPage(session, filmed, sessions);
    const latest = frames.filter(frame => frame.session === page && frame.at <= until).at(-1) ?? null;
    if (latest === (shown.get(page) ?? null)) return null;
    shown.set(page, latest);
    return latest;
  });
}

/** The page of a session: of a frame or worker it is the one that it is a part of. */
function filmedPage(session, filmed, sessions) {
  const seen = new Set();
  for (let at = session; at >= 0 && !seen.has(at); at = sessions[at]?.parent ?? -1) {
    if (filmed.has(at)) return at;
    seen.add(at);
  }
  return -1;
}

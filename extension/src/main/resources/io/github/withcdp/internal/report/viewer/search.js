// Filtering the messages. What the index knows is decided at once; words are looked for in the raw messages, block by block,
// in slices short enough that the page stays at hand, and what has been found so far is shown meanwhile.

const SLICE = 12;
const SHOW_EVERY = 150;

/** Let the browser do what else it has to. */
const breathe = () => new Promise(resolve => {
  const channel = new MessageChannel();
  channel.port1.onmessage = () => {
    channel.port1.close();
    resolve();
  };
  channel.port2.postMessage(0);
});

/** Return those of some rows that a filter lets through as far as the index can tell. */
function filterByIndex(model, filter, terms, rows) {
  const methods = model.methods.map(method => {
    const lower = method.toLowerCase();
    const chosen = !filter.method || method === filter.method || domainOf(method) === filter.method;
    return chosen && satisfies(lower, terms.filter(term => term.field === "method"));
  });
  const sessions = model.sessions.map((session, i) => {
    const text = `${session.type} ${session.label} ${session.id} ${session.url}`.toLowerCase();
    return (filter.session === "" || Number(filter.session) === i) && satisfies(text, terms.filter(term => term.field === "session"));
  });
  const kind = KIND_OF_FILTER[filter.kind];
  const test = filter.test ? Number(filter.test) : -1;
  return rows.filter(message =>
    (test < 0 || test === model.test(message))
    && methods[model.methodIndex(message)] !== false
    && sessions[model.sessionIndex(message)] !== false
    && (!kind || kind === model.kind(message))
    && (!filter.errors || model.isBad(message)));
}

const KIND_OF_FILTER = { command: "c", event: "e", other: "o", answer: "a" };

/** Return a search over the messages; a new run ends the one before. */
function messageSearch(model, blocks) {
  let run = 0;

  /** Find the rows for a filter, of all or of some; `show(rows, share)` is called with what is found so far, the last time with a share of 1. */
  async function find(filter, show, rows = model.rows) {
    const mine = ++run;
    const terms = parseQuery(filter.q);
    const words = terms.filter(term => term.field === "text").slice(0, 16);
    const candidates = filterByIndex(model, filter, terms, rows);
    if (words.length === 0) {
      show(candidates, 1);
      return;
    }
    const wanted = new Uint8Array(blocks.count);
    for (const message of candidates) {
      wanted[blocks.blockOf(message)] = 1;
      if (model.answer(message) >= 0) wanted[blocks.blockOf(model.answer(message))] = 1;
    }
    const order = [...wanted.keys()].filter(block => wanted[block]);
    const found = new Uint16Array(model.total);
    // Blocks are read from front to back, so what lies before this is decided.
    let decided = 0;
    noteLabels(model, words, candidates, found);
    const positive = words.reduce((mask, word, i) => (word.negated ? mask : mask | (1 << i)), 0);
    const negative = words.reduce((mask, word, i) => (word.negated ? mask | (1 << i) : mask), 0);
    const isMatch = message => {
      const answer = model.answer(message);
      if (message >= decided || answer >= decided) return false;
      const hits = found[message] | (answer < 0 ? 0 : found[answer]);
      return (hits & positive) === positive && (hits & negative) === 0;
    };
    const matching = () => candidates.filter(isMatch);
    let began = performance.now();
    let shown = began;
    for (let i = 0; i < order.length; i++) {
      const unpacked = blocks.text(order[i]);
      const text = typeof unpacked === "string" ? unpacked : await unpacked;
      if (mine !== run) return;
      scan(text.toLowerCase(), blocks.first(order[i]), words, found);
      decided = blocks.first(order[i]) + blocks.size(order[i]);
      const now = performance.now();
      if (now - began > SLICE) {
        if (now - shown > SHOW_EVERY) {
          show(matching(), i / order.length);
          shown = now;
        }
        await breathe();
        if (mine !== run) return;
        began = performance.now();
      }
    }
    decided = model.total;
    show(matching(), 1);
  }

  return { find };
}

/** Mark the messages of one block in which a word occurs. */
function scan(text, first, words, found) {
  words.forEach((word, bit) => {
    for (const form of rawForms(word.value)) {
      let message = first;
      let line = 0;
      let hit = text.indexOf(form);
      while (hit >= 0) {
        let end = text.indexOf("\n", line);
        while (end >= 0 && end < hit) {
          message++;
          line = end + 1;
          end = text.indexOf("\n", line);
        }
        found[message] |= 1 << bit;
        if (end < 0) break;
        hit = text.indexOf(form, end + 1);
      }
    }
  });
}

/** What a row is marked with that somebody sent from the monitor. */
const HAND_MARK = "by hand";

/** A word may also be one of the method or the session, which an answer does not repeat, or of the mark. */
function noteLabels(model, words, candidates, found) {
  const methods = model.methods.map(method => method.toLowerCase());
  const sessions = model.sessions.map(session => `${session.type} ${session.label}`.toLowerCase());
  words.forEach((word, bit) => {
    const inMethod = methods.map(text => text.includes(word.value));
    const inSession = sessions.map(text => text.includes(word.value));
    const inMark = HAND_MARK.includes(word.value);
    for (const message of candidates) {
      if (inMethod[model.methodIndex(message)] || inSession[model.sessionIndex(message)] || (inMark && model.isByHand(message))) found[message] |= 1 << bit;
    }
  });
}

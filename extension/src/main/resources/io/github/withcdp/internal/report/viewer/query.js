// The language of the search field: words, "quoted phrases", method:…, session:…, and - before any of them for what must not be.

const TERM = /(-?)(?:(method|session):)?(?:"([^"]*)"?|(\S+))/gi;

/** Return the terms: { negated, field, value }, the value in lower case. */
function parseQuery(text) {
  const terms = [];
  for (const [, minus, field, phrase, word] of text.matchAll(TERM)) {
    const value = (phrase ?? word ?? "").toLowerCase();
    if (value === "" || (value === "-" && phrase === undefined)) continue;
    terms.push({ negated: minus === "-", field: (field ?? "text").toLowerCase(), value });
  }
  return terms;
}

/** Whether a text, in lower case, satisfies all terms. */
function satisfies(text, terms) {
  return terms.every(term => text.includes(term.value) !== term.negated);
}

/** The forms in which a word may stand in raw JSON: as it is, and with its quotes and backslashes escaped. */
function rawForms(value) {
  const escaped = JSON.stringify(value).slice(1, -1);
  return escaped === value ? [value] : [value, escaped];
}

// How numbers and foreign text are written. All text of the recording is foreign: a page may have written it to deceive.

const grouped = new Intl.NumberFormat("en-US");

const number = value => grouped.format(value);

const count = (value, one, many = one + "s") => number(value) + " " + (value === 1 ? one : many);

/** Microseconds as seconds since the test began, to the millisecond: 1.035 */
const seconds = micros => (micros / 1e6).toFixed(3);

/** A span of time in the unit that suits it: 340 µs, 12 ms, 1.24 s, 2 min 5 s */
function duration(micros) {
  if (micros < 0) return "−" + duration(-micros);
  if (micros < 1000) return Math.round(micros) + " µs";
  if (micros < 10_000) return (micros / 1000).toFixed(1) + " ms";
  if (micros < 999_500) return Math.round(micros / 1000) + " ms";
  if (micros < 60e6) return (micros / 1e6).toFixed(2) + " s";
  return Math.floor(micros / 60e6) + " min " + Math.round((micros % 60e6) / 1e6) + " s";
}

function bytes(size) {
  if (size < 0) return "";
  if (size < 1000) return size + " B";
  if (size < 999_500) return (size / 1000).toFixed(size < 10_000 ? 1 : 0) + " kB";
  return (size / 1e6).toFixed(1) + " MB";
}

// Control characters (tab and line feed excepted), what changes the direction of writing, what has no width, halves of surrogate pairs.
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\p{Cs}/gu;

/** Foreign text with everything in it that cannot be seen, or that changes how the rest is seen, made visible. */
function visible(text) {
  return String(text).replace(UNSEEN, char => {
    const code = char.codePointAt(0);
    if (code < 0x20) return String.fromCharCode(0x2400 + code);
    if (code === 0x7f) return "\u2421";
    return "⟨U+" + code.toString(16).toUpperCase().padStart(4, "0") + "⟩";
  });
}

/** The same on one line, cut at a limit that no screen is wide enough for. */
function oneLine(text, limit = 500) {
  const all = String(text);
  const cut = all.length > limit ? all.slice(0, limit) + "…" : all;
  return visible(cut.replace(/\r?\n/g, " ↵ ").replace(/\t/g, " "));
}

const plural = (list, one, many) => count(list.length, one, many);

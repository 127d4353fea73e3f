// The raw messages, packed in blocks. A block is unpacked when one of its messages is looked at; how much stays unpacked is bounded.

const UNPACKED_CHARACTERS = 48_000_000;

/** Return the blocks that lie in the document, as `messageBlocks` takes them. */
const documentBlocks = () => [...document.querySelectorAll("script.block")].map(element => ({
  first: Number(element.dataset.first),
  count: Number(element.dataset.count),
  unpack: () => inflate(element),
}));

/** Return access to blocks: { first, count, unpack() }, with a promise of their text. */
function messageBlocks(packed) {
  // In the order of their last use: a Map gives its keys back in the order in which they were put.
  const unpacked = new Map();
  const unpacking = new Map();
  let characters = 0;

  function blockOf(message) {
    let low = 0;
    let high = packed.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (packed[middle].first <= message) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  function keep(block, text) {
    unpacked.set(block, text);
    characters += text.length;
    for (const [oldest, old] of unpacked) {
      if (characters <= UNPACKED_CHARACTERS || oldest === block) break;
      unpacked.delete(oldest);
      characters -= old.length;
    }
  }

  function used(block) {
    const text = unpacked.get(block);
    if (text !== undefined) {
      unpacked.delete(block);
      unpacked.set(block, text);
    }
    return text;
  }

  /** The text of a block, if it is at hand, else a promise of it. */
  function text(block) {
    const known = used(block);
    if (known !== undefined) return known;
    if (!unpacking.has(block)) {
      unpacking.set(block, packed[block].unpack().then(read => {
        unpacking.delete(block);
        keep(block, read);
        return read;
      }));
    }
    return unpacking.get(block);
  }

  // The lines of the blocks that were looked at last, so that scrolling does not split a block for every row.
  const split = new Map();

  function lines(block, whole) {
    let parts = split.get(block);
    if (!parts) {
      parts = whole.split("\n");
      split.set(block, parts);
      if (split.size > 12) split.delete(split.keys().next().value);
    }
    return parts;
  }

  return {
    get count() {
      return packed.length;
    },
    first: block => packed[block].first,
    size: block => packed[block].count,
    /** Add a block that follows the others, with its text, which is at hand for now. */
    add(block, text) {
      packed.push(block);
      keep(packed.length - 1, text);
    },
    blockOf,
    text,
    /** The raw message if its block is at hand, else undefined. */
    rawNow(message) {
      const block = blockOf(message);
      const known = used(block);
      return known === undefined ? undefined : lines(block, known)[message - packed[block].first];
    },
    /** The raw message. */
    async raw(message) {
      const block = blockOf(message);
      return lines(block, await text(block))[message - packed[block].first] ?? "";
    },
  };
}

/** Parse a message; what is no JSON is a string. */
function parseMessage(raw) {
  try {
    return JSON.parse(raw);
  } catch {
    return raw;
  }
}

// All messages of the report, in columns, as they came; and the rows they are shown in.
// A command and its answer are one row: what was asked, what came of it and how long that took belong together.

/** The index of no message. */
const emptyIndex = () => ({ count: 0, at: [], sequence: [], kind: "", method: [], session: [], id: [], partner: [], failed: [], size: [] });

/** The columns of an index that are as they are told; times and sequences are told as steps, and kinds in one text. */
const COLUMNS = ["method", "session", "id", "partner", "size", "test"];

/** Return the model of an index, to which more can be added. */
function messagesModel(index, overview) {
  const at = [];
  const sequence = [];
  const failed = new Set();
  const byHand = new Set(overview.handMessages);
  const rows = [];
  let types = [];

  /** Take in a part of the columns, from a message on; return the rows that are new or have changed, in their order. */
  function take(part, first) {
    const changed = [];
    let time = 0;
    let number = 0;
    for (let i = 0; i < part.count; i++) {
      at.push(time += part.at[i]);
      sequence.push(number += part.sequence[i]);
      const message = first + i;
      const asked = index.kind[message] === "a" ? index.partner[message] : -1;
      if (asked < 0) {
        rows.push(message);
        changed.push(message);
      } else {
        index.partner[asked] = message;
        if (asked < first) changed.push(asked);
      }
    }
    for (const message of part.failed) failed.add(message);
    for (const message of part.byHand ?? []) byHand.add(message);
    types = overview.sessions.map(session => session.type);
    return changed.sort((a, b) => a - b);
  }

  take(index, 0);
  const model = {
    get total() {
      return at.length;
    },
    rows,
    /** Add messages: return the rows that are new or have changed. */
    add(part) {
      const first = at.length;
      for (const column of COLUMNS) for (const value of part[column]) index[column].push(value);
      index.kind += part.kind;
      return take(part, first);
    },
    overview,
    sessions: overview.sessions,
    methods: overview.methods,
    endMessage: overview.endMessage,
    at: message => at[message],
    /** The number by which findings and traffic.jsonl call it. */
    sequence: message => sequence[message],
    kind: message => index.kind[message],
    id: message => index.id[message],
    size: message => index.size[message],
    methodIndex: message => index.method[message],
    sessionIndex: message => index.session[message],
    method: message => overview.methods[index.method[message]] ?? "",
    session: message => overview.sessions[index.session[message]] ?? NO_SESSION,
    /** The answer of a command, -1 if there is none. */
    answer: message => (index.kind[message] === "c" ? index.partner[message] : -1),
    /** The message in whose row a message is shown. */
    rowMessage: message => (index.kind[message] === "a" && index.partner[message] >= 0 ? index.partner[message] : message),
    /** Whether a row tells of an error; a command that will not be answered any more is one. */
    isBad: message => failed.has(message) || (model.unanswered(message) && !overview.live) || (index.kind[message] === "c" && failed.has(index.partner[message])),
    /** Whether it is a command that somebody sent from the monitor, and not the test. */
    isByHand: message => byHand.has(message),
    unanswered: message => index.kind[message] === "c" && index.partner[message] < 0,
    took: message => (model.answer(message) < 0 ? -1 : at[index.partner[message]] - at[message]),
    /** The number of the test that a message belongs to, -1 if none; where there are several. */
    test: message => index.test?.[message] ?? -1,
    /** Whether there is more than one page, frame or worker. */
    get several() {
      return types.filter(type => type !== "browser").length > 1;
    },
    /** What a session is called where there is little room: its type, if it is the only one of it. */
    shortName: session => (session.type && types.indexOf(session.type) === types.lastIndexOf(session.type) ? session.type : sessionName(session)),
    /** Whether it was said after the test had failed, for the report. */
    isAfter: message => overview.endMessage >= 0 && message >= overview.endMessage,
  };
  return model;
}

const NO_SESSION = { id: "", label: "?", type: "", url: "", targetId: "", parent: -1 };

const KINDS = { c: "Command", a: "Answer", e: "Event", o: "Other" };
const ARROWS = { c: "→", a: "←", e: "•", o: "?" };

const domainOf = method => method.slice(0, Math.max(0, method.indexOf(".")));

/** What a session is called: page 9F86D081. */
const sessionName = session => (session.type && session.type !== session.label ? session.type + " " : "") + session.label;

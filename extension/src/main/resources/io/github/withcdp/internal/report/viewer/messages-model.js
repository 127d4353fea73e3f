// All messages of the report, in columns, as they came; and the rows they are shown in.
// A command and its answer are one row: what was asked, what came of it and how long that took belong together.

/** Return the model of the index. */
function messagesModel(index, overview) {
  const total = index.count;
  const at = new Float64Array(total);
  const sequence = new Float64Array(total);
  let time = 0;
  let number = 0;
  for (let i = 0; i < total; i++) {
    at[i] = time += index.at[i];
    sequence[i] = number += index.sequence[i];
  }
  const failed = new Set(index.failed);
  const rows = [];
  for (let i = 0; i < total; i++) {
    if (!(index.kind[i] === "a" && index.partner[i] >= 0)) rows.push(i);
  }
  const types = overview.sessions.map(session => session.type);
  const model = {
    total,
    rows,
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
    /** Whether a row tells of an error, an unanswered command before the failure included. */
    isBad: message => failed.has(message) || (index.kind[message] === "c" && (index.partner[message] < 0 || failed.has(index.partner[message]))),
    unanswered: message => index.kind[message] === "c" && index.partner[message] < 0,
    took: message => (model.answer(message) < 0 ? -1 : at[index.partner[message]] - at[message]),
    /** Whether there is more than one page, frame or worker. */
    several: types.filter(type => type !== "browser").length > 1,
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

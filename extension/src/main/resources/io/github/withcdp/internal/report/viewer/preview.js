// What a message says, on one line. A few methods that everybody meets have their own words; all others show their data.

const argumentText = argument =>
  argument.value !== undefined ? (typeof argument.value === "string" ? argument.value : compact(argument.value, 200)) : argument.description ?? argument.type ?? "";

/** What was thrown: an error, or anything else. */
function thrownText({ exception, text }) {
  if (!exception) return text;
  if (exception.preview?.properties && exception.subtype !== "error") {
    const { properties, overflow } = exception.preview;
    return `{${properties.map(one => `${one.name}: ${one.value}`).join(", ")}${overflow ? ", …" : ""}}`;
  }
  return exception.subtype === "null" ? "null" : argumentText(exception);
}

const TOLD = {
  "Page.navigate": params => params.url,
  "Page.frameNavigated": params => params.frame?.url,
  "Page.javascriptDialogOpening": params => `${params.type}: ${params.message}`,
  "Runtime.evaluate": params => params.expression,
  "Runtime.consoleAPICalled": params => `${params.type}: ${(params.args ?? []).map(argumentText).join(" ")}`,
  "Runtime.exceptionThrown": params => thrownText(params.exceptionDetails),
  "Log.entryAdded": params => `${params.entry?.level}: ${params.entry?.text}`,
  "Network.requestWillBeSent": params => `${params.request?.method} ${params.request?.url}`,
  "Network.responseReceived": params => `${params.response?.status} ${params.response?.url}`,
  "Network.loadingFailed": params => `${params.errorText} (request ${params.requestId})`,
  "Target.attachedToTarget": params => `${params.targetInfo?.type} ${params.targetInfo?.url}`,
  "Target.targetCreated": params => `${params.targetInfo?.type} ${params.targetInfo?.url}`,
  "Target.targetInfoChanged": params => `${params.targetInfo?.type} ${params.targetInfo?.url}`,
};

/** What a command or event says. */
function payloadPreview(method, message) {
  if (typeof message === "string") return oneLine(message);
  const params = message.params;
  if (!params || typeof params !== "object") return "";
  let told;
  try {
    told = Object.hasOwn(TOLD, method) ? TOLD[method](params) : undefined;
  } catch {
    // Not of the form that this method has today: its data is shown.
  }
  return typeof told === "string" && !told.includes("undefined") ? oneLine(told, 300) : compact(params, 300);
}

/** What an answer says: its error, or its result. */
function answerPreview(method, message) {
  if (typeof message === "string") return oneLine(message);
  if (message.error) return errorText(message.error);
  const result = message.result;
  if (!result || Object.keys(result).length === 0) return "";
  if (method === "Runtime.evaluate" && result.exceptionDetails) {
    return oneLine(thrownText(result.exceptionDetails) ?? "exception", 200);
  }
  if (method === "Runtime.evaluate" && result.result) {
    return oneLine(typeof result.result.value === "string" ? JSON.stringify(result.result.value) : argumentText(result.result), 200);
  }
  return compact(result, 200);
}

function errorText(error) {
  const data = typeof error.data === "string" && error.data ? ": " + error.data : "";
  return oneLine(`${error.message ?? "failed"}${data} [code ${error.code}]`, 300);
}

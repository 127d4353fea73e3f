// A command as a line of Java in its typed form, as the module withcdp-protocol has it.

const JAVA_TAKEN = new Set("abstract assert boolean break byte case catch char class const continue default do double else enum extends final finally float for goto if implements import instanceof int interface long native new package private protected public return short static strictfp super switch synchronized this throw throws transient try void volatile while true false null _ clone finalize getClass hashCode json notify notifyAll toString wait".split(" "));

const javaMember = name => (JAVA_TAKEN.has(name) ? name + "_" : name);

const javaConstant = text => text.replace(/(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, "_").replaceAll("-", "_").toUpperCase();

/** Return the statement that sends a command, its form known; undefined if a param is an object or a list, which have types of their own. */
function typedStatement(form, params, ofBrowser) {
  const [domain, name] = form.name.split(".");
  const value = parameter => {
    const given = params[parameter.name];
    return parameter.values.includes(given) ? javaConstant(given) : javaValue(given);
  };
  const known = new Set(form.parameters.map(parameter => parameter.name));
  const fits = Object.entries(params).every(([param, given]) => known.has(param) && (typeof given !== "object"));
  const required = form.parameters.filter(parameter => !parameter.optional);
  if (!fits || required.some(parameter => !(parameter.name in params))) return undefined;
  const fluent = form.parameters.filter(parameter => parameter.optional && parameter.name in params);
  return `${ofBrowser ? "browser.session()" : "session"}.send(${domain}.${javaMember(name)}(${required.map(value).join(", ")})${fluent.map(parameter => `.${javaMember(parameter.name)}(${value(parameter)})`).join("")});`;
}

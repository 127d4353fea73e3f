package io.github.withcdp.internal.replay;

import io.github.withcdp.internal.json.Json;
import io.github.withcdp.internal.likeness.JsonComparison;
import io.github.withcdp.internal.likeness.VolatileText;
import io.github.withcdp.internal.text.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Compares the params of a command with those of a recorded one. The order of keys, ports of this machine and what was redacted do not matter.
 */
final class ParamsComparison {

    private static final Pattern MARK = Pattern.compile("‹redacted:[^›]*›");

    /** What the code of WithCDP says otherwise in another place, though it means the same. */
    private static final String TOLERATED = "disposeOnDetach";

    private final LocalPorts ports;

    ParamsComparison(LocalPorts ports) {
        this.ports = ports;
    }

    /**
     * A value that differs.
     *
     * @param path where it is, {@code /url}
     * @param varies whether it is of a kind that differs from run to run
     */
    record Difference(String path, String recorded, String actual, boolean varies) {}

    /** Return what differs; nothing if they are equal. */
    List<Difference> differences(JsonNode recorded, JsonNode actual) {
        var differences = new ArrayList<Difference>();
        compare("", recorded, actual, differences);
        return differences;
    }

    private void compare(String path, JsonNode recorded, JsonNode actual, List<Difference> differences) {
        if (isNothing(recorded) && isNothing(actual)) {
            return;
        }
        if (recorded.isObject() && (actual.isObject() || path.isEmpty())) {
            compareObjects(path, recorded, actual, differences);
        } else if (actual.isObject() && path.isEmpty()) {
            compareObjects(path, recorded, actual, differences);
        } else if (recorded.isArray() && actual.isArray() && recorded.size() == actual.size()) {
            for (int i = 0; i < recorded.size(); i++) {
                compare(path + "/" + i, recorded.get(i), actual.get(i), differences);
            }
        } else if (!isEqual(recorded, actual) && !path.endsWith("/" + TOLERATED)) {
            differences.add(new Difference(path, shown(recorded), shown(actual), varies(recorded, actual)));
        }
    }

    /** Objects without members may be left out. */
    private static boolean isNothing(JsonNode params) {
        return params.isMissingNode() || params.isNull() || (params.isObject() && params.isEmpty());
    }

    private void compareObjects(String path, JsonNode recorded, JsonNode actual, List<Difference> differences) {
        var names = new TreeSet<>(recorded.propertyNames());
        names.addAll(actual.propertyNames());
        for (var name : names) {
            compare(path + "/" + name, recorded.path(name), actual.path(name), differences);
        }
    }

    private boolean isEqual(JsonNode recorded, JsonNode actual) {
        if (recorded.isNumber() && actual.isNumber()) {
            return JsonComparison.areNearlyEqual(recorded, actual);
        }
        if (recorded.isString() && actual.isString()) {
            return ports.equal(recorded.stringValue(), actual.stringValue())
                    || isRedacted(recorded.stringValue(), actual.stringValue());
        }
        if (recorded.isString() && MARK.matcher(recorded.stringValue()).matches()) {
            return actual.isValueNode(); // a number that was a secret
        }
        return recorded.equals(actual);
    }

    /** Return whether a text may be what a recorded one was before its secrets were taken out. */
    private boolean isRedacted(String recorded, String actual) {
        var matcher = MARK.matcher(recorded);
        int from = 0;
        var text = new StringBuilder();
        boolean any = false;
        while (matcher.find()) {
            any = true;
            text.append(Pattern.quote(ports.translate(recorded.substring(from, matcher.start()))))
                    .append("(?s:.*)");
            from = matcher.end();
        }
        return any
                && Pattern.compile(text.append(Pattern.quote(ports.translate(recorded.substring(from))))
                                .toString())
                        .matcher(actual)
                        .matches();
    }

    /** Return whether values are of one kind that differs from run to run: ids, dates, tokens. */
    private static boolean varies(JsonNode recorded, JsonNode actual) {
        return recorded.isValueNode()
                && recorded.getNodeType() == actual.getNodeType()
                && VolatileText.form(recorded.asString("")).equals(VolatileText.form(actual.asString("")));
    }

    private static String shown(JsonNode value) {
        return value.isMissingNode() ? "nothing" : SafeText.line(Json.text(value), 200);
    }
}

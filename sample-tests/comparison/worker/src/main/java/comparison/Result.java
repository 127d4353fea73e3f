package comparison;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Figures by name, written as a JSON object. */
final class Result {

    private final Map<String, String> values = new LinkedHashMap<>();

    static Result failed(Throwable failure) {
        var text = new StringBuilder(failure.toString());
        for (var cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            text.append(" <- ").append(cause);
        }
        return new Result().with("error", text.substring(0, Math.min(400, text.length())));
    }

    Result with(String name, double value) {
        values.put(name, String.valueOf(Math.round(value * 1000) / 1000.0));
        return this;
    }

    Result with(String name, String value) {
        values.put(name, '"' + value.replace('\\', '/').replace('"', '\'').replaceAll("\\p{Cntrl}", " ") + '"');
        return this;
    }

    /** The time since a moment, in milliseconds. */
    Result withMillis(String name, long nanos) {
        return with(name, nanos / 1e6);
    }

    @Override
    public String toString() {
        return values.entrySet().stream()
                .map(value -> '"' + value.getKey() + "\":" + value.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }
}

package io.github.withcdp.internal.finding;

import io.github.withcdp.internal.text.SafeText;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the function that threw was called: nothing after that ran either. Of a {@link io.github.withcdp.internal.script.CallStack} as text the
 * calls up to the first asynchronous one or the first of a script without a URL, as a test evaluates.
 *
 * @param function that threw; empty if it has no name
 * @param places in other lines than that which threw, the innermost first
 */
record Callers(String function, List<Place> places) {

    /** So many are told. */
    private static final int TOLD = 2;

    private static final int NAME = 40;
    private static final int URL = 100;

    /** A line of a script, from 1. */
    record Place(String url, int line, int column) {

        private boolean isInLineOf(Place other) {
            return url.equals(other.url) && line == other.line;
        }

        private String text(String nearby) {
            boolean isNear = !Origins.of(nearby).isEmpty() && Origins.of(url).equals(Origins.of(nearby));
            return SafeText.line(isNear ? Origins.path(url) : url, URL) + ":" + line
                    + (column == 0 ? "" : ":" + column);
        }
    }

    private record Call(String function, Place place) {}

    /** Return those of what was thrown at a place, from the stack; none if the stack is that of another place. */
    static Callers of(String url, int line, String stack) {
        var calls = calls(stack);
        var thrown = new Place(url, line, 0);
        if (calls.isEmpty() || !calls.get(0).place().isInLineOf(thrown)) {
            return new Callers("", List.of());
        }
        var places = new ArrayList<Place>();
        var before = thrown;
        for (var call : calls) {
            if (!call.place().isInLineOf(before) && places.size() < TOLD) {
                places.add(call.place());
            }
            before = call.place();
        }
        var function = calls.get(0).function();
        return new Callers(function.equals("(anonymous)") ? "" : function, List.copyOf(places));
    }

    private static List<Call> calls(String stack) {
        var calls = new ArrayList<Call>();
        for (var line : stack.split("\n", -1)) {
            int begin = line.lastIndexOf(" (");
            int column = line.lastIndexOf(':');
            int number = line.lastIndexOf(':', column - 1);
            if (begin < 0 || number <= begin + 2 || !line.endsWith(")")) { // no URL, or an asynchronous caller
                break;
            }
            try {
                calls.add(new Call(
                        line.substring(0, begin),
                        new Place(
                                line.substring(begin + 2, number),
                                Integer.parseInt(line.substring(number + 1, column)),
                                Integer.parseInt(line.substring(column + 1, line.length() - 1)))));
            } catch (NumberFormatException noCall) {
                break;
            }
        }
        return calls;
    }

    /**
     * Return it, to be said behind the place that threw: {@code , in add, called at /cart.js:12:3}; empty if there are none.
     *
     * @param url of the script that threw; of others on its site only the path is told
     */
    String words(String url) {
        if (places.isEmpty()) {
            return "";
        }
        var words = new StringBuilder(function.isEmpty() ? "" : ", in " + SafeText.line(function, NAME));
        words.append(", called at ").append(places.get(0).text(url));
        if (places.size() > 1) {
            words.append(", and that at ").append(places.get(1).text(url));
        }
        return words.toString();
    }
}

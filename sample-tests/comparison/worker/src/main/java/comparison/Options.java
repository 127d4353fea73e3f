package comparison;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a line says besides the name of the work: {@code n=5000 warm=2000}. */
record Options(Map<String, String> values) {

    static Options of(Stream<String> words) {
        return new Options(
                words.map(word -> word.split("=", 2)).collect(Collectors.toMap(pair -> pair[0], pair -> pair[1])));
    }

    int number(String name) {
        return Integer.parseInt(text(name));
    }

    String text(String name) {
        var value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("It is not said what " + name + " is");
        }
        return value;
    }
}

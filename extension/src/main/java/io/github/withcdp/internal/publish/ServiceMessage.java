package io.github.withcdp.internal.publish;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A message to TeamCity, {@code ##teamcity[name attribute='value']}. Whatever the values are, it stays one message on one line of ASCII. */
final class ServiceMessage {

    private ServiceMessage() {}

    static String of(String name, String value) {
        return "##teamcity[" + name + " " + quoted(value) + "]";
    }

    static String of(String name, Map<String, String> attributes) {
        return attributes.entrySet().stream()
                .map(attribute -> attribute.getKey() + "=" + quoted(attribute.getValue()))
                .collect(Collectors.joining(" ", "##teamcity[" + name + " ", "]"));
    }

    private static String quoted(String value) {
        return value.chars().mapToObj(unit -> escaped((char) unit)).collect(Collectors.joining("", "'", "'"));
    }

    private static String escaped(char unit) {
        return switch (unit) {
            case '|', '\'', '[', ']' -> "|" + unit;
            case '\n' -> "|n";
            case '\r' -> "|r";
            default ->
                unit >= ' ' && unit < 0x7f ? String.valueOf(unit) : String.format(Locale.ROOT, "|0x%04X", (int) unit);
        };
    }
}

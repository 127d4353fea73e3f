package io.github.withcdp.internal.config;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads one of a few words: upper or lower case, with or without hyphens and underscores. */
final class EnumParser {

    private EnumParser() {}

    /**
     * Return the constant that a text names.
     *
     * @throws ConfigurationException if it names none
     */
    static <E extends Enum<E>> E parse(ConfiguredValue value, Class<E> type) {
        return Stream.of(type.getEnumConstants())
                .filter(constant -> letters(constant.name()).equals(letters(value.trimmed())))
                .findFirst()
                .orElseThrow(() -> value.refused("is not one of " + all(type) + "."));
    }

    /**
     * Return the truth that a text says.
     *
     * @throws ConfigurationException if it is neither {@code true} nor {@code false}
     */
    static boolean parseBoolean(ConfiguredValue value) {
        return switch (value.trimmed().toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw value.refused("is neither true nor false.");
        };
    }

    private static String letters(String name) {
        return name.replaceAll("[_-]", "").toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> String all(Class<E> type) {
        return Stream.of(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.joining(", "));
    }
}

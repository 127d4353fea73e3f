package io.github.withcdp.internal.config;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads names of domains, in one text separated by commas or space. */
public final class DomainNames {

    // Only the shape is known here: next year's browser has domains that this year's does not.
    private static final Pattern NAME = Pattern.compile("[A-Z][A-Za-z0-9]*");
    private static final Pattern SEPARATOR = Pattern.compile("[,\\s]+");

    private DomainNames() {}

    /**
     * Return the domains in a text, each once.
     *
     * @throws ConfigurationException if a name cannot be one
     */
    static List<String> parse(ConfiguredValue value) {
        List<String> names = SEPARATOR
                .splitAsStream(value.text())
                .filter(name -> !name.isEmpty())
                .toList();
        return check(names, value.where());
    }

    /**
     * Return the domains, each once.
     *
     * @throws ConfigurationException if a name cannot be one
     */
    public static List<String> check(List<String> names, String where) {
        for (String name : names) {
            if (!NAME.matcher(name).matches()) {
                throw ConfiguredValue.refused(
                        where,
                        name,
                        "is not the name of a domain. Write the name alone, as in Network: its enable is sent for you."
                                + suggestionFor(name));
            }
        }
        return names.stream().distinct().toList();
    }

    private static String suggestionFor(String name) {
        String domain = name.strip().replaceFirst("(?s)\\..*", "");
        if (domain.isEmpty()) {
            return "";
        }
        String likely = domain.substring(0, 1).toUpperCase(Locale.ROOT) + domain.substring(1);
        return NAME.matcher(likely).matches() ? " Did you mean " + likely + "?" : "";
    }
}

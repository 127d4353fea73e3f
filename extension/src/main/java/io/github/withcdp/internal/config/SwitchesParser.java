package io.github.withcdp.internal.config;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads switches for the browser.
 * In one text they are separated by space, because many hold commas; single or double quotes keep space within one,
 * and a backslash is just a backslash, because paths on Windows are full of them.
 */
public final class SwitchesParser {

    private static final Pattern SWITCH = Pattern.compile("--?[^-=\\s].*", Pattern.DOTALL);

    private SwitchesParser() {}

    /**
     * Return the switches in a text.
     *
     * @throws ConfigurationException if a quote is not closed, or something is no switch
     */
    static List<String> parse(ConfiguredValue value) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        boolean inWord = false;
        char quote = 0;
        for (char c : value.text().toCharArray()) {
            if (quote != 0) {
                if (c == quote) {
                    quote = 0;
                } else {
                    word.append(c);
                }
            } else if (c == '"' || c == '\'') {
                quote = c;
                inWord = true;
            } else if (!Character.isWhitespace(c)) {
                word.append(c);
                inWord = true;
            } else if (inWord) {
                words.add(word.toString());
                word.setLength(0);
                inWord = false;
            }
        }
        if (quote != 0) {
            throw value.refused("has a quote (" + quote + ") that is not closed.");
        }
        if (inWord) {
            words.add(word.toString());
        }
        return check(words, value.where());
    }

    /**
     * Return the switches if they are some.
     *
     * @throws ConfigurationException if one is not: the browser would take it for a page to open
     */
    public static List<String> check(List<String> switches, String where) {
        for (String candidate : switches) {
            if (!SWITCH.matcher(candidate).matches()) {
                throw ConfiguredValue.refused(
                        where,
                        candidate,
                        "is not a switch of Chrome. Switches begin with two hyphens, as --disable-gpu does.");
            }
        }
        return List.copyOf(switches);
    }
}

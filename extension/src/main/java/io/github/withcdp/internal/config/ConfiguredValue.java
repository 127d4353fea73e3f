package io.github.withcdp.internal.config;

/**
 * A text that somebody configured.
 *
 * @param text what was given
 * @param where the words that lead to it: {@code withcdp.timeout (system property)}
 */
public record ConfiguredValue(String text, String where) {

    /** Return the text without the space around it. */
    public String trimmed() {
        return text.strip();
    }

    /** Return whether it holds nothing but space. */
    public boolean isBlank() {
        return text.isBlank();
    }

    /** Return the exception that refuses this text. */
    public ConfigurationException refused(String because) {
        return refused(where, text, because);
    }

    /** Return the exception that refuses a text, which may be a part of what was given at that place. */
    public static ConfigurationException refused(String where, String text, String because) {
        return new ConfigurationException(where + ": \"" + text + "\" " + because);
    }
}

package io.github.withcdp.internal.schema;

/**
 * Something that the protocol does not know, or no longer wants.
 *
 * @param subject the name that was written, by which {@code withcdp.strict.allow} lets it through: {@code Page.navigate}, with a param
 *     {@code Page.navigate.url}
 * @param sentence what is wrong, and what is meant
 * @param certain whether it can be refused; otherwise the schema may not know what the remote end does
 */
public record Mistake(String subject, String sentence, boolean certain) {

    /** Return the same as a remark. */
    Mistake asRemark() {
        return new Mistake(subject, sentence, false);
    }
}

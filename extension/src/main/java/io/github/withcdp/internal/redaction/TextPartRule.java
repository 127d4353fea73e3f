package io.github.withcdp.internal.redaction;

/** Takes out of a text what it knows, wherever that stands in it. */
@FunctionalInterface
interface TextPartRule {

    /** Return the text without that; the very same one if there is nothing. */
    String redact(String text, SecretSink sink);
}

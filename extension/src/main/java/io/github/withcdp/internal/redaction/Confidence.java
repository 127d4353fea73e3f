package io.github.withcdp.internal.redaction;

/** How sure it is that a text is a secret, and so whether it is taken out elsewhere too. */
enum Confidence {
    /** Only where it was found. */
    ONLY_HERE,
    /** It may be one: elsewhere only if it is long, and nothing that everybody says. */
    POSSIBLE,
    /** It is one: elsewhere too, unless it is too short to be told from anything else. */
    CERTAIN,
    /** Somebody said so. */
    CONFIGURED
}

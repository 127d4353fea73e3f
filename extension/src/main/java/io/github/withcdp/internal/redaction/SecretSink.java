package io.github.withcdp.internal.redaction;

/** Receives each secret that the rules find, and says what stands in its place. */
@FunctionalInterface
interface SecretSink {

    /** The sink that puts marks in the place of secrets, and forgets them. */
    SecretSink MARKING = (secret, what, confidence) -> Mark.of(secret, what);

    /**
     * Take a secret, and return what stands in its place.
     *
     * @param secret as it is meant, without the encoding that it was found in
     * @param what a word for it, of letters, digits, dots, hyphens and underscores
     */
    String take(String secret, String what, Confidence confidence);
}

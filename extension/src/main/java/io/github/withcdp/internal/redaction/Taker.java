package io.github.withcdp.internal.redaction;

/** Is told of each secret that the rules find. */
@FunctionalInterface
interface Taker {

    /** Puts marks in the place of secrets, and forgets them. */
    Taker MARKING = (secret, what, strength) -> Mark.of(secret, what);

    /**
     * Take a secret, and return what stands in its place.
     *
     * @param secret as it is meant, without the encoding that it was found in
     * @param what a word for it, of letters, digits, dots, hyphens and underscores
     */
    String take(String secret, String what, Strength strength);
}

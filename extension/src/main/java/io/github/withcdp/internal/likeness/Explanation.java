package io.github.withcdp.internal.likeness;

/** Why two values of two runs differ; the later, the more it says. */
public enum Explanation {
    /** They do in any two runs: names that Chrome gives, times, sizes, ports. */
    ALWAYS,
    /** Both are of one class of values, of which each run has another: UUIDs, dates, tokens, marks of secrets of one kind and length. */
    SAME_CLASS,
    /** They differed among runs that passed. */
    LEARNED,
    /** Nothing explains it. */
    NONE
}

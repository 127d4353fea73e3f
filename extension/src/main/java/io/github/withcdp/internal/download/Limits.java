package io.github.withcdp.internal.download;

/**
 * What is too much, in bytes, {@code entries} but for.
 *
 * @param json one list of versions
 * @param archive the archive as it is sent
 * @param entry one file in it
 * @param total all files in it
 * @param entries how many files and folders are in it
 */
record Limits(long json, long archive, long entry, long total, int entries) {

    /** An archive of 2026 has 110 MB with 30 files, of which the program has 230 MB; a list of versions has 1 MB. */
    static final Limits DEFAULTS = new Limits(16_000_000, 1_000_000_000, 1_000_000_000, 2_000_000_000, 5_000);
}

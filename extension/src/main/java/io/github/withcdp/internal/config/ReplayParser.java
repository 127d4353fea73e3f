package io.github.withcdp.internal.config;

/** Reads how a recording is replayed. */
final class ReplayParser {

    private static final double FASTEST = 1000;

    private ReplayParser() {}

    /**
     * Return how fast the time passes, one for as it did, zero if none passes.
     *
     * @throws ConfigurationException if it is no such number
     */
    static double parseSpeed(ConfiguredValue value) {
        double speed;
        try {
            speed = Double.parseDouble(value.trimmed());
        } catch (NumberFormatException e) {
            speed = Double.NaN;
        }
        if (!(speed >= 0 && speed <= FASTEST)) {
            throw value.refused(
                    "is no speed. Write 1 for the pace of the recording, 2 for twice as fast, or 0 if no time shall pass; 1000 is the fastest.");
        }
        return speed;
    }
}

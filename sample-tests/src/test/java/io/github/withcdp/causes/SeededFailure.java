package io.github.withcdp.causes;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A test that fails, and why.
 *
 * @param kind what sort of cause it is
 * @param tests the class of the test
 * @param method the test
 * @param cause what a sentence that names the cause looks like
 * @param beside what other findings of its report look like that are true, if not the cause
 */
record SeededFailure(String kind, Class<?> tests, String method, Pattern cause, List<Pattern> beside) {

    /** Return whether a finding is the cause, or true at least. */
    boolean allows(String finding) {
        return cause.matcher(finding).find()
                || beside.stream().anyMatch(pattern -> pattern.matcher(finding).find());
    }

    @Override
    public String toString() {
        return tests.getSimpleName() + "." + method;
    }
}

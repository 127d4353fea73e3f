package org.junit.internal;

/** In the place of the class of JUnit 4, by whose name Jupiter recognises tests that are given up. */
public class AssumptionViolatedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("unused") // the real one has it, which makes it one with state
    private final String assumption;

    /** Create the exception. */
    public AssumptionViolatedException(String assumption) {
        super(assumption);
        this.assumption = assumption;
    }
}

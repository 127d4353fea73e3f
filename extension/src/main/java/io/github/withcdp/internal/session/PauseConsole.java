package io.github.withcdp.internal.session;

import java.util.Optional;

/** The console of whoever runs the tests, as far as a pause needs one: shared by all tests, so one pause at a time has it. */
public interface PauseConsole {

    /** Return why nobody can be asked to press Enter, for people; empty if somebody can. */
    Optional<String> absence();

    /** Say a line where the output of the tests goes; for what is told although there is no console. */
    void remark(String line);

    /**
     * Take the console for a pause, if no other pause has it. What has been typed before does not count.
     *
     * @return whether it is taken now; then it has to be released
     */
    boolean take();

    /** Show a line, with or without having taken the console. Whatever is in it does no harm to a terminal. */
    void show(String line);

    /** Return what ends the pause, for people: Enter was pressed since the console was taken, or nobody can press it any more. Never waits. */
    Optional<String> end();

    /** Let other pauses have it. */
    void release();
}

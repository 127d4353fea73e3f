package io.github.withcdp.assertions.internal.evidence;

import io.github.withcdp.recording.Recording;
import io.github.withcdp.session.CDPSession;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;

/** What was found of a kind, and what explains that there is not more of it. Equal to any list with the same in it. */
public final class FoundList<E> extends AbstractList<E> {

    private final Object subject;
    private final ListWording words;
    private final List<String> lines;
    private final List<E> found;
    private final ClosestMatches<E> instead;
    private final List<String> suspicions;

    public FoundList(
            Object subject,
            ListWording words,
            List<String> lines,
            List<E> found,
            ClosestMatches<E> instead,
            List<String> suspicions) {
        this.subject = subject;
        this.words = words;
        this.lines = lines;
        this.found = found;
        this.instead = instead;
        this.suspicions = suspicions;
    }

    @Override
    public E get(int index) {
        return found.get(index);
    }

    @Override
    public int size() {
        return found.size();
    }

    public Object subject() {
        return subject;
    }

    public ListWording words() {
        return words;
    }

    /** Return why there may be more of it that is not on record; empty if all is. */
    public String incompleteBecause() {
        return subject instanceof Recording recording
                ? recording.incompleteBecause()
                : subject instanceof CDPSession session ? session.recording().incompleteBecause() : "";
    }

    /** Return what is demanded, a line for each thing that is. */
    public List<String> lines() {
        return lines;
    }

    public List<String> matches() {
        return instead.matches();
    }

    /** Return why there may be too few. */
    public List<String> evidence() {
        var evidence = new ArrayList<>(instead.lines());
        evidence.addAll(suspicions);
        return evidence;
    }
}

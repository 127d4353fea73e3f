package io.github.withcdp.internal.schema;

/** Something that names of commands and events can be about: a session, a recording, the events of one. */
public interface KnowsNames {

    /** Return what refuses names that cannot be meant there. */
    StrictNames names();

    /** Return what refuses names that cannot be meant of something; nothing is refused if it does not know. */
    static StrictNames of(Object subject) {
        return subject instanceof KnowsNames knowing ? knowing.names() : StrictNames.NONE;
    }
}

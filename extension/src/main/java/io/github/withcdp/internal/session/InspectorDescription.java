package io.github.withcdp.internal.session;

import io.github.withcdp.session.Target;

/**
 * What is known, beside what is said in the conversation, of a remote end that cannot tell who it is: the inspector of a JavaScript engine.
 *
 * @param product {@code node.js/v20.20.2}; empty if unknown
 * @param protocolVersion {@code 1.1}; empty if unknown
 * @param target the process, or whatever it is that runs the scripts
 */
public record InspectorDescription(String product, String protocolVersion, Target target) {

    /** Nothing is known. */
    public static final InspectorDescription UNKNOWN = new InspectorDescription("", "", new Target("", "node", ""));
}

package io.github.withcdp.internal.recording;

/**
 * What WithCDP says when it answers a dialog that no handler wants, so that the recording tells its answers from those of a test.
 * It goes as the text for a prompt, which a page sees only if a prompt is accepted, and that WithCDP never does.
 */
public final class DialogAnswer {

    public static final String TEXT = "answered by WithCDP, because no handler was there";

    private DialogAnswer() {}
}

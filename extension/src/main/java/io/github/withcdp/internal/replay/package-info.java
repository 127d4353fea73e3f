/**
 * Plays a recording to a test in place of a browser.
 *
 * <p><b>One conversation for each test.</b> A browser is made for a class, but a recording belongs to one test: it begins with what is said for its page, and
 * lacks what was said to the browser before, because that belongs to nobody. So each test that is replayed has a connection of its own, as tests of Node.js
 * have. A {@link io.github.withcdp.internal.replay.RecordedTest} is found for it by class, method and invocation among the
 * {@linkplain io.github.withcdp.internal.recording.TestRecordings recordings} that were given; what a class says in {@code @BeforeAll} is in a recording of the
 * class, or in those of its tests if they use its page.
 *
 * <p><b>The script.</b> A {@link io.github.withcdp.internal.replay.Script} is the recording with a cursor. What was received goes out when every command before
 * it has come; the order of commands within a block is free, and one that comes early waits for its answer. Sessions, targets and all other ids are those of
 * the recording, because the test has them from there; the numbers of commands are new. Ports of servers on this machine are learnt from the first command that
 * names one, and put into what goes out.
 *
 * <p><b>The time</b> is that of the recording, as far as it has been said: {@link io.github.withcdp.internal.replay.Script#isSilentUntil}. Nobody waits for it: a limit is over as soon as the
 * recording shows that it was, when all that was received before its end has gone out and the next command came later. Real time is only the upper bound. How busy this machine is must not show: no
 * limit is over while a handler still runs ({@link io.github.withcdp.internal.replay.Script#counted}), and who begins to wait finds said what came at the same
 * moment ({@link io.github.withcdp.internal.replay.Script#settle}).
 *
 * <p><b>Who is not in the recording</b>: {@link io.github.withcdp.internal.replay.Asides} lists what is answered besides. Everything else that does not match ends
 * the conversation with a {@link io.github.withcdp.protocol.ReplayDivergedException}.
 */
package io.github.withcdp.internal.replay;

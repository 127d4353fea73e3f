/**
 * What may differ between two runs of the same test, and what is alike nevertheless.
 *
 * <table>
 * <caption>What each type is for</caption>
 * <tr><td>{@link Explanation}</td><td>why two values differ: because they always do, as values of one class, as among runs that passed, or for no known reason</td></tr>
 * <tr><td>{@link VolatileText}</td><td>the form of a text in which ids, dates, tokens and marks of one class are equal; explains how two texts differ</td></tr>
 * <tr><td>{@link JsonComparison}</td><td>the {@linkplain LeafDifference leaves} in which two trees differ: messages of the protocol, or content of pages</td></tr>
 * <tr><td>{@link LearnedMask}</td><td>the leaves that differed among runs that passed, and explain that they differ again</td></tr>
 * <tr><td>{@link UrlForm}</td><td>a URL without what changes from run to run</td></tr>
 * <tr><td>{@link ContentForm}</td><td>a body without it, equal for equal content: to look it up, or to compare two</td></tr>
 * <tr><td>{@link RequestKey}</td><td>by which a request of one run is found in another</td></tr>
 * <tr><td>{@link SessionRoles}</td><td>by which a session of one run is found in another</td></tr>
 * </table>
 */
package io.github.withcdp.internal.likeness;

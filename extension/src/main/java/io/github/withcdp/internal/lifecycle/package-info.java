/** The lifecycle of Jupiter on one side, that of browsers and their pages on the other: what a test or class has, when it begins and ends, and what is done if it fails. */
package io.github.withcdp.internal.lifecycle;

/** Finds what in a recording may explain a failure: each {@code Detector} knows one way, {@code SuspiciousMessages} asks all of them. */
package io.github.withcdp.internal.serve;

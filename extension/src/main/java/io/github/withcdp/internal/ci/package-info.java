/** What CI servers look for in the output of a build: lines that tell of a failed test, in the form of each server. */
package io.github.withcdp.internal.ci;

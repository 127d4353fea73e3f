/** The sentences with which assertions fail, one class each. */
package io.github.withcdp.assertions.internal.error;

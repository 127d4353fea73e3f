/** How a message is written as a line for people. */
package io.github.withcdp.internal.transcript;

/** Where reports are told of: JUnit, which hands files on, and CI servers, each of which looks for a form of its own. */
package io.github.withcdp.internal.publish;

/** What says which library of a project is too old. Names nothing of these libraries, so that it runs beside any version of them. */
package io.github.withcdp.internal.compatibility;

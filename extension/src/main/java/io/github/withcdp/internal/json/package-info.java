/** The one place where JSON is read and written. */
package io.github.withcdp.internal.json;

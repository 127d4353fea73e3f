/** Configuration: what code, properties and environment say, and what becomes of it. Knows nothing of JUnit but its annotation's values. */
package io.github.withcdp.internal.config;

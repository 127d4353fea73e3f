/** The JUnit extension: what a test class is annotated with, and what its tests may take as parameters. */
package io.github.withcdp;

/** How text of others is shown. */
package io.github.withcdp.text;

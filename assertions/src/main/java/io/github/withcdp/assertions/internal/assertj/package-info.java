/** What has to be known of AssertJ and JsonUnit themselves: which version, how long a text it shows, how JSON goes on. */
package io.github.withcdp.assertions.internal.assertj;

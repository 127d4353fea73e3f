package io.github.withcdp.session;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/**
 * Something in the browser that one can talk to, as last reported ({@code Target.TargetInfo}).
 *
 * @param id the {@code targetId}
 * @param type {@code page}, {@code iframe}, {@code worker}, {@code shared_worker}, {@code service_worker}, {@code browser}, or what Chrome invents next
 * @param url the URL, empty for the browser
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record Target(String id, String type, String url) {}

package io.gridloop.notify;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Ways out of gridloop; each is off until it is configured.
 *
 * @param mailFrom the sender of e-mail; needed with {@code spring.mail.host} unless {@code spring.mail.username} is an
 *     address that may send
 */
@ConfigurationProperties("gridloop.notify")
record NotifyProperties(@Nullable String mailFrom) {}

package io.gridloop.notify;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Ways out of gridloop; each is off until it is configured.
 *
 * @param mailFrom the sender of e-mail; needed with {@code spring.mail.host} unless {@code spring.mail.username} is an
 *     address that may send
 * @param robots the robots in the groups of units
 * @param sms the account for text messages
 */
@ConfigurationProperties("gridloop.notify")
record NotifyProperties(@Nullable String mailFrom, @DefaultValue List<Robot> robots, @Nullable SmsAccount sms) {}

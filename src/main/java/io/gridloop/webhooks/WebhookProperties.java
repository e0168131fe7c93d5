package io.gridloop.webhooks;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of webhooks.
 *
 * @param plainHttp whether addresses may begin with {@code http://}; only for a network that nobody listens to
 * @param timeout how long an address may take to answer
 * @param attempts how often the same news is tried; with the default about three days
 */
@ConfigurationProperties("gridloop.webhooks")
record WebhookProperties(@DefaultValue("false") boolean plainHttp, @DefaultValue("15s") Duration timeout,
        @DefaultValue("25") int attempts) {}

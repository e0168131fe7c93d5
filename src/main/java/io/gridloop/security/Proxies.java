package io.gridloop.security;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.catalina.filters.RemoteIpFilter;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/**
 * The client's address and scheme behind a proxy. What a client itself writes into {@code X-Forwarded-For} has no
 * effect: the header counts only from a trusted proxy, and only as far back as the chain of trusted proxies reaches.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("gridloop.security.trusted-proxies")
class Proxies {

    @Bean
    FilterRegistrationBean<RemoteIpFilter> addressBehindTrustedProxies(SecurityProperties settings) {
        var filter = new RemoteIpFilter();
        filter.setInternalProxies(
                settings.trustedProxies().stream().map(Pattern::quote).collect(Collectors.joining("|")));
        filter.setProtocolHeader("X-Forwarded-Proto");
        var registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }
}

package io.gridloop.security;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.HeaderWriterFilter;

/**
 * The door for reports that waited on a phone, and the pages that are kept there. As in {@link ApiSecurity} no cookie
 * counts, so that a page reads the same for everybody and a report needs no token, which would be stale by the time
 * the network is back. Pages of other sites may not ask.
 */
@Configuration(proxyBeanMethods = false)
class QueueSecurity {

    private static final String[] ADDRESSES = {"/report/offline", "/report/queued/**", "/desk/offline"};

    @Bean
    @Order(1)
    SecurityFilterChain queue(HttpSecurity http, RateLimits limits, SecurityProperties settings,
            PublicAddress address) throws Exception {
        return http.securityMatcher(ADDRESSES)
                .authorizeHttpRequests(rules -> rules.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> SecurityConfiguration.headers(headers, address.https()))
                .addFilterAfter(new DatabaseAway(), HeaderWriterFilter.class)
                .addFilterAfter(new RateLimitFilter(limits, settings.limits()), DatabaseAway.class)
                .build();
    }
}

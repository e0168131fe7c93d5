package io.gridloop.security;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.cors.CorsConfiguration;

/**
 * The door for programs. It reads no cookie and makes no session, so that a browser lends nobody the rights of who is
 * logged in: only therefore a form needs no token here, and pages of other sites may ask. What a program may do is
 * decided behind, by its key.
 */
@Configuration(proxyBeanMethods = false)
class ApiSecurity {

    static final String[] ADDRESSES = {"/open311/**", "/api/**"};

    @Bean
    @Order(0)
    SecurityFilterChain programs(HttpSecurity http, PublicAddress address) throws Exception {
        var everywhere = new CorsConfiguration().applyPermitDefaultValues();
        everywhere.addExposedHeader(HttpHeaders.RETRY_AFTER);
        return http.securityMatcher(ADDRESSES)
                .authorizeHttpRequests(rules -> rules.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .cors(cors -> cors.configurationSource(request -> everywhere))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> SecurityConfiguration.headers(headers, address.https()))
                .build();
    }
}

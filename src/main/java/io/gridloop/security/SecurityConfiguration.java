package io.gridloop.security;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.web.PathPatternRequestMatcherBuilderFactoryBean;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.DelegatingAuthenticationEntryPoint;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.logout.HeaderWriterLogoutHandler;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter.Directive;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;

@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    // Pages bring no script and no style of their own; Bootstrap's small pictures are data: addresses.
    private static final String CONTENT = "default-src 'self'; img-src 'self' data:%s; style-src 'self'; "
            + "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    @Bean
    SecurityFilterChain pages(HttpSecurity http, StaffSessions sessions, RateLimits limits,
            SecurityProperties settings, PublicAddress address, MapTiles map) throws Exception {
        return http.authorizeHttpRequests(new AccessRules())
                .headers(headers -> headers(headers, address.https()))
                .headers(headers -> headers.contentSecurityPolicy(
                        policy -> policy.policyDirectives(CONTENT.formatted(map.source()))))
                .addFilterAfter(new DatabaseAway(), HeaderWriterFilter.class)
                .addFilterAfter(new RateLimitFilter(limits, settings.limits()), DatabaseAway.class)
                .addFilterAfter(new SessionGuard(sessions), RateLimitFilter.class)
                .formLogin(form -> form.loginPage("/login").successHandler(new LoginSuccesses(sessions))
                        .failureHandler(new LoginFailures()))
                // What is stored stays: reports that wait for a network lie there, on phones that several people share.
                .logout(logout -> logout.logoutSuccessUrl("/login?logout").addLogoutHandler(new Logouts(sessions))
                        .addLogoutHandler(new HeaderWriterLogoutHandler(new ClearSiteDataHeaderWriter(Directive.CACHE,
                                Directive.COOKIES)))
                        .deleteCookies("JSESSIONID"))
                .exceptionHandling(refused -> refused.accessDeniedHandler(new StaleLoginPage())
                        .authenticationEntryPoint(whoIsNotLoggedIn()))
                .build();
    }

    /**
     * People are led to the log-in page. The queue on a phone is a script: it would get a session there, which takes the
     * place of the one under which somebody is just logging in.
     */
    private static AuthenticationEntryPoint whoIsNotLoggedIn() {
        var queue = PathPatternRequestMatcher.withDefaults();
        var entries = new DelegatingAuthenticationEntryPoint(new LinkedHashMap<>(Map.of(
                new OrRequestMatcher(queue.matcher("/desk/queued/**"), queue.matcher("/desk/kept")),
                new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED))));
        entries.setDefaultEntryPoint(new LoginUrlAuthenticationEntryPoint("/login"));
        return entries;
    }

    static void headers(HeadersConfigurer<HttpSecurity> headers, boolean https) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT.formatted("")))
                // The address of a receipt opens it, so it must not travel to other sites.
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                .permissionsPolicyHeader(
                        permissions -> permissions.policy("camera=(), microphone=(), geolocation=(self)"))
                .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN));
        if (https) {
            // Also when a proxy speaks HTTPS for gridloop, which then sees plain HTTP.
            headers.httpStrictTransportSecurity(strict -> strict.requestMatcher(AnyRequestMatcher.INSTANCE));
        }
    }

    @Bean
    PathPatternRequestMatcherBuilderFactoryBean requestMatchers() {
        return new PathPatternRequestMatcherBuilderFactoryBean();
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Bean
    ServletContextInitializer cookieOverHttpsOnly(PublicAddress address) {
        return context -> context.getSessionCookieConfig().setSecure(address.https());
    }
}

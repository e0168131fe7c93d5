package io.gridloop.security;

import io.gridloop.security.SecurityProperties.Limits;
import io.gridloop.security.SecurityProperties.RateLimit;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers 429 to a client address that does too much of what needs no login. */
class RateLimitFilter extends OncePerRequestFilter {

    private record Rule(String what, RequestMatcher requests, RateLimit limit) {}

    private static final int MOST_PHOTOS_OF_A_PAGE = 10;
    private static final int MOST_PHOTOS_OF_A_REPORT = 5;
    private static final int PARTS_OF_A_LARGE_PHOTO = 20;

    private final RateLimits limits;
    private final List<Rule> rules;

    RateLimitFilter(RateLimits limits, Limits settings) {
        this.limits = limits;
        this.rules = List.of(
                new Rule("queued", matcher(HttpMethod.POST, "/report/queued/**"), settings.report()),
                new Rule("queued-photo", matcher(HttpMethod.PUT, "/report/queued/**"),
                        times(MOST_PHOTOS_OF_A_REPORT, settings.report())),
                new Rule("queued-photo", matcher(HttpMethod.HEAD, "/report/queued/**"),
                        times(MOST_PHOTOS_OF_A_REPORT, settings.report())),
                new Rule("queued-part", matcher(HttpMethod.PATCH, "/report/queued/**"),
                        times(MOST_PHOTOS_OF_A_REPORT * PARTS_OF_A_LARGE_PHOTO, settings.report())),
                new Rule("report", matcher(HttpMethod.POST, "/report/**"), settings.report()),
                // A page asks for its photographs at once. They tell nothing of a code: their own ids are as secret.
                new Rule("photo", matcher(HttpMethod.GET, "/receipt/{code}/photos/**"),
                        times(MOST_PHOTOS_OF_A_PAGE, settings.receipt())),
                new Rule("receipt", PathPatternRequestMatcher.withDefaults().matcher("/receipt/{code}/**"),
                        settings.receipt()),
                new Rule("login", matcher(HttpMethod.POST, "/login"), settings.login()));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var wait = rules.stream().filter(rule -> rule.requests().matches(request)).findFirst()
                .map(rule -> wait(rule, request.getRemoteAddr())).orElse(Duration.ZERO);
        if (wait.isZero()) {
            chain.doFilter(request, response);
        } else {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait.plusMillis(999).toSeconds()));
            response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
        }
    }

    // Without the database nobody gets further anyway: to wait for it a second time behind would double the wait.
    private Duration wait(Rule rule, String client) {
        try {
            return limits.take(rule.what(), client, rule.limit());
        } catch (RuntimeException e) {
            throw new DataAccessResourceFailureException("The count of requests is out of reach", e);
        }
    }

    private static RateLimit times(int factor, RateLimit limit) {
        return new RateLimit(factor * limit.times(), limit.within());
    }

    private static RequestMatcher matcher(HttpMethod method, String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(method, pattern);
    }
}

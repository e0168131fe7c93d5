package io.gridloop.intake.api;

import io.gridloop.intake.ApiProblem;
import io.gridloop.security.ApiKey;
import io.gridloop.security.ApiKeys;
import io.gridloop.security.ApiLimits;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import jakarta.servlet.http.HttpServletRequest;

/** Gives a method that asks for an {@link ApiKey} the one of the request: no such method is called without. */
@Component
class CallerResolver implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    private static final Pattern BEARER = Pattern.compile("(?i:Bearer) +([\\w.~+/-]{1,100}=*)");

    private final ApiKeys keys;
    private final ApiLimits limits;

    CallerResolver(ApiKeys keys, ApiLimits limits) {
        this.keys = keys;
        this.limits = limits;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == ApiKey.class;
    }

    /** Also who asks without a key or with a wrong one is counted: nobody may guess keys as often as they like. */
    @Override
    public ApiKey resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer model,
            NativeWebRequest web, @Nullable WebDataBinderFactory binders) {
        var request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        var key = key(request);
        requirePatience(key.map(limits::take).orElseGet(() -> limits.takeWithoutKey(request.getRemoteAddr())));
        return key.orElseThrow(ApiProblem::unknown);
    }

    private Optional<ApiKey> key(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION)).map(BEARER::matcher)
                .filter(header -> header.matches()).flatMap(header -> keys.use(header.group(1)));
    }

    /** @throws ApiProblem when somebody has to wait */
    static void requirePatience(Duration wait) {
        if (!wait.isZero()) {
            throw ApiProblem.later(HttpStatus.TOO_MANY_REQUESTS, "请求太频繁，请按Retry-After给出的秒数等待后再试。", wait);
        }
    }
}

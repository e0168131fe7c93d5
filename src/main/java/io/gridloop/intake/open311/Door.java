package io.gridloop.intake.open311;

import io.gridloop.security.ApiKey;
import io.gridloop.security.ApiKeys;
import io.gridloop.security.ApiLimits;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Lets requests in: looks at format, jurisdiction and key, and counts them. */
@Component
class Door {

    private final ApiKeys keys;
    private final ApiLimits limits;
    private final Open311Properties settings;

    Door(ApiKeys keys, ApiLimits limits, Open311Properties settings) {
        this.keys = keys;
        this.limits = limits;
        this.settings = settings;
    }

    /**
     * Lets a request in.
     *
     * @param extension what its address ends in
     * @throws Refused when the format or the jurisdiction is unknown, the key is wrong or the limit is reached
     */
    Visit enter(HttpServletRequest request, String extension) {
        var format = Format.of(extension).orElseThrow(() -> Refused.notFound("没有这种格式，请以.xml或.json结尾"));
        var fields = new Fields(request.getParameterMap());
        requireJurisdiction(fields);
        return new Visit(format, key(fields, request.getRemoteAddr()), fields, settings.openClasses());
    }

    private void requireJurisdiction(Fields fields) {
        if (fields.has("jurisdiction_id") && fields.text("jurisdiction_id", 100).filter(settings::serves).isEmpty()) {
            throw Refused.notFound("jurisdiction_id：没有这个辖区");
        }
    }

    /** Also who asks without a key or with a wrong one is counted: nobody may guess keys as often as they like. */
    private @Nullable ApiKey key(Fields fields, String address) {
        Optional<ApiKey> known = fields.text("api_key", 100).flatMap(keys::use);
        requirePatience(known.map(limits::take).orElseGet(() -> limits.takeWithoutKey(address)));
        if (fields.has("api_key") && known.isEmpty()) {
            throw Refused.of(HttpStatus.FORBIDDEN, "api_key不对，或者已经停用");
        }
        return known.orElse(null);
    }

    private static void requirePatience(Duration wait) {
        if (!wait.isZero()) {
            throw Refused.later(HttpStatus.TOO_MANY_REQUESTS, "请求太频繁，请按Retry-After给出的秒数等待后再试", wait);
        }
    }
}

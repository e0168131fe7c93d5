package io.gridloop.intake.open311;

import io.gridloop.cases.Audience;
import io.gridloop.security.ApiKey;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * A request that was let in.
 *
 * @param format how it wants its answer
 * @param key by which its program is known; nothing when it sent none
 * @param fields its parameters
 * @param openClasses the classes of cases that everybody may see
 */
record Visit(Format format, @Nullable ApiKey key, Fields fields, Set<String> openClasses) {

    /**
     * Its program as cases know it.
     *
     * @throws Refused when it sent no key
     */
    String client() {
        if (key == null) {
            throw Refused.of(HttpStatus.FORBIDDEN,
                    "缺少api_key：请在application/x-www-form-urlencoded格式的请求正文里附上密钥");
        }
        return key.client();
    }

    /** Whose cases it may see. */
    Audience audience() {
        return new Audience(key == null ? null : key.client(), openClasses);
    }
}

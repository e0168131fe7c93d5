package io.gridloop.webhooks;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/**
 * A wish for a new address, as it was typed.
 *
 * @param keyId id of the key of the program
 * @param url where the news go
 */
record WebhookForm(String keyId, String url) {

    private static final int LONGEST = 500;

    WebhookForm {
        keyId = Objects.requireNonNullElse(keyId, "").strip();
        url = Objects.requireNonNullElse(url, "").strip();
    }

    /** What is wrong with the address, in Chinese. */
    Optional<String> problem(boolean plainHttp) {
        try {
            var typed = new URI(url);
            var scheme = Objects.requireNonNullElse(typed.getScheme(), "");
            boolean fine = url.length() <= LONGEST && typed.getHost() != null && typed.getUserInfo() == null
                    && typed.getFragment() == null && (scheme.equals("https") || plainHttp && scheme.equals("http"));
            return fine ? Optional.empty() : wrong(plainHttp);
        } catch (java.net.URISyntaxException e) {
            return wrong(plainHttp);
        }
    }

    private static Optional<String> wrong(boolean plainHttp) {
        return Optional.of("请填以https://%s开头的完整地址，最多%d个字符，不含用户名、密码和#。"
                .formatted(plainHttp ? "或http://" : "", LONGEST));
    }
}

package io.gridloop.security;

import java.util.Objects;
import java.util.Optional;

/**
 * A wish for a new key, as it was typed.
 *
 * @param label who gets it and for what
 * @param perMinute requests a minute
 */
record ApiKeyForm(String label, String perMinute) {

    static final int LONGEST_LABEL = 60;
    private static final int MOST_PER_MINUTE = 6_000;
    private static final String USUAL_PER_MINUTE = "60";

    ApiKeyForm {
        label = Objects.requireNonNullElse(label, "").strip();
        perMinute = Objects.requireNonNullElse(perMinute, USUAL_PER_MINUTE).strip();
    }

    /** What is wrong, in Chinese. */
    Optional<String> problem() {
        if (label.isEmpty() || label.codePointCount(0, label.length()) > LONGEST_LABEL
                || label.matches("(?s).*\\p{C}.*")) {
            return Optional.of("请填写用途，最多%d个字，不含换行和不可见字符。".formatted(LONGEST_LABEL));
        }
        return perMinute.matches("[1-9]\\d{0,3}") && times() <= MOST_PER_MINUTE
                ? Optional.empty()
                : Optional.of("每分钟请求数请填1到%d之间的整数。".formatted(MOST_PER_MINUTE));
    }

    int times() {
        return Integer.parseInt(perMinute);
    }
}

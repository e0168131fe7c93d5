package io.gridloop.notify;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What somebody chose on the page.
 *
 * @param wanted the boxes that are checked, as {@code TASK.MAIL}
 * @param quietFrom as {@code 21:30}
 * @param quietTo as {@code 07:30}
 */
record ChoiceForm(Set<String> wanted, String quietFrom, String quietTo) {

    private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");
    private static final Duration LONGEST = Duration.ofHours(12);

    ChoiceForm {
        wanted = wanted == null ? Set.of() : Set.copyOf(wanted);
        quietFrom = Objects.requireNonNullElse(quietFrom, "").strip();
        quietTo = Objects.requireNonNullElse(quietTo, "").strip();
    }

    /** What is wrong, in Chinese. */
    Optional<String> problem() {
        if (!Choices.ALL.containsAll(wanted)) {
            return Optional.of("请从列表中选择通知方式。");
        }
        if (!TIME.matcher(quietFrom).matches() || !TIME.matcher(quietTo).matches()) {
            return Optional.of("免打扰时间请按“21:30”的格式填写。");
        }
        return choices().quiet().length().compareTo(LONGEST) > 0
                ? Optional.of("免打扰时间最长12小时。")
                : Optional.empty();
    }

    /** Only without a problem. */
    Choices choices() {
        return new Choices(wanted, new QuietHours(LocalTime.parse(quietFrom), LocalTime.parse(quietTo)));
    }
}

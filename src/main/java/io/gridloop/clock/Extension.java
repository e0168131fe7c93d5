package io.gridloop.clock;

import org.jspecify.annotations.Nullable;

/**
 * More time that somebody asked for, kept apart from what they got.
 *
 * @param asked what was asked for
 * @param granted what was granted; null when nothing was, or not yet
 */
public record Extension(Limit asked, @Nullable Limit granted) {

    /** A wish that nobody has decided on. */
    public static Extension asked(Limit asked) {
        return new Extension(asked, null);
    }

    /** The same wish, with what was granted of it: less, all or more. */
    public Extension granted(Limit amount) {
        return new Extension(asked, amount);
    }

    /** In Chinese, for example 申请延期3个工作日，批准2个工作日。 */
    public String words() {
        return "申请延期%s，%s。".formatted(asked.label(), granted == null ? "尚未批准" : "批准" + granted.label());
    }
}

package io.gridloop.cases;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a reporter thinks of how a case ended.
 *
 * @param reason why they are dissatisfied; nothing otherwise
 * @param text in their own words; may be empty
 */
public record Rating(Grade grade, @Nullable Reason reason, String text) {

    /** The three grades of a follow-up. */
    public enum Grade {
        SATISFIED("满意"),
        MOSTLY("基本满意"),
        DISSATISFIED("不满意");

        private final String label;

        Grade(String label) {
            this.label = label;
        }

        /** The name shown to people, in Chinese. */
        public String label() {
            return label;
        }

        static Optional<Grade> named(String name) {
            return Arrays.stream(values()).filter(it -> it.name().equals(name)).findFirst();
        }
    }

    /** Why somebody is dissatisfied. */
    public enum Reason {
        NOT_SOLVED("问题没有解决"),
        CAME_BACK("解决以后又出现"),
        TOO_SLOW("办理太慢"),
        ATTITUDE("服务态度不好"),
        NOT_EXPLAINED("没有说明情况"),
        OTHER("其他");

        private final String label;

        Reason(String label) {
            this.label = label;
        }

        /** The name shown to people, in Chinese. */
        public String label() {
            return label;
        }

        static Optional<Reason> named(String name) {
            return Arrays.stream(values()).filter(it -> it.name().equals(name)).findFirst();
        }
    }

    /** As 不满意（问题没有解决）：三天没人来. */
    String words() {
        return grade.label() + (reason == null ? "" : "（" + reason.label() + "）") + (text.isEmpty() ? "" : "：" + text);
    }
}

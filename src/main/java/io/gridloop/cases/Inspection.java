package io.gridloop.cases;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Arrays;
import java.util.Optional;

/**
 * What an independent check found.
 *
 * @param words what was seen, in Chinese
 * @param byLogin who looked
 */
@Embeddable
record Inspection(
        @Column(name = "inspection_result") @Enumerated(EnumType.STRING) Result result,
        @Column(name = "inspection_words") String words,
        @Column(name = "inspected_by") String byLogin) {

    enum Result {
        PASS("pass", "通过"),
        NOT_PASS("notPass", "没有通过"),
        UNABLE("unable", "无法核实");

        private final String answer;
        private final String label;

        Result(String answer, String label) {
            this.answer = answer;
            this.label = label;
        }

        static Optional<Result> of(String answer) {
            return Arrays.stream(values()).filter(it -> it.answer.equals(answer)).findFirst();
        }

        String answer() {
            return answer;
        }

        String label() {
            return label;
        }
    }

    /** As 没有通过：墙角仍有垃圾。 */
    String text() {
        return result.label() + "：" + words;
    }
}

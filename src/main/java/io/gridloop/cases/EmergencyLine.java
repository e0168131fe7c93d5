package io.gridloop.cases;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The lines that help when somebody is in danger now; gridloop names them and alarms nobody (北京市接诉即办工作条例第11条第1项:
 * such calls go to 110, 119, 120 or 122 at once).
 */
public enum EmergencyLine {
    POLICE("110", "正在发生的警情", "有人正在违法犯罪、打架，或者有人身危险"),
    FIRE("119", "火情", "着火、冒烟、燃气泄漏、有人被困"),
    MEDICAL("120", "伤病", "有人受伤、晕倒、突发重病"),
    TRAFFIC("122", "交通事故", "刚发生的交通事故");

    private final String number;
    private final String label;
    private final String signs;

    EmergencyLine(String number, String label, String signs) {
        this.number = number;
        this.label = label;
        this.signs = signs;
    }

    /** The line with this number; nothing for any other. */
    public static Optional<EmergencyLine> of(@Nullable String number) {
        return Arrays.stream(values()).filter(it -> it.number.equals(number)).findFirst();
    }

    /** Why this is not the number of a line, in Chinese; empty when it is. */
    static Optional<String> problem(String number) {
        return Problems.unless(of(number).isPresent(), "请选择紧急热线：110、119、120或122。");
    }

    /** What the history says of somebody who found it, in Chinese. */
    String found() {
        return "属于%s，应由%s处置。".formatted(label, number);
    }

    /** The number to call. */
    public String number() {
        return number;
    }

    /** What it is, in Chinese. */
    public String label() {
        return label;
    }

    /** How people tell it, in Chinese. */
    public String signs() {
        return signs;
    }
}

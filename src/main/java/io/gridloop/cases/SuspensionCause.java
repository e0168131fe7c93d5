package io.gridloop.cases;

import java.util.Arrays;
import java.util.Optional;

/** Why a case cannot go on for a time, whoever handles it. */
public enum SuspensionCause {
    SUPERIOR("等待上级批复"),
    FUNDING("需要资金或项目立项"),
    SEASON("天气或季节原因"),
    LEGAL("涉法涉诉程序未完"),
    OTHER("其他");

    private final String label;

    SuspensionCause(String label) {
        this.label = label;
    }

    /** The name shown to people, in Chinese. */
    public String label() {
        return label;
    }

    static Optional<SuspensionCause> of(String name) {
        return Arrays.stream(values()).filter(each -> each.name().equals(name)).findFirst();
    }
}

package io.gridloop.admin;

import java.util.Arrays;
import java.util.Optional;

/** The forms of this module. */
public enum FormKind {
    JOIN("join", "新人到岗"),
    LEAVE("leave", "办理离任"),
    TRANSFER("transfer", "调动"),
    NAME("name", "更正姓名"),
    STAND_IN("stand-in", "设置代理"),
    END_STAND_IN("end-stand-in", "结束代理"),
    RENAME("rename", "部门更名或调整职责"),
    MERGE("merge", "并入其他部门"),
    POST("post", "调整岗位"),
    UNDO("undo", "撤销变动");

    private final String code;
    private final String label;

    FormKind(String code, String label) {
        this.code = code;
        this.label = label;
    }

    /** As it stands in addresses. */
    public String code() {
        return code;
    }

    /** The heading of the form, in Chinese. */
    public String label() {
        return label;
    }

    static Optional<FormKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }
}

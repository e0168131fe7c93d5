package io.gridloop.cases;

import java.util.Arrays;
import java.util.Optional;

/** The lawful way that is named to a resident whose report cannot be accepted. */
enum RefusalRoute {
    LITIGATION("litigation", "依法通过诉讼、仲裁解决"),
    PETITION("petition", "依法通过信访渠道反映"),
    REVIEW("review", "依法申请行政复议"),
    DISCIPLINE("discipline", "向纪检监察机关举报"),
    POLICE("police", "拨打110报警"),
    EMERGENCY("emergency", "拨打119、120、122求助"),
    SECRET("secret", "涉及国家秘密、商业秘密、个人隐私，不在本渠道办理"),
    OUTSIDE("outside", "不属于本县管理范围，请向所在地有关部门反映");

    private final String code;
    private final String label;

    RefusalRoute(String code, String label) {
        this.code = code;
        this.label = label;
    }

    String code() {
        return code;
    }

    String label() {
        return label;
    }

    static Optional<RefusalRoute> of(String code) {
        return Arrays.stream(values()).filter(route -> route.code.equals(code)).findFirst();
    }
}

package io.gridloop.partners;

/** How far a request to a partner has got. */
enum Stage {
    /** To be sent, or sent and without a number yet. */
    WAITING("等待发送"),
    /** The other side has it under a number. */
    OPEN("对方办理中"),
    /** The other side says it is closed. */
    CLOSED("对方已办结"),
    /** It is not tried again until somebody asks for it. */
    FAILED("发送失败"),
    /** The case went to somebody else or has ended. */
    ENDED("不再需要");

    private final String label;

    Stage(String label) {
        this.label = label;
    }

    /** In Chinese. */
    String label() {
        return label;
    }
}

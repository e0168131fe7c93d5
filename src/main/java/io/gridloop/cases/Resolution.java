package io.gridloop.cases;

/** How a case ended; set exactly once, when the case is closed. */
public enum Resolution {

    /** Handled and found in order by the grid leader. */
    SOLVED("已解决"),
    /** Solved by the person who was on the spot. */
    SOLVED_ON_SPOT("当场办结"),
    /** Not acceptable; the resident was told the lawful route. */
    REFUSED("不予受理"),
    /** Another case treats the same matter. */
    DUPLICATE("重复件"),
    /** Handled as far as possible, the matter could not be solved. */
    UNABLE("无法解决"),
    /** Taken back by who reported it. */
    WITHDRAWN("已撤回"),
    /** A question was answered, or the matter explained; nothing had to be done. */
    EXPLAINED("解释说明"),
    /** The same matter without a new fact; the outcome of the ended case was told (北京市接诉即办工作条例第11条第3项). */
    REPEATED("重复诉求"),
    /** An emergency: the resident was told the line to call (北京市接诉即办工作条例第11条第1项). */
    PASSED_ON("已转紧急热线");

    private final String label;

    Resolution(String label) {
        this.label = label;
    }

    /** Whether the case has an outcome of its own: what was taken back or left to others is not asked about. */
    public boolean ownOutcome() {
        return this != WITHDRAWN && this != DUPLICATE && this != REPEATED && this != PASSED_ON;
    }

    /** The name shown to people, in Chinese. */
    public String label() {
        return label;
    }
}

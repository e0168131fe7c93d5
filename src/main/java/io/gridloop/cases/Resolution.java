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
    WITHDRAWN("已撤回");

    private final String label;

    Resolution(String label) {
        this.label = label;
    }

    /** The name shown to people, in Chinese. */
    public String label() {
        return label;
    }
}

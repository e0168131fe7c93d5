package io.gridloop.cases;

/** What became of a department that was called by a whistle. */
public enum CallState {

    /** Is waited for. */
    CALLED("待报到"),
    CAME("已到场"),
    /** Said why nobody can come. */
    CANNOT("不能到场"),
    /** Said nothing as long as it was waited for. */
    ABSENT("未报到"),
    /** The handling of the case ended before it said anything. */
    ENDED("随办理结束");

    private final String label;

    CallState(String label) {
        this.label = label;
    }

    /** The name shown to people, in Chinese. */
    public String label() {
        return label;
    }
}

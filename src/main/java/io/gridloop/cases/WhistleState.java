package io.gridloop.cases;

/** Where a whistle stands. */
public enum WhistleState {

    OPEN("进行中"),
    /** Who blew it said what was agreed and who came. */
    CLOSED("已处置"),
    /** The handling of the case ended first. */
    ENDED("随办理结束");

    private final String label;

    WhistleState(String label) {
        this.label = label;
    }

    /** The name shown to people, in Chinese. */
    public String label() {
        return label;
    }
}

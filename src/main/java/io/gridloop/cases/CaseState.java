package io.gridloop.cases;

/** Where a case stands in the closed loop. */
public enum CaseState {

    /** Received; the engine has not yet begun to work on it. */
    REPORTED("已上报"),
    /** Category or grid is unknown; the county's intake officer adds them. */
    CLASSIFYING("待分类"),
    /** Waits for the grid leader's decision. */
    ACCEPTING("待受理"),
    /** Accepted; waits for a unit that handles it. */
    ASSIGNING("待派遣"),
    /** A named person works on it under a deadline. */
    HANDLING("处置中"),
    /** Handled; waits for the grid leader's check. */
    VERIFYING("待核查"),
    /** Ended; the {@link Resolution} says how. */
    CLOSED("已结案");

    private final String label;

    CaseState(String label) {
        this.label = label;
    }

    /** The name shown to people, in Chinese. */
    public String label() {
        return label;
    }
}

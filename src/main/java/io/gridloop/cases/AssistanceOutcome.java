package io.gridloop.cases;

/** What became of a co-handler's part. */
public enum AssistanceOutcome {

    /** Waits for the co-handler. */
    OPEN("待反馈"),
    DONE("已协办"),
    /** The co-handler gave the reason why nothing was to be done. */
    NOT_NEEDED("不需要协办"),
    /** The lead finished without it; a fact for the appraisal of the co-handler. */
    LEFT_OPEN("主办已办结，协办未反馈"),
    /** The case was given back, withdrawn or started anew before; nobody's fault. */
    CALLED_OFF("随案件变动结束");

    private final String label;

    AssistanceOutcome(String label) {
        this.label = label;
    }

    /** The name shown to people, in Chinese. */
    public String label() {
        return label;
    }
}

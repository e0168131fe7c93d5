package io.gridloop.cases;

/** How an order of supervision ended. */
public enum SupervisionOutcome {
    ANSWERED("已回复"),
    ACCEPTED("回复已认可"),
    CANCELLED("已撤销"),
    /** The case left the hands of its handler first. */
    OVER("案件已离开处置环节");

    private final String label;

    SupervisionOutcome(String label) {
        this.label = label;
    }

    /** The end in Chinese. */
    public String label() {
        return label;
    }
}

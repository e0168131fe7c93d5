package io.gridloop.cases;

/** Where a request stands between its two levels of approval. */
public enum RequestState {

    /** Waits for the grid leader. */
    ASKED("待网格长审核"),
    /** The grid leader supports it; it waits for the supervisor. */
    SUPPORTED("待督办员审批"),
    /** The supervisor granted it, or a part of it. */
    GRANTED("已批准"),
    /** One of the two refused it. */
    REFUSED("未批准"),
    /** The case went on before it was decided. */
    VOID("已作废");

    private final String label;

    RequestState(String label) {
        this.label = label;
    }

    /** The name shown to people, in Chinese. */
    public String label() {
        return label;
    }

    /** Whether it still waits for somebody. */
    public boolean open() {
        return this == ASKED || this == SUPPORTED;
    }
}

package io.gridloop.process.reconcile;

/** What must hold at any time, whatever was killed; each is checked by {@link Invariants}. */
public enum Promise {
    /** Every receipt that was handed out belongs to exactly one case, and its history begins once for each run. */
    ONE_CASE_PER_RECEIPT("回执与案件一一对应"),
    /** A case was ended once for each time it was closed, so an open one that was never taken up again never. */
    ONE_END("结案唯一"),
    /** No step has written the history more often than it was visited. */
    ONE_EFFECT("每步只生效一次"),
    /** No command waits longer than it takes to settle, none is dead. */
    OUTBOX_EMPTY("发件箱已清空"),
    /** Every open case has a task, or a start or its withdrawal under way, and what it waits for lives in the engine; no closed one has. */
    LIVE_WAIT("在办案件有活动的流程"),
    /**
     * Each resident was told of each end exactly once, and of no end before there was one; who reported a case that was
     * merged into another, of the ends of that one too.
     */
    TOLD_ONCE("居民只告知一次");

    private final String label;

    Promise(String label) {
        this.label = label;
    }

    /** The name for people, in Chinese. */
    public String label() {
        return label;
    }
}

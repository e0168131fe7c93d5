package io.gridloop.process.door;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A set of models that somebody wants to be the present one.
 *
 * @param proposedBy login, or {@link #SYSTEM}
 * @param baseHash the set that was the present one
 * @param setHash the set proposed
 * @param decidedBy login of the second person
 * @param reason why it was returned or withdrawn
 */
public record Proposal(
        long id,
        Kind kind,
        State state,
        String proposedBy,
        Instant proposedAt,
        String note,
        String baseHash,
        String setHash,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String reason,
        @Nullable Instant deployedAt) {

    /** Proposes what a new release changed. */
    public static final String SYSTEM = "system";

    /** What it wants. */
    public enum Kind {
        CHANGE("修改"), RESTORE("恢复较早的版本"), RELEASE("新版程序自带的改动");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** In Chinese. */
        public String label() {
            return label;
        }
    }

    /** Where it stands. */
    public enum State {
        PENDING("待审批"), APPROVED("已批准"), DEPLOYED("已部署"), RETURNED("已退回"), WITHDRAWN("已撤回");

        private final String label;

        State(String label) {
            this.label = label;
        }

        /** In Chinese. */
        public String label() {
            return label;
        }
    }
}

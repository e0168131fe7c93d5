package io.gridloop.process.door;

import java.util.OptionalInt;

/** Asks the engine itself, strongly consistent, without a search: what 8.6 and 8.9 both answer. */
interface EngineVersions {

    /** What the engine says of one version of a process. */
    enum Answer {
        THERE, MISSING, UNKNOWN
    }

    /** Whether the engine has this version of a process. */
    Answer hasProcess(String processId, int version);

    /** The newest version of a decision; empty when the engine does not say. */
    OptionalInt newestDecision(String decisionId);
}

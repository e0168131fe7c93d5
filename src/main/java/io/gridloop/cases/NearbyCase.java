package io.gridloop.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An open case as somebody sees it who is about to report the same: nothing of its reporter and none of their words.
 *
 * @param caseNumber its speakable number
 * @param category its category in Chinese
 * @param place its grid in Chinese
 * @param state where it stands
 * @param receivedAt when it was received
 * @param unit the unit that has it, in Chinese, never a person; nothing before the first dispatch
 * @param metres how far it is, in steps of ten metres; nothing when one of both places is known by its grid alone
 */
public record NearbyCase(String caseNumber, String category, String place, CaseState state, Instant receivedAt,
        @Nullable String unit, @Nullable Long metres) {}

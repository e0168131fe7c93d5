package io.gridloop.cases;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of this module, {@code gridloop.cases.*}.
 *
 * @param numberPrefix letters before the year in a case number
 * @param onSpotSamplePercent how many of a hundred cases handled on the spot are verified, 0 to 100
 * @param similar when two cases are shown as perhaps of the same matter
 * @param sweepGrace how long after a deadline the second clock leaves its record to the engine
 * @param extensionsPerRound how often more time may be asked for until a case is handled, at least 1
 * @param completerPatience how long a step waits for the engine to say who completed a task
 * @param inspectPercent how many of a hundred cases handled by a department are inspected before they are verified
 * @param repeatWindow how long after its end a case may be named as the first of a repeated complaint
 * @param followUpWindow how long after its closing a case may be rated and taken up again
 * @param signLimit within how many working hours a department signs for a case, at least 1; 样例，待县里核定
 * @param mostReturns how often a case may be returned in a run before the next assignment is the last, not negative
 */
@ConfigurationProperties("gridloop.cases")
record CasesProperties(
        @DefaultValue("WZ") String numberPrefix,
        @DefaultValue("20") int onSpotSamplePercent,
        @DefaultValue Similar similar,
        @DefaultValue("30s") Duration sweepGrace,
        @DefaultValue("2") int extensionsPerRound,
        @DefaultValue("10m") Duration completerPatience,
        @DefaultValue("0") int inspectPercent,
        @DefaultValue("180d") Duration repeatWindow,
        @DefaultValue("7d") Duration followUpWindow,
        @DefaultValue("2") int signLimit,
        @DefaultValue("2") int mostReturns) {

    /**
     * @param threshold least share of character sequences that both texts have, above 0 and up to 1
     * @param window most time between their receipts
     */
    record Similar(@DefaultValue("0.25") double threshold, @DefaultValue("90d") Duration window) {

        Similar {
            if (!(threshold > 0 && threshold <= 1)) {
                throw new IllegalArgumentException(
                        "gridloop.cases.similar.threshold is more than 0 and not more than 1");
            }
        }
    }

    CasesProperties {
        if (!numberPrefix.matches("[A-Z]{2,4}")) {
            throw new IllegalArgumentException("gridloop.cases.number-prefix is 2 to 4 capital letters");
        }
        if (onSpotSamplePercent < 0 || onSpotSamplePercent > 100) {
            throw new IllegalArgumentException("gridloop.cases.on-spot-sample-percent is between 0 and 100");
        }
        if (inspectPercent < 0 || inspectPercent > 100) {
            throw new IllegalArgumentException("gridloop.cases.inspect-percent is between 0 and 100");
        }
        if (extensionsPerRound < 1) {
            throw new IllegalArgumentException("gridloop.cases.extensions-per-round is at least 1");
        }
        if (signLimit < 1 || mostReturns < 0) {
            throw new IllegalArgumentException(
                    "gridloop.cases.sign-limit is at least 1, gridloop.cases.most-returns is not negative");
        }
    }
}

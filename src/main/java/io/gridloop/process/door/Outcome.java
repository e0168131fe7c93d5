package io.gridloop.process.door;

/**
 * What the tables decide, for people.
 *
 * @param unit who gets the case
 * @param coHandlers who helps; may be empty
 * @param limit for example 4个工作时
 * @param severity normal, urgent or critical
 * @param rules codes of the rules that apply
 */
public record Outcome(String unit, String coHandlers, String limit, String severity, String rules) {

    boolean decidesLike(Outcome other) {
        return unit.equals(other.unit) && coHandlers.equals(other.coHandlers) && limit.equals(other.limit)
                && severity.equals(other.severity);
    }
}

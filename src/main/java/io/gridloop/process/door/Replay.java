package io.gridloop.process.door;

import io.gridloop.cases.DecisionInputs.Group;
import io.gridloop.cases.DecisionInputs.Scope;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The same cases through the present tables and through the proposed ones.
 *
 * @param source what was replayed, in Chinese
 * @param cases how many
 * @param changed how many of them would be decided otherwise
 * @param shifts what is decided otherwise, the most cases first
 * @param loads cases for each unit
 * @param unknownInputs columns that a case does not tell
 * @param took how long it took
 */
public record Replay(String source, Scope scope, long cases, long changed, List<Shift> shifts, List<Load> loads,
        Set<String> unknownInputs, Duration took) {

    /** Both ways a grid leader can choose; a case that was not accepted yet is counted under either. */
    public static final Map<String, String> LEVELS = Map.of("community", "社区", "county", "县级");

    /**
     * Cases with the same inputs that are decided otherwise.
     *
     * @param level community or county
     * @param assumed the grid leader has not chosen yet
     * @param numbers some of their numbers
     */
    public record Shift(Group group, String category, String level, boolean assumed, Outcome before, Outcome after,
            List<String> numbers) {

        /** Somebody else gets them. */
        public boolean elsewhere() {
            return !before.unit().equals(after.unit());
        }

        /** The level in Chinese. */
        public String levelLabel() {
            return LEVELS.getOrDefault(level, level);
        }
    }

    /** Cases of a unit, when those not accepted yet are all left to the community, or all passed up to the county. */
    public record Load(String unit, long communityBefore, long communityAfter, long countyBefore, long countyAfter) {

        /** Whether it gets more or fewer. */
        public boolean moves() {
            return communityBefore != communityAfter || countyBefore != countyAfter;
        }
    }
}

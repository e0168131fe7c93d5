package io.gridloop.walk;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Something that people do on a page of a case and not in a task of it.
 *
 * @param weight how often it is drawn, against the others that are possible
 */
record PageAction(String name, int weight, Predicate<Sight> possible, Act act) {

    /** What is done; answers why it was refused, if it was. */
    @FunctionalInterface
    interface Act {

        Optional<String> on(Sight now, Walker walker);
    }

    /** One of those that are possible now; null when none is. */
    static @Nullable PageAction drawn(List<PageAction> all, Sight now, Random random) {
        var possible = all.stream().filter(action -> action.possible.test(now)).toList();
        int weights = possible.stream().mapToInt(PageAction::weight).sum();
        int drawn = weights == 0 ? 0 : random.nextInt(weights);
        for (var action : possible) {
            drawn -= action.weight;
            if (drawn < 0) {
                return action;
            }
        }
        return null;
    }
}

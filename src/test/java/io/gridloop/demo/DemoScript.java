package io.gridloop.demo;

import org.jspecify.annotations.Nullable;

/**
 * What the demo staff does with one case.
 *
 * @param slip the element whose first answer lacks something, so that it comes back with a problem named
 * @param category the category given to a case that has none
 * @param handlingLevel "community" or "county"
 * @param choice picks one of several equal options, e.g. the grid; not negative
 */
record DemoScript(DemoPath path, @Nullable String slip, String category, String handlingLevel, int choice) {

    boolean slipsAt(String elementId) {
        return elementId.equals(slip);
    }

    /** The category when a case with it can be late, or in time, as the script says; else nothing. */
    String fits(String given) {
        return (path == DemoPath.LATE ? DemoPlan.SHORT : DemoPlan.LONG).contains(given) ? given : "";
    }

    DemoScript slippingAt(String elementId) {
        return new DemoScript(path, elementId, category, handlingLevel, choice);
    }
}

package io.gridloop.walk;

import io.gridloop.stories.Models;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Which parts of the shipped diagrams the engine went through.
 *
 * @param elements number of all events, tasks, gateways and calls
 * @param notReached those of them that were never entered
 * @param flows number of all sequence flows
 * @param notTaken those of them that were never taken
 */
record Coverage(int elements, Set<String> notReached, int flows, Set<String> notTaken) {

    static Coverage of(EngineRecords records) {
        var elements = all(Models::flowNodes);
        var flows = all(Models::sequenceFlows);
        int allElements = elements.size();
        int allFlows = flows.size();
        for (var process : Models.processes()) {
            for (var reached : records.reached(process)) {
                elements.remove(process + "." + reached);
                flows.remove(process + "." + reached);
            }
        }
        return new Coverage(allElements, elements, allFlows, flows);
    }

    private static Set<String> all(Function<String, Set<String>> ids) {
        var all = new TreeSet<String>();
        Models.processes().forEach(process -> ids.apply(process).forEach(id -> all.add(process + "." + id)));
        return all;
    }
}

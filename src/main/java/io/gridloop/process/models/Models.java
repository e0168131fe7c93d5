package io.gridloop.process.models;

import java.util.List;
import java.util.Set;

/** All models that are to be deployed together, and the job types that have a worker. */
record Models(List<Diagram> diagrams, List<Table> tables, List<Form> forms, Set<String> jobTypes) {

    boolean hasProcess(String id) {
        return diagrams.stream().flatMap(Diagram::processIds).anyMatch(id::equals);
    }

    boolean hasDecision(String id) {
        return tables.stream().flatMap(table -> table.decisions().stream())
                .anyMatch(decision -> decision.id().equals(id));
    }

    boolean hasForm(String id) {
        return forms.stream().anyMatch(form -> form.id().equals(id));
    }
}

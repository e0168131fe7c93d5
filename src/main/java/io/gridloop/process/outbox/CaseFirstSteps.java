package io.gridloop.process.outbox;

import io.gridloop.cases.EngineLinks;
import org.springframework.stereotype.Component;

/** Asks the record of truth. */
@Component
class CaseFirstSteps implements FirstSteps {

    private final EngineLinks links;

    CaseFirstSteps(EngineLinks links) {
        this.links = links;
    }

    @Override
    public int waiting(int most) {
        return links.importedAtFirstStep(most);
    }
}

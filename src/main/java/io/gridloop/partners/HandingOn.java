package io.gridloop.partners;

import io.gridloop.cases.CaseClosed;
import io.gridloop.cases.CaseDispatched;
import io.gridloop.cases.CaseWithdrawn;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Notes which cases a partner has to get, in the transaction that gives them to its department: both or neither. */
@Component
class HandingOn {

    private final Partners partners;
    private final PartnerRequests requests;

    HandingOn(Partners partners, PartnerRequests requests) {
        this.partners = partners;
        this.requests = requests;
    }

    /** Who had the case before has it no longer, and need not be asked for news. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(CaseDispatched event) {
        var partner = partners.of(event.department());
        requests.endOthers(event.caseId(), event.visit(), partner.map(Partner::department).orElse(""));
        partner.ifPresent(it -> requests.add(event, it.department()));
    }

    /** Nobody needs what its reporter has taken back. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(CaseWithdrawn event) {
        requests.endOthers(event.caseId(), "", "");
    }

    /** A case that has ended needs no news. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(CaseClosed event) {
        requests.endOthers(event.caseId(), "", "");
    }
}

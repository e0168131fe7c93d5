package io.gridloop.cases;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps in the history of a case what bodies outside the county say of it; only staff read it. */
@Component
public class OutsideNews {

    private static final String ELEMENT = "Partner";
    private static final int LONGEST = 1_000;

    private final Cases cases;
    private final History history;
    private final Notices notices;

    OutsideNews(Cases cases, History history, Notices notices) {
        this.cases = cases;
        this.history = history;
        this.notices = notices;
    }

    /** Without a transaction of the publisher this fails; of a case that is closed nobody is told. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(PartnerTold event) {
        cases.findById(event.caseId()).ifPresent(it -> keep(it, event));
    }

    private void keep(Case it, PartnerTold event) {
        var words = Masking.mask("外部单位进展：" + event.text());
        history.write(it, ELEMENT, Actor.SYSTEM, null, PlainText.cut(words, LONGEST - 1));
        if (event.closed() && it.beingHandled()) {
            notices.tellHandler(it, "partnerClosed#" + it.watchKey(), "外部单位已办结这件事，请到现场核实，办妥了再在系统里办结。");
        }
    }
}

package io.gridloop.cases;

import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The case that treats the matter of another, as the other's reporter may see it. */
@Component
class Originals {

    private final Cases cases;
    private final CaseEntries entries;
    private final Merged merged;

    Originals(Cases cases, CaseEntries entries, Merged merged) {
        this.cases = cases;
        this.entries = entries;
        this.merged = merged;
    }

    /** Nothing when the case treats its matter itself. */
    Optional<ReceiptView.Original> of(Case it) {
        return it.mergedInto() != null
                ? Optional.of(view(merged.original(it), false))
                : Optional.ofNullable(it.repeats()).flatMap(cases::findByCaseNumber).map(first -> view(first, true));
    }

    private ReceiptView.Original view(Case it, boolean repeated) {
        return new ReceiptView.Original(it.caseNumber(), it.state(), it.resolution(), repeated,
                entries.findByCaseIdOrderById(it.id()).stream()
                        .flatMap(entry -> Stream.ofNullable(entry.publicText())
                                .map(text -> new ReceiptView.Step(entry.at(), Masking.mask(forOthers(text)))))
                        .toList());
    }

    /** What is said to its reporter, said to somebody else. */
    static String forOthers(String text) {
        return text.replace("您撤回了", "反映人撤回了").replace("已收到您的反映", "已收到反映");
    }
}

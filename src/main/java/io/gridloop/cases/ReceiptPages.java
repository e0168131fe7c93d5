package io.gridloop.cases;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the resident may see of a case. */
@Service
@Transactional(readOnly = true)
public class ReceiptPages {

    private final Cases cases;
    private final CaseEntries entries;
    private final Categories categories;
    private final Places places;
    private final DeadlineWords deadlines;
    private final FollowingUp followingUp;
    private final Originals originals;

    ReceiptPages(Cases cases, CaseEntries entries, Categories categories, Places places, DeadlineWords deadlines,
            FollowingUp followingUp, Originals originals) {
        this.cases = cases;
        this.entries = entries;
        this.categories = categories;
        this.places = places;
        this.deadlines = deadlines;
        this.followingUp = followingUp;
        this.originals = originals;
    }

    /** The case a receipt code opens; blanks, dashes and case of letters in the code do not matter. */
    public Optional<ReceiptView> byReceipt(String receiptCode) {
        return cases.findByReceiptCode(ReceiptCode.tidy(receiptCode)).map(this::view);
    }

    /** The id of that case alone. */
    public Optional<Long> caseOf(String receiptCode) {
        return cases.findByReceiptCode(ReceiptCode.tidy(receiptCode)).map(Case::id);
    }

    private ReceiptView view(Case it) {
        return new ReceiptView(
                it.id(),
                it.caseNumber(),
                it.state(),
                it.decided(),
                it.resolution(),
                it.category() == null ? null : categories.label(it.category()),
                Masking.mask(places.label(it)),
                Masking.mask(it.text()),
                it.origin().receivedAt(),
                deadlines.of(it),
                deadlines.counted(it),
                followingUp.of(it).orElse(null),
                EmergencyLine.of(it.emergencyLine()).orElse(null),
                originals.of(it).orElse(null),
                steps(it));
    }

    private List<ReceiptView.Step> steps(Case it) {
        return entries.findByCaseIdOrderById(it.id()).stream()
                .filter(entry -> entry.publicText() != null)
                .map(entry -> new ReceiptView.Step(entry.at(),
                        Masking.mask(Objects.requireNonNull(entry.publicText()))))
                .toList();
    }
}

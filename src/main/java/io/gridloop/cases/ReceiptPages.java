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
    private final Units units;
    private final Joined joined;
    private final CaseAnswers answers;

    ReceiptPages(Cases cases, CaseEntries entries, Categories categories, Places places, DeadlineWords deadlines,
            FollowingUp followingUp, Originals originals, Units units, Joined joined, CaseAnswers answers) {
        this.cases = cases;
        this.entries = entries;
        this.categories = categories;
        this.places = places;
        this.deadlines = deadlines;
        this.followingUp = followingUp;
        this.originals = originals;
        this.units = units;
        this.joined = joined;
        this.answers = answers;
    }

    /**
     * The case a receipt code opens, of its reporter or of somebody who joined it; blanks, dashes and case of letters in
     * the code do not matter.
     */
    public Optional<ReceiptView> byReceipt(String receiptCode) {
        return cases.findByReceiptCode(ReceiptCode.tidy(receiptCode)).map(it -> view(it, false))
                .or(() -> joined.caseOf(receiptCode).map(it -> view(it, true)));
    }

    /** The id of that case alone. */
    public Optional<Long> caseOf(String receiptCode) {
        return cases.findByReceiptCode(ReceiptCode.tidy(receiptCode)).map(Case::id);
    }

    private ReceiptView view(Case it, boolean forJoined) {
        return new ReceiptView(
                forJoined,
                it.id(),
                it.caseNumber(),
                it.state(),
                it.decided(),
                it.resolution(),
                it.category() == null ? null : categories.label(it.category()),
                forJoined ? places.grid(it) : Masking.mask(places.label(it)),
                forJoined ? "" : Masking.mask(it.text()),
                forJoined ? List.of() : answers.of(it.id()),
                units.dispatched(it),
                it.origin().receivedAt(),
                deadlines.of(it),
                deadlines.counted(it),
                forJoined ? null : followingUp.of(it).orElse(null),
                EmergencyLine.of(it.emergencyLine()).orElse(null),
                originals.of(it).orElse(null),
                steps(it, forJoined));
    }

    private List<ReceiptView.Step> steps(Case it, boolean forJoined) {
        return entries.findByCaseIdOrderById(it.id()).stream()
                .filter(entry -> entry.publicText() != null)
                .map(entry -> new ReceiptView.Step(entry.at(),
                        Masking.mask(said(Objects.requireNonNull(entry.publicText()), forJoined))))
                .toList();
    }

    private static String said(String toTheReporter, boolean forJoined) {
        return forJoined ? Originals.forOthers(toTheReporter) : toTheReporter;
    }
}

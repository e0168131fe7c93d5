package io.gridloop.cases;

import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets residents follow an open case of somebody else instead of reporting the same again. */
@Service
public class Joining {

    private final Cases cases;
    private final Effects effects;
    private final NearbyCases nearby;
    private final Joined joined;
    private final History history;

    Joining(Cases cases, Effects effects, NearbyCases nearby, Joined joined, History history) {
        this.cases = cases;
        this.effects = effects;
        this.nearby = nearby;
        this.joined = joined;
        this.history = history;
    }

    /**
     * Joins a case. The same submission again gives the same receipt code, also after the case has ended.
     *
     * @param report what would have been reported; only its kind, its place and its submission key are looked at
     * @return the receipt code, which opens the case to look at it; empty when the case is not, or no longer, among
     *     {@link NearbyCases}
     */
    @Transactional
    public Optional<String> join(Report report, String caseNumber) {
        var key = "join:" + report.submissionKey();
        return Optional.of(CaseNumber.tidy(caseNumber)).filter(CaseNumber::valid).flatMap(cases::findIdByCaseNumber)
                .map(effects::lock)
                .flatMap(it -> joined.code(it.id(), key).or(() -> nearby.include(report, it.id())
                        ? Optional.of(store(it, key))
                        : Optional.empty()));
    }

    /** Staff read that the matter bothers one more; who it is nobody knows. */
    private String store(Case it, String key) {
        history.write(it, "Page_Join", Actor.SYSTEM, null, "又有一人反映同一问题。");
        return joined.store(it.id(), key);
    }
}

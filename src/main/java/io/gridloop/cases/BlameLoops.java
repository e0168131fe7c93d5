package io.gridloop.cases;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What units passed around in the whole county, for those who see the whole county. */
@Service
@Transactional(readOnly = true)
public class BlameLoops {

    private static final Sort NEWEST_FIRST = Sort.by(Sort.Direction.DESC, "blameLoopAt", "id");

    private final Cases cases;
    private final Returns returns;
    private final Units units;
    private final Categories categories;
    private final Places places;
    private final Actors actors;

    BlameLoops(Cases cases, Returns returns, Units units, Categories categories, Places places, Actors actors) {
        this.cases = cases;
        this.returns = returns;
        this.units = units;
        this.categories = categories;
        this.places = places;
        this.actors = actors;
    }

    /** All of them, those that turned out last first. The page's own order is ignored. */
    public Page<BlameLoop> list(Pageable page) {
        return cases.findAll((it, query, where) -> where.isNotNull(it.get("blameLoopAt")),
                PageRequest.of(page.getPageNumber(), page.getPageSize(), NEWEST_FIRST)).map(this::loop);
    }

    private BlameLoop loop(Case it) {
        var holder = it.state() == CaseState.HANDLING || it.state() == CaseState.VERIFYING
                ? units.label(it.unit().code())
                : null;
        return new BlameLoop(it.caseNumber(), it.state(), categories.label(it.category()),
                Masking.mask(places.label(it)), Optional.ofNullable(it.blameLoopAt()).orElseThrow(),
                it.firstReceiver() == null ? null : units.label(it.firstReceiver()), holder,
                returns.ofAllRuns(it).stream().map(this::link).toList());
    }

    private BlameLoop.Link link(CaseReturn it) {
        return new BlameLoop.Link(units.label(it.unit()), actors.shortName(it.person()), it.kind().label(), it.at(),
                Masking.mask(it.reason()), ruling(it));
    }

    private @Nullable String ruling(CaseReturn it) {
        return it.ruling() == null
                ? null
                : "%s%s%s".formatted(it.ruling() == Ruling.MAINTAINED
                        ? Ruling.MAINTAINED.label()
                        : "改派" + units.label(String.valueOf(it.ruledTo())), it.last() ? "（裁定，不能再退单）" : "",
                        String.valueOf(it.rulingReason()).isBlank()
                                ? ""
                                : "：" + Masking.mask(String.valueOf(
                                        it.rulingReason())));
    }
}

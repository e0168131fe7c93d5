package io.gridloop.cases;

import io.gridloop.territory.Territory;
import jakarta.persistence.criteria.Predicate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What staff may see of cases. */
@Service
@Transactional(readOnly = true)
public class CasePages {

    private static final int SUMMARY = 60;

    private final Cases cases;
    private final CaseEntries entries;
    private final Categories categories;
    private final Places places;
    private final Territory territory;
    private final JdbcClient jdbc;
    private final DeadlineWords deadlines;
    private final ReturnWords returns;
    private final SimilarCases similar;
    private final CaseScope scope;
    private final Reopening reopening;
    private final Splitting splitting;
    private final Relations relations;
    private final CaseAnswers answers;
    private final Clock clock;

    CasePages(
            Cases cases,
            CaseEntries entries,
            Categories categories,
            Places places,
            Territory territory,
            JdbcClient jdbc,
            DeadlineWords deadlines,
            ReturnWords returns,
            SimilarCases similar,
            CaseScope scope,
            Reopening reopening,
            Splitting splitting,
            Relations relations,
            CaseAnswers answers,
            Clock clock) {
        this.cases = cases;
        this.entries = entries;
        this.categories = categories;
        this.places = places;
        this.territory = territory;
        this.jdbc = jdbc;
        this.deadlines = deadlines;
        this.returns = returns;
        this.similar = similar;
        this.scope = scope;
        this.reopening = reopening;
        this.splitting = splitting;
        this.relations = relations;
        this.answers = answers;
        this.clock = clock;
    }

    /**
     * The case with this number as somebody sees it; blanks and case of letters in the number do not matter.
     *
     * @return nothing also when the case lies out of their scope
     */
    public Optional<CaseView> byNumber(String caseNumber, String login) {
        return scope.find(caseNumber, login).map(it -> view(it, login));
    }

    /** The case with this number, whoever asks: for gridloop itself, never for a page. */
    public Optional<CaseView> byNumber(String caseNumber) {
        return cases.findByCaseNumber(CaseNumber.tidy(caseNumber)).map(it -> view(it, null));
    }

    /** The case with this id, whoever asks: for gridloop itself, never for a page. */
    public Optional<CaseView> byId(long caseId) {
        return cases.findById(caseId).map(it -> view(it, null));
    }

    /** The cases somebody sees, those received last first. The page's own order is ignored. */
    public Page<CaseRow> list(CaseFilter filter, Pageable page, String login) {
        var youngestFirst = Sort.by(Sort.Direction.DESC, "origin.receivedAt", "id");
        var visible = scope.of(login);
        return cases
                .findAll(matching(filter, visible),
                        PageRequest.of(page.getPageNumber(), page.getPageSize(), youngestFirst))
                .map(it -> row(it, ofItsMatter(it, visible)));
    }

    private Specification<Case> matching(CaseFilter filter, Specification<Case> visible) {
        var fitting = visible.and(single(filter));
        return filter.folded() ? fitting.and(latestOfItsMatter(fitting)) : fitting;
    }

    /** No later case of the same matter that they see fits the filter too; so folding hides nothing asked for. */
    private Specification<Case> latestOfItsMatter(Specification<Case> fitting) {
        return (it, query, where) -> {
            var later = query.subquery(Integer.class);
            var other = later.from(Case.class);
            later.select(where.literal(1)).where(
                    where.equal(other.get("matterId"), it.get("matterId")),
                    where.greaterThan(other.<Long>get("id"), it.<Long>get("id")),
                    fitting.toPredicate(other, query, where));
            return where.or(where.isNull(it.get("matterId")), where.not(where.exists(later)));
        };
    }

    private int ofItsMatter(Case it, Specification<Case> visible) {
        return it.matterId() == null
                ? 1
                : (int) cases.count(visible
                        .and((other, query, where) -> where.equal(other.get("matterId"), it.matterId())));
    }

    private List<SimilarCase> seen(List<SimilarCase> found, String login) {
        var numbers = found.stream().map(SimilarCase::caseNumber).toList();
        var seen = cases.findAll(scope.of(login).and((it, query, where) -> it.get("caseNumber").in(numbers))).stream()
                .map(Case::caseNumber).collect(Collectors.toSet());
        return found.stream().filter(each -> seen.contains(each.caseNumber())).toList();
    }

    private Specification<Case> single(CaseFilter filter) {
        return (it, query, where) -> {
            var all = new ArrayList<Predicate>();
            if (filter.matter() != null) {
                all.add(where.equal(it.get("matterId"), filter.matter()));
            }
            if (filter.state() != null) {
                all.add(where.equal(it.get("state"), filter.state()));
            }
            if (filter.resolution() != null) {
                all.add(where.equal(it.get("resolution"), filter.resolution()));
            }
            if (filter.overdue()) {
                all.add(where.equal(it.get("state"), CaseState.HANDLING));
                all.add(where.lessThanOrEqualTo(it.get("watch").get("dueAt"), clock.instant()));
            }
            if (filter.number() != null && !filter.number().isBlank()) {
                var part = CaseNumber.tidy(filter.number()).replaceAll("[^A-Z0-9-]", "?");
                all.add(where.like(it.get("caseNumber"), "%" + part + "%"));
            }
            return where.and(all.toArray(Predicate[]::new));
        };
    }

    /** A line of a list of cases; whether somebody may see the case was asked before. */
    CaseRow row(Case it, int ofTheMatter) {
        var summary = PlainText.cut(Masking.mask(it.subject() == null ? it.text() : it.subject()), SUMMARY);
        return new CaseRow(
                it.caseNumber(),
                it.state(),
                it.resolution(),
                categories.label(it.category()),
                Masking.mask(places.label(it)),
                summary,
                it.matterId(),
                ofTheMatter,
                it.origin().receivedAt(),
                it.watch().dueAt(),
                light(it));
    }

    private CaseView view(Case it, @Nullable String login) {
        var dealsWithReporter = login == null || scope.dealsWithReporter(it, login);
        return new CaseView(
                it.id(),
                it.caseNumber(),
                it.state(),
                it.resolution(),
                it.run(),
                it.processInstanceKey(),
                it.round(),
                it.origin().channel(),
                it.origin().externalId(),
                categories.label(it.category()),
                Masking.mask(places.label(it)),
                it.subject() == null ? null : Masking.mask(it.subject()),
                Masking.mask(it.text()),
                answers.of(it.id()),
                dealsWithReporter ? reporter(it) : null,
                dealsWithReporter,
                it.origin().receivedAt(),
                it.origin().reportedAt(),
                handler(it),
                it.watch().warnAt(),
                it.watch().dueAt(),
                it.watch().overdueAt(),
                light(it),
                deadlines.of(it),
                deadlines.steps(it),
                returns.signing(it),
                returns.firstReceiver(it),
                it.blameLoopAt(),
                it.closedAt(),
                it.reopened(),
                login != null && reopening.possible(it, login),
                login != null && splitting.possible(it, login),
                relations.of(it, login),
                it.inspection() == null ? null : masked(it.inspection().text()),
                EmergencyLine.of(it.emergencyLine()).orElse(null),
                masked(it.publicText()),
                login == null ? similar.of(it) : seen(similar.of(it), login),
                history(it));
    }

    private @Nullable String handler(Case it) {
        return Optional.ofNullable(it.handlerLogin()).flatMap(territory::person).map(Actor::describe).orElse(null);
    }

    private @Nullable String reporter(Case it) {
        return jdbc.sql("select name, contact from case_reporter where case_id = ?")
                .param(it.id())
                .query((row, i) -> Stream.of(Optional.ofNullable(row.getString("name")).map(Masking::mask),
                        Optional.ofNullable(row.getString("contact")).map(Masking::contact))
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(" ")))
                .optional()
                .orElse(null);
    }

    private @Nullable Light light(Case it) {
        return it.state() == CaseState.HANDLING ? it.watch().light(clock) : null;
    }

    private List<CaseView.Entry> history(Case it) {
        return entries.findByCaseIdOrderById(it.id()).stream()
                .map(entry -> new CaseView.Entry(
                        entry.at(), entry.element(), entry.actorName(), masked(entry.publicText()),
                        masked(entry.internalText())))
                .toList();
    }

    private static @Nullable String masked(@Nullable String text) {
        return text == null ? null : Masking.mask(text);
    }
}

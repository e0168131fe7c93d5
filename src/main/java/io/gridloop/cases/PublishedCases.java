package io.gridloop.cases;

import static java.util.stream.Collectors.groupingBy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Cases for programs outside gridloop. A program sees the cases that it sent itself, in every state. Of all others it
 * sees those of classes that are open to everybody, from the moment that a person has accepted them, and none that was
 * refused, taken back or merged. Nobody gets more of a case than its receipt page shows, see {@link ReceiptPages}.
 */
@Service
@Transactional(readOnly = true)
public class PublishedCases {

    private static final Sort RECEIVED_LAST_FIRST = Sort.by(Sort.Direction.DESC, "origin.receivedAt", "id");

    private final Cases cases;
    private final CaseEntries entries;
    private final Categories categories;
    private final Places places;
    private final Units units;
    private final JdbcClient jdbc;

    PublishedCases(Cases cases, CaseEntries entries, Categories categories, Places places, Units units,
            JdbcClient jdbc) {
        this.cases = cases;
        this.entries = entries;
        this.categories = categories;
        this.places = places;
        this.units = units;
        this.jdbc = jdbc;
    }

    /** The cases that fit and that the audience may see, those received last first. */
    public List<PublishedCase> list(PublishedFilter filter) {
        var query = PublishedQuery.of(filter);
        var ids = jdbc.sql(query.sql()).params(query.values()).query(Long.class).list();
        return ids.isEmpty() ? List.of() : views(ids, filter.audience());
    }

    /** The case that a submission of the program that asks has led to, see {@link Report#submissionKey}. */
    public Optional<PublishedCase> bySubmission(String submissionKey, Audience audience) {
        return cases.findByOriginSubmissionKey(submissionKey).filter(audience::sent)
                .map(it -> views(List.of(it.id()), audience).getFirst());
    }

    /** One case by its number, if the audience may see it. */
    public Optional<PublishedCase> byNumber(String number, Audience audience) {
        return list(PublishedFilter.numbered(audience, List.of(number))).stream().findFirst();
    }

    private List<PublishedCase> views(List<Long> ids, Audience audience) {
        var told = entries.findByCaseIdInAndPublicTextIsNotNullOrderById(ids).stream()
                .collect(groupingBy(CaseEntry::caseId));
        return cases.findAll((it, query, where) -> it.get("id").in(ids), RECEIVED_LAST_FIRST).stream()
                .map(it -> view(it, steps(it, told, audience.sent(it)), audience.sent(it)))
                .toList();
    }

    private PublishedCase view(Case it, List<ReceiptView.Step> notes, boolean own) {
        var place = it.place();
        return new PublishedCase(
                it.caseNumber(),
                it.state(),
                it.category(),
                Optional.ofNullable(it.category()).flatMap(categories::find).map(Category::name).orElse("待分类"),
                Masking.mask(it.text()),
                units.dispatched(it),
                it.origin().receivedAt(),
                Objects.requireNonNullElse(it.closedAt(), it.movedAt()),
                it.watch().dueAt(),
                Masking.mask(places.label(it)),
                place.gridCode(),
                place.longitude(),
                place.latitude(),
                own ? it.origin().mediaUrl() : null,
                it.state() == CaseState.CLOSED && it.publicText() != null ? words(it.publicText(), own) : null,
                notes);
    }

    private static List<ReceiptView.Step> steps(Case it, Map<Long, List<CaseEntry>> told, boolean own) {
        return told.getOrDefault(it.id(), List.of()).stream()
                .map(entry -> new ReceiptView.Step(entry.at(), words(Objects.requireNonNull(entry.publicText()), own)))
                .toList();
    }

    /** What was said to its reporter; to others it speaks of somebody else. */
    private static String words(String told, boolean own) {
        return Masking.mask(own ? told : Originals.forOthers(told).replace("您反映的", "所反映的"));
    }
}

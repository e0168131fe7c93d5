package io.gridloop.cases;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.stereotype.Component;

/** Finds what a case has to do with others. */
@Component
class Relations {

    private final Cases cases;
    private final Children children;
    private final Merged merged;
    private final Joined joined;
    private final CaseScope scope;

    Relations(Cases cases, Children children, Merged merged, Joined joined, CaseScope scope) {
        this.cases = cases;
        this.children = children;
        this.merged = merged;
        this.joined = joined;
        this.scope = scope;
    }

    /** @param login who looks; null for gridloop itself */
    CaseLinks of(Case it, @Nullable String login) {
        var into = merged.into(it);
        return new CaseLinks(
                Optional.ofNullable(it.parentId()).flatMap(cases::findById).map(RelatedCase::of).orElse(null),
                children.of(it).stream().map(RelatedCase::of).toList(),
                numbered(it.mergedInto()),
                numbered(it.repeats()),
                seen(into, login),
                into.size(),
                joined.count(it.id()));
    }

    private @Nullable RelatedCase numbered(@Nullable String number) {
        return Optional.ofNullable(number).flatMap(cases::findByCaseNumber).map(RelatedCase::of).orElse(null);
    }

    private List<RelatedCase> seen(List<Long> ids, @Nullable String login) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Specification<Case> wanted = (it, query, where) -> it.get("id").in(ids);
        return cases.findAll(login == null ? wanted : scope.of(login).and(wanted), Sort.by("id")).stream()
                .map(RelatedCase::of).toList();
    }
}

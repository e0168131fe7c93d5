package io.gridloop.cases;

import io.gridloop.territory.Reach;
import io.gridloop.territory.Reaches;
import io.gridloop.territory.StaffRole;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.util.Optional;
import java.util.Set;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.stereotype.Component;

/**
 * Which cases somebody sees, and whose reporter they may reach. The only place of these rules; what lies out of scope
 * is not found, so that nobody learns whether it exists.
 */
@Component
class CaseScope {

    private final Cases cases;
    private final Reaches reaches;

    CaseScope(Cases cases, Reaches reaches) {
        this.cases = cases;
        this.reaches = reaches;
    }

    /** The cases somebody sees, as a condition of a query. */
    Specification<Case> of(String login) {
        var reach = reaches.of(login);
        return reach.county() ? Specification.unrestricted() : (it, query, where) -> within(reach, it, query, where);
    }

    /** The case with this number, when it lies in somebody's scope. */
    Optional<Case> find(String caseNumber, String login) {
        return cases.findOne(of(login).and(numbered(caseNumber)));
    }

    /** Its id alone: who locks the case next must read it only then. */
    Optional<Long> findId(String caseNumber, String login) {
        return cases.exists(of(login).and(numbered(caseNumber)))
                ? cases.findIdByCaseNumber(CaseNumber.tidy(caseNumber))
                : Optional.empty();
    }

    /** Whether somebody sees this case. */
    boolean sees(long caseId, String login) {
        return cases.exists(of(login).and((it, query, where) -> where.equal(it.get("id"), caseId)));
    }

    private static Specification<Case> numbered(String caseNumber) {
        return (it, query, where) -> where.equal(it.get("caseNumber"), CaseNumber.tidy(caseNumber));
    }

    /**
     * Whether somebody deals with the reporter: the county's intake and dispatcher, who handles the case now, and the
     * leader of its grid. Others need not know who it is.
     */
    boolean dealsWithReporter(Case it, String login) {
        var reach = reaches.of(login);
        var grid = it.place().gridCode();
        var handler = it.handlerLogin();
        return reach.hasAny(StaffRole.INTAKE, StaffRole.DISPATCHER)
                || (grid != null && reach.ledGrids().contains(grid))
                || (it.state() == CaseState.HANDLING && handler != null && reach.logins().contains(handler));
    }

    /** Whether somebody leads the grid of a case, or stands in for who does. */
    boolean leads(Case it, String login) {
        var grid = it.place().gridCode();
        return grid != null && reaches.of(login).ledGrids().contains(grid);
    }

    private static Predicate within(Reach reach, Root<Case> it, CriteriaQuery<?> query, CriteriaBuilder where) {
        return where.or(
                oneOf(reach.grids(), it.get("place").get("gridCode"), where),
                oneOf(reach.logins(), it.get("handlerLogin"), where),
                oneOf(reach.parties(), it.get("origin").get("reportedBy"), where),
                hadATask(reach, it, query, where));
    }

    private static Predicate hadATask(Reach reach, Root<Case> it, CriteriaQuery<?> query, CriteriaBuilder where) {
        var theirs = query.subquery(Long.class);
        var party = theirs.from(CaseParty.class);
        theirs.select(party.get("key").get("caseId"))
                .where(oneOf(reach.parties(), party.get("key").get("login"), where));
        return it.get("id").in(theirs);
    }

    private static Predicate oneOf(Set<String> values, Path<Object> value,
            CriteriaBuilder where) {
        return values.isEmpty() ? where.disjunction() : value.in(values);
    }
}

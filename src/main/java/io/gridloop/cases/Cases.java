package io.gridloop.cases;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All cases. */
interface Cases extends Repository<Case, Long>, JpaSpecificationExecutor<Case> {

    Case save(Case newCase);

    void flush();

    Optional<Case> findById(long id);

    Optional<Case> findByCaseNumber(String caseNumber);

    @Query("select c.id from Case c where c.caseNumber = :caseNumber")
    Optional<Long> findIdByCaseNumber(String caseNumber);

    Optional<Case> findByReceiptCode(String receiptCode);

    List<Case> findByParentIdOrderById(Long parentId);

    Optional<Case> findByOriginSubmissionKey(String submissionKey);

    /** Cases being handled whose clock stands still although the day of the review has come. */
    @Query("""
            select c.id from Case c where c.state = HANDLING and c.watch.suspendedUntil <= :now
            order by c.watch.suspendedUntil""")
    List<Long> toBeReviewed(Instant now, Limit limit);

    /** Cases being handled whose deadline was past {@code before} and that nobody recorded as overdue. */
    @Query("""
            select new io.gridloop.cases.LateCase(c.id, c.round) from Case c
            where c.state = HANDLING and c.decided is null and c.watch.dueAt < :before and c.watch.overdueAt is null order by c.watch.dueAt""")
    List<LateCase> unrecordedOverdue(Instant before, Limit limit);
}

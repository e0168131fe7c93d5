package io.gridloop.cases;

import java.util.Collection;
import java.util.List;
import org.springframework.data.repository.Repository;

/** The history of all cases. */
interface CaseEntries extends Repository<CaseEntry, Long> {

    CaseEntry save(CaseEntry entry);

    List<CaseEntry> findByCaseIdOrderById(long caseId);

    /** What residents may read of several cases, for each of them the oldest first. */
    List<CaseEntry> findByCaseIdInAndPublicTextIsNotNullOrderById(Collection<Long> caseIds);
}

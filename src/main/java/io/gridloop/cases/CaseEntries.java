package io.gridloop.cases;

import java.util.List;
import org.springframework.data.repository.Repository;

/** The history of all cases. */
interface CaseEntries extends Repository<CaseEntry, Long> {

    CaseEntry save(CaseEntry entry);

    List<CaseEntry> findByCaseIdOrderById(long caseId);
}

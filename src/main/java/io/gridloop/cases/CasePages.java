package io.gridloop.cases;

import java.util.Optional;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;

/** What staff may see of cases. */
@Service
public class CasePages {

    /** The case with this number. */
    public Optional<CaseView> byNumber(String caseNumber) {
        throw new UnsupportedOperationException();
    }

    /** The case with this id. */
    public Optional<CaseView> byId(long caseId) {
        throw new UnsupportedOperationException();
    }

    /** Cases, the youngest first. */
    public Page<CaseRow> list(CaseFilter filter, Pageable page) {
        throw new UnsupportedOperationException();
    }
}

package io.gridloop.notify;

import java.util.List;
import org.springframework.stereotype.Service;

/** Messages for the person who reported a case, shown on the receipt page. */
@Service
public class ResidentMessages {

    /** The messages of a case, oldest first. */
    public List<ResidentMessage> of(long caseId) {
        throw new UnsupportedOperationException();
    }
}

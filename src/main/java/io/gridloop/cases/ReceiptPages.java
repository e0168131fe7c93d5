package io.gridloop.cases;

import java.util.Optional;
import org.springframework.stereotype.Service;

/** What the resident may see of a case. */
@Service
public class ReceiptPages {

    /** The case a receipt code opens; blanks, dashes and case of letters in the code do not matter. */
    public Optional<ReceiptView> byReceipt(String receiptCode) {
        throw new UnsupportedOperationException();
    }
}

package io.gridloop.intake;

import io.gridloop.cases.FollowingUp;
import io.gridloop.cases.Rating;
import io.gridloop.cases.ReceiptPages;
import io.gridloop.notify.ResidentMessages;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Fills the receipt page; the code is the only key to it, so the page is never kept, indexed or named to another site. */
@Component
class ReceiptPage {

    private final ReceiptPages receipts;
    private final ResidentMessages messages;
    private final ReceiptPhotos photos;

    ReceiptPage(ReceiptPages receipts, ResidentMessages messages, ReceiptPhotos photos) {
        this.receipts = receipts;
        this.messages = messages;
        this.photos = photos;
    }

    /**
     * The page, or the page that no receipt has this code.
     *
     * @param typed an answer that was not taken; nothing shows the answer given before
     */
    String show(String code, @Nullable RatingForm typed, Problems problems, Model model,
            HttpServletResponse response) {
        ReceiptController.keepPrivate(response);
        var found = receipts.byReceipt(ReceiptCode.plain(code));
        if (found.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            return "receipt/unknown";
        }
        model.addAttribute("receipt", found.get());
        model.addAttribute("code", ReceiptCode.grouped(code));
        model.addAttribute("plainCode", ReceiptCode.plain(code));
        model.addAttribute("words", StateWords.of(found.get()));
        model.addAttribute("photos", photos.of(found.get().caseId()));
        model.addAttribute("messages", messages.of(found.get().caseId()));
        model.addAttribute("rating", typed == null ? RatingForm.of(found.get().followUp()) : typed);
        model.addAttribute("grades", Rating.Grade.values());
        model.addAttribute("reasons", Rating.Reason.values());
        model.addAttribute("longest", FollowingUp.LONGEST_TEXT);
        model.addAttribute("problems", problems);
        return "receipt/receipt";
    }
}

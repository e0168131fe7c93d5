package io.gridloop.intake;

import io.gridloop.cases.FollowUp;
import org.jspecify.annotations.Nullable;

/**
 * The reporter's answer as typed, or as given before.
 *
 * @param again whether the case shall be taken up again
 */
record RatingForm(String grade, String reason, String text, boolean again) {

    static RatingForm of(@Nullable FollowUp followUp) {
        var rating = followUp == null ? null : followUp.rating();
        return rating == null
                ? new RatingForm("", "", "", false)
                : new RatingForm(rating.grade().name(), rating.reason() == null ? "" : rating.reason().name(),
                        rating.text(), false);
    }
}

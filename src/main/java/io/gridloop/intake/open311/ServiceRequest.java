package io.gridloop.intake.open311;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.gridloop.cases.PublishedCase;
import io.gridloop.cases.ReceiptView;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A case in the specification's words, in its order. It says no more than {@link PublishedCase}.
 *
 * @param status {@code closed} once the case has ended, however it ended; {@code open} until then
 * @param statusNotes what the reporter was told last; of a closed case, of its end
 * @param agencyResponsible the unit that handles it, never a person
 * @param serviceNotice nothing: what happens next stands in the notes
 * @param expectedDatetime its deadline
 * @param addressId its grid
 * @param zipcode nothing: gridloop knows none
 * @param mediaUrl only for the program that sent it: its first photograph here or, without any, the picture that the
 *     program itself named
 * @param notes an extension: what the reporter was told on the way; left out unless it is asked for
 * @param photos an extension: all its photographs here, as addresses; left out unless it is asked for
 */
record ServiceRequest(String serviceRequestId, String status, @Nullable String statusNotes, String serviceName,
        @Nullable String serviceCode, String description, @Nullable String agencyResponsible,
        @Nullable String serviceNotice, @Nullable String requestedDatetime, @Nullable String updatedDatetime,
        @Nullable String expectedDatetime, String address, @Nullable String addressId, @Nullable String zipcode,
        @JsonProperty("lat") @Nullable Double latitude, @JsonProperty("long") @Nullable Double longitude,
        @Nullable String mediaUrl, @JsonInclude(Include.NON_NULL) @Nullable List<Note> notes,
        @JsonInclude(Include.NON_NULL) @Nullable List<String> photos) {

    /** One thing that the reporter was told. */
    record Note(String datetime, String description) {

        static Note of(ReceiptView.Step step) {
            return new Note(Objects.requireNonNull(W3cTime.of(step.at())), step.text());
        }
    }

    /**
     * @param photos addresses of its photographs
     * @param extended whether notes and photographs belong to the answer
     */
    static ServiceRequest of(PublishedCase it, List<String> photos, boolean extended) {
        return new ServiceRequest(it.caseNumber(), it.closed() ? "closed" : "open", told(it), it.categoryName(),
                it.category(), it.text(), it.unit(), null, W3cTime.of(it.receivedAt()), W3cTime.of(it.updatedAt()),
                W3cTime.of(it.dueAt()), it.place(), it.gridCode(), null, it.latitude(), it.longitude(),
                photos.isEmpty() ? it.mediaUrl() : photos.getFirst(),
                extended ? it.notes().stream().map(Note::of).toList() : null, extended ? photos : null);
    }

    private static @Nullable String told(PublishedCase it) {
        return it.outcome() != null ? it.outcome() : it.notes().isEmpty() ? null : it.notes().getLast().text();
    }
}

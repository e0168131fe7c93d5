package io.gridloop.cases;

import org.jspecify.annotations.Nullable;

/**
 * A case was given to a unit; published inside the transaction that gave it. It holds only what may leave gridloop.
 *
 * @param caseId the case
 * @param caseNumber its speakable number
 * @param visit the same when the case comes to a unit again in the same round, another one after rework
 * @param department code of the department; empty when it went to the people of its grid, community or street
 * @param category code of its {@link Category}
 * @param text what was reported; phone and identity numbers are masked, name and contact of the reporter taken out
 * @param place grid and address in Chinese, treated as the text
 * @param longitude degrees, WGS-84; nothing when nobody named the point
 * @param latitude degrees, WGS-84; nothing when nobody named the point
 */
public record CaseDispatched(long caseId, String caseNumber, String visit, String department,
        @Nullable String category, String text, String place, @Nullable Double longitude, @Nullable Double latitude) {}

package io.gridloop.intake.api;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * What the sender keeps of a report.
 *
 * @param caseNumber its speakable number
 * @param receiptCode the secret that opens the resident's page; belongs to the reporter alone
 * @param receiptUrl address of that page
 */
record Accepted(
        @Schema(description = "案件编号", example = "WZ26-000001-9") String caseNumber,
        @Schema(description = "回执码，相当于钥匙，只交给反映人本人") String receiptCode,
        @Schema(description = "回执页地址") String receiptUrl) {}

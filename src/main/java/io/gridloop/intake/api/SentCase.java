package io.gridloop.intake.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.gridloop.cases.PublishedCase;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * A case as the program sees it that sent it.
 *
 * @param published what everybody might see
 * @param photos addresses of its photographs, those of the report first; each a JPEG file, opened without a key for
 *     about a day
 */
record SentCase(@JsonUnwrapped PublishedCase published,
        @Schema(description = "照片地址，上报的在前；不带密钥就能打开，大约一天后失效，请勿公开") List<String> photos) {}

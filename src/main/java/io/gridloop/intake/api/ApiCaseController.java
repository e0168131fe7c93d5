package io.gridloop.intake.api;

import io.gridloop.cases.Audience;
import io.gridloop.cases.PublishedCase;
import io.gridloop.cases.PublishedCases;
import io.gridloop.cases.PublishedFilter;
import io.gridloop.cases.PublishedFilter.Between;
import io.gridloop.intake.ApiProblem;
import io.gridloop.intake.PhotoAddresses;
import io.gridloop.intake.PublicLinks;
import io.gridloop.security.ApiKey;
import io.gridloop.security.PublicAddress;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Cases for the county's other systems: each sees those that it sent, and of them what their reporters see. */
@RestController
@Tag(name = "案件")
class ApiCaseController {

    private static final String CASES = "/api/v1/cases";
    private static final int MOST = 200;

    private final NewCases newCases;
    private final PublishedCases cases;
    private final PublicAddress address;
    private final PublicLinks links;
    private final PhotoAddresses photos;

    ApiCaseController(NewCases newCases, PublishedCases cases, PublicAddress address, PublicLinks links,
            PhotoAddresses photos) {
        this.newCases = newCases;
        this.cases = cases;
        this.address = address;
        this.links = links;
        this.photos = photos;
    }

    /** 201 for the first and for each repeated submission alike: the sender need not know whether it was heard before. */
    @Operation(summary = "上报一件", description = "同一密钥、同一Idempotency-Key、同样内容重发，回答第一次立的案；内容不同的拒绝（422）。")
    @ApiResponse(responseCode = "201", description = "已立案，Location是案件地址")
    @PostMapping(path = CASES, consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Accepted> report(@Parameter(hidden = true) ApiKey program,
            @Parameter(required = true, description = "1到255个可见字符，每份上报一个") @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = NewCase.class))) @org.springframework.web.bind.annotation.RequestBody byte[] body) {
        var receipt = newCases.accept(program, idempotencyKey, body);
        return ResponseEntity.created(URI.create(address.of(CASES + "/" + receipt.caseNumber())))
                .body(new Accepted(receipt.caseNumber(), receipt.receiptCode(),
                        links.receipt(receipt.receiptCode())));
    }

    @Operation(summary = "本系统上报的案件", description = "最近收到的在前；翻页把上一页的next填进after，不会漏也不会重。")
    @GetMapping(path = CASES, produces = MediaType.APPLICATION_JSON_VALUE)
    CaseList list(@Parameter(hidden = true) ApiKey program,
            @Parameter(description = "只要已结束的（true）或未结束的（false）") @RequestParam(required = false) @Nullable String closed,
            @Parameter(description = "类别代码") @RequestParam(required = false) @Nullable String category,
            @Parameter(description = "此刻以后有进展的，RFC 3339，例如2026-01-01T00:00:00+08:00") @RequestParam(required = false) @Nullable String updatedAfter,
            @Parameter(description = "上一页的next") @RequestParam(required = false) @Nullable String after,
            @Parameter(description = "每页几件，1到200") @RequestParam(defaultValue = "50") String limit) {
        int wanted = limit(limit);
        var filter = new PublishedFilter(audience(program), List.of(),
                category == null ? List.of() : List.of(printable("category", category)), Between.ANY_TIME,
                new Between(instant(updatedAfter), null), flag(closed), null,
                after == null ? null : printable("after", after), 0, wanted + 1);
        return CaseList.of(withPhotos(cases.list(filter), program), wanted);
    }

    /** What a program may not see does not exist for it. */
    @Operation(summary = "一件案件")
    @GetMapping(path = CASES + "/{number}", produces = MediaType.APPLICATION_JSON_VALUE)
    SentCase one(@Parameter(hidden = true) ApiKey program, @PathVariable String number) {
        var found = cases.byNumber(printable("number", number), audience(program)).stream().toList();
        return withPhotos(found, program).stream().findFirst()
                .orElseThrow(() -> ApiProblem.of(HttpStatus.NOT_FOUND, "没有这个案件，或者它不是用这个密钥上报的。"));
    }

    private List<SentCase> withPhotos(List<PublishedCase> found, ApiKey program) {
        var addresses = photos.of(program, found.stream().map(PublishedCase::caseNumber).toList());
        return found.stream().map(it -> new SentCase(it, addresses.getOrDefault(it.caseNumber(), List.of()))).toList();
    }

    private static Audience audience(ApiKey program) {
        return new Audience(program.client(), Set.of());
    }

    private static int limit(String typed) {
        int limit = typed.matches("\\d{1,3}") ? Integer.parseInt(typed) : 0;
        if (limit < 1 || limit > MOST) {
            throw ApiProblem.wrong("limit", "请填1到%d之间的整数".formatted(MOST));
        }
        return limit;
    }

    private static @Nullable Boolean flag(@Nullable String typed) {
        if (typed != null && !typed.equals("true") && !typed.equals("false")) {
            throw ApiProblem.wrong("closed", "请填true或false");
        }
        return typed == null ? null : Boolean.valueOf(typed);
    }

    private static @Nullable Instant instant(@Nullable String typed) {
        try {
            return typed == null ? null : OffsetDateTime.parse(typed).toInstant();
        } catch (DateTimeException e) {
            throw ApiProblem.wrong("updatedAfter", "请用带时区的RFC 3339格式，例如2026-01-01T00:00:00+08:00，地址里的加号写成%2B");
        }
    }

    /** PostgreSQL takes no NUL, and no code is longer. */
    private static String printable(String field, String typed) {
        if (!typed.matches("[\\x20-\\x7e]{1,40}")) {
            throw ApiProblem.wrong(field, "请填1到40个可见的英文字符");
        }
        return typed;
    }
}

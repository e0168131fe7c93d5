package io.gridloop.intake.open311;

import io.gridloop.cases.CaseState;
import io.gridloop.cases.PublishedCase;
import io.gridloop.cases.PublishedCases;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * From a token to the number of the case, for services of the type {@code batch}. The specification needs no key here;
 * gridloop does, because without one nobody sees a case.
 */
@RestController
class TokenController {

    private final PublishedCases cases;

    TokenController(PublishedCases cases) {
        this.cases = cases;
    }

    /** @param serviceRequestId nothing until somebody has begun to work on the case */
    record Resolved(@Nullable String serviceRequestId, String token) {}

    @GetMapping("/open311/v2/tokens/{token}.{format}")
    ResponseEntity<byte[]> resolve(@PathVariable String token, Visit visit) {
        var it = find(token, visit).orElseThrow(() -> Refused.notFound("token：没有这个token，或者它不属于这个api_key"));
        var number = it.state() == CaseState.REPORTED ? null : it.caseNumber();
        return Responses.ok(visit.format(), "service_requests", List.of(new Resolved(number, token)));
    }

    private Optional<PublishedCase> find(String token, Visit visit) {
        return visit.key() == null || !Token.canBe(token)
                ? Optional.empty()
                : cases.bySubmission(new Token(visit.client(), token).submissionKey(), visit.audience());
    }
}

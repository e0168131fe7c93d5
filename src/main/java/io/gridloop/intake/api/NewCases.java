package io.gridloop.intake.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.gridloop.cases.InvalidReportException;
import io.gridloop.cases.KeyReusedException;
import io.gridloop.cases.PlainText;
import io.gridloop.cases.Program;
import io.gridloop.cases.Question;
import io.gridloop.cases.Questions;
import io.gridloop.cases.Receipt;
import io.gridloop.cases.Report;
import io.gridloop.cases.ReportAnswer;
import io.gridloop.cases.Reporting;
import io.gridloop.cases.SourceChannel;
import io.gridloop.intake.ApiProblem;
import io.gridloop.intake.ApiProblem.Wrong;
import io.gridloop.intake.JsonBody;
import io.gridloop.intake.Phone;
import io.gridloop.intake.SubmissionKey;
import io.gridloop.security.ApiKey;
import io.gridloop.territory.GridRef;
import io.gridloop.territory.Placement;
import io.gridloop.territory.Territory;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Takes reports of the county's other systems in. */
@Component
class NewCases {

    private static final int SHORTEST_TEXT = 5;
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");

    private final JsonBody<NewCase> json;
    private final Reporting reporting;
    private final Questions questions;
    private final Territory territory;
    private final Clock clock;

    NewCases(ObjectMapper mapper, Reporting reporting, Questions questions, Territory territory, Clock clock) {
        this.json = new JsonBody<>(mapper, NewCase.class);
        this.reporting = reporting;
        this.questions = questions;
        this.territory = territory;
        this.clock = clock;
    }

    /**
     * Makes a case of a report. The same bytes under the same idempotency key of the same program lead to the first
     * case again.
     *
     * @throws ApiProblem when the key is missing or was used for other content, or fields are wrong; nothing is stored
     */
    Receipt accept(ApiKey program, @Nullable String idempotencyKey, byte[] body) {
        if (idempotencyKey == null || !KEY.matcher(idempotencyKey).matches()) {
            throw ApiProblem.wrong("Idempotency-Key", "请给每份上报一个不同的键，1到255个可见字符；重发时用同一个键，不会重复立案");
        }
        return accept(report(program, idempotencyKey, json.read(body), SubmissionKey.sha256(body)));
    }

    private Receipt accept(Report report) {
        try {
            return reporting.accept(report);
        } catch (KeyReusedException e) {
            throw ApiProblem.wrong(HttpStatus.UNPROCESSABLE_ENTITY, List.of(
                    new Wrong("Idempotency-Key", "这个键已经用于另一份内容；新的上报请换一个新的键")));
        } catch (InvalidReportException e) {
            throw ApiProblem.wrong(e.field(), String.valueOf(e.getMessage()));
        }
    }

    private Report report(ApiKey program, String idempotencyKey, NewCase sent, String digest) {
        var errors = new ArrayList<Wrong>();
        checkText(sent, errors);
        var grid = grid(sent, errors);
        var answers = answers(sent, errors);
        if (!errors.isEmpty()) {
            throw ApiProblem.wrong(HttpStatus.BAD_REQUEST, errors);
        }
        var key = SubmissionKey.sha256(idempotencyKey.getBytes(StandardCharsets.UTF_8)).substring(0, 32);
        return new Report(program.client() + ":" + key, SourceChannel.API, sent.externalId(), sent.category(),
                sent.subject(), Objects.requireNonNull(sent.text()).strip(), grid, sent.longitude(), sent.latitude(),
                sent.address(), sent.reporterName(), sent.contact(), null, null, clock.instant(), null,
                new Program(program.client(), sent.mediaUrl(), digest)).answering(answers);
    }

    private List<ReportAnswer> answers(NewCase sent, List<Wrong> errors) {
        var typed = Objects.requireNonNullElse(sent.answers(), Map.<String, List<String>>of());
        var known = questions.of(sent.category()).stream().map(Question::code).toList();
        typed.keySet().stream().filter(code -> !known.contains(code)).limit(1)
                .forEach(code -> errors.add(new Wrong("answers", "这个类别没有代码为%s的提问"
                        .formatted(PlainText.cut(code, 30)))));
        var given = questions.read(sent.category(), typed, true);
        given.problems().forEach((code, why) -> errors.add(new Wrong("answers." + code, why)));
        return given.answers();
    }

    private static void checkText(NewCase sent, List<Wrong> errors) {
        if (sent.text() == null || sent.text().strip().length() < SHORTEST_TEXT) {
            errors.add(new Wrong("text", "请写清发生了什么，至少%d个字".formatted(SHORTEST_TEXT)));
        }
        if (sent.contact() != null && !Phone.isValid(sent.contact())) {
            errors.add(new Wrong("contact", "请填11位手机号，或带区号的座机号；也可以不填"));
        }
        if (sent.mediaUrl() != null && !Program.isWebAddress(sent.mediaUrl())) {
            errors.add(new Wrong("mediaUrl", "请填以http://或https://开头的地址，其中的特殊字符须转义"));
        }
    }

    /** A point decides on the grid; one in the county but in no grid is legal. */
    private @Nullable String grid(NewCase sent, List<Wrong> errors) {
        if (sent.longitude() == null || sent.latitude() == null) {
            if ((sent.longitude() == null) != (sent.latitude() == null)) {
                errors.add(new Wrong(sent.longitude() == null ? "longitude" : "latitude", "经度和纬度要一起填写"));
            } else if (sent.gridCode() == null && sent.address() == null) {
                errors.add(new Wrong("gridCode", "请说明地点：longitude和latitude，或gridCode，或address"));
            }
            return sent.gridCode();
        }
        var found = territory.locate(sent.longitude(), sent.latitude());
        if (found.kind() == Placement.Kind.OUTSIDE) {
            errors.add(new Wrong("longitude", "这个位置不在本县范围内"));
        }
        return Optional.ofNullable(found.grid()).map(GridRef::code).orElse(sent.gridCode());
    }
}

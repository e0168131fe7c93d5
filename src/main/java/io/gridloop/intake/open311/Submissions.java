package io.gridloop.intake.open311;

import io.gridloop.cases.Categories;
import io.gridloop.cases.Category;
import io.gridloop.cases.InvalidReportException;
import io.gridloop.cases.KeyReusedException;
import io.gridloop.cases.Program;
import io.gridloop.cases.Receipt;
import io.gridloop.cases.Report;
import io.gridloop.cases.ReportAnswer;
import io.gridloop.cases.Reporting;
import io.gridloop.cases.SourceChannel;
import io.gridloop.intake.Submitting;
import io.gridloop.photos.Photos;
import io.gridloop.territory.Territory;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Takes reports of programs in. */
@Component
class Submissions {

    /** The specification's limit of {@code description}, in characters. */
    static final int LONGEST_DESCRIPTION = 4_000;

    private final Categories categories;
    private final Attributes attributes;
    private final Territory territory;
    private final Reporting reporting;
    private final Submitting submitting;
    private final Photos photos;
    private final Open311Properties settings;
    private final Clock clock;

    Submissions(Categories categories, Attributes attributes, Territory territory, Reporting reporting,
            Submitting submitting, Photos photos, Open311Properties settings, Clock clock) {
        this.categories = categories;
        this.attributes = attributes;
        this.territory = territory;
        this.reporting = reporting;
        this.submitting = submitting;
        this.photos = photos;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Makes a case of a report. The same content under the same idempotency key of the same program leads to the first
     * case again; other content under that key is refused with 422 (draft-ietf-httpapi-idempotency-key-header, 2.7).
     *
     * @throws Refused when it has no key, names no service or an unknown one, is an emergency, has wrong fields or
     *     reuses an idempotency key, or a photograph cannot be used
     */
    Submitted submit(Visit visit, @Nullable String idempotencyKey, SentMedia media) {
        var token = Token.of(visit, idempotencyKey);
        var category = category(visit.fields());
        var answers = attributes.of(category, visit.fields());
        var account = visit.fields().text("account_id", 100).orElse(null);
        var receipt = accept(report(visit, token, category, answers, media), media);
        return settings.batchServices().contains(category.code())
                ? new Submitted(null, token.value(), notice(receipt), account)
                : new Submitted(receipt.caseNumber(), null, notice(receipt), account);
    }

    private Category category(Fields fields) {
        if (!fields.has("service_code")) {
            throw Refused.wrong(List.of("service_code：请填写服务类别的代码"));
        }
        return fields.text("service_code", 40).flatMap(categories::find)
                .orElseThrow(() -> Refused.notFound("service_code：没有这个服务类别"));
    }

    private Report report(Visit visit, Token token, Category category, List<ReportAnswer> answers, SentMedia sent) {
        var fields = visit.fields();
        var place = ReportedPlace.of(fields, territory);
        var reporter = Reporter.of(fields);
        var text = fields.text("description", LONGEST_DESCRIPTION)
                .orElse(category.name() + "（通过Open311接口反映，没有文字说明）");
        var program = new Program(visit.client(), media(fields).orElse(null),
                sent.digest(fields.digest("api_key")));
        fields.refuseIfWrong();
        return new Report(token.submissionKey(), SourceChannel.OPEN311, null, category.code(), null, text,
                place.grid(), place.longitude(), place.latitude(), place.address(), reporter.name(),
                reporter.contact(), null, null, clock.instant(), null, program).answering(answers);
    }

    private static Optional<String> media(Fields fields) {
        var url = fields.text("media_url", Program.LONGEST_URL);
        if (url.filter(it -> !Program.isWebAddress(it)).isPresent()) {
            fields.wrong("media_url", "请填以http://或https://开头的地址，其中的特殊字符须转义");
        }
        return url;
    }

    /** What was accepted before brings nothing new: its photographs are not even looked at. */
    private Receipt accept(Report report, SentMedia media) {
        try {
            return reporting.accepted(report.submissionKey()).isPresent()
                    ? reporting.accept(report)
                    : submitting.accept(report, media.take(photos), List.of());
        } catch (KeyReusedException e) {
            throw Refused.of(HttpStatus.UNPROCESSABLE_ENTITY,
                    "Idempotency-Key：这个键已经用于另一份内容，没有保存；新的上报请换一个新的键");
        } catch (InvalidReportException e) {
            throw Refused.wrong(List.of(e.field() + "：" + e.getMessage()));
        }
    }

    private static String notice(Receipt receipt) {
        return "已收到，网格长核实后决定是否受理。凭回执码%s可以在网页上查进度、撤回和评价，请交给反映人保管。紧急情况请直接拨打110、119、120、122。"
                .formatted(receipt.receiptCode());
    }
}

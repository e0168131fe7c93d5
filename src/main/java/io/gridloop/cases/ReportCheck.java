package io.gridloop.cases;

import io.gridloop.territory.Territory;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a report must satisfy before it may become a case, whichever way it came. */
@Component
class ReportCheck {

    private final Categories categories;
    private final Territory territory;

    ReportCheck(Categories categories, Territory territory) {
        this.categories = categories;
        this.territory = territory;
    }

    /** @throws InvalidReportException on the first field that cannot be taken */
    void refuseInvalid(Report report) {
        require(!report.text().isBlank(), "text", "请填写反映内容");
        text(report.text(), "text", "反映内容", Reporting.MAX_TEXT);
        text(report.submissionKey(), "submissionKey", "提交标识", 100);
        require(!report.submissionKey().isBlank(), "submissionKey", "缺少提交标识");
        text(report.externalId(), "externalId", "来源编号", 100);
        text(report.subject(), "subject", "标题", 200);
        text(report.address(), "address", "地址", 200);
        text(report.reporterName(), "reporterName", "姓名", 60);
        text(report.contact(), "contact", "联系方式", 60);
        text(report.onSpotResult(), "onSpotResult", "当场处理结果", 2_000);
        known(report.category(), "category",
                code -> require(categories.find(code).isPresent(), "category", "没有这个类别：" + code));
        known(report.gridCode(), "gridCode",
                code -> require(territory.grid(code).isPresent(), "gridCode", "没有这个网格：" + code));
        require(report.emergencyLine() == null || EmergencyLine.of(report.emergencyLine()).isPresent(), "emergencyLine",
                "没有这个紧急热线：" + report.emergencyLine());
        report.answers().forEach(it -> text(it.answer(), "answers", it.question(), ReportAnswer.LONGEST));
        coordinates(report.longitude(), report.latitude());
        if (report.program() != null) {
            text(report.program().client(), "client", "来源程序", 40);
            text(report.program().mediaUrl(), "mediaUrl", "附件链接", Program.LONGEST_URL);
        }
    }

    private static void coordinates(@Nullable Double longitude, @Nullable Double latitude) {
        require((longitude == null) == (latitude == null), "longitude", "经度和纬度要一起填写");
        if (longitude != null && latitude != null) {
            require(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90, "longitude", "经纬度超出范围");
        }
    }

    private static void known(@Nullable String code, String field, Consumer<String> check) {
        if (code != null) {
            text(code, field, field, 40);
            check.accept(code);
        }
    }

    private static void text(@Nullable String text, String field, String label, int max) {
        if (text != null) {
            PlainText.problem(text, max).ifPresent(why -> {
                throw new InvalidReportException(field, label + why);
            });
        }
    }

    private static void require(boolean fine, String field, String message) {
        if (!fine) {
            throw new InvalidReportException(field, message);
        }
    }
}

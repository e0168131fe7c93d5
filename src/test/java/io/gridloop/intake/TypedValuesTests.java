package io.gridloop.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.gridloop.territory.Degrees;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedValuesTests {

    @ParameterizedTest
    @ValueSource(strings = {"13800000000", "138 0000 0000", "+8613800000000", "0391-7212345", "(010)81234567",
            "7212345"})
    void takesMobileNumbersAndLandlines(String text) {
        assertThat(Phone.isValid(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1380000000", "23800000000", "abc", "138****0000", "0391", "=13800000000"})
    void refusesOtherNumbers(String text) {
        assertThat(Phone.isValid(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "-Infinity", "1e400", "0x1p3", "113.4d", "113,4", "", "１１３.４", "1234"})
    void refusesWhatIsNoPlainDecimal(String text) {
        assertThat(Degrees.parse(text)).isEmpty();
    }

    @Test
    void readsPlainDecimals() {
        assertThat(Degrees.parse("113.401234")).contains(113.401234);
        assertThat(Degrees.parse("-35")).contains(-35.0);
    }

    @Test
    void groupsReceiptCodesAsPeopleReadThem() {
        assertThat(ReceiptCode.plain(" abcd-2345 ef ")).isEqualTo("ABCD2345EF");
        assertThat(ReceiptCode.grouped("abcd2345ef")).isEqualTo("ABCD-2345-EF");
        assertThat(ReceiptCode.grouped("ABCD2345")).isEqualTo("ABCD-2345");
    }

    @Test
    void keepsTheKeyOfTheSameContentAndChangesItWithTheContent() {
        ReportForm form = ReportForm.fresh("grid");
        ReportForm other = new ReportForm(form.submissionKey(), "", "另一件事", "grid", "", "", "", "", "",
                "", "", "", "", "", "");
        assertThat(SubmissionKey.isValid(form.submissionKey())).isTrue();
        assertThat(SubmissionKey.ofForm("web", form, "")).isEqualTo(SubmissionKey.ofForm("web", form, ""));
        assertThat(SubmissionKey.ofForm("web", form, "")).isNotEqualTo(SubmissionKey.ofForm("web", other, ""));
        assertThat(SubmissionKey.ofForm("web", form, "a1")).isNotEqualTo(SubmissionKey.ofForm("web", form, ""));
        assertThat(SubmissionKey.ofForm("staff", form, "")).hasSizeLessThanOrEqualTo(100);
    }

    @Test
    void writesBadRowsSoThatASpreadsheetRunsNothing() throws Exception {
        BadRow bad = new BadRow(3, "1", "内容", "=太长", List.of("1", "=HYPERLINK(\"http://x\")", "+1", "@a", "-2"));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        BadRowsFile.writeCsv(List.of("a", "b", "c", "d", "e"), List.of(bad), file);
        assertThat(file.toString(StandardCharsets.UTF_8))
                .startsWith("\uFEFF错误行号,错误项,错误原因,a,b,c,d,e")
                .contains("3,内容,'=太长,1,\"'=HYPERLINK(\"\"http://x\"\")\",'+1,'@a,'-2");
    }
}

package io.gridloop.intake.signs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import com.google.zxing.NotFoundException;
import io.gridloop.intake.IntakeTest;
import io.gridloop.intake.QrReading;
import io.gridloop.territory.GridRef;
import io.gridloop.territory.Territory;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@IntakeTest
@TestPropertySource(properties = "gridloop.public-url=https://wangge.example.cn/")
class DoorSignTests {

    @Autowired
    private MockMvcTester web;

    @Autowired
    private Territory territory;

    @Test
    void printsOneLargeSignThatAPhoneReads() throws Exception {
        try (var pdf = pdf(print("G0101", "large"))) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
            assertThat(words(pdf)).contains("身边有事，扫码上报", "青禾社区第一网格", "https://wangge.example.cn/g/G0101",
                    "110、119、120、122").doesNotContain("#");
            assertThat(codes(pdf, 0)).containsExactly("https://wangge.example.cn/g/G0101");
        }
    }

    @Test
    void printsAWholeCommunitySixToAPage() throws Exception {
        var expected = territory.grids().stream().filter(grid -> grid.code().startsWith("G01")).map(GridRef::code)
                .map(code -> "https://wangge.example.cn/g/" + code).toList();
        try (var pdf = pdf(print("C01", "small"))) {
            assertThat(expected).hasSizeBetween(2, 6);
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
            assertThat(cut(pdf)).containsExactlyElementsOf(expected);
        }
    }

    @Test
    void givesEachSignOfACommunityAPageOfItsOwnWhenTheyAreLarge() throws Exception {
        try (var pdf = pdf(print("C01", "large"))) {
            assertThat(pdf.getNumberOfPages()).isGreaterThan(1);
            assertThat(codes(pdf, pdf.getNumberOfPages() - 1)).hasSize(1);
        }
    }

    @Test
    void offersEveryCommunityAndGridToAdministrators() {
        assertThat(open("/admin/door-signs?place=G0102")).hasStatusOk().bodyText()
                .contains("青禾社区（全部", "柳岸社区 第一网格", "value=\"G0102\" selected");
        assertThat(open("/admin/door-signs?place=G9999")).hasStatus(404).bodyText().contains("没有这个社区或网格");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "G9999", "C99", "<b>"})
    void printsNothingForAPlaceThatIsNot(String place) {
        assertThat(print(place, "small")).hasStatus(404);
    }

    private MvcTestResult print(String place, String size) {
        return open("/admin/door-signs.pdf?size={size}&place={place}", size, place);
    }

    private MvcTestResult open(String address, Object... values) {
        return web.get().uri(address, values).with(user("caojiayi").roles("ADMIN")).exchange();
    }

    private static PDDocument pdf(MvcTestResult result) throws IOException {
        assertThat(result).hasStatusOk().hasContentType("application/pdf");
        return Loader.loadPDF(result.getResponse().getContentAsByteArray());
    }

    private static Iterable<String> codes(PDDocument pdf, int page) throws IOException, NotFoundException {
        BufferedImage picture = new PDFRenderer(pdf).renderImageWithDPI(page, 150);
        return QrReading.texts(picture);
    }

    /** What the pieces of the first page say, once it is cut into its six. */
    private static Iterable<String> cut(PDDocument pdf) throws IOException {
        BufferedImage page = new PDFRenderer(pdf).renderImageWithDPI(0, 150);
        int width = page.getWidth() / 2;
        int height = page.getHeight() / 3;
        return IntStream.range(0, 6)
                .mapToObj(i -> page.getSubimage(i % 2 * width, i / 2 * height, width, height))
                .flatMap(piece -> read(piece).stream()).toList();
    }

    private static List<String> read(BufferedImage piece) {
        try {
            return QrReading.texts(piece);
        } catch (NotFoundException e) {
            return List.of();
        }
    }

    /** Without blanks and line ends, which are the layout's. */
    private static String words(PDDocument pdf) throws IOException {
        return new PDFTextStripper().getText(pdf).replaceAll("\\s", "");
    }
}

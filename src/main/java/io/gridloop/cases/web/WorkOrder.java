package io.gridloop.cases.web;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import io.gridloop.cases.CaseView;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Writes a case with its whole history as PDF; the Chinese font travels with the application and within the file. */
@Component
class WorkOrder {

    private static final String FONT = "Noto Sans SC";
    private static final ClassPathResource FONT_FILE = new ClassPathResource("fonts/NotoSansSC-Regular.ttf");
    /** What XML cannot hold. */
    private static final String NO_XML = "[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]";

    static {
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    private final ITemplateEngine templates;
    private final Clock clock;

    WorkOrder(ITemplateEngine templates, Clock clock) {
        this.templates = templates;
        this.clock = clock;
    }

    /**
     * The work order as somebody sees the case.
     *
     * @param login who prints it
     */
    byte[] pdf(CaseView it, String login) {
        var page = templates.process("cases/work-order", new Context(Locale.CHINA,
                Map.of("it", it, "zone", clock.getZone(), "now", clock.instant(), "login", login)));
        try (var out = new ByteArrayOutputStream()) {
            new PdfRendererBuilder().useFastMode().useFont(WorkOrder::font, FONT)
                    .withHtmlContent(page.replaceAll(NO_XML, ""), null).toStream(out).run();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream font() {
        try {
            return FONT_FILE.getInputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

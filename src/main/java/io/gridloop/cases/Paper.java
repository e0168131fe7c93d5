package io.gridloop.cases;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Puts templates on paper, as PDF; the Chinese font travels with the application and within the file. */
@Component
public class Paper {

    private static final String FONT = "Noto Sans SC";
    private static final ClassPathResource FONT_FILE = new ClassPathResource("fonts/NotoSansSC-Regular.ttf");
    /** What XML cannot hold. */
    private static final String NO_XML = "[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]";

    static {
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    private final ITemplateEngine templates;

    Paper(ITemplateEngine templates) {
        this.templates = templates;
    }

    /**
     * The PDF of a template, which must be well-formed XML.
     *
     * @param values what the template shows, by name
     * @throws UncheckedIOException when the font cannot be read or the file not be written
     */
    public byte[] pdf(String template, Map<String, Object> values) {
        var page = templates.process(template, new Context(Locale.CHINA, values));
        try (var out = new ByteArrayOutputStream()) {
            new PdfRendererBuilder().useFastMode().useFont(Paper::font, FONT)
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

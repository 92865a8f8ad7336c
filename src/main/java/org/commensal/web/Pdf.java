package org.commensal.web;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import gg.jte.models.runtime.JteModel;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.font.PDFont;

/** A page as a PDF to keep: tagged for screen readers, with its font in it. The template must be well-formed XML. */
public final class Pdf {

    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private Pdf() {}

    /** Answers with the page as a file of this name. */
    public static Response of(String fileName, JteModel page) {
        return Downloads.file(fileName, new MediaType("application", "pdf"), bytes(page.render()));
    }

    static byte[] bytes(String page) {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        try {
            new PdfRendererBuilder()
                    .usePdfUaAccessibility(true)
                    .useFont(Pdf::font, "Liberation Sans")
                    .withHtmlContent(page, null)
                    .toStream(written)
                    .run();
        } catch (IOException impossible) {
            throw new UncheckedIOException("a PDF is written to memory", impossible);
        }
        return written.toByteArray();
    }

    private static InputStream font() {
        return Objects.requireNonNull(PDFont.class.getResourceAsStream(FONT));
    }
}

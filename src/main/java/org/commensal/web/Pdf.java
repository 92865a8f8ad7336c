package org.commensal.web;

import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import gg.jte.models.runtime.JteModel;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.font.PDFont;

/** A page as a PDF to keep: tagged for screen readers, with its font in it. The template must be well-formed XML. */
public final class Pdf {

    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private Pdf() {}

    /**
     * Answers with the page as a file of this name.
     *
     * @param signed when what it says was signed: the file says so, and is the same whenever it is made
     */
    public static Response of(String fileName, JteModel page, Instant signed) {
        return Downloads.file(fileName, new MediaType("application", "pdf"), bytes(page.render(), signed));
    }

    static byte[] bytes(String page, Instant signed) {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        try (PdfBoxRenderer renderer = new PdfRendererBuilder()
                .usePdfUaAccessibility(true)
                .useFont(Pdf::font, "Liberation Sans")
                .withHtmlContent(page, null)
                .toStream(written)
                .buildPdfRenderer()) {
            PDDocument document = renderer.createPDFKeepOpen();
            date(document, signed);
            document.setDocumentId(signed.toEpochMilli());
            document.save(written);
            document.close();
        } catch (IOException impossible) {
            throw new UncheckedIOException("a PDF is written to memory", impossible);
        }
        return written.toByteArray();
    }

    private static void date(PDDocument document, Instant signed) throws IOException {
        Calendar calendar = GregorianCalendar.from(signed.atZone(ZoneOffset.UTC));
        document.getDocumentInformation().setCreationDate(calendar);
        PDMetadata metadata = document.getDocumentCatalog().getMetadata();
        String described = new String(metadata.toByteArray(), StandardCharsets.UTF_8)
                .replaceAll("(<xmp:(?:Create|Modify|Metadata)Date>)[^<]*", "$1" + signed);
        metadata.importXMPMetadata(described.getBytes(StandardCharsets.UTF_8));
    }

    private static InputStream font() {
        return Objects.requireNonNull(PDFont.class.getResourceAsStream(FONT));
    }
}

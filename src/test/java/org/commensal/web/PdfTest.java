package org.commensal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PdfTest {

    private static final Instant SIGNED = Instant.parse("2026-11-24T10:00:00Z");
    private static final String PAGE = """
            <html lang="nl"><head><title>Toestemming</title><meta name="description" content="Versie 1"/>
            <style>body { font-family: "Liberation Sans"; }</style></head>
            <body><h1>Toestemming</h1><p>Zoë Łukasz Überström</p></body></html>
            """;

    /** It was signed on another day than this test runs, so that a date of today in the file would be found. */
    @Test
    void theSamePageSignedAtTheSameMomentIsTheSameFileWheneverItIsMade() throws IOException {
        byte[] first = Pdf.bytes(PAGE, SIGNED);

        assertThat(Pdf.bytes(PAGE, SIGNED)).isEqualTo(first);
        assertThat(Pdf.bytes(PAGE, SIGNED.plusSeconds(1))).isNotEqualTo(first);
        try (PDDocument document = Loader.loadPDF(first)) {
            assertThat(document.getDocumentInformation().getCreationDate().toInstant())
                    .isEqualTo(SIGNED);
            String described =
                    new String(document.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8);
            assertThat(described).doesNotContain(LocalDate.now(ZoneOffset.UTC).toString());
        }
    }

    @Test
    void aPageIsReadFromAFileInAnyLatinLanguageAndByAScreenReader() throws IOException {
        byte[] pdf = Pdf.bytes(PAGE, SIGNED);

        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document)).contains("Zoë Łukasz Überström");
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(document.getDocumentCatalog().getLanguage()).startsWith("nl");
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Toestemming");
        }
    }
}

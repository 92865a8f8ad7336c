package org.commensal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PdfTest {

    @Test
    void aPageIsReadFromAFileInAnyLatinLanguageAndByAScreenReader() throws IOException {
        byte[] pdf = Pdf.bytes("""
                <html lang="nl"><head><title>Toestemming</title><meta name="description" content="Versie 1"/>
                <style>body { font-family: "Liberation Sans"; }</style></head>
                <body><h1>Toestemming</h1><p>Zoë Łukasz Überström</p></body></html>
                """);

        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document)).contains("Zoë Łukasz Überström");
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(document.getDocumentCatalog().getLanguage()).startsWith("nl");
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Toestemming");
        }
    }
}

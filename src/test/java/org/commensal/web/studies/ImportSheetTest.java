package org.commensal.web.studies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.commensal.exchange.Loss;
import org.commensal.kernel.Language;
import org.commensal.kernel.Text;
import org.commensal.studies.ImportStudy;
import org.commensal.web.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ImportSheetTest {

    @Test
    void whatNeedsADecisionStandsFirst() {
        ImportSheet sheet = sheet(Language.EN, Loss.Kind.RENAMED, Loss.Kind.TRANSLATION, Loss.Kind.LEFT_OUT);

        assertThat(sheet.done().orElseThrow().groups())
                .extracting(ImportSheet.Group::code)
                .containsExactly("left-out", "translation", "renamed");
        assertThat(sheet.done().orElseThrow().count()).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource
    void everyKindIsShownInTheLanguageOfTheReader(Loss.Kind kind) {
        ImportSheet.Group group =
                sheet(Language.NL, kind).done().orElseThrow().groups().get(0);

        assertThat(group.lines()).containsExactly(new ImportSheet.Line("regel 3, /a", "Iets"));
        assertThat(group.title())
                .isNotEqualTo(sheet(Language.EN, kind)
                        .done()
                        .orElseThrow()
                        .groups()
                        .get(0)
                        .title());
    }

    @Test
    void theFolderIsNamedAfterTheFile() {
        ImportSheet.Done done = sheet(Language.EN).done().orElseThrow();

        assertThat(done.folderName()).isEqualTo("my-study.zip");
        assertThat(done.folder()).isEqualTo("data:application/zip;base64,AQID");
    }

    private static ImportSheet sheet(Language language, Loss.Kind... kinds) {
        List<Loss> losses = List.of(kinds).stream()
                .map(kind -> new Loss(kind, "line 3, /a", new Text("Something", "Iets")))
                .toList();
        return ImportSheet.of(
                "my study.xml", new ImportStudy.Imported(losses, new byte[] {1, 2, 3}), Texts.in(language));
    }
}

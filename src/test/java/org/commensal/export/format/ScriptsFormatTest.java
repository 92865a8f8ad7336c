package org.commensal.export.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.commensal.export.release.Table;
import org.commensal.export.release.Table.Column;
import org.commensal.export.release.Table.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What R, Python and PSPP have after they ran the script for them. Stata and SAS are not to be had here: what stands in their
 * scripts is tested, and not what they make of it.
 */
class ScriptsFormatTest {

    /** Of lines that end as on Windows both programs keep the end alone, so that there are none. */
    private static final Table TEXTS = new Table(
            "texts",
            SampleTable.ONE_COLUMN.label(),
            SampleTable.ONE_COLUMN.columns(),
            rows -> SampleTable.NASTY.stream()
                    .filter(text -> !text.contains("\r"))
                    .forEach(text -> rows.accept(new String[] {text})));

    /** Without lines within cells, which SAS and SPSS do not read, and without a power of ten. */
    private static final Table PLAIN = new Table(
            "plain", SampleTable.TABLE.label(), SampleTable.TABLE.columns().subList(0, 8), rows -> {
                rows.accept(new String[] {"a", "3", "", "71.25", "", "true", "2026-11-30", "nurse"});
                rows.accept(new String[] {"b", "", "skipped", "", "refused", "false", "1959-12-31", "zoë"});
                rows.accept(new String[] {"c,", "0", "", "-0.5", "", "", "", ""});
                rows.accept(new String[] {"\"d\"", "", "not-applicable", "", "unknown", "true", "", ""});
                rows.accept(new String[] {"e", "", "", "", "", "true", "", ""});
            });

    private static final List<Table> TABLES = List.of(SampleTable.TABLE, TEXTS, SampleTable.NO_ROWS, PLAIN);

    /** Each cell, column after column, on a line of its own: empty where it is missing, with ends of lines as words. */
    private static final String SHOW_R = """
            source("load.R")
            shown <- function(x) {
              if (inherits(x, "haven_labelled")) x <- haven::zap_labels(x)
              text <- if (is.numeric(x) && !inherits(x, "Date")) sprintf("%.17g", x) else as.character(x)
              text[is.na(x)] <- ""
              gsub("\\n", "<lf>", text, fixed = TRUE)
            }
            for (data in release) writeLines(as.character(unlist(lapply(data, shown))))
            """;

    private static final String SHOW_PYTHON = """
            import load
            codes = {"Not at all": "0", "Every day": "3", "A nurse": "nurse", "Zoë's café": "zoë", "not asked": "not-applicable",
                     "skipped by the person": "skipped", "preferred not to say": "refused", "not known": "unknown"}
            for data in load.release.values():
                for column in data:
                    for value in data[column]:
                        text = "" if load.pd.isna(value) else str(value).replace(" 00:00:00", "")
                        print(codes.get(text, text).replace("\\n", "<lf>"))
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void unpack() throws IOException {
        for (String format : List.of(Formats.CSV, "scripts")) {
            for (Format.File file : Formats.of(format).orElseThrow().files(dataset())) {
                try (var out = Files.newOutputStream(folder.resolve(file.name()))) {
                    file.content().write(out);
                }
            }
        }
    }

    private static Dataset dataset() {
        return SampleTable.dataset(TABLES.toArray(Table[]::new));
    }

    @Test
    void everyCellIsInR() throws Exception {
        assertThat(values(Program.R.that("library(haven)", folder).says(SHOW_R, folder)))
                .isEqualTo(expected());
    }

    @Test
    void inRAnEmptyNumberSaysWhy() throws Exception {
        assertThat(Program.R.that("library(haven)", folder).says("""
                        source("load.R")
                        library(haven)
                        data <- release$plain
                        cat(na_tag(data$often), na_tag(data$weight), "\\n")
                        cat(names(attr(data$often, "labels")), sep = "|")
                        cat("\\n", class(data$who)[1], attr(data, "label"), attr(data$late, "label"), sep = "|")
                        """, folder))
                .endsWith(
                        "NA b NA a NA NA c NA d NA ",
                        "Not at all|Every day|not asked|skipped by the person|preferred not to say|not known",
                        "|haven_labelled|Sample – all kinds|Late");
    }

    @Test
    void inRWithoutHavenCodesAreFactors() throws Exception {
        assertThat(Program.R.that("quit()", folder).says("""
                        requireNamespace <- function(...) FALSE
                        source("load.R")
                        data <- release$plain
                        cat(as.character(data$often), as.character(data$who), levels(data$who), sep = "|")
                        cat("\\n", data$weight, nrow(release[["no-rows"]]), "\\n")
                        """, folder))
                .containsExactly(
                        "Every day|NA|Not at all|NA|NA|A nurse|Zoë's café|NA|NA|NA|A nurse|Zoë's café",
                        " 71.25 NA -0.5 NA NA 0 ");
    }

    @Test
    void everyCellIsInPython() throws Exception {
        assertThat(values(Program.PYTHON.that("import pandas", folder).says(SHOW_PYTHON, folder)))
                .isEqualTo(expected());
    }

    @Test
    void inPythonCodesAreCategoriesAndReasonsAreKept() throws Exception {
        assertThat(Program.PYTHON.that("import pandas", folder).says("""
                        import load
                        data = load.release["plain"]
                        print(" ".join(str(kind) for kind in data.dtypes))
                        print(list(data["often_missing"].cat.categories), data["often_missing"][1])
                        print(data.attrs["label"], data.attrs["labels"]["often"], data.attrs["reasons"])
                        """, folder))
                .containsExactly(
                        "string category category float64 category boolean datetime64[ns] category",
                        "['not asked', 'skipped by the person', 'preferred not to say', 'not known'] skipped by the person",
                        "Sample – all kinds How often? {'often': 'often_missing', 'weight': 'weight_missing'}");
    }

    @Test
    void everyCellLabelAndReasonIsInSpss() throws Exception {
        String script = text("load.sps");
        String head = script.substring(0, script.indexOf("GET DATA"));
        String ofPlain = script.substring(script.indexOf("GET DATA /TYPE=TXT /FILE='plain.csv'"));

        assertThat(Program.PSPP.that("SHOW N.", folder).says(head + ofPlain, folder))
                .isEmpty();
        assertThat(Haven.read("(function(file) read_sav(file, user_na = TRUE))", folder.resolve("plain.sav")))
                .contains(
                        "subject | Subject | a b c, \"d\" e",
                        "often | How often? | 3 -999999998 0 -999999999 . | -999999999=not asked"
                                + " -999999998=skipped by the person -999999997=preferred not to say"
                                + " -999999996=not known 0=Not at all 3=Every day",
                        "weight_missing | Why not | - refused - unknown - | skipped=skipped by the person"
                                + " unknown=not known not-applicable=not asked refused=preferred not to say",
                        "late | Late | 1 0 . 1 1 | 0=false 1=true",
                        "day | Day | 2026-11-30 1959-12-31 . . .")
                .anyMatch(line -> line.startsWith("weight | Weight in kg")
                        && line.contains(" | 71.25 -999999997 -0.5 -999999996 . | "))
                .anyMatch(line -> line.startsWith("who | Who | nurse zoë - - - | nurse"));
    }

    @Test
    void theScriptForStataTurnsReasonsIntoMissingValues() throws IOException {
        assertThat(text("load.do"))
                .contains(
                        "import delimited using \"plain.csv\"",
                        "generate double often = real(v2)\n",
                        "replace often = .b if v2 == \"\" & v3 == \"skipped\"\n",
                        "label define often 0 `\"Not at all\"' 3 `\"Every day\"' .a `\"not asked\"' .b",
                        "generate double day = daily(v7, \"YMD\")\nformat day %td\n",
                        "drop v1-v8\n",
                        "* no-rows.csv has no rows.");
    }

    @Test
    void theScriptForSasTurnsReasonsIntoMissingValues() throws IOException {
        assertThat(text("load.sas"))
                .contains(
                        "infile \"&folder/plain.csv\"",
                        "  if often = . and often_missing = 'skipped' then often = .B;\n",
                        "    .B = 'skipped by the person'\n",
                        "    'zoë' = 'Zoë''s café'\n",
                        "  informat late truth.;\n",
                        "  informat day yymmdd10.;\n");
    }

    private static List<Object> values(List<String> lines) {
        List<Object> values = new ArrayList<>();
        for (Table table : TABLES) {
            int rows = SampleTable.values(table).size();
            for (Column column : table.columns()) {
                lines.subList(values.size(), values.size() + rows).forEach(cell -> values.add(value(column, cell)));
            }
        }
        return values;
    }

    private static @Nullable Object value(Column column, String cell) {
        return SampleTable.value(
                column.kind(),
                column.kind() == Kind.TRUTH ? cell.toLowerCase(Locale.ROOT) : cell.replace("<lf>", "\n"));
    }

    private static List<Object> expected() {
        List<Object> expected = new ArrayList<>();
        for (Table table : TABLES) {
            List<List<Object>> rows = SampleTable.values(table);
            for (int i = 0; i < table.columns().size(); i++) {
                for (List<Object> row : rows) {
                    expected.add(row.get(i));
                }
            }
        }
        return expected;
    }

    private String text(String file) throws IOException {
        return Files.readString(folder.resolve(file), StandardCharsets.UTF_8);
    }
}

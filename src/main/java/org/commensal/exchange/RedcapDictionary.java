package org.commensal.exchange;

import com.opencsv.CSVReader;
import com.opencsv.CSVReaderBuilder;
import com.opencsv.RFC4180ParserBuilder;
import com.opencsv.exceptions.CsvValidationException;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commensal.kernel.ProtocolFault;
import org.commensal.kernel.Text;

/**
 * The data dictionary of REDCap (Harris et al. 2009, J Biomed Inform 42:377): one row a field, in 18 columns.
 *
 * <p>Each of its forms becomes a form. It does not say in which language it is written; that is guessed.
 */
public final class RedcapDictionary {

    static final List<String> COLUMNS = List.of(
            "Variable / Field Name",
            "Form Name",
            "Section Header",
            "Field Type",
            "Field Label",
            "Choices, Calculations, OR Slider Labels",
            "Field Note",
            "Text Validation Type OR Show Slider Number",
            "Text Validation Min",
            "Text Validation Max",
            "Identifier?",
            "Branching Logic (Show field only if...)",
            "Required Field?",
            "Custom Alignment",
            "Question Number (surveys only)",
            "Matrix Group Name",
            "Matrix Ranking?",
            "Field Annotation");

    /** What the API of REDCap calls the same columns. */
    public static final List<String> API_COLUMNS = List.of(
            "field_name",
            "form_name",
            "section_header",
            "field_type",
            "field_label",
            "select_choices_or_calculations",
            "field_note",
            "text_validation_type_or_show_slider_number",
            "text_validation_min",
            "text_validation_max",
            "identifier",
            "branching_logic",
            "required_field",
            "custom_alignment",
            "question_number",
            "matrix_group_name",
            "matrix_ranking",
            "field_annotation");

    private static final int MOST_FAULTS = 100;

    private final String file;
    private final List<ProtocolFault> faults = new ArrayList<>();

    private RedcapDictionary(String file) {
        this.file = file;
    }

    static boolean recognises(String start) {
        String plain = start.replace("\"", "");
        return plain.startsWith(COLUMNS.get(0))
                || plain.startsWith(API_COLUMNS.get(0) + ",")
                || plain.startsWith(API_COLUMNS.get(0) + ";");
    }

    static Import read(String file, byte[] bytes) {
        SourceText.refuseIfTooLarge(file, bytes);
        RedcapDictionary dictionary = new RedcapDictionary(file);
        List<Part> rows = dictionary.rows(SourceText.utf8(file, bytes));
        dictionary.findDoubles(rows);
        if (!dictionary.faults.isEmpty()) {
            throw new FaultyImport(dictionary.faults);
        }
        return dictionary.study(rows);
    }

    private List<Part> rows(String text) {
        String header = text.lines().findFirst().orElse("");
        char separator = header.replace("\"", "").matches("[^,;]*;.*") ? ';' : ',';
        List<Part> rows = new ArrayList<>();
        try (CSVReader reader = new CSVReaderBuilder(new StringReader(text))
                .withCSVParser(
                        new RFC4180ParserBuilder().withSeparator(separator).build())
                .build()) {
            long before = 0;
            String[] cells = reader.readNext();
            while (cells != null) {
                row(cells, (int) before + 1, rows);
                before = reader.getLinesRead();
                cells = reader.readNext();
            }
            return rows;
        } catch (IOException | CsvValidationException unreadable) {
            throw new FaultyImport(file, 1, "This is not CSV: a quote is not closed.", "Close every quote.");
        }
    }

    private void row(String[] cells, int line, List<Part> rows) {
        boolean isBlank = cells.length == 1 && cells[0].isBlank();
        if (isBlank || faults.size() == MOST_FAULTS) {
            return;
        }
        if (cells.length != COLUMNS.size()) {
            faults.add(new ProtocolFault(
                    file,
                    line,
                    "There are " + cells.length + " columns.",
                    "A data dictionary has " + COLUMNS.size() + "."));
        } else if (line == 1) {
            checkHeader(cells);
        } else {
            rows.add(part(cells, line));
        }
    }

    private void checkHeader(String[] cells) {
        for (int i = 0; i < cells.length; i++) {
            if (!List.of(COLUMNS.get(i), API_COLUMNS.get(i)).contains(cells[i].strip())) {
                faults.add(new ProtocolFault(
                        file,
                        1,
                        "Column " + (i + 1) + " is called \"" + Text.shorten(cells[i]) + "\".",
                        "Call it " + COLUMNS.get(i) + "."));
            }
        }
    }

    private Part part(String[] cells, int line) {
        Part part = new Part("row", line, Text.shorten(cells[0]));
        for (int i = 0; i < cells.length; i++) {
            part.put(COLUMNS.get(i), SourceText.value(file, line, COLUMNS.get(i), cells[i]));
        }
        return part;
    }

    private void findDoubles(List<Part> rows) {
        Set<String> names = new HashSet<>();
        for (Part row : rows) {
            String name = row.take(COLUMNS.get(0)).orElse("");
            if (name.isEmpty() || !names.add(name)) {
                String what =
                        name.isEmpty() ? "The field has no name." : "\"" + Text.shorten(name) + "\" stands here twice.";
                faults.add(new ProtocolFault(file, row.line(), what, "Give each field its own name."));
            }
        }
    }

    private Import study(List<Part> rows) {
        StudyDraft study = new StudyDraft(file);
        List<String> labels = new ArrayList<>();
        rows.forEach(row -> row.take("Field Label").ifPresent(labels::add));
        var language = Wording.guess(labels);
        study.losses()
                .toComplete(
                        file,
                        "The language is not said; we took it for %s.",
                        "De taal staat er niet bij; we gingen uit van %s.",
                        language.code());
        Wording wording = new Wording(study.losses(), language);
        Map<String, FormDraft> forms = new LinkedHashMap<>();
        boolean first = true;
        for (Part row : rows) {
            String name = row.take("Form Name").orElse("form");
            FormDraft form = forms.computeIfAbsent(
                    name, wanted -> study.form(wanted, wording.text(title(wanted), row.where()), row.where()));
            new RedcapField(row, study, form, wording).addTo(first);
            row.listRest(study.losses());
            first = false;
        }
        String title = file.replaceAll("\\.[A-Za-z]{1,5}$", "");
        return study.finish(StudyDraft.Head.of(title, wording.text(title(title), file)));
    }

    private static String title(String name) {
        String words = name.replaceAll("[_-]+", " ").strip();
        return words.isEmpty() ? "Form" : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}

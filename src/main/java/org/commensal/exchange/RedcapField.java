package org.commensal.exchange;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.commensal.instrument.Expression;
import org.commensal.instrument.Type;
import org.commensal.kernel.Text;

/** One row of a REDCap data dictionary. */
final class RedcapField {

    private static final String CHOICES = "Choices, Calculations, OR Slider Labels";
    private static final String VALIDATION = "Text Validation Type OR Show Slider Number";
    private static final String LEAST = "Text Validation Min";
    private static final String MOST = "Text Validation Max";
    private static final String LOGIC = "Branching Logic (Show field only if...)";

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("text", "text"),
            Map.entry("notes", "text"),
            Map.entry("textarea", "text"),
            Map.entry("radio", "choice"),
            Map.entry("dropdown", "choice"),
            Map.entry("select", "choice"),
            Map.entry("yesno", "boolean"),
            Map.entry("truefalse", "boolean"),
            Map.entry("checkbox", "choices"),
            Map.entry("slider", "vas"),
            Map.entry("file", "file"),
            Map.entry("calc", "computed"));

    private final Part row;
    private final StudyDraft study;
    private final FormDraft form;
    private final Wording wording;
    private final Losses losses;

    RedcapField(Part row, StudyDraft study, FormDraft form, Wording wording) {
        this.row = row;
        this.study = study;
        this.form = form;
        this.wording = wording;
        this.losses = study.losses();
    }

    /** @param first whether it may be the number of the record, which a participant has here already */
    void addTo(boolean first) {
        String name = row.take("Variable / Field Name").orElseThrow();
        String written = row.take("Field Type").orElse("text").strip();
        row.take("Section Header")
                .ifPresent(words -> form.heading(text(words, "Section Header"), at("Section Header")));
        if (written.equals("descriptive")) {
            row.take("Field Label").ifPresent(words -> form.heading(text(words, "Field Label"), at("Field Label")));
            losses.changed(
                    row.where(),
                    "%s asks nothing; its words stand with the next item.",
                    "%s vraagt niets; de woorden staan bij de volgende vraag.",
                    name);
            return;
        }
        boolean isRecord = first && written.equals("text") && name.endsWith("id");
        if (!TYPES.containsKey(written) || isRecord) {
            leaveOut(name + " (" + written + ")");
            return;
        }
        ItemDraft item = new ItemDraft(study.variable(name, row.where()), question(name), row.where(), losses);
        item.type = TYPES.getOrDefault(written, "text");
        row.take("Field Note").ifPresent(note -> item.help = Optional.of(text(note, "Field Note")));
        item.required = row.take("Required Field?").isPresent();
        if (row.take("Identifier?").isPresent()) {
            item.exportClass = Optional.of("direct-identifier");
        }
        new RedcapTags(row, losses).list();
        row.take(LOGIC).ifPresent(logic -> item.askIf = logic(logic, Type.Kind.TRUTH, LOGIC));
        if (readType(item, written)) {
            item.addTo(form, name);
        } else {
            leaveOut(name + " (" + written + "), " + item.question.en());
        }
    }

    private void leaveOut(String what) {
        losses.leftOut(row.where(), what);
        row.take("Field Label").ifPresent(label -> losses.leftOut(at("Field Label"), label));
    }

    private Text question(String name) {
        return row.take("Field Label")
                .filter(label -> !Wording.clean(Wording.withoutTags(label)).isEmpty())
                .map(label -> text(label, "Field Label"))
                .orElseGet(() -> {
                    losses.toComplete(
                            at("Field Label"), "The question; we wrote %s.", "De vraag; we schreven %s.", name);
                    return Text.same(name);
                });
    }

    /** Reads what is special to its type; false where the field cannot be carried over. */
    private boolean readType(ItemDraft item, String written) {
        switch (item.type) {
            case "choice", "choices" -> row.take(CHOICES).ifPresent(choices -> options(item, choices));
            case "computed" -> {
                return calculation(item);
            }
            case "vas" -> slider(item);
            case "file" ->
                losses.changed(
                        row.where(),
                        "The file is not uploaded here; its name is asked.",
                        "Het bestand wordt hier niet geüpload; de naam wordt gevraagd.");
            case "text" -> {
                item.settings.put("max-length", written.equals("text") ? "500" : "2000");
                row.take(VALIDATION)
                        .ifPresent(validation -> RedcapValidation.apply(validation.strip(), item, row, losses));
            }
            default -> {
                // yes or no has nothing of its own
            }
        }
        return true;
    }

    private void options(ItemDraft item, String choices) {
        for (String choice : choices.split("\\|")) {
            String[] both = choice.split(",", 2);
            String value = both[0].strip();
            if (value.isEmpty()) {
                if (!choice.isBlank()) {
                    losses.leftOut(at(CHOICES), choice.strip());
                }
                continue;
            }
            String label = both.length == 2 && !both[1].isBlank() ? both[1] : value;
            item.option(value, text(label, CHOICES), Optional.empty(), at(CHOICES));
        }
    }

    /** A slider from 0 to 100 is a line whose ends have the first and the last of its labels; another is a number. */
    private void slider(ItemDraft item) {
        List<String> labels = Stream.of(row.take(CHOICES).orElse("").split("\\|"))
                .map(String::strip)
                .toList();
        String least = row.take(LEAST).orElse("0").strip();
        String most = row.take(MOST).orElse("100").strip();
        row.passOver(VALIDATION);
        List<String> marks = labels;
        if (least.equals("0") && most.equals("100")) {
            String last = labels.size() > 1 ? labels.get(labels.size() - 1) : "";
            item.ends(value -> Optional.of(value.equals("0") ? labels.get(0) : last)
                    .filter(label -> !label.isEmpty())
                    .map(label -> text(label, CHOICES)));
            item.scale();
            marks = labels.subList(Math.min(1, labels.size()), Math.max(1, labels.size() - 1));
        } else {
            item.type = "integer";
            item.limits(Limit.least(least, true, true), Limit.most(most, true, true));
        }
        marks.stream().filter(mark -> !mark.isEmpty()).forEach(mark -> marked(item, mark));
    }

    private void marked(ItemDraft item, String label) {
        Text mark = text(label, CHOICES);
        item.help = Optional.of(item.help
                .map(own -> new Text(own.en() + "\n" + mark.en(), own.nl() + "\n" + mark.nl()))
                .orElse(mark));
        losses.changed(
                at(CHOICES),
                "This label of the slider is its help now: %s",
                "Dit label van de schuif is nu de toelichting: %s",
                label);
    }

    private boolean calculation(ItemDraft item) {
        Optional<Expression> formula = row.take(CHOICES).flatMap(source -> logic(source, Type.Kind.NUMBER, CHOICES));
        formula.ifPresent(known -> {
            item.settings.put("formula", known.source());
            item.settings.put("result", "number");
        });
        return formula.isPresent();
    }

    private Optional<Expression> logic(String source, Type.Kind kind, String column) {
        boolean[] near = {false};
        Optional<Expression> found = ForeignLogic.say(source, form::known, () -> near[0] = true)
                .flatMap(ours -> form.expression(ours, kind));
        if (found.isEmpty()) {
            losses.leftOut(at(column), source);
        } else if (near[0]) {
            losses.changed(
                    at(column),
                    "Unknown where an answer is missing: %s",
                    "Onbekend als een antwoord ontbreekt: %s",
                    source);
        }
        return found;
    }

    private Text text(String words, String column) {
        String plain = Wording.withoutTags(words);
        if (!plain.equals(words)) {
            losses.changed(at(column), "Without its web page marks: %s", "Zonder de webpagina-tekens: %s", words);
        }
        return wording.text(Wording.clean(plain).isEmpty() ? "…" : plain, at(column));
    }

    private String at(String column) {
        return row.where() + ", " + column;
    }
}

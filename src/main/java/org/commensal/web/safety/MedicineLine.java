package org.commensal.web.safety;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.commensal.instrument.AtcGroup;
import org.commensal.safety.medication.Medicine;
import org.commensal.safety.medication.MedicineChange;
import org.commensal.web.Texts;
import org.commensal.web.Words;

/** A medicine as tables show it. */
public record MedicineLine(
        String code,
        String product,
        String atc,
        String group,
        String dose,
        String started,
        String stopped,
        List<String> changes) {

    public static MedicineLine of(Medicine medicine, Texts texts) {
        return new MedicineLine(
                medicine.participant().code().value(),
                medicine.product(),
                medicine.atc().isEmpty() ? "–" : medicine.atc(),
                medicine.group().map(AtcGroup::label).map(texts::in).orElse("–"),
                medicine.strength().isEmpty() ? "–" : medicine.strength(),
                medicine.started().map(texts::dayOfYear).orElseGet(() -> texts.get("medication.before")),
                medicine.stopped().map(texts::dayOfYear).orElseGet(() -> texts.get("medication.in-use")),
                medicine.changes().stream().map(change -> change(change, texts)).toList());
    }

    private static String change(MedicineChange change, Texts texts) {
        String dose = change.strength().isEmpty() ? "" : ", " + change.strength();
        return texts.dayOfYear(change.day()) + ": " + texts.get("medication.change." + Words.code(change.change()))
                + dose;
    }

    /** What is known of a medicine, for a file. */
    static List<String> cells(Medicine medicine) {
        return List.of(
                medicine.participant().code().value(),
                medicine.participant().site(),
                medicine.product(),
                medicine.atc(),
                medicine.group().map(AtcGroup::name).orElse(""),
                medicine.group().map(AtcGroup::label).map(label -> label.en()).orElse(""),
                medicine.strength(),
                medicine.started().map(LocalDate::toString).orElse(""),
                medicine.stopped().map(LocalDate::toString).orElse(""),
                medicine.changes().stream()
                        .map(change -> change.day() + " " + Words.code(change.change())
                                + (change.strength().isEmpty() ? "" : " " + change.strength()))
                        .collect(Collectors.joining("; ")));
    }
}

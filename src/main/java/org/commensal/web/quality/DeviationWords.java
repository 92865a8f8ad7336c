package org.commensal.web.quality;

import java.util.List;
import java.util.stream.Stream;
import org.commensal.kernel.ParticipantCode;
import org.commensal.protocol.Study;
import org.commensal.quality.Deviation.Category;
import org.commensal.quality.DeviationLine;
import org.commensal.quality.DeviationLine.Source;
import org.commensal.web.Labels;
import org.commensal.web.Texts;
import org.commensal.web.Tone;
import org.commensal.web.Words;

/** Deviations as people read them. */
record DeviationWords(Study study, Texts texts) {

    DeviationList.Row row(DeviationLine line) {
        String base = "/studies/" + study.id();
        String whom = line.participant().map(ParticipantCode::value).orElse("–");
        return new DeviationList.Row(
                whom,
                line.id().map(id -> base + "/deviations/" + id).orElse(base + "/participants/" + whom),
                texts.dayOfYear(line.at()
                        .map(at -> at.atZone(study.zone()).toLocalDate())
                        .orElse(line.day())),
                category(line.category()),
                line.important(),
                what(line),
                texts.get("deviation.state." + state(line)),
                tone(line),
                study.site(line.site()).name());
    }

    /** What happened: as it was described, or as the facts tell it. */
    String what(DeviationLine line) {
        return switch (line.source()) {
            case RECORDED -> line.detail();
            case LATE_VISIT ->
                texts.get(
                        "deviation.late." + (line.detail().equals("1") ? "one" : "many"),
                        texts.in(Labels.event(study, line.event())),
                        line.detail());
            case RANDOMISED_IN_ERROR -> texts.get("deviation.in-error");
            case CONSENT_VERSION -> texts.get("deviation.consent", line.detail());
        };
    }

    static String state(DeviationLine line) {
        if (line.source() != Source.RECORDED) {
            return "derived";
        }
        return line.confirmed() ? "confirmed" : "to-confirm";
    }

    private static Tone tone(DeviationLine line) {
        return switch (state(line)) {
            case "confirmed" -> Tone.TEAL;
            case "to-confirm" -> Tone.AMBER;
            default -> Tone.PLAIN;
        };
    }

    String category(Category category) {
        return texts.get("deviation.category." + Words.code(category));
    }

    List<Choice> categories() {
        return Stream.of(Category.values())
                .map(category -> new Choice(Words.code(category), category(category)))
                .toList();
    }
}

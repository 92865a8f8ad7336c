package org.commensal.web.randomisation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commensal.allocation.OutsideStreams.Way;
import org.commensal.protocol.Study;
import org.commensal.protocol.Study.FactorRule;
import org.commensal.randomisation.Confirmations.Confirmation;
import org.commensal.web.Pair;
import org.commensal.web.Texts;

/**
 * What stands on the confirmation of a randomisation.
 *
 * @param group the arm; empty on the confirmation that a blinded reader may see
 */
public record ConfirmationSheet(
        String language,
        String title,
        String study,
        String version,
        List<Pair> lines,
        Optional<Pair> group,
        String note) {

    static ConfirmationSheet of(Confirmation made, Optional<Pair> group, Texts texts) {
        Study study = made.study();
        return new ConfirmationSheet(
                texts.language().code(),
                texts.get("confirmation.title"),
                texts.in(study.title()),
                texts.get("version", study.version()),
                lines(made, texts),
                group,
                texts.get(group.isPresent() ? "confirmation.note.arm" : "confirmation.note"));
    }

    static List<Pair> lines(Confirmation made, Texts texts) {
        Study study = made.study();
        List<Pair> lines = new ArrayList<>();
        lines.add(new Pair(
                texts.get("participants.code"), made.participant().code().value()));
        lines.add(new Pair(
                texts.get("site"), study.site(made.participant().site()).name()));
        lines.add(new Pair(texts.get("confirmation.at"), texts.moment(made.at(), study.zone())));
        lines.add(new Pair(texts.get("confirmation.by"), made.by()));
        if (made.way() != Way.RANDOMISED) {
            lines.add(new Pair(texts.get("confirmation.way"), AllocationRequestLine.way(made.way(), texts)));
        }
        study.factors().forEach(factor -> lines.add(new Pair(texts.in(factor.label()), level(factor, made, texts))));
        lines.add(new Pair(texts.get("allocation.scheme"), texts.get("version", study.version())));
        lines.add(new Pair(texts.get("confirmation.commitment"), made.commitment()));
        lines.add(new Pair(texts.get("confirmation.entry"), made.entry().toString()));
        return lines;
    }

    private static String level(FactorRule factor, Confirmation made, Texts texts) {
        String used = made.levels().getOrDefault(factor.name(), "");
        return factor.levels().stream()
                .filter(level -> level.code().equals(used))
                .findFirst()
                .map(level -> texts.in(level.label()))
                .orElse(used);
    }
}

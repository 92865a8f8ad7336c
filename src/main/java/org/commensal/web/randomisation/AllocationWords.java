package org.commensal.web.randomisation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.commensal.allocation.OutsideStreams.Way;
import org.commensal.protocol.Study;
import org.commensal.protocol.Study.FactorRule;
import org.commensal.randomisation.AllocationEvent;
import org.commensal.randomisation.AllocationEvent.History;
import org.commensal.randomisation.AllocationEvent.Kind;
import org.commensal.web.Done;
import org.commensal.web.Pair;
import org.commensal.web.Texts;
import org.commensal.web.unblinding.UnblindingForm;

/** Factor levels and events of an allocation in the words of the study. */
public record AllocationWords(Study study, Texts texts) {

    /** Each factor with the level that was used and, where it was corrected, the right one. */
    public List<Pair> levels(History history) {
        List<Pair> levels = new ArrayList<>();
        for (FactorRule factor : study.factors()) {
            String used = level(factor, history.randomised().getOrDefault(factor.name(), ""));
            String shown = Optional.ofNullable(history.corrected().get(factor.name()))
                    .map(code -> texts.get("allocation.corrected-to", used, level(factor, code)))
                    .orElse(used);
            levels.add(new Pair(texts.in(factor.label()), shown));
        }
        return levels;
    }

    /** How the participant came to the arm, where no stream gave it. */
    public Optional<String> way(History history) {
        return Optional.of(history.way())
                .filter(way -> way != Way.RANDOMISED)
                .map(way -> AllocationRequestLine.way(way, texts));
    }

    public List<Done> events(History history) {
        return history.events().stream()
                .map(event -> new Done(what(event), event.reason(), event.by(), texts.moment(event.at(), study.zone())))
                .toList();
    }

    List<UnblindingForm.Option> kinds() {
        return Arrays.stream(Kind.values())
                .map(kind -> new UnblindingForm.Option(
                        kind.code(), label(kind), texts.get("allocation." + kind.code() + ".means")))
                .toList();
    }

    /** Every level but those that stand. */
    List<UnblindingForm.Option> corrections(History history) {
        List<UnblindingForm.Option> corrections = new ArrayList<>();
        for (FactorRule factor : study.factors()) {
            String now = history.corrected()
                    .getOrDefault(factor.name(), history.randomised().getOrDefault(factor.name(), ""));
            factor.levels().stream()
                    .filter(level -> !level.code().equals(now))
                    .map(level -> new UnblindingForm.Option(
                            factor.name() + "=" + level.code(),
                            texts.in(factor.label()) + ": " + texts.in(level.label()),
                            ""))
                    .forEach(corrections::add);
        }
        return corrections;
    }

    private String what(AllocationEvent event) {
        return study.factors().stream()
                .filter(factor -> factor.name().equals(event.factor()))
                .findFirst()
                .map(factor -> label(event.kind()) + " (" + texts.in(factor.label()) + ": "
                        + level(factor, event.level()) + ")")
                .orElseGet(() -> label(event.kind()));
    }

    private String label(Kind kind) {
        return texts.get("allocation." + kind.code());
    }

    private String level(FactorRule factor, String code) {
        return factor.levels().stream()
                .filter(level -> level.code().equals(code))
                .findFirst()
                .map(level -> texts.in(level.label()))
                .orElse(code);
    }
}

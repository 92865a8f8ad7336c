package org.commensal.protocol;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.commensal.kernel.Settings;
import org.commensal.protocol.Protocol.AnalysisPlan;
import org.commensal.protocol.Protocol.Assumption;
import org.commensal.protocol.Protocol.Estimand;
import org.commensal.protocol.Protocol.Outcome;
import org.commensal.protocol.Protocol.SampleSize;
import org.commensal.protocol.Protocol.Statistics;

/** Reads the analysis plan of a study: outcomes, estimands, sample size and statistics. */
final class AnalysisReading {

    private static final Pattern PROBABILITY = Pattern.compile("0?\\.[0-9]{1,6}");
    private static final int LARGEST = 1_000_000;

    private final Settings study;
    private final boolean sound;

    /** @param sound whether the schedule is */
    AnalysisReading(Settings study, boolean sound) {
        this.study = study;
        this.sound = sound;
    }

    /** @param forms what the items of each form are called */
    AnalysisPlan read(Formulas variables, Map<String, Formulas> forms, Schedule schedule, int arms, int target) {
        OutcomeReading reading = new OutcomeReading(variables, timePoints(schedule), forms, schedule, sound);
        List<Outcome> outcomes =
                study.children("outcomes").stream().map(reading::outcome).toList();
        if (!outcomes.isEmpty()
                && outcomes.stream().noneMatch(outcome -> outcome.role().equals("primary"))) {
            study.fault("outcomes", "No outcome is primary.", "Write role: primary at one of them.");
        }
        List<Estimand> estimands = study.children("estimands").stream()
                .map(at -> reading.estimand(at, outcomes))
                .toList();
        Optional<SampleSize> size = study.optionalChild("sample-size").map(at -> sampleSize(at, arms, target));
        Optional<Statistics> statistics = study.optionalChild("statistics").map(AnalysisReading::statistics);
        return new AnalysisPlan(outcomes, estimands, size, statistics);
    }

    private static Set<String> timePoints(Schedule schedule) {
        Set<String> codes = new LinkedHashSet<>();
        schedule.visits().forEach(visit -> codes.add(visit.code()));
        schedule.blocks().forEach(block -> codes.add(block.code()));
        return codes;
    }

    private static SampleSize sampleSize(Settings at, int arms, int target) {
        int perArm = at.integer("per-arm", 1, LARGEST);
        if (at.has("per-arm") && (long) perArm * arms < target) {
            at.fault(
                    "per-arm",
                    arms + " arms of " + perArm + " are fewer than " + target + ".",
                    "Correct this or target.");
        }
        SampleSize read = new SampleSize(
                perArm,
                Codes.formed(at, "alpha", at.string("alpha"), PROBABILITY, "0.05"),
                Codes.formed(at, "power", at.string("power"), PROBABILITY, "0.80"),
                at.children("assumptions").stream()
                        .map(AnalysisReading::assumption)
                        .toList(),
                at.optionalText("reasoning"));
        at.done();
        return read;
    }

    private static Assumption assumption(Settings at) {
        Assumption read = new Assumption(at.text("name"), at.string("value"), at.optionalString("source"));
        at.done();
        return read;
    }

    private static Statistics statistics(Settings at) {
        Statistics read = new Statistics(
                at.text("primary-model"),
                at.optionalText("multiplicity"),
                at.optionalText("missing-data"),
                at.texts("populations"),
                at.texts("sensitivity"),
                at.texts("subgroups"));
        at.done();
        return read;
    }
}

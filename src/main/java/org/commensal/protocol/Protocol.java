package org.commensal.protocol;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commensal.instrument.Expression;
import org.commensal.kernel.Text;

/**
 * What a protocol says in words: why the trial is done, by whom, with which interventions, and what it measures.
 *
 * <p>The items of SPIRIT 2025 (Chan et al., Statement, 34 items) that no computation needs. Each part is optional, so
 * that a small study stays small; nothing here is interpreted.
 *
 * @param interventions by the code of the arm
 * @param armsNotUsed arms that the protocol describes and does not allocate to, such as a control that may be added
 */
public record Protocol(
        Administration administration,
        Rationale rationale,
        Map<String, Intervention> interventions,
        List<Study.ArmDescription> armsNotUsed,
        Optional<Blinding> blinding,
        AnalysisPlan analysis,
        List<Text> limitations) {

    public Protocol {
        interventions = Collections.unmodifiableMap(new LinkedHashMap<>(interventions));
        armsNotUsed = List.copyOf(armsNotUsed);
        limitations = List.copyOf(limitations);
    }

    /** Who is responsible, who pays, and where the protocol can be read. */
    public record Administration(
            Optional<Registration> registration,
            Optional<Sponsor> sponsor,
            List<Funder> funding,
            Optional<Text> conflictsOfInterest) {}

    /** @param protocolAccess and {@code analysisPlanAccess}: where the full texts can be read */
    public record Registration(
            List<RegisterEntry> entries, Optional<Text> protocolAccess, Optional<Text> analysisPlanAccess) {}

    public record RegisterEntry(String register, String number, Optional<String> url) {}

    public record Sponsor(String name, Optional<String> contact, Optional<Text> role) {}

    public record Funder(String name, Optional<Text> support) {}

    /** Why the trial is done, and what it wants to find out. */
    public record Rationale(
            List<Text> background,
            Optional<Text> choiceOfComparator,
            List<String> references,
            List<Objective> objectives,
            Optional<Design> design,
            Optional<Text> patientInvolvement) {}

    /** @param role {@code primary}, {@code secondary} or {@code exploratory} */
    public record Objective(String role, Text text) {}

    /** @param framework such as {@code superiority} */
    public record Design(String structure, String framework, Optional<Text> setting) {}

    /** One arm as the TIDieR checklist asks for it (Hoffmann et al. 2014, BMJ 348:g1687). */
    public record Intervention(
            Optional<Text> why,
            Text what,
            Optional<Text> materials,
            Optional<Text> provider,
            Optional<Text> how,
            Optional<Text> where,
            Text whenAndHowMuch,
            Optional<Text> tailoring,
            Optional<Text> adherenceTarget,
            Optional<Text> permitted,
            Optional<Text> notPermitted) {}

    /** @param codeBreak when and how an allocation is shown to somebody who is blinded */
    public record Blinding(List<BlindedRole> roles, Optional<Text> codeBreak) {}

    /** @param aware whether this role knows the allocation */
    public record BlindedRole(String role, boolean aware, Optional<Text> how) {}

    /** What is compared and how: outcomes, estimands, the number of participants, the analysis. */
    public record AnalysisPlan(
            List<Outcome> outcomes,
            List<Estimand> estimands,
            Optional<SampleSize> sampleSize,
            Optional<Statistics> statistics) {}

    /**
     * An outcome by its five parts: domain, variable, metric, summary and time point.
     *
     * @param role {@code primary}, {@code key-secondary}, {@code secondary} or {@code exploratory}
     * @param order in which key secondary outcomes are tested; 0 where there is none
     * @param variables of the study that it is computed from
     * @param timePoint the code of a visit or diary block
     */
    public record Outcome(
            String id,
            String role,
            int order,
            Text name,
            List<String> variables,
            String metric,
            Text summary,
            String timePoint,
            Optional<Text> importantDifference) {}

    /**
     * What exactly is estimated, by the five attributes of ICH E9(R1) (2019).
     *
     * @param outcome the id of the outcome that it makes precise
     */
    public record Estimand(
            String id,
            String outcome,
            Text population,
            Text treatment,
            Text variable,
            Text summary,
            List<IntercurrentEvent> intercurrentEvents) {}

    /**
     * @param strategy one of the five of ICH E9(R1), such as {@code treatment-policy}
     * @param observed in which answers it shows; it happened where any of them is true
     */
    public record IntercurrentEvent(
            String id,
            Text event,
            String strategy,
            Optional<Text> handling,
            Optional<Text> sensitivity,
            List<Observed> observed) {}

    /**
     * How an intercurrent event shows in what is filled in.
     *
     * @param event code of the event whose form it is
     * @param date the item that says on which day it was
     * @param when over the items of that form
     */
    public record Observed(String event, String date, Expression when) {}

    /** @param alpha two-sided, as written: {@code 0.05} */
    public record SampleSize(
            int perArm, String alpha, String power, List<Assumption> assumptions, Optional<Text> reasoning) {}

    /** @param value with its unit */
    public record Assumption(Text name, String value, Optional<String> source) {}

    public record Statistics(
            Text primaryModel,
            Optional<Text> multiplicity,
            Optional<Text> missingData,
            List<Text> populations,
            List<Text> sensitivity,
            List<Text> subgroups) {}
}

package org.commensal.randomisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commensal.eligibility.Assessment;
import org.commensal.eligibility.Assessment.Verdict;
import org.commensal.enrolment.Participant;
import org.commensal.enrolment.Stage;
import org.commensal.kernel.Text;
import org.commensal.protocol.Schedule.Anchor;
import org.commensal.protocol.Study;
import org.commensal.questionnaires.Response;

/** What must be true before a participant is randomised, in the order in which it is looked at. */
final class Gates {

    private static final Text TAKES_PART = new Text("Still takes part", "Doet nog mee");
    private static final Text STOPPED = new Text("Stopped on %s", "Gestopt op %s");
    private static final Text CONSENT = new Text("Consent is signed", "De toestemming is getekend");
    private static final Text ENROLLED = new Text("Enrolled in the study", "Ingeschreven in de studie");
    private static final Text BASELINE = new Text("Baseline forms are complete", "De startvragenlijsten zijn compleet");
    private static final Text ELIGIBLE =
            new Text("Every eligibility criterion is met", "Aan elk selectiecriterium is voldaan");
    private static final Text FACTORS =
            new Text("Every allocation factor is known", "Elke factor voor de loting is bekend");
    private static final Text KITS = new Text(
            "Kits of every kind are in stock at the site",
            "Van elke soort is een verpakking op voorraad in het centrum");
    private static final Text SIGNED = new Text("Signed on %s", "Getekend op %s");
    private static final Text RECRUITS = new Text("The study recruits", "De studie werft");
    private static final Text RECRUITS_NOBODY = new Text(
            "Recruitment was on hold or had ended when this was entered",
            "De werving lag stil of was gestopt toen dit werd ingevoerd");
    private static final Text DONE = new Text("Done", "Gedaan");
    private static final Text NOT_DONE = new Text("Not done yet", "Nog niet gedaan");
    private static final Text TO_FILL_IN = new Text("Still to fill in: %s", "Nog in te vullen: %s");
    private static final Text NOT_MET = new Text("Not met: %s", "Niet voldaan: %s");
    private static final Text NOT_KNOWN = new Text("Not known yet: %s", "Nog niet bekend: %s");

    private static final Text IN_STOCK = new Text("In stock", "Op voorraad");
    private static final Text NO_KITS = new Text(
            "There are not enough kits. Ask the depot for more",
            "Er zijn te weinig verpakkingen. Vraag het depot om meer");

    private Gates() {}

    /**
     * @param current responses of the participant
     * @param unknownFactors the allocation factors whose level does not follow from the facts
     * @param kitsInStock whether the site has every kind of kit; empty for a study without kits
     */
    static List<Gate> of(
            Study study,
            Participant participant,
            List<Response> current,
            Assessment assessment,
            List<String> unknownFactors,
            Optional<Boolean> kitsInStock) {
        List<Gate> gates = new ArrayList<>();
        participant.withdrawn().values().stream()
                .min(LocalDate::compareTo)
                .ifPresent(day -> gates.add(new Gate(TAKES_PART, false, STOPPED.with(day))));
        gates.add(step(CONSENT, participant.reached(Stage.CONSENTED)));
        gates.add(step(ENROLLED, participant.reached(Stage.ENROLLED)));
        gates.add(gate(BASELINE, missing(TO_FILL_IN, openBaseline(study, current))));
        gates.add(gate(
                ELIGIBLE,
                missing(NOT_MET, criteria(assessment, Verdict.NOT_MET))
                        .or(() -> missing(NOT_KNOWN, criteria(assessment, Verdict.NOT_EVALUABLE)))));
        gates.add(gate(FACTORS, missing(NOT_KNOWN, factors(study, unknownFactors))));
        kitsInStock.ifPresent(all -> gates.add(new Gate(KITS, all, all ? IN_STOCK : NO_KITS)));
        return gates;
    }

    /** What was not in order where consent was signed on a later day than the allocation. */
    static Gate consentedLater(LocalDate signed) {
        return new Gate(CONSENT, false, SIGNED.with(signed));
    }

    /** What was not in order where the study took in nobody new. */
    static Gate notRecruiting() {
        return new Gate(RECRUITS, false, RECRUITS_NOBODY);
    }

    /** The forms of visits before randomisation that are not filled in; single diary days are judged by eligibility. */
    private static List<Text> openBaseline(Study study, List<Response> current) {
        List<String> done = current.stream().map(Response::task).toList();
        return study.schedule().visits().stream()
                .filter(visit -> visit.anchor() != Anchor.RANDOMISATION)
                .flatMap(visit -> visit.forms().stream()
                        .filter(form -> !done.contains(visit.code() + "/" + form.form()))
                        .map(form -> named(study.questionnaire(form.form()).title(), visit.name())))
                .toList();
    }

    private static List<Text> criteria(Assessment assessment, Verdict verdict) {
        return assessment.judgements().stream()
                .filter(judgement -> judgement.verdict() == verdict)
                .map(judgement -> named(
                        judgement.criterion().text(),
                        Text.same(judgement.criterion().id())))
                .toList();
    }

    private static List<Text> factors(Study study, List<String> unknown) {
        return study.factors().stream()
                .filter(factor -> unknown.contains(factor.name()))
                .map(Study.FactorRule::label)
                .toList();
    }

    private static Text named(Text what, Text where) {
        return new Text(what.en() + " (" + where.en() + ")", what.nl() + " (" + where.nl() + ")");
    }

    private static Gate step(Text label, boolean done) {
        return new Gate(label, done, done ? DONE : NOT_DONE);
    }

    private static Gate gate(Text label, Optional<Text> missing) {
        return new Gate(label, missing.isEmpty(), missing.orElse(DONE));
    }

    private static Optional<Text> missing(Text text, List<Text> what) {
        return what.stream()
                .reduce((one, other) -> new Text(one.en() + "; " + other.en(), one.nl() + "; " + other.nl()))
                .map(all -> new Text(text.en().formatted(all.en()), text.nl().formatted(all.nl())));
    }
}

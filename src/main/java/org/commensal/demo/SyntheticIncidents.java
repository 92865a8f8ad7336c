package org.commensal.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.IntFunction;
import org.commensal.access.AskAgain;
import org.commensal.access.Role;
import org.commensal.kernel.Actor;
import org.commensal.kernel.Language;
import org.commensal.kernel.ParticipantCode;
import org.commensal.quality.DataQuery.Step;
import org.commensal.quality.Deviation.Account;
import org.commensal.quality.Deviation.Category;
import org.commensal.quality.HandleQuery;
import org.commensal.quality.RaiseQuery;
import org.commensal.quality.RecordDeviation;
import org.commensal.questionnaires.Submission;
import org.commensal.questionnaires.SubmitResponse;
import org.commensal.safety.events.Causality;
import org.commensal.safety.events.JudgeAdverseEvent;
import org.commensal.safety.events.SignReport;

/**
 * What happens beside the schedule: adverse events, medicines, queries and a protocol deviation. Whom it happens to and
 * when fits with the cases of {@link DataQualityCase}.
 */
@ApplicationScoped
class SyntheticIncidents {

    private static final String STUDY = Demonstration.STUDY;
    private static final String ADVERSE_EVENT = "AE";
    private static final String FIRST = "AE-1";
    private static final String MEDICINE = "CM";
    private static final String HERE = "127.0.0.1";

    @Inject
    SubmitResponse submit;

    @Inject
    JudgeAdverseEvent judge;

    @Inject
    SignReport reports;

    @Inject
    AskAgain askAgain;

    @Inject
    RaiseQuery raise;

    @Inject
    HandleQuery handle;

    @Inject
    RecordDeviation deviations;

    /**
     * Lets happen what happens on the day that the clock is at.
     *
     * @param cast the code of the participant at a place of the cast, counted from 0
     * @param investigator who judges and signs, and has an account
     */
    void on(int daysAgo, IntFunction<ParticipantCode> cast, Actor investigator) {
        switch (daysAgo) {
            case 75 -> tapers(cast.apply(DataQualityCase.DQ08.place()));
            case 40 -> starts(cast.apply(DataQualityCase.DQ09.place()));
            case 25 -> isBloated(cast.apply(DataQualityCase.DQ04.place()), investigator);
            case 20 -> wasLate(cast.apply(DataQualityCase.DQ04.place()));
            case 18 -> explains(cast.apply(DataQualityCase.DQ04.place()));
            case 12 -> wroteAName(cast.apply(DataQualityCase.DQ18.place()));
            case 6 -> goesToHospital(cast.apply(DataQualityCase.DQ14.place()), investigator);
            default -> {}
        }
    }

    private void tapers(ParticipantCode code) {
        medicine(code, "antidepressant", "mental", "lowered", medication("amitriptyline", "N06AA09", 10));
    }

    private void starts(ParticipantCode code) {
        medicine(code, "beta_blocker", "migraine", "started", medication("candesartan", "C09CA06", 8));
    }

    private static Map<String, Object> medication(String product, String atc, int dose) {
        return Map.of("product", product, "atc", atc, "dose", BigDecimal.valueOf(dose), "unit", "mg");
    }

    private void medicine(
            ParticipantCode code, String kind, String indication, String change, Map<String, Object> medication) {
        report(
                code,
                MEDICINE,
                Map.of(
                        "drug_class", kind,
                        "drug", medication,
                        "drug_indication", indication,
                        "drug_change", change,
                        "drug_date", today().toString()));
    }

    private void isBloated(ParticipantCode code, Actor investigator) {
        UUID response = report(
                code,
                ADVERSE_EVENT,
                Map.of(
                        "ae_kind", "bloating",
                        "ae_description", "Bloated after meals, most in the evening",
                        "ae_start", today().minusDays(5).toString(),
                        "ae_ongoing", false,
                        "ae_end", today().minusDays(1).toString(),
                        "ae_grade", "1",
                        "ae_serious", false,
                        "ae_action", "none",
                        "ae_outcome", "recovered"));
        judge.judge(investigator, STUDY, code, FIRST, response, Causality.POSSIBLE, true, "");
    }

    private void goesToHospital(ParticipantCode code, Actor investigator) {
        UUID response = report(
                code,
                ADVERSE_EVENT,
                Map.of(
                        "ae_kind", "abdominal_pain",
                        "ae_description", "Appendicitis, operated on the same day",
                        "ae_start", today().minusDays(1).toString(),
                        "ae_ongoing", true,
                        "ae_grade", "3",
                        "ae_serious", true,
                        "ae_serious_by", List.of("hospitalisation"),
                        "ae_narrative", "Pain around the navel that moved to the right; removed by keyhole surgery.",
                        "ae_action", "paused",
                        "ae_outcome", "recovering"));
        judge.judge(investigator, STUDY, code, FIRST, response, Causality.UNLIKELY, false, "");
        reports.sign(
                investigator,
                STUDY,
                code,
                FIRST,
                0,
                false,
                Optional.empty(),
                Language.EN,
                askAgain.prove(investigator, DemoAccount.PASSWORD, HERE));
    }

    private UUID report(ParticipantCode code, String event, Map<String, Object> answers) {
        UUID id = UUID.randomUUID();
        submit.submit(
                Demonstration.actor(),
                STUDY,
                code,
                new Submission(
                        id, event, answers, Language.EN, now(), Optional.empty(), Optional.empty(), Optional.empty()));
        return id;
    }

    private void wasLate(ParticipantCode code) {
        ask(code, "V2", "", "Week 4 was filled in five days after its window. Why?");
        Account account = new Account(
                today().minusDays(60),
                Category.VISIT_WINDOW,
                false,
                "The forms of week 4 were filled in five days after their window.",
                "The site calls participants on the last day of a window from now on.",
                Optional.empty());
        deviations.record(Demonstration.actor(), STUDY, id(code), Optional.of(code), "", account);
    }

    private void explains(ParticipantCode code) {
        handle.handle(
                Demonstration.actor(),
                STUDY,
                code,
                id(code),
                Step.ANSWERED,
                "The participant was abroad without a network, and filled it in on the day of return.",
                OptionalInt.empty());
    }

    private void wroteAName(ParticipantCode code) {
        ask(code, "V2/changes", "chg_remark", "This remark holds a name and a telephone number. Please take them out.");
    }

    private void ask(ParticipantCode code, String about, String item, String question) {
        raise.raise(Demonstration.as(Role.DATA_MANAGER), STUDY, code, id(code), about, item, question);
    }

    /** Of the one query and the one deviation that somebody has here. */
    private static UUID id(ParticipantCode code) {
        return new UUID(2, code.number());
    }

    private static Instant now() {
        return new DemoClock().instant();
    }

    private static LocalDate today() {
        return LocalDate.ofInstant(now(), SyntheticTrial.ZONE);
    }
}

package org.commensal.journey;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a {@link TestStudy} may have besides, as it stands in its files. */
final class StudyParts {

    /** Events that alerts look at. */
    static final String EVENTS = """
              events:
                - {code: AE, name: {en: "Adverse event", nl: "Ongewenst voorval"}, form: complaint, by: staff, repeating: true}
                - {code: OWN, name: {en: "Own complaint", nl: "Eigen klacht"}, form: complaint, by: participant, when: {en: "When you feel ill", nl: "Als u zich ziek voelt"}, repeating: true}
                - {code: END, name: {en: "Early end", nl: "Eerder stoppen"}, form: complaint, by: staff}
            """;

    /** Alerts, and a query by rule. */
    static final String ALERTS = """

            safety:
              alerts:
                - id: ST1
                  name: {en: "Grave complaint", nl: "Ernstige klacht"}
                  when: grade >= 3
                  action: {en: "Call today.", nl: "Bel vandaag."}
                  help: {en: "Call 112 if you are in danger.", nl: "Bel 112 bij gevaar."}
                  within-hours: 24
                  who: investigator
                - {id: ST2, name: {en: "Many attacks", nl: "Veel aanvallen"}, when: attacks >= 50, action: {en: "Review.", nl: "Beoordeel."}, within-hours: 72, who: coordinator}
            queries:
              - {id: Q1, text: {en: "So many attacks?", nl: "Zo veel aanvallen?"}, when: attacks >= 40, about: attacks}
            """;

    /** The form of those events. */
    static final String COMPLAINT = """
            title: {en: "Complaint", nl: "Klacht"}
            minutes: 1
            items:
              - {code: grade, type: integer, least: 1, most: 5, required: true, question: {en: "Grade", nl: "Graad"}}
            """;

    /** Events that are followed up. */
    static final String ILLNESSES = """
                - {code: AD, name: {en: "Illness", nl: "Ziekte"}, form: adverse-event, by: staff, repeating: true}
                - {code: CM, name: {en: "Medicine", nl: "Medicijn"}, form: medicine, by: staff, repeating: true}
            """;

    /** What is read from those events. */
    static final String REPORTING = """
              adverse-events:
                event: AD
                term: ad_term
                category: ad_kind
                start: ad_start
                ongoing: ad_ongoing
                end: ad_end
                grade: ad_grade
                serious: ad_serious
                criteria: ad_criteria
                aware-day: ad_aware_day
                aware-time: ad_aware_time
                action: ad_action
                outcome: ad_outcome
                age: age_years
                committee: {fatal-days: 7, other-days: 15}
                pause-at: 2
              medicines: {event: CM, medicine: drug, change: drug_change, date: drug_date}
            """;

    /** The form of an illness. */
    static final String ILLNESS = """
            title: {en: "Illness", nl: "Ziekte"}
            minutes: 1
            items:
              - {code: ad_term, type: text, required: true, question: {en: "Which?", nl: "Welke?"}}
              - code: ad_kind
                type: choice
                required: true
                question: {en: "Which kind?", nl: "Welke soort?"}
                options: [{value: nausea, label: {en: "Nausea", nl: "Misselijkheid"}}, {value: other, label: {en: "Other", nl: "Anders"}}]
              - {code: ad_start, type: date, required: true, question: {en: "Since?", nl: "Sinds?"}}
              - {code: ad_ongoing, type: boolean, required: true, question: {en: "Ongoing?", nl: "Nog gaande?"}}
              - {code: ad_end, type: date, ask-if: not ad_ongoing, question: {en: "Until?", nl: "Tot?"}}
              - code: ad_grade
                type: choice
                required: true
                question: {en: "Grade?", nl: "Graad?"}
                options: [%s]
              - {code: ad_serious, type: boolean, required: true, question: {en: "Serious?", nl: "Ernstig?"}}
              - code: ad_criteria
                type: choices
                required: true
                ask-if: ad_serious
                question: {en: "By what?", nl: "Waardoor?"}
                options: [%s]
              - {code: ad_aware_day, type: date, ask-if: ad_serious, question: {en: "Known since?", nl: "Bekend sinds?"}}
              - {code: ad_aware_time, type: time, ask-if: ad_serious, question: {en: "At?", nl: "Hoe laat?"}}
              - code: ad_action
                type: choice
                question: {en: "Done?", nl: "Gedaan?"}
                options: [%s]
              - code: ad_outcome
                type: choice
                required: true
                question: {en: "Outcome?", nl: "Afloop?"}
                options: [%s]
            """.formatted(
                    options("1", "2", "3", "4", "5"),
                    options("death", "life_threatening", "hospitalisation", "disability", "congenital", "other"),
                    options("none", "stopped"),
                    options("recovered", "recovering", "not_recovered", "sequelae", "fatal", "unknown"));

    /** The form of a medicine. */
    static final String MEDICINE = """
            title: {en: "Medicine", nl: "Medicijn"}
            minutes: 1
            items:
              - {code: drug, type: medication, required: true, question: {en: "Which?", nl: "Welk?"}}
              - code: drug_change
                type: choice
                required: true
                question: {en: "What happened?", nl: "Wat gebeurde er?"}
                options: [%s]
              - {code: drug_date, type: date, required: true, question: {en: "When?", nl: "Wanneer?"}}
            """.formatted(options("in_use", "started", "raised", "lowered", "stopped"));

    /** Results from files. */
    static final String IMPORTS = """

            imports:
              - code: lab
                name: {en: "Laboratory", nl: "Laboratorium"}
                event: LAB
                form: lab
                participant: who
                sampled: taken
                decimals: comma
                told-apart-by: [sample]
                columns:
                  - {column: sample, item: sample, values: {T0: baseline, T12: week_12}}
                  - {column: taken, item: taken}
                  - {column: crp, item: crp, unit-column: unit, units: {mg/dL: 10}}
            """;

    /** The form that they are put in. */
    static final String LABORATORY = """
            title: {en: "Laboratory", nl: "Laboratorium"}
            minutes: 1
            items:
              - code: sample
                type: choice
                required: true
                question: {en: "Which sample?", nl: "Welk monster?"}
                options:
                  - {value: baseline, label: {en: "Baseline", nl: "Nulmeting"}}
                  - {value: week_12, label: {en: "Week 12", nl: "Week 12"}}
              - {code: taken, type: date, question: {en: "Taken on", nl: "Afgenomen op"}}
              - {code: crp, type: number, least: 0, most: 300, decimals: 2, unit: mg/L, usual-most: 50, question: {en: "CRP", nl: "CRP"}}
            """;

    /** Reminders. */
    static final String REMINDERS = """

            reminders:
              name: {en: "Two sites", nl: "Twee centra"}
              most: 1
              rules:
                - {code: A, for: [M1], days-after-opening: 1, at: "00:00", subject: {en: "{study}: today", nl: "{study}: vandaag"}, body: {en: "{link}", nl: "Tot en met {until}: {link}"}}
                - {code: B, for: [M1], days-after-opening: 2, at: "00:00", subject: {en: "{study}: today", nl: "{study}: vandaag"}, body: {en: "{link}", nl: "{link}"}}
                - {code: C, for: [M1], days-before-due: 0, at: "12:00", subject: {en: "{study}: until {until}", nl: "{study}: tot en met {until}"}, body: {en: "{link}", nl: "{link}"}}
            """;

    /** Kits of a blinded product. */
    static final String KITS = """

            kits:
              prefix: KIT
              contents: {en: "Ten sachets", nl: "Tien sachets"}
              units: 10
              shelf-life-days: 30
              minimum-stock: 2
              visits: [C2]
            """;

    /** A call in which much can tell an arm. */
    static final String CALL = """
            title: {en: "Call", nl: "Gesprek"}
            minutes: 1
            items:
              - {code: attacks, type: integer, least: 0, most: 100, required: true, question: {en: "Attacks", nl: "Aanvallen"}}
              - {code: sleep, type: nrs, question: {en: "How did you sleep?", nl: "Hoe sliep u?"}}
              - {code: taste, type: nrs, question: {en: "How did it taste?", nl: "Hoe smaakte het?"}}
              - {code: steps, type: integer, least: 0, most: 999999, question: {en: "Steps", nl: "Stappen"}}
              - {code: plan_days, type: integer, least: 0, most: 7, question: {en: "Days with the Kind Xerxes", nl: "Dagen met de Soort Xerxes"}}
              - {code: weight, type: number, least: 30, most: 300, decimals: 1, question: {en: "Weight", nl: "Gewicht"}}
            scores:
              - {code: plan_share, label: {en: "Share of days", nl: "Deel van de dagen"}, formula: plan_days / 7}
            """;

    private StudyParts() {}

    private static String options(String... values) {
        return Stream.of(values)
                .map(value -> "{value: \"%s\", label: {en: \"%s\", nl: \"%s\"}}".formatted(value, value, value))
                .collect(Collectors.joining(", "));
    }
}

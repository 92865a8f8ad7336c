package org.commensal.protocol;

import static org.commensal.protocol.Amendment.kits;
import static org.commensal.protocol.Amendment.row;
import static org.commensal.protocol.Amendment.today;

import java.util.List;
import org.commensal.protocol.StudyDifference.Kind;

/** Amendments of visits and diaries, and of what goes with them: rules, kits, reminders. */
final class ScheduleAmendments {

    static final List<Amendment> TABLE = List.of(
            row(
                    List.of(Kind.VISIT_ADDED),
                    "study.yaml",
                    "V6",
                    "Visit V6 (Week 36) is new: day 250 to 260 (planned on day 252) after randomisation",
                    study -> study.replace(
                            "study.yaml",
                            "  diary:\n",
                            "    - {code: V6, name: {en: Week 36, nl: Week 36}, anchor: randomisation, day: 252, from: 250, to: 260, forms: [{form: pgic, by: participant}]}\n  diary:\n")),
            row(
                    List.of(Kind.VISIT_REMOVED),
                    "study.yaml",
                    "W6",
                    "its open tasks end",
                    study -> study.replace(
                            "study.yaml",
                            "    - code: W6\n      name: {en: \"Call in week 6\", nl: \"Telefoongesprek in week 6\"}\n      anchor: randomisation\n      day: 42\n      from: 39\n      to: 45\n      forms:\n        - {form: changes, by: staff}\n",
                            "")),
            row(
                    List.of(Kind.VISIT_MOVED),
                    "study.yaml",
                    "V2",
                    "day 25 to 33 (planned on day 28) after randomisation instead of day 25 to 31",
                    study -> study.replace("study.yaml", "to: 31", "to: 33")),
            row(
                    List.of(Kind.VISIT_RENAMED),
                    "study.yaml",
                    "W2",
                    "called \"Phone call\"",
                    study -> study.replace("study.yaml", "en: \"Call in week 2\"", "en: \"Phone call\"")),
            row(
                    List.of(Kind.VISIT_FORM_ADDED),
                    "study.yaml",
                    "W6",
                    "W6 has form pgic as well",
                    study -> study.replace(
                            "study.yaml",
                            "      to: 45\n      forms:\n",
                            "      to: 45\n      forms:\n        - {form: pgic, by: participant}\n")),
            row(
                    List.of(Kind.VISIT_FORM_REMOVED),
                    "study.yaml",
                    "V2",
                    "V2 no longer has form pgic",
                    study -> study.replace(
                            "study.yaml",
                            "        - {form: measurements, by: staff}\n        - {form: pgic, by: participant}\n",
                            "        - {form: measurements, by: staff}\n")),
            row(
                    List.of(Kind.VISIT_FORM_BY),
                    "study.yaml",
                    "SCR",
                    "form measurements is filled in by the participant",
                    study -> study.replace(
                            "study.yaml", "{form: measurements, by: staff}", "{form: measurements, by: participant}")),
            row(
                    List.of(Kind.DIARY_ADDED),
                    "study.yaml",
                    "B4",
                    "day 84 to 111 after randomisation",
                    study -> study.replace(
                            "study.yaml",
                            "    - code: B5\n",
                            "    - {code: B4, name: {en: More, nl: Meer}, form: diary, anchor: randomisation, first-day: 84, last-day: 111, lock-after-hours: 48}\n    - code: B5\n")),
            row(
                    List.of(Kind.DIARY_REMOVED),
                    "study.yaml",
                    "B5",
                    "its open days end",
                    study -> study.replace(
                            "study.yaml",
                            "    - code: B5\n      name: {en: \"Diary, weeks 21 to 24\", nl: \"Dagboek, week 21 tot en met 24\"}\n      form: diary\n      anchor: randomisation\n      first-day: 140\n      last-day: 167\n      lock-after-hours: 48\n",
                            "")),
            row(
                    List.of(Kind.DIARY_MOVED),
                    "study.yaml",
                    "B5",
                    "day 140 to 174 after randomisation instead of day 140 to 167",
                    study -> study.replace("study.yaml", "last-day: 167", "last-day: 174")),
            row(
                    List.of(Kind.DIARY_FORM),
                    "study.yaml",
                    "B5",
                    "asks form pgic instead of diary",
                    study -> study.replace(
                            "study.yaml",
                            "week 21 tot en met 24\"}\n      form: diary",
                            "week 21 tot en met 24\"}\n      form: pgic")),
            row(
                    List.of(Kind.DIARY_LOCK),
                    "study.yaml",
                    "B0",
                    "until 72 hours after it instead of 48",
                    study -> study.replace("study.yaml", "lock-after-hours: 48", "lock-after-hours: 72")),
            row(
                    List.of(Kind.DIARY_RENAMED),
                    "study.yaml",
                    "B1",
                    "called \"Diary of month 1\"",
                    study -> study.replace("study.yaml", "\"Diary, weeks 1 to 4\"", "\"Diary of month 1\"")),
            today(Kind.ANALYSIS, "metric: change-from-baseline", "metric: value", "outcomes, estimands"),
            today(Kind.IMPORTS, "decimals: comma", "decimals: point", "Results from files are read otherwise"),
            today(Kind.OWN_DIARY, "when: acute_medication}", "when: not acute_medication}", "of their own diary"),
            today(Kind.SAFETY, "weight_v1 * 0.9 or", "weight_v1 * 0.8 or", "alerts or other safety rules"),
            today(
                    Kind.QUERIES,
                    "when: diastolic >= systolic",
                    "when: diastolic > systolic",
                    "queries that answers raise"),
            today(Kind.EVENT_FORM, "A new complaint, a", "A new complaint or a", "filled in when something happens"),
            today(Kind.INTERVENTION, "A powder of eight", "A powder of nine", "what participants of an arm receive"),
            kits(Kind.KITS, "visits: [V2, V3]", "visits: [V2]", "handed out, kept or sent otherwise"),
            kits(
                    Kind.DOUBLE_ENTRY,
                    "double-entry: [measurements]",
                    "double-entry: [sachets]",
                    "Other forms are entered by two people"),
            kits(Kind.SOURCE_VERIFICATION, "  share: 20", "  share: 30", "compared with their source"),
            kits(Kind.KIT_NUMBERS, "prefix: KIT", "prefix: BOX", "begin otherwise than those on the boxes"),
            new Amendment(
                    PublishedEarlierTest.FOLDER,
                    List.of(Kind.REMINDER_ADDED),
                    Planted.STUDY,
                    "EVENING",
                    "Reminder EVENING is new: of B0, 0 days after the first day at 19:30",
                    study -> study.put(Planted.STUDY, study.text(Planted.STUDY) + reminder("EVENING"))),
            new Amendment(
                    FlagshipTest.FOLDER,
                    List.of(Kind.REMINDER_REMOVED, Kind.REMINDER_ADDED),
                    Planted.STUDY,
                    "MISSED",
                    "Reminder MISSED is no longer sent",
                    study -> study.replace(Planted.STUDY, "- code: MISSED", "- code: MORNING")),
            new Amendment(
                    FlagshipTest.FOLDER,
                    List.of(Kind.REMINDER_CHANGED),
                    Planted.STUDY,
                    "EVENING",
                    "now of B0, B1, B2, B3, B5, S0, S1, S2, S3, S5, 0 days after the first day at 18:00",
                    study -> study.replace(Planted.STUDY, "at: \"19:30\"", "at: \"18:00\"")),
            today(Kind.REMINDER_LIMITS, "most-a-day: 2", "most-a-day: 1", "at most 1 a day and 200 in all"),
            today(Kind.PROTOCOL_TEXT, "There is no placebo", "We have no placebo", "other parts of the protocol"));

    private ScheduleAmendments() {}

    private static String reminder(String code) {
        return """

                reminders:
                  name: {en: "Study", nl: "Studie"}
                  most: 10
                  rules:
                    - code: %s
                      for: [B0]
                      days-after-opening: 0
                      at: "19:30"
                      subject: {en: "Today", nl: "Vandaag"}
                      body: {en: "{link}", nl: "{link}"}
                """.formatted(code);
    }
}

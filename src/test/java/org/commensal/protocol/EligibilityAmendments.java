package org.commensal.protocol;

import static org.commensal.protocol.Amendment.row;

import java.util.List;
import org.commensal.protocol.StudyDifference.Kind;

/** Amendments of the consent, the criteria and what is computed for them. */
final class EligibilityAmendments {

    static final List<Amendment> TABLE = List.of(
            row(
                    List.of(Kind.CONSENT_VERSION),
                    "consent.yaml",
                    "0.2",
                    "asked to consent again",
                    study -> study.replace("consent.yaml", "version: \"0.1\"", "version: \"0.2\"")),
            row(
                    List.of(Kind.CONSENT_TEXT),
                    "consent.yaml",
                    "0.1",
                    "still version 0.1",
                    study -> study.replace("consent.yaml", "Your care stays the same.", "Your care does not change.")),
            row(
                    List.of(Kind.CRITERION_ADDED),
                    "study.yaml",
                    "I11",
                    "Criterion I11 is new: Not too old",
                    study -> study.replace(
                            "study.yaml",
                            "  exclusion:\n",
                            "    - {id: I11, text: {en: \"Not too old\", nl: \"Niet te oud\"}, when: age_years < 64}\n  exclusion:\n")),
            row(
                    List.of(Kind.CRITERION_REMOVED),
                    "study.yaml",
                    "E17",
                    "E17 is gone",
                    study -> study.replace(
                            "study.yaml",
                            "    - id: E17\n      text: {en: \"Alarm symptoms of the bowel\", nl: \"Alarmsymptomen van de darm\"}\n      when: alarm_symptoms\n",
                            "")),
            row(
                    List.of(Kind.CRITERION_CHANGED),
                    "study.yaml",
                    "I01",
                    "age_years <= 70 instead of",
                    study -> study.replace("study.yaml", "age_years <= 65", "age_years <= 70")),
            row(
                    List.of(Kind.CRITERION_TEXT),
                    "study.yaml",
                    "I01",
                    "reads \"Aged 18 to 65",
                    study -> study.replace("study.yaml", "\"Age 18 to 65 years\"", "\"Aged 18 to 65 years\"")),
            row(
                    List.of(Kind.CRITERIA_LEFT_OUT),
                    "study.yaml",
                    "gutbrain-migraine-3arm",
                    "no form can compute",
                    study -> study.replace("study.yaml", "\"Signed informed consent.", "\"Signed consent.")),
            row(
                    List.of(Kind.DERIVED_ADDED),
                    "study.yaml",
                    "amd_runin",
                    "amd_runin (Medication days) is new",
                    study -> study.replace(
                            "study.yaml",
                            "# What is missing is unknown, and an",
                            "  - {code: amd_runin, function: monthly-acute-medication-days, form: diary, block: B0, label: {en: \"Medication days\", nl: \"Dagen met medicijn\"}}\n# What is missing is unknown, and an")),
            row(
                    List.of(Kind.DERIVED_RETIRED, Kind.CRITERION_CHANGED),
                    "study.yaml",
                    "mhd_runin",
                    "no longer computed",
                    study -> study.replace(
                                    "study.yaml",
                                    "  - code: mhd_runin\n    function: monthly-headache-days\n    form: diary\n    block: B0\n    label: {en: \"Headache days per 28 days before the draw\", nl: \"Hoofdpijndagen per 28 dagen vóór de loting\"}\n",
                                    "")
                            .replace("study.yaml", " or mhd_runin > 26", "")),
            row(
                    List.of(Kind.DERIVED_CHANGED),
                    "study.yaml",
                    "mhd_runin",
                    "monthly-acute-medication-days, diary, B0",
                    study -> study.replace(
                            "study.yaml",
                            "function: monthly-headache-days",
                            "function: monthly-acute-medication-days")),
            new Amendment(
                    FlagshipTest.FOLDER,
                    List.of(Kind.DERIVED_CHANGED),
                    "study.yaml",
                    "mmd_b3",
                    "change-in-monthly-migraine-days, diary, B3, B0",
                    study -> study.replace(
                            "study.yaml",
                            "code: mmd_b3\n    function: monthly-migraine-days",
                            "code: mmd_b3\n    earlier: [B0]\n    function: change-in-monthly-migraine-days")),
            row(
                    List.of(Kind.DERIVED_TEXT),
                    "study.yaml",
                    "mmd_runin",
                    "is labelled \"Migraine days before\"",
                    study -> study.replace(
                            "study.yaml",
                            "en: \"Migraine days per 28 days before the draw\"",
                            "en: \"Migraine days before\"")));

    private EligibilityAmendments() {}
}

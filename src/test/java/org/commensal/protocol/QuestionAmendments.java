package org.commensal.protocol;

import static org.commensal.protocol.Amendment.row;

import java.nio.file.Path;
import java.util.List;
import org.commensal.protocol.StudyDifference.Kind;

/** Amendments of forms and instruments: their questions, options and scores. */
final class QuestionAmendments {

    private static final Path EVERY_KEY = Path.of("src", "test", "resources", "studies", "every-key");
    private static final String SCREENING = "forms/screening.yaml";
    private static final String LINE = "type: vas";
    private static final String ENDS = """
                options:
                  - {value: 0, label: {en: "as bad as it can be", nl: "zo slecht als het kan zijn"}}
                  - {value: 100, label: {en: "as good as it can be", nl: "zo goed als het kan zijn"}}
            """;

    static final List<Amendment> TABLE = List.of(
            row(
                    List.of(Kind.FORM_ADDED, Kind.ITEM_ADDED, Kind.VISIT_FORM_ADDED),
                    "extra",
                    "extra",
                    "Form extra (Extra) is new; it takes 7 minutes",
                    study -> study.replace(
                                    "study.yaml",
                                    "        - {form: screening, by: staff}\n",
                                    "        - {form: screening, by: staff}\n        - {form: extra, by: participant}\n")
                            .put(
                                    "forms/extra.yaml",
                                    "title: {en: Extra, nl: Meer}\nminutes: 7\nitems:\n  - {code: x, type: boolean, question: {en: X, nl: Y}}\n")),
            row(
                    List.of(Kind.FORM_RETIRED, Kind.ITEM_RETIRED, Kind.SCORE_RETIRED, Kind.VISIT_FORM_REMOVED),
                    "gad-7",
                    "gad-7",
                    "kept and shown as retired",
                    study -> study.replace("study.yaml", "[phq-9, gad-7]", "[phq-9]")
                            .replace("study.yaml", "        - {form: gad-7, by: participant}\n", "")
                            .replace("study.yaml", "        - {form: gad-7, by: participant}\n", "")
                            .replace("study.yaml", "        - {form: gad-7, by: participant}\n", "")
                            .remove("instruments/gad-7.yaml")),
            row(
                    List.of(Kind.FORM_TEXT),
                    "pgic",
                    "pgic",
                    "another title",
                    study -> study.replace(
                            "forms/pgic.yaml", "How is your migraine now?", "How is your migraine today?")),
            row(
                    List.of(Kind.ITEM_ADDED),
                    "measurements",
                    "hip_cm",
                    "Item hip_cm is new in measurements: \"Hip\"",
                    study -> study.replace(
                            "forms/measurements.yaml",
                            "  - {code: waist_cm, type: integer, least: 50, most: 180, unit: cm, question: {en: \"Waist\", nl: \"Tailleomtrek\"}}\n",
                            "  - {code: waist_cm, type: integer, least: 50, most: 180, unit: cm, question: {en: \"Waist\", nl: \"Tailleomtrek\"}}\n  - {code: hip_cm, type: integer, least: 50, most: 180, question: {en: \"Hip\", nl: \"Heup\"}}\n")),
            row(
                    List.of(Kind.ITEM_RETIRED),
                    "measurements",
                    "waist_cm",
                    "waist_cm of measurements is retired: \"Waist\"",
                    study -> study.replace(
                            "forms/measurements.yaml",
                            "  - {code: waist_cm, type: integer, least: 50, most: 180, unit: cm, question: {en: \"Waist\", nl: \"Tailleomtrek\"}}\n",
                            "")),
            row(
                    List.of(Kind.ITEM_MOVED),
                    "screening",
                    "waist_cm",
                    "in screening instead of measurements",
                    study -> study.replace(
                                    "forms/measurements.yaml",
                                    "  - {code: waist_cm, type: integer, least: 50, most: 180, unit: cm, question: {en: \"Waist\", nl: \"Tailleomtrek\"}}\n",
                                    "")
                            .replace(
                                    "forms/screening.yaml",
                                    "items:\n",
                                    "items:\n  - {code: waist_cm, type: integer, least: 50, most: 180, unit: cm, question: {en: \"Waist\", nl: \"Tailleomtrek\"}}\n")),
            row(
                    List.of(Kind.ITEM_ORDER),
                    "measurements",
                    "measurements",
                    "in another order",
                    study -> study.replace(
                                    "forms/measurements.yaml",
                                    "  - {code: waist_cm, type: integer, least: 50, most: 180, unit: cm, question: {en: \"Waist\", nl: \"Tailleomtrek\"}}\n",
                                    "")
                            .replace(
                                    "forms/measurements.yaml",
                                    "items:\n",
                                    "items:\n  - {code: waist_cm, type: integer, least: 50, most: 180, unit: cm, question: {en: \"Waist\", nl: \"Tailleomtrek\"}}\n")),
            row(
                    List.of(Kind.ITEM_TYPE),
                    "changes",
                    "chg_other_diet",
                    "has type time instead of boolean",
                    study -> study.replace(
                            "forms/changes.yaml", "chg_other_diet, type: boolean", "chg_other_diet, type: time")),
            new Amendment(
                    EVERY_KEY,
                    List.of(Kind.ITEM_SHOWN),
                    "screening",
                    "worst_nrs",
                    "asked as integer instead of nrs",
                    study -> study.replace(SCREENING, "type: nrs,", "type: integer, least: 0, most: 10,")),
            new Amendment(
                    EVERY_KEY,
                    List.of(Kind.ITEM_TYPE),
                    "screening",
                    "health",
                    "has type nrs instead of vas",
                    study -> study.replace(SCREENING, LINE, "type: nrs").replace(SCREENING, ENDS, "")),
            new Amendment(
                    EVERY_KEY,
                    List.of(Kind.ITEM_LIMITS),
                    "screening",
                    "weight_kg",
                    "usual-most 170. It took: decimals 1, least 0, most 400, usual-least 35, usual-most 160.5",
                    study -> study.replace(SCREENING, "usual-most: 160.5", "usual-most: 170")),
            new Amendment(
                    EVERY_KEY,
                    List.of(Kind.ITEM_LIMITS),
                    "screening",
                    "visit_time",
                    "usual-most 19:00",
                    study -> study.replace(SCREENING, "usual-most: \"18:00\"", "usual-most: \"19:00\"")),
            new Amendment(
                    EVERY_KEY,
                    List.of(Kind.ITEM_LIMITS),
                    "screening",
                    "first_med",
                    "indication false. It took: indication true",
                    study -> study.replace(SCREENING, "indication: true, ", "")),
            new Amendment(
                    EVERY_KEY,
                    List.of(Kind.OPTION_RELABELLED),
                    "screening",
                    "health",
                    "Option 100 of item health",
                    study -> study.replace(SCREENING, "as good as it can be", "perfect")),
            row(
                    List.of(Kind.ITEM_UNIT),
                    "changes",
                    "chg_antibiotic_days",
                    "in \"days\" instead of \"d\"",
                    study -> study.replace("forms/changes.yaml", "unit: d,", "unit: days,")),
            row(
                    List.of(Kind.ITEM_REWORDED),
                    "changes",
                    "chg_other_diet",
                    "asks \"Has another diet",
                    study -> study.replace("forms/changes.yaml", "Was another diet", "Has another diet")),
            row(
                    List.of(Kind.ITEM_HELP),
                    "changes",
                    "chg_remark",
                    "is \"Write no names.\"",
                    study -> study.replace("forms/changes.yaml", "No names, please.", "Write no names.")),
            row(
                    List.of(Kind.ITEM_LIMITS),
                    "changes",
                    "chg_antibiotic_days",
                    "most 90. It took: decimals 0, least 0, most 60",
                    study -> study.replace("forms/changes.yaml", "most: 60", "most: 90")),
            row(
                    List.of(Kind.ITEM_FORMULA),
                    "measurements",
                    "bmi",
                    "computed as 10000 * weight_kg",
                    study -> study.replace("forms/measurements.yaml", "weight_kg * 10000 /", "10000 * weight_kg /")),
            row(
                    List.of(Kind.ITEM_CONDITION),
                    "screening",
                    "weight_loss_intentional",
                    "if: weight_loss_pct_last_6mo > 1. It",
                    study -> study.replace("forms/screening.yaml", "_6mo > 0", "_6mo > 1")),
            row(
                    List.of(Kind.ITEM_REQUIRED),
                    "changes",
                    "chg_other_diet",
                    "may be skipped",
                    study -> study.replace(
                            "forms/changes.yaml",
                            "chg_other_diet, type: boolean, required: true",
                            "chg_other_diet, type: boolean")),
            row(
                    List.of(Kind.ITEM_REQUIRED),
                    "changes",
                    "chg_remark",
                    "may no longer be skipped",
                    study -> study.replace(
                            "forms/changes.yaml", "chg_remark, type: text", "chg_remark, required: true, type: text")),
            new Amendment(
                    FlagshipTest.FOLDER,
                    List.of(Kind.ITEM_REFUSAL),
                    "evening",
                    "menstruation",
                    "Whoever leaves item menstruation open skipped it",
                    study -> study.replace("forms/evening.yaml", "    may-refuse: true\n", "")),
            row(
                    List.of(Kind.ITEM_EXPORT),
                    "screening",
                    "opioid_or_barbiturate_days_per28",
                    "as normal instead of sensitive",
                    study -> study.replace("forms/screening.yaml", "most: 28, export: sensitive", "most: 28")),
            row(
                    List.of(Kind.OPTION_ADDED),
                    "screening",
                    "diet_special_current",
                    "new option paleo (Paleo)",
                    study -> study.replace(
                            "forms/screening.yaml",
                            "      - {value: vegetarian, label: {en: \"Vegetarian\", nl: \"Vegetarisch\"}}\n",
                            "      - {value: vegetarian, label: {en: \"Vegetarian\", nl: \"Vegetarisch\"}}\n      - {value: paleo, label: {en: Paleo, nl: Paleo}}\n")),
            row(
                    List.of(Kind.OPTION_RETIRED),
                    "screening",
                    "diet_special_current",
                    "no longer has option vegetarian (Vegetarian)",
                    study -> study.replace(
                            "forms/screening.yaml",
                            "      - {value: vegetarian, label: {en: \"Vegetarian\", nl: \"Vegetarisch\"}}\n",
                            "")),
            row(
                    List.of(Kind.OPTION_RELABELLED),
                    "screening",
                    "diet_special_current",
                    "reads \"No meat\" instead of \"Vegetarian\"",
                    study -> study.replace("forms/screening.yaml", "\"Vegetarian\"", "\"No meat\"")),
            row(
                    List.of(Kind.OPTION_ORDER),
                    "screening",
                    "diet_special_current",
                    "options in another order",
                    study -> study.replace(
                                    "forms/screening.yaml",
                                    "      - {value: vegetarian, label: {en: \"Vegetarian\", nl: \"Vegetarisch\"}}\n",
                                    "")
                            .replace(
                                    "forms/screening.yaml",
                                    "      - {value: none, label: {en: \"No\"",
                                    "      - {value: vegetarian, label: {en: \"Vegetarian\", nl: \"Vegetarisch\"}}\n      - {value: none, label: {en: \"No\"")),
            row(
                    List.of(Kind.SCORE_ADDED),
                    "gad-7",
                    "gad2_total",
                    "Score gad2_total (GAD-2) is new",
                    study -> study.replace(
                            "instruments/gad-7.yaml",
                            "scores:\n",
                            "scores:\n  - {code: gad2_total, label: {en: GAD-2, nl: GAD-2}, formula: \"sum(gad7_01, gad7_02)\"}\n")),
            row(
                    List.of(Kind.SCORE_CHANGED),
                    "gad-7",
                    "gad7_total",
                    "computed as sum(gad7_02, gad7_01,",
                    study -> study.replace("instruments/gad-7.yaml", "sum(gad7_01, gad7_02,", "sum(gad7_02, gad7_01,")),
            row(
                    List.of(Kind.SCORE_BANDS),
                    "gad-7",
                    "gad7_total",
                    "mild from 6",
                    study -> study.replace("instruments/gad-7.yaml", "from: 5,", "from: 6,")),
            row(
                    List.of(Kind.SCORE_TEXT),
                    "gad-7",
                    "gad7_total",
                    "labelled \"GAD-7 sum\"",
                    study -> study.replace("instruments/gad-7.yaml", "\"GAD-7 total\"", "\"GAD-7 sum\"")));

    private QuestionAmendments() {}
}

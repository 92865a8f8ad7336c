package org.commensal.protocol;

import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.commensal.protocol.StudyDifference.Kind;

/**
 * Amendments of the flagship, the first lines as it was published first and the last as it is: what is written otherwise,
 * and what is to be told of it. A table, hence its length.
 */
final class Amendments {

    private static final Path EVERY_KEY = Path.of("src", "test", "resources", "studies", "every-key");
    private static final String SCREENING = "forms/screening.yaml";
    private static final String LINE = "type: vas";
    private static final String ENDS = """
                options:
                  - {value: 0, label: {en: "as bad as it can be", nl: "zo slecht als het kan zijn"}}
                  - {value: 100, label: {en: "as good as it can be", nl: "zo goed als het kan zijn"}}
            """;
    private static final String VERSION = "\nversion: \"";

    private Amendments() {}

    /**
     * One amendment.
     *
     * @param kinds all that is to be told, the first of them at this file and code, with these words
     */
    record Row(Path folder, List<Kind> kinds, String file, String code, String words, UnaryOperator<Planted> change) {

        Study old() {
            return StudyReader.read(folder);
        }

        /** In version 0.9. */
        Planted amended() {
            Planted study = new Planted(folder);
            String next = study.text(Planted.STUDY).replaceFirst(VERSION + "[0-9.]+\"", VERSION + "0.9\"");
            return change.apply(study.put(Planted.STUDY, next));
        }

        @Override
        public String toString() {
            return kinds + " " + code;
        }
    }

    private static Row row(List<Kind> kinds, String file, String code, String words, UnaryOperator<Planted> change) {
        return new Row(PublishedEarlierTest.FOLDER, kinds, file, code, words, change);
    }

    /** An amendment of the flagship as it is, of what the first version did not have. */
    private static Row today(Kind kind, String before, String after, String words) {
        return new Row(
                FlagshipTest.FOLDER,
                List.of(kind),
                Planted.STUDY,
                "gutbrain-migraine-3arm",
                words,
                study -> study.replace(Planted.STUDY, before, after));
    }

    /** An amendment of a study that has kits. */
    private static Row kits(Kind kind, String before, String after, String words) {
        String id = "probiotic-placebo-2arm";
        return new Row(
                Path.of("study-protocols", id),
                List.of(kind),
                Planted.STUDY,
                id,
                words,
                study -> study.replace(Planted.STUDY, before, after));
    }

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

    static final List<Row> TABLE = List.of(
            row(
                    List.of(Kind.STUDY_ID),
                    "study.yaml",
                    "another-study",
                    "another study: another-study",
                    study -> study.replace("study.yaml", "id: gutbrain-migraine-3arm", "id: another-study")),
            row(
                    List.of(Kind.SAME_VERSION, Kind.TARGET),
                    "study.yaml",
                    "gutbrain-migraine-3arm",
                    "Both are version 0.1",
                    study -> study.replace("study.yaml", "version: \"0.9\"", "version: \"0.1\"")
                            .replace("study.yaml", "309", "310")),
            row(
                    List.of(Kind.STUDY_TEXT),
                    "study.yaml",
                    "gutbrain-migraine-3arm",
                    "title, summary or notice",
                    study -> study.replace("study.yaml", "\"Gut and brain", "\"Gut & brain")),
            row(
                    List.of(Kind.TIME_ZONE),
                    "study.yaml",
                    "gutbrain-migraine-3arm",
                    "the clock of Europe/Brussels",
                    study -> study.replace("study.yaml", "Europe/Amsterdam", "Europe/Brussels")),
            row(
                    List.of(Kind.TARGET),
                    "study.yaml",
                    "gutbrain-migraine-3arm",
                    "320 participants will be randomised instead of 309",
                    study -> study.replace("study.yaml", "target: 309", "target: 320")),
            row(
                    List.of(Kind.SITE_ADDED, Kind.FACTOR),
                    "study.yaml",
                    "delft",
                    "Site delft (Delft) takes part",
                    study -> study.replace(
                            "study.yaml",
                            "  - {code: zwolle",
                            "  - {code: delft, prefix: DEL, name: Delft}\n  - {code: zwolle")),
            row(
                    List.of(Kind.SITE_REMOVED, Kind.FACTOR),
                    "study.yaml",
                    "maastricht",
                    "is gone, and its participants",
                    study -> study.replace(
                            "study.yaml",
                            "  - {code: maastricht, prefix: MAA, name: \"Hoofdpijncentrum Maastricht-West\"}\n",
                            "")),
            row(
                    List.of(Kind.SITE_RENAMED, Kind.FACTOR_TEXT),
                    "study.yaml",
                    "zwolle",
                    "instead of \"Migrainecentrum Zwolle\"",
                    study -> study.replace("study.yaml", "Migrainecentrum Zwolle", "Migrainecentrum IJssel")),
            row(
                    List.of(Kind.SITE_CONTACT),
                    "study.yaml",
                    "zwolle",
                    "reach site zwolle in another way: 000 765 43 21",
                    study -> study.replace(
                            "study.yaml",
                            "\"Migrainecentrum Zwolle\"}",
                            "\"Migrainecentrum Zwolle\", contact: 000 765 43 21}")),
            row(
                    List.of(Kind.SITE_PREFIX),
                    "study.yaml",
                    "zwolle",
                    "begin with ZWL, those given with ZWO",
                    study -> study.replace("study.yaml", "prefix: ZWO", "prefix: ZWL")),
            row(
                    List.of(Kind.ARM_ADDED),
                    "study.yaml",
                    "WAIT",
                    "allocated to arm WAIT (Waiting list) as well",
                    study -> study.replace(
                            "study.yaml",
                            "\ninstruments: [phq-9",
                            "  - code: WAIT\n    name: {en: \"Waiting list\", nl: \"Wachtlijst\"}\n    description: {en: \"You wait.\", nl: \"U wacht.\"}\n\ninstruments: [phq-9")),
            row(
                    List.of(Kind.ARM_CLOSED),
                    "study.yaml",
                    "MED",
                    "Arm MED (Mediterranean diet) takes nobody new",
                    study -> study.replace("study.yaml", "  - code: MED\n", "  - code: MED\n    closed: true\n")),
            row(
                    List.of(Kind.ARM_REMOVED),
                    "study.yaml",
                    "MED",
                    "Arm MED (Mediterranean diet) is gone",
                    study -> study.replace(
                            "study.yaml",
                            "  - code: MED\n    ratio: 1\n    name: {en: \"Mediterranean diet\", nl: \"Mediterraan dieet\"}\n    description:\n      en: \"With a dietitian: vegetables, fruit, legumes, nuts, fish and olive oil every week, for 12 weeks.\"\n      nl: \"Met een diëtist: elke week groente, fruit, peulvruchten, noten, vis en olijfolie, 12 weken lang.\"\n",
                            "")),
            row(
                    List.of(Kind.ARM_ORDER),
                    "study.yaml",
                    "gutbrain-migraine-3arm",
                    "in another order",
                    study -> study.replace(
                                    "study.yaml",
                                    "  - code: MED\n    ratio: 1\n    name: {en: \"Mediterranean diet\", nl: \"Mediterraan dieet\"}\n    description:\n      en: \"With a dietitian: vegetables, fruit, legumes, nuts, fish and olive oil every week, for 12 weeks.\"\n      nl: \"Met een diëtist: elke week groente, fruit, peulvruchten, noten, vis en olijfolie, 12 weken lang.\"\n",
                                    "")
                            .replace(
                                    "study.yaml",
                                    "  - code: LFD\n",
                                    "  - code: MED\n    ratio: 1\n    name: {en: \"Mediterranean diet\", nl: \"Mediterraan dieet\"}\n    description:\n      en: \"With a dietitian: vegetables, fruit, legumes, nuts, fish and olive oil every week, for 12 weeks.\"\n      nl: \"Met een diëtist: elke week groente, fruit, peulvruchten, noten, vis en olijfolie, 12 weken lang.\"\n  - code: LFD\n")),
            row(
                    List.of(Kind.ARM_TEXT),
                    "study.yaml",
                    "PROB",
                    "described in other words",
                    study -> study.replace("study.yaml", "One sachet of 2 g", "One sachet of 3 g")),
            row(
                    List.of(Kind.OPEN_LABEL),
                    "study.yaml",
                    "gutbrain-migraine-3arm",
                    "shown to: participant; it was shown to: participant, coordinator",
                    study -> study.replace("study.yaml", "[participant, coordinator]", "[participant]")),
            row(
                    List.of(Kind.RATIO),
                    "study.yaml",
                    "gutbrain-migraine-3arm",
                    "is 2:1:1 instead of 1:1:1",
                    study -> study.replace("study.yaml", "ratio: 1", "ratio: 2")),
            row(
                    List.of(Kind.ALLOCATION),
                    "allocation.yaml",
                    "gutbrain-migraine-3arm",
                    "its settings changed",
                    study -> study.replace("allocation.yaml", "4/5", "3/4")),
            row(
                    List.of(Kind.EXPECTED),
                    "simulation.yaml",
                    "gutbrain-migraine-3arm",
                    "Nobody is allocated otherwise",
                    study -> study.put("simulation.yaml", "prevalences: {aura: {no: 2, yes: 1}}")),
            row(
                    List.of(Kind.FORCED),
                    "allocation.yaml",
                    "gutbrain-migraine-3arm",
                    "given the arm of another",
                    study -> study.replace(
                            "allocation.yaml", "overall-total: true", "overall-total: true\nforced: allowed")),
            row(
                    List.of(Kind.FACTOR),
                    "study.yaml",
                    "mmd-band",
                    "mmd_runin < 14",
                    study -> study.replace("study.yaml", "when: mmd_runin < 15", "when: mmd_runin < 14")),
            row(
                    List.of(Kind.FACTOR, Kind.ALLOCATION),
                    "study.yaml",
                    "sex",
                    "balances over sex as well",
                    study -> study.replace(
                            "study.yaml",
                            "  - name: site\n",
                            "  - name: sex\n    label: {en: Sex, nl: Geslacht}\n    levels:\n      - {code: m, label: {en: M, nl: M}, when: sex == \"male\"}\n      - {code: f, label: {en: F, nl: V}, when: sex != \"male\"}\n  - name: site\n")),
            row(
                    List.of(Kind.FACTOR, Kind.ALLOCATION),
                    "study.yaml",
                    "site",
                    "no longer balances over site",
                    study -> study.replace(
                            "study.yaml",
                            "  - name: site\n    label: {en: \"Site\", nl: \"Centrum\"}\n    levels-from: sites\n",
                            "")),
            row(
                    List.of(Kind.FACTOR_TEXT),
                    "study.yaml",
                    "preventive",
                    "another label",
                    study -> study.replace(
                            "study.yaml", "en: \"Uses a preventive\", nl", "en: \"Takes a preventive\", nl")),
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
            new Row(
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
                            "en: \"Migraine days before\"")),
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
            new Row(
                    EVERY_KEY,
                    List.of(Kind.ITEM_SHOWN),
                    "screening",
                    "worst_nrs",
                    "asked as integer instead of nrs",
                    study -> study.replace(SCREENING, "type: nrs,", "type: integer, least: 0, most: 10,")),
            new Row(
                    EVERY_KEY,
                    List.of(Kind.ITEM_TYPE),
                    "screening",
                    "health",
                    "has type nrs instead of vas",
                    study -> study.replace(SCREENING, LINE, "type: nrs").replace(SCREENING, ENDS, "")),
            new Row(
                    EVERY_KEY,
                    List.of(Kind.ITEM_LIMITS),
                    "screening",
                    "weight_kg",
                    "usual-most 170. It took: decimals 1, least 0, most 400, usual-least 35, usual-most 160.5",
                    study -> study.replace(SCREENING, "usual-most: 160.5", "usual-most: 170")),
            new Row(
                    EVERY_KEY,
                    List.of(Kind.ITEM_LIMITS),
                    "screening",
                    "visit_time",
                    "usual-most 19:00",
                    study -> study.replace(SCREENING, "usual-most: \"18:00\"", "usual-most: \"19:00\"")),
            new Row(
                    EVERY_KEY,
                    List.of(Kind.ITEM_LIMITS),
                    "screening",
                    "first_med",
                    "indication false. It took: indication true",
                    study -> study.replace(SCREENING, "indication: true, ", "")),
            new Row(
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
            new Row(
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
                    study -> study.replace("instruments/gad-7.yaml", "\"GAD-7 total\"", "\"GAD-7 sum\"")),
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
            new Row(
                    PublishedEarlierTest.FOLDER,
                    List.of(Kind.REMINDER_ADDED),
                    Planted.STUDY,
                    "EVENING",
                    "Reminder EVENING is new: of B0, 0 days after the first day at 19:30",
                    study -> study.put(Planted.STUDY, study.text(Planted.STUDY) + reminder("EVENING"))),
            new Row(
                    FlagshipTest.FOLDER,
                    List.of(Kind.REMINDER_REMOVED, Kind.REMINDER_ADDED),
                    Planted.STUDY,
                    "MISSED",
                    "Reminder MISSED is no longer sent",
                    study -> study.replace(Planted.STUDY, "- code: MISSED", "- code: MORNING")),
            new Row(
                    FlagshipTest.FOLDER,
                    List.of(Kind.REMINDER_CHANGED),
                    Planted.STUDY,
                    "EVENING",
                    "now of B0, B1, B2, B3, B5, S0, S1, S2, S3, S5, 0 days after the first day at 18:00",
                    study -> study.replace(Planted.STUDY, "at: \"19:30\"", "at: \"18:00\"")),
            today(Kind.REMINDER_LIMITS, "most-a-day: 2", "most-a-day: 1", "at most 1 a day and 200 in all"),
            today(Kind.PROTOCOL_TEXT, "There is no placebo", "We have no placebo", "other parts of the protocol"));
}

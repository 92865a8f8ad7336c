package org.commensal.protocol;

import static org.commensal.protocol.Amendment.row;

import java.util.List;
import org.commensal.protocol.StudyDifference.Kind;

/** Amendments of the study itself, its sites and arms, and how participants are allocated. */
final class DesignAmendments {

    static final List<Amendment> TABLE = List.of(
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
                            "study.yaml", "en: \"Uses a preventive\", nl", "en: \"Takes a preventive\", nl")));

    private DesignAmendments() {}
}

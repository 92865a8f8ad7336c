package org.commensal.demo;

import java.util.Map;
import java.util.Optional;

/**
 * What goes wrong in a trial, planted in the demonstration: each case with the synthetic participant it happens to and what
 * the platform is to make of it. The list is complete, so that whoever looks at the data knows what is meant.
 *
 * <p>What happens to the clock of a device, to an identity or to an emergency is not here: those have tests of their own.
 * Nor is a questionnaire of the baseline that is filled in after the draw, for nobody is drawn before it is.
 */
enum DataQualityCase {
    DQ04(0, "Week 4 is filled in five days after its window", "marked as late", "V2", "", Map.of()),
    DQ05(1, "Thoughts of death on several days, in week 12", "rule ST3 holds", "V4", "phq-9", Map.of("phq9_09", "1")),
    DQ07(
            2,
            "Seven days of antibiotics before week 8",
            "the days are known: ICE_ABX",
            "V3",
            "changes",
            Map.of("chg_antibiotic_days", "7")),
    DQ08(
            3,
            "Tapers an antidepressant",
            "the change is known: ICE_TAPER",
            "V2",
            "changes",
            Map.of("chg_psychotropic", true)),
    DQ09(
            4,
            "Starts a preventive before week 8",
            "the change is known: ICE_PREV",
            "V3",
            "changes",
            Map.of("chg_preventive", true)),
    DQ10(5, "6.2 % of the weight lost in week 4", "rule ST2 holds", "V2", "measurements", Map.of()),
    DQ11(29, "22 of 28 days before the draw are filled in", "not eligible by I06", "B0", "diary", Map.of()),
    DQ12(17, "Fewer than 4 migraine days before the draw", "not eligible by I04", "B0", "diary", Map.of()),
    DQ14(
            6,
            "More sachets came back than were handed out",
            "a percentage below zero; rule Q5 asks about it",
            "V2",
            "sachets",
            Map.of("sachets_dispensed", "32", "sachets_returned", "40", "sachets_lost", "0", "sachets_expected", "28")),
    DQ18(
            8,
            "A remark holds a name and a telephone number",
            "left out of every release",
            "V2",
            "changes",
            Map.of("chg_remark", "Piet van den Berg belde, 06-00000000"));

    private final int place;
    private final String what;
    private final String expected;
    private final String event;
    private final String form;
    private final Map<String, Object> answers;

    DataQualityCase(int place, String what, String expected, String event, String form, Map<String, Object> answers) {
        this.place = place;
        this.what = what;
        this.expected = expected;
        this.event = event;
        this.form = form;
        this.answers = answers;
    }

    /** The case of the participant at this place of the cast, counted from 0. */
    static Optional<DataQualityCase> at(int place) {
        return java.util.Arrays.stream(values())
                .filter(planted -> planted.place == place)
                .findFirst();
    }

    int place() {
        return place;
    }

    /** What goes wrong. */
    String what() {
        return what;
    }

    /** What the platform is to make of it. */
    String expected() {
        return expected;
    }

    /** The visit or block. */
    String event() {
        return event;
    }

    /** The form; every form of the event where it is empty. */
    String form() {
        return form;
    }

    boolean concerns(String event, String form) {
        return this.event.equals(event) && (this.form.isEmpty() || this.form.equals(form));
    }

    Map<String, Object> answers() {
        return answers;
    }

    /** How many days later than usual the form is filled in. */
    int delay() {
        return this == DQ04 ? 11 : 0;
    }
}

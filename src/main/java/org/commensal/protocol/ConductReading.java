package org.commensal.protocol;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.commensal.kernel.Settings;
import org.commensal.protocol.Conduct.Data;
import org.commensal.protocol.Conduct.Ethics;
import org.commensal.protocol.Conduct.Kits;
import org.commensal.protocol.Conduct.Monitoring;
import org.commensal.protocol.Conduct.QueryRule;
import org.commensal.protocol.Conduct.Recruitment;
import org.commensal.protocol.Conduct.Safety;
import org.commensal.protocol.Conduct.Sharing;
import org.commensal.protocol.Schedule.Anchor;

/** Reads how a trial is carried out: recruitment, kits, monitoring, ethics, data and dissemination. */
final class ConductReading {

    private static final Pattern PREFIX = Pattern.compile("[A-Z]{1,4}");
    private static final int A_CENTURY = 100;
    private static final int TEN_YEARS_OF_DAYS = 3650;
    private static final int LARGEST_STOCK = 10_000;
    private static final int MOST_UNITS = 10_000;
    private static final int A_MONTH = 30;

    private final Settings study;

    ConductReading(Settings study) {
        this.study = study;
    }

    Conduct read(
            Safety safety,
            List<QueryRule> queries,
            Schedule schedule,
            RemindersReading reminders,
            OwnDiaryReading diary,
            ImportsReading imports,
            DoubleEntryReading doubleEntry,
            SourceVerificationReading sources) {
        return new Conduct(
                study.optionalChild("recruitment").map(ConductReading::recruitment),
                safety,
                queries,
                study.optionalChild("kits").map(at -> kits(at, schedule)),
                study.optionalChild("reminders").map(reminders::read),
                diary.read(study),
                study.optionalChild("monitoring").map(ConductReading::monitoring),
                study.optionalChild("ethics").map(ConductReading::ethics),
                study.optionalChild("data").map(ConductReading::data),
                study.texts("dissemination"),
                imports.read(study),
                doubleEntry.read(study, imports::fills),
                study.optionalChild("source-verification").map(sources::read));
    }

    private static Recruitment recruitment(Settings at) {
        Recruitment read = new Recruitment(at.text("strategy"), at.optionalText("retention"));
        at.done();
        return read;
    }

    private static Kits kits(Settings at, Schedule schedule) {
        Kits read = new Kits(
                Codes.formed(at, "prefix", at.string("prefix"), PREFIX, "K, one to four capitals"),
                at.text("contents"),
                at.optionalText("storage"),
                Optional.of(at.integer("units", 1, MOST_UNITS, 0)).filter(units -> units > 0),
                at.integer("shelf-life-days", 0, TEN_YEARS_OF_DAYS),
                at.integer("minimum-stock", 0, LARGEST_STOCK),
                at.integer("warning-days", 0, TEN_YEARS_OF_DAYS, A_MONTH),
                at.strings("visits"));
        at.done();
        checkVisits(at, read.visits(), schedule);
        return read;
    }

    private static void checkVisits(Settings at, List<String> visits, Schedule schedule) {
        Set<String> seen = new HashSet<>();
        for (String code : visits) {
            boolean after = schedule.visits().stream()
                    .anyMatch(visit -> visit.code().equals(code) && visit.anchor() == Anchor.RANDOMISATION);
            if (!after) {
                at.fault(
                        "visits",
                        "There is no visit \"" + code + "\" after randomisation.",
                        "Name visits whose anchor is randomisation; at randomisation itself a kit is always handed out.");
            } else if (!seen.add(code)) {
                at.fault("visits", "Visit \"" + code + "\" is listed twice.", "Name each visit once.");
            }
        }
    }

    private static Monitoring monitoring(Settings at) {
        Monitoring read = new Monitoring(
                at.text("committee"),
                at.texts("reviews"),
                at.optionalText("interim-analysis"),
                at.optionalText("audits"));
        at.done();
        return read;
    }

    private static Ethics ethics(Settings at) {
        Ethics read = new Ethics(
                at.text("review"),
                at.optionalText("amendments"),
                at.optionalText("consent"),
                at.optionalText("confidentiality"),
                at.optionalText("ancillary-care"),
                at.optionalText("insurance"));
        at.done();
        return read;
    }

    private static Data data(Settings at) {
        Data read = new Data(
                at.text("management"),
                at.optionalText("quality"),
                at.integer("retention-years", 1, A_CENTURY),
                sharing(at));
        at.done();
        return read;
    }

    private static Optional<Sharing> sharing(Settings data) {
        return data.optionalChild("sharing").map(at -> {
            Sharing read = new Sharing(
                    at.text("what"),
                    at.string("where"),
                    at.text("when"),
                    at.string("licence"),
                    at.text("anonymisation"),
                    at.optionalText("code"));
            at.done();
            return read;
        });
    }
}

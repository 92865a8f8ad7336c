package org.commensal.protocol;

import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commensal.kernel.Language;
import org.commensal.kernel.Settings;
import org.commensal.kernel.Text;
import org.commensal.protocol.Reminders.From;
import org.commensal.protocol.Reminders.QuietHours;
import org.commensal.protocol.Reminders.Rule;
import org.commensal.protocol.Schedule.FilledBy;
import org.commensal.protocol.Study.ArmDescription;

/** Reads when and in which words participants are reminded; refuses what would come too late or tell an arm. */
final class RemindersReading {

    private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");
    private static final Pattern PLACE = Pattern.compile("\\{[^}]*}?");
    private static final Pattern BREAK = Pattern.compile("\\p{Cntrl}");
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_SUBJECT = 120;
    private static final int LONGEST_BODY = 2_000;
    private static final int MOST_A_DAY = 5;
    private static final int MOST = 1_000;
    private static final int FARTHEST = 365;
    private static final String AFTER_OPENING = "days-after-opening";
    private static final String BEFORE_DUE = "days-before-due";

    private final List<ArmDescription> arms;
    private final Map<String, Integer> windows;
    private final boolean sound;
    private final Codes codes = new Codes();

    /**
     * @param schedule whose visits and diary blocks participants are reminded of
     * @param sound whether the schedule has no fault, without which nothing can be held against it
     */
    RemindersReading(List<ArmDescription> arms, Schedule schedule, boolean sound) {
        this.arms = List.copyOf(arms);
        this.sound = sound;
        this.windows = windows(schedule);
    }

    /** How many days after its first the last day of each visit and block is that the participant fills in. */
    private static Map<String, Integer> windows(Schedule schedule) {
        Stream<Map.Entry<String, Integer>> visits = schedule.visits().stream()
                .filter(visit -> visit.forms().stream().anyMatch(form -> form.by() == FilledBy.PARTICIPANT))
                .map(visit -> Map.entry(visit.code(), visit.to() - visit.from()));
        Stream<Map.Entry<String, Integer>> blocks =
                schedule.blocks().stream().map(block -> Map.entry(block.code(), block.daysUntilLock()));
        return Stream.concat(visits, blocks)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (first, twice) -> first));
    }

    Reminders read(Settings at) {
        Text name = line(at, "name", LONGEST_NAME, List.of());
        Optional<QuietHours> quiet = at.optionalChild("quiet").map(RemindersReading::quiet);
        int mostADay = at.integer("most-a-day", 1, MOST_A_DAY, 1);
        int most = at.integer("most", 1, MOST);
        List<Rule> rules =
                at.children("rules", 1).stream().map(rule -> rule(rule, quiet)).toList();
        if (rules.isEmpty()) {
            at.fault("rules", "Nobody is reminded of anything.", "List at least one rule, or remove reminders.");
        }
        at.done();
        return new Reminders(name, quiet, mostADay, most, rules);
    }

    private static QuietHours quiet(Settings at) {
        QuietHours read = new QuietHours(time(at, "from"), time(at, "to"));
        if (at.has("from") && read.from().equals(read.to())) {
            at.fault("to", "The quiet hours have no end.", "Write another time than from.");
        }
        at.done();
        return read;
    }

    private Rule rule(Settings at, Optional<QuietHours> quiet) {
        String code = codes.unique(at, "code", Codes.CAPITALS, "EVENING");
        List<String> events = at.strings("for");
        boolean opening = at.has(AFTER_OPENING);
        int after = at.integer(AFTER_OPENING, 0, FARTHEST, 0);
        boolean due = at.has(BEFORE_DUE);
        int before = at.integer(BEFORE_DUE, 0, FARTHEST, 0);
        if (opening == due) {
            at.fault(
                    due ? BEFORE_DUE : "code",
                    "A reminder counts from the first day or from the last one.",
                    "Write either " + AFTER_OPENING + " or " + BEFORE_DUE + ".");
        }
        Rule read = new Rule(
                code,
                events,
                due ? From.DUE : From.OPENING,
                due ? before : after,
                time(at, "at"),
                line(at, "subject", LONGEST_SUBJECT, List.of("{study}", "{until}")),
                body(at));
        checkTime(at, read, quiet);
        checkEvents(at, read);
        at.done();
        return read;
    }

    private static void checkTime(Settings at, Rule rule, Optional<QuietHours> quiet) {
        quiet.filter(hours -> hours.contains(rule.at()))
                .ifPresent(hours -> at.fault(
                        "at",
                        rule.at() + " is in the quiet hours.",
                        "Write a time from " + hours.to() + " and before " + hours.from() + "."));
    }

    private void checkEvents(Settings at, Rule rule) {
        if (rule.events().isEmpty()) {
            at.fault("for", "This reminder is for nothing.", ItemReading.oneOf(List.copyOf(windows.keySet())));
        }
        for (String event : sound ? rule.events() : List.<String>of()) {
            Integer window = windows.get(event);
            if (window == null) {
                at.fault(
                        "for",
                        "There is no visit or diary block \"" + Text.shorten(event)
                                + "\" in which the participant fills something in.",
                        ItemReading.oneOf(windows.keySet().stream().sorted().toList()));
            } else if (rule.days() > window) {
                at.fault(
                        rule.from() == From.DUE ? BEFORE_DUE : AFTER_OPENING,
                        rule.days() + " days do not fit into the window of " + event + ".",
                        "Write a whole number from 0 to " + window + ".");
            }
        }
    }

    private static LocalTime time(Settings at, String key) {
        String written = at.string(key);
        if (TIME.matcher(written).matches()) {
            return LocalTime.parse(written);
        }
        if (!written.isEmpty()) {
            at.fault(key, "\"" + Text.shorten(written) + "\" is not a time of day.", "Write it like \"19:30\".");
        }
        return LocalTime.NOON;
    }

    /** What becomes a header of a mail or of a calendar, which would end at a line break. */
    private Text line(Settings at, String key, int longest, List<String> places) {
        Text read = words(at, key, longest, places);
        if (either(read, text -> BREAK.matcher(text).find())) {
            at.fault(key, "The " + key + " has a line break or a tab.", "Write it on one line.");
        }
        return read;
    }

    private Text body(Settings at) {
        Text read = words(at, "body", LONGEST_BODY, Reminders.PLACES);
        if (at.has("body") && !(read.en().contains("{link}") && read.nl().contains("{link}"))) {
            at.fault("body", "Nobody finds the way from this mail.", "Write {link} where the address is to stand.");
        }
        return read;
    }

    private Text words(Settings at, String key, int longest, List<String> places) {
        Text read = at.text(key);
        if (either(read, text -> text.length() > longest)) {
            at.fault(key, "The " + key + " is too long.", "Write at most " + longest + " characters.");
        }
        Stream.of(read.en(), read.nl())
                .flatMap(text -> PLACE.matcher(text).results().map(found -> found.group()))
                .filter(place -> !places.contains(place))
                .distinct()
                .forEach(place -> at.fault(
                        key,
                        "Nothing is filled in for " + Text.shorten(place) + ": a mail tells nothing of its reader.",
                        places.isEmpty() ? "Write it without braces." : ItemReading.oneOf(places)));
        arms.stream()
                .filter(arm -> names(read, arm))
                .forEach(arm -> at.fault(
                        key,
                        "The " + key + " names arm " + arm.code() + ".",
                        "Write what may be read by whoever sees the mail; every arm gets the same words."));
        return read;
    }

    private static boolean names(Text text, ArmDescription arm) {
        boolean code = either(text, words -> Pattern.compile("\\b" + Pattern.quote(arm.code()) + "\\b")
                .matcher(words)
                .find());
        return code
                || Stream.of(Language.values()).anyMatch(language -> text.in(language)
                        .toLowerCase(Locale.ROOT)
                        .contains(arm.name().in(language).toLowerCase(Locale.ROOT)));
    }

    private static boolean either(Text text, Predicate<String> test) {
        return test.test(text.en()) || test.test(text.nl());
    }
}

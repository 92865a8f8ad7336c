package org.commensal.web;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.commensal.eligibility.Assessment.Verdict;
import org.commensal.enrolment.Stage;
import org.commensal.instrument.Item;
import org.commensal.instrument.Value;
import org.commensal.questionnaires.Tasks.State;
import org.commensal.studies.PublishedStudy;

/** The words and the tones in which pages say what a study calls by a name of its own. */
public final class Words {

    private static final Map<State, Tone> TASK_TONES = Map.of(
            State.UPCOMING, Tone.PLAIN,
            State.OPEN, Tone.AMBER,
            State.LATE, Tone.ROSE,
            State.DONE, Tone.TEAL,
            State.CLOSED, Tone.ROSE);

    private static final Map<Verdict, Tone> VERDICT_TONES = Map.of(
            Verdict.MET, Tone.TEAL,
            Verdict.NOT_MET, Tone.ROSE,
            Verdict.NOT_EVALUABLE, Tone.AMBER);

    private Words() {}

    public static String of(Stage stage, Texts texts) {
        return texts.get("stage." + code(stage));
    }

    public static String of(PublishedStudy.State state, Texts texts) {
        return texts.get("state." + code(state));
    }

    public static String of(State state, Texts texts) {
        return texts.get("task." + code(state));
    }

    public static String of(Verdict verdict, Texts texts) {
        return texts.get("verdict." + code(verdict));
    }

    public static Tone tone(State state) {
        return TASK_TONES.getOrDefault(state, Tone.PLAIN);
    }

    public static Tone tone(Verdict verdict) {
        return VERDICT_TONES.getOrDefault(verdict, Tone.PLAIN);
    }

    /** A value as a person reads it; a dash where there is none. */
    public static String of(Value value, Texts texts) {
        if (value instanceof Value.Bool bool) {
            return texts.get(bool.value() ? "yes" : "no");
        }
        if (value instanceof Value.Num number) {
            return number.value().stripTrailingZeros().toPlainString();
        }
        if (value instanceof Value.Day day) {
            return texts.day(day.value());
        }
        if (value instanceof Value.Parts parts) {
            return parts.value().values().stream().map(part -> of(part, texts)).collect(Collectors.joining(", "));
        }
        if (value instanceof Value.Words words) {
            return String.join(", ", words.value());
        }
        return value instanceof Value.Word word ? word.value() : "–";
    }

    /** An answer in the words of the options of its item; a dash where there is none. */
    public static String of(Item item, Value value, Texts texts) {
        return value instanceof Value.Words words
                ? words.value().stream().map(word -> label(item, word, texts)).collect(Collectors.joining(", "))
                : label(item, of(value, texts), texts);
    }

    private static String label(Item item, String word, Texts texts) {
        return item.options().stream()
                .filter(option -> option.value().equals(word))
                .map(option -> texts.in(option.label()))
                .findFirst()
                .orElse(word);
    }

    /** {@code not-met} of {@code NOT_MET}. */
    public static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

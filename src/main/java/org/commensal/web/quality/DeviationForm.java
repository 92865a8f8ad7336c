package org.commensal.web.quality;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Text;
import org.commensal.quality.Deviation.Account;
import org.commensal.quality.Deviation.Category;
import org.commensal.unblinding.Unblinding;
import org.commensal.web.Form;
import org.commensal.web.Screen;
import org.commensal.web.Texts;
import org.commensal.web.Words;

/** What is asked of a deviation, where it is recorded and where it is corrected. */
public final class DeviationForm {

    private static final Text CHOOSE = new Text("Choose one.", "Kies er een.");

    private DeviationForm() {}

    /** Reads what was typed; every fault is noted in the form. */
    static Account account(Form form) {
        Account account = new Account(
                form.day("day"),
                category(form),
                important(form),
                form.required("description"),
                form.required("action"),
                codeBreak(form));
        form.complete();
        return account;
    }

    private static Category category(Form form) {
        return Stream.of(Category.values())
                .filter(each -> Words.code(each).equals(form.value("category")))
                .findFirst()
                .orElseGet(() -> {
                    form.fault("category", CHOOSE);
                    return Category.OTHER;
                });
    }

    private static boolean important(Form form) {
        String said = form.value("important");
        if (!said.equals("true") && !said.equals("false")) {
            form.fault("important", CHOOSE);
        }
        return said.equals("true");
    }

    private static Optional<UUID> codeBreak(Form form) {
        String id = form.value("codeBreak");
        try {
            return id.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException none) {
            form.fault("codeBreak", CHOOSE);
            return Optional.empty();
        }
    }

    /** The codes that were broken, to choose from; never an arm. */
    static List<Choice> codeBreaks(
            List<Unblinding> unblindings, Optional<ParticipantCode> participant, Texts texts, ZoneId zone) {
        return unblindings.stream()
                .filter(each -> each.kind() == Unblinding.Kind.EMERGENCY)
                .filter(each -> participant.isEmpty()
                        || each.participants().stream()
                                .anyMatch(whom -> whom.code().equals(participant.get())))
                .map(each -> new Choice(
                        each.id().toString(), each.participants().get(0).code() + ", " + texts.moment(each.at(), zone)))
                .toList();
    }

    /** The names of the fields, for the summary of faults. */
    public static Map<String, String> labels(Screen screen) {
        return Map.of(
                "participant", screen.t("deviation.participant"),
                "site", screen.t("site"),
                "day", screen.t("deviation.day"),
                "category", screen.t("deviation.category"),
                "important", screen.t("deviation.important"),
                "description", screen.t("deviation.description"),
                "action", screen.t("deviation.action"),
                "codeBreak", screen.t("deviation.code-break"),
                "reason", screen.t("deviation.reason"));
    }
}

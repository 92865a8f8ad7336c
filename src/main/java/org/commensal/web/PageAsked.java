package org.commensal.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.kernel.Refusal.Violation;
import org.commensal.kernel.Text;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a long list is asked for.
 *
 * @param page from 0
 * @param size of a page, from 1 to 200
 */
public record PageAsked(int page, int size) {

    private static final int LAST = 1_000_000;
    private static final int USUAL_SIZE = 50;
    private static final int LARGEST = 200;
    private static final Text WHOLE =
            new Text("Write a whole number from %s to %s.", "Schrijf een heel getal van %s tot en met %s.");
    private static final Text NO_PAGE =
            new Text("There is no such page; see each value.", "Die pagina bestaat niet; zie bij elke waarde.");

    /** The page that these query parameters name; the first, of the usual size, where they are absent. */
    public static PageAsked of(@Nullable String page, @Nullable String size) {
        List<Violation> violations = new ArrayList<>();
        PageAsked paging = new PageAsked(
                number("page", page, 0, LAST, 0, violations), number("size", size, 1, LARGEST, USUAL_SIZE, violations));
        if (!violations.isEmpty()) {
            throw new Refusal(Reason.INVALID, NO_PAGE, violations);
        }
        return paging;
    }

    private static int number(
            String name, @Nullable String text, int least, int most, int usual, List<Violation> violations) {
        if (text == null) {
            return usual;
        }
        return Optional.of(text)
                .filter(written -> written.matches("[0-9]{1,7}"))
                .map(Integer::valueOf)
                .filter(number -> number >= least && number <= most)
                .orElseGet(() -> {
                    violations.add(new Violation("/" + name, WHOLE.with(least, most)));
                    return usual;
                });
    }
}

package org.commensal.exchange;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commensal.kernel.Text;

/** The action tags that a REDCap field carries in its annotation. None is carried over; each says what is missed. */
record RedcapTags(Part row, Losses losses) {

    private static final String ANNOTATION = "Field Annotation";
    private static final Pattern TAG = Pattern.compile(
            "@[A-Z][A-Z_-]*(?:\\s*=\\s*(?:'[^']*'|\"[^\"]*\"|[^\\s'\"]+))?(?:\\((?:[^()]|\\([^()]*\\))*+\\))?");

    /** What tags of one kind do, by how they begin. */
    private record Meaning(Pattern tags, Text missed) {}

    private static final List<Meaning> MEANINGS = List.of(
            new Meaning(
                    Pattern.compile("@HIDDEN.*", Pattern.DOTALL),
                    new Text(
                            "Is asked here, where %s hides it.", "Wordt hier gevraagd, terwijl %s het daar verbergt.")),
            new Meaning(
                    Pattern.compile("@READONLY.*", Pattern.DOTALL),
                    new Text(
                            "Can be filled in here, where %s forbids it.",
                            "Kan hier worden ingevuld, terwijl %s dat daar verbiedt.")),
            new Meaning(
                    Pattern.compile(
                            "@(CALCTEXT|CALCDATE|SETVALUE|DEFAULT|PREFILL|TODAY|NOW|USERNAME).*", Pattern.DOTALL),
                    new Text(
                            "A person fills this in here, where %s does.",
                            "Iemand vult dit hier zelf in, terwijl %s dat daar doet.")),
            new Meaning(
                    Pattern.compile("@(NONEOFTHEABOVE|MAXCHECKED|MAXCHOICE).*", Pattern.DOTALL),
                    new Text(
                            "Every option can be chosen with every other here, where %s limits that.",
                            "Elke optie kan hier samen met elke andere, terwijl %s dat daar beperkt.")));

    void list() {
        String annotation = row.take(ANNOTATION).orElse("");
        Matcher tags = TAG.matcher(annotation);
        int at = 0;
        StringBuilder rest = new StringBuilder();
        while (tags.find()) {
            rest.append(annotation, at, tags.start());
            at = tags.end();
            list(tags.group());
        }
        String left = rest.append(annotation.substring(at)).toString().strip();
        if (!left.isEmpty()) {
            losses.leftOut(row.where(), ANNOTATION + " = " + left);
        }
    }

    private void list(String tag) {
        MEANINGS.stream()
                .filter(meaning -> meaning.tags().matcher(tag).matches())
                .findFirst()
                .ifPresentOrElse(
                        meaning -> losses.changed(
                                row.where(),
                                meaning.missed().en(),
                                meaning.missed().nl(),
                                tag),
                        () -> losses.leftOut(row.where(), tag));
    }
}

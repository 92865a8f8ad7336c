package org.commensal.exchange;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commensal.instrument.Item;
import org.commensal.instrument.Provenance;
import org.commensal.instrument.Questionnaire;
import org.commensal.instrument.UsualLimits;
import org.commensal.kernel.Text;

/** Writes a questionnaire as a form file of a study, such that the reader gives the same questionnaire. */
final class FormYaml {

    /** Which settings of a type are keys of its items; the others follow from the type. */
    private static final Map<String, List<String>> KEYS = Map.of(
            "integer", List.of("least", "most", "unit", UsualLimits.LEAST, UsualLimits.MOST),
            "number", List.of("least", "most", "decimals", "unit", UsualLimits.LEAST, UsualLimits.MOST),
            "date", List.of(UsualLimits.LEAST, UsualLimits.MOST),
            "time", List.of(UsualLimits.LEAST, UsualLimits.MOST),
            "text", List.of("max-length"),
            "medication", List.of("indication"),
            "computed", List.of("formula", "result"));

    private final StringBuilder out = new StringBuilder();

    static byte[] bytes(Questionnaire form) {
        FormYaml yaml = new FormYaml();
        yaml.form(form);
        return yaml.out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void form(Questionnaire form) {
        text("", "title", form.title());
        form.intro().ifPresent(intro -> text("", "intro", intro));
        form.attribution().ifPresent(line -> text("", "attribution", line));
        form.provenance().ifPresent(this::provenance);
        out.append("minutes: ").append(form.minutes()).append("\nitems:\n");
        List<String> unverified = form.provenance().map(Provenance::unverified).orElse(List.of());
        form.items().forEach(item -> item(item, unverified.contains(item.code())));
        if (!form.scores().isEmpty()) {
            out.append("scores:\n");
            form.scores().forEach(this::score);
        }
    }

    /** Terms without a status were written in one sentence. */
    private void provenance(Provenance from) {
        if (from.version().isEmpty()) {
            line("", "licence", from.licence().statement());
            return;
        }
        line("", "version", from.version());
        line("", "source", from.source());
        out.append("licence:\n");
        line("  ", "status", from.licence().status().code());
        line("  ", "statement", from.licence().statement());
    }

    private void item(Item item, boolean unverified) {
        out.append("  - code: ").append(item.code()).append('\n');
        out.append("    type: ").append(item.type()).append('\n');
        text("    ", "question", item.question());
        item.help().ifPresent(help -> text("    ", "help", help));
        for (String key : KEYS.getOrDefault(item.type(), List.of())) {
            Optional.ofNullable(item.settings().get(key)).ifPresent(value -> line("    ", key, value));
        }
        item.askIf().ifPresent(condition -> line("    ", "ask-if", condition.source()));
        if (unverified) {
            line("    ", "translation", "unverified");
        }
        if (item.required()) {
            out.append("    required: true\n");
        }
        if (item.mayRefuse()) {
            out.append("    may-refuse: true\n");
        }
        line("    ", "export", item.exportClass());
        if (!item.options().isEmpty()) {
            out.append("    options:\n");
            item.options().forEach(this::option);
        }
    }

    private void option(Item.Option option) {
        out.append("      - value: ").append(quoted(option.value())).append('\n');
        text("        ", "label", option.label());
        option.help().ifPresent(help -> text("        ", "help", help));
    }

    private void score(Questionnaire.Score score) {
        out.append("  - code: ").append(score.code()).append('\n');
        text("    ", "label", score.label());
        line("    ", "formula", score.formula().source());
        if (!score.bands().isEmpty()) {
            out.append("    bands:\n");
            score.bands().forEach(band -> {
                out.append("      - from: ").append(band.from().toPlainString()).append('\n');
                text("        ", "label", band.label());
            });
        }
    }

    private void text(String indent, String key, Text text) {
        out.append(indent).append(key).append(": ").append(sentence(text)).append('\n');
    }

    private void line(String indent, String key, String value) {
        out.append(indent).append(key).append(": ").append(quoted(value)).append('\n');
    }

    static String sentence(Text text) {
        return "{en: " + quoted(text.en()) + ", nl: " + quoted(text.nl()) + "}";
    }

    /** Any characters, between the quotes that let YAML hold them. */
    static String quoted(String value) {
        StringBuilder quoted = new StringBuilder("\"");
        value.codePoints().forEach(character -> {
            switch (character) {
                case '"', '\\' -> quoted.append('\\').append((char) character);
                case '\n' -> quoted.append("\\n");
                default -> {
                    boolean plain = character < 0x10000
                            && Character.isDefined(character)
                            && !Character.isISOControl(character)
                            && !Character.isSurrogate((char) character)
                            && Character.getType(character) != Character.FORMAT
                            && character != 0x2028
                            && character != 0x2029;
                    quoted.append(plain ? Character.toString(character) : "\\U%08X".formatted(character));
                }
            }
        });
        return quoted.append('"').toString();
    }
}

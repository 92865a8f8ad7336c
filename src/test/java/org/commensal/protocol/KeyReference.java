package org.commensal.protocol;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.commensal.kernel.Asked.Kind;

/** The tables of every key that {@code study-protocols/README.md} shows, written from what reading asks for. */
record KeyReference(Keys keys, Map<String, String> sentences) {

    static final List<String> FILES =
            List.of("study.yaml", "forms/*.yaml", "consent.yaml", "allocation.yaml", "simulation.yaml");

    private static final Path SENTENCES = Path.of("src/test/resources/reference/keys.properties");

    static KeyReference read() {
        Properties written = new Properties();
        try (Reader reader = Files.newBufferedReader(SENTENCES)) {
            written.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        Map<String, String> sentences = new LinkedHashMap<>();
        written.stringPropertyNames().forEach(name -> sentences.put(name, written.getProperty(name)));
        return new KeyReference(Keys.ofAllStudies(), sentences);
    }

    String sentence(Keys.Key key) {
        return sentences.getOrDefault(key.path(), "");
    }

    /** One table of the keys at the top, and one for each of them that has keys below it. */
    String tables(String file) {
        Map<String, List<Keys.Key>> groups = keys.all().stream()
                .filter(key -> key.mapping.startsWith(file + "/"))
                .collect(Collectors.groupingBy(key -> group(file, key), LinkedHashMap::new, Collectors.toList()));
        StringBuilder text = new StringBuilder();
        groups.forEach((group, rows) -> {
            text.append(group.isEmpty() ? "\n" : "\n#### `" + group + "`\n\n");
            text.append("| Key | Value | Meaning |\n| --- | --- | --- |\n");
            rows.forEach(key -> text.append(row(file, group, key)));
        });
        return text.append('\n').toString();
    }

    private static String group(String file, Keys.Key key) {
        String inside = key.mapping.substring(file.length() + 1);
        int end = inside.indexOf('.');
        String top = end < 0 ? inside : inside.substring(0, end);
        return top.replace("[]", "");
    }

    private String row(String file, String group, Keys.Key key) {
        String path = key.path().substring(file.length() + 1 + group.length());
        String shown = path.replaceFirst("^(\\[\\])?\\.", "");
        String name = keys.isRequired(key) ? "**`" + shown + "`**" : "`" + shown + "`";
        return "| " + name + " | " + value(key) + " | " + sentence(key) + " |\n";
    }

    private static String value(Keys.Key key) {
        return key.narrowest().stream().map(kind -> value(key, kind)).collect(Collectors.joining(", or "));
    }

    private static String value(Keys.Key key, Kind kind) {
        return switch (kind) {
            case CHOICE ->
                kind + " " + key.allowed.stream().map(word -> "`" + word + "`").collect(Collectors.joining(", "));
            case NUMBER -> kind + ", " + key.least + " to " + key.most;
            case LIST -> kind + (key.least > 0 ? ", at least " + key.least : "");
            default -> kind.toString();
        };
    }
}

package org.commensal.exchange;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import java.io.StringReader;

/** Reads JSON that may be hostile, event by event, so that its depth and size are known before they are a burden. */
final class JsonSource {

    private final String file;
    private final JsonParser parser;

    private JsonSource(String file, JsonParser parser) {
        this.file = file;
        this.parser = parser;
    }

    static Part read(String file, byte[] bytes) {
        SourceText.refuseIfTooLarge(file, bytes);
        String text = SourceText.utf8(file, bytes);
        try (JsonParser parser = Json.createParser(new StringReader(text))) {
            JsonSource source = new JsonSource(file, parser);
            if (!parser.hasNext() || parser.next() != Event.START_OBJECT) {
                throw new FaultyImport(file, 1, "This is not a JSON object.", "Begin the file with {.");
            }
            Part root = new Part("", 1, "");
            source.object(root, 1);
            parser.hasNext();
            return root;
        } catch (JsonException unreadable) {
            int line = unreadable instanceof jakarta.json.stream.JsonParsingException at
                    ? (int) Math.max(1, at.getLocation().getLineNumber())
                    : 1;
            throw new FaultyImport(file, line, "This is not JSON.", "Check commas, quotes and brackets on this line.");
        } catch (java.util.NoSuchElementException ended) {
            throw new FaultyImport(file, 1, "This JSON ends too early.", "Close every bracket.");
        }
    }

    private int line() {
        return (int) Math.max(1, parser.getLocation().getLineNumber());
    }

    private void object(Part into, int depth) {
        if (depth > SourceText.DEEPEST) {
            throw SourceText.tooDeep(file, line());
        }
        for (Event event = parser.next(); event != Event.END_OBJECT; event = parser.next()) {
            String key = SourceText.value(file, line(), into.path(), parser.getString());
            if (into.has(key) || into.part(key).isPresent()) {
                throw new FaultyImport(
                        file, line(), into.path() + "/" + key + " stands here twice.", "Keep one of them.");
            }
            value(into, key, into.path() + "/" + key, parser.next(), depth);
        }
    }

    private void value(Part into, String key, String path, Event event, int depth) {
        switch (event) {
            case START_OBJECT -> {
                Part part = new Part(key, line(), path);
                into.add(part);
                object(part, depth + 1);
            }
            case START_ARRAY -> list(into, key, path, depth + 1);
            default -> into.put(key, SourceText.value(file, line(), path, scalar(event)));
        }
    }

    private void list(Part into, String key, String path, int depth) {
        if (depth > SourceText.DEEPEST) {
            throw SourceText.tooDeep(file, line());
        }
        int index = 0;
        for (Event event = parser.next(); event != Event.END_ARRAY; event = parser.next()) {
            String at = path + "/" + index++;
            if (event == Event.START_OBJECT) {
                value(into, key, at, event, depth);
            } else {
                Part part = new Part(key, line(), at);
                into.add(part);
                value(part, Part.WORDS, at, event, depth);
            }
        }
    }

    private String scalar(Event event) {
        return switch (event) {
            case VALUE_STRING, VALUE_NUMBER -> parser.getString();
            case VALUE_TRUE -> "true";
            case VALUE_FALSE -> "false";
            default -> "";
        };
    }
}

package org.commensal.allocation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.commensal.kernel.Settings.Node;

/**
 * Reads what {@link CanonicalJson} writes back into the values that {@link org.commensal.kernel.Settings} views; numbers,
 * {@code true} and {@code false} become text, as in a study file. Anything else throws.
 */
final class JsonText {

    private static final int DEEPEST = 20;

    private final String file;
    private final String text;
    private int at;
    private int depth;

    private JsonText(String file, String text) {
        this.file = file;
        this.text = text;
    }

    /** @throws IllegalArgumentException where this is not JSON */
    static Node read(String file, String text) {
        JsonText json = new JsonText(file, text);
        Node value = json.value();
        if (json.at < text.length()) {
            throw json.wrong();
        }
        return value;
    }

    private Node value() {
        if (++depth > DEEPEST) {
            throw wrong();
        }
        Object value =
                switch (peek()) {
                    case '{' -> object();
                    case '[' -> array();
                    case '"' -> string();
                    default -> word();
                };
        depth--;
        return new Node(file, 1, value);
    }

    private Map<String, Node> object() {
        Map<String, Node> members = new LinkedHashMap<>();
        take('{');
        while (peek() != '}') {
            String name = string();
            take(':');
            members.put(name, value());
            separator('}');
        }
        at++;
        return members;
    }

    private List<Node> array() {
        List<Node> values = new ArrayList<>();
        take('[');
        while (peek() != ']') {
            values.add(value());
            separator(']');
        }
        at++;
        return values;
    }

    private void separator(char end) {
        if (peek() != end) {
            take(',');
        }
    }

    private String string() {
        StringBuilder string = new StringBuilder();
        take('"');
        while (peek() != '"') {
            char c = text.charAt(at++);
            string.append(c == '\\' ? escaped() : c);
        }
        at++;
        return string.toString();
    }

    private char escaped() {
        char c = peek();
        at++;
        return switch (c) {
            case 'b' -> '\b';
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'f' -> '\f';
            case 'r' -> '\r';
            case 'u' -> unit();
            default -> c;
        };
    }

    private char unit() {
        if (at + 4 > text.length()) {
            throw wrong();
        }
        at += 4;
        return (char) Integer.parseInt(text.substring(at - 4, at), 16);
    }

    private String word() {
        int from = at;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '-')) {
            at++;
        }
        if (at == from) {
            throw wrong();
        }
        return text.substring(from, at);
    }

    private char peek() {
        if (at >= text.length()) {
            throw wrong();
        }
        return text.charAt(at);
    }

    private void take(char expected) {
        if (peek() != expected) {
            throw wrong();
        }
        at++;
    }

    private IllegalArgumentException wrong() {
        return new IllegalArgumentException("no JSON at character " + (at + 1));
    }
}

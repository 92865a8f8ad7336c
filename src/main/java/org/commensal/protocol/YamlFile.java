package org.commensal.protocol;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.commensal.kernel.ProtocolFault;
import org.commensal.kernel.Settings;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Turns the bytes of one YAML file into values that know their line; the only class that knows the YAML library.
 *
 * <p>It takes plain data only: one document, no anchors, aliases or tags, no key twice, at most {@value #DEEPEST} levels.
 * So the tree is never larger than its file, whoever wrote it.
 */
final class YamlFile {

    static final int DEEPEST = 20;

    private static final LoadSettings PLAIN = LoadSettings.builder().build();

    /** What ends the reading of a file, at a line. */
    private static final class Unacceptable extends RuntimeException {
        private final transient ProtocolFault fault;

        Unacceptable(String file, int line, String what, String fix) {
            super(what, null, false, false);
            this.fault = new ProtocolFault(file, line, what, fix);
        }
    }

    private final String file;
    private final Iterator<Event> events;

    private YamlFile(String file, String text) {
        this.file = file;
        this.events = new Parse(PLAIN).parseString(text).iterator();
    }

    /** The values of the file; empty where it cannot be read, which is reported. */
    static Optional<Settings.Node> read(String file, byte[] bytes, Consumer<ProtocolFault> faults) {
        String text = "";
        try {
            text = text(file, bytes);
            return Optional.of(new YamlFile(file, text).document());
        } catch (Unacceptable unacceptable) {
            faults.accept(unacceptable.fault);
        } catch (MarkedYamlEngineException syntax) {
            int line = line(syntax.getProblemMark());
            faults.accept(new ProtocolFault(
                    file,
                    line,
                    "This is not YAML: " + syntax.getProblem() + ".",
                    "Check indentation, colons and quotes on this line and the one before."));
        } catch (ReaderException character) {
            String before = text.substring(0, Math.min(character.getPosition(), text.length()));
            faults.accept(new ProtocolFault(
                    file, lines(before), "There is a character that YAML does not allow.", "Remove it."));
        } catch (YamlEngineException other) {
            faults.accept(new ProtocolFault(file, 1, "This is not YAML.", "Write it again from a working example."));
        }
        return Optional.empty();
    }

    private static String text(String file, byte[] bytes) {
        ByteBuffer input = ByteBuffer.wrap(bytes);
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(input).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException malformed) {
            int line = lines(new String(bytes, 0, input.position(), StandardCharsets.ISO_8859_1));
            throw new Unacceptable(file, line, "This is not UTF-8 text.", "Save the file as UTF-8.");
        }
    }

    private static int lines(String before) {
        return 1 + (int) before.chars().filter(character -> character == '\n').count();
    }

    private static int line(Optional<Mark> mark) {
        return 1 + mark.map(Mark::getLine).orElse(0);
    }

    private Settings.Node document() {
        Event event = events.next();
        while (event.getEventId() == Event.ID.StreamStart || event.getEventId() == Event.ID.DocumentStart) {
            event = events.next();
        }
        if (event.getEventId() == Event.ID.StreamEnd) {
            throw new Unacceptable(file, 1, "The file is empty.", "Write its keys, or remove it.");
        }
        Settings.Node root = node(event, 1);
        events.next();
        Event end = events.next();
        if (end.getEventId() != Event.ID.StreamEnd) {
            throw new Unacceptable(
                    file, line(end.getStartMark()), "A second document begins here.", "Remove the line with ---.");
        }
        return root;
    }

    private Settings.Node node(Event event, int depth) {
        int line = line(event.getStartMark());
        refuseWhatIsNotPlain(event, line, depth);
        if (event instanceof ScalarEvent scalar) {
            return new Settings.Node(file, line, value(scalar));
        }
        return new Settings.Node(file, line, event instanceof SequenceStartEvent ? list(depth) : mapping(depth));
    }

    private void refuseWhatIsNotPlain(Event event, int line, int depth) {
        if (event instanceof AliasEvent
                || event instanceof NodeEvent node && node.getAnchor().isPresent()) {
            throw new Unacceptable(
                    file, line, "Anchors (&) and aliases (*) are not used in studies.", "Write the value out.");
        }
        boolean tagged = event instanceof ScalarEvent scalar && scalar.getTag().isPresent()
                || event instanceof MappingStartEvent mapping
                        && mapping.getTag().isPresent()
                || event instanceof SequenceStartEvent list && list.getTag().isPresent();
        if (tagged) {
            throw new Unacceptable(file, line, "Tags (!) are not used in studies.", "Write the plain value.");
        }
        if (depth > DEEPEST) {
            throw new Unacceptable(
                    file, line, "This is nested more than " + DEEPEST + " deep.", "No key of a study lies so deep.");
        }
    }

    private static String value(ScalarEvent scalar) {
        boolean nothing = scalar.isPlain()
                && (scalar.getValue().equals("null") || scalar.getValue().equals("~"));
        return nothing ? "" : scalar.getValue();
    }

    private List<Settings.Node> list(int depth) {
        List<Settings.Node> values = new ArrayList<>();
        Event event = events.next();
        while (event.getEventId() != Event.ID.SequenceEnd) {
            values.add(node(event, depth + 1));
            event = events.next();
        }
        return values;
    }

    private Map<String, Settings.Node> mapping(int depth) {
        Map<String, Settings.Node> values = new LinkedHashMap<>();
        Event event = events.next();
        while (event.getEventId() != Event.ID.MappingEnd) {
            Settings.Node key = node(event, depth + 1);
            if (!(key.value() instanceof String name)) {
                throw new Unacceptable(file, key.line(), "A key must be a single word.", "Write key: value.");
            }
            if (values.put(name, node(events.next(), depth + 1)) != null) {
                throw new Unacceptable(file, key.line(), "\"" + name + "\" stands here twice.", "Keep one of them.");
            }
            event = events.next();
        }
        return values;
    }
}

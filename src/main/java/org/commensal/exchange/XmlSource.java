package org.commensal.exchange;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads XML that may be hostile: without document type, entities of its own, or anything from elsewhere. */
final class XmlSource {

    private static final int MOST_ELEMENTS = 200_000;
    private static final int START = 200;
    private static final Pattern ENCODING = Pattern.compile("<\\?xml[^>]*\\sencoding\\s*=\\s*[\"']([^\"']*)");

    private final String file;
    private final Deque<Part> open = new ArrayDeque<>();
    private final Deque<StringBuilder> words = new ArrayDeque<>();
    private int elements = 0;

    private XmlSource(String file) {
        this.file = file;
    }

    static Part read(String file, byte[] bytes) {
        SourceText.refuseIfTooLarge(file, bytes);
        refuseUnlessEncodedAsItSays(file, bytes);
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            return new XmlSource(file).document(factory.createXMLStreamReader(new ByteArrayInputStream(bytes)));
        } catch (XMLStreamException unreadable) {
            int line = unreadable.getLocation() == null
                    ? 1
                    : Math.max(1, unreadable.getLocation().getLineNumber());
            throw new FaultyImport(
                    file, line, "This is not XML that can be read.", "Check tags, quotes and encoding on this line.");
        } catch (RuntimeException brokenEncoding) {
            if (brokenEncoding instanceof FaultyImport faulty) {
                throw faulty;
            }
            throw new FaultyImport(file, 1, "This is not XML that can be read.", "Save the file as XML in UTF-8.");
        }
    }

    /** Most say UTF-8, or nothing, which is the same; then it has to be. The parser reads what says another encoding. */
    private static void refuseUnlessEncodedAsItSays(String file, byte[] bytes) {
        String start = new String(bytes, 0, Math.min(START, bytes.length), StandardCharsets.ISO_8859_1);
        Matcher said = ENCODING.matcher(start);
        if (!said.find() || said.group(1).equalsIgnoreCase("UTF-8")) {
            SourceText.utf8(file, bytes);
        }
    }

    private Part document(XMLStreamReader reader) throws XMLStreamException {
        Part root = new Part("", 1, "");
        open.push(root);
        words.push(new StringBuilder());
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new FaultyImport(
                            file,
                            line(reader),
                            "Document types and entities are not taken.",
                            "Remove <!DOCTYPE …> and write the text out.");
                case XMLStreamConstants.START_ELEMENT -> begin(reader);
                case XMLStreamConstants.END_ELEMENT -> end();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                    words.element().append(reader.getText());
                default -> {
                    // comments and instructions say nothing
                }
            }
        }
        return root;
    }

    private static int line(XMLStreamReader reader) {
        return Math.max(1, reader.getLocation().getLineNumber());
    }

    private void begin(XMLStreamReader reader) {
        int line = line(reader);
        if (open.size() > SourceText.DEEPEST) {
            throw SourceText.tooDeep(file, line);
        }
        if (++elements > MOST_ELEMENTS) {
            throw new FaultyImport(
                    file, line, "There are more than " + MOST_ELEMENTS + " elements.", "Import one study at a time.");
        }
        String name = reader.getLocalName();
        String oid = reader.getAttributeValue(null, "OID");
        String path = open.element().path() + "/" + name + (oid == null ? "" : "[" + oid + "]");
        Part part = new Part(name, line, path);
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String key = reader.getAttributeLocalName(i);
            part.put(key, SourceText.value(file, line, path + "/@" + key, reader.getAttributeValue(i)));
        }
        open.element().add(part);
        open.push(part);
        words.push(new StringBuilder());
    }

    private void end() {
        Part part = open.pop();
        String text = words.pop().toString();
        if (!text.isBlank()) {
            part.put(Part.WORDS, SourceText.value(file, part.line(), part.path(), text));
        }
    }
}

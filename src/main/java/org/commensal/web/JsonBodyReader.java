package org.commensal.web;

import static org.commensal.audit.JsonColumn.JSON;

import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue.ValueType;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.kernel.Refusal.Violation;
import org.commensal.kernel.Text;

/** Reads the whole body of a request, then its JSON object. What is not JSON is a bad request; another value is refused. */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
public class JsonBodyReader implements MessageBodyReader<JsonBody> {

    private static final Text OBJECT =
            new Text("The body must be one JSON object: { … }.", "De inhoud moet één JSON-object zijn: { … }.");

    private static final JsonReaderFactory READERS = JSON.createReaderFactory(Map.of());

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return type == JsonBody.class;
    }

    @Override
    public JsonBody readFrom(
            Class<JsonBody> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        return read(body.readAllBytes());
    }

    static JsonBody read(byte[] body) {
        JsonStructure structure = parse(body);
        if (structure.getValueType() != ValueType.OBJECT) {
            throw new Refusal(Reason.INVALID, OBJECT, List.of(new Violation("", OBJECT)));
        }
        return JsonBody.of(structure.asJsonObject());
    }

    /** Malformed, nested too deeply or no JSON at all: the parser has an exception of its own only for some of these. */
    private static JsonStructure parse(byte[] body) {
        try (JsonReader reader = READERS.createReader(new ByteArrayInputStream(body), StandardCharsets.UTF_8)) {
            return reader.read();
        } catch (RuntimeException malformed) {
            throw new BadRequestException(malformed);
        }
    }
}

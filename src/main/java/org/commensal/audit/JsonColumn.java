package org.commensal.audit;

import jakarta.json.spi.JsonProvider;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** JSON text in a column: {@code jsonb} on PostgreSQL, whose driver reads it back as an object of its own; text on H2. */
@Converter
public class JsonColumn implements AttributeConverter<String, Object> {

    /** Reads and writes JSON; looked up once, since {@code Json.create…} searches the class path at every call. */
    public static final JsonProvider JSON = JsonProvider.provider();

    @Override
    public Object convertToDatabaseColumn(String json) {
        return json;
    }

    @Override
    public String convertToEntityAttribute(Object column) {
        return String.valueOf(column);
    }
}

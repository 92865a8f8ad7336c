package org.commensal.export.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every format by the extension of its files. A new one is a class and a line here. */
public final class Formats {

    /** In which every release is, besides others. */
    public static final String CSV = "csv";

    private static final Map<String, Format> TABLE = new LinkedHashMap<>();

    static {
        TABLE.put(CSV, new CsvFormat());
        TABLE.put("dta", new StataFormat());
        TABLE.put("sav", new SpssFormat());
        TABLE.put("xpt", new SasFormat());
    }

    private Formats() {}

    public static List<String> extensions() {
        return List.copyOf(TABLE.keySet());
    }

    public static Optional<Format> of(String extension) {
        return Optional.ofNullable(TABLE.get(extension));
    }
}

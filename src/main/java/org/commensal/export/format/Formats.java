package org.commensal.export.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every format by its name. A new one is a class and a line here. */
public final class Formats {

    /** In which every release is, besides others. */
    public static final String CSV = "csv";

    private static final Map<String, Format> TABLE = new LinkedHashMap<>();

    static {
        TABLE.put(CSV, new CsvFormat());
        TABLE.put("dta", new StataFormat());
        TABLE.put("sav", new SpssFormat());
        TABLE.put("xpt", new SasFormat());
        TABLE.put("parquet", new ParquetFormat());
        TABLE.put("dataset-json", new DatasetJsonFormat());
        TABLE.put("odm", new OdmFormat());
        TABLE.put("datapackage", new DataPackageFormat());
        TABLE.put("xlsx", new XlsxFormat());
        TABLE.put("scripts", new ScriptsFormat());
        TABLE.put("analysis", new AnalysisFormat());
    }

    private Formats() {}

    public static List<String> names() {
        return List.copyOf(TABLE.keySet());
    }

    public static Optional<Format> of(String name) {
        return Optional.ofNullable(TABLE.get(name));
    }
}

package org.commensal.export.format;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.commensal.export.release.Table;
import org.commensal.kernel.Text;

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
    }

    private Formats() {}

    public static List<String> names() {
        return List.copyOf(TABLE.keySet());
    }

    public static Optional<Format> of(String name) {
        return Optional.ofNullable(TABLE.get(name));
    }

    /** In which formats a release is, told from the names of its files. */
    public static List<String> in(Set<String> files) {
        Dataset likeIt = named(files);
        return TABLE.entrySet().stream()
                .filter(format -> format.getValue().files(likeIt).stream()
                        .map(Format.File::name)
                        .anyMatch(files::contains))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** A dataset with the tables that have a CSV file, without anything in them. */
    private static Dataset named(Set<String> files) {
        Text nothing = Text.same("-");
        List<Table> tables = files.stream()
                .filter(CsvFormat::isOne)
                .map(file -> new Table(file.substring(0, file.lastIndexOf('.')), nothing, List.of(), rows -> {}))
                .toList();
        return new Dataset("", "", nothing, "", Instant.EPOCH, tables);
    }
}

package org.commensal.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.opencsv.CSVReader;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The cells of a released table as a reader of each format finds them, row by row; a number is written in one way. */
final class ReleasedCells {

    private final Map<String, byte[]> files;

    ReleasedCells(Map<String, byte[]> files) {
        this.files = files;
    }

    /** Every table but the codebook. */
    List<String> tables() {
        return files.keySet().stream()
                .filter(name -> name.endsWith(".csv") && !name.equals("codebook.csv"))
                .map(name -> name.substring(0, name.length() - ".csv".length()))
                .toList();
    }

    List<List<String>> csv(String table) throws Exception {
        List<List<String>> rows = new ArrayList<>();
        for (String[] row : lines(table).subList(1, lines(table).size())) {
            List<String> cells = new ArrayList<>();
            for (String cell : row) {
                cells.add(cell(cell));
            }
            rows.add(cells);
        }
        return rows;
    }

    List<String> column(String table, String name) throws Exception {
        int place = List.of(lines(table).get(0)).indexOf(name);
        return csv(table).stream().map(cells -> cells.get(place)).toList();
    }

    List<List<String>> parquet(String table, Path folder) throws Exception {
        Path file = folder.resolve(table + ".parquet");
        Files.write(file, bytes("parquet/" + table + ".parquet"));
        List<List<String>> rows = new ArrayList<>();
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement();
                ResultSet result = statement.executeQuery("select * from '" + file + "'")) {
            while (result.next()) {
                List<String> cells = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    cells.add(cell(result.getString(i)));
                }
                rows.add(cells);
            }
        }
        return rows;
    }

    List<List<String>> datasetJson(String table) throws Exception {
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode row : new ObjectMapper()
                .readTree(bytes("dataset-json/" + table + ".json"))
                .get("rows")) {
            List<String> cells = new ArrayList<>();
            row.forEach(cell -> cells.add(cell(cell.isNull() ? null : cell.asText())));
            rows.add(cells);
        }
        return rows;
    }

    List<List<String>> odm(String table) throws Exception {
        List<List<String>> rows = new ArrayList<>();
        Map<String, String> items = new HashMap<>();
        String subject = "";
        List<String> columns = List.of(lines(table).get(0));
        XMLStreamReader xml =
                XMLInputFactory.newDefaultFactory().createXMLStreamReader(new ByteArrayInputStream(bytes("odm.xml")));
        while (xml.hasNext()) {
            int event = xml.next();
            String element = xml.hasName() ? xml.getLocalName() : "";
            if (event == XMLStreamConstants.START_ELEMENT && element.equals("SubjectData")) {
                subject = xml.getAttributeValue(null, "SubjectKey");
            } else if (event == XMLStreamConstants.START_ELEMENT && element.equals("ItemGroupData")) {
                items = new HashMap<>(Map.of("IT." + table + ".subject", subject));
                items.put("group", xml.getAttributeValue(null, "ItemGroupOID"));
            } else if (event == XMLStreamConstants.START_ELEMENT && element.equals("ItemData")) {
                items.put(xml.getAttributeValue(null, "ItemOID"), cell(xml.getAttributeValue(null, "Value")));
            } else if (element.equals("ItemGroupData") && ("IG." + table).equals(items.get("group"))) {
                Map<String, String> row = items;
                rows.add(columns.stream()
                        .map(column -> row.getOrDefault("IT." + table + "." + column, ""))
                        .toList());
            }
        }
        return rows;
    }

    private List<String[]> lines(String table) throws Exception {
        try (CSVReader reader =
                new CSVReader(new StringReader(new String(bytes(table + ".csv"), StandardCharsets.UTF_8)))) {
            return reader.readAll();
        }
    }

    private byte[] bytes(String name) {
        return Objects.requireNonNull(files.get(name), name);
    }

    private static String cell(@Nullable String cell) {
        if (cell == null) {
            return "";
        }
        return cell.matches("-?[0-9]+([.][0-9]+)?([Ee]-?[0-9]+)?")
                ? new BigDecimal(cell).stripTrailingZeros().toPlainString()
                : cell;
    }
}

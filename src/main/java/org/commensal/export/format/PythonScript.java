package org.commensal.export.format;

import java.util.function.Function;
import java.util.stream.Collectors;
import org.commensal.export.release.Table;
import org.commensal.export.release.Table.Code;
import org.commensal.export.release.Table.Column;

/** A script for Python 3 with pandas. */
final class PythonScript {

    private static final String HEAD = """
            #
            # Run by "import load" or by exec(open("load.py").read()) in its folder; needs pandas. It makes a dict called release
            # with a data frame a table. Codes are categoricals of their labels. data.attrs has the label of a table under "label",
            # those of its columns under "labels", and under "reasons" which column says why a cell of another is empty.

            import os

            import pandas as pd

            FOLDER = os.path.dirname(os.path.abspath(__file__)) if "__file__" in globals() else "."


            def value(cells, kind, codes):
                # A text that a spreadsheet would run has an apostrophe before it in the file.
                given = cells.str.replace(r"^'(?=[=+@\\t\\r-])", "", regex=True).astype("string")
                given = given.mask(given == "")
                if codes:
                    others = {cell: cell for cell in given.dropna().unique() if cell not in codes}
                    labels = {**codes, **others}
                    return pd.Categorical(given.map(labels), categories=list(labels.values()))
                if kind == "number":
                    return pd.to_numeric(given).astype("float64")
                if kind == "truth":
                    return (given == "true").astype("boolean")
                if kind == "day":
                    return pd.to_datetime(given, format="%Y-%m-%d")
                return given


            def table(name, label, columns):
                raw = pd.read_csv(
                    os.path.join(FOLDER, name), dtype=str, keep_default_na=False, skip_blank_lines=False, encoding="utf-8"
                )
                data = pd.DataFrame({name: value(raw[name], kind, codes) for name, kind, _, codes, _ in columns})
                data.attrs["label"] = label
                data.attrs["labels"] = {name: text for name, _, text, _, _ in columns}
                data.attrs["reasons"] = {name: reason for name, _, _, _, reason in columns if reason}
                return data


            release = {
            """;

    private PythonScript() {}

    static String of(Dataset dataset) {
        return ScriptsFormat.head("# ", dataset)
                + HEAD
                + dataset.tables().stream().map(PythonScript::table).collect(Collectors.joining())
                + "}\n";
    }

    private static String table(Table table) {
        return "    " + quoted(table.name()) + ": table(" + quoted(table.name() + "." + Formats.CSV) + ", "
                + quoted(table.label().en()) + ", [\n"
                + table.columns().stream().map(PythonScript::column).collect(Collectors.joining())
                + "    ]),\n";
    }

    private static String column(Column column) {
        Function<Code, String> pair = code -> quoted(code.value()) + ": " + quoted(column.uniqueLabel(code));
        String codes = column.isCoded()
                ? column.codes().stream().map(pair).collect(Collectors.joining(", ", "{", "}"))
                : "None";
        return "        (" + quoted(column.name()) + ", " + quoted(RScript.kind(column)) + ", "
                + quoted(column.label().en()) + ", " + codes + ", "
                + column.reason().map(PythonScript::quoted).orElse("None") + "),\n";
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(character -> {
            if (character == '"' || character == '\\') {
                quoted.append('\\').appendCodePoint(character);
            } else if (character < ' ' || character == 0x7F) {
                quoted.append(String.format("\\x%02x", character));
            } else {
                quoted.appendCodePoint(character);
            }
        });
        return quoted.append('"').toString();
    }
}

package org.commensal.export.format;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.commensal.export.release.Table;
import org.commensal.export.release.Table.Code;
import org.commensal.export.release.Table.Column;

/** A script for R, in letters that every locale has. */
final class RScript {

    private static final String HEAD = """
            #
            # Run in the folder of the CSV files by source("load.R"), or from anywhere by source("folder/load.R", chdir = TRUE).
            # It makes a list called release with a data frame a table. With the package haven, codes have labels, and an empty
            # number says why by a tagged NA: a not asked, b skipped, c refused, d not known. Without haven codes are factors.

            release <- local({
              haven <- requireNamespace("haven", quietly = TRUE)
              reasons <- c(%s)
              meanings <- c(%s)

              column <- function(name, kind, label, codes = character(), labels = character(), reason = NULL) {
                list(name = name, kind = kind, label = label, codes = codes, labels = labels, reason = reason)
              }

              # A text that a spreadsheet would run has an apostrophe before it in the file.
              plain <- function(cell) sub("^'(?=[=+@\\t\\r-])", "", cell, perl = TRUE)

              value <- function(column, raw) {
                cell <- plain(raw[[column$name]])
                empty <- cell == ""
                given <- replace(cell, empty, NA)
                x <- switch(column$kind,
                  text = given, number = as.numeric(given), truth = given == "true", day = as.Date(given, "%%Y-%%m-%%d"))
                codes <- if (column$kind == "number") as.numeric(column$codes) else column$codes
                labels <- stats::setNames(codes, column$labels)
                if (haven && column$kind == "number" && !is.null(column$reason)) {
                  tag <- unname(reasons[raw[[column$reason]]])
                  why <- empty & !is.na(tag)
                  x[why] <- haven::tagged_na(tag[why])
                  labels <- c(labels, stats::setNames(haven::tagged_na(reasons), meanings))
                }
                if (haven && length(labels) > 0) return(haven::labelled(x, labels = labels, label = column$label))
                if (length(codes) > 0) {
                  others <- setdiff(cell[!empty], column$codes)
                  x <- factor(given, levels = c(column$codes, others), labels = c(column$labels, others))
                }
                structure(x, label = column$label)
              }

              table <- function(file, label, ...) {
                raw <- utils::read.csv(file, colClasses = "character", na.strings = character(), check.names = FALSE,
                  encoding = "UTF-8", blank.lines.skip = FALSE)
                columns <- list(...)
                data <- lapply(columns, value, raw = raw)
                names(data) <- vapply(columns, function(column) column$name, "")
                structure(data, class = "data.frame", row.names = seq_len(nrow(raw)), label = label)
              }

              list(
            """;

    private RScript() {}

    static String of(Dataset dataset) {
        String reasons = Table.REASONS.stream()
                .map(code -> quoted(code.value()) + " = \"" + (char) ('a' + Table.REASONS.indexOf(code)) + "\"")
                .collect(Collectors.joining(", "));
        return ScriptsFormat.head("# ", dataset)
                + HEAD.formatted(
                        reasons, texts(Table.REASONS, code -> code.label().en()))
                + dataset.tables().stream().map(RScript::table).collect(Collectors.joining(",\n"))
                + "\n  )\n})\n";
    }

    private static String table(Table table) {
        return "    " + quoted(table.name()) + " = table(" + quoted(table.name() + "." + Formats.CSV) + ", "
                + quoted(table.label().en()) + ",\n"
                + table.columns().stream().map(RScript::column).collect(Collectors.joining(",\n"))
                + ")";
    }

    private static String column(Column column) {
        String codes = column.isCoded()
                ? ", c(" + texts(column.codes(), Code::value) + "), c(" + texts(column.codes(), column::uniqueLabel)
                        + ")"
                : "";
        return "      column(" + quoted(column.name()) + ", " + quoted(kind(column)) + ", "
                + quoted(column.label().en()) + codes
                + column.reason().map(reason -> ", reason = " + quoted(reason)).orElse("") + ")";
    }

    static String kind(Column column) {
        return switch (column.kind()) {
            case TEXT -> "text";
            case NUMBER -> "number";
            case TRUTH -> "truth";
            case DAY -> "day";
        };
    }

    private static String texts(List<Code> codes, Function<Code, String> text) {
        return codes.stream().map(text).map(RScript::quoted).collect(Collectors.joining(", "));
    }

    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(character -> {
            if (character == '"' || character == '\\') {
                quoted.append('\\').append((char) character);
            } else if (character >= ' ' && character < 0x7F) {
                quoted.append((char) character);
            } else {
                quoted.append(String.format("\\U{%x}", character));
            }
        });
        return quoted.append('"').toString();
    }
}

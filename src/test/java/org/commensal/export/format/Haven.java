package org.commensal.export.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** R's package haven as a reader; without R and haven the tests that ask it are skipped. */
final class Haven {

    /** A line for the table and one for each column: name, label, cells (- empty, .a a missing value of a kind), labels. */
    private static final String SHOW = """
            suppressMessages(library(haven))
            Sys.setlocale("LC_ALL", "C.UTF-8") -> ignored
            asked <- commandArgs(trailingOnly = TRUE)
            data <- eval(parse(text = asked[1]))(asked[2])
            tag <- function(value) ifelse(is.na(na_tag(value)), ".", paste0(".", na_tag(value)))
            plain <- function(value) if (inherits(value, "haven_labelled_spss")) zap_labels(value, user_na = TRUE) else zap_labels(value)
            shown <- function(value) {
              if (is.character(value)) return(ifelse(value == "", "-", value))
              plain <- if (inherits(value, "Date")) format(value) else sapply(unclass(value), format, digits = 15)
              missing <- if (inherits(value, "Date")) rep(".", length(value)) else tag(as.double(unclass(value)))
              ifelse(is.na(value), missing, plain)
            }
            cat("table: ", attr(data, "label"), "\n", sep = "")
            for (name in names(data)) {
              column <- data[[name]]
              labels <- attr(column, "labels")
              cat(name, " | ", attr(column, "label"), " | ", paste(shown(plain(column)), collapse = " "), sep = "")
              if (length(labels) > 0) cat(" | ", paste(shown(unname(labels)), names(labels), sep = "=", collapse = " "), sep = "")
              cat("\n")
            }
            """;

    private Haven() {}

    static List<String> read(String function, Path file) throws IOException, InterruptedException {
        Path folder = Objects.requireNonNull(file.getParent());
        return Program.R.that("library(haven)", folder).says(SHOW, folder, function, file.toString());
    }
}

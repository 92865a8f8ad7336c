package org.commensal.export.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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
        assumeTrue(run("-e", "library(haven)").status() == 0, "R with its package haven is not here");
        Path script = file.resolveSibling("show.R");
        Files.writeString(script, SHOW);
        Ended ended = run(script.toString(), function, file.toString());
        assertThat(ended.status()).as(ended.output()).isZero();
        return ended.output().lines().toList();
    }

    private record Ended(int status, String output) {}

    private static Ended run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("Rscript"));
        command.addAll(List.of(arguments));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ended(process.waitFor(), output);
        } catch (IOException noR) {
            return new Ended(127, "R is not here");
        }
    }
}

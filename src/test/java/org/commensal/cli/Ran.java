package org.commensal.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/** One command that was run: its exit code, and what it wrote. */
record Ran(int exitCode, String out, String err) {

    static final String FLAGSHIP = "study-protocols/gutbrain-migraine-3arm";

    static Ran command(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = Main.commands(new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(arguments);
        return new Ran(exitCode, out.toString(), err.toString());
    }

    List<String> lines() {
        return out.lines().toList();
    }
}

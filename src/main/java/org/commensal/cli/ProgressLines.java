package org.commensal.cli;

import java.io.PrintWriter;

/** Says on the standard error how far a simulation is: a line at each quarter of each method. */
final class ProgressLines {

    private static final int QUARTERS = 4;

    private final PrintWriter err;
    private String method = "";
    private int quarter;

    ProgressLines(PrintWriter err) {
        this.err = err;
    }

    void at(String name, int done, int of) {
        int now = (int) ((long) done * QUARTERS / of);
        if (!name.equals(method) || now < quarter) {
            method = name;
            quarter = 0;
        }
        if (now > quarter) {
            quarter = now;
            err.println(name + ": " + 100 * now / QUARTERS + "%");
        }
    }
}

package org.commensal.cli;

/** A command cannot do what was asked; the message says what, which value, and what to do. */
final class Stopped extends RuntimeException {

    /** Done: no fault, or no difference. */
    static final int FINE = 0;
    /** There are faults, or differences. */
    static final int FOUND = 1;

    private static final int WRONGLY = 2;
    private static final int FAULTY = 65;
    private static final int NO_INPUT = 66;
    /** A mistake of the program. */
    static final int MISTAKE = 70;

    private static final int CANNOT_WRITE = 73;

    private final int exitCode;

    private Stopped(int exitCode, String message) {
        super(message, null, false, false);
        this.exitCode = exitCode;
    }

    /** The command is written wrongly, in a way that only what it names can tell. */
    static Stopped wrongly(String message) {
        return new Stopped(WRONGLY, message);
    }

    /** What was asked for cannot be had of what was read. */
    static Stopped impossible(String message) {
        return new Stopped(FOUND, message);
    }

    static Stopped faulty(String message) {
        return new Stopped(FAULTY, message);
    }

    static Stopped noInput(String message) {
        return new Stopped(NO_INPUT, message);
    }

    static Stopped cannotWrite(String message) {
        return new Stopped(CANNOT_WRITE, message);
    }

    int exitCode() {
        return exitCode;
    }
}

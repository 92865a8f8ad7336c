package org.commensal.kernel;

/**
 * One thing wrong in a study file.
 *
 * @param file path within the study folder
 * @param line first line of the faulty value, counted from 1
 * @param what is wrong, naming the value
 * @param fix what to write instead
 */
public record ProtocolFault(String file, int line, String what, String fix) {

    @Override
    public String toString() {
        return file + ":" + line + ": " + what + " " + fix;
    }
}

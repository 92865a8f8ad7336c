package org.commensal.allocation;

import java.util.function.UnaryOperator;

/** How each column of a ledger may be changed by one character, so that it is still such a value. */
final class Alterations {

    private Alterations() {}

    static UnaryOperator<String> of(String column) {
        return switch (column) {
            case "arm" -> arm -> arm.equals("A") ? "B" : "A";
            case "levels" ->
                levels -> levels.contains("site=S1")
                        ? levels.replace("site=S1", "site=S2")
                        : levels.replaceFirst("site=S.", "site=S1");
            case "stream", "weights" -> Alterations::firstCharacter;
            case "randomised-at" -> at -> at.replace("2026-11", "2026-12");
            default -> Alterations::lastCharacter;
        };
    }

    static String firstCharacter(String value) {
        return other(value.charAt(0)) + value.substring(1);
    }

    static String lastCharacter(String value) {
        return value.substring(0, value.length() - 1) + other(value.charAt(value.length() - 1));
    }

    private static char other(char c) {
        return c == '1' ? '2' : '1';
    }
}

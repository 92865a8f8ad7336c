package org.commensal.export.redcap;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.commensal.export.release.Table;
import org.commensal.export.release.Table.Code;

/**
 * Why a cell is empty, as REDCap's missing data codes: {@code NASK} and {@code ASKU} are those of HL7 (NullFlavor: not
 * asked; asked but unknown), the other two are ours.
 */
final class Missing {

    private static final Map<String, String> CODES = new LinkedHashMap<>();

    static {
        CODES.put("not-applicable", "NASK");
        CODES.put("skipped", "SKIP");
        CODES.put("refused", "REFU");
        CODES.put("unknown", "ASKU");
    }

    private Missing() {}

    /** The code of a reason; empty where there is none. */
    static String code(String reason) {
        return CODES.getOrDefault(reason, "");
    }

    /** All of them, as a project lists them. */
    static String all() {
        return Table.REASONS.stream().map(Missing::listed).collect(Collectors.joining(" | "));
    }

    private static String listed(Code reason) {
        return code(reason.value()) + ", " + reason.label().en();
    }
}

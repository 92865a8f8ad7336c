package org.commensal.instrument;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * On what terms the wording of an instrument may be used.
 *
 * @param statement what its owner says, in one sentence
 */
public record Licence(Status status, String statement) {

    /** What the terms allow; the codes, scoring rules and bands of an instrument are facts and always ship. */
    public enum Status {
        /** Its owner lets everybody reproduce, translate and show it. */
        PUBLIC_DOMAIN,
        /** We wrote it. */
        PROJECT_AUTHORED,
        /** Free for some uses, such as research without profit; a study team must see whether it may use it. */
        FREE_WITH_CONDITIONS,
        /** It needs a permission, an agreement or a fee. */
        LICENSED,
        /** No statement was found; treated as licensed. */
        UNCLEAR;

        /** As study files write it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static List<String> codes() {
            return Arrays.stream(values()).map(Status::code).toList();
        }

        /** The status of one of the {@link #codes()}. */
        public static Status of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }

        /** Whether an instrument may stand in the library without its wording, for the study team to add. */
        public boolean mayLackWording() {
            return this != PUBLIC_DOMAIN && this != PROJECT_AUTHORED;
        }
    }
}

package org.commensal.protocol;

import java.util.List;
import java.util.stream.Stream;

/** Amendments of the flagship as it was published first, of the flagship as it is, and of two studies that have more. */
final class Amendments {

    static final List<Amendment> TABLE = Stream.of(
                    DesignAmendments.TABLE,
                    EligibilityAmendments.TABLE,
                    QuestionAmendments.TABLE,
                    ScheduleAmendments.TABLE)
            .flatMap(List::stream)
            .toList();

    private Amendments() {}
}

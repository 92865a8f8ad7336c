package org.commensal.protocol;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.commensal.kernel.ProtocolFault;

/** A study folder is wrong: every fault at once, by file and line. It refuses the study and changes nothing. */
public final class FaultyStudy extends RuntimeException {

    private static final Comparator<ProtocolFault> BY_PLACE =
            Comparator.comparing(ProtocolFault::file).thenComparingInt(ProtocolFault::line);

    private final transient List<ProtocolFault> faults;

    FaultyStudy(List<ProtocolFault> faults) {
        super(faults.stream().sorted(BY_PLACE).map(ProtocolFault::toString).collect(Collectors.joining("\n")));
        this.faults = faults.stream().sorted(BY_PLACE).distinct().toList();
    }

    /** In the order of the files and their lines. */
    public List<ProtocolFault> faults() {
        return faults;
    }
}

package org.commensal.exchange;

import java.util.List;
import java.util.stream.Collectors;
import org.commensal.kernel.ProtocolFault;

/** A file of another system cannot be read: every fault found, by line. Nothing was imported. */
public final class FaultyImport extends RuntimeException {

    private final transient List<ProtocolFault> faults;

    FaultyImport(List<ProtocolFault> faults) {
        super(faults.stream().map(ProtocolFault::toString).collect(Collectors.joining("\n")), null, false, false);
        this.faults = List.copyOf(faults);
    }

    FaultyImport(String file, int line, String what, String fix) {
        this(List.of(new ProtocolFault(file, line, what, fix)));
    }

    public List<ProtocolFault> faults() {
        return faults;
    }
}

package org.commensal.architecture.planted.reallocation.export;

import java.util.List;
import org.commensal.allocation.simulation.Reallocation;

/** Reads arms under numbers. */
final class ArmsByNumber {
    byte[] of(Reallocation again, List<String> participants) {
        return again.actual(participants);
    }
}

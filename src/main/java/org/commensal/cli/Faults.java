package org.commensal.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.commensal.kernel.ProtocolFault;
import org.commensal.protocol.FaultyStudy;

/** Prints everything that is wrong with a study folder or a form, as a compiler does. */
final class Faults {

    private Faults() {}

    static int print(FaultyStudy faulty, boolean json, PrintWriter out) {
        List<ProtocolFault> faults = faulty.faults();
        if (json) {
            out.println(Json.of(
                    Map.of("faults", faults.stream().map(Faults::members).toList())));
        } else {
            faults.forEach(out::println);
            out.println(faults.size() == 1 ? "1 fault." : faults.size() + " faults.");
        }
        return Stopped.FOUND;
    }

    private static Map<String, Object> members(ProtocolFault fault) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("file", fault.file());
        members.put("line", fault.line());
        members.put("what", fault.what());
        members.put("fix", fault.fix());
        return members;
    }
}

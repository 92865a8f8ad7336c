package org.commensal.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import org.commensal.kernel.ProtocolFault;
import org.commensal.protocol.FaultyStudy;

/** Prints everything that is wrong with a study folder or a form, as a compiler does. */
final class Faults {

    private Faults() {}

    static int print(FaultyStudy faulty, boolean json, PrintWriter out) {
        return print(faulty.faults(), json, out);
    }

    static int print(List<ProtocolFault> faults, boolean json, PrintWriter out) {
        if (json) {
            out.println(Json.of(
                    Json.members("faults", faults.stream().map(Faults::members).toList())));
        } else {
            faults.forEach(out::println);
            out.println(faults.size() == 1 ? "1 fault." : faults.size() + " faults.");
        }
        return Stopped.FOUND;
    }

    private static Map<String, Object> members(ProtocolFault fault) {
        return Json.members("file", fault.file(), "line", fault.line(), "what", fault.what(), "fix", fault.fix());
    }
}

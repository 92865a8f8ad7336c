package org.commensal.protocol;

import java.util.List;
import java.util.Optional;
import org.commensal.kernel.Settings;
import org.commensal.protocol.Protocol.Administration;
import org.commensal.protocol.Protocol.Design;
import org.commensal.protocol.Protocol.Funder;
import org.commensal.protocol.Protocol.Objective;
import org.commensal.protocol.Protocol.Rationale;
import org.commensal.protocol.Protocol.RegisterEntry;
import org.commensal.protocol.Protocol.Registration;
import org.commensal.protocol.Protocol.Sponsor;

/** Reads who is responsible for a trial and why it is done. */
final class ProtocolReading {

    private static final List<String> OBJECTIVES = List.of("primary", "secondary", "exploratory");
    private static final List<String> STRUCTURES =
            List.of("parallel", "crossover", "factorial", "cluster", "stepped-wedge", "n-of-1");
    private static final List<String> FRAMEWORKS =
            List.of("superiority", "non-inferiority", "equivalence", "estimation", "exploratory");

    private final Settings study;

    ProtocolReading(Settings study) {
        this.study = study;
    }

    Administration administration() {
        List<Funder> funding = study.children("funding").stream()
                .map(at -> {
                    Funder funder = new Funder(at.string("name"), at.optionalText("support"));
                    at.done();
                    return funder;
                })
                .toList();
        return new Administration(registration(), sponsor(), funding, study.optionalText("conflicts-of-interest"));
    }

    private Optional<Registration> registration() {
        return study.optionalChild("registration").map(at -> {
            List<RegisterEntry> entries = at.children("registers").stream()
                    .map(entry -> {
                        RegisterEntry read = new RegisterEntry(
                                entry.string("register"), entry.string("number"), entry.optionalString("url"));
                        entry.done();
                        return read;
                    })
                    .toList();
            Registration read = new Registration(
                    entries, at.optionalText("protocol-access"), at.optionalText("analysis-plan-access"));
            at.done();
            return read;
        });
    }

    private Optional<Sponsor> sponsor() {
        return study.optionalChild("sponsor").map(at -> {
            Sponsor sponsor = new Sponsor(at.string("name"), at.optionalString("contact"), at.optionalText("role"));
            at.done();
            return sponsor;
        });
    }

    Rationale rationale() {
        List<Objective> objectives = study.children("objectives").stream()
                .map(at -> {
                    Objective objective = new Objective(at.oneOf("role", OBJECTIVES), at.text("text"));
                    at.done();
                    return objective;
                })
                .toList();
        return new Rationale(
                study.texts("background"),
                study.optionalText("choice-of-comparator"),
                study.strings("references"),
                objectives,
                design(),
                study.optionalText("patient-involvement"));
    }

    private Optional<Design> design() {
        return study.optionalChild("design").map(at -> {
            Design design = new Design(
                    at.oneOf("structure", STRUCTURES), at.oneOf("framework", FRAMEWORKS), at.optionalText("setting"));
            at.done();
            return design;
        });
    }
}

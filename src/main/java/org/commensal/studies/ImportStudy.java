package org.commensal.studies;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.exchange.FaultyImport;
import org.commensal.exchange.Import;
import org.commensal.exchange.Importers;
import org.commensal.exchange.Loss;
import org.commensal.kernel.Actor;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Violation;
import org.commensal.kernel.Text;

/** Makes a study folder of a file from another system, and lists what is not as it was. Nothing is kept or published. */
@ApplicationScoped
public class ImportStudy {

    private static final Text FAULTY = new Text(
            "%s cannot be imported. Each fault is listed with its line.",
            "%s kan niet worden overgenomen. Elke fout staat erbij met de regel.");

    /** @param folder as a zip that can be completed and then published */
    public record Imported(List<Loss> losses, byte[] folder) {}

    @Inject
    Permission permission;

    /** @throws Refusal {@code INVALID} with every fault of the file */
    public Imported read(Actor actor, String fileName, byte[] content) {
        permission.require(actor, Right.PUBLISH_STUDY);
        return read(fileName, content);
    }

    static Imported read(String fileName, byte[] content) {
        String name = shown(fileName);
        try {
            Import study = Importers.read(name, content);
            return new Imported(study.losses(), StudyArchive.pack(study.files()));
        } catch (FaultyImport faulty) {
            throw new Refusal(
                    Refusal.Reason.INVALID,
                    FAULTY.with(name),
                    faulty.faults().stream()
                            .map(fault -> new Violation(
                                    "/" + fault.file() + ":" + fault.line(),
                                    Text.same(fault.what() + " " + fault.fix())))
                            .toList());
        }
    }

    /** The name without folders and without what no page should show. */
    private static String shown(String fileName) {
        String last =
                fileName.replaceAll(".*[/\\\\]", "").replaceAll("[\\p{C}]", "").strip();
        return last.isEmpty() ? "file" : Text.shorten(last);
    }
}

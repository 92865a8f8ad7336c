package org.commensal.web.studies;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.commensal.exchange.Loss;
import org.commensal.studies.ImportStudy.Imported;
import org.commensal.web.Texts;
import org.commensal.web.Words;

/**
 * What became of a file from another system.
 *
 * @param faults why it could not be read, each with its line
 * @param done empty until one could be read
 */
public record ImportSheet(List<String> faults, Optional<Done> done) {

    /** What needs a decision stands before what is only work, and what needs nothing stands last. */
    private static final List<Loss.Kind> ORDER = List.of(
            Loss.Kind.LEFT_OUT, Loss.Kind.CHANGED, Loss.Kind.TO_COMPLETE, Loss.Kind.TRANSLATION, Loss.Kind.RENAMED);

    static final ImportSheet EMPTY = new ImportSheet(List.of(), Optional.empty());

    /** @param folder the zip itself, as an address, so that the server need not keep it */
    public record Done(String file, String folder, String folderName, int count, List<Group> groups) {}

    /** The losses of one kind, in the order in which they stand in the file. */
    public record Group(String code, String title, String advice, List<Line> lines) {}

    public record Line(String where, String what) {}

    static ImportSheet faulty(List<String> faults) {
        return new ImportSheet(faults, Optional.empty());
    }

    static ImportSheet of(String file, Imported imported, Texts texts) {
        List<Group> groups = ORDER.stream()
                .map(kind -> group(kind, imported.losses(), texts))
                .filter(group -> !group.lines().isEmpty())
                .toList();
        String zip = "data:application/zip;base64," + Base64.getEncoder().encodeToString(imported.folder());
        String name = file.replaceAll("\\.[A-Za-z]{1,5}$", "").replaceAll("[^A-Za-z0-9._-]+", "-") + ".zip";
        return new ImportSheet(
                List.of(),
                Optional.of(new Done(file, zip, name, imported.losses().size(), groups)));
    }

    private static Group group(Loss.Kind kind, List<Loss> losses, Texts texts) {
        String code = Words.code(kind);
        return new Group(
                code,
                texts.get("import." + code),
                texts.get("import." + code + ".advice"),
                losses.stream()
                        .filter(loss -> loss.kind() == kind)
                        .map(loss -> new Line(
                                loss.where().replaceFirst("^line ", texts.get("import.line") + " "),
                                texts.in(loss.what())))
                        .toList());
    }
}

package org.commensal.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import org.commensal.kernel.Actor;

/**
 * Imports a file of results: tried first, and then taken in whole or not at all.
 *
 * <p>Repeatable: a file whose results are all on file changes nothing.
 */
@ApplicationScoped
public class ImportResults {

    /**
     * What is confirmed.
     *
     * @param tried the word of the dry run that was looked at
     * @param confirmed whether the unusual values that it showed are right
     * @param reason why answers on file are corrected
     */
    public record Confirmation(String tried, boolean confirmed, String reason) {}

    @Inject
    JudgeFile files;

    @Inject
    KeepImport keep;

    /** What the file would do; changes nothing. */
    public DryRun dryRun(Actor actor, String study, String code, byte[] file) {
        return files.judge(actor, study, code, file).dryRun();
    }

    /**
     * Takes the file in, if it is the one that was tried and would still do the same.
     *
     * @throws org.commensal.kernel.Refusal {@code CHANGED} where it would do something else now, each such row a violation
     */
    public ResultImported take(Actor actor, String study, String code, byte[] file, Confirmation confirmation) {
        try {
            return keep.keep(actor, study, code, file, confirmation);
        } catch (PersistenceException raced) {
            // Somebody filled in one of these forms at this moment: now it is there to be judged by.
            return keep.keep(actor, study, code, file, confirmation);
        }
    }
}

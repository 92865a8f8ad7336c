package org.commensal.exchange;

import java.util.List;
import java.util.SortedMap;
import org.commensal.protocol.StudyFolder;

/**
 * A study from another system, as a study folder that the reader accepts, and what it does not have.
 *
 * @param files by their path within the folder
 * @param losses everything of the source that is not in the files as it was, and every placeholder in them
 */
public record Import(SortedMap<String, byte[]> files, List<Loss> losses) {

    public Import {
        files = StudyFolder.of(files).files();
        losses = List.copyOf(losses);
    }
}

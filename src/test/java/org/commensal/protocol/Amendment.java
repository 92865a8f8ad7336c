package org.commensal.protocol;

import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.commensal.protocol.StudyDifference.Kind;

/**
 * One amendment: what is written otherwise, and what is to be told of it.
 *
 * @param kinds all that is to be told, the first of them at this file and code, with these words
 */
record Amendment(Path folder, List<Kind> kinds, String file, String code, String words, UnaryOperator<Planted> change) {

    private static final String VERSION = "\nversion: \"";

    Study old() {
        return StudyReader.read(folder);
    }

    /** In version 0.9. */
    Planted amended() {
        Planted study = new Planted(folder);
        String next = study.text(Planted.STUDY).replaceFirst(VERSION + "[0-9.]+\"", VERSION + "0.9\"");
        return change.apply(study.put(Planted.STUDY, next));
    }

    @Override
    public String toString() {
        return kinds + " " + code;
    }

    /** An amendment of the flagship as it was published first. */
    static Amendment row(List<Kind> kinds, String file, String code, String words, UnaryOperator<Planted> change) {
        return new Amendment(PublishedEarlierTest.FOLDER, kinds, file, code, words, change);
    }

    /** An amendment of the flagship as it is, of what the first version did not have. */
    static Amendment today(Kind kind, String before, String after, String words) {
        return new Amendment(
                FlagshipTest.FOLDER,
                List.of(kind),
                Planted.STUDY,
                "gutbrain-migraine-3arm",
                words,
                study -> study.replace(Planted.STUDY, before, after));
    }

    /** An amendment of a study that has kits. */
    static Amendment kits(Kind kind, String before, String after, String words) {
        String id = "probiotic-placebo-2arm";
        return new Amendment(
                Path.of("study-protocols", id),
                List.of(kind),
                Planted.STUDY,
                id,
                words,
                study -> study.replace(Planted.STUDY, before, after));
    }
}

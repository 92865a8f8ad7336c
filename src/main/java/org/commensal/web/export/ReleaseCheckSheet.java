package org.commensal.web.export;

import java.util.List;
import java.util.Optional;
import org.commensal.web.Pair;

/**
 * One attempt to make a dataset, and what the arm-leak check found.
 *
 * @param base where all attempts are
 * @param withheld what withheld it, as sentences
 * @param reviews what withheld nothing and is worth a look
 * @param accepted who accepted it and when, and why
 * @param accepts whether the reader may accept it
 */
public record ReleaseCheckSheet(
        String base,
        String href,
        List<Pair> facts,
        List<String> withheld,
        List<String> reviews,
        Optional<Pair> accepted,
        boolean accepts) {}

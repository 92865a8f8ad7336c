package org.commensal.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commensal.kernel.ProtocolFault;

/** The flagship with mistakes planted in it. */
final class Planted {

    static final String STUDY = "study.yaml";
    static final String ALLOCATION = "allocation.yaml";
    static final String CONSENT = "consent.yaml";
    static final String DIARY = "forms/diary.yaml";
    static final String PHQ9 = "instruments/phq-9.yaml";

    private final Map<String, byte[]> files;

    /** The flagship. */
    Planted() {
        this(FlagshipTest.FOLDER);
    }

    Planted(Path folder) {
        files = new HashMap<>(StudyFolder.of(folder).files());
    }

    String text(String file) {
        return new String(Optional.ofNullable(files.get(file)).orElseThrow(), StandardCharsets.UTF_8);
    }

    /** Replaces the first place where this stands. */
    Planted replace(String file, String correct, String mistake) {
        assertThat(text(file)).contains(correct);
        int at = text(file).indexOf(correct);
        String before = text(file).substring(0, at);
        return put(file, before + mistake + text(file).substring(at + correct.length()));
    }

    Planted put(String file, String content) {
        files.put(file, content.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    Planted remove(String file) {
        files.remove(file);
        return this;
    }

    Map<String, byte[]> files() {
        return files;
    }

    /** The line on which this first stands, counted from 1. */
    int line(String file, String content) {
        String before = text(file).substring(0, text(file).indexOf(content));
        return 1 + (int) before.chars().filter(character -> character == '\n').count();
    }

    List<ProtocolFault> faults() {
        FaultyStudy faulty = catchThrowableOfType(FaultyStudy.class, () -> StudyReader.read(files));
        return faulty == null ? List.of() : faulty.faults();
    }
}

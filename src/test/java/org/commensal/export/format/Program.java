package org.commensal.export.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A program of an analyst; without it the tests that ask it are skipped. */
record Program(List<String> command, String suffix) {

    static final Program R = new Program(List.of("Rscript"), ".R");
    static final Program PYTHON = new Program(List.of("/usr/bin/python3"), ".py");
    static final Program PSPP = new Program(List.of("pspp", "-o", "-", "-O", "format=txt"), ".sps");

    /** Skips the test unless the program runs this, such as one that uses a library. */
    Program that(String script, Path folder) throws IOException, InterruptedException {
        assumeTrue(run(script, folder).status() == 0, command.get(0) + " does not run: " + script);
        return this;
    }

    /** What it prints when it runs a script in a folder, in lines. */
    List<String> says(String script, Path folder, String... arguments) throws IOException, InterruptedException {
        Ended ended = run(script, folder, arguments);
        assertThat(ended.status()).as(ended.output()).isZero();
        return ended.output().lines().toList();
    }

    private record Ended(int status, String output) {}

    private Ended run(String script, Path folder, String... arguments) throws IOException, InterruptedException {
        Path file = Files.createTempFile(folder, "asked", suffix);
        Files.writeString(file, script);
        List<String> all = new ArrayList<>(command);
        all.add(file.toString());
        all.addAll(List.of(arguments));
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(all).directory(folder.toFile()).redirectErrorStream(true);
            builder.environment().put("LC_ALL", "C.UTF-8");
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ended(process.waitFor(), output);
        } catch (IOException notHere) {
            return new Ended(127, command.get(0) + " is not here");
        }
    }
}

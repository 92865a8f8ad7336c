package org.commensal.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The built WAR on Payara Micro, as a process of its own on a free port of the loopback address.
 *
 * <p>Starting is patient, since a loaded machine takes minutes where a quiet one takes ten seconds. A server that is
 * still running when the tests end is ended with them.
 */
public final class RunningServer implements AutoCloseable {

    private static final Path WAR = Path.of("target", "commensal.war").toAbsolutePath();
    private static final Path MICRO = Path.of(
                    System.getProperty("payara.microJar", "target/payara-micro/payara-micro.jar"))
            .toAbsolutePath();
    private static final Path DEPLOY = Path.of("deploy", "payara").toAbsolutePath();
    private static final List<String> FAST =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m", "-Xshare:auto");
    private static final Duration PATIENCE = Duration.ofMinutes(8);
    private static final Duration TO_DRAIN = Duration.ofSeconds(30);

    private final Path folder;
    private final Map<String, String> settings;
    private final List<String> flags;
    private final int port;
    private Process process;

    private RunningServer(Path folder, Map<String, String> settings, List<String> flags, int port) {
        this.folder = folder;
        this.settings = settings;
        this.flags = flags;
        this.port = port;
        this.process = launch();
        Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
    }

    /** Starts a server that works in {@code folder}, and waits until it is ready. */
    static RunningServer start(Path folder, Map<String, String> settings) {
        return start(folder, settings, FAST);
    }

    /** The same, with these flags of the virtual machine instead of those for a quick start. */
    public static RunningServer start(Path folder, Map<String, String> settings, List<String> flags) {
        RunningServer server = new RunningServer(folder, settings, flags, freePort());
        server.awaitReady();
        return server;
    }

    /** Starts a server that is expected to end by itself, and returns its exit code. */
    static int exitCode(Path folder, Map<String, String> settings) {
        RunningServer server = new RunningServer(folder, settings, FAST, freePort());
        if (!server.ends(PATIENCE)) {
            server.kill();
            throw new AssertionError("the server went on to run:\n" + server.logEnd());
        }
        return server.process.exitValue();
    }

    public long pid() {
        return process.pid();
    }

    public URI base() {
        return URI.create("http://localhost:" + port);
    }

    /** Everything it has written since the first start in this folder. */
    String log() {
        return logOf(folder);
    }

    static String logOf(Path folder) {
        try {
            return Files.readString(folder.resolve("server.log"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Ends the process as a crash would, by its own pid, in the middle of whatever it does. */
    void kill() {
        process.destroyForcibly();
        ends(TO_DRAIN);
    }

    /** Starts it again in the same folder, on the same port. */
    void restart() {
        process = launch();
        awaitReady();
    }

    /** Asks it to end, and waits until it has. */
    @Override
    public void close() {
        process.destroy();
        if (!ends(TO_DRAIN)) {
            kill();
        }
    }

    private Process launch() {
        try {
            Path temporary = Files.createDirectories(folder.resolve("tmp"));
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(flags);
            command.add("-Djava.io.tmpdir=" + temporary.toAbsolutePath());
            settings.forEach((key, value) -> command.add("-D" + key + "=" + value));
            command.addAll(List.of("-jar", MICRO.toString(), "--deploy", WAR.toString(), "--contextroot", "/"));
            command.addAll(List.of("--port", Integer.toString(port), "--nocluster", "--disablephonehome"));
            command.addAll(List.of(
                    "--prebootcommandfile", DEPLOY.resolve("pre-boot.asadmin").toString()));
            return new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            folder.resolve("server.log").toFile()))
                    .start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void awaitReady() {
        Visitor probe = Visitor.at(base());
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!probe.finds("/health/ready")) {
            if (ends(Duration.ofMillis(250)) || System.nanoTime() > until) {
                kill();
                throw new AssertionError("the server did not get ready:\n" + logEnd());
            }
        }
    }

    private boolean ends(Duration within) {
        try {
            return process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private String logEnd() {
        String log = log();
        return log.substring(Math.max(0, log.length() - 4000));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}

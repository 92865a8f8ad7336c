package org.commensal.journey;

import java.util.Optional;

/** A demonstration, and a browser on it: each started once, shared by the journeys that leave it running. */
final class Demo {

    static final String STUDY = "gutbrain-migraine-3arm";

    private static Optional<RunningServer> server = Optional.empty();
    private static Optional<Browser> browser = Optional.empty();

    private Demo() {}

    static synchronized RunningServer server() {
        if (server.isEmpty()) {
            server = Optional.of(RunningServer.start(Settings.folder("demo"), Settings.demo()));
        }
        return server.get();
    }

    /** Opens the browser, or skips the test. */
    static synchronized Browser browser() {
        if (browser.isEmpty()) {
            Browser opened = Browser.on(server().base());
            Runtime.getRuntime().addShutdownHook(new Thread(opened::close));
            browser = Optional.of(opened);
        }
        return browser.get();
    }
}

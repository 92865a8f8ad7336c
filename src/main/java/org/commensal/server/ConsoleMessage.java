package org.commensal.server;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A message to whoever started the server, past the log, so that it is seen also when the process ends at once. */
final class ConsoleMessage {

    private ConsoleMessage() {}

    static void print(String message) {
        try {
            // Closing the stream would close the console.
            @SuppressWarnings("resource")
            FileOutputStream console = new FileOutputStream(FileDescriptor.err);
            console.write(("\n" + message + "\n\n").getBytes(StandardCharsets.UTF_8));
            console.flush();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}

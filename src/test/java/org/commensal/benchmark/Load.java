package org.commensal.benchmark;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sends prepared HTTP requests over a fixed number of kept connections to loopback, one after the other on each, and
 * times every answer. Plain sockets, so that the client takes as little as possible of the machine it shares.
 */
final class Load {

    private Load() {}

    /** @param millis of every answer, in ascending order */
    record Result(double perSecond, double[] millis, Map<Integer, Integer> statuses) {

        double percentile(double share) {
            return millis[(int) Math.min(millis.length - 1, Math.floor(millis.length * share))];
        }
    }

    /** A request as its bytes. */
    static byte[] request(String method, String path, String token, String body) {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        byte[] head = (method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                        + "\r\nContent-Type: application/json\r\nContent-Length: " + content.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] all = Arrays.copyOf(head, head.length + content.length);
        System.arraycopy(content, 0, all, head.length, content.length);
        return all;
    }

    /** A request for a page as its bytes; by nobody where the token is empty. */
    static byte[] page(String path, String token) {
        String who = token.isEmpty() ? "" : "Authorization: Bearer " + token + "\r\n";
        return ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\n" + who + "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    static Result run(int port, int connections, List<byte[]> requests) throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        double[] millis = new double[requests.size()];
        Map<Integer, Integer> statuses = new ConcurrentSkipListMap<>();
        List<Thread> threads = new ArrayList<>();
        long begin = System.nanoTime();
        for (int i = 0; i < connections; i++) {
            threads.add(new Thread(() -> send(port, requests, next, millis, statuses)));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        int answered = statuses.values().stream().mapToInt(Integer::intValue).sum();
        if (answered != requests.size()) {
            throw new IllegalStateException(answered + " of " + requests.size() + " requests were answered");
        }
        Arrays.sort(millis);
        return new Result(requests.size() / seconds, millis, new TreeMap<>(statuses));
    }

    private static void send(
            int port, List<byte[]> requests, AtomicInteger next, double[] millis, Map<Integer, Integer> statuses) {
        int i = next.getAndIncrement();
        while (i < requests.size()) {
            try (Socket socket = new Socket("localhost", port)) {
                socket.setTcpNoDelay(true);
                DataInputStream in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
                for (boolean open = true; open && i < requests.size(); i = next.getAndIncrement()) {
                    long begin = System.nanoTime();
                    socket.getOutputStream().write(requests.get(i));
                    Answer answer = answer(in);
                    millis[i] = (System.nanoTime() - begin) / 1e6;
                    statuses.merge(answer.status(), 1, Integer::sum);
                    open = answer.open();
                }
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }

    /** @param open whether the server keeps the connection; it ends one after some hundred requests */
    private record Answer(int status, boolean open) {}

    private static Answer answer(DataInputStream in) throws IOException {
        int status = Integer.parseInt(line(in).split(" ")[1]);
        int length = 0;
        boolean chunked = false;
        boolean open = true;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            String lower = header.toLowerCase(java.util.Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(lower.substring(15).strip());
            } else if (lower.startsWith("transfer-encoding:")) {
                chunked = true;
            } else if (lower.equals("connection: close")) {
                open = false;
            }
        }
        if (!chunked) {
            in.skipNBytes(length);
            return new Answer(status, open);
        }
        for (int size = chunk(in); size > 0; size = chunk(in)) {
            in.skipNBytes(size + 2);
        }
        in.skipNBytes(2);
        return new Answer(status, open);
    }

    private static int chunk(InputStream in) throws IOException {
        return Integer.parseInt(line(in), 16);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("the server closed the connection");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}

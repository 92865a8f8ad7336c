package org.commensal.benchmark;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A study of the benchmarks, published and activated on a demonstration server, with staff to work in it. */
final class BenchmarkStudy {

    static final int VISITS = 100;

    private static final Path FOLDERS = Path.of("src/test/resources/studies");
    private static final String PASSWORD = "benchmark password";
    private static final String DEMONSTRATION = "demonstration";

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;
    private final String id;
    private final String administrator;
    private final List<String> codes = new ArrayList<>();

    final String coordinator;
    final String statistician;

    /**
     * Publishes and activates a study, and invites whoever is needed.
     *
     * @param folder of the study among those of the tests
     * @param id another one than the folder says, so that one folder can be several studies
     */
    BenchmarkStudy(String base, String folder, String id) throws IOException, InterruptedException {
        this.base = base;
        this.id = id;
        this.administrator = token(base, "administrator", DEMONSTRATION);
        byte[] zip = zip(FOLDERS.resolve(folder), "id: " + folder, "id: " + id);
        send("POST", "/api/studies", administrator, "application/zip", BodyPublishers.ofByteArray(zip));
        this.coordinator = invited(id + "-coordinator", "coordinator");
        this.statistician = invited(id + "-statistician", "statistician");
        activate();
    }

    private BenchmarkStudy(String base, String id) throws IOException, InterruptedException {
        this.base = base;
        this.id = id;
        this.administrator = token(base, "administrator", DEMONSTRATION);
        this.coordinator = token(base, "coordinator", DEMONSTRATION);
        this.statistician = token(base, "statistician", DEMONSTRATION);
    }

    /** A study that the demonstration came with, and its staff. */
    static BenchmarkStudy ofDemonstration(String base, String id) throws IOException, InterruptedException {
        return new BenchmarkStudy(base, id);
    }

    private void activate() throws IOException, InterruptedException {
        String study = path();
        simulate(study + "/simulations");
        json("POST", study + "/go-live/dry-runs", statistician, "{}");
        for (String approver : List.of(statistician, administrator)) {
            json("POST", study + "/go-live/approvals", approver, "{\"reference\": \"benchmark\"}");
        }
        json("POST", study + "/activation", administrator, "{}");
    }

    private void simulate(String path) throws IOException, InterruptedException {
        String id = field(json("POST", path, statistician, "{\"trials\": 100}"), "id");
        while (!field(get(path + "/" + id), "state").equals("done")) {
            Thread.sleep(100);
        }
    }

    /** Screens this many participants and records their consent. */
    void screen(int participants) throws IOException, InterruptedException {
        String path = path() + "/participants";
        String today = LocalDate.now(ZoneId.of("Europe/Amsterdam")).toString();
        for (int i = 0; i < participants; i++) {
            String code = field(json("POST", path, coordinator, "{\"site\": \"one\"}"), "code");
            json(
                    "PUT",
                    path + "/" + code + "/consent",
                    coordinator,
                    "{\"documentVersion\": \"1.0\", \"language\": \"en\", \"signedOn\": \"" + today
                            + "\", \"answers\": {\"takes_part\": true}}");
            codes.add(code);
        }
    }

    /** Somebody who may be randomised; answers with the code. */
    String eligible() throws IOException, InterruptedException {
        screen(1);
        String code = codes.get(codes.size() - 1);
        String path = path() + "/participants/" + code;
        json(
                "POST",
                path + "/enrolment",
                coordinator,
                "{\"name\": \"Nobody\", \"email\": \"nobody@example.org\", \"birthDate\": \"1984-05-31\","
                        + " \"language\": \"en\"}");
        json(
                "PUT",
                path + "/responses/" + UUID.randomUUID(),
                coordinator,
                "{\"task\": \"SCR/screening\", \"answers\": {\"age_years\": 40, \"stratum\": 1}}");
        return code;
    }

    /** A request that randomises each of these participants. */
    List<byte[]> randomisations(List<String> participants) {
        return participants.stream()
                .map(code -> Load.request(
                        "POST",
                        path() + "/participants/" + code + "/randomisation",
                        coordinator + "\r\nIdempotency-Key: key-" + code,
                        ""))
                .toList();
    }

    private String path() {
        return "/api/studies/" + id;
    }

    /** A submission for each of the first {@code visits} visits of every participant, in an order that mixes them. */
    List<byte[]> submissions(int visits) {
        List<byte[]> requests = new ArrayList<>();
        for (int visit = 1; visit <= visits; visit++) {
            for (String code : codes) {
                requests.add(Load.request(
                        "PUT",
                        path() + "/participants/" + code + "/responses/" + UUID.randomUUID(),
                        coordinator,
                        "{\"task\": \"V" + visit + "/twenty-items\", \"answers\": " + answers(visit) + "}"));
            }
        }
        return requests;
    }

    private static String answers(int seed) {
        StringBuilder answers = new StringBuilder("{");
        for (int i = 1; i <= 15; i++) {
            answers.append("\"q")
                    .append(i)
                    .append("\": ")
                    .append((seed + i) % 10)
                    .append(", ");
        }
        for (int i = 16; i <= 20; i++) {
            String value = (seed + i) % 2 == 0 ? "some" : "other";
            answers.append("\"q" + i + "\": \"" + value + "_answer_text_" + i + "\"" + (i < 20 ? ", " : "}"));
        }
        return answers.toString();
    }

    /** So many participants who were randomised; answers with their codes. */
    List<String> randomised(int participants) throws IOException, InterruptedException {
        List<String> randomised = new ArrayList<>();
        for (int i = 0; i < participants; i++) {
            String code = eligible();
            HttpRequest randomisation = HttpRequest.newBuilder(
                            URI.create(base + path() + "/participants/" + code + "/randomisation"))
                    .header("Authorization", "Bearer " + coordinator)
                    .header("Idempotency-Key", "key-" + code)
                    .POST(BodyPublishers.noBody())
                    .build();
            checked(http.send(randomisation, BodyHandlers.ofString()));
            randomised.add(code);
        }
        return randomised;
    }

    /** Asks for a release under this name, with more of its specification as JSON; returns its path. */
    String request(String name, String specification) throws IOException, InterruptedException {
        String body = "{\"name\": \"" + name + "\"" + (specification.isEmpty() ? "" : ", " + specification) + "}";
        String releases = path() + "/releases";
        return releases + "/" + field(json("POST", releases, statistician, body), "id");
    }

    long download(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", "Bearer " + statistician)
                .build();
        HttpResponse<java.io.InputStream> answer = http.send(request, BodyHandlers.ofInputStream());
        try (java.io.InputStream body = answer.body()) {
            return body.transferTo(java.io.OutputStream.nullOutputStream());
        }
    }

    private String invited(String signIn, String role) throws IOException, InterruptedException {
        String invitation = field(
                json(
                        "POST",
                        "/api/people",
                        administrator,
                        "{\"signIn\": \"" + signIn + "\", \"name\": \"" + signIn
                                + "\", \"language\": \"en\", \"grants\": [{\"role\": \"" + role + "\", \"study\": \""
                                + id
                                + "\"}]}"),
                "invitation");
        json("POST", "/api/invitations", "", "{\"token\": \"" + invitation + "\", \"password\": \"" + PASSWORD + "\"}");
        return token(base, signIn, PASSWORD);
    }

    /** A token of somebody who has an account. */
    static String token(String base, String name, String password) throws IOException, InterruptedException {
        String basic = Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/api/tokens"))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"label\": \"benchmark\"}"))
                .build();
        return field(checked(HttpClient.newHttpClient().send(request, BodyHandlers.ofString())), "token");
    }

    private String get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", "Bearer " + statistician)
                .build();
        return checked(http.send(request, BodyHandlers.ofString()));
    }

    private String json(String method, String path, String token, String body)
            throws IOException, InterruptedException {
        return send(method, path, token, "application/json", BodyPublishers.ofString(body));
    }

    private String send(String method, String path, String token, String type, BodyPublisher body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", type)
                .method(method, body);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return checked(http.send(request.build(), BodyHandlers.ofString()));
    }

    private static String checked(HttpResponse<String> answer) {
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(answer.uri() + " answered " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    private static String field(String json, String name) {
        Matcher matcher =
                Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"]*)\"").matcher(json);
        if (!matcher.find()) {
            throw new IllegalStateException("no " + name + " in " + json);
        }
        return matcher.group(1);
    }

    private static byte[] zip(Path folder, String line, String instead) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes);
                Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                zip.putNextEntry(new ZipEntry(folder.relativize(file).toString()));
                String content = Files.readString(file);
                zip.write(content.replaceFirst(line + "\\b", instead).getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}

package org.commensal.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commensal.demo.DemoAccount;
import org.commensal.demo.Demonstration;
import org.commensal.kernel.ParticipantCode;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Tells whoever started a demonstration where it is and as whom to sign in, once it answers.
 *
 * <p>The application starts before the server lets anybody in, so this asks from outside, as a browser would.
 */
@ApplicationScoped
public class Greeting {

    private static final String USUAL = "http://localhost:8080";
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    @Inject
    @ConfigProperty(name = "app.origin")
    String origin;

    @Inject
    Demonstration demonstration;

    /** Says it where the server answers, and tells whether it did. */
    public boolean saidSinceOpen(String words) {
        try {
            boolean open = answers();
            if (open) {
                ConsoleMessage.print(words);
            }
            return open;
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private boolean answers() throws InterruptedException {
        HttpRequest question = HttpRequest.newBuilder(URI.create(origin + "/health/ready"))
                .timeout(PATIENCE)
                .build();
        try {
            HttpResponse<String> answer = HttpClient.newHttpClient().send(question, BodyHandlers.ofString());
            // Before the application is there, the server says 200 of nothing at all.
            return answer.statusCode() == 200 && answer.body().contains(Ready.NAME);
        } catch (IOException notYet) {
            return false;
        }
    }

    /** The address, the sign-ins and how to end or begin anew. */
    public String words() {
        String elsewhere = origin.equals(USUAL) ? "" : "\n(Not at 8080: it is taken, or you asked for another port.)";
        return """
                Commensal is open at %s%s

                Sign in there with the password "%s" as one of
                %s
                Everybody and everything in it is made up. It is kept in the folder data/ for the next start;
                delete that folder to begin anew. Ctrl-C ends the server.""".formatted(origin, elsewhere, DemoAccount.PASSWORD, accounts());
    }

    private String accounts() {
        Stream<String> staff = DemoAccount.STAFF.stream().map(Greeting::line);
        Stream<String> participants =
                demonstration.diarists().stream().map(ParticipantCode::value).map(code -> line(code, "participant"));
        return Stream.concat(staff, participants).collect(Collectors.joining());
    }

    private static String line(DemoAccount account) {
        String where = account.site().equals("*") ? "" : " of " + account.site();
        return line(account.signIn(), account.role().code().replace('-', ' ') + where + ", " + account.name());
    }

    private static String line(String signIn, String who) {
        return "  %-14s %s%n".formatted(signIn, who);
    }
}

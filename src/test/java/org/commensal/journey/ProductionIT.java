package org.commensal.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commensal.journey.Settings.both;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A production server: it does not start half configured, is set up once, and keeps its data. */
class ProductionIT {

    private static final String SET_UP = "/api/setup";
    private static final Map<String, String> RUBEN = Map.of(
            "token", Settings.SET_UP_TOKEN,
            "signIn", "ruben@trials.example",
            "name", "Ruben Vos",
            "password", "een lang wachtwoord van Ruben");

    @Test
    void endsWithAMessageThatNamesEachKeyThatIsNotSet() {
        Path folder = Settings.folder("unconfigured");

        int code = RunningServer.exitCode(folder, Map.of("app.mode", "production"));

        assertThat(code).isEqualTo(78);
        assertThat(RunningServer.logOf(folder))
                .contains("database.url (DATABASE_URL)")
                .contains("app.origin (APP_ORIGIN)")
                .contains("app.key.vault (APP_KEY_VAULT)")
                .contains("app.key.seed (APP_KEY_SEED)");
    }

    @Test
    void isSetUpOnceAndKeepsItsDataAcrossAStart() {
        Path folder = Settings.folder("production");
        try (RunningServer server = RunningServer.start(folder, both(Settings.production(), Settings.h2()))) {
            Visitor nobody = Visitor.at(server.base());
            hasNoDemonstration(nobody);
            refusesAnotherToken(nobody);
            nobody.post(SET_UP, RUBEN).expect(201);
            assertThat(nobody.post(SET_UP, RUBEN).status()).isEqualTo(403);
            String me = nobody.withTokenOf("ruben@trials.example", RUBEN.get("password"))
                    .get("/api/session")
                    .expect(200)
                    .field("id");

            server.close();
            server.restart();

            assertThat(nobody.post(SET_UP, RUBEN).status()).isEqualTo(403);
            assertThat(nobody.withTokenOf("Ruben@trials.example", RUBEN.get("password"))
                            .get("/api/session")
                            .expect(200)
                            .field("id"))
                    .isEqualTo(me);
            assertThat(server.log()).doesNotContain(RUBEN.get("password")).doesNotContain(Settings.SET_UP_TOKEN);
        }
    }

    private static void hasNoDemonstration(Visitor nobody) {
        assertThat(nobody.post("/api/session", Map.of("signIn", "administrator", "password", "demonstration"))
                        .status())
                .isEqualTo(401);
    }

    private static void refusesAnotherToken(Visitor nobody) {
        Map<String, String> guessed = both(RUBEN, Map.of("token", "another-token-for-tests"));
        assertThat(nobody.post(SET_UP, guessed).status()).isEqualTo(403);
    }
}

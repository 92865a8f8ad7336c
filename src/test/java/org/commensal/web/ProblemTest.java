package org.commensal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.commensal.kernel.Language;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.kernel.Refusal.Violation;
import org.commensal.kernel.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemTest {

    private static final Text TEXT = new Text("Wait.", "Wacht.");

    @ParameterizedTest
    @CsvSource({
        "NOT_SIGNED_IN, 401, not-signed-in",
        "NOT_ALLOWED, 403, not-allowed",
        "NOT_FOUND, 404, not-found",
        "INVALID, 422, invalid",
        "NOT_YET, 409, not-yet",
        "CONFLICT, 409, conflict",
        "CHANGED, 412, changed",
        "TOO_LARGE, 413, too-large",
        "TOO_MANY, 429, too-many",
    })
    void aReasonHasAStatusAndAType(Reason reason, int status, String type) {
        Problem problem = Problem.of(new Refusal(reason, TEXT));

        assertThat(problem.status()).isEqualTo(status);
        assertThat(problem.json(Language.EN).getString("type")).isEqualTo("/problems/" + type);
    }

    @ParameterizedTest
    @EnumSource
    void everyReasonHasOne(Reason reason) {
        assertThat(Problem.of(new Refusal(reason, TEXT)).status()).isBetween(400, 499);
    }

    @Test
    void theReaderGetsItInTheirLanguageWithEachViolation() {
        Refusal refusal = new Refusal(Reason.INVALID, TEXT, List.of(new Violation("/a/0", new Text("No.", "Nee."))));

        assertThat(Problem.of(refusal).json(Language.NL))
                .hasToString("{\"type\":\"/problems/invalid\",\"title\":\"Niet aangenomen\",\"status\":422,"
                        + "\"detail\":\"Wacht.\",\"violations\":[{\"pointer\":\"/a/0\",\"detail\":\"Nee.\"}]}");
    }

    @Test
    void aRefusalInsideAnotherExceptionIsStillARefusal() {
        Throwable wrapped = new IllegalStateException(new Refusal(Reason.CONFLICT, TEXT));

        assertThat(FaultMapper.problem(wrapped).status()).isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource({"08006", "53100", "57P01"})
    void aDatabaseOutOfReachIsNotAFault(String state) {
        Problem problem = FaultMapper.problem(new IllegalStateException(new SQLException("gone", state)));

        assertThat(problem.status()).isEqualTo(503);
    }

    @Test
    void ofTwoWhoWriteTheSameAtOnceOneIsToldSo() {
        SQLException cause = new SQLException("Key (id) already exists", "23505");

        assertThat(FaultMapper.problem(new IllegalStateException(cause)).status())
                .isEqualTo(412);
    }

    @Test
    void aFaultIsLoggedWithoutWhatItsMessageQuotes() {
        SQLException cause = new SQLException("Key (email)=(jan@example.org) already exists", "23505");

        assertThat(FaultMapper.described(new IllegalStateException("answer 7", cause)))
                .contains("IllegalStateException", "SQLException state 23505")
                .contains(getClass().getName())
                .doesNotContain("jan@example.org", "answer 7");
    }
}

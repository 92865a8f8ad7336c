package org.commensal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.ws.rs.BadRequestException;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.junit.jupiter.api.Test;

class BodyLimitTest {

    @Test
    void oneByteMoreThanTheLimitIsRefused() {
        var body = new BodyLimit.Limited(new ByteArrayInputStream(new byte[101]), 100);

        assertThat(catchThrowableOfType(Refusal.class, body::readAllBytes).reason())
                .isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void countsByteByByteAsWell() {
        var body = new BodyLimit.Limited(new ByteArrayInputStream(new byte[2]), 1);

        assertThat(body.read()).isZero();
        assertThat(catchThrowableOfType(Refusal.class, () -> body.read())).isNotNull();
    }

    @Test
    void aBodyThatBreaksOffIsABadRequest() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new EOFException();
            }
        };

        assertThatExceptionOfType(BadRequestException.class)
                .isThrownBy(() -> new BodyLimit.Limited(broken, 100).readAllBytes());
    }

    @Test
    void theLimitItselfIsTaken() throws IOException {
        var body = new BodyLimit.Limited(new ByteArrayInputStream(new byte[100]), 100);

        assertThat(body.readAllBytes()).hasSize(100);
    }
}

package org.commensal.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SigningKeyTest {

    private static final byte[] CONTENT = "what was released".getBytes(StandardCharsets.UTF_8);

    private final SigningKey key = SigningKey.of(HexFormat.of().parseHex("07".repeat(32)));

    /** The test vectors of RFC 8032, section 7.1: secret key, message and signature. */
    @ParameterizedTest
    @CsvSource({
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60,'',"
                + "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46b"
                + "d25bf5f0595bbe24655141438e7a100b",
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb,72,"
                + "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c"
                + "387b2eaeb4302aeeb00d291612bb0c00",
        "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7,af82,"
                + "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc659"
                + "4a7c15e9716ed28dc027beceea1ec40a"
    })
    void signsAsTheStandardDoes(String secret, String message, String signature) {
        HexFormat hex = HexFormat.of();

        assertThat(SigningKey.of(hex.parseHex(secret)).sign(hex.parseHex(message)))
                .isEqualTo(signature + "\n");
    }

    @Test
    void aSignatureIsOfOneKeyAndOneContent() {
        String signature = key.sign(CONTENT);

        assertThat(SigningKey.signed(key.publicKey(), CONTENT, signature)).isTrue();
        assertThat(SigningKey.signed(key.publicKey(), new byte[] {1}, signature))
                .isFalse();
        assertThat(SigningKey.signed(SigningKey.of(new byte[32]).publicKey(), CONTENT, signature))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"'',''", "no key,00", "-----BEGIN PUBLIC KEY-----AAAA-----END PUBLIC KEY-----,0011"})
    void whatIsNoKeyOrNoSignatureIsNone(String pem, String signature) {
        assertThat(SigningKey.signed(pem, CONTENT, key.sign(CONTENT))).isFalse();
        assertThat(SigningKey.signed(key.publicKey(), CONTENT, signature)).isFalse();
    }
}

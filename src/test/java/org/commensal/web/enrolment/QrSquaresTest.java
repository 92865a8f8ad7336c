package org.commensal.web.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QrSquaresTest {

    private static final Pattern SQUARE = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z");
    private static final int PIXELS = 4;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:8080/p/0a1b-2c3d-4e5f-6g7h-8j9k-mnpq-rstv",
                "https://a-long-name-of-a-hospital.trials.example.org:8443/p/0a1b-2c3d-4e5f-6g7h-8j9k-mnpq-rstv",
            })
    void aPhoneReadsTheLink(String link) throws ReaderException {
        assertThat(read(QrSquares.of(link))).isEqualTo(link);
    }

    private static String read(QrSquares squares) throws ReaderException {
        int width = squares.side() * PIXELS;
        int[] pixels = new int[width * width];
        Arrays.fill(pixels, 0xffffff);
        Matcher square = SQUARE.matcher(squares.path());
        while (square.find()) {
            int x = Integer.parseInt(square.group(1)) * PIXELS;
            int y = Integer.parseInt(square.group(2)) * PIXELS;
            for (int row = y; row < y + PIXELS; row++) {
                Arrays.fill(pixels, row * width + x, row * width + x + PIXELS, 0);
            }
        }
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, width, pixels))))
                .getText();
    }
}

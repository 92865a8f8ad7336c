package org.commensal.web.enrolment;

import io.nayuki.qrcodegen.QrCode;

/**
 * A QR code as squares (ISO/IEC 18004), with the quiet zone around it that readers need.
 *
 * @param side how many squares it is wide and high, quiet zone included
 * @param path the dark ones, for the {@code d} of an SVG path
 */
public record QrSquares(int side, String path) {

    private static final int QUIET = 4;

    /** The code of a text, of which a seventh may be smudged. */
    static QrSquares of(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M')
                            .append(x + QUIET)
                            .append(' ')
                            .append(y + QUIET)
                            .append("h1v1h-1z");
                }
            }
        }
        return new QrSquares(code.size + 2 * QUIET, path.toString());
    }
}

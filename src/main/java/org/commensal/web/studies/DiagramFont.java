package org.commensal.web.studies;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The font of drawings that the server makes: with it text is measured, broken into lines and painted, the same on every
 * machine whatever fonts it has.
 */
final class DiagramFont {

    static final DiagramFont REGULAR = new DiagramFont("diagram-regular.ttf", 14);
    static final DiagramFont BOLD = new DiagramFont("diagram-bold.ttf", 14);

    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

    private final Font font;

    private DiagramFont(String file, float size) {
        try (InputStream in = Objects.requireNonNull(DiagramFont.class.getResourceAsStream(file))) {
            this.font = Font.createFont(Font.TRUETYPE_FONT, in).deriveFont(size);
        } catch (FontFormatException broken) {
            throw new IllegalStateException(file + " is no font", broken);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    Font font() {
        return font;
    }

    double width(String text) {
        return font.getStringBounds(text, EXACT).getWidth();
    }

    /** A text in lines of at most this width; a word that is longer than a line is broken. */
    List<String> lines(String text, double most) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.split(" ")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (width(longer) <= most) {
                line = longer;
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line);
            }
            line = word;
            while (width(line) > most) {
                int fits = fitting(line, most);
                lines.add(line.substring(0, fits) + "-");
                line = line.substring(fits);
            }
        }
        lines.add(line);
        return lines;
    }

    private int fitting(String word, double most) {
        int fits = word.length() - 1;
        while (fits > 1 && width(word.substring(0, fits) + "-") > most) {
            fits--;
        }
        return fits;
    }
}

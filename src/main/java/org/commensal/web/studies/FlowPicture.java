package org.commensal.web.studies;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Paints a flow diagram as a PNG in black on white, two pixels a unit, with the font that it was laid out in. */
final class FlowPicture {

    private static final int MARGIN = 20;
    private static final int SCALE = 2;
    private static final Color PHASE = new Color(0xe0ece9);

    private FlowPicture() {}

    static byte[] png(FlowDiagram diagram) {
        BufferedImage image = new BufferedImage(
                SCALE * (diagram.width() + 2 * MARGIN),
                SCALE * (diagram.height() + 2 * MARGIN),
                BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, image.getWidth(), image.getHeight());
        pen.scale(SCALE, SCALE);
        pen.translate(MARGIN, MARGIN);
        pen.setStroke(new BasicStroke(1.25f));
        diagram.boxes().forEach(box -> paint(pen, box));
        pen.setColor(Color.BLACK);
        diagram.arrows().forEach(arrow -> paint(pen, arrow));
        diagram.lines().forEach(line -> paint(pen, line));
        pen.dispose();
        return written(image);
    }

    private static void paint(Graphics2D pen, FlowDiagram.Rect box) {
        pen.setColor(box.phase() ? PHASE : Color.WHITE);
        pen.fillRect(box.x(), box.y(), box.width(), box.height());
        if (!box.phase()) {
            pen.setColor(Color.BLACK);
            pen.drawRect(box.x(), box.y(), box.width(), box.height());
        }
    }

    private static void paint(Graphics2D pen, FlowDiagram.Line line) {
        DiagramFont font = line.bold() ? DiagramFont.BOLD : DiagramFont.REGULAR;
        pen.setFont(font.font());
        double left = line.middle() ? line.x() - font.width(line.text()) / 2 : line.x();
        pen.drawString(line.text(), (float) left, line.y());
    }

    private static void paint(Graphics2D pen, FlowDiagram.Arrow arrow) {
        pen.drawLine(arrow.fromX(), arrow.fromY(), arrow.toX(), arrow.toY());
        if (arrow.head()) {
            Polygon head = new Polygon();
            arrow.tip().forEach(point -> head.addPoint((int) point.x(), (int) point.y()));
            pen.fillPolygon(head);
        }
    }

    private static byte[] written(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return bytes.toByteArray();
    }
}

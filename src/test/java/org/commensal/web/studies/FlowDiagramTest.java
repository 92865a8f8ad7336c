package org.commensal.web.studies;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.commensal.kernel.Language;
import org.commensal.web.Texts;
import org.commensal.web.studies.Flow.Box;
import org.commensal.web.studies.Flow.Branch;
import org.commensal.web.studies.Flow.Entry;
import org.commensal.web.studies.FlowDiagram.Line;
import org.commensal.web.studies.FlowDiagram.Rect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlowDiagramTest {

    private static final Texts DUTCH = Texts.in(Language.NL);
    private static final String LONG =
            "Voldoet niet aan de Meervoudigepersoonlijkheidsstoornisuitsluitingscriteriumbeschrijving";

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5})
    void everyLineOfTextStaysWithinItsBox(int arms) {
        FlowDiagram diagram = FlowDiagram.of(flow(arms), "Een onderzoek", DUTCH);

        for (Line line : diagram.lines()) {
            double width = (line.bold() ? DiagramFont.BOLD : DiagramFont.REGULAR).width(line.text());
            double left = line.middle() ? line.x() - width / 2 : line.x();
            assertThat(diagram.boxes())
                    .as(line.text())
                    .anyMatch(box -> holds(box, left, left + width, line.y()) || line.y() > box.y() + box.height());
        }
        assertThat(diagram.boxes()).allMatch(box -> box.x() + box.width() <= diagram.width());
    }

    @Test
    void boxesDoNotMeet() {
        List<Rect> boxes = FlowDiagram.of(flow(4), "Een onderzoek", DUTCH).boxes();

        for (Rect one : boxes) {
            assertThat(boxes).filteredOn(other -> other != one).noneMatch(other -> meet(one, other));
        }
    }

    @Test
    void aPictureIsTwiceAsLargeAndNotEmpty() throws IOException {
        FlowDiagram diagram = FlowDiagram.of(flow(2), "Een onderzoek", DUTCH);

        BufferedImage image = ImageIO.read(new ByteArrayInputStream(FlowPicture.png(diagram)));

        assertThat(image.getWidth()).isEqualTo(2 * (diagram.width() + 40));
        Rect box = diagram.boxes().get(0);
        assertThat(image.getRGB(2 * (box.x() + 20), 2 * (box.y() + box.height() / 2 + 20)))
                .isEqualTo(0xff000000);
    }

    private static boolean holds(Rect box, double left, double right, int y) {
        return left >= box.x() && right <= box.x() + box.width() && y > box.y() && y < box.y() + box.height();
    }

    private static boolean meet(Rect one, Rect other) {
        return one.x() < other.x() + other.width()
                && other.x() < one.x() + one.width()
                && one.y() < other.y() + other.height()
                && other.y() < one.y() + one.height();
    }

    private static Flow flow(int arms) {
        List<Entry> lines = List.of(new Entry(LONG, 12), new Entry("Andere redenen", 3));
        Box box = new Box(LONG, 1234, lines);
        Box none = new Box("Geanalyseerd", OptionalInt.empty(), List.of(new Entry(LONG, OptionalInt.empty())));
        return new Flow(
                box,
                box,
                box,
                box,
                IntStream.range(0, arms)
                        .mapToObj(i -> new Branch(Optional.of("Groep " + i), box, none, none))
                        .toList());
    }
}
